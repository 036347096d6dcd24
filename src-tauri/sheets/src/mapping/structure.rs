//! Cells left blank because they stand above, and words that only a person can tell the meaning of.

use super::masses::words;
use super::table::Table;
use super::{Merged, Open};
use crate::cell::{Row, Value};
use crate::field::{Field, Kind};
use crate::inspect::Question;
use crate::issue::IssueCode;
use crate::rows::is_placeholder;
use rust_decimal::Decimal;

/// Fields of an order, which its lines share.
const OF_THE_ORDER: [Field; 9] = [
    Field::OrderNumber,
    Field::Date,
    Field::Supplier,
    Field::Entity,
    Field::Currency,
    Field::Provider,
    Field::Batch,
    Field::Country,
    Field::Year,
];

/// Numbers that are looked at in a column of words.
const MOST_NUMBERS: usize = 50;

impl Table<'_> {
    /// Columns whose blank cells hold what stands above: the leftmost of the table, or those of an order, blank together
    /// on lines that are filled otherwise.
    pub(super) fn carried(&mut self) -> Vec<u32> {
        if !matches!(self.kind, Kind::Procurement | Kind::Dispositions) {
            return Vec::new();
        }
        let of_order: Vec<u32> = self
            .columns
            .iter()
            .filter(|column| OF_THE_ORDER.contains(&column.field))
            .map(|column| column.index)
            .collect();
        let leftmost = self.columns.iter().map(|column| column.index).min();
        let is_first = |index: &u32| Some(*index) == leftmost && self.is_name(*index);
        let mut together: Vec<u32> =
            of_order.iter().copied().filter(|index| self.is_blank_somewhere(*index)).collect();
        let is_whole_order = together.len() >= 2 && together.iter().any(|index| Some(*index) == leftmost);
        if !is_whole_order {
            together.retain(is_first);
        }
        together.extend(leftmost.filter(|index| is_first(index) && self.is_blank_somewhere(*index)));
        together.sort_unstable();
        together.dedup();
        if together.is_empty() || !self.are_blank_together(&together) {
            return Vec::new();
        }
        for index in &together {
            let header = self.header(*index).to_owned();
            self.note(
                Some(&header),
                IssueCode::FilledDown,
                &header,
                "a value in each row; a blank cell takes what stands above it",
            );
        }
        together
    }

    /// The merged cells below the header whose columns are read: those that each line takes, those that state something of
    /// several lines together, and those that count the lines. What is meant of a sum is asked.
    pub(super) fn merged(&mut self, merged: &[Merged]) -> (Vec<Merged>, Vec<Merged>, Vec<Merged>) {
        let field = |one: &Merged| self.columns.iter().find(|column| column.index == one.column);
        let is_read = |one: &&Merged| one.first > self.evidence.header_row && field(one).is_some();
        let is_sum = |one: &Merged| {
            let sums = [Field::Mass, Field::SentMass, Field::Quantity];
            field(one).is_some_and(|column| sums.contains(&column.field)) && one.last > one.first
        };
        let (sums, own): (Vec<Merged>, Vec<Merged>) =
            merged.iter().filter(is_read).copied().partition(is_sum);
        let counts_lines = |one: &Merged| {
            let row = self.rows().find(|row| row.number == one.first);
            let number = row.and_then(|row| self.number(row, one.column));
            let lines = Decimal::from(one.last - one.first + 1);
            field(one).is_some_and(|column| column.field == Field::Quantity) && number == Some(lines)
        };
        let (single, shared): (Vec<Merged>, Vec<Merged>) = sums.into_iter().partition(counts_lines);
        match self.answer(Question::Merged) {
            Some("each") => (own.into_iter().chain(shared).collect(), Vec::new(), single),
            Some(_) => (own, shared, single),
            None => {
                if let Some(first) = shared.first() {
                    let (name, rows) = (self.name(first.column), format!("{}–{}", first.first, first.last));
                    self.ask(Question::Merged, &name, &rows, words(&["each", "first"]));
                }
                (own, shared, single)
            }
        }
    }

    fn is_name(&self, index: u32) -> bool {
        let names = [
            Field::Category,
            Field::OrderNumber,
            Field::Supplier,
            Field::Date,
            Field::Batch,
            Field::Provider,
            Field::Entity,
            Field::Year,
        ];
        self.columns.iter().any(|column| column.index == index && names.contains(&column.field))
    }

    fn is_blank(row: &Row, index: u32) -> bool {
        row.value(index).is_none_or(|value| value.is_blank())
    }

    /// Lines: rows that measure something and name something outside these columns.
    fn lines(&self) -> impl Iterator<Item = &Row> {
        let measures = [Field::Quantity, Field::Mass, Field::SentMass, Field::UnitMass];
        let names = [Field::Item, Field::Model];
        let has = |row: &Row, fields: &[Field]| {
            self.columns
                .iter()
                .any(|column| fields.contains(&column.field) && !Self::is_blank(row, column.index))
        };
        self.rows().filter(move |row| has(row, &measures) && has(row, &names))
    }

    /// Whether a line leaves it blank, and it stands in the first line or in a row above all of them.
    fn is_blank_somewhere(&self, index: u32) -> bool {
        let Some(first) = self.lines().next() else { return false };
        let mut above = self.rows().take_while(|row| row.number <= first.number);
        above.any(|row| !Self::is_blank(row, index)) && self.lines().any(|row| Self::is_blank(row, index))
    }

    fn are_blank_together(&self, together: &[u32]) -> bool {
        let blank = |row: &Row| together.iter().filter(|index| Self::is_blank(row, **index)).count();
        self.lines().all(|row| blank(row) == 0 || blank(row) == together.len())
    }

    /// Words of a column that only a person can tell the meaning of.
    pub(super) fn ask_words(&mut self, field: Field, is_open: impl Fn(&str) -> bool) {
        let Some(column) = self.column(field) else { return };
        let (index, header) = (column.index, column.header.clone());
        let is_said = |word: &str| self.overrides.meaning(field, word).is_some();
        let is_title = |word: &str| self.evidence.stands_above(index, word);
        let facts = self.evidence.facts_of(index);
        // Where words are due, a number is one that nobody knows: the result of a formula that was lost, a code.
        let numbers = self.rows().filter(|row| matches!(row.value(index), Some(Value::Number(_))));
        let numbers = numbers.filter_map(|row| self.text(row, index)).take(MOST_NUMBERS);
        let words = facts.words.iter().map(|word| word.to_string()).chain(numbers);
        let is_asked =
            |word: &str| is_open(word) && !is_placeholder(word) && !is_said(word) && !is_title(word);
        let mut open: Vec<String> = words.filter(|word| is_asked(word)).collect();
        open.sort();
        open.dedup();
        let choices = self.vocabulary.meanings(self.kind, field);
        self.open.extend(open.into_iter().map(|seen| Open {
            what: Question::Value,
            column: header.clone(),
            field: Some(field),
            seen,
            choices: choices.clone(),
        }));
    }
}
