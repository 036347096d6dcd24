//! The disclosure in each of its formats.

use crate::assets;
use crate::disclosure::Disclosure;
use crate::sheet::DisclosureSheet;
use crate::{ReportError, archive, document, sheets, statement};
use planner_core::ledger::retirement::Retirement;
use planner_sheets::workbook::{Sheet, Workbook};

/// A format in which the disclosure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The workbook.
    Xlsx,
    /// The statement.
    Pdf,
    /// Figures and retirement lines as one table.
    Csv,
    /// The whole workbook and its figures for machines.
    Json,
    /// A csv table for each sheet, in one zip.
    CsvArchive,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Xlsx, Self::Pdf, Self::Csv, Self::Json, Self::CsvArchive];
    /// Those whose bytes are sealed with a final report; the zip is made from the JSON document.
    pub const SEALED: [Self; 4] = [Self::Xlsx, Self::Pdf, Self::Csv, Self::Json];

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::CsvArchive => "zip",
        }
    }

    /// The format of this ending, whatever its case.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// The sheets of the workbook, in order.
pub fn sheets(disclosure: &Disclosure) -> Result<Vec<DisclosureSheet>, ReportError> {
    sheets::all(disclosure)
}

/// The bytes of the disclosure in a format.
pub fn bytes(disclosure: &Disclosure, format: Format) -> Result<Vec<u8>, ReportError> {
    Ok(match format {
        Format::Xlsx => workbook(disclosure)?.to_bytes()?,
        Format::Pdf => statement::of_period(disclosure)?.to_bytes()?,
        Format::Csv => document::csv_table(disclosure, &retirement_lines(disclosure))?,
        Format::Json => document::json_bytes(disclosure, &workbook(disclosure)?)?,
        Format::CsvArchive => csv_archive(&bytes(disclosure, Format::Json)?)?,
    })
}

/// The zip of csv tables, a sheet each, of the JSON document of a disclosure.
pub fn csv_archive(json: &[u8]) -> Result<Vec<u8>, ReportError> {
    archive::of_document(json)
}

/// The bytes of the statement of one retirement, as a PDF.
pub fn statement_of_retirement(
    disclosure: &Disclosure,
    retirement: &Retirement,
) -> Result<Vec<u8>, ReportError> {
    Ok(statement::of_retirement(disclosure, retirement)?.to_bytes()?)
}

fn retirement_lines(disclosure: &Disclosure) -> Sheet {
    sheets::retirement::sheet(disclosure).sheet
}

fn workbook(disclosure: &Disclosure) -> Result<Workbook, ReportError> {
    Ok(Workbook {
        title: format!("I-TEC retirement summary {}", disclosure.year()),
        author: disclosure.known.organisation.clone(),
        created: disclosure.today(),
        sheets: sheets::all(disclosure)?.into_iter().map(|one| one.sheet).collect(),
    })
}

/// The name suggested for an export:
/// `{organisation}_{year}_ITEC-retirement-summary_{cdp cycle}_v{n}.xlsx`, with letters that every file system takes.
pub fn file_name(disclosure: &Disclosure, version: i64) -> Result<String, ReportError> {
    let letters = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let organisation: String = disclosure.known.organisation.chars().map(letters).collect();
    let organisation = organisation.trim_matches('-');
    let cycle = &assets::cdp_map()?.cycle;
    Ok(format!("{organisation}_{}_ITEC-retirement-summary_{cycle}_v{version}.xlsx", disclosure.year()))
}
