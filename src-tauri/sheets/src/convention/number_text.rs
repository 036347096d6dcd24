//! Numbers written as text, in both conventions at once. No float is involved.

use crate::digits::plain_digits;
use crate::vocabulary::{Affix, Vocabulary};
use rust_decimal::Decimal;

/// What a text reads as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumberReadings {
    /// With a decimal point.
    pub(crate) point: Option<Decimal>,
    /// With a decimal comma.
    pub(crate) comma: Option<Decimal>,
    /// What stands beside it.
    pub(crate) affix: Option<Affix>,
}

/// Texts longer than this are no numbers.
const LONGEST: usize = 64;

/// Reads a text as a number; nothing where it is none in either convention.
pub(crate) fn read_number(text: &str, vocabulary: &Vocabulary) -> Option<NumberReadings> {
    let text = &*plain_digits(text.trim_matches(is_space));
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if let Some(exact) = scientific(text) {
        return Some(NumberReadings { point: Some(exact), comma: Some(exact), affix: None });
    }
    let (negative, text) = outer_sign(text);
    let (before, body, after) = parts(text)?;
    let (inner_negative, before) = inner_sign(before);
    let affix = affix(before, after, vocabulary)?;
    let sign = |number: Decimal| if negative || inner_negative { -number } else { number };
    let point = exact(body, '.', ',').map(sign);
    let comma = exact(body, ',', '.').map(sign);
    (point.is_some() || comma.is_some()).then_some(NumberReadings { point, comma, affix })
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// `1.5E+3`, as spreadsheets write very large numbers into csv.
fn scientific(text: &str) -> Option<Decimal> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let is_plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || b".+-".contains(&byte))
    };
    if !is_plain(mantissa) || !is_plain(exponent) {
        return None;
    }
    Decimal::from_scientific(text).ok()
}

/// `(5)`, `5-` and `-5` are below zero.
fn outer_sign(text: &str) -> (bool, &str) {
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inside.trim_matches(is_space));
    }
    match text.strip_suffix(['-', '−']) {
        Some(rest) => (true, rest.trim_matches(is_space)),
        None => (false, text),
    }
}

fn inner_sign(before: &str) -> (bool, &str) {
    let before = before.trim_matches(is_space);
    let signs = ['-', '−', '–'];
    if let Some(rest) = before.strip_prefix(signs).or_else(|| before.strip_suffix(signs)) {
        return (true, rest.trim_matches(is_space));
    }
    (false, before.trim_start_matches('+').trim_end_matches('+').trim_matches(is_space))
}

/// What stands before the first digit, from there to the last digit, and behind it.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let first = text.find(|letter: char| letter.is_ascii_digit())?;
    // ".5" begins with its point; "руб.5" does not exist.
    let first = if text[..first].ends_with('.') && text[..first].trim_end_matches('.').is_empty() {
        first - 1
    } else {
        first
    };
    let last = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    Some((&text[..first], &text[first..last], &text[last..]))
}

/// What stands beside the number; nothing where it is not known.
fn affix(before: &str, after: &str, vocabulary: &Vocabulary) -> Option<Option<Affix>> {
    let after = after.trim_matches(is_space);
    let after = if matches!(after, "." | "," | ".-" | ",-") { "" } else { after };
    match (before.is_empty(), after.is_empty()) {
        (true, true) => Some(None),
        (true, false) => vocabulary.affix(after).map(Some),
        (false, true) => vocabulary.affix(before).map(Some),
        (false, false) => None,
    }
}

fn exact(body: &str, point: char, group: char) -> Option<Decimal> {
    let (whole, fraction) = body.rsplit_once(point).unwrap_or((body, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = ungrouped(whole, group)?;
    let text = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    Decimal::from_str_exact(&text).ok()
}

/// The digits of a whole number whose groups are parted by one separator throughout.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    if whole.is_empty() {
        return Some("0".to_owned());
    }
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let separator = whole.chars().find(|letter| !letter.is_ascii_digit())?;
    let is_separator = separator == group || is_space(separator) || matches!(separator, '\'' | '’');
    let groups: Vec<&str> = whole.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && last.len() == 3
        && middle.iter().all(|group| (2..=3).contains(&group.len()));
    (is_separator && fits && groups.iter().all(is_digits)).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use planner_core::mass::MassUnit;

    fn check(text: &str, point: Option<&str>, comma: Option<&str>) {
        let decimal = |text: Option<&str>| text.map(|text| text.parse::<Decimal>().expect("a decimal"));
        let readings = read_number(text, &Vocabulary::shipped());
        let found = readings.map(|readings| (readings.point, readings.comma));
        let expected = (point.is_some() || comma.is_some()).then(|| (decimal(point), decimal(comma)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn texts_read_in_both_conventions() {
        check("1234", Some("1234"), Some("1234"));
        check("1.4", Some("1.4"), None);
        check("1,4", None, Some("1.4"));
        check("1.234", Some("1.234"), Some("1234"));
        check("1,234,567", Some("1234567"), None);
        check("1 454,054", None, Some("1454.054"));
        check("1\u{a0}454,05", None, Some("1454.05"));
        check("1'234.50", Some("1234.50"), None);
        check("0,125", None, Some("0.125"));
        check("70.00 руб.", Some("70.00"), None);
        check("€ 1.234,50", None, Some("1234.50"));
        check("-5", Some("-5"), Some("-5"));
        check("(5)", Some("-5"), Some("-5"));
        check("5-", Some("-5"), Some("-5"));
        check("1.5E+3", Some("1500"), Some("1500"));
        check(".5", Some("0.5"), None);
        check("3 pcs", Some("3"), Some("3"));
        check("12 monkeys", None, None);
        check("1,23,45", None, None);
        check("A12", None, None);
        check("", None, None);
        check("99999999999999999999999999999999", None, None);
    }

    #[test]
    fn units_beside_a_number_are_kept() {
        let affix = |text| read_number(text, &Vocabulary::shipped()).and_then(|readings| readings.affix);
        assert_eq!(affix("1.4 kg"), Some(Affix::Mass(MassUnit::Kilogram)));
        assert_eq!(affix("3 lbs"), Some(Affix::Mass(MassUnit::Pound)));
        assert_eq!(affix("$ 12"), Some(Affix::Currency("USD".into())));
        assert_eq!(affix("-$12"), Some(Affix::Currency("USD".into())));
    }

    proptest::proptest! {
        #[test]
        fn any_decimal_survives_as_text(units in proptest::num::i64::ANY, scale in 0_u32..12) {
            let decimal = Decimal::new(units, scale);
            let readings = read_number(&decimal.to_string(), &Vocabulary::default()).expect("a number");
            proptest::prop_assert_eq!(readings.point, Some(decimal));
        }
    }
}
