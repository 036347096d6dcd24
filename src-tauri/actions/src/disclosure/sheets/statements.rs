//! The four statements, side by side and never added.

use super::table::{TRACE_ID, decimal, number, prose, text, words};
use crate::disclosure::figures::Figures;
use planner_core::ledger::lot::COVERING_CLASS;
use planner_sheets::workbook::{Cell, Sheet, Tab};
use rust_decimal::Decimal;

const PHYSICAL: &str = "1 Physical inventory";
const MARKET: &str = "2 Market-based memo";
const IMPACT: &str = "3 Impact";
const INDICATORS: &str = "4 Non-GHG indicators";

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Sheet {
    let row = |words: [&str; 5], key: &str, value: Cell| {
        let [statement, metric, unit, basis, source] = words.map(text);
        let trace = if key.is_empty() { Cell::Empty } else { text(format!("{}.{key}", figures.year())) };
        vec![statement, metric, value, unit, basis, source, trace]
    };
    let view = &figures.requirement;
    let tonnes = figures.retired_tco2e().map_or(Cell::Empty, Cell::Decimal);
    let mut rows = vec![
        row(
            [
                PHYSICAL,
                "Scope 3 of the IT hardware bought, gross",
                "t CO2e",
                "optional; no emission factors are applied here, and no certificate changes it",
                "the organisation's inventory",
            ],
            "",
            Cell::Empty,
        ),
        row(
            [
                MARKET,
                "tCO2e stated on the I-TECs retired",
                "t CO2e",
                "an attribute of the certificates; empty unless every retired certificate carries one",
                "sheet Retirement lines",
            ],
            "tco2e",
            tonnes,
        ),
    ];
    for class in ["I-TEC AE", "I-MAT AE"] {
        let retired = Cell::Decimal(Decimal::from(figures.retired_of_class(class)));
        let metric = format!("{class} retired, all vintages");
        rows.push(row(
            [IMPACT, &metric, "t CO2e avoided", "outside the inventory", "sheet Reconciliation"],
            &format!("class.{class}.retired"),
            retired,
        ));
    }
    let retired = Cell::Integer(view.retired);
    rows.push(row(
        [
            INDICATORS,
            "kg put back into circulation, evidenced by retired I-TECs",
            "kg",
            "1 I-TEC = 1 kg",
            "sheet Retirement lines",
        ],
        "retired",
        retired,
    ));
    let coverage = view.coverage_percent.as_deref().map_or(Cell::Empty, decimal);
    rows.push(row(
        [INDICATORS, "Coverage of new IT mass", "%", "validly retired ÷ gross requirement", "sheet Summary"],
        "coverage_percent",
        coverage,
    ));
    let restored = figures.dispositions.total.yield_percent.as_deref().map_or(Cell::Empty, decimal);
    rows.push(row(
        [INDICATORS, "Yield of own retired assets", "%", "restored kg ÷ sent kg", "sheet Self-generation"],
        "yield_percent",
        restored,
    ));
    Sheet {
        name: "Four statements".into(),
        tab: Tab::Data,
        notes: vec![
            format!("Reporting year {}, class {COVERING_CLASS} and its neighbours", figures.year()),
            "As the GHG Protocol's Actions and Market Instruments white paper of 31 March 2026 keeps them apart; it is not yet a standard.".into(),
        ],
        columns: vec![words("Statement", 24), words("Metric", 52), number("Value", 16), words("Unit", 16), prose("Basis", 56), words("Source", 28), words(TRACE_ID, 26)],
        rows,
        totals: Some(vec![text("Not additive: no figure of one statement is added to, or taken from, another.")]),
    }
}
