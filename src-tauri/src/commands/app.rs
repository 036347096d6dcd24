//! The app itself.

use serde::Serialize;
use tauri::State;

use crate::state::AppState;

/// What the page needs to know before it draws anything.
#[derive(Serialize)]
pub struct AppStatus {
    /// The app's version.
    version: &'static str,
    /// A BCP 47 tag for numbers and dates.
    locale: String,
    /// The open workspace; none on a first start.
    workspace: Option<()>, // planner_actions::views::WorkspaceStatus
}

/// Version, locale and workspace.
#[tauri::command]
pub fn app_status(state: State<'_, AppState>) -> AppStatus {
    AppStatus { version: env!("CARGO_PKG_VERSION"), locale: state.locale.clone(), workspace: None }
}
