//! Totals without a label: a row that names nothing and holds the sum of the rows above it.

use crate::record::Record;
use rust_decimal::Decimal;

/// Fewer rows than this have no total: one nameless row may well repeat another's count.
const LEAST_ROWS: u64 = 2;

/// What the items above come to, in all and since the last total.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    all: Sum,
    part: Sum,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    rows: u64,
    quantity: i64,
    mass_kg: Decimal,
}

/// What a row measures.
struct Measured {
    quantity: Option<i64>,
    mass_kg: Option<Decimal>,
}

impl Sums {
    /// Takes an item into account.
    pub(super) fn include(&mut self, record: &Record) {
        let Some(measured) = measured(record) else { return };
        for sum in [&mut self.all, &mut self.part] {
            sum.rows += 1;
            sum.quantity = sum.quantity.saturating_add(measured.quantity.unwrap_or(0));
            sum.mass_kg = sum.mass_kg.saturating_add(measured.mass_kg.unwrap_or(Decimal::ZERO));
        }
    }

    /// A total ends a part.
    pub(super) fn end_part(&mut self) {
        self.part = Sum::default();
    }

    /// Whether a row names nothing and holds what the items above come to.
    pub(super) fn is_total(&self, record: &Record) -> bool {
        let Some(measured) = measured(record).filter(|_| is_nameless(record)) else { return false };
        [self.all, self.part].iter().any(|sum| sum.is(&measured))
    }
}

impl Sum {
    fn is(&self, measured: &Measured) -> bool {
        let is_quantity = measured.quantity.is_none_or(|quantity| quantity == self.quantity);
        let is_mass = measured.mass_kg.is_none_or(|mass| mass == self.mass_kg);
        let is_measured = measured.quantity.is_some_and(|quantity| quantity != 0)
            || measured.mass_kg.is_some_and(|mass| !mass.is_zero());
        self.rows >= LEAST_ROWS && is_measured && is_quantity && is_mass
    }
}

fn measured(record: &Record) -> Option<Measured> {
    match record {
        Record::Procurement(row) => Some(Measured { quantity: Some(row.quantity), mass_kg: row.mass_kg }),
        Record::Disposition(row) => Some(Measured { quantity: row.quantity, mass_kg: row.sent_mass_kg }),
        Record::Certificate(_) | Record::Catalogue(_) => None,
    }
}

fn is_nameless(record: &Record) -> bool {
    match record {
        Record::Procurement(row) => {
            [&row.item, &row.model, &row.manufacturer, &row.category_text, &row.serial_number]
                .into_iter()
                .all(Option::is_none)
        }
        Record::Disposition(row) => {
            [&row.item, &row.asset_tag, &row.category_text, &row.batch, &row.outcome_text, &row.provider]
                .into_iter()
                .all(Option::is_none)
        }
        Record::Certificate(_) | Record::Catalogue(_) => false,
    }
}
