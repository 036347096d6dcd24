//! Numbers as text: what a spreadsheet shows of a float, without keeping the float.

use crate::cell::Number;
use compact_str::{CompactString, ToCompactString, format_compact};

/// The significant digits a spreadsheet shows.
const SHOWN_DIGITS: usize = 15;

/// Beyond this power of ten the exponent is kept: no exact decimal could hold the number anyway.
const LARGEST_PLAIN_EXPONENT: i32 = 30;

/// A numeric cell from its text in the file; nothing for NaN, infinities and words.
pub(crate) fn numeric_cell(text: &str) -> Option<Number> {
    let text = text.trim();
    if let Some(shown) = plain_and_short(text) {
        return Some(Number { shown, exact: None, unit: None });
    }
    let starts_like_a_number = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let float = text.parse::<f64>().ok().filter(|float| starts_like_a_number && float.is_finite())?;
    let mut number = from_float(float)?;
    if text.len() > SHOWN_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // An identifier with more digits than a float holds: the file's own text is the truth.
        number.exact = Some(text.into());
    }
    Some(number)
}

/// A numeric cell from a float; nothing for NaN and infinities.
pub(crate) fn from_float(float: f64) -> Option<Number> {
    if !float.is_finite() {
        return None;
    }
    // What one typed: a decimal of 15 digits is the shortest text of its float, and what the spreadsheet shows.
    if let Some(shown) = plain_and_short(&float.to_compact_string()) {
        return Some(Number { shown, exact: None, unit: None });
    }
    let shown = fifteen_digits(float);
    // No two decimals of 15 digits are the same float: what reads back as it is the shortest text, too.
    let exact = (shown.parse() != Ok(float))
        .then(|| if shown.contains('E') { format_compact!("{float:E}") } else { float.to_compact_string() });
    Some(Number { shown, exact, unit: None })
}

/// A plain decimal of at most 15 digits survives the float unchanged: only its zeros are trimmed.
fn plain_and_short(text: &str) -> Option<CompactString> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || digits.len() > SHOWN_DIGITS || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    Some(plain(sign, whole, fraction))
}

fn plain(sign: &str, whole: &str, fraction: &str) -> CompactString {
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let mut text = CompactString::with_capacity(0);
    if !(whole.is_empty() && fraction.is_empty()) {
        text.push_str(sign);
    }
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

fn fifteen_digits(float: f64) -> CompactString {
    let scientific = format_compact!("{:.*e}", SHOWN_DIGITS - 1, float);
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: CompactString = mantissa.chars().filter(char::is_ascii_digit).collect();
    if exponent.abs() > LARGEST_PLAIN_EXPONENT {
        let rest = digits[1..].trim_end_matches('0');
        let point = if rest.is_empty() { "" } else { "." };
        return format_compact!("{sign}{}{point}{rest}E{exponent}", &digits[..1]);
    }
    place_point(sign, digits, exponent)
}

fn place_point(sign: &str, mut digits: CompactString, exponent: i32) -> CompactString {
    let before_point = exponent + 1;
    if before_point <= 0 {
        let zeros = "0".repeat(before_point.unsigned_abs() as usize);
        return plain(sign, "0", &(zeros + &digits));
    }
    let before_point = before_point as usize;
    while digits.len() < before_point {
        digits.push('0');
    }
    plain(sign, &digits[..before_point], &digits[before_point..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_is_what_excel_shows_and_exact_is_kept() {
        for (text, shown, exact) in [
            ("1.1000000000000001", "1.1", None),
            ("0.30000000000000004", "0.3", Some("0.30000000000000004")),
            ("7.0000000000000009", "7", Some("7.000000000000001")),
            ("171900085939", "171900085939", None),
            ("1.719E11", "171900000000", None),
            ("12345678901234567890", "12345678901234600000", Some("12345678901234567890")),
            ("0", "0", None),
            ("-0.50", "-0.5", None),
            ("1E-7", "0.0000001", None),
            ("1e300", "1E300", None),
            ("007", "7", None),
        ] {
            let number = numeric_cell(text).expect(text);
            assert_eq!((number.shown.as_str(), number.exact.as_deref()), (shown, exact), "{text}");
        }
    }

    #[test]
    fn no_number_is_made_of_words() {
        for text in ["NaN", "1e400", "inf", "", "twelve", "-"] {
            assert_eq!(numeric_cell(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_decimal_of_15_digits_survives(digits in 0_i64..1_000_000_000_000_000, scale in 0_u32..12) {
            let decimal = rust_decimal::Decimal::new(digits, scale);
            let float: f64 = decimal.to_string().parse().expect("a float");
            let shown = from_float(float).expect("finite").shown;
            proptest::prop_assert_eq!(shown, decimal.normalize().to_string());
        }
    }
}
