//! New mass of each year, and how many certificates it needs.

use super::PlanError;
use super::driver::Drivers;
use super::known::{Bought, Known, KnownYear};
use crate::mass::Mass;
use crate::requirement::{self, NewMass};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// Certificates needed at the mid and at both ends of the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// At the low end.
    pub low: i64,
    /// At the mid: what is planned for.
    pub mid: i64,
    /// At the high end.
    pub high: i64,
}

/// Masses of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearMass {
    /// New mass with its band.
    pub new: NewMass,
    /// All hardware bought in it, new or not, by category, kg: what later years replace.
    pub demand: BTreeMap<Key, Decimal>,
    /// Certificates for all new mass, rounded up once per entity.
    pub gross: i64,
    /// Share of gross, percent.
    pub target: Decimal,
    /// The share in whole certificates.
    pub needed: Needs,
}

/// Entity and category.
pub type Key = (Option<String>, Option<String>);

/// Of the new mass of one entity and category in the base year.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    /// New and refurbished together, kg.
    demand: Decimal,
    /// New ÷ both.
    new: Decimal,
    /// Low ÷ mid.
    low: Decimal,
    /// High ÷ mid.
    high: Decimal,
}

/// 1 + percent ÷ 100.
pub(super) fn factor(percent: Decimal) -> Decimal {
    Decimal::ONE + percent / Decimal::ONE_HUNDRED
}

/// The masses of every year to plan.
pub fn years(known: &Known, drivers: &Drivers) -> Result<Vec<YearMass>, PlanError> {
    let shapes = shapes(&known.base.groups);
    let mut demands: BTreeMap<i32, BTreeMap<Key, Decimal>> = BTreeMap::new();
    for year in known.history.iter().chain([&known.base]) {
        demands.insert(year.year, demand_of(&year.groups));
    }
    let mut masses = Vec::with_capacity(known.years.len());
    for (position, year) in known.years.iter().enumerate() {
        let too_large = PlanError::TooLarge { year: year.year };
        let mass = if year.is_passed {
            passed(year)
        } else {
            let demand =
                demand(drivers, (year.year, known.base.year), &demands, &shapes).ok_or(too_large.clone())?;
            planned(year, drivers, position, demand, &shapes).ok_or(too_large)?
        };
        let entry = demands.entry(year.year).or_default();
        mass.demand.iter().for_each(|(key, kilograms)| {
            entry.insert(key.clone(), *kilograms);
        });
        masses.push(targeted(mass, drivers.target.at(position)));
    }
    Ok(masses)
}

fn demand_of(groups: &[Bought]) -> BTreeMap<Key, Decimal> {
    let mut demand: BTreeMap<Key, Decimal> = BTreeMap::new();
    for group in groups {
        let key = (group.entity.clone(), group.category.clone());
        *demand.entry(key).or_default() += (group.new + group.refurbished).kilograms();
    }
    demand
}

fn shapes(groups: &[Bought]) -> BTreeMap<Key, Shape> {
    let mut sums: BTreeMap<Key, [Mass; 4]> = BTreeMap::new();
    for group in groups {
        let sum = sums.entry((group.entity.clone(), group.category.clone())).or_default();
        for (sum, mass) in sum.iter_mut().zip([group.new, group.low, group.high, group.refurbished]) {
            *sum = *sum + mass;
        }
    }
    let shape = |[new, low, high, refurbished]: [Mass; 4]| {
        let share =
            |part: Mass, whole: Mass| part.kilograms().checked_div(whole.kilograms()).unwrap_or(Decimal::ONE);
        let demand = new + refurbished;
        Shape {
            demand: demand.kilograms(),
            new: share(new, demand),
            low: share(low, new),
            high: share(high, new),
        }
    };
    sums.into_iter().map(|(key, masses)| (key, shape(masses))).collect()
}

/// All hardware bought in a year by entity and category: what was bought a cycle before, or the year before grown.
fn demand(
    drivers: &Drivers,
    (year, base): (i32, i32),
    before: &BTreeMap<i32, BTreeMap<Key, Decimal>>,
    shapes: &BTreeMap<Key, Shape>,
) -> Option<BTreeMap<Key, Decimal>> {
    let of = |year: i32, key: &Key| before.get(&year).and_then(|groups| groups.get(key)).copied();
    let mut demand = BTreeMap::new();
    for (key, shape) in shapes {
        if year <= base {
            // The base year is still running: it is what it was so far.
            demand.insert(key.clone(), shape.demand.max(Decimal::ZERO));
            continue;
        }
        let lighter = factor(drivers.weight.of(key.0.as_deref(), key.1.as_deref()));
        let cycle = drivers.refresh.as_ref().and_then(|refresh| {
            Some((of(year - refresh.cycle, key)?, factor(refresh.fleet_growth), refresh.cycle))
        });
        let last = || of(year - 1, key).unwrap_or(shape.demand);
        let (mass, growth, years) = cycle
            .unwrap_or_else(|| (last(), factor(drivers.growth.of(key.0.as_deref(), key.1.as_deref())), 1));
        let yearly = growth.checked_mul(lighter)?;
        let grown = (0..years).try_fold(mass, |mass, _| mass.checked_mul(yearly))?;
        demand.insert(key.clone(), grown.max(Decimal::ZERO));
    }
    Some(demand)
}

/// A year that has passed needs what was bought in it.
fn passed(year: &KnownYear) -> YearMass {
    let new = NewMass {
        mid: year.bought.iter().map(|group| group.new).sum(),
        low: year.bought.iter().map(|group| group.low).sum(),
        high: year.bought.iter().map(|group| group.high).sum(),
    };
    let [low, mid, high] =
        [|group: &Bought| group.low, |group: &Bought| group.new, |group: &Bought| group.high]
            .map(|mass| certificates(by_entity(&year.bought, mass)));
    YearMass {
        new,
        demand: demand_of(&year.bought),
        gross: mid,
        target: Decimal::ZERO,
        needed: Needs { low, mid, high },
    }
}

fn by_entity(groups: &[Bought], mass: fn(&Bought) -> Mass) -> BTreeMap<Option<String>, Mass> {
    let mut entities: BTreeMap<Option<String>, Mass> = BTreeMap::new();
    for group in groups {
        let sum = entities.entry(group.entity.clone()).or_default();
        *sum = *sum + mass(group);
    }
    entities
}

fn certificates(entities: BTreeMap<Option<String>, Mass>) -> i64 {
    entities.into_values().map(Mass::certificates_rounded_up).sum()
}

/// A year to come, and never less than what was already bought in it. The planned mass of an entity is rounded to
/// whole kilograms, half to even, once.
fn planned(
    year: &KnownYear,
    drivers: &Drivers,
    position: usize,
    demand: BTreeMap<Key, Decimal>,
    shapes: &BTreeMap<Key, Shape>,
) -> Option<YearMass> {
    let mut entities: BTreeMap<Option<String>, [Decimal; 3]> = BTreeMap::new();
    for (key, kilograms) in &demand {
        let shape = shapes.get(key).copied().unwrap_or_default();
        let own = (Decimal::ONE - shape.new) * Decimal::ONE_HUNDRED;
        let refurbished = drivers.refurbished_of(key.0.as_deref(), position).unwrap_or(own);
        let refurbished =
            (refurbished + drivers.refurbished_points).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
        let new = kilograms.checked_mul(factor(-refurbished))?;
        let sums = entities.entry(key.0.clone()).or_default();
        for (sum, part) in sums.iter_mut().zip([Decimal::ONE, shape.low, shape.high]) {
            *sum = sum.checked_add(new.checked_mul(part)?)?;
        }
    }
    let floors = [|one: &Bought| one.new, |one: &Bought| one.low, |one: &Bought| one.high];
    let floors = floors.map(|mass| by_entity(&year.bought, mass));
    let mut masses = [(); 3].map(|()| BTreeMap::new());
    for entity in entities.keys().chain(floors[0].keys()) {
        let sums = entities.get(entity).copied().unwrap_or_default();
        for ((masses, sum), floor) in masses.iter_mut().zip(sums).zip(&floors) {
            let whole = sum.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven);
            let mass = Mass::from_kilograms(whole).ok()?.max(floor.get(entity).copied().unwrap_or_default());
            masses.insert(entity.clone(), mass);
        }
    }
    let [mid, low, high] = masses;
    let sum = |masses: &BTreeMap<Option<String>, Mass>| masses.values().copied().sum();
    Some(YearMass {
        new: NewMass { mid: sum(&mid), low: sum(&low), high: sum(&high) },
        demand,
        gross: certificates(mid.clone()),
        target: Decimal::ZERO,
        needed: Needs { low: certificates(low), mid: certificates(mid), high: certificates(high) },
    })
}

fn targeted(mass: YearMass, target: Decimal) -> YearMass {
    let share = |gross: i64| requirement::needed(gross, target);
    let Needs { low, mid, high } = mass.needed;
    YearMass { target, needed: Needs { low: share(low), mid: share(mid), high: share(high) }, ..mass }
}
