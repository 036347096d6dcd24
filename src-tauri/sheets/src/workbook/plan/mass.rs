//! The sheet New mass: hardware by entity and category, rounded by entity, and the certificates it needs.

use super::PlanBook;
use super::drivers::{POINTS, Places, REFURBISHED, TARGET};
use super::pen::{Book, Sheet, at, on};
use crate::workbook::WriteError;
use planner_core::mass::Mass;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const SHEET: &str = "New mass";

/// Where the needs stand.
pub(super) struct Needs {
    needed: usize,
}

impl Needs {
    /// Certificates needed in a year.
    pub fn of(&self, position: usize) -> String {
        on(SHEET, self.needed, position + 2)
    }
}

pub(super) fn write(out: &mut Book, book: &PlanBook, places: &Places) -> Result<Needs, WriteError> {
    let mut sheet = out.sheet(SHEET, &[26.0, 20.0])?;
    let groups = places.groups.len();
    let (demand, new) = (1, groups + 4);
    heads(&mut sheet, book, demand - 1, "All hardware bought, kg")?;
    heads(&mut sheet, book, new - 1, "Of it new, kg")?;
    for group in 0..groups {
        name(&mut sheet, places, group, demand + group)?;
        name(&mut sheet, places, group, new + group)?;
        for position in 0..book.known.years.len() {
            write_demand(&mut sheet, book, places, group, position, demand)?;
            let share = format!(
                "MAX(0,MIN(100,IF({own}=\"\",(1-{new})*100,{own})+{points}))",
                own = places.year(position, REFURBISHED),
                new = places.group(group, 5),
                points = places.single(POINTS)
            );
            let formula = format!("{}*(1-{share}/100)", at(demand + group, position + 2));
            sheet.formula_of(new + group, position + 2, &formula)?;
        }
    }
    let entities = entities(book);
    let rounded = new + groups + 3;
    heads(&mut sheet, book, rounded - 1, "New mass by entity, kg")?;
    for (number, entity) in entities.iter().enumerate() {
        sheet.text(rounded + number, 0, entity.as_deref().unwrap_or("–"))?;
        for position in 0..book.known.years.len() {
            write_entity(&mut sheet, book, places, (entity, rounded + number), position, new)?;
        }
    }
    let sums = rounded + entities.len() + 2;
    write_sums(&mut sheet, book, places, (rounded, entities.len()), sums)?;
    out.done(sheet);
    Ok(Needs { needed: sums + 4 })
}

fn heads(sheet: &mut Sheet, book: &PlanBook, row: usize, title: &str) -> Result<(), WriteError> {
    sheet.head(row, 0, title)?;
    for (position, year) in book.known.years.iter().enumerate() {
        sheet.head(row, position + 2, &year.year.to_string())?;
    }
    Ok(())
}

fn name(sheet: &mut Sheet, places: &Places, group: usize, row: usize) -> Result<(), WriteError> {
    let group = &places.groups[group];
    sheet.text(row, 0, group.entity.as_deref().unwrap_or("–"))?;
    sheet.text(row, 1, group.category.as_deref().unwrap_or("–"))
}

/// What was bought of a group in a year that is known, kg.
fn bought(book: &PlanBook, places: &Places, group: usize, year: i32) -> Option<Decimal> {
    let group = &places.groups[group];
    let of = |groups: &[planner_core::plan::known::Bought]| {
        let same = groups.iter().filter(|one| one.entity == group.entity && one.category == group.category);
        let masses: Vec<Decimal> = same.map(|one| (one.new + one.refurbished).kilograms()).collect();
        (!masses.is_empty()).then(|| masses.into_iter().sum())
    };
    let known = book.known;
    let passed = known.years.iter().find(|one| one.year == year && one.is_passed);
    let past = known.history.iter().chain([&known.base]).find(|one| one.year == year);
    passed.and_then(|one| of(&one.bought)).or_else(|| past.and_then(|one| of(&one.groups)))
}

fn write_demand(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    group: usize,
    position: usize,
    first: usize,
) -> Result<(), WriteError> {
    let (row, column) = (first + group, position + 2);
    let year = &book.known.years[position];
    if year.is_passed {
        return sheet.number(row, column, bought(book, places, group, year.year).unwrap_or_default());
    }
    if year.year <= book.known.base.year {
        return sheet.formula_of(row, column, &places.group(group, 4));
    }
    let lighter = format!("(1+{}/100)", places.group(group, 3));
    let planned = |wanted: i32| {
        let found = book.known.years.iter().position(|one| one.year == wanted)?;
        let is_known = !book.known.years[found].is_passed || bought(book, places, group, wanted).is_some();
        is_known.then(|| at(row, found + 2))
    };
    let cycle = book.drivers.refresh.as_ref().and_then(|refresh| {
        let wanted = year.year - refresh.cycle;
        let mass =
            planned(wanted).or_else(|| bought(book, places, group, wanted).map(|mass| mass.to_string()))?;
        Some(format!("{mass}*((1+{}/100)*{lighter})^{}", refresh.fleet_growth, refresh.cycle))
    });
    let formula = cycle.unwrap_or_else(|| {
        let last = planned(year.year - 1).unwrap_or_else(|| places.group(group, 4));
        format!("{last}*(1+{}/100)*{lighter}", places.group(group, 2))
    });
    sheet.formula_of(row, column, &format!("MAX(0,{formula})"))
}

fn entities(book: &PlanBook) -> Vec<Option<String>> {
    let base = book.known.base.groups.iter();
    let years = book.known.years.iter().flat_map(|year| &year.bought);
    let entities: BTreeSet<_> = base.chain(years).map(|one| one.entity.clone()).collect();
    entities.into_iter().collect()
}

fn write_entity(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    (entity, row): (&Option<String>, usize),
    position: usize,
    new: usize,
) -> Result<(), WriteError> {
    let year = &book.known.years[position];
    let so_far: Mass = year.bought.iter().filter(|one| one.entity == *entity).map(|one| one.new).sum();
    let column = position + 2;
    let of_entity = |group: &super::drivers::Group| group.entity == *entity;
    let first = places.groups.iter().position(of_entity);
    let last = places.groups.iter().rposition(of_entity);
    match first.zip(last).filter(|_| !year.is_passed) {
        Some((first, last)) => {
            let sum = format!("SUM({}:{})", at(new + first, column), at(new + last, column));
            let rounded = half_even(&sum);
            sheet.formula_of(row, column, &format!("MAX({rounded},{})", so_far.kilograms()))
        }
        None => sheet.number(row, column, so_far.kilograms()),
    }
}

/// A formula's value as a whole number, half to even.
pub(super) fn half_even(formula: &str) -> String {
    let value = format!("ROUND({formula},6)");
    format!("IF(ABS(MOD({value},1)-0.5)<0.0000001,2*ROUND({value}/2,0),ROUND({value},0))")
}

fn write_sums(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    (first, count): (usize, usize),
    row: usize,
) -> Result<(), WriteError> {
    heads(sheet, book, row - 1, "In all")?;
    let names = ["New mass, kg", "the app's", "Gross", "the app's", "Needed", "the app's"];
    for (position, name) in names.iter().enumerate() {
        sheet.head(row + position, 0, name)?;
    }
    for (position, year) in book.plan.years.iter().enumerate() {
        let column = position + 2;
        let masses = format!("{}:{}", at(first, column), at(first + count.max(1) - 1, column));
        sheet.formula(row, column, &format!("SUM({masses})"), year.new.mid.kilograms())?;
        sheet.number(row + 1, column, year.new.mid.kilograms())?;
        let gross = format!("SUMPRODUCT(ROUNDUP(ROUND({masses},6),0))");
        sheet.formula(row + 2, column, &gross, year.gross.into())?;
        sheet.number(row + 3, column, year.gross.into())?;
        let target = places.year(position, TARGET);
        let needed = format!("ROUNDUP(ROUND({}*{target}/100,6),0)", at(row + 2, column));
        sheet.formula(row + 4, column, &needed, year.needed.mid.into())?;
        sheet.number(row + 5, column, year.needed.mid.into())?;
    }
    Ok(())
}
