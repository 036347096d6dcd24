//! The organisation's own device weights: from files and given by hand.

use serde::Serialize;
use ts_rs::TS;

/// A device of the catalogue.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeviceView {
    /// Under which it can be withdrawn.
    pub id: i64,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// The item text that it weighs, where it has no model.
    pub item: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Mass of one unit, kg.
    pub unit_mass_kg: String,
    /// What it rests on.
    pub source: Option<String>,
    /// The day its source says.
    pub date: Option<String>,
    /// The file it came with, or that it was given by hand.
    pub file_name: String,
    /// The day it came.
    pub imported_on: String,
    /// Whether its weight is not plausible, so that it weighs nothing.
    pub is_doubtful: bool,
    /// Whether another device of the same name came later and stands in its place.
    pub is_replaced: bool,
    /// Lines it weighs.
    pub lines: i64,
    /// Units of them.
    pub quantity: i64,
}

/// What withdrawing a device changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeviceWithdrawn {
    /// Lines that are weighed otherwise now.
    pub lines: i64,
    /// New mass of open years before, kg.
    pub mass_kg_new_before: String,
    /// The same after.
    pub mass_kg_new_after: String,
}
