//! Both shapes, row by row. The files as they were published are read by the integration tests.

use super::*;
use crate::cell::{Cell, Number};

fn row(number: u32, cells: &[(u32, &str)]) -> Row {
    let cell = |(column, text): &(u32, &str)| {
        let value = match text.parse::<Decimal>() {
            Ok(_) => Value::Number(Number { shown: (*text).into(), exact: None, unit: None }),
            Err(_) => Value::Text((*text).into()),
        };
        Cell { column: *column, value }
    };
    Row { number, cells: cells.iter().map(cell).collect(), ..Row::default() }
}

fn said(file: &FactorFile) -> Vec<(u32, &str, String, &str, String)> {
    let said = |one: &Factor| format!("{} / {}", one.name, one.variant);
    file.factors
        .iter()
        .map(|one| (one.row, one.column.as_str(), said(one), one.unit.as_str(), one.kgco2e.to_string()))
        .collect()
}

fn fingerprint() -> Fingerprint {
    Fingerprint { sha256: String::new(), bytes: 0 }
}

#[test]
fn a_table_of_the_uk_is_read_until_its_empty_row() {
    let mut desnz = Desnz::default();
    desnz.begin("Introduction");
    desnz.include(&row(1, &[(0, "UK Government GHG Conversion Factors for Company Reporting")]));
    desnz.begin("Material use");
    for row in [
        row(6, &[(0, "Scope:"), (1, "Scope 3"), (2, "Version:"), (3, "1.1"), (4, "Year:"), (5, "2024")]),
        row(51, &[(3, "Primary material production"), (4, "Re-used")]),
        row(
            52,
            &[(0, "Activity"), (1, "Material"), (2, "Unit"), (3, "kg CO2e"), (4, "kg CO2e"), (5, "kg CO2")],
        ),
        row(53, &[(0, "Electrical items"), (1, "Fridges"), (2, "tonnes"), (3, "4363.33333"), (5, "7")]),
        row(54, &[(1, "IT"), (2, "tonnes"), (3, "24865.47556"), (4, "12.5")]),
        row(55, &[(1, "Books"), (2, "tonnes")]),
        row(56, &[(0, " ")]),
        row(57, &[(1, "Batteries"), (2, "tonnes"), (3, "28380")]),
    ] {
        desnz.include(&row);
    }
    let file = desnz.file(&fingerprint()).expect("a file of factors");
    assert_eq!((file.version.as_deref(), file.year), (Some("1.1"), Some(2024)));
    assert_eq!(file.sheets_without, ["Introduction"]);
    let it = |what: &str| format!("Electrical items · {what}");
    assert_eq!(
        said(&file),
        [
            (53, "D", it("Fridges / Primary material production"), "tonnes", "4363.33333".to_owned()),
            (54, "D", it("IT / Primary material production"), "tonnes", "24865.47556".to_owned()),
            (54, "E", it("IT / Re-used"), "tonnes", "12.5".to_owned()),
        ]
    );
}

#[test]
fn an_industry_of_the_epa_has_its_factor_with_and_without_margins() {
    let mut epa = Epa::default();
    epa.begin("Sheet1");
    let head = ["2017 NAICS Code", "2017 NAICS Title", "GHG", "Unit"];
    let values = [
        "Supply Chain Emission Factors without Margins",
        "Margins of Supply Chain Emission Factors",
        "Supply Chain Emission Factors with Margins",
    ];
    let head: Vec<(u32, &str)> = (0..).zip(head.into_iter().chain(values)).collect();
    epa.include(&row(1, &head));
    let unit = "kg CO2e/2022 USD, purchaser price";
    let industry = |gas, unit, factors: [&'static str; 3]| {
        let [one, two, three] = factors;
        row(2, &[(0, "334111"), (1, "Computers"), (2, gas), (3, unit), (4, one), (5, two), (6, three)])
    };
    epa.include(&industry("All GHGs", unit, ["0.03", "0.028", "0.058"]));
    epa.include(&industry("Methane", "kg/2022 USD, purchaser price", ["1", "2", "3"]));
    let file = epa.file(&fingerprint()).expect("a file of factors");
    assert_eq!((file.version, file.year, file.rows_skipped), (None, Some(2022), 1));
    let (name, per) = ("334111 · Computers", "2022 USD, purchaser price");
    let variants = file.factors.iter().map(|one| (one.variant.as_str(), one.kgco2e.to_string()));
    assert_eq!(
        variants.collect::<Vec<_>>(),
        [
            ("without margins", "0.03".to_owned()),
            ("margins", "0.028".to_owned()),
            ("with margins", "0.058".to_owned())
        ]
    );
    assert!(file.factors.iter().all(|one| one.name == name && one.unit == per));
}

#[test]
fn another_table_is_no_file_of_factors() {
    let (mut desnz, mut epa) = (Desnz::default(), Epa::default());
    for (number, cells) in (1..).zip([[(0, "Item"), (1, "Unit")], [(0, "Laptop"), (1, "2")]]) {
        desnz.include(&row(number, &cells));
        epa.include(&row(number, &cells));
    }
    assert!(desnz.file(&fingerprint()).is_none() && epa.file(&fingerprint()).is_none());
}
