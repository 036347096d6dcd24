//! The workspace as a whole, and its settings.

use super::certificates::ChangeView;
use super::snapshots::SnapshotView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the shell knows before any screen is drawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkspaceStatus {
    /// Name of the workspace file.
    pub file_name: String,
    /// Where the file as it was lies, if it was of an earlier version and opening it brought it up to date.
    pub earlier_copy: Option<String>,
    /// Why it can only be read, and what would let it be written; `null` where it can be written.
    pub read_only: Option<String>,
    /// Name of the organisation.
    pub organisation: String,
    /// Whether this is the shipped sample company.
    pub is_sample: bool,
    /// Whether nothing has been imported or recorded yet.
    pub is_empty: bool,
    /// Today's date, as every view uses it.
    pub as_of: String,
    /// Entities that are listed or that lines of any year name, by name.
    pub entities: Vec<String>,
    /// Years that have lines, certificates or settings, ascending.
    pub years: Vec<YearStatus>,
    /// The year a person most likely works on.
    pub current_year: i32,
    /// Events in the ledger.
    pub events: i64,
    /// Hash of the last event: another one than a check saw means that something was changed since.
    pub chain_head: Option<String>,
    /// Whether the chain and every balance were recomputed without a problem when the workspace was opened.
    pub is_verified: bool,
    /// Lines of all open years without a weight.
    pub lines_unresolved: i64,
}

/// One reporting year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct YearStatus {
    /// The year.
    pub year: i32,
    /// Whether it is locked: it takes no change.
    pub is_locked: bool,
}

/// A locked year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearLock {
    /// The year.
    pub year: i32,
    /// Whether it is locked: it takes no change.
    pub is_locked: bool,
    /// Figures that are not what they were when it was locked before.
    pub restated: Vec<ChangeView>,
}

/// Everything on the settings screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Legal name of the organisation; the beneficiary of its retirements.
    pub organisation: String,
    /// Month in which the fiscal year begins, 1 to 12.
    pub fiscal_year_start_month: u32,
    /// Share of the gross requirement committed to, percent.
    pub target_percent: String,
    /// Scope 3 category of lines that nothing else decides: 1 or 2.
    pub default_scope3_category: i64,
    /// Unit price from which a device is a capital good; `null` for no threshold.
    pub capitalisation_threshold: Option<String>,
    /// Currency of that price, by its ISO 4217 code; `null` where it was set before it needed one, and is compared with
    /// no price.
    #[serde(default)]
    pub capitalisation_currency: Option<String>,
    /// What prices in other currencies come to.
    #[serde(default)]
    pub rates: Vec<RateSetting>,
    /// What counts as restored: `strict` or `wide`.
    pub restoration_policy: String,
    /// Persons who answer for a report together: 3, or 2 where one may stand in two roles.
    #[serde(default = "three")]
    pub report_persons: u32,
    /// Settings of single years.
    pub years: Vec<YearSettings>,
}

/// What one unit of a currency comes to in another, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RateSetting {
    /// The currency of the price, by its ISO 4217 code.
    pub from: String,
    /// The currency of the threshold.
    pub into: String,
    /// The day from which it holds.
    pub on: String,
    /// Units of the one for one unit of the other.
    pub rate: String,
}

fn three() -> u32 {
    3
}

/// Settings of one reporting year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearSettings {
    /// The year.
    pub year: i32,
    /// Whether it is locked.
    pub is_locked: bool,
    /// The day on which its report is due.
    pub closes_on: Option<String>,
    /// Its own target in percent; `null` takes the organisation's.
    pub target_percent: Option<String>,
    /// Its budget, with currency.
    pub budget: Option<Money>,
    /// Gross requirement, for information.
    #[serde(default)]
    pub gross: i64,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Money {
    /// The exact amount.
    pub amount: String,
    /// ISO 4217 code.
    pub currency: String,
}

/// The result of checking the whole file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verification {
    /// Whether there is no problem.
    pub ok: bool,
    /// Events read.
    pub events: i64,
    /// Hash of the last event; the head of the chain.
    pub chain_head: Option<String>,
    /// What is wrong, each naming its place.
    pub problems: Vec<String>,
    /// Where something is wrong, the last copy of the workspace in which nothing is.
    pub snapshot: Option<SnapshotView>,
    /// What can be done about it.
    pub remedies: Vec<Remedy>,
}

/// Something that can be done about a file that does not verify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Remedy {
    /// `undo_import`, `restore_snapshot`, or `by_hand` where only a person can.
    pub action: String,
    /// What to do, and why, in words.
    pub says: String,
    /// The import it is about.
    pub import_id: Option<String>,
    /// The snapshot to go on with, by its number.
    pub snapshot: Option<u32>,
}
