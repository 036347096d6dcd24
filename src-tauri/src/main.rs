//! The program: a window, or the worker in which one spreadsheet is parsed apart from it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use planner_actions::worker;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Before anything of Tauri: the worker has limits of its own and must never open a display.
    if worker::is_asked_for(std::env::args_os()) {
        return worker::main();
    }
    planner_shell::run()
}
