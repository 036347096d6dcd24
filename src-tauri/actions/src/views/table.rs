//! A table as a screen shows it, to be written.

use serde::Deserialize;
use ts_rs::TS;

/// A table to write.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TableRequest {
    /// Its name; the sheet of a workbook takes it.
    pub name: String,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows: plain texts, numbers with a point and without separators.
    pub rows: Vec<Vec<String>>,
}

/// A column of such a table.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TableColumn {
    /// Its header.
    pub header: String,
    /// Whether it holds numbers.
    pub is_number: bool,
}
