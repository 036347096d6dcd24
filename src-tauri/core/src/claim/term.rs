//! An expression that is looked for, however it is spelt.

use super::text::Letter;
use crate::fold::folded;

/// Words that stand together. A `*` at the beginning or the end of a word stands for any letters, `#` for a number.
/// Between the words may be nothing, space, hyphens or an apostrophe: `eco friendly` finds “eco-friendly” too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term(Vec<Word>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    letters: Vec<char>,
    is_number: bool,
    is_open_before: bool,
    is_open_after: bool,
}

/// An expression that was found: indices of its letters, the end not among them, and of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
    pub first_word: usize,
    pub last_word: usize,
    pub clause: usize,
    pub sentence: usize,
}

impl Term {
    /// The expression that a data file writes so.
    pub fn new(text: &str) -> Self {
        let word = |text: &str| Word {
            letters: folded(text.trim_matches('*')).into_iter().map(|one| one.letter).collect(),
            is_number: text == "#",
            is_open_before: text.starts_with('*'),
            is_open_after: text.ends_with('*'),
        };
        Self(text.split_whitespace().map(word).collect())
    }

    /// A name, word for word: what stands in it is no expression.
    pub fn of_name(name: &str) -> Self {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self::new(&words.collect::<Vec<_>>().join(" "))
    }

    /// Where it stands in a text.
    pub(super) fn places(&self, letters: &[Letter]) -> Vec<Place> {
        let place = |start: usize| {
            let end = self.end(letters, start)?;
            let start = self.beginning(letters, start);
            let (first, last) = (letters.get(start)?, letters.get(end.checked_sub(1)?)?);
            let (clause, sentence) = (first.clause, first.sentence);
            Some(Place { start, end, first_word: first.word, last_word: last.word, clause, sentence })
        };
        (0..letters.len()).filter_map(place).collect()
    }

    /// What is found within a word stands for the whole word.
    fn beginning(&self, letters: &[Letter], start: usize) -> usize {
        let is_open = self.0.first().is_some_and(|word| word.is_open_before);
        let before = letters.get(..start).filter(|_| is_open).unwrap_or_default();
        start - before.iter().rev().take_while(|one| one.is_of_word()).count()
    }

    /// Where it ends that begins here; nothing where it does not begin here.
    fn end(&self, letters: &[Letter], start: usize) -> Option<usize> {
        let mut at = start;
        for (index, word) in self.0.iter().enumerate() {
            if index > 0 {
                at = after(letters, at, Letter::is_gap);
            } else if !word.is_open_before && !begins_word(letters, at) {
                return None;
            }
            at = word.end(letters, at)?;
        }
        let ends = letters.get(at).is_none_or(|next| !next.is_of_word())
            || at.checked_sub(1).and_then(|last| letters.get(last)).is_some_and(|last| !last.is_of_word());
        (ends && at > start).then_some(at)
    }
}

impl Word {
    fn end(&self, letters: &[Letter], start: usize) -> Option<usize> {
        if self.is_number {
            let end =
                after(letters, start, |one| one.letter.is_ascii_digit() || matches!(one.letter, '.' | ','));
            return (end > start).then_some(end);
        }
        let end = start + self.letters.len();
        let found = letters.get(start..end)?.iter().map(|one| one.letter);
        if !found.eq(self.letters.iter().copied()) {
            return None;
        }
        Some(if self.is_open_after { after(letters, end, Letter::is_of_word) } else { end })
    }
}

fn begins_word(letters: &[Letter], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(|before| !before.is_of_word())
}

fn after(letters: &[Letter], at: usize, takes: impl Fn(&Letter) -> bool) -> usize {
    let rest = letters.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|one| takes(one)).count()
}
