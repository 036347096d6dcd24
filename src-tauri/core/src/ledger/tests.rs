//! The ledger's rules as cases, and its invariants as properties against a model that keeps every unit by itself.

use super::event::{DatedEvent, Event, Movement, Retirement, RetirementLine};
use super::holding::{UnitState, Units};
use super::lot::{Lot, Origin, SerialRange, last_usable_day};
use super::retire::{LotPick, Take};
use super::{Ledger, LedgerError};
use chrono::NaiveDate;
use proptest::prelude::*;
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
        methodology: None,
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
        Event::Retired(Retirement {
            id: "R-2025-01".into(),
            year: 2025,
            beneficiary: "Larkmoor = Group\r\nSE".into(),
            entity: None,
            claim_level: "unassigned".into(),
            because: Some("coverage".into()),
            lines,
        }),
        Event::YearLocked(2025),
        Event::YearUnlocked { year: 2025, because: "restated".into() },
    ] {
        assert_eq!(Event::from_text(&event.to_text()), Some(event));
    }
    for text in ["", "retired", "recorded\nlot=A", "moved\nlot=A", "year_locked\nyear=2025\nyear=2026"] {
        assert_eq!(Event::from_text(text), None, "{text}");
    }
}

/// A lot's units, each by itself: what the ledger must agree with.
type Model = Vec<(String, Vec<UnitState>)>;

#[derive(Clone, Debug)]
enum Step {
    Move(usize, Movement, i64, i64),
    Retire(i64, i32),
    Expire,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let movement = prop_oneof![
        (2025..2027_i32).prop_map(Movement::Reserve),
        (2025..2027_i32).prop_map(Movement::Release),
        Just(Movement::List),
        Just(Movement::Withdraw),
        Just(Movement::Transfer { to: "B".into() }),
        Just(Movement::Cancel { because: "x".into() }),
    ];
    let step = prop_oneof![
        4 => (0..3_usize, movement, 1..31_i64, 0..12_i64).prop_map(|(lot, movement, start, more)| Step::Move(lot, movement, start, start + more)),
        2 => (1..25_i64, 2025..2027_i32).prop_map(|(quantity, year)| Step::Retire(quantity, year)),
        1 => Just(Step::Expire),
    ];
    prop::collection::vec(step, 0..24)
}

fn model_move(units: &mut [UnitState], start: i64, end: i64, from: &[UnitState], to: UnitState) -> bool {
    let (Ok(first), Ok(last)) = (usize::try_from(start - 1), usize::try_from(end)) else { return false };
    let Some(part) = units.get_mut(first..last) else { return false };
    let free = part.iter().all(|unit| from.contains(unit));
    if free {
        part.fill(to);
    }
    free
}

fn model_ends(movement: &Movement) -> (Vec<UnitState>, UnitState) {
    use UnitState::{Cancelled, Expired, Held, Listed, Reserved, Transferred};
    match movement {
        Movement::Reserve(year) => (vec![Held], Reserved(*year)),
        Movement::Release(year) => (vec![Reserved(*year)], Held),
        Movement::List => (vec![Held], Listed),
        Movement::Withdraw => (vec![Listed], Held),
        Movement::Transfer { .. } => (vec![Held, Listed], Transferred),
        Movement::Cancel { .. } => (vec![Held], Cancelled),
        Movement::Expire => (vec![], Expired),
    }
}

proptest! {
    /// No unit is lost, doubled, retired twice or below zero, and a replay of the events' texts gives the same state.
    #[test]
    fn random_histories_agree_with_the_model(steps in steps()) {
        let lots = vec![lot("A", 1, 30, 2023), lot("B", 31, 60, 2024), lot("C", 61, 90, 2025)];
        let mut events: Vec<DatedEvent> = Vec::new();
        let mut ledger = Ledger::default();
        let mut model: Model = Vec::new();
        for lot in lots {
            model.push((lot.id.clone(), vec![UnitState::Held; 30]));
            let event = DatedEvent { on: today(), event: Event::LotRecorded(Box::new(lot)) };
            prop_assert!(ledger.apply(&event).is_ok());
            events.push(event);
        }
        for (number, step) in steps.into_iter().enumerate() {
            let event = match &step {
                Step::Move(index, movement, start, end) => {
                    let offset = i64::try_from(*index).unwrap_or_default() * 30;
                    let (lot_id, units) = &mut model[*index];
                    let (from, to) = model_ends(movement);
                    let expected = model_move(units, *start, *end, &from, to);
                    let event = Event::Moved {
                        lot_id: lot_id.clone(),
                        movement: movement.clone(),
                        serials: vec![range(start + offset, end + offset)],
                    };
                    let before = ledger.clone();
                    let dated = DatedEvent { on: today(), event };
                    prop_assert_eq!(ledger.apply(&dated).is_ok(), expected);
                    if !expected {
                        prop_assert_eq!(&ledger, &before);
                        continue;
                    }
                    dated
                }
                Step::Retire(quantity, year) => {
                    let usable: i64 = model.iter().flat_map(|(_, units)| units).filter(|unit| {
                        **unit == UnitState::Held || **unit == UnitState::Reserved(*year)
                    }).count().try_into().unwrap_or_default();
                    let proposal = ledger.propose(*quantity, *year, today());
                    prop_assert_eq!(proposal.is_ok(), *quantity <= usable);
                    let Ok(takes) = proposal else { continue };
                    prop_assert_eq!(takes.iter().map(Take::quantity).sum::<i64>(), *quantity);
                    for take in &takes {
                        let index = ["A", "B", "C"].iter().position(|id| *id == take.lot_id).unwrap_or_default();
                        let offset = i64::try_from(index).unwrap_or_default() * 30;
                        let from = [UnitState::Held, UnitState::Reserved(*year)];
                        for serials in &take.serials {
                            let (start, end) = (serials.start() - offset, serials.end() - offset);
                            prop_assert!(model_move(&mut model[index].1, start, end, &from, UnitState::Retired(*year)));
                        }
                    }
                    let mut event = retirement(&format!("R-{number}"), &takes);
                    if let Event::Retired(retirement) = &mut event {
                        retirement.year = *year;
                    }
                    let dated = DatedEvent { on: today(), event };
                    prop_assert!(ledger.apply(&dated).is_ok());
                    let again = Event::Retired(match &dated.event {
                        Event::Retired(retirement) => Retirement { id: format!("again-{number}"), ..retirement.clone() },
                        _ => unreachable!("a retirement"),
                    });
                    let twice = ledger.apply(&DatedEvent { on: today(), event: again });
                    prop_assert!(twice.is_err());
                    dated
                }
                Step::Expire => {
                    prop_assert_eq!(ledger.expiries(today()), vec![]);
                    continue;
                }
            };
            events.push(event);
        }
        for (lot_id, units) in &model {
            let mut expected = Units::default();
            units.iter().for_each(|unit| expected.add(*unit, 1));
            let holding = ledger.lot(lot_id).expect("the lot");
            prop_assert_eq!(holding.units(today()), expected);
            prop_assert_eq!(expected.quantity(), 30);
            let flat: Vec<_> = holding.ranges().iter().flat_map(|range| {
                std::iter::repeat_n(range.state, usize::try_from(range.serials.quantity()).unwrap_or_default())
            }).collect();
            prop_assert_eq!(&flat, units);
        }
        let read = events.iter().map(|dated| DatedEvent {
            on: dated.on,
            event: Event::from_text(&dated.event.to_text()).expect("an event"),
        });
        prop_assert_eq!(Ledger::replay(read), Ok(ledger));
    }
}
