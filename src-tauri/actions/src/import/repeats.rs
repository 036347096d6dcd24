//! Assets that one file names twice: each can be restored once.

use super::reading::Source;
use crate::views::import::IssueView;
use planner_core::disposition::{Disposition, Outcome};
use planner_sheets::field::Field;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Tags met so far, each with what became of the asset and its first row.
pub(super) struct Repeats {
    column: Option<String>,
    first: HashMap<(String, Option<Outcome>), u32>,
}

impl Repeats {
    pub(super) fn new(source: &Source) -> Self {
        let column = source.mapping.column(Field::AssetTag).map(|column| column.header.clone());
        Self { column, first: HashMap::new() }
    }

    /// The finding on an asset of which an earlier row says the same. Parts of one asset may end differently.
    pub(super) fn of(&mut self, row: u32, asset: &Disposition) -> Option<IssueView> {
        let tag = asset.asset_tag.as_ref()?;
        match self.first.entry((tag.trim().to_lowercase(), asset.outcome)) {
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
            Entry::Occupied(first) => Some(IssueView {
                row,
                column: self.column.clone(),
                code: "asset_repeated".to_owned(),
                severity: "warns".to_owned(),
                seen: tag.clone(),
                expected: format!("each asset once; row {} has it too, and both count", first.get()),
            }),
        }
    }
}
