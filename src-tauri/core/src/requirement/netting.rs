//! What nets off the needs of the open years, earliest first.

use crate::ledger::Ledger;
use crate::ledger::holding::{Holding, Source, UnitState};
use crate::ledger::lot::Origin;
use crate::ledger::retirement::RetirementLine;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::movement::Movement;
    use crate::ledger::retirement::Retirement;
    use crate::ledger::tests::{day, lot, range as serials};

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
