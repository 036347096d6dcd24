//! The certificate ledger: events in, balances out. One function applies an event,
//! whether it is new or replayed, and refuses whatever breaks an invariant of domain §3.

mod adjust;
pub mod check;
mod day;
mod error;
pub mod event;
pub mod evidence;
pub mod expiry;
pub mod fact;
pub mod holding;
mod index;
pub mod lot;
pub mod money;
pub mod movement;
pub mod order;
pub mod reconcile;
mod record;
pub mod retire;
pub mod retirement;
mod split;
pub mod summary;
mod text;
pub mod turn;
pub mod year;

pub use error::LedgerError;

use event::{DatedEvent, Event};
use evidence::{Document, Subject};
use holding::Holding;
use index::Index;
use retirement::Standing;
use std::collections::{BTreeMap, BTreeSet};
use year::Figure;

/// All lots, where their units are, and which years are locked. Everything in it follows from the events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    holdings: BTreeMap<String, Holding>,
    index: Index,
    retirements: BTreeMap<String, Standing>,
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
    pub retirements: Vec<Standing>,
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
                .map(|one| (one.retirement.id.clone(), one))
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

    /// Applies one event, or refuses it and stays as it was.
    pub fn apply(&mut self, dated: &DatedEvent) -> Result<(), LedgerError> {
        self.refuse_day(dated)?;
        match &dated.event {
            Event::LotRecorded(lot) => self.record(lot, dated.on),
            Event::LotRemoved { lot_id, .. } => self.remove(lot_id),
            Event::Moved { lot_id, movement, serials } => self.move_units(lot_id, movement, serials, dated),
            Event::Retired(retirement) => self.retire(retirement, dated),
            Event::Reversed { retirement, evidence } => self.reverse(retirement, evidence, dated),
            Event::Split { lot_id, at, into } => self.split(lot_id, *at, into),
            Event::Adjusted { lot_id, changes, because } => self.adjust(lot_id, changes, because),
            Event::Attached { subject, document } => self.attach(subject, document),
            Event::Checked(check) => self.check(check, dated.on),
            Event::YearLocked { year, figures } => self.lock(*year, figures),
            Event::Restated { year, .. } => self.refuse_locked(*year),
            Event::YearUnlocked { year, .. } => self.unlock(*year),
            // What the rows come to is for the store to compare.
            Event::Journal(_) => Ok(()),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
