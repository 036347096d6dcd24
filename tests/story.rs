//! The main job without its window: the Guide's worked example from three workbooks to a workbook on disk,
//! and the sample company whose figures are known.

use crate::support::{Bench, root, workbook};
use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use planner_actions::views::certificates::{PurchaseRequest, RetirementRequest};
use planner_actions::views::requirement::RequirementView;
use planner_actions::{ExportRequest, RequirementRequest, Workspace};
use rust_decimal::Decimal;
use std::path::Path;

async fn requirement(workspace: &Workspace) -> RequirementView {
    let year = RequirementRequest { year: 2025, ..Default::default() };
    planner_actions::requirement(workspace, &year).await.expect("a requirement")
}

#[tokio::test]
async fn the_guides_worked_example_from_three_workbooks_to_one() {
    let bench = Bench::new().await;
    for kind in ["procurement", "dispositions", "certificates"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    let workspace = &bench.workspace;
    let first = requirement(workspace).await;
    assert_eq!((first.mass_kg_new.as_str(), first.gross), ("1250000", 1_250_000));
    assert_eq!((first.self_generated, first.self_generated_expected), (300_000, 0));
    assert_eq!((first.remaining, first.coverage_percent.as_deref()), (950_000, Some("0.00")));
    let assets = planner_actions::dispositions(workspace, 2025, None).await.expect("dispositions");
    assert_eq!(assets.total.yield_percent.as_deref(), Some("71.43"));

    let purchase = PurchaseRequest {
        class: "I-TEC".into(),
        registry: "Bloom".into(),
        serial_prefix: Some("NL-R-".into()),
        serial_start: 5_000_001,
        serial_end: 5_950_000,
        vintage: 2025,
        ..Default::default()
    };
    let bought = planner_actions::record_lot(workspace, &purchase).await.expect("a purchase");
    assert_eq!((bought.quantity, bought.expires_on.as_str()), (950_000, "2028-12-31"));
    assert_eq!(requirement(workspace).await.remaining, 0);
    for quantity in [950_000, 300_000] {
        let retirement = RetirementRequest {
            year: 2025,
            quantity: Some(quantity),
            beneficiary: "Larkmoor Group SE".into(),
            ..Default::default()
        };
        planner_actions::retire(workspace, &retirement).await.expect("a retirement");
    }
    let last = requirement(workspace).await;
    assert_eq!((last.retired, last.remaining, last.to_retire), (1_250_000, 0, 0));
    assert_eq!(last.coverage_percent.as_deref(), Some("100.00"));
    assert_eq!((last.gross, last.self_generated), (1_250_000, 300_000));

    let path = bench.folder.path().join("summary.xlsx");
    planner_actions::export_disclosure(
        workspace,
        ExportRequest { year: 2025, ..Default::default() },
        std::slice::from_ref(&path),
    )
    .await
    .expect("an export");
    check_summary(&path, &last);
    assert!(planner_actions::verify(workspace).await.expect("a check").ok);
}

/// The workbook on disk, opened by another library: its sums are those of the requirement.
pub fn check_summary(path: &Path, requirement: &RequirementView) {
    let mut file: Xlsx<_> = open_workbook(path).expect("the exported workbook");
    for sheet in [
        "README",
        "Summary",
        "Retirement lines",
        "Requirement",
        "Self-generation",
        "Reconciliation",
        "Method",
    ] {
        assert!(file.sheet_names().contains(&sheet.to_owned()), "{sheet} is missing");
    }
    let retired = column(&mut file, "Retirement lines", "Quantity");
    assert_eq!(retired.iter().sum::<Decimal>(), Decimal::from(requirement.retired));
    let mass = column(&mut file, "Requirement", "kg total");
    assert_eq!(mass.iter().sum::<Decimal>().normalize().to_string(), requirement.mass_kg_new);
    let difference = column(&mut file, "Reconciliation", "Difference");
    assert!(difference.iter().all(Decimal::is_zero));
    for sheet in file.sheet_names() {
        let range = file.worksheet_range(&sheet).expect("a sheet");
        let texts = range.cells().filter_map(|(_, _, cell)| cell.as_string());
        assert!(texts.into_iter().all(|text| !text.to_lowercase().contains("net scope 3")), "{sheet}");
    }
}

/// The numbers under a header, without the total below them.
fn column(file: &mut Xlsx<std::io::BufReader<std::fs::File>>, sheet: &str, header: &str) -> Vec<Decimal> {
    let range = file.worksheet_range(sheet).expect("a sheet");
    let is_header = |row: &&[Data]| row.iter().any(|cell| cell.as_string().as_deref() == Some(header));
    let head = range.rows().find(is_header).unwrap_or_else(|| panic!("{sheet} has no column {header}"));
    let index = head.iter().position(|cell| cell.as_string().as_deref() == Some(header)).expect("the column");
    let below = range.rows().skip_while(|row| !is_header(row)).skip(1);
    let lines = below.take_while(|row| {
        !row[0].to_string().starts_with("Total") && !row[0].to_string().starts_with("All ")
    });
    lines.filter_map(|row| row[index].to_string().parse().ok()).collect()
}

#[tokio::test]
async fn the_sample_company_adds_up_to_what_its_files_say() {
    let text = std::fs::read_to_string(root().join("assets/sample/expected.toml")).expect("expected.toml");
    let expected: toml::Value = toml::from_str(&text).expect("TOML");
    let procurement = &expected["procurement"];
    let bench = Bench::sample().await;
    let view = requirement(&bench.workspace).await;
    let text = |name: &str| procurement[name].as_str().expect("a text").to_owned();
    let number = |name: &str| procurement[name].as_integer().expect("a number");
    assert_eq!(view.mass_kg_new, text("mass_kg_new"));
    assert_eq!(view.mass_kg_low, text("mass_kg_low"));
    assert_eq!(view.mass_kg_high, text("mass_kg_high"));
    assert_eq!(view.mass_kg_refurbished, text("mass_kg_refurbished"));
    assert_eq!(view.mass_kg_unknown_condition, text("mass_kg_unknown_condition"));
    assert_eq!(view.lines_new, number("lines"));
    assert_eq!(view.lines, view.lines_new + view.lines_unresolved + view.lines_refurbished);
    assert_eq!(view.lines_unresolved, number("lines_unresolved"));
    assert_eq!(view.units_unresolved, number("units_unresolved"));
    assert_eq!(view.lines_out_of_scope, number("lines_out_of_scope"));
    assert_eq!((view.retired, view.reserved, view.held), (790_000, 65_000, 195_000));
    assert_eq!((view.self_generated, view.remaining, view.to_retire), (300_000, 200_000, 460_000));
    assert_eq!(view.coverage_percent.as_deref(), Some("63.20"));
    let overview = planner_actions::overview(&bench.workspace, 2025, None).await.expect("an overview");
    let sum = overview.sum;
    assert_eq!(sum.needed, sum.self_generated_retired + sum.self_generated_held + sum.to_source);
    assert_eq!(sum.to_source, sum.bought_retired + sum.bought_held + sum.remaining);
    assert_eq!((sum.to_source, sum.bought_retired, sum.bought_held), (950_000, 610_000, 140_000));
}
