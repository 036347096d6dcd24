//! The workspace file: one SQLite database, the only SQL of the house, and its migrations.
//! Functions take a connection and core types; whoever calls begins and commits. No business decision is made here.

mod bulk;
pub mod catalogue;
pub mod claims;
pub mod comparison;
pub mod dispositions;
pub mod drafts;
pub mod entities;
mod error;
pub mod evidence;
pub mod file;
pub mod identities;
pub mod imports;
pub mod inputs;
pub mod journal;
pub mod ledger;
pub mod line_edits;
pub mod line_queries;
pub mod lines;
pub mod lot_queries;
pub mod lots;
pub mod mappings;
mod migration;
mod opening;
pub mod orders;
pub mod own_models;
pub mod reports;
pub mod revisions;
pub mod scenarios;
mod schema;
mod scratch;
pub mod search;
pub mod settings;
pub mod shipment_notes;
pub mod snapshots;
pub mod sums;
mod values;
pub mod verify;
mod weighings;
mod words;
mod workspace;

pub use error::StoreError;
pub use opening::ReadOnly;
pub use scratch::{Scratch, sweep_inside};
pub use sqlx::SqliteConnection as Connection;
pub use workspace::{Store, Write};
