//! Lots come into the ledger: the same certificate once, one class a batch, an id never for two.

use super::evidence::Subject;
use super::holding::{Holding, UnitState};
use super::lot::Lot;
use super::{Ledger, LedgerError};
use chrono::NaiveDate;

impl Ledger {
    /// Whether an id stands for a lot, or stood for one that was split.
    pub fn is_lot_id(&self, id: &str) -> bool {
        self.holdings.contains_key(id) || self.split.contains_key(id)
    }

    /// Whether any lot is of this registry, class and prefix.
    pub fn has_series(&self, registry: &str, class: &str, prefix: &str) -> bool {
        self.index.has_series(registry, class, prefix)
    }

    /// Refuses a new lot whose serials are recorded under a registry and a prefix that look the same, of letters of another
    /// script: nobody could tell the two apart. Lots that stand so already stay readable.
    pub fn refuse_look_alike(&self, lot: &Lot) -> Result<(), LedgerError> {
        let others = self.index.look_alikes(lot).filter_map(|id| self.holdings.get(id));
        let mut others = others.map(|holding| &holding.lot);
        match others.find(|other| lot.serials.intersection(other.serials).is_some()) {
            Some(other) => Err(overlap(lot, other)),
            None => Ok(()),
        }
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

    pub(super) fn record(&mut self, lot: &Lot, on: NaiveDate) -> Result<(), LedgerError> {
        self.refuse_used_id(&lot.id)?;
        let lot_of = |id| self.holdings.get(id).map(|holding| &holding.lot);
        if let Some(other) = self.index.neighbour(lot).and_then(lot_of) {
            refuse_overlap(lot, other)?;
        }
        if let Some(other) = self.index.of_batch(lot).and_then(lot_of) {
            refuse_second_class(lot, other)?;
        }
        if self.index.is_full_with(lot) {
            return Err(LedgerError::TooMany { lot: lot.id.clone(), quantity: lot.quantity() });
        }
        self.index.insert(lot);
        self.holdings.insert(lot.id.clone(), Holding::new(lot.clone(), on));
        Ok(())
    }

    /// An id stands for the same serials for ever.
    pub(super) fn refuse_used_id(&self, id: &str) -> Result<(), LedgerError> {
        if self.is_lot_id(id) { Err(LedgerError::LotExists { lot: id.to_owned() }) } else { Ok(()) }
    }

    pub(super) fn remove(&mut self, lot_id: &str) -> Result<(), LedgerError> {
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
}

fn refuse_overlap(lot: &Lot, other: &Lot) -> Result<(), LedgerError> {
    if lot.overlaps(other) { Err(overlap(lot, other)) } else { Ok(()) }
}

fn overlap(lot: &Lot, other: &Lot) -> LedgerError {
    LedgerError::SerialsOverlap {
        lot: lot.id.clone(),
        serials: lot.serials,
        other: other.id.clone(),
        other_serials: other.serials,
        is_bundled: lot.is_bundled,
        other_is_bundled: other.is_bundled,
    }
}

/// One batch carries one class (Standard §2).
pub(super) fn refuse_second_class(lot: &Lot, other: &Lot) -> Result<(), LedgerError> {
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
