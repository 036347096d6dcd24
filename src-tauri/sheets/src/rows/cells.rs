//! The cells of one row, read as what their columns are; what cannot be read becomes an issue.

use super::meanings::Meanings;
use crate::cell::{Number, Row, Value};
use crate::convention::{DateOrder, DecimalSeparator, read_date, read_number, read_year};
use crate::field::{Field, Shape};
use crate::format::dates;
use crate::issue::{Issue, IssueCode, Severity};
use crate::mapping::{MappedColumn, Mapping};
use crate::vocabulary::{Affix, Pieces, Vocabulary};
use chrono::{Datelike, NaiveDate};
use compact_str::CompactString;
use planner_core::mass::MassUnit;
use planner_core::year::REPORTING_YEARS;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Texts that stand for nothing.
const PLACEHOLDERS: [&str; 16] =
    ["-", "–", "—", "--", "n/a", "na", "n.a.", "null", "none", "nil", "?", ".", "tbc", "tbd", "n/d", "k.a."];

/// What is told of a formula that was never calculated.
const FORMULA: &str = "a formula that was never calculated";

/// None is longer, in bytes.
const LONGEST_PLACEHOLDER: usize = 4;

fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    text.len() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.iter().any(|one| one.eq_ignore_ascii_case(text))
}

/// The cells of one row, by field.
pub(super) struct Cells<'a> {
    row: &'a Row,
    pub(super) mapping: &'a Mapping,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) meanings: &'a Meanings<'a>,
    from_1904: bool,
    issues: Vec<Issue>,
    /// A currency that stood beside a price.
    pub(super) currency: Option<CompactString>,
    /// A mass was taken as kilograms because the unit's cell says nothing.
    pub(super) is_unit_assumed: bool,
}

/// A number with what stands beside it.
struct Measured {
    amount: Decimal,
    affix: Option<Affix>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(
        row: &'a Row,
        mapping: &'a Mapping,
        vocabulary: &'a Vocabulary,
        meanings: &'a Meanings<'a>,
        from_1904: bool,
    ) -> Self {
        Self {
            row,
            mapping,
            vocabulary,
            meanings,
            from_1904,
            issues: Vec::new(),
            currency: None,
            is_unit_assumed: false,
        }
    }

    pub(super) fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    /// Whether something already rejects the row.
    pub(super) fn is_rejected(&self) -> bool {
        self.issues.iter().any(|issue| issue.severity == Severity::Rejects)
    }

    pub(super) fn has_column(&self, field: Field) -> bool {
        self.mapping.has(field)
    }

    /// Adds an issue of a field's cell, or of the row where the field has no column.
    pub(super) fn issue(&mut self, field: Field, code: IssueCode, seen: &str, expected: &str) {
        let column = self.mapping.column(field).map(|column| self.name(column));
        self.issues.push(Issue::new(self.row.number, column.as_deref(), code, seen, expected));
    }

    fn name(&self, column: &MappedColumn) -> String {
        if column.header.is_empty() {
            crate::cell::column_letters(column.index)
        } else {
            column.header.clone()
        }
    }

    fn cell(&self, field: Field) -> Option<(&'a MappedColumn, &'a Value)> {
        let column = self.mapping.column(field)?;
        let value = self.row.value(column.index).filter(|value| !value.is_blank())?;
        Some((column, value))
    }

    /// The cell's text, or the word that a person gave for it.
    pub(super) fn text(&mut self, field: Field) -> Option<CompactString> {
        let text = self.own_text(field);
        if self.mapping.values.is_empty() || !self.has_column(field) {
            return text;
        }
        let said = self.mapping.said_meaning(field, text.as_deref().unwrap_or_default());
        said.map(CompactString::from).or(text)
    }

    /// The same, where a row is not one of a million.
    pub(super) fn string(&mut self, field: Field) -> Option<String> {
        self.text(field).map(String::from)
    }

    /// The cell as text; nothing where it is blank, an error or a placeholder.
    fn own_text(&mut self, field: Field) -> Option<CompactString> {
        let (_, value) = self.cell(field)?;
        match value {
            Value::Error(error) => {
                self.issue(field, IssueCode::ErrorIgnored, error, "a value");
                None
            }
            Value::EmptyFormula => {
                self.issue(
                    field,
                    IssueCode::FormulaWithoutValue,
                    "",
                    "a stored result; open and save the file once",
                );
                None
            }
            Value::Number(number) => Some(identifier(number)),
            value => value.with_shown(|text| (!is_placeholder(text)).then(|| text.trim().into())),
        }
    }

    /// The cell as a number that the row can do without.
    pub(super) fn optional_number(&mut self, field: Field) -> Option<Decimal> {
        self.measured(field, IssueCode::UnreadableNumber, IssueCode::ErrorIgnored)
            .map(|measured| measured.amount)
    }

    /// The cell as money; a currency beside it is kept.
    pub(super) fn money(&mut self, field: Field) -> Option<Decimal> {
        let measured = self.measured(field, IssueCode::UnreadableNumber, IssueCode::ErrorIgnored)?;
        if let Some(Affix::Currency(code)) = measured.affix {
            self.currency.get_or_insert(code.into());
        }
        Some(measured.amount)
    }

    /// The quantity; missing or unreadable ones reject where there is a column for it.
    pub(super) fn quantity(&mut self) -> Option<i64> {
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

    fn missing_quantity(&mut self) {
        if self.has_column(Field::Quantity) {
            self.issue(Field::Quantity, IssueCode::MissingQuantity, "", "a quantity");
        }
    }

    /// The cell as a mass in kg; below zero only where `may_be_negative`.
    pub(super) fn mass(&mut self, field: Field, may_be_negative: bool) -> Option<Decimal> {
        let (column, value) = self.cell(field)?;
        self.mass_in(column, value, may_be_negative)
    }

    /// The mass of another column than the field's own.
    pub(super) fn mass_of(&mut self, column: &'a MappedColumn) -> Option<Decimal> {
        let value = self.row.value(column.index).filter(|value| !value.is_blank())?;
        self.mass_in(column, value, false)
    }

    fn mass_in(
        &mut self,
        column: &'a MappedColumn,
        value: &'a Value,
        may_be_negative: bool,
    ) -> Option<Decimal> {
        let field = column.field;
        let is_placeholder = matches!(value, Value::Text(text) if is_placeholder(text));
        if is_placeholder {
            return None;
        }
        let seen = value.shown();
        let measured = self.measured_in(column, value, IssueCode::NotANumber, IssueCode::NotANumber)?;
        if measured.amount.is_sign_negative() && !measured.amount.is_zero() && !may_be_negative {
            self.issue(field, IssueCode::NegativeMass, &seen, "a mass of zero or more");
            return None;
        }
        if self.has_unknown_unit() && !matches!(measured.affix, Some(Affix::Mass(_))) {
            let word = self.cell(Field::MassUnit).map(|(_, value)| value.shown()).unwrap_or_default();
            self.issue(
                Field::MassUnit,
                IssueCode::UnknownUnit,
                &word,
                "a unit of mass that is known, such as kg, g, lb or oz",
            );
            return None;
        }
        let unit = self.unit(column, value, measured.affix);
        self.is_unit_assumed |= unit.is_none() && self.has_column(Field::MassUnit);
        let kg = unit.unwrap_or(MassUnit::Kilogram).to_kilograms(measured.amount);
        if kg.is_none() {
            self.issue(field, IssueCode::TooLarge, &seen, "a mass that can be held");
        }
        kg
    }

    /// Whether the unit's cell holds a word that is no unit of mass, by nobody's word.
    fn has_unknown_unit(&self) -> bool {
        let Some((_, Value::Text(word))) = self.cell(Field::MassUnit) else { return false };
        let is_known = self.meanings.mass_unit(word).is_some()
            || self.mapping.said_meaning(Field::MassUnit, word).is_some()
            || self.vocabulary.pieces_in(word).is_some();
        !is_known && !is_placeholder(word)
    }

    /// The unit of a mass: beside the number, in the unit column, in the number format, in the header, by a person's word.
    fn unit(&self, column: &MappedColumn, value: &Value, affix: Option<Affix>) -> Option<MassUnit> {
        let beside = match affix {
            Some(Affix::Mass(unit)) => Some(unit),
            _ => None,
        };
        let in_column = || {
            let word = match self.cell(Field::MassUnit) {
                Some((_, Value::Text(word))) => word.as_str(),
                _ => "",
            };
            let said = self.mapping.said_meaning(Field::MassUnit, word);
            self.meanings.mass_unit(said.unwrap_or(word))
        };
        let in_format = || match value {
            Value::Number(number) => number.unit,
            _ => None,
        };
        let elsewhere = || in_format().or(column.unit).or(self.mapping.mass_unit).or(self.mapping.only_unit);
        beside.or_else(in_column).or_else(elsewhere)
    }

    fn measured(&mut self, field: Field, unreadable: IssueCode, error: IssueCode) -> Option<Measured> {
        let (column, value) = self.cell(field)?;
        self.measured_in(column, value, unreadable, error)
    }

    fn measured_in(
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

    /// The cell as a date; one that cannot be read, or of a year that nobody reports, is an issue, and the row has none.
    pub(super) fn date(&mut self, field: Field) -> Option<NaiveDate> {
        debug_assert_eq!(field.shape(), Shape::Date);
        let (column, value) = self.cell(field)?;
        let found = match value {
            Value::Date(date) => Some(*date),
            Value::Number(number) => self.serial_date(field, number),
            Value::Text(text) => match read_date(text) {
                Some(readings) if column.dates == DateOrder::DayFirst => readings.day_first,
                Some(readings) => {
                    readings.month_first.or_else(|| readings.day_first.filter(|_| text.contains('.')))
                }
                None => serial_text(text).and_then(|number| self.serial_date(field, &number)),
            },
            _ => None,
        };
        let found = found.filter(|date| REPORTING_YEARS.contains(&date.year()));
        let is_placeholder = || value.with_shown(is_placeholder);
        if found.is_none() && !is_placeholder() {
            let seen = if matches!(value, Value::EmptyFormula) { FORMULA.to_owned() } else { value.shown() };
            self.issue(field, IssueCode::UnreadableDate, &seen, expected_date(column));
        }
        found
    }

    /// A reporting year, from a column that holds nothing else.
    pub(super) fn reporting_year(&mut self) -> Option<i32> {
        self.cell(Field::Year)?;
        self.year(Field::Year)
    }

    /// How many pieces one of what is counted is, by the pack's size and the unit in which is counted.
    pub(super) fn pieces(&mut self) -> Option<Decimal> {
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

    /// A date written as a bare day number, or as 20250301.
    fn serial_date(&mut self, field: Field, number: &Number) -> Option<NaiveDate> {
        if number.shown.len() == 8
            && let Some(readings) = read_date(&number.shown)
        {
            return readings.day_first;
        }
        let days: u32 = number.shown.split('.').next()?.parse().ok()?;
        let date =
            (20_000..80_000).contains(&days).then(|| dates::from_serial(&number.shown, self.from_1904))??;
        self.issue(field, IssueCode::SerialDate, &number.shown, "a date; the day number was read as one");
        Some(date)
    }

    /// A calendar year, from a number, a text or a date.
    pub(super) fn year(&mut self, field: Field) -> Option<i32> {
        let (_, value) = self.cell(field)?;
        let found = match value {
            Value::Date(date) => Some(date.year()),
            Value::Number(number) => number.shown.parse().ok(),
            Value::Text(text) => {
                read_year(text).or_else(|| read_date(text)?.day_first.map(|date| date.year()))
            }
            _ => None,
        };
        let found = found.filter(|year| REPORTING_YEARS.contains(year));
        if found.is_none() {
            self.issue(field, IssueCode::UnreadableNumber, &value.shown(), "a calendar year");
        }
        found
    }
}

fn serial_text(text: &str) -> Option<Number> {
    let text = text.trim();
    let is_serial = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_serial.then(|| Number { shown: text.into(), exact: None, unit: None })
}

/// A tag or an order number that was typed as a number: all its digits, no exponent.
fn identifier(number: &Number) -> CompactString {
    let exact = number.exact.as_ref().filter(|exact| exact.bytes().all(|byte| byte.is_ascii_digit()));
    exact.unwrap_or(&number.shown).clone()
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

fn expected_date(column: &MappedColumn) -> &'static str {
    match column.dates {
        DateOrder::DayFirst => "a date, ISO or with the day first",
        DateOrder::MonthFirst => "a date, ISO or with the month first as in the rest of the column",
    }
}
