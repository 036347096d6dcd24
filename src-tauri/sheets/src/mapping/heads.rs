//! Rows that head the rows below them: the groups of an export, with the sums of what is in them.

use super::masses::words;
use super::table::Table;
use super::{Heads, Mapping};
use crate::cell::{Row, Value};
use crate::field::Field;
use crate::inspect::Question;
use rust_decimal::Decimal;

impl Table<'_> {
    /// How rows are told that head the rows below them, where each of them holds their sums.
    pub(super) fn heads(&self) -> Option<Heads> {
        let names = |field| self.column(field).map(|column| column.index);
        let nameless: Vec<u32> = [names(Field::Item), names(Field::Model)].into_iter().flatten().collect();
        [Heads::Counted, Heads::Nameless(nameless)].into_iter().find(|heads| self.are_sums(heads))
    }

    fn are_sums(&self, heads: &Heads) -> bool {
        let measures = self.summed();
        let rows: Vec<&Row> = self.rows().filter(|row| !self.is_labelled_total(row)).collect();
        let (mut summed, mut members) = (0, 0);
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| heads.has(row)) {
            let below = &rows[at + 1..];
            let next = below.iter().position(|row| heads.has(row)).unwrap_or(below.len());
            let count = if *heads == Heads::Counted { group_size(row).unwrap_or(next) } else { next };
            let stated: Vec<_> =
                measures.iter().filter_map(|column| Some((*column, self.number(row, *column)?))).collect();
            // A head of heads has none of its own; the last group may go on beyond what was kept.
            if stated.is_empty() || next == 0 || count > below.len() {
                continue;
            }
            let sum = |column: u32| {
                below[..count].iter().filter_map(|row| self.number(row, column)).sum::<Decimal>()
            };
            let is_sum = |(column, total): &(u32, Decimal)| sum(*column) == *total;
            // A row that says how many follow is their head by one sum alone: weights of one are put together otherwise.
            let are_sums = match heads {
                Heads::Counted => stated.iter().any(is_sum),
                Heads::Nameless(_) => stated.iter().all(is_sum),
            };
            if count != next || !are_sums {
                let is_last = at + 1 + next == rows.len();
                match is_last && rows.len() >= LONG_TABLE {
                    true => continue,
                    false => return false,
                }
            }
            (summed, members) = (summed + 1, members + count);
        }
        // One nameless row before a line of the same count may well be another line.
        summed > 0 && (*heads == Heads::Counted || members > summed || summed > 1)
    }

    /// The first row, where it holds the sum of all that follow, in pieces and in mass: it is asked about, and left out where
    /// a person says so.
    pub(super) fn first_total(&mut self) -> Option<u32> {
        let measures = self.summed();
        let rows: Vec<&Row> = self.rows().filter(|row| !self.is_labelled_total(row)).collect();
        let (first, others) = rows.split_first()?;
        let is_sum = |column: &u32| {
            let sum = others.iter().filter_map(|row| self.number(row, *column)).sum::<Decimal>();
            !sum.is_zero() && self.number(first, *column) == Some(sum)
        };
        let is_it = others.len() > 1
            && rows.len() < LONG_TABLE
            && (measures.len() > 1 || others.len() > 2)
            && !measures.is_empty()
            && measures.iter().all(is_sum);
        let (row, label) = (first.number, first.texts().into_iter().find(|text| !text.is_empty()));
        if !is_it {
            return None;
        }
        match self.answer(Question::Total) {
            Some(answer) => (answer == "skip").then_some(row),
            None => {
                let choices = words(&["skip", "count"]);
                self.ask(Question::Total, &format!("row {row}"), &label.unwrap_or_default(), choices);
                None
            }
        }
    }

    /// The columns that a total sums up.
    fn summed(&self) -> Vec<u32> {
        let is_summed = |field| matches!(field, Field::Quantity | Field::Mass | Field::SentMass);
        self.columns.iter().filter(|column| is_summed(column.field)).map(|column| column.index).collect()
    }

    fn is_labelled_total(&self, row: &Row) -> bool {
        let mut texts = row.cells.iter().filter_map(|cell| match &cell.value {
            Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(text),
            _ => None,
        });
        texts.next().is_some_and(|text| self.vocabulary.is_total(text) || self.vocabulary.names_total(text))
    }
}

/// A table of which only the beginning is at hand may have this many rows.
const LONG_TABLE: usize = 50;

impl Heads {
    fn has(&self, row: &Row) -> bool {
        match self {
            Self::Counted => group_size(row).is_some(),
            Self::Nameless(columns) => {
                let is_blank = |column: &u32| row.value(*column).is_none_or(Value::is_blank);
                let is_name = |value: &Value| matches!(value, Value::Text(text) if text.chars().any(char::is_alphabetic));
                !columns.is_empty()
                    && columns.iter().all(is_blank)
                    && row.cells.iter().any(|cell| is_name(&cell.value))
            }
        }
    }
}

impl Mapping {
    /// Whether a row heads those below it.
    pub(crate) fn is_head(&self, row: &Row) -> bool {
        self.heads.as_ref().is_some_and(|heads| heads.has(row))
    }
}

/// How many rows a group's head says it has: `Notebook 14 (2)`.
fn group_size(row: &Row) -> Option<usize> {
    let mut texts = row.cells.iter().filter_map(|cell| match &cell.value {
        Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(text),
        _ => None,
    });
    let text = texts.next().filter(|_| texts.next().is_none())?;
    let (_, count) = text.trim().strip_suffix(')')?.rsplit_once(" (")?;
    count.parse().ok().filter(|count| *count > 0)
}
