//! Every device of the shipped tables estimated by the others: a model is left out with all that carries its maker
//! and mass, and what is left has to weigh it.

use planner_core::device_table::{DeviceTables, TableDevice};
use planner_core::estimate::{Estimated, total};
use planner_core::recognise::{Kind, Recognised};
use planner_core::weighing::KnownWeight;
use planner_sheets::weights::{Baskets, LeaveOneOut, LeftOutKind, leave_one_out, shipped_devices};
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
            model: Some(device.model.clone()),
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

/// What each kind's models come to when the others have to weigh them.
fn by_kind(all: &[LeftOut]) -> Vec<LeftOutKind> {
    let mut kinds: BTreeMap<&str, Vec<&LeftOut>> = BTreeMap::new();
    for one in all {
        kinds.entry(one.kind.word()).or_default().push(one);
    }
    let enough = kinds.into_values().filter(|ones| ones.len() >= FEWEST_TOLD);
    let figures = enough.map(|ones| {
        let (truth, guess): (Decimal, Decimal) =
            (ones.iter().map(|one| one.device.kg).sum(), ones.iter().map(|one| one.estimate.kg).sum());
        let errors = ones.iter().map(|one| percent((one.estimate.kg - one.device.kg).abs(), one.device.kg));
        LeftOutKind {
            kind: ones[0].kind,
            models: ones.len(),
            bias_percent: percent(guess - truth, truth),
            error_percent: median(errors.collect()),
        }
    });
    figures.collect()
}

/// Models below which a kind's figures say nothing.
const FEWEST_TOLD: usize = 5;

#[test]
fn each_kind_is_estimated_by_its_others() {
    println!("kind, models, bias of the sum in %, median error in %");
    for kind in by_kind(&left_out()) {
        let LeftOutKind { kind, models, bias_percent, error_percent } = kind;
        println!("{}, {models}, {bias_percent}, {error_percent}", kind.word());
    }
}

/// The figures that the Method sheet shows are those of the tables that ship.
#[test]
fn the_shipped_figures_are_those_of_the_shipped_tables() {
    let figures = LeaveOneOut { kinds: by_kind(&left_out()), baskets: baskets() };
    let path = crate::root().join("assets/weights/leave_one_out.csv");
    if std::env::var_os("ITEC_RECORD").is_some() {
        std::fs::write(&path, written(&figures)).expect("written");
        return;
    }
    let shipped = std::fs::read_to_string(&path).expect("assets/weights/leave_one_out.csv");
    assert_eq!(shipped, written(&figures), "make it anew with ITEC_RECORD=1");
    assert_eq!(leave_one_out().expect("figures that can be read"), figures);
}

fn written(figures: &LeaveOneOut) -> String {
    let mut out = String::from(
        "# Each model of the shipped tables estimated by the others, without all that carries its maker and mass; and a thousand\n\
         # baskets of 60 office models, 1 to 200 units of each. Made by ITEC_RECORD=1 and the tests of planner-sheets.\n\
         kind;models;bias_percent;median_error_percent\n",
    );
    for one in &figures.kinds {
        let line = format!("{};{};{};{}\n", one.kind.word(), one.models, one.bias_percent, one.error_percent);
        out.push_str(&line);
    }
    let Baskets { count, bias_percent, error_percent, inside, width_percent } = figures.baskets;
    out + &format!("baskets;{count};{bias_percent};{error_percent};{inside};{width_percent}\n")
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
fn baskets() -> Baskets {
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
    Baskets {
        count: baskets,
        bias_percent: (errors.iter().sum::<Decimal>() / Decimal::from(baskets)).round_dp(2),
        error_percent: median(errors.iter().map(Decimal::abs).collect()),
        inside,
        width_percent: (widths / Decimal::from(baskets)).round_dp(1),
    }
}

#[test]
fn baskets_hold_their_truth() {
    let Baskets { count, bias_percent, error_percent, inside, width_percent } = baskets();
    println!(
        "{count} baskets: bias {bias_percent} %, median error {error_percent} %, {inside} inside, width {width_percent} %"
    );
    assert!(bias_percent.abs() <= Decimal::TWO, "bias {bias_percent}");
    assert!(error_percent <= Decimal::from(4), "median error {error_percent}");
    assert!((850..=950).contains(&inside), "{inside} of {count} inside");
    assert!(width_percent <= Decimal::from(20), "width {width_percent}");
}
