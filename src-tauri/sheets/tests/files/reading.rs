//! Small lists, and what each of their rows becomes.

use crate::Test;
use crate::support::{in_a_line, read_csv};
use planner_core::mass::MassUnit;
use planner_sheets::field::Kind;
use planner_sheets::mapping::Overrides;
use planner_sheets::record::Record;

pub const TESTS: &[Test] = &[
    ("reading::procurement", procurement),
    ("reading::rows_that_are_no_items", rows_that_are_no_items),
    ("reading::units_of_mass", units_of_mass),
    ("reading::numbers_by_column", numbers_by_column),
    ("reading::dates_by_column", dates_by_column),
    ("reading::dispositions", dispositions),
    ("reading::certificates", certificates),
    ("reading::notes_for_the_whole_sheet", notes_for_the_whole_sheet),
];

fn check_with(kind: Kind, overrides: &Overrides, text: &str, expected: &[&str]) {
    let reading = read_csv(text, kind, overrides).expect(text);
    let lines: Vec<String> = reading.outcomes.iter().map(in_a_line).collect();
    assert_eq!(lines, expected, "{text}");
}

fn check(text: &str, expected: &[&str]) {
    check_with(Kind::Procurement, &Overrides::default(), text, expected);
}

fn procurement() {
    check(
        "Item,Qty,Unit weight (kg)\nLaptop 14,3,1.4\nLaptop,-2,1.4\nLaptop,2.5,1.4\nLaptop,two,1.4\nLaptop,,1.4\n\
         Laptop,1,-1.4\nLaptop,1,\nLaptop,#N/A,1\nLaptop,1,n/a\n",
        &[
            "2 laptop 3 × 1.4 kg",
            "3 laptop -2 × 1.4 kg returned_goods",
            "4 rejected not_whole",
            "5 rejected not_a_number",
            "6 rejected missing_quantity",
            "7 rejected negative_mass",
            "8 laptop 1 × ?",
            "9 rejected not_a_number",
            "10 laptop 1 × ?",
        ],
    );
    check(
        "item,category,status,quantity,condition\nThinkPad,,Return,4,Refurb.\nSetup,Services,Purchase,1,\nDock,,,1,shiny\n",
        &["2 laptop -4 × ? returned_goods", "3 service 1 × ? out_of_scope", "4 dock 1 × ? unknown_condition"],
    );
    check(
        "item,quantity,unit_mass,mass\nLaptop,2,1.5,3\nLaptop,2,1.5,4\n",
        &["2 laptop 2 × 1.5 = 3 kg", "3 laptop 2 × 1.5 = 4 kg mass_mismatch"],
    );
    check(
        "model,category,serial number\nE14,Notebook,A1\n27U,Bildschirm,A2\n",
        &["2 laptop 1 × ?", "3 monitor 1 × ?"],
    );
}

fn rows_that_are_no_items() {
    check(
        "Purchases 2025,,\n,,\nItem,Quantity,Unit mass kg\nNotebooks,,\nLaptop,2,1.4\n\nItem,Quantity,Unit mass kg\n\
         Monitor,1,5\n,0,0\nTotal,3,\nSource: finance,,\n,,\n",
        &[
            "4 skipped title",
            "5 laptop 2 × 1.4 kg",
            "6 skipped blank",
            "7 skipped repeated_header",
            "8 monitor 1 × 5 kg",
            "9 skipped filler",
            "10 skipped total",
            "11 skipped footer",
        ],
    );
    check("Artikel;Menge;Lagerbestand\nLaptop;2;40\nSumme:;2;40\n", &["2 laptop 2 × ?", "3 skipped total"]);
}

fn units_of_mass() {
    let rows = "Laptop,1,3\n";
    for (header, mass) in [
        ("Unit weight (lbs)", "1.36077711"),
        ("Unit weight [g]", "0.003"),
        ("Stückgewicht in kg", "3"),
        ("unit_mass_oz", "0.085048569375"),
    ] {
        check(&format!("item,quantity,{header}\n{rows}"), &[&plausible(mass)]);
    }
    check(
        "item,quantity,unit mass\nServer,1,10 lbs\nServer,1,9 kg\nServer,1,8000 g\n",
        &["2 server 1 × 4.5359237 kg", "3 server 1 × 9 kg", "4 server 1 × 8 kg"],
    );
    check(
        "item,quantity,unit weight,weight unit\nLaptop,1,2,kg\nLaptop,1,2,lb\n",
        &["2 laptop 1 × 2 kg", "3 laptop 1 × 0.90718474 kg"],
    );
    let pounds = Overrides { mass_unit: Some(MassUnit::Pound), ..Overrides::default() };
    check_with(
        Kind::Procurement,
        &pounds,
        "item,quantity,unit weight\nLaptop,1,2\n",
        &["2 laptop 1 × 0.90718474 kg"],
    );
}

fn plausible(mass: &str) -> String {
    let is_light = mass.starts_with("0.0");
    format!("2 laptop 1 × {mass} kg{}", if is_light { " implausible_mass" } else { "" })
}

fn numbers_by_column() {
    let german = "Artikel;Menge;Stückgewicht (kg)\nServer;1;12,5\nServer;1.200;14,250\n";
    check(german, &["2 server 1 × 12.5 kg", "3 server 1200 × 14.25 kg"]);
    let english = "Item,Quantity,Unit weight (kg)\nServer,1,12.5\nServer,\"1,200\",14.250\n";
    check(english, &["2 server 1 × 12.5 kg", "3 server 1200 × 14.25 kg"]);
    check("Item,Quantity,Unit weight (kg)\nServer,\"1 200\",14\n", &["2 server 1200 × 14 kg"]);
}

fn dates_by_column() {
    for (dates, expected) in [
        (["03/04/2025", "25/04/2025"], ["2025-04-03", "2025-04-25"]),
        (["03/04/2025", "04/25/2025"], ["2025-03-04", "2025-04-25"]),
        (["2025-04-03", "45000"], ["2025-04-03", "2023-03-15"]),
        (["3. April 2025", "1.5.2025"], ["2025-04-03", "2025-05-01"]),
    ] {
        let text = format!("item,quantity,date\nLaptop,1,{}\nLaptop,1,{}\n", dates[0], dates[1]);
        let reading = read_csv(&text, Kind::Procurement, &Overrides::default()).expect("readable");
        let found: Vec<String> = reading
            .records()
            .filter_map(|record| match record {
                Record::Procurement(row) => row.date.map(|date| date.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

fn dispositions() {
    check_with(
        Kind::Dispositions,
        &Overrides::default(),
        "Asset tag,Device type,Weight sent (kg),Weight restored (kg),Outcome,ITAD provider,Date\n\
         T1,Laptop,2,2,Reused,Cascade,2025-05-01\nT2,Monitor,6,0,Recycled,Cascade,2025-05-01\nT3,Server,20,25,magic,Cascade,\n",
        &[
            "2 reused 2 of 2 kg",
            "3 material 0 of 6 kg",
            "4 unknown 25 of 20 kg unknown_outcome restored_exceeds_sent",
        ],
    );
}

fn certificates() {
    check_with(
        Kind::Certificates,
        &Overrides::default(),
        "Certificate ID,Class,Registry,Serial start,Serial end,Quantity,Vintage\n\
         L1,I-TEC,Bloom,1,100,100,2025\nL2,ITEC AE,Bloom,101,200,99,2025\nL3,VER,Bloom,,,5,2025\nL4,I-TEC,Bloom,9,5,1,2025\n",
        &[
            "2 I-TEC ? 1..100 = 100",
            "3 rejected range_mismatch",
            "4 rejected range_mismatch unknown_class",
            "5 rejected unreadable_serial",
        ],
    );
}

fn notes_for_the_whole_sheet() {
    for (text, codes) in [
        ("item,quantity,unit weight\nLaptop,1,1.4\n", vec!["mass_unit_assumed"]),
        ("item,quantity,date\nLaptop,1,03/04/2025\n", vec!["ambiguous_date"]),
        ("item,quantity,unit mass kg\nServer,1,\"12,345\"\n", vec!["ambiguous_number"]),
        ("item,category,date\nA,Laptop,2025-01-01\n", vec!["quantity_implied"]),
        ("item,quantity,weight (kg)\nWidget,4,10\n", vec!["unit_or_line_mass"]),
        ("item,quantity,weight (kg)\nLaptop,10,14\n", vec![]),
        ("item,quantity,total weight (kg)\nWidget,4,10\n", vec![]),
    ] {
        let reading = read_csv(text, Kind::Procurement, &Overrides::default()).expect("readable");
        let found: Vec<&str> = reading.summary.notes.iter().map(|note| note.code.as_str()).collect();
        assert_eq!(found, codes, "{text}");
    }
}
