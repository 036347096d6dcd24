//! The data files that ship with the app and that a report rests on, each with its version and hash.

use crate::{ActionError, assets};
use planner_store::evidence::sha256;

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
