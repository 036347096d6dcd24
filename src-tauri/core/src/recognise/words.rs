//! Words and phrases with a meaning, found as whole words inside a text.

use super::text::Text;
use std::collections::HashMap;

/// Phrases with what they mean.
#[derive(Clone, Debug)]
pub(super) struct Phrases<T> {
    known: HashMap<String, T>,
    /// Endings of compounds, longest first.
    endings: Vec<(String, T)>,
    /// Words of scripts without spaces, longest first.
    unspaced: Vec<(String, T)>,
    most_words: usize,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<T> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { known: HashMap::new(), endings: Vec::new(), unspaced: Vec::new(), most_words: 0 }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; the first meaning of a phrase stands.
    pub(super) fn add(&mut self, phrase: &str, meaning: T) {
        let folded = Text::new(phrase);
        let Some(last) = folded.words.len().checked_sub(1) else { return };
        let phrase = folded.phrase(0, last);
        if is_unspaced(&phrase) {
            self.unspaced.push((phrase.clone(), meaning));
            self.unspaced.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        self.most_words = self.most_words.max(folded.words.len());
        self.known.entry(phrase).or_insert(meaning);
    }

    /// Adds an ending of compound words.
    pub(super) fn add_ending(&mut self, ending: &str, meaning: T) {
        self.endings.push((ending.to_owned(), meaning));
        self.endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    }

    /// The phrases of a text, the longest at each word; they may overlap.
    pub(super) fn find(&self, text: &Text) -> Vec<Found<T>> {
        let mut found = Vec::new();
        if is_unspaced(&text.folded) {
            self.find_unspaced(&text.folded, &mut found);
        }
        for first in 0..text.words.len() {
            let most = self.most_words.min(text.words.len() - first);
            let hit = (first..first + most).rev().find_map(|last| {
                let meaning = self.whole(&text.phrase(first, last))?;
                Some(Found { start: text.words[first].0, end: text.words[last].1, meaning })
            });
            found.extend(hit.or_else(|| self.compound(text, first)));
        }
        found
    }

    /// What a phrase means.
    pub(super) fn whole(&self, phrase: &str) -> Option<T> {
        let known = |phrase: &str| self.known.get(phrase).copied();
        known(phrase)
            .or_else(|| phrase.strip_suffix('s').filter(|one| one.len() > 2).and_then(known))
            .or_else(|| phrase.strip_suffix("es").filter(|one| one.len() > 3).and_then(known))
    }

    fn compound(&self, text: &Text, word: usize) -> Option<Found<T>> {
        let (start, end) = text.words[word];
        let word = &text.folded[start..end];
        let singulars = ["", "n", "s", "en"].map(|ending| word.strip_suffix(ending));
        let fits = |ending: &str| {
            singulars.iter().flatten().any(|word| word.len() > ending.len() + 2 && word.ends_with(ending))
        };
        let meaning = self.endings.iter().find(|(ending, _)| fits(ending))?.1;
        Some(Found { start, end, meaning })
    }

    fn find_unspaced(&self, folded: &str, found: &mut Vec<Found<T>>) {
        for (phrase, meaning) in &self.unspaced {
            found.extend(folded.find(phrase.as_str()).map(|start| Found {
                start,
                end: start + phrase.len(),
                meaning: *meaning,
            }));
        }
    }
}

/// Whether a text has words of a script that is written without spaces.
pub(super) fn is_unspaced(text: &str) -> bool {
    crate::spelling::is_unspaced(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_and_compounds_end() {
        let mut phrases = Phrases::default();
        for (phrase, meaning) in [("server", 1), ("windows server", 2), ("ノート", 4)] {
            phrases.add(phrase, meaning);
        }
        phrases.add_ending("tasche", 5);
        for (text, expected) in [
            ("dell servers", vec![1]),
            ("observer", vec![]),
            ("Notebooktaschen", vec![5]),
            ("中古ノートパソコン", vec![4]),
        ] {
            let found: Vec<i32> = phrases.find(&Text::new(text)).iter().map(|found| found.meaning).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
