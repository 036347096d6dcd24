//! The certificate ledger: events in, balances out. One function applies an event,
//! whether it is new or replayed, and refuses whatever breaks an invariant of domain §3.

mod error;
pub mod event;
pub mod expiry;
pub mod holding;
mod index;
pub mod lot;
pub mod retire;
mod text;

pub use error::LedgerError;

use chrono::NaiveDate;
use event::{DatedEvent, Event, Movement, Retirement};
use holding::{Holding, UnitState};
use index::Index;
use lot::{Lot, SerialRange};
use std::collections::{BTreeMap, BTreeSet};

/// All lots, where their units are, and which years are locked. Everything in it follows from the events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    holdings: BTreeMap<String, Holding>,
    index: Index,
    retirements: BTreeMap<String, (NaiveDate, Retirement)>,
    reversed: BTreeSet<String>,
    locked_years: BTreeSet<i32>,
}

impl Ledger {
    /// The ledger after these events; the first that breaks a rule is named by its position.
    pub fn replay(events: impl IntoIterator<Item = DatedEvent>) -> Result<Self, (usize, LedgerError)> {
        let mut ledger = Self::default();
        for (position, event) in events.into_iter().enumerate() {
            ledger.apply(&event).map_err(|error| (position, error))?;
        }
        Ok(ledger)
    }

    /// The ledger whose balances these are; whether they follow from the events is for a replay to say.
    pub fn from_balances(
        holdings: Vec<Holding>,
        retirements: Vec<(NaiveDate, Retirement)>,
        reversed: Vec<String>,
        locked_years: Vec<i32>,
    ) -> Self {
        let mut index = Index::default();
        holdings.iter().for_each(|holding| index.insert(&holding.lot));
        Self {
            index,
            holdings: holdings.into_iter().map(|holding| (holding.lot.id.clone(), holding)).collect(),
            retirements: retirements.into_iter().map(|(on, one)| (one.id.clone(), (on, one))).collect(),
            reversed: reversed.into_iter().collect(),
            locked_years: locked_years.into_iter().collect(),
        }
    }

    /// All lots, by id.
    pub fn holdings(&self) -> impl Iterator<Item = &Holding> {
        self.holdings.values()
    }

    /// One lot.
    pub fn lot(&self, id: &str) -> Result<&Holding, LedgerError> {
        self.holdings.get(id).ok_or_else(|| LedgerError::UnknownLot { lot: id.to_owned() })
    }

    /// All retirements that stand with their days, by statement number.
    pub fn retirements(&self) -> impl Iterator<Item = (NaiveDate, &Retirement)> {
        self.retirements.values().map(|(on, retirement)| (*on, retirement))
    }

    /// One retirement that stands.
    pub fn retirement(&self, id: &str) -> Result<&Retirement, LedgerError> {
        match self.retirements.get(id) {
            Some((_, retirement)) => Ok(retirement),
            None if self.reversed.contains(id) => Err(LedgerError::AlreadyReversed { id: id.to_owned() }),
            None => Err(LedgerError::UnknownRetirement { id: id.to_owned() }),
        }
    }

    /// Every statement number ever used, of reversed retirements too.
    pub fn retirement_ids(&self) -> impl Iterator<Item = &str> {
        self.retirements.keys().chain(&self.reversed).map(String::as_str)
    }

    /// Whether a year takes no change.
    pub fn is_locked(&self, year: i32) -> bool {
        self.locked_years.contains(&year)
    }

    /// Years that take no change.
    pub fn locked_years(&self) -> impl Iterator<Item = i32> + '_ {
        self.locked_years.iter().copied()
    }

    /// Applies one event, or refuses it and stays as it was.
    pub fn apply(&mut self, dated: &DatedEvent) -> Result<(), LedgerError> {
        match &dated.event {
            Event::LotRecorded(lot) => self.record(lot),
            Event::LotRemoved { lot_id, .. } => self.remove(lot_id),
            Event::Moved { lot_id, movement, serials } => {
                self.move_units(lot_id, movement, serials, dated.on)
            }
            Event::Retired(retirement) => self.retire(retirement, dated.on),
            Event::Reversed { retirement, evidence } => self.reverse(retirement, evidence),
            Event::YearLocked(year) => self.lock(*year),
            Event::YearUnlocked { year, .. } => self.unlock(*year),
        }
    }

    fn record(&mut self, lot: &Lot) -> Result<(), LedgerError> {
        if self.holdings.contains_key(&lot.id) {
            return Err(LedgerError::LotExists { lot: lot.id.clone() });
        }
        let lot_of = |id| self.holdings.get(id).map(|holding| &holding.lot);
        if let Some(other) = self.index.neighbour(lot).and_then(lot_of) {
            refuse_overlap(lot, other)?;
        }
        if let Some(other) = self.index.of_batch(lot).and_then(lot_of) {
            refuse_second_class(lot, other)?;
        }
        self.index.insert(lot);
        self.holdings.insert(lot.id.clone(), Holding::new(lot.clone()));
        Ok(())
    }

    fn remove(&mut self, lot_id: &str) -> Result<(), LedgerError> {
        let holding = self.lot(lot_id)?;
        if holding.ranges().iter().any(|range| range.state != UnitState::Held) {
            return Err(LedgerError::LotHasMoved { lot: lot_id.to_owned() });
        }
        if let Some(holding) = self.holdings.remove(lot_id) {
            self.index.remove(&holding.lot);
        }
        Ok(())
    }

    fn move_units(
        &mut self,
        lot_id: &str,
        movement: &Movement,
        serials: &[SerialRange],
        on: NaiveDate,
    ) -> Result<(), LedgerError> {
        let mut holding = self.lot(lot_id)?.clone();
        self.refuse_movement(&holding, movement, on)?;
        if serials.is_empty() {
            return Err(LedgerError::NothingToMove);
        }
        let (from, to) = ends(movement, &holding);
        for range in serials {
            if !holding.move_units(*range, &from, to) {
                return Err(elsewhere(lot_id, *range, &from));
            }
        }
        self.holdings.insert(lot_id.to_owned(), holding);
        Ok(())
    }

    fn refuse_movement(
        &self,
        holding: &Holding,
        movement: &Movement,
        on: NaiveDate,
    ) -> Result<(), LedgerError> {
        let lot = &holding.lot;
        let expired = lot.is_expired(on);
        match movement {
            Movement::Expire if !expired => {
                Err(LedgerError::NotExpired { lot: lot.id.clone(), expires_on: lot.expires_on })
            }
            Movement::Reserve(year) if self.is_locked(*year) => Err(LedgerError::YearLocked { year: *year }),
            Movement::Reserve(_) => self.refuse_unusable(holding, on),
            Movement::List | Movement::Transfer { .. } if expired => {
                Err(LedgerError::LotExpired { lot: lot.id.clone(), expired_on: lot.expires_on })
            }
            _ => Ok(()),
        }
    }

    fn retire(&mut self, retirement: &Retirement, on: NaiveDate) -> Result<(), LedgerError> {
        if self.is_locked(retirement.year) {
            return Err(LedgerError::YearLocked { year: retirement.year });
        }
        if self.retirements.contains_key(&retirement.id) || self.reversed.contains(&retirement.id) {
            return Err(LedgerError::RetirementExists { id: retirement.id.clone() });
        }
        for line in &retirement.lines {
            self.refuse_unusable(self.lot(&line.lot_id)?, on)?;
        }
        let from = retire::usable_states(retirement.year);
        self.move_lines(retirement, &from, UnitState::Retired(retirement.year))?;
        self.retirements.insert(retirement.id.clone(), (on, retirement.clone()));
        Ok(())
    }

    /// Units go back to held; whether they can still be used is for their last usable day to say.
    fn reverse(&mut self, retirement: &Retirement, evidence: &str) -> Result<(), LedgerError> {
        let id = || retirement.id.clone();
        if self.is_locked(retirement.year) {
            return Err(LedgerError::YearLocked { year: retirement.year });
        }
        if self.retirement(&retirement.id)? != retirement {
            return Err(LedgerError::RetirementDiffers { id: id() });
        }
        if evidence.trim().is_empty() {
            return Err(LedgerError::NoEvidence { id: id() });
        }
        self.move_lines(retirement, &[UnitState::Retired(retirement.year)], UnitState::Held)?;
        self.retirements.remove(&retirement.id);
        self.reversed.insert(id());
        Ok(())
    }

    /// Moves every unit that a retirement names, or none.
    fn move_lines(
        &mut self,
        retirement: &Retirement,
        from: &[UnitState],
        to: UnitState,
    ) -> Result<(), LedgerError> {
        if retirement.lines.is_empty() {
            return Err(LedgerError::NothingToMove);
        }
        let mut touched: BTreeMap<&str, Holding> = BTreeMap::new();
        for line in &retirement.lines {
            if !touched.contains_key(line.lot_id.as_str()) {
                touched.insert(&line.lot_id, self.lot(&line.lot_id)?.clone());
            }
            let Some(holding) = touched.get_mut(line.lot_id.as_str()) else { continue };
            if !holding.move_units(line.serials, from, to) {
                return Err(elsewhere(&line.lot_id, line.serials, from));
            }
        }
        for (lot_id, holding) in touched {
            self.holdings.insert(lot_id.to_owned(), holding);
        }
        Ok(())
    }

    fn lock(&mut self, year: i32) -> Result<(), LedgerError> {
        if self.locked_years.insert(year) { Ok(()) } else { Err(LedgerError::YearLocked { year }) }
    }

    fn unlock(&mut self, year: i32) -> Result<(), LedgerError> {
        if self.locked_years.remove(&year) { Ok(()) } else { Err(LedgerError::YearNotLocked { year }) }
    }
}

fn refuse_overlap(lot: &Lot, other: &Lot) -> Result<(), LedgerError> {
    if !lot.overlaps(other) {
        return Ok(());
    }
    Err(LedgerError::SerialsOverlap {
        lot: lot.id.clone(),
        serials: lot.serials,
        other: other.id.clone(),
        other_serials: other.serials,
    })
}

/// One batch carries one class (Standard §2).
fn refuse_second_class(lot: &Lot, other: &Lot) -> Result<(), LedgerError> {
    match &lot.batch {
        Some(batch) if other.class != lot.class => Err(LedgerError::BatchHasOtherClass {
            batch: batch.clone(),
            class: other.class.clone(),
            second: lot.class.clone(),
            other: other.id.clone(),
        }),
        _ => Ok(()),
    }
}

/// States a movement takes units from, and the state it puts them into.
fn ends(movement: &Movement, holding: &Holding) -> (Vec<UnitState>, UnitState) {
    match movement {
        Movement::Reserve(year) => (vec![UnitState::Held], UnitState::Reserved(*year)),
        Movement::Release(year) => (vec![UnitState::Reserved(*year)], UnitState::Held),
        Movement::List => (vec![UnitState::Held], UnitState::Listed),
        Movement::Withdraw => (vec![UnitState::Listed], UnitState::Held),
        Movement::Transfer { .. } => (vec![UnitState::Held, UnitState::Listed], UnitState::Transferred),
        Movement::Cancel { .. } => (vec![UnitState::Held], UnitState::Cancelled),
        Movement::Expire => {
            let live = holding.ranges().iter().map(|range| range.state).filter(|state| state.is_live());
            (live.collect(), UnitState::Expired)
        }
    }
}

fn elsewhere(lot_id: &str, serials: SerialRange, from: &[UnitState]) -> LedgerError {
    let words: Vec<_> = from.iter().map(|state| state.word()).collect();
    LedgerError::UnitsElsewhere { lot: lot_id.to_owned(), serials, expected: words.join(" or ") }
}

#[cfg(test)]
mod histories;
#[cfg(test)]
pub(crate) mod tests;
