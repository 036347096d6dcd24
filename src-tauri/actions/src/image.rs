//! Pictures of charts, as the page drew them.

use crate::output::one_file;
use crate::views::disclosure::Exported;
use crate::{ActionError, Workspace};
use std::path::Path;

/// Writes a picture.
pub fn save_image(workspace: &Workspace, path: &Path, content: Vec<u8>) -> Result<Exported, ActionError> {
    Ok(Exported { files: vec![one_file(workspace, path, &[], content)?], chain_head: None })
}
