//! The reading process: it alone opens spreadsheets, with a memory limit and nothing but a pipe.

mod child;
mod frames;
mod pipe;

pub use child::main;
pub(crate) use frames::Frames;
pub(crate) use pipe::Pipe;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::time::Duration;

/// The first argument of a worker.
pub const ARGUMENT: &str = "worker";

/// How the reading process is started, and how long it is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The executable.
    pub path: PathBuf,
    /// What makes it a worker.
    pub arguments: Vec<OsString>,
    /// How long the check of a file may take.
    pub time_to_open: Duration,
    /// How long it may be silent between rows.
    pub time_between_rows: Duration,
}

impl Program {
    /// An executable that calls [`main`] when its first argument is [`ARGUMENT`].
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            arguments: vec![ARGUMENT.into()],
            time_to_open: Duration::from_secs(10),
            time_between_rows: Duration::from_secs(120),
        }
    }

    /// This same executable.
    pub fn current() -> std::io::Result<Self> {
        std::env::current_exe().map(Self::new)
    }
}

/// Whether the process was started as a worker.
pub fn is_asked_for(mut arguments: impl Iterator<Item = OsString>) -> bool {
    arguments.nth(1).is_some_and(|first| first == OsStr::new(ARGUMENT))
}
