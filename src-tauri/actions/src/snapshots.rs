//! Copies of the workspace: listed, written out again, and offered where the workspace itself is damaged.

use crate::error::in_words;
use crate::output::Outputs;
use crate::views::disclosure::Exported;
use crate::views::snapshots::{SnapshotView, SnapshotsView};
use crate::{ActionError, Workspace};
use planner_store::Scratch;
use planner_store::snapshots::{self, Snapshot};
use std::path::Path;

/// Codes of refusals after which a snapshot helps.
const HELPED: [&str; 3] = ["workspace_damaged", "not_a_workspace", "disk_failed"];

/// The snapshots of a workspace, the latest first; the workspace itself need not open.
pub async fn list_snapshots(workspace: &Path) -> SnapshotsView {
    let mut views = Vec::new();
    for snapshot in snapshots::of_workspace(workspace) {
        views.push(view(&snapshot, snapshots::is_good(&snapshot.path).await));
    }
    let folder = snapshots::folder_of(workspace).display().to_string();
    SnapshotsView { folder, snapshots: views }
}

/// The latest snapshot that is sound.
pub async fn last_good_snapshot(workspace: &Path) -> Option<SnapshotView> {
    snapshots::last_good(workspace).await.map(|snapshot| view(&snapshot, true))
}

/// That there is no such snapshot, in words.
pub fn no_snapshot(workspace: &Path) -> ActionError {
    let message = format!("No sound snapshot is kept beside {}.", workspace.display());
    ActionError::new("unknown_snapshot", message)
}

/// Writes a snapshot out as a workspace of its own; refused where it is damaged too.
pub async fn restore_snapshot(
    workspace: &Path,
    number: u32,
    out: &Path,
    may_overwrite: bool,
) -> Result<Exported, ActionError> {
    let known = snapshots::of_workspace(workspace);
    let snapshot = known.into_iter().find(|snapshot| snapshot.number == number).ok_or_else(|| {
        let folder = snapshots::folder_of(workspace);
        let message =
            format!("There is no snapshot {number} in {}. List them with snapshots.", folder.display());
        ActionError::new("unknown_snapshot", message)
    })?;
    if !snapshots::is_readable(&snapshot.path).await {
        let message = format!("{} is damaged. Choose another snapshot.", snapshot.path.display());
        return Err(ActionError::new("snapshot_damaged", message));
    }
    let outputs = Outputs::guarded(Some(workspace), may_overwrite, &[out.to_owned()], &[&snapshot.path])?;
    Ok(Exported { files: outputs.copy(&snapshot.path)?, chain_head: None })
}

/// Writes the workspace out once more, as last committed, as a workspace of its own.
pub async fn save_copy(workspace: &Workspace, out: &Path) -> Result<Exported, ActionError> {
    let outputs = Outputs::begin(workspace, &[out.to_owned()], &[])?;
    let scratch = Scratch::beside(workspace.path()).or_else(|_| Scratch::beside(out));
    let scratch = scratch.map_err(|error| {
        ActionError::new("not_written", format!("The copy cannot be written: it {}.", in_words(&error)))
    })?;
    let copy = scratch.file("copy");
    workspace.store.copy_to(&copy).await?;
    Ok(Exported { files: outputs.copy(&copy)?, chain_head: None })
}

/// A refusal of a damaged workspace with the snapshot that would help.
pub async fn with_snapshot(error: ActionError, workspace: &Path) -> ActionError {
    if !HELPED.contains(&error.code) {
        return error;
    }
    let Some(good) = snapshots::last_good(workspace).await else { return error };
    let message = format!(
        "{} Its last good snapshot is {}. Restore it (number {}) and go on with that file.",
        error.message,
        good.path.display(),
        good.number
    );
    ActionError { message, ..error }
}

impl Workspace {
    /// Lets go of the file; a copy of it is kept first, where it was changed since it was opened.
    pub async fn keep_and_close(self) {
        self.store.keep_and_close().await;
    }
}

fn view(snapshot: &Snapshot, is_good: bool) -> SnapshotView {
    SnapshotView {
        number: snapshot.number,
        reason: snapshot.reason.words().to_owned(),
        made_at: snapshot.made_at.map(|at| at.format("%Y-%m-%d %H:%M UTC").to_string()),
        bytes: snapshot.bytes,
        is_good,
        path: snapshot.path.display().to_string(),
    }
}
