//! Which column counts the pieces, and how many pieces one of its units is.

mod packs;
pub(super) mod spread;

use super::MappedColumn;
use super::table::Table;
use crate::convention::{DateOrder, DecimalSeparator};
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::header::{Concept, named, without_number};
use crate::inspect::{Match, Question};
use rust_decimal::Decimal;

/// What a header beside the word for pieces may say, so that it counts none.
const NO_PIECES: [Concept; 8] = [
    Concept::Other,
    Concept::OtherDate,
    Concept::OtherCount,
    Concept::Price,
    Concept::Amount,
    Concept::Weight,
    Concept::Pack,
    Concept::Factor,
];

/// What a header of a part of the pieces may not say.
const NO_PART: [Concept; 7] = [
    Concept::Line,
    Concept::Level,
    Concept::Month,
    Concept::Year,
    Concept::PartOfYear,
    Concept::Parent,
    Concept::Version,
];

/// What becomes of pieces that were ordered.
const CAME: [Concept; 3] = [Concept::Received, Concept::Shipped, Concept::Invoiced];

impl Table<'_> {
    /// Settles how pieces are counted; answers the year in which all of them were bought, where headers say it.
    pub(super) fn settle_pieces(&mut self) -> Option<i32> {
        if !matches!(self.kind, Kind::Procurement | Kind::Dispositions) {
            return None;
        }
        self.count_by_packs();
        self.settle_packs();
        self.settle_packs_in_text();
        self.settle_units();
        // Of columns that count together the first is remembered as the one of the pieces.
        if self.answer(Question::Spread) == Some("sum") && !self.is_said(Field::Quantity) {
            self.unmap(Field::Quantity);
        }
        if self.has(Field::Quantity) {
            self.settle_rivals();
            self.settle_part_counts();
            return None;
        }
        if self.kind == Kind::Procurement { self.settle_spread() } else { None }
    }

    /// "Qty per site", "Monthly qty", "Number of users": a count that is not that of all pieces is asked about.
    fn settle_part_counts(&mut self) {
        let Some(quantity) = self.guessed(Field::Quantity).map(|column| column.index) else { return };
        if self.senses(quantity).has(Concept::Times) && !self.asks(Question::Quantity) {
            let name = self.name(quantity);
            self.ask(Question::Quantity, &name, "", vec![name.clone(), String::new()]);
        }
    }

    /// Columns that count something and are not the quantity: ordered beside received, asked for beside approved.
    fn settle_rivals(&mut self) {
        let Some(quantity) = self.guessed(Field::Quantity).map(|column| column.index) else { return };
        // Beside what came, "Commandé" is how many were ordered and no order's number; nor is "Invoiced" one, or "Supplied"
        // a supplier.
        let came = self.senses(quantity).has_one(&CAME);
        let named = [Field::OrderNumber, Field::Supplier];
        let named = named.into_iter().filter_map(|field| Some(self.guessed(field)?.index));
        let is_count = |index: &u32| self.are_counts(*index) && (came || self.senses(*index).has_one(&CAME));
        let others = self.unmapped().into_iter().chain(named.filter(is_count));
        // Packs, where the quantity is how many pieces they hold.
        let free = self.unmapped();
        let holds = |packs: u32| free.iter().any(|times| self.is_product(packs, *times, quantity));
        let rivals: Vec<u32> =
            others.filter(|index| self.rivals(quantity, *index) && !holds(*index)).collect();
        let differs = |index: &u32| {
            let mut pairs =
                self.rows().filter_map(|row| self.number(row, quantity).zip(self.number(row, *index)));
            pairs.any(|(one, other)| one != other)
        };
        // What was cancelled of an order, sent back or did not come yet is no part of what was bought, and what came free is.
        let is_called_off = |index: &u32| {
            let senses = self.senses(*index);
            let is_named = senses.has_one(&[Concept::Quantity, Concept::Piece]);
            let may_count = NO_PIECES.iter().all(|one| *one == Concept::OtherCount || !senses.has(*one));
            let is_count = is_named || (may_count && self.are_counts(*index));
            let is_free = is_named && senses.has(Concept::Free) && !senses.has(Concept::OtherCount);
            let header = self.header(*index);
            let is_awaited = self.vocabulary.is_awaited(header) && !self.is_explained(header);
            let is_gone = self.vocabulary.sends_back(header) || is_awaited;
            let is_it = is_free || (is_count && is_gone);
            is_it && self.rows().filter_map(|row| self.number(row, *index)).any(|number| !number.is_zero())
        };
        let called_off: Vec<u32> = self.unmapped().into_iter().filter(is_called_off).collect();
        let rivals: Vec<u32> = rivals.into_iter().chain(called_off).collect();
        if rivals.iter().any(differs) {
            let choices = std::iter::once(&quantity).chain(&rivals).map(|index| self.name(*index)).collect();
            let header = self.name(quantity);
            self.ask(Question::Quantity, &header, "", choices);
        }
    }

    /// Whether a column may count the same pieces as the quantity: it is no price break and not the next device of the row.
    fn rivals(&self, quantity: u32, index: u32) -> bool {
        let senses = self.senses(index);
        let is_named = named(self.kind, &senses, None).iter().any(|one| one.field == Field::Quantity);
        // "Pieces per tray": words that nobody knows beside one for pieces.
        let names_pieces =
            senses.has(Concept::Piece) && !senses.has_one(&NO_PIECES) && self.are_counts(index);
        let fits = self.are_counts(index) && self.is_as_large(index, quantity);
        // "Still to be invoiced" is what did not come yet.
        let beside = [Concept::Quantity, Concept::Piece, Concept::Goods, Concept::Line];
        let counts_what_came = fits && CAME.iter().any(|one| senses.is_only(*one, &beside));
        // A count under words that nobody knows, right beside the pieces that were ordered or came, may be the other one.
        let is_beside = fits
            && senses.says_nothing()
            && index.abs_diff(quantity) == 1
            && (self.senses(quantity).has_one(&CAME) || self.senses(quantity).has(Concept::Ordered));
        let facts = self.evidence.facts_of(index);
        let is_break = self.vocabulary.is_price_break(self.header(index + 1));
        let stem = |index| without_number(&fold_header(self.header(index))).0.to_owned();
        // Beside "Item 2" a "Qty 2" counts other devices; alone, "Qty" twice counts the same ones.
        let is_next = stem(index) == stem(quantity) && !self.further().is_empty();
        (is_named || names_pieces || counts_what_came || is_beside || self.is_a_part(quantity, index))
            && !is_break
            && !is_next
            && facts.numbers() * 2 >= facts.filled
            && facts.filled > 0
    }

    /// Whether the system whose report this is says why the column is left aside.
    fn is_explained(&self, header: &str) -> bool {
        let system = self.vocabulary.system(self.kind, self.headers);
        system.is_some_and(|system| system.unused(header).is_some())
    }

    /// Whether a column under words that nobody knows counts on no row more than the quantity, and on some fewer: what came of
    /// it, what was lost on the way, what is left.
    pub(super) fn is_a_part(&self, quantity: u32, index: u32) -> bool {
        let senses = self.senses(index);
        let pairs: Vec<(Decimal, Decimal)> =
            self.rows().filter_map(|row| self.number(row, index).zip(self.number(row, quantity))).collect();
        let varies = pairs.iter().any(|(part, _)| *part != pairs[0].0);
        let has_several = pairs.iter().any(|(_, all)| *all > Decimal::ONE);
        senses.unknown > 0
            && !senses.has_one(&NO_PIECES)
            && !senses.has_one(&NO_PART)
            && (varies || pairs.len() == 1)
            && has_several
            && !self.is_explained(self.header(index))
            && pairs.iter().all(|(part, all)| part <= all)
            && self.are_counts(index)
    }

    /// Whether the numbers of a column are of the size of the pieces: order 7001 is no count beside ten pieces.
    fn is_as_large(&self, index: u32, quantity: u32) -> bool {
        let most = |index: u32| self.rows().filter_map(|row| self.number(row, index)).max();
        most(index).zip(most(quantity)).is_some_and(|(one, pieces)| one <= pieces * Decimal::TWO)
    }

    fn as_quantity(&self, index: u32) -> MappedColumn {
        MappedColumn {
            field: Field::Quantity,
            index,
            header: self.header(index).to_owned(),
            how: Match::Alias,
            confidence: 90,
            unit: None,
            pieces: 1,
            dates: DateOrder::DayFirst,
            numbers: DecimalSeparator::Point,
        }
    }

    /// Whole numbers from 0 that neither count the rows nor name something.
    pub(super) fn are_counts(&self, index: u32) -> bool {
        let is_whole = |number: &Decimal| {
            number.fract().is_zero() && !number.is_sign_negative() && *number < Decimal::from(100_000)
        };
        let mut numbers = 0_u32;
        for row in self.rows() {
            match self.number(row, index) {
                Some(number) if is_whole(&number) => numbers += 1,
                None if row.value(index).is_none_or(|value| value.is_blank()) => {}
                _ => return false,
            }
        }
        numbers > 0 && !self.is_running(index)
    }

    /// Numbers that count the rows or name something: all different and rising.
    fn is_running(&self, index: u32) -> bool {
        let numbers: Vec<Decimal> = self.rows().filter_map(|row| self.number(row, index)).collect();
        let is_id = numbers.iter().any(|number| *number >= Decimal::from(10_000));
        is_id || (numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + Decimal::ONE))
    }
}
