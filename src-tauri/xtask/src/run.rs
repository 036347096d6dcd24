//! `cargo xtask run`: the app, or its main job in a terminal.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Outcome, built, cargo, run, target};
use crate::steps::Steps;
use crate::{packages, sample, ui};

/// Builds everything and opens the window on the sample workspace.
pub fn window() -> Outcome {
    check_display()?;
    let mut steps = Steps::new();
    packages::install(&mut steps, packages::WINDOW)?;
    ui::build(&mut steps)?;
    steps.step("build the app (cargo build)", || run(&mut cargo(&["build", "--workspace"])))?;
    let workspace = sample_workspace(&mut steps)?;
    steps.step("the app is open; close its window to end", || open(&workspace))
}

/// Builds `itec` alone, imports the sample workbooks and prints the requirement.
pub fn headless() -> Outcome {
    let mut steps = Steps::new();
    // `--workspace --bin`: nothing of the window is built, yet features are those of every other build here.
    steps.step("build itec (cargo build)", || run(&mut cargo(&["build", "--workspace", "--bin", "itec"])))?;
    let folder = std::env::temp_dir().join(format!("itec-sample-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let outcome = import_and_print(&mut steps, &folder.join("sample.itec"));
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

fn import_and_print(steps: &mut Steps, workspace: &std::path::Path) -> Outcome {
    steps.step("import the sample workbooks", || sample::import(workspace))?;
    steps.step("the requirement", || sample::print_requirement(workspace))
}

/// The sample workspace, made once; delete the file to begin anew.
fn sample_workspace(steps: &mut Steps) -> Outcome<PathBuf> {
    let folder = target().join("sample");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let workspace = folder.join("sample.itec");
    if !workspace.is_file() {
        let made = steps.step("make the sample workspace", || sample::import(&workspace));
        made.inspect_err(|_| drop(std::fs::remove_file(&workspace)))?;
    }
    Ok(workspace)
}

fn open(workspace: &std::path::Path) -> Outcome {
    let mut app = Command::new(built("i-tec-planner"));
    if cfg!(target_os = "linux") && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        app.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1"); // spares 80 MB, and blank windows on some drivers
    }
    run(app.arg(workspace))
}

fn check_display() -> Outcome {
    let has = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !has("DISPLAY") && !has("WAYLAND_DISPLAY") {
        return Err(
            "there is no display here. `cargo xtask run --headless` does the main job in a terminal".into()
        );
    }
    Ok(())
}
