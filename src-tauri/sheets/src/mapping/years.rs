//! Columns that say of which year lines are, though no header says so plainly.

use super::table::Table;
use crate::convention::{read_period, read_short_year};
use crate::field::{Field, Kind};
use crate::header::Concept;
use crate::inspect::Question;
use rust_decimal::Decimal;

/// What the header of a period says, and what else it may say.
const PERIODS: [Concept; 4] = [Concept::Month, Concept::PartOfYear, Concept::Year, Concept::Date];
const OF_A_PURCHASE: [Concept; 8] = [
    Concept::Month,
    Concept::PartOfYear,
    Concept::Year,
    Concept::Date,
    Concept::Ordered,
    Concept::Invoiced,
    Concept::Received,
    Concept::Gone,
];

/// Years that a column of numbers may hold.
const YEARS: std::ops::Range<Decimal> =
    Decimal::from_parts(2000, 0, 0, false, 0)..Decimal::from_parts(2100, 0, 0, false, 0);
/// Fields that a guess may give to a column of years: each of them holds numbers of four digits, too.
const OF_NUMBERS: [Field; 4] = [Field::UnitPrice, Field::Amount, Field::OrderNumber, Field::LineNumber];
/// What a header of a year says that is not that of a purchase.
const OTHERWISE: [Concept; 4] = [Concept::Other, Concept::OtherDate, Concept::OtherCount, Concept::Weight];

impl Table<'_> {
    /// A column full of days or of years that no header names, where no other is the day: asked even where a year is said, as every row
    /// would go there.
    pub(super) fn settle_unclaimed_date(&mut self) {
        let is_lines = matches!(self.kind, Kind::Procurement | Kind::Dispositions);
        if !is_lines || self.has(Field::Date) || self.has(Field::Year) || self.is_said(Field::Date) {
            return;
        }
        let is_dates = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let dates = facts.dates() + self.months(*index);
            (dates > 0 && dates * 2 >= facts.filled) || self.are_years(*index)
        };
        let is_free = |index: &u32| !self.senses(*index).has_one(&OTHERWISE);
        let taken = OF_NUMBERS.iter().filter_map(|field| Some(self.guessed(*field)?.index));
        let years = taken.filter(|index| self.are_years(*index));
        let dates = self.unmapped().into_iter().filter(is_dates).filter(is_free);
        let mut columns: Vec<String> = dates.chain(years).map(|index| self.name(index)).collect();
        if let Some(first) = columns.first().cloned() {
            columns.push(String::new());
            self.ask(Question::Date, &first, "", columns);
        }
    }

    /// "H2 2024", "2024-51", "24" under "FY": cells that name a year, or it and a part of it, under a header of a time, are
    /// the year where no column is the day, or where the one that is holds no day at all: "2024-P11".
    pub(super) fn settle_periods(&mut self) {
        let is_lines = matches!(self.kind, Kind::Procurement | Kind::Dispositions);
        let is_said = self.is_said(Field::Date) || self.is_said(Field::Year);
        if !is_lines || self.has(Field::Year) || is_said {
            return;
        }
        let is_period = |main: Concept, text: &str| {
            read_period(text).is_some() || (main == Concept::Year && read_short_year(text).is_some())
        };
        let is_periods = |index: &u32| {
            let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, *index)).collect();
            let of = PERIODS.iter().find(|main| self.senses(*index).is_only(**main, &OF_A_PURCHASE));
            of.is_some_and(|main| !texts.is_empty() && texts.iter().all(|text| is_period(*main, text)))
        };
        let found = match self.column(Field::Date).map(|column| column.index) {
            Some(date) => {
                Some(date).filter(|date| self.evidence.facts_of(*date).dates() == 0 && is_periods(date))
            }
            None => self.unmapped().into_iter().find(is_periods),
        };
        if let Some(column) = found {
            self.unmap(Field::Date);
            self.push(Field::Year, column);
        }
    }

    /// Whether each of two or more cells is a year of this century.
    fn are_years(&self, index: u32) -> bool {
        let is_year = |number: Decimal| number.fract().is_zero() && YEARS.contains(&number);
        let numbers = || self.rows().filter_map(|row| self.number(row, index));
        let is_filled =
            self.rows().filter(|row| self.text(row, index).is_some()).count() == numbers().count();
        is_filled && numbers().count() > 1 && numbers().all(is_year)
    }

    /// Cells that are a month such as 202507, under a header that names a time.
    fn months(&self, index: u32) -> u32 {
        if !self.senses(index).has_one(&[Concept::Month, Concept::Date, Concept::Year]) {
            return 0;
        }
        let is_month = |text: &String| year_of_month(text).is_some();
        self.rows().filter_map(|row| self.text(row, index)).filter(is_month).count() as u32
    }
}

/// The year of a month that is written as digits alone: 202507.
pub(crate) fn year_of_month(text: &str) -> Option<i32> {
    let text = text.trim();
    let is_digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = text.split_at_checked(4).filter(|_| is_digits)?;
    let year = year.parse().ok().filter(|year| (2000..2100).contains(year))?;
    month.parse::<u32>().ok().filter(|month| (1..=12).contains(month)).map(|_| year)
}
