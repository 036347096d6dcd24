//! Copies of the workspace.

use serde::Serialize;
use ts_rs::TS;

/// The copies of a workspace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SnapshotsView {
    /// The folder they are in.
    pub folder: String,
    /// The copies, the latest first.
    pub snapshots: Vec<SnapshotView>,
}

/// A copy of a workspace as it was at one moment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SnapshotView {
    /// Its number; a later one is greater.
    pub number: u32,
    /// before-update, before-undo, before-replace or on-close.
    pub reason: String,
    /// When it was written, by the system's clock.
    pub made_at: Option<String>,
    /// Its size.
    pub bytes: u64,
    /// Whether its pages, chain and balances hold.
    pub is_good: bool,
    /// Where it is.
    pub path: String,
}
