//! Purchases: what can be bought when and on which terms, what was chosen, and whether that is sound in whole units.

use super::driver::Drivers;
use super::known::Known;
use crate::ledger::lot::last_usable_day;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// How old a vintage may be bought, in years: one of four years before can serve no year any more.
const OLDEST: usize = 3;

/// The terms of buying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What may be spent in each year, where there is a limit.
    pub budgets: Vec<Option<Decimal>>,
    /// Years, by position.
    pub years: Vec<i32>,
    /// Fewest certificates of one purchase: a whole number of lots.
    pub minimum: i64,
    /// Purchases are multiples of it.
    pub lot_size: i64,
}

impl Terms {
    /// The terms of a scenario. What is on order is spent already; what is sold is no part of the budget.
    pub fn of(known: &Known, drivers: &Drivers) -> Self {
        let budget = |position| {
            let budget = drivers.budget.as_ref()?.at(position);
            Some((budget - known.committed(position)).max(Decimal::ZERO))
        };
        let lot_size = drivers.lot_size.max(1);
        let lots = drivers.minimum_order.max(1).saturating_add(lot_size - 1) / lot_size;
        Self {
            budgets: (0..known.years.len()).map(budget).collect(),
            years: known.years.iter().map(|year| year.year).collect(),
            minimum: lots.saturating_mul(lot_size),
            lot_size,
        }
    }

    /// Units of one purchase that may be left over because it is a whole number of lots and no less than the minimum.
    pub fn slack(&self) -> i64 {
        self.minimum.max(self.lot_size) - 1
    }
}

/// One vintage that can be bought in one year, and the years it can serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The year of the purchase, by position.
    pub position: usize,
    /// The vintage.
    pub vintage: i32,
    /// Last usable day.
    pub expires_on: NaiveDate,
    /// Price of a certificate.
    pub price: Decimal,
    /// Last year, by position, for which it may be bought.
    pub last: usize,
    /// Last year, by position, that it can serve.
    pub last_usable: usize,
}

impl Window {
    /// What is worth buying in each year: a vintage for which another of the same year is as cheap and lasts as long
    /// is left out; among equals the youngest stays.
    pub fn all(known: &Known, drivers: &Drivers) -> Vec<Self> {
        let mut windows: Vec<Self> = Vec::new();
        for (position, year) in known.years.iter().enumerate().filter(|(_, year)| !year.is_locked) {
            let of_year: Vec<Self> =
                (0..=OLDEST).filter_map(|age| Self::of(known, drivers, position, year.year, age)).collect();
            let is_needed = |(age, one): &(usize, &Self)| {
                !of_year.iter().enumerate().any(|(other_age, other)| {
                    let is_as_good = other.price <= one.price && other.last_usable >= one.last_usable;
                    let is_as_bad = other.price == one.price && other.last_usable == one.last_usable;
                    is_as_good && (!is_as_bad || other_age < *age)
                })
            };
            windows.extend(of_year.iter().enumerate().filter(is_needed).map(|(_, one)| one.clone()));
        }
        windows
    }

    fn of(known: &Known, drivers: &Drivers, position: usize, year: i32, age: usize) -> Option<Self> {
        let vintage = year - i32::try_from(age).ok()?;
        if drivers.earliest_vintage.is_some_and(|earliest| vintage < earliest) {
            return None;
        }
        let expires_on = last_usable_day(vintage)?;
        let usable = |one: &usize| known.years[*one].served_on <= expires_on;
        let last_usable = (position..known.years.len()).take_while(usable).last()?;
        let last = position.saturating_add(drivers.years_ahead as usize).min(last_usable);
        let price = drivers.price(age, position).unwrap_or_default();
        Some(Self { position, vintage, expires_on, price, last, last_usable })
    }
}

/// Why a purchase is in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Its year needs it, and no other vintage is better.
    AtNeed,
    /// A younger vintage costs more.
    OlderIsCheaper {
        /// The younger one.
        vintage: i32,
        /// Its price.
        price: Decimal,
    },
    /// A cheaper vintage expires before the last year it serves.
    StillCovers {
        /// That year.
        year: i32,
        /// The cheaper vintage.
        vintage: i32,
    },
    /// It costs more in the year it serves.
    EarlierIsCheaper {
        /// That year.
        year: i32,
        /// The price then.
        price: Decimal,
    },
    /// The budget of the year it serves does not reach.
    EarlierForBudget {
        /// That year.
        year: i32,
    },
}

/// A purchase of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Its year, by position.
    pub position: usize,
    /// Its year.
    pub year: i32,
    /// The vintage.
    pub vintage: i32,
    /// Last usable day.
    pub expires_on: NaiveDate,
    /// Price of a certificate.
    pub price: Decimal,
    /// Units.
    pub quantity: i64,
    /// The years it was bought for, with the units of each; what is left over is free.
    pub serves: Vec<(i32, i64)>,
    /// Why.
    pub because: Because,
}

impl Purchase {
    /// Quantity × price, exactly.
    pub fn cost(&self) -> Decimal {
        cost(self.quantity, self.price)
    }
}

/// Quantity × price; the largest amount where that does not fit.
pub fn cost(quantity: i64, price: Decimal) -> Decimal {
    Decimal::from(quantity).checked_mul(price).unwrap_or(Decimal::MAX)
}

/// Units of every window and the years they serve, by position: a way to buy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Units of each window.
    pub quantities: Vec<i64>,
    /// Units of each window for each year.
    pub serves: Vec<Vec<i64>>,
}

impl Choice {
    /// Nothing bought.
    pub fn none(windows: usize, years: usize) -> Self {
        Self { quantities: vec![0; windows], serves: vec![vec![0; years]; windows] }
    }

    /// What all of it costs.
    pub fn cost(&self, windows: &[Window]) -> Decimal {
        let costs = windows.iter().zip(&self.quantities).map(|(window, units)| cost(*units, window.price));
        costs.fold(Decimal::ZERO, |sum, cost| sum.checked_add(cost).unwrap_or(Decimal::MAX))
    }

    /// What is spent in a year.
    pub fn spent(&self, windows: &[Window], position: usize) -> Decimal {
        let of_year = windows.iter().zip(&self.quantities).filter(|(window, _)| window.position == position);
        of_year.map(|(window, units)| cost(*units, window.price)).sum()
    }

    /// Units that serve a year.
    pub fn covered(&self, position: usize) -> i64 {
        self.serves.iter().map(|serves| serves[position]).sum()
    }

    /// Units of all years that nothing serves.
    pub fn short(&self, uncovered: &[i64]) -> i64 {
        uncovered.iter().enumerate().map(|(position, units)| units - self.covered(position)).sum()
    }

    /// Whether it keeps to the terms, counted in whole units and exact money: lots, minimum, budgets, expiry, how far
    /// ahead, and no unit in two years or beyond a need.
    pub fn is_sound(&self, terms: &Terms, windows: &[Window], uncovered: &[i64]) -> bool {
        let is_line_sound = |((window, units), serves): ((&Window, &i64), &Vec<i64>)| {
            let used: i64 = serves.iter().sum();
            let in_time: i64 = serves[..=window.last].iter().sum();
            let is_lots = *units == 0 || (*units >= terms.minimum && *units % terms.lot_size == 0);
            let outside = |(position, units): (usize, &i64)| {
                *units < 0 || (*units > 0 && !(window.position..=window.last_usable).contains(&position))
            };
            is_lots
                && used <= *units
                && *units - in_time <= terms.slack()
                && !serves.iter().enumerate().any(outside)
        };
        let lines = windows.iter().zip(&self.quantities).zip(&self.serves);
        let is_within = |(position, budget): (usize, &Option<Decimal>)| {
            budget.is_none_or(|budget| self.spent(windows, position) <= budget)
        };
        lines.into_iter().all(is_line_sound)
            && terms.budgets.iter().enumerate().all(is_within)
            && uncovered.iter().enumerate().all(|(position, units)| self.covered(position) <= *units)
    }

    /// Its purchases, by year and vintage, each with its reason.
    pub fn purchases(&self, terms: &Terms, windows: &[Window]) -> Vec<Purchase> {
        let lines = windows.iter().zip(&self.quantities).zip(&self.serves);
        let bought = lines.filter(|((_, units), _)| **units > 0);
        let mut purchases: Vec<Purchase> = bought
            .map(|((window, units), serves)| {
                let last = serves.iter().rposition(|units| *units > 0).unwrap_or(window.position);
                let served = terms.years.iter().zip(serves).filter(|(_, units)| **units > 0);
                Purchase {
                    position: window.position,
                    year: terms.years[window.position],
                    vintage: window.vintage,
                    expires_on: window.expires_on,
                    price: window.price,
                    quantity: *units,
                    serves: served.map(|(year, units)| (*year, *units)).collect(),
                    because: because(terms, windows, window, last),
                }
            })
            .collect();
        purchases.sort_by_key(|one| (one.position, one.vintage));
        purchases
    }
}

/// Why a window is bought from that serves years up to `last`.
fn because(terms: &Terms, windows: &[Window], window: &Window, last: usize) -> Because {
    let year = terms.years[last];
    let of_year = || windows.iter().filter(|one| one.position == window.position);
    if let Some(cheaper) = of_year().find(|one| one.price < window.price && one.last_usable < last) {
        return Because::StillCovers { year, vintage: cheaper.vintage };
    }
    if last > window.position {
        let then = windows.iter().filter(|one| one.position == last).map(|one| one.price).min();
        return match then {
            Some(price) if price > window.price => Because::EarlierIsCheaper { year, price },
            _ => Because::EarlierForBudget { year },
        };
    }
    match of_year().find(|one| one.vintage > window.vintage && one.price > window.price) {
        Some(younger) => Because::OlderIsCheaper { vintage: younger.vintage, price: younger.price },
        None => Because::AtNeed,
    }
}
