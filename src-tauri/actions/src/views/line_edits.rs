//! Lines edited after their import.

use super::requirement::TierMass;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is set of some lines; what is left out stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LineEditRequest {
    /// Ids of the lines.
    pub line_ids: Vec<i64>,
    /// Kind key.
    pub kind: Option<String>,
    /// `new`, `refurbished`, `used` or `unknown`.
    pub condition: Option<String>,
    /// `in`, or why it is no hardware: `licence`, `software`, `warranty`, `service`, `freight`, `fee`, `consumable`.
    pub scope: Option<String>,
    /// Reporting year.
    pub year: Option<i32>,
    /// The buying entity; an empty text names none.
    pub entity: Option<String>,
    /// Mass of one unit, kg, above 0.
    pub unit_mass_kg: Option<String>,
    /// What that weight rests on: `scale`, `estimate`, or a data sheet with its link.
    pub weight_from: Option<String>,
    /// Why.
    pub because: String,
}

/// What lines can be set to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LineChoices {
    /// Keys of all kinds.
    pub kinds: Vec<String>,
    /// Why something is no hardware.
    pub reasons: Vec<String>,
    /// Entities that any line names, in the order of their letters.
    pub entities: Vec<String>,
}

/// What an edit changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LinesEdited {
    /// Number under which it can be undone.
    pub edit: i64,
    /// Lines it changed.
    pub lines: i64,
    /// New mass of open years before, kg.
    pub mass_kg_new_before: String,
    /// The same after.
    pub mass_kg_new_after: String,
}

/// An edit of lines.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LineEditView {
    /// Its number.
    pub edit: i64,
    /// Whether it was made by recognising again, and not by hand.
    pub is_recognition: bool,
    /// The day.
    pub made_on: String,
    /// Why.
    pub because: String,
    /// What was set, in words.
    pub summary: String,
    /// The day on which it was undone.
    pub undone_on: Option<String>,
    /// Lines of it that still stand.
    pub lines: i64,
}

/// What recognising again changes, or would.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecognisedAgain {
    /// Number under which it can be undone; `null` where nothing was changed.
    pub edit: Option<i64>,
    /// Lines looked at, of years that are not locked.
    pub lines: i64,
    /// Lines whose kind, scope, condition or weight is other.
    pub lines_changed: i64,
    /// Each open year.
    pub years: Vec<YearRecognisedAgain>,
}

/// A year before and after.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearRecognisedAgain {
    /// The reporting year.
    pub year: i32,
    /// As it stood.
    pub before: YearWeighed,
    /// As it is then.
    pub after: YearWeighed,
}

/// What the lines of a year come to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearWeighed {
    /// New mass, kg.
    pub mass_kg_new: String,
    /// Low end of its 90 % range.
    pub mass_kg_low: String,
    /// High end.
    pub mass_kg_high: String,
    /// Certificates for all new mass.
    pub gross: i64,
    /// By tier.
    pub by_tier: Vec<TierMass>,
}
