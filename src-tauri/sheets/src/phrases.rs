//! Words and phrases with a meaning, found whole in a cell or as whole words inside a text.

use crate::fold::{fold, is_unspaced};
use std::collections::HashMap;

/// Phrases with what they mean.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    spaced: HashMap<String, T>,
    /// Words of scripts without spaces, longest first.
    unspaced: Vec<(String, T)>,
    most_words: usize,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found<T> {
    /// Byte at which it begins in the folded text.
    pub(crate) start: usize,
    /// Byte behind its end.
    pub(crate) end: usize,
    /// What it means.
    pub(crate) meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { spaced: HashMap::new(), unspaced: Vec::new(), most_words: 0 }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; the first meaning of a phrase stands.
    pub(crate) fn add(&mut self, phrase: &str, meaning: T) {
        let folded = fold(phrase);
        if folded.is_empty() {
            return;
        }
        self.most_words = self.most_words.max(folded.split(' ').count());
        if is_unspaced(&folded) {
            self.unspaced.push((folded.clone(), meaning));
            self.unspaced.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        self.spaced.entry(folded).or_insert(meaning);
    }

    /// What a folded text means as a whole.
    pub(crate) fn whole(&self, folded: &str) -> Option<T> {
        self.spaced.get(folded).copied()
    }

    /// The phrases in a folded text, in order, the longest at each place.
    pub(crate) fn find(&self, folded: &str) -> Vec<Found<T>> {
        if is_unspaced(folded) {
            let mut found = self.find_unspaced(folded);
            found.extend(self.find_spaced(folded));
            found.sort_by_key(|found| found.start);
            return found;
        }
        self.find_spaced(folded)
    }

    fn find_spaced(&self, folded: &str) -> Vec<Found<T>> {
        let words: Vec<(usize, usize)> = word_bounds(folded);
        let (mut found, mut first) = (Vec::new(), 0);
        while first < words.len() {
            let most = self.most_words.min(words.len() - first);
            let hit = (1..=most).rev().find_map(|count| {
                let (start, end) = (words[first].0, words[first + count - 1].1);
                self.singular(&folded[start..end]).map(|meaning| (count, Found { start, end, meaning }))
            });
            first += hit.as_ref().map_or(1, |(count, _)| *count);
            found.extend(hit.map(|(_, found)| found));
        }
        found
    }

    /// The longest first, then those beside it.
    fn find_unspaced(&self, folded: &str) -> Vec<Found<T>> {
        let mut found: Vec<Found<T>> = Vec::new();
        for (phrase, meaning) in &self.unspaced {
            let is_free = |one: &usize| {
                found.iter().all(|other| one + phrase.len() <= other.start || other.end <= *one)
            };
            let start = folded.match_indices(phrase.as_str()).map(|(start, _)| start).find(is_free);
            found.extend(start.map(|start| Found { start, end: start + phrase.len(), meaning: *meaning }));
        }
        found
    }

    fn singular(&self, phrase: &str) -> Option<T> {
        self.whole(phrase)
            .or_else(|| phrase.strip_suffix('s').filter(|one| one.len() > 2).and_then(|one| self.whole(one)))
            .or_else(|| phrase.strip_suffix("es").filter(|one| one.len() > 3).and_then(|one| self.whole(one)))
    }
}

fn word_bounds(folded: &str) -> Vec<(usize, usize)> {
    let mut start = 0;
    let mut bounds = Vec::new();
    for word in folded.split(' ') {
        if !word.is_empty() {
            bounds.push((start, start + word.len()));
        }
        start += word.len() + 1;
    }
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_words_are_whole() {
        let mut phrases = Phrases::default();
        for (phrase, meaning) in [("server", 1), ("windows server", 2), ("switch", 3), ("ノート", 4)] {
            phrases.add(phrase, meaning);
        }
        for (text, expected) in [
            ("dell servers", vec![1]),
            ("windows server 2022 for switches", vec![2, 3]),
            ("observer", vec![]),
            ("中古ノートパソコン", vec![4]),
        ] {
            let found: Vec<i32> = phrases.find(text).iter().map(|found| found.meaning).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
