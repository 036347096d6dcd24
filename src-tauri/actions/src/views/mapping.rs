//! How a file is read: what is remembered of it, what its words mean, what it leaves open, what was corrected.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A remembered mapping, as it is listed and as it is exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappingView {
    /// Its number in this workspace; it plays no part in a file that is imported.
    #[serde(default)]
    pub number: i64,
    /// `procurement`, `dispositions`, `certificates` or `catalogue`.
    pub kind: String,
    /// The supplier whose files it was made for, `null` for anyone's.
    #[serde(default)]
    pub supplier: Option<String>,
    /// 1, 2, 3 …: each change is a new version.
    #[serde(default)]
    pub version: i64,
    /// Day on which this version was saved.
    #[serde(default)]
    pub saved_on: String,
    /// The file it was saved from.
    #[serde(default)]
    pub file_name: String,
    /// Header texts of the table, in order.
    pub headers: Vec<String>,
    /// Field name → header text; `Header#2` is the second column of that name.
    pub columns: BTreeMap<String, String>,
    /// Unit of weights that name none.
    #[serde(default)]
    pub mass_unit: Option<String>,
    /// `day_first` or `month_first`, for dates that read both ways.
    #[serde(default)]
    pub date_order: Option<String>,
    /// `point` or `comma`, for numbers that read both ways.
    #[serde(default)]
    pub decimal: Option<String>,
    /// Field name → word in the file → what it means.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Corrections that are offered again.
    #[serde(default)]
    pub fixes: Vec<CellFix>,
}

/// A correction of a cell, or of all cells of a column that hold the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CellFix {
    /// 1-based row; `null` for every cell of the column that holds the same.
    pub row: Option<u32>,
    /// Header of its column.
    pub column: String,
    /// What stands there.
    pub seen: String,
    /// What is read instead.
    pub becomes: String,
    /// Why.
    pub because: String,
}

/// A correction of an earlier file that would also apply here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfferedFix {
    /// The correction.
    pub fix: CellFix,
    /// Cells that hold the same.
    pub rows: u64,
}

/// The remembered mapping that a file is read by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AppliedMapping {
    /// Its number.
    pub number: i64,
    /// Its version.
    pub version: i64,
    /// The file it was saved from.
    pub file_name: String,
    /// The day it was saved.
    pub saved_on: String,
    /// Whether the header is the very same.
    pub is_exact: bool,
    /// Headers that the earlier file did not have.
    pub new_headers: Vec<String>,
}

/// The distinct words of a column, and what each means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ColumnValues {
    /// Field name.
    pub field: String,
    /// Header of the column.
    pub header: String,
    /// Words with their counts, the most frequent first.
    pub values: Vec<ValueCount>,
    /// Whether there are more words than are listed.
    pub has_more: bool,
    /// What a word can mean; empty where any code will do.
    pub choices: Vec<String>,
}

/// A word of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ValueCount {
    /// As it stands in the file; empty for blank cells.
    pub seen: String,
    /// Rows that hold it.
    pub rows: u64,
    /// What it means, `null` where nothing is known of it.
    pub means: Option<String>,
    /// Whether a person said so.
    pub is_said: bool,
}

/// Something that more than one reading of a column leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportQuestion {
    /// The option that answers it: `date_order`, `decimal`, `mass_unit`, `mass_basis` or `year`; `quantity` is a column,
    /// `value` the meaning of a word, `sheet` a sheet; each other one is an answer under its own name.
    pub option: String,
    /// The field whose column or word is meant, `null` where it is none.
    pub field: Option<String>,
    /// Header of the column.
    pub column: String,
    /// A cell that reads in more than one way.
    pub example: String,
    /// The answers.
    pub choices: Vec<QuestionChoice>,
}

/// An answer, and what the example is under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuestionChoice {
    /// The option's value.
    pub answer: String,
    /// What the example reads as; `null` where it shows nothing.
    pub reads: Option<String>,
}
