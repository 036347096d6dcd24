//! One pass over the rows of a file: what they come to is compared with what stands and, in a real import, recorded.

use super::reading::{self, Rows, Source, Watch, rows_per_second};
use super::revision::{Choice, choice};
use super::sorting::{Keep, Sorter};
use super::tally::{Tally, issue_view};
use super::writer::{Batch, Writer, stored_issue};
use crate::views::import::ImportOptions;
use crate::views::revision::RevisionView;
use crate::{ActionError, Workspace, weights};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_sheets::Contents;
use planner_sheets::field::Kind;
use planner_store::drafts::Draft;
use planner_store::imports::{self, Import, ImportColumn, ImportSums};
use planner_store::{Connection, revisions};
use std::time::Instant;
use tokio::sync::Mutex;

/// One pass over the rows.
pub(super) struct Pass {
    today: NaiveDate,
    /// Where rows are recorded; nothing in a preview.
    pub(super) writer: Option<Writer>,
    /// The rows as they are compared and reviewed; nothing where neither is asked for.
    pub(super) draft: Option<Draft>,
    pub(super) keep: Keep,
    is_compared: bool,
    pub(super) choice: Option<Choice>,
    pub(super) revision: Option<RevisionView>,
    rows_total: u64,
}

impl Pass {
    /// A pass that keeps what has to be compared, or every row `for_review`.
    pub(super) async fn new(
        workspace: &Workspace,
        connection: &mut Connection,
        source: &Source,
        options: &ImportOptions,
        for_review: bool,
    ) -> Result<Self, ActionError> {
        // The lines of one row of a wide table cannot be told apart by their row.
        let is_compared = source.mapping.further.is_empty() && is_compared(connection, options).await?;
        let keep = match (for_review, is_compared) {
            (true, _) => Keep::Every,
            (false, true) => Keep::Compared,
            (false, false) => Keep::Nothing,
        };
        Ok(Self {
            today: workspace.today,
            writer: None,
            draft: if keep == Keep::Nothing { None } else { Some(Draft::new().await?) },
            keep,
            is_compared,
            choice: choice(options)?,
            revision: None,
            rows_total: source.rows_total.saturating_sub(u64::from(source.mapping.header_row)),
        })
    }

    pub(super) async fn begin(
        &mut self,
        connection: &mut Connection,
        source: &Source,
        kind: &str,
        id: &str,
    ) -> Result<(), ActionError> {
        let import = Import {
            number: 0,
            id: id.to_owned(),
            kind: kind.to_owned(),
            file_name: source.file_name.clone(),
            file_sha256: source.fingerprint.sha256.clone(),
            sheet: source.mapping.sheet.clone(),
            header_row: source.mapping.header_row,
            plan_hash: String::new(),
            imported_on: self.today,
            sums: ImportSums::default(),
            undone_on: None,
        };
        let field = |index: usize| {
            let column =
                source.mapping.columns.iter().find(|column| usize::try_from(column.index) == Ok(index));
            column.map(|column| column.field.word().to_owned())
        };
        let headers = source.mapping.headers.iter().enumerate();
        let columns: Vec<_> = headers
            .map(|(index, header)| ImportColumn { header: header.clone(), field: field(index) })
            .collect();
        let number = imports::begin(connection, &import, &columns).await?;
        self.writer = Some(Writer::new(number));
        Ok(())
    }

    /// Takes what the rows come to, batch by batch, while the next are read and sorted.
    pub(super) async fn run(
        &mut self,
        connection: &mut Connection,
        sorter: Sorter,
        contents: Contents,
        source: &Source,
        watch: &Watch,
        step: &str,
    ) -> Result<Sorter, ActionError> {
        let ledger = sorter.ledger.clone();
        let Rows { mut batches, ended } = sorter.start(contents, source, &watch.cancel);
        let (started, mut done) = (Instant::now(), 0);
        while let Some(batch) = batches.recv().await {
            done += batch.rows;
            self.record(connection, batch, &ledger).await?;
            watch.report(step, done, Some(self.rows_total.max(done)), rows_per_second(done, started));
        }
        let (mut sorter, summary) = reading::ended(ended).await?;
        sorter.tally.rows_hidden = summary.hidden;
        sorter.tally.rows_without_unit = summary.units_assumed;
        let mut issues: Vec<_> = summary.notes.iter().map(issue_view).collect();
        issues.extend(sorter.assumptions());
        sorter.tally.note(&issues);
        self.record(connection, Batch { issues, ..Batch::default() }, &ledger).await?;
        if self.is_compared {
            self.compare(connection, &mut sorter.tally).await?;
        }
        Ok(sorter)
    }

    async fn record(
        &mut self,
        connection: &mut Connection,
        batch: Batch,
        ledger: &Mutex<Ledger>,
    ) -> Result<(), ActionError> {
        if let Some(writer) = &mut self.writer {
            writer.write(connection, &batch, ledger).await?;
        }
        if let Some(draft) = &mut self.draft {
            draft.add_rows(&batch.draft).await?;
            if self.keep == Keep::Every {
                draft.add_issues(&batch.issues.iter().map(stored_issue).collect::<Vec<_>>()).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn finish(
        &mut self,
        connection: &mut Connection,
        source: &Source,
        tally: &Tally,
    ) -> Result<(), ActionError> {
        self.replace(connection).await?;
        let Some(writer) = &self.writer else { return Ok(()) };
        imports::finish(connection, writer.number, tally.sums, &tally.plan_hash()).await?;
        // Other devices weigh the lines that were there before; new lines are weighed with what is known.
        if source.mapping.kind == Kind::Catalogue {
            weights::weigh_again(connection).await?;
        }
        Ok(())
    }
}

/// Whether there are lines to compare with.
async fn is_compared(connection: &mut Connection, options: &ImportOptions) -> Result<bool, ActionError> {
    Ok(options.kind == Kind::Procurement.word()
        && !options.allow_duplicate
        && revisions::has_lines(connection).await?)
}
