//! Movements of units within a lot: which they take, where the others are, and what is refused.

use super::event::DatedEvent;
use super::holding::{Holding, Source, StateRange, UnitState};
use super::lot::SerialRange;
use super::{Ledger, LedgerError};
use crate::currency::Money;
use chrono::NaiveDate;

/// A movement of units within one lot, other than a retirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Movement {
    /// Held → reserved for a year.
    Reserve(i32),
    /// Reserved for a year → held.
    Release(i32),
    /// Held → listed for sale.
    List,
    /// Listed → held.
    Withdraw,
    /// Held or listed → handed to somebody.
    Transfer {
        /// Who received them.
        to: String,
        /// What they paid for one; nothing where that is not known. Given away is 0.
        price: Option<Money>,
    },
    /// Held → cancelled.
    Cancel {
        /// Why.
        because: String,
    },
    /// Held, reserved or listed → Retired (Expired).
    Expire,
}

impl Movement {
    /// The word for it in the past tense, under which it is stored and shown.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reserve(_) => "reserved",
            Self::Release(_) => "released",
            Self::List => "listed",
            Self::Withdraw => "withdrawn",
            Self::Transfer { .. } => "transferred",
            Self::Cancel { .. } => "cancelled",
            Self::Expire => "expired",
        }
    }

    /// The year it is for.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Reserve(year) | Self::Release(year) => Some(*year),
            _ => None,
        }
    }

    /// Who or why.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Transfer { to: note, .. } | Self::Cancel { because: note } => Some(note),
            _ => None,
        }
    }
}

/// States a movement takes units from, and the state it puts them into.
fn ends(movement: &Movement, holding: &Holding) -> (Vec<UnitState>, UnitState) {
    match movement {
        Movement::Reserve(year) => (vec![UnitState::Held], UnitState::Reserved(*year)),
        Movement::Release(year) => (vec![UnitState::Reserved(*year)], UnitState::Held),
        Movement::List => (vec![UnitState::Held], UnitState::Listed),
        Movement::Withdraw => (vec![UnitState::Listed], UnitState::Held),
        Movement::Transfer { .. } => (vec![UnitState::Listed, UnitState::Held], UnitState::Transferred),
        Movement::Cancel { .. } => (vec![UnitState::Held], UnitState::Cancelled),
        Movement::Expire => {
            let live = holding.ranges().iter().map(|range| range.state).filter(|state| state.is_live());
            (live.collect(), UnitState::Expired)
        }
    }
}

impl Ledger {
    /// The first `quantity` units of a lot that are free for a movement; for a transfer, listed ones first.
    pub fn propose_movement(
        &self,
        lot_id: &str,
        quantity: i64,
        movement: &Movement,
        today: NaiveDate,
    ) -> Result<Vec<SerialRange>, LedgerError> {
        let holding = self.lot(lot_id)?;
        if quantity <= 0 {
            return Err(LedgerError::NothingToMove);
        }
        holding.refuse_before(today)?;
        self.refuse_movement(holding, movement, today)?;
        let (from, _) = ends(movement, holding);
        let mut serials = Vec::new();
        let mut found = 0;
        for state in &from {
            let source = Source { states: std::slice::from_ref(state), by: Some(today) };
            let taken = holding.take(quantity - found, source);
            found += taken.iter().map(|range| range.quantity()).sum::<i64>();
            serials.extend(taken);
        }
        if found == quantity {
            return Ok(serials);
        }
        let words: Vec<_> = from.iter().map(|state| words(*state)).collect();
        Err(LedgerError::MoreThanFree {
            lot: lot_id.to_owned(),
            asked: quantity,
            found,
            expected: words.join(" or "),
            elsewhere: self.whereabouts(holding, Source { states: &from, by: Some(today) }),
        })
    }

    pub(super) fn move_units(
        &mut self,
        lot_id: &str,
        movement: &Movement,
        serials: &[SerialRange],
        dated: &DatedEvent,
    ) -> Result<(), LedgerError> {
        let mut holding = self.lot(lot_id)?.clone();
        self.refuse_movement(&holding, movement, dated.on)?;
        if serials.is_empty() {
            return Err(LedgerError::NothingToMove);
        }
        let (states, to) = ends(movement, &holding);
        let from = Source { states: &states, by: dated.by() };
        for range in serials {
            if !holding.move_units(*range, from, to, dated.on) {
                return Err(self.elsewhere(&holding, *range, from));
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

    /// Where the units of a lot are that a movement may not take, with what took them there.
    pub(super) fn whereabouts(&self, holding: &Holding, than: Source<'_>) -> Vec<String> {
        let mut states: Vec<(String, i64)> = Vec::new();
        for range in holding.ranges().iter().filter(|range| !than.has(range)) {
            for (part, mut place) in self.places(holding, range.serials, range.state) {
                if let Some(since) = than.came_later(range) {
                    place = format!("{place} only since {since}");
                }
                match states.iter_mut().find(|(known, _)| *known == place) {
                    Some((_, quantity)) => *quantity += part,
                    None => states.push((place, part)),
                }
            }
        }
        states.into_iter().map(|(place, quantity)| format!("{quantity} {place}")).collect()
    }

    /// The units of a run in one state, told apart by the retirement that took them.
    fn places(&self, holding: &Holding, serials: SerialRange, state: UnitState) -> Vec<(i64, String)> {
        let UnitState::Retired(year) = state else { return vec![(serials.quantity(), words(state))] };
        let taken = self.retirements().flat_map(|(_, retirement)| {
            let of_lot = retirement.lines.iter().filter(|line| line.lot_id == holding.lot.id);
            of_lot.filter_map(move |line| Some((line.serials.intersection(serials)?, &retirement.id)))
        });
        taken.map(|(part, id)| (part.quantity(), format!("retired for {year} in {id}"))).collect()
    }

    pub(super) fn elsewhere(&self, holding: &Holding, serials: SerialRange, from: Source<'_>) -> LedgerError {
        let lot = holding.lot.id.clone();
        let found = match holding.elsewhere(serials, from) {
            Some(StateRange { serials, state, since: Some(since) }) if from.states.contains(&state) => {
                let (place, on) = (words(state), from.by.unwrap_or(since));
                return LedgerError::MovedSince { lot, serials, place, since, on };
            }
            Some(range) => {
                let places = self.places(holding, range.serials, range.state);
                let place = places.into_iter().next().map_or_else(|| words(range.state), |(_, place)| place);
                format!("{} are {place}", range.serials)
            }
            None => format!("the lot holds {}", holding.lot.serials),
        };
        LedgerError::UnitsElsewhere { lot, serials, found }
    }
}

fn words(state: UnitState) -> String {
    match state {
        UnitState::Reserved(year) => format!("reserved for {year}"),
        UnitState::Retired(year) => format!("retired for {year}"),
        UnitState::Listed => "listed for sale".to_owned(),
        UnitState::Transferred => "transferred to somebody else".to_owned(),
        other => other.word().to_owned(),
    }
}
