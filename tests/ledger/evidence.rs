//! Documents by content: kept, given back, proven unchanged; an own lot without one keeps a report from being final.

use super::process::{itec, lot_of, workspace_with_lots};
use super::tampering::{self, attack};
use crate::support::{Bench, workbook};
use planner_actions::Workspace;
use planner_actions::views::certificates::{EvidenceRequest, PurchaseRequest, RetirementRequest};
use planner_actions::views::disclosure::DisclosureCheck;
use sqlx::Connection;
use std::path::PathBuf;

fn file(bench: &Bench, name: &str, content: &[u8]) -> PathBuf {
    let path = bench.folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    path
}

async fn ownership(workspace: &Workspace) -> DisclosureCheck {
    let checks = planner_actions::disclosure(workspace, 2025).await.expect("a disclosure").checks;
    checks.into_iter().find(|check| check.code == "ownership_proven").expect("the check")
}

#[tokio::test]
async fn an_own_lot_without_a_proof_blocks_a_final_report_until_one_is_attached() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    let mut own = PurchaseRequest { origin: Some("self-generated".into()), ..lot_of(1, 100) };
    own.facts.excess_reason = Some("the list of retired assets is still to come".into());
    let own = planner_actions::record_lot(workspace, &own).await.expect("a lot").lot_id;
    planner_actions::record_lot(workspace, &lot_of(101, 100)).await.expect("a bought lot");
    let check = ownership(workspace).await;
    assert_eq!((check.is_met, check.blocks_final, check.quantity), (false, true, 1));
    assert_eq!(check.detail.as_deref(), Some(own.as_str()));
    let says = |kind: &str, covers: &str| EvidenceRequest {
        kind: Some(kind.into()),
        issuer: Some("Bloom".into()),
        covers: vec![covers.into()],
        ..EvidenceRequest::default()
    };
    let flagged = |view: &planner_actions::views::certificates::LotsView| {
        view.lots.iter().filter(|lot| lot.lacks_ownership).count()
    };
    assert_eq!(flagged(&planner_actions::lots(workspace, &Default::default()).await.expect("lots")), 1);

    let letter = file(&bench, "letter.pdf", b"%PDF-1.7 the registry's letter");
    let unstated = planner_actions::attach(workspace, &own, &letter, &Default::default()).await;
    assert_eq!(unstated.expect("attached").document.kind, None);
    let asked = ownership(workspace).await;
    assert!(!asked.is_met, "a document of which nobody says what it is proved ownership");
    assert!(asked.detail.is_some_and(|detail| detail.contains("nobody said what its documents are")));
    let half = says("registry-statement", "1-50");
    planner_actions::attach(workspace, &own, &letter, &half).await.expect("attached");
    let partial = ownership(workspace).await;
    assert!(!partial.is_met && partial.detail.is_some_and(|detail| detail.contains("a part of its serials")));
    let rest = says("transfer confirmation", "51-900");
    let attached = planner_actions::attach(workspace, &own, &letter, &rest).await.expect("attached");
    assert_eq!((attached.document.proves.as_str(), attached.document.bytes), ("ownership", 30));
    assert!(ownership(workspace).await.is_met);
    assert_eq!(flagged(&planner_actions::lots(workspace, &Default::default()).await.expect("lots")), 0);
    let again = planner_actions::attach(workspace, &own, &letter, &rest).await.expect_err("twice");
    assert_eq!(again.code, "already_attached");

    std::fs::remove_file(&letter).expect("gone");
    let out = bench.folder.path().join("out.pdf");
    planner_actions::save_document(workspace, &attached.document.sha256, &out).await.expect("saved");
    assert_eq!(std::fs::read(&out).expect("a file"), b"%PDF-1.7 the registry's letter");
    let over = planner_actions::save_document(workspace, &attached.document.sha256, &out).await;
    assert_eq!(over.expect_err("a file is there").code, "file_exists");

    let parts = planner_actions::split_lot(workspace, &own, 51, None).await.expect("split").lots;
    assert!(parts.iter().all(|part| !part.lacks_ownership), "a part lost its proof");
    assert!(planner_actions::verify(workspace).await.expect("a check").ok);
}

#[tokio::test]
async fn what_cannot_be_attached_is_refused_in_words() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    let lot = planner_actions::record_lot(workspace, &lot_of(1, 100)).await.expect("a lot").lot_id;
    let empty = file(&bench, "empty.pdf", b"");
    let large = file(&bench, "large.pdf", b"");
    let size = 20 * 1024 * 1024 + 1;
    std::fs::File::options().write(true).open(&large).and_then(|file| file.set_len(size)).expect("large");
    let small = file(&bench, "small.pdf", b"a letter");
    let refused = |result: Result<_, planner_actions::ActionError>| {
        let _: &Result<planner_actions::views::certificates::Attached, _> = &result;
        result.expect_err("refused").message
    };
    let attach = |id: &'static str, path: PathBuf, proves: Option<&'static str>| async move {
        let says = EvidenceRequest { proves: proves.map(str::to_owned), ..EvidenceRequest::default() };
        refused(planner_actions::attach(workspace, id, &path, &says).await)
    };
    assert_eq!(lot, "BLO-2025-0001");
    assert_eq!(attach("BLO-2025-0001", empty, None).await, "empty.pdf is empty and proves nothing.");
    assert_eq!(
        attach("BLO-2025-0001", large, None).await,
        "large.pdf has 21 MB; up to 20 MB fit into the workspace. Attach a smaller copy, such as a PDF without pictures."
    );
    assert!(attach("X", small.clone(), None).await.starts_with("There is no lot X."));
    assert!(attach("BLO-2025-0001", small.clone(), Some("luck")).await.contains("not “luck”"));
    for (kind, proves, batch, covers, says) in [
        ("letter", None, None, "1-9", "not “letter”"),
        ("", None, None, "1-9", "Say what the document is: registry-statement"),
        (
            "verification_report",
            Some("ownership"),
            None,
            "1-9",
            "A verification report does not prove ownership",
        ),
        ("invoice", None, None, "101-200", "covers none of the serials of lot BLO-2025-0001, 1-100"),
        ("invoice", None, None, "first to last", "is no run of serials"),
        ("itad_certificate", None, Some("S9"), "1-9", "lot BLO-2025-0001 names no batch"),
    ] {
        let request = EvidenceRequest {
            kind: Some(kind.into()),
            proves: proves.map(str::to_owned),
            batch: batch.map(str::to_owned),
            covers: vec![covers.into()],
            ..EvidenceRequest::default()
        };
        let message = refused(planner_actions::attach(workspace, "BLO-2025-0001", &small, &request).await);
        assert!(message.contains(says), "{message}");
    }
    let table = workbook("guide_certificates.xlsx");
    bench.import("certificates", &table).await.expect("imported");
    let says = EvidenceRequest {
        kind: Some("registry_statement".into()),
        covers: vec!["1-100".into()],
        ..EvidenceRequest::default()
    };
    let own = planner_actions::attach(workspace, "BLO-2025-0001", &table, &says).await.expect_err("our own");
    assert_eq!(own.code, "own_file");
    let other = EvidenceRequest { proves: Some("other".into()), ..says };
    planner_actions::attach(workspace, "BLO-2025-0001", &table, &other)
        .await
        .expect("kept as something else");
    assert_eq!(planner_actions::lot(workspace, &lot).await.expect("the lot").evidence.len(), 1);
}

#[tokio::test]
async fn a_document_changed_by_another_program_is_found() {
    let (_folder, path) = workspace_with_lots(1, 100).await;
    let run = |words: &[&str]| itec(&path, words).output().expect("itec");
    let letter = workbook("procurement.csv");
    let attached = run(&["attach", "BLO-2025-0001", letter.to_str().expect("a path")]);
    assert!(attached.status.success(), "{}", String::from_utf8_lossy(&attached.stderr));
    assert!(run(&["verify"]).status.success());
    for (sql, words) in [
        (
            "UPDATE document SET content = CAST('other' AS BLOB)",
            "the document procurement.csv was changed after it was attached",
        ),
        ("DELETE FROM document", "the document procurement.csv is missing: evidence rests on it"),
        ("DELETE FROM evidence", "the evidence procurement.csv of lot BLO-2025-0001 from event 2 is missing"),
    ] {
        let mut other = attack(&path).await;
        tampering::run(&mut other, sql).await;
        other.close().await.expect("closed");
        let found = run(&["verify"]);
        let text = String::from_utf8_lossy(&found.stdout).into_owned();
        assert!(!found.status.success() && text.contains(words), "{sql}: {text}");
    }
}

#[tokio::test]
async fn a_retirement_has_its_own_documents() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    planner_actions::record_lot(workspace, &lot_of(1, 100)).await.expect("a lot");
    let retirement = RetirementRequest {
        year: 2025,
        quantity: Some(10),
        beneficiary: "Larkmoor Group SE".into(),
        purpose: Some("coverage of new laptops".into()),
        ..Default::default()
    };
    let made = planner_actions::retire(workspace, &retirement).await.expect("retired");
    assert_eq!(made.purpose.as_deref(), Some("coverage of new laptops"));
    let statement = file(&bench, "statement.pdf", b"the registry's statement");
    let attached =
        planner_actions::attach(workspace, &made.retirement_id, &statement, &Default::default()).await;
    assert_eq!(attached.expect("attached").document.proves, "retirement");
    let known = planner_actions::retirements(workspace).await.expect("retirements");
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].evidence[0].file_name, "statement.pdf");
}
