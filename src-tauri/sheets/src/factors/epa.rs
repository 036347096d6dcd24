//! The EPA's table: a row for each industry of the NAICS, with the factor at producer's price, the margins of trade and
//! transport, and both together, which is what a purchaser pays for.

use super::{FactorFile, number, text};
use crate::Fingerprint;
use crate::cell::{Row, column_letters};
use planner_core::emission::{Factor, Publisher};

/// Headings by which the columns of factors are known, each with what its factors are.
const FACTORS: [(&str, &str); 3] = [
    ("emission factors without margins", "without margins"),
    ("margins of supply chain emission factors", "margins"),
    ("emission factors with margins", "with margins"),
];

/// What was read of it.
#[derive(Default)]
pub(super) struct Epa {
    sheet: String,
    columns: Option<Columns>,
    year: Option<i32>,
    factors: Vec<Factor>,
    rows_skipped: u64,
}

struct Columns {
    code: u32,
    title: u32,
    gas: Option<u32>,
    unit: u32,
    values: Vec<(u32, &'static str)>,
}

impl Epa {
    pub(super) fn begin(&mut self, sheet: &str) {
        sheet.clone_into(&mut self.sheet);
        self.columns = None;
    }

    pub(super) fn include(&mut self, row: &Row) {
        let Some(columns) = &self.columns else {
            self.columns = heading(row);
            return;
        };
        let of = |column: u32| text(row, column);
        let (Some(code), Some(title), Some(unit)) = (of(columns.code), of(columns.title), of(columns.unit))
        else {
            return;
        };
        let is_of_one_gas = columns.gas.and_then(of).is_some_and(|gas| !gas.to_lowercase().contains("all"));
        if is_of_one_gas || !unit.to_lowercase().starts_with("kg co2e") {
            self.rows_skipped += 1;
            return;
        }
        self.year = self.year.or_else(|| year_of_money(&unit));
        let unit = unit.split_once('/').map_or(unit.as_str(), |(_, per)| per.trim()).to_owned();
        for (column, variant) in &columns.values {
            let Some(kgco2e) = number(row, *column) else { continue };
            self.factors.push(Factor {
                sheet: self.sheet.clone(),
                row: row.number,
                column: column_letters(*column),
                name: format!("{code} · {title}"),
                variant: (*variant).to_owned(),
                unit: unit.clone(),
                kgco2e,
            });
        }
    }

    pub(super) fn file(self, fingerprint: &Fingerprint) -> Option<FactorFile> {
        (!self.factors.is_empty()).then(|| FactorFile {
            publisher: Publisher::Epa,
            version: None,
            year: self.year,
            fingerprint: fingerprint.clone(),
            factors: self.factors,
            sheets_without: Vec::new(),
            rows_skipped: self.rows_skipped,
        })
    }
}

fn heading(row: &Row) -> Option<Columns> {
    let texts: Vec<(u32, String)> = row
        .cells
        .iter()
        .filter_map(|cell| Some((cell.column, text(row, cell.column)?.to_lowercase())))
        .collect();
    let is = |matches: &dyn Fn(&str) -> bool| {
        texts.iter().find(|(_, text)| matches(text)).map(|(column, _)| *column)
    };
    let value = |(column, heading): &(u32, String)| {
        let known = FACTORS.iter().find(|(words, _)| heading.contains(words));
        known.map(|(_, variant)| (*column, *variant))
    };
    let values: Vec<_> = texts.iter().filter_map(value).collect();
    let code = is(&|text| text.contains("naics") && text.contains("code"))?;
    let title = is(&|text| text.contains("naics") && text.contains("title"))?;
    let (gas, unit) = (is(&|text| text == "ghg"), is(&|text| text == "unit")?);
    (!values.is_empty()).then_some(Columns { code, title, gas, unit, values })
}

/// The year of “2022 USD”, in the unit.
fn year_of_money(unit: &str) -> Option<i32> {
    let words: Vec<&str> = unit.split(|letter: char| !letter.is_alphanumeric()).collect();
    let at = words.iter().position(|word| *word == "USD")?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}
