//! Typed rows out of a sheet, one at a time.

mod above;
mod catalogue;
mod cells;
mod certificate;
mod disposition;
mod fixed;
mod meanings;
mod order;
mod procurement;
mod skip;
mod stated;
mod struck;
mod sums;
mod totals;

use crate::cell::{Computed, Row, Value};
use crate::field::Kind;
use crate::inspect::Question;
use crate::issue::{Issue, IssueCode, Severity};
use crate::mapping::{Mapping, Open};
use crate::record::Record;
use crate::vocabulary::Vocabulary;
use crate::words::words;
use above::Above;
use cells::Cells;
pub(crate) use cells::is_placeholder;
use meanings::Meanings;
use planner_core::raw::RawRow;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use sums::Sums;
use totals::dense;

/// What became of one row below the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It reads as a record.
    Imported {
        /// Row, from 1.
        row: u32,
        /// Its cells, as a person sees them.
        raw: RawRow,
        /// What it says.
        record: Box<Record>,
        /// What a person should know; none rejects.
        issues: Vec<Issue>,
    },
    /// It is no item.
    Skipped {
        /// Row, from 1.
        row: u32,
        /// Its cells.
        raw: RawRow,
        /// Why.
        reason: SkipReason,
        /// The mass in kg that it states, where it is goods that are left out.
        mass_kg: Option<Decimal>,
    },
    /// It is an item that cannot be read.
    Rejected {
        /// Row, from 1.
        row: u32,
        /// Its cells.
        raw: RawRow,
        /// Why; at least one rejects.
        issues: Vec<Issue>,
        /// The mass in kg that it states, where that can be read.
        mass_kg: Option<Decimal>,
    },
}

words! {
    /// Why a row is no item.
    pub enum SkipReason {
        /// Nothing in it.
        Blank = "blank",
        /// The header again.
        RepeatedHeader = "repeated_header",
        /// A total; never trusted.
        Total = "total",
        /// A title between header and items.
        Title = "title",
        /// Notes below the items.
        Footer = "footer",
        /// Zeros without an item.
        Filler = "filler",
        /// A catalogue row that states no weight.
        NoWeight = "no_weight",
        /// The head of a group, with the sums of the rows below it.
        Group = "group",
        /// A part of another line, or a line whose parts count.
        Part = "part",
        /// It stands in an earlier row already.
        Repeated = "repeated",
        /// Struck from its order.
        Deleted = "deleted",
        /// Its user's own, not bought by the company.
        EmployeeOwned = "employee_owned",
        /// Certificates that are not issued.
        NotIssued = "not_issued",
        /// Certificates in an account that is not ours.
        NotOurs = "not_ours",
        /// No IT hardware: furniture, packaging.
        OtherGoods = "other_goods",
        /// Its status is no purchase and no return, such as issued or cancelled.
        NotAPurchase = "not_a_purchase",
        /// An order that is delivered or cancelled: nothing of it is to come.
        NotOpen = "not_open",
    }
}

/// How far reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows read below the header.
    pub rows_read: u64,
}

/// What a whole sheet came to: rows_read = rows_imported + rows_skipped + rows_rejected.
/// Counted are the rows from below the header through the last one that holds anything, blank ones between included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadSummary {
    /// Rows below the header through the last one that holds anything.
    pub rows_read: u64,
    /// Rows that became records.
    pub rows_imported: u64,
    /// Rows that are no items.
    pub rows_skipped: u64,
    /// Rows that cannot be read.
    pub rows_rejected: u64,
    /// Skipped rows by reason.
    pub skipped: BTreeMap<SkipReason, u64>,
    /// Rows in hidden or filtered-out rows, imported or not.
    pub hidden: u64,
    /// Rows whose mass was taken as kilograms because their unit's cell says nothing.
    pub units_assumed: u64,
    /// Things said once for the whole sheet.
    pub notes: Vec<Issue>,
    /// What only its rows leave open.
    pub open: Vec<Open>,
}

/// A function that takes what became of a row, and can stop the reading.
pub type Sink<'a> = dyn FnMut(RowOutcome) -> ControlFlow<()> + 'a;

/// Turns rows into outcomes, one after the other.
pub(crate) struct RowReader<'a> {
    mapping: Cow<'a, Mapping>,
    vocabulary: &'a Vocabulary,
    from_1904: bool,
    header: Vec<(u32, String)>,
    /// The last row that was counted.
    last: u32,
    meanings: Meanings<'a>,
    /// What was read so far.
    pub(crate) summary: ReadSummary,
    has_items: bool,
    sums: Sums,
    /// What blank cells take from above.
    above: Above,
    /// An item that may be a total: the last one, where it holds the sum of those above it, or one that is hardly anything
    /// else.
    open_total: Option<(u32, String)>,
    /// Whether that one stays asked about, whatever follows.
    is_total_likely: bool,
    /// A row of totals stands above.
    is_below_total: bool,
    /// Columns that every item filled so far, beside those that sum up.
    dense: Vec<u32>,
    /// A row that waits for the next one.
    held: Option<Row>,
    /// Whether the row's parts stand below it.
    has_parts: bool,
    /// Readers of the further devices in each row of a wide table.
    further: Vec<RowReader<'a>>,
    /// Below the table another block began, such as a summary.
    has_ended: bool,
    /// The lone text above the rows that follow, its row, and whether items stand above it.
    title: Option<(u32, String, bool)>,
    /// The year that it is, of rows without a date.
    year: Option<i32>,
    /// What only the rows leave open: one laid out or titled otherwise, one that is struck through.
    open: Vec<Open>,
}

/// A record, or why there is none.
enum Reading {
    Record(Box<Record>),
    Skip(SkipReason),
    Reject,
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(mapping: &'a Mapping, vocabulary: &'a Vocabulary, from_1904: bool) -> Self {
        Self {
            mapping: Cow::Borrowed(mapping),
            vocabulary,
            from_1904,
            above: Above::new(mapping),
            open_total: None,
            is_total_likely: false,
            is_below_total: false,
            dense: dense(mapping),
            held: None,
            has_parts: false,
            header: skip::folded_header(mapping),
            last: mapping.header_row,
            meanings: Meanings::new(vocabulary),
            summary: ReadSummary { notes: mapping.notes.clone(), ..ReadSummary::default() },
            has_items: false,
            sums: Sums::default(),
            further: mapping.further.iter().map(|one| Self::new(one, vocabulary, from_1904)).collect(),
            has_ended: false,
            title: None,
            year: None,
            open: Vec::new(),
        }
    }

    /// Says what becomes of a row, and of the blank ones before it. Where a line's parts count, it waits for the next.
    pub(crate) fn include(&mut self, row: &Row, sink: &mut Sink) -> ControlFlow<()> {
        if !self.mapping.waits_for_parts() || row.number <= self.mapping.header_row {
            return self.read(row, sink);
        }
        let Some(held) = self.held.replace(row.clone()) else { return ControlFlow::Continue(()) };
        let depth = |row: &Row| self.mapping.depth_of(row, self.vocabulary);
        self.has_parts = depth(row) > depth(&held);
        self.read(&held, sink)
    }

    fn read(&mut self, row: &Row, sink: &mut Sink) -> ControlFlow<()> {
        if row.number <= self.mapping.header_row || row.is_blank() {
            return ControlFlow::Continue(());
        }
        for number in self.last.saturating_add(1)..row.number {
            self.count(
                sink,
                RowOutcome::Skipped {
                    row: number,
                    raw: RawRow::default(),
                    reason: SkipReason::Blank,
                    mass_kg: None,
                },
            )?;
        }
        self.last = row.number;
        self.summary.hidden += u64::from(row.hidden);
        let filled = self.above.fill(row);
        let outcome = self.outcome(row, filled.as_ref());
        let row = filled.as_ref().unwrap_or(row);
        let is_item = !matches!(outcome, RowOutcome::Skipped { .. });
        self.count(sink, outcome)?;
        self.further_devices(row, is_item, sink)
    }

    /// The other devices of a wide row; a row that is no item has none, and nor has a group that holds nothing.
    fn further_devices(&mut self, row: &Row, is_item: bool, sink: &mut Sink) -> ControlFlow<()> {
        for index in 0..self.further.len() {
            let reader = &mut self.further[index];
            if (is_item || reader.has_identity(row)) && reader.measures_own(row, &self.mapping) {
                let outcome = reader.outcome(row, None);
                self.summary.units_assumed += std::mem::take(&mut reader.summary.units_assumed);
                if !matches!(outcome, RowOutcome::Skipped { .. }) {
                    self.count(sink, outcome)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn count(&mut self, sink: &mut Sink, outcome: RowOutcome) -> ControlFlow<()> {
        self.summary.rows_read += 1;
        match &outcome {
            RowOutcome::Imported { .. } => self.summary.rows_imported += 1,
            RowOutcome::Rejected { .. } => self.summary.rows_rejected += 1,
            RowOutcome::Skipped { reason, .. } => {
                self.summary.rows_skipped += 1;
                *self.summary.skipped.entry(*reason).or_default() += 1;
            }
        }
        sink(outcome)
    }

    /// What becomes of a row; `filled` is the same with what stands above in its blank cells.
    fn outcome(&mut self, row: &Row, filled: Option<&Row>) -> RowOutcome {
        let (number, raw) = (row.number, row.raw());
        let (fixed, fixes) = fixed::fixed(&self.mapping, row);
        let own = fixed.as_ref().unwrap_or(row);
        if let Some(reason) = self.skip_reason(own) {
            self.skips(reason);
            return RowOutcome::Skipped { row: number, raw, reason, mass_kg: None };
        }
        let row = fixed.as_ref().or(filled).unwrap_or(row);
        let mut cells = Cells::new(row, &self.mapping, self.vocabulary, &self.meanings, self.from_1904);
        let reading = self.of_year(self.reading(&mut cells));
        self.summary.units_assumed += u64::from(cells.is_unit_assumed);
        let weighed_service = cells.weighed_service.take();
        let mut issues = cells.into_issues();
        if let Some(seen) = weighed_service {
            self.ask(Question::Weighed, number, seen, &["hardware", "leave_out"]);
        }
        issues.extend(fixes);
        if let Some(column) = self.above.shared(number) {
            let header = self.mapping.headers.get(column as usize).map(String::as_str);
            let expected = "a figure of its own; the merged cell states one of several lines together";
            issues.push(Issue::new(number, header, IssueCode::MissingQuantity, "", expected));
        }
        if row.is_mended {
            let expected = "a quotation mark that is closed; it was read as it stands";
            issues.push(Issue::new(number, None, IssueCode::StrayQuote, "\"", expected));
        }
        if row.hidden {
            issues.push(Issue::new(
                number,
                None,
                IssueCode::HiddenRow,
                "",
                "a row that is not hidden or filtered out",
            ));
        }
        issues.extend(self.computed(row));
        let reading = self.settle_struck(reading, row, &mut issues);
        let rejects = issues.iter().any(|issue| issue.severity == Severity::Rejects);
        match reading {
            Reading::Skip(reason) => {
                let mass_kg = self.stated_kg(row).filter(|_| reason.is_goods());
                RowOutcome::Skipped { row: number, raw, reason, mass_kg }
            }
            Reading::Record(record) if !rejects && self.is_total(&record, own) => {
                self.skips(SkipReason::Total);
                RowOutcome::Skipped { row: number, raw, reason: SkipReason::Total, mass_kg: None }
            }
            Reading::Record(record) if !rejects => {
                self.has_items = true;
                self.ask_title();
                self.note_total(&record, own);
                self.dense.retain(|column| own.value(*column).is_some_and(|value| !value.is_blank()));
                self.sums.include(&record);
                RowOutcome::Imported { row: number, raw, record, issues }
            }
            _ => RowOutcome::Rejected { row: number, raw, issues, mass_kg: self.stated_kg(row) },
        }
    }

    /// That a cell which counts holds a formula without a result, and what that comes to.
    fn computed(&self, row: &Row) -> Vec<Issue> {
        let issue = |one: &Computed| {
            let column = self.mapping.columns.iter().find(|column| column.index == one.column)?;
            let value = row.value(one.column).map(Value::shown).unwrap_or_default();
            let expected = match &one.outdated {
                None => format!("a result, which the file does not hold; {value} was computed here"),
                Some(outdated) => format!(
                    "a result that is up to date; the file holds {outdated}, and {value} was computed here"
                ),
            };
            let header = self.mapping.header_of(column);
            Some(Issue::new(row.number, Some(&header), IssueCode::FormulaComputed, &one.formula, &expected))
        };
        row.computed.iter().filter_map(issue).collect()
    }

    /// What was read, once no row follows.
    pub(crate) fn finish(&mut self, sink: &mut Sink) -> ControlFlow<(), ReadSummary> {
        if let Some(held) = self.held.take() {
            self.has_parts = false;
            self.read(&held, sink)?;
        }
        if let Some((row, label)) = self.open_total.take().filter(|_| self.mapping.totals.is_none()) {
            self.summary.open.push(Open::of_row(Question::Total, row, label, &["skip", "count"]));
        }
        self.summary.open.append(&mut self.open);
        ControlFlow::Continue(std::mem::take(&mut self.summary))
    }

    /// Asks once what rows leave open.
    fn ask(&mut self, what: Question, row: u32, seen: String, choices: &[&str]) {
        if self.open.iter().all(|open| open.what != what) {
            self.open.push(Open::of_row(what, row, seen, choices));
        }
    }

    fn reading(&self, cells: &mut Cells) -> Reading {
        match self.mapping.kind {
            Kind::Procurement => procurement::read(cells),
            Kind::Dispositions => disposition::read(cells),
            Kind::Certificates => certificate::read(cells),
            Kind::Catalogue => catalogue::read(cells),
            Kind::Orders => order::read(cells),
            Kind::Unknown => Reading::Reject,
        }
    }
}
