//! Rows of totals among the items: told by their words, else by their sums.

use super::sums::is_of_no_kind;
use super::{RowReader, SkipReason};
use crate::cell::Row;
use crate::field::Field;
use crate::mapping::Mapping;
use crate::record::Record;

impl RowReader<'_> {
    /// Whether a row holds the sum of those above and is no item: it says so, or it leaves blank what every item fills.
    pub(super) fn is_total(&self, record: &Record, row: &Row) -> bool {
        self.sums.is_total(record, || self.names_total(row) || (is_of_no_kind(record) && self.is_sparse(row)))
            || (self.mapping.totals == Some(true) && self.may_be_total(record, row).is_some())
    }

    /// A row under a label that is no device's, which holds the sum of rows above or stands below their total.
    fn may_be_total(&self, record: &Record, row: &Row) -> Option<(u32, String)> {
        let is_it = self.mapping.totals != Some(false)
            && (self.sums.may_be_total(record) || self.is_likely_total(record));
        is_it.then(|| (row.number, row.texts().into_iter().find(|text| !text.is_empty()).unwrap_or_default()))
    }

    /// "Prior year" below the total, or a page's sum between its lines.
    fn is_likely_total(&self, record: &Record) -> bool {
        self.sums.is_likely_total(record)
            || self.sums.is_of_a_year(record)
            || (self.is_below_total && self.sums.may_compare(record))
    }

    pub(super) fn note_total(&mut self, record: &Record, row: &Row) {
        if !self.is_total_likely {
            self.open_total = self.may_be_total(record, row);
            self.is_total_likely = self.open_total.is_some() && self.is_likely_total(record);
        }
        // A device below a total begins another part: what follows it is compared with nothing.
        self.is_below_total &= self.sums.may_compare(record);
    }

    pub(super) fn skips(&mut self, reason: SkipReason) {
        match reason {
            SkipReason::Total => {
                self.is_below_total |= self.sums.has_several();
                self.sums.end_part();
            }
            // Another part of the table begins.
            SkipReason::RepeatedHeader | SkipReason::Footer | SkipReason::Title | SkipReason::Group => {
                self.is_below_total = false;
            }
            _ => {}
        }
    }
}

/// Columns of a line that a total has no value for.
pub(super) fn dense(mapping: &Mapping) -> Vec<u32> {
    use Field::{Amount, Item, Mass, Quantity, SentMass};
    let is_own = |field| !matches!(field, Quantity | Mass | SentMass | Amount | Item);
    mapping.columns.iter().filter(|column| is_own(column.field)).map(|column| column.index).collect()
}
