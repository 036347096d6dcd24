//! The sheet Inventory by vintage: what is there serves each year, reserved units first, then first expiring first.

use super::PlanBook;
use super::drivers::{LOCKED, Places, RETIRED, SERVED_ON};
use super::mass::Needs;
use super::own::Issued;
use super::pen::{Book, Sheet, at, on};
use crate::workbook::WriteError;
use chrono::NaiveDate;
use planner_core::ledger::lot::last_usable_day;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const SHEET: &str = "Inventory by vintage";
/// Columns before the first year, and of each year: available, expired, used, closing.
const FIRST: usize = 5;
const EACH: usize = 4;

/// Where the uncovered needs stand.
pub(super) struct Uncovered {
    row: usize,
}

impl Uncovered {
    /// Units of a year that nothing in stock serves.
    pub fn of(&self, position: usize) -> String {
        on(SHEET, self.row, FIRST + position * EACH + 2)
    }

    /// Units in stock that serve a year.
    pub fn used(&self, position: usize) -> String {
        on(SHEET, self.row - 2, FIRST + position * EACH + 2)
    }
}

/// Units alike in when they serve, with what comes in each year.
struct Parcel {
    what: &'static str,
    expires_on: NaiveDate,
    vintage: i32,
    reserved_for: Option<i32>,
    is_for_sale: bool,
    opening: i64,
    arrives: Vec<String>,
}

pub(super) fn write(
    out: &mut Book,
    book: &PlanBook,
    places: &Places,
    needs: &Needs,
    issued: &Issued,
) -> Result<Uncovered, WriteError> {
    let mut sheet = out.sheet(SHEET, &[14.0, 10.0, 12.0, 12.0, 12.0])?;
    let parcels = parcels(book, issued);
    for (column, head) in
        ["Units", "Vintage", "Usable until", "Reserved for", "At the beginning"].iter().enumerate()
    {
        sheet.head(1, column, head)?;
    }
    for (position, year) in book.known.years.iter().enumerate() {
        for (offset, head) in ["available", "expired", "used", "left"].iter().enumerate() {
            sheet.head(1, FIRST + position * EACH + offset, &format!("{} {head}", year.year))?;
        }
    }
    let first = 2;
    for (number, parcel) in parcels.iter().enumerate() {
        write_parcel(&mut sheet, book, places, (needs, first), (number, parcel))?;
    }
    let row = first + parcels.len() + 1;
    write_sums(&mut sheet, book, places, needs, (first, parcels.len(), row))?;
    out.done(sheet);
    Ok(Uncovered { row: row + 2 })
}

/// Reserved units first; within both, in the order in which they are retired.
fn parcels(book: &PlanBook, issued: &Issued) -> Vec<Parcel> {
    let known = book.known;
    let mut stock: BTreeMap<(NaiveDate, i32, Option<i32>, bool), i64> = BTreeMap::new();
    for parcel in &known.stock {
        let key = (parcel.expires_on, parcel.vintage, parcel.reserved_for, parcel.for_sale.is_some());
        *stock.entry(key).or_default() += parcel.quantity;
    }
    let mut parcels: Vec<Parcel> = stock
        .into_iter()
        .map(|((expires_on, vintage, reserved_for, is_for_sale), opening)| Parcel {
            what: if is_for_sale { "for sale" } else { "held" },
            is_for_sale,
            expires_on,
            vintage,
            reserved_for,
            opening,
            arrives: Vec::new(),
        })
        .collect();
    let coming = |what, vintage, arrives| Parcel {
        what,
        expires_on: last_usable_day(vintage).unwrap_or(NaiveDate::MAX),
        vintage,
        reserved_for: None,
        is_for_sale: false,
        opening: 0,
        arrives,
    };
    let years = || 0..known.years.len();
    for (row, vintage) in issued.vintages.iter().enumerate() {
        parcels.push(coming("own", *vintage, years().map(|year| issued.of(row, year)).collect()));
    }
    for order in &known.ordered {
        let comes = |year: usize| known.ordered_in(year).any(|one| std::ptr::eq(one, order));
        let arrives = years().map(|year| if comes(year) { order.quantity.to_string() } else { "0".into() });
        parcels.push(coming("on order", order.vintage, arrives.collect()));
    }
    parcels.sort_by_key(|parcel| (parcel.reserved_for.is_none(), parcel.expires_on, parcel.vintage));
    parcels
}

fn write_parcel(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    (needs, first): (&Needs, usize),
    (number, parcel): (usize, &Parcel),
) -> Result<(), WriteError> {
    let row = first + number;
    sheet.text(row, 0, parcel.what)?;
    sheet.number(row, 1, parcel.vintage.into())?;
    sheet.day(row, 2, parcel.expires_on)?;
    if let Some(year) = parcel.reserved_for {
        sheet.number(row, 3, year.into())?;
    }
    sheet.number(row, 4, parcel.opening.into())?;
    for (position, year) in book.known.years.iter().enumerate() {
        let column = FIRST + position * EACH;
        let before = if position == 0 { at(row, 4) } else { at(row, column - 1) };
        let arrives = parcel.arrives.get(position).map_or("0", String::as_str);
        sheet.formula_of(row, column, &format!("{before}+{arrives}"))?;
        let available = at(row, column);
        let expired = format!("IF($C${}<{},{available},0)", row + 1, places.year(position, SERVED_ON));
        sheet.formula_of(row, column + 1, &expired)?;
        let above = if number == 0 {
            "0".to_owned()
        } else {
            format!("SUM({}:{})", at(first, column + 2), at(row - 1, column + 2))
        };
        let need = need(places, needs, position);
        let used = format!("MAX(0,MIN({available}-{},{need}-{above}))", at(row, column + 1));
        let is_sold = parcel.is_for_sale && !year.is_passed;
        let serves = !is_sold && parcel.reserved_for.is_none_or(|reserved| reserved == year.year);
        sheet.formula_of(row, column + 2, if serves { &used } else { "0" })?;
        let left = format!("{available}-{}-{}", at(row, column + 1), at(row, column + 2));
        sheet.formula_of(row, column + 3, if is_sold { "0" } else { &left })?;
    }
    Ok(())
}

/// What a year still needs when it begins.
fn need(places: &Places, needs: &Needs, position: usize) -> String {
    let (locked, retired) = (places.year(position, LOCKED), places.year(position, RETIRED));
    format!("IF({locked}=1,0,MAX(0,{}-{retired}))", needs.of(position))
}

fn write_sums(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    needs: &Needs,
    (first, count, row): (usize, usize, usize),
) -> Result<(), WriteError> {
    for (offset, name) in ["In all", "the app's", "Not covered", "the app's"].iter().enumerate() {
        sheet.head(row + offset, 0, name)?;
    }
    for (position, year) in book.plan.years.iter().enumerate() {
        let column = FIRST + position * EACH;
        for offset in 0..EACH {
            let column = column + offset;
            let sum = format!("SUM({}:{})", at(first, column), at(first + count.max(1) - 1, column));
            sheet.formula_of(row, column, &sum)?;
        }
        // Units bought are no part of this sheet: they are kept for the year they were bought for.
        let used = year.own + year.carried + year.ordered;
        sheet.number(row + 1, column + 2, used.into())?;
        let uncovered = format!("{}-{}", need(places, needs, position), at(row, column + 2));
        let bought = year.total.used - used;
        let short = year.shortfall.map_or(0, |short| short.quantity);
        sheet.formula_of(row + 2, column + 2, &uncovered)?;
        sheet.number(row + 3, column + 2, Decimal::from(bought + short))?;
    }
    Ok(())
}
