//! Which of several weights is the hardware's: net before gross, and gross alone only by a person's word.

use super::MappedColumn;
use super::table::{Table, is_guessed};
use crate::cell::{Row, Value};
use crate::field::{Field, Kind, Shape};
use crate::header::{Concept, header_unit, named};
use crate::inspect::Question;
use crate::issue::IssueCode;
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;

const MASSES: [Field; 3] = [Field::Mass, Field::UnitMass, Field::SentMass];

impl Table<'_> {
    /// Leaves the weight with packaging aside where another stands beside it, and asks where it is the only one.
    pub(super) fn settle_gross(&mut self) {
        let masses = self.columns.iter().filter(|column| MASSES.contains(&column.field));
        let (gross, bare): (Vec<_>, Vec<_>) = masses
            .map(|column| (column.index, is_guessed(column)))
            .partition(|(index, _)| self.is_gross(*index));
        for (index, is_guess) in gross {
            let header = self.header(index).to_owned();
            let answer = self.answer(Question::GrossWeight);
            match (is_guess, answer) {
                (true, _) if !bare.is_empty() => {
                    self.columns.retain(|column| column.index != index);
                    let expected = "the weight without packaging, which stands in another column; this one is left aside";
                    self.note(Some(&header), IssueCode::ColumnUnused, &header, expected);
                }
                (true, None) => self.ask(Question::GrossWeight, &header, "", words(&["count", "leave"])),
                (true, Some("leave")) => self.columns.retain(|column| column.index != index),
                _ => {
                    let expected = "the weight without packaging; the weight with it counts, by your word";
                    self.note(Some(&header), IssueCode::GrossWeight, &header, expected);
                }
            }
        }
    }

    /// A weight with what it is packed in: what was shipped is, unless it is what was sent away.
    fn is_gross(&self, index: u32) -> bool {
        let senses = self.senses(index);
        let is_shipped = self.kind == Kind::Procurement && senses.has(Concept::Shipped) && !senses.is_net();
        is_shipped || senses.is_gross()
    }

    /// A plain weight beside a weight of one is that of the line only where it is quantity × weight of one.
    pub(super) fn settle_two_masses(&mut self) {
        let columns = (self.guessed(Field::Mass), self.column(Field::UnitMass), self.column(Field::Quantity));
        let (Some(mass), Some(unit), quantity) = columns else { return };
        let (mass, unit, quantity) = (mass.index, unit.index, quantity.map(|column| column.index));
        let (mut fits, mut differs) = (0_u32, 0_u32);
        for row in self.rows() {
            let (Some(total), Some(one)) = (self.number(row, mass), self.number(row, unit)) else { continue };
            let count = quantity.and_then(|column| self.number(row, column)).unwrap_or(Decimal::ONE);
            let Some(product) = one.checked_mul(count) else { continue };
            if count > Decimal::ONE && !total.is_zero() {
                let is_near = (product - total).abs() * Decimal::TEN <= total.abs();
                fits += u32::from(is_near);
                differs += u32::from(!is_near);
            }
        }
        if differs > fits && !super::conventions::says_line(self.header(mass), self.vocabulary) {
            let header = self.header(mass).to_owned();
            self.columns.retain(|column| column.index != mass);
            let expected =
                "quantity × the weight of one, which stands in another column; this one is left aside";
            self.note(Some(&header), IssueCode::ColumnUnused, &header, expected);
        }
    }

    /// A measure that was never calculated is nobody's figure.
    pub(super) fn settle_formulas(&mut self) {
        use Field::{Condition, Date, Outcome, Quantity};
        let is_measure = |field: Field| {
            matches!(field, Quantity | Date | Condition | Outcome) || field.shape() == Shape::Mass
        };
        // What sums the lines up is left out anyway.
        let formulas = |index| {
            let is_formula = |row: &&Row| matches!(row.value(index), Some(Value::EmptyFormula));
            let in_totals = self.rows().filter(is_formula).filter(|row| self.is_total(row)).count();
            self.evidence.facts_of(index).formulas.saturating_sub(in_totals as u32)
        };
        let open = self.columns.iter().find(|column| is_measure(column.field) && formulas(column.index) > 0);
        let Some((index, header)) = open.map(|column| (column.index, column.header.clone())) else { return };
        if self.answer(Question::Formulas).is_none() {
            let count = formulas(index).to_string();
            self.ask(Question::Formulas, &header, &count, words(&["reject"]));
        }
    }

    fn is_total(&self, row: &Row) -> bool {
        let is_total = |value: &Value| matches!(value, Value::Text(text) if self.vocabulary.is_total(text));
        let names = self.columns.iter().filter(|column| matches!(column.field, Field::Item | Field::Model));
        let is_nameless = names
            .filter_map(|column| row.value(column.index))
            .all(|value| value.is_blank() || is_total(value));
        row.cells.iter().any(|cell| is_total(&cell.value)) || is_nameless
    }

    /// Pieces that are 0 or blank on every line were lost by the program that wrote the file.
    pub(super) fn settle_zeros(&mut self) {
        let Some(column) = self.guessed(Field::Quantity).map(|column| column.index) else { return };
        let pieces: Vec<Decimal> = self.rows().filter_map(|row| self.number(row, column)).collect();
        let names: Vec<u32> = [Field::Item, Field::Model, Field::Category]
            .iter()
            .filter_map(|field| Some(self.column(*field)?.index))
            .collect();
        let lines =
            self.rows().filter(|row| names.iter().any(|name| self.text(row, *name).is_some())).count();
        let is_blank = self.evidence.facts_of(column).filled <= 1 && pieces.is_empty() && lines > 0;
        let is_zero = is_blank || (!pieces.is_empty() && pieces.iter().all(Decimal::is_zero));
        let is_open = self.answer(Question::Formulas).is_none() && !self.asks(Question::Formulas);
        if is_zero && is_open && self.kind == Kind::Procurement {
            let (name, count) = (self.name(column), lines.to_string());
            self.ask(Question::Formulas, &name, &count, words(&["reject", "zeros"]));
        }
    }

    /// Asks which column is the weight where two are named alike and differ on some row.
    pub(super) fn settle_mass_rivals(&mut self) {
        let asked = [
            (Field::UnitMass, Question::UnitMass),
            (Field::Mass, Question::Mass),
            (Field::SentMass, Question::SentMass),
        ];
        for (field, question) in asked {
            let Some(own) = self.guessed(field).map(|column| column.index) else { continue };
            let rank = |index| {
                let senses = self.senses(index);
                named(self.kind, &senses, None).iter().find(|one| one.field == field).map(|one| one.rank)
            };
            let is_rival = |index: &u32| rank(*index).is_some() && rank(*index) == rank(own);
            let rivals: Vec<u32> = self
                .unmapped()
                .into_iter()
                .filter(|index| is_rival(index) && self.differ_in_mass(own, *index))
                .collect();
            if !rivals.is_empty() && self.further().is_empty() {
                let choices = std::iter::once(&own).chain(&rivals).map(|index| self.name(*index)).collect();
                let header = self.name(own);
                self.ask(question, &header, "", choices);
            }
        }
    }

    /// Whether two columns of weights differ by more than what rounding does, each in its header's unit.
    fn differ_in_mass(&self, one: u32, other: u32) -> bool {
        let unit = |index| header_unit(self.header(index), self.vocabulary).unwrap_or(MassUnit::Kilogram);
        let units = (unit(one), unit(other));
        let kg = |row: &Row, index, unit: MassUnit| unit.to_kilograms(self.number(row, index)?);
        let mut pairs =
            self.rows().filter_map(|row| Some((kg(row, one, units.0)?, kg(row, other, units.1)?)));
        pairs.any(|(one, other)| (one - other).abs() * Decimal::from(200) > one.abs().max(other.abs()))
    }

    /// A unit of mass beside the pieces, where the weights name their own: it is the unit of what is counted, and asked.
    pub(super) fn settle_unit_of_pieces(&mut self) {
        let Some(unit) = self.guessed(Field::MassUnit).map(|column| column.index) else { return };
        let masses = || self.columns.iter().filter(|column| MASSES.contains(&column.field));
        let is_stated = masses().next().is_some() && masses().all(|column| column.unit.is_some());
        let facts = self.evidence.facts_of(unit);
        let is_mixed = facts
            .words
            .iter()
            .filter(|word| !self.evidence.stands_above(unit, word))
            .any(|word| self.vocabulary.mass_unit(word).is_none());
        let is_free = self.kind == Kind::Procurement && !self.has(Field::QuantityUnit);
        if is_stated && is_mixed && is_free && !self.senses(unit).has(Concept::Weight) {
            let found = self.columns.iter_mut().filter(|column| column.field == Field::MassUnit);
            found.for_each(|column| column.field = Field::QuantityUnit);
        }
    }

    /// Retired assets of which nothing says what became of them: none counts as restored.
    pub(super) fn note_no_outcome(&mut self) {
        if self.kind == Kind::Dispositions && !self.tells_outcomes() {
            let expected = "a column that says what became of each asset; none counts as restored";
            self.note(None, IssueCode::UnknownOutcome, "", expected);
        }
    }

    /// Whether a column says what became of each asset.
    pub(super) fn tells_outcomes(&self) -> bool {
        let tells = |column: &MappedColumn| {
            matches!(column.field, Field::Outcome | Field::RestoredMass) || column.field.route().is_some()
        };
        self.columns.iter().any(tells)
    }

    /// Retired assets without any weight: unknown is not 0.
    pub(super) fn settle_no_mass(&mut self) {
        let states_mass =
            |field: Field| MASSES.contains(&field) || field == Field::RestoredMass || field.route().is_some();
        let is_stated = self.columns.iter().any(|column| states_mass(column.field));
        if self.kind == Kind::Dispositions && !is_stated && self.answer(Question::MissingMass).is_none() {
            self.ask(Question::MissingMass, "", "", words(&["estimate"]));
        }
    }
}

pub(super) fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
