//! What the reading process tells its parent: length-prefixed frames after a version word.

use crate::cell::{Cell, Computed, Number, Row, Value};
use crate::error::ReadError;
use crate::mapping::Merged;
use chrono::{Datelike, NaiveDate};
use planner_core::mass::MassUnit;

/// The first bytes of the stream; changes with the layout of the frames.
pub(crate) const VERSION: &[u8; 4] = b"ITS6";

/// No frame is larger; the worker's own limits keep far below.
pub(crate) const MAX_FRAME: usize = 64 * 1024 * 1024;

/// One message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Frame<'a> {
    /// The container is sound: its format, its epoch and its sheets.
    Opened(Opened),
    /// The rows of this sheet follow.
    Sheet(u32),
    /// A row.
    Row(&'a Row),
    /// Cells of the sheet whose rows went before that one value fills together.
    Merged(Vec<Merged>),
    /// The last frame of a reading that went well.
    Done,
    /// The last frame of one that did not.
    Failed(ReadError),
}

/// What is known once the container was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Format word.
    pub format: String,
    /// Dates count from 1904.
    pub from_1904: bool,
    /// Name and visibility of the sheets.
    pub sheets: Vec<(String, bool)>,
}

const UNITS: [MassUnit; 8] = [
    MassUnit::Milligram,
    MassUnit::Gram,
    MassUnit::Kilogram,
    MassUnit::Tonne,
    MassUnit::Ounce,
    MassUnit::Pound,
    MassUnit::ShortTon,
    MassUnit::LongTon,
];

/// Appends a frame with its length before it.
pub(crate) fn encode(frame: &Frame, out: &mut Vec<u8>) {
    let start = out.len();
    out.extend([0; 4]);
    match frame {
        Frame::Opened(opened) => encode_opened(opened, out),
        Frame::Sheet(index) => {
            out.push(2);
            put_count(*index, out);
        }
        Frame::Row(row) => encode_row(row, out),
        Frame::Merged(merged) => {
            out.push(6);
            put_count(merged.len() as u32, out);
            for Merged { column, first, last } in merged {
                [column, first, last].into_iter().for_each(|number| put_count(*number, out));
            }
        }
        Frame::Done => out.push(4),
        Frame::Failed(error) => encode_error(error, out),
    }
    let length = (out.len() - start - 4) as u32;
    out[start..start + 4].copy_from_slice(&length.to_le_bytes());
}

fn encode_opened(opened: &Opened, out: &mut Vec<u8>) {
    out.extend([1, u8::from(opened.from_1904)]);
    put_text(&opened.format, out);
    put_count(opened.sheets.len() as u32, out);
    for (name, visible) in &opened.sheets {
        out.push(u8::from(*visible));
        put_text(name, out);
    }
}

fn encode_row(row: &Row, out: &mut Vec<u8>) {
    let is_computed = !row.computed.is_empty();
    let is_struck = !row.struck.is_empty();
    let marks = [row.hidden, row.is_mended, is_computed, is_struck];
    out.extend([3, (0..).zip(marks).map(|(bit, mark)| u8::from(mark) << bit).sum()]);
    put_count(row.number, out);
    put_count(row.cells.len() as u32, out);
    for cell in &row.cells {
        put_count(cell.column, out);
        encode_value(&cell.value, out);
    }
    if is_computed {
        put_count(row.computed.len() as u32, out);
        for Computed { column, formula, outdated } in &row.computed {
            put_count(*column, out);
            put_text(formula, out);
            put_text(outdated.as_deref().unwrap_or_default(), out);
        }
    }
    if is_struck {
        put_count(row.struck.len() as u32, out);
        row.struck.iter().for_each(|column| put_count(*column, out));
    }
}

fn encode_value(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Text(text) => put_tagged(1, text, out),
        Value::Number(number) => encode_number(number, out),
        Value::Date(date) => {
            out.push(3);
            put_count(date.num_days_from_ce() as u32, out);
        }
        Value::Bool(truth) => out.extend([4, u8::from(*truth)]),
        Value::Error(text) => put_tagged(5, text, out),
        Value::EmptyFormula => out.push(6),
    }
}

/// Most numbers are shown whole and have no unit.
fn encode_number(number: &Number, out: &mut Vec<u8>) {
    if number.unit.is_none() && number.exact.is_none() {
        return put_tagged(2, &number.shown, out);
    }
    put_tagged(7, &number.shown, out);
    let unit = number.unit.and_then(|unit| UNITS.iter().position(|one| *one == unit));
    out.push(unit.map_or(0, |index| index as u8 + 1));
    put_text(number.exact.as_deref().unwrap_or(""), out);
}

fn encode_error(error: &ReadError, out: &mut Vec<u8>) {
    out.push(5);
    put_text(error.code(), out);
    let (one, other) = match error {
        ReadError::Unreadable { reason } | ReadError::Damaged { reason } => (reason.as_str(), ""),
        ReadError::NotASpreadsheet { found } => (found.as_str(), ""),
        ReadError::TooOld { format } => (format.as_str(), ""),
        ReadError::Unsupported { what } => (what.as_str(), ""),
        ReadError::TooLarge { what, limit } => (what.as_str(), limit.as_str()),
        _ => ("", ""),
    };
    put_text(one, out);
    put_text(other, out);
}

/// Seven bits a byte, the lowest first; the top bit says that more follow.
fn put_count(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_text(text: &str, out: &mut Vec<u8>) {
    put_count(text.len() as u32, out);
    out.extend(text.as_bytes());
}

fn put_tagged(tag: u8, text: &str, out: &mut Vec<u8>) {
    out.push(tag);
    put_text(text, out);
}

/// Reads a frame without its length, a row into `row`; nothing where it makes no sense.
pub(crate) fn decode<'a>(bytes: &[u8], row: &'a mut Row) -> Option<Frame<'a>> {
    let mut rest = Rest(bytes);
    Some(match rest.u8()? {
        1 => Frame::Opened(decode_opened(&mut rest)?),
        2 => Frame::Sheet(rest.count()?),
        3 => {
            decode_row(&mut rest, row)?;
            Frame::Row(row)
        }
        4 => Frame::Done,
        6 => Frame::Merged(decode_merged(&mut rest)?),
        5 => Frame::Failed(decode_error(&mut rest)?),
        _ => return None,
    })
}

/// What is left of a frame.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn u8(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn count(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.u8()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.count()? as usize;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

fn decode_opened(rest: &mut Rest) -> Option<Opened> {
    let from_1904 = rest.u8()? != 0;
    let format = rest.text()?.to_owned();
    let count = rest.count()?;
    let sheets = (0..count)
        .map(|_| {
            let visible = rest.u8()? != 0;
            Some((rest.text()?.to_owned(), visible))
        })
        .collect::<Option<_>>()?;
    Some(Opened { format, from_1904, sheets })
}

fn decode_merged(rest: &mut Rest) -> Option<Vec<Merged>> {
    let one =
        |rest: &mut Rest| Some(Merged { column: rest.count()?, first: rest.count()?, last: rest.count()? });
    (0..rest.count()?).map(|_| one(rest)).collect()
}

fn decode_row(rest: &mut Rest, row: &mut Row) -> Option<()> {
    let marks = rest.u8()?;
    (row.hidden, row.is_mended) = (marks & 1 != 0, marks & 2 != 0);
    row.number = rest.count()?;
    row.cells.clear();
    for _ in 0..rest.count()? {
        let column = rest.count()?;
        row.cells.push(Cell { column, value: decode_value(rest)? });
    }
    row.computed.clear();
    if marks & 4 != 0 {
        for _ in 0..rest.count()? {
            let (column, formula, outdated) = (rest.count()?, rest.text()?.into(), rest.text()?);
            let outdated = Some(outdated).filter(|text| !text.is_empty()).map(Into::into);
            row.computed.push(Computed { column, formula, outdated });
        }
    }
    row.struck.clear();
    if marks & 8 != 0 {
        for _ in 0..rest.count()? {
            row.struck.push(rest.count()?);
        }
    }
    Some(())
}

fn decode_value(rest: &mut Rest) -> Option<Value> {
    Some(match rest.u8()? {
        1 => Value::Text(rest.text()?.into()),
        2 => Value::Number(Number { shown: rest.text()?.into(), exact: None, unit: None }),
        3 => Value::Date(NaiveDate::from_num_days_from_ce_opt(rest.count()? as i32)?),
        4 => Value::Bool(rest.u8()? != 0),
        5 => Value::Error(rest.text()?.into()),
        6 => Value::EmptyFormula,
        7 => Value::Number(decode_number(rest)?),
        _ => return None,
    })
}

fn decode_number(rest: &mut Rest) -> Option<Number> {
    let shown = rest.text()?.into();
    let unit = usize::from(rest.u8()?).checked_sub(1).and_then(|index| UNITS.get(index).copied());
    let exact = Some(rest.text()?).filter(|exact| !exact.is_empty()).map(Into::into);
    Some(Number { shown, exact, unit })
}

fn decode_error(rest: &mut Rest) -> Option<ReadError> {
    let (code, one, other) = (rest.text()?, rest.text()?.to_owned(), rest.text()?.to_owned());
    Some(match code {
        "unreadable" => ReadError::Unreadable { reason: one },
        "empty" => ReadError::Empty,
        "not_a_spreadsheet" => ReadError::NotASpreadsheet { found: one },
        "too_old" => ReadError::TooOld { format: one },
        "unsupported" => ReadError::Unsupported { what: one },
        "password_protected" => ReadError::PasswordProtected,
        "truncated" => ReadError::Truncated,
        "too_large" => ReadError::TooLarge { what: one, limit: other },
        _ => ReadError::Damaged { reason: one },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(frame: Frame) {
        let mut bytes = Vec::new();
        encode(&frame, &mut bytes);
        assert_eq!(u32::from_le_bytes(bytes[..4].try_into().expect("four")) as usize, bytes.len() - 4);
        let mut row = Row::default();
        assert_eq!(decode(&bytes[4..], &mut row), Some(frame));
        for cut in 4..bytes.len() {
            assert_eq!(decode(&bytes[4..cut], &mut row), None);
        }
    }

    #[test]
    fn frames_come_back_as_they_went() {
        let number = Number {
            shown: "0.3".into(),
            exact: Some("0.30000000000000004".into()),
            unit: Some(MassUnit::Pound),
        };
        let date = NaiveDate::from_ymd_opt(2025, 3, 1).expect("a date");
        let values = [
            Value::Text("Gerät".into()),
            Value::Number(number),
            Value::Number(Number { shown: "12".into(), exact: None, unit: None }),
            Value::Date(date),
            Value::Bool(true),
            Value::Error("#N/A".into()),
            Value::EmptyFormula,
        ];
        let cells = values.into_iter().zip(0..).map(|(value, column)| Cell { column, value }).collect();
        let computed = [(2, None), (5, Some("30".into()))];
        let computed =
            computed.map(|(column, outdated)| Computed { column, formula: "=A1*B1".into(), outdated });
        let (struck, computed, doubted) = (vec![0, 300], computed.into(), Vec::new());
        check(Frame::Row(&Row {
            number: 700,
            hidden: true,
            is_mended: true,
            cells,
            struck,
            doubted,
            computed,
        }));
        check(Frame::Opened(Opened {
            format: "xlsx".into(),
            from_1904: true,
            sheets: vec![("A".into(), false)],
        }));
        check(Frame::Merged(vec![Merged { column: 2, first: 3, last: 700 }]));
        check(Frame::Sheet(3));
        check(Frame::Done);
        check(Frame::Failed(ReadError::TooLarge { what: "a".into(), limit: "b".into() }));
        check(Frame::Failed(ReadError::PasswordProtected));
        check(Frame::Failed(ReadError::Unsupported { what: "a".into() }));
    }
}
