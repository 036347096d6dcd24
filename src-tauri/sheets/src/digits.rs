//! Digits of any script as the ten that numbers are read from.

use std::borrow::Cow;

/// Zeros of the scripts that write numbers with digits of their own, each followed by its nine others (Unicode, Nd).
const ZEROS: [char; 19] = [
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}',
    '\u{C66}', '\u{CE6}', '\u{D66}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{17E0}', '\u{1810}',
    '\u{FF10}',
];

/// The text with digits, separators and signs of other scripts as their plain ones; borrowed where it has none.
pub(crate) fn plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(|letter| plain(letter) == letter) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(plain).collect())
}

fn plain(letter: char) -> char {
    match letter {
        letter if letter.is_ascii() => letter,
        '\u{66B}' => '.',
        '\u{66C}' => ',',
        '\u{2212}' => '-',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        letter => {
            let of =
                |zero: &char| u32::from(letter).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
            ZEROS.iter().find_map(of).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(letter)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_many_scripts() {
        for (text, expected) in [
            ("１５", "15"),
            ("١٢٫٥", "12.5"),
            ("۱۲۳", "123"),
            ("१२०", "120"),
            ("๑๐", "10"),
            ("－３．５", "-3.5"),
            ("12", "12"),
            ("Gerät", "Gerät"),
        ] {
            assert_eq!(plain_digits(text), expected);
        }
    }
}
