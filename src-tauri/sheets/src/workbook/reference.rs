//! Where the cells of a sheet will stand, so that another sheet's formula can name them.

use super::Sheet;
use crate::cell::column_letters;

impl Sheet {
    /// Number of the row that holds the column headers, as a spreadsheet counts.
    pub fn header_row(&self) -> usize {
        if self.notes.is_empty() { 1 } else { self.notes.len() + 2 }
    }

    /// Number of the first row of data.
    pub fn first_row(&self) -> usize {
        self.header_row() + 1
    }

    /// Number of the row of totals, or of the row after the data where there is none.
    pub fn total_row(&self) -> usize {
        self.first_row() + self.rows.len()
    }

    /// The letters of the column under this header.
    pub fn letters(&self, header: &str) -> Option<String> {
        let index = self.columns.iter().position(|column| column.header == header)?;
        u32::try_from(index).ok().map(column_letters)
    }

    /// The total under this header, as another sheet's formula names it.
    pub fn total_reference(&self, header: &str) -> Option<String> {
        Some(format!("'{}'!${}${}", self.name, self.letters(header)?, self.total_row()))
    }

    /// All data under this header, as another sheet's formula names it.
    pub fn column_reference(&self, header: &str) -> Option<String> {
        let letters = self.letters(header)?;
        let last = self.total_row().saturating_sub(1).max(self.first_row());
        Some(format!("'{}'!${letters}${}:${letters}${last}", self.name, self.first_row()))
    }
}

#[cfg(test)]
mod tests {
    use crate::workbook::{Cell, Column, ColumnKind, Sheet, Tab};

    #[test]
    fn references_name_the_cells_that_are_written() {
        let column = |header: &str| Column {
            header: header.into(),
            width: 9,
            kind: ColumnKind::Number,
            choices: Vec::new(),
        };
        let mut sheet = Sheet {
            name: "Lines".into(),
            tab: Tab::Data,
            notes: Vec::new(),
            columns: vec![column("A"), column("Mass")],
            rows: vec![vec![Cell::Integer(1), Cell::Integer(2)]; 3],
            totals: None,
        };
        assert_eq!(sheet.total_reference("Mass").as_deref(), Some("'Lines'!$B$5"));
        sheet.notes = vec!["One".into(), "Two".into()];
        assert_eq!(sheet.column_reference("Mass").as_deref(), Some("'Lines'!$B$5:$B$7"));
        assert_eq!(sheet.total_reference("None"), None);
    }
}
