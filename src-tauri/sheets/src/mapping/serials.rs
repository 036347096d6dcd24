//! The serials of a row: which columns hold the first and the last of them.

use super::table::Table;
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::serial::SerialRange;
use rust_decimal::Decimal;

impl Table<'_> {
    /// Where headers do not say which columns are the ends of a range, arithmetic does: on each row the last is as far behind
    /// the first as the row counts certificates.
    pub(super) fn settle_serials(&mut self) {
        let is_told = self.has(Field::SerialStart) && self.has(Field::SerialEnd);
        if self.kind != Kind::Certificates || is_told || self.is_said(Field::SerialStart) {
            return;
        }
        let ends = [Field::SerialStart, Field::SerialEnd, Field::CertificateId];
        let mapped = ends.iter().filter_map(|field| Some(self.guessed(*field)?.index));
        let columns: Vec<u32> = self.unmapped().into_iter().chain(mapped).collect();
        let pairs = columns.iter().flat_map(|first| columns.iter().map(move |last| (*first, *last)));
        let mut pairs = pairs.filter(|(first, last)| first != last && self.are_ends(*first, *last));
        if let (Some((first, last)), None) = (pairs.next(), pairs.next()) {
            self.columns.retain(|column| {
                ![first, last].contains(&column.index) && !ends[..2].contains(&column.field)
            });
            self.push(Field::SerialStart, first);
            self.push(Field::SerialEnd, last);
        }
    }

    fn are_ends(&self, first: u32, last: u32) -> bool {
        let Some(quantity) = self.column(Field::Quantity).map(|column| column.index) else { return false };
        let mut rows = 0_u32;
        for row in self.rows() {
            let Some(count) = self.number(row, quantity) else { continue };
            let Some((first, last)) = self.text(row, first).zip(self.text(row, last)) else { return false };
            let range = SerialRange::of_ends(None, &first, &last).and_then(|range| range.quantity());
            if range.map(Decimal::from) != Some(count) {
                return false;
            }
            rows += 1;
        }
        rows > 0
    }

    /// The first and the last serial of each line, which count its pieces where nothing else does.
    pub(super) fn serial_range(&self) -> Option<(u32, u32)> {
        if self.kind != Kind::Procurement || self.has(Field::Quantity) {
            return None;
        }
        let words = self.vocabulary.field_words(Kind::Certificates);
        let named = |field: Field| {
            let aliases = &words.iter().find(|words| words.field == field)?.aliases;
            let is_it = |index: &u32| {
                let facts = self.evidence.facts_of(*index);
                aliases.contains(&fold_header(self.header(*index)))
                    && facts.numbers() + facts.words.len() as u32 > 0
            };
            let mapped = self.guessed(Field::SerialNumber).map(|column| column.index);
            self.unmapped().into_iter().chain(mapped).find(is_it)
        };
        named(Field::SerialStart).zip(named(Field::SerialEnd)).filter(|(first, last)| first != last)
    }
}
