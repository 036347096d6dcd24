//! The ledger's rules as cases, and its invariants as properties against a model that keeps every unit by itself.

use super::event::{DatedEvent, Event, Movement, Retirement, RetirementLine};
use super::holding::Units;
use super::lot::{Lot, Origin, SerialRange, last_usable_day};
use super::retire::{LotPick, Take};
use super::{Ledger, LedgerError};
use chrono::NaiveDate;
use rust_decimal::Decimal;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub(crate) fn range(start: i64, end: i64) -> SerialRange {
    SerialRange::new(start, end).expect("a range")
}

pub(crate) fn lot(id: &str, start: i64, end: i64, vintage: i32) -> Lot {
    Lot {
        id: id.into(),
        class: "I-TEC".into(),
        registry: "Bloom".into(),
        prefix: "NL-R-".into(),
        serials: range(start, end),
        vintage,
        expires_on: last_usable_day(vintage).expect("a date"),
        origin: Origin::Purchased,
        is_bundled: false,
        batch: None,
        entity: None,
        unit_price: None,
        currency: None,
        project: None,
        facility: None,
        country: None,
        counterparty: None,
        trade_date: None,
        methodology_version: None,
        verification_body: None,
        tco2e: None,
    }
}

const TODAY: (i32, u32, u32) = (2026, 6, 16);

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

fn with(lots: Vec<Lot>) -> Ledger {
    let mut ledger = Ledger::default();
    for lot in lots {
        apply(&mut ledger, Event::LotRecorded(Box::new(lot))).expect("a recorded lot");
    }
    ledger
}

fn apply(ledger: &mut Ledger, event: Event) -> Result<(), LedgerError> {
    ledger.apply(&DatedEvent { on: today(), event })
}

fn retirement(id: &str, takes: &[Take]) -> Event {
    Event::Retired(Retirement {
        id: id.into(),
        year: 2025,
        beneficiary: "Larkmoor Group SE".into(),
        entity: None,
        claim_level: "unassigned".into(),
        because: None,
        lines: takes.iter().flat_map(Take::lines).collect(),
    })
}

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

#[test]
fn one_batch_carries_one_class() {
    let batch = |id: &str, class: &str, start| Lot {
        class: class.into(),
        batch: Some("OSR-23-41".into()),
        ..lot(id, start, start + 9, 2025)
    };
    let mut ledger = with(vec![batch("A", "I-TEC", 1)]);
    assert!(apply(&mut ledger, Event::LotRecorded(Box::new(batch("B", "I-TEC", 11)))).is_ok());
    let second = apply(&mut ledger, Event::LotRecorded(Box::new(batch("C", "I-MAT", 21))));
    assert!(matches!(second, Err(LedgerError::BatchHasOtherClass { .. })));
}

#[test]
fn first_expiring_then_oldest_then_cheapest() {
    let own = |id: &str, start| Lot { origin: Origin::SelfGenerated, ..lot(id, start, start + 9, 2025) };
    let paid = |id: &str, start, price: i64| Lot {
        unit_price: Some(Decimal::new(price, 2)),
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
        Err(LedgerError::MoreThanUsable { asked: 101, usable: 100, year: 2025 })
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
    apply(&mut ledger, Event::YearLocked(2025)).expect("locked");
    assert_eq!(apply(&mut ledger, retirement("R", &takes)), Err(LedgerError::YearLocked { year: 2025 }));
    let unlock = Event::YearUnlocked { year: 2025, because: "restated weights".into() };
    apply(&mut ledger, unlock).expect("unlocked");
    assert_eq!(apply(&mut ledger, retirement("R", &takes)), Ok(()));
}

#[test]
fn a_retirement_is_reversed_once_with_evidence_and_its_number_is_never_used_again() {
    let mut ledger = with(vec![lot("A", 1, 100, 2025)]);
    let takes = ledger.propose(40, 2025, today()).expect("units");
    let Event::Retired(made) = retirement("R", &takes) else { unreachable!("a retirement") };
    let reversed = |evidence: &str| Event::Reversed { retirement: made.clone(), evidence: evidence.into() };
    let id = || "R".to_owned();
    let refused = |ledger: &mut Ledger, event| apply(ledger, event).expect_err("refused");
    assert_eq!(refused(&mut ledger, reversed("letter")), LedgerError::UnknownRetirement { id: id() });
    apply(&mut ledger, Event::Retired(made.clone())).expect("retired");
    assert_eq!(refused(&mut ledger, reversed(" ")), LedgerError::NoEvidence { id: id() });
    let other = Retirement { lines: made.lines[..0].to_vec(), ..made.clone() };
    let other = Event::Reversed { retirement: other, evidence: "letter".into() };
    assert_eq!(refused(&mut ledger, other), LedgerError::RetirementDiffers { id: id() });
    apply(&mut ledger, Event::YearLocked(2025)).expect("locked");
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
        let alerts = ledger.expiry_alerts(on);
        let found: Vec<_> = alerts.iter().map(|alert| (alert.within_days, alert.quantity)).collect();
        assert_eq!(found, expected, "{on}");
    }
    assert_eq!(ledger.expiry_alerts(day(2026, 12, 31))[0].on, day(2026, 12, 31));
}

#[test]
fn every_event_survives_its_text() {
    let full = Lot {
        batch: Some("OSR=23\\41\nnext".into()),
        entity: Some("Larkmoor GmbH".into()),
        unit_price: Some(Decimal::new(115, 2)),
        currency: Some("EUR".into()),
        trade_date: Some(day(2026, 5, 28)),
        tco2e: Some(Decimal::new(84, 1)),
        ..lot("BLM 1", 1, 10, 2025)
    };
    let lines = vec![RetirementLine { lot_id: "BLM 1".into(), serials: range(1, 5) }];
    let retirement = Retirement {
        id: "R-2025-01".into(),
        year: 2025,
        beneficiary: "Larkmoor = Group\r\nSE".into(),
        entity: None,
        claim_level: "unassigned".into(),
        because: Some("coverage".into()),
        lines,
    };
    let moved =
        |movement| Event::Moved { lot_id: "A".into(), movement, serials: vec![range(1, 2), range(4, 9)] };
    for event in [
        Event::LotRecorded(Box::new(full)),
        Event::LotRemoved { lot_id: "A".into(), because: "import undone".into() },
        moved(Movement::Reserve(2025)),
        moved(Movement::Release(2025)),
        moved(Movement::List),
        moved(Movement::Withdraw),
        moved(Movement::Transfer { to: "Orla AG".into() }),
        moved(Movement::Cancel { because: "typed twice".into() }),
        moved(Movement::Expire),
        Event::Reversed { retirement: retirement.clone(), evidence: "Registry letter 4711\n2026".into() },
        Event::Retired(retirement),
        Event::YearLocked(2025),
        Event::YearUnlocked { year: 2025, because: "restated".into() },
    ] {
        assert_eq!(Event::from_text(&event.to_text()), Some(event));
    }
    for text in ["", "retired", "recorded\nlot=A", "moved\nlot=A", "year_locked\nyear=2025\nyear=2026"] {
        assert_eq!(Event::from_text(text), None, "{text}");
    }
}
