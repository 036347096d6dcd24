//! The template workbook: it imports without any mapping.

use super::inspect::unreadable;
use crate::ActionError;
use crate::views::disclosure::{Exported, ExportedFile};
use chrono::NaiveDate;
use planner_sheets::fingerprint;
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::workbook::template_workbook;
use std::path::Path;

/// Saves the procurement template with its lists of categories, conditions and units.
pub async fn save_template(path: &Path, today: NaiveDate) -> Result<Exported, ActionError> {
    template_workbook(today, &Vocabulary::shipped()).write_to(path)?;
    Ok(Exported { files: vec![exported_file(path)?], chain_head: None })
}

/// What was written where.
pub(crate) fn exported_file(path: &Path) -> Result<ExportedFile, ActionError> {
    let found = fingerprint(path).map_err(|error| unreadable(&error))?;
    Ok(ExportedFile {
        path: path.display().to_string(),
        file_name: super::inspect::file_name(path),
        sha256: found.sha256,
        bytes: found.bytes,
    })
}
