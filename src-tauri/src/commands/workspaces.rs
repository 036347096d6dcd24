//! Workspaces as files: those opened lately, a copy, their folder; and who works here.

use planner_actions::ActionError;
use planner_actions::status;
use planner_actions::views::workspace::WorkspaceStatus;
use serde::Serialize;
use tauri::{State, WebviewWindow};

use crate::commands::imports::path;
use crate::dialogs::FileKind;
use crate::files::{ChosenFile, SavedFile};
use crate::state::AppState;
use crate::viewer;

type Answer<T> = Result<T, ActionError>;

/// A workspace that was opened lately.
#[derive(Serialize)]
pub struct RecentWorkspace {
    /// Names it in later calls.
    file: ChosenFile,
    /// The folder in which it lies.
    folder: String,
}

/// Workspaces that were opened lately and are still there, the last one first; without the one that is open.
#[tauri::command]
pub async fn recent_workspaces(state: State<'_, AppState>) -> Answer<Vec<RecentWorkspace>> {
    let open = state.workspace().await.ok().map(|workspace| workspace.path().to_owned());
    let recent = state.recent().into_iter().filter(|path| Some(path) != open.as_ref());
    let view = |path: std::path::PathBuf| RecentWorkspace {
        folder: path.parent().unwrap_or(&path).display().to_string(),
        file: state.files.remember(path),
    };
    Ok(recent.map(view).collect())
}

/// Opens one of them.
#[tauri::command]
pub async fn open_recent(state: State<'_, AppState>, file_id: String) -> Answer<WorkspaceStatus> {
    state.open_workspace(&path(&state, &file_id)?).await?;
    status(&state.workspace().await?).await
}

/// Asks where a copy of the open workspace is to stand, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn save_copy(window: WebviewWindow, state: State<'_, AppState>) -> Answer<Option<Vec<SavedFile>>> {
    let workspace = state.workspace().await?;
    let stem = workspace.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{stem} copy.itec");
    let Some(out) = state.dialogs.save(&window, FileKind::Workspace, &name).await else { return Ok(None) };
    let exported = planner_actions::save_copy(&workspace, &out).await?;
    Ok(Some(state.files.saved(exported)))
}

/// Shows the folder in which the open workspace lies.
#[tauri::command]
pub async fn show_workspace(state: State<'_, AppState>) -> Answer<()> {
    viewer::show_folder(state.workspace().await?.path())
}

/// The name under which this computer records; empty where nobody said one.
#[tauri::command]
pub fn person(state: State<'_, AppState>) -> String {
    state.person().unwrap_or_default()
}

/// Keeps the name under which this computer records from now on.
#[tauri::command]
pub fn set_person(state: State<'_, AppState>, name: String) -> Answer<()> {
    state.set_person(&name)
}
