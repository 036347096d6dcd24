//! `itec` as a process of its own, over a workspace that nothing else holds open.

use crate::support::{Bench, TODAY, day, program};
use planner_actions::views::certificates::PurchaseRequest;
use planner_actions::worker::Program;
use planner_actions::{ActionError, Workspace};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A workspace with these lots of 2025, each with the serials after those of the one before.
pub async fn workspace_with_lots(lots: i64, quantity: i64) -> (TempDir, PathBuf) {
    let bench = Bench::new().await;
    for number in 0..lots {
        let request = lot_of(number * quantity + 1, quantity);
        planner_actions::record_lot(&bench.workspace, &request).await.expect("a lot");
    }
    let path = bench.workspace.path().to_owned();
    bench.workspace.close().await;
    (bench.folder, path)
}

/// The purchase of a lot of 2025.
pub fn lot_of(serial_start: i64, quantity: i64) -> PurchaseRequest {
    PurchaseRequest {
        class: "I-TEC".into(),
        registry: "Bloom".into(),
        serial_prefix: Some("NL-R".into()),
        serial_start,
        serial_end: serial_start + quantity - 1,
        vintage: 2025,
        ..Default::default()
    }
}

/// The workspace, opened as after a fresh start.
pub async fn open(path: &Path) -> Result<Workspace, ActionError> {
    Workspace::open_or_create(path, day(TODAY), Program::new(program("itec"))).await
}

/// A call of `itec` that answers in JSON.
pub fn itec(path: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(program("itec"));
    command.args(["--json", "--today", TODAY, "--workspace"]).arg(path).args(words);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}
