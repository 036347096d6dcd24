//! Files together in one zip, the same bytes for the same content.

use super::WriteError;
use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// A zip of these files: the name of each, and its bytes. No day or clock is in it.
pub fn zip_bytes(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, WriteError> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name, options).map_err(io::Error::from)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish().map_err(io::Error::from)?.into_inner())
}
