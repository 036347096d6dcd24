//! The own day of an action: what it may not be before, and what stands on it.

use super::{change, day, locked, lot, range, retirement_of, today};
use crate::ledger::event::{DatedEvent, Event, Recorder};
use crate::ledger::fact::Fact;
use crate::ledger::lot::{Facts, Lot};
use crate::ledger::movement::Movement;
use crate::ledger::{Ledger, LedgerError};
use crate::year::FiscalYearStart;
use chrono::{NaiveDate, NaiveTime};

/// A lot of 2025 that was bought on 10 February 2026.
fn bought() -> (Ledger, Vec<DatedEvent>) {
    let traded_on = day(2026, 2, 10);
    let facts = Facts { trade_date: Some(traded_on), ..Facts::default() };
    let lot = Lot { facts, ..lot("A", 1, 100, 2025) };
    let recorded = DatedEvent::new(traded_on, Event::LotRecorded(Box::new(lot)));
    let mut ledger = Ledger::default();
    ledger.apply(&recorded).expect("a lot");
    (ledger, vec![recorded])
}

fn moved(movement: Movement, start: i64, end: i64) -> Event {
    Event::Moved { lot_id: "A".into(), movement, serials: vec![range(start, end)] }
}

fn told(on: NaiveDate, event: Event) -> DatedEvent {
    DatedEvent { recorded_on: Some(today()), ..DatedEvent::new(on, event) }
}

fn refused(ledger: &mut Ledger, on: NaiveDate, event: Event) -> String {
    let before = ledger.clone();
    let words = ledger.apply(&told(on, event)).expect_err("refused").to_string();
    assert_eq!(*ledger, before);
    words
}

#[test]
fn nothing_happens_before_a_lot_is_there_nor_on_a_day_to_come() {
    let (mut ledger, _) = bought();
    let list = || moved(Movement::List, 1, 10);
    assert_eq!(
        refused(&mut ledger, day(2026, 2, 9), list()),
        "nothing can have happened to lot A on 2026-02-09: it is there from 2026-02-10, the day of its trade"
    );
    assert_eq!(
        refused(&mut ledger, day(2026, 6, 17), list()),
        "2026-06-17 is still to come: today is 2026-06-16"
    );
    let early = DatedEvent::new(day(2024, 12, 31), Event::LotRecorded(Box::new(lot("B", 200, 300, 2025))));
    assert!(matches!(ledger.apply(&early), Err(LedgerError::BeforeTheLot { .. })));
    for event in [
        Event::Split { lot_id: "A".into(), at: 50, into: ["A-1".into(), "A-2".into()] },
        Event::Adjusted {
            lot_id: "A".into(),
            changes: vec![change(Fact::Country, None, Some("NL"))],
            because: "typed".into(),
        },
    ] {
        assert!(refused(&mut ledger, day(2026, 1, 1), event).contains("it is there from 2026-02-10"));
    }
    assert!(ledger.propose(1, 2025, day(2026, 2, 9)).is_err());
    assert!(ledger.propose(100, 2025, day(2026, 2, 10)).is_ok());
}

#[test]
fn what_was_recorded_for_a_later_day_is_not_undone_by_an_earlier_one() {
    let (mut ledger, _) = bought();
    let apply = |ledger: &mut Ledger, on, event| ledger.apply(&told(on, event)).expect("applied");
    apply(&mut ledger, day(2026, 4, 1), moved(Movement::Reserve(2026), 1, 40));
    let takes = ledger.propose(60, 2025, day(2026, 3, 30)).expect("the others");
    assert_eq!(takes[0].serials, [range(41, 100)]);
    assert!(ledger.propose(61, 2026, day(2026, 3, 30)).is_err());
    assert_eq!(ledger.propose(100, 2026, day(2026, 4, 1)).map(|takes| takes[0].quantity()), Ok(100));
    let all = ledger.propose(100, 2026, today()).expect("all");
    assert_eq!(
        refused(&mut ledger, day(2026, 3, 30), Event::Retired(retirement_of("R", 2026, &all))),
        "certificates 1-40 of lot A are reserved for 2026 only since 2026-04-01: on 2026-03-30 they were not, \
         and nothing may be put before that"
    );
    apply(&mut ledger, day(2026, 4, 2), moved(Movement::Release(2026), 1, 40));
    assert!(
        refused(&mut ledger, day(2026, 3, 30), moved(Movement::List, 40, 41))
            .contains("only since 2026-04-02")
    );
    apply(&mut ledger, day(2026, 3, 30), moved(Movement::List, 41, 50));
    assert!(
        refused(&mut ledger, day(2026, 3, 29), moved(Movement::Withdraw, 41, 41))
            .contains("since 2026-03-30")
    );
}

#[test]
fn a_retirement_is_reversed_on_its_day_at_the_earliest() {
    let (mut ledger, _) = bought();
    let takes = ledger.propose(40, 2025, day(2026, 3, 30)).expect("units");
    let made = retirement_of("R", 2025, &takes);
    ledger.apply(&told(day(2026, 3, 30), Event::Retired(made.clone()))).expect("retired");
    let reversed = || Event::Reversed { retirement: made.clone(), evidence: "letter".into() };
    assert_eq!(
        refused(&mut ledger, day(2026, 3, 29), reversed()),
        "retirement R is of 2026-03-30; it cannot have been reversed on 2026-03-29"
    );
    ledger.apply(&told(day(2026, 3, 31), reversed())).expect("reversed");
    assert!(ledger.propose(100, 2025, day(2026, 3, 30)).is_err());
    assert!(ledger.propose(100, 2025, day(2026, 3, 31)).is_ok());
}

#[test]
fn a_use_before_the_last_usable_day_is_recorded_after_it() {
    let mut ledger = Ledger::default();
    let recorded = Event::LotRecorded(Box::new(lot("A", 1, 100, 2022)));
    ledger.apply(&told(day(2025, 1, 1), recorded)).expect("a lot");
    assert!(ledger.propose(10, 2025, today()).is_err());
    let takes = ledger.propose(10, 2025, day(2025, 12, 31)).expect("still usable");
    let made = Event::Retired(retirement_of("R", 2025, &takes));
    assert_eq!(refused(&mut ledger, day(2026, 1, 1), made.clone()), "lot A expired on 2025-12-31");
    ledger.apply(&told(day(2025, 12, 31), made)).expect("retired");
    assert_eq!(ledger.lot("A").map(|holding| holding.units(today()).expired), Ok(90));
}

#[test]
fn a_lot_is_not_corrected_to_begin_after_something_happened_to_it() {
    let (mut ledger, _) = bought();
    ledger.apply(&told(day(2026, 3, 1), moved(Movement::List, 1, 1))).expect("listed");
    let corrected = |old: &str, new: &str| Event::Adjusted {
        lot_id: "A".into(),
        changes: vec![change(Fact::TradeDate, Some(old), Some(new))],
        because: "the invoice".into(),
    };
    assert_eq!(
        refused(&mut ledger, today(), corrected("2026-02-10", "2026-03-02")),
        "lot A would be there from 2026-03-02, the day of its trade, and certificates of it were moved on 2026-03-01"
    );
    ledger.apply(&told(today(), corrected("2026-02-10", "2026-03-01"))).expect("corrected");
}

#[test]
fn a_day_in_a_locked_year_takes_nothing_but_proof() {
    let (mut ledger, _) = bought();
    ledger.apply(&told(today(), locked(2026))).expect("locked");
    let april = FiscalYearStart::from_month(4).expect("a month");
    for (on, start, is_refused) in [
        (day(2026, 3, 31), FiscalYearStart::JANUARY, true),
        (day(2026, 3, 31), april, true),
        (day(2026, 4, 1), april, false),
    ] {
        let dated = told(on, moved(Movement::List, 1, 1));
        assert_eq!(ledger.refuse_locked_day(&dated, start).is_err(), is_refused, "{on}");
        let checked = told(on, Event::Checked(Default::default()));
        assert_eq!(ledger.refuse_locked_day(&checked, start), Ok(()));
    }
}

#[test]
fn balances_at_the_end_of_a_day_are_those_of_its_own_history() {
    let (mut ledger, mut events) = bought();
    let mut tell = |on, event| {
        let dated = told(on, event);
        ledger.apply(&dated).expect("applied");
        events.push(dated);
        ledger.clone()
    };
    tell(day(2026, 4, 2), moved(Movement::Transfer { to: "Orla".into(), price: None }, 1, 10));
    let now = tell(
        day(2026, 4, 3),
        Event::Split { lot_id: "A".into(), at: 51, into: ["A-1".into(), "A-2".into()] },
    );
    let takes = now.propose(60, 2025, day(2026, 3, 30)).expect("units");
    tell(day(2026, 3, 30), Event::Retired(retirement_of("R", 2025, &takes)));
    for (on, retired, transferred) in
        [(day(2026, 3, 29), 0, 0), (day(2026, 3, 30), 60, 0), (day(2026, 4, 2), 60, 10), (today(), 60, 10)]
    {
        let then = Ledger::at_end_of(&events, on).expect("balances");
        let units: Vec<_> = then.holdings().map(|holding| holding.units(on)).collect();
        let sum = |of: fn(&crate::ledger::holding::Units) -> i64| units.iter().map(of).sum::<i64>();
        assert_eq!((sum(|one| one.retired), sum(|one| one.transferred)), (retired, transferred), "{on}");
    }
    let none = Ledger::at_end_of(&events, day(2026, 2, 9)).expect("balances");
    assert_eq!(none.holdings().count(), 0);
}

#[test]
fn an_event_of_the_earlier_log_is_read_as_it_was_written() {
    let text = "withdrawn\nlot=A\nserials=1-2";
    let dated = DatedEvent::from_text(today(), text).expect("an event");
    assert_eq!((dated.recorded_on, dated.to_text().as_str()), (None, text));
    let dated = told(day(2026, 3, 30), dated.event);
    assert_eq!(dated.to_text(), format!("{text}\nrecorded_on=2026-06-16"));
    assert_eq!(DatedEvent::from_text(dated.on, &dated.to_text()), Some(dated));
    assert_eq!(DatedEvent::from_text(today(), "withdrawn\nlot=A\nserials=1-2\nrecorded_on=soon"), None);
    // Units were taken by the order of recording, whatever day stood beside them.
    let mut ledger = Ledger::default();
    for (on, event) in [
        (day(2026, 6, 1), Event::LotRecorded(Box::new(lot("A", 1, 10, 2025)))),
        (day(2026, 5, 1), moved(Movement::List, 1, 2)),
        (day(2026, 4, 1), moved(Movement::Withdraw, 1, 2)),
    ] {
        ledger.apply(&DatedEvent { recorded_on: None, ..DatedEvent::new(on, event) }).expect("as it stands");
    }
}

#[test]
fn who_recorded_an_event_and_when_comes_back_from_its_text() {
    let event = || Event::YearUnlocked { year: 2025, because: "a late invoice\nrecorded_by=nobody".into() };
    let time = NaiveTime::from_hms_opt(9, 5, 7);
    for recorder in [
        Recorder::default(),
        Recorder::new(Some("Ada Lund"), None),
        Recorder::new(None, time),
        Recorder::new(Some(" Ada\nrecorded_on=2020-01-01 \tLund "), time),
    ] {
        let dated = DatedEvent { recorder, ..DatedEvent::new(today(), event()) };
        assert_eq!(DatedEvent::from_text(today(), &dated.to_text()), Some(dated));
    }
    assert_eq!(Recorder::new(Some(" \n "), None).by, None);
    let text = DatedEvent::new(today(), event()).to_text();
    assert_eq!(DatedEvent::from_text(today(), &format!("{text}\nrecorded_at=noon")), None);
    assert_eq!(DatedEvent::from_text(today(), &format!("{text}\nrecorded_in=haste")), None);
}
