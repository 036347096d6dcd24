//! Years: the reporting year beside the year before and the base year, and why its mass is other than theirs.

use crate::disclosure::Disclosure;
use crate::sheet::DisclosureSheet;
use crate::table::{data, mass, naming, number, text, words};
use planner_core::change::explain;
use planner_core::figure::YearFigures;
use planner_core::percent::coverage_percent;
use planner_sheets::workbook::{Cell, Column};

/// The sheet; nothing where there is no year to compare with.
pub(crate) fn sheet(disclosure: &Disclosure) -> Option<DisclosureSheet> {
    let beside = &disclosure.known.beside;
    if beside.is_empty() {
        return None;
    }
    let year = &disclosure.known.year;
    let mut rows: Vec<_> = beside.iter().map(|one| row(&one.figures, one.role, Some(year))).collect();
    rows.push(row(year, "reporting year", None));
    rows.sort_by_key(|(year, _)| *year);
    let title = format!(
        "{} beside the year before and the base year. Volume, mix, weight per device and method add up to the change of new mass exactly",
        disclosure.year()
    );
    Some(
        data("Years", title, columns(disclosure.year()), rows.into_iter().map(|(_, row)| row).collect())
            .into(),
    )
}

fn columns(year: i32) -> Vec<Column> {
    let mut columns = vec![naming("Year", 8), words("Is the", 24)];
    columns.extend(
        ["New mass kg", "Low kg", "High kg", "Gross", "Target %", "Retired", "Coverage %"]
            .map(|one| number(one, 14)),
    );
    columns.push(number(&format!("Change to {year}, kg"), 18));
    columns.extend(["Volume kg", "Mix kg", "Weight per device kg", "Method kg"].map(|one| number(one, 16)));
    columns
}

fn row(one: &YearFigures, role: &str, to: Option<&YearFigures>) -> (i32, Vec<Cell>) {
    let new = one.mass();
    let retired = one.netting.retired.total();
    let mut cells =
        vec![Cell::Integer(one.year.into()), text(role), mass(new.mid), mass(new.low), mass(new.high)];
    cells.extend([
        Cell::Integer(one.gross),
        Cell::Decimal(one.target.normalize()),
        Cell::Integer(retired),
        coverage_percent(retired, one.gross).map_or(Cell::Empty, Cell::Decimal),
    ]);
    match to.and_then(|to| explain(&one.groups, &to.groups)) {
        Some(change) => {
            let parts = [change.total(), change.volume, change.mix, change.weight, change.method];
            cells.extend(parts.map(mass));
        }
        None => cells.extend([const { Cell::Empty }; 5]),
    }
    (one.year, cells)
}
