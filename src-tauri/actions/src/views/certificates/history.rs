//! What happened, event by event.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A value that was something else before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangeView {
    /// Name of the fact or figure.
    pub name: String,
    /// What it was; `null` where there was none.
    pub old: Option<String>,
    /// What it is; `null` where there is none.
    pub new: Option<String>,
}

/// One event of the ledger.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EventView {
    /// Its number in the chain.
    pub sequence: i64,
    /// Its own day: when it happened.
    pub on: String,
    /// Day on which it was recorded; `null` where the log of an earlier version kept one day alone.
    pub recorded_on: Option<String>,
    /// Time of that day, `09:30:00`; `null` where none was kept.
    pub recorded_at: Option<String>,
    /// The person who recorded it; `null` where nobody said a name.
    pub by: Option<String>,
    /// The import it is of, where it is of one.
    pub import_id: Option<String>,
    /// Whether that import was taken back since.
    pub is_undone: bool,
    /// `recorded`, `retired`, `reversed`, `reserved`, `released`, `listed`, `withdrawn`, `transferred`, `cancelled`, `expired`, `lot_removed`, …
    pub kind: String,
    /// Lots it touches.
    pub lot_ids: Vec<String>,
    /// Units.
    pub quantity: Option<i64>,
    /// Reporting year it is for.
    pub year: Option<i32>,
    /// Beneficiary, buyer, file or reason.
    pub note: Option<String>,
    /// Statement number of the retirement it makes, reverses or proves.
    pub retirement_id: Option<String>,
    /// What it corrects or restates.
    pub changes: Vec<ChangeView>,
    /// Its hash.
    pub hash: String,
}

/// Which part of the history.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct HistoryQuery {
    /// First event of the page, from 0, the newest first.
    pub offset: i64,
    /// Events on the page; 500 at most.
    pub limit: i64,
    /// Only of this sort: `imports`, `certificates`, `years`, `settings`, `reports`, `plan`.
    pub sort: Option<String>,
    /// Only recorded by this person.
    pub by: Option<String>,
    /// Only of this reporting year.
    pub year: Option<i32>,
    /// Only those whose words, lots, statements or hash contain this.
    pub search: Option<String>,
}

/// A part of the history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HistoryPage {
    /// The date on which it is looked at.
    pub as_of: String,
    /// All events.
    pub count: i64,
    /// Events that match.
    pub total: i64,
    /// Persons who recorded any, by name.
    pub persons: Vec<String>,
    /// Hash of the last event.
    pub chain_head: Option<String>,
    /// Those asked for, newest first.
    pub events: Vec<EventView>,
}
