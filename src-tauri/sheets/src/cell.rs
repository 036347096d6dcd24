//! Cells and rows as they come out of any format.

use chrono::NaiveDate;
use planner_core::mass::MassUnit;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as it stands in the file.
    Text(String),
    /// A number.
    Number(Number),
    /// A calendar date; its time of day is left out.
    Date(NaiveDate),
    /// A truth value.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(String),
    /// A formula whose result the file does not hold.
    EmptyFormula,
}

/// A numeric cell: a float in the file, text from here on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// What the spreadsheet shows: 15 significant digits, plain.
    pub shown: String,
    /// The shortest text that reads back as the same float, where it is another one.
    pub exact: Option<String>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Row, from 1.
    pub number: u32,
    /// Hidden by hand or by a filter.
    pub hidden: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

impl Value {
    /// The text a person sees.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.shown.clone(),
            Self::Date(date) => date.to_string(),
            Self::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Self::EmptyFormula => String::new(),
        }
    }

    /// Whether there is nothing to read: no text, or spaces only. A formula without a result is something.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

impl Row {
    /// What stands in a column.
    pub fn value(&self, column: u32) -> Option<&Value> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[found].value)
    }

    /// Whether no cell can be read.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_blank())
    }

    /// Its texts from column A to the last one held; what a person sees.
    pub fn texts(&self) -> Vec<String> {
        let width = self.cells.last().map_or(0, |cell| cell.column as usize + 1);
        let mut texts = vec![String::new(); width.min(MAX_RAW_COLUMNS)];
        for cell in &self.cells {
            if let Some(text) = texts.get_mut(cell.column as usize) {
                *text = cell.value.shown();
            }
        }
        texts
    }
}

/// Evidence is kept for this many columns; no table of ours is wider.
const MAX_RAW_COLUMNS: usize = 512;

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
