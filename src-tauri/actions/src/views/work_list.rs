//! The work list: devices that a person could weigh better than the app did.

use serde::Serialize;
use ts_rs::TS;

/// Lines of one device that have no weight, or one of their class alone.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkItem {
    /// What stands in their item column.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Their mass as it is reckoned now, kg; `null` where nothing gives them one.
    pub mass_kg: Option<String>,
    /// Low end of its 90 % range.
    pub mass_kg_low: Option<String>,
    /// High end.
    pub mass_kg_high: Option<String>,
    /// Mass of one unit that is reckoned with now.
    pub unit_mass_kg: Option<String>,
    /// What it was taken for.
    pub kind: Option<String>,
    /// `default`, `last_resort` or `unresolved`.
    pub tier: String,
    /// The class it is weighed by.
    pub weight_class: Option<String>,
    /// How many devices that rests on.
    pub devices: Option<usize>,
    /// Where they are from.
    pub weight_from: Option<String>,
    /// The words that decided, with what they said.
    pub evidence: Option<String>,
    /// Devices that may be meant, the most alike first.
    pub proposals: Vec<Proposal>,
}

/// A device that may be meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Proposal {
    /// Its maker.
    pub manufacturer: String,
    /// Its model.
    pub model: String,
    /// Mass of one unit, kg.
    pub unit_mass_kg: String,
    /// The table it stands in.
    pub source: String,
    /// Why it may be meant.
    pub because: String,
}
