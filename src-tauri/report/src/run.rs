//! A run of serials retired for the year.

use chrono::NaiveDate;
use planner_core::ledger::lot::{Lot, SerialRange};
use planner_core::ledger::retirement::Retirement;
use rust_decimal::Decimal;

/// A run of serials retired for the year.
#[derive(Clone, Copy, Debug)]
pub struct RetiredRun<'a> {
    /// The day on which the registry retired it.
    pub on: NaiveDate,
    /// The day on which that was recorded, where the log says so.
    pub recorded_on: Option<NaiveDate>,
    /// Its retirement.
    pub retirement: &'a Retirement,
    /// Its lot.
    pub lot: &'a Lot,
    /// The serials.
    pub serials: SerialRange,
    /// Its number among the lines of its retirement, from 1.
    pub line: usize,
    /// Number of the event that retired it.
    pub event: Option<i64>,
}

impl RetiredRun<'_> {
    /// The tCO2e of these units: the lot's, in proportion, with three places.
    pub fn tco2e(&self) -> Option<Decimal> {
        let share = self.lot.facts.tco2e?.checked_mul(Decimal::from(self.serials.quantity()))?;
        Some(share.checked_div(Decimal::from(self.lot.quantity()))?.round_dp(3).normalize())
    }
}
