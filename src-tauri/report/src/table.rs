//! Columns, cells and totals, as every sheet writes them.

use planner_core::figure::Value;
use planner_core::mass::Mass;
use planner_sheets::workbook::{Cell, Column, ColumnKind, Sheet, Tab};
use rust_decimal::Decimal;

/// Header of the ids under which a trace finds a figure; always the last column.
pub(crate) const TRACE_ID: &str = "Trace id";

/// A column of this kind.
pub(crate) fn column(header: &str, width: u16, kind: ColumnKind) -> Column {
    Column { header: header.to_owned(), width, kind, choices: Vec::new() }
}

/// A column of short texts.
pub(crate) fn words(header: &str, width: u16) -> Column {
    column(header, width, ColumnKind::Text)
}

/// A column of long texts.
pub(crate) fn prose(header: &str, width: u16) -> Column {
    column(header, width, ColumnKind::Prose)
}

/// A column of numbers that measure or count.
pub(crate) fn number(header: &str, width: u16) -> Column {
    column(header, width, ColumnKind::Quantity)
}

/// A column of numbers that name something: a serial number, a year.
pub(crate) fn naming(header: &str, width: u16) -> Column {
    column(header, width, ColumnKind::Number)
}

/// A column of dates.
pub(crate) fn day(header: &str) -> Column {
    column(header, 13, ColumnKind::Date)
}

/// A text; an empty one is an empty cell.
pub(crate) fn text(value: impl Into<String>) -> Cell {
    let value = value.into();
    if value.is_empty() { Cell::Empty } else { Cell::Text(value) }
}

/// A text that may be missing.
pub(crate) fn optional(value: Option<&str>) -> Cell {
    value.map_or(Cell::Empty, text)
}

/// A mass in kg.
pub(crate) fn mass(mass: Mass) -> Cell {
    Cell::Decimal(mass.kilograms())
}

/// A figure; an empty cell where the year has none.
pub(crate) fn figure(value: Option<Value>) -> Cell {
    match value {
        None => Cell::Empty,
        Some(Value::Count(count)) => Cell::Integer(count),
        Some(Value::Year(year)) => text(year.to_string()),
        Some(value) => Cell::Decimal(value.number()),
    }
}

/// A live formula with its value; the value alone where a part of the formula is missing.
pub(crate) fn formula(formula: Option<String>, value: Decimal) -> Cell {
    match formula {
        Some(formula) => Cell::Formula { formula: format!("={formula}"), value },
        None => Cell::Decimal(value),
    }
}

/// The number in a cell.
fn number_in(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Integer(value) => Some(Decimal::from(*value)),
        Cell::Decimal(value) | Cell::Sum(value) | Cell::Formula { value, .. } => Some(*value),
        _ => None,
    }
}

/// Live totals under the named columns; words under the first.
pub(crate) fn totals(sheet: &Sheet, first: &str, summed: &[&str]) -> Vec<Cell> {
    let sum = |index: usize| {
        let values = sheet.rows.iter().filter_map(|row| row.get(index)).filter_map(number_in);
        Cell::Sum(values.sum::<Decimal>().normalize())
    };
    let cell = |(index, column): (usize, &Column)| match index {
        0 => text(first),
        _ if summed.contains(&column.header.as_str()) => sum(index),
        _ => Cell::Empty,
    };
    sheet.columns.iter().enumerate().map(cell).collect()
}

/// A data sheet without totals.
pub(crate) fn data(name: &str, title: String, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet { name: name.to_owned(), tab: Tab::Data, notes: vec![title], columns, rows, totals: None }
}

/// A data sheet of two columns: what, and what is said of it.
pub(crate) fn sayings(
    name: &str,
    notes: Vec<String>,
    headers: [&str; 2],
    rows: Vec<(String, String)>,
) -> Sheet {
    Sheet {
        name: name.to_owned(),
        tab: Tab::Data,
        notes,
        columns: vec![words(headers[0], 30), prose(headers[1], 110)],
        rows: rows.into_iter().map(|(what, says)| vec![text(what), text(says)]).collect(),
        totals: None,
    }
}
