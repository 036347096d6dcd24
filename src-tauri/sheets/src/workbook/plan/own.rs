//! The sheet Own units: restored mass by provider, issued with the lag, less what is sold.

use super::PlanBook;
use super::drivers::{LAG, Places, SENT, SOLD};
use super::mass::half_even;
use super::pen::{Book, Sheet, at, on};
use crate::workbook::WriteError;
use rust_decimal::Decimal;

const SHEET: &str = "Own units";

/// Where issued units stand, by vintage and year.
pub(super) struct Issued {
    first: usize,
    /// The vintages, each a row: of the plan's years, then of what is expected already.
    pub vintages: Vec<i32>,
}

impl Issued {
    /// Units of a vintage's row issued and not sold in a year.
    pub fn of(&self, row: usize, position: usize) -> String {
        on(SHEET, self.first + row, position + 2)
    }
}

pub(super) fn write(out: &mut Book, book: &PlanBook, places: &Places) -> Result<Issued, WriteError> {
    let mut sheet = out.sheet(SHEET, &[32.0, 14.0])?;
    let years = &book.known.years;
    let senders = planner_core::plan::senders(book.known, book.drivers);
    let providers = senders.len();
    let all: Decimal = book.known.sent.iter().map(|one| one.sent.kilograms()).sum();
    head(&mut sheet, book, 0, "Certificates of a year's shipments")?;
    for (provider, one) in senders.iter().enumerate() {
        sheet.text(1 + provider, 0, one.provider.as_deref().unwrap_or("All providers"))?;
        for (position, year) in years.iter().enumerate() {
            if year.is_passed || all.is_zero() {
                sheet.number(1 + provider, position + 2, Decimal::ZERO)?;
                continue;
            }
            let mass = format!("{}/{all}*{}", places.sent(provider), places.year(position, SENT));
            let restored = format!("{mass}*{}/100", places.yields(provider, position));
            sheet.formula_of(1 + provider, position + 2, &half_even(&restored))?;
        }
    }
    let early = providers + 2;
    lagged(&mut sheet, book, places, (1, providers), early)?;
    let first = early + 4;
    let mut vintages: Vec<i32> = years.iter().map(|year| year.year).collect();
    head(&mut sheet, book, first - 1, "Issued and not sold, by vintage")?;
    for (vintage, year) in years.iter().enumerate() {
        sheet.number(first + vintage, 0, year.year.into())?;
        for position in 0..years.len() {
            let lag = format!("INT({}/12)", places.single(LAG));
            let [soon, late] = [0, 1].map(|row| at(early + row, vintage + 2));
            let issued = format!(
                "(IF({position}={vintage}+{lag},{soon},0)+IF({position}={vintage}+{lag}+1,{late},0))"
            );
            sheet.formula_of(first + vintage, position + 2, &unsold(&issued, places, position))?;
        }
    }
    for expected in &book.known.expected {
        let row = first + vintages.len();
        vintages.push(expected.vintage);
        sheet.number(row, 0, expected.vintage.into())?;
        sheet.text(row, 1, "expected already")?;
        let at = years.iter().position(|year| year.year >= expected.year);
        for position in 0..years.len() {
            let quantity = if at == Some(position) { expected.quantity } else { 0 };
            sheet.formula_of(row, position + 2, &unsold(&quantity.to_string(), places, position))?;
        }
    }
    out.done(sheet);
    Ok(Issued { first, vintages })
}

fn head(sheet: &mut Sheet, book: &PlanBook, row: usize, title: &str) -> Result<(), WriteError> {
    sheet.head(row, 0, title)?;
    for (position, year) in book.known.years.iter().enumerate() {
        sheet.head(row, position + 2, &year.year.to_string())?;
    }
    Ok(())
}

fn unsold(issued: &str, places: &Places, position: usize) -> String {
    let sold = places.year(position, SOLD);
    format!("{issued}-INT(ROUND({issued}*{sold}/100,6))")
}

/// What comes in the year of the shipment (or whole years later), and what comes one year after that.
fn lagged(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    (first, providers): (usize, usize),
    row: usize,
) -> Result<(), WriteError> {
    sheet.head(row, 0, "Issued soon")?;
    sheet.head(row + 1, 0, "Issued a year later")?;
    for (position, year) in book.known.years.iter().enumerate() {
        let column = position + 2;
        if providers == 0 {
            sheet.number(row, column, Decimal::ZERO)?;
            sheet.number(row + 1, column, Decimal::ZERO)?;
            continue;
        }
        let units = format!("{}:{}", at(first, column), at(first + providers - 1, column));
        let months = format!("(12-MOD({},12))", places.single(LAG));
        let soon = format!("SUMPRODUCT(INT(ROUND({units}*{months}/12,6)))");
        let late = format!("(SUM({units})-{soon})");
        let issued = year.issued;
        sheet.formula_of(row, column, &format!("{soon}-MIN({soon},{issued})"))?;
        sheet.formula_of(row + 1, column, &format!("{late}-MIN({late},{issued}-MIN({soon},{issued}))"))?;
    }
    Ok(())
}
