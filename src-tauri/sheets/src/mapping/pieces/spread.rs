//! Pieces spread over months or sites, and lone columns that may count them.

use super::super::MappedColumn;
use super::super::masses::words;
use super::super::table::Table;
use crate::convention::{read_date, read_year};
use crate::field::Field;
use crate::header::{Concept, named};
use crate::inspect::Question;
use crate::issue::IssueCode;
use chrono::Datelike;
use rust_decimal::Decimal;

/// Pieces that a line of a short list may have; money is mostly more.
const SMALL_COUNT: Decimal = Decimal::ONE_HUNDRED;

impl Table<'_> {
    /// Pieces spread over months or sites: their total counts where a column holds it; else a person says whether they count
    /// together, each column in a line of its own, or which of them does.
    pub(super) fn settle_spread(&mut self) -> Option<i32> {
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
            None if self.answer(Question::Spread) == Some("sum") => {
                let first = self.as_quantity(spread[0]);
                self.columns.push(first);
                let headers: Vec<&str> = spread.iter().map(|index| self.header(*index)).collect();
                let expected = format!(
                    "one column of pieces; each of {} counts in a line of its own",
                    headers.join(", ")
                );
                let header = self.name(spread[0]);
                self.note(Some(&header), IssueCode::PiecesCounted, &header, &expected);
                self.spread = spread;
                years[0]
            }
            None if self.answer(Question::Spread).is_none() => {
                let header = self.name(spread[0]);
                let others = spread[1..].iter().map(|index| self.name(*index)).collect::<Vec<_>>().join(", ");
                self.ask(Question::Spread, &header, &others, words(&["sum", "one"]));
                None
            }
            None => {
                let choices = spread.iter().chain(&total).map(|index| self.name(*index)).collect();
                let header = self.name(spread[0]);
                self.ask(Question::Quantity, &header, "", choices);
                None
            }
        }
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
        // "Min qty" and "Max qty" count pieces, though none that were bought for sure.
        let named: Vec<u32> =
            self.unmapped().into_iter().filter(|index| self.counts_otherwise(*index)).collect();
        let said = spread.first().copied().or(total).or_else(order).or(named.first().copied());
        let candidate = said.or_else(|| self.bare_amount());
        let Some(index) = candidate.filter(|index| !is_one(*index)) else { return };
        if !is_said && !self.has(Field::SerialNumber) && !self.names_machines() {
            let header = self.name(index);
            let others = named.iter().filter(|other| **other != index).map(|other| self.name(*other));
            let choices = std::iter::once(header.clone()).chain(others).chain([String::new()]).collect();
            self.ask(Question::Quantity, &header, "", choices);
        }
    }

    /// "Amount" over small whole numbers, and neither a price nor a currency beside it: it may say how many as well as what
    /// they cost.
    fn bare_amount(&self) -> Option<u32> {
        let amount = self.guessed(Field::Amount)?.index;
        let is_small = |number: Decimal| number <= SMALL_COUNT;
        let is_priced = self.has(Field::UnitPrice) || self.has(Field::Currency);
        let is_count =
            !is_priced && self.senses(amount).is_only(Concept::Amount, &[]) && self.are_counts(amount);
        let mut numbers = self.rows().filter_map(|row| self.number(row, amount));
        (is_count && numbers.all(is_small)).then_some(amount)
    }

    fn counts_otherwise(&self, index: u32) -> bool {
        let senses = self.senses(index);
        senses.has(Concept::Quantity)
            && senses.has_one(&[Concept::OtherCount, Concept::Free])
            && !senses.has_one(&[Concept::Price, Concept::Amount, Concept::Weight, Concept::OtherDate])
            && self.are_counts(index)
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

    fn adds_up(&self, parts: &[u32], total: u32) -> bool {
        let mut rows = self.rows().filter_map(|row| Some((row, self.number(row, total)?))).peekable();
        let sum = |row| parts.iter().filter_map(|part| self.number(row, *part)).sum::<Decimal>();
        rows.peek().is_some() && rows.all(|(row, total)| sum(row) == total)
    }
}

/// The year that the header of the pieces names, where they are spread over several.
pub(in crate::mapping) fn year_of_pieces(columns: &[MappedColumn]) -> Option<i32> {
    columns.iter().find(|column| column.field == Field::Quantity).and_then(|column| year_of(&column.header))
}

/// The year that a header such as "Jan 2025" or "2025" names.
fn year_of(header: &str) -> Option<i32> {
    read_year(header).or_else(|| read_date(header)?.day_first.map(|date| date.year()))
}
