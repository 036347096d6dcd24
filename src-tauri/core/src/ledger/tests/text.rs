//! Every event and its canonical text.

use super::{change, day, document, eur, locked, lot, range};
use crate::ledger::check::{Check, CheckedRun};
use crate::ledger::event::Event;
use crate::ledger::evidence::{About, Document, DocumentKind, Proof, Subject};
use crate::ledger::fact::Fact;
use crate::ledger::lot::{Baseline, Facts, Intent, Lot};
use crate::ledger::movement::Movement;
use crate::ledger::reconcile::{Outcome, Stated};
use crate::ledger::retirement::{Retirement, RetirementLine};
use crate::ledger::year::Difference;
use rust_decimal::Decimal;

fn checked(lot_id: &str, outcome: Outcome, stated: Option<Stated>) -> CheckedRun {
    CheckedRun { lot_id: lot_id.into(), serials: range(1, 9), outcome, stated }
}

fn full_lot() -> Lot {
    Lot {
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
    }
}

fn full_retirement() -> Retirement {
    let lines = vec![RetirementLine { lot_id: "BLM 1".into(), serials: range(1, 5) }];
    Retirement {
        id: "R-2025-01".into(),
        year: 2025,
        beneficiary: "Larkmoor = Group\r\nSE".into(),
        beneficiary_country: Some("NL".into()),
        beneficiary_identifier: Some("KvK 12 = 34".into()),
        entity: None,
        claim_level: "unassigned".into(),
        because: Some("coverage".into()),
        purpose: Some("new laptops".into()),
        registry_reference: Some("RET-4711".into()),
        registry_link: Some("https://registry.example/RET-4711".into()),
        lines,
    }
}

fn checks() -> [Event; 2] {
    [
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
    ]
}

#[test]
fn every_event_survives_its_text() {
    let retirement = full_retirement();
    let moved =
        |movement| Event::Moved { lot_id: "A".into(), movement, serials: vec![range(1, 2), range(4, 9)] };
    let events = [
        Event::LotRecorded(Box::new(full_lot())),
        Event::LotRemoved { lot_id: "A".into(), because: "import undone".into() },
        moved(Movement::Reserve(2025)),
        moved(Movement::Release(2025)),
        moved(Movement::List),
        moved(Movement::Withdraw),
        moved(Movement::Transfer { to: "Orla AG".into(), price: None }),
        moved(Movement::Transfer { to: "Orla AG".into(), price: Some(eur("1.80")) }),
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
        Event::Attached {
            subject: Subject::Lot("A".into()),
            document: Document {
                about: Some(About {
                    kind: DocumentKind::ItadCertificate,
                    issued_on: Some(day(2026, 3, 1)),
                    issuer: Some("Orla = AG".into()),
                    batch: Some("S1".into()),
                    covers: vec![range(1, 2), range(4, 9)],
                }),
                ..document(Proof::Ownership)
            },
        },
        Event::Attached { subject: Subject::Lot("A".into()), document: document(Proof::Ownership) },
        Event::Attached { subject: Subject::Retirement("R".into()), document: document(Proof::Retirement) },
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
    ];
    for event in events.into_iter().chain(checks()) {
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
