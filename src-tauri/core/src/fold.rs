//! Letters without what does not tell words apart: case, accents, width, ligatures, and marks that cannot be seen.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A letter as it is compared, and where what it stands for lies in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The letter: lower case, without accent.
    pub letter: char,
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// The letters of a text, folded: `ＣＯ₂` and `co2` are alike, and so are `Łukasz` and `lukasz`. A letter that is written
/// as two when folded (`ß`, `ﬁ`) gives both, with the same place.
pub fn folded(text: &str) -> Vec<Folded> {
    let mut letters = Vec::with_capacity(text.len());
    for (start, letter) in text.char_indices().filter(|(_, letter)| !is_invisible(*letter)) {
        let end = start + letter.len_utf8();
        decompose_compatible(letter, |part| {
            if !is_combining_mark(part) {
                let cased = part.to_uppercase().flat_map(char::to_lowercase);
                letters.extend(cased.flat_map(plain).map(|letter| Folded { letter, start, end }));
            }
        });
    }
    letters
}

/// Letters and digits alone, folded: what is left of a name when case, spaces, accents and points make no difference.
pub fn folded_name(name: &str) -> String {
    folded(name).into_iter().map(|one| one.letter).filter(|letter| letter.is_alphanumeric()).collect()
}

/// A text as it looks, in lower case: letters of other scripts that cannot be told from plain ones are those (Unicode TR 39,
/// section 4). Plain letters and digits stay what they are, so that O is not 0.
pub fn as_shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_invisible(*letter)) {
        match letter.is_ascii() {
            true => shown.push(letter),
            false => shown.extend(unicode_security::skeleton(letter.encode_utf8(&mut [0; 4]))),
        }
    }
    shown.to_lowercase()
}

/// Marks of formatting: they show nothing, and part no word.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// Unicode takes a stroke for a part of the letter, where readers take it for an accent.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ł' => ('l', None),
        'ø' => ('o', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (one, other) in [
            ("Ada Lund", "ADA  LUND"),
            ("Ada Lund", "Ada\u{a0}Lund "),
            ("José Núñez", "Jose Nunez"),
            ("Jose\u{301}", "José"),
            ("Łukasz Ørsted", "Lukasz Orsted"),
            ("Groß", "GROSS"),
            ("J. Brandt", "J Brandt"),
            ("Anna-Lena", "Anna Lena"),
            ("Ａｄａ", "Ada"),
            ("A\u{200b}da", "Ada"),
        ] {
            assert_eq!(folded_name(one), folded_name(other), "{one} and {other}");
        }
        for (one, other) in [("Ada Lund", "Ida Lund"), ("张伟", "张炜"), ("A. Lund", "Ada Lund")] {
            assert_ne!(folded_name(one), folded_name(other), "{one} and {other}");
        }
        assert_eq!(folded_name(" – . "), "");
    }

    #[test]
    fn a_folded_letter_knows_its_place() {
        let text = "Ñß\u{ad}₂x";
        let found: Vec<_> = folded(text).iter().map(|one| (one.letter, &text[one.start..one.end])).collect();
        assert_eq!(found, [('n', "Ñ"), ('s', "ß"), ('s', "ß"), ('2', "₂"), ('x', "x")]);
    }
}
