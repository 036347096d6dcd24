//! Reconciliation: what came, what went and what is there, by class and vintage.

use super::table::{TRACE_ID, number, text, words};
use crate::disclosure::figures::{Figures, Movements};
use planner_sheets::workbook::{Cell, Sheet, Tab};
use rust_decimal::Decimal;

const FIRST_ROW: usize = 6;
const AMOUNTS: [&str; 10] = [
    "Opening",
    "Purchased",
    "Self-issued",
    "In",
    "Out or sold",
    "Retired",
    "Retired (Expired)",
    "Cancelled",
    "Closing",
    "Difference",
];

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Sheet {
    let names = [words("Class", 10), words("Vintage", 9)];
    let records = [words("Registry statement", 18), words("Ledger", 14), words("Purchase orders", 16)];
    let rows = (FIRST_ROW..)
        .zip(&figures.movements)
        .map(|(number, movements)| row(figures.year(), number, movements));
    Sheet {
        name: "Reconciliation".into(),
        tab: Tab::Data,
        notes: vec![
            format!("Certificates since the ledger began, as of {}", figures.today),
            "Opening + purchased + self-issued + in − out − retired − Retired (Expired) − cancelled = closing. Movements are summed from the events, closing from the balances; classes are never added to one another.".into(),
            "Beside the ledger stand the registry's statement and the purchase orders: enter them where they are at hand.".into(),
        ],
        columns: names.into_iter().chain(AMOUNTS.map(|header| number(header, 13))).chain(records).chain([words(TRACE_ID, 28)]).collect(),
        rows: rows.collect(),
        totals: None,
    }
}

fn row(year: i32, number: usize, row: &Movements) -> Vec<Cell> {
    let amounts = [
        0,
        row.bought,
        row.issued,
        row.transferred_in,
        row.out,
        row.retired,
        row.expired,
        row.cancelled,
        row.closing,
    ];
    let difference = format!("=SUM(C{number}:F{number})-SUM(G{number}:K{number})");
    let mut cells = vec![text(&row.class), text(row.vintage.to_string())];
    cells.extend(amounts.map(Cell::Integer));
    cells.push(Cell::Formula { formula: difference, value: Decimal::from(row.difference()) });
    let ledger = Cell::Formula { formula: format!("=K{number}"), value: Decimal::from(row.closing) };
    let trace = format!("{year}.movements.{}.{}", row.class, row.vintage);
    cells.extend([Cell::Empty, ledger, Cell::Empty, text(trace)]);
    cells
}
