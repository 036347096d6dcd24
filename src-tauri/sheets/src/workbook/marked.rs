//! A sheet once more, as it stands, with a column that says what is wrong in each row and notes on the cells.

use super::WriteError;
use super::write::fitting;
use crate::cell::{Cell, Number, Row, Value};
use crate::contents::Contents;
use crate::error::ReadError;
use crate::field::Field;
use crate::format::dates::from_serial;
use crate::frame::Frame;
use crate::issue::Severity;
use crate::mapping::{Mapping, place};
use rust_xlsxwriter::{Color, Format, Formula, Note, Workbook as Book, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// Header of the column that says what is wrong.
pub const PROBLEM: &str = "Problem";
/// Notes that one sheet carries; the column says the rest.
const MOST_NOTES: usize = 5_000;
/// What is to be known of such a workbook, on its last header.
const ABOUT: &str = "Correct the coloured cells, save, and import this file: where lines of the file stand already, let it take their place. It holds what the sheet shows: results instead of formulas, dates as year-month-day, and no other sheet.";
/// Narrowest and widest column, and that of the problems, in characters.
const WIDTHS: (usize, usize, f64) = (9, 42, 72.0);
/// What a spreadsheet takes for an error that a cell holds.
const ERRORS: [&str; 7] = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"];

/// Something to put right in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Header of the column; nothing where it concerns the row.
    pub column: Option<String>,
    /// What it does to the row.
    pub severity: Severity,
    /// What stands there, and what would be right.
    pub text: String,
}

/// A file that cannot be read again, or a workbook that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum MarkError {
    /// The file cannot be read again.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The workbook cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<XlsxError> for MarkError {
    fn from(error: XlsxError) -> Self {
        Self::Write(error.into())
    }
}

/// The sheet with its problems, as a new workbook; every other cell stays what it is. `width` is the number of
/// columns that hold anything.
pub fn mark_problems(
    contents: &mut Contents,
    mapping: &Mapping,
    width: u16,
    problems: &BTreeMap<u32, Vec<Problem>>,
) -> Result<Vec<u8>, MarkError> {
    let mut book = Book::new();
    let page = book.add_worksheet_with_constant_memory()?;
    page.set_name(sheet_name(&mapping.sheet))?;
    let from_1904 = contents.is_from_1904();
    let mut frames = contents.frames(&mapping.sheet)?;
    let mut marks =
        Marks { from_1904, width, notes: 0, last: 0, letters: BTreeMap::new(), looks: Looks::new() };
    while let Some(Frame::Row(row)) = frames.next()? {
        marks.write(page, row, mapping, problems.get(&row.number))?;
    }
    marks.lay_out(page, mapping.header_row)?;
    Ok(book.save_to_buffer()?)
}

/// A name that a workbook takes: csv files are named after the file.
fn sheet_name(name: &str) -> String {
    let kept = name.chars().filter(|letter| !"[]:*?/\\".contains(*letter)).take(31).collect::<String>();
    let kept = kept.trim_matches('\'').to_owned();
    if kept.is_empty() { "Sheet1".into() } else { kept }
}

struct Looks {
    problem: Format,
    wrong: Format,
    doubtful: Format,
    date: Format,
}

impl Looks {
    fn new() -> Self {
        let coloured = |rgb| Format::new().set_background_color(Color::RGB(rgb));
        Self {
            problem: Format::new().set_font_color(Color::RGB(0xA6_1B_3F)),
            wrong: coloured(0xFB_E4_EA),
            doubtful: coloured(0xFB_EA_DD),
            date: Format::new(),
        }
    }
}

struct Marks {
    /// The file counts its days from 1904, the new workbook from 1900.
    from_1904: bool,
    width: u16,
    notes: usize,
    /// The last row written, from 0.
    last: u32,
    /// The most letters of a cell, by column.
    letters: BTreeMap<u16, usize>,
    looks: Looks,
}

impl Marks {
    fn write(
        &mut self,
        page: &mut Worksheet,
        row: &Row,
        mapping: &Mapping,
        problems: Option<&Vec<Problem>>,
    ) -> Result<(), XlsxError> {
        let at = row.number - 1;
        self.last = at;
        if row.hidden {
            page.set_row_hidden(at)?;
        }
        for cell in &row.cells {
            let Ok(column) = u16::try_from(cell.column) else { continue };
            let look = self.look(mapping, cell.column, problems);
            let day = self.day(mapping, cell);
            write_value(page, at, column, day.as_ref().unwrap_or(&cell.value), look, &self.looks.date)?;
            if row.number >= mapping.header_row {
                let letters = cell.value.shown().chars().count();
                let most = self.letters.entry(column).or_default();
                *most = letters.max(*most);
            }
        }
        if row.number == mapping.header_row {
            page.write_string_with_format(at, self.width, PROBLEM, &self.looks.problem)?;
            page.insert_note(at, self.width, &note(ABOUT))?;
        }
        let Some(problems) = problems else { return Ok(()) };
        let texts: Vec<String> = problems.iter().map(Problem::in_words).collect();
        page.write_string_with_format(at, self.width, fitting(&texts.join(" ")), &self.looks.problem)?;
        for problem in problems {
            let column = column_of(mapping, problem).and_then(|column| u16::try_from(column).ok());
            if let Some(column) = column.filter(|_| self.notes < MOST_NOTES) {
                self.notes += 1;
                page.insert_note(at, column, &note(&problem.text))?;
            }
        }
        Ok(())
    }

    /// The header stays in sight, rows with a problem can be filtered out, and every column can be read.
    fn lay_out(&self, page: &mut Worksheet, header_row: u32) -> Result<(), XlsxError> {
        page.set_freeze_panes(header_row, 0)?;
        page.autofilter(header_row - 1, 0, self.last.max(header_row), self.width)?;
        let (narrowest, widest, problem) = WIDTHS;
        for (column, letters) in &self.letters {
            let letters = (*letters).clamp(narrowest, widest) + 2;
            page.set_column_width(*column, f64::from(u8::try_from(letters).unwrap_or(u8::MAX)))?;
        }
        page.set_column_width(self.width, problem)?;
        Ok(())
    }

    /// A day typed as a bare number, as the file counts days: it would be another day in the new workbook.
    fn day(&self, mapping: &Mapping, cell: &Cell) -> Option<Value> {
        const DAYS: [Field; 4] = [Field::Date, Field::TradeDate, Field::RetiredOn, Field::DeliveryDate];
        let Value::Number(number) = &cell.value else { return None };
        let mut columns = mapping.columns.iter().filter(|column| DAYS.contains(&column.field));
        let is_day = self.from_1904 && columns.any(|column| column.index == cell.column);
        is_day.then(|| from_serial(&number.shown, true).map(Value::Date)).flatten()
    }

    fn look(&self, mapping: &Mapping, column: u32, problems: Option<&Vec<Problem>>) -> Option<&Format> {
        let here = problems?.iter().filter(|one| column_of(mapping, one) == usize::try_from(column).ok());
        let worst = here.map(|one| one.severity).max()?;
        Some(if worst == Severity::Rejects { &self.looks.wrong } else { &self.looks.doubtful })
    }
}

fn note(text: &str) -> Note {
    Note::new(fitting(text)).set_author("I-TEC Planner").set_width(320).set_height(120)
}

fn column_of(mapping: &Mapping, problem: &Problem) -> Option<usize> {
    place(&mapping.headers, problem.column.as_deref()?)
}

impl Problem {
    fn in_words(&self) -> String {
        let column = self.column.as_deref().map(|column| format!("{column}: ")).unwrap_or_default();
        format!("{column}{}", self.text)
    }
}

fn write_value(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    look: Option<&Format>,
    date: &Format,
) -> Result<(), XlsxError> {
    let look = look.cloned().unwrap_or_default();
    match value {
        // An error stays one: a text of the same letters would be read as a word.
        Value::Error(text) if ERRORS.contains(&text.as_str()) => {
            let error = Formula::new(format!("={text}")).set_result(text.as_str());
            page.write_formula_with_format(row, column, error, &look)?
        }
        Value::Text(text) | Value::Error(text) => {
            page.write_string_with_format(row, column, fitting(text), &look)?
        }
        Value::Number(number) => write_number(page, row, column, number, look)?,
        Value::Date(day) => {
            let look = look.merge(date).set_num_format("yyyy-mm-dd");
            page.write_datetime_with_format(row, column, *day, &look)?
        }
        Value::Bool(truth) => page.write_boolean_with_format(row, column, *truth, &look)?,
        Value::EmptyFormula => page.write_blank(row, column, &look)?,
    };
    Ok(())
}

/// A number under a format that shows its unit, where the file's did; as text where a spreadsheet could not hold it.
fn write_number<'a>(
    page: &'a mut Worksheet,
    row: u32,
    column: u16,
    number: &Number,
    look: Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    let look = match number.unit {
        Some(unit) => look.set_num_format(format!("General\" {}\"", unit.symbol())),
        None => look,
    };
    let text = number.exact.as_ref().unwrap_or(&number.shown);
    match text.parse::<f64>() {
        Ok(float) if float.is_finite() => page.write_number_with_format(row, column, float, &look),
        _ => page.write_string_with_format(row, column, text.as_str(), &look),
    }
}
