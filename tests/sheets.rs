//! Several sheets of one shape in one workbook: said, and imported together or not at all.

use crate::support::Bench;
use planner_actions::Watch;
use planner_actions::views::import::ImportOptions;
use rust_xlsxwriter::Workbook;
use std::path::{Path, PathBuf};

/// A sheet a quarter, and one that is something else.
fn quarters(folder: &Path, last: &str) -> PathBuf {
    let path = folder.join("quarters.xlsx");
    let mut book = Workbook::new();
    for (sheet, units) in [("Q1", "10"), ("Q2", "20"), ("Q3", last)] {
        let page = book.add_worksheet().set_name(sheet).expect("a name");
        for (column, (header, value)) in (0_u16..).zip([
            ("Item", "Laptop"),
            ("Quantity", units),
            ("Unit weight (kg)", "2"),
            ("Order number", sheet),
        ]) {
            page.write(0, column, header).and_then(|page| page.write(1, column, value)).expect("cells");
        }
    }
    let notes = book.add_worksheet().set_name("Notes").expect("a name");
    notes.write(0, 0, "Prepared by purchasing").expect("a cell");
    book.save(&path).expect("saved");
    path
}

fn options() -> ImportOptions {
    ImportOptions { kind: "procurement".into(), year: Some(2025), ..Default::default() }
}

#[tokio::test]
async fn sheets_of_one_shape_are_named_and_imported_together() {
    let bench = Bench::new().await;
    let path = quarters(bench.folder.path(), "30");
    let watch = Watch::default();
    let one = planner_actions::preview_import(&bench.workspace, &path, &options(), &watch)
        .await
        .expect("a preview");
    assert_eq!(
        (one.sheet.as_str(), one.sheets_alike.as_slice()),
        ("Q1", &["Q2".to_owned(), "Q3".to_owned()][..])
    );
    let sheets = ["Q1", "Q2", "Q3"].map(str::to_owned);
    let all = planner_actions::commit_sheets(&bench.workspace, &path, &options(), &sheets, &watch)
        .await
        .expect("imports");
    let masses: Vec<_> = all.iter().map(|one| (one.sheet.as_str(), one.mass_kg.as_str())).collect();
    assert_eq!(masses, [("Q1", "20"), ("Q2", "40"), ("Q3", "60")]);
}

#[tokio::test]
async fn a_sheet_that_cannot_be_imported_keeps_the_others_out() {
    let bench = Bench::new().await;
    let path = quarters(bench.folder.path(), "4.5");
    let sheets = ["Q1", "Q2", "Q3"].map(str::to_owned);
    let refused =
        planner_actions::commit_sheets(&bench.workspace, &path, &options(), &sheets, &Watch::default()).await;
    assert_eq!(refused.map_err(|error| error.code).err(), Some("nothing_to_import"));
    assert_eq!(planner_actions::imports(&bench.workspace, None).await.expect("imports").len(), 0);
}
