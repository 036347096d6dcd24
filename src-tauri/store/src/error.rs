//! What can go wrong with the workspace file.

use crate::opening::ReadOnly;
use libsqlite3_sys as ffi;
use sqlx::migrate::MigrateError;
use std::ffi::c_int;
use std::io::{self, ErrorKind};
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
    /// A folder, a device or a pipe.
    #[error("{} is {}, no file", .path.display(), if *.is_folder { "a folder" } else { "a device or a pipe" })]
    NotAFile {
        /// What was named.
        path: PathBuf,
        /// Whether it is a folder.
        is_folder: bool,
    },
    /// The system does not let us at it.
    #[error("{} cannot be opened", .path.display())]
    NotOpened {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// It cannot be made.
    #[error("no workspace can be made at {}", .path.display())]
    NotMade {
        /// Where it was to be.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// It can only be read through a copy, which cannot be made.
    #[error("{} can only be read through a copy among the temporary files, which cannot be made", .path.display())]
    NotLookedAt {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// It is open for reading only.
    #[error("{} is open for reading only", .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Why.
        why: ReadOnly,
    },
    /// Somebody wrote to a file that is open for reading only.
    #[error("{} was changed by another program after it was opened for reading", .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The SQLite that is linked can corrupt the file.
    #[error("SQLite {version} is too old to write a workspace safely")]
    OldSqlite {
        /// Its version.
        version: String,
    },
    /// The system or the disk takes no change.
    #[error("the workspace cannot be written")]
    NotWritten {
        /// Why.
        why: ReadOnly,
    },
    /// The disk fails.
    #[error("the disk that the workspace is on does not answer as it should")]
    Disk,
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
    /// What nobody foresaw.
    #[error("the workspace cannot be read or written")]
    Database(Unforeseen),
    /// The copy that is kept before a file is brought up to date could not be made.
    #[error("{} is of an earlier version, and no copy of it could be kept beside it", .path.display())]
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
    /// Rows that a report rests on were changed and no event says so: a fault of the program, told before it is kept.
    #[error("the change of {table} is recorded in no event, so it was not kept")]
    Unrecorded {
        /// The table.
        table: String,
    },
    /// A migration failed.
    #[error("the workspace cannot be brought up to date")]
    Migration(Unforeseen),
}

/// What the database said, in its own words: for a report to support.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Unforeseen(sqlx::Error);

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(said) => {
                let code = said.code().and_then(|code| code.parse().ok());
                code.and_then(|code| Self::of_code(code, said.message()))
                    .unwrap_or(Self::Database(Unforeseen(error)))
            }
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::ColumnNotFound(name) => Self::damaged(format!("there is no column {name}")),
            sqlx::Error::ColumnDecode { index, .. } => {
                Self::damaged(format!("what stands in {} cannot be read", index.trim_matches('"')))
            }
            sqlx::Error::Decode(_) => Self::damaged("a value cannot be read"),
            _ => Self::Database(Unforeseen(error)),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) => match Self::from(error) {
                Self::Database(Unforeseen(error)) => {
                    Self::Migration(Unforeseen(MigrateError::from(error).into()))
                }
                known => known,
            },
            other => Self::Migration(Unforeseen(other.into())),
        }
    }
}

impl StoreError {
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }

    /// What is wrong with the file, in words; the error itself where it says nothing of what is in the file.
    pub(crate) fn damage(self) -> Result<String, Self> {
        match self {
            Self::Damaged { what } => Ok(what),
            Self::Refused { words } => Ok(words),
            Self::Database(Unforeseen(sqlx::Error::Database(_))) => Ok("it cannot be read".to_owned()),
            other => Err(other),
        }
    }

    /// What a code of SQLite's means to a person; nothing where it means a mistake of ours.
    pub(crate) fn of_code(code: c_int, words: &str) -> Option<Self> {
        Some(match code & 0xFF {
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Busy,
            ffi::SQLITE_FULL => Self::NotWritten { why: ReadOnly::NoRoom },
            _ if code == ffi::SQLITE_IOERR_SHMSIZE => Self::NotWritten { why: ReadOnly::NoRoom },
            ffi::SQLITE_READONLY | ffi::SQLITE_PERM | ffi::SQLITE_AUTH | ffi::SQLITE_CANTOPEN => {
                Self::NotWritten { why: ReadOnly::NoRight }
            }
            ffi::SQLITE_IOERR => Self::Disk,
            ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Self::damaged("its pages contradict each other"),
            ffi::SQLITE_CONSTRAINT if code == ffi::SQLITE_CONSTRAINT_TRIGGER => {
                Self::Refused { words: words.to_owned() }
            }
            ffi::SQLITE_CONSTRAINT if words.contains("line_sum.") => Self::Refused {
                words: "with this change a total of the lines can no longer be held".to_owned(),
            },
            ffi::SQLITE_ERROR if words == "integer overflow" => {
                Self::damaged("a total in it is too large to be held")
            }
            ffi::SQLITE_ERROR if words.starts_with("no such ") => {
                Self::damaged(format!("there is {words}, which belongs to it"))
            }
            _ => return None,
        })
    }

    /// Why the file can be read at most, if that is what this error says.
    pub(crate) fn prevents_writing(&self) -> Option<ReadOnly> {
        match self {
            Self::NotWritten { why } => Some(why.clone()),
            Self::NotCopied { error, .. } => Some(match error.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ReadOnly::NoRoom,
                _ => ReadOnly::NoRight,
            }),
            Self::Disk => Some(ReadOnly::NoRoom),
            _ => None,
        }
    }
}
