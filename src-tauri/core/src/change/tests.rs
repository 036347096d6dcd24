//! What explains a change, and that it always adds up.

use super::*;
use crate::line::{Condition, Scope3Category};
use proptest::prelude::*;

fn group(category: &str, source: WeightSource, quantity: i64, mass: Mass) -> LineGroup {
    LineGroup {
        entity: None,
        category: Some(category.to_owned()),
        condition: Condition::New,
        scope3: Scope3Category::PurchasedGoods,
        source,
        lines: 1,
        quantity,
        mid: mass,
        low: mass,
        high: mass,
        weighed: Vec::new(),
    }
}

fn kg(kilograms: i64) -> Mass {
    Mass::from_milligrams(kilograms * 1_000_000)
}

use WeightSource::{Default as Shipped, Row, Unresolved};

fn parts(before: &[LineGroup], after: &[LineGroup]) -> [i64; 4] {
    let change = explain(before, after).expect("explained");
    [change.volume, change.mix, change.weight, change.method].map(|mass| mass.milligrams() / 1_000_000)
}

#[test]
fn each_cause_alone_is_named_alone() {
    let before = [group("laptop", Row, 100, kg(200)), group("monitor", Row, 100, kg(600))];
    let twice = [group("laptop", Row, 200, kg(400)), group("monitor", Row, 200, kg(1_200))];
    assert_eq!(parts(&before, &twice), [800, 0, 0, 0]);
    let fewer_monitors = [group("laptop", Row, 150, kg(300)), group("monitor", Row, 50, kg(300))];
    assert_eq!(parts(&before, &fewer_monitors), [0, -200, 0, 0]);
    let lighter = [group("laptop", Row, 100, kg(150)), group("monitor", Row, 100, kg(600))];
    assert_eq!(parts(&before, &lighter), [0, 0, -50, 0]);
    let otherwise_known = [group("laptop", Shipped, 100, kg(250)), group("monitor", Row, 100, kg(600))];
    assert_eq!(parts(&before, &otherwise_known), [0, 0, 0, 50]);
}

#[test]
fn what_had_no_weight_before_is_method_and_what_was_not_bought_before_is_mix() {
    let before = [group("switch", Unresolved, 10, kg(0)), group("switch", Row, 90, kg(450))];
    let after = [group("switch", Row, 100, kg(500))];
    assert_eq!(parts(&before, &after), [0, 0, 0, 50]);
    let with_phones = [group("switch", Row, 100, kg(500)), group("phone", Row, 100, kg(20))];
    assert_eq!(parts(&after, &with_phones), [500, -480, 0, 0]);
    assert_eq!(parts(&[], &after), [500, 0, 0, 0]);
    assert_eq!(parts(&after, &[]), [-500, 0, 0, 0]);
    let second_hand = LineGroup { condition: Condition::Refurbished, ..after[0].clone() };
    assert_eq!(parts(&[], &[second_hand]), [0, 0, 0, 0]);
}

fn groups() -> impl Strategy<Value = Vec<LineGroup>> {
    let one = ("[abc]", 0..4_usize, -500..100_000_i64, 0..40_000_000_i64);
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        let made = |(category, source, quantity, unit): (String, usize, i64, i64)| {
            group(&category, WeightSource::ALL[source], quantity, Mass::from_milligrams(quantity * unit))
        };
        all.into_iter().map(made).collect()
    })
}

proptest! {
    #[test]
    fn the_four_add_up_to_the_change_exactly(before in groups(), after in groups()) {
        let change = explain(&before, &after).expect("explained");
        let new = |groups: &[LineGroup]| crate::requirement::new_mass(groups).mid;
        prop_assert_eq!((change.before, change.after), (new(&before), new(&after)));
        prop_assert_eq!(change.volume + change.mix + change.weight + change.method, change.total());
    }

    #[test]
    fn the_same_purchases_so_many_times_are_volume_alone(groups in groups(), times in 1..9_i64) {
        let units: i64 = groups.iter().map(|group| group.quantity).sum();
        prop_assume!(units > 0 && groups.iter().all(|group| group.quantity > 0));
        let more: Vec<_> = groups
            .iter()
            .map(|one| LineGroup {
                quantity: one.quantity * times,
                mid: Mass::from_milligrams(one.mid.milligrams() * times),
                ..one.clone()
            })
            .collect();
        let change = explain(&groups, &more).expect("explained");
        prop_assert_eq!([change.mix, change.weight, change.method], [Mass::ZERO; 3]);
    }
}
