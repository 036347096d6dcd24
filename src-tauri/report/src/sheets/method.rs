//! Method: rules, roundings and the weights used.

use super::emissions;
use crate::assets::ShippedDefault;
use crate::disclosure::Disclosure;
use crate::parts::{average_id, averages};
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::table::{number, prose, text, words};
use crate::{ReportError, assets};
use planner_core::weighing::{KnownWeight, Tier};
use planner_core::weight::WeightSource;
use planner_sheets::weights::{Baskets, LeftOutKind, SOURCES, leave_one_out};
use planner_sheets::workbook::{Cell, Column};
use std::collections::BTreeSet;

const RULES: [(&str, &str); 11] = [
    (
        "Line mass",
        "the total the row states, else quantity × unit mass; whole milligrams, rounded once per line, half to even",
    ),
    (
        "Unit mass",
        "first that applies: the row, the organisation's catalogue, the shipped tables by maker and model or part number, the mean of the model's family (same maker and size, of names that begin alike or of the product line), the organisation's own average of the kind (ten models or more), the mean of the most specific class, the published average of a wide class; else unresolved and in no total",
    ),
    (
        "Range",
        "90 %: a model's true mass is one unknown shared by all its units, models are independent, an average is off for all that it stands in for; variance = Σ over models (units × spread of the class)² + Σ over classes (units × standard error)²; Student's t for few devices; log-normal ends",
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
    let mut rows = TracedRows::new(disclosure.year());
    let devices = format!("{} devices", disclosure.known.catalogue_devices);
    let tables = SOURCES.map(|table| (table.name, format!("{}; {}", table.licence, table.attribution)));
    let further = tables.iter().map(|(name, says)| (*name, says.as_str()));
    for (what, how) in RULES.into_iter().chain([("Catalogue", devices.as_str())]).chain(further) {
        rows.push(said(what, how), None);
    }
    for (what, how) in emissions::rules(disclosure) {
        rows.push(said(what, &how), None);
    }
    for weight in averages(&disclosure.known.year) {
        rows.push(average(weight), Some(average_id(weight)));
    }
    for cells in tried()? {
        rows.push(cells, None);
    }
    for (category, one) in earlier_defaults(disclosure)? {
        let mut cells = said(&format!("Default of {}", category.replace('_', " ")), EARLIER);
        cells[2..=3].clone_from_slice(&[Cell::Integer(one.n), Cell::Decimal(one.median)]);
        cells[5..=6].clone_from_slice(&[Cell::Decimal(one.p25), Cell::Decimal(one.p75)]);
        rows.push(cells, None);
    }
    let notes = vec![format!("How the figures of {} were made", disclosure.year())];
    Ok(DisclosureSheet::data("Method", notes, (columns(), 26), rows))
}

const EARLIER: &str = "kg of one unit, as an earlier version of the app weighed lines of the year: the median, and as low and high the quartiles (Boavizta 2023-02)";

/// A row that says something in words.
fn said(what: &str, how: &str) -> Vec<Cell> {
    let mut cells = vec![text(what), text(how)];
    cells.extend([const { Cell::Empty }; 5]);
    cells
}

/// How good the estimates are: the shipped tables' models, each estimated by the others.
fn tried() -> Result<Vec<Vec<Cell>>, ReportError> {
    let figures = leave_one_out().map_err(|reason| ReportError::damaged("leave_one_out.csv", reason))?;
    let Baskets { count, bias_percent, error_percent, inside, width_percent } = figures.baskets;
    let totals = format!(
        "{count} baskets of 60 office models, 1 to 200 units of each: bias {bias_percent} %, median error {error_percent} %; the 90 % range held the truth in {inside} and was {width_percent} % wide"
    );
    let mut rows = vec![said("Estimates tried: totals", &totals)];
    for LeftOutKind { kind, models, bias_percent, error_percent } in figures.kinds {
        let how = format!(
            "each model of the shipped tables estimated by the others: bias of the sum {bias_percent} %, median error {error_percent} %"
        );
        let mut cells = said(&format!("Estimates tried: {}", kind.word().replace('_', " ")), &how);
        cells[2] = Cell::Integer(i64::try_from(models).unwrap_or(i64::MAX));
        rows.push(cells);
    }
    Ok(rows)
}

/// An average that weighs lines of the year.
fn average(weight: &KnownWeight) -> Vec<Cell> {
    let what = match weight.tier {
        Tier::Table => "Device",
        Tier::Family => "Family",
        Tier::OwnAverage => "Own average",
        Tier::Class => "Class",
        Tier::LastResort => "Wide class",
        Tier::Given => "By a person's word",
    };
    let n = i64::try_from(weight.n).unwrap_or(i64::MAX);
    vec![
        text(format!("{what}: {}", weight.class)),
        text(format!("kg of one unit; {}", weight.source)),
        if n == 0 { Cell::Empty } else { Cell::Integer(n) },
        Cell::Decimal(weight.kg),
        Cell::Decimal(weight.deviation),
        Cell::Decimal(weight.low),
        Cell::Decimal(weight.high),
    ]
}

/// Category defaults of earlier versions that lines of the year are weighed by still.
fn earlier_defaults(disclosure: &Disclosure) -> Result<Vec<(&str, &'static ShippedDefault)>, ReportError> {
    let defaults = &assets::shipped_defaults()?.category;
    let groups = disclosure.known.year.new_groups();
    let earlier =
        groups.filter(|group| group.source == WeightSource::Default && group.mid != group.weighed_mass());
    let keys: BTreeSet<&str> = earlier.filter_map(|group| group.category.as_deref()).collect();
    Ok(keys.into_iter().filter_map(|key| Some((key, defaults.get(key)?))).collect())
}

fn columns() -> Vec<Column> {
    vec![
        words("What", 40),
        prose("How", 110),
        number("Devices", 10),
        number("Mean kg", 10),
        number("Deviation kg", 12),
        number("Low kg", 10),
        number("High kg", 10),
    ]
}
