//! Which column is which field, and how its cells are read.

mod bundles;
mod conventions;
mod dates;
mod flags;
mod groups;
mod heads;
mod kinds;
mod masses;
mod papers;
mod pieces;
mod propose;
mod remembered;
mod repeated;
mod serials;
mod shares;
mod structure;
mod systems;
mod table;
mod turned;
mod unclaimed;
mod words;
mod years;

use bundles::{Counts, Depths};
pub(crate) use conventions::questions;
pub use propose::place;
pub use remembered::{Recognised, Remembered, recognise, recognise_in};
pub(crate) use shares::percent;
pub(crate) use years::year_of_month;

use crate::convention::{DateOrder, DecimalSeparator};
use crate::field::{Field, Kind};
use crate::inspect::{Match, Question};
use crate::issue::Issue;
use crate::words::words;
use planner_core::disposition::Outcome;
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
    /// Whether that unit is a person's word.
    pub is_unit_said: bool,
    /// Whether the status column tells purchases from other movements, so that only purchases and returns count.
    pub has_purchases: bool,
    /// What words of the file mean, by a person's word.
    pub values: Vec<ValueMeaning>,
    /// Cells that a person corrected.
    pub fixes: Vec<CellFix>,
    /// Things said once for the whole sheet.
    pub notes: Vec<Issue>,
    /// What a person must say first.
    pub open: Vec<Open>,
    /// Columns whose blank cells hold what stands above.
    pub carried: Vec<u32>,
    /// How rows are told that head the rows below them, where there are such.
    pub heads: Option<Heads>,
    /// Lines that are parts of others.
    pub bundle: Option<Bundle>,
    /// What became of the rows' mass, where its column says so.
    pub route: Option<Outcome>,
    /// The mass sent, beside where it went.
    pub(crate) balance: Option<Balance>,
    /// How where it went is stated in shares of it.
    pub(crate) shares: Option<shares::Shares>,
    /// Reporting year of rows without a date, where the sheet's name or its headers say it.
    pub year: Option<i32>,
    /// Whether retired hardware without a mass gets the usual one of its category, by a person's word.
    pub estimates: bool,
    /// The unit that every filled cell of the unit's column names.
    pub only_unit: Option<MassUnit>,
    /// Rows that hold the sums of those below them under a name of their own, where a person says that they are totals.
    pub sums_below: Vec<u32>,
    /// A column and its word for all that the others stand for, such as "Worldwide", where a person says that it is a total.
    pub whole: Option<(u32, String)>,
    /// Whether several columns of pieces count together: a line of each that counts any.
    pub is_spread: bool,
    /// Whether a person says that rows equal to the sum of those above are totals.
    pub totals: Option<bool>,
    /// Cells that one value fills together, below the header.
    pub merged: Vec<Merged>,
    /// Such cells that state something of several lines together, which is no line's own.
    pub shared: Vec<Merged>,
    /// Such cells that state as many pieces as there are lines: each is one.
    pub single: Vec<Merged>,
    /// The columns of the first and the last serial of a line, where they count its pieces.
    pub serials: Option<(u32, u32)>,
    /// Whether lines of no pieces are left out, by a person's word.
    pub rejects_zeros: bool,
    /// Whether quantities are packs, of as many pieces as the item's text says.
    pub packs_in_text: bool,
    /// Whether lines that are struck through are left out, by a person's word.
    pub leaves_struck: Option<bool>,
    /// Whether rows that read as a service and state a weight count as hardware, where a person said so.
    pub counts_weighed: Option<bool>,
    /// Whether what is laid out or titled otherwise within the sheet is read as the rest, by a person's word.
    pub reads_tables: bool,
}

/// Something that a person must say before the rows can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What.
    pub what: Question,
    /// The header it is about; empty where it is about the table.
    pub column: String,
    /// The field whose word is meant, where it is about a word.
    pub field: Option<Field>,
    /// What stands in the file.
    pub seen: String,
    /// The answers; none where any will do.
    pub choices: Vec<String>,
}

impl Open {
    /// What a row leaves open, with what stands in it.
    pub fn of_row(what: Question, row: u32, seen: String, choices: &[&str]) -> Self {
        let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        Self { what, column: format!("row {row}"), field: None, seen, choices }
    }
}

/// Rows that head the rows below them and hold their sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heads {
    /// They say how many rows follow: `Notebook 14 (2)`.
    Counted,
    /// They name nothing in these columns, where every item is named.
    Nameless(Vec<u32>),
}

/// Lines that stand under others, as parts of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    pub(crate) column: u32,
    pub(crate) depths: Depths,
    pub(crate) top: u32,
    pub(crate) counts: Counts,
}

/// A mass and the columns that say where it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Balance {
    pub(crate) sent: MappedColumn,
    pub(crate) routes: Vec<MappedColumn>,
}

/// Cells of one column that one value fills together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The column, from 0.
    pub column: u32,
    /// The first row, from 1, which holds the value.
    pub first: u32,
    /// The last row.
    pub last: u32,
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

/// A device that its user owns is left out under this word, and counts under the other.
pub const LEFT_OUT: &str = "leave_out";
/// See [`LEFT_OUT`].
pub const COUNTED: &str = "count";

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
    /// Of how many pieces its header says that a mass is, 100 under `kg/100 pcs`, or that each number of pieces stands for,
    /// 1000 under `Qty (thousands)`; else 1.
    pub pieces: u32,
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
    /// What a person answered.
    pub answers: Vec<(Question, String)>,
    /// The reporting year a person named for rows without a date.
    pub year: Option<i32>,
    /// The mapping that was remembered for such a file.
    pub remembered: Option<Remembered>,
}

impl Overrides {
    /// What a person answered.
    pub fn answer(&self, question: Question) -> Option<&str> {
        self.answers.iter().find(|(one, _)| *one == question).map(|(_, answer)| answer.as_str())
    }

    /// The word that a person gave for one of a column.
    pub(crate) fn meaning(&self, field: Field, text: &str) -> Option<&str> {
        meaning(&self.values, field, text)
    }
}

fn meaning<'a>(values: &'a [ValueMeaning], field: Field, text: &str) -> Option<&'a str> {
    if values.is_empty() {
        return None;
    }
    let text = text.trim().to_lowercase();
    let is_it = |value: &&ValueMeaning| value.field == field && value.seen.trim().to_lowercase() == text;
    values.iter().find(is_it).map(|value| value.means.as_str())
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
        meaning(&self.values, field, text)
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
