//! The cells of one row, read as what their columns are; what cannot be read becomes an issue.

mod date;
mod mass;
mod number;

use super::meanings::Meanings;
use crate::cell::{Number, Row, Value};
use crate::field::Field;
use crate::issue::{Issue, IssueCode, Severity};
use crate::mapping::{MappedColumn, Mapping};
use crate::vocabulary::Vocabulary;
use compact_str::CompactString;

/// Texts that stand for nothing.
const PLACEHOLDERS: [&str; 26] = [
    "-", "–", "—", "--", "n/a", "na", "n.a.", "null", "none", "nil", "?", ".", "tbc", "tbd", "n/d", "k.a.",
    "nan", "\\N", "#n/v", "k. a.", "n. a.", "n.c.", "nc", "n.d.", "s/d", "??",
];

/// What is told of a formula that was never calculated.
const FORMULA: &str = "a formula that was never calculated";

/// None is longer, in bytes.
const LONGEST_PLACEHOLDER: usize = 5;

/// Whether a text stands for nothing.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    text.len() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.iter().any(|one| one.eq_ignore_ascii_case(text))
}

/// The cells of one row, by field.
pub(super) struct Cells<'a> {
    row: &'a Row,
    pub(super) mapping: &'a Mapping,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) meanings: &'a Meanings<'a>,
    from_1904: bool,
    issues: Vec<Issue>,
    /// A currency that stood beside a price.
    pub(super) currency: Option<CompactString>,
    /// A mass was taken as kilograms because the unit's cell says nothing.
    pub(super) is_unit_assumed: bool,
    /// What reads as a service and states a weight all the same, where nobody said what that means.
    pub(super) weighed_service: Option<String>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(
        row: &'a Row,
        mapping: &'a Mapping,
        vocabulary: &'a Vocabulary,
        meanings: &'a Meanings<'a>,
        from_1904: bool,
    ) -> Self {
        Self {
            row,
            mapping,
            vocabulary,
            meanings,
            from_1904,
            issues: Vec::new(),
            currency: None,
            is_unit_assumed: false,
            weighed_service: None,
        }
    }

    pub(super) fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    /// Whether something already rejects the row.
    pub(super) fn is_rejected(&self) -> bool {
        self.issues.iter().any(|issue| issue.severity == Severity::Rejects)
    }

    pub(super) fn has_column(&self, field: Field) -> bool {
        self.mapping.has(field)
    }

    /// Adds an issue of a field's cell, or of the row where the field has no column.
    pub(super) fn issue(&mut self, field: Field, code: IssueCode, seen: &str, expected: &str) {
        let column = self.mapping.column(field).map(|column| self.name(column));
        self.issues.push(Issue::new(self.row.number, column.as_deref(), code, seen, expected));
    }

    fn name(&self, column: &MappedColumn) -> String {
        if column.header.is_empty() {
            crate::cell::column_letters(column.index)
        } else {
            column.header.clone()
        }
    }

    fn cell(&self, field: Field) -> Option<(&'a MappedColumn, &'a Value)> {
        let column = self.mapping.column(field)?;
        let value = self.row.value(column.index).filter(|value| !value.is_blank())?;
        Some((column, value))
    }

    /// The cell's text, or the word that a person gave for it.
    pub(super) fn text(&mut self, field: Field) -> Option<CompactString> {
        let text = self.own_text(field);
        if self.mapping.values.is_empty() || !self.has_column(field) {
            return text;
        }
        let said = self.mapping.said_meaning(field, text.as_deref().unwrap_or_default());
        said.map(CompactString::from).or(text)
    }

    /// The same, where a row is not one of a million.
    pub(super) fn string(&mut self, field: Field) -> Option<String> {
        self.text(field).map(String::from)
    }

    /// The certificate class a word means; one that is not known stays the file's own.
    pub(super) fn class(&mut self) -> Option<String> {
        let text = self.string(Field::Class)?;
        let known = self.vocabulary.class(&text).map(str::to_owned);
        if known.is_none() {
            self.issue(Field::Class, IssueCode::UnknownClass, &text, "I-TEC, I-TEC AE, I-MAT or I-MAT AE");
        }
        Some(known.unwrap_or(text))
    }

    /// The cell as text; nothing where it is blank, an error or a placeholder.
    fn own_text(&mut self, field: Field) -> Option<CompactString> {
        let (_, value) = self.cell(field)?;
        match value {
            Value::Error(error) => {
                self.issue(field, IssueCode::ErrorIgnored, error, "a value");
                None
            }
            Value::EmptyFormula => {
                self.issue(
                    field,
                    IssueCode::FormulaWithoutValue,
                    "",
                    "a stored result; open and save the file once",
                );
                None
            }
            Value::Number(number) => Some(identifier(number)),
            value => value.with_shown(|text| (!is_placeholder(text)).then(|| text.trim().into())),
        }
    }
}

/// A tag or an order number that was typed as a number: all its digits, no exponent.
fn identifier(number: &Number) -> CompactString {
    let exact = number.exact.as_ref().filter(|exact| exact.bytes().all(|byte| byte.is_ascii_digit()));
    exact.unwrap_or(&number.shown).clone()
}
