//! A retirement: what it claims, and what it does to the units it names.

use super::event::DatedEvent;
use super::holding::{Holding, Source, UnitState};
use super::lot::SerialRange;
use super::{Ledger, LedgerError, retire};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A run of serials of a lot that a retirement takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetirementLine {
    /// The lot.
    pub lot_id: String,
    /// The serials.
    pub serials: SerialRange,
}

/// An irrevocable claim on units for a beneficiary, an entity and a reporting year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// Statement number.
    pub id: String,
    /// Reporting year.
    pub year: i32,
    /// Beneficiary, as the registry prints it.
    pub beneficiary: String,
    /// Its country.
    pub beneficiary_country: Option<String>,
    /// What identifies it, such as its number in a register of companies.
    pub beneficiary_identifier: Option<String>,
    /// Entity it is for; the organisation where none is named.
    pub entity: Option<String>,
    /// Claim level (V2.0): unassigned, activity, activity_pool or sector.
    pub claim_level: String,
    /// Justification of the level, or of lots chosen by hand.
    pub because: Option<String>,
    /// What it is for, such as the coverage of new hardware of a year.
    pub purpose: Option<String>,
    /// The registry's own reference of it.
    pub registry_reference: Option<String>,
    /// Where the registry shows it.
    pub registry_link: Option<String>,
    /// What it takes.
    pub lines: Vec<RetirementLine>,
}

/// A retirement that stands, with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The day on which it was made at the registry.
    pub on: NaiveDate,
    /// The day on which it was recorded here; nothing where the log does not say.
    pub recorded_on: Option<NaiveDate>,
    /// The retirement.
    pub retirement: Retirement,
}

impl Retirement {
    /// Units it takes.
    pub fn quantity(&self) -> i64 {
        self.lines.iter().map(|line| line.serials.quantity()).sum()
    }
}

impl Ledger {
    /// All retirements that stand with their days, by statement number.
    pub fn retirements(&self) -> impl Iterator<Item = (NaiveDate, &Retirement)> {
        self.standing().map(|one| (one.on, &one.retirement))
    }

    /// All retirements that stand with both their days, by statement number.
    pub fn standing(&self) -> impl Iterator<Item = &Standing> {
        self.retirements.values()
    }

    /// One that stands, with both its days.
    pub fn standing_retirement(&self, id: &str) -> Option<&Standing> {
        self.retirements.get(id)
    }

    /// The day of a retirement that stands.
    pub fn retired_on(&self, id: &str) -> Option<NaiveDate> {
        self.retirements.get(id).map(|one| one.on)
    }

    /// One retirement that stands.
    pub fn retirement(&self, id: &str) -> Result<&Retirement, LedgerError> {
        match self.retirements.get(id) {
            Some(one) => Ok(&one.retirement),
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

    pub(super) fn retire(&mut self, retirement: &Retirement, dated: &DatedEvent) -> Result<(), LedgerError> {
        self.refuse_locked(retirement.year)?;
        if self.retirements.contains_key(&retirement.id) || self.reversed.contains(&retirement.id) {
            return Err(LedgerError::RetirementExists { id: retirement.id.clone() });
        }
        for line in &retirement.lines {
            self.refuse_unusable(self.lot(&line.lot_id)?, dated.on)?;
        }
        let states = retire::usable_states(retirement.year);
        let from = Source { states: &states, by: dated.by() };
        self.move_lines(retirement, from, UnitState::Retired(retirement.year), dated.on)?;
        let (on, recorded_on) = (dated.on, dated.recorded_on);
        let standing = Standing { on, recorded_on, retirement: retirement.clone() };
        self.retirements.insert(retirement.id.clone(), standing);
        Ok(())
    }

    /// Units go back to held; whether they can still be used is for their last usable day to say.
    pub(super) fn reverse(
        &mut self,
        retirement: &Retirement,
        evidence: &str,
        dated: &DatedEvent,
    ) -> Result<(), LedgerError> {
        let id = || retirement.id.clone();
        self.refuse_locked(retirement.year)?;
        if self.retirement(&retirement.id)? != retirement {
            return Err(LedgerError::RetirementDiffers { id: id() });
        }
        if evidence.trim().is_empty() {
            return Err(LedgerError::NoEvidence { id: id() });
        }
        let states = [UnitState::Retired(retirement.year)];
        let from = Source { states: &states, by: dated.by() };
        self.move_lines(retirement, from, UnitState::Held, dated.on)?;
        self.retirements.remove(&retirement.id);
        self.reversed.insert(id());
        Ok(())
    }

    /// Moves every unit that a retirement names, or none.
    fn move_lines(
        &mut self,
        retirement: &Retirement,
        from: Source<'_>,
        to: UnitState,
        on: NaiveDate,
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
            if !holding.move_units(line.serials, from, to, on) {
                return Err(self.elsewhere(holding, line.serials, from));
            }
        }
        for (lot_id, holding) in touched {
            self.holdings.insert(lot_id.to_owned(), holding);
        }
        Ok(())
    }
}
