//! The summary on disk, opened by another library: its sheets tie to each other and to what the screens say.

use crate::support::{Bench, root, workbook};
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use planner_actions::views::certificates::RetirementRequest;
use planner_actions::views::disclosure::Exported;
use planner_actions::views::requirement::RequirementView;
use planner_actions::{ActionError, ExportRequest, RequirementRequest, Workspace};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub type Book = Xlsx<std::io::BufReader<std::fs::File>>;

const SHEETS: [&str; 20] = [
    "README",
    "Summary",
    "Retirement lines",
    "Reconciliation",
    "Requirement",
    "Self-generation",
    "Four statements",
    "7.52 Metric",
    "7.54.2 Target",
    "7.55.2 Initiative",
    "7.8 Scope 3",
    "7.8.1 Restated",
    "7.9.3 Verified",
    "Guards",
    "Exclusions",
    "Method",
    "Checks",
    "Evidence",
    "Change log",
    "Manifest",
];

/// The worked example, retired in full.
pub async fn worked_example() -> Bench {
    let bench = Bench::new().await;
    for kind in ["procurement", "dispositions", "certificates"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    let retirement = RetirementRequest {
        year: 2025,
        quantity: Some(300_000),
        beneficiary: "=cmd|'/c calc'!A1".into(),
        ..Default::default()
    };
    planner_actions::retire(&bench.workspace, &retirement).await.expect("a retirement");
    bench
}

pub async fn export(bench: &Bench, name: &str) -> PathBuf {
    let path = bench.folder.path().join(name);
    try_export(bench, &path).await.expect("an export");
    path
}

async fn try_export(bench: &Bench, path: &Path) -> Result<Exported, ActionError> {
    let request = ExportRequest { year: 2025, ..Default::default() };
    planner_actions::export_disclosure(&bench.workspace, request, &[path.to_owned()]).await
}

async fn requirement(workspace: &Workspace) -> RequirementView {
    let year = RequirementRequest { year: 2025, ..Default::default() };
    planner_actions::requirement(workspace, &year).await.expect("a requirement")
}

pub fn open(path: &Path) -> Book {
    open_workbook(path).expect("the exported workbook")
}

/// A sheet from its header row on.
pub fn table(book: &mut Book, sheet: &str, first_header: &str) -> Range<Data> {
    let range = book.worksheet_range(sheet).expect(sheet);
    let (start, end) = (range.start().expect("cells"), range.end().expect("cells"));
    let header = range.rows().position(|row| row[0] == *first_header).expect(first_header);
    range.range((start.0 + u32::try_from(header).expect("a row"), start.1), end)
}

pub fn cell(table: &Range<Data>, row: usize, header: &str) -> String {
    let index = table.rows().next().expect("headers").iter().position(|cell| *cell == *header);
    table.rows().nth(row).expect("a row")[index.unwrap_or_else(|| panic!("no column {header}"))].to_string()
}

/// The value of a figure of the summary.
fn figure(book: &mut Book, id: &str) -> String {
    let summary = table(book, "Summary", "Figure");
    let row = summary.rows().position(|row| row[4] == *id).unwrap_or_else(|| panic!("no {id}"));
    cell(&summary, row, "Value")
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("“{text}” is no number"))
}

async fn check_ties(bench: &Bench) {
    let view = requirement(&bench.workspace).await;
    let mut book = open(&export(bench, "ties.xlsx").await);
    assert_eq!(book.sheet_names(), SHEETS);
    for (id, expected) in [
        ("mass_kg_new", view.mass_kg_new.clone()),
        ("mass_kg_low", view.mass_kg_low.clone()),
        ("mass_kg_high", view.mass_kg_high.clone()),
        ("lines_unresolved", view.lines_unresolved.to_string()),
        ("gross", view.gross.to_string()),
        ("needed", view.needed.to_string()),
        ("retired", view.retired.to_string()),
        ("coverage_percent", view.coverage_percent.clone().unwrap_or_default()),
        ("to_retire", view.to_retire.to_string()),
        ("remaining", view.remaining.to_string()),
    ] {
        assert_eq!(number(&figure(&mut book, &format!("2025.{id}"))), number(&expected), "{id}");
    }
    for (sheet, first, header, expected) in [
        ("Retirement lines", "Statement no.", "Quantity", view.retired.to_string()),
        ("Requirement", "Entity", "kg total", view.mass_kg_new.clone()),
        ("Requirement", "Entity", "Gross I-TEC of the entity", view.gross.to_string()),
        ("7.52 Metric", "Description", "Metric value", view.retired.to_string()),
    ] {
        let table = table(&mut book, sheet, first);
        let row = if sheet.starts_with('7') { 1 } else { table.height() - 1 };
        assert_eq!(number(&cell(&table, row, header)), number(&expected), "{sheet} {header}");
    }
    let own = planner_actions::dispositions(&bench.workspace, 2025, None).await.expect("dispositions");
    let shipments = table(&mut book, "Self-generation", "Shipment");
    for (header, expected) in [("kg sent", &own.total.sent_kg), ("kg restored", &own.total.restored_kg)] {
        assert_eq!(number(&cell(&shipments, shipments.height() - 1, header)), number(expected), "{header}");
    }
    let statements = table(&mut book, "Four statements", "Statement");
    let of = |id: &str| {
        let row = (1..statements.height()).find(|row| cell(&statements, *row, "Trace id") == id).expect(id);
        number(&cell(&statements, row, "Value"))
    };
    assert_eq!(of("2025.retired"), Decimal::from(view.retired));
    assert_eq!(of("2025.coverage_percent"), number(&view.coverage_percent.clone().unwrap_or_default()));
    let ledger = table(&mut book, "Reconciliation", "Class");
    assert!((1..ledger.height()).all(|row| number(&cell(&ledger, row, "Difference")).is_zero()));
}

#[tokio::test]
async fn the_sheets_tie_to_each_other_and_to_the_requirement() {
    check_ties(&worked_example().await).await;
    check_ties(&Bench::sample().await).await;
}

#[tokio::test]
async fn totals_are_live() {
    let mut book = open(&export(&Bench::sample().await, "live.xlsx").await);
    for (sheet, needle) in [
        ("Summary", "'Requirement'!"),
        ("Summary", "ROUND("),
        ("Retirement lines", "SUM("),
        ("Requirement", "SUMPRODUCT("),
        ("Reconciliation", "SUM("),
        ("7.52 Metric", "LEN("),
    ] {
        let formulas = book.worksheet_formula(sheet).expect(sheet);
        assert!(formulas.used_cells().any(|(_, _, formula)| formula.contains(needle)), "{sheet} {needle}");
    }
}

#[tokio::test]
async fn no_cell_nets_scope_3_and_cdp_answers_keep_the_limits() {
    let mut book = open(&export(&Bench::sample().await, "limits.xlsx").await);
    for sheet in SHEETS {
        let range = book.worksheet_range(sheet).expect(sheet);
        for text in range.used_cells().filter_map(|(_, _, cell)| cell.as_string()) {
            assert!(!text.to_lowercase().contains("net scope 3"), "{sheet}: {text}");
            assert!(!sheet.starts_with('7') || text.chars().count() <= 2_400, "{sheet}: {text}");
        }
        for (_, _, cell) in
            range.used_cells().filter(|(_, _, cell)| sheet.starts_with('7') && cell.is_float())
        {
            assert!(number(&cell.to_string()).normalize().scale() <= 3, "{sheet}: {cell}");
        }
    }
    let statements = table(&mut book, "Four statements", "Statement");
    let foot = statements.rows().next_back().expect("a foot");
    assert!(foot[0].to_string().starts_with("Not additive") && foot[2].is_empty());
}

#[tokio::test]
async fn hostile_texts_are_inert() {
    let bench = worked_example().await;
    bench.import("procurement", &workbook("formula_injection.xlsx")).await.expect("an import");
    let mut book = open(&export(&bench, "inert.xlsx").await);
    let lines = table(&mut book, "Retirement lines", "Statement no.");
    assert_eq!(cell(&lines, 1, "Beneficiary"), "=cmd|'/c calc'!A1");
    for sheet in SHEETS {
        let formulas = book.worksheet_formula(sheet).expect(sheet);
        for (_, _, formula) in formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()) {
            assert!(!formula.contains("cmd") && !formula.contains("HYPERLINK"), "{sheet}: {formula}");
        }
    }
}

#[tokio::test]
async fn the_same_year_is_the_same_bytes() {
    let bench = Bench::sample().await;
    std::fs::create_dir(bench.folder.path().join("elsewhere")).expect("a folder");
    let first = std::fs::read(export(&bench, "one.xlsx").await).expect("a file");
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    let second = std::fs::read(export(&bench, "elsewhere/two.xlsx").await).expect("a file");
    assert!(first == second, "the workbook depends on where or when it is written");
}

#[test]
fn the_map_names_the_columns_in_order() {
    let text = std::fs::read_to_string(root().join("assets/standards/cdp/2026.toml")).expect("the map");
    let map: toml::Value = toml::from_str(&text).expect("TOML");
    let questions = map["question"].as_array().expect("questions");
    let numbers: Vec<_> = questions.iter().map(|one| one["number"].as_str().expect("a number")).collect();
    assert_eq!(numbers, ["7.52", "7.54.2", "7.55.2", "7.8", "7.8.1", "7.9.3"]);
    let columns: Vec<_> =
        questions.iter().map(|one| one["column"].as_array().expect("columns").len()).collect();
    assert_eq!(columns, [7, 21, 9, 6, 17, 8]);
}

#[tokio::test]
async fn csv_and_json_hold_the_same_figures_and_are_inert() {
    let bench = worked_example().await;
    let path = export(&bench, "same.json").await;
    let text = std::fs::read_to_string(&path).expect("JSON");
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["schema_version"], "1");
    let figures = document["figures"].as_array().expect("figures");
    let mut book = open(&export(&bench, "same.xlsx").await);
    for one in figures {
        let id = one["id"].as_str().expect("an id");
        let shown = figure(&mut book, id);
        let value = one["value"].as_str().unwrap_or_default();
        assert_eq!(shown.parse::<Decimal>().ok(), value.parse::<Decimal>().ok(), "{id}");
    }
    assert_eq!(document["sheets"].as_array().expect("sheets").len(), SHEETS.len());
    let schema = std::fs::read_to_string(root().join("assets/standards/disclosure.schema.json"));
    let schema: serde_json::Value = serde_json::from_str(&schema.expect("the schema")).expect("JSON");
    for name in schema["required"].as_array().expect("names") {
        assert!(document.get(name.as_str().expect("a name")).is_some(), "{name}");
    }
    assert_eq!(
        document.as_object().expect("an object").len(),
        schema["properties"].as_object().expect("names").len()
    );

    let csv = std::fs::read_to_string(export(&bench, "same.csv").await).expect("csv");
    assert!(csv.contains("figure,2025.retired,Validly retired,300000,I-TEC"));
    assert!(csv.contains(",'=cmd|'/c calc'!A1,") && !csv.contains(",=cmd"));
    assert_eq!(csv.lines().filter(|line| line.starts_with("retirement line,")).count(), 2);
    assert_eq!(std::fs::read_to_string(export(&bench, "again.csv").await).expect("csv"), csv);
    assert_eq!(std::fs::read_to_string(export(&bench, "again.json").await).expect("JSON"), text);
    let refused = try_export(&bench, &path.with_extension("doc")).await;
    assert_eq!(refused.expect_err("a refusal").code, "unknown_format");
}

#[tokio::test]
async fn every_figure_leads_to_its_lines_and_events() {
    let bench = worked_example().await;
    let trace = |figure: &'static str| planner_actions::trace_figure(&bench.workspace, figure);
    let gross = trace("2025.gross").await.expect("a trace");
    assert_eq!(gross.value.as_deref(), Some("1250000"));
    let masses = gross.lines.iter().filter_map(|line| line.mass_kg.as_deref()).map(number);
    assert_eq!(masses.sum::<Decimal>(), Decimal::from(1_250_000));
    assert_eq!(gross.lines_total, i64::try_from(gross.lines.len()).expect("a number"));
    let line = gross.lines.first().expect("a line");
    assert!(line.file_sha256.len() == 64 && line.cells.iter().any(|cell| !cell.text.is_empty()));
    let retired = trace("2025.retired").await.expect("a trace");
    assert_eq!((retired.value.as_deref(), retired.events_total), (Some("300000"), 1));
    assert!(retired.events[0].hash.len() == 64 && !retired.events[0].serials.is_empty());
    for unknown in ["gross", "2025.nothing", "x.gross", ""] {
        assert_eq!(trace(unknown).await.expect_err(unknown).code, "unknown_figure");
    }
}

#[tokio::test]
async fn every_sheet_says_whether_it_waits_for_something() {
    let bench = Bench::sample().await;
    let view = planner_actions::disclosure(&bench.workspace, 2025).await.expect("a screen");
    let open = view.checks.iter().filter(|check| check.is_open).count();
    for (name, status, quantity) in [
        ("README", "ok", 0),
        ("Requirement", "open", 42),
        ("Reconciliation", "open", 1),
        ("7.8.1 Restated", "not_applicable", 0),
        ("7.9.3 Verified", "open", 2),
        ("Checks", "open", i64::try_from(open).expect("a number")),
    ] {
        let sheet = view.sheets.iter().find(|sheet| sheet.name == name).expect(name);
        assert_eq!((sheet.status.as_str(), sheet.open), (status, quantity), "{name}");
        assert_eq!(sheet.characters.is_some(), name.starts_with('7'), "{name}");
    }
}

#[tokio::test]
async fn a_default_weight_leads_to_the_lines_that_take_it() {
    let bench = Bench::sample().await;
    let mut book = open(&export(&bench, "method.xlsx").await);
    let method = table(&mut book, "Method", "What");
    let row = (1..method.height()).find(|row| cell(&method, *row, "Trace id") == AVERAGE);
    let trace = planner_actions::trace_figure(&bench.workspace, AVERAGE).await.expect("a trace");
    assert_eq!(trace.value, Some(cell(&method, row.expect("the average"), "Mean kg")));
    assert!(trace.lines_total > 0 && trace.lines.iter().all(|line| line.weight_source == "default"));
}

/// What weighs the sample's laptops of 15 inches.
const AVERAGE: &str = "2025.weight.default.laptop 15–16 in";

/// Every trace id of a workbook: what stands under “Trace id” or “Source figures”.
fn trace_ids(book: &mut Book) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for sheet in SHEETS {
        let range = book.worksheet_range(sheet).expect(sheet);
        let is_header = |cell: &Data| *cell == *"Trace id" || *cell == *"Source figures";
        let Some(header) = range.rows().position(|row| row.iter().any(is_header)) else { continue };
        let headers = range.rows().nth(header).expect("headers");
        let column = headers.iter().position(is_header).expect("a column");
        let cells = range.rows().skip(header + 1).map(|row| row[column].to_string());
        ids.extend(cells.flat_map(|cell| cell.split(", ").map(str::to_owned).collect::<Vec<_>>()));
    }
    ids.remove("");
    ids
}

async fn check_traces(bench: &Bench) {
    let ids = trace_ids(&mut open(&export(bench, "trace.xlsx").await));
    let view = requirement(&bench.workspace).await;
    for kind in
        ["gross", "retirement.", "movements.", "category.", "self_generation", "import.", "scope3.", "tco2e"]
    {
        assert!(ids.iter().any(|id| id.starts_with(&format!("2025.{kind}"))), "no id of {kind}");
    }
    let is_estimated = view.mass_kg_low != view.mass_kg_high;
    assert_eq!(ids.iter().any(|id| id.starts_with("2025.weight.")), is_estimated);
    for id in &ids {
        let trace = planner_actions::trace_figure(&bench.workspace, id).await;
        let trace = trace.unwrap_or_else(|error| panic!("{id}: {error}"));
        let counts_nothing = trace.value.as_deref().is_none_or(|value| number(value).is_zero());
        let leads_somewhere = trace.lines_total + trace.events_total > 0 || trace.rule.contains("trace");
        let is_a_rule = trace.rule.contains("settings")
            || trace.rule.contains("year before")
            || trace.rule.contains("ships with");
        assert!(leads_somewhere || is_a_rule || counts_nothing, "{id} = {:?} leads nowhere", trace.value);
        assert!(trace.lines.iter().all(|line| line.file_sha256.len() == 64 && line.row > 0), "{id}");
    }
    let parts = ids.iter().filter(|id| id.starts_with("2025.retirement."));
    let mut retired = Decimal::ZERO;
    for id in parts {
        let trace = planner_actions::trace_figure(&bench.workspace, id).await.expect("a trace");
        assert_eq!(trace.events_total, 1, "{id}");
        retired += number(trace.value.as_deref().expect("a quantity"));
    }
    assert_eq!(retired, Decimal::from(view.retired));
}

#[tokio::test]
async fn every_id_of_a_pack_leads_back() {
    check_traces(&worked_example().await).await;
    check_traces(&Bench::sample().await).await;
}

#[tokio::test]
async fn self_generation_leads_to_its_rows_and_its_issue() {
    let bench = Bench::sample().await;
    let view = planner_actions::dispositions(&bench.workspace, 2025, None).await.expect("dispositions");
    let trace =
        planner_actions::trace_figure(&bench.workspace, "2025.self_generation").await.expect("a trace");
    assert_eq!(trace.value.as_deref(), Some(view.total.restored_kg.as_str()));
    let restored = trace.lines.iter().filter_map(|line| line.mass_kg.as_deref()).map(number);
    assert_eq!(restored.sum::<Decimal>(), number(&view.total.restored_kg));
    assert!(
        trace.lines.iter().all(|line| !line.cells.is_empty() && line.file_name.starts_with("dispositions"))
    );
    assert!(trace.events.iter().all(|event| event.kind == "recorded") && trace.events_total > 0);
}

#[tokio::test]
async fn each_sheet_is_a_csv_table_in_a_zip() {
    let bench = worked_example().await;
    let mut archive =
        zip::ZipArchive::new(std::fs::File::open(export(&bench, "tables.zip").await).expect("a file"))
            .expect("a zip");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let expected: Vec<_> =
        (1..).zip(SHEETS).map(|(number, name)| format!("{number:02} {name}.csv")).collect();
    assert_eq!(names, expected);
    let mut table = |name: &str| {
        let mut reader = csv::Reader::from_reader(archive.by_name(name).expect(name));
        reader.records().map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    let summary = table("02 Summary.csv");
    let figure = |id: &str| {
        summary.iter().find(|row| &row[4] == id).unwrap_or_else(|| panic!("no {id}"))[1].to_owned()
    };
    assert_eq!((figure("2025.retired").as_str(), figure("2025.coverage_percent").as_str()), ("300000", "24"));
    let lines = table("03 Retirement lines.csv");
    let beneficiary = lines[0].iter().find(|cell| cell.contains("calc"));
    assert_eq!(beneficiary, Some("'=cmd|'/c calc'!A1"), "a text that would be a formula is inert");
}
