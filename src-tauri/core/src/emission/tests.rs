//! Published factors and the Standard's equations, by hand.

use super::*;
use crate::requirement::NewMass;
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn factor(kgco2e: &str) -> Factor {
    Factor {
        sheet: "Material use".into(),
        row: 55,
        column: "D".into(),
        name: "Electrical items - IT".into(),
        variant: "Primary material production".into(),
        unit: "tonnes".into(),
        kgco2e: decimal(kgco2e),
    }
}

fn kg(kilograms: &str) -> Mass {
    Mass::from_kilograms(decimal(kilograms)).expect("a mass")
}

fn flat(kilograms: &str) -> NewMass {
    let mass = kg(kilograms);
    NewMass { mid: mass, low: mass, high: mass }
}

fn priced(quantity: i64, mass: Option<&str>, price: Option<(&str, &str)>) -> Priced {
    Priced {
        category: Some("laptop".into()),
        lines: 1,
        quantity,
        mass: mass.map(kg),
        price: price.map(|(amount, currency)| (decimal(amount), currency.to_owned())),
    }
}

#[test]
fn a_tonne_of_it_is_the_published_figure() {
    assert_eq!(of_mass(kg("1000"), &factor("24865.47556")), Some(decimal("24865.47556")));
    assert_eq!(written(of_mass(kg("1.4"), &factor("24865.47556")).expect("held")), decimal("34.812"));
    // Half to even, in grams.
    assert_eq!(written(decimal("0.0005")), decimal("0"));
    assert_eq!(written(decimal("0.0015")), decimal("0.002"));
}

#[test]
fn spend_stands_beside_mass_for_the_same_lines_alone() {
    let lines = [
        priced(10, Some("20"), Some(("1000", "USD"))),
        priced(5, Some("10"), None),
        priced(2, None, Some(("500", "USD"))),
        priced(1, Some("3"), Some(("900", "CHF"))),
    ];
    let (activity, spend) = (factor("24865.47556"), factor("0.058"));
    let dollar = |currency: &str| (currency == "USD").then_some(Decimal::ONE);
    let found = estimate(Some("laptop"), flat("33"), &lines, (Some(&activity), Some(&spend)), &dollar);
    let found = found.expect("figures that can be held");
    assert_eq!((found.lines, found.quantity), (4, 18));
    assert_eq!(found.activity.expect("by mass").mid, decimal("820.56069348"));
    assert_eq!((found.lines_without_activity, found.lines_without_spend), (1, 2));
    assert_eq!((found.dollars, found.spend), (decimal("11000"), Some(decimal("638"))));
    let same = SameLines { lines: 1, activity: decimal("497.3095112"), spend: decimal("580") };
    assert_eq!(found.same, same);
    assert_eq!(same_lines(&[found.clone(), found]).lines, 2);
    let unweighed = &lines[2..3];
    let unknown = estimate(Some("laptop"), flat("0"), unweighed, (Some(&activity), None), &dollar);
    assert_eq!(unknown.expect("held").activity, None);
    let without = estimate(Some("rack"), flat("33"), &lines, (None, None), &dollar).expect("held");
    assert_eq!((without.activity, without.spend, without.same.lines), (None, None, 0));
    assert_eq!((without.lines_without_activity, without.lines_without_spend), (4, 4));
}

#[test]
fn the_standards_equations() {
    let shipments = [
        ReusedShipment { shipment: "S-1".into(), restored: vec![(Some("laptop".into()), kg("600"))] },
        ReusedShipment {
            shipment: "S-2".into(),
            restored: vec![(None, kg("150")), (Some("rack".into()), kg("250"))],
        },
    ];
    let it = factor("24865.47556");
    let of = |category: Option<&str>| (category != Some("rack")).then_some(&it);
    let energy = [Energy {
        name: "Electricity".into(),
        amount: decimal("12000"),
        unit: "kWh".into(),
        kgco2e: decimal("0.20705"),
        source: "F-1".into(),
    }];
    let (each, all) = reuse(&shipments, &of, &energy).expect("held");
    // BE = 0.75 t × 24,865.47556; PE = 12,000 kWh × 0.20705; I = PE ÷ 1,000 kg.
    assert_eq!(all.baseline, Some(decimal("18649.10667")));
    assert_eq!(all.project, Some(decimal("2484.6")));
    assert_eq!(all.reductions(), Some(decimal("16164.50667")));
    assert_eq!(all.intensity(), Some(decimal("2.4846")));
    assert_eq!((all.output, all.without_factor, all.leakage), (kg("1000"), kg("250"), Decimal::ZERO));
    assert_eq!(each[0].project, Some(decimal("1490.76")));
    let unknown = reuse(&shipments, &of, &[]).expect("held").1;
    assert_eq!((unknown.project, unknown.reductions(), unknown.intensity()), (None, None, None));
    assert_eq!(reuse(&[], &of, &energy).expect("held").1.intensity(), None);
}

#[test]
fn what_no_factor_stands_for_has_none() {
    let assignments = Assignments {
        default: Some("Electrical items - IT".into()),
        by_category: [("ups".to_owned(), "Electrical items - large".to_owned())].into(),
        without: ["rack".to_owned()].into(),
    };
    for (category, expected) in [
        (None, Some("Electrical items - IT")),
        (Some("laptop"), Some("Electrical items - IT")),
        (Some("ups"), Some("Electrical items - large")),
        (Some("rack"), None),
    ] {
        assert_eq!(assignments.of(category), expected, "{category:?}");
    }
}

proptest! {
    #[test]
    fn reductions_are_what_is_left_of_the_baseline(
        masses in proptest::collection::vec(0..10_000_000_i64, 0..6),
        amounts in proptest::collection::vec(0..1_000_000_i64, 1..4),
    ) {
        let it = factor("24865.47556");
        let shipment = |grams: &i64| ReusedShipment {
            shipment: String::new(),
            restored: vec![(None, Mass::from_milligrams(grams * 1_000))],
        };
        let shipments: Vec<_> = masses.iter().map(shipment).collect();
        let energy: Vec<_> = amounts
            .iter()
            .map(|amount| Energy {
                name: String::new(),
                amount: (*amount).into(),
                unit: "kWh".into(),
                kgco2e: decimal("0.20705"),
                source: String::new(),
            })
            .collect();
        let (each, all) = reuse(&shipments, &|_| Some(&it), &energy).expect("held");
        let project = all.project.expect("energy was said");
        prop_assert_eq!(all.reductions(), all.baseline.map(|baseline| baseline - project));
        let baselines: Decimal = each.iter().filter_map(|one| one.baseline).sum();
        prop_assert_eq!(all.baseline.unwrap_or_default(), baselines);
        // The shares of the process add up to it, but for the digits a division cannot hold.
        let shares: Decimal = each.iter().filter_map(|one| one.project).sum();
        prop_assert!(all.output == Mass::ZERO || (shares - project).abs() < decimal("0.001"));
    }
}
