//! What certificates of a year cost.

use super::Ledger;
use super::lot::Origin;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

impl Ledger {
    /// Paid for bought units that are retired or reserved for a year, or usable and not yet claimed, by currency
    /// (ISO 4217). Own units cost nothing; a lot without a price is in no sum.
    pub fn spend(&self, year: i32, today: NaiveDate) -> BTreeMap<String, Decimal> {
        let mut by_currency: BTreeMap<String, Decimal> = BTreeMap::new();
        let bought = |origin| origin != Origin::SelfGenerated;
        for holding in self.holdings().filter(|one| one.lot.can_cover() && bought(one.lot.origin)) {
            let facts = &holding.lot.facts;
            let (Some(price), Some(currency)) = (facts.unit_price, &facts.currency) else { continue };
            let held = holding.units(today).held;
            let units = holding.retired_for(year) + holding.reserved_for(year, today) + held;
            if units > 0 {
                *by_currency.entry(currency.clone()).or_default() += price * Decimal::from(units);
            }
        }
        by_currency
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, lot, range};
    use super::*;
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::lot::{Facts, Lot};
    use crate::ledger::movement::Movement;

    fn paid(lot: Lot, cents: i64, currency: &str) -> Event {
        let facts = Facts {
            unit_price: Some(Decimal::new(cents, 2)),
            currency: Some(currency.into()),
            ..Facts::default()
        };
        Event::LotRecorded(Box::new(Lot { facts, ..lot }))
    }

    #[test]
    fn what_was_paid_for_a_year_by_currency() {
        let own = Lot { origin: Origin::SelfGenerated, ..lot("OWN", 301, 400, 2025) };
        let bundled = Lot { is_bundled: true, ..lot("BUNDLED", 401, 500, 2025) };
        let mut ledger = Ledger::default();
        for event in [
            paid(lot("A", 1, 100, 2025), 155, "EUR"),
            paid(lot("B", 101, 200, 2022), 100, "EUR"),
            paid(lot("C", 201, 300, 2025), 200, "USD"),
            paid(own, 100, "EUR"),
            paid(bundled, 100, "EUR"),
            Event::Moved {
                lot_id: "A".into(),
                movement: Movement::Reserve(2026),
                serials: vec![range(1, 10)],
            },
            Event::Moved { lot_id: "A".into(), movement: Movement::List, serials: vec![range(11, 30)] },
        ] {
            ledger.apply(&DatedEvent::new(day(2025, 6, 1), event)).expect("applied");
        }
        let spend = |year, today| {
            let sums = ledger.spend(year, today).into_iter();
            sums.map(|(currency, sum)| format!("{} {currency}", sum.normalize())).collect::<Vec<_>>()
        };
        assert_eq!(spend(2025, day(2025, 6, 1)), ["208.5 EUR", "200 USD"]);
        assert_eq!(spend(2026, day(2026, 6, 1)), ["124 EUR", "200 USD"]);
        assert_eq!(spend(2026, day(2029, 1, 1)), [] as [String; 0]);
    }
}
