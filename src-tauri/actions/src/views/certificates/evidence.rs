//! Documents that prove something of a lot or a retirement.

use serde::{Deserialize, Serialize};
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
    /// What it is: `registry_statement`, `transfer_confirmation`, `purchase_contract`, `invoice`, `itad_certificate`,
    /// `verification_report`, `retirement_confirmation` or `other`; `null` where nobody said, and then it is no proof.
    pub kind: Option<String>,
    /// Its date.
    pub issued_on: Option<String>,
    /// Who made it.
    pub issuer: Option<String>,
    /// The batch that it covers.
    pub batch: Option<String>,
    /// The serials that it covers, each run as `1-100`.
    pub covers: Vec<String>,
}

/// What is said of a document as it is attached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EvidenceRequest {
    /// What it proves; what its kind is mostly attached for where left out.
    pub proves: Option<String>,
    /// What it is. Left out, it is kept and proves no ownership.
    pub kind: Option<String>,
    /// Its date.
    pub issued_on: Option<String>,
    /// Who made it.
    pub issuer: Option<String>,
    /// The batch that it covers as a whole: that of the lot.
    pub batch: Option<String>,
    /// The serials that it covers, each run as `1-100`.
    pub covers: Vec<String>,
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
