//! The data files that ship with the app and that a report rests on, each with its version and hash.

use crate::{ReportError, assets};
use sha2::{Digest, Sha256};

/// A shipped data file.
pub(crate) struct DataFile {
    pub id: String,
    pub version: String,
    pub sha256: String,
}

/// All of them.
pub(crate) fn data_files() -> Result<Vec<DataFile>, ReportError> {
    let file = |(name, text): (&str, &str)| {
        let known = assets::identity(name, text)?;
        let version = format!("{} ({})", known.version, known.date);
        Ok(DataFile { id: known.id, version, sha256: sha256(text.as_bytes()) })
    };
    assets::FILES.into_iter().map(file).collect()
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
