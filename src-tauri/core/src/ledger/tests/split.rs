//! A lot that becomes two.

use super::{apply, lot, with};
use crate::ledger::Ledger;
use crate::ledger::event::Event;
use crate::ledger::lot::{Facts, Lot};
use rust_decimal::Decimal;

#[test]
fn a_lot_that_was_split_says_into_what_and_its_id_is_never_used_again() {
    let mut ledger = with(vec![lot("A", 1, 100, 2025)]);
    let split = |at, lower: &str, upper: &str| Event::Split {
        lot_id: "A".into(),
        at,
        into: [lower.into(), upper.into()],
    };
    let refused = |ledger: &mut Ledger, event| apply(ledger, event).expect_err("refused").to_string();
    for at in [1, 101, 0, -5, i64::MAX] {
        let words = format!("lot A holds serials 1-100; it cannot be split before {at}");
        assert_eq!(refused(&mut ledger, split(at, "A-1", "A-2")), words);
    }
    assert_eq!(refused(&mut ledger, split(50, "A-1", "A-1")), "lot A-1 is already recorded");
    assert_eq!(refused(&mut ledger, split(50, "A", "A-2")), "lot A is already recorded");
    apply(&mut ledger, split(61, "A-1", "A-2")).expect("split");
    assert_eq!(
        ledger.lot("A").map_err(|error| error.to_string()).err().as_deref(),
        Some("lot A was split into A-1 and A-2")
    );
    assert_eq!(ledger.lots_before("A-2"), ["A"]);
    assert!(ledger.is_lot_id("A") && !ledger.is_lot_id("B"));
    let again = Event::LotRecorded(Box::new(lot("A", 200, 300, 2025)));
    assert_eq!(refused(&mut ledger, again), "lot A is already recorded");
    let over = Event::LotRecorded(Box::new(lot("B", 60, 61, 2025)));
    assert_eq!(refused(&mut ledger, over), "serials 60-61 of lot B are already recorded in lot A-2 (61-100)");
}

#[test]
fn tonnes_are_shared_by_a_split_and_none_are_lost() {
    let tonnes = |text: &str| text.parse::<Decimal>().expect("a number");
    for (whole, at, lower, upper) in
        [("8.4", 51, "4.2", "4.2"), ("1", 34, "0.33", "0.67"), ("0.000001", 2, "0", "0.000001")]
    {
        let mut ledger = with(vec![Lot {
            facts: Facts { tco2e: Some(tonnes(whole)), ..Facts::default() },
            ..lot("A", 1, 100, 2025)
        }]);
        let into = ["A-1".into(), "A-2".into()];
        apply(&mut ledger, Event::Split { lot_id: "A".into(), at, into }).expect("split");
        let found = |id| ledger.lot(id).expect("a lot").lot.facts.tco2e;
        assert_eq!((found("A-1"), found("A-2")), (Some(tonnes(lower)), Some(tonnes(upper))));
    }
}
