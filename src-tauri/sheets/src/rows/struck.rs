//! Rows that a person struck through and left standing.

use super::skip::identities;
use super::{Reading, RowReader, SkipReason};
use crate::cell::{Row, Value};
use crate::field::{Field, Shape};
use crate::inspect::Question;
use crate::issue::{Issue, IssueCode};

impl RowReader<'_> {
    /// Leaves a line out that is struck through, or counts it, as a person says; asks where nobody does.
    pub(super) fn settle_struck(&mut self, reading: Reading, row: &Row, issues: &mut Vec<Issue>) -> Reading {
        if row.struck.is_empty() || !matches!(reading, Reading::Record(_)) || !self.is_struck(row) {
            return reading;
        }
        match self.mapping.leaves_struck {
            Some(true) => return Reading::Skip(SkipReason::Deleted),
            Some(false) => {
                let expected = "a line that is not struck through; it counts, by your word";
                issues.push(Issue::new(row.number, None, IssueCode::StruckThrough, "", expected));
            }
            None => {
                let seen = row.texts().into_iter().find(|text| !text.is_empty()).unwrap_or_default();
                self.ask(Question::Struck, row.number, seen, &["leave_out", "count"]);
            }
        }
        reading
    }

    /// Whether what the line is, or how much, is struck through; a price that was struck says nothing of the line.
    fn is_struck(&self, row: &Row) -> bool {
        let tells = |field: Field| {
            identities(self.mapping.kind).contains(&field)
                || field == Field::Quantity
                || field.shape() == Shape::Mass
        };
        let columns = self.mapping.columns.iter().filter(|column| tells(column.field));
        let is_filled = |index: u32| row.value(index).is_some_and(|value: &Value| !value.is_blank());
        columns.map(|column| column.index).any(|index| row.struck.contains(&index) && is_filled(index))
    }
}
