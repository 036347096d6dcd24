//! The words of a call. What is off in them ends with exit code 2.

pub mod certificates;
pub mod disclosure;
pub mod emissions;
pub mod imports;
pub mod lines;
pub mod orders;
pub mod plan;
pub mod settings;

use certificates::{
    Day, EvidenceArguments, PurchaseArguments, ReserveArguments, RetireArguments, fact_and_value,
};
use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use disclosure::Report;
use emissions::EmissionsStep;
use imports::{ImportArguments, MappingStep, field_and_header};
use lines::{CatalogueStep, LinesStep};
use orders::OrderStep;
use plan::PlanStep;
use settings::{EntityArguments, SettingsArguments, TargetArguments, YearArguments};
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
    /// Shows what the app makes of order texts: kind, maker, weight and the words that decided. Touches no workspace.
    Recognise {
        /// The texts.
        #[arg(required_unless_present = "file")]
        texts: Vec<String>,
        /// A csv file; its first column is read.
        #[arg(long, value_name = "CSV", conflicts_with = "texts")]
        file: Option<PathBuf>,
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
    /// Lists the lines of a year, those that need a person first; edits lines, and undoes edits.
    #[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
    Lines {
        #[command(subcommand)]
        step: Option<LinesStep>,
        #[arg(long, required = true)]
        year: Option<i32>,
        /// Only this kind, such as laptop, and those that belong to it; empty for lines of no known kind.
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// Only lines weighed so: row, catalogue, given, table, family, own_average, default, last_resort or unresolved.
        #[arg(long, value_name = "TIER")]
        tier: Option<String>,
        /// Only in this condition: new, refurbished, used or unknown.
        #[arg(long, value_name = "CONDITION")]
        condition: Option<String>,
        /// Only `in` or `out` of scope.
        #[arg(long, value_parser = ["in", "out"])]
        scope: Option<String>,
        /// Only lines of this entity.
        #[arg(long)]
        entity: Option<String>,
        /// Only lines whose item, maker, model, supplier or order number contains this.
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        /// First line shown, from 0.
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: u32,
        /// How many, 500 at most.
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: u32,
        /// Writes all that match as xlsx or csv instead; it imports again.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Recognises and weighs the lines of open years anew: shows what would change, and applies it on a word.
    RecogniseAgain {
        /// Apply it, for this reason.
        #[arg(long, value_name = "REASON")]
        apply: Option<String>,
    },
    /// Writes a copy of the workspace, as a workspace of its own.
    Copy { out: PathBuf },
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
    /// Lists the lots.
    Lots {
        #[arg(long)]
        class: Option<String>,
        /// Only lots that have units in this state, such as held or retired.
        #[arg(long)]
        status: Option<String>,
        /// As they were at the end of a day.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<String>,
        /// purchased, self_generated or transferred_in.
        #[arg(long)]
        origin: Option<String>,
        /// Only own lots that nothing proves to be ours.
        #[arg(long)]
        unproven: bool,
        /// A text or a serial number that they have.
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
    /// Records a purchase, an own issue or a transfer in.
    Purchase(Box<PurchaseArguments>),
    /// Hands units of a lot to somebody.
    Transfer {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[arg(long, value_name = "WHO")]
        to: String,
        /// What they paid for one; 0 where it was given away, left out where that is not known.
        #[arg(long, requires = "currency", allow_negative_numbers = true)]
        unit_price: Option<String>,
        /// Currency of that price, by its ISO 4217 code.
        #[arg(long, value_name = "CCY", requires = "unit_price")]
        currency: Option<String>,
        #[command(flatten)]
        day: Day,
    },
    /// Reserves units of a lot for a year.
    Reserve(ReserveArguments),
    /// Releases reserved units again.
    Release(ReserveArguments),
    /// Lists units of a lot for sale.
    ListForSale {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[command(flatten)]
        day: Day,
    },
    /// Takes listed units off the list.
    Withdraw {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[command(flatten)]
        day: Day,
    },
    /// Cancels units of a lot.
    Cancel {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[arg(long, value_name = "TEXT")]
        because: String,
        #[command(flatten)]
        day: Day,
    },
    /// A lot with its life: its units, documents and events.
    Lot { lot: String },
    /// Makes two lots of one; every unit stays where it is.
    Split {
        lot: String,
        /// First serial of the upper part.
        #[arg(long, value_name = "SERIAL", allow_negative_numbers = true)]
        at: i64,
        #[command(flatten)]
        day: Day,
    },
    /// Corrects what is known of a lot. A wrong quantity is cancelled instead.
    Adjust {
        lot: String,
        /// What it is; nothing after the sign takes it away. Once for each fact.
        #[arg(long, value_name = "FACT=VALUE", value_parser = fact_and_value, required = true)]
        set: Vec<(String, String)>,
        #[arg(long, value_name = "TEXT")]
        because: String,
        #[command(flatten)]
        day: Day,
    },
    /// Attaches a file to a lot or a retirement as evidence; a copy of it is kept in the workspace.
    Attach {
        /// The lot's id or the statement number.
        id: String,
        file: PathBuf,
        #[command(flatten)]
        says: EvidenceArguments,
    },
    /// Writes an attached file out again.
    Document {
        /// SHA-256 of its content, as `lot` shows it.
        sha256: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
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
    /// The coverage target: its path by year, base year, the day it was set, its wording. Says it, or keeps what is named.
    Target(TargetArguments),
    /// What only a person knows of the CDP answers of a year. Says what is open, or keeps what is named.
    Inputs {
        #[arg(long)]
        year: i32,
        /// Question, row and field with their answer, as listed: 7.54.2/1/revision=None. Nothing after the sign takes it away.
        #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = fact_and_value)]
        set: Vec<(String, String)>,
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
    /// Retires certificates for a year: first expiring first, unless lots are named.
    Retire(RetireArguments),
    /// Reverses a retirement that the registry has reversed: its certificates are held again.
    Reverse {
        /// Its statement number, such as R-2025-01.
        retirement: String,
        /// The registry's letter or reference.
        #[arg(long, value_name = "TEXT")]
        evidence: String,
        #[command(flatten)]
        day: Day,
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
    /// What must be settled before the report of a year can be final, and what is.
    Gate {
        #[arg(long)]
        year: i32,
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
    /// The claim that the reports of a year carry, with what a rule forbids in it.
    Claim {
        #[arg(long)]
        year: i32,
        /// Another text; an empty one takes it back, and the offered text stands again.
        #[arg(long, value_name = "TEXT")]
        set: Option<String>,
    },
    /// Finds the words of a claim that a rule forbids.
    Lint { text: String },
    /// Recomputes the event chain and every balance.
    Verify,
    /// The organisation's settings; what is named is set.
    Settings(SettingsArguments),
    /// The legal entities of the organisation; one that is named is kept with what is said of it.
    Entity(EntityArguments),
    /// The settings of one year: target, budget, closing day; what is named is set.
    Year(YearArguments),
    /// Lists the copies of the workspace that were kept before changes, the latest first.
    Snapshots,
    /// Writes a copy of the workspace out as a file of its own; the workspace may be damaged.
    Restore {
        /// Its number in the list of snapshots.
        number: u32,
        #[arg(long, value_name = "FILE.itec")]
        out: PathBuf,
    },
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_words_agree_with_each_other() {
        Arguments::command().debug_assert();
    }
}
