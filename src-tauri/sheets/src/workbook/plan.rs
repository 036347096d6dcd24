//! The plan as a workbook: its drivers are cells, and everything that follows from them is a live formula with the
//! app's own value beside it.

mod cost;
mod drivers;
mod mass;
mod own;
mod pen;
mod stock;

use super::WriteError;
use chrono::NaiveDate;
use pen::Book;
use planner_core::plan::Plan;
use planner_core::plan::driver::Drivers;
use planner_core::plan::known::Known;
use rust_decimal::Decimal;

/// A scenario beside the one that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its name.
    pub name: String,
    /// Year, needed, to buy and cost.
    pub years: Vec<(i32, i64, i64, Decimal)>,
}

/// One driver moved alone: its name and step, and what the cost is to either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The driver and its step, in words.
    pub name: String,
    /// Cost with it moved to the side that lowers it.
    pub lower: Decimal,
    /// Cost with it moved to the other.
    pub higher: Decimal,
}

/// Everything that a plan's workbook is made of.
#[derive(Clone, Copy, Debug)]
pub struct PlanBook<'a> {
    /// The scenario's name.
    pub name: &'a str,
    /// The day it is written.
    pub created: NaiveDate,
    /// What was known.
    pub known: &'a Known,
    /// What was turned.
    pub drivers: &'a Drivers,
    /// What followed.
    pub plan: &'a Plan,
    /// All scenarios.
    pub beside: &'a [Beside],
    /// What the years to come cost whatever the budget.
    pub base: Decimal,
    /// What moves that.
    pub moved: &'a [Moved],
}

/// Writes the workbook.
pub fn plan_workbook(book: &PlanBook) -> Result<Vec<u8>, WriteError> {
    let mut out = Book::new(book.name, book.created)?;
    let is_live = cost::follows_from_formulas(book);
    readme(&mut out, book, is_live)?;
    let drivers = drivers::write(&mut out, book)?;
    let mass = mass::write(&mut out, book, &drivers)?;
    let own = own::write(&mut out, book, &drivers)?;
    let stock = stock::write(&mut out, book, &drivers, &mass, &own)?;
    let costs = cost::purchases(&mut out, book, &drivers, &stock, is_live)?;
    cost::budget(&mut out, book, &drivers, &mass, (&stock, &costs))?;
    beside(&mut out, book.beside)?;
    sensitivity(&mut out, book)?;
    out.bytes()
}

fn readme(out: &mut Book, book: &PlanBook, is_live: bool) -> Result<(), WriteError> {
    let mut sheet = out.sheet("README", &[34.0, 100.0])?;
    let purchases = if is_live {
        "The purchases are formulas, too: each year's need is bought in the year and vintage that cost least within the years one may buy ahead, and as far as the budget reaches."
    } else {
        "The purchases are those the app chose: with budgets over several years, lots or minimum orders the choice is more than a formula can make. Their quantities are cells of the sheet Purchases; what they cost follows."
    };
    let rows = [
        ("Plan", book.name.to_owned()),
        ("As of", book.known.today.to_string()),
        ("How to read it", "Change a value on the sheet Drivers and every formula follows. Beside each stands the app's own value as it was written.".to_owned()),
        ("Purchases", purchases.to_owned()),
        ("Rounding", "A planned mass is rounded to whole kilograms, half to even, once per entity or provider; certificates are rounded up once per entity and year, own ones down per provider.".to_owned()),
        ("Fixed here", "A refresh cycle, retired mass as a share of what was bought, and the years themselves are set in the app.".to_owned()),
    ];
    for (row, (name, text)) in rows.iter().enumerate() {
        sheet.head(row, 0, name)?;
        sheet.text(row, 1, text)?;
    }
    out.done(sheet);
    Ok(())
}

fn beside(out: &mut Book, plans: &[Beside]) -> Result<(), WriteError> {
    let mut sheet = out.sheet("Scenarios", &[28.0, 10.0, 14.0, 14.0, 16.0])?;
    for (column, head) in ["Scenario", "Year", "Needed", "To buy", "Cost"].iter().enumerate() {
        sheet.head(0, column, head)?;
    }
    let mut row = 1;
    for plan in plans {
        for (year, needed, to_buy, cost) in &plan.years {
            sheet.text(row, 0, &plan.name)?;
            sheet.number(row, 1, Decimal::from(*year))?;
            sheet.number(row, 2, Decimal::from(*needed))?;
            sheet.number(row, 3, Decimal::from(*to_buy))?;
            sheet.number(row, 4, *cost)?;
            row += 1;
        }
    }
    out.done(sheet);
    Ok(())
}

fn sensitivity(out: &mut Book, book: &PlanBook) -> Result<(), WriteError> {
    let mut sheet = out.sheet("Sensitivity", &[30.0, 18.0, 18.0, 18.0, 18.0])?;
    for (column, head) in ["Driver alone", "Cost, lower", "Cost, higher", "Less", "More"].iter().enumerate() {
        sheet.head(0, column, head)?;
    }
    let base = book.base;
    sheet.head(1, 0, "The years to come, whatever the budget")?;
    sheet.number(1, 1, base)?;
    for (position, moved) in book.moved.iter().enumerate() {
        let row = position + 2;
        sheet.text(row, 0, &moved.name)?;
        sheet.number(row, 1, moved.lower)?;
        sheet.number(row, 2, moved.higher)?;
        sheet.formula(row, 3, &format!("$B$2-B{}", row + 1), base - moved.lower)?;
        sheet.formula(row, 4, &format!("C{}-$B$2", row + 1), moved.higher - base)?;
    }
    out.done(sheet);
    Ok(())
}
