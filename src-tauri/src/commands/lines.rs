//! Lines that stand: what they can be set to, edits of them, recognising them again, and the weights behind them.

use planner_actions::ActionError;
use planner_actions::views::catalogue::{DeviceView, DeviceWithdrawn};
use planner_actions::views::line_edits::{
    LineChoices, LineEditRequest, LineEditView, LinesEdited, RecognisedAgain,
};
use planner_actions::views::work_list::WorkItem;
use tauri::State;

use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// What lines can be set to.
#[tauri::command]
pub async fn line_choices(state: State<'_, AppState>) -> Answer<LineChoices> {
    planner_actions::line_choices(&state.workspace().await?).await
}

/// Sets kind, condition, scope, year, entity or weight of lines.
#[tauri::command]
pub async fn edit_lines(state: State<'_, AppState>, request: LineEditRequest) -> Answer<LinesEdited> {
    planner_actions::edit_lines(&state.workspace().await?, &request).await
}

/// All edits of lines, newest first.
#[tauri::command]
pub async fn line_edits(state: State<'_, AppState>) -> Answer<Vec<LineEditView>> {
    planner_actions::line_edits(&state.workspace().await?).await
}

/// Brings the lines of an edit back to what they said before.
#[tauri::command]
pub async fn undo_line_edit(state: State<'_, AppState>, edit: i64) -> Answer<LinesEdited> {
    planner_actions::undo_line_edit(&state.workspace().await?, edit).await
}

/// What recognising all lines of open years again would change; with a reason it is done.
#[tauri::command]
pub async fn recognise_again(state: State<'_, AppState>, because: Option<String>) -> Answer<RecognisedAgain> {
    planner_actions::recognise_again(&state.workspace().await?, because.as_deref()).await
}

/// Devices of a year that have no weight, or a weak one.
#[tauri::command]
pub async fn work_list(state: State<'_, AppState>, year: i32) -> Answer<Vec<WorkItem>> {
    planner_actions::work_list(&state.workspace().await?, year).await
}

/// The organisation's own device weights.
#[tauri::command]
pub async fn catalogue(state: State<'_, AppState>) -> Answer<Vec<DeviceView>> {
    planner_actions::catalogue(&state.workspace().await?).await
}

/// Takes one of them out.
#[tauri::command]
pub async fn withdraw_device(state: State<'_, AppState>, id: i64) -> Answer<DeviceWithdrawn> {
    planner_actions::withdraw_device(&state.workspace().await?, id).await
}
