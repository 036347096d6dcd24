//! The ledger's rules as cases, and its invariants as properties against a model that keeps every unit by itself.

use super::check::{Check, CheckedRun};
use super::event::{Change, DatedEvent, Difference, Event, Movement, Retirement, RetirementLine};
use super::evidence::{Document, Proof, Subject};
use super::fact::Fact;
use super::holding::Units;
use super::lot::{Baseline, Facts, Intent, Lot, Origin, SerialRange, last_usable_day};
use super::reconcile::{Outcome, Stated};
use super::retire::{LotPick, Take};
use super::{Ledger, LedgerError, expiry};
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
        facts: Facts::default(),
    }
}

fn locked(year: i32) -> Event {
    Event::YearLocked { year, figures: Vec::new() }
}

fn change(fact: Fact, old: Option<&str>, new: Option<&str>) -> Change {
    Change { fact, old: old.map(str::to_owned), new: new.map(str::to_owned) }
}

fn checked(lot_id: &str, outcome: Outcome, stated: Option<Stated>) -> CheckedRun {
    CheckedRun { lot_id: lot_id.into(), serials: range(1, 9), outcome, stated }
}

fn document(proves: Proof) -> Document {
    Document { sha256: "ab".into(), file_name: "a statement.pdf".into(), size: 2, proves }
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
        beneficiary_country: None,
        beneficiary_identifier: None,
        entity: None,
        claim_level: "unassigned".into(),
        because: None,
        purpose: None,
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
        facts: Facts { batch: Some("OSR-23-41".into()), ..Facts::default() },
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

#[test]
fn every_event_survives_its_text() {
    let full = Lot {
        facts: Facts {
            class_version: Some("1.1".into()),
            batch: Some("OSR=23\\41\nnext".into()),
            entity: Some("Larkmoor GmbH".into()),
            unit_price: Some(Decimal::new(115, 2)),
            currency: Some("EUR".into()),
            trade_date: Some(day(2026, 5, 28)),
            delivery_date: Some(day(2026, 6, 2)),
            order_number: Some("4500121877".into()),
            baseline: Some(Baseline::VirginManufacture),
            verified_on: Some(day(2024, 3, 14)),
            tco2e: Some(Decimal::new(84, 1)),
            intent: Intent::Sell,
            ..Facts::default()
        },
        ..lot("BLM 1", 1, 10, 2025)
    };
    let lines = vec![RetirementLine { lot_id: "BLM 1".into(), serials: range(1, 5) }];
    let retirement = Retirement {
        id: "R-2025-01".into(),
        year: 2025,
        beneficiary: "Larkmoor = Group\r\nSE".into(),
        beneficiary_country: Some("NL".into()),
        beneficiary_identifier: Some("KvK 12 = 34".into()),
        entity: None,
        claim_level: "unassigned".into(),
        because: Some("coverage".into()),
        purpose: Some("new laptops".into()),
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
        Event::Split { lot_id: "A".into(), at: 5, into: ["A-1".into(), "A-2".into()] },
        Event::Adjusted {
            lot_id: "A".into(),
            changes: vec![
                change(Fact::Project, Some("two\nlines"), Some("old = new")),
                change(Fact::Batch, None, Some("B")),
                change(Fact::Country, Some("NL"), None),
            ],
            because: "typed wrongly".into(),
        },
        Event::Attached { subject: Subject::Lot("A".into()), document: document(Proof::Ownership) },
        Event::Attached { subject: Subject::Retirement("R".into()), document: document(Proof::Retirement) },
        Event::Checked(Check {
            lot_ids: vec!["A".into(), "B".into()],
            file_name: "statement.csv".into(),
            sha256: "ab".into(),
            differences: 3,
            ..Check::default()
        }),
        Event::Checked(Check {
            lot_ids: Vec::new(),
            file_name: "statement.csv".into(),
            sha256: "ab".into(),
            size: Some(2),
            differences: 3,
            units_only_there: Some(50),
            runs: vec![
                checked("A lot", Outcome::Different, Some(Stated::Live)),
                checked("B", Outcome::OnlyHere, None),
                checked("C", Outcome::Matched, Some(Stated::Retired)),
            ],
        }),
        Event::YearLocked { year: 2025, figures: vec![("gross".into(), "1250000".into())] },
        Event::Restated {
            year: 2025,
            differences: vec![
                Difference { figure: "gross".into(), old: Some("1".into()), new: Some("2".into()) },
                Difference { figure: "retired".into(), old: None, new: Some("2".into()) },
            ],
            because: "a late invoice".into(),
        },
        locked(2025),
        Event::YearUnlocked { year: 2025, because: "restated".into() },
    ] {
        assert_eq!(Event::from_text(&event.to_text()), Some(event));
    }
    for text in ["", "retired", "recorded\nlot=A", "moved\nlot=A", "year_locked\nyear=2025\nyear=2026"] {
        assert_eq!(Event::from_text(text), None, "{text}");
    }
}

/// The hash of an event covers its text: what was not known of earlier events stays out of it.
#[test]
fn an_earlier_event_is_written_as_it_was() {
    for text in [
        "checked\nfile_name=statement.csv\nsha256=ab\ndifferences=3\nlot=A\nlot=B",
        "retired\nretirement=R-2025-01\nyear=2025\nbeneficiary=Larkmoor\nclaim_level=unassigned\nline=1-5 A",
        "retired\nretirement=R\nyear=2025\nbeneficiary=L\nentity=E\nclaim_level=sector\nbecause=x\npurpose=y\nline=1-5 A",
    ] {
        let event = Event::from_text(text).expect("an event");
        assert_eq!(event.to_text(), text);
    }
}

#[test]
fn a_fact_is_corrected_with_its_reason_and_nothing_else_is() {
    let mut ledger = with(vec![lot("A", 1, 100, 2024)]);
    let adjusted = |changes: Vec<Change>, because: &str| Event::Adjusted {
        lot_id: "A".into(),
        changes,
        because: because.into(),
    };
    let wanted = [
        (Fact::Project, Some("Ohio".to_owned())),
        (Fact::Vintage, Some("2025".to_owned())),
        (Fact::Intent, Some("undecided".to_owned())),
    ];
    let changes = ledger.propose_adjustment("A", &wanted).expect("changes");
    assert_eq!(
        changes,
        [change(Fact::Project, None, Some("Ohio")), change(Fact::Vintage, Some("2024"), Some("2025"))]
    );
    let refused = |ledger: &mut Ledger, event| apply(ledger, event).expect_err("refused").to_string();
    assert_eq!(
        refused(&mut ledger, adjusted(changes.clone(), " ")),
        "a correction of lot A needs its reason"
    );
    apply(&mut ledger, adjusted(changes.clone(), "the registry's letter")).expect("adjusted");
    assert_eq!(ledger.lot("A").map(|holding| holding.lot.vintage), Ok(2025));
    assert_eq!(
        refused(&mut ledger, adjusted(changes, "again")),
        "project of lot A is not what this correction says it was"
    );
    let bad = ledger.propose_adjustment("A", &[(Fact::TradeDate, Some("soon".into()))]);
    assert_eq!(bad.map_err(|error| error.to_string()), Err("“soon” is no value for trade_date".into()));
    let takes = ledger.propose(5, 2025, today()).expect("units");
    apply(&mut ledger, retirement("R", &takes)).expect("retired");
    let later = vec![change(Fact::ExpiresOn, Some("2027-12-31"), Some("2030-12-31"))];
    assert_eq!(
        refused(&mut ledger, adjusted(later, "hope")),
        "certificates of lot A were retired or expired by its expires_on; it stays as it is"
    );
    apply(&mut ledger, locked(2025)).expect("locked");
    let country = vec![change(Fact::Country, None, Some("NL"))];
    assert_eq!(refused(&mut ledger, adjusted(country, "typed")), "reporting year 2025 is locked");
}

#[test]
fn every_fact_is_set_to_what_it_is() {
    let mut full = lot("A", 1, 10, 2025);
    for (fact, value) in [
        (Fact::Tco2e, "8.4"),
        (Fact::DeliveryDate, "2026-06-02"),
        (Fact::Baseline, "landfill_avoidance"),
        (Fact::Bundled, "true"),
        (Fact::Origin, "transferred_in"),
    ] {
        assert!(full.set_fact(fact, Some(value)), "{}", fact.word());
        assert_eq!(full.fact(fact).as_deref(), Some(value));
    }
    for fact in Fact::ALL {
        assert_eq!(Fact::from_word(fact.word()), Some(fact));
        let (before, value) = (full.clone(), full.fact(fact));
        assert!(full.set_fact(fact, value.as_deref()), "{}", fact.word());
        assert_eq!(full, before);
    }
    for fact in [Fact::Vintage, Fact::Tco2e, Fact::Baseline, Fact::Intent, Fact::Origin] {
        assert!(!full.set_fact(fact, Some("x")), "{}", fact.word());
    }
}

#[test]
fn a_second_claim_on_the_same_units_names_the_first() {
    let mut ledger = with(vec![
        lot("A", 1, 100, 2025),
        Lot { is_bundled: true, prefix: "DE-".into(), ..lot("BUNDLED", 1, 10, 2025) },
    ]);
    let moved = |movement, start, end| Event::Moved {
        lot_id: "A".into(),
        movement,
        serials: vec![range(start, end)],
    };
    let takes = ledger.propose(30, 2025, today()).expect("units");
    apply(&mut ledger, retirement("R-2025-01", &takes)).expect("retired");
    apply(&mut ledger, moved(Movement::List, 31, 60)).expect("listed");
    apply(&mut ledger, moved(Movement::Transfer { to: "Orla".into() }, 41, 50)).expect("sold");
    let text = |result: Result<(), LedgerError>| result.expect_err("refused").to_string();
    assert_eq!(
        text(apply(&mut ledger, moved(Movement::List, 21, 31))),
        "certificates 21-31 of lot A are not free for this: 21-30 are retired for 2025 in R-2025-01"
    );
    assert_eq!(
        text(apply(&mut ledger, moved(Movement::Reserve(2026), 45, 99))),
        "certificates 45-99 of lot A are not free for this: 45-50 are transferred to somebody else"
    );
    let proposed = |ledger: &Ledger, lot: &str, quantity, movement| {
        ledger.propose_movement(lot, quantity, &movement, today()).map_err(|error| error.to_string())
    };
    assert_eq!(
        proposed(&ledger, "A", 41, Movement::List),
        Err("lot A has 40 certificates that are held, not 41 (30 retired for 2025 in R-2025-01, \
             20 listed for sale, 10 transferred to somebody else)"
            .into())
    );
    let transfer = Movement::Transfer { to: "B".into() };
    assert_eq!(proposed(&ledger, "A", 25, transfer), Ok(vec![range(31, 40), range(51, 60), range(61, 65)]));
    assert_eq!(
        proposed(&ledger, "BUNDLED", 1, Movement::List),
        Err("lot BUNDLED was bought with its devices and substantiates that purchase; \
             it cannot be sold apart from them"
            .into())
    );
    let pick = LotPick { lot_id: "A".into(), quantity: Some(41) };
    assert_eq!(
        ledger.propose_from(&[pick], None, 2025, today()).map_err(|error| error.to_string()),
        Err("lot A holds 40 usable certificates, not 41 (30 retired for 2025 in R-2025-01, 20 listed for sale, \
             10 transferred to somebody else); 0 more are usable in 0 other lots"
            .into())
    );
    let alone = Lot { prefix: "DE-".into(), ..lot("ALONE", 5, 20, 2025) };
    assert_eq!(
        text(apply(&mut ledger, Event::LotRecorded(Box::new(alone)))),
        "serials 5-20 of lot ALONE are already recorded in lot BUNDLED (1-10, bought with their devices; these alone)"
    );
}

#[test]
fn a_bundled_certificate_is_never_sold_alone_whoever_says_so() {
    let bundled = Lot { is_bundled: true, ..lot("B", 1, 10, 2025) };
    let moved = |lot_id: &str, movement| Event::Moved {
        lot_id: lot_id.into(),
        movement,
        serials: vec![range(1, 10)],
    };
    let sold = || Movement::Transfer { to: "Orla".into() };
    let dated = |event| DatedEvent { on: today(), event };
    for movement in [Movement::List, sold()] {
        let recorded = Event::LotRecorded(Box::new(bundled.clone()));
        let told = [recorded, moved("B", movement.clone())].map(dated);
        let refused = LedgerError::BundledIsNotSold { lot: "B".into() };
        assert_eq!(Ledger::replay(told), Err((1, refused.clone())));
        let mut ledger = with(vec![bundled.clone()]);
        assert_eq!(ledger.propose_movement("B", 1, &movement, today()), Err(refused.clone()));
        assert_eq!(apply(&mut ledger, moved("B", movement)), Err(refused));
    }
    for movement in [Movement::List, sold()] {
        let mut ledger = with(vec![lot("A", 1, 10, 2025)]);
        apply(&mut ledger, moved("A", movement)).expect("moved");
        let changes = vec![change(Fact::Bundled, Some("false"), Some("true"))];
        let event = Event::Adjusted { lot_id: "A".into(), changes, because: "a letter".into() };
        assert_eq!(apply(&mut ledger, event), Err(LedgerError::SoldIsNotBundled { lot: "A".into() }));
    }
}

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

#[test]
fn an_own_lot_is_proven_by_a_document() {
    let own = Lot { origin: Origin::SelfGenerated, ..lot("OWN", 1, 10, 2025) };
    let mut ledger = with(vec![own.clone(), lot("BOUGHT", 11, 20, 2025)]);
    let attached =
        |proves| Event::Attached { subject: Subject::Lot("OWN".into()), document: document(proves) };
    assert!(!ledger.lacks_ownership(&lot("BOUGHT", 11, 20, 2025)));
    apply(&mut ledger, attached(Proof::Verification)).expect("attached");
    assert!(ledger.lacks_ownership(&own));
    apply(&mut ledger, attached(Proof::Ownership)).expect("attached");
    assert!(!ledger.lacks_ownership(&own));
    let nowhere = Event::Attached { subject: Subject::Lot("X".into()), document: document(Proof::Other) };
    assert_eq!(apply(&mut ledger, nowhere), Err(LedgerError::UnknownLot { lot: "X".into() }));
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
