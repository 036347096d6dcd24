//! Spreadsheets: chosen or dropped, looked into, previewed, imported, taken back.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use planner_actions::views::disclosure::Exported;
use planner_actions::views::import::{
    ImportOptions, ImportProgress, ImportReport, ImportSummary, Inspection, Undone,
};
use planner_actions::views::review::{ReviewPage, ReviewQuery};
use planner_actions::{ActionError, Cancel, Watch};
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::files::ChosenFile;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// Asks for workbooks or tables to read, one or several; none when the dialog was left.
#[tauri::command]
pub async fn choose_files(window: WebviewWindow, state: State<'_, AppState>) -> Answer<Vec<ChosenFile>> {
    let paths = state.dialogs.pick_several(&window, FileKind::Table).await;
    Ok(paths.into_iter().map(|path| state.files.remember(path)).collect())
}

/// Asks for a folder to read, a device type library; none when the dialog was left.
#[tauri::command]
pub async fn choose_folder(window: WebviewWindow, state: State<'_, AppState>) -> Answer<Vec<ChosenFile>> {
    let path = state.dialogs.pick_folder(&window).await;
    Ok(path.into_iter().map(|path| state.files.remember(path)).collect())
}

/// The path behind a file's id.
pub fn path(state: &AppState, file_id: &str) -> Answer<PathBuf> {
    state.files.path(file_id).ok_or_else(|| ActionError {
        code: "unknown_file",
        message: "That file is no longer at hand. Choose it again.".to_owned(),
        details: None,
    })
}

/// Tells the page how far an import is, and lets `cancel_import` stop it.
fn watch(state: &AppState, progress: Channel<ImportProgress>) -> Watch {
    let cancel = Cancel::default();
    *state.cancel.lock().unwrap_or_else(PoisonError::into_inner) = cancel.clone();
    let tell = move |news| drop(progress.send(news));
    Watch { progress: Arc::new(tell), cancel }
}

/// Looks into a file.
#[tauri::command]
pub async fn inspect_file(state: State<'_, AppState>, file_id: String) -> Answer<Inspection> {
    planner_actions::inspect(&state.workspace().await?, &path(&state, &file_id)?).await
}

/// What an import would do, with every row at hand for `review_page`.
#[tauri::command]
pub async fn review_import(
    state: State<'_, AppState>,
    file_id: String,
    options: ImportOptions,
    progress: Channel<ImportProgress>,
) -> Answer<ImportReport> {
    let (workspace, path, watch) =
        (state.workspace().await?, path(&state, &file_id)?, watch(&state, progress));
    planner_actions::review_import(&workspace, &path, &options, &watch).await
}

/// A page of the rows that were looked at last.
#[tauri::command]
pub async fn review_page(state: State<'_, AppState>, query: ReviewQuery) -> Answer<ReviewPage> {
    planner_actions::review_page(&state.workspace().await?, &query).await
}

/// Saves the sheet once more with what is wrong in each row; none when the dialog was left.
#[tauri::command]
pub async fn save_error_workbook(
    window: WebviewWindow,
    state: State<'_, AppState>,
    file_id: String,
    options: ImportOptions,
) -> Answer<Option<Exported>> {
    let (workspace, file) = (state.workspace().await?, path(&state, &file_id)?);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{stem} problems.xlsx");
    let Some(out) = state.dialogs.save(&window, FileKind::Workbook, &name).await else { return Ok(None) };
    planner_actions::write_error_workbook(&workspace, &file, &options, &out, &Watch::default())
        .await
        .map(Some)
}

/// Imports exactly what was previewed.
#[tauri::command]
pub async fn commit_import(
    state: State<'_, AppState>,
    file_id: String,
    options: ImportOptions,
    plan_hash: String,
    progress: Channel<ImportProgress>,
) -> Answer<ImportReport> {
    let (workspace, path, watch) =
        (state.workspace().await?, path(&state, &file_id)?, watch(&state, progress));
    planner_actions::commit_import(&workspace, &path, &options, Some(&plan_hash), &watch).await
}

/// Stops the import that is running.
#[tauri::command]
pub fn cancel_import(state: State<'_, AppState>) {
    state.cancel.lock().unwrap_or_else(PoisonError::into_inner).cancel();
}

/// Takes back an import.
#[tauri::command]
pub async fn undo_import(state: State<'_, AppState>, import_id: String) -> Answer<Undone> {
    planner_actions::undo_import(&state.workspace().await?, &import_id).await
}

/// Imports of a year, or all.
#[tauri::command]
pub async fn imports(state: State<'_, AppState>, year: Option<i32>) -> Answer<Vec<ImportSummary>> {
    planner_actions::imports(&state.workspace().await?, year).await
}

/// Saves the template workbook; none when the dialog was left.
#[tauri::command]
pub async fn save_template(window: WebviewWindow, state: State<'_, AppState>) -> Answer<Option<Exported>> {
    let name = "I-TEC procurement template.xlsx";
    let Some(path) = state.dialogs.save(&window, FileKind::Workbook, name).await else { return Ok(None) };
    let workspace = state.workspace().await.ok();
    planner_actions::save_template(workspace.as_ref(), &path, state.today()).await.map(Some)
}
