//! A registry's statement beside the ledger.

use super::certificates::ChangeView;
use super::import::IssueView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How a statement is read and compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReconciliationRequest {
    /// Registries the statement is of; those it names where empty.
    pub registries: Vec<String>,
    /// Sheet; the best one where left out.
    pub sheet: Option<String>,
    /// Row of the header, from 1.
    pub header_row: Option<u32>,
    /// Fields and the headers of their columns.
    pub columns: BTreeMap<String, String>,
    /// Whether nothing of it is kept.
    pub dry_run: bool,
}

/// What the comparison found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReconciliationView {
    /// The day on which the lots are looked at.
    pub as_of: String,
    /// The statement.
    pub file_name: String,
    /// SHA-256 of it.
    pub file_sha256: String,
    /// Its sheet.
    pub sheet: String,
    /// Rows below the header.
    pub rows_read: i64,
    /// Rows with serials, which were compared.
    pub rows_compared: i64,
    /// Certificates in them.
    pub units_stated: i64,
    /// Both say the same.
    pub matched: SumView,
    /// Both have them and say different things.
    pub different: SumView,
    /// Only the ledger has them.
    pub only_here: SumView,
    /// Only the statement has them.
    pub only_there: SumView,
    /// Lots that agree as a whole.
    pub lots_checked: Vec<String>,
    /// Runs of serials, those that need a person first.
    pub findings: Vec<FindingView>,
    /// What was odd in the file.
    pub issues: Vec<IssueView>,
    /// Number of the event that keeps it; `null` for a dry run.
    pub event: Option<i64>,
}

/// Runs of serials and the units in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SumView {
    /// Runs.
    pub runs: i64,
    /// Units.
    pub units: i64,
}

/// A run of serials in the statement, the ledger or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// `matched`, `different`, `only_here` or `only_there`.
    pub outcome: String,
    /// Row of the statement.
    pub row: Option<u32>,
    /// The lot.
    pub lot_id: Option<String>,
    /// Text before the serial number.
    pub serial_prefix: String,
    /// First serial.
    pub serial_start: i64,
    /// Last serial.
    pub serial_end: i64,
    /// Units.
    pub quantity: i64,
    /// Where the ledger has them.
    pub state: Option<String>,
    /// What the statement says of them.
    pub stated: Option<String>,
    /// Field by field: ours, then the registry's.
    pub differences: Vec<ChangeView>,
    /// Purchase order of the row, else of the lot.
    pub order_number: Option<String>,
    /// Imported procurement lines of that order; `null` where no order is named.
    pub order_lines: Option<i64>,
    /// Why this order, where no number names it or its number is unknown; else `null`.
    pub order_because: Option<String>,
    /// Orders of certificates: the one its lot was delivered on, else the open ones it may be the delivery of.
    pub orders: Vec<String>,
    /// What to do about it; `null` where nothing is.
    pub remedy: Option<String>,
}
