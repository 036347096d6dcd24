//! What may be recorded as a lot, and under which id.

use super::{apply, lot, with};
use crate::ledger::LedgerError;
use crate::ledger::event::Event;
use crate::ledger::lot::{Facts, Lot};

#[test]
fn the_same_certificate_is_never_recorded_twice() {
    let mut ledger = with(vec![lot("A", 100, 199, 2025)]);
    let before = ledger.clone();
    let elsewhere = Lot { prefix: "US-O-".into(), ..lot("B", 100, 199, 2025) };
    for (lot, refused) in [
        (lot("A", 500, 600, 2025), true),
        (lot("B", 199, 200, 2025), true),
        (lot("B", 1, 100, 2025), true),
        (lot("B", 120, 130, 2024), true),
        (lot("B", 200, 300, 2025), false),
        (elsewhere, false),
    ] {
        let mut copy = ledger.clone();
        assert_eq!(apply(&mut copy, Event::LotRecorded(Box::new(lot))).is_err(), refused);
    }
    let overlap = apply(&mut ledger, Event::LotRecorded(Box::new(lot("B", 199, 299, 2025))));
    assert_eq!(
        overlap.map_err(|error| error.to_string()),
        Err("serials 199-299 of lot B are already recorded in lot A (100-199)".into())
    );
    assert_eq!(ledger, before);
}

/// Greek and Cyrillic letters that look Latin, full-width ones, accents of another case; a zero is no O.
#[test]
fn serials_are_not_recorded_again_under_a_prefix_that_looks_the_same() {
    let of =
        |prefix: &str, id: &str, first, last| Lot { prefix: prefix.into(), ..lot(id, first, last, 2025) };
    let ledger = with(vec![of("AB-", "A", 1, 100), of("ÄÖ-", "C", 1, 100)]);
    for (prefix, first, refused) in [
        ("\u{391}B-", 50, true),
        ("\u{410}\u{412}-", 50, true),
        ("A\u{200b}B-", 50, true),
        ("äö-", 50, true),
        ("\u{391}B-", 101, false),
        ("AO-", 50, false),
        ("ab-", 101, false),
    ] {
        let new = of(prefix, "B", first, first + 10);
        assert_eq!(ledger.refuse_look_alike(&new).is_err(), refused, "{prefix}");
    }
    // What stands so already can be read, and is found by either spelling.
    let ledger = with(vec![of("\u{391}B-", "B", 1, 100)]);
    assert!(ledger.refuse_look_alike(&of("AB-", "A", 100, 101)).is_err());
    let both = with(vec![of("\u{391}B-", "B", 1, 100), of("AB-", "A", 1, 100)]);
    assert_eq!(both.holdings().count(), 2);
}

#[test]
fn one_batch_carries_one_class() {
    let batch = |id: &str, class: &str, start| Lot {
        class: class.into(),
        facts: Facts { batch: Some("OSR-23-41".into()), ..Facts::default() },
        ..lot(id, start, start + 9, 2025)
    };
    let mut ledger = with(vec![batch("A", "I-TEC", 1)]);
    assert!(apply(&mut ledger, Event::LotRecorded(Box::new(batch("B", "I-TEC", 11)))).is_ok());
    let second = apply(&mut ledger, Event::LotRecorded(Box::new(batch("C", "I-MAT", 21))));
    assert!(matches!(second, Err(LedgerError::BatchHasOtherClass { .. })));
}

#[test]
fn the_next_number_of_a_lot_was_never_used() {
    let id = |number: i64| format!("BLO-2025-{number:04}");
    let mut ledger = with(vec![
        lot(&id(9), 1, 10, 2025),
        lot("BLO-2024-0003", 31, 40, 2024),
        lot("BLO-2025-notes", 41, 50, 2025),
    ]);
    assert_eq!(ledger.next_number_after("BLO-2025-"), 10);
    assert_eq!(ledger.next_number_after("BLO-2024-"), 4);
    assert_eq!(ledger.next_number_after("BLO-2023-"), 1);
    let into = ["BLO-2024-0003-1".into(), "BLO-2024-0003-2".into()];
    apply(&mut ledger, Event::Split { lot_id: "BLO-2024-0003".into(), at: 35, into }).expect("split");
    assert_eq!(ledger.next_number_after("BLO-2024-"), 4);
    for number in 9_999..10_020 {
        let next = Event::LotRecorded(Box::new(lot(&id(number), number * 10, number * 10 + 9, 2025)));
        apply(&mut ledger, next).expect("a lot");
        assert_eq!(ledger.next_number_after("BLO-2025-"), u32::try_from(number).expect("small") + 1);
    }
}
