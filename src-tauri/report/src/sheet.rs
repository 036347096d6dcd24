//! A sheet of the disclosure: its cells, and the figures that each of its rows carries or rests on.

use crate::cdp::AnswerStatus;
use crate::checks::CheckCode;
use crate::table::{TRACE_ID, text, totals, words};
use planner_core::figure::FigureId;
use planner_sheets::workbook::{Cell, Column, Sheet, Tab};

/// A sheet of the disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureSheet {
    /// The sheet as it is written.
    pub sheet: Sheet,
    /// The figures that each row carries or rests on.
    pub figures: Vec<Vec<FigureId>>,
    /// The year.
    pub year: i32,
    /// What the sheet holds beyond figures.
    pub holds: Holds,
}

/// What a sheet holds beyond figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// Nothing to wait for.
    #[default]
    Figures,
    /// Lines of which this check says how many are missing.
    Lines(CheckCode),
    /// Balances or evidence that may be incomplete: it waits for these checks.
    WaitsFor(&'static [CheckCode]),
    /// The checks themselves.
    Checks,
    /// Answers to CDP: the status of each, and the characters of the longest text.
    Answers(Vec<(AnswerStatus, usize)>),
}

impl From<Sheet> for DisclosureSheet {
    fn from(sheet: Sheet) -> Self {
        Self { sheet, figures: Vec::new(), year: 0, holds: Holds::Figures }
    }
}

impl DisclosureSheet {
    /// A data sheet whose rows carry figures; the id of each stands in the last column.
    pub(crate) fn data(
        name: &str,
        notes: Vec<String>,
        (columns, width): (Vec<Column>, u16),
        rows: TracedRows,
    ) -> Self {
        let columns = columns.into_iter().chain([words(TRACE_ID, width)]).collect();
        let year = rows.year;
        let (rows, figures) = rows.finished();
        let sheet = Sheet { name: name.to_owned(), tab: Tab::Data, notes, columns, rows, totals: None };
        Self { sheet, figures, year, holds: Holds::Figures }
    }

    /// Trace ids of a row.
    pub fn trace_ids(&self, row: usize) -> Vec<String> {
        let figures = self.figures.get(row).into_iter().flatten();
        figures.map(|figure| figure.trace_id(self.year)).collect()
    }

    /// With live totals under the named columns.
    pub(crate) fn with_totals(mut self, first: &str, summed: &[&str]) -> Self {
        self.sheet.totals = Some(totals(&self.sheet, first, summed));
        self
    }
}

/// Rows while they are collected, each with its figure.
pub(crate) struct TracedRows {
    year: i32,
    rows: Vec<(Vec<Cell>, Option<FigureId>)>,
}

impl TracedRows {
    /// None yet.
    pub fn new(year: i32) -> Self {
        Self { year, rows: Vec::new() }
    }

    /// Adds a row that carries this figure, where it carries one.
    pub fn push(&mut self, cells: Vec<Cell>, figure: Option<FigureId>) {
        self.rows.push((cells, figure));
    }

    fn finished(self) -> (Vec<Vec<Cell>>, Vec<Vec<FigureId>>) {
        let row = |(mut cells, figure): (Vec<Cell>, Option<FigureId>)| {
            cells.push(figure.as_ref().map_or(Cell::Empty, |figure| text(figure.trace_id(self.year))));
            (cells, figure.into_iter().collect())
        };
        self.rows.into_iter().map(row).unzip()
    }
}
