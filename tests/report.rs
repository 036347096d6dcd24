//! The report of a year: refused until nothing is open, sealed once, made again byte for byte, restated in the open.

use crate::support::{Bench, day, sign, workbook};
use calamine::{Data, Reader, Xlsx, open_workbook};
use planner_actions::views::certificates::RetirementRequest;
use planner_actions::{
    ExportRequest, SignatureRequest, Workspace, claim, disclosure, export_disclosure, history, lock_year,
    save_claim, save_disclosure_inputs, settings, sign_report, signing, trace_figure, unlock_year, verify,
};
use sqlx::{Connection, SqliteConnection};
use std::path::PathBuf;

const FINAL: ExportRequest = ExportRequest { year: 2025, is_final: true, version: None };

/// The worked example, covered in full.
async fn covered() -> Bench {
    let bench = Bench::new().await;
    for kind in ["procurement", "dispositions", "certificates"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(300_000),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    planner_actions::retire(&bench.workspace, &request).await.expect("a retirement");
    bench.prove_lots().await;
    bench
}

async fn sign_all(workspace: &Workspace) {
    for (role, by) in [("prepared", "Ada Lund"), ("reviewed", "Jo Brandt"), ("approved", "Kim Osei")] {
        sign(workspace, role, by).await.expect(role);
    }
}

fn paths(bench: &Bench, name: &str) -> Vec<PathBuf> {
    ["xlsx", "pdf", "csv", "json", "zip"]
        .map(|ending| bench.folder.path().join(name).with_extension(ending))
        .into()
}

async fn export(bench: &Bench, workspace: &Workspace, request: ExportRequest, name: &str) -> Vec<Vec<u8>> {
    let paths = paths(bench, name);
    export_disclosure(&workspace.overwriting(true), request, &paths).await.expect("an export");
    paths.iter().map(|path| std::fs::read(path).expect("a file")).collect()
}

fn rows(bench: &Bench, name: &str, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(bench.folder.path().join(name)).expect("the workbook");
    let range = book.worksheet_range(sheet).expect(sheet);
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn says(rows: &[Vec<String>], what: &str) -> String {
    rows.iter().find(|row| row[0] == what).unwrap_or_else(|| panic!("no {what}"))[1].clone()
}

async fn refused(workspace: &Workspace, request: ExportRequest, path: PathBuf) -> (&'static str, String) {
    let error =
        export_disclosure(workspace, request, std::slice::from_ref(&path)).await.expect_err("a refusal");
    assert!(!path.exists(), "a refused export left a file");
    (error.code, error.message)
}

#[tokio::test]
async fn a_final_report_is_refused_with_everything_that_is_open() {
    let bench = Bench::sample().await;
    let nowhere = bench.folder.path().join("nowhere.xlsx");
    let (code, message) = refused(&bench.workspace, FINAL, nowhere).await;
    assert_eq!(code, "not_final");
    for reason in
        ["42 lines have no weight", "year 2025 is not locked", "not prepared, not reviewed, not approved"]
    {
        assert!(message.contains(reason), "{reason} is not in: {message}");
    }
    let view = disclosure(&bench.workspace, 2025).await.expect("a screen");
    assert!(view.status == "draft" && view.reports.is_empty() && view.signatures.is_empty());
}

#[tokio::test]
async fn a_sealed_year_is_written_alike_for_ever() {
    let bench = covered().await;
    sign_all(&bench.workspace).await;
    lock_year(&bench.workspace, 2025).await.expect("locked");
    let first = export(&bench, &bench.workspace, FINAL, "first").await;
    let readme = rows(&bench, "first.xlsx", "README");
    assert!(says(&readme, "Status").starts_with("final, version 1"));
    assert_eq!(says(&readme, "Approved by, on"), "Kim Osei, 2026-06-16");
    let document: serde_json::Value = serde_json::from_slice(&first[3]).expect("JSON");
    assert_eq!(document["status"], "final");

    let later = bench.workspace.on(day("2027-03-01"));
    let draft = ExportRequest { year: 2025, ..Default::default() };
    for request in [FINAL, draft, ExportRequest { version: Some(1), ..draft }] {
        assert!(
            export(&bench, &later, request, "again").await == first,
            "{request:?} is not as it was sealed"
        );
    }
    let view = disclosure(&later, 2025).await.expect("a screen");
    assert_eq!((view.status.as_str(), view.reports.len()), ("final", 1));
    assert!(view.file_name.ends_with("_CDP2026_v1.xlsx"), "{}", view.file_name);
    let nowhere = bench.folder.path().join("nowhere.pdf");
    let unknown = ExportRequest { version: Some(7), ..draft };
    assert_eq!(refused(&later, unknown, nowhere).await.0, "unknown_report");
    let again = sign(&later, "approved", "Somebody").await.expect_err("a refusal");
    assert_eq!(again.code, "report_is_final");
    for (role, by) in [("owner", "A"), ("approved", "  ")] {
        assert_eq!(sign(&later, role, by).await.expect_err(role).code, "bad_request");
    }
}

#[tokio::test]
async fn a_signature_is_void_once_a_figure_moves() {
    let bench = covered().await;
    sign_all(&bench.workspace).await;
    bench.import("procurement", &workbook("german_semicolon.csv")).await.expect("an import");
    let view = disclosure(&bench.workspace, 2025).await.expect("a screen");
    assert_eq!(view.signatures, []);
    let void: Vec<_> =
        view.signing.void.iter().map(|one| (one.signature.by.as_str(), one.because.as_str())).collect();
    let changed = "figures_changed";
    assert_eq!(void, [("Ada Lund", changed), ("Jo Brandt", changed), ("Kim Osei", changed)]);
    assert_eq!(view.signing.missing, ["prepared", "reviewed", "approved"]);
    let moved = |name: &str| {
        let found = view.signing.void[0].moved.iter().find(|one| one.name == name);
        found.unwrap_or_else(|| panic!("{name} moved")).clone()
    };
    let gross = moved("Gross requirement");
    assert_eq!(gross.old.as_deref(), Some("1250000"));
    assert!(gross.new > gross.old, "{gross:?}");
    lock_year(&bench.workspace, 2025).await.expect("locked");
    let (code, message) = refused(&bench.workspace, FINAL, bench.folder.path().join("no.pdf")).await;
    assert!(code == "not_final" && message.contains("not approved") && !message.contains("not locked"));
}

fn answer(field: &str, value: &str) -> std::collections::BTreeMap<String, String> {
    [(field.to_owned(), value.to_owned())].into()
}

#[tokio::test]
async fn a_signature_is_void_once_an_answer_to_cdp_moves() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    let (set_on, revision) = ("7.54.2/1/set_on", "7.54.2/1/revision");
    let save = async |field: &str, value: &str| {
        save_disclosure_inputs(workspace, 2025, &answer(field, value)).await.expect("kept")
    };
    save(set_on, "2025-01-15").await;
    sign_all(workspace).await;
    assert_eq!(planner_actions::signing(workspace, 2025).await.expect("signing").answers, 1);
    for (field, value, moved) in [
        (
            set_on,
            "2025-02-15",
            vec![("CDP 7.54.2: Date target was set", Some("2025-01-15"), Some("2025-02-15"))],
        ),
        (set_on, "", vec![("CDP 7.54.2: Date target was set", Some("2025-01-15"), None)]),
        (set_on, "2025-01-15", vec![]),
        (revision, "Once", vec![("CDP 7.54.2", None, Some("Once"))]),
        (revision, "", vec![]),
    ] {
        save(field, value).await;
        let view = disclosure(workspace, 2025).await.expect("a screen");
        let void = view.signing.void.first().map(|one| one.moved.clone()).unwrap_or_default();
        assert_eq!(view.signatures.len(), if moved.is_empty() { 3 } else { 0 }, "{field}={value}");
        assert_eq!(void.len(), moved.len(), "{field}={value}: {void:?}");
        for (found, (name, old, new)) in void.iter().zip(moved) {
            assert!(found.name.starts_with(name), "{}", found.name);
            assert_eq!((found.old.as_deref(), found.new.as_deref()), (old, new), "{field}={value}");
        }
    }
    lock_year(workspace, 2025).await.expect("locked");
    export(&bench, workspace, FINAL, "sealed").await;
    let document = disclosure(workspace, 2025).await.expect("a screen");
    assert_eq!((document.status.as_str(), document.signatures.len()), ("final", 3));

    // After an unlock another answer makes another report of the same figures, and the log of changes names it.
    let later = workspace.on(day("2026-09-01"));
    unlock_year(&later, 2025, "The target was set later").await.expect("unlocked");
    save_disclosure_inputs(&later, 2025, &answer(set_on, "2025-03-01")).await.expect("kept");
    assert_eq!(disclosure(&later, 2025).await.expect("a screen").status, "draft");
    sign_all(&later).await;
    lock_year(&later, 2025).await.expect("locked");
    export(&bench, &later, FINAL, "again").await;
    let log = rows(&bench, "again.xlsx", "Change log");
    let changed: Vec<_> = log.iter().filter(|row| row[0].starts_with("2025.")).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(
        changed[0][..4],
        ["2025.answers.7.54.2/1/set_on", "2025-01-15", "2025-03-01", "The target was set later"]
    );
    assert!(verify(&later).await.expect("a check").ok);
}

/// The comparatives of a sealed pack, cell by cell; what the year before comes to later moves nothing of it.
#[tokio::test]
async fn a_sealed_pack_keeps_the_years_it_was_compared_with() {
    const HEADS: &str = "Item,Category,Quantity,Unit weight (kg),Date,Condition\n";
    let bench = covered().await;
    let workspace = &bench.workspace;
    let import = async |name: &str, lines: &str| {
        let path = bench.folder.path().join(name);
        std::fs::write(&path, format!("{HEADS}{lines}")).expect("written");
        bench.import("procurement", &path).await.expect("an import");
    };
    import(
        "2024.csv",
        "Laptop A,laptop,100000,2.5,2024-03-01,new\nMonitor B,monitor,125000,6,2024-03-01,new\n",
    )
    .await;
    let years = planner_actions::years(workspace, None).await.expect("years");
    let now = years.years.iter().find(|one| one.year == 2025).expect("2025");
    let change = now.since_before.clone().expect("a change");
    sign_all(workspace).await;
    lock_year(workspace, 2025).await.expect("locked");
    let first = export(&bench, workspace, FINAL, "sealed").await;
    let sheet = rows(&bench, "sealed.xlsx", "Years");
    let row = |year: &str| sheet.iter().find(|row| row[0] == year).unwrap_or_else(|| panic!("{sheet:?}"));
    let before = row("2024");
    let figures =
        ["2024", "year before", "1000000", "1000000", "1000000", "1000000", "100", "0", "0", "250000"];
    assert_eq!(before[..10], figures);
    let parts = [&change.volume_kg, &change.mix_kg, &change.weight_kg, &change.method_kg];
    assert_eq!(before[10..14].iter().collect::<Vec<_>>(), parts);
    let sum: rust_decimal::Decimal =
        parts.iter().map(|part| part.parse::<rust_decimal::Decimal>().expect("kg")).sum();
    assert_eq!(sum, rust_decimal::Decimal::from(250_000));
    let of_2025 =
        ["2025", "reporting year", "1250000", "1250000", "1250000", "1250000", "100", "300000", "24"];
    assert_eq!(row("2025")[..9], of_2025);

    import("late.csv", "Laptop A,laptop,999,2.5,2024-04-01,new\n").await;
    let later = workspace.on(day("2027-03-01"));
    assert!(export(&bench, &later, FINAL, "again").await == first, "the sealed comparatives moved");
    let view = disclosure(&later, 2025).await.expect("a screen");
    assert_eq!(view.status, "final");
}

#[tokio::test]
async fn a_changed_year_is_restated_in_the_open() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    sign_all(workspace).await;
    lock_year(workspace, 2025).await.expect("locked");
    let first = export(&bench, workspace, FINAL, "first").await;

    let later = workspace.on(day("2026-09-01"));
    unlock_year(&later, 2025, "A late delivery was found").await.expect("unlocked");
    bench.import("procurement", &workbook("german_semicolon.csv")).await.expect("an import");
    sign_all(&later).await;
    lock_year(&later, 2025).await.expect("locked");
    export(&bench, &later, FINAL, "second").await;
    assert!(says(&rows(&bench, "second.xlsx", "README"), "Status").starts_with("restated, version 2"));
    let log = rows(&bench, "second.xlsx", "Change log");
    let change = log.iter().find(|row| row[0] == "2025.mass_kg_new").expect("the changed mass");
    assert_eq!((change[1].as_str(), change[3].as_str()), ("1250000", "A late delivery was found"));
    assert_eq!(change[4], "Kim Osei");
    assert!(change[6].starts_with("v2, event "), "{}", change[6]);
    assert_eq!(log.iter().filter(|row| row[0] == "2025.mass_kg_new").count(), 1, "the change stands twice");
    let request = planner_actions::RequirementRequest { year: 2025, ..Default::default() };
    let view = planner_actions::requirement(&later, &request).await.expect("a requirement");
    assert_eq!(change[2], view.mass_kg_new);
    assert!(!log.iter().any(|row| row[0] == "2025.retired"), "what did not change is no restatement");

    let earlier = ExportRequest { year: 2025, version: Some(1), is_final: false };
    assert!(export(&bench, &later, earlier, "earlier").await == first, "the first report is not as it was");
    let reports = planner_actions::reports_of_year(&later, 2025).await.expect("reports");
    let kinds: Vec<_> = reports.iter().map(|one| (one.version, one.status.as_str())).collect();
    assert_eq!(kinds, [(1, "final"), (2, "restated")]);
    assert!(verify(&later).await.expect("a check").ok);
}

#[tokio::test]
async fn what_was_locked_and_never_reported_is_restated_too() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    lock_year(workspace, 2025).await.expect("locked");
    unlock_year(workspace, 2025, "A late delivery was found").await.expect("unlocked");
    bench.import("procurement", &workbook("german_semicolon.csv")).await.expect("an import");
    lock_year(workspace, 2025).await.expect("locked");
    sign_all(workspace).await;
    export(&bench, workspace, FINAL, "only").await;
    let log = rows(&bench, "only.xlsx", "Change log");
    let change = log.iter().find(|row| row[0] == "2025.mass_kg_new").expect("the changed mass");
    assert_eq!((change[1].as_str(), change[3].as_str()), ("1250000", "A late delivery was found"));
    assert!(change[6].starts_with("event ") && change[7].len() == 64, "{change:?}");
    assert!(says(&rows(&bench, "only.xlsx", "README"), "Status").starts_with("final, version 1"));
}

#[tokio::test]
async fn a_final_pack_agrees_with_its_manifest_and_a_changed_file_is_found() {
    let bench = covered().await;
    sign_all(&bench.workspace).await;
    lock_year(&bench.workspace, 2025).await.expect("locked");
    export(&bench, &bench.workspace, FINAL, "pack").await;
    let manifest = rows(&bench, "pack.xlsx", "Manifest");
    let check = verify(&bench.workspace).await.expect("a check");
    let head = manifest.iter().find(|row| row[0] == "Event chain").expect("the chain");
    let sealed = history(&bench.workspace, 0, 2).await.expect("the history").events;
    assert_eq!((sealed[0].kind.as_str(), sealed[0].sequence), ("sealed", check.events));
    assert_eq!(head[3], sealed[1].hash, "the report names the head that it rests on");
    let files: Vec<_> = manifest.iter().filter(|row| row[0] == "Imported file").collect();
    assert_eq!(files.len(), 3);
    for file in files {
        let fingerprint = planner_sheets::fingerprint(&workbook(&file[1])).expect("a file");
        assert_eq!(fingerprint.sha256, file[3], "{}", file[1]);
    }
    let gross = trace_figure(&bench.workspace, "2025.gross").await.expect("a trace");
    assert!(gross.lines.iter().all(|line| manifest.iter().any(|row| row[3] == line.file_sha256)));

    let path = bench.workspace.path().to_str().expect("a path").to_owned();
    let mut other = SqliteConnection::connect(&path).await.expect("a connection");
    for sql in [
        "DROP TRIGGER a_document_is_never_changed",
        "UPDATE document SET content = x'00' WHERE sha256 = (SELECT sha256 FROM report_file WHERE format = 'pdf')",
    ] {
        sqlx::query(sql).execute(&mut other).await.expect(sql);
    }
    let check = verify(&bench.workspace).await.expect("a check");
    let missing = "the trigger a_document_is_never_changed is missing";
    assert_eq!(check.problems, ["the pdf of report v1 of 2025 was changed after it was sealed", missing]);
    let nowhere = bench.folder.path().join("again.pdf");
    let again = ExportRequest { year: 2025, is_final: false, version: Some(1) };
    assert_eq!(refused(&bench.workspace, again, nowhere).await.0, "workspace_damaged");
}

#[tokio::test]
async fn preparer_reviewer_and_approver_are_three_persons() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    let seen = signing(workspace, 2025).await.expect("figures");
    let named = |id: &str| seen.figures.iter().find(|one| one.id == id).and_then(|one| one.value.clone());
    assert_eq!(named("2025.retired").as_deref(), Some("300000"));
    assert!(seen.figures.len() == 15 && seen.further > 0, "{seen:?}");
    sign(workspace, "prepared", "José Núñez").await.expect("signed");
    for (role, by) in [("reviewed", "jose  nunez"), ("approved", "JOSÉ NUÑEZ"), ("approved", "Jose-Nunez")]
    {
        assert_eq!(sign(workspace, role, by).await.expect_err(by).code, "same_person");
    }
    sign(workspace, "reviewed", "Jo Brandt").await.expect("signed");
    sign(workspace, "prepared", "Ada Lund").await.expect("another preparer");
    sign(workspace, "approved", "José Núñez").await.expect("no longer the preparer");
    let request = SignatureRequest {
        year: 2025,
        role: "reviewed".into(),
        by: "Jo Brandt".into(),
        comment: Some("Ties to the ledger".into()),
        figures_sha256: Some("another".into()),
    };
    assert_eq!(sign_report(workspace, &request).await.expect_err("other figures").code, "figures_changed");
    let request = SignatureRequest { figures_sha256: Some(seen.figures_sha256), ..request };
    sign_report(workspace, &request).await.expect("the figures that were seen");
    lock_year(workspace, 2025).await.expect("locked");
    export(&bench, workspace, FINAL, "three").await;
    let readme = rows(&bench, "three.xlsx", "README");
    assert_eq!(says(&readme, "Reviewed by, on"), "Jo Brandt, 2026-06-16: Ties to the ledger");
    assert_eq!(says(&readme, "Four eyes"), "prepared, reviewed and approved by three persons");
}

#[tokio::test]
async fn two_persons_suffice_where_that_is_set_and_the_report_says_so() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    let mut asked = settings(workspace).await.expect("settings");
    asked.report_persons = 2;
    planner_actions::save_settings(workspace, &asked).await.expect("saved");
    sign(workspace, "prepared", "Ada Lund").await.expect("signed");
    sign(workspace, "reviewed", "Ada Lund").await.expect("signed");
    let alone = sign(workspace, "approved", "ADA LUND").await.expect_err("one person alone");
    assert_eq!(alone.code, "same_person");
    sign(workspace, "approved", "Kim Osei").await.expect("signed");
    lock_year(workspace, 2025).await.expect("locked");
    export(&bench, workspace, FINAL, "two").await;
    assert!(says(&rows(&bench, "two.xlsx", "README"), "Four eyes").contains("two persons"));

    asked.report_persons = 3;
    planner_actions::save_settings(workspace, &asked).await.expect("saved");
    let view = disclosure(workspace, 2025).await.expect("a screen");
    assert_eq!(view.status, "final", "a setting changed what was sealed");
    let void: Vec<_> = view.signing.void.iter().map(|one| one.because.as_str()).collect();
    assert_eq!(void, ["same_person"]);
    asked.report_persons = 1;
    let refused = planner_actions::save_settings(workspace, &asked).await.expect_err("one person");
    assert_eq!(refused.code, "bad_request");
}

#[tokio::test]
async fn the_claim_that_a_person_edits_is_what_the_reports_carry() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    sign_all(workspace).await;
    lock_year(workspace, 2025).await.expect("locked");
    let nowhere = bench.folder.path().join("nowhere.xlsx");
    let bad = save_claim(workspace, 2025, "Larkmoor is climate positive.").await.expect("kept");
    assert_eq!(bad.findings.iter().map(|one| one.word.as_str()).collect::<Vec<_>>(), ["climate positive"]);
    let (code, message) = refused(workspace, FINAL, nowhere).await;
    assert!(code == "not_final" && message.contains("climate positive"), "{message}");

    let text = "Larkmoor retired 300000 I-TECs for 2025. This does not reduce our Scope 3 inventory.";
    let kept = save_claim(workspace, 2025, text).await.expect("kept");
    assert!(kept.findings.is_empty() && kept.text == text && kept.suggested != text);
    assert_eq!(claim(workspace, 2025).await.expect("a claim"), kept);
    let view = disclosure(workspace, 2025).await.expect("a screen");
    assert_eq!(view.signing.missing.len(), 3, "who signed had seen another claim");
    sign_all(workspace).await;
    export(&bench, workspace, FINAL, "own").await;
    assert_eq!(says(&rows(&bench, "own.xlsx", "README"), "Claim text"), text);
    let metric = rows(&bench, "own.xlsx", "7.52 Metric");
    assert!(metric.iter().flatten().any(|cell| cell.contains("300000 I-TECs for 2025")), "{metric:?}");
    assert_eq!(save_claim(workspace, 2025, "Another").await.expect_err("sealed").code, "report_is_final");
    assert_eq!(
        save_claim(workspace, 2024, &"a".repeat(2_401)).await.expect_err("long").code,
        "claim_too_long"
    );
    let back = save_claim(workspace, 2024, "  ").await.expect("nothing to take back");
    assert!(back.text.is_empty() && back.edited_on.is_none());
}

#[tokio::test]
async fn a_claim_written_for_other_figures_is_looked_at_again() {
    let bench = covered().await;
    let workspace = &bench.workspace;
    let text = "Larkmoor retired 300000 I-TECs for 2025.";
    save_claim(workspace, 2025, text).await.expect("kept");
    bench.import("procurement", &workbook("german_semicolon.csv")).await.expect("an import");
    assert!(claim(workspace, 2025).await.expect("a claim").is_out_of_date);
    sign_all(workspace).await;
    lock_year(workspace, 2025).await.expect("locked");
    let (_, message) = refused(workspace, FINAL, bench.folder.path().join("no.pdf")).await;
    assert!(message.contains("moved since the claim was edited"), "{message}");
    let again = save_claim(workspace, 2025, text).await.expect("kept again");
    assert!(!again.is_out_of_date);
}
