//! What the words of a header say, one by one: "Net weight per unit (kg)" is net, a weight, of one, in kg.

use super::matching::is_misspelt;
use crate::fold::{fold, fold_header, is_unspaced};
use crate::vocabulary::{Pieces, Vocabulary};
use crate::words::words;
use std::collections::HashMap;

words! {
    /// What a word of a header can say.
    pub enum Concept {
        Weight = "weight", Quantity = "quantity", Price = "price", Amount = "amount", Piece = "piece", Unit = "unit",
        UnitOfMeasure = "uom", Date = "date", Month = "month", Year = "year", Level = "level", Factor = "factor",
        Pack = "pack", Net = "net", Gross = "gross", Packed = "packed", Without = "without",
        Tare = "tare", Goods = "goods", Each = "each",
        Per = "per", Line = "line", Ordered = "ordered", Received = "received", Invoiced = "invoiced",
        Shipped = "shipped", OtherCount = "other_count", Other = "other", OtherDate = "other_date", Gone = "gone",
        Sent = "sent", Restored = "restored", Obligation = "obligation", Parent = "parent", Filler = "filler",
        Version = "version", Free = "free", Times = "times",
        PartOfYear = "part_of_year",
    }
}

/// Words joined into one by these letters: Gewicht-s-einheit.
const JOINTS: [&str; 5] = ["s", "n", "es", "en", "e"];
/// Shorter parts of a spelled word say nothing.
const SHORTEST_PART: usize = 3;
/// Shorter words for a pack, such as BX and PAL, are codes of cells.
const SHORTEST_PACK: usize = 5;

/// A set of concepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u64);

impl Concepts {
    pub(crate) fn of(concept: Concept) -> Self {
        Self(1 << concept as u64)
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }

    fn has(self, concept: Concept) -> bool {
        self.0 & Self::of(concept).0 != 0
    }
}

/// The words of all concepts, folded.
#[derive(Clone, Debug, Default)]
pub(crate) struct ConceptWords {
    words: HashMap<String, Concepts>,
    most_words: usize,
}

impl ConceptWords {
    pub(crate) fn add(&mut self, word: &str, concept: Concept) {
        let folded = if word == "/" { word.to_owned() } else { fold(word) };
        if folded.is_empty() {
            return;
        }
        self.most_words = self.most_words.max(folded.split(' ').count());
        self.words.entry(folded).or_default().join(Concepts::of(concept));
    }

    fn get(&self, word: &str) -> Option<Concepts> {
        self.words.get(word).copied()
    }

    /// The concepts of a compound's parts, all of it told; parts are tried from the longest.
    fn parts(&self, word: &str) -> Option<Vec<Concepts>> {
        if word.is_empty() {
            return Some(Vec::new());
        }
        let shortest = if word.is_ascii() || is_spelled(word) { SHORTEST_PART } else { 1 };
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
        ends.filter(|end| word[..*end].chars().count() >= shortest).find_map(|end| {
            let found = self.get(&word[..end])?;
            let rest = &word[end..];
            let joined =
                JOINTS.iter().filter_map(|joint| rest.strip_prefix(joint)).filter(|rest| !rest.is_empty());
            let mut parts = std::iter::once(rest).chain(joined).find_map(|rest| self.parts(rest))?;
            parts.insert(0, found);
            Some(parts)
        })
    }

    /// Concepts in a script without spaces, the longest word at each place; answers the letters that say nothing, too.
    fn unspaced(&self, mut word: &str) -> (Vec<Concepts>, u32) {
        let (mut found, mut unknown, mut was_known) = (Vec::new(), 0, true);
        while let Some(first) = word.chars().next() {
            let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
            let hit = ends.into_iter().find_map(|end| Some((end, self.get(&word[..end])?)));
            unknown += u32::from(hit.is_none() && was_known);
            was_known = hit.is_some();
            found.extend(hit.map(|(_, concepts)| concepts));
            word = &word[hit.map_or(first.len_utf8(), |(end, _)| end)..];
        }
        (found, unknown)
    }
}

/// Letters of alphabets that spell their words; syllables and ideographs say more, each.
fn is_spelled(word: &str) -> bool {
    word.chars().all(|letter| u32::from(letter) < 0x0E00)
}

/// What a header says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Senses {
    words: Vec<Concepts>,
    all: Concepts,
    /// Words that say nothing known.
    pub(crate) unknown: u32,
    /// Whether a unit of mass is named.
    pub(crate) names_mass_unit: bool,
}

impl Senses {
    /// Reads a header; where it is `resembling`, words with a typing error are known, too.
    pub(crate) fn of(header: &str, resembling: bool, vocabulary: &Vocabulary) -> Self {
        let parted = header.replace(['/', '／', '∕'], " per ");
        let folded = fold_header(&parted);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut senses = Self::default();
        let mut at = 0;
        while at < words.len() {
            at += senses.take(&words[at..], resembling, vocabulary);
        }
        senses
    }

    /// Takes the next phrase into account; answers how many words it has.
    fn take(&mut self, words: &[&str], resembling: bool, vocabulary: &Vocabulary) -> usize {
        let known = vocabulary.concepts();
        for count in (1..=known.most_words.min(words.len())).rev() {
            if let Some(found) = known.get(&words[..count].join(" ")) {
                self.push(found);
                return count;
            }
        }
        self.take_word(words[0], resembling, known, vocabulary);
        1
    }

    fn take_word(&mut self, word: &str, resembling: bool, known: &ConceptWords, vocabulary: &Vocabulary) {
        if vocabulary.mass_unit(word).is_some() {
            self.names_mass_unit = true;
        } else if vocabulary.currency(word).is_some() || word.bytes().all(|byte| byte.is_ascii_digit()) {
            // It says in what, not what.
        } else if is_unspaced(word) {
            let (found, unknown) = known.unspaced(word);
            self.unknown += unknown;
            found.into_iter().for_each(|concepts| self.push(concepts));
        } else if word.chars().count() >= SHORTEST_PACK && vocabulary.pieces_in(word) == Some(Pieces::Pack) {
            self.push(Concepts::of(Concept::Pack));
        } else if let Some(parts) = known.parts(word) {
            parts.into_iter().for_each(|concepts| self.push(concepts));
        } else {
            // A word with a typing error is taken for the one that is meant, and stays to be proven.
            self.unknown += 1;
            let meant =
                || known.words.iter().find(|(other, _)| is_misspelt(word, other)).map(|(_, found)| *found);
            resembling.then(meant).flatten().into_iter().for_each(|found| self.push(found));
        }
    }

    fn push(&mut self, concepts: Concepts) {
        self.words.push(concepts);
        self.all.join(concepts);
    }

    /// Whether a word says this.
    pub(crate) fn has(&self, concept: Concept) -> bool {
        self.all.has(concept)
    }

    /// Whether no word of it says anything.
    pub(crate) fn says_nothing(&self) -> bool {
        self.words.iter().all(|word| word.has(Concept::Filler))
    }

    /// Whether a word says one of these.
    pub(crate) fn has_one(&self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Whether every word says one of these, and one of them says `main`.
    pub(crate) fn is_only(&self, main: Concept, others: &[Concept]) -> bool {
        let is_allowed = |word: &Concepts| {
            word.has(main) || word.has(Concept::Filler) || others.iter().any(|one| word.has(*one))
        };
        self.unknown == 0 && self.has(main) && self.words.iter().all(is_allowed)
    }

    /// Of one piece: "per unit", "/ Stk", "each".
    pub(crate) fn is_of_one(&self) -> bool {
        use Concept::{Each, Goods, Pack, Per, Piece, Unit};
        let per_piece = self.has(Per) && self.has_one(&[Piece, Unit, Goods]);
        !self.has(Pack) && (self.has(Each) || self.has(Piece) || per_piece)
    }

    /// How many packs there are, not how many pieces are in one.
    pub(crate) fn counts_packs(&self) -> bool {
        self.is_only(Concept::Pack, &[Concept::Quantity, Concept::Ordered, Concept::Line])
            && !self.has(Concept::Per)
    }

    /// With what it is packed in.
    pub(crate) fn is_gross(&self) -> bool {
        let is_packed = self.has(Concept::Packed) || (self.has(Concept::Pack) && self.has(Concept::Weight));
        (self.has(Concept::Gross) || is_packed) && !self.is_net()
    }

    /// Without it.
    pub(crate) fn is_net(&self) -> bool {
        let is_unpacked = self.has(Concept::Without) && self.has_one(&[Concept::Packed, Concept::Pack]);
        self.has(Concept::Net) || is_unpacked
    }
}
