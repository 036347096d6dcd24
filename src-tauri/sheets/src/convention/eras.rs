//! Years that are counted from the beginning of an era, and periods that name a year and a part of it.

use crate::digits::plain_digits;
use chrono::NaiveDate;

/// Names of eras before a year, with the year before their first: Reiwa, Heisei and Showa of Japan, and the Republic's of
/// Taiwan (民國). The letters stand before numbers only.
const ERAS: [(&str, i32); 7] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("民國", 1911),
    ("民国", 1911),
    ("R", 2018),
    ("H", 1988),
];
/// The Republic's years are of three digits now, and need no name.
const REPUBLIC: i32 = 1911;
const YEARS_OF_THE_REPUBLIC: std::ops::RangeInclusive<i32> = 100..=150;

/// Signs between the numbers of such a date.
const SIGNS: [char; 7] = ['年', '月', '日', '.', '/', '-', ' '];

/// A day, or the first one of a month, in a year of an era: 令和7年3月4日, R7.3.4, 民國114年3月4日, 114/03/04.
pub(super) fn era_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (before, rest, is_named) = match era(text) {
        Some((before, rest)) => (before, rest, true),
        None => (REPUBLIC, text, false),
    };
    let numbers = numbers(rest)?;
    let (year, month, day) = match numbers.as_slice() {
        [year, month, day] => (*year, *month, *day),
        [year, month] if is_named => (*year, *month, 1),
        _ => return None,
    };
    let is_plain = || rest.contains(['/', '-']) && YEARS_OF_THE_REPUBLIC.contains(&year);
    let is_year = if is_named { (1..=150).contains(&year) } else { is_plain() };
    let (month, day) = (u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    NaiveDate::from_ymd_opt(before + year, month, day).filter(|_| is_year)
}

/// The year that an era's name and a lone number say: 令和7年度.
pub(super) fn era_year(text: &str) -> Option<i32> {
    let text = text.trim();
    let (before, rest) = era(text).filter(|_| !text.is_ascii())?;
    match numbers(rest.trim_end_matches('度'))?.as_slice() {
        [year] if (1..=150).contains(year) => Some(before + year),
        _ => None,
    }
}

/// The year before an era's first, and what stands behind the era's name.
fn era(text: &str) -> Option<(i32, &str)> {
    let (before, rest) = ERAS.iter().find_map(|(name, before)| Some((*before, text.strip_prefix(name)?)))?;
    let begins = |first: char| first.is_ascii_digit() || matches!(first, '元' | ' ');
    rest.starts_with(begins).then_some((before, rest))
}

/// The numbers of a text that holds nothing else but the signs between them; the first year is called 元.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let parts = text.split(SIGNS).filter(|part| !part.is_empty());
    parts.map(|part| if part == "元" { Some(1) } else { small(part) }).collect()
}

fn small(part: &str) -> Option<i32> {
    let is_number = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_number)
}

/// Letters of the longest name of a period.
const LONGEST_PERIOD: usize = 24;

/// The year of a period that is named by it and a number: "H2 2024", "KW 51/2024", "2024-W03", and a posting period, which
/// is written with three digits: "012.2024".
pub(crate) fn read_period(text: &str) -> Option<i32> {
    let text = &*plain_digits(text.trim());
    let numbers: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (years, others): (Vec<&str>, Vec<&str>) = numbers.iter().partition(|number| number.len() == 4);
    let is_period = text.chars().count() <= LONGEST_PERIOD
        && others.len() <= 1
        && others.iter().all(|number| number.len() <= 2 || (number.len() == 3 && number.starts_with('0')));
    match years.as_slice() {
        [year] if is_period => year.parse().ok().filter(|year| (2000..2100).contains(year)),
        _ => None,
    }
}

/// The year of this century that two digits alone name, as a column of fiscal years does: "24".
pub(crate) fn read_short_year(text: &str) -> Option<i32> {
    let text = &*plain_digits(text.trim());
    let year: i32 = text.parse().ok().filter(|_| text.len() == 2)?;
    Some(2000 + year).filter(|_| SHORT_YEARS.contains(&year))
}

/// Years that two digits name where no month and no count of years could be meant.
const SHORT_YEARS: std::ops::Range<i32> = 15..60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras() {
        for (text, expected) in [
            ("令和7年3月4日", Some("2025-03-04")),
            ("令和元年5月1日", Some("2019-05-01")),
            ("R7.3.4", Some("2025-03-04")),
            ("R06/12/17", Some("2024-12-17")),
            ("平成31年4月30日", Some("2019-04-30")),
            ("民國114年3月4日", Some("2025-03-04")),
            ("113/12/17", Some("2024-12-17")),
            ("114-03-04", Some("2025-03-04")),
            ("114.03.04", None),
            ("R2.0.1", None),
            ("H2 2024", None),
            ("HP 14.3.2", None),
        ] {
            assert_eq!(era_date(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!((era_year("令和7年度"), era_year("R7")), (Some(2025), None));
    }

    #[test]
    fn periods_of_a_year() {
        for (text, year) in [
            ("H2 2024", Some(2024)),
            ("KW 51/2024", Some(2024)),
            ("2024-W03", Some(2024)),
            ("012.2024", Some(2024)),
            ("2024/112", None),
            ("2024年上半期", Some(2024)),
            ("2024 and 2025", None),
            ("Model 2024 of 100 pieces", None),
            ("H2", None),
        ] {
            assert_eq!(read_period(text), year, "{text}");
        }
    }
}
