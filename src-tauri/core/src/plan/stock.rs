//! Usable units through the years: what is there serves each year first expiring first, as the ledger retires.

use super::known::Known;
use super::own::Issue;
use super::purchase::{Purchase, cost};
use crate::ledger::Ledger;
use crate::ledger::holding::UnitState;
use crate::ledger::lot::{Lot, Origin, last_usable_day};
use crate::ledger::retire;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Where a parcel came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the ledger when the plan is made.
    Ledger(Origin),
    /// Own units issued in a year of the plan, by position.
    Issued(usize),
    /// Ordered before the plan was made.
    Ordered,
    /// Bought by a purchase of the plan, by position.
    Bought(usize),
}

/// Units alike in everything that decides when they serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Last usable day.
    pub expires_on: NaiveDate,
    /// Vintage.
    pub vintage: i32,
    /// What a unit cost; own units cost nothing, an unknown price is the highest.
    pub cost: Decimal,
    /// Where it came from.
    pub source: Source,
    /// The year it serves and no other, where it is reserved for one.
    pub reserved_for: Option<i32>,
    /// What a unit is sold for in the first year that has not passed, where the lot is to be sold; 0 where nobody said.
    pub for_sale: Option<Decimal>,
    /// Units.
    pub quantity: i64,
}

impl Parcel {
    /// Where it stands in the ledger's order of retirement.
    fn order(&self) -> (NaiveDate, i32, Decimal) {
        (self.expires_on, self.vintage, self.cost)
    }
}

/// Units that can still serve a year on this day, of one entity where one is named, in the order in which the ledger
/// retires them: held, and reserved for a year. `for_sale` says for what a unit of a lot is to be sold, where it is.
pub fn of_ledger(
    ledger: &Ledger,
    entity: Option<&str>,
    today: NaiveDate,
    for_sale: &dyn Fn(&Lot) -> Option<Decimal>,
) -> Vec<Parcel> {
    let belongs = |owner: &Option<String>| entity.is_none_or(|entity| owner.as_deref() == Some(entity));
    let mut parcels = Vec::new();
    for holding in ledger.covering_lots(today) {
        let lot = &holding.lot;
        if !belongs(&lot.facts.entity) {
            continue;
        }
        for range in holding.ranges() {
            let reserved_for = match range.state {
                UnitState::Held => None,
                UnitState::Reserved(year) => Some(year),
                _ => continue,
            };
            parcels.push(Parcel {
                expires_on: lot.expires_on,
                vintage: lot.vintage,
                cost: retire::cost(lot),
                source: Source::Ledger(lot.origin),
                reserved_for,
                for_sale: for_sale(lot).filter(|_| reserved_for.is_none()),
                quantity: range.serials.quantity(),
            });
        }
    }
    parcels
}

/// Units of one vintage in one year: opening + own + delivered + bought = used + sold + expired + closing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// The vintage.
    pub vintage: i32,
    /// Usable at its beginning.
    pub opening: i64,
    /// Own units issued.
    pub own: i64,
    /// Delivered of what was on order when the plan was made.
    pub delivered: i64,
    /// Bought.
    pub bought: i64,
    /// Retired for the year.
    pub used: i64,
    /// Own units sold.
    pub sold: i64,
    /// Lost.
    pub expired: i64,
    /// Usable at its end.
    pub closing: i64,
}

/// How a year was served.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// By vintage, oldest first.
    pub flows: Vec<Flow>,
    /// Own units issued in the year and used for it.
    pub own: i64,
    /// Units that were there before and are used for it.
    pub carried: i64,
    /// Of them own ones.
    pub carried_own: i64,
    /// Units delivered on orders in the year and before, and used for it.
    pub ordered: i64,
    /// Units of lots in the ledger that were sold.
    pub sold: i64,
    /// What they brought in.
    pub proceeds: Decimal,
    /// Units that no unit was found for.
    pub short: i64,
    /// Units each purchase gave, by its position.
    pub by_purchase: Vec<(usize, i64)>,
}

/// How all years were served.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServedYears {
    /// One each, in order.
    pub years: Vec<Served>,
    /// What is left at the end of the last one.
    pub left: Vec<Parcel>,
}

/// Serves every year with what is there, issued and bought. No unit serves two years, and none after its last usable
/// day. Units bought for a year are kept for it.
pub fn serve(known: &Known, needs: &[i64], issues: &[Vec<Issue>], purchases: &[Purchase]) -> ServedYears {
    let mut stock = known.stock.clone();
    let mut years = Vec::with_capacity(needs.len());
    for (position, (year, needed)) in known.years.iter().zip(needs).enumerate() {
        let mut served = Served::default();
        for parcel in &stock {
            flow(&mut served.flows, parcel.vintage).opening += parcel.quantity;
        }
        issue(&mut stock, &issues[position], position, &mut served);
        deliver(&mut stock, known, position, &mut served);
        buy(&mut stock, purchases, position, &mut served);
        if !year.is_passed {
            sell(&mut stock, &mut served);
        }
        expire(&mut stock, year.served_on, &mut served);
        stock.sort_by_key(|parcel| parcel.order());
        if !year.is_locked {
            let needed = (needed - year.retired).max(0);
            served.short = take(&mut stock, needed, year.year, position, &mut served);
        }
        stock.retain(|parcel| parcel.quantity > 0);
        for parcel in &stock {
            flow(&mut served.flows, parcel.vintage).closing += parcel.quantity;
        }
        served.flows.sort_by_key(|flow| flow.vintage);
        years.push(served);
    }
    ServedYears { years, left: stock }
}

fn flow(flows: &mut Vec<Flow>, vintage: i32) -> &mut Flow {
    let position = flows.iter().position(|flow| flow.vintage == vintage).unwrap_or_else(|| {
        flows.push(Flow { vintage, ..Flow::default() });
        flows.len() - 1
    });
    &mut flows[position]
}

fn expire(stock: &mut Vec<Parcel>, served_on: NaiveDate, served: &mut Served) {
    stock.retain(|parcel| {
        let is_usable = served_on <= parcel.expires_on;
        if !is_usable {
            flow(&mut served.flows, parcel.vintage).expired += parcel.quantity;
        }
        is_usable
    });
}

/// Lots that are to be sold are, and serve nothing any more.
fn sell(stock: &mut Vec<Parcel>, served: &mut Served) {
    stock.retain(|parcel| {
        let Some(price) = parcel.for_sale else { return true };
        flow(&mut served.flows, parcel.vintage).sold += parcel.quantity;
        served.sold += parcel.quantity;
        served.proceeds = served.proceeds.saturating_add(cost(parcel.quantity, price));
        false
    });
}

fn issue(stock: &mut Vec<Parcel>, issues: &[Issue], position: usize, served: &mut Served) {
    for issue in issues {
        let flow = flow(&mut served.flows, issue.vintage);
        flow.own += issue.quantity;
        flow.sold += issue.sold;
        stock.push(Parcel {
            expires_on: last_usable_day(issue.vintage).unwrap_or(NaiveDate::MAX),
            vintage: issue.vintage,
            cost: Decimal::ZERO,
            source: Source::Issued(position),
            reserved_for: None,
            for_sale: None,
            quantity: issue.quantity - issue.sold,
        });
    }
}

fn deliver(stock: &mut Vec<Parcel>, known: &Known, position: usize, served: &mut Served) {
    for order in known.ordered_in(position) {
        flow(&mut served.flows, order.vintage).delivered += order.quantity;
        stock.push(Parcel {
            expires_on: last_usable_day(order.vintage).unwrap_or(NaiveDate::MAX),
            vintage: order.vintage,
            cost: order.price.unwrap_or(Decimal::MAX),
            source: Source::Ordered,
            reserved_for: None,
            for_sale: None,
            quantity: order.quantity,
        });
    }
}

fn buy(stock: &mut Vec<Parcel>, purchases: &[Purchase], position: usize, served: &mut Served) {
    for (number, purchase) in purchases.iter().enumerate().filter(|(_, one)| one.position == position) {
        flow(&mut served.flows, purchase.vintage).bought += purchase.quantity;
        let mut rest = purchase.quantity;
        let mut push = |reserved_for, quantity| {
            stock.push(Parcel {
                expires_on: purchase.expires_on,
                vintage: purchase.vintage,
                cost: purchase.price,
                source: Source::Bought(number),
                reserved_for,
                for_sale: None,
                quantity,
            });
        };
        for (year, quantity) in &purchase.serves {
            push(Some(*year), *quantity);
            rest -= quantity;
        }
        push(None, rest);
    }
}

/// Takes what is reserved for the year, then first expiring first; answers what is still missing.
fn take(stock: &mut [Parcel], needed: i64, year: i32, position: usize, served: &mut Served) -> i64 {
    let mut left = needed;
    for reserved in [Some(year), None] {
        for parcel in stock.iter_mut().filter(|parcel| parcel.reserved_for == reserved) {
            let used = left.min(parcel.quantity);
            if used == 0 {
                continue;
            }
            parcel.quantity -= used;
            left -= used;
            flow(&mut served.flows, parcel.vintage).used += used;
            match parcel.source {
                Source::Issued(since) if since == position => served.own += used,
                Source::Issued(_) | Source::Ledger(Origin::SelfGenerated) => {
                    served.carried += used;
                    served.carried_own += used;
                }
                Source::Ledger(_) => served.carried += used,
                Source::Ordered => served.ordered += used,
                Source::Bought(number) => served.by_purchase.push((number, used)),
            }
        }
    }
    left
}
