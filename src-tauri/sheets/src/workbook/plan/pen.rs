//! Writing cells: text, numbers, formulas with the value they have.

use crate::workbook::WriteError;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::io::{self, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A workbook that is being written.
pub(super) struct Book {
    workbook: Workbook,
    head: Format,
    whole: Format,
    day: Format,
}

/// A sheet of it.
pub(super) struct Sheet {
    worksheet: Worksheet,
    head: Format,
    number: Format,
    day: Format,
}

/// A cell by 0-based row and column, such as `C4`.
pub(super) fn at(row: usize, column: usize) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        letters.insert(0, char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// A cell of another sheet that stays where it is when a formula is copied.
pub(super) fn on(sheet: &str, row: usize, column: usize) -> String {
    let cell = at(row, column);
    let split = cell.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    format!("'{sheet}'!${}${}", &cell[..split], &cell[split..])
}

impl Book {
    pub fn new(title: &str, created: NaiveDate) -> Result<Self, WriteError> {
        let mut workbook = Workbook::new();
        let day = ExcelDateTime::parse_from_str(&created.to_string())?;
        let properties =
            DocProperties::new().set_title(title).set_author("I-TEC Planner").set_creation_datetime(&day);
        workbook.set_properties(&properties);
        let head = Format::new().set_bold().set_text_wrap();
        let whole = Format::new().set_num_format("#,##0.######");
        let day = Format::new().set_num_format("yyyy-mm-dd");
        Ok(Self { workbook, head, whole, day })
    }

    pub fn sheet(&self, name: &str, widths: &[f64]) -> Result<Sheet, WriteError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(name)?;
        for (column, width) in widths.iter().enumerate() {
            worksheet.set_column_width(u16::try_from(column).unwrap_or(u16::MAX), *width)?;
        }
        Ok(Sheet { worksheet, head: self.head.clone(), number: self.whole.clone(), day: self.day.clone() })
    }

    pub fn done(&mut self, sheet: Sheet) {
        self.workbook.push_worksheet(sheet.worksheet);
    }

    pub fn bytes(mut self) -> Result<Vec<u8>, WriteError> {
        without_unknown(&self.workbook.save_to_buffer()?).map_err(WriteError::File)
    }
}

/// Stands for the value of a formula that nobody worked out yet.
const UNKNOWN: &str = "-987654321.123456";

/// The same workbook without values that nobody worked out, which a spreadsheet then does on opening: the library writes
/// zeros there, and LibreOffice would trust them.
fn without_unknown(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(bytes))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let unknown = format!("<v>{UNKNOWN}</v>");
    for index in 0..from.len() {
        let mut part = from.by_index(index)?;
        let name = part.name()?.into_owned();
        if !name.starts_with("xl/worksheets/sheet") {
            to.raw_copy_file(part)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        to.start_file(name, SimpleFileOptions::default())?;
        to.write_all(text.replace(&unknown, "").as_bytes())?;
    }
    Ok(to.finish()?.into_inner())
}

fn place(row: usize, column: usize) -> (u32, u16) {
    (u32::try_from(row).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX))
}

impl Sheet {
    pub fn head(&mut self, row: usize, column: usize, text: &str) -> Result<(), WriteError> {
        let (row, column) = place(row, column);
        self.worksheet.write_string_with_format(row, column, text, &self.head)?;
        Ok(())
    }

    pub fn text(&mut self, row: usize, column: usize, text: &str) -> Result<(), WriteError> {
        let (row, column) = place(row, column);
        self.worksheet.write_string(row, column, text)?;
        Ok(())
    }

    pub fn number(&mut self, row: usize, column: usize, value: Decimal) -> Result<(), WriteError> {
        let (row, column) = place(row, column);
        let value = value.to_f64().unwrap_or_default();
        self.worksheet.write_number_with_format(row, column, value, &self.number)?;
        Ok(())
    }

    pub fn day(&mut self, row: usize, column: usize, day: NaiveDate) -> Result<(), WriteError> {
        let (row, column) = place(row, column);
        let day = ExcelDateTime::parse_from_str(&day.to_string())?;
        self.worksheet.write_datetime_with_format(row, column, &day, &self.day)?;
        Ok(())
    }

    /// A formula with the value it has; without its `=`.
    pub fn formula(
        &mut self,
        row: usize,
        column: usize,
        formula: &str,
        value: Decimal,
    ) -> Result<(), WriteError> {
        let (row, column) = place(row, column);
        let formula = Formula::new(format!("={formula}")).set_result(value.normalize().to_string());
        self.worksheet.write_formula_with_format(row, column, formula, &self.number)?;
        Ok(())
    }

    /// A formula whose value is worked out when the workbook is opened.
    pub fn formula_of(&mut self, row: usize, column: usize, formula: &str) -> Result<(), WriteError> {
        let (row, column) = place(row, column);
        let formula = Formula::new(format!("={formula}")).set_result(UNKNOWN);
        self.worksheet.write_formula_with_format(row, column, formula, &self.number)?;
        Ok(())
    }
}
