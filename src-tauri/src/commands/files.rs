//! Files a person points at. The page gets an id to use in the next call.

use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::files::ChosenFile;
use crate::state::AppState;

/// Asks for a workbook or table to read; none when the dialog was left.
#[tauri::command]
pub async fn choose_file(
    window: WebviewWindow,
    state: State<'_, AppState>,
) -> Result<Option<ChosenFile>, ()> {
    Ok(state.dialogs.pick(&window, FileKind::Table).await.map(|path| state.files.remember(path)))
}
