//! The words of a call. What is off in them ends with exit code 2.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Sizes, covers and discloses IT asset reuse certificates (I-TECs), without a window.
#[derive(Debug, Parser)]
#[command(name = "itec", version, about, max_term_width = 100)]
pub struct Arguments {
    /// Workspace file; made on first use. The desktop app's own where left out.
    #[arg(long, global = true, value_name = "FILE")]
    pub workspace: Option<PathBuf>,
    /// Replaces today's date wherever a rule needs one.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
    /// Prints exactly one JSON document.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes the sample company's workspace.
    Sample,
    /// Looks into a spreadsheet: sheets, header rows, columns.
    Inspect { file: PathBuf },
    /// Imports a spreadsheet.
    Import(ImportArguments),
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
    /// The requirement of a year and what nets it off.
    Requirement {
        #[arg(long)]
        year: i32,
        #[arg(long)]
        entity: Option<String>,
        /// Another target than the year's.
        #[arg(long, value_name = "PERCENT")]
        target: Option<String>,
    },
    /// Retired assets of a year and what they generated.
    Dispositions {
        #[arg(long)]
        year: i32,
    },
    /// Lines of a year without a weight.
    Unresolved {
        #[arg(long)]
        year: i32,
    },
    /// Lists the lots.
    Lots {
        #[arg(long)]
        class: Option<String>,
        /// Only lots that have units in this state, such as held or retired.
        #[arg(long)]
        status: Option<String>,
    },
    /// Records a purchase, an own issue or a transfer in.
    Purchase(Box<PurchaseArguments>),
    /// Hands units of a lot to somebody.
    Transfer {
        lot: String,
        #[arg(long)]
        quantity: i64,
        #[arg(long, value_name = "WHO")]
        to: String,
    },
    /// Reserves units of a lot for a year.
    Reserve(ReserveArguments),
    /// Releases reserved units again.
    Release(ReserveArguments),
    /// Lists units of a lot for sale.
    ListForSale {
        lot: String,
        #[arg(long)]
        quantity: i64,
    },
    /// Takes listed units off the list.
    Withdraw {
        lot: String,
        #[arg(long)]
        quantity: i64,
    },
    /// Cancels units of a lot.
    Cancel {
        lot: String,
        #[arg(long)]
        quantity: i64,
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// A lot with its life: its units, documents and events.
    Lot { lot: String },
    /// Makes two lots of one; every unit stays where it is.
    Split {
        lot: String,
        /// First serial of the upper part.
        #[arg(long, value_name = "SERIAL")]
        at: i64,
    },
    /// Corrects what is known of a lot. A wrong quantity is cancelled instead.
    Adjust {
        lot: String,
        /// What it is; nothing after the sign takes it away. Once for each fact.
        #[arg(long, value_name = "FACT=VALUE", value_parser = fact_and_value, required = true)]
        set: Vec<(String, String)>,
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// Attaches a file to a lot or a retirement as evidence; a copy of it is kept in the workspace.
    Attach {
        /// The lot's id or the statement number.
        id: String,
        file: PathBuf,
        /// ownership, verification, delivery, retirement or other.
        #[arg(long, value_name = "WHAT")]
        proves: Option<String>,
    },
    /// Writes an attached file out again.
    Document {
        /// SHA-256 of its content, as `lot` shows it.
        sha256: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Compares a registry's statement with the ledger and the purchase orders.
    Reconcile {
        file: PathBuf,
        /// Registry the statement is of, where it does not say; once for each.
        #[arg(long = "registry", value_name = "NAME")]
        registries: Vec<String>,
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// 1-based row of the header.
        #[arg(long, value_name = "N")]
        header_row: Option<u32>,
        /// A field and the header of its column.
        #[arg(long = "map", value_name = "FIELD=HEADER", value_parser = field_and_header)]
        map: Vec<(String, String)>,
        /// Only says what was found, and keeps nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Finds lots, retirements, batches and imports; a serial number finds the lot that has it.
    Search { text: String },
    /// Retirements that stand.
    Retirements,
    /// What happened, newest first.
    History {
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: i64,
    },
    /// Retires certificates for a year: first expiring first, unless lots are named.
    Retire(RetireArguments),
    /// Reverses a retirement that the registry has reversed: its certificates are held again.
    Reverse {
        /// Its statement number, such as R-2025-01.
        retirement: String,
        /// The registry's letter or reference.
        #[arg(long, value_name = "TEXT")]
        evidence: String,
    },
    /// Writes a report.
    Export {
        #[command(subcommand)]
        report: Report,
    },
    /// Signs the figures of a year as they stand.
    Sign {
        #[arg(long)]
        year: i32,
        /// prepared, reviewed or approved.
        #[arg(long = "as", value_name = "ROLE")]
        role: String,
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Lists the final reports of a year.
    Reports {
        #[arg(long)]
        year: i32,
    },
    /// What the rule packs say of the certificates retired for a year.
    Checks {
        #[arg(long)]
        year: i32,
        /// A rule pack; shows what changes under it.
        #[arg(long, value_name = "PACK")]
        under: Option<String>,
    },
    /// Answers a question of the positive list; an empty answer takes it back.
    Answer {
        question: String,
        answer: String,
        /// Country code; for all where left out.
        #[arg(long)]
        country: Option<String>,
    },
    /// Leads from a figure to its lines and events.
    Trace {
        /// Id from a column “Trace id”, such as 2025.gross.
        figure: String,
    },
    /// Finds the words of a claim that a rule forbids.
    Lint { text: String },
    /// Recomputes the event chain and every balance.
    Verify,
    /// Locks a reporting year: it takes no change.
    Lock {
        #[arg(long)]
        year: i32,
    },
    /// Unlocks a reporting year, with a reason.
    Unlock {
        #[arg(long)]
        year: i32,
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Procurement,
    Dispositions,
    Certificates,
    Catalogue,
}

impl Kind {
    /// The word under which actions know it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Procurement => "procurement",
            Self::Dispositions => "dispositions",
            Self::Certificates => "certificates",
            Self::Catalogue => "catalogue",
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

#[derive(Debug, Args)]
pub struct PurchaseArguments {
    #[arg(long)]
    pub class: String,
    #[arg(long)]
    pub registry: String,
    /// Text before the serial number.
    #[arg(long)]
    pub prefix: Option<String>,
    #[arg(long)]
    pub serial_start: i64,
    #[arg(long)]
    pub serial_end: i64,
    #[arg(long)]
    pub vintage: i32,
    /// purchased, self-generated or transferred-in.
    #[arg(long)]
    pub origin: Option<String>,
    /// Bought with the devices it describes: never covers new mass.
    #[arg(long)]
    pub bundled: bool,
    #[arg(long)]
    pub project: Option<String>,
    #[arg(long)]
    pub facility: Option<String>,
    #[arg(long)]
    pub batch: Option<String>,
    #[arg(long)]
    pub country: Option<String>,
    /// The registry's own last usable day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub expires_on: Option<String>,
    #[arg(long, requires = "currency")]
    pub unit_price: Option<String>,
    #[arg(long, value_name = "CCY")]
    pub currency: Option<String>,
    #[arg(long)]
    pub counterparty: Option<String>,
    #[arg(long)]
    pub entity: Option<String>,
    /// Day of the trade.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<String>,
    /// Day on which the certificates were in the account.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub delivery_date: Option<String>,
    /// Purchase order.
    #[arg(long, value_name = "PO")]
    pub order_number: Option<String>,
    #[arg(long)]
    pub methodology_version: Option<String>,
    /// virgin-manufacture or landfill-avoidance.
    #[arg(long)]
    pub baseline: Option<String>,
    /// Where its emission factors come from.
    #[arg(long)]
    pub factor_source: Option<String>,
    #[arg(long)]
    pub verification_body: Option<String>,
    /// Date of the verification report.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub verified_on: Option<String>,
    /// tCO2e on all its certificates together.
    #[arg(long)]
    pub tco2e: Option<String>,
    #[arg(long)]
    pub claim_eligibility: Option<String>,
    #[arg(long)]
    pub registry_status: Option<String>,
    /// Where the registry shows it.
    #[arg(long)]
    pub registry_link: Option<String>,
    #[arg(long)]
    pub chain_of_custody: Option<String>,
    /// hold, sell or undecided.
    #[arg(long)]
    pub intent: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReserveArguments {
    pub lot: String,
    #[arg(long)]
    pub quantity: i64,
    #[arg(long)]
    pub year: i32,
}

#[derive(Debug, Args)]
pub struct RetireArguments {
    #[arg(long)]
    pub year: i32,
    #[arg(long, conflicts_with = "cover")]
    pub quantity: Option<i64>,
    /// Retire up to this share of the gross requirement.
    #[arg(long, value_name = "PERCENT")]
    pub cover: Option<String>,
    /// As the registry is to print it.
    #[arg(long, value_name = "NAME")]
    pub beneficiary: String,
    /// Country of the beneficiary.
    #[arg(long, value_name = "COUNTRY")]
    pub beneficiary_country: Option<String>,
    /// What identifies the beneficiary, such as its number in a register of companies.
    #[arg(long, value_name = "ID")]
    pub beneficiary_identifier: Option<String>,
    #[arg(long)]
    pub entity: Option<String>,
    /// unassigned, activity, activity_pool or sector.
    #[arg(long, value_name = "L")]
    pub claim_level: Option<String>,
    /// What it is for, such as the coverage of a year's new hardware.
    #[arg(long, value_name = "TEXT")]
    pub purpose: Option<String>,
    /// Why this claim level, or these lots.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// A lot to take, with the units to take of it.
    #[arg(long = "lot", value_name = "ID[:QTY]", value_parser = lot_and_quantity)]
    pub lots: Vec<(String, Option<i64>)>,
    /// Only says what would be taken.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub enum Report {
    /// The retirement summary of a year for finance.
    Disclosure {
        #[arg(long)]
        year: i32,
        /// Ends in .xlsx, .pdf, .csv or .json; may be given more than once.
        #[arg(long, value_name = "FILE", required = true)]
        out: Vec<PathBuf>,
        /// Seals it as the year's final report.
        #[arg(long = "final", conflicts_with = "report_version")]
        is_final: bool,
        /// An earlier final report, as it was made.
        #[arg(long, value_name = "N")]
        report_version: Option<i64>,
    },
    /// The statement of one retirement.
    Retirement {
        /// Its statement number, such as R-2025-01.
        retirement: String,
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
    },
    /// The template workbook for procurement lines.
    Template {
        #[arg(long, value_name = "FILE.xlsx")]
        out: PathBuf,
    },
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

fn field_and_header(text: &str) -> Result<(String, String), String> {
    let (field, header) = text.split_once('=').ok_or("write it as FIELD=HEADER")?;
    Ok((field.to_owned(), header.to_owned()))
}

fn value(text: &str) -> Result<(String, String, String), String> {
    let words = text.split_once(':').and_then(|(field, rest)| Some((field, rest.rsplit_once('=')?)));
    let (field, (seen, means)) = words.ok_or("write it as FIELD:SEEN=MEANT")?;
    Ok((field.to_owned(), seen.to_owned(), means.to_owned()))
}

fn fact_and_value(text: &str) -> Result<(String, String), String> {
    let (fact, value) = text.split_once('=').ok_or("write it as FACT=VALUE")?;
    Ok((fact.to_owned(), value.to_owned()))
}

fn lot_and_quantity(text: &str) -> Result<(String, Option<i64>), String> {
    match text.rsplit_once(':') {
        Some((lot, quantity)) => {
            let quantity = quantity.parse().map_err(|_| format!("“{quantity}” is no quantity"))?;
            Ok((lot.to_owned(), Some(quantity)))
        }
        None => Ok((text.to_owned(), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_words_agree_with_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn lots_may_carry_a_quantity() {
        assert_eq!(lot_and_quantity("BLM-1:60"), Ok(("BLM-1".into(), Some(60))));
        assert_eq!(lot_and_quantity("BLM-1"), Ok(("BLM-1".into(), None)));
        assert!(lot_and_quantity("BLM-1:x").is_err());
    }
}
