//! `cargo xtask test`: every check, cheap ones first, on a display of its own.

use crate::display::Display;
use crate::shell::{Outcome, answer, cargo, run};
use crate::steps::Steps;
use crate::{packages, ui};
use std::process::Command;

/// Runs every check; the first failure ends the run.
pub fn everything() -> Outcome {
    let mut steps = Steps::new();
    let wanted = [packages::WINDOW, packages::TESTS].concat();
    packages::install(&mut steps, &wanted)?;
    format(&mut steps)?;
    ui::build(&mut steps)?;
    ui::check(&mut steps)?;
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

/// Programs and tests in one go, the lints of clippy with them: `cargo test` alone would not build the programs the tests
/// start, and `cargo clippy` alone would have every dependency checked once more.
fn build(steps: &mut Steps) -> Outcome {
    let mut build = cargo(&["build", "--locked", "--workspace", "--all-targets"]);
    if has_clippy() {
        return steps.step("lint and build (cargo build under clippy)", || run(linted(&mut build)));
    }
    steps.skip("lint (clippy)", "this toolchain has no clippy");
    steps.step("build (cargo build)", || run(&mut build))
}

/// Clippy's driver, which stands in for the compiler of this workspace's own crates.
const DRIVER: &str = "clippy-driver";

fn has_clippy() -> bool {
    answer(DRIVER, &["--version"]).is_some()
}

/// A command of cargo that compiles with clippy's driver, and refuses what it warns of. Every one of a run says so, because
/// cargo keeps what each compiler made apart. The second variable is how `cargo clippy` hands its own words on.
fn linted(cargo: &mut Command) -> &mut Command {
    cargo.env("RUSTC_WORKSPACE_WRAPPER", DRIVER);
    cargo.env("CLIPPY_ARGS", ["--deny", "warnings", ""].join("__CLIPPY_HACKERY__"))
}

fn test(steps: &mut Steps) -> Outcome {
    let mut tests = cargo(&["test", "--locked", "--workspace"]);
    tests.env("RUST_LIB_BACKTRACE", "0"); // an error's sentence is enough; panics keep theirs
    if has_clippy() {
        linted(&mut tests);
    }
    if !cfg!(target_os = "linux") {
        return steps.step("test (cargo test)", || run(&mut tests));
    }
    steps.step("test (cargo test), windows on a display of their own", || {
        let display = Display::start()?;
        display.lend(&mut tests);
        run(&mut tests)
    })
}
