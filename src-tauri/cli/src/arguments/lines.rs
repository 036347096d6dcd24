//! Words for editing lines that stand, and the weights of devices.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What is asked of imported lines, and done to them.
#[derive(Debug, Subcommand)]
pub enum LineCommand {
    /// Lists the lines of a year, those that need a person first; edits lines, and undoes edits.
    #[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
    Lines(Box<LinesArguments>),
    /// Recognises and weighs the lines of open years anew: shows what would change, and applies it on a word.
    RecogniseAgain {
        /// Apply it, for this reason.
        #[arg(long, value_name = "REASON")]
        apply: Option<String>,
    },
    /// Lines of a year without a weight.
    Unresolved {
        #[arg(long)]
        year: i32,
    },
    /// Gives a weight to devices of a work list that have none: every open line of theirs is weighed.
    Weigh {
        /// Mass of one unit, kg.
        #[arg(long, value_name = "KG", allow_negative_numbers = true)]
        mass: String,
        /// Item text of its lines.
        #[arg(long, required_unless_present_any = ["manufacturer", "model"])]
        item: Option<String>,
        #[arg(long)]
        manufacturer: Option<String>,
        #[arg(long)]
        model: Option<String>,
        /// What it rests on: scale, estimate, or a data sheet with its link.
        #[arg(long, value_name = "SOURCE")]
        from: Option<String>,
    },
    /// Devices of a year that have no weight or that of their class alone, with those that may be meant.
    WorkList {
        #[arg(long)]
        year: i32,
    },
    /// Lists the organisation's own device weights, each with the lines it weighs; withdraws one.
    Catalogue {
        #[command(subcommand)]
        step: Option<CatalogueStep>,
    },
}

/// Which lines are listed, or what is done to them.
#[derive(Args, Debug)]
pub struct LinesArguments {
    #[command(subcommand)]
    pub step: Option<LinesStep>,
    #[arg(long, required = true)]
    pub year: Option<i32>,
    /// Only this kind, such as laptop, and those that belong to it; empty for lines of no known kind.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only lines weighed so: row, catalogue, given, table, family, own_average, default, last_resort or unresolved.
    #[arg(long, value_name = "TIER")]
    pub tier: Option<String>,
    /// Only in this condition: new, refurbished, used or unknown.
    #[arg(long, value_name = "CONDITION")]
    pub condition: Option<String>,
    /// Only `in` or `out` of scope.
    #[arg(long, value_parser = ["in", "out"])]
    pub scope: Option<String>,
    /// Only lines of this entity.
    #[arg(long)]
    pub entity: Option<String>,
    /// Only lines whose item, maker, model, supplier or order number contains this.
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// First line shown, from 0.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: u32,
    /// How many, 500 at most.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub limit: u32,
    /// Writes all that match as xlsx or csv instead; it imports again.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

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
