//! The map of CDP: which questions a retirement can honestly feed, and how.

#![expect(missing_docs, reason = "a field has the name that it has in the shipped file, which explains it")]

use super::day_as_text;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The CDP questions of a cycle that a retirement can honestly feed, with their columns in order.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpMap {
    pub cycle: String,
    pub version: String,
    #[serde(deserialize_with = "day_as_text")]
    pub date: String,
    /// Where the wording is from, and that it must be checked.
    pub note: String,
    pub limits: CdpLimits,
    pub question: Vec<CdpQuestion>,
    pub guard: Vec<CdpGuard>,
}

/// What an answer may be at most.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpLimits {
    pub number_decimals: u32,
    pub percent_decimals: u32,
    pub number_max: Decimal,
    pub text_characters: usize,
}

/// One question.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpQuestion {
    pub number: String,
    pub sheet: String,
    pub title: String,
    pub purpose: String,
    pub column: Vec<CdpColumn>,
    pub row: Vec<CdpRow>,
}

/// A column of a question.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpColumn {
    pub key: String,
    pub header: String,
    pub kind: CdpKind,
    /// An answer may stay empty.
    #[serde(default)]
    pub is_optional: bool,
}

/// What a column takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CdpKind {
    Text,
    Choice,
    Number,
    Percent,
    Date,
}

/// An answer: what stands in braces is a figure of the year.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpRow {
    /// It applies where one of these figures is there and not 0; always where none is named.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Ids of the figures it rests on.
    pub figures: Vec<String>,
    /// Answers that stand before those of `cells` where they have anything to say.
    #[serde(default)]
    pub first: BTreeMap<String, String>,
    pub cells: BTreeMap<String, String>,
}

/// A question that is never fed, and why.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpGuard {
    pub number: String,
    pub title: String,
    pub because: String,
}
