//! Moments as programs count them, since the beginning of 1970.

use chrono::{DateTime, Datelike, NaiveDate};

/// A moment in seconds, as databases write it, and one in milliseconds, as JavaScript does.
const DIGITS: [usize; 2] = [10, 13];

/// Time zones lie within so many milliseconds of the first meridian.
const TIME_ZONES: i64 = 14 * 3_600_000;

/// The number of a moment in seconds or milliseconds, bare or as .NET writes it; nothing where the text is none.
pub(super) fn moment(text: &str) -> Option<&str> {
    match text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
        Some(moment) => moment.split(['+', '-']).next(),
        None => {
            (DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
        }
    }
}

/// The day of a moment of 2010 to 2039, as others are numbers of goods. Within hours of a new year it is the one or the other
/// by where it was written, and is no date.
pub(super) fn day_of_moment(number: &str) -> Option<NaiveDate> {
    let stated: i64 = number.parse().ok()?;
    let moment = if number.len() == DIGITS[0] { stated * 1_000 } else { stated };
    let day = |moment| Some(DateTime::from_timestamp_millis(moment)?.date_naive());
    let (before, after) = (day(moment.checked_sub(TIME_ZONES)?)?, day(moment.checked_add(TIME_ZONES)?)?);
    let is_likely = (2010..2040).contains(&before.year()) && before.year() == after.year();
    day(moment).filter(|_| is_likely)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_programs() {
        let day = NaiveDate::from_ymd_opt(2024, 11, 5);
        for text in ["1730764800000", "1730764800", "/Date(1730764800000)/", "/Date(1730764800000+0100)/"] {
            assert_eq!(moment(text).map(day_of_moment), Some(day), "{text}");
        }
        // Midnight of New Year's Day, somewhere, a number of goods, and one that no clock counts to.
        for text in ["1735686000000", "4006381333931", "/Date(9223372036854775807)/"] {
            assert_eq!(moment(text).map(day_of_moment), Some(None), "{text}");
        }
        for text in ["20241105", "5.11.2024", ""] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
