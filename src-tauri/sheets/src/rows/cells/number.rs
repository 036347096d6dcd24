//! Cells that state a number: a quantity in pieces, money, or one the row can do without.

use super::{Cells, FORMULA, is_placeholder};
use crate::cell::Value;
use crate::convention::{DecimalSeparator, read_number};
use crate::field::Field;
use crate::issue::IssueCode;
use crate::mapping::{MappedColumn, percent};
use crate::serial::SerialRange;
use crate::vocabulary::{Affix, Pieces};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number with what stands beside it.
pub(super) struct Measured {
    pub(super) amount: Decimal,
    pub(super) affix: Option<Affix>,
}

impl Cells<'_> {
    /// The cell as a number that the row can do without.
    pub(in crate::rows) fn optional_number(&mut self, field: Field) -> Option<Decimal> {
        self.measured(field, IssueCode::UnreadableNumber, IssueCode::ErrorIgnored)
            .map(|measured| measured.amount)
    }

    /// The cell as money; a currency beside it is kept.
    pub(in crate::rows) fn money(&mut self, field: Field) -> Option<Decimal> {
        let measured = self.measured(field, IssueCode::UnreadableNumber, IssueCode::ErrorIgnored)?;
        if let Some(Affix::Currency(code)) = measured.affix {
            self.currency.get_or_insert(code.into());
        }
        Some(measured.amount)
    }

    /// The quantity; missing or unreadable ones reject where there is a column for it.
    pub(in crate::rows) fn quantity(&mut self) -> Option<i64> {
        if self.cell(Field::Quantity).is_none() {
            self.missing_quantity();
            return None;
        }
        let is_formula = matches!(self.cell(Field::Quantity), Some((_, Value::EmptyFormula)));
        let code = if is_formula { IssueCode::MissingQuantity } else { IssueCode::NotANumber };
        let amount = self.measured(Field::Quantity, code, IssueCode::ErrorCell);
        let Some(mut amount) = amount.map(|measured| measured.amount) else {
            if is_formula {
                self.missing_quantity();
            }
            return None;
        };
        if let Some((column, _)) = self.cell(Field::Quantity).filter(|(column, _)| column.pieces > 1) {
            amount = amount.checked_mul(Decimal::from(column.pieces))?.normalize();
        }
        if self.has_column(Field::PackSize) || self.has_column(Field::QuantityUnit) {
            amount = amount.checked_mul(self.pieces()?)?.normalize();
        }
        if !amount.fract().is_zero() {
            self.issue(Field::Quantity, IssueCode::NotWhole, &amount.to_string(), "a whole number");
            return None;
        }
        amount.to_i64().or_else(|| {
            self.issue(
                Field::Quantity,
                IssueCode::TooLarge,
                &amount.to_string(),
                "a quantity that can be counted",
            );
            None
        })
    }

    /// The share that a cell states, in percent or as a part of 1.
    pub(in crate::rows) fn share(&mut self, column: &MappedColumn) -> Option<Decimal> {
        let value = self.row.value(column.index).filter(|value| !value.is_blank())?;
        if self.mapping.shares.as_ref().is_some_and(|shares| shares.are_flags) {
            let is_yes = value.with_shown(|text| self.vocabulary.is_yes(text));
            return Some(if is_yes { Decimal::ONE } else { Decimal::ZERO });
        }
        let found = percent(value, |text| self.measured_text(column, text).map(|measured| measured.amount));
        if found.is_none() && !value.with_shown(is_placeholder) {
            self.issue(Field::SentMass, IssueCode::NotANumber, &value.shown(), "a share of what was sent");
        }
        found
    }

    /// How many pieces the pack holds that the item's text names; 1 where it names none.
    pub(in crate::rows) fn pack_in_text(&mut self) -> i64 {
        let texts = [self.text(Field::Item), self.text(Field::Model)];
        texts.into_iter().flatten().find_map(|text| self.vocabulary.pack_in(&text)).unwrap_or(1)
    }

    /// The size of the range from the line's first serial to its last; nothing where it states none.
    pub(in crate::rows) fn pieces_of_serials(&mut self) -> Option<i64> {
        let (first, last) = self.mapping.serials?;
        let text = |index| self.row.value(index).filter(|value| !value.is_blank()).map(Value::shown);
        let (first, last) = text(first).zip(text(last))?;
        let quantity = SerialRange::of_ends(None, &first, &last).and_then(|range| range.quantity());
        if quantity.is_none() {
            let expected = "a first and a last serial, in this order; the row was taken as one device";
            self.issue(
                Field::SerialNumber,
                IssueCode::UnreadableNumber,
                &format!("{first} to {last}"),
                expected,
            );
        }
        quantity
    }

    fn missing_quantity(&mut self) {
        if self.has_column(Field::Quantity) {
            self.issue(Field::Quantity, IssueCode::MissingQuantity, "", "a quantity");
        }
    }

    /// How many pieces one of what is counted is, by the pack's size and the unit in which is counted.
    pub(in crate::rows) fn pieces(&mut self) -> Option<Decimal> {
        let word = self.text(Field::QuantityUnit);
        let count = word
            .as_deref()
            .and_then(|word| word.parse().ok().map(Pieces::Known).or(self.vocabulary.pieces_in(word)));
        if self.has_column(Field::PackSize) {
            let size = self.measured(Field::PackSize, IssueCode::NotANumber, IssueCode::NotANumber)?.amount;
            return Some(if count == Some(Pieces::One) { Decimal::ONE } else { size });
        }
        match count {
            Some(Pieces::Known(count)) => Some(Decimal::from(count)),
            Some(Pieces::Pack) => {
                let seen = word.unwrap_or_default();
                self.issue(Field::QuantityUnit, IssueCode::NotWhole, &seen, "how many pieces one of it is");
                None
            }
            _ => Some(Decimal::ONE),
        }
    }

    pub(super) fn measured(
        &mut self,
        field: Field,
        unreadable: IssueCode,
        error: IssueCode,
    ) -> Option<Measured> {
        let (column, value) = self.cell(field)?;
        self.measured_in(column, value, unreadable, error)
    }

    pub(super) fn measured_in(
        &mut self,
        column: &MappedColumn,
        value: &Value,
        unreadable: IssueCode,
        error: IssueCode,
    ) -> Option<Measured> {
        let field = column.field;
        let found = match value {
            Value::Number(number) => decimal(&number.shown).map(|amount| Measured { amount, affix: None }),
            Value::Text(text) => self.measured_text(column, text),
            Value::Error(text) => {
                self.issue(field, error, text, "a number");
                return None;
            }
            Value::EmptyFormula => {
                // A measure that cannot be known rejects its row; the row can do without others.
                let code = if unreadable == IssueCode::NotANumber {
                    unreadable
                } else {
                    IssueCode::FormulaWithoutValue
                };
                self.issue(
                    field,
                    code,
                    FORMULA,
                    "a stored result; open the file in a spreadsheet program and save it",
                );
                return None;
            }
            Value::Date(_) | Value::Bool(_) => None,
        };
        let is_placeholder = || value.with_shown(is_placeholder);
        if found.is_none() && !(is_placeholder() && unreadable != IssueCode::NotANumber) {
            self.issue(field, unreadable, &value.shown(), expected_number(column));
        }
        found
    }

    fn measured_text(&self, column: &MappedColumn, text: &str) -> Option<Measured> {
        let readings = read_number(text, self.vocabulary)?;
        let amount = match column.numbers {
            DecimalSeparator::Point => readings.point,
            DecimalSeparator::Comma => readings.comma,
        };
        amount.map(|amount| Measured { amount, affix: readings.affix })
    }
}

fn decimal(shown: &str) -> Option<Decimal> {
    Decimal::from_str_exact(shown).ok().or_else(|| Decimal::from_scientific(shown).ok())
}

fn expected_number(column: &MappedColumn) -> &'static str {
    match column.numbers {
        DecimalSeparator::Point => "a number, with a decimal point as in the rest of the column",
        DecimalSeparator::Comma => "a number, with a decimal comma as in the rest of the column",
    }
}
