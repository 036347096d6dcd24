//! The sheet Drivers: every value that may be turned, a year a row, then single values, hardware and providers.

use super::PlanBook;
use super::pen::{Book, Sheet, at, on};
use crate::workbook::WriteError;
use planner_core::plan::driver::{Drivers, Retired};
use planner_core::plan::known::Bought;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Name of the sheet.
pub(super) const SHEET: &str = "Drivers";
/// Columns of a year.
pub(super) const SERVED_ON: usize = 1;
pub(super) const LOCKED: usize = 3;
pub(super) const RETIRED: usize = 4;
pub(super) const TARGET: usize = 5;
pub(super) const REFURBISHED: usize = 6;
pub(super) const SOLD: usize = 7;
pub(super) const BUDGET: usize = 8;
pub(super) const COMMITTED: usize = 9;
pub(super) const SENT: usize = 10;
pub(super) const PRICE: usize = 11;
const HEADS: [&str; 15] = [
    "Year",
    "Served on",
    "Passed",
    "Locked",
    "Retired already",
    "Target %",
    "Refurbished %",
    "Own units sold %",
    "Budget",
    "On order, cost",
    "Retired hardware kg",
    "Price, vintage of the year",
    "Price, 1 year old",
    "Price, 2 years old",
    "Price, 3 years old",
];
/// Single values, in order.
pub(super) const GROWTH: usize = 0;
pub(super) const WEIGHT: usize = 1;
pub(super) const POINTS: usize = 2;
pub(super) const LAG: usize = 3;
pub(super) const AHEAD: usize = 4;
pub(super) const EARLIEST: usize = 5;

/// Hardware of one entity and category in the base year.
pub(super) struct Group {
    pub entity: Option<String>,
    pub category: Option<String>,
    pub demand: Decimal,
    pub new: Decimal,
}

/// Where things stand on the sheet.
pub(super) struct Places {
    pub groups: Vec<Group>,
    singles: usize,
    first_group: usize,
    first_provider: usize,
}

impl Places {
    /// A value of a year.
    pub fn year(&self, position: usize, column: usize) -> String {
        on(SHEET, position + 1, column)
    }
    /// A single value.
    pub fn single(&self, which: usize) -> String {
        on(SHEET, self.singles + which, 1)
    }
    /// A value of a group: 2 growth, 3 weight, 4 base demand, 5 new share.
    pub fn group(&self, group: usize, column: usize) -> String {
        on(SHEET, self.first_group + group, column)
    }
    /// Mass sent to a provider in the base year.
    pub fn sent(&self, provider: usize) -> String {
        on(SHEET, self.first_provider + provider, 1)
    }
    /// Yield of a provider in a year.
    pub fn yields(&self, provider: usize, position: usize) -> String {
        on(SHEET, self.first_provider + provider, position + 2)
    }
}

/// The base year's hardware by entity and category.
fn groups(bought: &[Bought]) -> Vec<Group> {
    let mut sums: BTreeMap<(Option<String>, Option<String>), (Decimal, Decimal)> = BTreeMap::new();
    for one in bought {
        let sum = sums.entry((one.entity.clone(), one.category.clone())).or_default();
        *sum = (sum.0 + (one.new + one.refurbished).kilograms(), sum.1 + one.new.kilograms());
    }
    let group = |((entity, category), (demand, new)): (_, (Decimal, Decimal))| Group {
        entity,
        category,
        demand,
        new: new.checked_div(demand).unwrap_or(Decimal::ONE),
    };
    sums.into_iter().map(group).collect()
}

pub(super) fn write(out: &mut Book, book: &PlanBook) -> Result<Places, WriteError> {
    let years = book.known.years.len();
    let groups = groups(&book.known.base.groups);
    let singles = years + 3;
    let first_group = singles + 8;
    let first_provider = first_group + groups.len() + 3;
    let places = Places { groups, singles, first_group, first_provider };
    let mut sheet =
        out.sheet(SHEET, &[30.0, 16.0, 12.0, 12.0, 14.0, 12.0, 14.0, 14.0, 14.0, 14.0, 18.0, 14.0, 14.0])?;
    write_years(&mut sheet, book, &places)?;
    write_singles(&mut sheet, book.drivers, &places)?;
    write_groups(&mut sheet, book.drivers, &places)?;
    write_providers(&mut sheet, book, &places)?;
    out.done(sheet);
    Ok(places)
}

fn write_years(sheet: &mut Sheet, book: &PlanBook, places: &Places) -> Result<(), WriteError> {
    for (column, head) in HEADS.iter().enumerate() {
        sheet.head(0, column, head)?;
    }
    let drivers = book.drivers;
    let sent = planner_core::plan::retired_kilograms(book.known, drivers).unwrap_or_default();
    let all: Decimal = book.known.sent.iter().map(|one| one.sent.kilograms()).sum();
    // A workbook with a share of one entity is of that entity alone.
    let entity = places.groups.first().and_then(|group| group.entity.as_deref());
    for (position, year) in book.known.years.iter().enumerate() {
        let row = position + 1;
        sheet.number(row, 0, year.year.into())?;
        sheet.day(row, SERVED_ON, year.served_on)?;
        sheet.number(row, 2, i64::from(year.is_passed).into())?;
        sheet.number(row, LOCKED, i64::from(year.is_locked).into())?;
        sheet.number(row, RETIRED, year.retired.into())?;
        sheet.number(row, TARGET, drivers.target.at(position))?;
        if let Some(share) = drivers.refurbished_of(entity, position) {
            sheet.number(row, REFURBISHED, share)?;
        }
        sheet.number(row, SOLD, drivers.sold.at(position))?;
        if let Some(budget) = &drivers.budget {
            sheet.number(row, BUDGET, budget.at(position))?;
        }
        sheet.number(row, COMMITTED, book.known.committed(position))?;
        let mass = sent.get(position).copied().unwrap_or_default();
        match drivers.retired {
            Retired::AsHardware => {
                let years = (year.year - book.known.base.year).max(0);
                let formula = format!("{all}*(1+{}/100)^{years}", places.single(GROWTH));
                sheet.formula(row, SENT, &formula, mass)?;
            }
            _ => sheet.number(row, SENT, mass)?,
        }
        for age in 0..4 {
            let Some(price) = drivers.price(age, position) else { continue };
            if age < drivers.prices.len() {
                sheet.number(row, PRICE + age, price)?;
            } else {
                // Vintages that nobody priced cost what the younger ones do.
                sheet.formula(row, PRICE + age, &at(row, PRICE + age - 1), price)?;
            }
        }
    }
    Ok(())
}

fn write_singles(sheet: &mut Sheet, drivers: &Drivers, places: &Places) -> Result<(), WriteError> {
    let singles: [(&str, Option<Decimal>); 6] = [
        ("Hardware growth, % a year", Some(drivers.growth.all)),
        ("Weight per device, % a year", Some(drivers.weight.all)),
        ("Refurbished, points added", Some(drivers.refurbished_points)),
        ("Months from shipment to issue", Some(drivers.issue_lag_months.into())),
        ("Years one may buy ahead", Some(drivers.years_ahead.into())),
        ("Earliest vintage accepted", Some(drivers.earliest_vintage.unwrap_or_default().into())),
    ];
    for (position, (name, value)) in singles.into_iter().enumerate() {
        sheet.head(places.singles + position, 0, name)?;
        if let Some(value) = value {
            sheet.number(places.singles + position, 1, value)?;
        }
    }
    Ok(())
}

fn write_groups(sheet: &mut Sheet, drivers: &Drivers, places: &Places) -> Result<(), WriteError> {
    let heads = ["Entity", "Category", "Growth %", "Weight %", "Bought in the base year kg", "New share"];
    for (column, head) in heads.iter().enumerate() {
        sheet.head(places.first_group - 1, column, head)?;
    }
    for (position, group) in places.groups.iter().enumerate() {
        let row = places.first_group + position;
        let category = group.category.as_deref();
        sheet.text(row, 0, group.entity.as_deref().unwrap_or("–"))?;
        sheet.text(row, 1, category.unwrap_or("–"))?;
        for (column, rates, single) in [(2, &drivers.growth, GROWTH), (3, &drivers.weight, WEIGHT)] {
            let entity = group.entity.as_deref();
            let rate = rates.of(entity, category);
            let is_own = entity.is_some_and(|entity| rates.by_entity.contains_key(entity));
            if is_own || category.is_some_and(|category| rates.by_category.contains_key(category)) {
                sheet.number(row, column, rate)?;
            } else {
                sheet.formula(row, column, &places.single(single), rate)?;
            }
        }
        sheet.number(row, 4, group.demand)?;
        sheet.number(row, 5, group.new)?;
    }
    Ok(())
}

fn write_providers(sheet: &mut Sheet, book: &PlanBook, places: &Places) -> Result<(), WriteError> {
    let senders = planner_core::plan::senders(book.known, book.drivers);
    let head = places.first_provider - 1;
    sheet.head(head, 0, "Provider")?;
    sheet.head(head, 1, "Sent in the base year kg")?;
    for (position, year) in book.known.years.iter().enumerate() {
        sheet.head(head, position + 2, &format!("Yield {} %", year.year))?;
    }
    for (provider, one) in senders.iter().enumerate() {
        let row = places.first_provider + provider;
        sheet.text(row, 0, one.provider.as_deref().unwrap_or("All providers"))?;
        sheet.number(row, 1, one.sent.kilograms())?;
        for position in 0..book.known.years.len() {
            let percent = planner_core::plan::yield_percent(one, book.drivers, position);
            sheet.number(row, position + 2, percent)?;
        }
    }
    Ok(())
}
