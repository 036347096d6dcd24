//! What rule packs say of the certificates retired for a year.

use serde::Serialize;
use ts_rs::TS;

/// The checks of a year under every rule pack.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChecksView {
    /// The year.
    pub year: i32,
    /// Rule packs, each with its criteria.
    pub packs: Vec<PackView>,
    /// What only the user can answer, with the answers so far.
    pub questions: Vec<QuestionView>,
    /// What changes under the pack that was asked for.
    pub changes: Vec<CriterionChange>,
}

/// One rule pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PackView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its date.
    pub date: String,
    /// From when it is in force, `null` where it is.
    pub effective: Option<String>,
    /// Where its criteria are from.
    pub source: String,
    /// Its criteria.
    pub criteria: Vec<CriterionView>,
}

/// One criterion over everything retired for the year. There is no score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CriterionView {
    /// Its key; packs that ask the same use the same.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// `met`, `not met`, `unknown` or `not applicable`.
    pub result: String,
    /// Units for which it is met.
    pub units_met: i64,
    /// Units for which it is not.
    pub units_not_met: i64,
    /// Units for which it is unknown.
    pub units_unknown: i64,
    /// Units to which it does not apply.
    pub units_not_applicable: i64,
    /// Lots with what is recorded of them, or missing.
    pub evidence: Vec<String>,
}

/// A question of the positive list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuestionView {
    /// Its key.
    pub key: String,
    /// The question.
    pub asks: String,
    /// Answers by country; an empty country stands for all.
    pub answers: Vec<AnswerView>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AnswerView {
    /// Country, empty for all.
    pub country: String,
    /// Percent, `yes` or `no`.
    pub answer: String,
}

/// A criterion that another pack asks otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CriterionChange {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its result under the packs in force, `null` where they do not ask it.
    pub now: Option<String>,
    /// Its result under the other pack, `null` where that does not ask it.
    pub then: Option<String>,
}
