//! Emissions beside the requirement, as screens and scripts are shown them. kgCO2e are written to the gram.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A set of factors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactorSetView {
    /// Its id.
    pub id: String,
    /// Source, year and version.
    pub label: String,
    /// `desnz` or `epa`.
    pub publisher: String,
    /// What its factors are multiplied with: `activity` (mass, energy) or `spend`.
    pub basis: String,
    /// Its version, as the file or its name says.
    pub version: String,
    /// The year it is for.
    pub year: i32,
    /// Terms under which it may be used.
    pub licence: String,
    /// The file.
    pub file_name: String,
    /// Hash of its content.
    pub file_sha256: String,
    /// The day it came.
    pub imported_on: String,
    /// The day on which it was taken back.
    pub undone_on: Option<String>,
    /// Factors that it brought.
    pub factors: i64,
    /// Whether emissions are computed with it.
    pub is_used: bool,
}

/// What emissions are computed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactorSetsView {
    /// Whether emissions are shown and written: off at first.
    pub is_on: bool,
    /// The sets, the first first.
    pub sets: Vec<FactorSetView>,
    /// What one unit of a currency comes to in US dollars of the spend factors' year, as a person said.
    pub dollars: BTreeMap<String, String>,
    /// Factors that stand for a kind of hardware in the place of the shipped ones.
    pub assigned: Vec<AssignedFactor>,
    /// Sheets of a file just imported that hold no factor.
    pub sheets_without: Vec<String>,
    /// Rows of it that are of another unit than kgCO2e.
    pub rows_skipped: i64,
}

/// A factor that stands for a kind of hardware, as a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AssignedFactor {
    /// Category key.
    pub category: String,
    /// `activity` or `spend`.
    pub basis: String,
    /// The name or code of the factor; `none` where none shall stand for it.
    pub factor: String,
}

/// What is changed of how emissions are computed; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
pub struct EmissionSettings {
    /// On or off.
    #[ts(optional)]
    pub is_on: Option<bool>,
    /// The set to compute with, by its id.
    #[ts(optional)]
    pub set: Option<String>,
    /// What one unit of a currency comes to; an empty text takes a rate away.
    #[serde(default)]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub dollars: BTreeMap<String, String>,
    /// The factor for mass by category; an empty text takes the shipped one again, `none` takes none.
    #[serde(default)]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub activity: BTreeMap<String, String>,
    /// The factor for spend by category, alike.
    #[serde(default)]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub spend: BTreeMap<String, String>,
}

/// A factor as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactorView {
    /// Its set.
    pub set: String,
    /// What it is of.
    pub name: String,
    /// Which of several of one name.
    pub variant: String,
    /// The unit that it is for one of.
    pub unit: String,
    /// kgCO2e for one of it, as published.
    pub kgco2e: String,
    /// Sheet, row and column of its file.
    pub cell: String,
}

/// Factors that match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactorsView {
    /// How many match.
    pub total: i64,
    /// The first of them.
    pub factors: Vec<FactorView>,
}

/// Emissions with the ends of the mass's band, kgCO2e.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EmissionBand {
    /// At the low end.
    pub low: String,
    /// At the mid.
    pub mid: String,
    /// At the high end.
    pub high: String,
}

/// New hardware of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EmissionRow {
    /// Category key; `null` where lines have none.
    pub category: Option<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass, mid.
    pub mass_kg: String,
    /// The factor for mass.
    pub activity_factor: Option<FactorView>,
    /// By mass.
    pub activity_kgco2e: Option<EmissionBand>,
    /// Lines that are not in it.
    pub lines_without_activity: i64,
    /// The factor for spend.
    pub spend_factor: Option<FactorView>,
    /// What was paid, in dollars of the factors' year.
    pub spend_dollars: Option<String>,
    /// By spend: the lower tier.
    pub spend_kgco2e: Option<String>,
    /// Lines that are not in it.
    pub lines_without_spend: i64,
    /// The lines that both are known of.
    pub same_lines: SameLinesView,
}

/// The same lines by mass and by spend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SameLinesView {
    /// Lines.
    pub lines: i64,
    /// By mass.
    pub activity_kgco2e: String,
    /// By spend.
    pub spend_kgco2e: String,
}

/// Reuse, as the Circularity Standard quantifies it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReuseView {
    /// Batch or provider; `null` for all shipments together.
    pub shipment: Option<String>,
    /// Q output: restored mass.
    pub output_kg: String,
    /// Mass among it that no factor stands for.
    pub without_factor_kg: String,
    /// BE: baseline.
    pub baseline_kgco2e: Option<String>,
    /// PE: project; `null` where nobody said what restoring used up.
    pub project_kgco2e: Option<String>,
    /// LE: taken as 0.
    pub leakage_kgco2e: String,
    /// ER: reductions.
    pub reductions_kgco2e: Option<String>,
    /// I: what the process emits for one kg.
    pub intensity_kgco2e_per_kg: Option<String>,
}

/// What restoring hardware used up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EnergyView {
    /// Its position in the year.
    pub position: i64,
    /// What was used.
    pub name: String,
    /// How much.
    pub amount: String,
    /// Its unit.
    pub unit: String,
    /// kgCO2e for one.
    pub factor_kgco2e: String,
    /// Where that is from.
    pub source: String,
    /// EC × EF.
    pub kgco2e: String,
}

/// What restoring hardware used up, to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
pub struct EnergyRequest {
    /// The year.
    pub year: i32,
    /// What was used.
    pub name: String,
    /// How much.
    pub amount: String,
    /// Its unit.
    pub unit: String,
    /// A factor of the set for mass and energy by its name, in that unit; or else
    #[ts(optional)]
    pub factor: Option<String>,
    /// the kgCO2e of one unit
    #[ts(optional)]
    pub kgco2e: Option<String>,
    /// and where that is from.
    #[ts(optional)]
    pub source: Option<String>,
}

/// Emissions of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EmissionsView {
    /// The year.
    pub year: i32,
    /// Entity, or `null` for the whole organisation.
    pub entity: Option<String>,
    /// The set for mass and energy.
    pub activity_set: Option<FactorSetView>,
    /// The set for money.
    pub spend_set: Option<FactorSetView>,
    /// New hardware by category.
    pub purchases: Vec<EmissionRow>,
    /// All of it by mass.
    pub activity_kgco2e: Option<EmissionBand>,
    /// Lines that are not in it.
    pub lines_without_activity: i64,
    /// All of it by spend: the lower tier.
    pub spend_kgco2e: Option<String>,
    /// Lines that are not in it.
    pub lines_without_spend: i64,
    /// The lines that both are known of.
    pub same_lines: SameLinesView,
    /// Currencies of prices that nobody gave a rate for.
    pub currencies_without_rate: Vec<String>,
    /// All reuse.
    pub reuse: ReuseView,
    /// By shipment.
    pub shipments: Vec<ReuseView>,
    /// What restoring used up.
    pub energy: Vec<EnergyView>,
    /// What these figures are and are not.
    pub note: String,
}
