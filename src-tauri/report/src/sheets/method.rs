//! Method: rules, roundings and the weights used.

use crate::disclosure::Disclosure;
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::table::{number, prose, text, words};
use crate::{ReportError, assets};
use planner_core::figure::FigureId;
use planner_sheets::workbook::{Cell, Column};

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
pub(crate) fn sheet(disclosure: &Disclosure) -> Result<DisclosureSheet, ReportError> {
    let defaults = assets::shipped_defaults()?;
    let source = format!(
        "{} version {}, {}, {}; {}",
        defaults.id, defaults.version, defaults.source, defaults.date, defaults.licence
    );
    let mut rows = TracedRows::new(disclosure.year());
    let devices = format!("{} devices", disclosure.known.catalogue_devices);
    let further = [
        ("Catalogue", devices.as_str()),
        ("Category defaults", source.as_str()),
        ("Attribution", defaults.attribution.as_str()),
    ];
    for (what, how) in RULES.into_iter().chain(further) {
        let mut cells = vec![text(what), text(how)];
        cells.extend([const { Cell::Empty }; 4]);
        rows.push(cells, None);
    }
    for (category, one) in &defaults.category {
        let cells = vec![
            text(format!("Default of {}", category.replace('_', " "))),
            text("kg of one unit: the median is used, p25 and p75 make the low and the high end"),
            Cell::Integer(one.n),
            Cell::Decimal(one.p25),
            Cell::Decimal(one.median),
            Cell::Decimal(one.p75),
        ];
        rows.push(cells, Some(FigureId::Weight(category.clone())));
    }
    let notes = vec![format!("How the figures of {} were made", disclosure.year())];
    Ok(DisclosureSheet::data("Method", notes, (columns(), 26), rows))
}

fn columns() -> Vec<Column> {
    vec![
        words("What", 30),
        prose("How", 110),
        number("Devices", 10),
        number("p25 kg", 10),
        number("Median kg", 10),
        number("p75 kg", 10),
    ]
}
