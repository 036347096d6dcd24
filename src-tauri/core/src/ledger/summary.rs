//! What lots add up to: units by state, by vintage and by last usable day.

use super::Ledger;
use super::holding::{UnitState, Units};
use super::lot::Lot;
use crate::class::COVERING_CLASS;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Lots that are alike in everything a sum asks for, and their units in one state.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LotGroup {
    /// Certificate class.
    pub class: String,
    /// Whether they were bought with the devices they describe.
    pub is_bundled: bool,
    /// Calendar year of the activity.
    pub vintage: i32,
    /// Last usable day.
    pub expires_on: NaiveDate,
    /// Where the units are, as it is written.
    pub state: UnitState,
    /// The units.
    pub quantity: i64,
}

impl LotGroup {
    /// Whether its units can no longer be used on a day.
    pub fn is_expired(&self, today: NaiveDate) -> bool {
        today > self.expires_on
    }

    /// Units that could still cover a requirement on a day; listed ones are on their way to somebody else.
    pub fn idle(&self, today: NaiveDate) -> i64 {
        let can_cover = self.class == COVERING_CLASS && !self.is_bundled && !self.is_expired(today);
        let is_idle = matches!(self.state, UnitState::Held | UnitState::Reserved(_));
        if can_cover && is_idle { self.quantity } else { 0 }
    }

    /// Where the units are on a day: live ones past their last usable day are expired.
    fn state_on(&self, today: NaiveDate) -> UnitState {
        if self.is_expired(today) && self.state.is_live() { UnitState::Expired } else { self.state }
    }
}

/// Units of one vintage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VintageUnits {
    /// The vintage.
    pub vintage: i32,
    /// The first of its last usable days.
    pub expires_on: NaiveDate,
    /// Its units.
    pub units: Units,
}

/// Units of all lots of the class that covers a requirement, on a day.
pub fn total(groups: &[LotGroup], today: NaiveDate) -> Units {
    let mut units = Units::default();
    covering(groups).for_each(|group| units.add(group.state_on(today), group.quantity));
    units
}

/// The same by vintage, the oldest first.
pub fn by_vintage(groups: &[LotGroup], today: NaiveDate) -> Vec<VintageUnits> {
    let mut vintages: BTreeMap<i32, VintageUnits> = BTreeMap::new();
    for group in covering(groups) {
        let (vintage, expires_on) = (group.vintage, group.expires_on);
        let new = || VintageUnits { vintage, expires_on, units: Units::default() };
        let sum = vintages.entry(vintage).or_insert_with(new);
        sum.expires_on = sum.expires_on.min(expires_on);
        sum.units.add(group.state_on(today), group.quantity);
    }
    vintages.into_values().collect()
}

fn covering(groups: &[LotGroup]) -> impl Iterator<Item = &LotGroup> {
    groups.iter().filter(|group| group.class == COVERING_CLASS)
}

impl Ledger {
    /// Its lots in groups.
    pub fn groups(&self) -> Vec<LotGroup> {
        self.groups_of(None)
    }

    /// The lots of one entity in groups; of nothing, all lots.
    pub fn groups_of(&self, entity: Option<&str>) -> Vec<LotGroup> {
        let belongs = |lot: &Lot| entity.is_none_or(|entity| lot.facts.entity.as_deref() == Some(entity));
        let mut groups: BTreeMap<(&str, bool, i32, NaiveDate, UnitState), i64> = BTreeMap::new();
        for holding in self.holdings().filter(|holding| belongs(&holding.lot)) {
            let lot = &holding.lot;
            for range in holding.ranges() {
                let key = (lot.class.as_str(), lot.is_bundled, lot.vintage, lot.expires_on, range.state);
                *groups.entry(key).or_default() += range.serials.quantity();
            }
        }
        let group = |((class, is_bundled, vintage, expires_on, state), quantity)| LotGroup {
            class: String::from(class),
            is_bundled,
            vintage,
            expires_on,
            state,
            quantity,
        };
        groups.into_iter().map(group).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, lot, range};
    use super::*;
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::movement::Movement;

    #[test]
    fn groups_add_up_to_what_the_lots_do() {
        let mut ledger = Ledger::default();
        let other = |lot: Lot, class: &str| Lot { class: class.into(), prefix: "X".into(), ..lot };
        let lots = [
            lot("A", 1, 100, 2022),
            lot("B", 101, 150, 2024),
            Lot { expires_on: day(2026, 12, 31), ..lot("C", 151, 160, 2024) },
            Lot { is_bundled: true, ..lot("D", 161, 170, 2024) },
            other(lot("E", 1, 100, 2024), "I-MAT"),
        ];
        for lot in lots {
            let event = Event::LotRecorded(Box::new(lot));
            ledger.apply(&DatedEvent::new(day(2024, 1, 1), event)).expect("recorded");
        }
        for (movement, start, end) in [(Movement::List, 101, 110), (Movement::Reserve(2026), 111, 130)] {
            let event = Event::Moved { lot_id: "B".into(), movement, serials: vec![range(start, end)] };
            ledger.apply(&DatedEvent::new(day(2024, 1, 1), event)).expect("moved");
        }
        let groups = ledger.groups();
        for (today, held, expired) in [(day(2025, 6, 1), 140, 0), (day(2026, 6, 1), 40, 100)] {
            let units = total(&groups, today);
            assert_eq!((units.quantity(), units.held, units.expired), (170, held, expired));
            assert_eq!((units.listed, units.reserved), (10, 20));
        }
        let vintages: Vec<_> = by_vintage(&groups, day(2026, 6, 1))
            .into_iter()
            .map(|one| (one.vintage, one.expires_on, one.units.quantity()))
            .collect();
        assert_eq!(vintages, [(2022, day(2025, 12, 31), 100), (2024, day(2026, 12, 31), 70)]);
    }
}
