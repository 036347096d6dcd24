//! Columns that nothing claims, though their cells or a word of their header say that they may matter: asked about, never
//! left aside in silence.

use super::masses::words;
use super::propose;
use super::table::Table;
use crate::cell::{Row, Value};
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::header::Concept;
use crate::inspect::Question;
use planner_core::disposition::Outcome;

/// Different words that a column of states may have.
const MOST_STATES: usize = 12;

impl Table<'_> {
    /// A column of words some of which say that a line was sent back or called off is the status, whatever its header says.
    pub(super) fn settle_movements(&mut self) {
        if self.kind != Kind::Procurement || self.has(Field::Status) || self.is_said(Field::Status) {
            return;
        }
        let vocabulary = self.vocabulary;
        let is_status = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let words = || facts.words.iter().filter(|word| !self.evidence.stands_above(*index, word));
            let goes = |word: &str| matches!(vocabulary.movement(word), Some("return" | "cancelled"));
            let is_known =
                |word: &str| vocabulary.movement(word).is_some() || vocabulary.stage(word).is_some();
            facts.numeric == 0
                && (2..=MOST_STATES).contains(&words().count())
                && words().any(|word| goes(word))
                && words().filter(|word| is_known(word)).count() * 2 >= words().count()
        };
        let category = self.guessed(Field::Category).map(|column| column.index);
        let found = self.unmapped().into_iter().chain(category).find(is_status);
        if let Some(column) = found {
            if Some(column) == category {
                self.unmap(Field::Category);
            }
            self.push(Field::Status, column);
        }
    }

    /// A column of words some of which say that a device went is the outcome, whatever its header says. Words such as
    /// refurbished alone may as well say in which condition it came.
    pub(super) fn settle_outcomes(&mut self) {
        if self.kind != Kind::Dispositions || self.tells_outcomes() || self.is_said(Field::Outcome) {
            return;
        }
        let is_outcome = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let words = || facts.words.iter().filter(|word| !self.evidence.stands_above(*index, word));
            let known: Vec<Outcome> = words().filter_map(|word| self.vocabulary.outcome(word)).collect();
            facts.numeric == 0
                && words().count() <= MOST_STATES
                && known.iter().any(|outcome| !outcome.is_restored() && *outcome != Outcome::Unknown)
                && known.len() * 2 >= words().count()
        };
        if let Some(column) = self.unmapped().into_iter().find(is_outcome) {
            self.push(Field::Outcome, column);
        }
    }

    /// The one column of numbers whose header names a unit of mass is the weight in a list of weights.
    fn settle_weights_of_a_list(&mut self) {
        use Concept::{Amount, Gross, Other, OtherCount, Packed, Price, Quantity, Tare};
        let open = [Other, OtherCount, Price, Amount, Tare, Quantity, Gross, Packed];
        let columns: Vec<u32> = self.unclaimed_masses(&open).collect();
        if let ([column], false) = (columns.as_slice(), self.has(Field::Mass) || self.is_said(Field::Mass)) {
            self.push(Field::Mass, *column);
        }
    }

    /// A column whose header names a unit of mass and nothing that is known is asked about: it may be the weight.
    pub(super) fn settle_unclaimed_mass(&mut self) {
        if self.kind == Kind::Catalogue {
            return self.settle_weights_of_a_list();
        }
        if self.kind != Kind::Procurement || self.has(Field::Mass) || self.has(Field::UnitMass) {
            return;
        }
        use Concept::{Amount, Other, OtherCount, Price, Quantity, Tare};
        let Some(column) = self.unclaimed_masses(&[Other, OtherCount, Price, Amount, Tare, Quantity]).next()
        else {
            return;
        };
        let field = match self.answer(Question::MissingMass) {
            Some("unit") => Field::UnitMass,
            Some("line") => Field::Mass,
            Some(_) => return,
            None => {
                let name = self.name(column);
                return self.ask(Question::MissingMass, &name, "", words(&["unit", "line", "estimate"]));
            }
        };
        self.push(field, column);
    }

    /// Mass that went a way which its header does not say, beside masses whose way is known.
    pub(super) fn settle_other_routes(&mut self) {
        let is_parted = self.columns.iter().any(|column| column.field.route().is_some());
        if self.kind != Kind::Dispositions || !is_parted {
            return;
        }
        let open: Vec<u32> =
            self.unclaimed_masses(&[Concept::Tare, Concept::Gross, Concept::Packed]).collect();
        for column in open {
            let name = self.name(column);
            let said = self.overrides.meaning(Field::Outcome, &name);
            match said.map(|word| Outcome::from_word(word).and_then(Field::of_route)) {
                Some(Some(field)) => self.push(field, column),
                Some(None) => {}
                None => self.open.push(super::Open {
                    what: Question::Value,
                    column: name.clone(),
                    field: Some(Field::Outcome),
                    seen: name,
                    choices: self.vocabulary.meanings(self.kind, Field::Outcome),
                }),
            }
        }
    }

    /// Columns of numbers that nothing claims and whose header names a unit of mass and none of these.
    fn unclaimed_masses(&self, excluded: &[Concept]) -> impl Iterator<Item = u32> {
        let may_be = |index: &u32| {
            let (senses, facts) = (self.senses(*index), self.evidence.facts_of(*index));
            senses.names_mass_unit
                && !senses.has_one(excluded)
                && facts.numbers() * 2 >= facts.filled
                && facts.numbers() > 0
        };
        self.unmapped().into_iter().filter(may_be).collect::<Vec<_>>().into_iter()
    }

    /// Takes a column for a field by what its cells hold.
    pub(super) fn push(&mut self, field: Field, column: u32) {
        let header = self.header(column).to_owned();
        self.columns.push(propose::as_column(header, column, field, self.vocabulary));
    }

    /// Beside the units of a lot: how many of them were retired or sold, or are left.
    pub(super) fn settle_parts_of_lots(&mut self) {
        let Some(quantity) = self.guessed(Field::Quantity).map(|column| column.index) else { return };
        if self.kind != Kind::Certificates {
            return;
        }
        let is_part = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            let header = self.header(*index);
            (self.vocabulary.names_state(header) || self.vocabulary.is_awaited(header))
                && facts.numbers() > 0
                && facts.numbers() * 2 >= facts.filled
                && facts.dates() == 0
        };
        let differs = |index: &u32| {
            let mut pairs =
                self.rows().filter_map(|row| self.number(row, quantity).zip(self.number(row, *index)));
            pairs.any(|(all, part)| !part.is_zero() && all != part)
        };
        let may_be_part = |index: &u32| is_part(index) || self.is_a_part(quantity, *index);
        let parts: Vec<u32> = self.unmapped().into_iter().filter(may_be_part).filter(differs).collect();
        if !parts.is_empty() {
            let choices = std::iter::once(&quantity).chain(&parts).map(|index| self.name(*index)).collect();
            let name = self.name(quantity);
            self.ask(Question::Quantity, &name, "", choices);
        }
    }

    /// The day of an issue or a trade is no vintage: where no column is one, whether that day's year counts is asked.
    fn settle_no_vintage(&mut self) {
        let is_open =
            self.kind == Kind::Certificates && !self.has(Field::Vintage) && !self.is_said(Field::Vintage);
        if let Some(day) = self.guessed(Field::TradeDate).filter(|_| is_open).map(|column| column.index) {
            let name = self.name(day);
            self.ask(Question::Vintage, &name, "", vec![name.clone()]);
        }
    }

    /// Two columns of a vintage, its first day and its last, that are of different years.
    pub(super) fn settle_vintages(&mut self) {
        self.settle_no_vintage();
        let Some(first) = self.guessed(Field::Vintage).map(|column| column.index) else { return };
        if self.kind != Kind::Certificates {
            return;
        }
        let words = |index: u32| fold_header(self.header(index));
        let is_end = |index: &u32| {
            let header = words(*index);
            ["end", "to", "until", "bis", "ende", "fin", "fine", "final", "hasta", "tot", "do"]
                .iter()
                .any(|word| header.split(' ').any(|one| one == *word))
        };
        let differs = |index: &u32| {
            let mut years = self.rows().filter_map(|row| self.year(row, first).zip(self.year(row, *index)));
            years.any(|(one, other)| one != other)
        };
        if let Some(last) = self.unmapped().into_iter().filter(is_end).find(differs) {
            let choices = vec![self.name(first), self.name(last)];
            let header = self.name(first);
            self.ask(Question::Vintage, &header, "", choices);
        }
    }

    /// Numbers beyond the last header in most rows: where a comma parts cells and decimals, too, a cell is cut in two.
    pub(super) fn settle_cells_beyond(&mut self) {
        let is_lines = matches!(self.kind, Kind::Procurement | Kind::Dispositions | Kind::Catalogue);
        if !is_lines || self.answer(Question::Table).is_some() {
            return;
        }
        let width = self.headers.len() as u32;
        let beyond = |row: &Row| {
            let is_number = |value: &Value| match value {
                Value::Number(_) => true,
                Value::Text(text) => text.trim().parse::<u64>().is_ok(),
                _ => false,
            };
            let cell = row.cells.iter().find(|cell| cell.column >= width && is_number(&cell.value))?;
            Some(cell.value.shown())
        };
        let rows =
            self.rows().filter(|row| row.cells.iter().filter(|cell| !cell.value.is_blank()).count() > 1);
        let (mut count, mut seen) = (0_usize, Vec::new());
        for row in rows {
            count += 1;
            seen.extend(beyond(row));
        }
        if seen.len() * 2 > count {
            let example = seen.remove(0);
            self.ask(Question::Table, "", &example, words(&["same"]));
        }
    }
}
