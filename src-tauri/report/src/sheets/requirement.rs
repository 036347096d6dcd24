//! Requirement: new hardware by entity, category and Scope 3 category, and the certificates it asks for.

use crate::checks::CheckCode;
use crate::disclosure::Disclosure;
use crate::sheet::{DisclosureSheet, Holds, TracedRows};
use crate::table::{mass, number, text, words};
use planner_core::figure::{CategoryKey, FigureId};
use planner_core::line::Scope3Category;
use planner_core::mass::Mass;
use planner_core::requirement::{LineGroup, NewMass, range, shares};
use planner_core::weight::WeightSource;
use planner_sheets::workbook::{Cell, Column};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Header of the mass that counts.
pub(crate) const TOTAL: &str = "kg total";
/// Header of the low end.
pub(crate) const LOW: &str = "kg low";
/// Header of the high end.
pub(crate) const HIGH: &str = "kg high";
/// Header of the certificates that an entity needs.
pub(crate) const GROSS: &str = "Gross I-TEC of the entity";
/// Header of the lines that are in no total.
pub(crate) const UNRESOLVED: &str = "Lines without a weight";

const FIRST_ROW: usize = 5;
const SUMMED: [&str; 12] = [
    "Lines",
    "Units",
    "kg by row",
    "kg by catalogue",
    "kg by own average",
    "kg by default",
    TOTAL,
    LOW,
    HIGH,
    UNRESOLVED,
    GROSS,
    "kg refurbished or used",
];

type Key = (Option<String>, Option<String>, Scope3Category);

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let mut groups: BTreeMap<Key, Vec<&LineGroup>> = BTreeMap::new();
    for group in &disclosure.known.year.groups {
        let key = (group.entity.clone(), group.category.clone(), group.scope3);
        groups.entry(key).or_default().push(group);
    }
    let of = |groups: &Vec<&LineGroup>| {
        range(groups.iter().copied().filter(|group| group.condition.counts_as_new()))
    };
    let ranges: Vec<NewMass> = groups.values().map(of).collect();
    let ranges = shares(disclosure.known.year.mass(), &ranges);
    let gross = gross_by_entity(disclosure);
    let mut seen = BTreeSet::new();
    let last = FIRST_ROW + groups.len().max(1) - 1;
    let mut rows = TracedRows::new(disclosure.year());
    for (number, ((key, groups), range)) in (FIRST_ROW..).zip(groups.iter().zip(ranges)) {
        let needed = seen.insert(key.0.clone()).then(|| gross.get(&key.0).copied().unwrap_or(0));
        let gross = needed.map(|needed| gross_cell((number, last), needed));
        rows.push(row(disclosure, key, (groups, range), gross), Some(figure(key)));
    }
    let notes = vec![
        format!("New hardware of reporting year {}", disclosure.year()),
        "Unknown condition counts as new. Gross I-TEC: the kg of an entity rounded up to whole certificates, once. Refurbished or used hardware is for information and in no total; what is left out stands on sheet Exclusions. kg low and kg high: the ends of the 90 % range of the year, laid out over the rows so that they add up.".into(),
    ];
    let sheet = DisclosureSheet::data("Requirement", notes, (columns(), 34), rows);
    let holds = Holds::Lines(CheckCode::WeightsResolved);
    DisclosureSheet { holds, ..sheet.with_totals("All new hardware", &SUMMED) }
}

fn columns() -> Vec<Column> {
    let names = [words("Entity", 24), words("Category", 16), words("Scope 3 category", 10)];
    let amounts = SUMMED.map(|header| number(header, 14));
    names.into_iter().chain(amounts).collect()
}

fn row(
    disclosure: &Disclosure,
    key: &Key,
    (groups, range): (&[&LineGroup], NewMass),
    gross: Option<Cell>,
) -> Vec<Cell> {
    let new: Vec<_> = groups.iter().filter(|group| group.condition.counts_as_new()).collect();
    let weighed = |group: &&&&LineGroup| group.source != WeightSource::Unresolved;
    let mut cells = vec![
        text(disclosure.entity_name(key.0.as_deref())),
        text(key.1.as_deref().unwrap_or("none")),
        text(key.2.number().to_string()),
        Cell::Integer(new.iter().filter(weighed).map(|group| group.lines).sum()),
        Cell::Integer(new.iter().filter(weighed).map(|group| group.quantity).sum()),
    ];
    for source in
        [WeightSource::Row, WeightSource::Catalogue, WeightSource::OwnAverage, WeightSource::Default]
    {
        cells.push(mass(new.iter().filter(|group| group.source == source).map(|group| group.mid).sum()));
    }
    cells.extend([mass(range.mid), mass(range.low), mass(range.high)]);
    let unresolved = new.iter().filter(|group| group.source == WeightSource::Unresolved);
    cells.push(Cell::Integer(unresolved.map(|group| group.lines).sum()));
    cells.push(gross.unwrap_or(Cell::Empty));
    let other = groups.iter().filter(|group| !group.condition.counts_as_new());
    cells.push(mass(other.map(|group| group.mid).sum()));
    cells
}

fn figure((entity, category, scope3): &Key) -> FigureId {
    let scope3 = Some(*scope3);
    FigureId::Category(CategoryKey { category: category.clone(), scope3, entity: entity.clone() })
}

fn gross_by_entity(disclosure: &Disclosure) -> BTreeMap<Option<String>, i64> {
    let mut masses: BTreeMap<Option<String>, Mass> = BTreeMap::new();
    for group in disclosure.known.year.new_groups() {
        let mass = masses.entry(group.entity.clone()).or_default();
        *mass = *mass + group.mid;
    }
    masses.into_iter().map(|(entity, mass)| (entity, mass.certificates_rounded_up())).collect()
}

/// Rounded up over all rows of the row's entity, in whatever order they are sorted. Masses are whole milligrams.
fn gross_cell((row, last): (usize, usize), gross: i64) -> Cell {
    let entities = format!("$A${FIRST_ROW}:$A${last}");
    let kilograms = format!("$J${FIRST_ROW}:$J${last}");
    let sum = format!("SUMPRODUCT(EXACT({entities},A{row})*{kilograms})");
    Cell::Formula { formula: format!("=MAX(0,ROUNDUP(ROUND({sum},6),0))"), value: Decimal::from(gross) }
}
