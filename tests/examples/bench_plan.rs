//! How long one answer of the plan takes: ten years, twenty categories, three entities, ten thousand opening lots, for
//! the organisation and each entity: `cargo run --release --example bench_plan`.

use anyhow::Result;
use chrono::NaiveDate;
use planner_core::ledger::lot::{Origin, last_usable_day};
use planner_core::mass::Mass;
use planner_core::plan::driver::{Drivers, Path};
use planner_core::plan::known::{Bought, BoughtYear, Known, KnownYear, Sent};
use planner_core::plan::stock::{Parcel, Source};
use rust_decimal::Decimal;
use std::time::Instant;

const LOTS: i64 = 10_000;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn kg(kilograms: i64) -> Mass {
    Mass::from_milligrams(kilograms * 1_000_000)
}

fn bought(entity: i64, category: i64) -> Bought {
    let mass = 20_000 + 977 * category + 3_001 * entity;
    Bought {
        entity: Some(format!("entity {entity}")),
        category: Some(format!("category {category}")),
        new: kg(mass),
        low: kg(mass - mass / 10),
        high: kg(mass + mass / 10),
        refurbished: kg(mass / 15),
    }
}

/// Lots of four vintages at a hundred prices each.
fn stock() -> Vec<Parcel> {
    let parcel = |number: i64| {
        let vintage = 2023 + i32::try_from(number % 4).unwrap_or(0);
        Parcel {
            expires_on: last_usable_day(vintage).unwrap_or(NaiveDate::MAX),
            vintage,
            cost: Decimal::new(100 + number % 100, 2),
            source: Source::Ledger(if number % 3 == 0 { Origin::SelfGenerated } else { Origin::Purchased }),
            reserved_for: (number % 10 == 0).then_some(2027),
            for_sale: None,
            quantity: 10 + number % 90,
        }
    };
    let mut stock: Vec<_> = (0..LOTS).map(parcel).collect();
    stock.sort_by(|one, other| {
        (one.expires_on, one.vintage, one.cost).cmp(&(other.expires_on, other.vintage, other.cost))
    });
    stock
}

fn known(entities: std::ops::Range<i64>) -> Known {
    let groups = entities.flat_map(|entity| (0..20).map(move |category| bought(entity, category)));
    let year = |year: i32| KnownYear {
        year,
        served_on: day(year, 12, 31),
        is_passed: false,
        is_locked: false,
        retired: 0,
        issued: 0,
        bought: Vec::new(),
    };
    Known {
        today: day(2026, 6, 16),
        years: (2026..2036).map(year).collect(),
        base: BoughtYear { year: 2025, groups: groups.collect() },
        history: Vec::new(),
        sent: vec![Sent { provider: Some("Ridgeway ITAD".into()), sent: kg(420_000), eligible: kg(300_000) }],
        expected: Vec::new(),
        ordered: Vec::new(),
        stock: stock(),
    }
}

fn drivers() -> Drivers {
    let rising = |first: i64| Path::new((0..10).map(|year| Decimal::new(first + 10 * year, 2)).collect());
    let flat = Path::flat(Decimal::ONE);
    Drivers {
        prices: [155, 140, 120, 90].into_iter().map(|first| rising(first).unwrap_or(flat.clone())).collect(),
        budget: Some(Path::flat(1_500_000.into())),
        years_ahead: 3,
        currency: "EUR".into(),
        ..Drivers::default()
    }
}

fn main() -> Result<()> {
    let scopes = [known(0..3), known(0..1), known(1..2), known(2..3)];
    let drivers = drivers();
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        for known in &scopes {
            planner_core::plan::plan(known, &drivers, &planner_actions::solve_programme)?;
        }
        times.push(start.elapsed());
    }
    times.sort();
    println!("one answer, organisation and three entities: {:?} (median of {})", times[2], times.len());
    Ok(())
}
