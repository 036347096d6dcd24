//! The coverage target: a share of new mass by year.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The target as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TargetView {
    /// The year it is measured against; `null` where none is named.
    pub base_year: Option<i32>,
    /// The day it was set.
    pub set_on: Option<String>,
    /// Its wording.
    pub wording: Option<String>,
    /// The share of years that have none of their own, percent.
    pub target_percent: String,
    /// Its path, earliest first.
    pub path: Vec<TargetYear>,
}

/// A year of the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TargetYear {
    /// The reporting year.
    pub year: i32,
    /// Share of gross, percent.
    pub percent: String,
    /// Whether it is the year's own.
    pub is_set: bool,
    /// Whether the year is locked and keeps it.
    pub is_locked: bool,
}

/// A target to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetRequest {
    /// The year it is measured against.
    pub base_year: Option<String>,
    /// The day it was set.
    pub set_on: Option<String>,
    /// Its wording.
    pub wording: Option<String>,
    /// Shares by year, percent; an empty one takes the organisation's again.
    #[serde(default)]
    pub path: BTreeMap<i32, String>,
}
