//! A workbook to be written: exact cells, plain look, the same bytes for the same content.

mod archive;
mod csv_table;
mod look;
mod marked;
pub mod plan;
mod reference;
mod template;
mod write;

pub use archive::zip_bytes;
pub use csv_table::csv_bytes;
pub use marked::{MarkError, Problem, mark_problems};
pub use template::template_workbook;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;
use std::io;

/// A workbook to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// Title in the document properties.
    pub title: String,
    /// Author in the document properties.
    pub author: String,
    /// Creation date in the document properties; nothing else depends on the day.
    pub created: NaiveDate,
    /// Sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet: notes, then one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name, at most 31 characters.
    pub name: String,
    /// Colour of its tab.
    pub tab: Tab,
    /// Lines above the table.
    pub notes: Vec<String>,
    /// Columns; their headers are the frozen row.
    pub columns: Vec<Column>,
    /// Rows below the header.
    pub rows: Vec<Vec<Cell>>,
    /// A row of totals below them.
    pub totals: Option<Vec<Cell>>,
}

/// What a tab's colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Data: blue.
    Data,
    /// Answers to CDP: green.
    Cdp,
    /// What is left out: red.
    Exclusion,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Header text.
    pub header: String,
    /// Width in characters.
    pub width: u16,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// Words a cell of this column may hold; a list to choose from.
    pub choices: Vec<String>,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Short text.
    Text,
    /// Long text, wrapped.
    Prose,
    /// Numbers that name something (a serial number, a year, a row), right-aligned, plain.
    Number,
    /// Numbers that measure or count something, right-aligned, with their digits grouped.
    Quantity,
    /// ISO dates.
    Date,
}

impl ColumnKind {
    /// Whether the cells hold numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Quantity)
    }
}

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text; never read as a formula.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An exact number; as text where a spreadsheet could not hold it.
    Decimal(Decimal),
    /// A date.
    Date(NaiveDate),
    /// The live sum of the rows above in this column, with its value.
    Sum(Decimal),
    /// Another live formula, with its value.
    Formula {
        /// The formula, as Excel writes it in English.
        formula: String,
        /// What it comes to.
        value: Decimal,
    },
}

/// A file that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The content does not fit a workbook.
    #[error("the workbook cannot be made: {0}")]
    Library(#[from] XlsxError),
    /// The content does not fit a PDF.
    #[error("the PDF cannot be made: {0}")]
    Pdf(String),
    /// The file cannot be written.
    #[error("the file cannot be written: {0}")]
    File(#[from] io::Error),
}
