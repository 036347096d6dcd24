//! What an item is: its kind, its category key, and whether it is hardware at all.

use crate::recognise::{kind_of_key, recogniser};
use crate::vocabulary::Vocabulary;
use compact_str::CompactString;
use planner_core::recognise::{Described, Kind, Reason, Recognised};
use std::sync::Arc;

/// The cells that say what an item is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// The file's own category.
    pub category: Option<&'a str>,
    /// The item's text.
    pub item: Option<&'a str>,
    /// Manufacturer.
    pub manufacturer: Option<&'a str>,
    /// Model.
    pub model: Option<&'a str>,
}

/// What an item is.
#[derive(Clone, Debug, Default)]
pub struct Goods {
    /// Category key.
    pub category: Option<CompactString>,
    /// Why it is no hardware.
    pub out_of_scope: Option<CompactString>,
    /// What its texts say, its category included.
    pub found: Arc<Recognised>,
}

/// What an item is: by the file's own category, else by its texts.
pub fn goods(vocabulary: &Vocabulary, Named { category, item, manufacturer, model }: Named) -> Goods {
    let key = vocabulary.category(category, None::<&str>);
    let reason = vocabulary.out_of_scope(category, None);
    let of_file = key.and_then(kind_of_key);
    let mut found = recogniser().row(Described { item, manufacturer, model, category: of_file });
    let mut spoken = None;
    if found.is_silent() {
        spoken = vocabulary.category(None, [item, model].into_iter().flatten());
        found.kind = spoken.and_then(kind_of_key);
        found.reason = vocabulary.out_of_scope(None, item).and_then(Reason::from_word);
    }
    if let Some(reason) = reason {
        found.overruled = found.kind.map(Kind::word);
        (found.kind, found.reason) = (None, Reason::from_word(reason));
    }
    // A key that is no kind, such as power, is kept as the file says it.
    let is_kept = |key: &&str| kind_of_key(key).is_none_or(|kind| found.is_of(kind));
    let read = found.kind.map(Kind::word).or(spoken).filter(|_| found.reason.is_none());
    let key = key.filter(is_kept).or(read);
    Goods {
        category: key.map(CompactString::from),
        out_of_scope: found.reason.map(|reason| reason.word().into()),
        found: Arc::new(found),
    }
}
