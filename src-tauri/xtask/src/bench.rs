//! `cargo xtask bench`: what everything takes, beside what others take. It is no part of the tests.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Outcome, cargo, run, target};
use crate::steps::Steps;

/// Builds for release, then measures on workbooks of so many rows that are made for it.
pub fn measure(rows: Option<&str>) -> Outcome {
    let mut steps = Steps::new();
    let words = [
        "build",
        "--release",
        "--workspace",
        "--bin",
        "itec",
        "--example",
        "bench",
        "--example",
        "bench_ledger",
        "--example",
        "bench_plan",
        "--example",
        "bench_recognise",
    ];
    steps.step("build itec for release (cargo build --release)", || run(&mut cargo(&words)))?;
    steps.step("imports and questions", || {
        run(Command::new(released("examples/bench")).arg(released("itec")).args(rows))
    })?;
    steps.step("a ledger of many lots", || run(&mut Command::new(released("examples/bench_ledger"))))?;
    steps.step("a plan of many lots", || run(&mut Command::new(released("examples/bench_plan"))))?;
    steps.step("what an order text is", || run(&mut Command::new(released("examples/bench_recognise"))))
}

/// A program built for release, with the system's own ending.
fn released(name: &str) -> PathBuf {
    target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
