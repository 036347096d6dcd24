//! The program: a window, or the worker in which one spreadsheet is parsed apart from it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Before anything of Tauri: the worker has limits of its own and must never open a display.
    if std::env::args_os().nth(1).is_some_and(|word| word == "worker") {
        return work();
    }
    planner_shell::run()
}

/// Parses one spreadsheet for a parent process and ends.
fn work() -> ExitCode {
    // planner_actions::worker::main()
    ExitCode::FAILURE
}
