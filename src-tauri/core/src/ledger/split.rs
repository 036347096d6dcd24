//! A lot becomes two at a serial. No unit moves: retirements and evidence follow the serials they are about.

use super::evidence::Subject;
use super::holding::Holding;
use super::lot::SerialRange;
use super::retirement::{Retirement, RetirementLine};
use super::{Ledger, LedgerError};

impl Ledger {
    /// Lots that a lot was part of before it was split off, the latest first.
    pub fn lots_before(&self, lot_id: &str) -> Vec<&str> {
        let mut before = Vec::new();
        let mut child = lot_id;
        while let Some((parent, _)) = self.split.iter().find(|(_, into)| into.iter().any(|id| id == child)) {
            before.push(parent.as_str());
            child = parent;
        }
        before
    }

    /// The serials of a lot, of one too that was split since; nothing where the ledger at hand has not all of its parts.
    pub(super) fn serials_of(&self, lot_id: &str) -> Option<SerialRange> {
        if let Some(holding) = self.holdings.get(lot_id) {
            return Some(holding.lot.serials);
        }
        let [lower, upper] = self.split.get(lot_id)?;
        SerialRange::new(self.serials_of(lower)?.start(), self.serials_of(upper)?.end())
    }

    /// A lot, or one that it became a part of: all of them are of one class, origin and price.
    pub fn lot_or_part(&self, lot_id: &str) -> Option<&Holding> {
        let mut id = lot_id;
        loop {
            if let Some(holding) = self.holdings.get(id) {
                return Some(holding);
            }
            id = &self.split.get(id)?[0];
        }
    }

    pub(super) fn split(&mut self, lot_id: &str, at: i64, into: &[String; 2]) -> Result<(), LedgerError> {
        let parent = self.lot(lot_id)?;
        let serials = parent.lot.serials;
        let [lower, upper] = into;
        self.refuse_used_id(lower)?;
        self.refuse_used_id(upper)?;
        if lower == upper {
            return Err(LedgerError::LotExists { lot: upper.clone() });
        }
        let parts = parent.split(at, into);
        let parts = parts.ok_or_else(|| LedgerError::NoBoundary { lot: lot_id.to_owned(), serials, at })?;
        let parent = self.holdings.remove(lot_id);
        parent.iter().for_each(|parent| self.index.remove(&parent.lot));
        for one in self.retirements.values_mut() {
            follow(&mut one.retirement, lot_id, &parts);
        }
        let evidence = self.evidence.remove(&Subject::Lot(lot_id.to_owned()));
        for part in parts {
            self.index.insert(&part.lot);
            if let Some(evidence) = &evidence {
                self.evidence.insert(Subject::Lot(part.lot.id.clone()), evidence.clone());
            }
            self.holdings.insert(part.lot.id.clone(), part);
        }
        self.split.insert(lot_id.to_owned(), into.clone());
        Ok(())
    }
}

/// A retirement's lines of a lot become lines of the lots that have their serials now.
fn follow(retirement: &mut Retirement, lot_id: &str, parts: &[Holding; 2]) {
    if retirement.lines.iter().all(|line| line.lot_id != lot_id) {
        return;
    }
    let lines = std::mem::take(&mut retirement.lines);
    for line in lines {
        if line.lot_id != lot_id {
            retirement.lines.push(line);
            continue;
        }
        let of_part = |part: &Holding| {
            let serials = line.serials.intersection(part.lot.serials)?;
            Some(RetirementLine { lot_id: part.lot.id.clone(), serials })
        };
        retirement.lines.extend(parts.iter().filter_map(of_part));
    }
}
