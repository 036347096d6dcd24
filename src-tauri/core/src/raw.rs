//! A row of a sheet as it stood: the evidence behind a line.

use std::fmt;

/// Stands between two cells; it has no meaning in a sheet.
const SEPARATOR: char = '\u{1f}';

/// The cells of a row as a person sees them, from column A, kept as one text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RawRow(String);

impl RawRow {
    /// A row of these cells.
    pub fn from_cells(cells: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut row = Self::default();
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                row.next_column();
            }
            row.push(cell.as_ref());
        }
        row
    }

    /// An empty row with room for this many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// A row from the text under which it was kept.
    pub fn from_text(text: String) -> Self {
        Self(text)
    }

    /// The text under which it is kept.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Its cells in order; an empty text where a cell holds nothing.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.0.split(SEPARATOR)
    }

    /// Ends a cell.
    pub fn next_column(&mut self) {
        self.0.push(SEPARATOR);
    }

    /// Adds to the cell that was begun.
    pub fn push(&mut self, text: &str) {
        if text.bytes().any(|byte| byte == SEPARATOR as u8) {
            self.0.push_str(&text.replace(SEPARATOR, " "));
        } else {
            self.0.push_str(text);
        }
    }
}

impl fmt::Debug for RawRow {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_list().entries(self.cells()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_as_they_went() {
        for cells in [vec![""], vec!["a"], vec!["", "a", ""], vec!["a\nb", "ä,;"]] {
            let row = RawRow::from_cells(&cells);
            assert_eq!(row.cells().collect::<Vec<_>>(), cells);
            assert_eq!(RawRow::from_text(row.text().to_owned()), row);
        }
        assert_eq!(RawRow::from_cells(["a\u{1f}b"]).cells().count(), 1);
    }
}
