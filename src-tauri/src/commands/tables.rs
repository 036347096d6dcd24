//! Tables as screens show them, written to a file.

use planner_actions::ActionError;
use planner_actions::views::procurement::LinesQuery;
use planner_actions::views::table::TableRequest;
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::files::SavedFile;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// Asks where to write every line that matches, as `xlsx` or `csv`, and writes them; none when the dialog was left.
#[tauri::command]
pub async fn export_lines(
    window: WebviewWindow,
    state: State<'_, AppState>,
    query: LinesQuery,
    format: String,
) -> Answer<Option<Vec<SavedFile>>> {
    let name = format!("Lines {}.{format}", query.year);
    let kind = FileKind::of_report(&format);
    let Some(path) = state.dialogs.save(&window, kind, &name).await else { return Ok(None) };
    let exported = planner_actions::export_lines(&state.workspace().await?, &query, &path).await?;
    Ok(Some(state.files.saved(exported)))
}

/// Asks where to write a table that a screen holds whole, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn export_table(
    window: WebviewWindow,
    state: State<'_, AppState>,
    table: TableRequest,
    format: String,
) -> Answer<Option<Vec<SavedFile>>> {
    let name = format!("{}.{format}", table.name);
    let kind = FileKind::of_report(&format);
    let Some(path) = state.dialogs.save(&window, kind, &name).await else { return Ok(None) };
    let exported = planner_actions::export_table(&state.workspace().await?, &table, &path)?;
    Ok(Some(state.files.saved(exported)))
}
