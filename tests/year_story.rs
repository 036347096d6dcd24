//! A year as a controller closes it, by `itec` with its days fixed: own and bought certificates, a retirement recorded
//! later than it was made, the registry's statement as proof, what all of it cost, three signatures, a final report, and
//! the restatement of a price.

use crate::script::Script;
use crate::support::TODAY;
use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use serde_json::Value;

fn done_on(script: &Script, today: &str, words: &str) -> Value {
    let output = script.call(today, words);
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The Guide's worked example, bought, and retired in full on 30 March.
fn retired() -> Script {
    let script = Script::new();
    for kind in ["procurement", "dispositions", "certificates"] {
        done_on(&script, "2026-02-10", &format!("import {kind} @guide_{kind}.xlsx --year 2025"));
    }
    done_on(
        &script,
        "2026-03-16",
        "purchase --class I-TEC --registry Bloom --prefix NL-R --serial-start 5000001 --serial-end 5950000 \
         --vintage 2025 --unit-price 1.62 --currency EUR --on 2026-03-15",
    );
    let made = done_on(
        &script,
        "2026-04-04",
        "retire --year 2025 --cover 100 --beneficiary Larkmoor --on 2026-03-30 --registry-reference RET-1",
    );
    assert_eq!((made["on"].as_str(), made["recorded_on"].as_str()), (Some("2026-03-30"), Some("2026-04-04")));
    script
}

/// The registry's statement of everything in the workspace.
fn statement(script: &Script) {
    let mut text = "Registry,Class,Serial Prefix,Serial Start,Serial End,Vintage,Status\n".to_owned();
    for lot in script.done("lots")["lots"].as_array().expect("lots") {
        let of = |name: &str| lot[name].as_str().map_or_else(|| lot[name].to_string(), str::to_owned);
        let row = ["registry", "class", "serial_prefix", "serial_start", "serial_end", "vintage"].map(of);
        text += &format!("{},Retired\n", row.join(","));
    }
    script.write("statement.csv", &text);
}

fn sign_and_lock(script: &Script) {
    script.done("lock --year 2025");
    for (role, by) in [("prepared", "Ada~Lund"), ("reviewed", "Jo~Brandt"), ("approved", "Kim~Osei")] {
        script.done(&format!("sign --year 2025 --as {role} --by {by}"));
    }
}

/// Value and unit of each row of the summary, by its label.
fn summary(script: &Script, name: &str) -> Vec<(String, Data, String)> {
    let mut book: Xlsx<_> = open_workbook(script.file(name)).expect("the workbook");
    let range = book.worksheet_range("Summary").expect("Summary");
    range.rows().map(|row| (row[0].to_string(), row[1].clone(), row[2].to_string())).collect()
}

fn said(rows: &[(String, Data, String)], label: &str) -> (f64, String) {
    let row = rows.iter().find(|row| row.0 == label).unwrap_or_else(|| panic!("no {label}"));
    (row.1.as_f64().expect("a number"), row.2.clone())
}

#[test]
fn a_year_is_closed_with_its_money_and_restated_with_a_reason() {
    let script = retired();
    let money = script.done("money --year 2025");
    assert_eq!(money["retired"]["units"], 1_250_000);
    assert_eq!(money["retired"]["own_units"], 300_000);
    assert_eq!(money["retired"]["unpriced_units"], 0);
    let bought =
        serde_json::json!({ "currency": "EUR", "units": 950_000, "amount": "1539000", "average": "1.62" });
    assert_eq!(money["retired"]["amounts"], serde_json::json!([bought]));
    assert_eq!(money["held"]["units"], 0);

    sign_and_lock(&script);
    let nowhere = "export disclosure --year 2025 --final --out %nowhere.xlsx";
    script.refused(TODAY, nowhere, "not_final", "self-generated lots have no proof of ownership");
    statement(&script);
    script.done("reconcile %statement.csv");
    let lots = script.done("lots");
    for lot in lots["lots"].as_array().expect("lots") {
        assert_eq!(lot["ownership"], "reconciled", "{lot}");
    }
    script.done("export disclosure --year 2025 --final --out %first.xlsx --out %first.json --out %first.pdf");
    let rows = summary(&script, "first.xlsx");
    assert_eq!(said(&rows, "Cost of I-TECs retired"), (1_539_000.0, "EUR".to_owned()));
    assert_eq!(said(&rows, "Average price of I-TECs retired"), (1.62, "EUR per I-TEC".to_owned()));
    assert_eq!(said(&rows, "Retired at an unknown cost").0, 0.0);
    assert_eq!(said(&rows, "of which self-generated").0, 300_000.0);
    let document: Value =
        serde_json::from_slice(&std::fs::read(script.file("first.json")).expect("a file")).expect("JSON");
    let figures = document["figures"].as_array().expect("figures");
    let figure = figures.iter().find(|one| one["id"] == "2025.money.retired.EUR").expect("the figure");
    assert_eq!((figure["value"].as_str(), figure["unit"].as_str()), (Some("1539000"), Some("EUR")));
    assert_eq!(script.done("trace 2025.money.retired.EUR")["events_total"], 1);

    let lot = lots["lots"].as_array().expect("lots").iter().find(|lot| lot["origin"] == "purchased");
    let lot = lot.expect("the bought lot")["lot_id"].as_str().expect("an id").to_owned();
    let credit = format!("adjust {lot} --set unit_price=1.60 --because a~credit~note");
    script.refused(TODAY, &credit, "year_locked", "2025");
    script.done("unlock --year 2025 --because a~credit~note~came");
    script.done(&credit);
    let signing = script.done("signatures --year 2025");
    assert_eq!(signing["missing"].as_array().map(Vec::len), Some(3), "a price moved under its signatures");
    sign_and_lock(&script);
    script.done("export disclosure --year 2025 --final --out %second.xlsx");
    assert_eq!(said(&summary(&script, "second.xlsx"), "Cost of I-TECs retired").0, 1_520_000.0);
    let mut book: Xlsx<_> = open_workbook(script.file("second.xlsx")).expect("the workbook");
    let log = book.worksheet_range("Change log").expect("the log");
    let is_it = |row: &&[Data]| row[0].get_string() == Some("2025.money.retired.EUR");
    let row = log.rows().find(is_it).expect("the restated price");
    assert_eq!((row[1].to_string(), row[2].to_string()), ("1539000".into(), "1520000".into()));
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn what_is_sold_brings_money_in_and_what_has_no_price_is_said_apart() {
    let script = Script::new();
    let lot = |start: i64, price: &str| {
        let words = format!(
            "purchase --class I-TEC --registry Bloom --prefix NL-R --serial-start {start} --serial-end {} --vintage 2025 {price}",
            start + 99
        );
        done_on(&script, "2026-03-16", &words)["lot_id"].as_str().expect("an id").to_owned()
    };
    let (euro, dollar, unknown) =
        (lot(1, "--unit-price 1.55 --currency EUR"), lot(101, "--unit-price 2 --currency USD"), lot(201, ""));
    done_on(
        &script,
        "2026-03-20",
        &format!("transfer {euro} --quantity 40 --to Orla --unit-price 1.805 --currency eur"),
    );
    done_on(&script, "2026-03-21", &format!("transfer {dollar} --quantity 10 --to Orla"));
    script.done("year --year 2026 --budget 100 --currency EUR");
    let money = script.done("money --year 2026");
    let one = |units: i64, currency: &str, amount: &str, average: &str| serde_json::json!({ "currency": currency, "units": units, "amount": amount, "average": average });
    assert_eq!(
        money["held"]["amounts"],
        serde_json::json!([one(60, "EUR", "93", "1.55"), one(90, "USD", "180", "2")])
    );
    assert_eq!((&money["held"]["unpriced_units"], &money["last_usable_year"]), (&100.into(), &2028.into()));
    assert_eq!(money["sold"]["amounts"], serde_json::json!([one(40, "EUR", "72.2", "1.805")]));
    assert_eq!(money["sold"]["unpriced_units"], 10);
    assert_eq!(money["sales"][0]["proceeds"], "72.2");
    assert_eq!(money["sales"][1]["proceeds"], Value::Null);
    // Nothing is needed for 2026, so nothing held is spent for it.
    assert_eq!((money["spend"]["units"].clone(), money["budget_left"].as_str()), (0.into(), Some("100")));
    done_on(&script, "2026-04-01", &format!("reserve {euro} --quantity 60 --year 2026"));
    done_on(&script, "2026-04-01", &format!("reserve {unknown} --quantity 5 --year 2026"));
    let money = script.done("money --year 2026");
    assert_eq!(
        (money["spend"]["unpriced_units"].clone(), money["budget_left"].as_str()),
        (5.into(), Some("7"))
    );
    let expired = done_on(&script, "2029-01-02", "money --year 2028");
    assert_eq!(expired["expired"]["amounts"], expired["expired_in_year"]["amounts"]);
    assert_eq!(
        expired["expired_in_year"]["amounts"],
        serde_json::json!([one(60, "EUR", "93", "1.55"), one(90, "USD", "180", "2")])
    );
    assert_eq!(expired["expired"]["unpriced_units"], 100);
    script.refused(
        TODAY,
        &format!("transfer {unknown} --quantity 1 --to Orla --unit-price -1 --currency EUR"),
        "bad_request",
        "below 0",
    );
    script.refused(
        TODAY,
        &format!("transfer {unknown} --quantity 1 --to Orla --unit-price 1 --currency EURO"),
        "bad_request",
        "ISO 4217",
    );
}

#[test]
fn own_certificates_beyond_the_eligible_kg_wait_for_their_explanation() {
    let script = Script::new();
    for kind in ["procurement", "dispositions", "certificates"] {
        script.done(&format!("import {kind} @guide_{kind}.xlsx --year 2025"));
    }
    let lots = script.done("lots");
    let of = |name: &str| lots["lots"][0][name].as_str().map(str::to_owned);
    let batch = of("batch").map(|batch| format!("--batch {batch}")).unwrap_or_default();
    let own = format!(
        "purchase --class I-TEC --registry Bloom --prefix OWN --serial-start 1 --serial-end 100 --vintage 2025 --origin self-generated {batch}"
    );
    script.refused(TODAY, &own, "own_exceeds_eligible", "too many");
    let lot = script.done(&format!("{own} --because a~second~list~is~to~come"));
    let lot = lot["lot_id"].as_str().expect("an id");
    script.done("retire --year 2025 --quantity 300100 --beneficiary Larkmoor");
    sign_and_lock(&script);
    statement(&script);
    script.done("reconcile %statement.csv");
    let last = "export disclosure --year 2025 --final --out %last.xlsx";
    script.refused(TODAY, last, "not_final", "100 own certificates are more than was restored");
    script.refused(TODAY, last, "not_final", "a second list is to come");
    script.write("report.pdf", "a verification body's report on the second list");
    script.done(&format!(
        "attach {lot} %report.pdf --kind verification-report --issuer TUV --issued-on 2026-05-01 --serials 1-100"
    ));
    let gate = script.done("gate --year 2025");
    let check = gate.as_array().expect("checks").iter().find(|one| one["code"] == "own_within_eligible");
    let check = check.expect("the check");
    assert_eq!(check["result"], "met");
    assert!(check["detail"].as_str().is_some_and(|detail| detail.contains("a second list is to come")));
    script.done(last);
}

#[test]
fn what_the_window_sets_a_script_sets_too() {
    let script = Script::new();
    script.write("lines.csv", "Item,Category,Quantity,Date\nZorg Q9 appliance,server,3,2025-03-01\n");
    script.done("import procurement %lines.csv --year 2025");
    let before = script.done("requirement --year 2025");
    script.done("weigh --item Zorg~Q9~appliance --mass 12.5");
    let after = script.done("requirement --year 2025");
    assert_eq!(
        (after["mass_kg_new"].as_str(), after["lines_unresolved"].as_i64()),
        (Some("37.5"), Some(0)),
        "{before}"
    );
    script.refused(TODAY, "weigh --item Zorg~Q9~appliance --mass -1", "bad_request", "");
    let lot = |start: i64, origin: &str| {
        let words = format!(
            "purchase --class I-TEC --registry Bloom --serial-start {start} --serial-end {} --vintage 2025 --origin {origin} --because soon",
            start + 9
        );
        script.done(&words)["lot_id"].as_str().expect("an id").to_owned()
    };
    let (own, bought) = (lot(1, "self-generated"), lot(11, "purchased"));
    let ids = |words: &str| {
        let lots = script.done(words);
        let lots = lots["lots"].as_array().expect("lots").clone();
        lots.iter().map(|lot| lot["lot_id"].as_str().expect("an id").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("lots --unproven"), [own.as_str()]);
    assert_eq!(ids("lots --origin purchased"), [bought.as_str()]);
    assert_eq!(ids("lots --search 15"), [bought.as_str()]);
    assert_eq!(script.done("verify")["ok"], true);
}
