//! All years side by side, and why each differs.

use super::workspace::Money;
use serde::Serialize;
use ts_rs::TS;

/// Years with purchases or retirements, earliest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct YearsView {
    /// The date on which the ledger is looked at.
    pub as_of: String,
    /// Entity, or `null` for the whole organisation.
    pub entity: Option<String>,
    /// The year that others are compared with; `null` while there is none.
    pub base_year: Option<i32>,
    /// The years.
    pub years: Vec<YearRow>,
}

/// A year beside the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct YearRow {
    /// The reporting year.
    pub year: i32,
    /// Whether it takes no change.
    pub is_locked: bool,
    /// New mass, mid.
    pub mass_kg_new: String,
    /// Its low end.
    pub mass_kg_low: String,
    /// Its high end.
    pub mass_kg_high: String,
    /// Certificates for all new mass.
    pub gross: i64,
    /// Share of gross committed to, percent.
    pub target_percent: String,
    /// The share in whole certificates.
    pub needed: i64,
    /// Own units retired for it, reserved for it or held and netted off.
    pub own: i64,
    /// Bought units alike.
    pub bought: i64,
    /// Validly retired for it.
    pub retired: i64,
    /// Still to be bought.
    pub remaining: i64,
    /// Retired ÷ gross, percent; `null` where nothing is required.
    pub coverage_percent: Option<String>,
    /// Paid for bought units that are retired or reserved for it, by currency.
    pub costs: Vec<Money>,
    /// Mean price of one of them, by currency.
    pub unit_prices: Vec<Money>,
    /// Bought units retired or reserved for it whose price nobody gave: they are in no cost.
    pub units_without_price: i64,
    /// Why its new mass is other than the base year's; `null` for that year itself and where there is none.
    pub since_base: Option<MassChange>,
    /// Why it is other than the year's before; `null` where that has no purchases.
    pub since_before: Option<MassChange>,
}

/// A change of new mass in kg, below zero for less. The four causes add up to it exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MassChange {
    /// The year compared with.
    pub from_year: i32,
    /// The change.
    pub mass_kg: String,
    /// In percent of that year; `null` where it has no mass.
    pub percent: Option<String>,
    /// More or fewer devices.
    pub volume_kg: String,
    /// Other shares of the categories.
    pub mix_kg: String,
    /// Lighter or heavier devices.
    pub weight_kg: String,
    /// Weights known in another way.
    pub method_kg: String,
}
