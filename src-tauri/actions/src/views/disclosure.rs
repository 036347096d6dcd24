//! The retirement summary for finance: what is missing, what it will say, what was written.

use super::certificates::ChangeView;
use super::procurement::TracedCell;
use serde::Serialize;
use ts_rs::TS;

/// The disclosure screen of one year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DisclosureView {
    /// The year.
    pub year: i32,
    /// The date on which the ledger is looked at.
    pub as_of: String,
    /// `draft`, `final` or `restated`.
    pub status: String,
    /// Who signed the figures as they stand.
    pub signatures: Vec<SignatureView>,
    /// What is signed, and what that still takes.
    pub signing: SigningView,
    /// Final reports, the first first.
    pub reports: Vec<ReportView>,
    /// Statement numbers of the year's retirements.
    pub retirements: Vec<String>,
    /// What must be settled before it can be final, and what is.
    pub checks: Vec<DisclosureCheck>,
    /// Sheets of the workbook with their first rows.
    pub sheets: Vec<SheetPreview>,
    /// The claim text offered.
    pub claim_text: String,
    /// The claim that the reports carry: that text, or as a person edited it.
    pub claim: ClaimView,
    /// The Standard's approved statement, where every retired certificate carries tCO2e.
    pub claim_text_standard: Option<String>,
    /// Most characters a CDP text may have.
    pub claim_text_limit: u32,
    /// Suggested file name.
    pub file_name: String,
}

/// A signature under the figures of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SignatureView {
    /// `prepared`, `reviewed` or `approved`.
    pub role: String,
    /// Who.
    pub by: String,
    /// Day.
    pub on: String,
    /// What the person wanted to be read beside the name.
    pub comment: Option<String>,
}

/// What is signed of a year, by whom, and what that still takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SigningView {
    /// The year.
    pub year: i32,
    /// Hash of all figures that are signed.
    pub figures_sha256: String,
    /// The figures of the summary among them.
    pub figures: Vec<SignedFigure>,
    /// Further figures that are signed with them: of the requirement, the retirement lines and the shipments.
    pub further: u32,
    /// Answers to CDP that a person gave, signed with them.
    pub answers: u32,
    /// How many persons it takes: 3, or 2 where the organisation allows that.
    pub persons: u32,
    /// Signatures under these figures.
    pub signatures: Vec<SignatureView>,
    /// Signatures that are no longer valid and must be given again.
    pub void: Vec<VoidSignature>,
    /// Roles in which nobody has signed yet.
    pub missing: Vec<String>,
}

/// A figure that is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SignedFigure {
    /// Its id.
    pub id: String,
    /// What it is.
    pub figure: String,
    /// Its value; `null` where there is none.
    pub value: Option<String>,
    /// Its unit.
    pub unit: String,
}

/// A signature that is no longer valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VoidSignature {
    /// The signature.
    pub signature: SignatureView,
    /// Why: `figures_changed`, they or the claim that is signed with them, or `same_person` in another role.
    pub because: String,
    /// Figures, and the claim under the name `claim`, that are no longer as they were signed; empty where the signature is of
    /// an earlier version of the app, which did not keep them.
    pub moved: Vec<ChangeView>,
}

/// A final report as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportView {
    /// 1 for the first, 2 for the first restatement.
    pub version: i64,
    /// `final` or `restated`.
    pub status: String,
    /// Day on which it was made.
    pub made_on: String,
    /// Hash of its figures.
    pub figures_sha256: String,
    /// Head of the event chain it rests on.
    pub chain_head: String,
    /// Who prepared it.
    pub prepared_by: String,
    /// Who reviewed it.
    pub reviewed_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// Why the year was unlocked before it, `null` for the first.
    pub because: Option<String>,
}

/// One check before a report can be final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DisclosureCheck {
    /// `weights_resolved`, `conditions_known`, `fully_covered`, `balances_agree`, `registry_reconciled`, `year_locked`,
    /// `signed`, `ownership_proven`, `claim_allowed`, `claim_current`, `own_within_eligible` or `ledger_verified`.
    pub code: String,
    /// `met`, `not met`, `unknown` or `not applicable`: where there is nothing that it is about, it is not met by that.
    pub result: String,
    /// Whether it is met.
    pub is_met: bool,
    /// Whether something is left to do or to find out: it is not met, or unknown.
    pub is_open: bool,
    /// Whether it blocks a final report while it is open.
    pub blocks_final: bool,
    /// Lines, units or events it is about.
    pub quantity: i64,
    /// Units without a weight, lots that agree, chain head …
    pub detail: Option<String>,
}

/// The claim that the reports of a year carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClaimView {
    /// The year.
    pub year: i32,
    /// The text; empty while nothing is retired and nobody wrote one.
    pub text: String,
    /// The text that is offered for the figures as they stand.
    pub suggested: String,
    /// Day on which a person edited it; `null` where it stands as offered.
    pub edited_on: Option<String>,
    /// Whether the figures have moved since it was edited, so that it may state other ones.
    pub is_out_of_date: bool,
    /// Whether it is part of a final report.
    pub is_sealed: bool,
    /// What a rule forbids in it; it keeps the report from being sealed.
    pub findings: Vec<ClaimFinding>,
}

/// A word of a claim that a rule forbids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClaimFinding {
    /// The word as it stands.
    pub word: String,
    /// The rules that forbid it.
    pub rule: String,
    /// Where it begins, in UTF-16 units, as the window counts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What may be said.
    pub say_instead: Option<String>,
}

/// Where a figure came from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FigureTrace {
    /// Its id.
    pub figure: String,
    /// Its value, as the workbook holds it.
    pub value: Option<String>,
    /// How it is made of the lines and events below.
    pub rule: String,
    /// Lines it rests on.
    pub lines_total: i64,
    /// The first thousand of them.
    pub lines: Vec<TracedLine>,
    /// Events it rests on.
    pub events_total: i64,
    /// The first thousand of them.
    pub events: Vec<TracedEvent>,
}

/// A line behind a figure.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TracedLine {
    /// Hash of its file.
    pub file_sha256: String,
    /// Name of its file.
    pub file_name: String,
    /// Its sheet.
    pub sheet: String,
    /// Its row, as the spreadsheet counts.
    pub row: i64,
    /// What was bought.
    pub item: Option<String>,
    /// Its mass; `null` where it has no weight.
    pub mass_kg: Option<String>,
    /// The rule its weight came by: `row`, `catalogue`, `own_average`, `default` or `unresolved`.
    pub weight_source: String,
    /// The cells its mass comes from, as they stood.
    pub cells: Vec<TracedCell>,
}

/// An event behind a figure.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TracedEvent {
    /// Its number in the log.
    pub sequence: i64,
    /// Its hash.
    pub hash: String,
    /// Its day.
    pub on: String,
    /// What happened.
    pub kind: String,
    /// Lots and serials that the figure counts.
    pub serials: Vec<String>,
}

/// A sheet as the workbook will show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SheetPreview {
    /// Its name.
    pub name: String,
    /// `ok`, `open` or `not_applicable`.
    pub status: String,
    /// Lines without a weight, else checks or answers, that are open.
    pub open: i64,
    /// Characters of the longest text of a CDP answer.
    pub characters: Option<u32>,
    /// Column headers.
    pub columns: Vec<String>,
    /// Which columns are numbers.
    pub numeric: Vec<bool>,
    /// First hundred rows.
    pub rows: Vec<Vec<String>>,
    /// Trace ids of each of them.
    pub trace_ids: Vec<Vec<String>>,
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

/// A field of an answer to CDP that no figure of the year says: only a person knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InputView {
    /// Question, row from 1 and field, such as `7.54.2/1/revision`.
    pub id: String,
    /// The question's number.
    pub question: String,
    /// What it asks.
    pub title: String,
    /// The row of its sheet, from 1.
    pub row: i64,
    /// What tells the row from the others of its sheet, where there are several.
    pub row_name: Option<String>,
    /// What the column asks.
    pub header: String,
    /// `text`, `choice`, `number`, `percent` or `date`.
    pub kind: String,
    /// Whether it may stay empty.
    pub is_optional: bool,
    /// What was answered.
    pub value: Option<String>,
    /// What stands there where nothing was.
    pub offered: Option<String>,
}
