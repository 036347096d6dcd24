//! Where retired mass went, stated in percent of what was sent: "Reuse %" 42, or 0.42 as spreadsheets keep it.

use super::table::Table;
use super::{MappedColumn, Mapping, propose};
use crate::cell::{Row, Value};
use crate::convention::read_number;
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;

/// Words of a header that says a share, folded.
const SHARES: [&str; 16] = [
    "share",
    "percent",
    "percentage",
    "pct",
    "rate",
    "anteil",
    "prozent",
    "quote",
    "part",
    "pourcentage",
    "taux",
    "porcentaje",
    "percentuale",
    "percentage",
    "aandeel",
    "udzial",
];

/// The mass sent, and what the whole of it is called in the columns of shares: 100 or 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) sent: MappedColumn,
    pub(crate) whole: Decimal,
}

impl Table<'_> {
    /// Takes columns of shares for where the mass went, where they add up to the whole in each row or some is above 1.
    pub(super) fn settle_shares(&mut self) -> Option<Shares> {
        let is_parted = self.columns.iter().any(|column| column.field.route().is_some());
        let sent = self.column(Field::SentMass).filter(|_| !is_parted).cloned()?;
        if self.kind != Kind::Dispositions {
            return None;
        }
        let shares: Vec<(u32, Field)> =
            self.unmapped().into_iter().filter_map(|index| Some((index, self.share_of(index)?))).collect();
        if shares.len() < 2 {
            return None;
        }
        let parts = |row: &Row| -> Vec<Decimal> {
            shares.iter().filter_map(|(index, _)| self.percent(row.value(*index)?)).collect()
        };
        let rows: Vec<Vec<Decimal>> = self.rows().map(parts).filter(|parts| !parts.is_empty()).collect();
        let is_near = |parts: &Vec<Decimal>| {
            let sum: Decimal = parts.iter().sum();
            (sum - Decimal::ONE).abs() <= Decimal::new(11, 3)
        };
        let whole = match () {
            () if rows.is_empty() => return None,
            () if rows.iter().all(is_near) => Decimal::ONE,
            () if rows.iter().flatten().any(|part| *part > Decimal::ONE) => Decimal::ONE_HUNDRED,
            () => return None,
        };
        for (index, field) in shares {
            let column = propose::as_column(self.header(index).to_owned(), index, field, self.vocabulary);
            // It is in no unit; its mass is in that of what was sent.
            self.columns.push(MappedColumn { unit: Some(MassUnit::Kilogram), ..column });
        }
        Some(Shares { sent, whole })
    }

    /// Where the share of a column went, by its header.
    fn share_of(&self, index: u32) -> Option<Field> {
        let header = self.header(index);
        let folded = fold_header(header);
        let is_percent = header.contains(['%', '％']) || folded.split(' ').any(|word| SHARES.contains(&word));
        let has_sign = || {
            self.rows().any(|row| matches!(row.value(index), Some(Value::Text(text)) if text.contains('%')))
        };
        let outcome = self.vocabulary.outcome_in(&folded).filter(|_| is_percent || has_sign())?;
        Field::of_route(outcome)
    }

    fn percent(&self, value: &Value) -> Option<Decimal> {
        percent(value, |text| {
            let readings = read_number(text, self.vocabulary)?;
            readings.point.or(readings.comma)
        })
    }
}

/// The number in a cell of shares; `read` reads a text without its sign.
pub(crate) fn percent(value: &Value, read: impl Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.shown.parse().ok(),
        Value::Text(text) => read(text.trim().trim_end_matches(['%', '％']).trim_end()),
        _ => None,
    }
}

impl Mapping {
    /// The mass that a share of what was sent is; nothing where it cannot be held.
    pub(crate) fn shared_mass(&self, sent: Decimal, share: Decimal) -> Option<Decimal> {
        sent.checked_mul(share)?.checked_div(self.shares.as_ref()?.whole)
    }
}
