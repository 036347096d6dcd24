//! One cell of a worksheet part: where it stands, and what its text is.

use super::Context;
use super::scan::{attributes, utf8};
use super::strings::unescape;
use crate::cell::Value;
use crate::error::ReadError;
use crate::format::dates;
use crate::format::limits::MAX_COLUMNS;
use crate::format::styles::CellFormat;
use crate::mapping::Merged;
use crate::number::numeric_cell;
use chrono::NaiveDate;

/// What a `c` element says of itself before its content.
#[derive(Default)]
pub(super) struct CellStart {
    pub(super) column: Option<u32>,
    pub(super) style: Option<usize>,
    pub(super) kind: Kind,
}

/// How a cell writes its value.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Bool,
    Error,
    IsoDate,
}

/// What the attributes of a cell's element say.
pub(super) fn cell_start(element: &[u8]) -> Result<CellStart, ReadError> {
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
pub(super) fn range_of(range: &[u8]) -> Option<Merged> {
    let (first, last) = utf8(range).ok()?.split_once(':')?;
    let ((first, column), (last, _)) = (place_of(first)?, place_of(last)?);
    Some(Merged { column, first, last })
}

/// What a cell's text is by its type and format.
pub(super) fn typed(text: &str, context: &Context, start: &CellStart) -> Value {
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
    /// How a cell shows its number.
    pub(super) fn format(&self, start: &CellStart) -> CellFormat {
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

/// The beginning of a text that is to be shown.
pub(super) fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
