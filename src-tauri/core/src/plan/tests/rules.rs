//! What must hold for every plan.

use super::super::driver::{Refresh, Retired, Yields};
use super::super::known::{Expected, Ordered};
use super::super::purchase::Because;
use super::super::stock::{Parcel, Source};
use super::super::year::Lack;
use super::*;
use crate::ledger::lot::{Origin, last_usable_day};
use proptest::prelude::*;

fn parcel(vintage: i32, quantity: i64, reserved_for: Option<i32>) -> Parcel {
    Parcel {
        expires_on: last_usable_day(vintage).expect("a day"),
        vintage,
        cost: Decimal::ONE,
        source: Source::Ledger(Origin::Purchased),
        reserved_for,
        for_sale: None,
        quantity,
    }
}

prop_compose! {
    fn drivers()(
        growth in -20..20_i64,
        refurbished in 0..=100_i64,
        yields in 0..=100_i64,
        lag in 0..30_u32,
        sold in 0..=100_i64,
        targets in proptest::collection::vec(0..=100_i64, 1..5),
        prices in proptest::collection::vec(proptest::collection::vec(1..300_i64, 1..5), 1..4),
        budget in proptest::option::of(0..900_000_i64),
        years_ahead in 0..4_u32,
        terms in (1..5_000_i64, 1..700_i64),
    ) -> Drivers {
        let percents = |values: Vec<i64>| Path::new(values.into_iter().map(Decimal::from).collect());
        let cents = |values: Vec<i64>| Path::new(values.into_iter().map(|cents| Decimal::new(cents, 2)).collect());
        let mut drivers = board_drivers();
        drivers.growth.all = growth.into();
        drivers.refurbished = Some(Path::flat(refurbished.into()));
        drivers.yields.all = Some(Path::flat(yields.into()));
        drivers.issue_lag_months = lag;
        drivers.sold = Path::flat(sold.into());
        drivers.target = percents(targets).expect("a path");
        drivers.prices = prices.into_iter().map(|path| cents(path).expect("a path")).collect();
        drivers.budget = budget.map(|budget| Path::flat(budget.into()));
        drivers.years_ahead = years_ahead;
        (drivers.minimum_order, drivers.lot_size) = terms;
        drivers
    }
}

prop_compose! {
    fn stocked()(
        lots in proptest::collection::vec(
            (2021..2027_i32, 1..300_000_i64, proptest::option::of(2025..2033_i32)), 0..8),
        locked in proptest::option::of(2026..=2030_i32),
        retired in 0..200_000_i64,
        expected in (2023..=2025_i32, 0..100_000_i64),
    ) -> Known {
        let mut known = known();
        known.stock = lots.into_iter().map(|(vintage, units, reserved)| parcel(vintage, units, reserved)).collect();
        known.stock.sort_by_key(|parcel| (parcel.expires_on, parcel.vintage));
        for year in &mut known.years {
            year.is_locked = locked == Some(year.year);
        }
        known.years[0].retired = retired;
        let vintage = 2024;
        known.ordered = vec![Ordered { year: 2028, vintage, quantity: retired / 2, price: None }];
        known.expected = vec![Expected { vintage: expected.0, year: 2026, quantity: expected.1 }];
        known
    }
}

proptest! {
    #[test]
    fn what_comes_in_goes_out(known in stocked(), drivers in drivers()) {
        let plan = planned(&known, &drivers);
        let mut before: Option<&Vec<super::super::stock::Flow>> = None;
        for year in &plan.years {
            for flow in year.flows.iter().chain([&year.total]) {
                prop_assert_eq!(
                    flow.opening + flow.own + flow.delivered + flow.bought,
                    flow.used + flow.sold + flow.expired + flow.closing
                );
                prop_assert!([flow.opening, flow.own, flow.bought, flow.used, flow.sold, flow.expired, flow.closing]
                    .iter().all(|units| *units >= 0));
                // Nothing of a vintage is used after its last usable day.
                let is_past = last_usable_day(flow.vintage).is_some_and(|last| last < year.served_on);
                prop_assert!(!is_past || (flow.used == 0 && flow.closing == 0 && flow.bought == 0));
            }
            if let Some(before) = before {
                for flow in &year.flows {
                    let closing = before.iter().find(|one| one.vintage == flow.vintage).map_or(0, |one| one.closing);
                    prop_assert_eq!(flow.opening, closing);
                }
            }
            before = Some(&year.flows);
            let short = year.shortfall.map_or(0, |short| short.quantity);
            let is_locked = known.years.iter().any(|one| one.year == year.year && one.is_locked);
            let open = if is_locked { 0 } else { (year.needed.mid - year.retired).max(0) };
            prop_assert_eq!(year.total.used + short, open);
            prop_assert!(year.budget_left().is_none_or(|left| left >= Decimal::ZERO));
            for purchase in &year.purchases {
                prop_assert_eq!(purchase.quantity % drivers.lot_size, 0);
                prop_assert!(purchase.quantity >= drivers.minimum_order);
            }
        }
    }

    #[test]
    fn more_refurbished_never_raises_the_requirement(
        drivers in drivers(),
        known in stocked(),
        less in 0..=100_i64,
        more in 0..=100_i64,
    ) {
        let (less, more) = (less.min(more), less.max(more));
        let with = |share: i64| {
            let refurbished = Some(Path::flat(share.into()));
            planned(&known, &Drivers { refurbished, ..drivers.clone() })
        };
        for (less, more) in with(less).years.iter().zip(&with(more).years) {
            prop_assert!(more.gross <= less.gross && more.needed.mid <= less.needed.mid);
        }
    }
}

#[test]
fn a_reserved_unit_serves_its_year_alone() {
    let mut known = known();
    known.sent = Vec::new();
    known.base.groups = vec![bought(100, 0)];
    known.stock = vec![parcel(2024, 30, Some(2027)), parcel(2024, 50, None)];
    let plan = planned(&known, &board_drivers());
    let carried: Vec<_> = plan.years.iter().map(|year| (year.carried, year.to_buy)).collect();
    assert_eq!(carried, [(50, 50), (30, 70), (0, 100), (0, 100), (0, 100)]);
}

#[test]
fn a_lag_of_six_months_puts_half_into_the_next_year() {
    let mut known = known();
    known.sent[0].sent = kg(1_001);
    known.sent[0].eligible = kg(1_001);
    let drivers = Drivers { issue_lag_months: 6, target: path("0"), ..board_drivers() };
    let own: Vec<_> = planned(&known, &drivers).years.iter().map(|year| year.total.own).collect();
    assert_eq!(own, [500, 1_001, 1_001, 1_001, 1_001]);
    let drivers = Drivers { issue_lag_months: 14, ..drivers };
    let own: Vec<_> = planned(&known, &drivers).years.iter().map(|year| year.total.own).collect();
    assert_eq!(own, [0, 834, 1_001, 1_001, 1_001]);
}

#[test]
fn a_cycle_replaces_what_was_bought_so_long_ago() {
    let mut known = known();
    known.history = vec![BoughtYear { year: 2023, groups: vec![bought(500_000, 0)] }];
    let refresh = Some(Refresh { cycle: 3, fleet_growth: decimal("10") });
    let drivers = Drivers { refresh, budget: None, ..board_drivers() };
    let demand: Vec<_> =
        planned(&known, &drivers).years.iter().map(|year| year.new.mid.kilograms().to_string()).collect();
    // 2026 replaces 2023 × 1.1³; 2027 has no 2024 to replace and grows by 0 %; 2028 replaces 2025.
    assert_eq!(demand[..3], ["623875", "623875", "1663750"]);
}

#[test]
fn retired_mass_by_path_or_as_a_share_of_what_was_bought() {
    let own = |retired: Retired| {
        let drivers = Drivers { retired, ..board_drivers() };
        planned(&known(), &drivers).years.iter().map(|year| year.total.own).collect::<Vec<_>>()
    };
    assert_eq!(own(Retired::Kilograms(path("42 84"))), [30, 60, 60, 60, 60]);
    let share = Retired::ShareOfBought { percent: decimal("42"), cycle: 1 };
    assert_eq!(own(share)[..2], [400_020, 400_020]);
}

#[test]
fn what_is_bought_ahead_says_why() {
    let mut known = known();
    known.sent = Vec::new();
    known.base.groups = vec![bought(100, 0)];
    let reason = |drivers: &Drivers, year: usize| {
        let plan = planned(&known, drivers);
        plan.years[year]
            .purchases
            .iter()
            .map(|one| (one.vintage, one.quantity, one.because))
            .collect::<Vec<_>>()
    };
    let drivers = Drivers { years_ahead: 1, ..board_drivers() };
    let price = decimal("1.65");
    assert_eq!(reason(&drivers, 0), [(2026, 200, Because::EarlierIsCheaper { year: 2027, price })]);
    let aged = vec![path("2"), path("1")];
    let drivers = Drivers { years_ahead: 0, prices: aged, ..board_drivers() };
    let older = Because::OlderIsCheaper { vintage: 2026, price: decimal("2") };
    assert_eq!(reason(&drivers, 0), [(2025, 100, older)]);
    let drivers = Drivers { earliest_vintage: Some(2026), ..drivers };
    assert_eq!(reason(&drivers, 0), [(2026, 100, Because::AtNeed)]);
    let drivers = Drivers { earliest_vintage: Some(2099), ..drivers };
    let lack = planned(&known, &drivers).years[0].shortfall.map(|short| (short.quantity, short.lack));
    assert_eq!(lack, Some((100, Lack::NoVintage)));
}

#[test]
fn what_is_on_order_is_not_bought_again() {
    let mut known = known();
    known.sent = Vec::new();
    known.base.groups = vec![bought(100, 0)];
    let price = Some(decimal("1.5"));
    known.ordered = vec![
        Ordered { year: 2026, vintage: 2026, quantity: 130, price },
        Ordered { year: 2029, vintage: 2027, quantity: 100, price },
    ];
    let drivers = Drivers { budget: Some(path("300")), ..board_drivers() };
    let plan = planned(&known, &drivers);
    let cells: Vec<_> =
        plan.years.iter().map(|year| (year.ordered, year.to_buy, year.committed.to_string())).collect();
    let row = |ordered, to_buy, committed: &str| (ordered, to_buy, committed.to_owned());
    let expected =
        [row(100, 0, "195.0"), row(30, 70, "0"), row(0, 100, "0"), row(100, 0, "150.0"), row(0, 100, "0")];
    assert_eq!(cells, expected);
    assert_eq!(plan.years[0].budget_left(), Some(decimal("105")));
}

#[test]
fn own_units_already_in_the_ledger_are_not_issued_again() {
    let mut known = known();
    known.years[0].issued = 180_000;
    let drivers = Drivers { issue_lag_months: 6, ..board_drivers() };
    let own: Vec<_> = planned(&known, &drivers).years.iter().map(|year| year.total.own).collect();
    assert_eq!(own[..3], [0, 120_000 + 150_000, 300_000]);
}

#[test]
fn one_yield_for_all_is_rounded_once_and_each_own_yield_by_itself() {
    let mut known = known();
    let sent = |name: &str| Sent { provider: Some(name.into()), sent: kg(3), eligible: kg(2) };
    known.sent = vec![sent("A"), sent("B"), sent("C")];
    let own = |yields: Yields| {
        let drivers = Drivers { yields, ..board_drivers() };
        planned(&known, &drivers).years[0].total.own
    };
    assert_eq!(own(Yields { all: Some(path("50")), ..Yields::default() }), 4);
    let by_provider = [("A".to_owned(), path("50"))].into();
    assert_eq!(own(Yields { all: Some(path("50")), by_provider, ..Yields::default() }), 6);
    assert_eq!(own(Yields::default()), 6);
}
