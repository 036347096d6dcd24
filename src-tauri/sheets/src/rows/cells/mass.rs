//! Cells that state a mass, in kg.

use super::{Cells, is_placeholder};
use crate::cell::Value;
use crate::field::Field;
use crate::fold::fold;
use crate::issue::IssueCode;
use crate::mapping::MappedColumn;
use crate::vocabulary::Affix;
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;

/// What people write where they do not know a weight, folded.
const NOT_KNOWN: [&str; 24] = [
    "unknown",
    "not known",
    "not available",
    "not stated",
    "to be confirmed",
    "unbekannt",
    "keine angabe",
    "folgt",
    "offen",
    "inconnu",
    "inconnue",
    "a confirmer",
    "non communique",
    "desconocido",
    "por confirmar",
    "sconosciuto",
    "da confermare",
    "desconhecido",
    "a confirmar",
    "onbekend",
    "nieznana",
    "brak danych",
    "неизвестно",
    "нет данных",
];

/// Whether a text says that the weight is not known. Texts with a digit are not looked at.
fn is_not_known(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_digit()) && NOT_KNOWN.contains(&fold(text).as_str())
}

impl<'a> Cells<'a> {
    /// The cell as a mass in kg; below zero only where `may_be_negative`.
    pub(in crate::rows) fn mass(&mut self, field: Field, may_be_negative: bool) -> Option<Decimal> {
        let (column, value) = self.cell(field)?;
        self.mass_in(column, value, may_be_negative)
    }

    /// The mass of another column than the field's own.
    pub(in crate::rows) fn mass_of(&mut self, column: &'a MappedColumn) -> Option<Decimal> {
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
        if matches!(value, Value::Text(text) if is_placeholder(text) || is_not_known(text)) {
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
        let kg = kg.map(|kg| if field == Field::UnitMass { kg / Decimal::from(column.pieces) } else { kg });
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
}
