//! The words people use for columns, units, categories, conditions and outcomes. Data, not code:
//! `assets/vocabulary`.

mod conditions;
mod doubts;
mod goods;
mod meanings;
mod owners;
mod packs;
mod source;
mod systems;

use crate::field::{Field, Kind};
use crate::fold::fold;
use crate::header::ConceptWords;
use crate::phrases::Phrases;
pub(crate) use doubts::USABLE;
use owners::word_or_sign;
use planner_core::disposition::Outcome;
use planner_core::line::{Condition, Scope3Category};
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;
use std::collections::HashMap;
pub(crate) use systems::System;

/// All words that ship with the planner.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    headers: HashMap<Kind, Vec<FieldWords>>,
    lookalikes: HashMap<Field, Vec<String>>,
    weak: HashMap<Field, Vec<String>>,
    concepts: ConceptWords,
    price_breaks: Vec<String>,
    categories: Vec<Category>,
    category_words: Phrases<CategoryWord>,
    scope_reasons: Vec<String>,
    scope_words: Phrases<usize>,
    other_goods: Phrases<()>,
    connectors: Phrases<()>,
    conditions: Phrases<Condition>,
    outcomes: Phrases<Outcome>,
    denials: Phrases<()>,
    doubts: Phrases<()>,
    deadlines: Phrases<()>,
    bought_flags: Phrases<()>,
    awaited: Phrases<()>,
    sections: Phrases<()>,
    stocks: Phrases<()>,
    reasons: Vec<String>,
    plain: Phrases<()>,
    lists: HashMap<List, Words>,
    masses: HashMap<String, MassUnit>,
    currencies: HashMap<String, String>,
    counting: HashMap<String, ()>,
    pieces: HashMap<String, Pieces>,
    packs_in_text: Vec<String>,
    scales: Phrases<u32>,
    yes: Vec<String>,
    no: Vec<String>,
    byod: Vec<String>,
    kept: Vec<String>,
    others: Vec<String>,
    corporate: Vec<String>,
    bought: Vec<String>,
    struck: Vec<String>,
    totals: Vec<String>,
    alone: Vec<String>,
    wholes: Vec<String>,
    notes: Vec<String>,
    summaries: Vec<String>,
    parts: Vec<String>,
    included: Vec<String>,
    kits: Vec<String>,
    components: Vec<String>,
    systems: Vec<System>,
}

/// The words for one field of one kind, the preferred first.
#[derive(Clone, Debug)]
pub(crate) struct FieldWords {
    pub(crate) field: Field,
    pub(crate) aliases: Vec<String>,
}

#[derive(Clone, Debug)]
struct Category {
    key: String,
    plausible_kg: (Decimal, Decimal),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CategoryWord {
    category: usize,
    is_weak: bool,
}

/// The state of an order of which nothing is to come any more, and of one of which a part was delivered.
pub(crate) const CLOSED: &str = "closed";
pub(crate) const PART: &str = "part";

/// Lists of words that stand for other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum List {
    Classes,
    States,
    Origins,
    Movements,
    Scope3,
    Orders,
    Stages,
}

#[derive(Clone, Debug, Default)]
struct Words {
    words: Vec<String>,
    phrases: Phrases<usize>,
}

/// How many pieces a unit of counting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pieces {
    /// One.
    One,
    /// So many.
    Known(i64),
    /// A pack of as many as its supplier puts in.
    Pack,
}

/// What stands beside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Affix {
    /// A mass unit.
    Mass(MassUnit),
    /// A currency's ISO code.
    Currency(String),
    /// A word such as pieces.
    Counting,
}

impl Vocabulary {
    /// The words for the fields of a kind.
    pub(crate) fn field_words(&self, kind: Kind) -> &[FieldWords] {
        self.headers.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Whether a folded header looks like a field and is none. Phrases also match where more follows.
    pub(crate) fn is_lookalike(&self, field: Field, header: &str) -> bool {
        let begins = |word: &String| {
            header == word
                || (word.contains(' ')
                    && header.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' ')))
        };
        self.lookalikes.get(&field).is_some_and(|words| words.iter().any(begins))
    }

    /// Whether a folded header is a field only where the cells below say so.
    pub(crate) fn is_weak(&self, field: Field, header: &str) -> bool {
        self.weak.get(&field).is_some_and(|words| words.iter().any(|word| word == header))
    }

    /// What single words of a header say.
    pub(crate) fn concepts(&self) -> &ConceptWords {
        &self.concepts
    }

    /// The outcome that a folded header names as a part of it: "kg reused".
    pub(crate) fn outcome_in(&self, header: &str) -> Option<Outcome> {
        self.outcomes.find(header).last().map(|found| found.meaning)
    }

    /// The certificate class a cell's word means, such as `I-TEC AE`.
    pub fn class(&self, text: &str) -> Option<&str> {
        self.listed(List::Classes, text)
    }

    /// The origin a cell's word means, such as `self-generated`.
    pub fn origin(&self, text: &str) -> Option<&str> {
        self.listed(List::Origins, text)
    }

    /// Whether an order is `open`, `part` delivered or `closed` by a cell's word.
    pub fn order_state(&self, text: &str) -> Option<&str> {
        self.listed(List::Orders, text)
    }

    /// Whether a word names an order, what came of it or its bill: the same goods stand in each of these papers.
    pub(crate) fn stage(&self, text: &str) -> Option<&str> {
        self.listed(List::Stages, text)
    }

    /// The Scope 3 category a cell's word means.
    pub fn scope3_category(&self, text: &str) -> Option<Scope3Category> {
        let words = self.lists.get(&List::Scope3)?;
        let number = words.words.get(words.phrases.whole(&fold(text))?)?;
        number.parse().ok().and_then(Scope3Category::from_number)
    }

    /// The mass unit a word means: `kg`, `lbs`, `Pfund`.
    pub fn mass_unit(&self, word: &str) -> Option<MassUnit> {
        self.masses.get(&fold(word)).copied()
    }

    /// The ISO code of a currency's word or sign.
    pub fn currency(&self, word: &str) -> Option<&str> {
        self.currencies.get(&word.trim().to_lowercase()).map(String::as_str)
    }

    /// What a word beside a number means.
    pub(crate) fn affix(&self, word: &str) -> Option<Affix> {
        let word = word.trim().trim_end_matches('.').to_lowercase();
        if let Some(unit) = self.masses.get(&word) {
            return Some(Affix::Mass(*unit));
        }
        let currency = || self.currencies.get(&word).cloned().map(Affix::Currency);
        currency().or_else(|| self.counting.contains_key(&fold(&word)).then_some(Affix::Counting))
    }

    /// Whether a text begins a row of totals: the word alone, or with what is summed behind it.
    pub(crate) fn is_total(&self, text: &str) -> bool {
        // Most first cells are numbers of orders: none of the words below has a digit.
        if text.bytes().any(|byte| byte.is_ascii_digit()) && !text.trim_end().ends_with([':', '：']) {
            return false;
        }
        let folded = fold(text);
        let is_bare = self.totals.contains(&folded);
        let is_labelled = || text.trim_end().ends_with([':', '：']) && self.begins_total(&folded);
        is_bare || is_labelled() || (folded.split(' ').count() <= 3 && self.begins_with_a_long_total(&folded))
    }

    /// Whether a word or a sign, where a row has no other, names a figure that nobody bought: "Target", "Ø".
    pub(crate) fn is_figure(&self, word: &str) -> bool {
        self.alone.contains(&word_or_sign(word))
    }

    /// Whether a word stands for all places or parts together: "All sites", "Worldwide".
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        self.wholes.contains(&fold(word))
    }

    /// Whether a total's word stands first or last in a text: "Laptop Total". A device may be called so too.
    pub(crate) fn names_total(&self, text: &str) -> bool {
        let folded = fold(text);
        let is_end =
            |word: &String| folded.strip_suffix(word.as_str()).is_some_and(|rest| rest.ends_with(' '));
        self.begins_total(&folded) || self.totals.iter().any(is_end)
    }

    fn begins_total(&self, folded: &str) -> bool {
        self.totals
            .iter()
            .any(|word| folded.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' ')))
    }

    fn begins_with_a_long_total(&self, folded: &str) -> bool {
        let summed = [
            "quantity", "qty", "kg", "units", "weight", "mass", "items", "amount", "devices", "hardware",
            "eur", "usd",
        ];
        let rest = |word: &String| folded.strip_prefix(word.as_str()).and_then(|rest| rest.strip_prefix(' '));
        let is_summed = |rest: &str| rest.split(' ').all(|word| summed.contains(&word));
        folded.starts_with("grand total") || self.totals.iter().filter_map(rest).any(is_summed)
    }

    /// Whether a header is of a price that holds from some quantity on.
    pub(crate) fn is_price_break(&self, header: &str) -> bool {
        begins_with_one(&self.price_breaks, header)
    }

    /// Whether a text begins a note below a table.
    pub(crate) fn is_note(&self, text: &str) -> bool {
        begins_with_one(&self.notes, text)
    }

    /// Words with which a part of the line above begins, folded: "davon", "dont".
    pub(crate) fn part_words(&self) -> &[String] {
        &self.parts
    }

    /// Whether what stands in brackets behind a name says that it is a part of the line above: "(included)".
    pub(crate) fn is_included(&self, bracketed: &str) -> bool {
        self.included.contains(&fold(bracketed))
    }

    /// Whether a word says that a line is a kit; whether it says that it is a part of one.
    pub(crate) fn is_kit(&self, word: &str) -> bool {
        self.kits.contains(&fold(word))
    }

    /// See [`Self::is_kit`].
    pub(crate) fn is_component(&self, word: &str) -> bool {
        self.components.contains(&fold(word))
    }

    /// Whether a text is the title of a block that sums a table up.
    pub(crate) fn is_summary(&self, text: &str) -> bool {
        begins_with_one(&self.summaries, text)
    }

    fn listed(&self, list: List, text: &str) -> Option<&str> {
        let words = self.lists.get(&list)?;
        let folded = fold(text);
        let whole = words.phrases.whole(&folded);
        let found = whole.or_else(|| words.phrases.find(&folded).first().map(|found| found.meaning))?;
        words.words.get(found).map(String::as_str)
    }
}

/// Whether a text begins with one of the words, or is it.
fn begins_with_one(words: &[String], text: &str) -> bool {
    let folded = fold(text);
    let begins = |word: &String| {
        folded.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    words.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_languages() {
        let words = Vocabulary::shipped();
        for (text, expected) in [
            ("New", Some(Condition::New)),
            ("RF", Some(Condition::Refurbished)),
            ("Refurb.", Some(Condition::Refurbished)),
            ("gebraucht", Some(Condition::Used)),
            ("Reconditionné", Some(Condition::Refurbished)),
            ("Refurbished - Grade A", Some(Condition::Refurbished)),
            ("like a charm", None),
            ("整備済み品", Some(Condition::Refurbished)),
            ("gebraucht, aufbereitet", Some(Condition::Refurbished)),
            ("Used - like new", Some(Condition::Used)),
            ("Not new", Some(Condition::Used)),
            ("nicht gebraucht", Some(Condition::New)),
        ] {
            assert_eq!(words.condition(text), expected, "{text}");
        }
        assert_eq!(words.outcome("Reuse / Resale"), Some(Outcome::Reused));
        assert_eq!(words.outcome("Landfill"), Some(Outcome::Residual));
        assert_eq!(words.outcome("Recycling"), Some(Outcome::Material));
        assert_eq!(words.outcome("Reuse 60% / Recycling 40%"), None);
        assert_eq!(words.outcome("Refurbished, then donated"), Some(Outcome::Reused));
        assert_eq!(words.class("I-TEC (AE)"), Some("I-TEC AE"));
        assert_eq!(words.class("ITEC"), Some("I-TEC"));
        assert_eq!(words.state("Retired (Expired)"), Some("expired"));
        assert_eq!(words.movement("Return"), Some("return"));
        assert_eq!(words.movement("Retoure"), Some("return"));
        assert_eq!(words.mass_unit("Pfund"), Some(MassUnit::Pound));
        for (text, count) in [
            ("Tablet Pico (pack of 10)", Some(10)),
            ("Tablet Pico 10er-Pack", Some(10)),
            ("Tablette Galet, lot de 5", Some(5)),
            ("Mouse 5-pack", Some(5)),
            ("Laptop bag 15", None),
            ("Monitor 24 pulgadas", None),
            ("Battery pack 90 Wh", None),
        ] {
            assert_eq!(words.pack_in(text), count, "{text}");
        }
        assert_eq!(words.currency("€"), Some("EUR"));
    }

    #[test]
    fn totals_are_rows_not_items() {
        let words = Vocabulary::shipped();
        for (text, expected) in [
            ("Total", true),
            ("Grand total", true),
            ("Summe:", true),
            ("Итого", true),
            ("Total kg", true),
            ("合計", true),
            ("Total Station TS16", false),
            ("Laptop", false),
        ] {
            assert_eq!(words.is_total(text), expected, "{text}");
        }
    }
}
