//! What proves that a lot is ours: documents that cover its serials, and, better, the registry's own statement.

use super::{apply, day, document, lot, range, today, with};
use crate::ledger::check::{Check, CheckedRun, last_checks};
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::evidence::{About, Document, DocumentKind, Ownership, Proof, Subject};
use crate::ledger::lot::{Facts, Lot, Origin, SerialRange};
use crate::ledger::reconcile::{Outcome, Stated};
use crate::ledger::{Ledger, LedgerError};
use std::collections::BTreeSet;

fn about(kind: DocumentKind, batch: Option<&str>, covers: &[(i64, i64)]) -> About {
    About {
        kind,
        issued_on: Some(day(2026, 3, 1)),
        issuer: Some("Bloom".into()),
        batch: batch.map(str::to_owned),
        covers: covers.iter().map(|(start, end)| range(*start, *end)).collect(),
    }
}

fn attached(id: &str, proves: Proof, about: Option<About>) -> Event {
    Event::Attached { subject: Subject::Lot(id.into()), document: Document { about, ..document(proves) } }
}

fn own() -> Lot {
    let facts = Facts { batch: Some("S1".into()), ..Facts::default() };
    Lot { origin: Origin::SelfGenerated, facts, ..lot("OWN", 1, 200, 2025) }
}

fn proven(ledger: &Ledger, id: &str) -> Ownership {
    ledger.ownership(&ledger.lot(id).expect("a lot").lot, &BTreeSet::new(), None)
}

#[test]
fn a_document_proves_the_serials_that_it_covers_and_no_others() {
    use DocumentKind::{Invoice, ItadCertificate, RegistryStatement, VerificationReport};
    for (documents, expected) in [
        (vec![], Ownership::Unproven),
        (vec![None], Ownership::Unstated),
        (vec![Some(about(RegistryStatement, None, &[]))], Ownership::Unstated),
        (vec![Some(about(RegistryStatement, None, &[(1, 200)]))], Ownership::Documented),
        (vec![Some(about(RegistryStatement, None, &[(1, 100)]))], Ownership::Partial),
        (vec![Some(about(RegistryStatement, None, &[(201, 300)]))], Ownership::Unproven),
        (
            vec![
                Some(about(RegistryStatement, None, &[(1, 100), (150, 500)])),
                Some(about(Invoice, None, &[(90, 149)])),
            ],
            Ownership::Documented,
        ),
        (vec![Some(about(ItadCertificate, Some("S1"), &[]))], Ownership::Documented),
        (vec![Some(about(ItadCertificate, Some("S2"), &[]))], Ownership::Unproven),
        // A verification says that it happened, not that it is ours.
        (vec![Some(about(VerificationReport, None, &[(1, 200)]))], Ownership::Unproven),
    ] {
        let mut ledger = with(vec![own()]);
        for one in documents.clone() {
            apply(&mut ledger, attached("OWN", Proof::Ownership, one)).expect("attached");
        }
        assert_eq!(proven(&ledger, "OWN"), expected, "{documents:?}");
    }
    let mut bought = with(vec![Lot { origin: Origin::Purchased, ..own() }]);
    let itad = attached("OWN", Proof::Ownership, Some(about(ItadCertificate, Some("S1"), &[])));
    apply(&mut bought, itad).expect("attached");
    assert_eq!(proven(&bought, "OWN"), Ownership::Unproven);
    let other = attached("OWN", Proof::Verification, Some(about(RegistryStatement, None, &[(1, 200)])));
    let mut ledger = with(vec![own()]);
    apply(&mut ledger, other).expect("attached");
    assert_eq!(proven(&ledger, "OWN"), Ownership::Unproven);
    let nowhere = attached("X", Proof::Other, None);
    assert_eq!(apply(&mut ledger, nowhere), Err(LedgerError::UnknownLot { lot: "X".into() }));
}

#[test]
fn our_own_table_proves_nothing_and_a_part_of_a_lot_has_the_part_of_its_proof() {
    let mut ledger = with(vec![own()]);
    let statement = about(DocumentKind::RegistryStatement, None, &[(1, 100)]);
    apply(&mut ledger, attached("OWN", Proof::Ownership, Some(statement))).expect("attached");
    let own_files = BTreeSet::from([document(Proof::Ownership).sha256]);
    assert_eq!(ledger.ownership(&own(), &own_files, None), Ownership::Unproven);
    let into = ["OWN-1".into(), "OWN-2".into()];
    apply(&mut ledger, Event::Split { lot_id: "OWN".into(), at: 101, into }).expect("split");
    assert_eq!(
        (proven(&ledger, "OWN-1"), proven(&ledger, "OWN-2")),
        (Ownership::Documented, Ownership::Unproven)
    );
}

#[test]
fn the_registrys_statement_is_the_strong_proof_of_what_it_shows_as_the_ledger_has_it() {
    let run = |serials: SerialRange, outcome| CheckedRun {
        lot_id: "OWN".into(),
        serials,
        outcome,
        stated: Some(Stated::Live),
    };
    for (runs, sha256, expected) in [
        (vec![run(range(1, 200), Outcome::Matched)], "cd", Ownership::Reconciled),
        (vec![run(range(1, 100), Outcome::Matched)], "cd", Ownership::Unproven),
        (
            vec![run(range(1, 100), Outcome::Matched), run(range(101, 200), Outcome::OnlyHere)],
            "cd",
            Ownership::Unproven,
        ),
        // The statement is the very table from which the lots were imported.
        (vec![run(range(1, 200), Outcome::Matched)], "own", Ownership::Unproven),
    ] {
        let check = Check { runs: runs.clone(), sha256: sha256.into(), ..Check::default() };
        let events = [Event::LotRecorded(Box::new(own())), Event::Checked(check)];
        let events = events.map(|event| DatedEvent::new(today(), event));
        let ledger = Ledger::replay(events.clone()).expect("a history");
        let checks = last_checks(&ledger, (1..).zip(&events));
        let own_files = BTreeSet::from(["own".to_owned()]);
        assert_eq!(ledger.ownership(&own(), &own_files, checks.get("OWN")), expected, "{runs:?}");
    }
}
