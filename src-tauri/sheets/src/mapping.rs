//! Which column is which field, and how its cells are read.

mod conventions;
mod groups;
mod propose;
mod remembered;

pub(crate) use conventions::questions;
pub use propose::place;
pub use remembered::{Recognised, Remembered, recognise, recognise_in};

use crate::convention::{DateOrder, DecimalSeparator};
use crate::field::{Field, Kind};
use crate::inspect::Match;
use crate::issue::Issue;
use crate::words::words;
use planner_core::mass::MassUnit;

/// How one sheet is read: everything the rows depend on beside the file itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// What the rows are read as.
    pub kind: Kind,
    /// The sheet.
    pub sheet: String,
    /// The header row, from 1; data begins below.
    pub header_row: u32,
    /// The mapped columns.
    pub columns: Vec<MappedColumn>,
    /// The same reading with the columns of the next device in the row, for each further one of a wide table.
    pub further: Vec<Mapping>,
    /// The header texts of all columns, for evidence and repeated headers.
    pub headers: Vec<String>,
    /// The unit of masses that state none themselves.
    pub mass_unit: Option<MassUnit>,
    /// Whether the status column tells purchases from other movements, so that only purchases and returns count.
    pub has_purchases: bool,
    /// What words of the file mean, by a person's word.
    pub values: Vec<ValueMeaning>,
    /// Cells that a person corrected.
    pub fixes: Vec<CellFix>,
    /// Things said once for the whole sheet.
    pub notes: Vec<Issue>,
}

words! {
    /// What a mass column without a telling header states.
    pub enum MassBasis {
        /// The mass of one unit.
        Unit = "unit",
        /// The mass of the whole line.
        Line = "line",
    }
}

/// What one word of a column means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueMeaning {
    /// The column's field.
    pub field: Field,
    /// The word as it stands in the file, whatever its case; empty for blank cells.
    pub seen: String,
    /// The word that is read instead.
    pub means: String,
}

/// A cell that a person corrected: it is read as something else than it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFix {
    /// Its row, from 1; nothing for every cell of the column that holds the same.
    pub row: Option<u32>,
    /// The header of its column; `Header#2` is the second of that name.
    pub column: String,
    /// What it holds.
    pub seen: String,
    /// What is read instead.
    pub becomes: String,
    /// Why.
    pub because: String,
}

/// A status under which a row is left out.
pub const IGNORED: &str = "ignored";

/// A column that was matched with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// The field.
    pub field: Field,
    /// Its place, from 0.
    pub index: u32,
    /// Its header text.
    pub header: String,
    /// How it was matched.
    pub how: Match,
    /// How sure that is, 0 to 100.
    pub confidence: u8,
    /// The unit its header states.
    pub unit: Option<MassUnit>,
    /// How its dates are read.
    pub dates: DateOrder,
    /// How its numbers are read.
    pub numbers: DecimalSeparator,
}

/// What a person says against the guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The sheet.
    pub sheet: Option<String>,
    /// The header row, from 1.
    pub header_row: Option<u32>,
    /// Field name and header text; `Header#2` is the second column of that name. An empty header unmaps the field.
    pub fields: Vec<(String, String)>,
    /// The unit of masses that state none themselves.
    pub mass_unit: Option<MassUnit>,
    /// Whether masses are of one unit or of the line.
    pub mass_basis: Option<MassBasis>,
    /// How ambiguous dates are read.
    pub dates: Option<DateOrder>,
    /// How ambiguous numbers are read.
    pub numbers: Option<DecimalSeparator>,
    /// What words of the file mean.
    pub values: Vec<ValueMeaning>,
    /// Cells that a person corrected.
    pub fixes: Vec<CellFix>,
    /// The mapping that was remembered for such a file.
    pub remembered: Option<Remembered>,
}

impl Mapping {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<&MappedColumn> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// Whether a field is mapped.
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The word that a person gave for a cell's text.
    pub fn said_meaning(&self, field: Field, text: &str) -> Option<&str> {
        if self.values.is_empty() {
            return None;
        }
        let text = text.trim().to_lowercase();
        let is_it = |value: &&ValueMeaning| value.field == field && value.seen.trim().to_lowercase() == text;
        self.values.iter().find(is_it).map(|value| value.means.as_str())
    }

    /// The place, from 0, of a column by its header.
    pub fn place(&self, header: &str) -> Option<usize> {
        propose::place(&self.headers, header)
    }

    /// How a column is named so that its place is clear: `Header`, or `Header#2` for the second of that name.
    pub fn header_of(&self, column: &MappedColumn) -> String {
        let before = self.headers.iter().take(column.index as usize);
        let count = before.filter(|header| header.trim() == column.header.trim()).count();
        if count == 0 { column.header.clone() } else { format!("{}#{}", column.header, count + 1) }
    }
}
