//! The rule packs on integrity, and the positive list of additionality.

#![expect(missing_docs, reason = "a field has the name that it has in the shipped file, which explains it")]

use super::{day_as_text, optional_day_as_text};
use rust_decimal::Decimal;
use serde::Deserialize;

/// A rule pack: criteria, each with the facts that show it.
#[derive(Clone, Debug, Deserialize)]
pub struct RulePack {
    pub id: String,
    pub name: String,
    pub version: String,
    #[serde(deserialize_with = "day_as_text")]
    pub date: String,
    /// From when it is in force; always where none is named.
    #[serde(default, deserialize_with = "optional_day_as_text")]
    pub effective: Option<String>,
    pub source: String,
    pub criterion: Vec<Criterion>,
}

/// One criterion.
#[derive(Clone, Debug, Deserialize)]
pub struct Criterion {
    pub key: String,
    pub name: String,
    pub asks: String,
    pub facts: Vec<String>,
}

/// The positive list of the Additionality Criteria.
#[derive(Clone, Debug, Deserialize)]
pub struct PositiveList {
    pub name: String,
    pub version: String,
    pub question: Vec<Question>,
    pub material: Vec<Material>,
}

/// Something that only the user can answer.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    pub key: String,
    pub asks: String,
}

/// A material and its routes.
#[derive(Clone, Debug, Deserialize)]
pub struct Material {
    pub name: String,
    /// Certificate classes that are about it.
    pub classes: Vec<String>,
    pub route: Vec<ListedRoute>,
}

/// A route of the positive list.
#[derive(Clone, Debug, Deserialize)]
pub struct ListedRoute {
    pub name: String,
    pub all: Vec<ListedCondition>,
    #[serde(default)]
    pub any: Vec<ListedCondition>,
}

/// A condition of a route: one of its tests is named.
#[derive(Clone, Debug, Deserialize)]
pub struct ListedCondition {
    pub question: String,
    pub below: Option<Decimal>,
    pub at_least: Option<Decimal>,
    pub below_answer: Option<String>,
    pub at_least_answer: Option<String>,
    pub is: Option<bool>,
}
