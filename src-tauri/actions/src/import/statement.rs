//! A registry's statement: certificate rows as they are read, before any of them is a lot.

use super::reading::{self, Said, Source, Watch};
use super::tally::issue_view;
use crate::views::import::{ImportOptions, IssueView};
use crate::{ActionError, Workspace};
use planner_sheets::issue::IssueCode;
use planner_sheets::record::{CertificateRow, Record};
use planner_sheets::rows::RowOutcome;
use std::path::Path;

/// What a statement came to.
pub(crate) struct Statement {
    pub file_name: String,
    pub sha256: String,
    pub sheet: String,
    pub rows_read: i64,
    /// Rows with their numbers in the sheet.
    pub rows: Vec<(u32, CertificateRow)>,
    pub issues: Vec<IssueView>,
}

/// Reads a statement; a row that names no serials is told as an issue and compared with nothing.
pub(crate) async fn statement_rows(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
) -> Result<Statement, ActionError> {
    let mut reading = reading::start(workspace, path, options, &Watch::default(), Statement::take).await?;
    while let Some(said) = reading.next().await {
        if let Said::Layout(source, answer) = said {
            let _ = answer.send(Statement::new(*source));
        }
    }
    let statement = reading.ended().await?.taker;
    if statement.rows.is_empty() {
        let message = format!(
            "No row of {} names certificates by serial number. Name its columns with a first and a last serial, or a certificate id.",
            statement.file_name
        );
        return Err(ActionError::new("nothing_to_compare", message));
    }
    Ok(statement)
}

impl Statement {
    fn new(source: Source) -> Self {
        Self {
            file_name: source.file_name,
            sha256: source.fingerprint.sha256,
            sheet: source.mapping.sheet,
            rows_read: 0,
            rows: Vec::new(),
            issues: Vec::new(),
        }
    }

    fn take(&mut self, outcome: RowOutcome, (): &mut ()) -> Result<(), ActionError> {
        self.rows_read += 1;
        match outcome {
            RowOutcome::Imported { row, record, issues, .. } => {
                self.issues.extend(
                    issues.iter().filter(|issue| issue.code == IssueCode::RangeMismatch).map(issue_view),
                );
                if let Record::Certificate(one) = *record {
                    self.rows.push((row, one));
                }
            }
            RowOutcome::Rejected { issues, .. } => self.issues.extend(issues.iter().map(issue_view)),
            RowOutcome::Skipped { .. } => {}
        }
        Ok(())
    }
}
