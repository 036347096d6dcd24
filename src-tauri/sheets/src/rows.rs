//! Typed rows out of a sheet, one at a time.

use crate::error::ReadError;
use crate::issue::Issue;
use crate::mapping::Mapping;
use crate::record::Record;
use crate::vocabulary::Vocabulary;
use crate::words::words;
use crate::worker::Program;
use std::ops::ControlFlow;
use std::path::Path;

/// What became of one row below the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It reads as a record.
    Imported {
        /// Row, from 1.
        row: u32,
        /// Its texts from column A, as a person sees them.
        raw: Vec<String>,
        /// What it says.
        record: Box<Record>,
        /// What a person should know; none rejects.
        issues: Vec<Issue>,
    },
    /// It is no item.
    Skipped {
        /// Row, from 1.
        row: u32,
        /// Its texts from column A.
        raw: Vec<String>,
        /// Why.
        reason: SkipReason,
    },
    /// It is an item that cannot be read.
    Rejected {
        /// Row, from 1.
        row: u32,
        /// Its texts from column A.
        raw: Vec<String>,
        /// Why; at least one rejects.
        issues: Vec<Issue>,
    },
}

words! {
    /// Why a row is no item.
    pub enum SkipReason {
        /// Nothing in it.
        Blank = "blank",
        /// The header again.
        RepeatedHeader = "repeated_header",
        /// A total; never trusted.
        Total = "total",
        /// A title between header and items.
        Title = "title",
        /// Notes below the items.
        Footer = "footer",
        /// Zeros without an item.
        Filler = "filler",
        /// A catalogue row that states no weight.
        NoWeight = "no_weight",
    }
}

/// How far reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows read below the header.
    pub rows_read: u64,
}

/// What a whole sheet came to: rows_read = rows_imported + rows_skipped + rows_rejected.
/// Counted are the rows from below the header through the last one that holds anything, blank ones between included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadSummary {
    /// Rows below the header through the last one that holds anything.
    pub rows_read: u64,
    /// Rows that became records.
    pub rows_imported: u64,
    /// Rows that are no items.
    pub rows_skipped: u64,
    /// Rows that cannot be read.
    pub rows_rejected: u64,
    /// Skipped rows by reason.
    pub skipped: Vec<(SkipReason, u64)>,
    /// Rows in hidden or filtered-out rows, imported or not.
    pub hidden: u64,
    /// Things said once for the whole sheet.
    pub notes: Vec<Issue>,
}

/// Reads the mapped sheet, row by row, into `sink`; either function can stop it.
pub fn read_rows(
    program: &Program,
    path: &Path,
    mapping: &Mapping,
    vocabulary: &Vocabulary,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    sink: &mut dyn FnMut(RowOutcome) -> ControlFlow<()>,
) -> Result<ReadSummary, ReadError> {
    let _ = (program, path, mapping, vocabulary, progress, sink);
    Err(ReadError::Empty)
}
