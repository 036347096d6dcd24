//! How a statement looks: the screen's colours in light, a few sizes, and figures as a person reads them.

use chrono::NaiveDate;
use planner_sheets::pdf::{A4, Colour, Fill, Style, Weight};

/// White space at every edge.
pub(crate) const MARGIN: f32 = 46.0;
/// Width between the margins.
pub(crate) const WIDTH: f32 = A4.0 - 2.0 * MARGIN;

pub(crate) const INK: Colour = Colour(0x13, 0x21, 0x2B);
pub(crate) const INK_2: Colour = Colour(0x3F, 0x4F, 0x5B);
pub(crate) const INK_3: Colour = Colour(0x5C, 0x6A, 0x74);
pub(crate) const LINE: Colour = Colour(0xCD, 0xD0, 0xCA);
pub(crate) const HAIRLINE: Colour = Colour(0xE4, 0xE5, 0xDF);
pub(crate) const ACCENT: Colour = Colour(0x0B, 0x5A, 0x66);
pub(crate) const ACCENT_SOFT: Colour = Colour(0xE9, 0xF2, 0xF3);
pub(crate) const WARM: Colour = Colour(0x9A, 0x43, 0x13);
pub(crate) const WARM_SOFT: Colour = Colour(0xFA, 0xEB, 0xDF);
pub(crate) const TRACK: Colour = Colour(0xE9, 0xEA, 0xE5);
pub(crate) const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);

/// What a fill means, as on the screen.
pub(crate) const RETIRED: Fill = Fill::Plain(Colour(0x0B, 0x5A, 0x66));
pub(crate) const OWN: Fill = Fill::Slanted(Colour(0x4A, 0x8F, 0x98));
pub(crate) const HELD: Fill = Fill::Dotted(Colour(0x5A, 0x7F, 0xC0));
pub(crate) const TO_BUY: Fill = Fill::Open(Colour(0xCC, 0x6A, 0x24));
pub(crate) const OTHER_INK: Colour = Colour(0x9B, 0xA8, 0xB0);

const fn style(size: f32, weight: Weight, colour: Colour) -> Style {
    Style { size, weight, colour, is_tabular: false }
}

pub(crate) const TITLE: Style = style(22.0, Weight::Bold, INK);
pub(crate) const HERO: Style = style(32.0, Weight::Bold, ACCENT);
pub(crate) const HEADING: Style = style(10.5, Weight::Bold, INK);
pub(crate) const BODY: Style = style(9.0, Weight::Regular, INK);
pub(crate) const QUOTE: Style = style(10.0, Weight::Regular, INK);
pub(crate) const STRONG: Style = style(9.0, Weight::Bold, INK);
pub(crate) const SOFT: Style = style(9.0, Weight::Regular, INK_3);
pub(crate) const SMALL: Style = style(7.5, Weight::Regular, INK_3);
pub(crate) const SMALL_STRONG: Style = style(7.5, Weight::Bold, INK_2);

/// The same with all figures equally wide, for columns.
pub(crate) const fn tabular(style: Style) -> Style {
    Style { is_tabular: true, ..style }
}

/// The same in another colour.
pub(crate) const fn coloured(style: Style, colour: Colour) -> Style {
    Style { colour, ..style }
}

/// A whole number in groups of three.
pub(crate) fn grouped(number: i64) -> String {
    grouped_text(&number.to_string())
}

/// A decimal in groups of three; what is no number stays as it is.
pub(crate) fn grouped_text(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("−", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    if whole.is_empty() || !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    fraction.map_or(text.clone(), |fraction| format!("{text}.{fraction}"))
}

/// A day in words that every reader takes alike.
pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_nothing_is_rounded() {
        for (number, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1250000", "1,250,000"),
            ("-1234.5678", "−1,234.5678"),
            ("–", "–"),
            ("", ""),
        ] {
            assert_eq!(grouped_text(number), expected);
        }
    }
}
