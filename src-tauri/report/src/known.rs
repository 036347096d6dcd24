//! What the workspace holds of a year, as it was read in one consistent view.

use chrono::NaiveDate;
use planner_core::emission::YearEmissions;
use planner_core::figure::YearFigures;
use planner_core::integrity::{Answers, Verdict};
use planner_core::ledger::Ledger;
use planner_core::ledger::event::DatedEvent;
use planner_core::ledger::money::YearMoney;
use planner_core::mass::Mass;
use planner_core::own_issue::Excess;
use planner_core::report::{Persons, ReportedFigures, SealedReport, Signature};
use planner_core::target::CoverageTarget;
use planner_core::verification::Verification;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// An event as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEvent {
    /// Its number, from 1.
    pub sequence: i64,
    /// Its hash.
    pub hash: String,
    /// Its day and what happened.
    pub dated: DatedEvent,
}

/// A file that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// Its number in the workspace.
    pub number: i64,
    /// The id of its import.
    pub id: String,
    /// procurement, dispositions, certificates or catalogue.
    pub kind: String,
    /// Its name.
    pub file_name: String,
    /// Hash of its content.
    pub file_sha256: String,
    /// The sheet.
    pub sheet: String,
    /// The day.
    pub imported_on: NaiveDate,
    /// The day on which it was taken back.
    pub undone_on: Option<NaiveDate>,
    /// Rows below the header.
    pub rows_read: i64,
    /// Rows that became lines.
    pub rows_imported: i64,
    /// Rows that are no lines.
    pub rows_skipped: i64,
    /// Rows refused.
    pub rows_rejected: i64,
    /// Mass of the imported lines in scope.
    pub mass: Mass,
}

impl ImportedFile {
    /// The id it is cited by.
    pub fn cited(&self) -> String {
        format!("I-{}", self.number)
    }
}

/// A claim as a person edited it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditedClaim {
    /// The text.
    pub text: String,
    /// The text that was offered when it was written; once another is offered, the claim is out of date.
    pub suggested: String,
    /// Day on which it was written.
    pub edited_on: NaiveDate,
}

/// Answers to the questions of the positive list by country, an empty one for all.
pub type AnswersByCountry = BTreeMap<String, Answers>;

/// A year that the reporting year is compared with.
#[derive(Clone, Debug)]
pub struct Beside {
    /// What it is to the reporting year, in words.
    pub role: &'static str,
    /// Its figures.
    pub figures: YearFigures,
}

/// What coverage was committed to.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// As it is kept.
    pub kept: CoverageTarget,
    /// Last day of the base year.
    pub base_end: Option<NaiveDate>,
    /// Coverage of the base year, percent.
    pub base_percent: Option<Decimal>,
    /// Last day of the last year of the path.
    pub end: Option<NaiveDate>,
    /// The share of that year, percent.
    pub end_percent: Option<Decimal>,
}

/// What the workspace holds of a year, as it was read.
#[derive(Clone, Debug)]
pub struct Known {
    /// The organisation's name, or words that stand for it.
    pub organisation: String,
    /// Its own name, empty while it has none.
    pub name: String,
    /// How many persons answer for a report.
    pub persons: Persons,
    /// First and last day of the year.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The claim of the year, where a person edited it.
    pub claim: Option<EditedClaim>,
    /// The year's lines, shipments and netting.
    pub year: YearFigures,
    /// The year before and the base year, as far as they are known and other than the year.
    pub beside: Vec<Beside>,
    /// The coverage target.
    pub target: Target,
    /// What only a person knows of the answers to CDP: by question, its row from 1, and the field.
    pub inputs: BTreeMap<(String, usize, String), String>,
    /// Emissions beside the year's figures, while they are on.
    pub emissions: Option<YearEmissions>,
    /// New mass of the year before.
    pub mass_before: Mass,
    /// Units retired for the year before.
    pub retired_before: i64,
    /// The ledger.
    pub ledger: Ledger,
    /// Its events, the first first.
    pub log: Vec<LoggedEvent>,
    /// Batches with more own certificates than they restored, where the year rests on them.
    pub excesses: Vec<Excess>,
    /// What the year's certificates cost and brought in.
    pub money: YearMoney,
    /// Imported lines of each purchase order, while a lot names one.
    pub orders: BTreeMap<String, i64>,
    /// Providers of each batch of own retired assets, of whatever year.
    pub providers: BTreeMap<String, BTreeSet<String>>,
    /// Files that brought something to the year.
    pub imports: Vec<ImportedFile>,
    /// Cells of them that were computed here, as their file holds a formula and no result: how many, by the import's number.
    pub computed_cells: BTreeMap<i64, i64>,
    /// Hashes of our own tables: files that were imported and not taken back.
    pub own_files: BTreeSet<String>,
    /// Imports that were taken back.
    pub undone: Vec<ImportedFile>,
    /// Devices of the catalogue.
    pub catalogue_devices: i64,
    /// Events of the log, readable or not.
    pub events: i64,
    /// Hash of the last event.
    pub chain_head: Option<String>,
    /// The last check of the whole file.
    pub verification: Option<Verification>,
    /// Signatures under figures of the year.
    pub signatures: Vec<Signature>,
    /// Answers to the questions of the positive list.
    pub answers: AnswersByCountry,
    /// Final reports of the year with their figures, the first first.
    pub reports: Vec<(SealedReport, ReportedFigures)>,
}

impl Known {
    /// Whether the whole file was found right, as it stands.
    pub fn verified(&self) -> Verdict {
        Verification::verdict(self.verification.as_ref(), self.chain_head.as_deref())
    }
}

/// What names a shipment in a figure's id: its batch, else its provider.
pub fn shipment_key(batch: Option<&str>, provider: Option<&str>) -> String {
    match (batch, provider) {
        (Some(batch), _) => format!("shipment.{batch}"),
        (None, Some(provider)) => format!("provider.{provider}"),
        (None, None) => "unnamed".to_owned(),
    }
}
