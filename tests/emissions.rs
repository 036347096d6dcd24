//! Emissions beside the requirement: the factors as they were published, by mass and by spend of the same lines, reuse as
//! the Circularity Standard quantifies it, and nothing of it in any other figure.

use crate::script::Script;
use crate::support::{TODAY, shared};
use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::path::Path;

/// A workbook in the shape of the UK's, with the factors that hardware and electricity take.
pub fn write_desnz(path: &Path, year: i32, it: f64) {
    let mut book = Workbook::new();
    let title = "UK Government GHG Conversion Factors for Company Reporting";
    let mut sheet = |name: &str, above: &[&str], head: &[&str], rows: &[(&[&str], &[f64])]| {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name").write(0, 0, title).expect("written");
        for (column, text) in (0..).zip(["Scope:", "Scope 3", "Version:", "1.1", "Year:"]) {
            sheet.write(5, column, text).expect("written");
        }
        sheet.write(5, 5, year).expect("written");
        for (column, text) in (0..).zip(above) {
            sheet.write(9, column, *text).expect("written");
        }
        for (column, text) in (0..).zip(head) {
            sheet.write(10, column, *text).expect("written");
        }
        for (row, (texts, values)) in (11..).zip(rows) {
            for (column, text) in (0..).zip(*texts).filter(|(_, text)| !text.is_empty()) {
                sheet.write(row, column, *text).expect("written");
            }
            for (column, value) in (3..).zip(*values) {
                sheet.write(row, column, *value).expect("written");
            }
        }
    };
    sheet("Introduction", &[], &["Read this first"], &[]);
    sheet(
        "Material use",
        &["", "", "", "Primary material production", "Re-used"],
        &["Activity", "Material", "Unit", "kg CO2e", "kg CO2e"],
        &[
            (&["Electrical items", "Electrical items - large", "tonnes"], &[3267.0]),
            (&["", "Electrical items - IT", "tonnes"], &[it]),
        ],
    );
    sheet(
        "UK electricity",
        &[],
        &["Activity", "Country", "Unit", "kg CO2e", "kg CO2e of CO2 per unit"],
        &[(&["Electricity generated", "Electricity: UK", "kWh"], &[0.20705, 0.20493])],
    );
    book.save(path).expect("a workbook");
}

const LINES: &str =
    "PO number,Line,Date,Item,Category,Condition,Quantity,Unit weight (kg),Unit price,Currency
P1,1,2025-01-10,Laptop L14,Laptop,New,10,2,1000,USD
P1,2,2025-01-11,Laptop L14,Laptop,New,5,2,900,EUR
P1,3,2025-01-12,Laptop L15,Laptop,New,4,1.5,,
P1,4,2025-01-13,Monitor M27,Monitor,New,3,6,200,USD
P1,5,2025-01-14,Laptop L14,Laptop,Refurbished,7,2,300,USD
P1,6,2025-01-15,Rack R42,Rack,New,1,100,700,USD
";

const ASSETS: &str =
    "Asset tag,Batch,Item,Category,Outcome,Quantity,Sent weight (kg),Restored weight (kg),Provider,Date
A1,S-1,Laptop,Laptop,Refurbished,300,700,600,Orla,2025-03-28
A2,S-2,Rack,Rack,Reused,4,400,400,Orla,2025-04-28
";

fn script() -> Script {
    let script = Script::new();
    script.write("lines.csv", LINES);
    script.write("assets.csv", ASSETS);
    write_desnz(&script.file("factors-2024.xlsx"), 2024, 24_865.475_56);
    script.done("import procurement %lines.csv");
    script.done("import dispositions %assets.csv");
    script
}

fn of<'a>(view: &'a Value, kind: &str) -> &'a Value {
    let rows = view["purchases"].as_array().expect("rows");
    rows.iter().find(|row| row["category"] == kind).unwrap_or_else(|| panic!("{kind} is not in {view}"))
}

#[test]
fn they_are_off_at_first_and_change_no_figure_when_on() {
    let script = script();
    let before = script.done("requirement --year 2025");
    script.refused(TODAY, "emissions show --year 2025", "emissions_off", "itec emissions on");
    assert_eq!(script.done("emissions sets")["is_on"], false);
    for step in [
        "emissions on",
        "emissions import %factors-2024.xlsx",
        "emissions import @epa_factors.csv --version 1.3.0",
    ] {
        assert_eq!(script.done(step)["is_on"], true, "{step}");
    }
    script.done("emissions show --year 2025");
    assert_eq!(script.done("requirement --year 2025"), before);
    assert_eq!(script.done("verify")["ok"], true);
    script.done("emissions off");
    script.refused(TODAY, "emissions show --year 2025", "emissions_off", "stand beside the requirement");
}

#[test]
fn spend_stands_beside_mass_for_the_same_lines() {
    let script = script();
    script.done("emissions on");
    let empty = script.done("emissions show --year 2025");
    assert_eq!((&empty["activity_kgco2e"], &empty["spend_kgco2e"]), (&Value::Null, &Value::Null));
    let desnz = script.done("emissions import %factors-2024.xlsx");
    assert_eq!(desnz["sheets_without"], json!(["Introduction"]));
    let set = &desnz["sets"][0];
    assert_eq!(set["label"], "DEFRA/DESNZ greenhouse gas conversion factors 2024, version 1.1");
    assert_eq!(
        (&set["factors"], &set["is_used"], &set["basis"]),
        (&3.into(), &true.into(), &"activity".into())
    );
    script.refused(TODAY, "emissions import @epa_factors.csv", "question_open", "--version");
    script.done("emissions import @epa_factors.csv --version 1.3.0");

    let year = script.done("emissions show --year 2025");
    // 36 kg of laptops and 18 kg of monitors at 24,865.47556 kgCO2e a tonne; no factor makes a rack, and what is
    // refurbished was not made anew.
    let laptops = of(&year, "laptop");
    assert_eq!((&laptops["lines"], &laptops["mass_kg"]), (&3.into(), &"36".into()));
    assert_eq!(laptops["activity_kgco2e"]["mid"], "895.157");
    assert_eq!(laptops["activity_factor"]["kgco2e"], "24865.47556");
    assert_eq!(laptops["activity_factor"]["cell"], "Material use!D13");
    // 10 at 1,000 dollars; nobody said what a euro comes to, and one line has no price.
    assert_eq!((&laptops["spend_dollars"], &laptops["spend_kgco2e"]), (&"10000".into(), &"580".into()));
    assert_eq!(laptops["lines_without_spend"], 2);
    assert_eq!(
        laptops["same_lines"],
        json!({ "lines": 1, "activity_kgco2e": "497.31", "spend_kgco2e": "580" })
    );
    assert_eq!(of(&year, "monitor")["spend_kgco2e"], "85.8");
    assert_eq!(
        (&of(&year, "rack")["activity_kgco2e"], &of(&year, "rack")["lines_without_activity"]),
        (&Value::Null, &1.into())
    );
    assert_eq!(year["activity_kgco2e"]["mid"], "1342.736");
    assert_eq!((&year["spend_kgco2e"], &year["currencies_without_rate"]), (&"665.8".into(), &json!(["EUR"])));
    assert_eq!(
        year["same_lines"],
        json!({ "lines": 2, "activity_kgco2e": "944.888", "spend_kgco2e": "665.8" })
    );

    script.refused(TODAY, "emissions use --dollar EUR=0", "bad_request", "more than 0");
    script.done(
        "emissions use --dollar EUR=1.08 --spend monitor=none --activity rack=Electrical~items~-~large",
    );
    let year = script.done("emissions show --year 2025");
    assert_eq!(of(&year, "laptop")["spend_dollars"], "14860");
    assert_eq!(of(&year, "monitor")["spend_kgco2e"], Value::Null);
    assert_eq!(of(&year, "rack")["activity_kgco2e"]["mid"], "326.7");
    script.refused(TODAY, "emissions use --spend spoon=334111", "unknown_kind", "spoon");
}

#[test]
fn reuse_is_quantified_by_the_standards_equations() {
    let script = script();
    script.done("emissions on");
    script.done("emissions import %factors-2024.xlsx");
    let year = script.done("emissions show --year 2025");
    let reuse = &year["reuse"];
    assert_eq!((&reuse["output_kg"], &reuse["without_factor_kg"]), (&"1000".into(), &"400".into()));
    assert_eq!(reuse["baseline_kgco2e"], "14919.285");
    assert_eq!((&reuse["project_kgco2e"], &reuse["reductions_kgco2e"]), (&Value::Null, &Value::Null));
    script.refused(
        TODAY,
        "emissions energy --year 2025 --name Gas --amount 1 --unit kWh",
        "bad_request",
        "kgCO2e of one",
    );
    script.refused(
        TODAY,
        "emissions energy --year 2025 --name Power --amount 9 --unit MWh --factor Electricity:~UK",
        "unknown_factor",
        "MWh",
    );
    let used = script.done(
        "emissions energy --year 2025 --name Electricity --amount 12000 --unit kWh --factor Electricity:~UK",
    );
    assert_eq!((&used[0]["factor_kgco2e"], &used[0]["kgco2e"]), (&"0.20705".into(), &"2484.6".into()));
    assert!(used[0]["source"].as_str().expect("a source").ends_with("UK electricity!D12"));
    let year = script.done("emissions show --year 2025");
    let reuse = &year["reuse"];
    assert_eq!((&reuse["project_kgco2e"], &reuse["leakage_kgco2e"]), (&"2484.6".into(), &"0".into()));
    assert_eq!(reuse["reductions_kgco2e"], "12434.685");
    assert_eq!(reuse["intensity_kgco2e_per_kg"], "2.4846");
    let shipments = year["shipments"].as_array().expect("shipments");
    let projects: Vec<_> = shipments.iter().map(|one| one["project_kgco2e"].as_str()).collect();
    assert_eq!(projects, [Some("1490.76"), Some("993.84")]);
    script
        .done("emissions energy --year 2025 --name Solvent --amount 2 --unit l --kgco2e 3.5 --source Maker");
    script.done("emissions energy --year 2025 --remove 1");
    assert_eq!(script.done("emissions show --year 2025")["reuse"]["project_kgco2e"], "7");
    script.refused(
        TODAY,
        "emissions energy --year 2025 --remove 1",
        "unknown_energy",
        "2025 has nothing at 1",
    );
    script.done("lock --year 2025");
    script.refused(TODAY, "emissions energy --year 2025 --remove 2", "year_locked", "2025");
}

#[test]
fn a_set_is_taken_back_and_another_is_used_by_a_persons_word_alone() {
    let script = script();
    write_desnz(&script.file("factors-2025.xlsx"), 2025, 20_000.0);
    script.write("other.csv", "Item,Unit\nLaptop,2\n");
    script.refused(TODAY, "emissions import %other.csv", "unknown_factor_file", "other.csv");
    script.done("emissions on");
    script.done("emissions import %factors-2024.xlsx");
    script.refused(TODAY, "emissions import %factors-2024.xlsx", "already_imported", "F-1");
    let sets = script.done("emissions import %factors-2025.xlsx");
    assert_eq!((&sets["sets"][0]["is_used"], &sets["sets"][1]["is_used"]), (&true.into(), &false.into()));
    let mid = || script.done("emissions show --year 2025")["activity_kgco2e"]["mid"].clone();
    assert_eq!(mid(), "1342.736");
    script.done("emissions use --set F-2");
    assert_eq!(mid(), "1080");
    script.refused(TODAY, "emissions use --set F-7", "unknown_factor_set", "F-2");
    let sets = script.done("emissions undo F-2");
    assert_eq!((&sets["sets"][1]["undone_on"], &sets["sets"][1]["is_used"]), (&TODAY.into(), &false.into()));
    assert_eq!(mid(), Value::Null);
    script.done("emissions import %factors-2025.xlsx");
    assert_eq!(mid(), "1080");
    assert_eq!(script.done("verify")["ok"], true);
    let history = script.done("history");
    let said = |kind: &str, what: &str| {
        let events = history["events"].as_array().expect("events");
        events
            .iter()
            .any(|one| one["kind"] == kind && one["note"].as_str().is_some_and(|note| note.contains(what)))
    };
    assert!(said("imported", "F-2: DEFRA") && said("undone", "F-2: DEFRA"), "{history}");
}

#[test]
fn the_pack_carries_them_while_they_are_on() {
    let script = script();
    script.done("emissions import %factors-2024.xlsx");
    script.done("emissions import @epa_factors.csv --version 1.3.0");
    script.done("export disclosure --year 2025 --out %off.xlsx");
    script.done("emissions on");
    script.done("export disclosure --year 2025 --out %on.xlsx");
    let names = |name: &str| {
        let book: Xlsx<_> = open_workbook(script.file(name)).expect("the workbook");
        book.sheet_names()
    };
    assert!(!names("off.xlsx").contains(&"Emissions".to_owned()));
    let mut book: Xlsx<_> = open_workbook(script.file("on.xlsx")).expect("the workbook");
    let sheet = book.worksheet_range("Emissions").expect("the sheet");
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
    let found = |figure: &str, of: &str| {
        rows.iter()
            .find(|row| row[0] == figure && row[1] == of)
            .unwrap_or_else(|| panic!("{figure}: {rows:?}"))
            .clone()
    };
    let laptops = found("New hardware by mass", "laptop");
    assert_eq!((laptops[4].as_str(), laptops[7].as_str()), ("24865.47556", "895.157"));
    assert!(
        laptops[6].contains("2024, version 1.1") && laptops[6].contains("Material use!D13"),
        "{}",
        laptops[6]
    );
    assert_eq!(found("New hardware by spend (lower tier)", "laptop")[7], "580");
    assert_eq!(found("Baseline BE = Σ(Q × SE)", "all shipments")[7], "14919.285");
    assert!(found("Project PE = Σ(EC × EF)", "all shipments")[7].is_empty());
    let method = book.worksheet_range("Method").expect("the sheet");
    let is_said =
        |what: &str| method.rows().any(|row| row.iter().any(|cell| cell.to_string().contains(what)));
    assert!(is_said("US EPA supply chain emission factors 2022, version 1.3.0"));
}

/// The files as they were published, and the figures that are published in them.
#[test]
fn the_published_files_give_the_published_figures() {
    let named = |name: &str| shared(&format!("emission_factors/{name}"));
    let desnz = named("ghg-conversion-factors-2024-full_set__for_advanced_users__v1_1.xlsx");
    let epa = named("SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv");
    let truth = shared("truth.json");
    let Some(((desnz, epa), truth)) = desnz.zip(epa).zip(truth) else {
        println!("skipped: the published factor files are not beside the repository");
        return;
    };
    let truth: Value = serde_json::from_slice(&std::fs::read(truth).expect("a file")).expect("JSON");
    let truth = &truth["emission_factors"];
    let script = Script::new();
    for (file, name) in [(desnz, "desnz.xlsx"), (epa, "SupplyChain_v1.3.0.csv")] {
        std::fs::copy(file, script.file(name)).expect("a copy");
    }
    let sets = script.done("emissions import %desnz.xlsx");
    assert_eq!((&sets["sets"][0]["year"], &sets["sets"][0]["version"]), (&2024.into(), &"1.1".into()));
    let sets = script.done("emissions import %SupplyChain_v1.3.0.csv");
    assert_eq!((&sets["sets"][1]["year"], &sets["sets"][1]["version"]), (&2022.into(), &"1.3.0".into()));
    let one = |words: &str, begins: &str, variant: &str| {
        let found = script.done(&format!("emissions factors --search {words}"));
        let factors = found["factors"].as_array().expect("factors").clone();
        let is_it = |one: &&Value| {
            one["name"].as_str().is_some_and(|name| name.starts_with(begins)) && one["variant"] == variant
        };
        let found: Vec<Value> = factors.iter().filter(is_it).cloned().collect();
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        found[0].clone()
    };
    let it = one(
        "material~use~electrical",
        "Electrical items · Electrical items - IT",
        "Primary material production",
    );
    let published = &truth["ghg-conversion-factors-2024"];
    let published = &published["Electrical items - IT (primary material production), kg CO2e per tonne"];
    assert_eq!((&it["kgco2e"], it["unit"].as_str()), (&json!(published.to_string()), Some("tonnes")));
    assert_eq!(it["kgco2e"], "24865.47556");
    let published = truth["EPA v1.3 USD2022 kgCO2e/USD with margins"].as_object().expect("figures");
    assert_eq!(published.len(), 3);
    for (code, factor) in published {
        assert_eq!(one(code, code, "with margins")["kgco2e"], factor.to_string(), "{code}");
    }
    assert_eq!(script.done("verify")["ok"], true);
}
