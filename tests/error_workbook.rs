//! The error workbook as a person uses it: saved, corrected in another program, imported. Nothing is lost by it and
//! nothing counts twice.

use crate::support::{TODAY, program, with_parts};
use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SHEET: &str = "PO lines";
const HEADERS: [&str; 6] = ["Item", "Quantity", "Unit weight", "Order date", "Unit price", "Tag"];
/// Rows of the sheet below its header in row 3, from 0, and what stands in them where nothing is wrong.
const RIGHT: [(&str, f64, f64, f64); 6] = [
    ("Laptop 14 inch", 10.0, 4.4, 45_736.0),
    ("Monitor 27 inch", 5.0, 13.2, 45_737.0),
    ("Rack server", 2.0, 44.1, 45_738.0),
    ("Tablet", 3.0, 1.1, 45_739.0),
    ("Laptop 14 inch", 10.0, 4.4, 45_736.0),
    ("Dock", 7.0, 0.9, 45_740.0),
];
const FIRST: u32 = 3;

/// What is wrong in the file, by row and column.
enum Wrong {
    Text(&'static str),
    Number(f64),
    Error(&'static str),
}

fn wrong() -> BTreeMap<(u32, u16), Wrong> {
    BTreeMap::from([
        ((FIRST + 1, 1), Wrong::Number(4.5)),
        ((FIRST + 2, 1), Wrong::Text("two")),
        ((FIRST + 3, 2), Wrong::Number(-1.1)),
        ((FIRST + 5, 2), Wrong::Error("#N/A")),
    ])
}

fn pounds() -> Format {
    Format::new().set_num_format("0.0\" lb\"")
}

fn write_right(page: &mut Worksheet, row: u32, column: u16) {
    let (item, quantity, weight, day) = RIGHT[(row - FIRST) as usize];
    let date = Format::new().set_num_format("dd.mm.yyyy");
    match column {
        0 => page.write(row, column, item),
        1 => page.write(row, column, quantity),
        2 => page.write_with_format(row, column, weight, &pounds()),
        3 => page.write_with_format(row, column, day, &date),
        4 => page.write_formula(row, column, Formula::new(format!("=B{}*2", row + 1)).set_result("980.5")),
        _ => page.write(row, column, 171_900_085_939_i64 + i64::from(row)),
    }
    .expect("a cell");
}

/// An export as a company has it: a title, formulas, dates, pounds in a number format, a total and a note below.
fn orders(path: &Path, wrong: &BTreeMap<(u32, u16), Wrong>) {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(SHEET).expect("a name");
    page.write(0, 0, "Orders of 2025").expect("a title");
    for (column, header) in (0_u16..).zip(HEADERS) {
        page.write(FIRST - 1, column, header).expect("a header");
    }
    for row in FIRST..FIRST + 6 {
        for column in 0..6 {
            match wrong.get(&(row, column)) {
                None => write_right(page, row, column),
                Some(Wrong::Text(text)) => drop(page.write(row, column, *text).expect("a cell")),
                Some(Wrong::Number(number)) => {
                    page.write_with_format(row, column, *number, &pounds()).expect("a cell");
                }
                Some(Wrong::Error(error)) => {
                    let formula = Formula::new("=VLOOKUP(A1,B1:C1,2,0)").set_result(*error);
                    page.write_formula(row, column, formula).expect("a cell");
                }
            }
        }
    }
    page.write(FIRST + 6, 0, "Total").expect("a total");
    page.write(FIRST + 6, 1, 37).expect("a total");
    page.write(FIRST + 8, 0, "Prepared by purchasing").expect("a note");
    book.save(path).expect("saved");
}

/// Opens the workbook, corrects what its Problem column names, and saves it: every other cell as it stands.
fn correct(from: &Path, to: &Path, wrong: &BTreeMap<(u32, u16), Wrong>) {
    let mut book: Xlsx<_> = open_workbook(from).expect("a workbook");
    let range = book.worksheet_range(SHEET).expect("the sheet");
    let mut corrected = Workbook::new();
    let page = corrected.add_worksheet().set_name(SHEET).expect("a name");
    let problem = range.used_cells().find(|(_, _, cell)| **cell == Data::String("Problem".into()));
    let (header, problem, _) = problem.expect("a Problem column");
    assert_eq!((header as u32, problem), (FIRST - 1, HEADERS.len()));
    for (row, column, cell) in range.used_cells() {
        let (row, column) = (row as u32, column as u16);
        let told = range.get((row as usize, problem)).map(Data::to_string).unwrap_or_default();
        if wrong.contains_key(&(row, column)) {
            let named = format!("{}: ", HEADERS[usize::from(column)]);
            assert!(told.starts_with(&named), "row {row} says “{told}”");
            write_right(page, row, column);
            continue;
        }
        match cell {
            Data::String(text) => page.write(row, column, text.as_str()),
            Data::Float(number) if column == 2 => page.write_with_format(row, column, *number, &pounds()),
            Data::Float(number) => page.write(row, column, *number),
            Data::Int(number) => page.write(row, column, *number),
            Data::DateTime(moment) => {
                let date = Format::new().set_num_format("yyyy-mm-dd");
                page.write_with_format(row, column, moment.as_f64(), &date)
            }
            other => panic!("row {row}, column {column} holds {other:?}"),
        }
        .expect("a cell");
    }
    corrected.save(to).expect("saved");
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What `itec` answers, or the code of its refusal.
    fn itec(&self, workspace: &str, words: &[&str]) -> Result<Value, Value> {
        let mut command = Command::new(program("itec"));
        command.current_dir(self.folder.path()).args(["--workspace", workspace, "--today", TODAY, "--json"]);
        let output = command.args(words).output().expect("itec runs");
        let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).expect("JSON");
        if output.status.success() {
            Ok(read(&output.stdout))
        } else {
            Err(read(&output.stderr)["error"]["code"].clone())
        }
    }

    /// What the year comes to.
    fn year(&self, workspace: &str) -> Value {
        let found = self.itec(workspace, &["requirement", "--year", "2025"]).expect("a requirement");
        json!({ "mass": found["mass_kg_new"], "gross": found["gross"], "lines": found["lines"] })
    }
}

#[test]
fn a_corrected_error_workbook_gives_the_sums_of_a_right_file_and_counts_nothing_twice() {
    let desk = Desk { folder: tempfile::tempdir().expect("a folder") };
    let import = |workspace: &str, file: &str, more: &[&str]| {
        desk.itec(workspace, &[&["import", "procurement", file, "--year", "2025"], more].concat())
    };
    orders(&desk.path("right.xlsx"), &BTreeMap::new());
    orders(&desk.path("orders.xlsx"), &wrong());
    let right = import("right.itec", "right.xlsx", &[]).expect("an import");
    assert_eq!((&right["rows_imported"], &right["rows_rejected"]), (&json!(6), &json!(0)));
    let sums = desk.year("right.itec");

    let plan = import("later.itec", "orders.xlsx", &["--dry-run"]).expect("a preview")["plan_hash"].clone();
    let plan = plan.as_str().expect("a hash");
    let first = import("later.itec", "orders.xlsx", &["--plan", plan]).expect("an import");
    assert_eq!((&first["rows_imported"], &first["rows_rejected"]), (&json!(2), &json!(4)));
    assert_ne!(desk.year("later.itec"), sums);
    import("new.itec", "orders.xlsx", &["--errors-to", "errors.xlsx"]).expect("an error workbook");
    let again = import("new.itec", "errors.xlsx", &["--dry-run"]).expect("a preview");
    for (name, expected) in [("rows_imported", 2), ("rows_rejected", 4), ("rows_skipped", 3)] {
        assert_eq!(again[name], json!(expected), "as it stands, it is read as the file is: {name}");
    }
    assert_eq!(again["columns"], first["columns"]);

    correct(&desk.path("errors.xlsx"), &desk.path("corrected.xlsx"), &wrong());
    let only = import("new.itec", "corrected.xlsx", &[]).expect("an import");
    assert_eq!((&only["rows_imported"], &only["mass_kg"]), (&json!(6), &right["mass_kg"]));
    assert_eq!(desk.year("new.itec"), sums, "instead of the file");

    let refused = import("later.itec", "corrected.xlsx", &[]);
    assert_eq!(refused, Err(json!("revision_open")), "beside the file it would count rows twice");
    import("later.itec", "corrected.xlsx", &["--revision", "replace"]).expect("an import");
    assert_eq!(desk.year("later.itec"), sums, "after the file");
    let twice = import("later.itec", "corrected.xlsx", &[]);
    assert_eq!(twice.map(drop), Err(json!("duplicate_file")));
}

/// The same workbook, its days counted from 1904 as older Macs do.
fn from_1904(path: &Path) {
    let dated = |_: &str, text: String| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
    let bytes = std::fs::read(path).expect("a workbook");
    std::fs::write(path, with_parts(&bytes, dated)).expect("written");
}

#[test]
fn a_day_counted_from_1904_stays_the_day_it_was() {
    let desk = Desk { folder: tempfile::tempdir().expect("a folder") };
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_row(0, 0, ["Item", "Quantity", "Unit weight (kg)", "Order date"]).expect("a header");
    page.write(1, 0, "Laptop").expect("a cell");
    page.write_row(1, 1, [1.0, 2.0, 44_274.0]).expect("20 March 2025");
    page.write(2, 0, "Monitor").expect("a cell");
    page.write_row(2, 1, [4.5, 6.0, 44_275.0]).expect("a wrong row");
    book.save(desk.path("mac.xlsx")).expect("saved");
    from_1904(&desk.path("mac.xlsx"));
    let import = |file: &str, more: &[&str]| {
        desk.itec("mac.itec", &[&["import", "procurement", file, "--year", "2025"], more].concat())
            .expect("an answer")
    };
    let before = import("mac.xlsx", &["--dry-run"]);
    assert_eq!(before["rows_by_year"], json!({ "2025": 1 }));
    import("mac.xlsx", &["--errors-to", "errors.xlsx"]);
    let after = import("errors.xlsx", &["--dry-run"]);
    assert_eq!(after["rows_by_year"], before["rows_by_year"]);
    assert_eq!(after["first_lines"][0]["date"], before["first_lines"][0]["date"]);
}
