//! Emission factors as they are published: the UK's conversion factors, a workbook of many tables on many sheets, and
//! the US EPA's supply chain factors, a table of industries. What has neither shape is no file of factors.

mod desnz;
mod epa;

use crate::cell::{Row, Value};
use crate::error::ReadError;
use crate::frame::Frame;
use crate::worker::{Frames, Pipe, Program};
use crate::{Fingerprint, fingerprint};
use desnz::Desnz;
use epa::Epa;
use planner_core::emission::{Factor, Publisher};
use rust_decimal::Decimal;
use std::path::Path;

/// A file of factors, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorFile {
    /// Who published it, by its shape.
    pub publisher: Publisher,
    /// Its version, where the file says one.
    pub version: Option<String>,
    /// The year that it is for, where the file says one.
    pub year: Option<i32>,
    /// Its content in short.
    pub fingerprint: Fingerprint,
    /// Every factor that can be read, in the order of the file.
    pub factors: Vec<Factor>,
    /// Sheets that hold none.
    pub sheets_without: Vec<String>,
    /// Rows that look like factors and are of another unit than kgCO2e.
    pub rows_skipped: u64,
}

/// Reads a file of factors; nothing where it is none that is known.
pub fn read_factors(program: &Program, path: &Path) -> Result<Option<FactorFile>, ReadError> {
    let mut frames = Frames::start(Pipe::start(program, path)?)?;
    let Some(Frame::Opened(opened)) = frames.next()? else {
        return Err(ReadError::damaged("it has no sheet"));
    };
    let fingerprint = fingerprint(path).map_err(|error| ReadError::from_io(&error))?;
    let (mut desnz, mut epa) = (Desnz::default(), Epa::default());
    while let Some(frame) = frames.next()? {
        match frame {
            Frame::Sheet(index) => {
                let name = opened.sheets.get(index as usize).map_or("", |(name, _)| name);
                desnz.begin(name);
                epa.begin(name);
            }
            Frame::Row(row) => {
                desnz.include(row);
                epa.include(row);
            }
            _ => {}
        }
    }
    Ok(desnz.file(&fingerprint).or_else(|| epa.file(&fingerprint)))
}

/// The text of a cell, without spaces around it; nothing where none is left.
fn text(row: &Row, column: u32) -> Option<String> {
    let shown = row.value(column)?.shown();
    let text = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The number of a cell as it was published: what a spreadsheet shows of it, all 15 digits.
fn number(row: &Row, column: u32) -> Option<Decimal> {
    match row.value(column)? {
        Value::Number(number) => {
            number.shown.parse().ok().or_else(|| Decimal::from_scientific(&number.shown).ok())
        }
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
    .map(|value: Decimal| value.normalize())
}

/// Whether a heading is of kilograms of CO2e altogether, not of one gas.
fn is_kgco2e(text: &str) -> bool {
    text.replace('₂', "2").eq_ignore_ascii_case("kg CO2e")
}

#[cfg(test)]
mod tests;
