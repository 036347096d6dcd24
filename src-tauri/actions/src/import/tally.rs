//! What an import comes to, row by row: counts that always add up, findings, and the hash of the plan.

mod assumptions;
mod report;

use crate::numbers::kg;
use crate::views::import::{IssueView, PreviewLine};
use compact_str::CompactString;
use planner_core::capital_good::CategoryRule;
use planner_core::line::{Condition, Line};
use planner_core::mass::Mass;
use planner_core::raw::RawRow;
use planner_core::weight::WeightSource;
use planner_sheets::issue::Issue;
use planner_sheets::rows::{RowOutcome, SkipReason};
use planner_store::imports::ImportSums;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::reading::Source;
use super::remembered::offered;
use super::values::Words;
use crate::views::mapping::{CellFix, OfferedFix};
use planner_sheets::mapping::Open;

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
    /// Whether the year of rows without a date is to be asked for: nobody named one.
    pub asks_year: bool,
    /// What only the rows leave open.
    pub open: Vec<Open>,
    rows_without_condition: u64,
    pub rows_without_unit: u64,
    /// Certificate rows that name no class, by the class they were taken as.
    pub rows_without_class: BTreeMap<String, u64>,
    /// Rows whose price could not be compared, by currency and why.
    rows_not_compared: BTreeMap<(String, String), u64>,
    /// Own certificate rows of batches of which no retired assets are known, by batch; empty without one.
    pub rows_of_unknown_batch: BTreeMap<String, u64>,
    header_row: u32,
    pub rows_by_year: BTreeMap<i32, u64>,
    /// Rows, pieces and mass by where the weight comes from, in the order in which sources are asked.
    weights: BTreeMap<usize, (u64, i64, Mass)>,
    skipped: BTreeMap<&'static str, u64>,
    pub issues: Vec<IssueView>,
    pub issues_total: u64,
    pub first_lines: Vec<PreviewLine>,
    excluded: BTreeMap<String, Mass>,
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
    One(CompactString),
    Many,
}

/// What a recorded row comes to, in the words of the preview; the plan's hash covers all of it and the row's cells.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted<'a> {
    pub row: u32,
    pub item: Option<&'a str>,
    pub category: Option<&'a str>,
    pub state: Option<&'a str>,
    pub weight_source: Option<&'a str>,
    pub year: Option<i32>,
    pub quantity: Option<i64>,
    /// Its mass, where it has one that is known.
    pub mass: Option<Mass>,
    /// The part of it that is new hardware's.
    pub mass_new: Mass,
    /// The part of it that is no hardware's.
    pub mass_excluded: Mass,
    pub is_unresolved: bool,
}

impl Tally {
    /// A tally whose plan begins with what the file is read by.
    pub fn new(source: &Source, assumed_year: i32, asks_year: bool) -> Self {
        let mut tally = Self {
            header_row: source.mapping.header_row,
            asks_year,
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
            let text = raw.cells().nth(offer.place).map_or("", str::trim);
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

    /// A row that is recorded.
    pub fn imported(&mut self, counted: Counted, raw: &RawRow) {
        let mass = counted.mass.unwrap_or(Mass::ZERO);
        self.sums.rows_read += 1;
        self.sums.rows_imported += 1;
        self.sums.quantity = self.sums.quantity.saturating_add(counted.quantity.unwrap_or(0));
        self.sums.mass = self.sums.mass + mass - counted.mass_excluded;
        self.sums.mass_new = self.sums.mass_new + counted.mass_new;
        self.exclude("out_of_scope", counted.mass_excluded);
        self.weighed(&counted);
        self.rows_unresolved += u64::from(counted.is_unresolved);
        if let Some(year) = counted.year {
            *self.rows_by_year.entry(year).or_default() += 1;
        }
        self.plan_row('+', counted.row);
        for text in [Some(raw.text()), counted.item, counted.category, counted.state, counted.weight_source] {
            self.plan_text(text);
        }
        let year = counted.year.map(i64::from);
        for number in [year, counted.quantity, counted.mass.map(Mass::milligrams)] {
            self.plan.update([u8::from(number.is_some())]);
            self.plan.update(number.unwrap_or(0).to_le_bytes());
        }
        if self.first_lines.len() < LINES_SHOWN {
            self.first_lines.push(preview(counted));
        }
    }

    fn weighed(&mut self, counted: &Counted) {
        let place = |word| WeightSource::ALL.iter().position(|source| source.word() == word);
        let Some(place) = counted.weight_source.and_then(place) else { return };
        let (rows, quantity, mass) = self.weights.entry(place).or_insert((0, 0, Mass::ZERO));
        *rows += 1;
        *quantity = quantity.saturating_add(counted.quantity.unwrap_or(0));
        *mass = *mass + counted.mass.unwrap_or(Mass::ZERO);
    }

    fn plan_row(&mut self, fate: char, row: u32) {
        self.plan.update([fate as u8]);
        self.plan.update(row.to_le_bytes());
    }

    fn plan_text(&mut self, text: Option<&str>) {
        let length = text.map_or(u64::MAX, |text| text.len() as u64);
        self.plan.update(length.to_le_bytes());
        self.plan.update(text.unwrap_or_default());
    }

    /// How the Scope 3 category of a line was decided.
    pub fn categorised(&mut self, line: &Line, rule: CategoryRule) {
        if rule.is_without_comparison() && line.is_in_scope() {
            let currency = line.currency.as_deref().unwrap_or("no currency").to_owned();
            *self.rows_not_compared.entry((currency, rule.text().unwrap_or_default())).or_default() += 1;
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

    /// A row that is no line.
    pub fn skipped(&mut self, row: u32, reason: SkipReason, mass: Mass) {
        self.exclude(reason.word(), mass);
        self.sums.rows_read += 1;
        self.sums.rows_skipped += 1;
        *self.skipped.entry(reason.word()).or_default() += 1;
        self.plan_row('-', row);
        self.plan_text(Some(reason.word()));
    }

    /// Whether rows were left out for this.
    pub fn has_skipped(&self, reason: SkipReason) -> bool {
        self.skipped.contains_key(reason.word())
    }

    /// A row that is refused.
    pub fn rejected(&mut self, row: u32, mass: Mass) {
        self.exclude("rejected", mass);
        self.sums.rows_read += 1;
        self.sums.rows_rejected += 1;
        self.plan_row('x', row);
    }

    fn exclude(&mut self, because: &str, mass: Mass) {
        if mass == Mass::ZERO {
            return;
        }
        self.sums.mass_excluded = self.sums.mass_excluded + mass;
        let sum = self.excluded.entry(because.to_owned()).or_insert(Mass::ZERO);
        *sum = *sum + mass;
    }

    /// What the file changes of lines that stand.
    pub fn revised(&mut self, revision: &str) {
        self.plan.update(format!("r{revision}\n"));
    }

    /// Findings.
    pub fn note(&mut self, issues: &[IssueView]) {
        self.issues_total += issues.len() as u64;
        let room = ISSUES_SHOWN.saturating_sub(self.issues.len());
        self.issues.extend(issues.iter().take(room).cloned());
    }

    /// Hash of everything that is recorded.
    pub fn plan_hash(&self) -> String {
        self.plan.clone().finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
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

/// A procurement line, as it counts.
pub(super) fn count_line(row: u32, line: &Line) -> Counted<'_> {
    let mass = line.mass.mid;
    Counted {
        row,
        item: line.item.as_deref().or(line.model.as_deref()),
        category: line.category.as_deref(),
        state: Some(line.out_of_scope.as_deref().unwrap_or(line.condition.word())),
        weight_source: line.is_in_scope().then(|| line.mass.source.word()),
        year: Some(line.year),
        quantity: Some(line.quantity),
        mass,
        mass_new: line.new_mass().unwrap_or(Mass::ZERO),
        mass_excluded: if line.is_in_scope() { Mass::ZERO } else { mass.unwrap_or(Mass::ZERO) },
        is_unresolved: line.is_in_scope() && mass.is_none(),
    }
}

fn preview(counted: Counted) -> PreviewLine {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    PreviewLine {
        row: counted.row,
        item: owned(counted.item),
        category: owned(counted.category),
        state: owned(counted.state),
        quantity: counted.quantity,
        mass_kg: counted.mass.map(kg),
        weight_source: owned(counted.weight_source),
        year: counted.year,
    }
}
