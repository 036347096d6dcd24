//! Which units a retirement takes, which it may not take, and how it is reversed.

use super::{apply, day, locked, lot, range, retirement, retirement_of, today, with};
use crate::ledger::event::Event;
use crate::ledger::lot::{Facts, Lot, Origin};
use crate::ledger::movement::Movement;
use crate::ledger::retire::LotPick;
use crate::ledger::retirement::Retirement;
use crate::ledger::{Ledger, LedgerError};
use rust_decimal::Decimal;

#[test]
fn first_expiring_then_oldest_then_cheapest() {
    let own = |id: &str, start| Lot { origin: Origin::SelfGenerated, ..lot(id, start, start + 9, 2025) };
    let paid = |id: &str, start, price: i64| Lot {
        facts: Facts { unit_price: Some(Decimal::new(price, 2)), ..Facts::default() },
        ..lot(id, start, start + 9, 2025)
    };
    let late = Lot { expires_on: day(2028, 12, 31), ..lot("E-old", 401, 410, 2023) };
    let ledger = with(vec![
        paid("A-dear", 1, 162),
        own("B-own", 101),
        paid("C-cheap", 201, 120),
        lot("D-first", 301, 310, 2024),
        late,
    ]);
    let takes = ledger.propose(45, 2025, today()).expect("enough units");
    let order: Vec<_> = takes.iter().map(|take| (take.lot_id.as_str(), take.quantity())).collect();
    assert_eq!(order, [("D-first", 10), ("E-old", 10), ("B-own", 10), ("C-cheap", 10), ("A-dear", 5)]);
}

#[test]
fn what_cannot_be_retired_is_refused_by_name() {
    let bundled = Lot { is_bundled: true, ..lot("BUNDLED", 1, 60, 2025) };
    let avoided = Lot { class: "I-TEC AE".into(), ..lot("AE", 1, 60, 2025) };
    let other = |lot: Lot, prefix: &str| Lot { prefix: prefix.into(), ..lot };
    let ledger = with(vec![
        lot("GOOD", 1, 60, 2025),
        other(lot("MORE", 1, 40, 2025), "PL-"),
        other(lot("OLD", 1, 60, 2021), "US-"),
        other(bundled, "DE-"),
        other(avoided, "FR-"),
    ]);
    for (id, quantity, message) in [
        ("GOOD", 61, "lot GOOD holds 60 usable certificates, not 61; 40 more are usable in 1 other lots"),
        ("OLD", 1, "lot OLD expired on 2024-12-31"),
        (
            "BUNDLED",
            1,
            "lot BUNDLED was bought with its devices and substantiates that purchase; it never covers new mass",
        ),
        ("AE", 1, "lot AE is of class I-TEC AE; only I-TEC covers a requirement"),
        ("NONE", 1, "there is no lot NONE"),
    ] {
        let pick = LotPick { lot_id: id.into(), quantity: Some(quantity) };
        let refused = ledger.propose_from(&[pick], None, 2025, today()).map_err(|error| error.to_string());
        assert_eq!(refused, Err(message.into()));
    }
    assert_eq!(
        ledger.propose(101, 2025, today()),
        Err(LedgerError::MoreThanUsable { on: today(), asked: 101, usable: 100, year: 2025 })
    );
}

#[test]
fn a_unit_reserved_for_one_year_is_not_retired_for_another() {
    let mut ledger = with(vec![lot("A", 1, 100, 2025)]);
    let reserve =
        Event::Moved { lot_id: "A".into(), movement: Movement::Reserve(2026), serials: vec![range(1, 90)] };
    apply(&mut ledger, reserve).expect("reserved");
    assert!(ledger.propose(11, 2025, today()).is_err());
    let takes = ledger.propose(100, 2026, today()).expect("reserved units are usable for their year");
    assert_eq!(takes[0].serials, [range(1, 90), range(91, 100)]);
}

#[test]
fn a_locked_year_takes_no_retirement() {
    let mut ledger = with(vec![lot("A", 1, 100, 2025)]);
    let takes = ledger.propose(5, 2025, today()).expect("units");
    apply(&mut ledger, locked(2025)).expect("locked");
    assert_eq!(apply(&mut ledger, retirement("R", &takes)), Err(LedgerError::YearLocked { year: 2025 }));
    let unlock = Event::YearUnlocked { year: 2025, because: "restated weights".into() };
    apply(&mut ledger, unlock).expect("unlocked");
    assert_eq!(apply(&mut ledger, retirement("R", &takes)), Ok(()));
}

#[test]
fn a_retirement_is_reversed_once_with_evidence_and_its_number_is_never_used_again() {
    let mut ledger = with(vec![lot("A", 1, 100, 2025)]);
    let takes = ledger.propose(40, 2025, today()).expect("units");
    let made = retirement_of("R", 2025, &takes);
    let reversed = |evidence: &str| Event::Reversed { retirement: made.clone(), evidence: evidence.into() };
    let id = || "R".to_owned();
    let refused = |ledger: &mut Ledger, event| apply(ledger, event).expect_err("refused");
    assert_eq!(refused(&mut ledger, reversed("letter")), LedgerError::UnknownRetirement { id: id() });
    apply(&mut ledger, Event::Retired(made.clone())).expect("retired");
    assert_eq!(refused(&mut ledger, reversed(" ")), LedgerError::NoEvidence { id: id() });
    let other = Retirement { lines: made.lines[..0].to_vec(), ..made.clone() };
    let other = Event::Reversed { retirement: other, evidence: "letter".into() };
    assert_eq!(refused(&mut ledger, other), LedgerError::RetirementDiffers { id: id() });
    apply(&mut ledger, locked(2025)).expect("locked");
    assert_eq!(refused(&mut ledger, reversed("letter")), LedgerError::YearLocked { year: 2025 });
    apply(&mut ledger, Event::YearUnlocked { year: 2025, because: "registry".into() }).expect("unlocked");
    apply(&mut ledger, reversed("letter")).expect("reversed");
    assert_eq!(ledger.lot("A").map(|holding| holding.units(today()).held), Ok(100));
    assert_eq!(refused(&mut ledger, reversed("letter")), LedgerError::AlreadyReversed { id: id() });
    assert_eq!(
        refused(&mut ledger, Event::Retired(made.clone())),
        LedgerError::RetirementExists { id: id() }
    );
}
