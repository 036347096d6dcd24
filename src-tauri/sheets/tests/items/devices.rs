//! Order texts of devices, and what the tables' other models make of them. `source` of `devices.csv` says where a mass was
//! looked up: `table:` in a shipped table, `netbox:` in a file of the NetBox device type library at a commit later than that
//! table's. Where it is empty the mass was written down from memory before the rules, and is about what the maker states:
//! it tries the rules, and is no source of a weight.

use crate::root;
use planner_core::weighing::Tier;
use planner_sheets::recognise::recogniser;
use planner_sheets::weights::device_tables;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A device with what it weighs and what is estimated, kg.
struct Tried {
    kg: Decimal,
    estimate: Option<Decimal>,
}

impl Tried {
    fn error(&self) -> Option<Decimal> {
        Some(percent((self.estimate? - self.kg).abs(), self.kg))
    }
}

fn percent(part: Decimal, whole: Decimal) -> Decimal {
    (part * Decimal::ONE_HUNDRED / whole).round_dp(1)
}

/// Each device of a file by its text, by kind; what a table holds weighs what it says there, and is not tried.
fn tried(file: &str) -> BTreeMap<String, Vec<Tried>> {
    let mut reader = csv::Reader::from_path(root().join("tests/items").join(file)).expect("the devices");
    let mut kinds: BTreeMap<String, Vec<Tried>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let (text, kg): (_, Decimal) = (&row[0], row[2].parse().expect("a mass"));
        let weight = device_tables().find(&recogniser().text(text), &[text]);
        let is_held = weight.as_ref().is_some_and(|weight| weight.tier == Tier::Table);
        assert_eq!(is_held, row[3].starts_with("table:"), "{text}");
        if is_held {
            assert_eq!(weight.map(|weight| weight.kg), Some(kg), "{text}");
            continue;
        }
        let says = weight.as_ref().map(|weight| format!("{} ({})", weight.kg, weight.class));
        println!("{text}: {kg} kg, said {}", says.unwrap_or_else(|| "nothing".to_owned()));
        kinds
            .entry(row[1].to_owned())
            .or_default()
            .push(Tried { kg, estimate: weight.map(|weight| weight.kg) });
    }
    kinds
}

/// How far the estimates of a file's devices are off, percent.
pub struct Off {
    pub sum: Decimal,
    pub median: Decimal,
}

/// What is estimated of a file's devices: nine in ten have a weight. Screens are told and not counted, since what is asked
/// is of what stands in racks and on desks beside them.
pub fn off(file: &str) -> Off {
    let kinds = tried(file);
    println!("kind, devices, with a weight, bias of the sum in %, median error in %");
    for (kind, ones) in &kinds {
        let (weighed, bias, error) = figures(&ones.iter().collect::<Vec<_>>());
        println!("{kind}, {}, {weighed}, {bias}, {error}", ones.len());
    }
    let counted = kinds.iter().filter(|(kind, _)| !matches!(kind.as_str(), "monitor" | "signage"));
    let counted: Vec<&Tried> = counted.flat_map(|(_, ones)| ones).collect();
    let (weighed, sum, median) = figures(&counted);
    println!("all, {}, {weighed}, {sum}, {median}", counted.len());
    assert!(weighed * 10 >= counted.len() * 9, "{weighed} of {} have a weight", counted.len());
    Off { sum, median }
}

#[test]
fn devices_that_no_table_holds() {
    let off = off("devices.csv");
    assert!(off.median <= Decimal::from(30), "median error {} %", off.median);
    assert!(off.sum.abs() <= Decimal::TEN, "the sum is {} % off", off.sum);
}

/// How many have a weight, what their sum is off by, and the median of their errors, percent.
fn figures(ones: &[&Tried]) -> (usize, Decimal, Decimal) {
    let weighed: Vec<&&Tried> = ones.iter().filter(|one| one.estimate.is_some()).collect();
    let truth: Decimal = weighed.iter().map(|one| one.kg).sum();
    let guess: Decimal = weighed.iter().filter_map(|one| one.estimate).sum();
    let mut errors: Vec<Decimal> = weighed.iter().filter_map(|one| one.error()).collect();
    errors.sort_unstable();
    let median = errors.get(errors.len() / 2).copied().unwrap_or_default();
    (weighed.len(), percent(guess - truth, truth), median)
}

/// Endings for region, licence and bundle leave the device that the tables have.
#[test]
fn endings_of_a_part_number_leave_the_same_device() {
    for text in ["Aruba AP-515 (RW)", "C9200L-24PXG-4X-E", "Aruba AP-505-RW"] {
        let weight = device_tables().find(&recogniser().text(text), &[text]);
        assert_eq!(weight.map(|weight| weight.tier), Some(Tier::Table), "{text}");
    }
}
