//! Rows that head the rows below them: the groups of an export, with the sums of what is in them.

use super::masses::words;
use super::table::Table;
use super::{Heads, MappedColumn, Mapping};
use crate::cell::{Row, Value};
use crate::field::{Field, Shape};
use crate::inspect::Question;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

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

    /// Rows under a name of their own that hold the sums of those below them, in pieces and in mass, one group after the
    /// other to the end: they are asked about, and left out where a person says so.
    pub(super) fn sums_below(&mut self) -> Vec<u32> {
        let rows: Vec<&Row> = self.rows().filter(|row| !self.is_labelled_total(row)).collect();
        let measures = self.summed();
        if rows.len() >= LONG_TABLE {
            return Vec::new();
        }
        let kits = self.kits(&rows);
        let (groups, is_it) = match self.grouped(&rows, &measures) {
            Some(groups) => {
                let is_several = groups.len() > 1 || groups.iter().any(|(_, count)| *count > 2);
                (groups, is_several || measures.len() > 1 || !kits.is_empty())
            }
            None => (kits, true),
        };
        if groups.is_empty() {
            return Vec::new();
        }
        let heads: Vec<u32> = groups.iter().map(|(head, _)| head.number).collect();
        let label =
            groups.first().and_then(|(head, _)| head.texts().into_iter().find(|text| !text.is_empty()));
        match self.answer(Question::Total) {
            _ if !is_it => Vec::new(),
            Some("skip") => heads,
            Some(_) => Vec::new(),
            None => {
                let (row, label) = (format!("row {}", heads[0]), label.unwrap_or_default());
                self.ask(Question::Total, &row, &label, words(&["skip", "count"]));
                Vec::new()
            }
        }
    }

    /// The heads of groups that hold the sums of the two or more rows below them, with how many there are; nothing where a
    /// row belongs to none.
    fn grouped<'r>(&self, rows: &[&'r Row], measures: &[u32]) -> Option<Vec<(&'r Row, usize)>> {
        let (mut groups, mut at) = (Vec::new(), 0);
        while at < rows.len() {
            let below = &rows[at + 1..];
            let is_sum = |count: &usize| {
                measures.iter().all(|column| {
                    let sum: Decimal =
                        below[..*count].iter().filter_map(|row| self.number(row, *column)).sum();
                    !sum.is_zero() && self.number(rows[at], *column) == Some(sum)
                })
            };
            let count = (2..=below.len()).find(is_sum).filter(|_| !measures.is_empty())?;
            groups.push((rows[at], count));
            at += count + 1;
        }
        (!groups.is_empty()).then_some(groups)
    }

    /// Lines whose name says that they are a kit, and which weigh what the two or more lines below them do, with how many
    /// those are.
    fn kits<'r>(&self, rows: &[&'r Row]) -> Vec<(&'r Row, usize)> {
        let Some(item) = self.column(Field::Item).map(|column| column.index) else { return Vec::new() };
        let is_kit = |row: &Row| {
            self.text(row, item).is_some_and(|name| {
                name.split(|letter: char| !letter.is_alphanumeric()).any(|word| self.vocabulary.is_kit(word))
            })
        };
        let parts = |at: usize| {
            let mass = self.line_mass(rows[at]).filter(|mass| !mass.is_zero())?;
            let below = rows[at + 1..].iter().map_while(|row| self.line_mass(row));
            let sums = below.scan(Decimal::ZERO, |sum, mass| {
                *sum = sum.checked_add(mass)?;
                Some(*sum)
            });
            sums.enumerate().skip(1).find(|(_, sum)| *sum == mass).map(|(last, _)| last + 1)
        };
        let kits = (0..rows.len()).filter(|at| is_kit(rows[*at]));
        kits.filter_map(|at| Some((rows[at], parts(at)?))).collect()
    }

    /// A word of a column under which each thing counts as many as under its other words together, such as "Worldwide"; where
    /// the word does not say so itself, of several things. Whether it is their total is asked.
    pub(super) fn whole(&mut self) -> Option<(u32, String)> {
        let measure = *self.summed().first()?;
        let names = [Field::Item, Field::Model].map(|field| self.column(field).map(|column| column.index));
        let names: Vec<u32> = names.into_iter().flatten().collect();
        let measured = [Field::UnitMass, Field::LineNumber, Field::OrderNumber, Field::SerialNumber];
        let is_part =
            |column: &MappedColumn| !names.contains(&column.index) && !measured.contains(&column.field);
        let mapped =
            self.columns.iter().filter(|column| is_part(column) && column.field.shape() == Shape::Text);
        let columns: Vec<u32> = mapped.map(|column| column.index).chain(self.unmapped()).collect();
        let (column, word) =
            columns.into_iter().find_map(|column| Some((column, self.whole_of(column, measure, &names)?)))?;
        match self.answer(Question::Total) {
            Some("skip") => return Some((column, word)),
            Some(_) => {}
            None => {
                let name = self.name(column);
                self.ask(Question::Total, &name, &word, words(&["skip", "count"]));
            }
        }
        None
    }

    fn whole_of(&self, column: u32, measure: u32, names: &[u32]) -> Option<String> {
        let rows: Vec<&Row> = self.rows().filter(|row| !self.is_labelled_total(row)).collect();
        let facts = self.evidence.facts_of(column);
        if rows.len() > LONG_TABLE || names.is_empty() || facts.numbers() > 0 {
            return None;
        }
        let name = |row: &Row| names.iter().map(|name| self.text(row, *name)).collect::<Vec<_>>();
        let is_it = |word: &String| {
            let mut things: BTreeMap<Vec<Option<String>>, (Decimal, Decimal, u32)> = BTreeMap::new();
            for row in &rows {
                let count = self.number(row, measure).unwrap_or_default();
                let (own, others, parts) = things.entry(name(row)).or_default();
                match self.text(row, column).as_ref() == Some(word) {
                    true => *own += count,
                    false => (*others, *parts) = (*others + count, *parts + 1),
                }
            }
            let is_sum = things.values().all(|(own, others, _)| own == others && !own.is_zero());
            let has_parts = things.values().any(|(_, _, parts)| *parts > 1);
            is_sum && has_parts && (things.len() > 1 || self.vocabulary.is_whole(word))
        };
        let words: BTreeSet<String> = rows.iter().filter_map(|row| self.text(row, column)).collect();
        words.into_iter().find(is_it)
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
    /// Whether a row holds the sums of others: it heads those below it, or stands for all places together.
    pub(crate) fn is_head(&self, row: &Row) -> bool {
        let is_whole = |(column, word): &(u32, String)| {
            row.value(*column).is_some_and(|value| value.with_shown(|text| text == word))
        };
        self.heads.as_ref().is_some_and(|heads| heads.has(row))
            || self.sums_below.contains(&row.number)
            || self.whole.as_ref().is_some_and(is_whole)
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
