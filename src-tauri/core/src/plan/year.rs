//! A year of the plan: need, sources, purchases, cost, loss.

use super::driver::Drivers;
use super::known::Known;
use super::mass::{Needs, YearMass};
use super::purchase::{Purchase, Window, cost};
use super::stock::{Flow, Served, ServedYears};
use crate::percent::coverage_percent;
use crate::requirement::NewMass;
use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

/// Why units are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The budget does not reach.
    Budget {
        /// Money that is missing at the cheapest price of the year.
        missing: Decimal,
    },
    /// No vintage that is accepted can serve the year.
    NoVintage,
    /// What is missing is less than a lot or a minimum order that the budget reaches.
    TooFew,
}

/// Units that nothing serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// Units.
    pub quantity: i64,
    /// Why.
    pub lack: Lack,
}

/// Sums of a year over its vintages: opening + own + delivered + bought = used + sold + expired + closing.
pub type Totals = Flow;

/// A year of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanYear {
    /// The reporting year.
    pub year: i32,
    /// The day on which it is served.
    pub served_on: NaiveDate,
    /// Whether its hardware was bought, not planned.
    pub is_passed: bool,
    /// New mass with its band.
    pub new: NewMass,
    /// Certificates for all new mass.
    pub gross: i64,
    /// Share of gross, percent.
    pub target: Decimal,
    /// That share in whole certificates, with both ends of the band.
    pub needed: Needs,
    /// Already retired for it when the plan was made.
    pub retired: i64,
    /// Own units issued in it and used for it.
    pub own: i64,
    /// Units there before it and used for it.
    pub carried: i64,
    /// Of them own ones.
    pub carried_own: i64,
    /// Delivered on orders that were open when the plan was made, and used for it.
    pub ordered: i64,
    /// Bought in it.
    pub to_buy: i64,
    /// By vintage, oldest first.
    pub flows: Vec<Flow>,
    /// Over all vintages; its `vintage` is the year.
    pub total: Totals,
    /// The purchases made in it.
    pub purchases: Vec<Purchase>,
    /// What they cost.
    pub cost: Decimal,
    /// What the units delivered on earlier orders cost.
    pub committed: Decimal,
    /// What own units sold bring in.
    pub proceeds: Decimal,
    /// What may be spent.
    pub budget: Option<Decimal>,
    /// Units at its end that expire within a year and serve no year of the plan.
    pub at_risk: i64,
    /// What nothing serves.
    pub shortfall: Option<Shortfall>,
}

impl PlanYear {
    /// Budget less cost, of what is on order too.
    pub fn budget_left(&self) -> Option<Decimal> {
        self.budget.map(|budget| budget - self.cost - self.committed)
    }

    /// Retired by the end of the plan ÷ gross, percent; nothing where nothing is required.
    pub fn coverage(&self) -> Option<Decimal> {
        coverage_percent(self.retired + self.total.used, self.gross)
    }
}

/// The years of a plan from what was found for each.
pub(super) fn all(
    known: &Known,
    drivers: &Drivers,
    masses: Vec<YearMass>,
    needs: &[i64],
    purchases: Vec<Purchase>,
    served: ServedYears,
) -> Vec<PlanYear> {
    let windows = Window::all(known, drivers);
    let parts = known.years.iter().zip(&masses).zip(&served.years).zip(needs).enumerate();
    let year = |(position, (((year, mass), one), needed)): (usize, (((_, &YearMass), &Served), &i64))| {
        let year: &super::known::KnownYear = year;
        let bought: Vec<_> = purchases.iter().filter(|one| one.position == position).cloned().collect();
        let spent: Decimal = bought.iter().map(Purchase::cost).sum();
        let budget = drivers.budget.as_ref().map(|path| path.at(position));
        let total = total(year.year, &one.flows);
        let committed = known.committed(position);
        let left = budget.map(|budget| budget - spent - committed);
        PlanYear {
            year: year.year,
            served_on: year.served_on,
            is_passed: year.is_passed,
            new: mass.new,
            gross: mass.gross,
            target: mass.target,
            needed: Needs { mid: *needed, ..mass.needed },
            retired: year.retired,
            own: one.own,
            carried: one.carried,
            carried_own: one.carried_own,
            ordered: one.ordered,
            to_buy: total.bought,
            at_risk: at_risk(year.served_on, position, &served),
            shortfall: shortfall(&windows, position, one.short, left),
            flows: one.flows.clone(),
            total,
            cost: spent,
            committed,
            proceeds: one.proceeds
                + drivers.sale_price.map(|price| cost(total.sold - one.sold, price)).unwrap_or_default(),
            purchases: bought,
            budget,
        }
    };
    parts.map(year).collect()
}

fn total(year: i32, flows: &[Flow]) -> Totals {
    flows.iter().fold(Flow { vintage: year, ..Flow::default() }, |sum, flow| Flow {
        vintage: year,
        opening: sum.opening + flow.opening,
        own: sum.own + flow.own,
        delivered: sum.delivered + flow.delivered,
        bought: sum.bought + flow.bought,
        used: sum.used + flow.used,
        sold: sum.sold + flow.sold,
        expired: sum.expired + flow.expired,
        closing: sum.closing + flow.closing,
    })
}

/// What the next year loses of what was there at the end of this one; after the last year, what expires within twelve
/// months.
fn at_risk(served_on: NaiveDate, position: usize, served: &ServedYears) -> i64 {
    if let Some(later) = served.years.get(position + 1) {
        let flows = &served.years[position].flows;
        let held = |vintage| flows.iter().any(|flow| flow.vintage == vintage && flow.closing > 0);
        return later.flows.iter().filter(|flow| held(flow.vintage)).map(|flow| flow.expired).sum();
    }
    let within = served_on.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
    served.left.iter().filter(|parcel| parcel.expires_on <= within).map(|parcel| parcel.quantity).sum()
}

fn shortfall(windows: &[Window], position: usize, short: i64, left: Option<Decimal>) -> Option<Shortfall> {
    if short == 0 {
        return None;
    }
    let serving = windows.iter().filter(|window| window.position == position);
    let lack = match (serving.map(|window| window.price).min(), left) {
        (None, _) => Lack::NoVintage,
        (Some(price), Some(left)) if cost(short, price) > left => {
            Lack::Budget { missing: cost(short, price) - left }
        }
        (Some(_), _) => Lack::TooFew,
    };
    Some(Shortfall { quantity: short, lack })
}
