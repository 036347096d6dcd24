//! Every device of the shipped tables estimated by the others: a model is left out with all that carries its maker
//! and mass, and what is left has to weigh it.

use planner_core::device_table::{DeviceTables, TableDevice};
use planner_core::estimate::{Estimated, total};
use planner_core::recognise::{Kind, Recognised};
use planner_core::weighing::KnownWeight;
use planner_sheets::weights::shipped_devices;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};

struct LeftOut {
    device: TableDevice,
    kind: Kind,
    estimate: KnownWeight,
}

/// The estimate of each device from the others.
fn left_out() -> Vec<LeftOut> {
    let devices = shipped_devices().expect("the shipped tables");
    let tables = DeviceTables::new(&devices, HashMap::new());
    let estimate = |device: TableDevice| {
        let kind = device.kind?;
        let found = Recognised {
            maker: Some(device.maker.clone()),
            line: device.line.clone(),
            kind: Some(kind),
            size: device.size.clone(),
            ..Recognised::default()
        };
        let estimate = tables.alike_without(&found, &device.maker, device.kg)?;
        Some(LeftOut { kind, estimate, device })
    };
    devices.into_iter().filter_map(estimate).collect()
}

fn percent(part: Decimal, whole: Decimal) -> Decimal {
    (part * Decimal::ONE_HUNDRED / whole).round_dp(1)
}

fn median(mut values: Vec<Decimal>) -> Decimal {
    values.sort_unstable();
    values[values.len() / 2]
}

#[test]
fn each_kind_is_estimated_by_its_others() {
    let mut kinds: BTreeMap<&str, Vec<&LeftOut>> = BTreeMap::new();
    let all = left_out();
    for one in &all {
        kinds.entry(one.kind.word()).or_default().push(one);
    }
    println!("kind, n, bias of the sum in %, median error in %");
    for (kind, ones) in kinds {
        let (truth, guess): (Decimal, Decimal) =
            (ones.iter().map(|one| one.device.kg).sum(), ones.iter().map(|one| one.estimate.kg).sum());
        let errors = ones.iter().map(|one| percent((one.estimate.kg - one.device.kg).abs(), one.device.kg));
        let error = median(errors.collect());
        println!("{kind}, {}, {}, {error}", ones.len(), percent(guess - truth, truth));
    }
}

/// Numbers that look random and are the same each time (Lehmer).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).expect("a small number") % end
    }
}

/// What an office buys: baskets of 60 models, 1 to 200 units of each.
#[test]
fn baskets_hold_their_truth() {
    let office = [
        Kind::Laptop,
        Kind::MobileWorkstation,
        Kind::Desktop,
        Kind::Workstation,
        Kind::ThinClient,
        Kind::Monitor,
    ];
    let all: Vec<LeftOut> = left_out().into_iter().filter(|one| office.contains(&one.kind)).collect();
    let mut numbers = Numbers(20_250_616);
    let (mut inside, mut errors, mut widths) = (0, Vec::new(), Decimal::ZERO);
    let baskets = 1000;
    for _ in 0..baskets {
        let mut truth = Decimal::ZERO;
        let mut basket = Vec::new();
        for _ in 0..60 {
            let one = &all[numbers.below(all.len())];
            let units = i64::try_from(numbers.below(200) + 1).expect("a few units");
            truth += one.device.kg * Decimal::from(units);
            basket.push(Estimated {
                model: &one.device.model,
                class: &one.estimate.class,
                units,
                mean: one.estimate.kg,
                deviation: one.estimate.deviation,
                n: one.estimate.n,
            });
        }
        let range = total(Decimal::ZERO, &basket);
        inside += usize::from(range.low <= truth && truth <= range.high);
        errors.push(percent(range.mid - truth, truth));
        widths += percent(range.high - range.low, range.mid);
    }
    let bias = errors.iter().sum::<Decimal>() / Decimal::from(baskets);
    let error = median(errors.iter().map(Decimal::abs).collect());
    let width = widths / Decimal::from(baskets);
    println!(
        "{baskets} baskets: bias {bias:.2} %, median error {error} %, {inside} inside, width {width:.1} %"
    );
    assert!(bias.abs() <= Decimal::TWO, "bias {bias}");
    assert!(error <= Decimal::from(4), "median error {error}");
    assert!((850..=950).contains(&inside), "{inside} of {baskets} inside");
    assert!(width <= Decimal::from(20), "width {width}");
}
