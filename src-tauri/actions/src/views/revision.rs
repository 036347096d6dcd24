//! What a revised file changes of what stands.

use serde::Serialize;
use ts_rs::TS;

/// A file beside the rows that stand already: procurement lines, retired assets
/// or devices of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RevisionView {
    /// The imports whose rows it has again.
    pub earlier: Vec<EarlierImport>,
    /// Rows that did not stand.
    pub added: u64,
    /// Rows that stand and say something else.
    pub changed: u64,
    /// Rows that stand as they are.
    pub unchanged: u64,
    /// Rows of the earlier files that it does not have.
    pub missing: u64,
    /// The first changed rows, field by field.
    pub changed_lines: Vec<ChangedLine>,
    /// The first missing rows.
    pub missing_lines: Vec<ChangedLine>,
    /// The choices a person has, `replace` and `add`; none for a catalogue, whose devices weigh what the latest file says.
    pub choices: Vec<String>,
    /// What was chosen, `null` while nobody has.
    pub choice: Option<String>,
}

/// An import whose rows a file has again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EarlierImport {
    /// Its id.
    pub import_id: String,
    /// Name of its file.
    pub file_name: String,
    /// Its sheet.
    pub sheet: String,
    /// Day on which it was imported.
    pub imported_on: String,
}

/// A row that a revised file changes or does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangedLine {
    /// 1-based row of the revised file, `null` for a missing one.
    pub row: Option<i64>,
    /// Purchase order or invoice.
    pub order_number: Option<String>,
    /// Line of it.
    pub line_number: Option<String>,
    /// Tag of a retired asset.
    pub asset_tag: Option<String>,
    /// Batch or shipment of retired assets.
    pub batch: Option<String>,
    /// What it is.
    pub item: Option<String>,
    /// Units.
    pub quantity: Option<String>,
    /// The fields that are not what they were.
    pub fields: Vec<FieldChange>,
    /// How many kg more it states than before, below 0 for fewer; `null` where either states none.
    pub mass_change_kg: Option<String>,
}

/// A field that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// Field name.
    pub field: String,
    /// What stood, `null` for nothing.
    pub before: Option<String>,
    /// What the file says, `null` for nothing.
    pub after: Option<String>,
}
