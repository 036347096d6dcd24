//! A revised file takes the place of the first, and the year is reported all the same: the file verifies, three persons
//! sign, and the final report is exported, with the figures of the revised file.

use crate::script::Script;

const HEADER: &str = "Supplier,PO number,PO line,Date,Item,Condition,Quantity,Unit weight (kg)\n";
const FIRST: [&str; 3] = [
    "Acme,P1,1,2025-01-02,Laptop,New,10,1.5",
    "Acme,P1,2,2025-02-02,Monitor,New,10,4",
    "Acme,P1,3,2025-03-02,Server,New,2,20",
];

/// Reports 2025 after its orders were replaced, and says the mass and the certificates that the final report has.
fn reported_after(revised: &[&str]) -> (String, i64) {
    let script = Script::new();
    let file = |rows: &[&str]| format!("{HEADER}{}\n", rows.join("\n"));
    script.write("orders.csv", &file(&FIRST));
    script.write("revised.csv", &file(revised));
    script.done("import procurement %orders.csv --year 2025");
    script.done("import procurement %revised.csv --year 2025 --revision replace");
    let check = script.done("verify");
    assert_eq!((&check["ok"], check["problems"].as_array().map(Vec::len)), (&true.into(), Some(0)));
    script.done("purchase --class I-TEC --registry Bloom --prefix NL-R --serial-start 1 --serial-end 900 --vintage 2025");
    script.done("retire --year 2025 --cover 100 --beneficiary Larkmoor");
    script.done("lock --year 2025");
    for (role, by) in [("prepared", "Ada"), ("reviewed", "Jo"), ("approved", "Kim")] {
        script.done(&format!("sign --year 2025 --as {role} --by {by}"));
    }
    script.done("export disclosure --year 2025 --final --out %final.json --out %final.pdf");
    assert_eq!(script.done("verify")["ok"], true);
    assert_eq!(script.done("reports --year 2025").as_array().map(Vec::len), Some(1));
    let now = script.done("requirement --year 2025");
    let report = std::fs::read_to_string(script.file("final.json")).expect("a report");
    let mass = now["mass_kg_new"].as_str().expect("a mass").to_owned();
    assert!(report.contains(&mass), "the final report does not say {mass} kg");
    (mass, now["retired"].as_i64().expect("a count"))
}

#[test]
fn rows_that_a_revised_file_adds_are_reported() {
    let added = [FIRST[0], FIRST[1], FIRST[2], "Acme,P1,4,2025-04-02,Tablet,New,4,0.5"];
    assert_eq!(reported_after(&added), ("97".into(), 97));
}

#[test]
fn rows_that_a_revised_file_no_longer_has_are_not_reported() {
    assert_eq!(reported_after(&FIRST[..2]), ("55".into(), 55));
}

#[test]
fn rows_that_a_revised_file_changes_are_reported_as_they_are_now() {
    let changed = [FIRST[0], "Acme,P1,2,2025-02-02,Monitor,New,11,4", FIRST[2]];
    assert_eq!(reported_after(&changed), ("99".into(), 99));
}

#[test]
fn a_revised_file_may_do_all_of_it() {
    let revised =
        ["Acme,P1,1,2025-01-02,Laptop,New,12,1.5", FIRST[2], "Acme,P1,4,2025-04-02,Tablet,New,4,0.5"];
    assert_eq!(reported_after(&revised), ("60".into(), 60));
}
