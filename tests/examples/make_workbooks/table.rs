//! A table, and the workbook or text file it becomes.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use std::path::Path;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text; never a formula.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A date.
    Date(NaiveDate),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<Option<Decimal>> for Cell {
    fn from(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

/// A row from values of different kinds.
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$($crate::table::Cell::from($value)),*] };
}
pub(crate) use row;

/// Rows below a header, or several header rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// The sheet's name.
    pub sheet: &'static str,
    /// Header rows and rows alike.
    pub rows: Vec<Vec<Cell>>,
    /// How many of them are headers.
    pub headers: usize,
}

impl Table {
    /// A table with one header row.
    pub fn new(sheet: &'static str, headers: &[&str]) -> Self {
        let header = headers.iter().map(|text| Cell::from(*text)).collect();
        Self { sheet, rows: vec![header], headers: 1 }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// Writes it as a workbook of one sheet.
    pub fn save_xlsx(&self, path: &Path) -> Result<()> {
        let mut workbook = Workbook::new();
        let created = ExcelDateTime::from_ymd(2026, 6, 16)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let sheet = workbook.add_worksheet().set_name(self.sheet)?;
        self.fill(sheet)?;
        workbook.save(path).with_context(|| path.display().to_string())
    }

    fn fill(&self, sheet: &mut Worksheet) -> Result<()> {
        let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
        for (index, row) in self.rows.iter().enumerate() {
            let line = u32::try_from(index)?;
            for (index, cell) in row.iter().enumerate() {
                let column = u16::try_from(index)?;
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(text) if line < u32::try_from(self.headers)? => {
                        sheet.write_string_with_format(line, column, text, &bold)?
                    }
                    Cell::Text(text) => sheet.write_string(line, column, text)?,
                    Cell::Number(number) => {
                        sheet.write_number(line, column, number.to_string().parse::<f64>()?)?
                    }
                    Cell::Date(date) => sheet.write_datetime_with_format(line, column, date, &day)?,
                };
            }
        }
        for column in 0..self.rows.iter().map(Vec::len).max().unwrap_or(0) {
            sheet.set_column_width(u16::try_from(column)?, self.width(column))?;
        }
        if self.headers > 0 {
            sheet.set_freeze_panes(u32::try_from(self.headers)?, 0)?;
        }
        Ok(())
    }

    fn width(&self, column: usize) -> u32 {
        let texts = self.rows.iter().filter_map(|row| row.get(column));
        let widest = texts.map(|cell| plain(cell, '.').chars().count()).max().unwrap_or(0);
        u32::try_from(widest).unwrap_or(40).clamp(8, 40) + 2
    }

    /// Its text with this separator between cells and this decimal sign; dates as `date` formats them.
    pub fn to_text(&self, separator: char, decimal: char, date: &str) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                Cell::Date(day) => day.format(date).to_string(),
                cell => quoted(&plain(cell, decimal), separator),
            });
            text += &(cells.collect::<Vec<_>>().join(&separator.to_string()) + "\n");
        }
        text
    }

    /// Writes it as UTF-8 text with commas, points and ISO dates.
    pub fn save_csv(&self, path: &Path) -> Result<()> {
        std::fs::write(path, self.to_text(',', '.', "%Y-%m-%d")).with_context(|| path.display().to_string())
    }
}

fn plain(cell: &Cell, decimal: char) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string().replace('.', &decimal.to_string()),
        Cell::Date(date) => date.to_string(),
    }
}

fn quoted(text: &str, separator: char) -> String {
    if text.contains([separator, '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
