//! What a file holds, before anything is imported.

mod sheet;

use crate::convention::ColumnFacts;
use crate::field::{Field, Kind};
use crate::fingerprint::header_fingerprint;
use crate::frame::Opened;
use crate::header::header_texts;
use crate::mapping::Mapping;
use crate::vocabulary::Vocabulary;
use crate::words::words;
use planner_core::mass::MassUnit;
pub(crate) use sheet::SheetReader;

/// A file, looked at whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// The format its content is in: `xlsx`, `xls`, `xlsb`, `ods`, `csv`.
    pub format: String,
    /// Its sheets, in order.
    pub sheets: Vec<SheetInspection>,
}

/// A sheet, looked at whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInspection {
    /// Its name.
    pub name: String,
    /// Whether a person sees it.
    pub visible: bool,
    /// Rows that hold anything; the header row among them.
    pub rows: u32,
    /// Rows hidden by hand or by a filter.
    pub hidden_rows: u32,
    /// The header row, from 1; of a two-row header the lower one.
    pub header_row: Option<u32>,
    /// Whether the row above belongs to the header.
    pub two_row_header: bool,
    /// The kind whose fields match best.
    pub kind: Kind,
    /// How sure that is, 0 to 100.
    pub confidence: u8,
    /// The columns under the header row, matched for `kind`.
    pub columns: Vec<ColumnInspection>,
    /// The first rows as a person sees them.
    pub preview: Vec<PreviewRow>,
    /// The unit in which masses are stated, where the file says.
    pub mass_unit: Option<MassUnit>,
    /// What the file leaves open.
    pub questions: Vec<Question>,
    /// The first rows, kept so that another header row or kind can be tried.
    pub(crate) head: Vec<crate::cell::Row>,
    /// Cells that one value fills together.
    pub(crate) merged: Vec<crate::mapping::Merged>,
    /// What all cells of each column allow.
    pub(crate) facts: Vec<ColumnFacts>,
}

/// A column under the header row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnInspection {
    /// Its place, from 0.
    pub index: u32,
    /// Its header text; of a two-row header both, joined.
    pub text: String,
    /// Up to three of its values.
    pub samples: Vec<String>,
    /// The field it was matched with.
    pub field: Option<Field>,
    /// How it was matched.
    pub how: Match,
    /// How sure that is, 0 to 100.
    pub confidence: u8,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Row, from 1.
    pub row: u32,
    /// Its texts from column A.
    pub texts: Vec<String>,
}

words! {
    /// How a header was matched with a field.
    pub enum Match {
        /// It is the field's own name.
        Exact = "exact",
        /// It is in the dictionary.
        Alias = "alias",
        /// It resembles a word of the dictionary.
        Fuzzy = "fuzzy",
        /// A person said so.
        Given = "given",
        /// A person said so, or saw it, at an earlier file of this kind.
        Remembered = "remembered",
        /// It was not matched.
        None = "none",
    }
}

words! {
    /// What a file leaves open.
    pub enum Question {
        /// In which unit masses are stated.
        MassUnit = "mass_unit",
        /// Whether a mass is of one unit or of the line.
        UnitOrLineMass = "unit_or_line_mass",
        /// Whether 03/04 is in March or in April.
        DateOrder = "date_order",
        /// Whether 1.234 is more than a thousand.
        NumberFormat = "number_format",
        /// Which column is the day that counts.
        Date = "date",
        /// Which column is the weight of one.
        UnitMass = "unit_mass",
        /// Which column is the weight of the line.
        Mass = "mass",
        /// Which column is the weight sent.
        SentMass = "sent_mass",
        /// Which column counts the pieces.
        Quantity = "quantity",
        /// Whether the pieces of several columns count together.
        Spread = "spread",
        /// Whether pieces or packs of several are counted.
        Pieces = "pieces",
        /// What a word of a column means.
        Value = "value",
        /// Whether a weight with packaging counts, where there is no other.
        GrossWeight = "gross_weight",
        /// Whether a line or its parts count.
        Bundle = "bundle",
        /// Whether retired assets without a weight get the usual one of their category.
        MissingMass = "missing_mass",
        /// Whether a row that holds the sum of those above is a total.
        Total = "total",
        /// Which of several sheets alike are meant.
        Sheet = "sheet",
        /// Whether rows whose measures are formulas that were never calculated are left out.
        Formulas = "formulas",
        /// The reporting year of rows without a date.
        Year = "year",
        /// Which column is the vintage.
        Vintage = "vintage",
        /// Whether a part of the sheet that is laid out or titled otherwise is read as the rest.
        Table = "table",
        /// Whether one cell that several lines share holds for each of them.
        Merged = "merged",
        /// Whether a line or a serial that stands twice counts twice.
        Repeats = "repeats",
        /// Whether a line that is struck through is left out.
        Struck = "struck",
        /// Whether rows count that say what can hardly be.
        Implausible = "implausible",
        /// Whether a row that reads as a service and states a weight is hardware.
        Weighed = "weighed",
    }
}

impl Inspection {
    /// What was gathered of each sheet, put together.
    pub(crate) fn new(opened: Opened, readers: Vec<SheetReader>, vocabulary: &Vocabulary) -> Self {
        let sheets = opened.sheets.into_iter().zip(readers);
        let sheets =
            sheets.map(|((name, visible), reader)| reader.finish(name, visible, vocabulary)).collect();
        Self { format: opened.format, sheets }
    }

    /// Other visible sheets whose header is the one that a mapping reads.
    pub fn sheets_alike<'a>(&'a self, mapping: &'a Mapping) -> impl Iterator<Item = &'a str> {
        let fingerprint = header_fingerprint(&mapping.headers);
        let others = self.sheets.iter().filter(|sheet| sheet.visible && sheet.name != mapping.sheet);
        let is_alike = move |sheet: &&SheetInspection| {
            let texts = header_texts(&sheet.head);
            sheet.rows > 1 && texts.iter().any(|(_, texts)| header_fingerprint(texts) == fingerprint)
        };
        others.filter(is_alike).map(|sheet| sheet.name.as_str())
    }

    /// A sheet by its name, whatever its case.
    pub fn sheet(&self, name: &str) -> Option<&SheetInspection> {
        let exact = self.sheets.iter().find(|sheet| sheet.name == name);
        exact.or_else(|| self.sheets.iter().find(|sheet| sheet.name.to_lowercase() == name.to_lowercase()))
    }
}
