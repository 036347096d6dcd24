//! An import that is not done, kept until it is.

use std::path::PathBuf;

use planner_actions::ActionError;
use planner_actions::views::draft::Draft;
use serde::Serialize;
use tauri::State;

use crate::files::ChosenFile;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// A draft as the page gets it back.
#[derive(Serialize)]
pub struct DraftView {
    /// Its files, in their order; none in the place of one that is no longer there.
    files: Vec<Option<ChosenFile>>,
    /// Their names.
    names: Vec<String>,
    /// What the page kept of them.
    content: String,
}

/// Keeps what was typed so far.
#[tauri::command]
pub async fn save_draft(state: State<'_, AppState>, file_ids: Vec<String>, content: String) -> Answer<()> {
    let paths = file_ids.iter().filter_map(|id| state.files.path(id));
    let files = paths.map(|path| path.display().to_string()).collect();
    let workspace = state.workspace().await?;
    planner_actions::save_draft(&state.draft_folder(), workspace.path(), &Draft { files, content })
}

/// The draft of the open workspace; none where there is none.
#[tauri::command]
pub async fn draft(state: State<'_, AppState>) -> Answer<Option<DraftView>> {
    let workspace = state.workspace().await?;
    let found = planner_actions::read_draft(&state.draft_folder(), workspace.path());
    Ok(found.map(|draft| {
        let paths: Vec<PathBuf> = draft.files.into_iter().map(PathBuf::from).collect();
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let names = paths.iter().map(name).collect();
        let file = |path: PathBuf| path.is_file().then(|| state.files.remember(path));
        DraftView { files: paths.into_iter().map(file).collect(), names, content: draft.content }
    }))
}

/// Takes the draft of the open workspace away.
#[tauri::command]
pub async fn discard_draft(state: State<'_, AppState>) -> Answer<()> {
    planner_actions::discard_draft(&state.draft_folder(), state.workspace().await?.path())
}
