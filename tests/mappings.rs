//! A layout that no dictionary knows: said once, remembered, asked about where it stays open, carried elsewhere.

use crate::support::Bench;
use planner_actions::views::import::{ImportOptions, ImportReport};
use planner_actions::views::mapping::CellFix;
use planner_actions::{ActionError, Watch};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn file(bench: &Bench, name: &str, text: &str) -> PathBuf {
    let path = bench.folder.path().join(name);
    std::fs::write(&path, text).expect("a file");
    path
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

fn options() -> ImportOptions {
    ImportOptions { kind: "procurement".into(), year: Some(2025), ..Default::default() }
}

async fn preview(bench: &Bench, path: &Path, options: &ImportOptions) -> ImportReport {
    planner_actions::preview_import(&bench.workspace, path, options, &Watch::default())
        .await
        .expect("a preview")
}

async fn import(bench: &Bench, path: &Path, options: &ImportOptions) -> Result<ImportReport, ActionError> {
    planner_actions::commit_import(&bench.workspace, path, options, None, &Watch::default()).await
}

const MARCH: &str =
    "Teilchen;Wieviel;Schwere;Beschaffenheit\nThing A;10;2,5;wie neu\nThing B;4;1,25;B-Ware\n";
const APRIL: &str =
    "Werk;Teilchen;Wieviel;Schwere;Beschaffenheit\nNL;Thing A;7;2,5;B-Ware\nNL;Thing C;1;9;Kratzer\n";

fn said() -> ImportOptions {
    ImportOptions {
        columns: map(&[
            ("item", "Teilchen"),
            ("quantity", "Wieviel"),
            ("unit_mass", "Schwere"),
            ("condition", "Beschaffenheit"),
        ]),
        mass_unit: Some("kg".into()),
        values: BTreeMap::from([("condition".into(), map(&[("B-Ware", "refurbished"), ("wie neu", "new")]))]),
        ..options()
    }
}

#[tokio::test]
async fn a_layout_is_said_once_and_read_alike_from_then_on() {
    let bench = Bench::new().await;
    let march = file(&bench, "march.csv", MARCH);
    let unknown = import(&bench, &march, &options()).await;
    assert_eq!(unknown.map_err(|error| error.code).err(), Some("question_open"));
    let first = import(&bench, &march, &said()).await.expect("an import");
    assert_eq!((first.mass_kg.as_str(), first.mass_kg_new.as_str(), &first.mapping), ("30", "25", &None));
    let condition = first.values.iter().find(|one| one.field == "condition").expect("values");
    let seen: Vec<_> = condition
        .values
        .iter()
        .map(|one| (one.seen.as_str(), one.rows, one.means.as_deref(), one.is_said))
        .collect();
    assert_eq!(seen, [("B-Ware", 1, Some("refurbished"), true), ("wie neu", 1, Some("new"), true)]);

    let april = file(&bench, "april.csv", APRIL);
    let next = preview(&bench, &april, &options()).await;
    let mapping = next.mapping.as_ref().expect("a remembered mapping");
    assert_eq!((mapping.file_name.as_str(), mapping.version, mapping.is_exact), ("march.csv", 1, false));
    assert_eq!(mapping.new_headers, ["Werk"]);
    assert_eq!((next.mass_kg.as_str(), next.mass_kg_new.as_str()), ("26.5", "9"));
    let looked = planner_actions::inspect(&bench.workspace, &april).await.expect("an inspection");
    assert_eq!((looked.sheets[0].kind.as_str(), looked.sheets[0].header_row), ("procurement", Some(1)));
    let done = import(&bench, &april, &options()).await.expect("an import");
    assert_eq!(done.plan_hash, next.plan_hash);
    let without = ImportOptions { without_mapping: true, ..options() };
    let refused = planner_actions::preview_import(
        &bench.workspace,
        &march,
        &ImportOptions { allow_duplicate: true, ..without },
        &Watch::default(),
    )
    .await;
    let asked = refused.expect("a preview").questions;
    assert!(asked.iter().any(|question| question.option == "quantity"), "{asked:?}");
}

#[tokio::test]
async fn a_change_is_a_new_version_and_a_mapping_travels_as_json() {
    let bench = Bench::new().await;
    import(&bench, &file(&bench, "march.csv", MARCH), &said()).await.expect("an import");
    let more = MARCH.replace("10;", "12;");
    import(&bench, &file(&bench, "may.csv", &more), &options()).await.expect("an import");
    let list = planner_actions::mappings(&bench.workspace).await.expect("mappings");
    assert_eq!(
        list.iter().map(|one| one.version).collect::<Vec<_>>(),
        [1],
        "nothing changed, nothing is saved"
    );
    let changed = ImportOptions {
        values: BTreeMap::from([("condition".into(), map(&[("B-Ware", "used")]))]),
        ..options()
    };
    let june = MARCH.replace("10;", "13;");
    import(&bench, &file(&bench, "june.csv", &june), &changed).await.expect("an import");
    let list = planner_actions::mappings(&bench.workspace).await.expect("mappings");
    assert_eq!((list.len(), list[0].version, list[0].file_name.as_str()), (1, 2, "june.csv"));
    assert_eq!(list[0].values["condition"], map(&[("B-Ware", "used"), ("wie neu", "new")]));

    let document = bench.folder.path().join("layout.json");
    planner_actions::export_mapping(&bench.workspace, list[0].number, &document).await.expect("exported");
    let other = Bench::new().await;
    let taken = planner_actions::import_mapping(&other.workspace, &document).await.expect("taken in");
    assert_eq!((taken.version, &taken.columns), (1, &list[0].columns));
    let report = import(&other, &file(&other, "april.csv", APRIL), &options()).await.expect("an import");
    assert_eq!((report.mass_kg.as_str(), report.mass_kg_new.as_str()), ("26.5", "9"));
    std::fs::write(
        &document,
        "{\"kind\":\"procurement\",\"headers\":[\"a\"],\"columns\":{\"vintage\":\"a\"}}",
    )
    .expect("written");
    let refused = planner_actions::import_mapping(&other.workspace, &document).await;
    assert_eq!(refused.map_err(|error| error.code).err(), Some("bad_request"));
}

#[tokio::test]
async fn what_reads_in_two_ways_is_asked_and_the_answer_is_remembered() {
    let bench = Bench::new().await;
    let text =
        |units: u32| format!("item,quantity,unit weight,order date\nBolt,{units},\"1,234\",03/04/2025\n");
    let path = file(&bench, "one.csv", &text(2));
    let report = preview(&bench, &path, &options()).await;
    let asked: Vec<_> = report.questions.iter().map(|one| one.option.as_str()).collect();
    assert_eq!(asked, ["decimal", "date_order", "mass_unit"]);
    let date = &report.questions[1];
    let reads: Vec<_> = date.choices.iter().filter_map(|one| one.reads.as_deref()).collect();
    assert_eq!((date.column.as_str(), reads), ("order date", vec!["2025-04-03", "2025-03-04"]));
    for (answered, option) in [
        (options(), "--decimal"),
        (ImportOptions { decimal: Some("comma".into()), ..options() }, "--date-order"),
        (
            ImportOptions {
                decimal: Some("comma".into()),
                date_order: Some("month-first".into()),
                ..options()
            },
            "--mass-unit",
        ),
    ] {
        let refused = import(&bench, &path, &answered).await.expect_err("a refusal");
        assert!(refused.code == "question_open" && refused.message.contains(option), "{}", refused.message);
    }
    let answered = ImportOptions {
        decimal: Some("comma".into()),
        date_order: Some("month-first".into()),
        mass_unit: Some("lb".into()),
        ..options()
    };
    let done = import(&bench, &path, &answered).await.expect("an import");
    assert_eq!((done.mass_kg.as_str(), done.questions.len()), ("1.119466", 0));
    let next =
        import(&bench, &file(&bench, "two.csv", &text(4)), &options()).await.expect("remembered answers");
    assert_eq!(next.mass_kg, "2.238932");
    assert_eq!(next.rows_by_year, BTreeMap::from([(2025, 1)]));
}

#[tokio::test]
async fn a_correction_is_part_of_the_plan_and_of_the_trace_and_is_offered_again() {
    let bench = Bench::new().await;
    let text = "item,quantity,unit weight (kg)\nLaptop,\"4.5\",2\nMonitor,3,5\n";
    let path = file(&bench, "one.csv", text);
    let plain = preview(&bench, &path, &options()).await;
    assert_eq!((plain.rows_imported, plain.rows_rejected), (1, 1));
    let fix = CellFix {
        row: Some(2),
        column: "quantity".into(),
        seen: "4.5".into(),
        becomes: "4".into(),
        because: "half a laptop was never sent".into(),
    };
    let corrected = ImportOptions { fixes: vec![fix.clone()], ..options() };
    let fixed = preview(&bench, &path, &corrected).await;
    assert_eq!((fixed.rows_imported, fixed.rows_rejected, fixed.mass_kg.as_str()), (2, 0, "23"));
    assert_ne!(fixed.plan_hash, plain.plan_hash);
    let silent = ImportOptions { fixes: vec![CellFix { because: " ".into(), ..fix.clone() }], ..options() };
    assert_eq!(import(&bench, &path, &silent).await.map_err(|error| error.code).err(), Some("bad_request"));
    import(&bench, &path, &corrected).await.expect("an import");
    let query =
        planner_actions::views::procurement::LinesQuery { year: 2025, limit: 10, ..Default::default() };
    let page = planner_actions::lines_page(&bench.workspace, &query).await.expect("lines");
    let line = page.lines.iter().find(|line| line.row == 2).expect("the corrected line");
    let trace = planner_actions::line_trace(&bench.workspace, line.id).await.expect("a trace");
    let cell = trace.cells.iter().find(|cell| cell.header == "quantity").expect("the cell");
    assert_eq!((cell.text.as_str(), cell.corrected_to.as_deref()), ("4.5", Some("4")));
    assert_eq!(cell.corrected_because.as_deref(), Some("half a laptop was never sent"));

    let next = file(&bench, "two.csv", &text.replace("Monitor,3", "Monitor,8"));
    let again = preview(&bench, &next, &options()).await;
    let offered: Vec<_> =
        again.fixes_offered.iter().map(|one| (one.fix.becomes.as_str(), one.rows)).collect();
    assert_eq!((offered, again.rows_rejected), (vec![("4", 1)], 1), "offered, not applied");
    let taken =
        ImportOptions { fixes: again.fixes_offered.into_iter().map(|one| one.fix).collect(), ..options() };
    let done = preview(&bench, &next, &taken).await;
    assert_eq!((done.rows_rejected, done.fixes_offered.len()), (0, 0));
}

/// A delivery list of a supplier, whose weights name no unit.
fn delivery(supplier: &str, order: &str) -> String {
    format!("Vendor,Order,Shipped,Article,Pieces,Weight\n{supplier},{order},2025-03-20,Laptop 14 inch,10,4\n")
}

#[tokio::test]
async fn each_suppliers_files_are_read_by_that_suppliers_mapping() {
    let bench = Bench::new().await;
    let columns = map(&[
        ("supplier", "Vendor"),
        ("order_number", "Order"),
        ("date", "Shipped"),
        ("item", "Article"),
        ("quantity", "Pieces"),
        ("unit_mass", "Weight"),
    ]);
    for (supplier, unit, kg) in [("Orla Trading", "kg", "40"), ("Kestria Direct", "lb", "18.143695")] {
        let said = ImportOptions {
            columns: columns.clone(),
            mass_unit: Some(unit.into()),
            without_mapping: true,
            ..options()
        };
        let path = file(&bench, &format!("{supplier} 1.csv"), &delivery(supplier, "A-1"));
        let report = import(&bench, &path, &said).await.expect("an import");
        assert_eq!(report.mass_kg, kg);
    }
    for (supplier, kg) in [("Orla Trading", "40"), ("Kestria Direct", "18.143695")] {
        let path = file(&bench, &format!("{supplier} 2.csv"), &delivery(supplier, "A-2"));
        let report = preview(&bench, &path, &options()).await;
        let mapping = report.mapping.expect("a mapping");
        assert_eq!((mapping.file_name, report.mass_kg), (format!("{supplier} 1.csv"), kg.into()));
    }
}

#[tokio::test]
async fn of_the_mappings_within_a_file_the_one_that_knows_most_of_it_is_taken() {
    let bench = Bench::new().await;
    let header = "PO number,PO line,Date,Item,Quantity,Unit weight (kg)";
    let wide = file(&bench, "wide.csv", &format!("{header}\nP-1,10,2025-02-13,Laptop,1,2\n"));
    let narrow = "PO number,Item,Quantity,Unit weight (kg)\nQ-1,Monitor,1,6\n";
    import(&bench, &wide, &options()).await.expect("an import");
    import(&bench, &file(&bench, "narrow.csv", narrow), &options()).await.expect("an import");
    let next = file(&bench, "next.csv", &format!("Plant,{header}\nNL01,P-2,10,2025-03-13,Laptop,1,2\n"));
    let mapping = preview(&bench, &next, &options()).await.mapping.expect("a mapping");
    assert_eq!((mapping.file_name.as_str(), mapping.new_headers), ("wide.csv", vec!["Plant".to_owned()]));
}
