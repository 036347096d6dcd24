//! A claim as it is looked through: its letters, and which word, clause and sentence each is of.

use crate::fold::folded;

/// A letter of the text, folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub letter: char,
    pub start: usize,
    pub end: usize,
    /// Number of its word, or of the word before it.
    pub word: usize,
    /// Number of its clause: what a denial reaches.
    pub clause: usize,
    /// Number of its sentence: what two parts of a claim must share.
    pub sentence: usize,
}

impl Letter {
    pub fn is_of_word(&self) -> bool {
        self.letter.is_alphanumeric()
    }

    /// What may stand between the words of one expression, or within it: space, hyphen, apostrophe.
    pub fn is_gap(&self) -> bool {
        self.letter.is_whitespace() || matches!(self.letter, '-' | '\'' | '’' | '\u{2010}'..='\u{2015}')
    }
}

/// The letters of a text with their words, clauses and sentences.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let folded = folded(text);
    let (mut word, mut clause, mut sentence, mut is_in_word) = (0, 0, 0, false);
    let mut letters = Vec::with_capacity(folded.len());
    for one in folded {
        let is_of_word = one.letter.is_alphanumeric();
        word += usize::from(is_of_word && !is_in_word);
        is_in_word = is_of_word;
        let ends_sentence = ends_sentence(text, one.letter, one.end);
        sentence += usize::from(ends_sentence);
        clause += usize::from(ends_sentence || matches!(one.letter, ':' | '(' | ')' | '\n'));
        letters.push(Letter { letter: one.letter, start: one.start, end: one.end, word, clause, sentence });
    }
    letters
}

/// A point ends a sentence where a capital letter or nothing follows: “approx. 12 %” goes on.
fn ends_sentence(text: &str, letter: char, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    match letter {
        '!' | '?' | ';' => true,
        '\n' => rest.starts_with(['\n', '\r']),
        '.' | '…' => {
            let next = rest.chars().find(|next| next.is_alphanumeric());
            rest.chars().next().is_none_or(char::is_whitespace) && next.is_none_or(char::is_uppercase)
        }
        _ => false,
    }
}

/// Where a word is made of letters of two alphabets, which only look alike: its first and last byte.
pub(super) fn mixed_words(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let is_latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, 'À'..='ɏ');
        let is_other = |letter: char| matches!(letter, '\u{370}'..='\u{52f}');
        if word.contains(is_latin) && word.contains(is_other) {
            found.push((start, start + word.len()));
        }
        start += part.len();
    }
    found
}
