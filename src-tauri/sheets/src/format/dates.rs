//! Serial day numbers of spreadsheets.

use chrono::{Days, NaiveDate};

/// The date of a serial number's plain text; its time of day is left out. Nothing outside the calendar.
pub(crate) fn from_serial(plain: &str, from_1904: bool) -> Option<NaiveDate> {
    let whole = plain.split_once('.').map_or(plain, |(whole, _)| whole);
    let days: u64 = whole.parse().ok().filter(|days| *days <= 2_958_465)?;
    let epoch = match (from_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        // Excel counts a 29 February 1900 that never was.
        (false, 0) => return None,
        (false, 1..=59) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    epoch.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_epochs() {
        for (serial, from_1904, date) in [
            ("45000", false, Some("2023-03-15")),
            ("45000.75", false, Some("2023-03-15")),
            ("43538", true, Some("2023-03-15")),
            ("1", false, Some("1900-01-01")),
            ("61", false, Some("1900-03-01")),
            ("0", true, Some("1904-01-01")),
            ("-1", false, None),
            ("9999999", false, None),
        ] {
            let found = from_serial(serial, from_1904).map(|date| date.to_string());
            assert_eq!(found.as_deref(), date, "{serial}");
        }
    }
}
