//! Reconciliation: what came, what went and what is there, by class and vintage, with the registry's statement and
//! the purchase orders beside the ledger.

use super::table::{TRACE_ID, day, number, text, words};
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
const RECORDS: [&str; 4] = ["Registry statement", "Ledger", "Purchase orders", "Statement less ledger"];

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Sheet {
    let names = [words("Class", 10), words("Vintage", 9)];
    let checks = [words("Lots agreeing", 13), day("Last registry check"), words(TRACE_ID, 28)];
    let rows =
        (FIRST_ROW..).zip(&figures.movements).map(|(number, movements)| row(figures, number, movements));
    Sheet {
        name: "Reconciliation".into(),
        tab: Tab::Data,
        notes: vec![
            format!("Certificates since the ledger began, as of {}", figures.today),
            "Opening + purchased + self-issued + in − out − retired − Retired (Expired) − cancelled = closing. Movements are summed from the events, closing from the balances; classes are never added to one another.".into(),
            "Registry statement: units that the statements last compared have as issued, held, retired or expired. Ledger: units that came, less those out and cancelled. Purchase orders: units bought under orders of which lines are imported. An empty cell is something that was never compared.".into(),
        ],
        columns: names
            .into_iter()
            .chain(AMOUNTS.map(|header| number(header, 13)))
            .chain(RECORDS.map(|header| number(header, 16)))
            .chain(checks)
            .collect(),
        rows: rows.collect(),
        totals: None,
    }
}

fn row(figures: &Figures, number: usize, row: &Movements) -> Vec<Cell> {
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
    let formula = |formula: String, value: i64| Cell::Formula { formula, value: Decimal::from(value) };
    let mut cells = vec![text(&row.class), text(row.vintage.to_string())];
    cells.extend(amounts.map(Cell::Integer));
    let difference = format!("=SUM(C{number}:F{number})-SUM(G{number}:K{number})");
    cells.push(formula(difference, row.difference()));
    let compared = figures.compared(&row.class, row.vintage);
    let ledger = row.in_account();
    cells.extend([
        compared.units_stated.map_or(Cell::Empty, Cell::Integer),
        formula(format!("=SUM(D{number}:F{number})-G{number}-J{number}"), ledger),
        Cell::Integer(compared.units_on_orders),
        compared
            .units_stated
            .map_or(Cell::Empty, |stated| formula(format!("=M{number}-N{number}"), stated - ledger)),
        text(format!("{} of {}", compared.lots_agreeing, compared.lots)),
        compared.checked_on.map_or(Cell::Empty, Cell::Date),
        text(format!("{}.movements.{}.{}", figures.year(), row.class, row.vintage)),
    ]);
    cells
}
