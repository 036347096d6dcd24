//! What words mean, thought about once: the cells of a column repeat a few words a million times.

use crate::goods::{Goods, Named, goods};
use crate::vocabulary::Vocabulary;
use compact_str::CompactString;
use foldhash::fast::RandomState;
use planner_core::line::Condition;
use planner_core::mass::MassUnit;
use std::cell::RefCell;
use std::collections::HashMap;

/// Texts of one column that are remembered.
const MAX_TEXTS: usize = 50_000;

/// The vocabulary, with what it was asked before.
pub(super) struct Meanings<'a> {
    vocabulary: &'a Vocabulary,
    goods: Memory<Goods>,
    conditions: Memory<Option<Condition>>,
    flags: Memory<Option<Option<Condition>>>,
    mass_units: Memory<Option<MassUnit>>,
    currencies: Memory<Option<CompactString>>,
}

impl<'a> Meanings<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            goods: Memory::default(),
            conditions: Memory::default(),
            flags: Memory::default(),
            mass_units: Memory::default(),
            currencies: Memory::default(),
        }
    }

    /// Kind, scope and condition of an item: thought about once, however often it comes.
    pub(super) fn goods(&self, named: Named) -> Goods {
        let texts = [named.category, named.item, named.manufacturer, named.model];
        let key = texts.map(Option::unwrap_or_default).join("\u{1f}");
        self.goods.recall(&key, || goods(self.vocabulary, named))
    }

    pub(super) fn condition(&self, text: &str) -> Option<Condition> {
        self.conditions.recall(text, || self.vocabulary.condition(text))
    }

    /// What yes or no means under a header that is a condition.
    pub(super) fn flagged_condition(&self, header: &str, text: &str) -> Option<Option<Condition>> {
        self.flags.recall(text, || self.vocabulary.flagged_condition(header, text))
    }

    pub(super) fn mass_unit(&self, text: &str) -> Option<MassUnit> {
        self.mass_units.recall(text, || self.vocabulary.mass_unit(text))
    }

    pub(super) fn currency(&self, text: &str) -> Option<CompactString> {
        self.currencies.recall(text, || self.vocabulary.currency(text).map(CompactString::from))
    }
}

/// Answers by the text that was asked about.
struct Memory<T>(RefCell<HashMap<CompactString, T, RandomState>>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Memory<T> {
    fn recall(&self, text: &str, think: impl FnOnce() -> T) -> T {
        if let Some(known) = self.0.borrow().get(text) {
            return known.clone();
        }
        let meaning = think();
        let mut known = self.0.borrow_mut();
        if known.len() < MAX_TEXTS {
            known.insert(text.into(), meaning.clone());
        }
        meaning
    }
}
