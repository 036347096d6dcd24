//! The plan and orders, as a script calls them.

use crate::script::Script;
use crate::support::TODAY;
use serde_json::Value;

fn guide() -> Script {
    let script = Script::new();
    for kind in ["procurement", "dispositions", "certificates"] {
        script.done(&format!("import {kind} @guide_{kind}.xlsx"));
    }
    script
}

fn column<'a>(plan: &'a Value, name: &str) -> Vec<&'a Value> {
    plan["years"].as_array().expect("years").iter().map(|year| &year[name]).collect()
}

#[test]
fn the_guides_example_is_year_one_of_five() {
    let script = guide();
    let plan = script.done("plan show --set price=1.55 --set currency=EUR --set years_ahead=0");
    let first = &plan["years"][0];
    assert_eq!((&first["year"], &first["is_passed"]), (&2025.into(), &true.into()));
    assert_eq!((&first["gross"], &first["needed"]), (&1_250_000.into(), &1_250_000.into()));
    assert_eq!((&first["carried"], &first["to_buy"]), (&300_000.into(), &950_000.into()));
    assert_eq!(first["cost"], "1472500.00");
    assert!(plan["years"].as_array().expect("years").len() >= 5);
    // What has passed is what the ledger says.
    let requirement = script.done("requirement --year 2025");
    assert_eq!(first["to_buy"], requirement["remaining"]);
}

#[test]
fn the_samples_plan_is_the_boards_cell_by_cell() {
    let script = Script::new();
    script.done("sample");
    let plan = script.done("plan show Refurbish~first");
    let numbers = |name: &str| {
        column(&plan, name).iter().skip(1).map(|one| one.as_i64().expect(name)).collect::<Vec<_>>()
    };
    let texts = |name: &str| {
        column(&plan, name).iter().skip(1).map(|one| one.as_str().expect(name).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("year"), [2026, 2027, 2028, 2029, 2030]);
    assert_eq!(texts("mass_kg_new"), ["1211821", "1155713", "1098390", "1039832", "980021"]);
    assert_eq!(texts("target_percent"), ["30", "45", "60", "80", "100"]);
    assert_eq!(numbers("needed"), [363_547, 520_071, 659_034, 831_866, 980_021]);
    assert_eq!(numbers("own"), [308_448, 323_356, 338_738, 354_605, 370_971]);
    assert_eq!(numbers("carried"), [0; 5]);
    assert_eq!(numbers("to_buy"), [55_099, 196_715, 320_296, 477_261, 609_050]);
    assert_eq!(numbers("expired"), [0; 5]);
    assert_eq!(texts("cost"), ["85403.45", "324579.75", "560518.00", "882932.85", "1187647.50"]);
    assert_eq!(texts("budget_left"), ["1114596.55", "875420.25", "639482.00", "317067.15", "12352.50"]);
    let ahead = &plan["ahead"];
    assert_eq!(
        (&ahead["to_buy"], &ahead["cost"], &ahead["budget_left"]),
        (&1_658_421.into(), &"3041081.55".into(), &"2958918.45".into())
    );
    let full = script.done("plan show Full~coverage~every~year");
    assert_eq!(full["ahead"]["over_budget"], serde_json::json!([2026, 2027, 2028, 2029, 2030]));
    let ramp = script.done("plan show Ramp~to~2030");
    assert_eq!(ramp["ahead"]["over_budget"], serde_json::json!([2029, 2030]));
    for (name, to_buy, cost) in
        [("Full~coverage~every~year", 5_043_015, "8845245.75"), ("Ramp~to~2030", 2_633_910, "4852289.70")]
    {
        let free = script.done(&format!("plan show {name} --set budget=none"));
        assert_eq!((&free["ahead"]["to_buy"], &free["ahead"]["cost"]), (&to_buy.into(), &cost.into()));
    }
    // 2025 is still open in the sample: what is left to buy for it comes on top.
    let left = script.done("requirement --year 2025")["remaining"].as_i64().expect("a number");
    assert_eq!(plan["total"]["to_buy"].as_i64(), Some(1_658_421 + left));
}

const TWO_ENTITIES: &str = "Item,Category,Condition,Quantity,Unit weight (kg),Date,Entity
Laptop L14,Laptop,New,1000,2,2025-03-01,Larkmoor NL
Laptop L14,Laptop,New,500,2,2025-03-01,Larkmoor DE
";

#[test]
fn an_entity_has_drivers_of_its_own_within_the_whole() {
    let script = Script::new();
    script.write("lines.csv", TWO_ENTITIES);
    script.done("import procurement %lines.csv");
    script.done("plan new Grow --set growth=0 --set growth@Larkmoor~NL=10 --set refurbished@Larkmoor~DE=50 --set price=1 --set currency=EUR");
    let mass = |words: &str| {
        let plan = script.done(&format!("plan show Grow {words}"));
        column(&plan, "mass_kg_new")
            .iter()
            .skip(1)
            .take(2)
            .map(|one| one.as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(mass("--entity Larkmoor~NL"), ["2200", "2420"]);
    assert_eq!(mass("--entity Larkmoor~DE"), ["500", "500"]);
    assert_eq!(mass(""), ["2700", "2920"]);
    script.refused(TODAY, "plan set Grow --set growth@Larkmoor~FR=3", "unknown_entity", "Larkmoor NL");
    script.refused(TODAY, "plan set Grow --set price@Larkmoor~NL=3", "unknown_driver", "@ENTITY");
    script.refused(TODAY, "plan export Grow --out %plan.xlsx", "drivers_of_entities", "each entity");
    script.done("plan export Grow --entity Larkmoor~DE --out %plan.xlsx");
}

#[test]
fn an_own_lot_is_held_or_sold_as_it_intends_or_as_the_scenario_says() {
    let script = guide();
    let lots = script.done("plan show")["lots"].clone();
    let lots = lots.as_array().expect("lots");
    assert!(lots.len() == 2 && lots.iter().all(|lot| lot["choice"] == "hold"), "{lots:?}");
    let (id, units) = (lots[0]["lot_id"].as_str().expect("an id"), lots[0]["units"].as_i64().expect("units"));
    let named = "--set price=1.55 --set currency=EUR --set years_ahead=0 --set budget=none";
    let held = script.done(&format!("plan show {named}"));
    // What is sold still serves the year that has passed, as the ledger nets; lock it, and it is sold.
    let open = script.done(&format!("plan show {named} --set lot.{id}=sell@1.40"));
    assert_eq!(open["years"][0]["to_buy"], held["years"][0]["to_buy"]);
    script.done("lock --year 2025");
    let held = script.done(&format!("plan show {named}"));
    let sold = script.done(&format!("plan show {named} --set lot.{id}=sell@1.40"));
    let proceeds = rust_decimal::Decimal::new(140 * units, 2);
    let year = |plan: &Value, year: i64| {
        plan["years"]
            .as_array()
            .expect("years")
            .iter()
            .find(|one| one["year"] == year)
            .expect("a year")
            .clone()
    };
    let (before, after) = (year(&held, 2026), year(&sold, 2026));
    assert_eq!((before["sold"].as_i64(), before["proceeds"].as_str()), (Some(0), Some("0.00")));
    assert_eq!(after["sold"].as_i64(), Some(units));
    assert_eq!(after["proceeds"], format!("{proceeds:.2}"));
    assert_eq!(after["to_buy"].as_i64(), before["to_buy"].as_i64().map(|bought| bought + units));
    let lot = sold["lots"]
        .as_array()
        .expect("lots")
        .iter()
        .find(|lot| lot["lot_id"] == id)
        .expect("the lot")
        .clone();
    assert_eq!(
        (&lot["choice"], &lot["is_default"], &lot["unit_price"]),
        (&"sell".into(), &false.into(), &"1.40".into())
    );
    for year in sold["years"].as_array().expect("years") {
        for flow in year["vintages"].as_array().expect("vintages") {
            let of = |name: &str| flow[name].as_i64().expect("units");
            let come = of("opening") + of("own") + of("delivered") + of("bought");
            assert_eq!(come, of("used") + of("sold") + of("expired") + of("closing"), "{flow}");
        }
    }
    // The lot's own intent is what a plan begins with.
    script.done(&format!("adjust {id} --set intent=sell --because board~decision"));
    let own = script.done(&format!("plan show {named} --set sale_price=1.25"));
    assert_eq!(year(&own, 2026)["sold"].as_i64(), Some(units));
    assert_eq!(own["lots"][0]["unit_price"], "1.25");
    assert_eq!(year(&script.done(&format!("plan show {named} --set lot.{id}=hold")), 2026)["sold"], 0);
    script.refused(TODAY, "plan show --set lot.BLO-1=sell", "unknown_lot", id);
    script.refused(TODAY, &format!("plan show --set lot.{id}=give"), "bad_request", "sell@1.40");
}

#[test]
fn a_plan_of_record_stands_beside_what_came_of_it() {
    let script = guide();
    script.done("plan new Full --set price=1.55 --set currency=EUR --set budget=none");
    let none = script.done("plan actual");
    assert_eq!((&none["years"][0]["year"], &none["years"][0]["scenario"]), (&2025.into(), &Value::Null));
    let before = script.done("plan show Full");
    let planned =
        before["years"].as_array().expect("years").iter().find(|one| one["year"] == 2026).expect("2026");
    script.done("plan adopt Full");
    // Fewer were bought than planned, and dearer; another plan was adopted only after the year had ended.
    script.done("purchase --class I-TEC --registry Bloom --prefix NL-Z --serial-start 1 --serial-end 1000 --vintage 2026 --unit-price 1.70 --currency EUR --on 2026-06-10");
    script.write(
        "late.csv",
        "Item,Category,Condition,Quantity,Unit weight (kg),Date\nLaptop,Laptop,New,100,2,2026-06-01\n",
    );
    script.done("import procurement %late.csv");
    let later = script.call("2027-02-01", "plan adopt Full");
    assert!(later.status.success());
    let later = script.call("2027-02-01", "plan actual");
    let found: Value = serde_json::from_slice(&later.stdout).expect("JSON");
    let year =
        found["years"].as_array().expect("years").iter().find(|one| one["year"] == 2026).expect("2026");
    assert_eq!(
        (&year["scenario"], &year["adopted_on"], &year["is_passed"]),
        (&"Full".into(), &TODAY.into(), &true.into())
    );
    let row = |what: &str| {
        year["rows"].as_array().expect("rows").iter().find(|row| row["what"] == what).expect("a row").clone()
    };
    let bought = row("bought");
    assert_eq!(bought["planned"], planned["to_buy"].to_string());
    assert_eq!(bought["actual"], "1000");
    let difference = 1_000 - planned["to_buy"].as_i64().expect("units");
    assert_eq!(bought["difference"], difference.to_string());
    assert_eq!((&row("cost")["planned"], &row("cost")["actual"]), (&planned["cost"], &"1700.00".into()));
    assert_eq!(
        (&row("unit_price")["planned"], &row("unit_price")["actual"]),
        (&"1.55".into(), &"1.70".into())
    );
    assert_eq!(
        (&row("mass_kg_new")["planned"], &row("mass_kg_new")["actual"]),
        (&planned["mass_kg_new"], &"200".into())
    );
    assert_eq!((&year["bought_from"], &year["bought_to"]), (&"2026-06-10".into(), &"2026-06-10".into()));
    // What came is what the ledger says.
    let requirement: Value =
        serde_json::from_slice(&script.call("2027-02-01", "requirement --year 2026").stdout).expect("JSON");
    assert_eq!(row("gross")["actual"], requirement["gross"].to_string());
    assert_eq!(year["remaining"], requirement["remaining"]);
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn scenarios_are_made_changed_copied_adopted_and_deleted() {
    let script = guide();
    let made = script.done("plan new Ramp --set price=1.55 --set currency=EUR --set target=30..100");
    assert_eq!(made[0]["drivers"]["target"], "30..100");
    script.refused(TODAY, "plan new ramp", "scenario_exists", "Ramp");
    script.refused(TODAY, "plan set Ramp --set colour=red", "unknown_driver", "colour");
    script.refused(TODAY, "plan set Ramp --set target=130", "bad_request", "130");
    script.refused(TODAY, "plan show Nothing", "unknown_scenario", "Ramp");
    script.done("plan copy Ramp Full");
    script.done("plan set Full --set target=");
    assert!(script.done("plan list")[1]["drivers"].get("target").is_none());
    script.done("plan rename Full All");
    script.done("plan adopt All");
    script.refused(TODAY, "plan delete All", "scenario_is_adopted", "plan of record");
    script.done("plan adopt Ramp");
    let left = script.done("plan delete All");
    assert_eq!((left.as_array().map(Vec::len), left[0]["adopted_on"].as_str()), (Some(1), Some(TODAY)));
    assert_eq!(script.done("plan compare")[0]["scenario"], "Ramp");
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn a_plan_is_stale_when_the_workspace_moved_on() {
    let script = guide();
    script.done("plan new Ramp --set price=1.55 --set currency=EUR");
    assert_eq!(script.done("plan show Ramp")["stale"], serde_json::json!([]));
    script.done("purchase --class I-TEC --registry Bloom --prefix NL-R --vintage 2025 --serial-start 5000001 --serial-end 5000100");
    let stale = script.done("plan show Ramp")["stale"].clone();
    assert_eq!(stale[0]["fact"], "usable_units");
    assert_eq!((stale[0]["before"].as_str(), stale[0]["now"].as_str()), (Some("300000"), Some("300100")));
    script.done("plan refresh Ramp");
    assert_eq!(script.done("plan show Ramp")["stale"], serde_json::json!([]));
}

#[test]
fn the_life_of_an_order() {
    let script = guide();
    let before = script.done("requirement --year 2025");
    assert_eq!(before["on_order"], 0);
    script.done("plan new Full --set price=1.55 --set currency=EUR --set years_ahead=0");
    let placed = script.done("plan buy Full --year 2025 --seller Nordhall --expected-on 2026-06-30");
    assert_eq!((&placed["on_order"], &placed["orders"][0]["quantity"]), (&950_000.into(), &950_000.into()));
    assert_eq!(placed["orders"][0]["state"], "ordered");
    // Beside remaining, in no coverage; and the plan does not buy it again.
    let ordered = script.done("requirement --year 2025");
    assert_eq!((&ordered["remaining"], &ordered["on_order"]), (&before["remaining"], &950_000.into()));
    assert_eq!(ordered["coverage_percent"], before["coverage_percent"]);
    let plan = script.done("plan show Full");
    assert_eq!((&plan["years"][0]["to_buy"], &plan["years"][0]["ordered"]), (&0.into(), &950_000.into()));

    let lot = "--class I-TEC --registry Bloom --prefix NL-R --vintage 2025";
    script.done(&format!("order deliver O-2026-001 {lot} --serial-start 5000001 --serial-end 5400000"));
    let part =
        script.done(&format!("order deliver O-2026-001 {lot} --serial-start 5400001 --serial-end 5500000"));
    assert_eq!(
        (&part["orders"][0]["state"], &part["orders"][0]["open"]),
        (&"part_delivered".into(), &450_000.into())
    );
    let delivered = script.done("requirement --year 2025");
    assert_eq!((&delivered["remaining"], &delivered["on_order"]), (&450_000.into(), &450_000.into()));
    let first = part["orders"][0]["deliveries"][0]["lot_id"].as_str().expect("a lot").to_owned();
    let lots = script.done("lots");
    let lot_of =
        |id: &str| lots["lots"].as_array().expect("lots").iter().find(|one| one["lot_id"] == id).cloned();
    assert_eq!(lot_of(&first).expect("the lot")["unit_price"], "1.55");

    script.refused(
        TODAY,
        &format!("order deliver O-2026-001 {lot} --serial-start 5500001 --serial-end 5950001"),
        "order_refused",
        "450000 certificates open, not 450001",
    );
    script.refused(
        TODAY,
        "order deliver O-2026-001 --class I-TEC --registry Bloom --prefix NL-R --vintage 2024 --serial-start 1 --serial-end 9",
        "order_refused",
        "vintage 2025",
    );
    let later = script.call("2026-07-01", "order list");
    let later: Value = serde_json::from_slice(&later.stdout).expect("JSON");
    assert_eq!((&later["overdue"], &later["orders"][0]["is_overdue"]), (&1.into(), &true.into()));

    script.refused(TODAY, "order cancel O-2026-001 --because ~", "order_refused", "reason");
    let cancelled = script.done("order cancel O-2026-001 --because seller~gave~up");
    assert_eq!((&cancelled["on_order"], &cancelled["orders"][0]["state"]), (&0.into(), &"delivered".into()));
    assert_eq!(script.done("requirement --year 2025")["remaining"], 450_000);
    script.refused(TODAY, "order cancel O-2026-001 --because again", "order_refused", "nothing open");
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn an_order_that_could_not_come_is_refused() {
    let script = guide();
    let order = "order place --seller Nordhall --vintage 2026 --quantity 10";
    for (words, code, says) in [
        (
            "order place --seller Nordhall --vintage 2026 --quantity 0".to_owned(),
            "order_refused",
            "at least one",
        ),
        ("order place --seller ~ --vintage 2026 --quantity 10".to_owned(), "bad_request", "seller"),
        (format!("{order} --vintage-to 2025"), "order_refused", "hold no year"),
        (format!("{order} --on 2026-07-01"), "bad_request", "still to come"),
        (format!("{order} --on 2026-06-01 --expected-on 2026-05-01"), "bad_request", "before it was ordered"),
        (format!("{order} --class I-TIC"), "unknown_class", "I-TIC"),
    ] {
        script.refused(TODAY, &words, code, says);
    }
}
