//! Purchase plans as they are solved, against buying at need and against every way there is to buy.

use super::solve;
use chrono::NaiveDate;
use planner_core::plan::purchase::{Choice, Terms, Window};
use planner_core::plan::search::{at_need, best};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// What a choice lacks, and what it costs.
fn worth(choice: &Choice, windows: &[Window], uncovered: &[i64]) -> (i64, Decimal) {
    (choice.short(uncovered), choice.cost(windows))
}

prop_compose! {
    fn case(years: usize, most: i64, most_windows: usize)(
        uncovered in proptest::collection::vec(0..=most, years),
        budgets in proptest::collection::vec(proptest::option::of(0..=most * 300), years),
        windows in proptest::collection::vec(
            (0..years, 1..300_i64, 0..years, 0..years, 2020..2040_i32), 1..=most_windows),
        minimum in prop_oneof![Just(1), 1..=(most / 2).max(1)],
        lot_size in prop_oneof![Just(1), 1..=(most / 3).max(1)],
    ) -> (Terms, Vec<Window>, Vec<i64>) {
        let lots = (minimum + lot_size - 1) / lot_size;
        let terms = Terms {
            budgets: budgets.into_iter().map(|cents| cents.map(|cents| Decimal::new(cents, 2))).collect(),
            years: (2026..).take(years).collect(),
            minimum: lots * lot_size,
            lot_size,
        };
        let window = |(position, cents, ahead, longer, vintage): (usize, i64, usize, usize, i32)| {
            let last = (position + ahead).min(years - 1);
            Window {
                position,
                vintage,
                expires_on: NaiveDate::MAX,
                price: Decimal::new(cents, 2),
                last,
                last_usable: (last + longer).min(years - 1),
            }
        };
        (terms, windows.into_iter().map(window).collect(), uncovered)
    }
}

/// The best of every way to let windows serve years, each with the fewest units that its terms allow.
fn brute_force(terms: &Terms, windows: &[Window], uncovered: &[i64]) -> (i64, Decimal) {
    let mut found = worth(&Choice::none(windows.len(), uncovered.len()), windows, uncovered);
    let mut choice = Choice::none(windows.len(), uncovered.len());
    descend(terms, windows, uncovered, &mut choice, 0, &mut found);
    found
}

fn descend(
    terms: &Terms,
    windows: &[Window],
    uncovered: &[i64],
    choice: &mut Choice,
    pair: usize,
    found: &mut (i64, Decimal),
) {
    let years = uncovered.len();
    if pair == windows.len() * years {
        for (quantity, serves) in choice.quantities.iter_mut().zip(&choice.serves) {
            let used: i64 = serves.iter().sum();
            let lots = (used + terms.lot_size - 1) / terms.lot_size * terms.lot_size;
            *quantity = if used == 0 { 0 } else { lots.max(terms.minimum) };
        }
        if choice.is_sound(terms, windows, uncovered) {
            *found = (*found).min(worth(choice, windows, uncovered));
        }
        return;
    }
    let (one, year) = (pair / years, pair % years);
    let window = &windows[one];
    let most = if (window.position..=window.last_usable).contains(&year) {
        uncovered[year] - choice.covered(year)
    } else {
        0
    };
    for units in 0..=most {
        choice.serves[one][year] = units;
        descend(terms, windows, uncovered, choice, pair + 1, found);
    }
    choice.serves[one][year] = 0;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn never_dearer_than_buying_at_need(
        (terms, windows, uncovered) in prop_oneof![case(3, 40, 6), case(5, 900_000, 12), case(8, 2_000_000_000, 12)],
    ) {
        let found = best(&terms, &windows, &uncovered, &solve);
        prop_assert!(found.is_sound(&terms, &windows, &uncovered));
        let greedy = at_need(&terms, &windows, &uncovered);
        prop_assert!(greedy.is_sound(&terms, &windows, &uncovered));
        prop_assert!(worth(&found, &windows, &uncovered) <= worth(&greedy, &windows, &uncovered));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn as_good_as_every_way_there_is(
        (terms, windows, uncovered) in prop_oneof![case(2, 4, 4), case(3, 3, 3), case(3, 2, 4)],
    ) {
        let found = best(&terms, &windows, &uncovered, &solve);
        let expected = brute_force(&terms, &windows, &uncovered);
        prop_assert_eq!(worth(&found, &windows, &uncovered), expected, "{:?}", found);
    }
}

/// Two years need two certificates each, the second has nothing to spend, and no purchase is of fewer than two: what is
/// left over of the first year serves the second only if each of its purchases serves the first as little as it may.
#[test]
fn a_surplus_serves_a_later_year_that_has_nothing_to_spend() {
    let budgets = vec![None, Some(Decimal::ZERO)];
    let terms = Terms { budgets, years: vec![2026, 2027], minimum: 2, lot_size: 1 };
    for (cents, longer) in [([1, 3], [0, 1]), ([1, 3], [1, 0]), ([1, 3], [1, 1]), ([3, 3], [0, 1])] {
        let window = |(cents, last_usable): (i64, usize)| Window {
            position: 0,
            vintage: 2026,
            expires_on: NaiveDate::MAX,
            price: Decimal::new(cents, 2),
            last: 0,
            last_usable,
        };
        let windows: Vec<Window> = cents.into_iter().zip(longer).map(window).collect();
        let found = best(&terms, &windows, &[2, 2], &solve);
        assert_eq!(worth(&found, &windows, &[2, 2]), brute_force(&terms, &windows, &[2, 2]), "{windows:?}");
    }
}
