//! How many pieces a unit of counting is.

use super::{Pieces, Vocabulary};
use crate::fold::fold;

/// Words between a pack and how many are in it.
const PACK_FILLERS: [&str; 13] =
    ["of", "a", "er", "de", "di", "da", "mit", "with", "x", "po", "van", "med", "w"];
/// Words between a pack and how many are in it where an item's text names both.
const PACK_JOINTS: [&str; 9] = ["of", "de", "di", "da", "mit", "von", "van", "med", "po"];

impl Vocabulary {
    /// How many pieces a word for a unit stands for: `EA`, `dozen`, `BOX`, `BX20`; nothing where it is none.
    pub(crate) fn pieces_in(&self, word: &str) -> Option<Pieces> {
        let folded = fold(word);
        self.pieces.get(&folded).copied().or_else(|| self.numbered_pieces(&folded))
    }

    /// A pack that says how many are in it: `ctn 10`, `box of 20`, `10er pack`.
    fn numbered_pieces(&self, folded: &str) -> Option<Pieces> {
        let is_digit = |letter: char| letter.is_ascii_digit();
        let (first, last) = (folded.find(is_digit)?, folded.rfind(is_digit)? + 1);
        let count = folded[first..last].parse().ok().filter(|count| *count > 0)?;
        let rest = format!("{} {}", &folded[..first], &folded[last..]);
        let mut words =
            rest.split(' ').filter(|word| !word.is_empty() && !PACK_FILLERS.contains(word)).peekable();
        words.peek()?;
        words.all(|word| self.pieces.contains_key(word)).then_some(Pieces::Known(count))
    }

    /// How many pieces each number under a folded header stands for: 1000 under "qty in thousands"; else one.
    pub(crate) fn scale_in(&self, header: &str) -> u32 {
        self.scales.find(header).first().map_or(1, |found| found.meaning)
    }

    /// How many pieces the pack holds that an item's text names: "pack of 10", "10er-Pack", "lot de 5".
    pub(crate) fn pack_in(&self, text: &str) -> Option<i64> {
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let is_pack = |word: &str| self.packs_in_text.iter().any(|pack| pack == word);
        words.iter().enumerate().find_map(|(at, word)| {
            let end = word.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, tail) = word.split_at(end);
            let count = digits.parse::<i64>().ok().filter(|count| (2..=1_000).contains(count))?;
            let before = |back: usize| at.checked_sub(back).map(|place| words[place]);
            let next = words.get(at + 1).copied();
            let is_behind = tail.is_empty()
                && before(1).is_some_and(|word| PACK_JOINTS.contains(&word))
                && before(2)
                    .is_some_and(|word| is_pack(word) || self.pieces.get(word) == Some(&Pieces::Pack));
            let is_before = matches!(tail, "" | "er" | "x") && next.is_some_and(is_pack);
            (is_behind || is_before || (!tail.is_empty() && is_pack(tail))).then_some(count)
        })
    }
}
