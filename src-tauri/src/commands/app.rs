//! The app itself, and which workspace is open.

use planner_actions::views::entities::{EntitiesView, EntityRequest};
use planner_actions::views::snapshots::SnapshotView;
use planner_actions::views::target::{TargetRequest, TargetView};
use planner_actions::views::workspace::{Settings, Verification, WorkspaceStatus, YearLock, YearStatus};
use planner_actions::{
    ActionError, last_good_snapshot, no_snapshot, save_settings as save, settings as read_settings, status,
};
use serde::Serialize;
use std::path::Path;
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::presence::{self, AlsoOpen};
use crate::state::AppState;
use crate::viewer;

/// What the page needs to know before it draws anything.
#[derive(Serialize)]
pub struct AppStatus {
    /// The app's version.
    version: &'static str,
    /// A BCP 47 tag for numbers and dates.
    locale: String,
    /// The open workspace; none on a first start.
    workspace: Option<WorkspaceStatus>,
    /// The workspace that could not be opened; none where one is open.
    refused: Option<Refused>,
    /// Who else has the workspace open, as far as is known.
    also_open: Option<AlsoOpen>,
    /// Its folder is one that another computer may write to: `network` or `synced`.
    shared_folder: Option<&'static str>,
    /// The folder in which it lies.
    folder: Option<String>,
}

/// A workspace that could not be opened.
#[derive(Serialize)]
pub struct Refused {
    /// What is wrong with it.
    error: ActionError,
    /// Its last good snapshot; none where there is none.
    snapshot: Option<SnapshotView>,
}

type Answer<T> = Result<T, ActionError>;

/// Version, locale and workspace.
#[tauri::command]
pub async fn app_status(state: State<'_, AppState>) -> Answer<AppStatus> {
    let open = state.workspace().await.ok();
    let path = open.as_ref().map(|workspace| workspace.path().to_owned());
    let workspace = match &open {
        Some(workspace) => Some(status(workspace).await?),
        None => None,
    };
    let refused = state.refused().clone().filter(|_| workspace.is_none());
    let refused = match refused {
        Some((path, error)) => Some(Refused { error, snapshot: last_good_snapshot(&path).await }),
        None => None,
    };
    let folder = path.as_deref().and_then(Path::parent).map(|folder| folder.display().to_string());
    Ok(AppStatus {
        version: env!("CARGO_PKG_VERSION"),
        locale: state.locale.clone(),
        workspace,
        refused,
        also_open: path.as_deref().and_then(presence::other),
        shared_folder: path.as_deref().and_then(presence::shared_folder),
        folder,
    })
}

/// Asks where the last good snapshot of the workspace that is damaged, or could not be opened, is to stand, and opens it
/// there; none when the dialog was left.
#[tauri::command]
pub async fn restore_snapshot(
    window: WebviewWindow,
    state: State<'_, AppState>,
) -> Answer<Option<WorkspaceStatus>> {
    let refused = state.refused().clone();
    let damaged = match &refused {
        Some((path, _)) => path.clone(),
        None => state.workspace().await?.path().to_owned(),
    };
    let Some(snapshot) = last_good_snapshot(&damaged).await else {
        return Err(refused.map_or_else(|| no_snapshot(&damaged), |(_, error)| error));
    };
    let stem = damaged.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{stem} restored.itec");
    let Some(out) = state.dialogs.save(&window, FileKind::Workspace, &name).await else { return Ok(None) };
    planner_actions::restore_snapshot(&damaged, snapshot.number, &out, true).await?;
    state.open_workspace(&out).await?;
    Ok(Some(status(&state.workspace().await?).await?))
}

/// Opens the sample company.
#[tauri::command]
pub async fn open_sample(state: State<'_, AppState>) -> Answer<WorkspaceStatus> {
    state.open_sample().await?;
    status(&state.workspace().await?).await
}

/// Asks for a workspace and opens it; none when the dialog was left.
#[tauri::command]
pub async fn open_workspace(
    window: WebviewWindow,
    state: State<'_, AppState>,
) -> Answer<Option<WorkspaceStatus>> {
    let Some(path) = state.dialogs.pick(&window, FileKind::Workspace).await else { return Ok(None) };
    state.open_workspace(&path).await?;
    Ok(Some(status(&state.workspace().await?).await?))
}

/// Makes a workspace: the first one in the app's own folder, later ones where the person says.
#[tauri::command]
pub async fn new_workspace(
    window: WebviewWindow,
    state: State<'_, AppState>,
) -> Answer<Option<WorkspaceStatus>> {
    let path = match state.own_workspace() {
        Some(path) => Some(path),
        None => state.dialogs.save(&window, FileKind::Workspace, "workspace.itec").await,
    };
    let Some(path) = path else { return Ok(None) };
    state.open_workspace(&path).await?;
    Ok(Some(status(&state.workspace().await?).await?))
}

/// Asks where a new workspace is to stand, proposing a name for it, and makes it there; none when the dialog was left.
#[tauri::command]
pub async fn new_workspace_at(
    window: WebviewWindow,
    state: State<'_, AppState>,
    name: String,
) -> Answer<Option<WorkspaceStatus>> {
    let stem: String =
        name.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter)).collect();
    let stem = if stem.trim().is_empty() { "workspace" } else { stem.trim() };
    let name = format!("{stem}.itec");
    let Some(path) = state.dialogs.save(&window, FileKind::Workspace, &name).await else { return Ok(None) };
    if path.exists() {
        let message =
            format!("{} is there already. Open it, or give the new workspace another name.", path.display());
        return Err(ActionError { code: "file_exists", message, details: None });
    }
    state.open_workspace(&path).await?;
    Ok(Some(status(&state.workspace().await?).await?))
}

/// Shows the folder with the copy that was made before the workspace was brought up to date.
#[tauri::command]
pub async fn show_earlier_copy(state: State<'_, AppState>) -> Answer<()> {
    state.workspace().await?.earlier_copy().map_or(Ok(()), viewer::show_folder)
}

/// Everything on the settings screen.
#[tauri::command]
pub async fn settings(state: State<'_, AppState>) -> Answer<Settings> {
    read_settings(&state.workspace().await?).await
}

/// Keeps the settings.
#[tauri::command]
pub async fn save_settings(state: State<'_, AppState>, settings: Settings) -> Answer<Settings> {
    save(&state.workspace().await?, &settings).await
}

/// The coverage target with its path by year.
#[tauri::command]
pub async fn coverage_target(state: State<'_, AppState>) -> Answer<TargetView> {
    planner_actions::coverage_target(&state.workspace().await?).await
}

/// Keeps the coverage target.
#[tauri::command]
pub async fn save_coverage_target(state: State<'_, AppState>, request: TargetRequest) -> Answer<TargetView> {
    planner_actions::save_coverage_target(&state.workspace().await?, &request).await
}

/// The entities of the organisation.
#[tauri::command]
pub async fn entities(state: State<'_, AppState>) -> Answer<EntitiesView> {
    planner_actions::entities(&state.workspace().await?).await
}

/// Keeps an entity.
#[tauri::command]
pub async fn save_entity(state: State<'_, AppState>, request: EntityRequest) -> Answer<EntitiesView> {
    planner_actions::save_entity(&state.workspace().await?, &request).await
}

/// Takes an entity off the list.
#[tauri::command]
pub async fn remove_entity(state: State<'_, AppState>, name: String) -> Answer<EntitiesView> {
    planner_actions::remove_entity(&state.workspace().await?, &name).await
}

/// Recomputes the event chain and every balance.
#[tauri::command]
pub async fn verify(state: State<'_, AppState>) -> Answer<Verification> {
    planner_actions::verify(&state.workspace().await?).await
}

/// Locks a reporting year.
#[tauri::command]
pub async fn lock_year(state: State<'_, AppState>, year: i32) -> Answer<YearLock> {
    planner_actions::lock_year(&state.workspace().await?, year).await
}

/// Unlocks a reporting year, with a reason.
#[tauri::command]
pub async fn unlock_year(state: State<'_, AppState>, year: i32, because: String) -> Answer<YearStatus> {
    planner_actions::unlock_year(&state.workspace().await?, year, &because).await
}
