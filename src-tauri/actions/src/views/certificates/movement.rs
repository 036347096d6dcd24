//! Moving units of a lot, splitting it, and correcting what is known of it.

use super::history::ChangeView;
use super::lot::LotView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Facts of a lot to correct.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AdjustmentRequest {
    /// The lot.
    pub lot_id: String,
    /// Each fact and what it is; an empty text takes it away.
    pub facts: BTreeMap<String, String>,
    /// Why.
    pub because: String,
    /// When; today where left out.
    pub on: Option<String>,
}

/// A corrected lot.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Adjusted {
    /// The lot.
    pub lot_id: String,
    /// What changed.
    pub changes: Vec<ChangeView>,
    /// Number of the event.
    pub event: i64,
}

/// A lot that became two.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SplitView {
    /// The id it had.
    pub lot_id: String,
    /// The lower and the upper one.
    pub lots: Vec<LotView>,
    /// Number of the event.
    pub event: i64,
}

/// A movement of units other than a retirement.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Moved {
    /// Number of the event.
    pub event: i64,
    /// Its kind.
    pub kind: String,
    /// The lot.
    pub lot_id: String,
    /// Units moved.
    pub quantity: i64,
    /// When.
    pub on: String,
}

/// Units of one lot to move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MovementRequest {
    /// Reserve held units for a year.
    Reserve {
        /// The year.
        year: i32,
    },
    /// Release them again.
    Release {
        /// The year.
        year: i32,
    },
    /// List held units for sale.
    List,
    /// Take them off the list.
    Withdraw,
    /// Hand listed or held units to somebody.
    Transfer {
        /// Who receives them.
        to: String,
        /// What they paid for one; `null` where that is not known, `0` where nothing was paid.
        #[serde(default)]
        unit_price: Option<String>,
        /// Its currency, by its ISO 4217 code.
        #[serde(default)]
        currency: Option<String>,
    },
    /// Cancel held units.
    Cancel {
        /// Why.
        because: String,
    },
}
