//! Words about the plan and its scenarios.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum PlanStep {
    /// Makes a scenario: what is not set follows from the workspace's own history.
    New {
        name: String,
        #[command(flatten)]
        drivers: DriverArguments,
    },
    /// Changes the drivers of a scenario.
    Set {
        name: String,
        #[command(flatten)]
        drivers: DriverArguments,
    },
    /// The plan of a scenario; of the history alone where none is named.
    Show {
        name: Option<String>,
        #[arg(long)]
        entity: Option<String>,
        /// Drivers in the place of the scenario's, kept nowhere.
        #[command(flatten)]
        drivers: DriverArguments,
    },
    /// What moves the cost most, and what the band of the new mass does to it.
    Outlook {
        name: Option<String>,
        #[arg(long)]
        entity: Option<String>,
    },
    /// All scenarios side by side.
    Compare {
        #[arg(long)]
        entity: Option<String>,
    },
    /// Plan against actual: what the plan of record said of each year that has begun, and what came of it.
    Actual,
    /// Lists the scenarios.
    List,
    /// Copies a scenario under another name.
    Copy { name: String, new: String },
    /// Gives a scenario another name.
    Rename { name: String, new: String },
    /// Makes a scenario the plan of record.
    Adopt { name: String },
    /// Takes the facts of today for a scenario that is stale.
    Refresh { name: String },
    /// Takes a scenario away.
    Delete { name: String },
    /// Orders what a line of the plan says.
    Buy(PlanBuyArguments),
    /// Writes the plan as a workbook with live formulas.
    Export {
        name: Option<String>,
        #[arg(long)]
        entity: Option<String>,
        #[arg(long, value_name = "FILE.xlsx")]
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct DriverArguments {
    /// A driver and its value, or one value a year: target=30,45,60 or refurbished=10..30. Nothing after the sign takes
    /// the history's value again.
    #[arg(long = "set", value_name = "DRIVER=VALUE", value_parser = driver_and_value)]
    pub set: Vec<(String, String)>,
}

#[derive(Debug, Args)]
pub struct PlanBuyArguments {
    pub name: String,
    #[arg(long)]
    pub year: i32,
    /// Which vintage, where the plan buys several in the year.
    #[arg(long)]
    pub vintage: Option<i32>,
    /// Fewer or more than the plan says.
    #[arg(long)]
    pub quantity: Option<i64>,
    /// Another price than the plan's.
    #[arg(long)]
    pub unit_price: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub seller: String,
    #[arg(long)]
    pub registry: Option<String>,
    #[arg(long, value_name = "PO")]
    pub order_number: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub expected_on: Option<String>,
}

fn driver_and_value(text: &str) -> Result<(String, String), String> {
    let (driver, value) = text.split_once('=').ok_or_else(|| format!("“{text}” is not DRIVER=VALUE"))?;
    Ok((driver.trim().to_owned(), value.trim().to_owned()))
}
