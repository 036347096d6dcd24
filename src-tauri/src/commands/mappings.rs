//! Remembered mappings: listed, and carried to other workspaces.

use planner_actions::ActionError;
use planner_actions::views::disclosure::Exported;
use planner_actions::views::mapping::MappingView;
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// The mappings that are remembered, the newest first.
#[tauri::command]
pub async fn mappings(state: State<'_, AppState>) -> Answer<Vec<MappingView>> {
    planner_actions::mappings(&state.workspace().await?).await
}

/// Asks where to write a mapping, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn export_mapping(
    window: WebviewWindow,
    state: State<'_, AppState>,
    number: i64,
) -> Answer<Option<Exported>> {
    let Some(path) = state.dialogs.save(&window, FileKind::Json, "mapping.json").await else {
        return Ok(None);
    };
    planner_actions::export_mapping(&state.workspace().await?, number, &path).await.map(Some)
}

/// Asks for a mapping that was exported, and takes it in; none when the dialog was left.
#[tauri::command]
pub async fn import_mapping(
    window: WebviewWindow,
    state: State<'_, AppState>,
) -> Answer<Option<MappingView>> {
    let Some(path) = state.dialogs.pick(&window, FileKind::Json).await else { return Ok(None) };
    planner_actions::import_mapping(&state.workspace().await?, &path).await.map(Some)
}
