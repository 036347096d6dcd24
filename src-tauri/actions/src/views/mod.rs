//! What screens and scripts are shown: plain answers, one spelling from SQL column to TypeScript field.
//! Decimals are strings, mass is in kg, dates are ISO text, unknown is `null` and never 0.

pub mod catalogue;
pub mod certificates;
pub mod disclosure;
pub mod dispositions;
pub mod draft;
pub mod emissions;
pub mod entities;
pub mod import;
pub mod integrity;
pub mod line_edits;
pub mod mapping;
pub mod money;
pub mod orders;
pub mod overview;
pub mod plan;
pub mod procurement;
pub mod recognise;
pub mod reconciliation;
pub mod requirement;
pub mod review;
pub mod revision;
pub mod search;
pub mod snapshots;
pub mod table;
pub mod target;
pub mod work_list;
pub mod workspace;
pub mod years;
