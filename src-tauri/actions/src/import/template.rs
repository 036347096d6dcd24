//! The template workbook: it imports without any mapping.

use crate::output::one_file;
use crate::views::disclosure::Exported;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::workbook::template_workbook;
use std::path::Path;

/// Saves the procurement template with its lists of categories, conditions and units; a workspace may be open or not.
pub async fn save_template(
    workspace: Option<&Workspace>,
    path: &Path,
    today: NaiveDate,
) -> Result<Exported, ActionError> {
    let bytes = template_workbook(today, &Vocabulary::shipped()).to_bytes()?;
    Ok(Exported { files: vec![one_file(workspace, path, &[], bytes)?], chain_head: None })
}
