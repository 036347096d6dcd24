//! The system's file dialog, answered with a keyboard through xdotool.
//!
//! Typing right away loses letters: the dialog needs the focus, then `/` to open its location
//! field, then a moment; only then is the whole path typed over.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::time::sleep;

use super::elements::until;

/// Titles that GTK gives its dialogs.
const TITLES: &str = "^(Open File|Save File|Open|Save)$";

/// Waits for the dialog and answers it with a path.
pub async fn answer(path: &Path) -> anyhow::Result<()> {
    let path = path.to_str().context("a path that can be typed")?;
    let window = until(async || Ok(dialog())).await.context("no file dialog")?;
    xdotool(&["windowactivate", "--sync", &window])?;
    xdotool(&["key", "--window", "0", "slash"])?;
    sleep(Duration::from_millis(400)).await;
    xdotool(&["key", "ctrl+a"])?;
    xdotool(&["type", "--delay", "12", path])?;
    sleep(Duration::from_millis(200)).await;
    xdotool(&["key", "Return"])?;
    let closed = until(async || Ok(dialog().is_none().then_some(())));
    closed.await.context("the file dialog stays open")
}

/// The dialog's window, once it is on the screen.
fn dialog() -> Option<String> {
    let found = xdotool(&["search", "--onlyvisible", "--name", TITLES]).ok()?;
    found.lines().next().map(str::to_owned)
}

fn xdotool(words: &[&str]) -> anyhow::Result<String> {
    let output = Command::new("xdotool").args(words).output().context("xdotool is not installed")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "xdotool {words:?}: {said}");
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
