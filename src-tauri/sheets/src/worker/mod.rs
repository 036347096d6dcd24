//! The reading process: it alone opens spreadsheets, with a memory limit, and writes frames to stdout.

use std::path::PathBuf;

/// How the reading process is started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The executable.
    pub path: PathBuf,
    /// What makes it a worker.
    pub arguments: Vec<String>,
}

impl Program {
    /// This same executable with `worker` as its first argument.
    pub fn current() -> std::io::Result<Self> {
        Ok(Self { path: std::env::current_exe()?, arguments: vec!["worker".into()] })
    }
}

/// The worker's whole life: call it with everything after `worker` still in the process arguments.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::FAILURE
}
