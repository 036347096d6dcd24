//! What the page can ask for: one file a noun, one line a command. Which there are stands in `table.rs`.

use tauri::{Builder, Wry};

mod app;
mod certificates;
mod disclosure;
mod drafts;
mod emissions;
mod imports;
mod lines;
mod mappings;
mod plan;
mod requirement;
mod tables;
mod workspaces;

/// The table as functions that answer; `build.rs` reads the same table as names.
macro_rules! commands {
    ($($noun:ident :: $command:ident),* $(,)?) => { tauri::generate_handler![$($noun::$command),*] };
}

/// Registers every command of the table.
pub fn register(builder: Builder<Wry>) -> Builder<Wry> {
    builder.invoke_handler(include!("table.rs"))
}
