//! Retired assets that come twice: no asset counts two times unless a person says that it does.

use crate::script::Script;
use crate::support::TODAY;
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::fmt::Write;

const HEADER: &str = "Asset tag,Batch,Provider,Date,Category,Outcome,Sent weight (kg),Restored weight (kg)\n";

/// Assets by tag, outcome and kilograms restored, all of 2 kg.
fn assets(rows: &[(&str, &str, &str)]) -> String {
    rows.iter().fold(HEADER.to_owned(), |mut text, (tag, outcome, restored)| {
        writeln!(text, "{tag},B-1,Ridgeway,2025-03-01,Laptops,{outcome},2,{restored}").expect("a row");
        text
    })
}

const FIRST: [(&str, &str, &str); 3] =
    [("A-1", "Reuse", "2"), ("A-2", "Reuse", "2"), ("A-3", "Unknown", "0")];
/// Later: what became of one is known, one is no longer in the list, one is new.
const LATER: [(&str, &str, &str); 3] = [("a-3", "Reuse", "2"), ("A-2", "Reuse", "2"), ("A-4", "Reuse", "2")];

fn restored(script: &Script) -> String {
    script.done("dispositions --year 2025")["total"]["restored_kg"].as_str().expect("a mass").to_owned()
}

fn counts(report: &Value) -> [u64; 4] {
    let count = |name: &str| report["revision"][name].as_u64().expect(name);
    [count("added"), count("changed"), count("unchanged"), count("missing")]
}

#[test]
fn an_asset_that_comes_again_is_not_counted_twice() {
    let script = Script::new();
    script.write("march.csv", &assets(&FIRST));
    let first = script.done("import dispositions %march.csv");
    assert_eq!(restored(&script), "4");
    script.write("april.csv", &assets(&LATER));
    let preview = script.done("import dispositions %april.csv --dry-run");
    assert_eq!(counts(&preview), [1, 1, 1, 1]);
    let changed = &preview["revision"]["changed_lines"][0];
    assert_eq!((&changed["row"], &changed["asset_tag"]), (&2.into(), &"a-3".into()));
    let fields: Vec<_> =
        changed["fields"].as_array().expect("fields").iter().map(|one| &one["field"]).collect();
    assert_eq!(fields, ["asset_tag", "outcome", "restored_mass"]);
    assert_eq!(preview["revision"]["missing_lines"][0]["asset_tag"], "A-1");
    let says =
        "has rows of march.csv (imported on 2026-06-16) again: 1 unchanged, 1 changed, 1 added, 1 missing";
    script.refused(TODAY, "import dispositions %april.csv", "revision_open", says);
    assert_eq!(restored(&script), "4");

    let plan = script.done("import dispositions %april.csv --revision replace --dry-run");
    let hash = plan["plan_hash"].as_str().expect("a hash");
    let done = script.done(&format!("import dispositions %april.csv --revision replace --plan {hash}"));
    assert_eq!(restored(&script), "6");
    let undo_first = format!("undo {}", first["import_id"].as_str().expect("an id"));
    script.refused(TODAY, &undo_first, "import_replaced", "april.csv replaced");
    script.done(&format!("undo {}", done["import_id"].as_str().expect("an id")));
    assert_eq!(restored(&script), "4");
    script.done(&undo_first);
    assert_eq!(restored(&script), "0");
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn a_person_may_count_both() {
    let script = Script::new();
    script.write("march.csv", &assets(&FIRST));
    script.write("april.csv", &assets(&LATER));
    script.done("import dispositions %march.csv");
    script.done("import dispositions %april.csv --revision add");
    assert_eq!(restored(&script), "10");
}

#[test]
fn one_known_asset_among_many_others_is_found() {
    let script = Script::new();
    script.write("march.csv", &assets(&FIRST));
    script.done("import dispositions %march.csv");
    let others = [("B-1", "Reuse", "2"), ("A-2", "Reuse", "2"), ("B-2", "Reuse", "2"), ("B-3", "Reuse", "2")];
    script.write("other.csv", &assets(&others));
    assert_eq!(counts(&script.done("import dispositions %other.csv --dry-run")), [3, 0, 1, 0]);
    script.done("import dispositions %other.csv --revision replace");
    assert_eq!(restored(&script), "10");
}

/// A summary has no tags: what became of a batch on a day is corrected, another day of the batch is another row.
#[test]
fn a_corrected_summary_takes_the_place_of_the_first_and_the_next_delivery_does_not() {
    let script = Script::new();
    let summary = |name: &str, rows: &[(&str, &str, f64, f64)]| {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        for (column, header) in
            (0..).zip(["Batch", "Date", "Outcome", "Sent weight (kg)", "Restored weight (kg)"])
        {
            page.write(0, column, header).expect("a header");
        }
        for (row, (batch, date, sent, restored)) in (1..).zip(rows) {
            page.write(row, 0, *batch).and_then(|page| page.write(row, 1, *date)).expect("cells");
            page.write(row, 2, "Reuse").and_then(|page| page.write(row, 3, *sent)).expect("cells");
            page.write(row, 4, *restored).expect("a cell");
        }
        book.save(script.file(name)).expect("saved");
    };
    summary("q1.xlsx", &[("S-1", "2025-01-20", 400.0, 300.0), ("S-2", "2025-03-02", 100.0, 90.0)]);
    script.done("import dispositions %q1.xlsx");
    summary("q2.xlsx", &[("S-2", "2025-05-07", 50.0, 40.0), ("S-3", "2025-06-01", 10.0, 10.0)]);
    assert_eq!(script.done("import dispositions %q2.xlsx")["revision"], Value::Null);
    assert_eq!(restored(&script), "440");
    summary("q1_corrected.xlsx", &[("S-1", "2025-01-20", 400.0, 310.0)]);
    let preview = script.done("import dispositions %q1_corrected.xlsx --revision replace --dry-run");
    assert_eq!(counts(&preview), [0, 1, 0, 1]);
    script.done("import dispositions %q1_corrected.xlsx --revision replace");
    assert_eq!(restored(&script), "360");
}

#[test]
fn a_locked_year_keeps_its_assets() {
    let script = Script::new();
    script.write("march.csv", &assets(&FIRST));
    script.done("import dispositions %march.csv");
    script.done("lock --year 2025");
    script.write("later.csv", &assets(&LATER).replace("2025-", "2026-"));
    let words = "import dispositions %later.csv --revision replace";
    script.refused(TODAY, words, "year_locked", "replaces rows of reporting year 2025, which is locked");
    assert_eq!(restored(&script), "4");
}

#[test]
fn two_sheets_of_one_list_are_compared_with_each_other() {
    let script = Script::new();
    let mut book = Workbook::new();
    for sheet in ["Spring", "Summer"] {
        let page = book.add_worksheet().set_name(sheet).expect("a name");
        for (column, header) in (0..).zip(["Asset tag", "Provider", "Sent weight (kg)"]) {
            page.write(0, column, header).expect("a header");
        }
        for (row, tag) in (1..).zip(["A-1", "A-2"]) {
            page.write(row, 0, tag).and_then(|page| page.write(row, 1, "Ridgeway")).expect("cells");
            page.write(row, 2, 2).expect("a cell");
        }
    }
    book.save(script.file("assets.xlsx")).expect("saved");
    let words = "import dispositions %assets.xlsx --sheet Spring --sheet Summer --year 2025";
    script.refused(
        TODAY,
        words,
        "revision_open",
        "of sheet “Spring” of assets.xlsx (imported on 2026-06-16) again: 2 unchanged",
    );
}

#[test]
fn an_asset_that_one_file_names_twice_is_said_and_its_parts_are_not() {
    let script = Script::new();
    script
        .write("twice.csv", &assets(&[("A-1", "Reuse", "2"), ("a-1 ", "Reuse", "2"), ("A-1", "Parts", "1")]));
    let report = script.done("import dispositions %twice.csv --dry-run");
    let found: Vec<_> = report["issues"].as_array().expect("findings").iter().collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["row"], &found[0]["code"]), (&3.into(), &"asset_repeated".into()));
    assert_eq!(found[0]["expected"], "each asset once; row 2 has it too, and both count");
}

#[test]
fn one_sheet_is_not_bought_and_retired() {
    let script = Script::new();
    script.write("march.csv", &assets(&FIRST));
    let preview = script.done("import procurement %march.csv --dry-run --year 2025");
    let codes: Vec<_> =
        preview["issues"].as_array().expect("findings").iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&Value::from("other_kind")), "{codes:?}");
    script.done("import dispositions %march.csv");
    let says = "as dispositions from march.csv. The same devices would be bought and retired.";
    script.refused(TODAY, "import procurement %march.csv --year 2025", "duplicate_file", says);
    script.done("import catalogue %march.csv --map mass=Sent~weight~(kg) --map model=Asset~tag");
}

#[test]
fn going_back_to_the_first_of_two_revisions_replaces_and_never_adds() {
    let script = Script::new();
    script.write("march.csv", &assets(&FIRST));
    script.write("april.csv", &assets(&LATER));
    script.done("import dispositions %march.csv");
    let again = "import dispositions %march.csv";
    script.refused(TODAY, again, "duplicate_file", "as dispositions from march.csv. Undo that import first");
    script.done("import dispositions %april.csv --revision replace");
    assert_eq!(restored(&script), "6");
    script.refused(TODAY, again, "duplicate_file", "undo that one to go back");
    for words in ["--revision replace", "--revision replace --allow-duplicate"] {
        script.done(&format!("{again} {words}"));
        assert_eq!(restored(&script), "4", "{words}");
    }
    assert_eq!(script.done("verify")["ok"], true);
}
