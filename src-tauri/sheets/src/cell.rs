//! Cells and rows as they come out of any format.

use chrono::NaiveDate;
use compact_str::{CompactString, ToCompactString};
use planner_core::mass::MassUnit;
use planner_core::raw::RawRow;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as it stands in the file.
    Text(CompactString),
    /// A number.
    Number(Number),
    /// A calendar date; its time of day is left out.
    Date(NaiveDate),
    /// A truth value.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(CompactString),
    /// A formula whose result the file does not hold.
    EmptyFormula,
}

/// A numeric cell: a float in the file, text from here on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// What the spreadsheet shows: 15 significant digits, plain.
    pub shown: CompactString,
    /// The shortest text that reads back as the same float, where it is another one.
    pub exact: Option<CompactString>,
    /// A mass unit that its number format shows.
    pub unit: Option<MassUnit>,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Column, from 0.
    pub column: u32,
    /// What it holds.
    pub value: Value,
}

/// A row with the cells that hold something, in order of column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Row, from 1.
    pub number: u32,
    /// Hidden by hand or by a filter.
    pub hidden: bool,
    /// A quotation mark in it is never closed and was read as it stands.
    pub is_mended: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Columns, from 0, of cells that are struck through.
    pub struck: Vec<u32>,
    /// Columns, from 0, of formulas whose result the file itself asks to have calculated anew.
    pub doubted: Vec<u32>,
    /// Cells whose value was computed here: the file holds a formula of theirs, and no result or one that is out of date.
    pub computed: Vec<Computed>,
}

/// A cell whose value was computed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// Column, from 0.
    pub column: u32,
    /// The formula, as it stands in the file.
    pub formula: CompactString,
    /// The result that the file holds and that is out of date, as shown.
    pub outdated: Option<CompactString>,
}

impl Value {
    /// The text a person sees.
    pub fn shown(&self) -> String {
        self.with_shown(str::to_owned)
    }

    /// The same, without a copy.
    pub(crate) fn with_shown<T>(&self, take: impl FnOnce(&str) -> T) -> T {
        match self {
            Self::Text(text) | Self::Error(text) => take(text),
            Self::Number(number) => take(&number.shown),
            Self::Date(date) => take(&date.to_compact_string()),
            Self::Bool(truth) => take(if *truth { "TRUE" } else { "FALSE" }),
            Self::EmptyFormula => take(""),
        }
    }

    /// Whether there is nothing to read: no text, or spaces only. A formula without a result is something.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().all(char::is_whitespace))
    }
}

impl Row {
    /// What stands in a column.
    pub fn value(&self, column: u32) -> Option<&Value> {
        let place = self.cells.get(column as usize).filter(|cell| cell.column == column);
        let found =
            || self.cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &self.cells[at]);
        place.or_else(found).map(|cell| &cell.value)
    }

    /// Whether no cell can be read.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_blank())
    }

    /// Its texts from column A to the last one held; what a person sees.
    pub fn texts(&self) -> Vec<String> {
        self.raw().cells().map(str::to_owned).collect()
    }

    /// The same, in one piece.
    pub fn raw(&self) -> RawRow {
        let (mut raw, mut column) = (RawRow::with_capacity(self.cells.len() * USUAL_CELL), 0);
        for cell in self.cells.iter().filter(|cell| cell.column < MAX_RAW_COLUMNS) {
            while column < cell.column {
                raw.next_column();
                column += 1;
            }
            cell.value.with_shown(|text| raw.push(text));
        }
        raw
    }
}

/// Bytes of most cells.
const USUAL_CELL: usize = 14;

/// Evidence is kept for this many columns; no table of ours is wider.
const MAX_RAW_COLUMNS: u32 = 512;

/// The letters of a column: A, B … AA.
pub fn column_letters(column: u32) -> String {
    let (mut rest, mut letters) = (column + 1, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(column_letters(column), letters);
        }
    }
}
