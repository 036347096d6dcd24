//! Dates and numbers are decided per column: which reading survives every cell.

mod date_text;
mod eras;
mod moments;
mod number_text;

pub(crate) use date_text::{read_date, read_year};
pub(crate) use eras::{read_period, read_short_year};
pub(crate) use number_text::read_number;

use crate::cell::Value;
use crate::digits::plain_digits;
use crate::vocabulary::Vocabulary;
use crate::words::words;
use chrono::NaiveDate;
use compact_str::CompactString;
use foldhash::fast::RandomState;
use rust_decimal::Decimal;
use std::collections::HashSet;

words! {
    /// The order of day and month in dates such as 03/04/2025.
    pub enum DateOrder {
        /// Day first.
        DayFirst = "day_first",
        /// Month first.
        MonthFirst = "month_first",
    }
}

words! {
    /// The decimal separator of numbers written as text.
    pub enum DecimalSeparator {
        /// 1,234.56
        Point = "point",
        /// 1.234,56
        Comma = "comma",
    }
}

/// A date with the day first and with the month first, where its text reads both ways.
pub fn both_dates(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let readings = read_date(text)?;
    readings.day_first.zip(readings.month_first)
}

/// Whether a name, such as a sheet's, is that of this year.
pub fn is_of_year(name: &str, year: Option<i32>) -> bool {
    year.is_some() && read_year(name) == year
}

/// A number with a decimal point and with a decimal comma, where its text reads both ways.
pub fn both_numbers(text: &str, vocabulary: &Vocabulary) -> Option<(Decimal, Decimal)> {
    let readings = read_number(text, vocabulary)?;
    readings.point.zip(readings.comma)
}

/// What all cells of a column allow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnFacts {
    /// Cells that hold something.
    pub filled: u32,
    /// Formulas whose result the file does not hold.
    pub formulas: u32,
    /// Cells that are numbers already.
    pub numeric: u32,
    /// Cells that are dates already.
    pub dated: u32,
    /// Texts that read as one number in either way.
    pub number: u32,
    /// Texts that read as a number with a decimal point only.
    pub point: u32,
    /// Texts that read as a number with a decimal comma only.
    pub comma: u32,
    /// Texts that read as two different numbers.
    pub point_or_comma: u32,
    /// Texts that read as one date in either way.
    pub date: u32,
    /// Texts that read as a date with the day first only.
    pub day_first: u32,
    /// Texts that read as a date with the month first only.
    pub month_first: u32,
    /// Texts that read as two different dates.
    pub day_or_month: u32,
    /// The first text that can be read in two ways.
    pub ambiguous: Option<String>,
    /// Its different texts, the first few short ones: all there are in a column of states or units.
    pub words: HashSet<CompactString, RandomState>,
}

/// A column with this many texts and neither number nor date among them is prose.
const SETTLED: u32 = 500;
/// Different texts that are kept of a column, and the longest of them in bytes.
const MOST_WORDS: usize = 50;
const LONGEST_WORD: usize = 40;

impl ColumnFacts {
    /// Takes another cell into account.
    pub(crate) fn include(&mut self, value: &Value, vocabulary: &Vocabulary) {
        if value.is_blank() {
            return;
        }
        self.filled += 1;
        match value {
            Value::Number(_) => self.numeric += 1,
            Value::Date(_) => self.dated += 1,
            Value::EmptyFormula => self.formulas += 1,
            Value::Text(text) => self.include_text(text, vocabulary),
            _ => {}
        }
    }

    fn include_text(&mut self, text: &CompactString, vocabulary: &Vocabulary) {
        if self.words.len() < MOST_WORDS && text.len() <= LONGEST_WORD && !self.words.contains(text) {
            self.words.insert(text.clone());
        }
        let is_prose = self.filled > SETTLED && self.numbers() + self.dates() == 0;
        if is_prose {
            return;
        }
        let text = &*plain_digits(text);
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        if let Some(readings) = read_number(text, vocabulary) {
            match (readings.point, readings.comma) {
                (Some(point), Some(comma)) if point != comma => self.doubt_number(text),
                (Some(_), Some(_)) => self.number += 1,
                (Some(_), None) => self.point += 1,
                (None, _) => self.comma += 1,
            }
        }
        if let Some(readings) = read_date(text) {
            match (readings.day_first, readings.month_first) {
                (Some(day), Some(month)) if day != month => self.doubt_date(text),
                (Some(_), Some(_)) => self.date += 1,
                (Some(_), None) => self.day_first += 1,
                (None, _) => self.month_first += 1,
            }
        }
    }

    fn doubt_number(&mut self, text: &str) {
        self.point_or_comma += 1;
        self.ambiguous.get_or_insert_with(|| text.to_owned());
    }

    fn doubt_date(&mut self, text: &str) {
        self.day_or_month += 1;
        self.ambiguous.get_or_insert_with(|| text.to_owned());
    }

    /// Cells that can be read as numbers.
    pub(crate) fn numbers(&self) -> u32 {
        self.numeric + self.number + self.point + self.comma + self.point_or_comma
    }

    /// Cells that can be read as dates.
    pub(crate) fn dates(&self) -> u32 {
        self.dated + self.date + self.day_first + self.month_first + self.day_or_month
    }

    /// The decimal separator its cells prove; nothing where they prove none.
    pub(crate) fn separator(&self) -> Option<DecimalSeparator> {
        match self.point.cmp(&self.comma) {
            std::cmp::Ordering::Greater => Some(DecimalSeparator::Point),
            std::cmp::Ordering::Less => Some(DecimalSeparator::Comma),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The order of day and month its cells prove; nothing where they prove none.
    pub(crate) fn order(&self) -> Option<DateOrder> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(DateOrder::DayFirst),
            std::cmp::Ordering::Less => Some(DateOrder::MonthFirst),
            std::cmp::Ordering::Equal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(texts: &[&str]) -> ColumnFacts {
        let (mut facts, words) = (ColumnFacts::default(), Vocabulary::shipped());
        texts.iter().for_each(|text| facts.include(&Value::Text((*text).into()), &words));
        facts
    }

    #[test]
    fn one_cell_decides_for_its_column() {
        use DateOrder::*;
        use DecimalSeparator::*;
        for (texts, separator, order) in [
            (vec!["1.234", "5,5"], Some(Comma), None),
            (vec!["1,234", "5.5"], Some(Point), None),
            (vec!["1.234"], None, None),
            (vec!["03/04/2025", "25/04/2025"], None, Some(DayFirst)),
            (vec!["03/04/2025", "04/25/2025"], None, Some(MonthFirst)),
            (vec!["03/04/2025"], None, None),
        ] {
            let facts = facts(&texts);
            assert_eq!((facts.separator(), facts.order()), (separator, order), "{texts:?}");
        }
        assert_eq!(facts(&["1.234"]).ambiguous.as_deref(), Some("1.234"));
    }
}
