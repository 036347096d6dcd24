//! The statement on disk, read by another library: three pages, its letters readable, its figures the requirement's.

use crate::support::{Bench, workbook};
use lopdf::{Document, Object};
use planner_actions::views::certificates::RetirementRequest;
use planner_actions::views::requirement::RequirementView;
use planner_actions::{ExportRequest, RequirementRequest, export_disclosure, export_retirement};
use std::path::PathBuf;

async fn period(bench: &Bench, name: &str) -> PathBuf {
    let path = bench.folder.path().join(name);
    let request = ExportRequest { year: 2025, ..Default::default() };
    export_disclosure(&bench.workspace.overwriting(true), request, std::slice::from_ref(&path))
        .await
        .expect("a statement");
    path
}

pub async fn of_retirement(bench: &Bench, id: &str) -> PathBuf {
    let path = bench.folder.path().join(format!("{id}.pdf"));
    export_retirement(&bench.workspace.overwriting(true), id, &path).await.expect("a statement");
    path
}

/// The worked example with this much of it retired.
async fn worked_example(quantity: i64, beneficiary: &str) -> Bench {
    let bench = Bench::new().await;
    for kind in ["procurement", "dispositions", "certificates"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(quantity),
        beneficiary: beneficiary.into(),
        ..Default::default()
    };
    planner_actions::retire(&bench.workspace, &request).await.expect("a retirement");
    bench
}

async fn requirement(bench: &Bench) -> RequirementView {
    let year = RequirementRequest { year: 2025, ..Default::default() };
    planner_actions::requirement(&bench.workspace, &year).await.expect("a requirement")
}

pub fn open(path: &PathBuf) -> Document {
    Document::load(path).expect("a PDF")
}

/// The letters of its pages, line ends taken as spaces.
pub fn text(document: &Document) -> String {
    let text = document.extract_text(&[1, 2, 3]).expect("readable letters");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",")
}

/// Every font is inside the file, with a map from its glyphs to letters.
fn check_fonts(document: &Document) {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let (mut fonts, mut descriptors) = (0, 0);
    for dictionary in dictionaries {
        match dictionary.get(b"Type").and_then(Object::as_name) {
            Ok(b"Font") if dictionary.has(b"DescendantFonts") => {
                assert!(dictionary.has(b"ToUnicode"));
                fonts += 1;
            }
            Ok(b"FontDescriptor") => {
                assert!([&b"FontFile2"[..], b"FontFile3"].iter().any(|key| dictionary.has(key)));
                let name = dictionary.get(b"FontName").and_then(Object::as_name).expect("a name");
                assert!(String::from_utf8_lossy(name).contains("Inter"));
                descriptors += 1;
            }
            _ => {}
        }
    }
    assert!(fonts > 0 && fonts == descriptors, "{fonts} fonts, {descriptors} inside");
}

async fn check(bench: &Bench) {
    let (view, document) = (requirement(bench).await, open(&period(bench, "period.pdf").await));
    assert_eq!(document.get_pages().len(), 3);
    check_fonts(&document);
    let text = text(&document);
    for number in [view.gross, view.retired, view.to_retire, view.remaining, view.held] {
        assert!(text.contains(&grouped(number)), "{number} is not in: {text}");
    }
    let coverage = view.coverage_percent.expect("a coverage");
    assert!(text.contains(&format!("{coverage} %")) && text.contains("Scope 3 inventory, which stays gross"));
    assert!(!text.to_lowercase().contains("net scope 3"));
    assert!(text.contains("Cost of retired") && text.contains("Spend for the year"));
}

#[tokio::test]
async fn a_statement_has_three_pages_and_the_figures_of_the_requirement() {
    check(&worked_example(300_000, "Larkmoor Group SE").await).await;
    check(&Bench::sample().await).await;
}

#[tokio::test]
async fn a_single_retirement_has_a_statement_of_its_own() {
    let bench = Bench::sample().await;
    let document = open(&of_retirement(&bench, "R-2025-02").await);
    assert_eq!(document.get_pages().len(), 3);
    check_fonts(&document);
    let text = text(&document);
    for part in ["Retirement statement R-2025-02", "490,000", "39.20 %", "NL-R-1260001 – 1440000", "157,500"]
    {
        assert!(text.contains(part), "{part} is not in: {text}");
    }
    assert!(!text.contains("R-2025-01"));
    let nowhere = bench.folder.path().join("nowhere.pdf");
    let refused = export_retirement(&bench.workspace, "R-2025-99", &nowhere).await.expect_err("a refusal");
    assert_eq!((refused.code, nowhere.exists()), ("unknown_retirement", false));
    let refused = export_retirement(&bench.workspace, "R-2025-02", &nowhere.with_extension("xlsx")).await;
    assert_eq!(refused.expect_err("a refusal").code, "unknown_format");
}

#[tokio::test]
async fn the_same_figures_are_the_same_bytes() {
    let bench = worked_example(300_000, "Larkmoor Group SE").await;
    let first = std::fs::read(period(&bench, "one.pdf").await).expect("a file");
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    assert!(std::fs::read(period(&bench, "two.pdf").await).expect("a file") == first);
    let one = std::fs::read(of_retirement(&bench, "R-2025-01").await).expect("a file");
    assert!(std::fs::read(of_retirement(&bench, "R-2025-01").await).expect("a file") == one);
}

#[tokio::test]
async fn whatever_a_name_holds_there_are_three_pages() {
    for name in ["=cmd|'/c calc'!A1 (BT /F1 Tj) 漢字 😀 العربية", &"Aktiengesellschaft ".repeat(40)]
    {
        let bench = worked_example(1, name).await;
        for path in [period(&bench, "period.pdf").await, of_retirement(&bench, "R-2025-01").await] {
            assert_eq!(open(&path).get_pages().len(), 3);
        }
    }
    let empty = Bench::new().await;
    let document = open(&period(&empty, "empty.pdf").await);
    assert_eq!(document.get_pages().len(), 3);
    assert!(text(&document).contains("Nothing is retired for this year yet."));
}
