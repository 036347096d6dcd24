//! Emissions beside the requirement, and the factors they are computed with.

use planner_actions::ActionError;
use planner_actions::views::emissions::{
    EmissionSettings, EmissionsView, EnergyRequest, EnergyView, FactorSetsView, FactorsView,
};
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// The emissions of a year.
#[tauri::command]
pub async fn emissions(
    state: State<'_, AppState>,
    year: i32,
    entity: Option<String>,
) -> Answer<EmissionsView> {
    planner_actions::emissions(&state.workspace().await?, year, entity.as_deref()).await
}

/// The sets of factors, and how emissions are computed.
#[tauri::command]
pub async fn factor_sets(state: State<'_, AppState>) -> Answer<FactorSetsView> {
    planner_actions::factor_sets(&state.workspace().await?).await
}

/// Factors that match.
#[tauri::command]
pub async fn factors(
    state: State<'_, AppState>,
    set: Option<String>,
    search: Option<String>,
) -> Answer<FactorsView> {
    planner_actions::factors(&state.workspace().await?, set.as_deref(), search.as_deref()).await
}

/// Asks for a file of factors and imports it; none when the dialog was left.
#[tauri::command]
pub async fn import_factors(
    window: WebviewWindow,
    state: State<'_, AppState>,
) -> Answer<Option<FactorSetsView>> {
    let Some(path) = state.dialogs.pick(&window, FileKind::Any).await else { return Ok(None) };
    planner_actions::import_factors(&state.workspace().await?, &path, None, None).await.map(Some)
}

/// Takes a set of factors back.
#[tauri::command]
pub async fn undo_factors(state: State<'_, AppState>, id: String) -> Answer<FactorSetsView> {
    planner_actions::undo_factors(&state.workspace().await?, &id).await
}

/// Keeps how emissions are computed.
#[tauri::command]
pub async fn save_emission_settings(
    state: State<'_, AppState>,
    request: EmissionSettings,
) -> Answer<FactorSetsView> {
    planner_actions::save_emission_settings(&state.workspace().await?, &request).await
}

/// Keeps what restoring hardware used up.
#[tauri::command]
pub async fn add_energy(state: State<'_, AppState>, request: EnergyRequest) -> Answer<Vec<EnergyView>> {
    planner_actions::add_energy(&state.workspace().await?, &request).await
}

/// Takes it away again.
#[tauri::command]
pub async fn remove_energy(state: State<'_, AppState>, year: i32, position: i64) -> Answer<Vec<EnergyView>> {
    planner_actions::remove_energy(&state.workspace().await?, year, position).await
}
