//! Reporting years from dates and the organisation's fiscal-year start.

use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// Years that can be reported: before them nobody kept such certificates, and beyond them a slip of the key is meant.
pub const REPORTING_YEARS: RangeInclusive<i32> = 1990..=2100;

/// A year that is none to be reported, nor the vintage of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{year} is no reporting year: those from {} to {} are", REPORTING_YEARS.start(), REPORTING_YEARS.end())]
pub struct NoReportingYear {
    /// The year, as it was given.
    pub year: i32,
}

/// The year, where it can be reported.
pub fn reporting_year(year: i32) -> Result<i32, NoReportingYear> {
    if REPORTING_YEARS.contains(&year) { Ok(year) } else { Err(NoReportingYear { year }) }
}

/// The month in which an organisation's fiscal year begins, 1 (January) to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalYearStart(u32);

impl FiscalYearStart {
    /// A fiscal year that is the calendar year.
    pub const JANUARY: Self = Self(1);

    /// A fiscal year that begins on the first day of `month`; nothing outside 1 to 12.
    pub fn from_month(month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self(month))
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0
    }

    /// The reporting year of a date. A year is named by the calendar year in which it ends.
    pub fn reporting_year(self, date: NaiveDate) -> i32 {
        date.year() + i32::from(self.0 > 1 && date.month() >= self.0)
    }

    /// First and last day of a reporting year; nothing outside the calendar's range.
    pub fn period(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let first = |year| NaiveDate::from_ymd_opt(year, self.0, 1);
        let start = year.checked_sub(i32::from(self.0 > 1))?;
        Some((first(start)?, first(start.checked_add(1)?)?.pred_opt()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_nobody_uses_is_none() {
        for year in [1990, 2025, 2100] {
            assert_eq!(reporting_year(year), Ok(year));
        }
        for year in [i32::MIN, -1, 0, 25, 1989, 2101, 20_255, i32::MAX] {
            assert_eq!(reporting_year(year), Err(NoReportingYear { year }));
        }
        let words = NoReportingYear { year: 20_255 }.to_string();
        assert_eq!(words, "20255 is no reporting year: those from 1990 to 2100 are");
    }

    #[test]
    fn a_year_is_named_by_its_end() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
        let april = FiscalYearStart::from_month(4).expect("a month");
        for (start, date, year) in [
            (FiscalYearStart::JANUARY, day(2025, 12, 31), 2025),
            (april, day(2025, 3, 31), 2025),
            (april, day(2025, 4, 1), 2026),
        ] {
            assert_eq!(start.reporting_year(date), year, "{date}");
            let (first, last) = start.period(year).expect("a period");
            assert!(first <= date && date <= last);
        }
    }
}
