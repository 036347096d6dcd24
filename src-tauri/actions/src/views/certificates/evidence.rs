//! Documents that prove something of a lot or a retirement.

use serde::Serialize;
use ts_rs::TS;

/// A document attached as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceView {
    /// SHA-256 of its content.
    pub sha256: String,
    /// The name its file had.
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: i64,
    /// What it proves: `ownership`, `verification`, `delivery`, `retirement` or `other`.
    pub proves: String,
}

/// A document that was attached.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Attached {
    /// `lot` or `retirement`.
    pub subject: String,
    /// The lot's id or the statement number.
    pub id: String,
    /// The document.
    pub document: EvidenceView,
    /// Number of the event.
    pub event: i64,
}
