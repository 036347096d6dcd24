//! A workbook on disk: whole or not at all.

use super::{Workbook, WriteError};
use std::io::{self, Write};
use std::path::Path;

impl Workbook {
    /// Writes the workbook whole or not at all: beside the target first, then renamed.
    pub fn write_to(&self, path: &Path) -> Result<(), WriteError> {
        Ok(write_whole(path, &self.to_bytes()?)?)
    }
}

/// Writes bytes beside the target, makes them durable, and puts them in its place; nothing is left behind on failure.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = named(tempfile::Builder::new().prefix(".writing-")).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file that others may read as far as the user's own settings let them.
#[cfg(unix)]
fn named<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn named<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    builder
}
