//! The words of a call. What is off in them ends with exit code 2.

pub mod certificates;
pub mod disclosure;
pub mod emissions;
pub mod imports;
pub mod lines;
pub mod orders;
pub mod plan;
pub mod settings;

use certificates::CertificateCommand;
use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use disclosure::DisclosureCommand;
use emissions::EmissionsStep;
use imports::ImportCommand;
use lines::LineCommand;
use orders::OrderStep;
use plan::PlanStep;
use settings::SettingsCommand;
use std::path::PathBuf;

/// Sizes, covers and discloses IT asset reuse certificates (I-TECs), without a window.
#[derive(Debug, Parser)]
#[command(name = "itec", version, max_term_width = 100)]
pub struct Arguments {
    /// Workspace file; made on first use. The desktop app's own where left out.
    #[arg(long, global = true, value_name = "FILE")]
    pub workspace: Option<PathBuf>,
    /// Replaces today's date wherever a rule needs one.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
    /// The person under whose name the history records what is done.
    #[arg(long, global = true, value_name = "NAME")]
    pub person: Option<String>,
    /// Prints exactly one JSON document.
    #[arg(long, global = true)]
    pub json: bool,
    /// Lets a file that is written take the place of another one; never of a workspace or of what is read.
    #[arg(long, global = true)]
    pub overwrite: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes the sample company's workspace.
    Sample,
    #[command(flatten)]
    Imports(ImportCommand),
    /// Shows what the app makes of order texts: kind, maker, weight and the words that decided. Touches no workspace.
    Recognise {
        /// The texts.
        #[arg(required_unless_present = "file")]
        texts: Vec<String>,
        /// A csv file; its first column is read.
        #[arg(long, value_name = "CSV", conflicts_with = "texts")]
        file: Option<PathBuf>,
    },
    #[command(flatten)]
    Lines(LineCommand),
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
    /// What the certificates of a year cost and brought in, by currency.
    Money {
        #[arg(long)]
        year: i32,
    },
    /// Retired assets of a year and what they generated.
    Dispositions {
        #[arg(long)]
        year: i32,
        /// One entity; else the whole organisation.
        #[arg(long)]
        entity: Option<String>,
    },
    /// Keeps a note beside a shipment of retired assets, and the day on which its provider is to be asked again.
    NoteShipment {
        /// Its batch, else its provider.
        shipment: String,
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
        #[arg(long, value_name = "YYYY-MM-DD")]
        ask_on: Option<String>,
        /// The year that is answered.
        #[arg(long)]
        year: i32,
    },
    /// All years side by side, each with why its mass is other than the base year's.
    Years {
        #[arg(long)]
        entity: Option<String>,
    },
    /// The plan of the coming years, and its scenarios.
    Plan {
        #[command(subcommand)]
        step: PlanStep,
    },
    /// Emissions beside the requirement, off at first: factors imported as published, by mass, by spend, and of reuse.
    Emissions {
        #[command(subcommand)]
        step: EmissionsStep,
    },
    /// Orders: certificates bought before they have serials.
    Order {
        #[command(subcommand)]
        step: OrderStep,
    },
    #[command(flatten)]
    Certificates(CertificateCommand),
    #[command(flatten)]
    Disclosure(DisclosureCommand),
    /// Finds the words of a claim that a rule forbids.
    Lint { text: String },
    /// Finds lots, retirements, batches and imports; a serial number finds the lot that has it.
    Search { text: String },
    /// What happened, newest first.
    History {
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: i64,
        /// Only imports, certificates, years, settings, reports or plan.
        #[arg(long, value_parser = ["imports", "certificates", "years", "settings", "reports", "plan"])]
        sort: Option<String>,
        /// Only what this person recorded.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        #[arg(long)]
        year: Option<i32>,
        /// Only events whose words, lots, statements or hash contain this.
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
    /// Recomputes the event chain and every balance.
    Verify,
    #[command(flatten)]
    Settings(SettingsCommand),
    /// Writes a copy of the workspace, as a workspace of its own.
    Copy { out: PathBuf },
    /// Lists the copies of the workspace that were kept before changes, the latest first.
    Snapshots,
    /// Writes a copy of the workspace out as a file of its own; the workspace may be damaged.
    Restore {
        /// Its number in the list of snapshots.
        number: u32,
        #[arg(long, value_name = "FILE.itec")]
        out: PathBuf,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_words_agree_with_each_other() {
        Arguments::command().debug_assert();
    }
}
