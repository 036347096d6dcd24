//! Which of several weights is the hardware's: net before gross, and gross alone only by a person's word.

use super::MappedColumn;
use super::table::{Table, is_guessed};
use crate::field::{Field, Kind, Shape};
use crate::header::Concept;
use crate::inspect::Question;
use crate::issue::IssueCode;
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
        let is_measure =
            |field: Field| matches!(field, Field::Quantity | Field::Date) || field.shape() == Shape::Mass;
        let formulas = |index| self.evidence.facts_of(index).formulas;
        let open = self.columns.iter().find(|column| is_measure(column.field) && formulas(column.index) > 0);
        let Some((index, header)) = open.map(|column| (column.index, column.header.clone())) else { return };
        if self.answer(Question::Formulas).is_none() {
            let count = formulas(index).to_string();
            self.ask(Question::Formulas, &header, &count, words(&["reject"]));
        }
    }

    /// Retired assets of which nothing says what became of them: none counts as restored.
    pub(super) fn note_no_outcome(&mut self) {
        let is_told = |column: &MappedColumn| {
            matches!(column.field, Field::Outcome | Field::RestoredMass) || column.field.route().is_some()
        };
        if self.kind == Kind::Dispositions && !self.columns.iter().any(is_told) {
            let expected = "a column that says what became of each asset; none counts as restored";
            self.note(None, IssueCode::UnknownOutcome, "", expected);
        }
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
