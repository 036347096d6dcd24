//! The rows of one worksheet part.

use super::Context;
use super::strings::{rich_text, unescape};
use crate::cell::{Cell, Row, Value};
use crate::error::ReadError;
use crate::format::RowSink;
use crate::format::dates;
use crate::format::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::format::styles::NumberFormat;
use crate::format::xml::{Piecewise, Xml};
use crate::number::numeric_cell;
use chrono::NaiveDate;
use quick_xml::events::{BytesStart, Event};

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

pub(super) fn read<R: Piecewise>(
    mut xml: Xml<R>,
    context: &Context,
    sink: &mut RowSink,
) -> Result<(), ReadError> {
    let mut last_row = 0;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "row" => {
                let mut row = row_start(&element, last_row)?;
                last_row = row.number;
                read_cells(&mut xml, context, &mut row)?;
                sink(row)?;
            }
            Event::End(element) if element.local_name().as_ref() == "sheetData" => return Ok(()),
            Event::Eof => return Err(ReadError::Truncated),
            _ => {}
        }
    }
}

fn row_start(element: &BytesStart, last_row: u32) -> Result<Row, ReadError> {
    let (mut number, mut hidden) = (last_row + 1, false);
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(ReadError::damaged)?;
        match attribute.key.as_ref() {
            "r" => {
                let stated = attribute.value.parse().ok().filter(|row| (1..=MAX_ROWS).contains(row));
                number = stated
                    .ok_or_else(|| ReadError::damaged(format!("a row is numbered {}", attribute.value)))?;
            }
            "hidden" => hidden = matches!(attribute.value.as_ref(), "1" | "true"),
            _ => {}
        }
    }
    Ok(Row { number, hidden, cells: Vec::new() })
}

fn read_cells<R: Piecewise>(xml: &mut Xml<R>, context: &Context, row: &mut Row) -> Result<(), ReadError> {
    let mut next_column = 0;
    loop {
        let start = match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "c" => cell_start(&element)?,
            Event::End(element) if element.local_name().as_ref() == "row" => break,
            Event::Eof => return Err(ReadError::Truncated),
            _ => continue,
        };
        let column = start.column.unwrap_or(next_column);
        next_column = column + 1;
        if let Some(value) = cell_value(xml, context, &start)? {
            row.cells.push(Cell { column, value });
        }
    }
    if !row.cells.is_sorted_by(|one, other| one.column < other.column) {
        row.cells.sort_by_key(|cell| cell.column);
        row.cells.dedup_by_key(|cell| cell.column);
    }
    Ok(())
}

fn cell_start(element: &BytesStart) -> Result<CellStart, ReadError> {
    let mut start = CellStart::default();
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(ReadError::damaged)?;
        match attribute.key.as_ref() {
            "r" => {
                let wrong = || ReadError::damaged(format!("a cell is placed at {}", attribute.value));
                start.column = Some(column_of(&attribute.value).ok_or_else(wrong)?);
            }
            "s" => start.style = attribute.value.parse().ok(),
            "t" => start.kind = kind_of(&attribute.value),
            _ => {}
        }
    }
    Ok(start)
}

fn kind_of(word: &str) -> Kind {
    match word {
        "s" => Kind::Shared,
        "str" => Kind::Text,
        "inlineStr" | "is" => Kind::Inline,
        "b" => Kind::Bool,
        "e" => Kind::Error,
        "d" => Kind::IsoDate,
        _ => Kind::Number,
    }
}

/// The column of a reference such as `AB12`, from 0.
fn column_of(reference: &str) -> Option<u32> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0_u32;
    for letter in letters {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    (1..=MAX_COLUMNS).contains(&column).then(|| column - 1)
}

/// Reads on to the end of the cell; nothing where it holds nothing.
fn cell_value<R: Piecewise>(
    xml: &mut Xml<R>,
    context: &Context,
    start: &CellStart,
) -> Result<Option<Value>, ReadError> {
    let (mut text, mut is_formula, mut has_value) = (String::new(), false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" if start.kind != Kind::Inline => {
                    has_value = true;
                    xml.text(&mut text)?;
                }
                "is" => {
                    has_value = true;
                    rich_text(xml, &mut text)?;
                }
                "f" => {
                    is_formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Event::End(element) if element.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(ReadError::Truncated),
            _ => {}
        }
    }
    let is_empty_text = has_value && matches!(start.kind, Kind::Text | Kind::Shared | Kind::Inline);
    if text.is_empty() {
        return Ok((is_formula && !is_empty_text).then_some(Value::EmptyFormula));
    }
    Ok(Some(typed(&text, context, start)))
}

fn typed(text: &str, context: &Context, start: &CellStart) -> Value {
    match start.kind {
        Kind::Shared => match text.trim().parse().ok().and_then(|index| context.strings.get(index)) {
            Some(shared) => Value::Text(shared.to_owned()),
            None => Value::Error("#REF!".into()),
        },
        Kind::Text | Kind::Inline => Value::Text(unescape(text)),
        Kind::Bool => match text.trim() {
            "1" | "true" | "TRUE" => Value::Bool(true),
            "0" | "false" | "FALSE" => Value::Bool(false),
            other => Value::Error(other.to_owned()),
        },
        Kind::Error => Value::Error(text.to_owned()),
        Kind::IsoDate => iso_date(text),
        Kind::Number => {
            let format = start.style.and_then(|style| context.formats.get(style)).copied();
            number(text, format.unwrap_or_default(), context.from_1904)
        }
    }
}

fn iso_date(text: &str) -> Value {
    let day = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(day, "%Y-%m-%d").map_or_else(|_| Value::Text(text.to_owned()), Value::Date)
}

/// A number, a date by its format, or an error where it is neither.
fn number(text: &str, format: NumberFormat, from_1904: bool) -> Value {
    let Some(mut number) = numeric_cell(text) else { return Value::Error(text.to_owned()) };
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

    fn rows(data: &str) -> Result<Vec<Row>, ReadError> {
        let (strings, formats) =
            (Strings::default(), [NumberFormat::default(), NumberFormat { is_date: true, unit: None }]);
        let context = Context { strings: &strings, formats: &formats, from_1904: false };
        let text = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
        let mut rows = Vec::new();
        let mut sink = |row| {
            rows.push(row);
            Ok(())
        };
        read(Xml::new(Plain(text.as_bytes())), &context, &mut sink)?;
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
        let (strings, formats) = (Strings::default(), []);
        let context = Context { strings: &strings, formats: &formats, from_1904: false };
        let cut = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v>";
        assert!(read(Xml::new(Plain(cut.as_bytes())), &context, &mut |_| Ok(())).is_err());
        assert!(rows("<row r='0'></row>").is_err());
        assert!(rows("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>").is_err());
    }
}
