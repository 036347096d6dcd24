//! Looking into a spreadsheet, importing it, taking it back.

use super::mapping::{AppliedMapping, CellFix, ColumnValues, ImportQuestion, OfferedFix};
use super::review::ReviewCounts;
use super::revision::RevisionView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What stands in a file, sheet by sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Inspection {
    /// Name of the file.
    pub file_name: String,
    /// Its content's hash.
    pub file_sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Sheets in the order of the file.
    pub sheets: Vec<SheetInspection>,
    /// When the same content was imported before, and not undone.
    pub imported_before: Option<String>,
}

/// One sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetInspection {
    /// Its name.
    pub name: String,
    /// Whether it is visible.
    pub visible: bool,
    /// Rows that have any cell.
    pub rows: u64,
    /// 1-based row of the header, `null` where none was found.
    pub header_row: Option<u32>,
    /// `procurement`, `dispositions`, `certificates`, `catalogue` or `unknown`.
    pub kind: String,
    /// Field name → header text.
    pub columns: BTreeMap<String, String>,
    /// 0 to 100.
    pub confidence: u8,
    /// Every column, matched or not.
    pub headers: Vec<ColumnInspection>,
    /// First rows as texts, the header's first.
    pub preview: Vec<PreviewRow>,
    /// Unit of the weight column and what it was read from.
    pub mass_unit: Option<String>,
    /// What a person should look at: code words.
    pub questions: Vec<String>,
    /// Rows hidden by hand or by a filter.
    pub rows_hidden: u64,
    /// The remembered mapping that fits it.
    pub mapping: Option<AppliedMapping>,
}

/// One column of a sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ColumnInspection {
    /// 0-based position.
    pub index: u32,
    /// Its header; empty where it has none.
    pub header: String,
    /// First values.
    pub samples: Vec<String>,
    /// Field it becomes, `null` where it is left aside.
    pub field: Option<String>,
    /// `exact`, `alias`, `fuzzy`, `remembered`, `given` or `none`.
    pub matched: String,
    /// 0 to 100.
    pub confidence: u8,
}

/// A row as it stands in the sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewRow {
    /// 1-based row number.
    pub row: u32,
    /// Cell texts.
    pub cells: Vec<String>,
}

/// How a file is to be imported; everything left out is found by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportOptions {
    /// `procurement`, `dispositions`, `certificates` or `catalogue`.
    pub kind: String,
    /// The sheet; else the first visible one of this kind.
    pub sheet: Option<String>,
    /// 1-based row of the header.
    pub header_row: Option<u32>,
    /// Field name → header text; an empty header leaves the field out.
    pub columns: BTreeMap<String, String>,
    /// Unit of the weight column where nothing else says it: kg, g, lb, oz, t.
    pub mass_unit: Option<String>,
    /// Whether weights are of one `unit` or of the `line`, where the header does not say.
    pub mass_basis: Option<String>,
    /// `day_first` or `month_first`, for dates that read both ways.
    pub date_order: Option<String>,
    /// `point` or `comma`, for numbers that read both ways.
    pub decimal: Option<String>,
    /// Field name → word in the file → what it means; an empty word stands for blank cells.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Cells that are read as something else than they hold, each with its reason.
    pub fixes: Vec<CellFix>,
    /// `replace` or `add`, for a file whose lines stand already.
    pub revision: Option<String>,
    /// Question → answer, for what no option of its own answers: `pieces`, `gross_weight`, `bundle`, `missing_mass`, `total`.
    pub answers: BTreeMap<String, String>,
    /// Leave aside what was remembered of such files.
    pub without_mapping: bool,
    /// Reporting year of lines without a date.
    pub year: Option<i32>,
    /// Import although the same content was imported before.
    pub allow_duplicate: bool,
}

/// Imported hardware whose weights come from one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WeightsOf {
    /// `row`, `catalogue`, `own_average`, `default` or `unresolved`.
    pub source: String,
    /// How many lines.
    pub rows: u64,
    /// Their pieces.
    pub quantity: i64,
    /// Their mass; 0 where none is known, which is not that they weigh nothing.
    pub mass_kg: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportReport {
    /// Its id; `null` in a preview.
    pub import_id: Option<String>,
    /// `procurement`, `dispositions`, `certificates` or `catalogue`.
    pub kind: String,
    /// Name of the file.
    pub file_name: String,
    /// Its content's hash.
    pub file_sha256: String,
    /// The sheet read.
    pub sheet: String,
    /// 1-based row of the header.
    pub header_row: u32,
    /// Field name → header text.
    pub columns: BTreeMap<String, String>,
    /// Rows below the header.
    pub rows_read: u64,
    /// Rows that became lines.
    pub rows_imported: u64,
    /// Rows that are no lines.
    pub rows_skipped: u64,
    /// Why, with counts: blank, repeated_header, total, …
    pub skipped_because: BTreeMap<String, u64>,
    /// Rows refused; each has an issue.
    pub rows_rejected: u64,
    /// Imported rows without a weight.
    pub rows_unresolved: u64,
    /// Sum of quantities.
    pub quantity: i64,
    /// Mass of all imported lines.
    pub mass_kg: String,
    /// Mass of the new ones among them.
    pub mass_kg_new: String,
    /// The same by where their weights come from; empty where the rows are no purchases.
    pub weights: Vec<WeightsOf>,
    /// Mass known in the file = imported + excluded. A sheet's own totals are not added once more.
    pub mass_kg_in_file: String,
    /// Mass of rejected rows where it can be read, of rows that are no purchases, and of lines out of scope.
    pub mass_kg_excluded: String,
    /// The same by reason: `out_of_scope`, `rejected`, `not_a_purchase`.
    pub excluded_because: BTreeMap<String, String>,
    /// Imported lines by reporting year.
    pub rows_by_year: BTreeMap<i32, u64>,
    /// What was found, in row order; the first thousand.
    pub issues: Vec<IssueView>,
    /// How many issues there are in all.
    pub issues_total: u64,
    /// First lines as they will be recorded; empty once recorded.
    pub first_lines: Vec<PreviewLine>,
    /// The remembered mapping that the file was read by, `null` where there was none.
    pub mapping: Option<AppliedMapping>,
    /// What the file leaves open; it cannot be imported before each is answered.
    pub questions: Vec<ImportQuestion>,
    /// The words of the columns whose words have a meaning.
    pub values: Vec<ColumnValues>,
    /// Corrections of an earlier file that would also apply here.
    pub fixes_offered: Vec<OfferedFix>,
    /// What it changes of lines that stand already, `null` where it has none of them.
    pub revision: Option<RevisionView>,
    /// How many rows there are to look through, `null` where they are not kept.
    pub review: Option<ReviewCounts>,
    /// Rows that are hidden or filtered out in the file; they are read all the same.
    pub rows_hidden: u64,
    /// Visible sheets with the same header that were not read.
    pub sheets_alike: Vec<String>,
    /// Hash of the plan: what is shown is what is applied.
    pub plan_hash: String,
}

/// A line as the preview shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewLine {
    /// 1-based row.
    pub row: u32,
    /// What it is.
    pub item: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Condition of bought hardware, or outcome of retired.
    pub state: Option<String>,
    /// Units.
    pub quantity: Option<i64>,
    /// Mass of the line.
    pub mass_kg: Option<String>,
    /// Where its weight came from.
    pub weight_source: Option<String>,
    /// Its reporting year or vintage.
    pub year: Option<i32>,
}

/// A finding at one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct IssueView {
    /// 1-based row.
    pub row: u32,
    /// Header of the column.
    pub column: Option<String>,
    /// Code word.
    pub code: String,
    /// `rejects`, `warns` or `informs`.
    pub severity: String,
    /// What stands there.
    pub seen: String,
    /// What would be right.
    pub expected: String,
}

/// One import of the workspace's history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportSummary {
    /// Its id.
    pub import_id: String,
    /// Its kind.
    pub kind: String,
    /// Name of the file.
    pub file_name: String,
    /// Its content's hash.
    pub file_sha256: String,
    /// The sheet.
    pub sheet: String,
    /// Day on which it was imported.
    pub imported_on: String,
    /// Rows that became lines.
    pub rows_imported: i64,
    /// Rows refused.
    pub rows_rejected: i64,
    /// Mass of its lines.
    pub mass_kg: String,
    /// Mass of the new ones.
    pub mass_kg_new: String,
    /// Lines of it that a later file replaced.
    pub lines_replaced: i64,
    /// Whether it was taken back.
    pub is_undone: bool,
}

/// What an undo took back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The import.
    pub import_id: String,
    /// Its kind.
    pub kind: String,
    /// Name of its file.
    pub file_name: String,
    /// Lines, devices or lots taken back.
    pub rows: i64,
    /// Mass taken back.
    pub mass_kg: String,
    /// The new mass among it.
    pub mass_kg_new: String,
}

/// How far an import has come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportProgress {
    /// `checking`, `reading` or `writing`.
    pub step: String,
    /// Rows done.
    pub rows_done: u64,
    /// Rows in all, where known.
    pub rows_total: Option<u64>,
    /// Rows per second.
    pub rows_per_second: u64,
}
