//! xls and xlsb, through calamine, after their containers were checked.

use super::RowSink;
use super::archive::Archive;
use super::formula::{Filler, Formula, Workbook};
use super::limits::too_large;
use super::{dates, ole};
use crate::cell::{Cell, Row, Value};
use crate::error::ReadError;
use crate::mapping::Merged;
use crate::number::from_float;
use calamine::{Data, DataType, ExcelDateTime, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb};
use chrono::NaiveDate;
use formualizer_parse::FormulaDialect;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

/// Inflated bytes of an xlsb, whose shared texts are held in memory.
const MAX_XLSB: u64 = 1024 * 1024 * 1024;

/// An opened binary workbook.
pub(crate) struct Binary {
    book: Format,
    pub(super) sheets: Vec<(String, bool)>,
    /// What was seen of each sheet before it is read.
    seen: Vec<ole::Seen>,
}

enum Format {
    Xls(Box<Xls<Cursor<Vec<u8>>>>),
    Xlsb(Box<Xlsb<BufReader<File>>>),
}

impl Binary {
    pub(super) fn open_xls(path: &Path) -> Result<Self, ReadError> {
        let ole::Workbook { bytes, sheets: seen } = ole::check(path)?;
        let book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
        let sheets = tables(book.sheets_metadata());
        Ok(Self { book: Format::Xls(Box::new(book)), sheets, seen })
    }

    pub(super) fn open_xlsb(mut archive: Archive, path: &Path) -> Result<Self, ReadError> {
        if archive.inflate_all()? > MAX_XLSB {
            return Err(too_large("too much content", "1 GiB unpacked; save it as .xlsx".into()));
        }
        refuse_short_cells(&mut archive)?;
        let book: Xlsb<_> = calamine::open_workbook(path).map_err(ReadError::damaged)?;
        let sheets = tables(book.sheets_metadata());
        Ok(Self { book: Format::Xlsb(Box::new(book)), sheets, seen: Vec::new() })
    }

    pub(super) fn format(&self) -> &'static str {
        match self.book {
            Format::Xls(_) => "xls",
            Format::Xlsb(_) => "xlsb",
        }
    }

    pub(super) fn is_from_1904(&self) -> bool {
        match &self.book {
            Format::Xls(book) => book.has_1904_epoch(),
            Format::Xlsb(book) => book.has_1904_epoch(),
        }
    }

    pub(super) fn read(&mut self, sheet: usize, sink: &mut RowSink) -> Result<Vec<Merged>, ReadError> {
        let from_1904 = self.is_from_1904();
        let Some((name, _)) = self.sheets.get(sheet) else {
            return Err(ReadError::damaged("a sheet is missing"));
        };
        match &mut self.book {
            Format::Xls(book) => {
                let range = book.worksheet_range(name).map_err(ReadError::damaged)?;
                let (sheets, seen) = (&self.sheets, &self.seen);
                let mut filler = Filler::new(sheet, || gather(book, sheets, seen, from_1904));
                read_range(&range, seen.get(sheet), from_1904, &mut |row| filler.pass(row, sink))?;
                Ok(seen.get(sheet).map(|seen| seen.merged.clone()).unwrap_or_default())
            }
            Format::Xlsb(book) => {
                let mut rows = Rows { current: None, from_1904, sink };
                let mut cells = book.worksheet_cells_reader(name).map_err(ReadError::damaged)?;
                while let Some(cell) = cells.next_cell().map_err(ReadError::damaged)? {
                    let (row, column) = cell.get_position();
                    rows.add(row, column, cell.get_value().clone().into())?;
                }
                rows.finish()?;
                Ok(Vec::new())
            }
        }
    }
}

/// All cells of the workbook, for its formulas.
fn gather(
    book: &mut Xls<Cursor<Vec<u8>>>,
    sheets: &[(String, bool)],
    seen: &[ole::Seen],
    from_1904: bool,
) -> Option<Workbook> {
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    Workbook::gather(&names, FormulaDialect::Excel, from_1904, |index, sheet, sink| {
        let formulas = book.worksheet_formula(&names[index]).map_err(ReadError::damaged)?;
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, text) in formulas.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            if seen.get(index).is_some_and(|seen| seen.uncalculated.contains(&(row, column))) {
                let text = format!("={}", text.trim_start_matches('='));
                sheet.keep(row.saturating_add(1), column, Formula { text, ..Formula::default() });
            }
        }
        let range = book.worksheet_range(&names[index]).map_err(ReadError::damaged)?;
        read_range(&range, seen.get(index), from_1904, sink)
    })
}

fn read_range(
    range: &Range<Data>,
    seen: Option<&ole::Seen>,
    from_1904: bool,
    sink: &mut RowSink,
) -> Result<(), ReadError> {
    let mut rows = Rows { current: None, from_1904, sink };
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let (row, column) = (top + row as u32, left + column as u32);
        match seen.is_some_and(|seen| seen.uncalculated.contains(&(row, column))) {
            true => rows.put(row, column, Value::EmptyFormula)?,
            false => rows.add(row, column, data.clone())?,
        }
    }
    rows.finish()
}

/// Cells without a column of their own, which follow the one before: calamine passes over them.
fn refuse_short_cells(archive: &mut Archive) -> Result<(), ReadError> {
    for name in archive.names_in("xl/worksheets/") {
        let Some(mut part) = archive.entry(&name)? else { continue };
        while let Some((kind, length)) = record_head(&mut part)? {
            part.begin_piece();
            if SHORT_CELLS.contains(&kind) {
                return Err(ReadError::Unsupported { what: "cells without a column of their own".into() });
            }
            io::copy(&mut part.by_ref().take(length), &mut io::sink())?;
        }
    }
    Ok(())
}

/// BrtShortBlank to BrtShortIsst.
const SHORT_CELLS: std::ops::RangeInclusive<u64> = 12..=18;

/// Kind and length of the next record; nothing at the end.
fn record_head(part: &mut impl Read) -> Result<Option<(u64, u64)>, ReadError> {
    let Some(kind) = seven_bits(part, 2)? else { return Ok(None) };
    Ok(Some((kind, seven_bits(part, 4)?.unwrap_or(0))))
}

/// A number of seven bits a byte, the lowest first.
fn seven_bits(part: &mut impl Read, most: u32) -> Result<Option<u64>, ReadError> {
    let (mut number, mut byte) = (0, [0_u8]);
    for at in 0..most {
        if part.read(&mut byte)? == 0 {
            return Ok(None);
        }
        // A kind of two bytes keeps the mark of its first in the numbers that its list has; here only small ones matter.
        number |= u64::from(byte[0] & 0x7F) << (7 * at);
        if byte[0] < 0x80 {
            break;
        }
    }
    Ok(Some(number))
}

fn tables(sheets: &[Sheet]) -> Vec<(String, bool)> {
    let tables = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    tables.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect()
}

/// Gathers cells that arrive in order into rows.
struct Rows<'a, 'b> {
    current: Option<Row>,
    from_1904: bool,
    sink: &'a mut RowSink<'b>,
}

impl Rows<'_, '_> {
    fn add(&mut self, row: u32, column: u32, data: Data) -> Result<(), ReadError> {
        let Some(value) = value(data, self.from_1904) else { return Ok(()) };
        self.put(row, column, value)
    }

    fn put(&mut self, row: u32, column: u32, value: Value) -> Result<(), ReadError> {
        let number = row.saturating_add(1);
        if self.current.as_ref().is_some_and(|current| current.number != number) {
            self.flush()?;
        }
        let current = self.current.get_or_insert_with(|| Row { number, ..Row::default() });
        current.cells.push(Cell { column, value });
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ReadError> {
        let Some(mut row) = self.current.take() else { return Ok(()) };
        row.cells.sort_by_key(|cell| cell.column);
        row.cells.dedup_by_key(|cell| cell.column);
        (self.sink)(&row)
    }

    fn finish(mut self) -> Result<(), ReadError> {
        self.flush()
    }
}

fn value(data: Data, from_1904: bool) -> Option<Value> {
    match data {
        Data::Empty => None,
        Data::String(text) => (!text.is_empty()).then_some(Value::Text(text.into())),
        Data::Int(_) | Data::Float(_) => Some(number(data.as_f64()?)),
        Data::Bool(truth) => Some(Value::Bool(truth)),
        Data::DateTime(moment) => Some(date(moment, from_1904)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Some(iso(text)),
        Data::Error(error) => Some(Value::Error(error.to_string().into())),
    }
}

fn number(float: f64) -> Value {
    from_float(float).map_or_else(|| Value::Error(float.to_string().into()), Value::Number)
}

fn date(moment: ExcelDateTime, from_1904: bool) -> Value {
    let Some(number) = from_float(moment.as_f64()) else { return Value::Error("#NUM!".into()) };
    let is_date = moment.is_datetime();
    match dates::from_serial(&number.shown, from_1904).filter(|_| is_date) {
        Some(date) => Value::Date(date),
        None => Value::Number(number),
    }
}

fn iso(text: String) -> Value {
    let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.map_or_else(|| Value::Text(text.into()), Value::Date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn refused(records: &[u8]) -> Option<ReadError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/worksheets/sheet1.bin", SimpleFileOptions::default()).expect("a part");
        zip.write_all(records).expect("written");
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), zip.finish().expect("a zip").into_inner()).expect("written");
        refuse_short_cells(&mut Archive::open(file.path()).expect("an archive")).err()
    }

    #[test]
    fn short_cells_are_not_called_damage() {
        // A row's head of two bytes, then a cell with a column of its own and one without.
        assert!(refused(&[0, 2, 12, 12, 1, 0]).is_none());
        let found = refused(&[0, 2, 12, 12, 12, 0]).expect("refused");
        assert_eq!(found.code(), "unsupported");
        assert!(!found.to_string().contains("damaged"), "{found}");
    }
}
