//! The shipped device tables, made from the source files that they derive from.

use std::process::Command;

use crate::shell::{Outcome, root, run};

/// Makes `assets/weights/*_devices.csv` from a folder that holds the source files.
pub fn make(folder: &str) -> Outcome {
    let words = ["run", "--quiet", "-p", "planner-sheets", "--example", "make_weights", "--", folder];
    run(Command::new("cargo").current_dir(root()).args(words))
}
