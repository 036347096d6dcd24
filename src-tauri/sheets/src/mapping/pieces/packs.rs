//! Packs: how many pieces one of what is counted holds.

use super::super::masses::words;
use super::super::table::{Table, is_guessed};
use super::super::{MappedColumn, Open};
use crate::field::{Field, Kind};
use crate::header::Concept;
use crate::inspect::Question;
use crate::issue::IssueCode;
use crate::rows::is_placeholder;
use crate::vocabulary::Pieces;
use rust_decimal::Decimal;

impl Table<'_> {
    /// Where nothing else is counted, packs are: pieces are their number times what is in one.
    pub(super) fn count_by_packs(&mut self) {
        if self.has(Field::Quantity) || self.kind != Kind::Procurement {
            return;
        }
        let counts = |index: &u32| {
            let facts = self.evidence.facts_of(*index);
            self.senses(*index).counts_packs() && facts.numbers() * 2 >= facts.filled && facts.filled > 0
        };
        let mapped = self.guessed(Field::PackSize).map(|column| column.index);
        let other = || self.unmapped().into_iter().find(|index| counts(index));
        let Some(packs) = mapped.filter(|index| counts(index)).or_else(other).or(mapped) else { return };
        self.columns.retain(|column| column.index != packs);
        let column = self.as_quantity(packs);
        self.columns.push(column);
        if !self.has(Field::PackSize) && self.answer(Question::Pieces).is_none() {
            let header = self.name(packs);
            self.ask(Question::Pieces, &header, &header, words(&["pieces"]));
        }
    }

    /// Packs: another column may hold the pieces already; else the unit's column or the header says what is counted.
    pub(super) fn settle_packs(&mut self) {
        let size = self.guessed(Field::PackSize).or(self.guessed(Field::Factor)).map(|column| column.index);
        let Some(size) = size else { return };
        let quantity = self.column(Field::Quantity).cloned();
        let is_larger =
            self.rows().filter_map(|row| self.number(row, size)).any(|number| number > Decimal::ONE);
        let Some(quantity) = quantity.filter(|_| is_larger) else { return self.leave_packs() };
        let numeric = self.unmapped();
        let product = |of: u32, is: u32| self.is_product(of, size, is);
        if numeric.iter().any(|index| product(*index, quantity.index)) {
            return self.leave_packs();
        }
        if let Some(pieces) = numeric
            .iter()
            .copied()
            .find(|index| product(quantity.index, *index))
            .filter(|_| is_guessed(&quantity))
        {
            let header = self.header(pieces).to_owned();
            self.columns.retain(|column| column.index != pieces && column.field != Field::Quantity);
            self.columns.push(MappedColumn { index: pieces, header: header.clone(), ..quantity });
            self.note(
                Some(&header),
                IssueCode::PiecesCounted,
                &header,
                "pieces; this column is quantity × what is in one pack",
            );
            return self.leave_packs();
        }
        let answer = self.answer(Question::Pieces).map(str::to_owned);
        match answer.as_deref() {
            Some("pieces") => self.leave_packs(),
            Some(_) => self.count_packs(size),
            None if self.says_packs(&quantity, size) => self.count_packs(size),
            None => {
                self.ask(Question::Pieces, &quantity.header, &self.name(size), words(&["pieces", "packs"]))
            }
        }
    }

    fn leave_packs(&mut self) {
        self.unmap(Field::PackSize);
        self.unmap(Field::Factor);
    }

    fn count_packs(&mut self, size: u32) {
        self.columns
            .iter_mut()
            .filter(|column| column.index == size)
            .for_each(|column| column.field = Field::PackSize);
        let header = self.header(size).to_owned();
        self.note(
            Some(&header),
            IssueCode::PiecesCounted,
            &header,
            "pieces; each quantity is taken times what is in one pack",
        );
    }

    /// Whether the header counts packs, or the unit of every row with more than one piece in a pack is one.
    fn says_packs(&self, quantity: &MappedColumn, size: u32) -> bool {
        if self.senses(quantity.index).has(Concept::Pack) {
            return true;
        }
        let Some(unit) = self.column(Field::QuantityUnit).map(|column| column.index) else { return false };
        let is_many = |row| self.number(row, size).is_some_and(|number| number > Decimal::ONE);
        let mut many = self.rows().filter(|row| is_many(row)).peekable();
        let is_pack =
            |word: String| self.vocabulary.pieces_in(&word).is_some_and(|pieces| pieces != Pieces::One);
        many.peek().is_some() && many.all(|row| self.text(row, unit).is_some_and(is_pack))
    }

    /// Whether one column times another is the third, wherever all are numbers, and somewhere more than the first.
    pub(super) fn is_product(&self, one: u32, times: u32, is: u32) -> bool {
        let (mut rows, mut more) = (0_u32, false);
        for row in self.rows() {
            let numbers = (self.number(row, one), self.number(row, times), self.number(row, is));
            let (Some(one), Some(times), Some(is)) = numbers else { continue };
            if one.checked_mul(times) != Some(is) {
                return false;
            }
            (rows, more) = (rows + 1, more || times > Decimal::ONE);
        }
        rows > 0 && more
    }

    /// Words of the unit's column that are packs of nobody knows how many.
    pub(super) fn settle_units(&mut self) {
        let Some(unit) = self.column(Field::QuantityUnit).map(|column| (column.index, column.header.clone()))
        else {
            return;
        };
        if self.has(Field::PackSize) {
            return;
        }
        let is_open = |word: &&str| {
            let is_known = self.vocabulary.pieces_in(word).is_some_and(|pieces| pieces != Pieces::Pack);
            !is_known && !is_placeholder(word) && self.overrides.meaning(Field::QuantityUnit, word).is_none()
        };
        let facts = self.evidence.facts_of(unit.0);
        let mut open: Vec<String> = facts
            .words
            .iter()
            .map(|word| word.as_str())
            .filter(is_open)
            .filter(|word| *word != unit.1)
            .map(str::to_owned)
            .collect();
        open.sort();
        for word in open {
            self.open.push(Open {
                what: Question::Value,
                column: unit.1.clone(),
                field: Some(Field::QuantityUnit),
                seen: word,
                choices: Vec::new(),
            });
        }
    }

    /// Packs that only the item's text names, such as "pack of 10": whether packs or pieces are counted is asked.
    pub(super) fn settle_packs_in_text(&mut self) {
        if self.answer(Question::Pieces).is_some() || self.has(Field::PackSize) || self.asks(Question::Pieces)
        {
            return;
        }
        let Some(header) = self.column(Field::Quantity).map(|column| column.header.clone()) else { return };
        let names = [Field::Item, Field::Model].into_iter().filter_map(|field| self.column(field));
        let names: Vec<u32> = names.map(|column| column.index).collect();
        let holds = |text: &String| self.vocabulary.pack_in(text).is_some();
        let texts = |row| names.iter().filter_map(|index| self.text(row, *index)).collect::<Vec<_>>();
        let found = self.rows().flat_map(texts).find(holds);
        if let Some(text) = found {
            self.ask(Question::Pieces, &header, &text, words(&["pieces", "packs"]));
        }
    }

    /// Whether a person says that the packs which items' texts name are counted.
    pub(in crate::mapping) fn packs_in_text(&self) -> bool {
        self.kind == Kind::Procurement
            && self.answer(Question::Pieces) == Some("packs")
            && !self.has(Field::PackSize)
    }
}
