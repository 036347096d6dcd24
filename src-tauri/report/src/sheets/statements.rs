//! The four statements, side by side and never added.

use crate::disclosure::Disclosure;
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::table::{figure, number, prose, text, words};
use planner_core::class::COVERING_CLASS;
use planner_core::figure::{FigureId, Name};
use planner_sheets::workbook::{Cell, Column};

const PHYSICAL: &str = "1 Physical inventory";
const MARKET: &str = "2 Market-based memo";
const IMPACT: &str = "3 Impact";
const INDICATORS: &str = "4 Non-GHG indicators";

/// Classes whose units are tonnes avoided.
const IMPACT_CLASSES: [&str; 2] = ["I-TEC AE", "I-MAT AE"];

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let mut rows = TracedRows::new(disclosure.year());
    inventory(disclosure, &mut rows);
    impact(disclosure, &mut rows);
    indicators(disclosure, &mut rows);
    let notes = vec![
        format!("Reporting year {}, class {COVERING_CLASS} and its neighbours", disclosure.year()),
        "As the GHG Protocol's Actions and Market Instruments white paper of 31 March 2026 keeps them apart; it is not yet a standard.".into(),
    ];
    let mut sheet = DisclosureSheet::data("Four statements", notes, (columns(), 26), rows);
    let foot = "Not additive: no figure of one statement is added to, or taken from, another.";
    sheet.sheet.totals = Some(vec![text(foot)]);
    sheet
}

fn columns() -> Vec<Column> {
    vec![
        words("Statement", 24),
        words("Metric", 52),
        number("Value", 16),
        words("Unit", 16),
        prose("Basis", 56),
        words("Source", 28),
    ]
}

/// A row of the words around a value.
fn row([statement, metric, unit, basis, source]: [&str; 5], value: Cell) -> Vec<Cell> {
    vec![text(statement), text(metric), value, text(unit), text(basis), text(source)]
}

/// The inventory, which no certificate changes, and what the certificates state beside it.
fn inventory(disclosure: &Disclosure, rows: &mut TracedRows) {
    let gross = [
        PHYSICAL,
        "Scope 3 of the IT hardware bought, gross",
        "t CO2e",
        "optional; no emission factors are applied here, and no certificate changes it",
        "the organisation's inventory",
    ];
    rows.push(row(gross, Cell::Empty), None);
    let stated = [
        MARKET,
        "tCO2e stated on the I-TECs retired",
        "t CO2e",
        "an attribute of the certificates; empty unless every retired certificate carries one",
        "sheet Retirement lines",
    ];
    rows.push(row(stated, figure(disclosure.figure(Name::Tco2e))), Some(Name::Tco2e.into()));
}

fn impact(disclosure: &Disclosure, rows: &mut TracedRows) {
    for class in IMPACT_CLASSES {
        let metric = format!("{class} retired, all vintages");
        let words = [IMPACT, &metric, "t CO2e avoided", "outside the inventory", "sheet Reconciliation"];
        let retired = Cell::Integer(disclosure.retired_of_class(class));
        rows.push(row(words, retired), Some(FigureId::ClassRetired(class.to_owned())));
    }
}

fn indicators(disclosure: &Disclosure, rows: &mut TracedRows) {
    let metrics = [
        (
            Name::Retired,
            [
                "kg put back into circulation, evidenced by retired I-TECs",
                "kg",
                "1 I-TEC = 1 kg",
                "sheet Retirement lines",
            ],
        ),
        (
            Name::CoveragePercent,
            ["Coverage of new IT mass", "%", "validly retired ÷ gross requirement", "sheet Summary"],
        ),
        (
            Name::YieldPercent,
            ["Yield of own retired assets", "%", "restored kg ÷ sent kg", "sheet Self-generation"],
        ),
    ];
    for (name, [metric, unit, basis, source]) in metrics {
        let cells = row([INDICATORS, metric, unit, basis, source], figure(disclosure.figure(name)));
        rows.push(cells, Some(name.into()));
    }
}
