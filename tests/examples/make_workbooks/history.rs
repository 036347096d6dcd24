//! What happened to Larkmoor's certificates after its files were imported.

use crate::certificates::LOTS;
use crate::files::{day, files};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A step: kind, day, and what it needs.
struct Step {
    kind: &'static str,
    on: &'static str,
    year: Option<i32>,
    id: Option<&'static str>,
    to: Option<&'static str>,
    /// What was paid for one, in the sample's currency.
    unit_price: Option<&'static str>,
    file: Option<&'static str>,
    /// Lots with their units; 0 where a step concerns a lot whole.
    lots: &'static [(&'static str, i64)],
}

const fn step(
    kind: &'static str,
    on: &'static str,
    year: Option<i32>,
    lots: &'static [(&'static str, i64)],
) -> Step {
    Step { kind, on, year, id: None, to: None, unit_price: None, file: None, lots }
}

const STEPS: [Step; 9] = [
    Step {
        id: Some("R-2024-01"),
        ..step("retire", "2025-02-20", Some(2024), &[("BLM-2022-0031", 48_000), ("BLM-2024-0040", 90_000)])
    },
    step("lock", "2025-08-28", Some(2024), &[]),
    Step {
        to: Some("Eastmere Environmental"),
        unit_price: Some("1.48"),
        ..step("transfer", "2025-10-06", None, &[("BLM-2024-0040", 25_000)])
    },
    step("list", "2025-11-04", None, &[("BLM-2024-0040", 35_000)]),
    Step {
        id: Some("R-2025-01"),
        ..step("retire", "2025-12-12", Some(2025), &[("BLM-2023-0004", 250_000), ("BLM-2023-0018", 50_000)])
    },
    Step {
        id: Some("R-2025-02"),
        ..step(
            "retire",
            "2026-03-31",
            Some(2025),
            &[
                ("BLM-2024-0009", 180_000),
                ("BLM-2024-0022", 130_000),
                ("BLM-2025-0101", 157_500),
                ("BLM-2025-0102", 22_500),
            ],
        )
    },
    step("reserve", "2026-05-19", Some(2025), &[("BLM-2024-0035", 25_000)]),
    step("reserve", "2026-06-02", Some(2025), &[("BLM-2023-0027", 40_000)]),
    Step {
        file: Some("registry_statement.csv"),
        ..step(
            "attach",
            "2026-06-03",
            None,
            &[("BLM-2024-0040", 0), ("BLM-2025-0101", 0), ("BLM-2025-0102", 0), ("BLM-2025-0103", 0)],
        )
    },
];

const BEFORE_IMPORTS: &str = r#"# Larkmoor Group SE: what is imported, in this order, and what then happened to its certificates.
# All of it is invented. An import's `on` is the day it was made; lots are recorded on their trade dates.
# Certificates expire by themselves: 12,000 of BLM-2022-0031 after 31 December 2025.

organisation = "Larkmoor Group SE"
as_of = 2026-06-16                # the sample's own today

[settings]
fiscal_year_start = 1             # month
target_percent = "100"
currency = "EUR"

[[year]]
year = 2025
closes_on = 2026-07-31
target_percent = "100"
budget = "1300000"
expected_price = "1.55"           # of one certificate still to be bought

[[year]]
year = 2026
closes_on = 2027-07-31
target_percent = "100"
"#;

const BEFORE_STEPS: &str = r#"
# Steps, oldest first. Lots and quantities are named; the serials are the lowest free ones of each lot.
#   retire    year, id, beneficiary, lots      held or reserved for the year → retired
#   reserve   year, lots                       held → reserved for the year
#   list      lots                             held → listed for sale
#   transfer  to, unit_price, currency, lots   held → transferred
#   lock      year                             the year takes no change any more
#   attach    file, lots                       the registry's statement proves that the lots are our own
"#;

const SCENARIOS: &str = r#"
# Scenarios of the years to come, made once everything above has happened. What is not named follows from the history;
# the first value of a path is for 2025, which is still open.

[[scenario]]
name = "Full coverage every year"
drivers = { growth = "2", budget = "1300000,1200000", price = "1.55,1.55,1.65,1.75,1.85,1.95", years_ahead = "0", issue_lag = "0", target = "100", refurbished = "6.25", yield = "71.43" }

[[scenario]]
name = "Ramp to 2030"
drivers = { growth = "2", budget = "1300000,1200000", price = "1.55,1.55,1.65,1.75,1.85,1.95", years_ahead = "0", issue_lag = "0", target = "100,30,45,60,80,100", refurbished = "6.25", yield = "71.43" }

[[scenario]]
name = "Refurbish first"
drivers = { growth = "2", budget = "1300000,1200000", price = "1.55,1.55,1.65,1.75,1.85,1.95", years_ahead = "0", issue_lag = "0", target = "100,30,45,60,80,100", refurbished = "6.25,10,15,20,25,30", weight = "-1", yield = "71.43,72,74,76,78,80" }
"#;

/// The files with their kinds and the days they were imported on.
fn imports() -> Vec<(&'static str, &'static str, &'static str)> {
    let days = ["2025-07-08", "2026-01-14", "2026-01-20", "2026-01-22", "2026-02-02"];
    let mut imports = vec![("catalogue", "catalogue.csv", "2025-07-07")];
    imports.extend(files().iter().zip(days).map(|(file, day)| ("procurement", file.name, day)));
    imports.push(("dispositions", "dispositions_2025.xlsx", "2026-02-16"));
    imports.push(("dispositions", "dispositions_2026.xlsx", "2026-06-01"));
    imports.push(("certificates", "certificates.xlsx", "2026-06-02"));
    imports
}

/// The history as text.
pub fn text() -> String {
    check();
    let mut text = BEFORE_IMPORTS.to_owned();
    for (kind, file, on) in imports() {
        let _ = write!(text, "\n[[import]]\nkind = \"{kind}\"\nfile = \"{file}\"\non = {on}\n");
        if let Some(file) = files().iter().find(|one| one.name == file && !one.sheet.is_empty()) {
            let _ = writeln!(text, "sheet = \"{}\"", file.sheet);
        }
    }
    text += BEFORE_STEPS;
    STEPS.iter().for_each(|step| text += &step.text());
    text + SCENARIOS
}

impl Step {
    fn text(&self) -> String {
        let mut text = format!("\n[[step]]\nkind = \"{}\"\non = {}\n", self.kind, self.on);
        let mut put = |key: &str, value: String| text += &format!("{key} = {value}\n");
        if let Some(year) = self.year {
            put("year", year.to_string());
        }
        if let Some(id) = self.id {
            put("id", format!("\"{id}\""));
            put("beneficiary", "\"Larkmoor Group SE\"".to_owned());
        }
        if let Some(to) = self.to {
            put("to", format!("\"{to}\""));
        }
        if let Some(price) = self.unit_price {
            put("unit_price", format!("\"{price}\""));
            put("currency", "\"EUR\"".to_owned());
        }
        if let Some(file) = self.file {
            put("file", format!("\"{file}\""));
        }
        if !self.lots.is_empty() {
            let lots = self.lots.iter().map(|(lot, units)| match units {
                0 => format!("    {{ lot = \"{lot}\" }},\n"),
                _ => format!("    {{ lot = \"{lot}\", quantity = {units} }},\n"),
            });
            put("lots", format!("[\n{}]", lots.collect::<String>()));
        }
        text
    }
}

/// The steps leave every lot as the table of lots says.
fn check() {
    let mut moved: BTreeMap<(&str, usize), i64> = BTreeMap::new();
    for step in &STEPS {
        let state = match (step.kind, step.year) {
            ("reserve", _) => 1,
            ("list", _) => 2,
            ("transfer", _) => 3,
            ("retire", Some(2025)) => 4,
            ("retire", _) => 5,
            _ => continue,
        };
        for (lot, units) in step.lots {
            *moved.entry((lot, state)).or_default() += units;
        }
    }
    for lot in &LOTS {
        for state in 1..6 {
            let units = moved.remove(&(lot.id, state)).unwrap_or(0);
            assert_eq!(units, lot.states[state], "{} {state}", lot.id);
        }
    }
    assert!(moved.is_empty());
    for (step, lot) in STEPS.iter().flat_map(|step| step.lots.iter().map(move |lot| (step, lot.0))) {
        let traded = LOTS.iter().find(|one| one.id == lot).map(|lot| lot.traded).expect("a lot");
        assert!(day(traded.0, traded.1, traded.2).to_string().as_str() <= step.on, "{lot}");
    }
    assert!(STEPS.is_sorted_by_key(|step| step.on));
}
