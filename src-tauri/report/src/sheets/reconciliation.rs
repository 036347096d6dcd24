//! Reconciliation: what came, what went and what is there, by class and vintage, with the registry's statement and
//! the purchase orders beside the ledger.

use crate::checks::CheckCode;
use crate::disclosure::Disclosure;
use crate::movements::Movements;
use crate::sheet::{DisclosureSheet, Holds, TracedRows};
use crate::table::{day, number, text, words};
use planner_core::figure::FigureId;
use planner_sheets::workbook::{Cell, Column};
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
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let mut rows = TracedRows::new(disclosure.year());
    for (number, movements) in (FIRST_ROW..).zip(&disclosure.movements) {
        let figure = FigureId::Movements(movements.class.clone(), movements.vintage);
        rows.push(row(disclosure, number, movements), Some(figure));
    }
    let notes = vec![
        format!("Certificates since the ledger began, as of {}", disclosure.today()),
        "Opening + purchased + self-issued + in − out − retired − Retired (Expired) − cancelled = closing. Movements are summed from the events, closing from the balances; classes are never added to one another.".into(),
        "Registry statement: units that the statements last compared have as issued, held, retired or expired. Ledger: units that came, less those out and cancelled. Purchase orders: units bought under orders of which lines are imported. An empty cell is something that was never compared.".into(),
    ];
    let sheet = DisclosureSheet::data("Reconciliation", notes, (columns(), 28), rows);
    DisclosureSheet {
        holds: Holds::WaitsFor(&[CheckCode::BalancesAgree, CheckCode::RegistryReconciled]),
        ..sheet
    }
}

fn columns() -> Vec<Column> {
    let names = [words("Class", 10), words("Vintage", 9)];
    let checks = [words("Lots agreeing", 13), day("Last registry check")];
    let amounts = AMOUNTS.map(|header| number(header, 13));
    let records = RECORDS.map(|header| number(header, 16));
    names.into_iter().chain(amounts).chain(records).chain(checks).collect()
}

fn row(disclosure: &Disclosure, number: usize, row: &Movements) -> Vec<Cell> {
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
    let compared = disclosure.compared(&row.class, row.vintage);
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
    ]);
    cells
}
