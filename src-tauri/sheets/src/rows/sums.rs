//! Totals without a label, or with one that a device might have too: the row holds the sum of the rows above it.

use crate::convention::read_year;
use crate::record::Record;
use rust_decimal::Decimal;

/// Below fewer rows than this, a nameless row with an order or a date may well be another item of the same count.
const FEW_ROWS: u64 = 2;

/// By less than one of so many parts does a rounded total differ.
const ROUNDED: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

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

    /// Whether a row holds what the items above come to and names nothing, or a total.
    pub(super) fn is_total(&self, record: &Record, names_total: impl FnOnce() -> bool) -> bool {
        let Some(measured) = measured(record) else { return false };
        let equal = [self.all, self.part].into_iter().filter(|sum| sum.rows > 0 && sum.is(&measured));
        let Some(rows) = equal.map(|sum| sum.rows).max() else { return false };
        (is_nameless(record) && (rows >= FEW_ROWS || is_bare(record))) || names_total()
    }

    /// Whether a row under a name that is no device's holds what several items above come to, and says nothing else.
    pub(super) fn may_be_total(&self, record: &Record) -> bool {
        let Some(measured) = measured(record) else { return false };
        let is_sum = [self.all, self.part].iter().any(|sum| sum.rows > FEW_ROWS && sum.is(&measured));
        is_sum && is_bare(record) && is_of_no_kind(record)
    }

    /// Whether a row under a name that is no device's holds both the pieces and the mass of several items above, and says
    /// nothing else: it is hardly another item, wherever it stands.
    pub(super) fn is_likely_total(&self, record: &Record) -> bool {
        let Some(measured) = measured(record) else { return false };
        let is_whole = measured.quantity.is_some() && measured.mass_kg.is_some();
        let is_sum = [self.all, self.part].iter().any(|sum| sum.rows >= FEW_ROWS && sum.is(&measured));
        is_whole && is_sum && is_bare(record) && is_of_no_kind(record)
    }

    /// Whether a row below the total may say what the total is compared with.
    pub(super) fn may_compare(&self, record: &Record) -> bool {
        measured(record).is_some() && is_bare(record) && is_of_no_kind(record)
    }

    /// Whether a year stands where the thing is named: what is compared with it.
    pub(super) fn is_of_a_year(&self, record: &Record) -> bool {
        let name = match record {
            Record::Procurement(row) => row.item.as_deref(),
            Record::Disposition(row) => row.item.as_deref(),
            Record::Certificate(_) | Record::Catalogue(_) | Record::Order(_) => None,
        };
        let is_year = |name: &str| name.len() == 4 && read_year(name).is_some();
        self.has_several() && name.is_some_and(is_year) && is_bare(record)
    }

    /// Whether there was more than one item.
    pub(super) fn has_several(&self) -> bool {
        self.all.rows >= FEW_ROWS
    }
}

impl Sum {
    fn is(&self, measured: &Measured) -> bool {
        let is_quantity = measured.quantity.is_none_or(|quantity| quantity == self.quantity);
        // A total may be rounded where its pieces are the sum exactly.
        let is_rounded = |mass: Decimal| {
            measured.quantity.is_some_and(|quantity| quantity != 0)
                && (mass - self.mass_kg).abs() * ROUNDED <= self.mass_kg.abs()
        };
        let is_mass = measured.mass_kg.is_none_or(|mass| mass == self.mass_kg || is_rounded(mass));
        let is_measured = measured.quantity.is_some_and(|quantity| quantity != 0)
            || measured.mass_kg.is_some_and(|mass| !mass.is_zero());
        is_measured && is_quantity && is_mass
    }
}

fn measured(record: &Record) -> Option<Measured> {
    match record {
        Record::Procurement(row) => Some(Measured { quantity: Some(row.quantity), mass_kg: row.mass_kg }),
        Record::Disposition(row) => Some(Measured { quantity: row.quantity, mass_kg: row.sent_mass_kg }),
        Record::Certificate(_) | Record::Catalogue(_) | Record::Order(_) => None,
    }
}

/// Whether a row says neither from whom something came nor when.
fn is_bare(record: &Record) -> bool {
    match record {
        Record::Procurement(row) => {
            row.date.is_none()
                && row.order_number.is_none()
                && row.line_number.is_none()
                && row.supplier.is_none()
        }
        Record::Disposition(row) => row.date.is_none(),
        Record::Certificate(_) | Record::Catalogue(_) | Record::Order(_) => false,
    }
}

/// Whether nothing tells what device a row is about.
pub(super) fn is_of_no_kind(record: &Record) -> bool {
    match record {
        Record::Procurement(row) => {
            row.category.is_none()
                && row.model.is_none()
                && row.serial_number.is_none()
                && row.out_of_scope.is_none()
        }
        Record::Disposition(row) => row.category.is_none() && row.asset_tag.is_none(),
        Record::Certificate(_) | Record::Catalogue(_) | Record::Order(_) => false,
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
        Record::Certificate(_) | Record::Catalogue(_) | Record::Order(_) => false,
    }
}
