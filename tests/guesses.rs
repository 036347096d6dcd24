//! The rows of a large file are recorded while the rest of it is still looked at. What its beginning promised is a guess:
//! where the rest says otherwise, nothing of that stays.

use crate::support::Bench;
use planner_actions::views::import::{ImportOptions, ImportProgress, ImportReport};
use planner_actions::views::procurement::LinesQuery;
use planner_actions::{ActionError, Watch};
use rust_xlsxwriter::Workbook;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// More rows than it takes to make a guess.
const ROWS: u32 = 7_000;

fn options() -> ImportOptions {
    ImportOptions { kind: "procurement".into(), year: Some(2025), ..Default::default() }
}

/// A table whose many rows are alike, with one more at its end.
fn table(bench: &Bench, header: &str, row: &str, last: &str) -> PathBuf {
    let path = bench.folder.path().join("orders.csv");
    let rows: Vec<_> = (0..ROWS).map(|number| row.replace("{}", &number.to_string())).collect();
    std::fs::write(&path, format!("{header}\n{}\n{last}\n", rows.join("\n"))).expect("a file");
    path
}

/// What an import said on its way.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<ImportProgress>>>);

impl Heard {
    fn watch(&self) -> Watch {
        let heard = self.0.clone();
        let progress = move |one| heard.lock().expect("no panic").push(one);
        Watch { progress: Arc::new(progress), ..Watch::default() }
    }

    /// Rows that were recorded before the whole file was looked at.
    fn ahead(&self) -> u64 {
        let heard = self.0.lock().expect("no panic");
        let ahead = heard.iter().filter(|one| one.step == "writing" && one.rows_total.is_none());
        ahead.map(|one| one.rows_done).max().unwrap_or(0)
    }

    /// Rows that were recorded after that.
    fn afterwards(&self) -> u64 {
        let heard = self.0.lock().expect("no panic");
        let afterwards = heard.iter().filter(|one| one.step == "writing" && one.rows_total.is_some());
        afterwards.map(|one| one.rows_done).max().unwrap_or(0)
    }
}

/// Previews and imports: both come to the same, the workspace holds that and no more, and undo leaves nothing.
async fn import(bench: &Bench, path: &Path, heard: &Heard) -> Result<ImportReport, ActionError> {
    let workspace = &bench.workspace;
    let previewed =
        planner_actions::preview_import(workspace, path, &options(), &Watch::default()).await?.plan_hash;
    let report =
        planner_actions::commit_import(workspace, path, &options(), Some(&previewed), &heard.watch()).await?;
    assert_eq!(report.plan_hash, previewed);
    assert_eq!(report.rows_read, report.rows_imported + report.rows_skipped + report.rows_rejected);
    assert_eq!(u64::try_from(lines(bench).await), Ok(report.rows_imported));
    assert!(planner_actions::verify(workspace).await.expect("a check").ok);
    let id = report.import_id.clone().expect("an id");
    planner_actions::undo_import(workspace, &id).await.expect("undone");
    assert_eq!(lines(bench).await, 0);
    Ok(report)
}

async fn lines(bench: &Bench) -> i64 {
    let query = LinesQuery { year: 2025, limit: 1, ..LinesQuery::default() };
    planner_actions::lines_page(&bench.workspace, &query).await.expect("lines").total
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_goes_on_as_it_began_is_read_once() {
    let bench = Bench::new().await;
    let path = table(&bench, "Item,Quantity,Unit weight kg", "Laptop {},2,1.5", "Laptop,1,2");
    let heard = Heard::default();
    let report = import(&bench, &path, &heard).await.expect("an import");
    assert_eq!((report.rows_imported, report.mass_kg.as_str()), (7_001, "21002"));
    assert_eq!((heard.ahead(), heard.afterwards()), (7_001, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_end_of_a_file_shows_to_be_movements_is_not_kept_as_purchases() {
    let bench = Bench::new().await;
    let header = "Item,Quantity,Unit weight kg,Transaction type";
    let path = table(&bench, header, "Laptop {},2,1.5,Issue", "Laptop,1,2,Purchase");
    let heard = Heard::default();
    let report = import(&bench, &path, &heard).await.expect("an import");
    assert_eq!((report.rows_imported, report.rows_skipped, report.mass_kg.as_str()), (1, 7_000, "2"));
    assert!(heard.ahead() > 0);
    assert_eq!(heard.afterwards(), 7_001);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_guess_would_refuse_is_asked_of_the_whole_file() {
    let bench = Bench::new().await;
    let before = bench.folder.path().join("before.csv");
    std::fs::write(&before, "Item,Quantity,Unit weight kg,Date\nLaptop,1,2,2024-05-01\n").expect("a file");
    let earlier = bench.import("procurement", &before).await.expect("an import");
    planner_actions::undo_import(&bench.workspace, &earlier.import_id.expect("an id")).await.expect("undone");
    planner_actions::lock_year(&bench.workspace, 2024).await.expect("locked");
    let header = "Item,Quantity,Unit weight kg,Date,Transaction type";
    let (row, last) = ("Laptop {},2,1.5,2024-05-01,Issue", "Laptop,1,2,2025-05-01,Purchase");
    let report = import(&bench, &table(&bench, header, row, last), &Heard::default()).await;
    assert_eq!(report.expect("an import").rows_imported, 1);
    let report = import(&bench, &table(&bench, header, last, row), &Heard::default()).await;
    assert_eq!(report.expect("an import").rows_imported, 7_000);
    let locked = "Laptop,1,2,2024-05-01,Purchase";
    let refused = import(&bench, &table(&bench, header, last, locked), &Heard::default()).await;
    assert_eq!(refused.map_err(|error| error.code).err(), Some("year_locked"));
    assert_eq!(lines(&bench).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_beginning_leaves_open_the_end_may_answer() {
    let bench = Bench::new().await;
    let header = "Item;Quantity;Unit weight kg";
    let open = import(&bench, &table(&bench, header, "Laptop {};2;1.234", ""), &Heard::default()).await;
    assert_eq!(open.map_err(|error| error.code).err(), Some("question_open"));
    let path = table(&bench, header, "Server {};2;1.234", "Server;2;12,5");
    let heard = Heard::default();
    let report = import(&bench, &path, &heard).await.expect("an import");
    assert_eq!((report.rows_imported, report.mass_kg.as_str()), (7_001, "17276025"));
    assert_eq!((heard.ahead(), heard.afterwards()), (0, 7_001));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_sheet_that_says_more_is_the_one_that_is_read() {
    let bench = Bench::new().await;
    let path = bench.folder.path().join("orders.xlsx");
    let mut book = Workbook::new();
    let stock = book.add_worksheet().set_name("Stock").expect("a name");
    stock.write_row(0, 0, ["Item", "Quantity", "Unit weight kg"]).expect("a header");
    for row in 1..=ROWS {
        stock.write(row, 0, format!("Laptop {row}")).and_then(|page| page.write(row, 1, 2)).expect("a row");
        stock.write(row, 2, 1.5).expect("a weight");
    }
    let orders = book.add_worksheet().set_name("Orders").expect("a name");
    let header = ["PO Number", "Order date", "Supplier", "Item", "Quantity", "Unit weight kg", "Unit price"];
    orders.write_row(0, 0, header).expect("a header");
    orders.write_row(1, 0, ["P-1", "2025-05-01", "Northwind", "Laptop", "3", "2", "900"]).expect("a row");
    book.save(&path).expect("saved");
    let heard = Heard::default();
    let report = import(&bench, &path, &heard).await.expect("an import");
    assert_eq!((report.sheet.as_str(), report.rows_imported, report.mass_kg.as_str()), ("Orders", 1, "6"));
    assert!(heard.ahead() > 0);
    assert_eq!(heard.afterwards(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_import_is_stopped_at_once_and_nothing_stays() {
    let bench = Bench::new().await;
    let path = table(&bench, "Item,Quantity,Unit weight kg", "Laptop {},2,1.5", "Laptop,1,2");
    let watch = Watch::default();
    let cancel = watch.cancel.clone();
    let progress = move |one: ImportProgress| {
        if one.step == "writing" {
            cancel.cancel();
        }
    };
    let watch = Watch { progress: Arc::new(progress), ..watch };
    let stopped = planner_actions::commit_import(&bench.workspace, &path, &options(), None, &watch).await;
    assert_eq!(stopped.map_err(|error| error.code).err(), Some("cancelled"));
    assert_eq!(lines(&bench).await, 0);
    assert!(planner_actions::imports(&bench.workspace, None).await.expect("imports").is_empty());
}
