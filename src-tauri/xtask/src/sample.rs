//! The sample company, imported with `itec` as a person would.

use std::path::Path;
use std::process::Command;

use crate::shell::{Outcome, built, root, run, run_quietly};

/// What is imported, and as what, in this order.
const WORKBOOKS: &[(&str, &str)] = &[
    ("procurement", "assets/sample/procurement.xlsx"),
    ("dispositions", "assets/sample/dispositions.xlsx"),
    ("certificates", "assets/sample/certificates.csv"),
];

/// The year the sample is about, and the day it is looked at.
const YEAR: &str = "2025";
const TODAY: &str = "2026-06-16";

/// Imports the sample workbooks into a workspace.
pub fn import(workspace: &Path) -> Outcome {
    for (kind, file) in WORKBOOKS {
        if !root().join(file).is_file() {
            return Err(format!("{file} is missing"));
        }
        run_quietly(itec(workspace).args(["import", kind, file, "--year", YEAR]))?;
    }
    Ok(())
}

/// Prints what the sample company must cover.
pub fn print_requirement(workspace: &Path) -> Outcome {
    run(itec(workspace).args(["requirement", "--year", YEAR]))
}

fn itec(workspace: &Path) -> Command {
    let mut command = Command::new(built("itec"));
    command.current_dir(root()).arg("--workspace").arg(workspace).args(["--today", TODAY]);
    command
}
