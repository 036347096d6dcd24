//! The requirement of a year: the overview, the lines behind it, the retired assets that net it off.

use planner_actions::views::dispositions::DispositionsView;
use planner_actions::views::money::MoneyView;
use planner_actions::views::overview::OverviewView;
use planner_actions::views::procurement::{LineTrace, LinesPage, LinesQuery, WeightGiven, WeightsApplied};
use planner_actions::views::requirement::RequirementView;
use planner_actions::views::years::YearsView;
use planner_actions::{ActionError, RequirementRequest};
use tauri::State;

use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// Everything on the overview.
#[tauri::command]
pub async fn overview(state: State<'_, AppState>, year: i32, entity: Option<String>) -> Answer<OverviewView> {
    planner_actions::overview(&state.workspace().await?, year, entity.as_deref()).await
}

/// All years side by side.
#[tauri::command]
pub async fn years(state: State<'_, AppState>, entity: Option<String>) -> Answer<YearsView> {
    planner_actions::years(&state.workspace().await?, entity.as_deref()).await
}

/// The requirement of a year.
#[tauri::command]
pub async fn requirement(
    state: State<'_, AppState>,
    year: i32,
    entity: Option<String>,
) -> Answer<RequirementView> {
    let request = RequirementRequest { year, entity, ..RequirementRequest::default() };
    planner_actions::requirement(&state.workspace().await?, &request).await
}

/// What the certificates of a year cost and brought in.
#[tauri::command]
pub async fn money(state: State<'_, AppState>, year: i32) -> Answer<MoneyView> {
    planner_actions::money(&state.workspace().await?, year).await
}

/// A page of lines.
#[tauri::command]
pub async fn lines_page(state: State<'_, AppState>, query: LinesQuery) -> Answer<LinesPage> {
    planner_actions::lines_page(&state.workspace().await?, &query).await
}

/// Where a line came from.
#[tauri::command]
pub async fn line_trace(state: State<'_, AppState>, id: i64) -> Answer<LineTrace> {
    planner_actions::line_trace(&state.workspace().await?, id).await
}

/// Gives devices their weights.
#[tauri::command]
pub async fn give_weights(state: State<'_, AppState>, weights: Vec<WeightGiven>) -> Answer<WeightsApplied> {
    planner_actions::give_weights(&state.workspace().await?, &weights).await
}

/// Retired assets of a year.
#[tauri::command]
pub async fn dispositions(
    state: State<'_, AppState>,
    year: i32,
    entity: Option<String>,
) -> Answer<DispositionsView> {
    planner_actions::dispositions(&state.workspace().await?, year, entity.as_deref()).await
}

/// Keeps a note beside a shipment, and the day on which its provider is to be asked again.
#[tauri::command]
pub async fn note_shipment(
    state: State<'_, AppState>,
    shipment: String,
    note: Option<String>,
    ask_on: Option<String>,
) -> Answer<()> {
    planner_actions::note_shipment(&state.workspace().await?, &shipment, note.as_deref(), ask_on.as_deref())
        .await
}
