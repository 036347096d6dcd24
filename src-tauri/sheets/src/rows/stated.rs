//! The mass that a row states though it is not imported, so that the kg of a file add up.

use super::RowReader;
use super::cells::Cells;
use crate::cell::Row;
use crate::field::{Field, Kind};
use rust_decimal::Decimal;

impl RowReader<'_> {
    /// The mass of a line or a shipment in kg; nothing where it cannot be read or is below zero.
    pub(super) fn stated_kg(&self, row: &Row) -> Option<Decimal> {
        // What is wrong with the row is told elsewhere.
        let mut cells = Cells::new(row, &self.mapping, self.vocabulary, &self.meanings, self.from_1904);
        match self.mapping.kind {
            Kind::Procurement => cells.mass(Field::Mass, false).or_else(|| {
                let units = if cells.has_column(Field::Quantity) {
                    cells.optional_number(Field::Quantity)?
                } else {
                    Decimal::ONE
                };
                cells.mass(Field::UnitMass, false)?.checked_mul(units.abs())
            }),
            Kind::Dispositions => cells.mass(Field::SentMass, false),
            Kind::Catalogue => cells.mass(Field::Mass, false),
            Kind::Certificates | Kind::Orders | Kind::Unknown => None,
        }
    }
}
