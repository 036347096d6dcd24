//! Exclusions: what is in no figure, and why.

use super::table::{TRACE_ID, mass, number, prose, text, words};
use crate::disclosure::figures::Figures;
use planner_sheets::workbook::{Cell, Sheet, Tab};

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Sheet {
    let trace = |key: &str| text(format!("{}.{key}", figures.year()));
    let mut rows = certificates(figures);
    let view = &figures.requirement;
    if view.lines_unresolved > 0 {
        rows.push(vec![
            text("Without a weight"),
            text("lines of new hardware"),
            Cell::Integer(view.lines_unresolved),
            Cell::Integer(view.units_unresolved),
            Cell::Empty,
            text("no row, catalogue, own average or category default gives a weight; unknown is never 0"),
            trace("lines_unresolved"),
        ]);
    }
    for (reason, lines, units, stated) in &figures.out_of_scope {
        rows.push(vec![
            text("Out of scope"),
            text(reason.replace('_', " ")),
            Cell::Integer(*lines),
            Cell::Integer(*units),
            mass(*stated),
            text("no hardware; the kg is what the rows state"),
            trace(&format!("out_of_scope.{reason}")),
        ]);
    }
    rows.push(vec![
        text("Refurbished or used"),
        text("lines, for information"),
        Cell::Integer(view.lines_refurbished),
        Cell::Empty,
        super::table::decimal(&view.mass_kg_refurbished),
        text("not new hardware, so it asks for no certificate"),
        trace("refurbished"),
    ]);
    Sheet {
        name: "Exclusions".into(),
        tab: Tab::Exclusion,
        notes: vec![
            format!("Left out of the figures of {}", figures.year()),
            "Certificates and hardware lines are counted in their own units and never added together.".into(),
        ],
        columns: vec![
            words("Left out", 24),
            words("What", 26),
            number("Lines", 10),
            number("Units", 12),
            number("kg", 14),
            prose("Reason", 70),
            words(TRACE_ID, 30),
        ],
        rows,
        totals: None,
    }
}

fn certificates(figures: &Figures) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for row in &figures.movements {
        let what = format!("{} of vintage {}", row.class, row.vintage);
        for (name, units, reason) in [
            ("Retired (Expired)", row.expired, "retired by the registry after the last usable day: a loss"),
            ("Cancelled", row.cancelled, "cancelled, with the reason in the event log"),
            ("Out or sold", row.out, "transferred to somebody else, who may claim them"),
        ] {
            if units > 0 {
                rows.push(vec![
                    text(name),
                    text(&what),
                    Cell::Empty,
                    Cell::Integer(units),
                    Cell::Empty,
                    text(reason),
                    text(format!("{}.movements.{}.{}", figures.year(), row.class, row.vintage)),
                ]);
            }
        }
    }
    if figures.requirement.reserved > 0 {
        let units = Cell::Integer(figures.requirement.reserved);
        let reason = text("set aside for the year and not yet retired: in no coverage");
        rows.push(vec![
            text("Reserved"),
            text("I-TEC for the year"),
            Cell::Empty,
            units,
            Cell::Empty,
            reason,
            text(format!("{}.reserved", figures.year())),
        ]);
    }
    rows
}
