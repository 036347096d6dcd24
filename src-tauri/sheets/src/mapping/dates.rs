//! Which of several days is the one that counts.

use super::table::Table;
use crate::cell::{Row, Value};
use crate::convention::read_date;
use crate::field::{Field, Kind};
use crate::header::{Concept, named};
use crate::inspect::Question;
use chrono::Datelike;

impl Table<'_> {
    /// Asks which column is the day where two are named alike and some row is of another year by the one than by the other.
    pub(super) fn settle_dates(&mut self) {
        let Some(date) = self.guessed(Field::Date).map(|column| column.index) else { return };
        let Some(rank) = self.date_rank(date) else { return };
        let differs = |index: &u32| {
            let mut years = self.rows().filter_map(|row| self.year(row, date).zip(self.year(row, *index)));
            (self.date_rank(*index) == Some(rank) || self.is_day_of_coming(*index))
                && years.any(|(one, other)| one != other)
        };
        let rivals: Vec<u32> = self.unmapped().into_iter().filter(differs).collect();
        if !rivals.is_empty() {
            let choices = std::iter::once(&date).chain(&rivals).map(|index| self.name(*index)).collect();
            let header = self.name(date);
            self.ask(Question::Date, &header, "", choices);
        }
    }

    /// Whether a recycler's list says in a column of its own when things came: "Received", with days below.
    fn is_day_of_coming(&self, index: u32) -> bool {
        let beside = [Concept::Goods, Concept::Line];
        self.kind == Kind::Dispositions && self.senses(index).is_only(Concept::Received, &beside)
    }

    /// How much a header says that it is the day that counts, the lowest most; nothing where it names no day.
    fn date_rank(&self, index: u32) -> Option<usize> {
        let senses = self.senses(index);
        named(self.kind, &senses, None).iter().find(|one| one.field == Field::Date).map(|one| one.rank)
    }

    pub(super) fn year(&self, row: &Row, index: u32) -> Option<i32> {
        match row.value(index)? {
            Value::Date(date) => Some(date.year()),
            Value::Text(text) => {
                let readings = read_date(text)?;
                readings.day_first.or(readings.month_first).map(|date| date.year())
            }
            _ => None,
        }
    }
}
