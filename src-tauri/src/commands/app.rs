//! The app itself.

use serde::Serialize;
use tauri::State;

use crate::state::AppState;

/// What every screen needs to know of the app.
#[derive(Serialize)]
pub struct AppStatus {
    /// The app's version.
    version: &'static str,
    /// Today, as every rule sees it.
    today: String,
    /// A BCP 47 tag for numbers and dates.
    locale: String,
    /// The open workspace's file name.
    workspace: String,
}

/// Version, day, locale and workspace.
#[tauri::command]
pub fn app_status(state: State<'_, AppState>) -> AppStatus {
    AppStatus {
        version: env!("CARGO_PKG_VERSION"),
        today: state.today().to_string(),
        locale: state.locale.clone(),
        workspace: state.workspace.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    }
}
