//! Formulas whose result a file does not hold, and what the cells that they name hold. The library reads a formula; what it
//! comes to is reckoned here, in decimals, because the library reckons in floats. Only what is plain is computed: + - * / and
//! %, SUM, PRODUCT, ROUND, and other cells, those of other sheets too. All else stays open, and is asked.

mod evaluate;
mod fill;

pub(super) use fill::Filler;

use super::RowSink;
use super::limits::too_large;
use super::styles::CellFormat;
use crate::cell::{Cell, Row};
use crate::error::ReadError;
use formualizer_parse::FormulaDialect;
use std::collections::HashMap;

/// Cells of a workbook that are held for its formulas; with more, they stay open.
const MAX_CELLS: usize = 600_000;
/// Bytes of a formula that is thought about.
const MAX_LENGTH: usize = 1_000;

/// A formula without a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Formula {
    /// As it stands in the file, from its equals sign on.
    pub(super) text: String,
    /// Rows and columns from the cell for which it was written to its own.
    pub(super) shift: (i64, i64),
    /// How its cell shows numbers.
    pub(super) format: CellFormat,
}

/// The cells of one sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    name: String,
    rows: Vec<Row>,
    /// By row, from 1, and column, from 0.
    pub(super) formulas: HashMap<(u32, u32), Formula>,
    pub(super) tables: Vec<Table>,
}

/// A table of a sheet, whose columns formulas may name.
#[derive(Debug)]
pub(super) struct Table {
    /// In small letters.
    pub(super) name: String,
    /// Its first and last row, from 1.
    pub(super) rows: (u32, u32),
    /// Its first column, from 0.
    pub(super) column: u32,
    /// Its headers, in small letters.
    pub(super) headers: Vec<String>,
}

/// The cells of a workbook.
#[derive(Debug)]
pub(super) struct Workbook {
    sheets: Vec<Sheet>,
    dialect: FormulaDialect,
    from_1904: bool,
}

impl Sheet {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Keeps a formula of which there is no result.
    pub(super) fn keep(&mut self, row: u32, column: u32, formula: Formula) {
        if formula.text.len() <= MAX_LENGTH {
            self.formulas.insert((row, column), formula);
        }
    }

    /// The column of a table that holds this row; a table without a name is the only one that does.
    fn column_of_table(&self, name: &str, header: &str, row: u32) -> Option<u32> {
        let (name, header) = (name.to_lowercase(), header.to_lowercase());
        let mut here = self.tables.iter().filter(|table| {
            (table.rows.0..=table.rows.1).contains(&row) && (name.is_empty() || table.name == name)
        });
        let table = here.next()?;
        if here.next().is_some() {
            return None;
        }
        let at = table.headers.iter().position(|one| *one == header)?;
        table.column.checked_add(u32::try_from(at).ok()?)
    }

    /// The cells from one row and column through others.
    fn within(&self, rows: (u32, u32), columns: (u32, u32)) -> impl Iterator<Item = (u32, &Cell)> {
        let begin = self.rows.partition_point(|row| row.number < rows.0);
        let rows = self.rows[begin..].iter().take_while(move |row| row.number <= rows.1);
        let is_within = move |cell: &&Cell| (columns.0..=columns.1).contains(&cell.column);
        rows.flat_map(move |row| row.cells.iter().filter(is_within).map(|cell| (row.number, cell)))
    }
}

impl Workbook {
    /// Gathers sheets as `read` reads them, one after the other; nothing where that is too much or cannot be done.
    pub(super) fn gather(
        names: &[String],
        dialect: FormulaDialect,
        from_1904: bool,
        mut read: impl FnMut(usize, &mut Sheet, &mut RowSink) -> Result<(), ReadError>,
    ) -> Option<Self> {
        let (mut sheets, mut held) = (Vec::with_capacity(names.len()), 0);
        for (index, name) in names.iter().enumerate() {
            let (mut sheet, mut rows) = (Sheet::new(name), Vec::new());
            let mut take = |row: &Row| {
                held += row.cells.len();
                rows.push(row.clone());
                if held > MAX_CELLS { Err(too_large("too many cells", String::new())) } else { Ok(()) }
            };
            read(index, &mut sheet, &mut take).ok()?;
            rows.sort_by_key(|row| row.number);
            sheets.push(Sheet { rows, ..sheet });
        }
        Some(Self { sheets, dialect, from_1904 })
    }

    /// A sheet by its name, whatever its case.
    fn place(&self, name: &str) -> Option<usize> {
        let name = name.to_lowercase();
        self.sheets.iter().position(|sheet| sheet.name.to_lowercase() == name)
    }
}
