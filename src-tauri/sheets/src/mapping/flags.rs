//! Columns of yes and no: what the header says is so of some lines and not of others.

use super::table::Table;
use crate::cell::Row;
use crate::field::{Field, Kind};
use crate::header::Concept;

/// Different texts that a column of reasons may have, each of which is asked about.
const MOST_REASONS: usize = 5;
/// What a header says of lines that were bought: "Ordered?", "Invoiced?".
const BOUGHT: [Concept; 5] =
    [Concept::Ordered, Concept::Invoiced, Concept::Received, Concept::Shipped, Concept::Date];

impl Table<'_> {
    /// "Cancelled: yes, no": the header says that a line was called off or sent back, and the cells of which.
    pub(super) fn settle_called_off(&mut self) {
        if self.kind != Kind::Procurement || self.has(Field::Deleted) || self.is_said(Field::Deleted) {
            return;
        }
        let vocabulary = self.vocabulary;
        let is_flag = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let is_title = |word: &str| self.evidence.stands_above(*index, word);
            let mut words = facts.words.iter().filter(|word| !is_title(word)).peekable();
            vocabulary.sends_back(self.header(*index))
                && !vocabulary.names_deadline(self.header(*index))
                && facts.numeric == 0
                && words.peek().is_some()
                && words.all(|word| vocabulary.is_no(word) || vocabulary.is_struck(word))
        };
        // "Cancellation reason": what stands there on some lines is asked about.
        let is_reason = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let words = facts.words.iter().filter(|word| !self.evidence.stands_above(*index, word)).count();
            let is_blank = |row: &Row| self.text(row, *index).is_none();
            vocabulary.says_why_it_went(self.header(*index))
                && facts.numbers() + facts.dates() == 0
                && (1..=MOST_REASONS).contains(&words)
                && self.rows().any(is_blank)
        };
        let found = self.unmapped().into_iter().find(is_flag);
        if let Some(column) = found.or_else(|| self.unmapped().into_iter().find(is_reason)) {
            self.push(Field::Deleted, column);
        }
    }

    /// "Purchased: yes, no", "Approved": the header says that a line was bought, and the cells of which; what they mean is asked.
    pub(super) fn settle_not_bought(&mut self) {
        if self.kind != Kind::Procurement || self.has(Field::Status) || self.is_said(Field::Status) {
            return;
        }
        let vocabulary = self.vocabulary;
        let is_flag = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let words = || facts.words.iter().filter(|word| !self.evidence.stands_above(*index, word));
            let senses = self.senses(*index);
            let says_bought = senses.has_one(&BOUGHT) || vocabulary.says_bought(self.header(*index));
            says_bought
                && facts.numeric == 0
                && words().any(|word| vocabulary.is_no(word))
                && words().all(|word| vocabulary.is_no(word) || vocabulary.is_yes(word))
        };
        let taken = [Field::Date, Field::OrderNumber].into_iter().filter_map(|field| self.guessed(field));
        let taken: Vec<(u32, Field)> = taken.map(|column| (column.index, column.field)).collect();
        let found = self.unmapped().into_iter().chain(taken.iter().map(|(index, _)| *index)).find(is_flag);
        if let Some(column) = found {
            taken.iter().filter(|(index, _)| *index == column).for_each(|(_, field)| self.unmap(*field));
            self.push(Field::Status, column);
        }
    }

    /// "Refurbished: yes, no": the header is the condition.
    pub(super) fn settle_condition_flag(&mut self) {
        if self.kind != Kind::Procurement || self.has(Field::Condition) || self.is_said(Field::Condition) {
            return;
        }
        let vocabulary = self.vocabulary;
        let is_flag = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let header = self.header(*index);
            let mut words =
                facts.words.iter().filter(|word| !self.evidence.stands_above(*index, word)).peekable();
            vocabulary.condition_of_header(header).is_some()
                && words.peek().is_some()
                && words.all(|word| {
                    vocabulary.flagged_condition(header, word).is_some()
                        || vocabulary.condition(word).is_some()
                })
        };
        if let Some(column) = self.unmapped().into_iter().find(is_flag) {
            self.push(Field::Condition, column);
        }
    }
}
