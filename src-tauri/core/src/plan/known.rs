//! What a workspace knows on the day a plan is made.

use super::stock::Parcel;
use crate::mass::Mass;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Hardware bought in one year by one entity in one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    /// Entity; the organisation itself where none is named.
    pub entity: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// New mass, mid.
    pub new: Mass,
    /// Its low end.
    pub low: Mass,
    /// Its high end.
    pub high: Mass,
    /// Mass of refurbished and used hardware.
    pub refurbished: Mass,
}

/// Hardware bought in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoughtYear {
    /// The year.
    pub year: i32,
    /// By entity and category.
    pub groups: Vec<Bought>,
}

/// Hardware sent to one provider in the base year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The provider.
    pub provider: Option<String>,
    /// Mass sent.
    pub sent: Mass,
    /// Restored beyond what the law demands.
    pub eligible: Mass,
}

/// Own units expected for hardware already sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Year of the activity.
    pub vintage: i32,
    /// Reporting year in which they will be issued.
    pub year: i32,
    /// Units.
    pub quantity: i64,
}

/// Units on order: no certificates yet, but bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// Reporting year in which they are expected.
    pub year: i32,
    /// The oldest vintage that may be delivered.
    pub vintage: i32,
    /// Units still open.
    pub quantity: i64,
    /// Price of one, in the currency of the plan; nothing where that is not known.
    pub price: Option<Decimal>,
}

/// A year to plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownYear {
    /// The reporting year.
    pub year: i32,
    /// Its last day, or today where that is past: what is usable on it can serve the year.
    pub served_on: NaiveDate,
    /// Whether it has passed, so that its purchases of hardware are known and no longer planned.
    pub is_passed: bool,
    /// Whether it takes no change: nothing is bought or used for it any more.
    pub is_locked: bool,
    /// Units already retired for it.
    pub retired: i64,
    /// Own units of its vintage that were issued already.
    pub issued: i64,
    /// Hardware bought in it so far.
    pub bought: Vec<Bought>,
}

/// What a workspace knows, of the whole organisation or of one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The day.
    pub today: NaiveDate,
    /// The years to plan, each once, earliest first.
    pub years: Vec<KnownYear>,
    /// The last year that has passed: what the years to come are planned from.
    pub base: BoughtYear,
    /// Years before the base year.
    pub history: Vec<BoughtYear>,
    /// Hardware retired in the base year.
    pub sent: Vec<Sent>,
    /// Own units not yet issued for what was sent in years that have passed.
    pub expected: Vec<Expected>,
    /// Units on order.
    pub ordered: Vec<Ordered>,
    /// Usable units, in the order in which the ledger retires them.
    pub stock: Vec<Parcel>,
}

impl Known {
    /// Units on order that come in the `position`-th year. What comes until the end of the first year that has not passed
    /// can serve the ones before, too.
    pub fn ordered_in(&self, position: usize) -> impl Iterator<Item = &Ordered> {
        let running = self.years.iter().find(|year| !year.is_passed).map_or(i32::MAX, |year| year.year);
        let comes = move |order: &Ordered| {
            let first = if order.year <= running {
                0
            } else {
                self.years.iter().position(|one| one.year >= order.year)?
            };
            Some(first)
        };
        self.ordered.iter().filter(move |order| comes(order) == Some(position))
    }

    /// What the units on order of a year cost.
    pub fn committed(&self, position: usize) -> Decimal {
        let costs = self.ordered_in(position).filter_map(|order| Some((order.quantity, order.price?)));
        costs.map(|(quantity, price)| super::purchase::cost(quantity, price)).sum()
    }
}
