//! Corrections of a lot's facts. Serials and quantity are never corrected: units entered wrongly are cancelled.

use super::fact::Change;
use super::fact::Fact;
use super::holding::{Holding, UnitState};
use super::record::refuse_second_class;
use super::{Ledger, LedgerError};

impl Ledger {
    /// What a correction of facts to these values changes; facts that already are so are left out.
    pub fn propose_adjustment(
        &self,
        lot_id: &str,
        facts: &[(Fact, Option<String>)],
    ) -> Result<Vec<Change>, LedgerError> {
        let lot = &self.lot(lot_id)?.lot;
        let mut changes = Vec::new();
        for (fact, value) in facts {
            let mut after = lot.clone();
            if !after.set_fact(*fact, value.as_deref()) {
                let value = value.clone().unwrap_or_default();
                return Err(LedgerError::BadFact { fact: fact.word(), value });
            }
            let (old, new) = (lot.fact(*fact), after.fact(*fact));
            if old != new {
                changes.push(Change { fact: *fact, old, new });
            }
        }
        if changes.is_empty() {
            return Err(LedgerError::NothingToAdjust { lot: lot_id.to_owned() });
        }
        Ok(changes)
    }

    pub(super) fn adjust(
        &mut self,
        lot_id: &str,
        changes: &[Change],
        because: &str,
    ) -> Result<(), LedgerError> {
        let holding = self.lot(lot_id)?;
        let lot = || lot_id.to_owned();
        if because.trim().is_empty() {
            return Err(LedgerError::NoReason { lot: lot() });
        }
        if changes.is_empty() {
            return Err(LedgerError::NothingToAdjust { lot: lot() });
        }
        self.refuse_locked_claims(holding)?;
        let mut after = holding.clone();
        for change in changes {
            let fact = change.fact.word();
            if change.fact.carries_claims() && has_claims(holding) {
                return Err(LedgerError::LotHasClaims { lot: lot(), fact });
            }
            if after.lot.fact(change.fact) != change.old {
                return Err(LedgerError::FactDiffers { lot: lot(), fact });
            }
            if !after.lot.set_fact(change.fact, change.new.as_deref()) {
                let value = change.new.clone().unwrap_or_default();
                return Err(LedgerError::BadFact { fact, value });
            }
        }
        after.refuse_moved_before()?;
        if after.lot.is_bundled && is_sold(holding) {
            return Err(LedgerError::SoldIsNotBundled { lot: lot() });
        }
        let other = self.index.of_batch(&after.lot).filter(|other| *other != lot_id);
        if let Some(other) = other.and_then(|other| self.holdings.get(other)) {
            refuse_second_class(&after.lot, &other.lot)?;
        }
        let before = holding.lot.clone();
        self.index.remove(&before);
        self.index.insert(&after.lot);
        self.holdings.insert(lot_id.to_owned(), after);
        Ok(())
    }

    /// What was reported of a locked year names the lot as it is.
    fn refuse_locked_claims(&self, holding: &Holding) -> Result<(), LedgerError> {
        for range in holding.ranges() {
            if let UnitState::Retired(year) = range.state {
                self.refuse_locked(year)?;
            }
        }
        Ok(())
    }
}

/// Whether units of it are on sale or with somebody else, and so cannot be bundled with a device of ours.
fn is_sold(holding: &Holding) -> bool {
    let is_sold = |state| matches!(state, UnitState::Listed | UnitState::Transferred);
    holding.ranges().iter().any(|range| is_sold(range.state))
}

fn has_claims(holding: &Holding) -> bool {
    let is_claim = |state| matches!(state, UnitState::Retired(_) | UnitState::Expired);
    holding.ranges().iter().any(|range| is_claim(range.state))
}
