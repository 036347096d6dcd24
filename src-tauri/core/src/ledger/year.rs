//! Reporting years: a locked one takes no change, and keeps its figures to be compared with.

use super::{Ledger, LedgerError};
use std::collections::BTreeSet;

/// A figure of a year that is not what it was when the year was locked before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub figure: String,
    /// What it was; nothing where there was none.
    pub old: Option<String>,
    /// What it is; nothing where there is none.
    pub new: Option<String>,
}

/// A figure of a year by name, as it is shown.
pub type Figure = (String, String);

impl Ledger {
    /// Whether a year takes no change.
    pub fn is_locked(&self, year: i32) -> bool {
        self.locked_years.contains(&year)
    }

    /// Years that take no change.
    pub fn locked_years(&self) -> impl Iterator<Item = i32> + '_ {
        self.locked_years.iter().copied()
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

    pub(super) fn refuse_locked(&self, year: i32) -> Result<(), LedgerError> {
        if self.is_locked(year) { Err(LedgerError::YearLocked { year }) } else { Ok(()) }
    }

    pub(super) fn lock(&mut self, year: i32, figures: &[Figure]) -> Result<(), LedgerError> {
        self.refuse_locked(year)?;
        self.locked_years.insert(year);
        self.figures.remove(&year);
        if !figures.is_empty() {
            self.figures.insert(year, figures.iter().cloned().collect());
        }
        Ok(())
    }

    pub(super) fn unlock(&mut self, year: i32) -> Result<(), LedgerError> {
        if self.locked_years.remove(&year) { Ok(()) } else { Err(LedgerError::YearNotLocked { year }) }
    }
}
