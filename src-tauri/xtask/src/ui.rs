//! The page: its packages, its build, its checks.

use std::path::Path;
use std::time::SystemTime;

use crate::packages;
use crate::shell::{Outcome, npm, root, run, run_quietly};
use crate::steps::Steps;

/// Folders in `ui` that are made, not written.
const MADE: &[&str] = &["node_modules", "dist", "test-results", "playwright-report"];

/// Checks that need nothing built, cheapest first; those that `ui/package.json` has are run.
const CHECKS: &[&str] = &["lint", "check", "test"];

/// Builds `ui/dist`, which the shell takes in, if anything in it is out of date.
pub fn build(steps: &mut Steps) -> Outcome {
    packages::check_node()?;
    let ui = root().join("ui");
    if changed(&ui.join("node_modules/.package-lock.json")) < changed(&ui.join("package-lock.json")) {
        let words = ["ci", "--no-audit", "--no-fund"];
        steps.step("install the page's packages (npm ci)", || run_quietly(&mut npm(&words)))?;
    }
    if changed(&ui.join("dist/index.html")) < newest(&ui).max(newest(&root().join("assets"))) {
        steps.step("build the page (npm run build)", || run_quietly(&mut npm(&["run", "build"])))?;
    }
    Ok(())
}

/// Types, style and unit tests of the page.
pub fn check(steps: &mut Steps) -> Outcome {
    CHECKS.iter().try_for_each(|script| run_script(steps, script))
}

/// The page in a browser: every screen, both themes, accessibility.
pub fn browse(steps: &mut Steps) -> Outcome {
    run_script(steps, "test:browser")
}

fn run_script(steps: &mut Steps, script: &str) -> Outcome {
    let title = format!("page: npm run {script}");
    if !has_script(script)? {
        steps.skip(&title, "ui/package.json has no such script");
        return Ok(());
    }
    steps.step(&title, || run(&mut npm(&["run", "--silent", script])))
}

fn has_script(script: &str) -> Outcome<bool> {
    let file = root().join("ui/package.json");
    let text =
        std::fs::read_to_string(&file).map_err(|error| format!("ui/package.json cannot be read: {error}"))?;
    let scripts = text.split_once("\"scripts\"").and_then(|(_, rest)| rest.split_once('}'));
    Ok(scripts.is_some_and(|(list, _)| list.contains(&format!("\"{script}\":"))))
}

/// When a file was last written; a missing one is older than all.
fn changed(file: &Path) -> SystemTime {
    file.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

fn newest(folder: &Path) -> SystemTime {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return SystemTime::UNIX_EPOCH;
    };
    let written = entries.flatten().filter(|entry| !MADE.iter().any(|made| entry.file_name() == *made));
    let times = written.map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => newest(&entry.path()),
        _ => changed(&entry.path()),
    });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}
