//! Factors as they were published, and which of them stands for a kind of hardware.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Who published a set of factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publisher {
    /// The UK's department for energy and net zero: conversion factors for company reporting.
    Desnz,
    /// The US EPA: supply chain factors by NAICS industry.
    Epa,
}

impl Publisher {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Desnz, Self::Epa];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Desnz => "desnz",
            Self::Epa => "epa",
        }
    }

    /// The publisher stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// What the set is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Desnz => "DEFRA/DESNZ greenhouse gas conversion factors",
            Self::Epa => "US EPA supply chain emission factors",
        }
    }

    /// What its factors are multiplied with.
    pub fn basis(self) -> Basis {
        match self {
            Self::Desnz => Basis::Activity,
            Self::Epa => Basis::Spend,
        }
    }

    /// Under which terms it may be used.
    pub fn licence(self) -> &'static str {
        match self {
            Self::Desnz => "Open Government Licence v3.0",
            Self::Epa => "public domain",
        }
    }
}

/// What a factor is multiplied with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Mass, energy and other things that are done.
    Activity,
    /// Money: the lower tier.
    Spend,
}

impl Basis {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Spend => "spend",
        }
    }
}

/// A set of factors: one file, as it was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorSet {
    /// Its number in the workspace.
    pub number: i64,
    /// Who published it.
    pub publisher: Publisher,
    /// Its version, as the file or its name says.
    pub version: String,
    /// The year it is for: of the activity, or of the money.
    pub year: i32,
    /// The file's name.
    pub file_name: String,
    /// Hash of its content.
    pub file_sha256: String,
    /// The day it came.
    pub imported_on: NaiveDate,
    /// The day on which it was taken back.
    pub undone_on: Option<NaiveDate>,
    /// Factors that it brought.
    pub factors: i64,
}

impl FactorSet {
    /// The id under which it is cited.
    pub fn id(&self) -> String {
        format!("F-{}", self.number)
    }

    /// Source, year and version, as every figure that rests on it names it.
    pub fn label(&self) -> String {
        format!("{} {}, version {}", self.publisher.title(), self.year, self.version)
    }
}

/// One factor, as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The sheet it stands on.
    pub sheet: String,
    /// Its row, from 1.
    pub row: u32,
    /// Letters of its column.
    pub column: String,
    /// What it is of, from the widest word to the narrowest; an industry begins with its code.
    pub name: String,
    /// Which of several of one name: primary material production, re-used, with margins …
    pub variant: String,
    /// The unit that it is for one of.
    pub unit: String,
    /// kgCO2e for one of it.
    pub kgco2e: Decimal,
}

/// Which factor stands for a kind of hardware, by its category key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignments {
    /// For hardware of any kind that is not named, and of none.
    pub default: Option<String>,
    /// By category key.
    pub by_category: BTreeMap<String, String>,
    /// Categories that no factor stands for.
    pub without: BTreeSet<String>,
}

impl Assignments {
    /// The name or code of the factor for a category; nothing where none stands for it.
    pub fn of(&self, category: Option<&str>) -> Option<&str> {
        let named = category.and_then(|category| self.by_category.get(category));
        let is_without = category.is_some_and(|category| self.without.contains(category));
        let default = self.default.as_ref().filter(|_| !is_without);
        named.or(default).map(String::as_str)
    }
}
