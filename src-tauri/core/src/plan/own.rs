//! Own units: what the hardware we retire will be issued for, and when.

use super::PlanError;
use super::driver::{Drivers, Retired};
use super::known::{Known, KnownYear, Sent};
use super::mass::{YearMass, factor};
use crate::mass::Mass;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// Own units issued in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// Year of the activity.
    pub vintage: i32,
    /// Units issued.
    pub quantity: i64,
    /// Of them sold at once.
    pub sold: i64,
}

/// Own units issued in each year to plan, oldest vintage first.
pub fn issues(known: &Known, drivers: &Drivers, masses: &[YearMass]) -> Result<Vec<Vec<Issue>>, PlanError> {
    let mut issues: Vec<Vec<Issue>> = known.years.iter().map(|_| Vec::new()).collect();
    for expected in &known.expected {
        let at = known.years.iter().position(|year| year.year >= expected.year);
        if let (Some(at), true) = (at, expected.quantity > 0) {
            issues[at].push(sold(drivers, at, expected.vintage, expected.quantity));
        }
    }
    for (position, year) in known.years.iter().enumerate().filter(|(_, year)| !year.is_passed) {
        let too_large = PlanError::TooLarge { year: year.year };
        let restored = restored(known, drivers, masses, position).ok_or(too_large)?;
        let mut issued = year.issued;
        for (later, quantity) in by_lag(&restored, drivers.issue_lag_months) {
            // What of the year's vintage is in the ledger already comes no second time.
            let already = issued.min(quantity);
            issued -= already;
            let quantity = quantity - already;
            if let (Some(issues), true) = (issues.get_mut(position + later), quantity > 0) {
                issues.push(sold(drivers, position + later, year.year, quantity));
            }
        }
    }
    issues.iter_mut().for_each(|issues| issues.sort_by_key(|issue| issue.vintage));
    Ok(issues)
}

fn sold(drivers: &Drivers, position: usize, vintage: i32, quantity: i64) -> Issue {
    let share = Decimal::from(quantity).checked_mul(drivers.sold.at(position)).unwrap_or_default();
    let sold = (share / Decimal::ONE_HUNDRED).floor().to_i64().unwrap_or(0).clamp(0, quantity);
    Issue { vintage, quantity, sold }
}

/// Who hardware is sent to: each provider, or all as one where one yield holds for all of them.
pub(super) fn senders(known: &Known, drivers: &Drivers) -> Vec<Sent> {
    let is_one =
        drivers.yields.all.is_some() && drivers.yields.by_provider.is_empty() && known.sent.len() > 1;
    if !is_one {
        return known.sent.clone();
    }
    let sent = known.sent.iter().map(|one| one.sent).sum();
    let eligible = known.sent.iter().map(|one| one.eligible).sum();
    vec![Sent { provider: None, sent, eligible }]
}

/// Certificates that a year's shipments will be issued for, by provider, each rounded down. The planned restored mass
/// of a provider is rounded to whole kilograms, half to even, once.
fn restored(known: &Known, drivers: &Drivers, masses: &[YearMass], position: usize) -> Option<Vec<i64>> {
    let all: Decimal = known.sent.iter().map(|one| one.sent.kilograms()).sum();
    let year = sent_in(known, drivers, masses, position, all)?;
    let senders = senders(known, drivers);
    let mut units = Vec::with_capacity(senders.len());
    for one in &senders {
        let share = one.sent.kilograms().checked_mul(year)?.checked_div(all).unwrap_or_default();
        let restored = share.checked_mul(yield_of(one, drivers, position)? / Decimal::ONE_HUNDRED)?;
        let whole = restored.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven);
        units.push(Mass::from_kilograms(whole).ok()?.certificates_rounded_down());
    }
    Some(units)
}

/// Eligible ÷ sent of a provider, percent.
pub(super) fn yield_of(one: &Sent, drivers: &Drivers, position: usize) -> Option<Decimal> {
    let of_provider = one.provider.as_ref().and_then(|provider| drivers.yields.by_provider.get(provider));
    let path = of_provider.or(drivers.yields.all.as_ref());
    let own = || {
        let eligible = one.eligible.kilograms().checked_mul(Decimal::ONE_HUNDRED)?;
        Some(eligible.checked_div(one.sent.kilograms()).unwrap_or_default())
    };
    let percent = match path {
        Some(path) => path.at(position),
        None => own()?,
    };
    Some((percent + drivers.yields.points).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED))
}

/// Mass sent to all providers in each year, kg.
pub(super) fn sent(known: &Known, drivers: &Drivers, masses: &[YearMass]) -> Result<Vec<Decimal>, PlanError> {
    let all: Decimal = known.sent.iter().map(|one| one.sent.kilograms()).sum();
    let year = |(position, year): (usize, &KnownYear)| {
        let too_large = PlanError::TooLarge { year: year.year };
        sent_in(known, drivers, masses, position, all).ok_or(too_large)
    };
    known.years.iter().enumerate().map(year).collect()
}

/// Mass sent to all providers in a year, kg.
fn sent_in(
    known: &Known,
    drivers: &Drivers,
    masses: &[YearMass],
    position: usize,
    base: Decimal,
) -> Option<Decimal> {
    let year = known.years[position].year;
    let grown = || {
        let years = (known.base.year..year).len();
        (0..years).try_fold(base, |mass, _| mass.checked_mul(factor(drivers.growth.all)))
    };
    match &drivers.retired {
        Retired::AsHardware => grown(),
        Retired::Kilograms(path) => Some(path.at(position)),
        Retired::ShareOfBought { percent, cycle } => match bought_in(known, masses, year - cycle) {
            Some(bought) => bought.checked_mul(*percent).map(|mass| mass / Decimal::ONE_HUNDRED),
            None => Some(base),
        },
    }
}

/// All hardware bought in a year, kg, where that is known or planned.
fn bought_in(known: &Known, masses: &[YearMass], year: i32) -> Option<Decimal> {
    let planned = known.years.iter().position(|one| one.year == year);
    if let Some(position) = planned {
        return Some(masses[position].demand.values().copied().sum());
    }
    let past = known.history.iter().chain([&known.base]).find(|one| one.year == year)?;
    Some(past.groups.iter().map(|group| (group.new + group.refurbished).kilograms()).sum())
}

/// What shipments that are even over a year are issued for, by years later: a lag of 6 months puts half of it into the
/// next one. What is left of rounding down stays with the later year, so that nothing is lost.
fn by_lag(units: &[i64], months: u32) -> [(usize, i64); 2] {
    let (years, rest) = ((months / 12) as usize, i64::from(months % 12));
    let early: i64 = units.iter().map(|units| units * (12 - rest) / 12).sum();
    let all: i64 = units.iter().sum();
    [(years, early), (years + 1, all - early)]
}
