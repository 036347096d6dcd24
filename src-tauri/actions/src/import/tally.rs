//! What an import comes to, row by row: counts that always add up, findings, and the hash of the plan.

use crate::numbers::kg;
use crate::views::import::{ImportReport, IssueView, PreviewLine};
use planner_core::line::{Condition, Line};
use planner_core::mass::Mass;
use planner_sheets::issue::Issue;
use planner_sheets::rows::{RowOutcome, SkipReason};
use planner_store::imports::ImportSums;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::questions::questions;
use super::reading::Source;
use super::remembered::{Applied, offered};
use super::values::Words;
use crate::views::mapping::{CellFix, OfferedFix};

/// Findings that an answer carries; all of them are counted.
const ISSUES_SHOWN: usize = 1_000;
/// Lines that a preview shows.
const LINES_SHOWN: usize = 50;

/// Running sums of an import.
#[derive(Default)]
pub(super) struct Tally {
    pub sums: ImportSums,
    pub rows_unresolved: u64,
    pub rows_without_date: u64,
    rows_without_condition: u64,
    header_row: u32,
    pub rows_by_year: BTreeMap<i32, u64>,
    pub skipped: BTreeMap<String, u64>,
    pub issues: Vec<IssueView>,
    pub issues_total: u64,
    pub first_lines: Vec<PreviewLine>,
    words: Words,
    offers: Vec<Offer>,
    suppliers: Suppliers,
    pub rows_hidden: u64,
    plan: Sha256,
}

/// A correction of an earlier file, and the cells here that it would apply to.
struct Offer {
    fix: CellFix,
    place: usize,
    rows: u64,
}

/// Whose lines these are.
#[derive(Default, PartialEq, Eq)]
enum Suppliers {
    #[default]
    None,
    One(String),
    Many,
}

/// A recorded row in the words of the preview, and what of it the plan's hash covers.
pub(super) struct Counted {
    pub preview: PreviewLine,
    pub mass: Mass,
    pub mass_new: Mass,
    pub mass_excluded: Mass,
    pub is_unresolved: bool,
}

impl Tally {
    /// A tally whose plan begins with what the file is read by.
    pub fn new(source: &Source, assumed_year: i32) -> Self {
        let mut tally = Self {
            header_row: source.mapping.header_row,
            words: Words::new(source),
            offers: offers(source),
            ..Self::default()
        };
        tally.plan.update(format!("{}\n{:?}\n{assumed_year}\n", source.fingerprint.sha256, source.mapping));
        tally
    }

    /// Any row, whatever becomes of it.
    pub fn saw(&mut self, outcome: &RowOutcome) {
        let raw = match outcome {
            RowOutcome::Imported { raw, .. } | RowOutcome::Rejected { raw, .. } => raw,
            RowOutcome::Skipped { raw, reason: SkipReason::NotAPurchase, .. } => raw,
            RowOutcome::Skipped { .. } => return,
        };
        self.words.include(raw);
        for offer in &mut self.offers {
            let text = raw.get(offer.place).map_or("", |text| text.trim());
            offer.rows += u64::from(text == offer.fix.seen.trim());
        }
    }

    /// The supplier that all lines name; nothing where there are several or none.
    pub fn supplier(&self) -> Option<&str> {
        match &self.suppliers {
            Suppliers::One(supplier) => Some(supplier),
            _ => None,
        }
    }

    /// A row that becomes a line.
    pub fn imported(&mut self, counted: Counted, raw: &[String]) {
        let Counted { preview, mass, mass_new, mass_excluded, is_unresolved } = counted;
        self.sums.rows_read += 1;
        self.sums.rows_imported += 1;
        self.sums.quantity = self.sums.quantity.saturating_add(preview.quantity.unwrap_or(0));
        self.sums.mass = self.sums.mass + mass;
        self.sums.mass_new = self.sums.mass_new + mass_new;
        self.sums.mass_excluded = self.sums.mass_excluded + mass_excluded;
        self.rows_unresolved += u64::from(is_unresolved);
        if let Some(year) = preview.year {
            *self.rows_by_year.entry(year).or_default() += 1;
        }
        self.plan.update(format!("+{}|{:?}|{}|{preview:?}\n", preview.row, raw, mass.milligrams()));
        if self.first_lines.len() < LINES_SHOWN {
            self.first_lines.push(preview);
        }
    }

    /// What had to be assumed of a line.
    pub fn assumed(&mut self, line: &Line) {
        match (&self.suppliers, &line.supplier) {
            (Suppliers::None, Some(supplier)) => self.suppliers = Suppliers::One(supplier.clone()),
            (Suppliers::One(one), Some(supplier)) if one != supplier => self.suppliers = Suppliers::Many,
            _ => {}
        }
        self.rows_without_date += u64::from(line.year_assumed);
        self.rows_without_condition += u64::from(line.is_in_scope() && line.condition == Condition::Unknown);
    }

    /// What was assumed, said once for the whole sheet.
    pub fn assumptions(&self, year: i32) -> Vec<IssueView> {
        let note = |rows: u64, code: &str, column: &str, expected: String| IssueView {
            row: self.header_row,
            column: Some(column.to_owned()),
            code: code.to_owned(),
            severity: "warns".to_owned(),
            seen: format!("{rows} rows without"),
            expected,
        };
        let date = format!("a date; they take reporting year {year}");
        let condition = "a condition; they count as new".to_owned();
        [
            note(self.rows_without_date, "year_assumed", "date", date),
            note(self.rows_without_condition, "condition_unknown", "condition", condition),
        ]
        .into_iter()
        .zip([self.rows_without_date, self.rows_without_condition])
        .filter_map(|(note, rows)| (rows > 0).then_some(note))
        .collect()
    }

    /// A row that is no line.
    pub fn skipped(&mut self, row: u32, reason: SkipReason) {
        self.sums.rows_read += 1;
        self.sums.rows_skipped += 1;
        *self.skipped.entry(reason.word().to_owned()).or_default() += 1;
        self.plan.update(format!("-{row}|{}\n", reason.word()));
    }

    /// A row that is refused.
    pub fn rejected(&mut self, row: u32) {
        self.sums.rows_read += 1;
        self.sums.rows_rejected += 1;
        self.plan.update(format!("x{row}\n"));
    }

    /// Findings.
    pub fn note(&mut self, issues: impl IntoIterator<Item = IssueView>) {
        for issue in issues {
            self.issues_total += 1;
            if self.issues.len() < ISSUES_SHOWN {
                self.issues.push(issue);
            }
        }
    }

    /// Hash of everything that is recorded.
    pub fn plan_hash(&self) -> String {
        self.plan.clone().finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// The report on it.
    pub fn report(self, source: &Source, kind: &str, import_id: Option<String>) -> ImportReport {
        let plan_hash = self.plan_hash();
        let count = |rows: i64| u64::try_from(rows).unwrap_or(0);
        let mapping = &source.mapping;
        let columns =
            mapping.columns.iter().map(|column| (column.field.word().to_owned(), column.header.clone()));
        ImportReport {
            import_id,
            kind: kind.to_owned(),
            file_name: source.file_name.clone(),
            file_sha256: source.fingerprint.sha256.clone(),
            sheet: mapping.sheet.clone(),
            header_row: mapping.header_row,
            columns: columns.collect(),
            rows_read: count(self.sums.rows_read),
            rows_imported: count(self.sums.rows_imported),
            rows_skipped: count(self.sums.rows_skipped),
            skipped_because: self.skipped,
            rows_rejected: count(self.sums.rows_rejected),
            rows_unresolved: self.rows_unresolved,
            quantity: self.sums.quantity,
            mass_kg: kg(self.sums.mass),
            mass_kg_new: kg(self.sums.mass_new),
            mass_kg_in_file: kg(self.sums.mass + self.sums.mass_excluded),
            mass_kg_excluded: kg(self.sums.mass_excluded),
            rows_by_year: self.rows_by_year,
            issues: self.issues,
            issues_total: self.issues_total,
            first_lines: self.first_lines,
            mapping: source.applied.as_ref().map(Applied::view),
            questions: questions(&source.mapping.notes),
            values: self.words.views(source),
            fixes_offered: self.offers.into_iter().filter(|one| one.rows > 0).map(Offer::view).collect(),
            rows_hidden: self.rows_hidden,
            plan_hash,
        }
    }
}

/// Corrections that are remembered and not yet taken up.
fn offers(source: &Source) -> Vec<Offer> {
    let fixes = source.applied.iter().flat_map(|applied| &applied.stored.fixes);
    let is_taken =
        |fix: &CellFix| {
            source.mapping.fixes.iter().any(|one| {
                one.row.is_none() && one.column == fix.column && one.seen.trim() == fix.seen.trim()
            })
        };
    fixes
        .map(offered)
        .filter(|fix| !is_taken(fix))
        .filter_map(|fix| Some(Offer { place: source.mapping.place(&fix.column)?, fix, rows: 0 }))
        .collect()
}

impl Offer {
    fn view(self) -> OfferedFix {
        OfferedFix { fix: self.fix, rows: self.rows }
    }
}

/// A finding as it is shown.
pub(super) fn issue_view(issue: &Issue) -> IssueView {
    IssueView {
        row: issue.row,
        column: issue.column.clone(),
        code: issue.code.word().to_owned(),
        severity: issue.severity.word().to_owned(),
        seen: issue.seen.clone(),
        expected: issue.expected.clone(),
    }
}

/// A procurement line as the preview shows it.
pub(super) fn count_line(row: u32, line: &Line) -> Counted {
    let mass = line.mass.mid.unwrap_or(Mass::ZERO);
    let (inside, outside) = if line.is_in_scope() { (mass, Mass::ZERO) } else { (Mass::ZERO, mass) };
    Counted {
        preview: PreviewLine {
            row,
            item: line.item.clone().or_else(|| line.model.clone()),
            category: line.category.clone(),
            state: Some(line.out_of_scope.clone().unwrap_or_else(|| line.condition.word().to_owned())),
            quantity: Some(line.quantity),
            mass_kg: line.mass.mid.map(kg),
            weight_source: line.is_in_scope().then(|| line.mass.source.word().to_owned()),
            year: Some(line.year),
        },
        mass: inside,
        mass_new: line.new_mass().unwrap_or(Mass::ZERO),
        mass_excluded: outside,
        is_unresolved: line.is_in_scope() && line.mass.mid.is_none(),
    }
}
