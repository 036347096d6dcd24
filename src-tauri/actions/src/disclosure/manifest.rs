//! The data files that ship with the app and that a report rests on, each with its version and hash.

use crate::{ActionError, assets};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A shipped data file.
pub(super) struct DataFile {
    pub id: String,
    pub version: String,
    pub sha256: String,
}

/// All of them.
pub(super) fn data_files() -> Result<Vec<DataFile>, ActionError> {
    let file = |(name, text): (&str, &str)| {
        let known = assets::identity(name, text)?;
        let version = format!("{} ({})", known.version, known.date);
        Ok(DataFile { id: known.id, version, sha256: sha256(text.as_bytes()) })
    };
    assets::FILES.into_iter().map(file).collect()
}

/// A hash in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
