//! The entities of the organisation as screens and scripts see them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The entities, and the names in files that stand for none of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EntitiesView {
    /// By name.
    pub entities: Vec<EntityView>,
    /// Names that imported rows have and that are not the name of an entity.
    pub unlisted: Vec<MetEntity>,
}

/// A legal entity of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EntityView {
    /// The name that reports give it.
    pub name: String,
    /// Its country, by its ISO 3166 code of two letters.
    pub country: Option<String>,
    /// What it is registered under: an LEI, a company number.
    pub identifier: Option<String>,
    /// Other spellings that files have for it.
    pub aliases: Vec<String>,
}

/// A name that imported rows have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MetEntity {
    /// The name as it stands.
    pub name: String,
    /// Lines and retired assets that have it.
    pub rows: i64,
    /// The entity that it is a spelling of, where rows were imported before that was known.
    pub same_as: Option<String>,
}

/// An entity to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
pub struct EntityRequest {
    /// The name that reports give it.
    pub name: String,
    /// Its country: a code of ISO 3166 or the English name.
    pub country: Option<String>,
    /// What it is registered under.
    pub identifier: Option<String>,
    /// Other spellings that files have for it.
    pub aliases: Vec<String>,
}
