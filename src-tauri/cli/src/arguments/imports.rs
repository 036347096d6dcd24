//! Words about a spreadsheet: how it is read, and what is remembered of it.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What is done with spreadsheets.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Looks into a spreadsheet: sheets, header rows, columns.
    Inspect { file: PathBuf },
    /// Imports a spreadsheet.
    Import(Box<ImportArguments>),
    /// Takes back an import.
    Undo { import_id: String },
    /// Lists the imports, newest first.
    Imports {
        #[arg(long)]
        year: Option<i32>,
    },
    /// Lists the remembered mappings, newest first.
    Mappings,
    /// Carries remembered mappings from one workspace to another.
    Mapping {
        #[command(subcommand)]
        step: MappingStep,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Procurement,
    Dispositions,
    Certificates,
    Catalogue,
    Orders,
}

impl Kind {
    /// The word under which actions know it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Procurement => "procurement",
            Self::Dispositions => "dispositions",
            Self::Certificates => "certificates",
            Self::Catalogue => "catalogue",
            Self::Orders => "orders",
        }
    }
}

#[derive(Debug, Args)]
pub struct ImportArguments {
    pub kind: Kind,
    pub file: PathBuf,
    /// The sheet; several are imported together, all of them or none.
    #[arg(long = "sheet", value_name = "NAME")]
    pub sheets: Vec<String>,
    /// 1-based row of the header.
    #[arg(long, value_name = "N")]
    pub header_row: Option<u32>,
    /// A field and the header of its column; an empty header leaves the field out.
    #[arg(long = "map", value_name = "FIELD=HEADER", value_parser = field_and_header)]
    pub map: Vec<(String, String)>,
    /// Unit of weights that name none: kg, g, lb, oz or t.
    #[arg(long, value_name = "UNIT")]
    pub mass_unit: Option<String>,
    /// Whether weights are of one unit or of the whole line, where the header does not say: unit or line.
    #[arg(long, value_name = "BASIS")]
    pub mass_basis: Option<String>,
    /// Reads dates such as 03/04/2025: day-first or month-first.
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<String>,
    /// Reads numbers such as 1.234: point or comma is the decimal separator.
    #[arg(long, value_name = "SEPARATOR")]
    pub decimal: Option<String>,
    /// What a word of a column means, such as condition:RF=refurbished; nothing before the equals sign is a blank cell.
    #[arg(long = "value", value_name = "FIELD:SEEN=MEANT", value_parser = value)]
    pub values: Vec<(String, String, String)>,
    /// What a question is answered with, such as pieces=packs, gross_weight=count, bundle=parts or missing_mass=estimate.
    #[arg(long = "answer", value_name = "QUESTION=ANSWER", value_parser = field_and_header)]
    pub answers: Vec<(String, String)>,
    /// For a file whose lines stand already: replace puts it in their place, add counts it beside them.
    #[arg(long, value_name = "HOW")]
    pub revision: Option<String>,
    /// Leaves aside the mapping that was remembered for such files.
    #[arg(long)]
    pub without_mapping: bool,
    /// Reporting year of lines without a date.
    #[arg(long)]
    pub year: Option<i32>,
    /// Only says what would happen.
    #[arg(long)]
    pub dry_run: bool,
    /// Only writes the sheet once more, with a column that says what is wrong in each row.
    #[arg(long, value_name = "FILE.xlsx", conflicts_with_all = ["dry_run", "plan"])]
    pub errors_to: Option<PathBuf>,
    /// Imports only what a dry run has shown under this plan hash, rejected rows left out.
    #[arg(long, value_name = "HASH")]
    pub plan: Option<String>,
    /// Imports although the same content was imported before.
    #[arg(long)]
    pub allow_duplicate: bool,
}

#[derive(Debug, Subcommand)]
pub enum MappingStep {
    /// Writes a mapping as JSON.
    Export {
        /// Its number in the list of mappings.
        number: i64,
        #[arg(long, value_name = "FILE.json")]
        out: PathBuf,
    },
    /// Takes in a mapping that was exported.
    Import { file: PathBuf },
}

pub(super) fn field_and_header(text: &str) -> Result<(String, String), String> {
    let (field, header) = text.split_once('=').ok_or("write it as FIELD=HEADER")?;
    Ok((field.to_owned(), header.to_owned()))
}

fn value(text: &str) -> Result<(String, String, String), String> {
    let words = text.split_once(':').and_then(|(field, rest)| Some((field, rest.rsplit_once('=')?)));
    let (field, (seen, means)) = words.ok_or("write it as FIELD:SEEN=MEANT")?;
    Ok((field.to_owned(), seen.to_owned(), means.to_owned()))
}
