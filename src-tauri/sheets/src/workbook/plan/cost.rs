//! The sheets Purchases, and Cost and budget.

use super::PlanBook;
use super::drivers::{AHEAD, BUDGET, COMMITTED, EARLIEST, LOCKED, PRICE, Places, RETIRED, SERVED_ON};
use super::mass::Needs;
use super::pen::{Book, Sheet, at};
use super::stock::Uncovered;
use crate::workbook::WriteError;
use planner_core::plan::purchase::Window;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const SHEET: &str = "Purchases";

/// Where the purchases stand.
pub(super) struct Costs {
    last: usize,
    is_live: bool,
}

/// Whether the plan is what the formulas choose: each year's need in one purchase, where it costs least.
pub(super) fn follows_from_formulas(book: &PlanBook) -> bool {
    let drivers = book.drivers;
    if drivers.minimum_order > 1 || drivers.lot_size > 1 || drivers.prices.is_empty() {
        return false;
    }
    let windows = Window::all(book.known, drivers);
    let mut expected: BTreeMap<(i32, i32, i32), i64> = BTreeMap::new();
    for (position, year) in book.plan.years.iter().enumerate() {
        let short = year.shortfall.map_or(0, |short| short.quantity);
        let uncovered = year.total.used - year.own - year.carried - year.ordered + short;
        let usable = windows.iter().filter(|one| (one.position..=one.last).contains(&position));
        let best = usable.min_by_key(|one| (one.price, std::cmp::Reverse(one.vintage), one.position));
        let Some(best) = best else { continue };
        let limit = match book.plan.years[best.position].budget {
            Some(budget) if drivers.years_ahead == 0 && !best.price.is_zero() => {
                let left = (budget - year.committed).max(Decimal::ZERO);
                (left / best.price).floor().try_into().unwrap_or(i64::MAX)
            }
            _ => i64::MAX,
        };
        let units = uncovered.min(limit);
        if units > 0 {
            expected.insert((year.year, book.plan.years[best.position].year, best.vintage), units);
        }
    }
    let mut found: BTreeMap<(i32, i32, i32), i64> = BTreeMap::new();
    for line in book.plan.years.iter().flat_map(|year| &year.purchases) {
        for (served, units) in &line.serves {
            *found.entry((*served, line.year, line.vintage)).or_default() += units;
        }
    }
    found == expected
}

pub(super) fn purchases(
    out: &mut Book,
    book: &PlanBook,
    places: &Places,
    uncovered: &Uncovered,
    is_live: bool,
) -> Result<Costs, WriteError> {
    let mut sheet = out.sheet(SHEET, &[10.0, 10.0, 10.0, 12.0, 10.0, 12.0, 10.0, 14.0, 16.0, 14.0])?;
    let heads = [
        "For",
        "Bought in",
        "Vintage",
        "Price",
        "Possible",
        "Price if so",
        "Chosen",
        "Units",
        "Cost",
        "The app's units",
    ];
    for (column, head) in heads.iter().enumerate() {
        sheet.head(0, column, head)?;
    }
    let last =
        if is_live { live(&mut sheet, book, places, uncovered)? } else { fixed(&mut sheet, book, places)? };
    out.done(sheet);
    Ok(Costs { last, is_live })
}

/// Every way to serve a year, the younger vintage first; the first of the cheapest is chosen.
fn live(
    sheet: &mut Sheet,
    book: &PlanBook,
    places: &Places,
    uncovered: &Uncovered,
) -> Result<usize, WriteError> {
    let mut row = 1;
    for (position, year) in book.known.years.iter().enumerate() {
        let mut ways: Vec<(usize, i32)> = Vec::new();
        for bought in 0..=position {
            ways.extend((0..4).map(|age| (bought, book.known.years[bought].year - age)));
        }
        ways.sort_by_key(|(bought, vintage)| (std::cmp::Reverse(*vintage), *bought));
        let (first, end) = (row, row + ways.len() - 1);
        for (bought, vintage) in ways {
            let age = usize::try_from(book.known.years[bought].year - vintage).unwrap_or(0);
            sheet.number(row, 0, year.year.into())?;
            sheet.number(row, 1, book.known.years[bought].year.into())?;
            sheet.number(row, 2, vintage.into())?;
            sheet.formula_of(row, 3, &places.year(bought, PRICE + age))?;
            let possible = format!(
                "IF(AND({position}-{bought}<={ahead},{vintage}>={earliest},DATE({expires},12,31)>={served},{locked}=0),1,0)",
                ahead = places.single(AHEAD),
                earliest = places.single(EARLIEST),
                expires = vintage + 3,
                served = places.year(position, SERVED_ON),
                locked = places.year(bought, LOCKED)
            );
            sheet.formula_of(row, 4, &possible)?;
            sheet.formula_of(row, 5, &format!("IF({}=1,{},1E+99)", at(row, 4), at(row, 3)))?;
            let above = if row == first {
                "0".to_owned()
            } else {
                format!("SUM({}:{})", at(first, 6), at(row - 1, 6))
            };
            let least = format!("MIN({}:{})", at(first, 5), at(end, 5));
            sheet.formula_of(
                row,
                6,
                &format!("IF(AND({}=1,{}={least},{above}=0),1,0)", at(row, 4), at(row, 5)),
            )?;
            let need = uncovered.of(position);
            let (budget, spent) = (places.year(bought, BUDGET), places.year(bought, COMMITTED));
            let reach = format!("MAX(0,INT(ROUND(({budget}-{spent})/{},9)))", at(row, 3));
            let limited = format!(
                "IF(OR({budget}=\"\",{}>0,{}=0),{need},MIN({need},{reach}))",
                places.single(AHEAD),
                at(row, 3)
            );
            sheet.formula_of(row, 7, &format!("IF({}=1,{limited},0)", at(row, 6)))?;
            sheet.formula_of(row, 8, &format!("{}*{}", at(row, 7), at(row, 3)))?;
            let lines = book.plan.years[bought].purchases.iter().filter(|line| line.vintage == vintage);
            let units = lines.flat_map(|line| &line.serves).filter(|(served, _)| *served == year.year);
            sheet.number(row, 9, units.map(|(_, units)| *units).sum::<i64>().into())?;
            row += 1;
        }
    }
    Ok(row - 1)
}

/// The purchases as the app chose them.
fn fixed(sheet: &mut Sheet, book: &PlanBook, places: &Places) -> Result<usize, WriteError> {
    let mut row = 1;
    for (position, year) in book.plan.years.iter().enumerate() {
        for line in &year.purchases {
            let age = usize::try_from(year.year - line.vintage).unwrap_or(0);
            sheet.number(row, 1, year.year.into())?;
            sheet.number(row, 2, line.vintage.into())?;
            sheet.formula_of(row, 3, &places.year(position, PRICE + age))?;
            sheet.number(row, 7, line.quantity.into())?;
            sheet.formula_of(row, 8, &format!("{}*{}", at(row, 7), at(row, 3)))?;
            sheet.number(row, 9, line.quantity.into())?;
            row += 1;
        }
    }
    Ok((row - 1).max(1))
}

pub(super) fn budget(
    out: &mut Book,
    book: &PlanBook,
    places: &Places,
    needs: &Needs,
    (uncovered, costs): (&Uncovered, &Costs),
) -> Result<(), WriteError> {
    let mut sheet =
        out.sheet("Cost and budget", &[10.0, 14.0, 14.0, 14.0, 16.0, 16.0, 16.0, 16.0, 14.0, 14.0])?;
    let heads = [
        "Year",
        "Needed",
        "To buy",
        "The app's",
        "Cost",
        "The app's",
        "Budget left",
        "The app's",
        "Missing",
        "The app's",
    ];
    for (column, head) in heads.iter().enumerate() {
        sheet.head(0, column, head)?;
    }
    let column = |letter: char| format!("{SHEET}!${letter}$2:${letter}${}", costs.last + 1);
    for (position, year) in book.plan.years.iter().enumerate() {
        let row = position + 1;
        sheet.number(row, 0, year.year.into())?;
        sheet.formula(row, 1, &needs.of(position), year.needed.mid.into())?;
        let of_year = |sums: char, by: char| format!("SUMIFS({},{},$A{})", column(sums), column(by), row + 1);
        sheet.formula(row, 2, &of_year('H', 'B'), year.to_buy.into())?;
        sheet.number(row, 3, year.to_buy.into())?;
        sheet.formula(row, 4, &of_year('I', 'B'), year.cost)?;
        sheet.number(row, 5, year.cost)?;
        if let Some(left) = year.budget_left() {
            let (budget, spent) = (places.year(position, BUDGET), places.year(position, COMMITTED));
            sheet.formula(row, 6, &format!("{budget}-{spent}-{}", at(row, 4)), left)?;
            sheet.number(row, 7, left)?;
        }
        let short = year.shortfall.map_or(0, |short| short.quantity);
        sheet.number(row, 9, short.into())?;
        if costs.is_live {
            let (locked, retired) = (places.year(position, LOCKED), places.year(position, RETIRED));
            let inventory = uncovered.used(position);
            let need = format!("IF({locked}=1,0,MAX(0,{}-{retired}))", needs.of(position));
            sheet.formula(row, 8, &format!("{need}-{inventory}-{}", of_year('H', 'A')), short.into())?;
        }
    }
    let (first, last, row) = (2, book.plan.years.len() + 1, book.plan.years.len() + 1);
    sheet.head(row, 0, "In all")?;
    let sums: [Decimal; 4] = [
        book.plan.years.iter().map(|year| Decimal::from(year.needed.mid)).sum(),
        book.plan.years.iter().map(|year| Decimal::from(year.to_buy)).sum(),
        book.plan.years.iter().map(|year| Decimal::from(year.to_buy)).sum(),
        book.plan.years.iter().map(|year| year.cost).sum(),
    ];
    for (column, (letter, sum)) in ['B', 'C', 'D', 'E'].into_iter().zip(sums).enumerate() {
        sheet.formula(row, column + 1, &format!("SUM({letter}{first}:{letter}{last})"), sum)?;
    }
    out.done(sheet);
    Ok(())
}
