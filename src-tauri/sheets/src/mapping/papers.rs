//! Papers and versions of one purchase in one table: an order, its delivery and its invoice, a frame and what was called off
//! from it, an order and its change.

use super::masses::words;
use super::table::Table;
use crate::field::{Field, Kind};
use crate::header::Concept;
use crate::inspect::Question;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Papers that are no purchase beside those that are.
const NO_PURCHASE: [&str; 2] = ["frame", "quote"];

/// What a line names, and how many of it.
type Line = (Vec<Option<String>>, Option<Decimal>);

impl Table<'_> {
    /// A column that names papers in which the same goods stand is the status, whatever its header says; where the paper
    /// stands before an order's number, or goods stand in several versions, whether all of them count is asked.
    pub(super) fn settle_papers(&mut self) {
        if self.kind != Kind::Procurement {
            return;
        }
        let order = self.guessed(Field::OrderNumber).map(|column| column.index);
        let is_free = !self.has(Field::Status) && !self.is_said(Field::Status);
        let repeats = |index: &u32| self.names_papers(*index) && !self.repeated_papers(*index).is_empty();
        let category = self.guessed(Field::Category).map(|column| column.index);
        let papers = self.unmapped().into_iter().chain(category).find(|index| is_free && repeats(index));
        let versions = order.and_then(|order| self.versions(order));
        let seen =
            order.filter(repeats).and_then(|order| Some((order, self.repeated_papers(order).pop_first()?)));
        if let Some(column) = papers {
            self.columns.retain(|one| one.index != column);
            self.push(Field::Status, column);
        }
        if let Some((column, seen)) = versions.or(seen).filter(|_| self.answer(Question::Table).is_none()) {
            self.ask(Question::Table, &self.name(column), &seen, words(&["same"]));
        }
    }

    /// Whether every cell names a paper, and some another one.
    fn names_papers(&self, column: u32) -> bool {
        let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, column)).collect();
        let stages: Vec<_> = texts.iter().map(|text| self.vocabulary.stage(text)).collect();
        stages.iter().all(Option::is_some) && stages.iter().collect::<BTreeSet<_>>().len() > 1
    }

    /// The words of a column for papers of which one holds what another does: by a line, or by the sum of what there is of a
    /// thing; a frame or an offer is no purchase beside any other.
    pub(super) fn repeated_papers(&self, column: u32) -> BTreeSet<String> {
        let index = |field: &Field| Some(self.column(*field)?.index);
        let names: Vec<u32> = [Field::Item, Field::Model].iter().filter_map(index).collect();
        let quantity = index(&Field::Quantity);
        let (mut words, mut stages) = (BTreeSet::new(), BTreeSet::new());
        let mut lines: BTreeMap<Line, BTreeSet<&str>> = BTreeMap::new();
        let mut sums: BTreeMap<Vec<Option<String>>, BTreeMap<&str, Decimal>> = BTreeMap::new();
        for row in self.rows() {
            let Some(word) = self.text(row, column) else { continue };
            let Some(stage) = self.vocabulary.stage(&word) else { continue };
            let key: Vec<Option<String>> = names.iter().map(|name| self.text(row, *name)).collect();
            let count = quantity.and_then(|quantity| self.number(row, quantity));
            *sums.entry(key.clone()).or_default().entry(stage).or_default() += count.unwrap_or_default();
            lines.entry((key, count)).or_default().insert(stage);
            words.insert(word);
            stages.insert(stage);
        }
        let has_frame = stages.len() > 1 && stages.iter().any(|stage| NO_PURCHASE.contains(stage));
        let is_equal = |sums: &BTreeMap<&str, Decimal>| {
            let different: BTreeSet<_> = sums.values().filter(|sum| !sum.is_zero()).collect();
            sums.values().filter(|sum| !sum.is_zero()).count() > different.len()
        };
        let is_repeated = lines.values().any(|stages| stages.len() > 1) || sums.values().any(is_equal);
        if has_frame || is_repeated { words } else { BTreeSet::new() }
    }

    /// The column of versions in which an order's goods stand, and the one of them that comes last.
    fn versions(&self, order: u32) -> Option<(u32, String)> {
        let line = self.column(Field::LineNumber).or(self.column(Field::Item)).map(|column| column.index);
        let groups = self.groups(&[Some(order), line].into_iter().flatten().collect::<Vec<_>>());
        let is_version = |index: &u32| {
            let senses = self.senses(*index);
            senses.is_only(Concept::Version, &[Concept::Ordered, Concept::Line])
                && groups.iter().any(|rows| self.different(rows, *index) > 1)
        };
        let column = self.unmapped().into_iter().find(is_version)?;
        let last = self.rows().filter_map(|row| self.text(row, column)).max()?;
        Some((column, last))
    }
}
