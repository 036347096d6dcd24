//! The rows of a file before it is imported.

use super::import::IssueView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many rows each filter of a review lets through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReviewCounts {
    /// All rows below the header.
    pub all: i64,
    /// Rejected ones, and those with something to look at.
    pub problems: i64,
    /// Lines that are new or changed beside lines that stand.
    pub changes: i64,
    /// Lines that stand already as they are, or twice in the file.
    pub duplicates: i64,
    /// Rows that are no lines.
    pub skipped: i64,
    /// Rows in which a cell is read as a person corrected it.
    pub corrected: i64,
}

/// Which rows of the review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReviewQuery {
    /// The plan that the rows belong to.
    pub plan_hash: String,
    /// `all`, `problems`, `changes`, `duplicates`, `skipped` or `corrected`.
    pub filter: String,
    /// First row of the page.
    pub offset: u32,
    /// Rows on the page.
    pub limit: u32,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReviewPage {
    /// Rows that the filter lets through.
    pub total: i64,
    /// Header texts, in order.
    pub headers: Vec<String>,
    /// The rows, in the order of the sheet.
    pub rows: Vec<ReviewRow>,
}

/// A row of the file, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReviewRow {
    /// 1-based row.
    pub row: u32,
    /// `imported`, `skipped` or `rejected`.
    pub fate: String,
    /// Why, for a row that is not imported: a code word.
    pub reason: String,
    /// `added`, `changed` or `unchanged` beside lines that stand, `null` where it is not compared.
    pub change: Option<String>,
    /// Its cells, as they stand in the file.
    pub cells: Vec<String>,
    /// What was found in it.
    pub issues: Vec<IssueView>,
}
