//! Small tables of the kinds that people's programs write, each right or asked about: `layouts/cases.toml`, and workbooks
//! whose cells are merged. What is right was decided before any was read.

use crate::support::{Bench, root};
use planner_actions::views::import::{ImportOptions, ImportReport};
use planner_actions::{ActionError, Watch};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Workbook};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    root: String,
    name: String,
    #[serde(default = "procurement")]
    kind: String,
    file: String,
    #[serde(default)]
    asks: bool,
    #[serde(default)]
    refuses: bool,
    #[serde(default)]
    figures: BTreeMap<String, String>,
}

fn procurement() -> String {
    "procurement".to_owned()
}

/// What an import came to: its preview, which names rows, or why there is none.
async fn import(bench: &Bench, path: &Path, options: &ImportOptions) -> Result<ImportReport, ActionError> {
    let watch = Watch::default();
    let preview = planner_actions::preview_import(&bench.workspace, path, options, &watch).await?;
    planner_actions::commit_import(&bench.workspace, path, options, None, &watch).await?;
    Ok(preview)
}

/// Devices; what is for a device is none.
const DEVICES: [&str; 8] =
    ["laptop", "desktop", "monitor", "server", "tablet", "smartphone", "phone", "projector"];

fn figure(report: &ImportReport, name: &str) -> String {
    let listed = |counts: BTreeMap<String, u64>| {
        let texts = counts.iter().map(|(name, count)| format!("{name}: {count}"));
        texts.collect::<Vec<_>>().join(", ")
    };
    let mut devices = BTreeMap::new();
    for line in report.first_lines.iter().filter_map(|line| line.category.clone()) {
        *devices.entry(line).or_insert(0_u64) += 1;
    }
    devices.retain(|category, _| DEVICES.contains(&category.as_str()));
    let went = |state: &str| {
        let lines = report.first_lines.iter().filter(|line| line.state.as_deref() == Some(state));
        let kg = lines.filter_map(|line| line.mass_kg.as_deref()?.parse::<Decimal>().ok());
        kg.sum::<Decimal>().normalize().to_string()
    };
    match name {
        "quantity" => report.quantity.to_string(),
        "mass_kg" | "sent_kg" => report.mass_kg.clone(),
        "mass_kg_new" => report.mass_kg_new.clone(),
        "reused_kg" => went("reused"),
        "material_kg" => went("material"),
        "years" => listed(report.rows_by_year.iter().map(|(year, rows)| (year.to_string(), *rows)).collect()),
        "devices" => listed(devices),
        name => panic!("no figure {name}"),
    }
}

/// Why a case is wrong; nothing where it is right.
async fn wrong(bench: &Bench, case: &Case) -> Option<String> {
    let path = bench.folder.path().join(format!("{}_{}.csv", case.root, case.name));
    std::fs::write(&path, &case.file).expect("a file");
    let year = (case.kind != "certificates").then_some(2025);
    let options = ImportOptions { kind: case.kind.clone(), year, ..ImportOptions::default() };
    match import(bench, &path, &options).await {
        Err(error) if error.code == "question_open" && case.asks => None,
        Err(error) if error.code != "question_open" && case.refuses => None,
        Err(error) => Some(format!("{}: {}", error.code, error.message)),
        Ok(report) if case.figures.is_empty() => {
            Some(format!("imported {} pieces, {} kg", report.quantity, report.mass_kg))
        }
        Ok(report) => case.figures.iter().find_map(|(name, expected)| {
            let found = figure(&report, name);
            (found != *expected).then(|| format!("{name} {found}, expected {expected}"))
        }),
    }
}

#[tokio::test]
async fn each_is_right_or_asked() {
    let text = std::fs::read_to_string(root().join("tests/layouts/cases.toml")).expect("the cases");
    let cases: Cases = toml::from_str(&text).expect("cases");
    let mut found = Vec::new();
    for case in &cases.case {
        // A workspace of its own: nothing that one case says is remembered for the next.
        let bench = Bench::new().await;
        let why = wrong(&bench, case).await;
        found.extend(why.map(|why| format!("{} {}: {why}", case.root, case.name)));
    }
    assert!(found.is_empty(), "{} of {} are wrong:\n{}", found.len(), cases.case.len(), found.join("\n"));
    assert!(cases.case.len() > 80, "{} cases", cases.case.len());
}

/// A workbook in some of whose columns one cell stands for all rows.
fn merged(path: &Path, headers: [&str; 4], rows: &[[&str; 4]], columns: &[u16]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let last = u32::try_from(rows.len()).expect("rows");
    for column in columns {
        sheet.merge_range(1, *column, last, *column, "", &Format::new()).expect("a merged cell");
    }
    for (place, header) in (0_u16..).zip(headers) {
        sheet.write(0, place, header).expect("a header");
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (place, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, place, number).map(drop).expect("a cell"),
                Err(_) => sheet.write(row, place, *cell).map(drop).expect("a cell"),
            }
        }
    }
    workbook.save(path).expect("a workbook");
}

#[tokio::test]
async fn a_merged_total_is_no_line_s_own() {
    let bench = Bench::new().await;
    let path = bench.folder.path().join("merged.xlsx");
    let rows = [["Laptop Lumen", "20", "57", "2025-01-05"], ["Server Boreal", "1", "", "2025-01-05"]];
    merged(&path, ["Item", "Qty", "Total weight (kg)", "Date"], &rows, &[2]);
    let options = ImportOptions { kind: procurement(), ..ImportOptions::default() };
    let asked = import(&bench, &path, &options).await;
    assert_eq!(asked.map_err(|error| error.code).err(), Some("question_open"));
    let answered = |answer: &str| ImportOptions {
        answers: BTreeMap::from([("merged".to_owned(), answer.to_owned())]),
        ..options.clone()
    };
    let (each, watch) = (answered("each"), Watch::default());
    let each = planner_actions::preview_import(&bench.workspace, &path, &each, &watch).await;
    assert_eq!(each.expect("a preview").mass_kg, "114");
    let first = import(&bench, &path, &answered("first")).await.expect("an import");
    assert_eq!((first.mass_kg.as_str(), first.rows_rejected), ("57", 1));
}

#[tokio::test]
async fn a_merged_quantity_of_as_many_serials_is_one_each() {
    let bench = Bench::new().await;
    let path = bench.folder.path().join("serials.xlsx");
    let each = [
        ["Laptop Lumen", "3", "1.2", "SN100"],
        ["Laptop Lumen", "", "1.2", "SN101"],
        ["Laptop Lumen", "", "1.2", "SN102"],
    ];
    // The whole line is merged, and only serials stand beside it.
    let once = [["Laptop Lumen", "3", "1.2", "SN200"], ["", "", "", "SN201"], ["", "", "", "SN202"]];
    for (rows, columns) in [(each, &[1][..]), (once, &[0, 1, 2])] {
        merged(&path, ["Item", "Qty", "Unit weight (kg)", "Serial number"], &rows, columns);
        let options = ImportOptions { kind: procurement(), year: Some(2025), ..ImportOptions::default() };
        let report = import(&bench, &path, &options).await.expect("an import");
        assert_eq!((report.quantity, report.mass_kg.as_str()), (3, "3.6"));
    }
}

/// Pieces of several months, sites or years count together where a person says so, each column in lines of its own.
#[tokio::test]
async fn pieces_of_several_columns_count_together() {
    let weekly = "Item,Unit weight (kg),W01,W02,W03\nLaptop,1.2,5,,3\nMonitor,4.5,0,2,1\nTotal,,5,2,4\n";
    let yearly = "Item,2024,2025\nLaptop,5,3\nMonitor,,2\n";
    for (name, text, quantity, lines, years) in
        [("weeks", weekly, 11, 4, vec![(2025, 4)]), ("years", yearly, 10, 3, vec![(2024, 1), (2025, 2)])]
    {
        let bench = Bench::new().await;
        let path = bench.folder.path().join(format!("{name}.csv"));
        std::fs::write(&path, text).expect("a file");
        let options = ImportOptions { kind: procurement(), year: Some(2025), ..ImportOptions::default() };
        let asked = import(&bench, &path, &options).await;
        assert_eq!(asked.map_err(|error| error.code).err(), Some("question_open"), "{name}");
        let answers = BTreeMap::from([("spread".to_owned(), "sum".to_owned())]);
        let answered = ImportOptions { answers, ..options.clone() };
        let report = import(&bench, &path, &answered).await.expect("an import");
        assert_eq!((report.quantity, report.rows_imported), (quantity, lines), "{name}");
        assert_eq!(report.rows_by_year.into_iter().collect::<Vec<_>>(), years, "{name}");
        // What was answered is remembered for the next such file.
        let next = bench.folder.path().join(format!("{name}_next.csv"));
        std::fs::write(&next, text.replace("Laptop", "Tablet")).expect("a file");
        let again = import(&bench, &next, &options).await.expect("an import");
        assert_eq!((again.quantity, again.rows_imported), (quantity, lines), "{name}");
    }
}

#[tokio::test]
async fn a_line_that_stands_twice_counts_as_a_person_says() {
    let bench = Bench::new().await;
    let path = bench.folder.path().join("twice.csv");
    let text = "Order,Line,Item,Qty,Unit weight (kg),Date\nP7,10,Laptop,10,1.2,2025-02-01\nP7,10,Laptop,10,1.2,2025-02-01\n";
    std::fs::write(&path, text).expect("a file");
    for (answer, quantity, skipped) in [("once", 10, 1), ("count", 20, 0)] {
        let options = ImportOptions {
            kind: procurement(),
            answers: BTreeMap::from([("repeats".to_owned(), answer.to_owned())]),
            ..ImportOptions::default()
        };
        let watch = Watch::default();
        let report = planner_actions::preview_import(&bench.workspace, &path, &options, &watch).await;
        let report = report.expect("a preview");
        assert_eq!((report.quantity, report.rows_skipped, report.questions.len()), (quantity, skipped, 0));
        assert_eq!(report.rows_read, report.rows_imported + report.rows_skipped + report.rows_rejected);
        let stated = &report.weights[0];
        assert_eq!((stated.source.as_str(), stated.quantity), ("row", quantity));
    }
}
