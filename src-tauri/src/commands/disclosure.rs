//! The retirement summary for finance.

use planner_actions::ActionError;
use planner_actions::views::disclosure::{ClaimFinding, DisclosureView, Exported};
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::state::AppState;

/// The disclosure screen of a year.
#[tauri::command]
pub async fn disclosure(state: State<'_, AppState>, year: i32) -> Result<DisclosureView, ActionError> {
    planner_actions::disclosure(&state.workspace().await?, year).await
}

/// Asks where to write the summary, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn export_disclosure(
    window: WebviewWindow,
    state: State<'_, AppState>,
    year: i32,
) -> Result<Option<Exported>, ActionError> {
    let workspace = state.workspace().await?;
    let name = planner_actions::disclosure(&workspace, year).await?.file_name;
    let Some(path) = state.dialogs.save(&window, FileKind::Workbook, &name).await else { return Ok(None) };
    planner_actions::export_disclosure(&workspace, year, &path.with_extension("xlsx")).await.map(Some)
}

/// Words of a claim that a rule forbids.
#[tauri::command]
pub async fn lint_claim(text: String) -> Result<Vec<ClaimFinding>, ActionError> {
    planner_actions::lint_claim(&text)
}
