//! The rows of one worksheet part.

use super::Context;
use super::cell::{CellStart, Kind, cell_start, range_of, shortened, typed};
use super::formulas::{self, Formulas};
use super::scan::{Scanner, Token, attributes, utf8};
use crate::cell::{Cell, Row, Value};
use crate::error::ReadError;
use crate::format::RowSink;
use crate::format::formula;
use crate::format::limits::{MAX_MERGED, MAX_ROWS};
use crate::format::xml::Piecewise;
use crate::mapping::Merged;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::styles::CellFormat;
    use crate::format::xlsx::strings::Strings;
    use crate::format::xml::Plain;
    use chrono::NaiveDate;

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
