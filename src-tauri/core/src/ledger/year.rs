//! Reporting years: a locked one takes no change, and keeps its figures to be compared with.

use super::{Ledger, LedgerError};
use crate::disposition::RestorationPolicy;
use crate::year::FiscalYearStart;
use rust_decimal::Decimal;

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

/// Settings that decide the figures of a year, as they were when it was locked: a later change of a setting moves no
/// figure of a locked year. Nothing where the lock was written before they were kept with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtLock {
    /// The target, percent.
    pub target_percent: Option<Decimal>,
    /// What counts as restored.
    pub policy: Option<RestorationPolicy>,
    /// When the fiscal year began.
    pub fiscal_year_start: Option<FiscalYearStart>,
}

impl AtLock {
    /// Name of the target among the figures of a lock.
    pub const TARGET: &'static str = "target_percent";
    /// Name of the policy.
    pub const POLICY: &'static str = "restoration_policy";
    /// Name of the month in which the fiscal year begins.
    pub const FISCAL_YEAR_START: &'static str = "fiscal_year_start_month";

    /// Reads one of the figures of a lock; nothing where it is of another name. False where it cannot be read.
    pub fn read(&mut self, figure: &str, value: &str) -> bool {
        match figure {
            Self::TARGET => {
                self.target_percent = value.parse().ok();
                self.target_percent.is_some()
            }
            Self::POLICY => {
                self.policy = RestorationPolicy::from_word(value);
                self.policy.is_some()
            }
            Self::FISCAL_YEAR_START => {
                self.fiscal_year_start = value.parse().ok().and_then(FiscalYearStart::from_month);
                self.fiscal_year_start.is_some()
            }
            _ => true,
        }
    }
}

/// Which figures are not what they were, in the order in which they are now. What was not written down before is not
/// compared, and a number is the same however many zeros it is written with.
pub fn differences(before: &[Figure], now: &[Figure]) -> Vec<Difference> {
    let value = |figures: &[Figure], name: &str| {
        figures.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone())
    };
    let gone = before.iter().filter(|(name, _)| value(now, name).is_none());
    let names =
        now.iter().filter(|(name, _)| value(before, name).is_some()).chain(gone).map(|(name, _)| name);
    let differences = names.map(|name| Difference {
        figure: name.clone(),
        old: value(before, name),
        new: value(now, name),
    });
    differences.filter(|one| !is_same(one.old.as_deref(), one.new.as_deref())).collect()
}

fn is_same(before: Option<&str>, now: Option<&str>) -> bool {
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<Decimal>().ok());
    before == now || (number(before).is_some() && number(before) == number(now))
}

impl Ledger {
    /// Whether a year takes no change.
    pub fn is_locked(&self, year: i32) -> bool {
        self.locked_years.contains(&year)
    }

    /// Years that take no change.
    pub fn locked_years(&self) -> impl Iterator<Item = i32> + '_ {
        self.locked_years.iter().copied()
    }

    /// Which figures of a year are not what they were when it was last locked; none where it never was. What that lock
    /// did not write down is not compared.
    pub fn differences(&self, year: i32, now: &[Figure]) -> Vec<Difference> {
        let before = self.figures.get(&year).into_iter().flatten();
        let before: Vec<Figure> = before.map(|(name, value)| (name.clone(), value.clone())).collect();
        differences(&before, now)
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
