//! Cells that state a day or a year.

use super::{Cells, FORMULA, is_placeholder};
use crate::cell::{Number, Value};
use crate::convention::{DateOrder, read_date, read_period, read_short_year, read_year};
use crate::field::{Field, Shape};
use crate::format::dates;
use crate::issue::IssueCode;
use crate::mapping::{MappedColumn, year_of_month};
use chrono::{Datelike, NaiveDate};
use planner_core::year::REPORTING_YEARS;

impl Cells<'_> {
    /// The cell as a date; one that cannot be read, or of a year that nobody reports, is an issue, and the row has none.
    pub(in crate::rows) fn date(&mut self, field: Field) -> Option<NaiveDate> {
        debug_assert_eq!(field.shape(), Shape::Date);
        let (column, value) = self.cell(field)?;
        let found = match value {
            Value::Date(date) => Some(*date),
            Value::Number(number) => self.serial_date(field, number),
            Value::Text(text) => match read_date(text) {
                Some(readings) if column.dates == DateOrder::DayFirst => readings.day_first,
                Some(readings) => {
                    readings.month_first.or_else(|| readings.day_first.filter(|_| text.contains('.')))
                }
                None => month(text)
                    .or_else(|| serial_text(text).and_then(|number| self.serial_date(field, &number))),
            },
            _ => None,
        };
        let found = found.filter(|date| REPORTING_YEARS.contains(&date.year()));
        let is_placeholder = || value.with_shown(is_placeholder);
        if found.is_none() && !is_placeholder() {
            let seen = if matches!(value, Value::EmptyFormula) { FORMULA.to_owned() } else { value.shown() };
            self.issue(field, IssueCode::UnreadableDate, &seen, expected_date(column));
        }
        found
    }

    /// A reporting year, from a column that holds nothing else.
    pub(in crate::rows) fn reporting_year(&mut self) -> Option<i32> {
        self.cell(Field::Year)?;
        self.year(Field::Year)
    }

    /// A date written as a bare day number, or as 20250301.
    fn serial_date(&mut self, field: Field, number: &Number) -> Option<NaiveDate> {
        if number.shown.len() == 8
            && let Some(readings) = read_date(&number.shown)
        {
            return readings.day_first;
        }
        if let Some(date) = month(&number.shown) {
            return Some(date);
        }
        let days: u32 = number.shown.split('.').next()?.parse().ok()?;
        let date =
            (20_000..80_000).contains(&days).then(|| dates::from_serial(&number.shown, self.from_1904))??;
        self.issue(field, IssueCode::SerialDate, &number.shown, "a date; the day number was read as one");
        Some(date)
    }

    /// A calendar year, from a number, a text or a date.
    pub(in crate::rows) fn year(&mut self, field: Field) -> Option<i32> {
        let (_, value) = self.cell(field)?;
        let short = || read_short_year(&value.shown()).filter(|_| field == Field::Year);
        let found = match value {
            Value::Date(date) => Some(date.year()),
            Value::Number(number) if number.shown.len() == 2 => short(),
            Value::Number(number) => year_of_month(&number.shown).or_else(|| number.shown.parse().ok()),
            // A vintage is a calendar year; of two of them nobody knows which.
            Value::Text(text) if field == Field::Vintage && is_of_two_years(text) => None,
            Value::Text(text) => {
                let by_month = || month(text).or_else(|| month_and_year(text));
                let by_date = || read_date(text)?.day_first.or_else(by_month);
                let by_day = || by_date().or_else(by_month).map(|date| date.year());
                let by_period = || read_period(text).filter(|_| field == Field::Year);
                read_year(text).or_else(by_day).or_else(by_period).or_else(short)
            }
            _ => None,
        };
        let found = found.filter(|year| REPORTING_YEARS.contains(year));
        if found.is_none() {
            self.issue(field, IssueCode::UnreadableNumber, &value.shown(), "a calendar year");
        }
        found
    }
}

/// Whether a text is two years, such as 2024-2025 or 2024/25.
fn is_of_two_years(text: &str) -> bool {
    let parted = text.trim().split_once(['-', '/', '–']);
    let is_year = |text: &str, lengths: &[usize]| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    parted.is_some_and(|(first, last)| {
        is_year(first.trim(), &[4]) && is_year(last.trim(), &[2, 4]) && read_year(text).is_some()
    })
}

/// The first day of a month in digits alone: 202507.
fn month(text: &str) -> Option<NaiveDate> {
    let month = text.trim().get(4..)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year_of_month(text)?, month, 1)
}

/// The first day of a month such as 07/25.
fn month_and_year(text: &str) -> Option<NaiveDate> {
    let (month, year) = text.trim().split_once(['/', '.', '-'])?;
    let is_two = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = year.parse().ok().filter(|_| is_two(month) && is_two(year))?;
    NaiveDate::from_ymd_opt(2000 + year, month.parse().ok()?, 1)
}

fn serial_text(text: &str) -> Option<Number> {
    let text = text.trim();
    let is_serial = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_serial.then(|| Number { shown: text.into(), exact: None, unit: None })
}

fn expected_date(column: &MappedColumn) -> &'static str {
    match column.dates {
        DateOrder::DayFirst => "a date, ISO or with the day first",
        DateOrder::MonthFirst => "a date, ISO or with the month first as in the rest of the column",
    }
}
