//! Retired assets by shipment, what was issued for each, and what is still expected.

use crate::class::COVERING_CLASS;
use crate::disposition::{Disposition, Outcome, Restoration, RestorationPolicy};
use crate::ledger::Ledger;
use crate::ledger::holding::Holding;
use crate::ledger::lot::Origin;
use crate::mass::Mass;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Retired assets of one batch, or of one provider where they name no batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shipment {
    /// The batch.
    pub batch: Option<String>,
    /// Who they were sent to.
    pub provider: Option<String>,
    /// The last of their dates.
    pub date: Option<NaiveDate>,
    /// Certificates issued for the batch and recorded as our own.
    pub issued: i64,
    /// The rows.
    pub rows: Vec<Disposition>,
}

impl Shipment {
    /// Certificates still expected: a forecast, it nets nothing.
    pub fn expected(&self, policy: RestorationPolicy) -> i64 {
        restoration(&self.rows, policy).expected(self.issued)
    }
}

/// Retired assets of a year by shipment, with what was issued for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipments {
    /// What counts as restored.
    pub policy: RestorationPolicy,
    /// The shipments.
    pub shipments: Vec<Shipment>,
    /// Own certificates of the year's vintage that name no shipment of it.
    pub issued_without_shipment: i64,
}

impl Shipments {
    /// The shipments of a year's rows, of one entity where one is named.
    pub fn of(
        rows: impl IntoIterator<Item = Disposition>,
        ledger: &Ledger,
        year: i32,
        entity: Option<&str>,
        policy: RestorationPolicy,
    ) -> Self {
        let is_asked = |row: &Disposition| entity.is_none_or(|entity| row.entity.as_deref() == Some(entity));
        let mut shipments = by_batch(rows.into_iter().filter(is_asked));
        let batches: BTreeSet<String> = shipments.iter().filter_map(|one| one.batch.clone()).collect();
        let mut issued: BTreeMap<&str, i64> = BTreeMap::new();
        for lot in own_lots(ledger, entity).map(|one| &one.lot) {
            if let Some(batch) = &lot.facts.batch {
                *issued.entry(batch).or_default() += lot.quantity();
            }
        }
        for shipment in &mut shipments {
            let of_batch = shipment.batch.as_deref().and_then(|batch| issued.get(batch));
            shipment.issued = of_batch.copied().unwrap_or_default();
        }
        let is_elsewhere =
            |one: &&Holding| one.lot.facts.batch.as_ref().is_none_or(|batch| !batches.contains(batch));
        let of_vintage = own_lots(ledger, entity).filter(|one| one.lot.vintage == year);
        let issued_without_shipment = of_vintage.filter(is_elsewhere).map(|one| one.lot.quantity()).sum();
        Self { policy, shipments, issued_without_shipment }
    }

    /// The rows of all shipments.
    pub fn rows(&self) -> impl Iterator<Item = &Disposition> {
        self.shipments.iter().flat_map(|one| &one.rows)
    }

    /// Certificates still expected: a forecast, it nets nothing.
    pub fn expected(&self) -> i64 {
        let by_shipment: i64 = self.shipments.iter().map(|one| one.expected(self.policy)).sum();
        (by_shipment - self.issued_without_shipment).max(0)
    }

    /// Certificates issued for these shipments, or for the year's vintage without one.
    pub fn issued(&self) -> i64 {
        self.shipments.iter().map(|one| one.issued).sum::<i64>() + self.issued_without_shipment
    }
}

fn by_batch(rows: impl Iterator<Item = Disposition>) -> Vec<Shipment> {
    let mut by_batch: BTreeMap<(Option<String>, Option<String>), Shipment> = BTreeMap::new();
    for row in rows {
        let provider = if row.batch.is_some() { None } else { row.provider.clone() };
        let shipment = by_batch.entry((row.batch.clone(), provider)).or_default();
        shipment.batch.clone_from(&row.batch);
        shipment.provider = shipment.provider.take().or_else(|| row.provider.clone());
        shipment.date = shipment.date.max(row.date);
        shipment.rows.push(row);
    }
    by_batch.into_values().collect()
}

/// Masses of some rows under a policy.
pub fn restoration<'a>(
    rows: impl IntoIterator<Item = &'a Disposition>,
    policy: RestorationPolicy,
) -> Restoration {
    rows.into_iter().fold(Restoration::default(), |sum, row| Restoration {
        sent: sum.sent + row.sent,
        restored: sum.restored + policy.restored(row.sent, row.restored, row.outcome),
        legal_obligation: sum.legal_obligation + row.legal_obligation,
    })
}

/// Mass of the rows of an outcome: what the row says was restored, else what was sent.
pub fn mass_of_outcome<'a>(rows: impl IntoIterator<Item = &'a Disposition>, outcome: Outcome) -> Mass {
    let of = rows.into_iter().filter(|row| row.outcome == Some(outcome));
    of.map(|row| row.restored.filter(|mass| *mass > Mass::ZERO).unwrap_or(row.sent)).sum()
}

/// Own units of a vintage that are listed for sale or were handed over: they net nothing.
pub fn listed_or_sold(ledger: &Ledger, vintage: i32, today: NaiveDate) -> i64 {
    let of_vintage = own_lots(ledger, None).filter(|one| one.lot.vintage == vintage);
    of_vintage.map(|one| one.units(today)).map(|units| units.listed + units.transferred).sum()
}

fn own_lots<'a>(ledger: &'a Ledger, entity: Option<&'a str>) -> impl Iterator<Item = &'a Holding> {
    ledger
        .holdings()
        .filter(|one| one.lot.origin == Origin::SelfGenerated && one.lot.class == COVERING_CLASS)
        .filter(move |one| entity.is_none_or(|entity| one.lot.facts.entity.as_deref() == Some(entity)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::lot::{Facts, Lot};
    use crate::ledger::movement::Movement;
    use crate::ledger::tests::{day, lot, range};

    fn row(batch: Option<&str>, provider: &str, kilograms: i64, entity: Option<&str>) -> Disposition {
        Disposition {
            asset_tag: None,
            item: None,
            category: None,
            quantity: None,
            sent: Mass::from_milligrams(kilograms * 1_000_000),
            restored: None,
            outcome: Some(Outcome::Reused),
            provider: Some(provider.into()),
            date: None,
            year: 2025,
            year_assumed: false,
            legal_obligation: Mass::ZERO,
            batch: batch.map(str::to_owned),
            entity: entity.map(str::to_owned),
        }
    }

    fn own(id: &str, start: i64, end: i64, batch: Option<&str>) -> Event {
        let facts = Facts { batch: batch.map(str::to_owned), ..Facts::default() };
        let lot = Lot { origin: Origin::SelfGenerated, facts, ..lot(id, start, end, 2025) };
        Event::LotRecorded(Box::new(lot))
    }

    fn ledger(events: Vec<Event>) -> Ledger {
        let on = day(2026, 1, 1);
        Ledger::replay(events.into_iter().map(|event| DatedEvent::new(on, event))).expect("a ledger")
    }

    #[test]
    fn what_was_issued_for_a_batch_is_no_longer_expected() {
        let rows = || {
            vec![
                row(Some("S1"), "Orla", 60, None),
                row(Some("S1"), "Orla", 40, Some("NL")),
                row(None, "Orla", 30, None),
                row(None, "Brix", 20, None),
            ]
        };
        for (lots, issued, expected) in [
            (vec![], 0, 150),
            (vec![own("A", 1, 40, Some("S1"))], 40, 110),
            (vec![own("A", 1, 140, Some("S1"))], 140, 50),
            (vec![own("A", 1, 40, Some("S1")), own("B", 41, 70, None)], 70, 80),
            (vec![own("A", 1, 500, Some("OTHER"))], 500, 0),
        ] {
            let found = Shipments::of(rows(), &ledger(lots), 2025, None, RestorationPolicy::Strict);
            assert_eq!((found.shipments.len(), found.issued(), found.expected()), (3, issued, expected));
        }
        let of_entity = Shipments::of(rows(), &ledger(vec![]), 2025, Some("NL"), RestorationPolicy::Strict);
        assert_eq!(of_entity.expected(), 40);
    }

    #[test]
    fn own_units_on_sale_are_counted_for_their_vintage_alone() {
        let sold = Event::Moved {
            lot_id: "A".into(),
            movement: Movement::Transfer { to: "Orla".into(), price: None },
            serials: vec![range(1, 10)],
        };
        let listed =
            Event::Moved { lot_id: "A".into(), movement: Movement::List, serials: vec![range(11, 15)] };
        let ledger = ledger(vec![own("A", 1, 40, None), sold, listed]);
        let today = day(2026, 6, 16);
        assert_eq!((listed_or_sold(&ledger, 2025, today), listed_or_sold(&ledger, 2024, today)), (15, 0));
    }
}
