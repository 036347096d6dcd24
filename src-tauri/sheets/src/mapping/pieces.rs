//! Which column counts the pieces, and how many pieces one of its units is.

use super::MappedColumn;
use super::masses::words;
use super::table::{Table, is_guessed};
use crate::convention::{DateOrder, DecimalSeparator, read_date, read_year};
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::header::{Concept, named, without_number};
use crate::inspect::{Match, Question};
use crate::issue::IssueCode;
use crate::rows::is_placeholder;
use crate::vocabulary::Pieces;
use chrono::Datelike;
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
        if self.has(Field::Quantity) {
            self.settle_rivals();
            return None;
        }
        if self.kind == Kind::Procurement { self.settle_spread() } else { None }
    }

    /// Columns that count something and are not the quantity: ordered beside received, asked for beside approved.
    fn settle_rivals(&mut self) {
        let Some(quantity) = self.guessed(Field::Quantity).map(|column| column.index) else { return };
        // Beside what was received, "Commandé" is how many were ordered and no order's number.
        let is_moved =
            self.senses(quantity).has_one(&[Concept::Received, Concept::Shipped, Concept::Invoiced]);
        let order = self.guessed(Field::OrderNumber).map(|column| column.index);
        let order = order.filter(|index| is_moved && !self.is_running(*index));
        let others = self.unmapped().into_iter().chain(order);
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
        // What was cancelled of an order is no part of what was bought.
        let is_called_off = |index: &u32| {
            let is_count = self.senses(*index).has_one(&[Concept::Quantity, Concept::Piece]);
            let is_it = is_count && self.vocabulary.movement(self.header(*index)) == Some("cancelled");
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
        let facts = self.evidence.facts_of(index);
        let is_break = self.vocabulary.is_price_break(self.header(index + 1));
        let stem = |index| without_number(&fold_header(self.header(index))).0.to_owned();
        // Beside "Item 2" a "Qty 2" counts other devices; alone, "Qty" twice counts the same ones.
        let is_next = stem(index) == stem(quantity) && !self.further().is_empty();
        (is_named || names_pieces)
            && !is_break
            && !is_next
            && facts.numbers() * 2 >= facts.filled
            && facts.filled > 0
    }

    /// Where nothing else is counted, packs are: pieces are their number times what is in one.
    fn count_by_packs(&mut self) {
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
    fn settle_packs(&mut self) {
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
    fn is_product(&self, one: u32, times: u32, is: u32) -> bool {
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
    fn settle_units(&mut self) {
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
            self.open.push(super::Open {
                what: Question::Value,
                column: unit.1.clone(),
                field: Some(Field::QuantityUnit),
                seen: word,
                choices: Vec::new(),
            });
        }
    }

    /// Pieces spread over months or sites: their total counts where a column holds it; else a person says which does.
    fn settle_spread(&mut self) -> Option<i32> {
        let is_total = |column: &MappedColumn| self.senses(column.index).is_only(Concept::Line, &[]);
        let total = self.guessed(Field::Amount).filter(|column| is_total(column)).map(|column| column.index);
        let spread: Vec<u32> =
            self.unmapped().into_iter().filter(|index| self.may_be_pieces(*index)).collect();
        let total = total
            .or_else(|| spread.iter().copied().find(|index| self.senses(*index).is_only(Concept::Line, &[])));
        let spread: Vec<u32> = spread.into_iter().filter(|index| Some(*index) != total).collect();
        if spread.len() < 2 {
            self.ask_lone_count(&spread, total);
            return None;
        }
        let years: Vec<Option<i32>> = spread.iter().map(|index| year_of(self.header(*index))).collect();
        let is_one_year = years.iter().all(|year| *year == years[0]);
        match total.filter(|total| is_one_year && self.adds_up(&spread, *total)) {
            Some(total) => {
                self.columns.retain(|column| column.index != total);
                let column = self.as_quantity(total);
                let headers: Vec<&str> = spread.iter().map(|index| self.header(*index)).collect();
                let expected = format!("one column of pieces; {} add up to it", headers.join(", "));
                let header = column.header.clone();
                self.columns.push(column);
                self.note(Some(&header), IssueCode::PiecesCounted, &header, &expected);
                years[0]
            }
            None => {
                let choices = spread.iter().chain(&total).map(|index| self.name(*index)).collect();
                let header = self.name(spread[0]);
                self.ask(Question::Quantity, &header, "", choices);
                None
            }
        }
    }

    /// Packs that only the item's text names, such as "pack of 10": whether packs or pieces are counted is asked.
    fn settle_packs_in_text(&mut self) {
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
    pub(super) fn packs_in_text(&self) -> bool {
        self.kind == Kind::Procurement
            && self.answer(Question::Pieces) == Some("packs")
            && !self.has(Field::PackSize)
    }

    /// The first and the last serial of each line, which count its pieces where nothing else does.
    pub(super) fn serial_range(&self) -> Option<(u32, u32)> {
        if self.kind != Kind::Procurement || self.has(Field::Quantity) {
            return None;
        }
        let words = self.vocabulary.field_words(Kind::Certificates);
        let named = |field: Field| {
            let aliases = &words.iter().find(|words| words.field == field)?.aliases;
            let is_it = |index: &u32| {
                let facts = self.evidence.facts_of(*index);
                aliases.contains(&fold_header(self.header(*index)))
                    && facts.numbers() + facts.words.len() as u32 > 0
            };
            let mapped = self.guessed(Field::SerialNumber).map(|column| column.index);
            self.unmapped().into_iter().chain(mapped).find(is_it)
        };
        named(Field::SerialStart).zip(named(Field::SerialEnd)).filter(|(first, last)| first != last)
    }

    /// A lone column of whole numbers under a name that says nothing may count the pieces, unless each row is one machine.
    fn ask_lone_count(&mut self, spread: &[u32], total: Option<u32>) {
        let is_said = self.overrides.fields.iter().any(|(field, _)| field == Field::Quantity.word());
        let is_one = |index: u32| {
            self.rows().filter_map(|row| self.number(row, index)).all(|number| number == Decimal::ONE)
        };
        // "Commandé" may be how many were ordered as well as the order's number.
        let order = || {
            let column = self.guessed(Field::OrderNumber)?;
            let senses = self.senses(column.index);
            let is_count = senses.is_only(Concept::Ordered, &[Concept::Quantity, Concept::Goods]);
            Some(column.index).filter(|index| is_count && self.are_counts(*index))
        };
        let candidate = spread.first().copied().or(total).or_else(order);
        let Some(index) = candidate.filter(|index| !is_one(*index)) else { return };
        if !is_said && !self.has(Field::SerialNumber) && !self.names_machines() {
            let header = self.name(index);
            self.ask(Question::Quantity, &header, "", vec![header.clone(), String::new()]);
        }
    }

    /// Whether a column names each row's machine: one word with digits, another in each row.
    fn names_machines(&self) -> bool {
        let is_code = |text: &String| {
            text.len() > 2
                && !text.contains(char::is_whitespace)
                && text.bytes().any(|byte| byte.is_ascii_digit())
                && text.chars().any(char::is_alphabetic)
        };
        let names = |index: u32| {
            let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, index)).collect();
            let different: std::collections::HashSet<_> = texts.iter().collect();
            texts.len() > 1 && different.len() == texts.len() && texts.iter().all(is_code)
        };
        (0..self.headers.len() as u32).any(names)
    }

    fn as_quantity(&self, index: u32) -> MappedColumn {
        MappedColumn {
            field: Field::Quantity,
            index,
            header: self.header(index).to_owned(),
            how: Match::Alias,
            confidence: 90,
            unit: None,
            dates: DateOrder::DayFirst,
            numbers: DecimalSeparator::Point,
        }
    }

    /// A column of whole numbers from 0 that means nothing else, under a period's or a place's name.
    fn may_be_pieces(&self, index: u32) -> bool {
        let facts = self.evidence.facts_of(index);
        let senses = self.senses(index);
        let is_named_otherwise =
            !named(self.kind, &senses, None).is_empty() && !senses.is_only(Concept::Line, &[]);
        let is_excluded = senses.has_one(&[
            Concept::Other,
            Concept::OtherDate,
            Concept::OtherCount,
            Concept::Price,
            Concept::Weight,
        ]);
        let may_be = !is_excluded && !is_named_otherwise;
        let is_period = year_of(self.header(index)).is_some() || read_date(self.header(index)).is_some();
        (is_period || may_be) && facts.numbers() > 0 && self.are_counts(index)
    }

    /// Whole numbers from 0 that neither count the rows nor name something.
    fn are_counts(&self, index: u32) -> bool {
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

    fn adds_up(&self, parts: &[u32], total: u32) -> bool {
        let mut rows = self.rows().filter_map(|row| Some((row, self.number(row, total)?))).peekable();
        let sum = |row| parts.iter().filter_map(|part| self.number(row, *part)).sum::<Decimal>();
        rows.peek().is_some() && rows.all(|(row, total)| sum(row) == total)
    }
}

/// The year that a header such as "Jan 2025" or "2025" names.
fn year_of(header: &str) -> Option<i32> {
    read_year(header).or_else(|| read_date(header)?.day_first.map(|date| date.year()))
}
