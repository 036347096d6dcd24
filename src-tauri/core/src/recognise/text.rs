//! An order's text made comparable, with its words.

use crate::spelling::fold;

/// A folded text: lower case, no accents, one space between words, a hyphen inside a word that had one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) folded: String,
    /// Where each word begins and ends; parts joined by a hyphen are words of their own.
    pub(super) words: Vec<(usize, usize)>,
}

impl Text {
    /// Folds a text. `15,6"` → `15.6 in`; `C9300-48T/E` → `c9300-48t-e`.
    pub(super) fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let mut folded = String::with_capacity(text.len() + 8);
        for (place, &letter) in letters.iter().enumerate() {
            let before = place.checked_sub(1).map(|one| letters[one]);
            let after = letters.get(place + 1).copied();
            push(&mut folded, letter, before, after, &letters[place..]);
        }
        let folded = folded.trim_matches([' ', '-', ',']).to_owned();
        let words = words(&folded);
        Self { folded, words }
    }

    /// The words from one to another, parted by spaces.
    pub(super) fn phrase(&self, first: usize, last: usize) -> String {
        self.folded[self.words[first].0..self.words[last].1].replace('-', " ")
    }
}

fn push(folded: &mut String, letter: char, before: Option<char>, after: Option<char>, rest: &[char]) {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    match letter {
        letter if letter.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&letter) => {
            push_letter(folded, letter);
        }
        '"' | '″' | '”' | '“' if is_digit(before) => push_apart(folded, "in"),
        '.' | ',' if is_digit(before) && is_digit(after) && decimals(&rest[1..]) <= 2 => folded.push('.'),
        '-' | '/' | '‑' | '–' if is_word(before) && is_word(after) => folded.push('-'),
        ',' | ';' | '|' | '\n' | ':' => push_apart(folded, ","),
        '+' if !is_word(before) => push_apart(folded, "plus"),
        '&' => push_apart(folded, "and"),
        _ => part(folded),
    }
}

fn part(folded: &mut String) {
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

fn push_apart(folded: &mut String, word: &str) {
    part(folded);
    folded.push_str(word);
    folded.push(' ');
}

fn push_letter(folded: &mut String, letter: char) {
    let mut buffer = [0; 4];
    if letter == '\u{308}' && folded.ends_with(['a', 'o', 'u']) {
        folded.push('e');
    } else if letter.is_ascii_alphanumeric() {
        folded.push(letter.to_ascii_lowercase());
    } else {
        folded.push_str(&fold(letter.encode_utf8(&mut buffer)));
    }
}

fn decimals(rest: &[char]) -> usize {
    rest.iter().take_while(|letter| letter.is_ascii_digit()).count()
}

fn words(folded: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (place, letter) in folded.char_indices() {
        if matches!(letter, ' ' | '-' | ',') {
            found.extend(start.take().map(|start| (start, place)));
        } else if start.is_none() {
            start = Some(place);
        }
    }
    found.extend(start.map(|start| (start, folded.len())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fold() {
        for (text, folded) in [
            ("HP 250 G9 15,6\" i5", "hp 250 g9 15.6 in i5"),
            ("C9300-48T/E", "c9300-48t-e"),
            ("Akku für ThinkPad (T480)", "akku fuer thinkpad t480"),
            ("RS1221+ + rails", "rs1221 plus rails"),
            ("1,000 pcs, new", "1 , 000 pcs , new"),
            ("Écran 24", "ecran 24"),
        ] {
            assert_eq!(Text::new(text).folded, folded, "{text}");
        }
    }
}
