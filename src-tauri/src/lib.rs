//! The window of I-TEC Planner: opens a workspace, registers the commands and shows the page.
//!
//! It decides nothing: every command is one call into `planner_actions`. Paths, the clock and the
//! locale are known here and never come from the page.

use std::process::ExitCode;

use tauri::{App, Manager, RunEvent};

mod commands;
mod dialogs;
mod files;
mod locale;
mod presence;
mod start;
mod state;
mod viewer;
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
    anyhow::ensure!(has_display(), "there is no display; `itec` does the same work in a terminal");
    let builder = commands::register(tauri::Builder::default())
        .append_invoke_initialization_script(include_str!("tame.js"))
        .on_window_event(window::on_event)
        .setup(move |app| Ok(set_up(app, start)?));
    builder.build(tauri::generate_context!())?.run(|app, event| {
        if let RunEvent::Exit = event {
            tauri::async_runtime::block_on(app.state::<AppState>().close());
        }
    });
    Ok(())
}

/// GTK ends the program with a stack trace when there is none, so we look first.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn set_up(app: &mut App, start: Start) -> anyhow::Result<()> {
    let data_folder = app.path().app_data_dir()?;
    std::fs::create_dir_all(&data_folder)?;
    app.manage(tauri::async_runtime::block_on(AppState::open(start, &data_folder))?);
    window::open(app)
}
