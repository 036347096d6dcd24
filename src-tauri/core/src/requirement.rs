//! The requirement of a year, and what nets it off.

use crate::estimate::{Estimated, total};
use crate::integrity::Verdict;
use crate::ledger::Ledger;
use crate::ledger::holding::{Holding, Source, UnitState};
use crate::ledger::lot::Origin;
use crate::ledger::retirement::RetirementLine;
use crate::line::{Condition, Scope3Category};
use crate::mass::Mass;
use crate::weighing::Weighing;
use crate::weight::WeightSource;
use chrono::NaiveDate;
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

/// What one year needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearNeed {
    /// The reporting year.
    pub year: i32,
    /// Certificates needed.
    pub needed: i64,
}

/// Bought and own units apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByOrigin {
    /// Bought or transferred in.
    pub bought: i64,
    /// Self-generated.
    pub own: i64,
}

impl ByOrigin {
    /// Both together.
    pub fn total(self) -> i64 {
        self.bought + self.own
    }

    fn add(&mut self, origin: Origin, quantity: i64) {
        match origin {
            Origin::SelfGenerated => self.own += quantity,
            Origin::Purchased | Origin::TransferredIn => self.bought += quantity,
        }
    }
}

/// What nets off the need of one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Netting {
    /// Certificates needed.
    pub needed: i64,
    /// Validly retired for the year.
    pub retired: ByOrigin,
    /// Usable and reserved for the year.
    pub reserved: ByOrigin,
    /// Usable, neither reserved nor listed, and not used up by an earlier open year.
    pub held: ByOrigin,
}

impl Netting {
    /// needed − validly retired, never below 0.
    pub fn to_retire(self) -> i64 {
        (self.needed - self.retired.total()).max(0)
    }

    /// needed − retired − reserved − held, never below 0.
    pub fn remaining(self) -> i64 {
        (self.to_retire() - self.reserved.total() - self.held.total()).max(0)
    }

    /// Own units that net off: issued, owned, neither listed nor sold.
    pub fn self_generated(self) -> i64 {
        self.retired.own + self.reserved.own + self.held.own
    }

    /// The steps from need to remaining, each capped by what is left, so that they add up.
    pub fn steps(self) -> NettingSteps {
        let mut left = self.needed.max(0);
        let mut step = |quantity: i64| {
            let used = quantity.min(left);
            left -= used;
            used
        };
        let own_retired = step(self.retired.own);
        let bought_retired = step(self.retired.bought);
        let own_held = step(self.reserved.own + self.held.own);
        let bought_held = step(self.reserved.bought + self.held.bought);
        NettingSteps { own_retired, own_held, bought_retired, bought_held, remaining: left }
    }
}

/// Need = own retired + own held + bought retired + bought held + remaining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NettingSteps {
    /// Own units retired.
    pub own_retired: i64,
    /// Own units held or reserved.
    pub own_held: i64,
    /// Bought units retired.
    pub bought_retired: i64,
    /// Bought units held or reserved.
    pub bought_held: i64,
    /// Still to buy.
    pub remaining: i64,
}

/// Nets the needs of the open years, earliest first, so that no unit serves two years.
/// With an entity only its own lots and retirements count. Locked years use up nothing that is held.
pub fn net(
    ledger: &Ledger,
    needs: &[YearNeed],
    entity: Option<&str>,
    today: NaiveDate,
) -> BTreeMap<i32, Netting> {
    served_years(ledger, needs, entity, today)
        .into_iter()
        .map(|(year, (netting, _))| (year, netting))
        .collect()
}

/// Held units that a year needs, by lot in the order in which they are retired, once earlier open years have taken
/// theirs. A locked year needs none.
pub fn served<'a>(
    ledger: &'a Ledger,
    needs: &[YearNeed],
    year: i32,
    today: NaiveDate,
) -> Vec<(&'a Holding, i64)> {
    served_years(ledger, needs, None, today).remove(&year).map(|(_, taken)| taken).unwrap_or_default()
}

/// What nets off the need of a year, and the held units that it uses up, by lot.
type Served<'a> = (Netting, Vec<(&'a Holding, i64)>);

/// What nets off the need of each year, and the held units that it uses up.
fn served_years<'a>(
    ledger: &'a Ledger,
    needs: &[YearNeed],
    entity: Option<&str>,
    today: NaiveDate,
) -> BTreeMap<i32, Served<'a>> {
    let belongs = |owner: &Option<String>| entity.is_none_or(|entity| owner.as_deref() == Some(entity));
    let mut free: Vec<(&Holding, i64)> = Vec::new();
    for holding in
        ledger.covering_lots(today).into_iter().filter(|holding| belongs(&holding.lot.facts.entity))
    {
        let held = holding.take(i64::MAX, Source { states: &[UnitState::Held], by: None });
        free.push((holding, held.iter().map(|range| range.quantity()).sum()));
    }
    let mut sorted = needs.to_vec();
    sorted.sort_by_key(|need| need.year);
    let mut years = BTreeMap::new();
    for need in sorted {
        let mut netting = claimed(ledger, need, entity, today);
        for (holding, units) in &free {
            netting.held.add(holding.lot.origin, *units);
        }
        let open = netting.to_retire() - netting.reserved.total();
        let taken = if ledger.is_locked(need.year) { Vec::new() } else { use_up(&mut free, open) };
        years.insert(need.year, (netting, taken));
    }
    years
}

/// Units already retired or reserved for a year.
fn claimed(ledger: &Ledger, need: YearNeed, entity: Option<&str>, today: NaiveDate) -> Netting {
    let mut netting = Netting { needed: need.needed, ..Netting::default() };
    let belongs = |owner: &Option<String>| entity.is_none_or(|entity| owner.as_deref() == Some(entity));
    for (_, origin, units) in retired(ledger, need.year).filter(|(owner, ..)| belongs(owner)) {
        netting.retired.add(origin, units);
    }
    for holding in ledger.usable_lots(today).filter(|holding| belongs(&holding.lot.facts.entity)) {
        netting.reserved.add(holding.lot.origin, holding.reserved_for(need.year, today));
    }
    netting
}

/// Units retired for a year: the entity that each was retired for, where the unit came from, and how many.
pub fn retired(ledger: &Ledger, year: i32) -> impl Iterator<Item = (&Option<String>, Origin, i64)> {
    let of_year = ledger.retirements().filter(move |(_, retirement)| retirement.year == year);
    of_year.flat_map(|(_, retirement)| {
        let known = |line: &RetirementLine| Some((ledger.lot(&line.lot_id).ok()?, line.serials.quantity()));
        let lines = retirement.lines.iter().filter_map(known);
        lines.map(|(holding, units)| (&retirement.entity, holding.lot.origin, units))
    })
}

/// Takes units from the first lots on, and says how many of each.
fn use_up<'a>(free: &mut [(&'a Holding, i64)], mut quantity: i64) -> Vec<(&'a Holding, i64)> {
    let mut taken = Vec::new();
    for (holding, units) in free {
        let used = quantity.clamp(0, *units);
        *units -= used;
        quantity -= used;
        taken.push((*holding, used));
    }
    taken.retain(|(_, used)| *used > 0);
    taken
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
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::movement::Movement;
    use crate::ledger::retirement::Retirement;
    use crate::ledger::tests::{day, lot, range as serials};
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

    fn ledger(events: Vec<Event>) -> Ledger {
        let on = day(2026, 6, 16);
        Ledger::replay(events.into_iter().map(|event| DatedEvent::new(on, event))).expect("a valid history")
    }

    fn recorded(id: &str, origin: Origin, start: i64, end: i64) -> Event {
        Event::LotRecorded(Box::new(crate::ledger::lot::Lot { origin, ..lot(id, start, end, 2025) }))
    }

    fn retired(id: &str, lot_id: &str, year: i32, start: i64, end: i64) -> Event {
        Event::Retired(Retirement {
            id: id.into(),
            year,
            beneficiary: "Larkmoor".into(),
            beneficiary_country: None,
            beneficiary_identifier: None,
            entity: None,
            claim_level: "unassigned".into(),
            because: None,
            purpose: None,
            registry_reference: None,
            registry_link: None,
            lines: vec![RetirementLine { lot_id: lot_id.into(), serials: serials(start, end) }],
        })
    }

    /// The Guide's worked example: 1,250,000 kg new, 300,000 self-generated, 950,000 remaining, then covered.
    #[test]
    fn the_guides_worked_example() {
        let need = [YearNeed { year: 2025, needed: 1_250_000 }];
        let net = |events| net(&ledger(events), &need, None, day(2026, 6, 16))[&2025];
        let own = recorded("OWN", Origin::SelfGenerated, 1, 300_000);
        let bought = recorded("BUY", Origin::Purchased, 1_000_001, 1_950_000);
        let first = net(vec![own.clone()]);
        assert_eq!(
            (first.self_generated(), first.remaining(), first.to_retire()),
            (300_000, 950_000, 1_250_000)
        );
        let covered = net(vec![
            own,
            bought,
            retired("R-1", "BUY", 2025, 1_000_001, 1_950_000),
            retired("R-2", "OWN", 2025, 1, 300_000),
        ]);
        assert_eq!((covered.retired.total(), covered.remaining(), covered.to_retire()), (1_250_000, 0, 0));
        assert_eq!(covered.self_generated(), 300_000);
    }

    #[test]
    fn no_unit_serves_two_years_and_listed_units_serve_none() {
        let list =
            Event::Moved { lot_id: "OWN".into(), movement: Movement::List, serials: vec![serials(91, 100)] };
        let reserve = Event::Moved {
            lot_id: "BUY".into(),
            movement: Movement::Reserve(2026),
            serials: vec![serials(201, 210)],
        };
        let ledger = ledger(vec![
            recorded("OWN", Origin::SelfGenerated, 1, 100),
            recorded("BUY", Origin::Purchased, 201, 250),
            list,
            reserve,
        ]);
        let needs = [YearNeed { year: 2026, needed: 100 }, YearNeed { year: 2025, needed: 80 }];
        let nettings = net(&ledger, &needs, None, day(2026, 6, 16));
        let (first, second) = (nettings[&2025], nettings[&2026]);
        assert_eq!((first.held.total(), first.remaining()), (130, 0));
        assert_eq!((second.reserved.bought, second.held.own, second.held.bought), (10, 10, 40));
        assert_eq!(second.remaining(), 100 - 10 - 50);
    }

    #[test]
    fn the_steps_add_up_whatever_is_held() {
        for (needed, held) in [(100, 30), (100, 100), (100, 500), (0, 5)] {
            let netting = Netting {
                needed,
                retired: ByOrigin { bought: 10, own: 20 },
                reserved: ByOrigin { bought: 5, own: 0 },
                held: ByOrigin { bought: held, own: 7 },
            };
            let steps = netting.steps();
            let sum = steps.own_retired + steps.own_held + steps.bought_retired + steps.bought_held;
            assert_eq!(sum + steps.remaining, needed);
            assert_eq!(steps.remaining, netting.remaining());
        }
    }
}
