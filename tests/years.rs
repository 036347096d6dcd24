//! Years side by side, the coverage target by year, and what only a person knows of the answers to CDP.

use crate::script::Script;
use crate::support::TODAY;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// Two years of purchases: twice as many laptops, other shares, lighter devices, and weights that were not known before.
fn two_years() -> Script {
    let script = Script::new();
    let head = "Item,Category,Quantity,Unit weight (kg),Date,Condition\n";
    script.write(
        "first.csv",
        &format!("{head}Laptop A,laptop,100,2.0,2024-03-01,new\nMonitor B,monitor,100,6.0,2024-03-01,new\n"),
    );
    script.write(
        "second.csv",
        &format!("{head}Laptop C,laptop,300,1.5,2025-03-01,new\nMonitor B,monitor,100,6.0,2025-04-01,new\nPhone D,smartphone,50,0.2,2025-05-01,new\n"),
    );
    for file in ["first", "second"] {
        script.done(&format!("import procurement %{file}.csv"));
    }
    script
}

fn number(value: &Value) -> Decimal {
    value.as_str().expect("a text").parse().expect("a number")
}

fn row(years: &Value, year: i64) -> Value {
    let all = years["years"].as_array().expect("years");
    all.iter().find(|one| one["year"] == year).cloned().unwrap_or_else(|| panic!("{year}: {years}"))
}

#[test]
fn years_stand_side_by_side_and_each_change_is_explained() {
    let script = two_years();
    let lot = "--class I-TEC --registry Bloom --prefix NL-R --vintage 2025 --unit-price 1.50 --currency EUR";
    script.done(&format!("purchase {lot} --serial-start 1 --serial-end 600"));
    script.done("retire --year 2025 --quantity 500 --beneficiary Larkmoor");
    let years = script.done("years");
    assert_eq!(years["base_year"], 2024);
    let (first, second) = (row(&years, 2024), row(&years, 2025));
    assert_eq!((&first["mass_kg_new"], &first["since_base"]), (&json!("800"), &Value::Null));
    assert_eq!((&second["mass_kg_new"], &second["gross"]), (&json!("1060"), &json!(1_060)));
    assert_eq!((&second["retired"], &second["coverage_percent"]), (&json!(500), &json!("47.17")));
    assert_eq!(second["costs"], json!([{ "amount": "750", "currency": "EUR" }]));
    assert_eq!(second["unit_prices"], json!([{ "amount": "1.5", "currency": "EUR" }]));
    let change = &second["since_base"];
    assert_eq!(change, &second["since_before"]);
    // 450 devices for 200, each 4 kg: +1,000; 300 laptops at 2, 100 monitors at 6 and 50 phones are 1,210, not 1,800.
    let parts = ["volume_kg", "mix_kg", "weight_kg", "method_kg"].map(|name| change[name].as_str());
    assert_eq!(parts, [Some("1000"), Some("-590"), Some("-150"), Some("0")]);
    let sum: Decimal =
        ["volume_kg", "mix_kg", "weight_kg", "method_kg"].map(|name| number(&change[name])).iter().sum();
    assert_eq!(sum, number(&change["mass_kg"]));
    assert_eq!(change["percent"], "32.5");
}

#[test]
fn the_pack_and_the_statement_carry_the_years_they_are_compared_with() {
    let script = two_years();
    script.done("target --base-year 2024");
    script.done("export disclosure --year 2025 --out %pack.xlsx --out %pack.json --out %pack.pdf");
    let pack: Value =
        serde_json::from_slice(&std::fs::read(script.file("pack.json")).expect("a pack")).expect("JSON");
    let sheet = pack["sheets"].as_array().expect("sheets").iter().find(|one| one["name"] == "Years").cloned();
    let sheet = sheet.expect("the sheet Years").to_string();
    assert!(sheet.contains("year before and base year") && sheet.contains("-590"), "{sheet}");
    // A workspace of one year has nothing to compare with, and its pack is as it was.
    let alone = Script::new();
    alone.done("import procurement @guide_procurement.xlsx");
    alone.done("export disclosure --year 2025 --out %pack.json");
    let pack = std::fs::read_to_string(alone.file("pack.json")).expect("a pack");
    assert!(!pack.contains("\"Years\""));
}

#[test]
fn a_target_has_a_path_and_feeds_cdp() {
    let script = two_years();
    let set = "--set 2025=30 --set 2027=60 --set 2030=100 --base-year 2024 --set-on 2025-01-15";
    let target = script.done(&format!("target {set} --wording Every~device~twice"));
    assert_eq!((&target["base_year"], &target["set_on"]), (&json!(2024), &json!("2025-01-15")));
    let share = |year: i64| {
        let path = target["path"].as_array().expect("a path");
        path.iter().find(|one| one["year"] == year).expect("a year")["percent"].clone()
    };
    assert_eq!([share(2025), share(2026), share(2030)], [json!("30"), json!("100"), json!("100")]);
    // The plan follows it, and nothing that was not named moved.
    let plan = script.done("plan show --set price=1 --set currency=EUR");
    assert_eq!(row(&plan, 2027)["target_percent"], "60");
    assert_eq!(script.done("target --set 2027=50")["wording"], "Every device twice");
    script.refused(TODAY, "target --set 2027=101", "bad_request", "101");
    script.refused(TODAY, "target --set-on 2027-01-01", "bad_request", "still to come");

    let lot = "--class I-TEC --registry Bloom --prefix NL-R --vintage 2025";
    script.done(&format!("purchase {lot} --serial-start 1 --serial-end 1000"));
    script.done("retire --year 2025 --quantity 530 --beneficiary Larkmoor");
    script.done("export disclosure --year 2025 --out %pack.json");
    let pack: Value =
        serde_json::from_slice(&std::fs::read(script.file("pack.json")).expect("a pack")).expect("JSON");
    let sheet =
        pack["sheets"].as_array().expect("sheets").iter().find(|one| one["name"] == "7.54.2 Target").cloned();
    let sheet = sheet.expect("the sheet").to_string();
    // From 0 % in 2024 to 50 % in 2025, of 100 % in 2030.
    for said in ["2025-01-15", "2024-12-31", "2030-12-31", "Every device twice", "\"50\""] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn what_only_a_person_knows_is_asked_and_kept_with_the_year() {
    let script = two_years();
    let open = script.done("inputs --year 2025");
    let ids: Vec<_> =
        open.as_array().expect("inputs").iter().map(|one| one["id"].as_str().expect("an id")).collect();
    for id in ["7.54.2/1/set_on", "7.54.2/1/base_figure", "7.9.3/1/status", "7.8/1/evaluation"] {
        assert!(ids.contains(&id), "{id}: {ids:?}");
    }
    // A figure says these: they are not asked.
    for id in ["7.54.2/1/figure", "7.54.2/1/target_figure", "7.52/1/value"] {
        assert!(!ids.contains(&id), "{id}");
    }
    let inputs = |words: &str| script.done(&format!("inputs --year 2025 {words}"));
    let kept =
        inputs("--set 7.9.3/1/status=Complete --set 7.54.2/1/set_on=2025-01-15 --set 7.9.3/1/proportion=80");
    let value = |id: &str| {
        kept.as_array().expect("inputs").iter().find(|one| one["id"] == id).expect(id)["value"].clone()
    };
    assert_eq!([value("7.9.3/1/status"), value("7.54.2/1/set_on")], [json!("Complete"), json!("2025-01-15")]);
    let refused = |words: &str, code: &str, says: &str| {
        script.refused(TODAY, &format!("inputs --year 2025 {words}"), code, says);
    };
    refused("--set 7.9.3/1/proportion=101", "bad_request", "0 to 100");
    refused("--set 7.54.2/1/set_on=soon", "bad_request", "2026-06-16");
    refused("--set 7.54.2/1/revision=We~offset~it", "bad_request", "offset");
    refused("--set 7.54.2/1/figure=12", "unknown_input", "a figure says it");
    assert_eq!(inputs("--set 7.9.3/1/status=").as_array().map(Vec::len), open.as_array().map(Vec::len));
    let history = script.done("history");
    assert!(history.to_string().contains("7.9.3/1/status"), "{history}");
    script.done("lock --year 2025");
    refused("--set 7.9.3/1/status=Complete", "year_locked", "2025");
    assert_eq!(script.done("verify")["ok"], true);
}
