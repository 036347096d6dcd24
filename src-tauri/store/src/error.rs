//! What can go wrong with the workspace file.

use std::path::PathBuf;

/// The workspace file cannot be opened, read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Not there, and not to be made.
    #[error("there is no workspace at {}", .path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A file of another kind.
    #[error("{} is not a workspace of I-TEC Planner", .path.display())]
    NotAWorkspace {
        /// The file.
        path: PathBuf,
    },
    /// Written by a later version.
    #[error("{} was written by a later version (format {found}; this one knows {known})", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The latest format known.
        known: i64,
    },
    /// Another program is writing.
    #[error("the workspace is in use by another program")]
    Busy,
    /// A value in the file is not what its column says.
    #[error("the workspace is damaged: {what}")]
    Damaged {
        /// What was found where.
        what: String,
    },
    /// SQLite's own words.
    #[error("the workspace cannot be read or written: {0}")]
    Database(sqlx::Error),
    /// The copy that is kept before a file is brought up to date could not be made.
    #[error("{} is of an earlier version, and no copy of it could be kept beside it: {error}", .path.display())]
    NotCopied {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// A rule that the file itself holds.
    #[error("the workspace refuses it: {words}")]
    Refused {
        /// SQLite's own words.
        words: String,
    },
    /// A migration failed.
    #[error("the workspace cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|error| error.code());
        match code.as_deref() {
            Some("5" | "6" | "261" | "517") => Self::Busy,
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}
