//! Why a document cannot be made.

use planner_sheets::workbook::WriteError;

/// Why a document cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A file that ships with the app cannot be read.
    #[error("the shipped {file} cannot be read: {reason}")]
    Damaged {
        /// Which.
        file: String,
        /// Why.
        reason: String,
    },
    /// A shipped file names a figure that the table does not have.
    #[error("the shipped {file} names a figure “{figure}” that does not exist")]
    UnknownFigure {
        /// Which file.
        file: &'static str,
        /// The name.
        figure: String,
    },
    /// There is no class of this name.
    #[error("“{name}” is no certificate class. There are {known}")]
    UnknownClass {
        /// What was asked for.
        name: String,
        /// The classes there are.
        known: String,
    },
    /// The document does not fit its format.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl ReportError {
    pub(crate) fn damaged(file: &str, reason: impl ToString) -> Self {
        Self::Damaged { file: file.to_owned(), reason: reason.to_string() }
    }
}
