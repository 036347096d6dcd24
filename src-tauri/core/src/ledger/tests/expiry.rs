//! Units past their last usable day, and those that soon will be.

use super::{apply, day, lot, range, today, with};
use crate::ledger::event::Event;
use crate::ledger::expiry;
use crate::ledger::holding::Units;
use crate::ledger::lot::Lot;
use crate::ledger::movement::Movement;

#[test]
fn expired_units_are_a_loss_before_and_after_they_are_written_down() {
    let mut ledger = with(vec![lot("A", 1, 100, 2022)]);
    let lost = Units { expired: 100, ..Units::default() };
    assert_eq!(ledger.lot("A").map(|holding| holding.units(today())), Ok(lost));
    for event in ledger.expiries(today()) {
        apply(&mut ledger, event).expect("expired");
    }
    assert_eq!(ledger.lot("A").map(|holding| holding.units(day(2022, 1, 1))), Ok(lost));
    assert_eq!(ledger.expiries(today()), []);
}

#[test]
fn units_that_soon_expire_are_told_in_time() {
    let other = |lot: Lot| Lot { prefix: "DE-".into(), is_bundled: true, ..lot };
    let mut ledger = with(vec![
        lot("A", 1, 100, 2023),
        lot("B", 101, 150, 2024),
        lot("GONE", 151, 160, 2022),
        other(lot("BUNDLED", 1, 100, 2023)),
    ]);
    let moved = |movement, start, end| Event::Moved {
        lot_id: "A".into(),
        movement,
        serials: vec![range(start, end)],
    };
    apply(&mut ledger, moved(Movement::List, 1, 10)).expect("listed");
    apply(&mut ledger, moved(Movement::Reserve(2026), 11, 30)).expect("reserved");
    for (on, expected) in [
        (day(2025, 12, 30), vec![(365, 10), (180, 10), (90, 10), (30, 10)]),
        (day(2025, 12, 31), vec![(365, 100), (180, 10), (90, 10), (30, 10)]),
        (day(2026, 1, 1), vec![(365, 90)]),
        (day(2026, 7, 4), vec![(365, 90), (180, 90)]),
        (day(2026, 10, 2), vec![(365, 90), (180, 90), (90, 90)]),
        (day(2026, 12, 31), vec![(365, 140), (180, 90), (90, 90), (30, 90)]),
        (day(2027, 1, 1), vec![(365, 50)]),
    ] {
        let alerts = expiry::alerts(&ledger.groups(), on);
        let found: Vec<_> = alerts.iter().map(|alert| (alert.within_days, alert.quantity)).collect();
        assert_eq!(found, expected, "{on}");
    }
    let groups = ledger.groups();
    assert_eq!(expiry::alerts(&groups, day(2026, 12, 31))[0].on, day(2026, 12, 31));
    let days = [(day(2026, 12, 31), 90), (day(2027, 12, 31), 50)];
    assert_eq!(expiry::calendar(&groups, today()).into_iter().collect::<Vec<_>>(), days);
}
