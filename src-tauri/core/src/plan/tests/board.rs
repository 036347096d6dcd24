//! The sample company's three scenarios, cell by cell, as the board draws them.

use super::super::driver::{Drivers, Rates};
use super::super::range::{End, range};
use super::super::sensitivity::{Lever, swings};
use super::super::year::Lack;
use super::*;

fn scenario(growth: &str, weight: &str, refurbished: &str, yields: &str, target: &str) -> Drivers {
    let mut drivers = board_drivers();
    drivers.growth = Rates { all: decimal(growth), ..Rates::default() };
    drivers.weight = Rates { all: decimal(weight), ..Rates::default() };
    drivers.refurbished = Some(path(refurbished));
    drivers.yields.all = Some(path(yields));
    drivers.target = path(target);
    drivers
}

fn refurbish_first() -> Drivers {
    scenario("2", "-1", "10 15 20 25 30", "72 74 76 78 80", "30 45 60 80 100")
}

#[test]
fn refurbish_first_cell_by_cell() {
    let plan = planned(&known(), &refurbish_first());
    let cells: Vec<_> = plan
        .years
        .iter()
        .map(|year| {
            let new = year.new.mid.kilograms().to_string();
            let left = year.budget_left().expect("a budget").to_string();
            (
                year.year,
                new,
                year.needed.mid,
                year.own,
                year.carried,
                year.to_buy,
                year.cost.to_string(),
                left,
            )
        })
        .collect();
    let row = |year, new: &str, needed, own, to_buy, cost: &str, left: &str| {
        (year, new.to_owned(), needed, own, 0, to_buy, cost.to_owned(), left.to_owned())
    };
    assert_eq!(
        cells,
        [
            row(2026, "1211821", 363_547, 308_448, 55_099, "85403.45", "1114596.55"),
            row(2027, "1155713", 520_071, 323_356, 196_715, "324579.75", "875420.25"),
            row(2028, "1098390", 659_034, 338_738, 320_296, "560518.00", "639482.00"),
            row(2029, "1039832", 831_866, 354_605, 477_261, "882932.85", "317067.15"),
            row(2030, "980021", 980_021, 370_971, 609_050, "1187647.50", "12352.50"),
        ]
    );
    let sum = End::of(&plan);
    assert_eq!((sum.to_buy, sum.cost.to_string(), sum.short), (1_658_421, "3041081.55".into(), 0));
    let expired: i64 = plan.years.iter().map(|year| year.total.expired).sum();
    assert_eq!((expired, plan.years[4].total.closing), (0, 0));
}

#[test]
fn the_other_two_are_over_budget_and_say_by_how_much() {
    let (flat, yields) = ("6.25", "71.43");
    for (target, to_buy, cost, over) in [
        ("100", 5_043_015, "8845245.75", vec![2026, 2027, 2028, 2029, 2030]),
        ("30 45 60 80 100", 2_633_910, "4852289.70", vec![2029, 2030]),
    ] {
        let mut drivers = scenario("2", "0", flat, yields, target);
        let limited = planned(&known(), &drivers);
        let short: Vec<_> = limited.years.iter().filter(|year| year.shortfall.is_some()).collect();
        assert_eq!(short.iter().map(|year| year.year).collect::<Vec<_>>(), over);
        drivers.budget = None;
        let free = planned(&known(), &drivers);
        let sum = End::of(&free);
        assert_eq!((sum.to_buy, sum.cost.to_string(), sum.short), (to_buy, cost.to_owned(), 0));
        for (short, free) in short.iter().zip(free.years.iter().filter(|year| over.contains(&year.year))) {
            let shortfall = short.shortfall.expect("a shortfall");
            assert_eq!(short.to_buy + shortfall.quantity, free.to_buy);
            let Lack::Budget { missing } = shortfall.lack else { panic!("{shortfall:?}") };
            assert_eq!(missing, free.cost - decimal("1200000"));
        }
    }
}

#[test]
fn the_tornado_of_the_board() {
    let drivers = Drivers { budget: None, ..refurbish_first() };
    let base = decimal("3041081.55");
    let swings = swings(&known(), &drivers, &|_| None).expect("swings");
    let thousands = |amount: Decimal| (amount / Decimal::ONE_THOUSAND).round().to_string();
    let of = |lever: Lever| {
        let swing = swings.iter().find(|swing| swing.lever == lever).expect("a swing");
        (thousands(base - swing.lower.cost), thousands(swing.higher.cost - base))
    };
    for (lever, less, more) in [
        (Lever::Refurbished, "393", "393"),
        (Lever::Price, "304", "304"),
        (Lever::Yield, "196", "196"),
        (Lever::Growth, "115", "118"),
    ] {
        assert_eq!(of(lever), (less.to_owned(), more.to_owned()), "{lever:?}");
    }
    assert!(swings.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
}

#[test]
fn the_guides_example_is_year_one() {
    let mut known = known();
    known.years = vec![KnownYear {
        is_passed: true,
        served_on: known.today,
        bought: vec![bought(1_250_000, 83_400)],
        ..year(2025)
    }];
    known.expected = vec![super::super::known::Expected { vintage: 2025, year: 2025, quantity: 300_000 }];
    let plan = planned(&known, &Drivers { budget: None, ..board_drivers() });
    let year = &plan.years[0];
    assert_eq!(
        (year.gross, year.needed.mid, year.own, year.to_buy),
        (1_250_000, 1_250_000, 300_000, 950_000)
    );
}

#[test]
fn the_band_says_what_either_end_would_do() {
    let mut known = known();
    known.base.groups[0].low = kg(1_200_000);
    known.base.groups[0].high = kg(1_300_000);
    let drivers = Drivers { budget: None, target: path("100"), ..refurbish_first() };
    let range = range(&known, &drivers, &|_| None).expect("a range");
    assert!(range.low.to_buy < range.mid.to_buy && range.mid.to_buy < range.high.to_buy);
    assert_eq!(range.risk_of_low(), range.mid.to_buy - range.low.to_buy);
    assert_eq!(range.price_of_high(), range.high.cost - range.mid.cost);
}
