//! Workbooks of programs that calculate nothing: what is plain is computed here and said so, all else is asked. And lines that
//! somebody struck through and left standing.

use crate::support::{Bench, with_parts};
use planner_actions::views::import::{ImportOptions, ImportReport};
use planner_actions::views::procurement::LinesQuery;
use planner_actions::{ActionError, Watch};
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A workbook of orders that asks to be calculated when it is opened. Cells that begin with an equals sign hold formulas and
/// nobody's 0, or the result behind an arrow.
fn orders(bench: &Bench, rows: &[[&str; 5]], struck: Option<u32>) -> PathBuf {
    let mut workbook = Workbook::new();
    let plain = Format::new();
    let line = Format::new().set_font_strikethrough();
    let sheet = workbook.add_worksheet().set_name("Orders").expect("a name");
    for (row, cells) in (0_u32..).zip(rows) {
        let format = if struck == Some(row) { &line } else { &plain };
        for (place, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_with_format(row, place, number, format).map(drop),
                Err(_) if cell.starts_with('=') => {
                    let (formula, result) = cell.split_once('→').unwrap_or((cell, "0"));
                    let formula = Formula::new(formula).set_result(result);
                    sheet.write_formula_with_format(row, place, formula, format).map(drop)
                }
                Err(_) => sheet.write_with_format(row, place, *cell, format).map(drop),
            }
            .expect("a cell");
        }
    }
    let weights = workbook.add_worksheet().set_name("Weights").expect("a name");
    for (row, kg) in [(0, 1.5), (1, 25.5)] {
        weights.write(row, 0, kg).expect("a weight");
    }
    let path = bench.folder.path().join("orders.xlsx");
    workbook.save(&path).expect("a workbook");
    path
}

fn options(answers: &[(&str, &str)]) -> ImportOptions {
    ImportOptions {
        kind: "procurement".to_owned(),
        year: Some(2025),
        sheet: Some("Orders".to_owned()),
        answers: answers
            .iter()
            .map(|(what, answer)| ((*what).to_owned(), (*answer).to_owned()))
            .collect::<BTreeMap<_, _>>(),
        ..ImportOptions::default()
    }
}

async fn import(bench: &Bench, path: &Path, answers: &[(&str, &str)]) -> Result<ImportReport, ActionError> {
    planner_actions::commit_import(&bench.workspace, path, &options(answers), None, &Watch::default()).await
}

const HEADER: [&str; 5] = ["Item", "Boxes", "Per box", "Quantity", "Unit weight (kg)"];

#[tokio::test]
async fn what_nobody_calculated_is_computed_and_said_so() {
    let bench = Bench::new().await;
    let rows = [
        HEADER,
        ["Laptop Lumen", "2", "5", "=B2*C2", "=Weights!A1"],
        ["Server Boreal", "3", "1", "=PRODUCT(B3,C3)", "=ROUND(Weights!$A$2*2/2,1)"],
        ["Total", "", "", "=SUM(D2:D3)", ""],
    ];
    let report = import(&bench, &orders(&bench, &rows, None), &[]).await.expect("an import");
    assert_eq!((report.quantity, report.mass_kg.as_str(), report.rows_imported), (13, "91.5", 2));
    let computed = report.issues.iter().filter(|issue| issue.code == "formula_computed");
    let said: Vec<_> = computed.map(|issue| (issue.row, issue.seen.as_str())).collect();
    assert_eq!(said[..2], [(2, "=B2*C2"), (2, "=Weights!A1")]);
    let query = LinesQuery { year: 2025, limit: 10, ..LinesQuery::default() };
    let page = planner_actions::lines_page(&bench.workspace, &query).await.expect("lines");
    let trace = planner_actions::line_trace(&bench.workspace, page.lines[0].id).await.expect("a trace");
    let from: Vec<_> =
        trace.cells.iter().filter_map(|cell| Some((&*cell.header, cell.computed_from.as_deref()?))).collect();
    assert!(
        from.contains(&("Quantity", "=B2*C2")) || from.contains(&("Quantity", "=PRODUCT(B3,C3)")),
        "{from:?}"
    );
}

#[tokio::test]
async fn a_result_that_is_out_of_date_is_computed_anew() {
    let bench = Bench::new().await;
    let rows = [
        HEADER,
        ["Laptop Lumen", "2", "5", "=B2*C2→7", "1.5"],
        ["Server Boreal", "3", "1", "=B3*C3→3", "=Weights!A2→25.500000000000004"],
        ["Monitor Vela", "1", "4", "=IF(B4>0,4,0)→4", "4.5"],
        ["Total", "", "", "=SUM(D2:D4)→14", ""],
    ];
    let report = import(&bench, &orders(&bench, &rows, None), &[]).await.expect("an import");
    assert_eq!((report.quantity, report.mass_kg.as_str(), report.rows_imported), (17, "109.5", 3));
    let computed = report.issues.iter().filter(|issue| issue.code == "formula_computed");
    let said: Vec<_> = computed.map(|issue| (issue.row, issue.seen.as_str())).collect();
    assert_eq!(said, [(2, "=B2*C2")]);
}

#[tokio::test]
async fn a_zero_that_nobody_calculated_is_computed_though_the_file_asks_for_nothing() {
    let bench = Bench::new().await;
    let rows = [
        HEADER,
        ["Laptop Lumen", "2", "5", "=B2*C2→10", "1.5"],
        ["Server Boreal", "3", "1", "=B3*C3→0", "25.5"],
        ["Monitor Vela", "0", "4", "=B4*C4→0", "4.5"],
    ];
    let path = orders(&bench, &rows, None);
    let unasked = |_: &str, text: String| text.replace("fullCalcOnLoad=\"1\"", "");
    let bytes = std::fs::read(&path).expect("a workbook");
    std::fs::write(&path, with_parts(&bytes, unasked)).expect("written");
    let report = import(&bench, &path, &[]).await.expect("an import");
    assert_eq!((report.quantity, report.mass_kg.as_str()), (13, "91.5"));
    let computed = report.issues.iter().filter(|issue| issue.code == "formula_computed");
    let said: Vec<_> = computed.map(|issue| (issue.row, issue.seen.as_str())).collect();
    assert_eq!(said, [(3, "=B3*C3")]);
}

#[tokio::test]
async fn what_is_not_plain_is_asked() {
    for formula in ["=IF(B2>1,B2*C2,0)", "=VLOOKUP(A2,A2:B3,2,FALSE)", "=NOW()", "=B2*Elsewhere!A1", "=D2"] {
        let bench = Bench::new().await;
        let rows =
            [HEADER, ["Laptop Lumen", "2", "5", formula, "1.5"], ["Server Boreal", "3", "1", "3", "25.5"]];
        let asked = import(&bench, &orders(&bench, &rows, None), &[]).await;
        assert_eq!(asked.map_err(|error| error.code).err(), Some("question_open"), "{formula}");
    }
}

#[tokio::test]
async fn a_line_that_is_struck_through_counts_as_a_person_says() {
    let rows = [
        ["Item", "Supplier", "Order", "Quantity", "Unit weight (kg)"],
        ["Laptop Lumen", "Nord", "P1", "10", "1.5"],
        ["Server Boreal", "Nord", "P2", "2", "25.5"],
    ];
    for (answers, expected) in [
        (&[][..], Err("question_open")),
        (&[("struck", "leave_out")][..], Ok((10, 1))),
        (&[("struck", "count")][..], Ok((12, 0))),
    ] {
        let bench = Bench::new().await;
        let found = import(&bench, &orders(&bench, &rows, Some(2)), answers).await;
        let found = found.map(|report| (report.quantity, report.rows_skipped)).map_err(|error| error.code);
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn a_service_that_states_a_weight_counts_as_a_person_says() {
    let rows = [
        ["Item", "Category", "Order", "Quantity", "Unit weight (kg)"],
        ["Installation", "", "P1", "3", "2.5"],
        ["Laptop Lumen", "Laptop", "P2", "4", "1.5"],
        ["Installation on site", "", "P3", "1", ""],
        ["Care for two years", "Warranty", "P4", "1", "9"],
    ];
    for (answers, expected) in [
        (&[][..], Err("question_open")),
        (&[("weighed", "leave_out")][..], Ok("6".to_owned())),
        (&[("weighed", "hardware")][..], Ok("13.5".to_owned())),
    ] {
        let bench = Bench::new().await;
        let found = import(&bench, &orders(&bench, &rows, None), answers).await;
        assert_eq!(found.map(|report| report.mass_kg).map_err(|error| error.code), expected, "{answers:?}");
    }
}

#[tokio::test]
async fn a_service_that_counts_as_hardware_is_checked_as_hardware() {
    let rows = [
        ["Item", "Order", "Quantity", "Unit weight (kg)", "Total weight (kg)"],
        ["Installation", "P1", "3", "2.5", "75"],
        ["Laptop Lumen", "P2", "4", "1.5", "6"],
    ];
    let bench = Bench::new().await;
    let report = import(&bench, &orders(&bench, &rows, None), &[("weighed", "hardware")]).await;
    let issues = report.expect("an import").issues;
    let codes: Vec<_> = issues.iter().map(|issue| (issue.row, issue.code.as_str())).collect();
    assert!(codes.contains(&(2, "mass_mismatch")), "{codes:?}");
    assert!(!codes.contains(&(2, "out_of_scope")), "{codes:?}");
}
