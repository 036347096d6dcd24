//! The window of I-TEC Planner: opens a workspace, registers the commands and shows the page.
//!
//! It decides nothing: every command is one call into `planner_actions`. Paths, the clock and the
//! locale are known here and never come from the page.

use std::process::ExitCode;

use tauri::{App, Manager};

mod commands;
mod dialogs;
mod files;
mod locale;
mod start;
mod state;
mod window;

use start::Start;
use state::AppState;

/// Runs the app until its window closes.
#[must_use]
pub fn run() -> ExitCode {
    let start = match Start::from_process() {
        Ok(start) => start,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::from(2);
        }
    };
    match run_window(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("I-TEC Planner could not start: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_window(start: Start) -> anyhow::Result<()> {
    let builder = commands::register(tauri::Builder::default())
        .on_window_event(window::on_event)
        .setup(move |app| Ok(set_up(app, start)?));
    Ok(builder.run(tauri::generate_context!())?)
}

fn set_up(app: &mut App, start: Start) -> anyhow::Result<()> {
    let data_folder = app.path().app_data_dir()?;
    std::fs::create_dir_all(&data_folder)?;
    app.manage(AppState::open(start, &data_folder)?);
    window::open(app)
}
