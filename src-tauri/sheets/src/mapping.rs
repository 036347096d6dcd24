//! Which column is which field, and how its cells are read.

mod conventions;
mod propose;

pub(crate) use conventions::questions;

use crate::convention::{DateOrder, DecimalSeparator};
use crate::field::{Field, Kind};
use crate::inspect::Match;
use crate::issue::Issue;
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
    /// The header texts of all columns, for evidence and repeated headers.
    pub headers: Vec<String>,
    /// The unit of masses that state none themselves.
    pub mass_unit: Option<MassUnit>,
    /// Things said once for the whole sheet.
    pub notes: Vec<Issue>,
}

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
    /// How ambiguous dates are read.
    pub dates: Option<DateOrder>,
    /// How ambiguous numbers are read.
    pub numbers: Option<DecimalSeparator>,
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
}
