//! Pictures of charts, as the page drew them.

use crate::ActionError;
use std::path::Path;

/// Writes a picture.
pub fn save_image(path: &Path, content: &[u8]) -> Result<(), ActionError> {
    std::fs::write(path, content).map_err(|error| {
        let message =
            format!("{} cannot be written: {error}. Choose another place and try again.", path.display());
        ActionError::new("export_failed", message)
    })
}
