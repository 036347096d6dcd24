//! Words about reports.

use clap::Subcommand;
use std::path::PathBuf;

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
