//! `cargo xtask soak`: what takes too long for every run of the tests.

use crate::shell::{Outcome, cargo, run};
use crate::steps::Steps;

/// How often each is killed.
const KILLS: &str = "1000";

/// Kills first starts, imports, retirements and seals at any moment, and looks at what is left after each.
pub fn kills() -> Outcome {
    let mut steps = Steps::new();
    let build = ["build", "--locked", "--workspace", "--bins", "--tests"];
    steps.step("build (cargo build)", || run(&mut cargo(&build)))?;
    let words = ["test", "--locked", "--workspace", "--test", "all", "killed", "--", "--nocapture"];
    let mut tests = cargo(&words);
    tests.env("ITEC_KILLS", KILLS);
    steps.step("kills", || run(&mut tests))?;
    steps.summary();
    Ok(())
}
