//! The plan's rules as cases and properties. Programmes are solved and compared with brute force where the solver is.

mod board;
mod passed;
mod rules;

use super::driver::{Drivers, Path};
use super::known::{Bought, BoughtYear, Known, KnownYear, Sent};
use super::{Plan, plan};
use crate::ledger::tests::day;
use crate::mass::Mass;
use rust_decimal::Decimal;

fn kg(kilograms: i64) -> Mass {
    Mass::from_milligrams(kilograms * 1_000_000)
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn path(text: &str) -> Path {
    Path::new(text.split(' ').map(decimal).collect()).expect("a path")
}

fn bought(new: i64, refurbished: i64) -> Bought {
    Bought {
        entity: None,
        category: None,
        new: kg(new),
        low: kg(new),
        high: kg(new),
        refurbished: kg(refurbished),
    }
}

fn year(year: i32) -> KnownYear {
    KnownYear {
        year,
        served_on: day(year, 12, 31),
        is_passed: false,
        is_locked: false,
        retired: 0,
        issued: 0,
        bought: Vec::new(),
    }
}

/// The sample company's 2025, and five years to come without anything in stock.
fn known() -> Known {
    Known {
        today: day(2026, 6, 16),
        years: (2026..=2030).map(year).collect(),
        base: BoughtYear { year: 2025, groups: vec![bought(1_250_000, 83_400)] },
        history: Vec::new(),
        sent: vec![Sent { provider: None, sent: kg(420_000), eligible: kg(300_000) }],
        expected: Vec::new(),
        ordered: Vec::new(),
        stock: Vec::new(),
    }
}

/// The board's drivers that its three scenarios have in common.
fn board_drivers() -> Drivers {
    Drivers {
        issue_lag_months: 0,
        prices: vec![path("1.55 1.65 1.75 1.85 1.95")],
        budget: Some(path("1200000")),
        currency: "EUR".into(),
        years_ahead: 0,
        ..Drivers::default()
    }
}

fn planned(known: &Known, drivers: &Drivers) -> Plan {
    plan(known, drivers, &|_| None).expect("a plan")
}
