//! Plan against actual: what the plan of record said of a year, and what the ledger says came of it.

use super::Plan;
use crate::ledger::Ledger;
use crate::ledger::lot::{Lot, Origin};
use crate::mass::Mass;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What a plan of record said of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdoptedYear {
    /// The year.
    pub year: i32,
    /// The scenario's name then.
    pub scenario: String,
    /// The day it was adopted.
    pub adopted_on: NaiveDate,
    /// New mass.
    pub new: Mass,
    /// Certificates for all of it.
    pub gross: i64,
    /// The target's share of them.
    pub needed: i64,
    /// Own units issued in it.
    pub own: i64,
    /// To buy in it.
    pub to_buy: i64,
    /// What they cost, with the currency; nothing where no price was known.
    pub cost: Option<(Decimal, String)>,
}

impl AdoptedYear {
    /// What one certificate was planned to cost.
    pub fn unit_price(&self) -> Option<Decimal> {
        self.cost.as_ref()?.0.checked_div(self.to_buy.into())
    }
}

/// What a plan says of its years that have not passed, on the day it is adopted.
pub fn adopted(
    plan: &Plan,
    scenario: &str,
    on: NaiveDate,
    (has_price, currency): (bool, &str),
) -> Vec<AdoptedYear> {
    let ahead = plan.years.iter().filter(|year| !year.is_passed);
    let year = |year: &super::year::PlanYear| AdoptedYear {
        year: year.year,
        scenario: scenario.to_owned(),
        adopted_on: on,
        new: year.new.mid,
        gross: year.gross,
        needed: year.needed.mid,
        own: year.total.own,
        to_buy: year.to_buy,
        cost: Some((year.cost, currency.to_owned())).filter(|_| has_price && !currency.is_empty()),
    };
    ahead.map(year).collect()
}

/// The plan of record under which a year ended: the last one adopted no later than its last day.
pub fn of_year(adopted: &[AdoptedYear], year: i32, last_day: NaiveDate) -> Option<&AdoptedYear> {
    adopted.iter().rfind(|one| one.year == year && one.adopted_on <= last_day)
}

/// What the ledger says was issued for us and bought in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acquired {
    /// Own units issued.
    pub own: i64,
    /// Units bought.
    pub bought: i64,
    /// What they cost, by currency.
    pub paid: BTreeMap<String, Decimal>,
    /// Units bought that no price is known of: in no cost.
    pub unpriced: i64,
    /// First and last day of trade.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Acquired {
    /// Of the lots traded within a period; an own lot without a day of trade is of its vintage's year, and a bought one is of no year.
    pub fn of(ledger: &Ledger, (first, last): (NaiveDate, NaiveDate), year: i32) -> Self {
        let mut acquired = Self::default();
        let is_within = |day: NaiveDate| (first..=last).contains(&day);
        for lot in ledger.holdings().map(|holding| &holding.lot).filter(|lot| lot.can_cover()) {
            let day = lot.facts.trade_date;
            match lot.origin {
                Origin::SelfGenerated if day.map_or(lot.vintage == year, is_within) => {
                    acquired.own += lot.quantity();
                }
                Origin::Purchased => {
                    if let Some(day) = day.filter(|day| is_within(*day)) {
                        acquired.buy(lot, day);
                    }
                }
                _ => {}
            }
        }
        acquired
    }

    fn buy(&mut self, lot: &Lot, day: NaiveDate) {
        self.bought += lot.quantity();
        self.days = Some(self.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        match (lot.facts.unit_price, &lot.facts.currency) {
            (Some(price), Some(currency)) => {
                let sum = self.paid.entry(currency.clone()).or_default();
                *sum = sum.saturating_add(super::purchase::cost(lot.quantity(), price));
            }
            _ => self.unpriced += lot.quantity(),
        }
    }

    /// What one certificate cost in a currency, where all of them were paid in it.
    pub fn unit_price(&self, currency: &str) -> Option<Decimal> {
        let is_whole = self.unpriced == 0 && self.paid.len() == 1;
        self.paid.get(currency).filter(|_| is_whole)?.checked_div(self.bought.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::lot::Facts;
    use crate::ledger::tests::{day, lot};

    fn year(scenario: &str, on: NaiveDate, to_buy: i64) -> AdoptedYear {
        AdoptedYear {
            year: 2026,
            scenario: scenario.into(),
            adopted_on: on,
            new: Mass::ZERO,
            gross: 100,
            needed: 100,
            own: 0,
            to_buy,
            cost: Some((Decimal::from(to_buy * 2), "EUR".into())),
        }
    }

    #[test]
    fn a_year_is_measured_by_the_plan_under_which_it_ended() {
        let adopted = [
            year("First", day(2025, 11, 1), 50),
            year("Second", day(2026, 3, 1), 40),
            year("Too late", day(2027, 1, 2), 30),
        ];
        let found = |last| of_year(&adopted, 2026, last).map(|one| one.scenario.as_str());
        assert_eq!(found(day(2026, 12, 31)), Some("Second"));
        assert_eq!(found(day(2026, 2, 1)), Some("First"));
        assert_eq!(found(day(2025, 1, 1)), None);
        assert_eq!(of_year(&adopted, 2030, day(2030, 12, 31)), None);
        assert_eq!(adopted[0].unit_price(), Some(Decimal::TWO));
    }

    #[test]
    fn what_was_acquired_is_what_was_traded_in_the_year() {
        let facts = |day: Option<NaiveDate>, cents: Option<i64>| Facts {
            trade_date: day,
            unit_price: cents.map(|cents| Decimal::new(cents, 2)),
            currency: cents.map(|_| "EUR".to_owned()),
            ..Facts::default()
        };
        let rows = [
            (Origin::Purchased, 2025, facts(Some(day(2026, 2, 1)), Some(150))),
            (Origin::Purchased, 2025, facts(Some(day(2026, 9, 1)), Some(170))),
            (Origin::Purchased, 2025, facts(Some(day(2027, 1, 1)), Some(190))),
            (Origin::Purchased, 2026, facts(None, Some(190))),
            (Origin::SelfGenerated, 2026, facts(None, None)),
            (Origin::SelfGenerated, 2025, facts(Some(day(2026, 5, 1)), None)),
            (Origin::SelfGenerated, 2026, facts(Some(day(2027, 5, 1)), None)),
        ];
        let events = (0..).zip(rows).map(|(number, (origin, vintage, facts))| {
            let (start, id) = (number * 100 + 1, format!("L{number}"));
            let one = Lot { origin, facts, ..lot(&id, start, start + 99, vintage) };
            DatedEvent::new(day(2027, 6, 1), Event::LotRecorded(Box::new(one)))
        });
        let ledger = Ledger::replay(events).expect("a ledger");
        let found = Acquired::of(&ledger, (day(2026, 1, 1), day(2026, 12, 31)), 2026);
        assert_eq!((found.own, found.bought, found.unpriced), (200, 200, 0));
        assert_eq!(found.paid, BTreeMap::from([("EUR".to_owned(), Decimal::from(320))]));
        assert_eq!(found.days, Some((day(2026, 2, 1), day(2026, 9, 1))));
        assert_eq!(found.unit_price("EUR"), Some(Decimal::new(16, 1)));
        assert_eq!(found.unit_price("USD"), None);
    }
}
