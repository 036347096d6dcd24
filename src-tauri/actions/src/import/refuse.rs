//! What a whole import is refused for, once all its rows are known.

use super::reading::Source;
use super::sorting::Sorter;
use crate::ActionError;
use planner_sheets::rows::SkipReason;

impl Sorter {
    /// A file of which nothing could be imported is refused whole.
    pub(super) fn refuse_nothing(&self, source: &Source) -> Result<(), ActionError> {
        let sums = self.tally.sums;
        if sums.rows_imported > 0 {
            return Ok(());
        }
        let Source { file_name, mapping, .. } = source;
        let message = match &self.first_rejection {
            Some(issue) => format!(
                "No row of {file_name}, sheet “{}”, can be imported: {} rows were rejected. Row {}{}: found “{}”, expected {}. Correct the file and import it again.",
                mapping.sheet,
                sums.rows_rejected,
                issue.row,
                issue.column.as_deref().map(|column| format!(", column “{column}”")).unwrap_or_default(),
                issue.seen,
                issue.expected
            ),
            None if self.tally.has_skipped(SkipReason::NoWeight) => format!(
                "No row of sheet “{}” of {file_name} states a weight, and a list of weights is of no use without. Name the column that holds them.",
                mapping.sheet
            ),
            None => format!(
                "Sheet “{}” of {file_name} has no rows below its header in row {}. Choose another sheet or header row.",
                mapping.sheet, mapping.header_row
            ),
        };
        Err(ActionError::new("nothing_to_import", message))
    }

    /// A weight below zero would lessen the requirement if it were a return, and is missing from it if it is a slip:
    /// only a person who has seen the preview can leave such a row out.
    pub(super) fn refuse_unseen_negative(
        &self,
        source: &Source,
        previewed: Option<&str>,
    ) -> Result<(), ActionError> {
        let Some(issue) = self.first_negative.as_ref().filter(|_| previewed.is_none()) else { return Ok(()) };
        let message = format!(
            "Row {} of {}, column “{}”, holds “{}”: a weight cannot be below 0. Nothing was imported. Correct the cell, or preview the import and confirm its plan to leave such rows out.",
            issue.row,
            source.file_name,
            issue.column.as_deref().unwrap_or_default(),
            issue.seen
        );
        Err(ActionError::new("negative_mass", message))
    }

    pub(super) fn refuse_other_plan(&self, previewed: Option<&str>) -> Result<(), ActionError> {
        match previewed {
            Some(hash) if hash != self.tally.plan_hash() => Err(ActionError::new(
                "plan_changed",
                "The file or the workspace changed since the preview. Nothing was imported; look at the preview again.",
            )),
            _ => Ok(()),
        }
    }
}
