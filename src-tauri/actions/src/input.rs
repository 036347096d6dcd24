//! A file that a person names to be read: one that is there, is a file, and is not the workspace itself.

use crate::error::in_words;
use crate::{ActionError, Workspace};
use planner_sheets::device_library::is_device_library;
use planner_store::file;
use std::fs::File;
use std::io;
use std::path::Path;

/// Refuses what cannot be read as a file, before anything waits for it.
pub(crate) fn check(workspace: &Workspace, path: &Path) -> Result<(), ActionError> {
    let refused = |code, what: &str| Err(ActionError::new(code, format!("{} {what}", path.display())));
    // Opening the workspace beside SQLite would end SQLite's locks on it.
    if file::is_same(workspace.path(), path) || file::is_log_of(workspace.path(), path) {
        return refused("not_a_file", "is the open workspace, no file to be taken in. Name another file.");
    }
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => refused("not_a_file", "is a folder, no file. Name a file in it."),
        Ok(found) if !found.is_file() => refused(
            "not_a_file",
            "is a device or a pipe, no file. Save what it gives as a file and name that.",
        ),
        Ok(_) => File::open(path).map(drop).map_err(|error| not_read(path, &error)),
        Err(error) => Err(not_read(path, &error)),
    }
}

/// The same for what is imported, where a folder may be a device type library.
pub(crate) fn check_table(workspace: &Workspace, path: &Path) -> Result<(), ActionError> {
    if path.is_dir() && is_device_library(path) { Ok(()) } else { check(workspace, path) }
}

/// A file that the system does not let us read.
pub(crate) fn not_read(path: &Path, error: &io::Error) -> ActionError {
    let message = match error.kind() {
        io::ErrorKind::NotFound => {
            format!("{} is not there. Check its name and folder, and name it again.", path.display())
        }
        _ => format!("{} cannot be read: it {}. Nothing was changed.", path.display(), in_words(error)),
    };
    ActionError::new("unreadable", message)
}
