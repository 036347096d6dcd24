//! A registry's statement beside the ledger: what agrees, what differs field by field, and what to do about it.

use super::process::{itec, lot_of, workspace_with_lots};
use super::tampering::{self, attack};
use crate::support::{Bench, root, shared};
use planner_actions::views::certificates::{LotFacts, MovementRequest, PurchaseRequest};
use planner_actions::views::reconciliation::{FindingView, ReconciliationRequest, ReconciliationView};
use planner_actions::{ActionError, Workspace};
use sqlx::Connection;
use std::path::Path;

async fn compare(workspace: &Workspace, path: &Path) -> Result<ReconciliationView, ActionError> {
    planner_actions::reconcile(workspace, path, &ReconciliationRequest::default()).await
}

async fn compare_text(bench: &Bench, text: &str) -> Result<ReconciliationView, ActionError> {
    let path = bench.folder.path().join("statement.csv");
    std::fs::write(&path, text).expect("written");
    compare(&bench.workspace, &path).await
}

#[tokio::test]
async fn the_samples_statement_agrees_with_every_lot_and_each_remembers_it() {
    let bench = Bench::sample().await;
    let view = compare(&bench.workspace, &root().join("assets/sample/registry_statement.csv")).await;
    let view = view.expect("compared");
    let others = [view.different.units, view.only_here.units, view.only_there.units];
    assert_eq!((view.rows_compared, view.matched.units, others), (16, 1_260_000, [0, 0, 0]));
    assert_eq!(view.lots_checked.len(), 12);
    assert_eq!(view.findings.iter().filter(|finding| finding.remedy.is_some()).count(), 0);
    let lots = planner_actions::lots(&bench.workspace, &Default::default()).await.expect("lots").lots;
    let itecs: Vec<_> = lots.iter().filter(|lot| lot.class == "I-TEC").collect();
    assert!(itecs.iter().all(|lot| lot.checked_on.as_deref() == Some("2026-06-16")));
    assert!(planner_actions::verify(&bench.workspace).await.expect("a check").ok);
}

#[tokio::test]
async fn every_kind_of_difference_has_its_remedy() {
    let bench = Bench::new().await;
    for number in 0..4 {
        planner_actions::record_lot(&bench.workspace, &lot_of(number * 100 + 1, 100)).await.expect("a lot");
    }
    let list = MovementRequest::List;
    planner_actions::move_units(&bench.workspace, "BLO-2025-0004", 10, &list, None).await.expect("listed");
    let text = "Certificate ID,Quantity,Vintage,Status,PO Number\n\
        \"NL-R-1 to 100\",100,2025,Issued,\n\
        NL-R-101 to 150,50,2025,Retired,\n\
        NL-R-201 to 300,100,2024,Active,PO-7\n\
        NL-R-301 to 400,100,2025,Issued,\n\
        NL-R-401 to 450,50,2025,Issued,\n";
    let view = compare_text(&bench, text).await.expect("compared");
    let sums = [&view.matched, &view.different, &view.only_here, &view.only_there];
    assert_eq!(sums.map(|sum| sum.units), [200, 150, 50, 50]);
    assert_eq!(view.lots_checked, ["BLO-2025-0001", "BLO-2025-0004"]);
    let told = |start: i64| view.findings.iter().find(|one| one.serial_start == start).expect("a finding");
    let words = |finding: &FindingView| finding.remedy.clone().unwrap_or_default();
    assert!(words(told(101)).starts_with("The registry has retired them. Retire them here"));
    assert_eq!(told(101).differences[0].name, "state");
    assert_eq!(told(151).outcome, "only_here");
    assert!(words(told(151)).starts_with("No row of the statement has them."));
    assert_eq!(told(201).differences[0].name, "vintage");
    assert_eq!(
        (told(201).differences[0].old.as_deref(), told(201).differences[0].new.as_deref()),
        (Some("2025"), Some("2024"))
    );
    assert!(words(told(201)).contains("No imported purchase order is PO-7"));
    assert_eq!((told(401).outcome.as_str(), told(401).row), ("only_there", Some(6)));
    assert!(words(told(401)).contains("Record the purchase"));
    let lot = planner_actions::lot(&bench.workspace, "BLO-2025-0002").await.expect("a lot").lot;
    assert_eq!((lot.checked_on, lot.units.held), (None, 100));
    assert!(planner_actions::verify(&bench.workspace).await.expect("a check").ok);
}

#[tokio::test]
async fn a_statement_is_kept_and_a_changed_one_is_found() {
    let (folder, path) = workspace_with_lots(1, 100).await;
    let statement = folder.path().join("statement.csv");
    std::fs::write(&statement, "Certificate ID,Quantity,Vintage,Status\nOther-1 to 100,100,2025,Issued\n")
        .expect("written");
    let run = |words: &[&str]| itec(&path, words).output().expect("itec");
    let compared = run(&["reconcile", statement.to_str().expect("a path")]);
    let view: serde_json::Value = serde_json::from_slice(&compared.stdout).expect("JSON");
    assert_eq!((&view["event"], &view["lots_checked"]), (&2.into(), &serde_json::json!([])));
    assert!(run(&["verify"]).status.success());
    let mut other = attack(&path).await;
    tampering::run(&mut other, "UPDATE document SET content = x'00'").await;
    other.close().await.expect("closed");
    let found = run(&["verify"]);
    let text = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(!found.status.success());
    assert!(text.contains("the statement statement.csv was changed after it was compared"), "{text}");
}

#[tokio::test]
async fn a_dry_run_and_a_statement_without_serials_change_nothing() {
    let bench = Bench::new().await;
    planner_actions::record_lot(&bench.workspace, &lot_of(1, 100)).await.expect("a lot");
    let path = bench.folder.path().join("statement.csv");
    std::fs::write(&path, "Certificate ID,Quantity,Vintage\nNL-R-1 to 100,100,2025\n").expect("written");
    let request = ReconciliationRequest { dry_run: true, ..Default::default() };
    let view = planner_actions::reconcile(&bench.workspace, &path, &request).await.expect("compared");
    assert_eq!((view.matched.units, view.event), (100, None));
    let error = compare_text(&bench, "Registry,Project,Vintage,Quantity\nBloom,Ohio,2025,100\n").await;
    assert!(error.is_err());
    assert_eq!(planner_actions::history(&bench.workspace, 0, 10).await.expect("a history").count, 1);
}

/// Real extracts carry other classes, serials inside text and cells with line breaks: every row is compared.
#[tokio::test]
async fn real_extracts_are_read_row_by_row() {
    for (name, units) in [
        ("certificates/climate-action-reserve__retirements.csv", 1_506_818),
        ("certificates/gold-standard__retirements.csv", 1_968_759),
    ] {
        let Some(path) = shared(name) else { continue };
        let bench = Bench::new().await;
        let view = compare(&bench.workspace, &path).await.expect("compared");
        assert_eq!((view.rows_read, view.rows_compared, view.units_stated), (100, 100, units), "{name}");
        assert_eq!((view.only_there.units, view.issues.len()), (units, 0), "{name}");
        let report = bench.import("certificates", &path).await.expect("imported");
        assert_eq!((report.rows_imported, report.quantity), (100, units), "{name}");
        let again = compare(&bench.workspace, &path).await.expect("compared");
        assert_eq!(again.only_there.units, 0, "{name}");
        let total = planner_actions::lots_summary(&bench.workspace).await.expect("lots").total;
        assert_eq!((total.held, total.retired), (0, 0), "{name}: nothing of it covers anything here");
    }
}

#[tokio::test]
async fn a_purchase_order_is_found_by_its_number_else_by_seller_quantity_and_vintage() {
    let bench = Bench::new().await;
    let orders = bench.folder.path().join("orders.csv");
    let text = "PO number,Date,Supplier,Item,Quantity,Unit weight (kg)\n\
        PO-71,2025-02-01,Nordhall,\"I-TEC certificates, vintage 2025\",100,0\n\
        PO-72,2025-02-01,Nordhall,\"I-TEC certificates, vintage 2024\",100,0\n\
        PO-73,2025-03-01,Eastmere,I-TEC,300,0\n";
    std::fs::write(&orders, text).expect("written");
    bench.import("procurement", &orders).await.expect("imported");
    for (start, quantity, seller, order) in [
        (1, 100, "NORDHALL", None),
        (101, 300, "Eastmere", Some("PO-99")),
        (401, 50, "Nordhall", None),
        (451, 50, "Nordhall", Some("PO-71")),
    ] {
        let facts = LotFacts {
            counterparty: Some(seller.into()),
            order_number: order.map(str::to_owned),
            ..Default::default()
        };
        let lot = PurchaseRequest { facts, ..lot_of(start, quantity) };
        planner_actions::record_lot(&bench.workspace, &lot).await.expect("a lot");
    }
    let text = "Certificate ID,Quantity,Vintage,Status\n\"NL-R-1 to 500\",500,2025,Issued\n";
    let view = compare_text(&bench, text).await.expect("compared");
    let told: Vec<_> = view
        .findings
        .iter()
        .map(|one| (one.order_number.as_deref(), one.order_lines, one.order_because.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (
                Some("PO-71"),
                Some(1),
                Some("PO-71 of Nordhall is for as many, 100, and names its vintage and class.")
            ),
            (Some("PO-99"), Some(0), Some("PO-73 of Eastmere is for as many, 300, and names its class.")),
            (None, None, None),
            (Some("PO-71"), Some(1), None),
        ]
    );
    let remedy = view.findings[1].remedy.as_deref();
    assert_eq!(
        remedy,
        Some(
            "No imported purchase order is PO-99. PO-73 of Eastmere is for as many, 300, and names its class. \
             Correct the number if it is the one."
        )
    );
}

#[tokio::test]
async fn a_workbook_is_a_statement_as_a_csv_is_and_one_without_a_class_is_of_any() {
    let bench = Bench::new().await;
    for request in [lot_of(1, 100), PurchaseRequest { class: "I-MAT".into(), ..lot_of(201, 100) }] {
        planner_actions::record_lot(&bench.workspace, &request).await.expect("a lot");
    }
    let path = bench.folder.path().join("statement.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let head = ["Registry", "Serial Prefix", "Serial Start", "Serial End", "Vintage", "Status"];
    for (column, name) in (0..).zip(head) {
        sheet.write_string(0, column, name).expect("a header");
    }
    for (row, (start, end, status)) in (1..).zip([(1, 100, "Issued"), (201, 300, "Retired")]) {
        sheet.write_string(row, 0, "Bloom").expect("a cell");
        sheet.write_string(row, 1, "NL-R").expect("a cell");
        sheet.write_number(row, 2, start).expect("a cell");
        sheet.write_number(row, 3, end).expect("a cell");
        sheet.write_number(row, 4, 2025).expect("a cell");
        sheet.write_string(row, 5, status).expect("a cell");
    }
    workbook.save(&path).expect("saved");
    let view = compare(&bench.workspace, &path).await.expect("compared");
    assert_eq!((view.rows_compared, view.matched.units, view.different.units), (2, 100, 100));
    assert_eq!(view.findings[0].lot_id.as_deref(), Some("BLO-2025-0002"));
    assert!(view.issues.is_empty(), "{:?}", view.issues);
}

#[tokio::test]
async fn a_file_that_names_no_class_says_what_its_rows_count_as() {
    let bench = Bench::new().await;
    let material = PurchaseRequest { class: "I-MAT".into(), ..lot_of(1, 100) };
    planner_actions::record_lot(&bench.workspace, &material).await.expect("a lot");
    let path = bench.folder.path().join("lots.csv");
    let text = "Registry,Serial Prefix,Serial Start,Serial End,Vintage\n\
        Bloom,NL-R,101,200,2025\n\
        Bloom,US-O,1,50,2025\n";
    std::fs::write(&path, text).expect("written");
    let report = bench.import("certificates", &path).await.expect("imported");
    let told: Vec<_> = report.issues.iter().map(|one| (one.code.as_str(), one.expected.as_str())).collect();
    assert_eq!(
        told,
        [
            ("class_assumed", "a class; they count as I-MAT. Name it in a column if they are not"),
            ("class_assumed", "a class; they count as I-TEC. Name it in a column if they are not"),
        ]
    );
    let lots = planner_actions::lots(&bench.workspace, &Default::default()).await.expect("lots").lots;
    let of = |start| lots.iter().find(|lot| lot.serial_start == start).map(|lot| lot.class.as_str());
    assert_eq!(
        (of(101), lots.iter().find(|lot| lot.serial_prefix == "US-O").map(|lot| lot.class.as_str())),
        (Some("I-MAT"), Some("I-TEC"))
    );
}
