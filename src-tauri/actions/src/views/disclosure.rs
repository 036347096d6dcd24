//! The retirement summary for finance: what is missing, what it will say, what was written.

use serde::Serialize;
use ts_rs::TS;

/// The disclosure screen of one year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DisclosureView {
    /// The year.
    pub year: i32,
    /// `draft`, `final` or `restated`.
    pub status: String,
    /// What must be settled before it can be final, and what is.
    pub checks: Vec<DisclosureCheck>,
    /// Sheets of the workbook with their first rows.
    pub sheets: Vec<SheetPreview>,
    /// The claim text offered.
    pub claim_text: String,
    /// The Standard's approved statement, where every retired certificate carries tCO2e.
    pub claim_text_standard: Option<String>,
    /// Most characters a CDP text may have.
    pub claim_text_limit: u32,
    /// Suggested file name.
    pub file_name: String,
}

/// One check before a report can be final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DisclosureCheck {
    /// `weights_resolved`, `fully_covered`, `ledger_verified`, `reconciled`, `serials_checked`, `conditions_known`.
    pub code: String,
    /// Whether it is met.
    pub is_met: bool,
    /// Whether it blocks a final report.
    pub blocks_final: bool,
    /// Lines, units or events it is about.
    pub quantity: i64,
    /// Units without a weight, difference, chain head …
    pub detail: Option<String>,
}

/// A sheet as the workbook will show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SheetPreview {
    /// Its name.
    pub name: String,
    /// Column headers.
    pub columns: Vec<String>,
    /// Which columns are numbers.
    pub numeric: Vec<bool>,
    /// First hundred rows.
    pub rows: Vec<Vec<String>>,
    /// Rows in all.
    pub rows_total: u32,
    /// Texts of the total row, where there is one.
    pub total: Option<Vec<String>>,
}

/// A written export.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// Files written.
    pub files: Vec<ExportedFile>,
    /// Head of the event chain it rests on.
    pub chain_head: Option<String>,
}

/// One written file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExportedFile {
    /// Where it was written.
    pub path: String,
    /// Name of the file.
    pub file_name: String,
    /// Its content's hash.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}
