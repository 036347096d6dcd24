//! Looking through every row before an import, and the workbook that says what is wrong in each.

use crate::support::Bench;
use planner_actions::views::import::ImportOptions;
use planner_actions::views::mapping::CellFix;
use planner_actions::views::review::{ReviewPage, ReviewQuery};
use planner_actions::{ActionError, Watch};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::path::{Path, PathBuf};

fn options() -> ImportOptions {
    ImportOptions { kind: "procurement".into(), year: Some(2025), ..Default::default() }
}

/// A sheet as companies have them: a title, a date, a unit in a number format, two wrong rows, a note below.
fn orders(folder: &Path) -> PathBuf {
    let path = folder.join("orders.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("PO lines").expect("a name");
    let (pounds, date) =
        (Format::new().set_num_format("0.0\" lb\""), Format::new().set_num_format("dd.mm.yyyy"));
    page.write(0, 0, "Orders of 2025").expect("a title");
    for (column, header) in (0_u16..).zip(["Item", "Quantity", "Unit weight", "Order date", "Tag"]) {
        page.write(2, column, header).expect("a header");
    }
    let rows: [(&str, &str, f64); 4] =
        [("Laptop", "10", 4.4), ("Monitor", "4.5", 13.2), ("Server", "-", 44.1), ("Tablet", "3", 1.1)];
    for (row, (item, quantity, weight)) in (3_u32..).zip(rows) {
        page.write(row, 0, item).expect("a cell");
        match quantity.parse::<f64>() {
            Ok(number) => page.write(row, 1, number).expect("a cell"),
            Err(_) => page.write(row, 1, quantity).expect("a cell"),
        };
        page.write_with_format(row, 2, weight, &pounds).expect("a cell");
        let day = ExcelDateTime::from_ymd(2025, 3, 20).expect("a day");
        page.write_with_format(row, 3, &day, &date).expect("a cell");
        page.write(row, 4, 171_900_085_939_i64 + i64::from(row)).expect("a cell");
    }
    page.write(8, 0, "Prepared by purchasing").expect("a note");
    book.save(&path).expect("saved");
    path
}

async fn page(bench: &Bench, plan_hash: &str, filter: &str, offset: u32) -> Result<ReviewPage, ActionError> {
    let query = ReviewQuery { plan_hash: plan_hash.into(), filter: filter.into(), offset, limit: 100 };
    planner_actions::review_page(&bench.workspace, &query).await
}

#[tokio::test]
async fn every_row_can_be_looked_through_and_filtered() {
    let bench = Bench::new().await;
    let path = orders(bench.folder.path());
    let watch = Watch::default();
    let report =
        planner_actions::review_import(&bench.workspace, &path, &options(), &watch).await.expect("a review");
    let plain = planner_actions::preview_import(&bench.workspace, &path, &options(), &watch)
        .await
        .expect("a preview");
    assert_eq!(report.plan_hash, plain.plan_hash);
    let counts = report.review.expect("counts");
    assert_eq!((counts.all, counts.problems, counts.skipped), (6, 2, 2));
    assert_eq!(u64::try_from(counts.all), Ok(report.rows_read));
    let all = page(&bench, &report.plan_hash, "all", 0).await.expect("a page");
    let fates: Vec<_> = all.rows.iter().map(|row| (row.row, row.fate.as_str())).collect();
    assert_eq!(
        fates,
        [(4, "imported"), (5, "rejected"), (6, "rejected"), (7, "imported"), (8, "skipped"), (9, "skipped")]
    );
    assert_eq!(all.headers, ["Item", "Quantity", "Unit weight", "Order date", "Tag"]);
    let problems = page(&bench, &report.plan_hash, "problems", 1).await.expect("a page");
    assert_eq!((problems.total, problems.rows.len(), problems.rows[0].row), (2, 1, 6));
    let issue = &problems.rows[0].issues[0];
    assert_eq!((issue.column.as_deref(), issue.code.as_str()), (Some("Quantity"), "not_a_number"));
    let gone = page(&bench, "another plan", "all", 0).await;
    assert_eq!(gone.map_err(|error| error.code).err(), Some("review_gone"));
    let odd = page(&bench, &report.plan_hash, "odd", 0).await;
    let fix = CellFix {
        row: Some(5),
        column: "Quantity".into(),
        seen: "4.5".into(),
        becomes: "5".into(),
        because: "half a monitor is none".into(),
    };
    let fixed = ImportOptions { fixes: vec![fix], ..options() };
    let report =
        planner_actions::review_import(&bench.workspace, &path, &fixed, &watch).await.expect("a review");
    assert_eq!(report.review.as_ref().map(|counts| (counts.problems, counts.corrected)), Some((1, 1)));
    let corrected = page(&bench, &report.plan_hash, "corrected", 0).await.expect("a page");
    assert_eq!((corrected.total, corrected.rows[0].row), (1, 5));
    assert_eq!(corrected.rows[0].cells[1], "4.5", "what stands in the file stays");
    assert_eq!(odd.map_err(|error| error.code).err(), Some("bad_request"));
}

#[tokio::test]
async fn a_revised_file_can_be_filtered_by_change_and_duplicate() {
    let bench = Bench::new().await;
    let write = |name: &str, text: &str| {
        let path = bench.folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let header = "Supplier,PO number,PO line,Item,Quantity,Unit weight (kg)\n";
    let first = write("one.csv", &format!("{header}Orla,P-1,1,Laptop,1,2\nOrla,P-1,2,Laptop,1,2\n"));
    bench.import("procurement", &first).await.expect("an import");
    let second = write(
        "two.csv",
        &format!(
            "{header}Orla,P-1,1,Laptop,1,2\nOrla,P-1,2,Laptop,3,2\nOrla,P-1,3,Laptop,1,2\nOrla,P-1,3,Laptop,1,2\n"
        ),
    );
    let report = planner_actions::review_import(&bench.workspace, &second, &options(), &Watch::default())
        .await
        .expect("a review");
    let rows = |page: ReviewPage| page.rows.into_iter().map(|row| (row.row, row.change)).collect::<Vec<_>>();
    let change = |word: &str| Some(word.to_owned());
    let changes = page(&bench, &report.plan_hash, "changes", 0).await.expect("a page");
    assert_eq!(rows(changes), [(3, change("changed")), (4, change("added")), (5, change("added"))]);
    let twice = page(&bench, &report.plan_hash, "duplicates", 0).await.expect("a page");
    assert_eq!(rows(twice), [(2, change("unchanged")), (4, change("added")), (5, change("added"))]);
}

#[tokio::test]
async fn the_error_workbook_is_the_sheet_with_its_problems_and_imports_once_corrected() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let bench = Bench::new().await;
    let path = orders(bench.folder.path());
    let out = bench.folder.path().join("errors.xlsx");
    let watch = Watch::default();
    planner_actions::write_error_workbook(&bench.workspace, &path, &options(), &out, &watch)
        .await
        .expect("written");
    let open = |path: &Path| {
        let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
        book.worksheet_range("PO lines").expect("the sheet")
    };
    let (before, after) = (open(&path), open(&out));
    for (row, column, value) in before.used_cells() {
        let found = after.get((row, column)).expect("the cell");
        assert_eq!(found.to_string(), value.to_string(), "row {row}, column {column}");
    }
    assert_eq!(after.get((2, 5)), Some(&Data::String("Problem".into())));
    let told = after.get((4, 5)).expect("a problem").to_string();
    assert_eq!(told, "Quantity: found “4.5”, expected a whole number.");
    assert!(after.get((3, 5)).is_none_or(|cell| *cell == Data::Empty), "a right row has no problem");

    let again =
        planner_actions::preview_import(&bench.workspace, &out, &options(), &watch).await.expect("a preview");
    let first = planner_actions::preview_import(&bench.workspace, &path, &options(), &watch)
        .await
        .expect("a preview");
    assert_eq!((again.rows_imported, again.rows_rejected, again.header_row), (2, 2, 3));
    assert_eq!((&again.mass_kg, &again.columns), (&first.mass_kg, &first.columns));
    let parts = zip_names(&out);
    assert!(parts.iter().any(|name| name.contains("comments")), "notes on the cells: {parts:?}");

    let right = bench.folder.path().join("right.csv");
    std::fs::write(&right, "Item,Quantity,Unit weight (kg),Condition,Date\nLaptop,1,2,new,2025-01-02\n")
        .expect("a file");
    let nothing = planner_actions::write_error_workbook(
        &bench.workspace,
        &right,
        &options(),
        &out.with_extension("2.xlsx"),
        &watch,
    )
    .await;
    assert_eq!(nothing.map_err(|error| error.code).err(), Some("no_problems"));
}

/// Names in a workbook's central directory.
fn zip_names(path: &Path) -> Vec<String> {
    let bytes = std::fs::read(path).expect("a workbook");
    let text = String::from_utf8_lossy(&bytes);
    text.split("xl/").skip(1).map(|rest| rest.chars().take(24).collect()).collect()
}
