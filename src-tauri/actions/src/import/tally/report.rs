//! The report on an import.

use super::super::questions::questions;
use super::super::reading::Source;
use super::super::remembered::Applied;
use super::{Offer, Tally};
use crate::numbers::kg;
use crate::views::import::{ImportReport, WeightsOf};
use planner_core::mass::Mass;
use planner_core::weight::WeightSource;
use planner_store::imports::ImportSums;
use std::collections::BTreeMap;

impl Tally {
    /// The report on it.
    pub fn report(self, source: &Source, kind: &str, import_id: Option<String>) -> ImportReport {
        let plan_hash = self.plan_hash();
        let rows_open = self.questions();
        let count = |rows: i64| u64::try_from(rows).unwrap_or(0);
        let mapping = &source.mapping;
        let columns =
            mapping.columns.iter().map(|column| (column.field.word().to_owned(), column.header.clone()));
        ImportReport {
            import_id,
            kind: kind.to_owned(),
            file_name: source.file_name.clone(),
            file_sha256: source.fingerprint.sha256.clone(),
            sheet: mapping.sheet.clone(),
            header_row: mapping.header_row,
            columns: columns.collect(),
            rows_read: count(self.sums.rows_read),
            rows_imported: count(self.sums.rows_imported),
            rows_skipped: count(self.sums.rows_skipped),
            skipped_because: self.skipped.iter().map(|(word, rows)| ((*word).to_owned(), *rows)).collect(),
            rows_rejected: count(self.sums.rows_rejected),
            rows_unresolved: self.rows_unresolved,
            quantity: self.sums.quantity,
            mass_kg: kg(self.sums.mass),
            mass_kg_new: kg(self.sums.mass_new),
            mass_kg_in_file: in_file(self.sums),
            mass_kg_excluded: kg(self.sums.mass_excluded),
            excluded_because: self.excluded.into_iter().map(|(reason, mass)| (reason, kg(mass))).collect(),
            weights: weights(&self.weights),
            rows_by_year: self.rows_by_year,
            issues: self.issues,
            issues_total: self.issues_total,
            first_lines: self.first_lines,
            mapping: source.applied.as_ref().map(Applied::view),
            questions: questions(&source.mapping).into_iter().chain(rows_open).collect(),
            values: self.words.views(source),
            fixes_offered: self.offers.into_iter().filter(|one| one.rows > 0).map(Offer::view).collect(),
            revision: None,
            review: None,
            sheets_alike: source.sheets_alike.clone(),
            rows_hidden: self.rows_hidden,
            plan_hash,
        }
    }
}

/// The mass of all rows; what is counted and what is left out can each be held, and both together be more.
fn in_file(sums: ImportSums) -> String {
    (sums.mass.kilograms() + sums.mass_excluded.kilograms()).normalize().to_string()
}

fn weights(sums: &BTreeMap<usize, (u64, i64, Mass)>) -> Vec<WeightsOf> {
    let of = |(place, (rows, quantity, mass)): (&usize, &(u64, i64, Mass))| WeightsOf {
        source: WeightSource::ALL[*place].word().to_owned(),
        rows: *rows,
        quantity: *quantity,
        mass_kg: kg(*mass),
    };
    sums.iter().map(of).collect()
}
