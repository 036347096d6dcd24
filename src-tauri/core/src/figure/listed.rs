//! The figures that a summary lists, in its order: mass and certificates, money by currency, then what money is not known of.

use super::money::{MONEY, MoneyDefinition, MoneyName};
use super::table::{Edition, TABLE};
use super::{FigureId, Figures, Value};
use crate::currency::Currency;

/// A listed figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: FigureId,
    /// Its label.
    pub label: &'static str,
    /// What it comes to; nothing where the year has none.
    pub value: Option<Value>,
    /// Its unit.
    pub unit: String,
    /// What it is of.
    pub basis: &'static str,
}

impl Figures {
    /// The figures that a summary lists. Money has a row for each currency that something was paid in, and no other.
    pub fn listed(&self) -> Vec<Listed> {
        let of_edition = |edition| {
            let rows = TABLE.iter().filter(move |row| row.is_listed && row.edition == edition);
            rows.map(|row| {
                let (id, unit) = (row.name.into(), row.unit.symbol().to_owned());
                Listed { value: self.get(&id), id, label: row.label, unit, basis: row.basis }
            })
        };
        let money = MONEY.iter().flat_map(|row| self.money(row));
        of_edition(Edition::First).chain(money).chain(of_edition(Edition::Money)).collect()
    }

    /// A money figure in each currency that has one.
    pub fn of_money(&self, name: MoneyName) -> Vec<(Currency, Value)> {
        let of_name = self.0.iter().filter_map(|(id, value)| match id {
            FigureId::Money(one, currency) if *one == name => Some((*currency, *value)),
            _ => None,
        });
        of_name.collect()
    }

    fn money(&self, row: &'static MoneyDefinition) -> Vec<Listed> {
        let listed = |(currency, value)| Listed {
            id: FigureId::Money(row.name, currency),
            label: row.label,
            value: Some(value),
            unit: row.unit(currency),
            basis: row.basis,
        };
        self.of_money(row.name).into_iter().map(listed).collect()
    }
}
