//! The UK's workbook: on each sheet tables that begin with “Activity”, words that lead to a row, and its unit; above the
//! columns of kgCO2e stands what each is of. A table ends with an empty row.

use super::{FactorFile, is_kgco2e, number, text};
use crate::Fingerprint;
use crate::cell::{Row, column_letters};
use planner_core::emission::{Factor, Publisher};
use std::collections::BTreeMap;

/// What the first cell of each of its sheets says.
const TITLE: &str = "ghg conversion factors for company reporting";

/// What was read of it.
#[derive(Default)]
pub(super) struct Desnz {
    is_titled: bool,
    version: Option<String>,
    year: Option<i32>,
    factors: Vec<Factor>,
    sheets_without: Vec<String>,
    sheet: String,
    /// How many there were before this sheet.
    before: usize,
    above: BTreeMap<u32, String>,
    table: Option<Table>,
    last_row: u32,
}

/// A table whose heading was read.
struct Table {
    unit: u32,
    /// Columns of kgCO2e, each with what stands above it.
    values: Vec<(u32, String)>,
    /// What led to the row, by column; what is not said anew stays.
    words: BTreeMap<u32, String>,
}

impl Desnz {
    pub(super) fn begin(&mut self, sheet: &str) {
        self.end_sheet();
        sheet.clone_into(&mut self.sheet);
    }

    fn end_sheet(&mut self) {
        if !self.sheet.is_empty() && self.factors.len() == self.before {
            self.sheets_without.push(std::mem::take(&mut self.sheet));
        }
        (self.before, self.table) = (self.factors.len(), None);
        self.above.clear();
    }

    pub(super) fn include(&mut self, row: &Row) {
        let texts: BTreeMap<u32, String> =
            row.cells.iter().filter_map(|cell| Some((cell.column, text(row, cell.column)?))).collect();
        self.is_titled |= texts.get(&0).is_some_and(|title| title.to_lowercase().contains(TITLE));
        self.look_for_edition(&texts);
        if let Some(table) = heading(&texts, &self.above) {
            self.table = Some(table);
        } else if texts.is_empty() || row.number != self.last_row + 1 {
            self.table = None;
        } else if let Some(table) = &mut self.table {
            table.read(&self.sheet, row, &texts, &mut self.factors);
        }
        (self.above, self.last_row) = (texts, row.number);
    }

    /// “Version:” and “Year:” stand above the tables, each with its value at the right.
    fn look_for_edition(&mut self, texts: &BTreeMap<u32, String>) {
        let after = |label: &str| {
            let at = texts.iter().find(|(_, text)| text.eq_ignore_ascii_case(label))?.0;
            texts.get(&(at + 1)).cloned()
        };
        self.version = self.version.take().or_else(|| after("Version:"));
        self.year = self.year.or_else(|| after("Year:")?.parse().ok());
    }

    pub(super) fn file(mut self, fingerprint: &Fingerprint) -> Option<FactorFile> {
        self.end_sheet();
        (self.is_titled && !self.factors.is_empty()).then(|| FactorFile {
            publisher: Publisher::Desnz,
            version: self.version,
            year: self.year,
            fingerprint: fingerprint.clone(),
            factors: self.factors,
            sheets_without: self.sheets_without,
            rows_skipped: 0,
        })
    }
}

fn heading(texts: &BTreeMap<u32, String>, above: &BTreeMap<u32, String>) -> Option<Table> {
    let is_heading = texts.get(&0).is_some_and(|first| first == "Activity");
    let unit = *texts.iter().find(|(_, text)| *text == "Unit").filter(|_| is_heading)?.0;
    // What fills several columns together stands in the first of them.
    let over = |column: u32| above.range(unit + 1..=column).next_back().map(|(_, text)| text.clone());
    let values = texts.iter().filter(|(column, text)| **column > unit && is_kgco2e(text));
    let values: Vec<_> = values.map(|(column, _)| (*column, over(*column).unwrap_or_default())).collect();
    (!values.is_empty()).then_some(Table { unit, values, words: BTreeMap::new() })
}

impl Table {
    fn read(&mut self, sheet: &str, row: &Row, texts: &BTreeMap<u32, String>, factors: &mut Vec<Factor>) {
        for (column, word) in texts.range(..=self.unit) {
            if *column < self.unit {
                // A wider word begins anew what is narrower.
                self.words.retain(|other, _| *other < *column || *other >= self.unit);
            }
            self.words.insert(*column, word.clone());
        }
        let words: Vec<_> = self.words.range(..self.unit).map(|(_, word)| word.as_str()).collect();
        let Some(unit) = self.words.get(&self.unit).filter(|_| !words.is_empty()) else { return };
        for (column, variant) in &self.values {
            let Some(kgco2e) = number(row, *column) else { continue };
            factors.push(Factor {
                sheet: sheet.to_owned(),
                row: row.number,
                column: column_letters(*column),
                name: words.join(" · "),
                variant: variant.clone(),
                unit: unit.clone(),
                kgco2e,
            });
        }
    }
}
