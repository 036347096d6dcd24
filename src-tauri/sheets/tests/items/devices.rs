//! Order texts of devices with about the mass that their makers state, and what the tables' other models make of them. The
//! masses were written down before the rules and few were looked up: they try the rules, and are no source of a weight.

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

/// Each device by its text, without its own row of the tables; by kind.
fn tried() -> BTreeMap<String, Vec<Tried>> {
    let mut reader = csv::Reader::from_path(root().join("tests/items/devices.csv")).expect("the devices");
    let mut kinds: BTreeMap<String, Vec<Tried>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let kg = row[2].parse().expect("a mass");
        let found = recogniser().text(&row[0]);
        let maker = found.maker.clone().unwrap_or_default();
        let estimate = device_tables().alike_without(&found, &maker, kg).map(|weight| weight.kg);
        if estimate.is_none() {
            println!("{}: no weight", &row[0]);
        }
        kinds.entry(row[1].to_owned()).or_default().push(Tried { kg, estimate });
    }
    kinds
}

/// What stands in racks and on desks beside them: network, servers, storage, power. Screens are told and not counted.
#[test]
fn devices_that_no_table_holds() {
    let kinds = tried();
    println!("kind, devices, with a weight, bias of the sum in %, median error in %");
    for (kind, ones) in &kinds {
        let (weighed, bias, error) = figures(&ones.iter().collect::<Vec<_>>());
        println!("{kind}, {}, {weighed}, {bias}, {error}", ones.len());
    }
    let counted = kinds.iter().filter(|(kind, _)| !matches!(kind.as_str(), "monitor" | "signage"));
    let counted: Vec<&Tried> = counted.flat_map(|(_, ones)| ones).collect();
    let (weighed, bias, error) = figures(&counted);
    println!("all, {}, {weighed}, {bias}, {error}", counted.len());
    assert!(weighed * 10 >= counted.len() * 9, "{weighed} of {} have a weight", counted.len());
    assert!(error <= Decimal::from(30), "median error {error} %");
    assert!(bias.abs() <= Decimal::TEN, "the sum is {bias} % off");
}

/// How many have a weight, what their sum is off by, and the median of their errors, percent.
fn figures(ones: &[&Tried]) -> (usize, Decimal, Decimal) {
    let weighed: Vec<&&Tried> = ones.iter().filter(|one| one.estimate.is_some()).collect();
    let truth: Decimal = weighed.iter().map(|one| one.kg).sum();
    let guess: Decimal = weighed.iter().filter_map(|one| one.estimate).sum();
    let mut errors: Vec<Decimal> = weighed.iter().filter_map(|one| one.error()).collect();
    errors.sort_unstable();
    (weighed.len(), percent(guess - truth, truth), errors[errors.len() / 2])
}

/// Endings for region, licence and bundle leave the device that the tables have.
#[test]
fn endings_of_a_part_number_leave_the_same_device() {
    for text in ["Aruba AP-515 (RW)", "C9200L-24PXG-4X-E", "Aruba AP-505-RW"] {
        let weight = device_tables().find(&recogniser().text(text), &[text]);
        assert_eq!(weight.map(|weight| weight.tier), Some(Tier::Table), "{text}");
    }
}
