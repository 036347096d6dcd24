//! Words for editing lines that stand, and the weights of devices.

use clap::{Args, Subcommand};

/// What is done to lines that stand.
#[derive(Debug, Subcommand)]
pub enum LinesStep {
    /// Sets kind, condition, scope, year, entity or weight of lines; nothing of a locked year.
    Edit(LineEdit),
    /// Lists all edits, the newest first.
    Edits,
    /// Brings the lines of an edit back to what they said before.
    Undo {
        /// Its number.
        edit: i64,
    },
}

/// What is set.
#[derive(Args, Debug)]
pub struct LineEdit {
    /// Ids of the lines.
    #[arg(required = true, value_name = "LINE")]
    pub lines: Vec<i64>,
    /// Kind key, such as laptop.
    #[arg(long)]
    pub kind: Option<String>,
    /// new, refurbished, used or unknown.
    #[arg(long)]
    pub condition: Option<String>,
    /// in, or why it is no hardware: licence, software, warranty, service, freight, fee or consumable.
    #[arg(long)]
    pub scope: Option<String>,
    /// Reporting year.
    #[arg(long, value_name = "YEAR")]
    pub to_year: Option<i32>,
    /// The buying entity; empty for none.
    #[arg(long)]
    pub entity: Option<String>,
    /// Mass of one unit, kg.
    #[arg(long, value_name = "KG", requires = "weight_from")]
    pub unit_kg: Option<String>,
    /// What that weight rests on: scale, estimate, or a data sheet with its link.
    #[arg(long, value_name = "SOURCE")]
    pub weight_from: Option<String>,
    /// Why.
    #[arg(long, value_name = "REASON")]
    pub because: String,
}

/// What is done to the catalogue.
#[derive(Debug, Subcommand)]
pub enum CatalogueStep {
    /// Takes a device out; open lines that it weighed are weighed by what else is known.
    Withdraw {
        /// Its number in the list.
        device: i64,
    },
}
