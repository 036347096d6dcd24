//! The requirement of a year, and what nets it off.

mod netting;

use crate::estimate::{Estimated, total};
use crate::integrity::Verdict;
use crate::line::{Condition, Scope3Category};
use crate::mass::Mass;
use crate::weighing::Weighing;
use crate::weight::WeightSource;
pub use netting::{ByOrigin, Netting, NettingSteps, YearNeed, net, retired, served};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Hardware lines of one reporting year that are alike in everything a total asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineGroup {
    /// Entity, where one is named.
    pub entity: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Condition.
    pub condition: Condition,
    /// Scope 3 category.
    pub scope3: Scope3Category,
    /// Where the weights came from.
    pub source: WeightSource,
    /// How many lines.
    pub lines: i64,
    /// Their units.
    pub quantity: i64,
    /// Their mass; zero where unresolved.
    pub mid: Mass,
    /// Low end of what is exact, or was weighed by a default of an earlier version: its 25th percentile.
    pub low: Mass,
    /// High end of that; the 75th percentile.
    pub high: Mass,
    /// What is estimated, by the device.
    pub weighed: Vec<Weighed>,
}

impl LineGroup {
    /// Whether both hold lines that are alike.
    pub fn is_like(&self, other: &Self) -> bool {
        let key = |group: &Self| (group.condition, group.scope3, group.source);
        key(self) == key(other) && self.entity == other.entity && self.category == other.category
    }

    /// The part of its mass that was weighed by a table or by devices like it.
    pub fn weighed_mass(&self) -> Mass {
        self.weighed.iter().map(|one| one.mid).sum()
    }

    /// Adds lines that are alike.
    pub fn take_in(&mut self, other: Self) {
        self.lines += other.lines;
        self.quantity += other.quantity;
        (self.mid, self.low, self.high) =
            (self.mid + other.mid, self.low + other.low, self.high + other.high);
        self.weighed.extend(other.weighed);
    }
}

/// Units of one device that was weighed by a table or by devices like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// How.
    pub weighing: Arc<Weighing>,
    /// Units; below zero for returns.
    pub units: i64,
    /// Lines.
    pub lines: i64,
    /// Their mass.
    pub mid: Mass,
}

/// New mass with its range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewMass {
    /// The mass reported.
    pub mid: Mass,
    /// Low end of the 90 % range.
    pub low: Mass,
    /// High end.
    pub high: Mass,
}

/// The mass of all groups that count as new.
pub fn new_mass(groups: &[LineGroup]) -> NewMass {
    range(groups.iter().filter(|group| group.condition.counts_as_new()))
}

/// The mass of some groups, with the 90 % range of what is estimated among it: units of a model are off alike, models
/// independently, and an average is off for all that it stands in for. What a default of an earlier version weighed keeps
/// its quartiles, which are added to it.
pub fn range<'a>(groups: impl IntoIterator<Item = &'a LineGroup>) -> NewMass {
    let (mut sum, mut estimated, mut mass) = (NewMass::default(), Vec::new(), Mass::ZERO);
    for group in groups {
        sum = NewMass { mid: sum.mid + group.mid, low: sum.low + group.low, high: sum.high + group.high };
        for one in &group.weighed {
            mass = mass + one.mid;
            estimated.push(one.estimated());
        }
    }
    let range = total(Decimal::ZERO, &estimated);
    let held = |kg: Decimal| Mass::from_kilograms(kg).unwrap_or(Mass::ZERO);
    NewMass {
        mid: sum.mid,
        low: sum.low + mass - held(range.mid - range.low),
        high: sum.high + mass + held(range.high - range.mid),
    }
}

impl Weighed {
    fn estimated(&self) -> Estimated<'_> {
        let Weighing { model, weight, .. } = &*self.weighing;
        let (mean, deviation, n) = (weight.kg, weight.deviation, weight.n);
        Estimated { model, class: &weight.class, units: self.units, mean, deviation, n }
    }
}

/// The range of a whole laid out over its parts in proportion to their own, so that the parts add up to the whole.
pub fn shares(whole: NewMass, parts: &[NewMass]) -> Vec<NewMass> {
    let below: Vec<Mass> = parts.iter().map(|part| part.mid - part.low).collect();
    let above: Vec<Mass> = parts.iter().map(|part| part.high - part.mid).collect();
    let (below, above) = (laid_out(whole.mid - whole.low, &below), laid_out(whole.high - whole.mid, &above));
    let part = |(part, (below, above)): (&NewMass, (Mass, Mass))| NewMass {
        mid: part.mid,
        low: part.mid - below,
        high: part.mid + above,
    };
    parts.iter().zip(below.into_iter().zip(above)).map(part).collect()
}

/// A sum laid out by weights, whole milligrams; the heaviest takes what rounding leaves.
fn laid_out(sum: Mass, weights: &[Mass]) -> Vec<Mass> {
    let all: i128 = weights.iter().map(|weight| i128::from(weight.milligrams())).sum();
    let part = |weight: &Mass| {
        let product = i128::from(sum.milligrams()) * i128::from(weight.milligrams());
        Mass::from_milligrams(product.checked_div(all).and_then(|part| i64::try_from(part).ok()).unwrap_or(0))
    };
    let mut parts: Vec<Mass> = weights.iter().map(part).collect();
    let rest = sum - parts.iter().copied().sum();
    let heaviest = weights.iter().enumerate().max_by_key(|(_, weight)| **weight).map(|(place, _)| place);
    if let Some(heaviest) = heaviest.filter(|_| all != 0) {
        parts[heaviest] = parts[heaviest] + rest;
    }
    parts
}

/// Gross requirement: the new mass of each entity rounded **up** to whole certificates, once per entity and year (Guide).
pub fn gross(groups: &[LineGroup]) -> i64 {
    let mut by_entity: BTreeMap<&Option<String>, Mass> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.condition.counts_as_new()) {
        let mass = by_entity.entry(&group.entity).or_default();
        *mass = *mass + group.mid;
    }
    gross_of(by_entity.into_values())
}

/// The same of the masses that count as new, entity by entity.
pub fn gross_of(by_entity: impl IntoIterator<Item = Mass>) -> i64 {
    by_entity.into_iter().map(Mass::certificates_rounded_up).sum()
}

/// The committed share of a gross requirement in whole certificates, rounded up.
pub fn needed(gross: i64, target_percent: Decimal) -> i64 {
    let share = Decimal::from(gross).checked_mul(target_percent).map(|share| share / Decimal::ONE_HUNDRED);
    share
        .map(|share| share.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero))
        .and_then(|share| share.to_i64())
        .unwrap_or(gross)
        .max(0)
}

/// Whether the committed share of a year is retired. Lines without a weight are in no requirement, so that nobody knows
/// while there are some; and where nothing is needed there is nothing to retire.
pub fn covered(needed: i64, to_retire: i64, lines_unresolved: i64) -> Verdict {
    match (to_retire, lines_unresolved) {
        (1.., _) => Verdict::NotMet,
        (_, 1..) => Verdict::Unknown,
        _ => Verdict::Met.where_any(needed > 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weighing::{KnownWeight, Tier};

    fn group(entity: Option<&str>, condition: Condition, milligrams: i64) -> LineGroup {
        let mass = Mass::from_milligrams(milligrams);
        LineGroup {
            entity: entity.map(str::to_owned),
            category: None,
            condition,
            scope3: Scope3Category::PurchasedGoods,
            source: WeightSource::Row,
            lines: 1,
            quantity: 1,
            mid: mass,
            low: mass,
            high: mass,
            weighed: Vec::new(),
        }
    }

    #[test]
    fn nothing_needed_is_nothing_covered() {
        for (needed, to_retire, unresolved, expected) in [
            (10, 0, 0, Verdict::Met),
            (10, 1, 0, Verdict::NotMet),
            (10, 1, 4, Verdict::NotMet),
            (10, 0, 4, Verdict::Unknown),
            (0, 0, 4, Verdict::Unknown),
            (0, 0, 0, Verdict::NotApplicable),
        ] {
            assert_eq!(covered(needed, to_retire, unresolved), expected, "{needed} {to_retire} {unresolved}");
        }
    }

    #[test]
    fn rounded_up_once_per_entity() {
        use Condition::{New, Refurbished, Unknown, Used};
        for (groups, expected) in [
            (vec![group(None, New, 400_000), group(None, New, 400_000)], 1),
            (vec![group(None, New, 400_000), group(None, Unknown, 700_000)], 2),
            (vec![group(Some("DE"), New, 400_000), group(Some("US"), New, 400_000)], 2),
            (vec![group(None, New, 2_000_000), group(None, New, -500_000)], 2),
            (vec![group(None, New, -2_000_000)], 0),
            (vec![group(None, Refurbished, 9_000_000), group(None, Used, 9_000_000)], 0),
        ] {
            assert_eq!(gross(&groups), expected, "{groups:?}");
        }
    }

    fn weighed(model: &str, units: i64) -> LineGroup {
        let (kg, deviation) = (Decimal::from(2), Decimal::new(4, 1));
        let weight = KnownWeight {
            kg,
            low: Decimal::ONE,
            high: Decimal::from(3),
            tier: Tier::Class,
            source: String::new(),
            deviation,
            n: 100,
            class: "laptop".into(),
        };
        let weighing = Weighing { kind: None, model: model.into(), evidence: String::new(), weight };
        let mid = Mass::of_units(units, kg).expect("a mass");
        let one = Weighed { weighing: Arc::new(weighing), units, lines: 1, mid };
        LineGroup {
            mid,
            low: Mass::ZERO,
            high: Mass::ZERO,
            weighed: vec![one],
            ..group(None, Condition::New, 0)
        }
    }

    #[test]
    fn what_is_estimated_has_one_range_and_its_parts_add_up_to_it() {
        let groups = [group(None, Condition::New, 5_000_000), weighed("a", 100), weighed("b", 100)];
        let whole = new_mass(&groups);
        assert_eq!(whole.mid, Mass::from_milligrams(405_000_000));
        let parts: Vec<NewMass> = groups.iter().map(|group| range([group])).collect();
        assert_eq!(parts[0].low, parts[0].high);
        let alone: Mass = parts.iter().map(|part| part.high - part.low).sum();
        assert!(whole.high - whole.low < alone);
        let shares = shares(whole, &parts);
        assert_eq!(shares.iter().map(|part| part.low).sum::<Mass>(), whole.low);
        assert_eq!(shares.iter().map(|part| part.high).sum::<Mass>(), whole.high);
        assert_eq!(shares[0], parts[0]);
    }

    #[test]
    fn the_target_is_rounded_up() {
        for (gross, percent, expected) in [(1_250_000, 100, 1_250_000), (10, 33, 4), (0, 100, 0), (10, 0, 0)]
        {
            assert_eq!(needed(gross, Decimal::from(percent)), expected);
        }
    }
}
