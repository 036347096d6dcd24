//! Files a person points at. The page gets an id to use in the next call.

use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::files::FileEntry;
use crate::state::AppState;

/// Asks for a file to read; none when the dialog was left.
#[tauri::command]
pub async fn pick_file(
    window: WebviewWindow,
    state: State<'_, AppState>,
    kind: FileKind,
) -> Result<Option<FileEntry>, ()> {
    Ok(state.dialogs.pick(&window, kind).await.map(|path| state.files.remember(path)))
}

/// Asks where to write a file; none when the dialog was left.
#[tauri::command]
pub async fn choose_save_file(
    window: WebviewWindow,
    state: State<'_, AppState>,
    kind: FileKind,
    name: String,
) -> Result<Option<FileEntry>, ()> {
    Ok(state.dialogs.save(&window, kind, &name).await.map(|path| state.files.remember(path)))
}
