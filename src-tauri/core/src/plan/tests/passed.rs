//! A plan whose years have all passed says what the ledger says.

use super::super::stock;
use super::*;
use crate::ledger::Ledger;
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::lot::{Facts, Lot, Origin};
use crate::ledger::movement::Movement;
use crate::ledger::tests::{lot, range as serials};
use crate::requirement::{YearNeed, net};
use proptest::prelude::*;

/// A lot by vintage, origin, units, price in cents, and how many of them are listed, reserved for 2024 and for 2025.
type Row = (i32, bool, i64, Option<i64>, [i64; 3]);

fn ledger(rows: &[Row]) -> Ledger {
    let mut ledger = Ledger::default();
    let mut start = 1;
    for (number, (vintage, is_own, units, cents, moved)) in rows.iter().enumerate() {
        let id = format!("L{number}");
        let facts = Facts { unit_price: cents.map(|cents| Decimal::new(cents, 2)), ..Facts::default() };
        let origin = if *is_own { Origin::SelfGenerated } else { Origin::Purchased };
        let one = Lot { origin, facts, ..lot(&id, start, start + units - 1, *vintage) };
        let mut next = start;
        start += units;
        let mut apply = |event| {
            // A movement that the rules refuse, such as more than the lot holds, simply does not happen.
            let _ = ledger.apply(&DatedEvent::new(day(2024, 1, 1), event));
        };
        apply(Event::LotRecorded(Box::new(one)));
        let movements = [Movement::List, Movement::Reserve(2024), Movement::Reserve(2025)];
        for (movement, units) in movements.into_iter().zip(moved).filter(|(_, units)| **units > 0) {
            let serials = vec![serials(next, next + units - 1)];
            next += units;
            apply(Event::Moved { lot_id: id.clone(), movement, serials });
        }
    }
    ledger
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        2020..2027_i32,
        any::<bool>(),
        1..60_i64,
        proptest::option::of(1..300_i64),
        [0..20_i64, 0..20, 0..20],
    );
    proptest::collection::vec(row, 0..12)
}

proptest! {
    /// Also what is to be sold: it is not, before a year that has not passed.
    #[test]
    fn it_nets_as_the_ledger_nets(
        rows in rows(),
        masses in [0..400_i64, 0..400_i64, 0..400_i64],
        target in 0..=100_i64,
    ) {
        let ledger = ledger(&rows);
        let today = day(2026, 6, 16);
        let mut known = known();
        known.stock = stock::of_ledger(&ledger, None, today, &|_| Some(Decimal::ONE));
        known.sent = Vec::new();
        known.years = (2023..=2025)
            .zip(masses)
            .map(|(number, mass)| KnownYear {
                is_passed: true,
                served_on: today,
                bought: vec![bought(mass, 0)],
                ..year(number)
            })
            .collect();
        let drivers = Drivers { target: Path::flat(target.into()), ..board_drivers() };
        let drivers = Drivers { budget: None, ..drivers };
        let plan = planned(&known, &drivers);
        let needs: Vec<YearNeed> =
            plan.years.iter().map(|year| YearNeed { year: year.year, needed: year.needed.mid }).collect();
        for (year, netting) in plan.years.iter().zip(net(&ledger, &needs, None, today).into_values()) {
            prop_assert_eq!(year.gross, year.new.mid.certificates_rounded_up());
            prop_assert_eq!(year.to_buy, netting.remaining(), "{}", year.year);
            prop_assert_eq!(year.carried, netting.to_retire() - netting.remaining());
        }
    }
}
