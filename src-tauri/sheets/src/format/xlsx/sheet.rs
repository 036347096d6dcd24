//! The rows of one worksheet part.

use super::Context;
use super::formulas::{self, Formulas};
use super::scan::{Scanner, Token, attributes, utf8};
use super::strings::unescape;
use crate::cell::{Cell, Row, Value};
use crate::error::ReadError;
use crate::format::RowSink;
use crate::format::dates;
use crate::format::formula;
use crate::format::limits::{MAX_COLUMNS, MAX_MERGED, MAX_ROWS};
use crate::format::styles::CellFormat;
use crate::format::xml::Piecewise;
use crate::mapping::Merged;
use crate::number::numeric_cell;
use chrono::NaiveDate;

/// What a `c` element says of itself before its content.
#[derive(Default)]
struct CellStart {
    column: Option<u32>,
    style: Option<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Bool,
    Error,
    IsoDate,
}

/// Reads the rows of a part, and into `formulas` those without a result; answers the cells that one value fills together.
pub(super) fn read<R: Piecewise>(
    part: R,
    context: &Context,
    formulas: Option<&mut formula::Sheet>,
    sink: &mut RowSink,
) -> Result<Vec<Merged>, ReadError> {
    let formulas = formulas.map(Formulas::of);
    let scanner = Scanner::new(part);
    let mut reader = Reader { scanner, context, text: String::new(), formulas, is_doubted: false };
    let mut row = Row::default();
    loop {
        match reader.scanner.next()? {
            Token::Open { name: b"row", attributes, is_empty } => {
                row_start(attributes, &mut row)?;
                if !is_empty {
                    reader.cells(&mut row)?;
                }
                sink(&row)?;
            }
            Token::Close(b"sheetData") | Token::Open { name: b"sheetData", is_empty: true, .. } => {
                return reader.merged();
            }
            Token::End => return Err(ReadError::Truncated),
            _ => {}
        }
    }
}

fn row_start(element: &[u8], row: &mut Row) -> Result<(), ReadError> {
    row.number += 1;
    row.hidden = false;
    row.cells.clear();
    row.struck.clear();
    row.doubted.clear();
    for (name, value) in attributes(element) {
        match name {
            b"r" => {
                let stated = utf8(value)?;
                row.number =
                    stated.parse().ok().filter(|row| (1..=MAX_ROWS).contains(row)).ok_or_else(|| {
                        ReadError::damaged(format!("a row is numbered {}", shortened(stated)))
                    })?;
            }
            b"hidden" => row.hidden = matches!(value, b"1" | b"true"),
            _ => {}
        }
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Reads the cells of a part.
struct Reader<'a, R> {
    scanner: Scanner<R>,
    context: &'a Context<'a>,
    /// The text of the cell being read.
    text: String,
    /// The formulas of the part, where they are wanted.
    formulas: Option<Formulas<'a>>,
    /// Whether the cell that was read is a formula whose result may be out of date.
    is_doubted: bool,
}

impl<R: Piecewise> Reader<'_, R> {
    /// The merged cells told of behind the rows; those within one row fill nothing below.
    fn merged(&mut self) -> Result<Vec<Merged>, ReadError> {
        let mut merged = Vec::new();
        loop {
            match self.scanner.next()? {
                Token::Open { name: b"mergeCell", attributes: stated, .. } if merged.len() < MAX_MERGED => {
                    let range = attributes(stated)
                        .find(|(name, _)| *name == b"ref")
                        .and_then(|(_, range)| range_of(range));
                    merged.extend(range.filter(|one| one.last > one.first));
                }
                Token::End => return Ok(merged),
                _ => {}
            }
        }
    }

    fn cells(&mut self, row: &mut Row) -> Result<(), ReadError> {
        let mut next_column = 0;
        loop {
            let (start, is_empty) = match self.scanner.next()? {
                Token::Open { name: b"c", attributes, is_empty } => (cell_start(attributes)?, is_empty),
                Token::Open { is_empty: false, .. } => {
                    self.scanner.skip()?;
                    continue;
                }
                Token::Close(b"row") => break,
                Token::Close(_) => return Err(ReadError::damaged("its elements are not nested")),
                Token::End => return Err(ReadError::Truncated),
                _ => continue,
            };
            let column = start.column.unwrap_or(next_column);
            next_column = column + 1;
            if !is_empty && let Some(value) = self.value(&start, (row.number, column))? {
                row.cells.push(Cell { column, value });
                if std::mem::take(&mut self.is_doubted) {
                    row.doubted.push(column);
                }
                if self.context.has_struck && self.context.format(&start).is_struck {
                    row.struck.push(column);
                }
            }
        }
        if !row.cells.is_sorted_by(|one, other| one.column < other.column) {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
        Ok(())
    }

    /// Reads on to the end of the cell; nothing where it holds nothing.
    fn value(&mut self, start: &CellStart, place: (u32, u32)) -> Result<Option<Value>, ReadError> {
        if start.kind != Kind::Inline
            && let Some(value) = self.scanner.plain_value()
        {
            let text = utf8(value)?;
            return Ok((!text.is_empty()).then(|| typed(text, self.context, start)));
        }
        self.text.clear();
        self.formulas.iter_mut().for_each(Formulas::begin_cell);
        let (mut is_formula, mut has_value) = (false, false);
        loop {
            match self.scanner.next()? {
                Token::Open { name: b"v", is_empty, .. } if start.kind != Kind::Inline => {
                    has_value = true;
                    if !is_empty {
                        self.scanner.text(&mut self.text)?;
                    }
                }
                Token::Open { name: b"is", is_empty, .. } => {
                    has_value = true;
                    if !is_empty {
                        self.inline_text()?;
                    }
                }
                Token::Open { name: b"f", attributes, is_empty } => {
                    is_formula = true;
                    let start = formulas::Start::of(attributes)?;
                    self.formula(&start, is_empty, place)?;
                }
                Token::Open { is_empty: false, .. } => self.scanner.skip()?,
                Token::Close(b"c") => break,
                Token::Close(_) => return Err(ReadError::damaged("its elements are not nested")),
                Token::End => return Err(ReadError::Truncated),
                _ => {}
            }
        }
        let is_empty_text = has_value && matches!(start.kind, Kind::Text | Kind::Shared | Kind::Inline);
        // A 0 may be what a program writes that calculates nothing, whether it asks for calculation or not.
        let (is_zero, is_asked) = (self.text == "0", self.context.asks_for_calculation);
        let is_doubted = is_formula && (is_asked || is_zero) && start.kind == Kind::Number;
        let is_wanted = self.formulas.is_some() || (is_zero && is_asked);
        if self.text.is_empty() || (is_doubted && is_wanted) {
            let is_open = is_formula && !is_empty_text;
            if let Some(formulas) = self.formulas.as_mut().filter(|_| is_open) {
                formulas.keep(place, self.context.format(start));
            }
            return Ok(is_open.then_some(Value::EmptyFormula));
        }
        self.is_doubted = is_doubted;
        Ok(Some(typed(&self.text, self.context, start)))
    }

    /// The formula of a cell, whose element was just begun.
    fn formula(
        &mut self,
        start: &formulas::Start,
        is_empty: bool,
        place: (u32, u32),
    ) -> Result<(), ReadError> {
        let Some(formulas) = &mut self.formulas else {
            return if is_empty { Ok(()) } else { self.scanner.skip() };
        };
        let mut text = String::new();
        if !is_empty {
            self.scanner.text(&mut text)?;
        }
        formulas.found(start, &text, place);
        Ok(())
    }

    /// The text of an `is` element that was just begun; readings of characters are left out.
    fn inline_text(&mut self) -> Result<(), ReadError> {
        let mut depth = 0_u32;
        loop {
            match self.scanner.next()? {
                Token::Open { name: b"t", is_empty: false, .. } => self.scanner.text(&mut self.text)?,
                Token::Open { name: b"rPh", is_empty: false, .. } => self.scanner.skip()?,
                Token::Open { is_empty, .. } => depth += u32::from(!is_empty),
                Token::Close(_) if depth == 0 => return Ok(()),
                Token::Close(_) => depth -= 1,
                Token::End => return Err(ReadError::Truncated),
                Token::Text(_) | Token::Literal(_) => {}
            }
        }
    }
}

fn cell_start(element: &[u8]) -> Result<CellStart, ReadError> {
    let mut start = CellStart::default();
    for (name, value) in attributes(element) {
        match name {
            b"r" => {
                let wrong = || {
                    ReadError::damaged(format!(
                        "a cell is placed at {}",
                        shortened(&String::from_utf8_lossy(value))
                    ))
                };
                start.column = Some(column_of(value).ok_or_else(wrong)?);
            }
            b"s" => start.style = utf8(value)?.parse().ok(),
            b"t" => start.kind = kind_of(value),
            _ => {}
        }
    }
    Ok(start)
}

fn kind_of(word: &[u8]) -> Kind {
    match word {
        b"s" => Kind::Shared,
        b"str" => Kind::Text,
        b"inlineStr" | b"is" => Kind::Inline,
        b"b" => Kind::Bool,
        b"e" => Kind::Error,
        b"d" => Kind::IsoDate,
        _ => Kind::Number,
    }
}

/// The column of a reference such as `AB12`, from 0.
fn column_of(reference: &[u8]) -> Option<u32> {
    let letters = reference.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let mut column = 0_u32;
    for letter in letters {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    (1..=MAX_COLUMNS).contains(&column).then(|| column - 1)
}

/// The row, from 1, and the column, from 0, of a reference such as `AB12`.
pub(super) fn place_of(reference: &str) -> Option<(u32, u32)> {
    let row = reference.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()?;
    Some((row, column_of(reference.as_bytes())?))
}

/// The rows of a range such as `A2:C4`, and its first column, which holds the value.
fn range_of(range: &[u8]) -> Option<Merged> {
    let (first, last) = utf8(range).ok()?.split_once(':')?;
    let ((first, column), (last, _)) = (place_of(first)?, place_of(last)?);
    Some(Merged { column, first, last })
}

fn typed(text: &str, context: &Context, start: &CellStart) -> Value {
    match start.kind {
        Kind::Shared => match text.trim().parse().ok().and_then(|index| context.strings.get(index)) {
            Some(shared) => Value::Text(shared.into()),
            None => Value::Error("#REF!".into()),
        },
        Kind::Text | Kind::Inline => Value::Text(unescape(text).into()),
        Kind::Bool => match text.trim() {
            "1" | "true" | "TRUE" => Value::Bool(true),
            "0" | "false" | "FALSE" => Value::Bool(false),
            other => Value::Error(other.into()),
        },
        Kind::Error => Value::Error(text.into()),
        Kind::IsoDate => iso_date(text),
        Kind::Number => number(text, context.format(start), context.from_1904),
    }
}

impl Context<'_> {
    fn format(&self, start: &CellStart) -> CellFormat {
        start.style.and_then(|style| self.formats.get(style)).copied().unwrap_or_default()
    }
}

fn iso_date(text: &str) -> Value {
    let day = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(day, "%Y-%m-%d").map_or_else(|_| Value::Text(text.into()), Value::Date)
}

/// A number, a date by its format, or an error where it is neither.
fn number(text: &str, format: CellFormat, from_1904: bool) -> Value {
    let Some(mut number) = numeric_cell(text) else { return Value::Error(text.into()) };
    if format.is_date
        && let Some(date) = dates::from_serial(&number.shown, from_1904)
    {
        return Value::Date(date);
    }
    number.unit = format.unit;
    Value::Number(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::xlsx::strings::Strings;
    use crate::format::xml::Plain;

    fn plain<'a>(strings: &'a Strings, formats: &'a [CellFormat]) -> Context<'a> {
        Context { strings, formats, from_1904: false, asks_for_calculation: false, has_struck: false }
    }

    fn rows(data: &str) -> Result<Vec<Row>, ReadError> {
        let formats = [CellFormat::default(), CellFormat { is_date: true, ..CellFormat::default() }];
        let strings = Strings::default();
        let context = plain(&strings, &formats);
        let text = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
        let mut rows = Vec::new();
        let mut sink = |row: &Row| {
            rows.push(row.clone());
            Ok(())
        };
        read(Plain(text.as_bytes()), &context, None, &mut sink)?;
        Ok(rows)
    }

    fn check(cell: &str, expected: Option<Value>) {
        let rows = rows(&format!("<row r='1'>{cell}</row>")).expect("readable");
        assert_eq!(rows[0].cells.first().map(|cell| cell.value.clone()), expected, "{cell}");
    }

    #[test]
    fn cells_of_every_type() {
        let text = |text: &str| Some(Value::Text(text.into()));
        check("<c r='A1' t='inlineStr'><is><t>a &amp; b</t></is></c>", text("a & b"));
        check("<c r='A1' t='str'><f>X</f><v>y</v></c>", text("y"));
        check("<c r='A1' t='str'><f>X</f><v></v></c>", None);
        check("<c r='A1'><f>X</f></c>", Some(Value::EmptyFormula));
        check("<c r='A1'><f>X</f><v></v></c>", Some(Value::EmptyFormula));
        check("<c r='A1' t='e'><v>#N/A</v></c>", Some(Value::Error("#N/A".into())));
        check("<c r='A1'><v>NaN</v></c>", Some(Value::Error("NaN".into())));
        check("<c r='A1' t='s'><v>5</v></c>", Some(Value::Error("#REF!".into())));
        check("<c r='A1' t='b'><v>1</v></c>", Some(Value::Bool(true)));
        check("<c r='A1' s='1'><v>45000</v></c>", NaiveDate::from_ymd_opt(2023, 3, 15).map(Value::Date));
        check("<c r='A1' s='1'/>", None);
    }

    #[test]
    fn places_are_stated_or_counted() {
        let rows =
            rows("<row><c><v>1</v></c><c><v>2</v></c></row><row hidden='1'><c r='XFD2'><v>3</v></c></row>")
                .expect("readable");
        let places: Vec<_> = rows
            .iter()
            .map(|row| (row.number, row.hidden, row.cells.iter().map(|c| c.column).collect()))
            .collect();
        assert_eq!(places, [(1, false, vec![0, 1]), (2, true, vec![16_383])]);
    }

    #[test]
    fn a_cut_off_sheet_is_refused() {
        let strings = Strings::default();
        let context = plain(&strings, &[]);
        let cut = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v>";
        assert!(read(Plain(cut.as_bytes()), &context, None, &mut |_| Ok(())).is_err());
        assert!(rows("<row r='0'></row>").is_err());
        assert!(rows("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>").is_err());
    }
}
