//! Workbooks, ordinary and bad: what of each is imported, and what a refused one leaves behind.

use crate::support::{Bench, shared, workbook};
use planner_actions::RequirementRequest;
use sqlx::{Connection, SqliteConnection};
use std::path::Path;

/// Rows imported and new mass in kg.
async fn check(kind: &str, path: &Path, rows: u64, mass_kg_new: &str) {
    let bench = Bench::new().await;
    let report = bench.import(kind, path).await.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(
        (report.rows_imported, report.mass_kg_new.as_str()),
        (rows, mass_kg_new),
        "{}",
        path.display()
    );
    assert_eq!(report.rows_read, report.rows_imported + report.rows_skipped + report.rows_rejected);
}

#[tokio::test]
async fn one_table_in_every_format_gives_one_answer() {
    for name in [
        "procurement.xlsx",
        "procurement.csv",
        "procurement.ods",
        "procurement.xls",
        "procurement.xlsb",
        "german_semicolon.csv",
        "two_header_rows.xlsx",
    ] {
        check("procurement", &workbook(name), 12, "3370.1").await;
    }
}

#[tokio::test]
async fn ten_thousand_rows() {
    check("procurement", &workbook("procurement_10000_rows.xlsx"), 10_000, "383100").await;
}

#[tokio::test]
async fn refused_files_name_what_is_wrong_and_leave_the_workspace_as_it_was() {
    for (name, code, words) in [
        ("password_protected.xlsx", "password_protected", "save a copy without one"),
        ("truncated.xlsx", "truncated", "copy or download it again"),
        ("no_header.xlsx", "no_header", "Sheet “PO lines” has no header row"),
        (
            "negative_weight.xlsx",
            "negative_mass",
            "Row 4 of negative_weight.xlsx, column “Unit weight (kg)”, holds “-12”",
        ),
        ("html_named.xls", "not_a_spreadsheet", "web page"),
        ("no_such_file.xlsx", "unreadable", ""),
    ] {
        let bench = Bench::new().await;
        let (path, folder) = (bench.workspace.path().to_owned(), bench.folder);
        bench.workspace.close().await;
        let before = std::fs::read(&path).expect("the workspace");
        let output = std::process::Command::new(crate::support::program("itec"))
            .args(["--json", "--workspace"])
            .arg(&path)
            .args(["import", "procurement", "--year", "2025"])
            .arg(workbook(name))
            .output()
            .expect("itec");
        let answer: serde_json::Value = serde_json::from_slice(&output.stderr).expect("one document");
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert_eq!(answer["error"]["code"], code, "{name}");
        let message = answer["error"]["message"].as_str().expect("a message");
        assert!(message.contains(words), "{name}: {message}");
        assert_eq!(std::fs::read(&path).expect("the workspace"), before, "{name}");
        drop(folder);
    }
}

#[tokio::test]
async fn a_negative_weight_is_left_out_only_once_it_was_seen() {
    let bench = Bench::new().await;
    let options = planner_actions::views::import::ImportOptions {
        kind: "procurement".into(),
        year: Some(2025),
        ..Default::default()
    };
    let (path, watch) = (workbook("negative_weight.xlsx"), planner_actions::Watch::default());
    let preview =
        planner_actions::preview_import(&bench.workspace, &path, &options, &watch).await.expect("a preview");
    assert_eq!((preview.rows_imported, preview.rows_rejected), (10, 2));
    let other =
        planner_actions::commit_import(&bench.workspace, &path, &options, Some("other"), &watch).await;
    assert_eq!(other.map_err(|error| error.code).err(), Some("plan_changed"));
    let done =
        planner_actions::commit_import(&bench.workspace, &path, &options, Some(&preview.plan_hash), &watch)
            .await;
    assert_eq!(done.expect("an import").plan_hash, preview.plan_hash);
}

#[tokio::test]
async fn the_same_file_adds_nothing_unless_asked_and_undo_restores_every_total() {
    let bench = Bench::new().await;
    let year = RequirementRequest { year: 2025, ..Default::default() };
    let before = planner_actions::requirement(&bench.workspace, &year).await.expect("a requirement");
    let first = bench.import("procurement", &workbook("procurement.xlsx")).await.expect("an import");
    let again = bench.import("procurement", &workbook("procurement.xlsx")).await;
    assert_eq!(again.map_err(|error| error.code).err(), Some("duplicate_file"));
    let id = first.import_id.expect("an id");
    planner_actions::undo_import(&bench.workspace, &id).await.expect("undone");
    let after = planner_actions::requirement(&bench.workspace, &year).await.expect("a requirement");
    assert_eq!(before, after);
    let twice = planner_actions::undo_import(&bench.workspace, &id).await;
    assert_eq!(twice.map_err(|error| error.code).err(), Some("already_undone"));
}

#[tokio::test]
async fn a_real_inventory_without_quantities_or_weights_has_a_band_and_says_what_was_a_default() {
    let files =
        shared("weights/boavizta-data-us.csv").zip(shared("procurement/nickprog_university_inventory.xlsx"));
    let Some((catalogue, inventory)) = files else { return };
    let bench = Bench::new().await;
    let devices = bench.import("catalogue", &catalogue).await.expect("the catalogue");
    assert_eq!((devices.rows_imported, devices.mass_kg.as_str()), (1_035, "5445.2682"));
    let report = bench.import("procurement", &inventory).await.expect("the inventory");
    assert_eq!((report.rows_imported, report.quantity, report.rows_unresolved), (21, 21, 0));
    let year = RequirementRequest { year: 2025, ..Default::default() };
    let view = planner_actions::requirement(&bench.workspace, &year).await.expect("a requirement");
    let by_category: Vec<_> =
        view.by_category.iter().map(|one| (one.category.as_deref(), one.quantity)).collect();
    assert_eq!(by_category, [(Some("desktop"), 14), (Some("laptop"), 7)]);
    let defaults = view.by_weight_source.iter().find(|one| one.weight_source == "default").expect("defaults");
    assert_eq!((defaults.lines, view.gross), (21, 117));
    let range = [view.mass_kg_low, view.mass_kg_new, view.mass_kg_high];
    assert_eq!(range, ["38.1588", "116.872", "256.0962"]);
}

/// Another program takes a word away that lines rest on: they still stand there, but say less than they did.
#[tokio::test]
async fn a_word_that_is_gone_is_missed() {
    let bench = Bench::new().await;
    bench.import("procurement", &workbook("procurement.csv")).await.expect("an import");
    assert!(planner_actions::verify(&bench.workspace).await.expect("a check").ok);
    let path = bench.folder.path().join("larkmoor.itec").display().to_string();
    let mut other = SqliteConnection::connect(&path).await.expect("a connection");
    let taken = sqlx::query("DELETE FROM word WHERE id = (SELECT min(category_id) FROM line)");
    taken.execute(&mut other).await.expect("taken away");
    let problems = planner_actions::verify(&bench.workspace).await.expect("a check").problems;
    assert!(problems.iter().any(|one| one.ends_with("refer to words that are not there")), "{problems:?}");
}

/// Another program takes away the import that lines are of: that is said of the lines, too.
#[tokio::test]
async fn lines_of_an_import_that_is_gone_are_missed() {
    let bench = Bench::new().await;
    let lines =
        bench.import("procurement", &workbook("procurement.csv")).await.expect("an import").rows_imported;
    let path = bench.folder.path().join("larkmoor.itec").display().to_string();
    let mut other = SqliteConnection::connect(&path).await.expect("a connection");
    let taken = sqlx::raw_sql("PRAGMA foreign_keys = OFF; DELETE FROM import");
    taken.execute(&mut other).await.expect("taken away");
    let problems = planner_actions::verify(&bench.workspace).await.expect("a check").problems;
    let expected = format!("{lines} rows of line refer to something that is not there");
    assert!(problems.contains(&expected), "{problems:?}");
}
