//! The sample company, made with `itec` as a person would.

use std::path::Path;
use std::process::Command;

use crate::shell::{Outcome, built, root, run, run_quietly};

/// The year the sample is about.
const YEAR: &str = "2025";

/// Imports the sample's workbooks and its history into a workspace.
pub fn import(workspace: &Path) -> Outcome {
    run_quietly(itec(workspace).arg("sample"))
}

/// Prints what the sample company must cover.
pub fn print_requirement(workspace: &Path) -> Outcome {
    run(itec(workspace).args(["requirement", "--year", YEAR]))
}

fn itec(workspace: &Path) -> Command {
    let mut command = Command::new(built("itec"));
    command.current_dir(root()).arg("--workspace").arg(workspace);
    command
}
