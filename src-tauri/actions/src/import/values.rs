//! The distinct words of the columns whose words have a meaning, counted while the rows pass.

use super::reading::Source;
use crate::views::mapping::{ColumnValues, ValueCount};
use compact_str::CompactString;
use foldhash::fast::RandomState;
use planner_core::raw::RawRow;
use planner_sheets::vocabulary::Vocabulary;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Words that are counted in one column.
const MOST_WORDS: usize = 300;

/// Counts of one column's words.
#[derive(Default)]
struct Column {
    place: usize,
    words: HashMap<CompactString, u64, RandomState>,
    has_more: bool,
}

/// Counts of the words of all such columns, from left to right.
#[derive(Default)]
pub(super) struct Words {
    columns: Vec<Column>,
}

impl Words {
    pub(super) fn new(source: &Source) -> Self {
        let meant = source.mapping.columns.iter().filter(|one| Vocabulary::MEANT.contains(&one.field));
        let column = |place: u32| Column { place: place as usize, ..Column::default() };
        let mut columns: Vec<_> = meant.map(|one| column(one.index)).collect();
        columns.sort_by_key(|column| column.place);
        Self { columns }
    }

    /// Takes a row's words into account.
    pub(super) fn include(&mut self, raw: &RawRow) {
        let (mut cells, mut at) = (raw.cells(), 0);
        for column in &mut self.columns {
            let text = cells.nth(column.place - at).map_or("", str::trim);
            at = column.place + 1;
            if let Some(count) = column.words.get_mut(text) {
                *count += 1;
            } else if column.words.len() < MOST_WORDS {
                column.words.insert(text.into(), 1);
            } else {
                column.has_more = true;
            }
        }
    }

    /// The words with what each means.
    pub(super) fn views(self, source: &Source) -> Vec<ColumnValues> {
        let vocabulary = Vocabulary::shipped();
        self.columns.into_iter().filter_map(|column| view(column, source, &vocabulary)).collect()
    }
}

fn view(column: Column, source: &Source, vocabulary: &Vocabulary) -> Option<ColumnValues> {
    let mapped = source.mapping.columns.iter().find(|one| one.index as usize == column.place)?;
    let said = |seen: &str| source.mapping.said_meaning(mapped.field, seen).map(str::to_owned);
    let mut values: Vec<_> = column
        .words
        .into_iter()
        .map(|(seen, rows)| {
            let said = said(&seen);
            let is_said = said.is_some();
            let means = said.or_else(|| vocabulary.meaning_of(source.mapping.kind, mapped.field, &seen));
            ValueCount { seen: seen.into(), rows, means, is_said }
        })
        .collect();
    values.sort_by_key(|value| (Reverse(value.rows), value.seen.clone()));
    Some(ColumnValues {
        field: mapped.field.word().to_owned(),
        header: mapped.header.clone(),
        values,
        has_more: column.has_more,
        choices: vocabulary.meanings(source.mapping.kind, mapped.field),
    })
}
