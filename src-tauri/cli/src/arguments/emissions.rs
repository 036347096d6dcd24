//! Words about emissions and their factors.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum EmissionsStep {
    /// The emissions of a year: new hardware by mass and, of the same lines, by spend; reuse as the Standard quantifies it.
    Show {
        #[arg(long)]
        year: i32,
        #[arg(long)]
        entity: Option<String>,
    },
    /// Shows and writes emissions from now on; they are off at first.
    On,
    /// Shows and writes none.
    Off,
    /// Imports a file of factors as it was published: DEFRA/DESNZ conversion factors, or US EPA supply chain factors.
    Import {
        file: PathBuf,
        /// Its version, where neither the file nor its name says one.
        #[arg(long)]
        version: Option<String>,
        /// The year that it is for, where the file does not say it.
        #[arg(long)]
        year: Option<i32>,
    },
    /// Takes a set of factors back.
    Undo { set: String },
    /// Lists the sets of factors, and how emissions are computed.
    Sets,
    /// Looks through the factors.
    Factors {
        /// Only of this set.
        #[arg(long)]
        set: Option<String>,
        /// Words that all stand in a factor's sheet, name, variant or unit.
        #[arg(long, value_name = "WORDS")]
        search: Option<String>,
    },
    /// Changes how emissions are computed.
    Use(UseArguments),
    /// Keeps what restoring the hardware of a year used up, or takes it away.
    Energy(EnergyArguments),
}

#[derive(Debug, Args)]
pub struct UseArguments {
    /// The set to compute with.
    #[arg(long)]
    pub set: Option<String>,
    /// What one unit of a currency comes to in US dollars of the spend factors' year; nothing after the sign takes it away.
    #[arg(long = "dollar", value_name = "CCY=RATE", value_parser = key_and_value)]
    pub dollars: Vec<(String, String)>,
    /// The factor for the mass of a kind of hardware: laptop="Electrical items - IT"; `none` for none; nothing for the shipped one.
    #[arg(long, value_name = "KIND=NAME", value_parser = key_and_value)]
    pub activity: Vec<(String, String)>,
    /// The factor for what is paid for a kind of hardware, by its NAICS code, alike.
    #[arg(long, value_name = "KIND=CODE", value_parser = key_and_value)]
    pub spend: Vec<(String, String)>,
}

#[derive(Debug, Args)]
pub struct EnergyArguments {
    #[arg(long)]
    pub year: i32,
    /// What was used, such as "Electricity".
    #[arg(long, required_unless_present = "remove", requires_all = ["amount", "unit"])]
    pub name: Option<String>,
    #[arg(long, allow_negative_numbers = true)]
    pub amount: Option<String>,
    #[arg(long)]
    pub unit: Option<String>,
    /// A factor of the set for mass and energy, such as "Electricity: UK".
    #[arg(long, conflicts_with = "kgco2e")]
    pub factor: Option<String>,
    /// The kgCO2e of one unit.
    #[arg(long, requires = "source", allow_negative_numbers = true)]
    pub kgco2e: Option<String>,
    /// Where that is from.
    #[arg(long, requires = "kgco2e")]
    pub source: Option<String>,
    /// Takes away what stands at this position.
    #[arg(long, value_name = "POSITION", conflicts_with = "name")]
    pub remove: Option<i64>,
}

fn key_and_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or_else(|| format!("“{text}” is not written as A=B"))?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}
