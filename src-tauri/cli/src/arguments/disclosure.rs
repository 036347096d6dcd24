//! Words about reports.

use super::certificates::fact_and_value;
use clap::Subcommand;
use std::path::PathBuf;

/// What leads to a report, and what follows from it.
#[derive(Debug, Subcommand)]
pub enum DisclosureCommand {
    /// What must be settled before the report of a year can be final, and what is.
    Gate {
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
    /// The claim that the reports of a year carry, with what a rule forbids in it.
    Claim {
        #[arg(long)]
        year: i32,
        /// Another text; an empty one takes it back, and the offered text stands again.
        #[arg(long, value_name = "TEXT")]
        set: Option<String>,
    },
    /// What only a person knows of the CDP answers of a year. Says what is open, or keeps what is named.
    Inputs {
        #[arg(long)]
        year: i32,
        /// Question, row and field with their answer, as listed: 7.54.2/1/revision=None. Nothing after the sign takes it away.
        #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = fact_and_value)]
        set: Vec<(String, String)>,
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
        /// What is to be read beside the name.
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
        /// Hash of the figures that were looked at, as `signatures` shows it; refused where they have changed since.
        #[arg(long, value_name = "SHA256")]
        figures: Option<String>,
    },
    /// The figures of a year that are signed, and by whom.
    Signatures {
        #[arg(long)]
        year: i32,
    },
    /// Writes a report.
    Export {
        #[command(subcommand)]
        report: Report,
    },
    /// Lists the final reports of a year.
    Reports {
        #[arg(long)]
        year: i32,
    },
    /// Leads from a figure to its lines and events.
    Trace {
        /// Id from a column “Trace id”, such as 2025.gross.
        figure: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Report {
    /// The retirement summary of a year for finance.
    Disclosure {
        #[arg(long)]
        year: i32,
        /// Ends in .xlsx, .pdf, .csv, .json or .zip (a csv table for each sheet); may be given more than once.
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
