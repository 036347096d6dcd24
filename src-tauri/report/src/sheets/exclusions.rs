//! Exclusions: what is in no figure, and why.

use crate::disclosure::Disclosure;
use crate::movements::Movements;
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::table::{mass, number, prose, text, words};
use planner_core::figure::{FigureId, Name};
use planner_sheets::workbook::{Cell, Column, Tab};

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let mut rows = TracedRows::new(disclosure.year());
    for movements in &disclosure.movements {
        certificates(movements, &mut rows);
    }
    reserved(disclosure, &mut rows);
    lines(disclosure, &mut rows);
    let notes = vec![
        format!("Left out of the figures of {}", disclosure.year()),
        "Certificates and hardware lines are counted in their own units and never added together.".into(),
    ];
    let mut sheet = DisclosureSheet::data("Exclusions", notes, (columns(), 30), rows);
    sheet.sheet.tab = Tab::Exclusion;
    sheet
}

fn columns() -> Vec<Column> {
    vec![
        words("Left out", 24),
        words("What", 26),
        number("Lines", 10),
        number("Units", 12),
        number("kg", 14),
        prose("Reason", 70),
    ]
}

/// A row of certificates.
fn units(name: &str, what: &str, units: i64, reason: &str) -> Vec<Cell> {
    vec![text(name), text(what), Cell::Empty, Cell::Integer(units), Cell::Empty, text(reason)]
}

fn certificates(movements: &Movements, rows: &mut TracedRows) {
    let what = format!("{} of vintage {}", movements.class, movements.vintage);
    for (name, quantity, reason) in [
        ("Retired (Expired)", movements.expired, "retired by the registry after the last usable day: a loss"),
        ("Cancelled", movements.cancelled, "cancelled, with the reason in the event log"),
        ("Out or sold", movements.out, "transferred to somebody else, who may claim them"),
    ] {
        if quantity > 0 {
            let figure = FigureId::Movements(movements.class.clone(), movements.vintage);
            rows.push(units(name, &what, quantity, reason), Some(figure));
        }
    }
}

fn reserved(disclosure: &Disclosure, rows: &mut TracedRows) {
    let quantity = disclosure.known.year.netting.reserved.total();
    if quantity > 0 {
        let reason = "set aside for the year and not yet retired: in no coverage";
        rows.push(units("Reserved", "I-TEC for the year", quantity, reason), Some(Name::Reserved.into()));
    }
}

fn lines(disclosure: &Disclosure, rows: &mut TracedRows) {
    let year = &disclosure.known.year;
    if year.lines_unresolved() > 0 {
        let cells = vec![
            text("Without a weight"),
            text("lines of new hardware"),
            Cell::Integer(year.lines_unresolved()),
            Cell::Integer(year.units_unresolved()),
            Cell::Empty,
            text("no row, catalogue, own average or category default gives a weight; unknown is never 0"),
        ];
        rows.push(cells, Some(Name::LinesUnresolved.into()));
    }
    for one in &year.out_of_scope {
        let cells = vec![
            text("Out of scope"),
            text(one.reason.replace('_', " ")),
            Cell::Integer(one.lines),
            Cell::Integer(one.quantity),
            mass(one.mass),
            text("no hardware; the kg is what the rows state"),
        ];
        rows.push(cells, Some(FigureId::OutOfScope(one.reason.clone())));
    }
    let cells = vec![
        text("Refurbished or used"),
        text("lines, for information"),
        Cell::Integer(year.lines_refurbished()),
        Cell::Empty,
        mass(year.mass_refurbished()),
        text("not new hardware, so it asks for no certificate"),
    ];
    rows.push(cells, Some(Name::Refurbished.into()));
}
