//! How `assets/vocabulary` becomes a vocabulary.

use super::owners::word_or_sign;
use super::{Category, CategoryWord, FieldWords, List, Pieces as Count, Vocabulary, Words};
use crate::field::{Field, Kind};
use crate::fold::fold;
use crate::header::Concept;
use planner_core::disposition::Outcome;
use planner_core::line::Condition;
use planner_core::mass::MassUnit;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};

type Lists = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
struct Columns {
    lookalikes: Lists,
    weak: Lists,
    price_breaks: WordList,
    procurement: Lists,
    dispositions: Lists,
    certificates: Lists,
    catalogue: Lists,
    orders: Lists,
}

#[derive(Deserialize)]
struct Headers {
    concepts: Lists,
}

#[derive(Deserialize)]
struct Categories {
    category: Vec<CategorySource>,
}

#[derive(Deserialize)]
struct CategorySource {
    key: String,
    plausible_kg: [rust_decimal_text::Kg; 2],
    words: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
}

#[derive(Deserialize)]
struct Scope {
    reasons: Lists,
    comes_with: WordList,
    other_goods: WordList,
}

#[derive(Deserialize)]
struct WordList {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Certificates {
    classes: Lists,
    states: Lists,
    origins: Lists,
    movements: Lists,
    scope3: Lists,
    orders: Lists,
    stages: Lists,
}

#[derive(Deserialize)]
struct Units {
    mass: Lists,
    currency: Lists,
    counting: WordList,
    pieces: Pieces,
    scales: Lists,
}

#[derive(Deserialize)]
struct Pieces {
    one: Vec<String>,
    pack: Vec<String>,
    in_text: Vec<String>,
    many: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Ownership {
    byod: Vec<String>,
    kept: Vec<String>,
    others: Vec<String>,
    corporate: Vec<String>,
    bought: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    struck: Vec<String>,
}

#[derive(Deserialize)]
struct Doubts {
    denials: Vec<String>,
    doubts: Vec<String>,
    deadlines: Vec<String>,
    bought: Vec<String>,
    awaited: Vec<String>,
    sections: Vec<String>,
    stocks: Vec<String>,
    reasons: Vec<String>,
    plain: Vec<String>,
}

#[derive(Deserialize)]
struct Totals {
    alone: Vec<String>,
    wholes: Vec<String>,
    totals: Vec<String>,
    notes: Vec<String>,
    summaries: Vec<String>,
    parts: Vec<String>,
    included: Vec<String>,
    kits: Vec<String>,
    components: Vec<String>,
}

/// Decimals are written as text in the data.
mod rust_decimal_text {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, de::Error};

    pub(super) struct Kg(pub(super) Decimal);

    impl<'de> Deserialize<'de> for Kg {
        fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
            let text = String::deserialize(source)?;
            text.parse().map(Kg).map_err(D::Error::custom)
        }
    }
}

macro_rules! shipped {
    ($name:literal) => {
        parse(include_str!(concat!("../../../../assets/vocabulary/", $name)))
    };
}

/// The texts are part of the program, and every test parses them.
fn parse<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the shipped vocabulary is well formed")
}

impl Vocabulary {
    /// The words that ship with the planner.
    pub fn shipped() -> Self {
        let mut vocabulary = Self::default();
        vocabulary.add_columns(shipped!("columns.toml"));
        vocabulary.add_concepts(shipped!("headers.toml"));
        vocabulary.add_categories(shipped!("categories.toml"));
        vocabulary.add_scope(shipped!("scope.toml"));
        vocabulary.add_conditions(shipped!("conditions.toml"));
        vocabulary.add_outcomes(shipped!("outcomes.toml"));
        vocabulary.add_doubts(&shipped!("doubts.toml"));
        vocabulary.add_certificates(shipped!("certificates.toml"));
        vocabulary.add_units(shipped!("units.toml"));
        let ownership: Ownership = shipped!("ownership.toml");
        vocabulary.byod = folded(&ownership.byod);
        vocabulary.kept = folded(&ownership.kept);
        vocabulary.others = folded(&ownership.others);
        vocabulary.corporate = folded(&ownership.corporate);
        vocabulary.bought = folded(&ownership.bought);
        let signs = |words: &[String]| words.iter().map(|word| word_or_sign(word)).collect();
        vocabulary.no = signs(&ownership.no);
        vocabulary.yes = signs(&ownership.yes);
        vocabulary.struck = folded(&ownership.struck);
        let totals: Totals = shipped!("totals.toml");
        vocabulary.totals = folded(&totals.totals);
        vocabulary.alone = totals.alone.iter().map(|word| word_or_sign(word)).collect();
        vocabulary.wholes = folded(&totals.wholes);
        vocabulary.notes = folded(&totals.notes);
        vocabulary.summaries = folded(&totals.summaries);
        vocabulary.parts = folded(&totals.parts);
        vocabulary.included = folded(&totals.included);
        vocabulary.kits = folded(&totals.kits);
        vocabulary.components = folded(&totals.components);
        vocabulary.systems = super::systems::shipped();
        vocabulary
    }

    fn add_columns(&mut self, columns: Columns) {
        let kinds = [
            (Kind::Procurement, columns.procurement),
            (Kind::Dispositions, columns.dispositions),
            (Kind::Certificates, columns.certificates),
            (Kind::Catalogue, columns.catalogue),
            (Kind::Orders, columns.orders),
        ];
        for (kind, lists) in kinds {
            let words = |field: &Field| {
                let aliases = lists.get(field.word()).map(|words| folded(words)).unwrap_or_default();
                FieldWords { field: *field, aliases }
            };
            self.headers.insert(kind, kind.fields().iter().map(words).collect());
        }
        self.price_breaks = folded(&columns.price_breaks.words);
        self.lookalikes = by_field(columns.lookalikes);
        self.weak = by_field(columns.weak);
    }

    fn add_concepts(&mut self, headers: Headers) {
        for (concept, words) in headers.concepts {
            let concept = Concept::from_word(&concept).expect("a concept of the shipped vocabulary");
            words.iter().for_each(|word| self.concepts.add(word, concept));
        }
    }

    fn add_categories(&mut self, categories: Categories) {
        for (index, source) in categories.category.into_iter().enumerate() {
            for word in &source.weak {
                self.category_words.add(word, CategoryWord { category: index, is_weak: true });
            }
            for word in &source.words {
                self.category_words.add(word, CategoryWord { category: index, is_weak: false });
            }
            self.category_words.add(&source.key, CategoryWord { category: index, is_weak: false });
            let [low, high] = source.plausible_kg;
            self.categories.push(Category { key: source.key, plausible_kg: (low.0, high.0) });
        }
    }

    fn add_scope(&mut self, scope: Scope) {
        for (reason, words) in scope.reasons {
            words.iter().for_each(|word| self.scope_words.add(word, self.scope_reasons.len()));
            self.scope_words.add(&reason, self.scope_reasons.len());
            self.scope_reasons.push(reason);
        }
        scope.comes_with.words.iter().for_each(|word| self.connectors.add(word, ()));
        scope.other_goods.words.iter().for_each(|word| self.other_goods.add(word, ()));
    }

    fn add_conditions(&mut self, lists: HashMap<String, toml::Value>) {
        for (condition, words) in
            texts(&lists).filter_map(|(key, words)| Some((Condition::from_word(key)?, words)))
        {
            words.iter().for_each(|word| self.conditions.add(word, condition));
        }
    }

    fn add_outcomes(&mut self, lists: HashMap<String, toml::Value>) {
        for (outcome, words) in
            texts(&lists).filter_map(|(key, words)| Some((Outcome::from_word(key)?, words)))
        {
            words.iter().for_each(|word| self.outcomes.add(word, outcome));
        }
    }

    fn add_doubts(&mut self, lists: &Doubts) {
        lists.denials.iter().for_each(|word| self.denials.add(word, ()));
        lists.doubts.iter().for_each(|word| self.doubts.add(word, ()));
        lists.deadlines.iter().for_each(|word| self.deadlines.add(word, ()));
        lists.bought.iter().for_each(|word| self.bought_flags.add(word, ()));
        lists.awaited.iter().for_each(|word| self.awaited.add(word, ()));
        lists.sections.iter().for_each(|word| self.sections.add(word, ()));
        self.reasons = folded(&lists.reasons);
        lists.stocks.iter().for_each(|word| self.stocks.add(word, ()));
        lists.plain.iter().for_each(|word| self.plain.add(word, ()));
    }

    fn add_certificates(&mut self, lists: Certificates) {
        self.lists.insert(List::Classes, word_list(lists.classes));
        self.lists.insert(List::States, word_list(lists.states));
        self.lists.insert(List::Origins, word_list(lists.origins));
        self.lists.insert(List::Movements, word_list(lists.movements));
        self.lists.insert(List::Scope3, word_list(lists.scope3));
        self.lists.insert(List::Orders, word_list(lists.orders));
        self.lists.insert(List::Stages, word_list(lists.stages));
    }

    fn add_units(&mut self, units: Units) {
        for (unit, words) in
            units.mass.iter().filter_map(|(key, words)| Some((MassUnit::from_symbol(key)?, words)))
        {
            self.masses.extend(folded(words).into_iter().map(|word| (word, unit)));
        }
        for (code, words) in &units.currency {
            self.currencies.extend(words.iter().map(|word| (word.to_lowercase(), code.clone())));
        }
        self.counting = folded(&units.counting.words).into_iter().map(|word| (word, ())).collect();
        self.packs_in_text = folded(&units.pieces.in_text);
        for (scale, words) in
            units.scales.iter().filter_map(|(scale, words)| Some((scale.parse().ok()?, words)))
        {
            words.iter().for_each(|word| self.scales.add(word, scale));
        }
        let many = units
            .pieces
            .many
            .iter()
            .filter_map(|(count, words)| Some((Count::Known(count.parse().ok()?), words)));
        let all =
            [(Count::One, &units.pieces.one), (Count::Pack, &units.pieces.pack)].into_iter().chain(many);
        for (count, words) in all {
            self.pieces.extend(folded(words).into_iter().map(|word| (word, count)));
        }
    }
}

fn by_field(lists: Lists) -> HashMap<Field, Vec<String>> {
    lists.iter().filter_map(|(field, words)| Some((Field::from_word(field)?, folded(words)))).collect()
}

fn folded(words: &[String]) -> Vec<String> {
    words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect()
}

/// The lists of a file; its version is none.
fn texts(lists: &HashMap<String, toml::Value>) -> impl Iterator<Item = (&str, Vec<String>)> {
    lists.iter().filter_map(|(key, list)| {
        let words = list.as_array()?.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect();
        Some((key.as_str(), words))
    })
}

fn word_list(lists: Lists) -> Words {
    let mut list = Words::default();
    for (word, phrases) in lists {
        phrases.iter().for_each(|phrase| list.phrases.add(phrase, list.words.len()));
        list.phrases.add(&word, list.words.len());
        list.words.push(word);
    }
    list
}
