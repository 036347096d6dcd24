//! Why a file cannot be read at all. A bad cell is an issue, not an error.

use std::io;

/// Why a file, or a sheet of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It cannot be opened.
    #[error("the file cannot be opened: {reason}")]
    Unreadable {
        /// What the system says.
        reason: String,
    },
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Something else, whatever its name says.
    #[error("not a spreadsheet: the file holds {found}")]
    NotASpreadsheet {
        /// What it is.
        found: String,
    },
    /// An Excel format before Excel 97.
    #[error("{format} is too old to be read; save it as .xlsx and import that")]
    TooOld {
        /// The format.
        format: String,
    },
    /// It is sound, and written in a way that no reader of ours knows.
    #[error("the file holds {what}, which cannot be read here")]
    Unsupported {
        /// What it holds.
        what: String,
    },
    /// It is encrypted.
    #[error("the file is protected by a password; save a copy without one and import that")]
    PasswordProtected,
    /// Its end is missing.
    #[error("the file is cut off: its end is missing; copy or download it again")]
    Truncated,
    /// Its content contradicts itself.
    #[error("the file is damaged: {reason}")]
    Damaged {
        /// Where and how.
        reason: String,
    },
    /// Beyond a limit.
    #[error("the file is too large: {what}; the limit is {limit}")]
    TooLarge {
        /// What is too large, with its size.
        what: String,
        /// The limit in words.
        limit: String,
    },
    /// No sheet of this name.
    #[error("there is no sheet named “{name}”; the file has: {}", .present.join(", "))]
    NoSuchSheet {
        /// The name asked for.
        name: String,
        /// The names there are.
        present: Vec<String>,
    },
    /// No sheet holds a table of the kind asked for.
    #[error("no sheet holds a table of {kind}")]
    NoTable {
        /// The kind asked for.
        kind: String,
    },
    /// The table is of something else than it is asked for as.
    #[error("the headers of sheet “{sheet}” are those of {found}, and not of {kind}")]
    OtherKind {
        /// The sheet.
        sheet: String,
        /// What its headers name.
        found: String,
        /// The kind asked for.
        kind: String,
    },
    /// No header row was found, or it names none of the fields.
    #[error("sheet “{sheet}” has no header row that names the columns")]
    NoHeader {
        /// The sheet.
        sheet: String,
    },
    /// A mapping names a header that is not there.
    #[error("there is no column headed “{header}” in sheet “{sheet}”")]
    NoSuchColumn {
        /// The sheet.
        sheet: String,
        /// The header asked for.
        header: String,
    },
    /// A mapping names a field that this kind does not have.
    #[error("{kind} have no field “{field}”")]
    NoSuchField {
        /// The kind.
        kind: String,
        /// The field asked for.
        field: String,
    },
    /// Nothing arrived for too long.
    #[error("reading the file took too long: nothing came for {seconds} s")]
    TooSlow {
        /// How long it was waited for.
        seconds: u64,
    },
    /// The process that reads the file ended.
    #[error("reading the file failed: the reading process {how}; nothing was changed")]
    WorkerDied {
        /// How it ended.
        how: String,
        /// What it wrote to stderr, for the log.
        details: String,
    },
    /// The process that reads files cannot be started.
    #[error("the reading process cannot be started: {reason}")]
    WorkerMissing {
        /// What the system says.
        reason: String,
    },
    /// The reader of the rows asked to stop.
    #[error("stopped")]
    Cancelled,
}

impl ReadError {
    /// The word under which it is sent.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::Empty => "empty",
            Self::NotASpreadsheet { .. } => "not_a_spreadsheet",
            Self::TooOld { .. } => "too_old",
            Self::Unsupported { .. } => "unsupported",
            Self::PasswordProtected => "password_protected",
            Self::Truncated => "truncated",
            Self::Damaged { .. } => "damaged",
            Self::TooLarge { .. } => "too_large",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::NoTable { .. } => "no_table",
            Self::OtherKind { .. } => "other_kind",
            Self::NoHeader { .. } => "no_header",
            Self::NoSuchColumn { .. } => "no_such_column",
            Self::NoSuchField { .. } => "no_such_field",
            Self::TooSlow { .. } => "too_slow",
            Self::WorkerDied { .. } => "worker_died",
            Self::WorkerMissing { .. } => "worker_missing",
            Self::Cancelled => "cancelled",
        }
    }

    pub(crate) fn damaged(reason: impl ToString) -> Self {
        Self::Damaged { reason: reason.to_string() }
    }

    /// An error that travelled inside an I/O error, or that error in words.
    pub(crate) fn from_io(error: &io::Error) -> Self {
        let inside = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>());
        inside.cloned().unwrap_or_else(|| match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Truncated,
            io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => {
                Self::Unreadable { reason: said(error) }
            }
            _ => Self::damaged(said(error)),
        })
    }
}

/// What the system says, without its numbers.
pub(crate) fn said(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or_default().to_lowercase()
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::from_io(&error)
    }
}
