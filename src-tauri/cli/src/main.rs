//! `itec`: everything the window can do to a workspace, from a terminal or a script. No rule lives here.
//! Started with `worker` it is the process in which one spreadsheet is parsed.

mod arguments;
mod certificates;
mod disclosure;
mod emissions;
mod imports;
mod lines;
mod plan;
mod run;
mod settings;
mod tables;

use arguments::Arguments;
use clap::Parser;
use planner_actions::worker;
use std::process::ExitCode;

fn main() -> ExitCode {
    if worker::is_asked_for(std::env::args_os()) {
        return worker::main();
    }
    let arguments = Arguments::parse();
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(run::run(arguments)),
        Err(error) => {
            eprintln!("itec could not start: {error}");
            ExitCode::FAILURE
        }
    }
}
