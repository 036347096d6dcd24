//! Typed rows out of a sheet, one at a time.

mod catalogue;
mod cells;
mod certificate;
mod disposition;
mod fixed;
mod procurement;
mod skip;

use crate::cell::Row;
use crate::error::ReadError;
use crate::field::Kind;
use crate::frame::Frame;
use crate::issue::{Issue, IssueCode, Severity};
use crate::mapping::Mapping;
use crate::record::Record;
use crate::vocabulary::Vocabulary;
use crate::words::words;
use crate::worker::{Frames, Program, Request};
use cells::Cells;
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::path::Path;

/// Rows between two words of progress.
const PROGRESS_ROWS: u64 = 2_000;

/// What became of one row below the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It reads as a record.
    Imported {
        /// Row, from 1.
        row: u32,
        /// Its texts from column A, as a person sees them.
        raw: Vec<String>,
        /// What it says.
        record: Box<Record>,
        /// What a person should know; none rejects.
        issues: Vec<Issue>,
    },
    /// It is no item.
    Skipped {
        /// Row, from 1.
        row: u32,
        /// Its texts from column A.
        raw: Vec<String>,
        /// Why.
        reason: SkipReason,
    },
    /// It is an item that cannot be read.
    Rejected {
        /// Row, from 1.
        row: u32,
        /// Its texts from column A.
        raw: Vec<String>,
        /// Why; at least one rejects.
        issues: Vec<Issue>,
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
        /// Its status is no purchase and no return, such as issued or cancelled.
        NotAPurchase = "not_a_purchase",
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
    /// Things said once for the whole sheet.
    pub notes: Vec<Issue>,
}

/// A function that takes what became of a row, and can stop the reading.
pub type Sink<'a> = dyn FnMut(RowOutcome) -> ControlFlow<()> + 'a;

/// Reads the mapped sheet, row by row, into `sink`; either function can stop it.
pub fn read_rows(
    program: &Program,
    path: &Path,
    mapping: &Mapping,
    vocabulary: &Vocabulary,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    sink: &mut Sink,
) -> Result<ReadSummary, ReadError> {
    let (mut frames, from_1904) = open_sheet(program, path, &mapping.sheet)?;
    let mut reader = RowReader::new(mapping, vocabulary, from_1904);
    while let Some(frame) = frames.next()? {
        let Frame::Row(row) = frame else { continue };
        let before = reader.summary.rows_read;
        let flow = reader.include(row, sink);
        let is_due = reader.summary.rows_read / PROGRESS_ROWS > before / PROGRESS_ROWS;
        let progressed = Progress { rows_read: reader.summary.rows_read };
        if flow.is_break() || (is_due && progress(progressed).is_break()) {
            return Err(ReadError::Cancelled);
        }
    }
    Ok(reader.summary)
}

/// Starts reading one sheet; answers its frames and whether its dates count from 1904.
fn open_sheet(program: &Program, path: &Path, sheet: &str) -> Result<(Frames, bool), ReadError> {
    let mut frames = Frames::start(program, &Request::Sheet(path, sheet))?;
    match frames.next()? {
        Some(Frame::Opened(opened)) if opened.sheets.iter().any(|(name, _)| name == sheet) => {
            Ok((frames, opened.from_1904))
        }
        Some(Frame::Opened(opened)) => {
            let present = opened.sheets.into_iter().map(|(name, _)| name).collect();
            Err(ReadError::NoSuchSheet { name: sheet.into(), present })
        }
        _ => Err(ReadError::damaged("it has no sheet")),
    }
}

/// Turns rows into outcomes, one after the other.
struct RowReader<'a> {
    mapping: &'a Mapping,
    vocabulary: &'a Vocabulary,
    from_1904: bool,
    header: Vec<(u32, String)>,
    /// The last row that was counted.
    last: u32,
    goods: HashMap<String, Goods>,
    summary: ReadSummary,
    has_items: bool,
}

/// What an item is, remembered by its texts.
#[derive(Clone, Default)]
struct Goods {
    category: Option<String>,
    out_of_scope: Option<String>,
}

/// Texts of goods that are remembered.
const MAX_GOODS: usize = 50_000;

/// A record, or why there is none.
enum Reading {
    Record(Box<Record>),
    Skip(SkipReason),
    Reject,
}

impl<'a> RowReader<'a> {
    fn new(mapping: &'a Mapping, vocabulary: &'a Vocabulary, from_1904: bool) -> Self {
        Self {
            mapping,
            vocabulary,
            from_1904,
            header: skip::folded_header(mapping),
            last: mapping.header_row,
            goods: HashMap::new(),
            summary: ReadSummary { notes: mapping.notes.clone(), ..ReadSummary::default() },
            has_items: false,
        }
    }

    fn include(&mut self, row: Row, sink: &mut Sink) -> ControlFlow<()> {
        if row.number <= self.mapping.header_row || row.is_blank() {
            return ControlFlow::Continue(());
        }
        for number in self.last.saturating_add(1)..row.number {
            self.count(
                sink,
                RowOutcome::Skipped { row: number, raw: Vec::new(), reason: SkipReason::Blank },
            )?;
        }
        self.last = row.number;
        self.summary.hidden += u64::from(row.hidden);
        let outcome = self.outcome(&row);
        self.count(sink, outcome)
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

    fn outcome(&mut self, row: &Row) -> RowOutcome {
        let (number, raw) = (row.number, row.texts());
        let (fixed, fixes) = fixed::fixed(self.mapping, row);
        let row = fixed.as_ref().unwrap_or(row);
        if let Some(reason) = self.skip_reason(row) {
            return RowOutcome::Skipped { row: number, raw, reason };
        }
        let mut cells = Cells::new(row, self.mapping, self.vocabulary, self.from_1904);
        let reading = self.reading(&mut cells);
        let mut issues = cells.into_issues();
        issues.extend(fixes);
        if row.hidden {
            issues.push(Issue::new(
                number,
                None,
                IssueCode::HiddenRow,
                "",
                "a row that is not hidden or filtered out",
            ));
        }
        let rejects = issues.iter().any(|issue| issue.severity == Severity::Rejects);
        match reading {
            Reading::Skip(reason) => RowOutcome::Skipped { row: number, raw, reason },
            Reading::Record(record) if !rejects => {
                self.has_items = true;
                RowOutcome::Imported { row: number, raw, record, issues }
            }
            _ => RowOutcome::Rejected { row: number, raw, issues },
        }
    }

    fn reading(&mut self, cells: &mut Cells) -> Reading {
        match self.mapping.kind {
            Kind::Procurement => procurement::read(cells, |key| self.goods(key)),
            Kind::Dispositions => disposition::read(cells, |key| self.goods(key)),
            Kind::Certificates => certificate::read(cells),
            Kind::Catalogue => catalogue::read(cells, |key| self.goods(key)),
            Kind::Unknown => Reading::Reject,
        }
    }

    /// Category and scope of an item; texts repeat, so each is thought about once.
    fn goods(&mut self, texts: [Option<&str>; 3]) -> Goods {
        let key = texts.map(Option::unwrap_or_default).join("\u{1f}");
        if let Some(known) = self.goods.get(&key) {
            return known.clone();
        }
        let [category, item, model] = texts;
        let described = [item, model].into_iter().flatten();
        let goods = Goods {
            category: self.vocabulary.category(category, described).map(str::to_owned),
            out_of_scope: self.vocabulary.out_of_scope(category, item).map(str::to_owned),
        };
        if self.goods.len() < MAX_GOODS {
            self.goods.insert(key, goods.clone());
        }
        goods
    }
}
