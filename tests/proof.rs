//! What proves the figures of a pack: the documents attached to lots and to retirements, and the registry's statement.

use crate::disclosure::{cell, export, open, table, worked_example};
use crate::ledger::process::lot_of;
use crate::support::Bench;
use calamine::{Data, Range};
use planner_actions::Workspace;
use planner_actions::views::certificates::{EvidenceRequest, LotFacts, PurchaseRequest, RetirementRequest};
use planner_actions::views::reconciliation::ReconciliationRequest;
use std::path::PathBuf;

/// Rows of a table in which a column holds this.
fn rows_with(table: &Range<Data>, header: &str, value: &str) -> Vec<usize> {
    (1..table.height()).filter(|row| cell(table, *row, header) == value).collect()
}

fn file(folder: &tempfile::TempDir, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    path
}

#[tokio::test]
async fn documents_of_lots_and_retirements_stand_on_the_evidence_sheet() {
    let bench = worked_example().await;
    let workspace = &bench.workspace;
    let retirement = planner_actions::retirements(workspace).await.expect("retirements")[0].clone();
    let lot = retirement.lines[0].lot_id.clone();
    let letter = file(&bench.folder, "letter.pdf", "the registry says so");
    let verified = file(&bench.folder, "report.pdf", "an auditor says so");
    let serials = format!("{}-{}", retirement.lines[0].serial_start, retirement.lines[0].serial_end);
    for (id, path, kind) in [
        (&lot, &letter, "registry_statement"),
        (&lot, &verified, "verification_report"),
        (&retirement.retirement_id, &letter, "registry_statement"),
    ] {
        let says = EvidenceRequest {
            kind: Some(kind.into()),
            issuer: Some("Bloom".into()),
            issued_on: Some("2026-06-01".into()),
            covers: vec![serials.clone()],
            ..EvidenceRequest::default()
        };
        planner_actions::attach(workspace, id, path, &says).await.expect("attached");
    }
    let mut book = open(&export(&bench, "evidence.xlsx").await);
    let evidence = table(&mut book, "Evidence", "Evidence id");
    let documents = rows_with(&evidence, "Issued by", "Bloom");
    let of = |header: &str| documents.iter().map(|row| cell(&evidence, *row, header)).collect::<Vec<_>>();
    assert_eq!(of("Title"), ["letter.pdf", "report.pdf", "letter.pdf"]);
    assert_eq!(of("Proves"), ["ownership", "verification", "retirement"]);
    assert_eq!(of("Kind"), ["registry statement", "verification report", "registry statement"]);
    assert_eq!(of("Covers"), [serials.as_str(); 3]);
    let subjects =
        [format!("lot {lot}"), format!("lot {lot}"), format!("retirement {}", retirement.retirement_id)];
    assert_eq!(of("Of"), subjects);
    for (row, path) in documents.iter().zip([&letter, &verified, &letter]) {
        let content = std::fs::read(path).expect("the document");
        assert_eq!(cell(&evidence, *row, "SHA-256"), planner_store::evidence::sha256(&content));
        assert_eq!(cell(&evidence, *row, "Bytes"), content.len().to_string());
        let trace = planner_actions::trace_figure(workspace, &cell(&evidence, *row, "Trace id")).await;
        let trace = trace.expect("a trace");
        assert_eq!((trace.events_total, trace.events[0].kind.as_str()), (1, "attached"));
    }
    let [of_lot, report, of_retirement] = <[String; 3]>::try_from(of("Evidence id")).expect("three ids");
    let lines = table(&mut book, "Retirement lines", "Statement no.");
    let cited = cell(&lines, rows_with(&lines, "Lot", &lot)[0], "Evidence ids");
    assert_eq!(cited, format!("event {}, {of_retirement}, {of_lot}, {report}", retirement.event));
    assert_eq!(rows_with(&evidence, "Kind", "procurement").len(), 1);

    let parts = planner_actions::split_lot(workspace, &lot, retirement.lines[0].serial_start + 1, None).await;
    let parts = parts.expect("split").lots;
    let mut book = open(&export(&bench, "split.xlsx").await);
    let evidence = table(&mut book, "Evidence", "Evidence id");
    for part in parts {
        let rows = rows_with(&evidence, "Of", &format!("lot {}", part.lot_id));
        let ids: Vec<_> = rows.iter().map(|row| cell(&evidence, *row, "Evidence id")).collect();
        assert_eq!(ids, [of_lot.clone(), report.clone()], "a part of the lot lost its documents");
    }
}

/// A statement of everything in the workspace, with these words for what was retired.
async fn statement(workspace: &Workspace, retired: &str) -> String {
    let mut text =
        "Registry,Class,Serial Prefix,Serial Start,Serial End,Vintage,Status,PO Number\n".to_owned();
    for lot in planner_actions::lots(workspace, &Default::default()).await.expect("lots").lots {
        let detail = planner_actions::lot(workspace, &lot.lot_id).await.expect("a lot");
        for range in detail.ranges {
            let status = if range.state == "retired" { retired } else { "Issued" };
            let (registry, class, prefix) = (&lot.registry, &lot.class, &lot.serial_prefix);
            let (start, end, vintage) = (range.serial_start, range.serial_end, lot.vintage);
            text += &format!("{registry},{class},{prefix},{start},{end},{vintage},{status},\n");
        }
    }
    text
}

async fn compare(bench: &Bench, text: &str) {
    let path = file(&bench.folder, "statement.csv", text);
    let request = ReconciliationRequest::default();
    planner_actions::reconcile(&bench.workspace, &path, &request).await.expect("compared");
}

async fn check(bench: &Bench) -> (bool, i64, String) {
    let checks = planner_actions::disclosure(&bench.workspace, 2025).await.expect("a screen").checks;
    let check = checks.into_iter().find(|one| one.code == "registry_reconciled").expect("the check");
    (check.is_met, check.quantity, check.detail.unwrap_or_default())
}

#[tokio::test]
async fn the_registrys_statement_stands_beside_the_ledger() {
    let bench = worked_example().await;
    let workspace = &bench.workspace;
    let columns =
        ["Registry statement", "Ledger", "Statement less ledger", "Lots agreeing", "Last registry check"];
    let sheet = async |name: &str| {
        let mut book = open(&export(&bench, name).await);
        let ledger = table(&mut book, "Reconciliation", "Class");
        let lines = table(&mut book, "Retirement lines", "Statement no.");
        let shown: Vec<_> = (1..lines.height() - 1)
            .map(|row| [cell(&lines, row, "Last registry check"), cell(&lines, row, "Registry statement")])
            .collect();
        (columns.map(|column| cell(&ledger, 1, column)), shown)
    };
    let (_, lines) = sheet("before.xlsx").await;
    assert!(lines.iter().all(|line| line[1] == "not compared"), "{lines:?}");
    let (is_met, units, lots) = check(&bench).await;
    assert_eq!((is_met, units, lots.starts_with("0 of ")), (false, 300_000, true));

    compare(&bench, &statement(workspace, "Issued").await).await;
    let (row, lines) = sheet("otherwise.xlsx").await;
    assert!(lines.iter().all(|line| line[1] == "says otherwise" && !line[0].is_empty()), "{lines:?}");
    assert_eq!((row[0].as_str(), row[2].as_str()), (row[1].as_str(), "0"));
    assert!(!check(&bench).await.0);

    compare(&bench, &statement(workspace, "Retired").await).await;
    let (row, lines) = sheet("agrees.xlsx").await;
    assert!(lines.iter().all(|line| line[1] == "retired"), "{lines:?}");
    assert_eq!((row[2].as_str(), row[3].as_str()), ("0", "2 of 2"));
    assert!(check(&bench).await.0);

    planner_actions::record_lot(workspace, &bought()).await.expect("a lot");
    retire(workspace, 40).await;
    assert_eq!((check(&bench).await.1, sheet("bought.xlsx").await.1[2][1].as_str()), (40, "not compared"));
    compare(&bench, &statement(workspace, "Retired").await).await;
    retire(workspace, 10).await;
    let (row, lines) = sheet("later.xlsx").await;
    assert_eq!(
        (lines[2][1].as_str(), lines[3][1].as_str()),
        ("retired", "compared before they were retired")
    );
    assert_eq!((row[0].as_str(), row[2].as_str(), row[3].as_str()), ("300100", "0", "3 of 3"));
    assert_eq!(check(&bench).await, (false, 10, "3 of 3".to_owned()));
    let mut book = open(&export(&bench, "orders.xlsx").await);
    assert_eq!(cell(&table(&mut book, "Reconciliation", "Class"), 1, "Purchase orders"), "100");

    let letter = file(&bench.folder, "letter.pdf", "the registry retired them");
    planner_actions::attach(workspace, "R-2025-03", &letter, &Default::default()).await.expect("attached");
    assert!(check(&bench).await.0);
    assert!(planner_actions::verify(workspace).await.expect("a check").ok);
}

/// A lot of a hundred under the first imported order.
fn bought() -> PurchaseRequest {
    let facts = LotFacts { order_number: Some("PO-25-001".into()), ..LotFacts::default() };
    PurchaseRequest { facts, ..lot_of(5_000_001, 100) }
}

async fn retire(workspace: &Workspace, quantity: i64) {
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(quantity),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    planner_actions::retire(workspace, &request).await.expect("a retirement");
}

#[tokio::test]
async fn a_retirement_line_says_for_whom_from_whom_and_who_approved_it() {
    let bench = worked_example().await;
    let workspace = &bench.workspace;
    let link = "https://registry.example/lots/5000001";
    let facts = LotFacts { registry_link: Some(link.into()), ..LotFacts::default() };
    let lot = PurchaseRequest { facts, ..lot_of(5_000_001, 100) };
    planner_actions::record_lot(workspace, &lot).await.expect("a lot");
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(100),
        beneficiary: "Larkmoor Group SE".into(),
        beneficiary_country: Some(" NL ".into()),
        beneficiary_identifier: Some("KvK 12345678".into()),
        ..Default::default()
    };
    let made = planner_actions::retire(workspace, &request).await.expect("a retirement");
    assert_eq!(made.beneficiary_country.as_deref(), Some("NL"));
    crate::support::sign(workspace, "approved", "Kim Osei").await.expect("signed");
    let mut book = open(&export(&bench, "lines.xlsx").await);
    let lines = table(&mut book, "Retirement lines", "Statement no.");
    let of = |row: usize| {
        [
            "Beneficiary country",
            "Beneficiary identifier",
            "ITAD provider",
            "Link",
            "Account holder",
            "Approved by",
        ]
        .map(|header| cell(&lines, row, header))
    };
    let provider = planner_actions::dispositions(workspace, 2025, None).await.expect("dispositions");
    let provider = provider.shipments[0].provider.clone().expect("a provider");
    let holder = cell(&lines, 1, "Account holder");
    assert_eq!(of(1), ["", "", provider.as_str(), "", holder.as_str(), "Kim Osei"]);
    assert_eq!(of(3), ["NL", "KvK 12345678", "", link, holder.as_str(), "Kim Osei"]);
    assert!(planner_actions::verify(workspace).await.expect("a check").ok);
}
