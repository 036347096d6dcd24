//! A table whose columns are settled one question after the other, before its rows are read.

use super::conventions::Evidence;
use super::{MappedColumn, Open, Overrides};
use crate::cell::{Row, Value};
use crate::field::{Field, Kind};
use crate::header::Senses;
use crate::inspect::{Match, Question};
use crate::issue::{Issue, IssueCode};
use crate::vocabulary::Vocabulary;
use rust_decimal::Decimal;

/// What is known of a table, and what was settled so far.
pub(super) struct Table<'a> {
    pub(super) kind: Kind,
    pub(super) headers: &'a [String],
    pub(super) evidence: Evidence<'a>,
    pub(super) overrides: &'a Overrides,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) columns: Vec<MappedColumn>,
    /// Columns of pieces that count together, each in a line of its own.
    pub(super) spread: Vec<u32>,
    pub(super) open: Vec<Open>,
    pub(super) notes: Vec<Issue>,
}

impl Table<'_> {
    pub(super) fn column(&self, field: Field) -> Option<&MappedColumn> {
        self.columns.iter().find(|column| column.field == field)
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The column of a field, unless a person named it.
    pub(super) fn guessed(&self, field: Field) -> Option<&MappedColumn> {
        self.column(field).filter(|column| is_guessed(column))
    }

    pub(super) fn unmap(&mut self, field: Field) {
        self.columns.retain(|column| column.field != field);
    }

    pub(super) fn senses(&self, column: u32) -> Senses {
        Senses::of(self.header(column), true, self.vocabulary)
    }

    pub(super) fn header(&self, column: u32) -> &str {
        self.headers.get(column as usize).map_or("", String::as_str)
    }

    /// How a person names a column so that its place is clear.
    pub(super) fn name(&self, column: u32) -> String {
        let header = self.header(column);
        let before =
            self.headers.iter().take(column as usize).filter(|one| one.trim() == header.trim()).count();
        if before == 0 { header.to_owned() } else { format!("{header}#{}", before + 1) }
    }

    /// Columns with a header that are no field yet.
    pub(super) fn unmapped(&self) -> Vec<u32> {
        let is_free = |index: &u32| self.columns.iter().all(|column| column.index != *index);
        let named = (0_u32..).zip(self.headers).filter(|(_, header)| !header.is_empty());
        named.map(|(index, _)| index).filter(is_free).collect()
    }

    /// Rows below the header that are kept.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.evidence.below()
    }

    pub(super) fn number(&self, row: &Row, column: u32) -> Option<Decimal> {
        self.evidence.number(row, column, self.vocabulary)
    }

    pub(super) fn text(&self, row: &Row, column: u32) -> Option<String> {
        row.value(column).filter(|value| !value.is_blank()).map(Value::shown)
    }

    /// What a person answered.
    pub(super) fn answer(&self, question: Question) -> Option<&str> {
        self.overrides.answer(question)
    }

    /// Whether it is asked already.
    pub(super) fn asks(&self, question: Question) -> bool {
        self.open.iter().any(|open| open.what == question)
    }

    /// Whether a person says which column a field is, or that none is.
    pub(super) fn is_said(&self, field: Field) -> bool {
        self.overrides.fields.iter().any(|(name, _)| name.trim() == field.word())
    }

    pub(super) fn ask(&mut self, what: Question, column: &str, seen: &str, choices: Vec<String>) {
        let (column, seen) = (column.to_owned(), seen.to_owned());
        self.open.push(Open { what, column, field: None, seen, choices });
    }

    pub(super) fn note(&mut self, column: Option<&str>, code: IssueCode, seen: &str, expected: &str) {
        self.notes.push(Issue::new(self.evidence.header_row, column, code, seen, expected));
    }
}

/// Whether nobody said so.
pub(super) fn is_guessed(column: &MappedColumn) -> bool {
    !matches!(column.how, Match::Given | Match::Remembered)
}
