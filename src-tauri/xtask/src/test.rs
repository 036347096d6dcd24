//! `cargo xtask test`: every check, cheap ones first, on a display of its own.

use crate::display::Display;
use crate::shell::{Outcome, answer, cargo, run};
use crate::steps::Steps;
use crate::{packages, ui};

/// Runs every check; the first failure ends the run.
pub fn everything() -> Outcome {
    let mut steps = Steps::new();
    let wanted = [packages::WINDOW, packages::TESTS].concat();
    packages::install(&mut steps, &wanted)?;
    format(&mut steps)?;
    ui::build(&mut steps)?;
    ui::check(&mut steps)?;
    clippy(&mut steps)?;
    build(&mut steps)?;
    test(&mut steps)?;
    ui::browse(&mut steps)?;
    steps.summary();
    Ok(())
}

fn format(steps: &mut Steps) -> Outcome {
    let title = "format (cargo fmt)";
    if answer("cargo", &["fmt", "--version"]).is_none() {
        steps.skip(title, "this toolchain has no rustfmt");
        return Ok(());
    }
    steps.step(title, || run(&mut cargo(&["fmt", "--all", "--check"])))
}

fn clippy(steps: &mut Steps) -> Outcome {
    let title = "lint (cargo clippy)";
    if answer("cargo", &["clippy", "--version"]).is_none() {
        steps.skip(title, "this toolchain has no clippy");
        return Ok(());
    }
    let words = ["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    steps.step(title, || run(&mut cargo(&words)))
}

/// Programs and tests in one go: `cargo test` alone would not build the programs the tests start.
fn build(steps: &mut Steps) -> Outcome {
    let words = ["build", "--locked", "--workspace", "--bins", "--tests"];
    steps.step("build (cargo build)", || run(&mut cargo(&words)))
}

fn test(steps: &mut Steps) -> Outcome {
    let mut tests = cargo(&["test", "--locked", "--workspace"]);
    tests.env("RUST_LIB_BACKTRACE", "0"); // an error's sentence is enough; panics keep theirs
    if !cfg!(target_os = "linux") {
        return steps.step("test (cargo test)", || run(&mut tests));
    }
    steps.step("test (cargo test), windows on a display of their own", || {
        let display = Display::start()?;
        display.lend(&mut tests);
        run(&mut tests)
    })
}
