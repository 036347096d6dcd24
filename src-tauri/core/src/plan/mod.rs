//! The plan: how many certificates each coming year needs, where they come from, when to buy which vintage,
//! what it costs and what is lost to expiry. What is known comes in as values; a linear programme is handed to
//! whoever can solve one, and nothing it answers is believed before it is counted again in whole units.

pub mod actual;
pub mod driver;
pub mod known;
mod mass;
mod own;
mod programme;
pub mod purchase;
pub mod range;
pub mod search;
pub mod sensitivity;
pub mod stock;
pub mod year;

pub use programme::{Bound, Programme, Relaxed, Row, Solve};

use driver::Drivers;
use known::{Known, Sent};
use purchase::{Terms, Window};
use rust_decimal::Decimal;
use year::PlanYear;

/// A plan: its years, earliest first, and the purchases in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The years.
    pub years: Vec<PlanYear>,
}

impl Plan {
    /// Units bought for the years to come, in whichever year they are bought, and what those cost: what is bought for a
    /// year that has passed is no part of it.
    pub fn bought_ahead(&self) -> (i64, Decimal) {
        let passed: Vec<i32> =
            self.years.iter().filter(|year| year.is_passed).map(|year| year.year).collect();
        let lines = self.years.iter().flat_map(|year| &year.purchases).map(|line| {
            let for_passed = line.serves.iter().filter(|(year, _)| passed.contains(year));
            let units = line.quantity - for_passed.map(|(_, units)| units).sum::<i64>();
            (units, purchase::cost(units, line.price))
        });
        lines.fold((0, Decimal::ZERO), |(units, costs), (unit, cost)| {
            (units + unit, costs.saturating_add(cost))
        })
    }
}

/// Why no plan could be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// A figure of a year does not fit.
    #[error("the figures of {year} are too large to be planned with")]
    TooLarge {
        /// The year.
        year: i32,
    },
    /// There is no year to plan.
    #[error("there is no year to plan: every year is locked")]
    NoYears,
}

/// Plans the years of `known` under these drivers. `solve` answers linear programmes; without an answer the plan
/// buys at need.
pub fn plan(known: &Known, drivers: &Drivers, solve: &Solve) -> Result<Plan, PlanError> {
    with_needs(known, drivers, solve, |needs| needs.mid)
}

/// Plans as [`plan`], for another end of the band of the new mass.
pub(crate) fn with_needs(
    known: &Known,
    drivers: &Drivers,
    solve: &Solve,
    of: impl Fn(&mass::Needs) -> i64,
) -> Result<Plan, PlanError> {
    if known.years.is_empty() {
        return Err(PlanError::NoYears);
    }
    let masses = mass::years(known, drivers)?;
    let issues = own::issues(known, drivers, &masses)?;
    let needs: Vec<i64> = masses.iter().map(|one| of(&one.needed)).collect();
    let terms = Terms::of(known, drivers);
    let before = stock::serve(known, &needs, &issues, &[]);
    let uncovered: Vec<i64> = before.years.iter().map(|served| served.short).collect();
    let windows = Window::all(known, drivers);
    let purchases = search::cheapest(&terms, &windows, &uncovered, solve);
    let served = stock::serve(known, &needs, &issues, &purchases);
    Ok(Plan { years: year::all(known, drivers, masses, &needs, purchases, served) })
}

/// Hardware retired in each year to plan, kg, over all providers.
pub fn retired_kilograms(known: &Known, drivers: &Drivers) -> Result<Vec<Decimal>, PlanError> {
    let masses = mass::years(known, drivers)?;
    own::sent(known, drivers, &masses)
}

/// Who hardware is sent to: each provider, or all as one where one yield holds for all of them.
pub fn senders(known: &Known, drivers: &Drivers) -> Vec<Sent> {
    own::senders(known, drivers)
}

/// What a provider restores beyond the law of what it is sent in the `position`-th year, percent.
pub fn yield_percent(one: &Sent, drivers: &Drivers, position: usize) -> Decimal {
    own::yield_of(one, drivers, position).unwrap_or_default()
}

#[cfg(test)]
mod tests;
