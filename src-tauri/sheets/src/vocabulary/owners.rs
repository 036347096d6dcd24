//! Whose devices are, and whether lines stand.

use super::Vocabulary;
use crate::convention::read_date;
use crate::fold::fold;

impl Vocabulary {
    /// Whether a word says that a device is not the company's, or its line not a purchase that stands; under a header such
    /// as BYOD a mere yes does, and under one such as Active a no.
    pub(crate) fn is_others(&self, header: &str, word: &str) -> bool {
        let header = fold(header);
        let is_yes = self.byod.contains(&header) && self.is_yes(word);
        let is_no = self.kept.contains(&header) && self.is_no(word);
        is_yes || is_no || self.others.contains(&fold(word))
    }

    /// The opposite: the company's own, bought to keep.
    pub(crate) fn is_own(&self, header: &str, word: &str) -> bool {
        let header = fold(header);
        let is_no = self.byod.contains(&header) && self.is_no(word);
        let is_yes = self.kept.contains(&header) && self.is_yes(word);
        let word = fold(word);
        is_no || is_yes || self.corporate.contains(&word) || self.bought.contains(&word)
    }

    /// Whether a word says that a device is the company's.
    pub(crate) fn is_corporate(&self, word: &str) -> bool {
        self.corporate.contains(&fold(word))
    }

    /// Whether a word marks a line as struck from its order; so does the day on which it was.
    pub(crate) fn is_struck(&self, word: &str) -> bool {
        self.struck.contains(&fold(word)) || self.is_yes(word) || read_date(word).is_some()
    }

    /// Whether a word or a sign says yes: "Oui", "○".
    pub(crate) fn is_yes(&self, word: &str) -> bool {
        self.yes.contains(&word_or_sign(word))
    }

    /// Whether a word or a sign says no.
    pub(crate) fn is_no(&self, word: &str) -> bool {
        self.no.contains(&word_or_sign(word))
    }
}

/// A word folded, or a sign as it stands.
pub(super) fn word_or_sign(word: &str) -> String {
    let folded = fold(word);
    if folded.is_empty() { word.trim().to_owned() } else { folded }
}
