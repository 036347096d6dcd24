//! Method: rules, roundings and the weights used.

use super::table::{TRACE_ID, data, number, prose, text, words};
use crate::disclosure::figures::Figures;
use crate::{ActionError, assets};
use planner_sheets::workbook::{Cell, Sheet};

/// Header of the weights that lines take.
pub(super) const MEDIAN: &str = "Median kg";

const RULES: [(&str, &str); 10] = [
    (
        "Line mass",
        "the total the row states, else quantity × unit mass; whole milligrams, rounded once per line, half to even",
    ),
    (
        "Unit mass",
        "first that applies: the row, the catalogue by manufacturer and model, the own average of the category, the shipped category default; else unresolved and in no total",
    ),
    ("Units", "1 lb = 0.45359237 kg and 1 oz = 0.028349523125 kg, exactly"),
    (
        "New mass",
        "kg of hardware bought in the reporting year in new or unknown condition; returns reduce it",
    ),
    (
        "Gross requirement",
        "kg of new hardware rounded up to whole certificates, once per entity and reporting year",
    ),
    ("Needed", "gross × target, rounded up"),
    (
        "Coverage",
        "units validly retired ÷ gross requirement, two places; rounding never lifts an incomplete coverage to 100 %",
    ),
    (
        "Remaining to buy",
        "needed − retired − reserved − usable units held, earlier open years first, never below 0",
    ),
    ("Retirement order", "first expiring, then oldest vintage, then lowest cost"),
    (
        "Last usable day",
        "31 December of vintage + 3, unless the registry gives a date (Circularity Standard v1.1, §11)",
    ),
];

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Result<Sheet, ActionError> {
    let defaults = assets::shipped_defaults()?;
    let source = format!(
        "{} version {}, {}, {}; {}",
        defaults.id, defaults.version, defaults.source, defaults.date, defaults.licence
    );
    let mut rows: Vec<_> = RULES.into_iter().map(|(what, how)| rule(what, how)).collect();
    rows.push(rule("Catalogue", &format!("{} devices", figures.catalogue_devices)));
    rows.push(rule("Category defaults", &source));
    rows.push(rule("Attribution", &defaults.attribution));
    rows.extend(defaults.category.iter().map(|(category, one)| {
        vec![
            text(format!("Default of {}", category.replace('_', " "))),
            text("kg of one unit: the median is used, p25 and p75 make the low and the high end"),
            Cell::Integer(one.n),
            Cell::Decimal(one.p25),
            Cell::Decimal(one.median),
            Cell::Decimal(one.p75),
            text(format!("{}.weight.{category}", figures.year())),
        ]
    }));
    let columns = vec![
        words("What", 30),
        prose("How", 110),
        number("Devices", 10),
        number("p25 kg", 10),
        number(MEDIAN, 10),
        number("p75 kg", 10),
        words(TRACE_ID, 26),
    ];
    Ok(data("Method", format!("How the figures of {} were made", figures.year()), columns, rows))
}

fn rule(what: &str, how: &str) -> Vec<Cell> {
    let mut cells = vec![text(what), text(how)];
    cells.extend([const { Cell::Empty }; 5]);
    cells
}
