//! The certificate ledger: events in, balances out. One function applies an event,
//! whether it is new or replayed, and refuses whatever breaks an invariant of domain §3.

mod adjust;
pub mod check;
mod error;
pub mod event;
pub mod evidence;
pub mod expiry;
pub mod fact;
pub mod holding;
mod index;
pub mod lot;
mod movement;
pub mod order;
pub mod reconcile;
pub mod retire;
pub mod spend;
mod split;
pub mod summary;
mod text;

pub use error::LedgerError;

use check::Check;
use chrono::NaiveDate;
use event::{DatedEvent, Difference, Event, Figure, Movement, Retirement};
use evidence::{Document, Subject};
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
    split: BTreeMap<String, [String; 2]>,
    evidence: BTreeMap<Subject, Vec<Document>>,
    locked_years: BTreeSet<i32>,
    figures: BTreeMap<i32, BTreeMap<String, String>>,
}

/// What a ledger is made of, as it is kept.
#[derive(Debug, Default)]
pub struct Balances {
    /// Lots and where their units are.
    pub holdings: Vec<Holding>,
    /// Retirements that stand, with their days.
    pub retirements: Vec<(NaiveDate, Retirement)>,
    /// Statement numbers of reversed ones.
    pub reversed: Vec<String>,
    /// Lots that were split, and into which.
    pub split: Vec<(String, [String; 2])>,
    /// Documents, in the order in which they were attached.
    pub evidence: Vec<(Subject, Document)>,
    /// Years that take no change.
    pub locked_years: Vec<i32>,
    /// Figures of years as they were when they were last locked.
    pub figures: Vec<(i32, Figure)>,
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
    pub fn from_balances(balances: Balances) -> Self {
        let mut ledger = Self::default();
        balances.holdings.iter().for_each(|holding| ledger.index.insert(&holding.lot));
        for (subject, document) in balances.evidence {
            ledger.evidence.entry(subject).or_default().push(document);
        }
        for (year, (figure, value)) in balances.figures {
            ledger.figures.entry(year).or_default().insert(figure, value);
        }
        let holdings = balances.holdings.into_iter();
        Self {
            holdings: holdings.map(|holding| (holding.lot.id.clone(), holding)).collect(),
            retirements: balances
                .retirements
                .into_iter()
                .map(|(on, one)| (one.id.clone(), (on, one)))
                .collect(),
            reversed: balances.reversed.into_iter().collect(),
            split: balances.split.into_iter().collect(),
            locked_years: balances.locked_years.into_iter().collect(),
            ..ledger
        }
    }

    /// All lots, by id.
    pub fn holdings(&self) -> impl Iterator<Item = &Holding> {
        self.holdings.values()
    }

    /// One lot.
    pub fn lot(&self, id: &str) -> Result<&Holding, LedgerError> {
        self.holdings.get(id).ok_or_else(|| match self.split.get(id) {
            Some(into) => LedgerError::LotSplit { lot: id.to_owned(), into: into.clone() },
            None => LedgerError::UnknownLot { lot: id.to_owned() },
        })
    }

    /// Whether an id stands for a lot, or stood for one that was split.
    pub fn is_lot_id(&self, id: &str) -> bool {
        self.holdings.contains_key(id) || self.split.contains_key(id)
    }

    /// Whether any lot is of this registry, class and prefix.
    pub fn has_series(&self, registry: &str, class: &str, prefix: &str) -> bool {
        self.index.has_series(registry, class, prefix)
    }

    /// A number that no lot id ever had after `start`, written with at least four digits. Ids are kept in order,
    /// so the last of four digits is found at once; beyond them the gap is searched for, not walked to.
    pub fn next_number_after(&self, start: &str) -> u32 {
        let span = || format!("{start}0000")..=format!("{start}9999");
        let number = |id: &str| id.strip_prefix(start).filter(|rest| rest.len() == 4)?.parse::<u32>().ok();
        let live = self.holdings.range(span()).rev().find_map(|(id, _)| number(id));
        let split = self.split.range(span()).rev().find_map(|(id, _)| number(id));
        let next = live.max(split).unwrap_or(0) + 1;
        if next < 10_000 {
            return next;
        }
        let is_used = |number: u32| self.is_lot_id(&format!("{start}{number}"));
        let (mut used, mut step) = (9_999, 1);
        while is_used(used + step) {
            used += step;
            step *= 2;
        }
        let mut free = used + step;
        while free - used > 1 {
            let middle = used + (free - used) / 2;
            if is_used(middle) { used = middle } else { free = middle }
        }
        free
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

    /// The retirement that took units of these serials of a lot.
    pub fn retirement_of(&self, lot_id: &str, serials: SerialRange) -> Option<&str> {
        let takes = |one: &Retirement| {
            let mut lines = one.lines.iter().filter(|line| line.lot_id == lot_id);
            lines.any(|line| line.serials.intersection(serials).is_some())
        };
        self.retirements().find(|(_, one)| takes(one)).map(|(_, one)| one.id.as_str())
    }

    /// Every statement number ever used, of reversed retirements too.
    pub fn retirement_ids(&self) -> impl Iterator<Item = &str> {
        self.retirements.keys().chain(&self.reversed).map(String::as_str)
    }

    /// Whether a year takes no change.
    pub fn is_locked(&self, year: i32) -> bool {
        self.locked_years.contains(&year)
    }

    /// Which figures of a year are not what they were when it was last locked; none where it never was.
    pub fn differences(&self, year: i32, now: &[Figure]) -> Vec<Difference> {
        let Some(before) = self.figures.get(&year) else { return Vec::new() };
        let value =
            |figure: &str| now.iter().find(|(name, _)| name == figure).map(|(_, value)| value.clone());
        let names = now.iter().map(|(name, _)| name).chain(before.keys());
        let mut seen = BTreeSet::new();
        let names = names.filter(|name| seen.insert(*name));
        let differences = names.map(|name| Difference {
            figure: name.clone(),
            old: before.get(name).cloned(),
            new: value(name),
        });
        differences.filter(|difference| difference.old != difference.new).collect()
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
            Event::Split { lot_id, at, into } => self.split(lot_id, *at, into),
            Event::Adjusted { lot_id, changes, because } => self.adjust(lot_id, changes, because),
            Event::Attached { subject, document } => self.attach(subject, document),
            Event::Checked(check) => self.check(check, dated.on),
            Event::YearLocked { year, figures } => self.lock(*year, figures),
            Event::Restated { year, .. } => self.refuse_locked(*year),
            Event::YearUnlocked { year, .. } => self.unlock(*year),
        }
    }

    fn record(&mut self, lot: &Lot) -> Result<(), LedgerError> {
        self.refuse_used_id(&lot.id)?;
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

    /// An id stands for the same serials for ever.
    fn refuse_used_id(&self, id: &str) -> Result<(), LedgerError> {
        if self.is_lot_id(id) { Err(LedgerError::LotExists { lot: id.to_owned() }) } else { Ok(()) }
    }

    fn refuse_locked(&self, year: i32) -> Result<(), LedgerError> {
        if self.is_locked(year) { Err(LedgerError::YearLocked { year }) } else { Ok(()) }
    }

    fn attach(&mut self, subject: &Subject, document: &Document) -> Result<(), LedgerError> {
        match subject {
            Subject::Lot(id) => self.lot(id).map(|_| ())?,
            Subject::Retirement(id) if self.reversed.contains(id) => {}
            Subject::Retirement(id) => self.retirement(id).map(|_| ())?,
        }
        self.evidence.entry(subject.clone()).or_default().push(document.clone());
        Ok(())
    }

    fn check(&mut self, check: &Check, on: NaiveDate) -> Result<(), LedgerError> {
        for id in check.lot_ids.iter().chain(check.runs.iter().map(|run| &run.lot_id)) {
            self.lot(id)?;
        }
        for id in &check.lot_ids {
            if let Some(holding) = self.holdings.get_mut(id) {
                holding.checked_on = Some(on);
            }
        }
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
        self.evidence.remove(&Subject::Lot(lot_id.to_owned()));
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
        let (from, to) = movement::ends(movement, &holding);
        for range in serials {
            if !holding.move_units(*range, &from, to) {
                return Err(self.elsewhere(&holding, *range, &from));
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
            Movement::Reserve(year) => {
                self.refuse_locked(*year)?;
                self.refuse_unusable(holding, on)
            }
            Movement::List | Movement::Transfer { .. } if lot.is_bundled => {
                Err(LedgerError::BundledIsNotSold { lot: lot.id.clone() })
            }
            Movement::List | Movement::Transfer { .. } if expired => {
                Err(LedgerError::LotExpired { lot: lot.id.clone(), expired_on: lot.expires_on })
            }
            _ => Ok(()),
        }
    }

    fn retire(&mut self, retirement: &Retirement, on: NaiveDate) -> Result<(), LedgerError> {
        self.refuse_locked(retirement.year)?;
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
        self.refuse_locked(retirement.year)?;
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
                return Err(self.elsewhere(holding, line.serials, from));
            }
        }
        for (lot_id, holding) in touched {
            self.holdings.insert(lot_id.to_owned(), holding);
        }
        Ok(())
    }

    fn lock(&mut self, year: i32, figures: &[Figure]) -> Result<(), LedgerError> {
        self.refuse_locked(year)?;
        self.locked_years.insert(year);
        self.figures.remove(&year);
        if !figures.is_empty() {
            self.figures.insert(year, figures.iter().cloned().collect());
        }
        Ok(())
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
        is_bundled: lot.is_bundled,
        other_is_bundled: other.is_bundled,
    })
}

/// One batch carries one class (Standard §2).
fn refuse_second_class(lot: &Lot, other: &Lot) -> Result<(), LedgerError> {
    match &lot.facts.batch {
        Some(batch) if other.class != lot.class => Err(LedgerError::BatchHasOtherClass {
            batch: batch.clone(),
            class: other.class.clone(),
            second: lot.class.clone(),
            other: other.id.clone(),
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod histories;
#[cfg(test)]
pub(crate) mod tests;
