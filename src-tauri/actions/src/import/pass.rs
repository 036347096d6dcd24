//! One pass over the rows of a file: what they come to is compared with what stands and, in a real import, recorded.

use super::duplicate::refuse_duplicate;
use super::questions::{questions, refuse_open};
use super::reading::{Read, Reading, Said, Source, Watch, rows_per_second};
use super::revision::{Choice, choice, records};
use super::sorting::{Keep, Sorter};
use super::tally::{Tally, issue_view};
use super::writer::{Batch, Writer, stored_issue};
use crate::views::import::ImportOptions;
use crate::views::revision::RevisionView;
use crate::{ActionError, Workspace, weights};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::revision::Records;
use planner_sheets::ReadError;
use planner_sheets::field::Kind;
use planner_store::drafts::Draft;
use planner_store::imports::{self, Import, ImportColumn, ImportSums};
use planner_store::{Connection, revisions};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::Mutex;
use uuid::Uuid;

/// What a pass is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To know what an import would do.
    Preview,
    /// The same, with every row to be looked through.
    Review,
    /// To record it.
    Record,
}

impl Purpose {
    fn step(self) -> &'static str {
        if self == Self::Record { "writing" } else { "reading" }
    }
}

/// One pass over the rows.
pub(super) struct Pass {
    today: NaiveDate,
    /// The id of the import; nothing in a preview.
    pub(super) import_id: Option<String>,
    /// Where rows are recorded; nothing in a preview.
    pub(super) writer: Option<Writer>,
    /// The rows as they are compared and reviewed; nothing where neither is asked for.
    pub(super) draft: Option<Draft>,
    keep: Keep,
    /// What stands and is compared with.
    pub(super) compared: Option<Records>,
    pub(super) choice: Option<Choice>,
    pub(super) revision: Option<RevisionView>,
    ledger: Arc<Mutex<Ledger>>,
    rows_total: Option<u64>,
}

/// A file that was passed through.
pub(super) struct Passed {
    pub source: Source,
    pub pass: Pass,
    pub sorter: Sorter,
}

impl Pass {
    /// Takes what the rows of a file come to, batch by batch, while the next are read and sorted. Where the file turns
    /// out to be read in another way than its beginning said, all is taken back and begun again.
    pub(super) async fn through(
        workspace: &Workspace,
        connection: &mut Connection,
        mut reading: Reading<Batch, Sorter>,
        options: &ImportOptions,
        purpose: Purpose,
        watch: &Watch,
    ) -> Result<Passed, ActionError> {
        imports::mark(connection).await?;
        let (mut pass, mut started, mut done) = (None, Instant::now(), 0);
        while let Some(said) = reading.next().await {
            match said {
                Said::Layout(source, answer) => {
                    if pass.take().is_some() {
                        imports::back_to_mark(connection).await?;
                    }
                    match Self::begin(workspace, connection, &source, options, purpose).await {
                        Ok((begun, sorter)) => {
                            (pass, started, done) = (Some(begun), Instant::now(), 0);
                            // The thread that asked waits, or has failed and says so at the end.
                            let _ = answer.send(sorter);
                        }
                        Err(_) if source.is_guessed() => imports::back_to_mark(connection).await?,
                        Err(error) => return Err(error),
                    }
                }
                Said::Rows(batch) => {
                    let Some(pass) = &mut pass else { continue };
                    done += batch.rows;
                    pass.record(connection, batch).await?;
                    let total = pass.rows_total.map(|total| total.max(done));
                    watch.report(purpose.step(), done, total, rows_per_second(done, started));
                    // The rows may all be read already.
                    if watch.cancel.as_flow().is_break() {
                        return Err(ReadError::Cancelled.into());
                    }
                }
            }
        }
        let Read { source, taker: mut sorter, summary } = reading.ended().await?;
        let mut pass = pass.ok_or_else(|| ActionError::new("reading_failed", "The file was not read."))?;
        sorter.tally.rows_hidden = summary.hidden;
        sorter.tally.rows_without_unit = summary.units_assumed;
        sorter.tally.open = summary.open.into_iter().chain(sorter.doubts.open()).collect();
        let mut issues: Vec<_> = summary.notes.iter().map(issue_view).collect();
        issues.extend(sorter.assumptions());
        sorter.tally.note(&issues);
        pass.record(connection, Batch { issues, ..Batch::default() }).await?;
        if let Some(records) = pass.compared {
            pass.compare(connection, records, &mut sorter.tally).await?;
        }
        Ok(Passed { source, pass, sorter })
    }

    /// A pass that keeps what has to be compared, or every row to be reviewed.
    async fn begin(
        workspace: &Workspace,
        connection: &mut Connection,
        source: &Source,
        options: &ImportOptions,
        purpose: Purpose,
    ) -> Result<(Self, Sorter), ActionError> {
        refuse_duplicate(connection, source, options).await?;
        if purpose == Purpose::Record {
            refuse_open(source, &questions(&source.mapping))?;
        }
        let compared = compared(connection, source, options).await?;
        let keep = match (purpose, compared) {
            (Purpose::Review, _) => Keep::Every,
            (_, Some(_)) => Keep::Compared,
            (_, None) => Keep::Nothing,
        };
        let sorter = Sorter::load(workspace, connection, source, options, keep).await?;
        let mut pass = Self {
            today: workspace.today,
            import_id: None,
            writer: None,
            draft: if keep == Keep::Nothing { None } else { Some(Draft::new().await?) },
            keep,
            compared,
            choice: choice(options)?,
            revision: None,
            ledger: sorter.ledger.clone(),
            rows_total: source.rows_total.map(|rows| rows.saturating_sub(source.mapping.header_row.into())),
        };
        if purpose == Purpose::Record {
            pass.begin_import(connection, source, &options.kind).await?;
        }
        Ok((pass, sorter))
    }

    async fn begin_import(
        &mut self,
        connection: &mut Connection,
        source: &Source,
        kind: &str,
    ) -> Result<(), ActionError> {
        let id = Uuid::now_v7().to_string();
        let import = Import {
            number: 0,
            id: id.clone(),
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
        (self.import_id, self.writer) = (Some(id), Some(Writer::new(number)));
        Ok(())
    }

    async fn record(&mut self, connection: &mut Connection, batch: Batch) -> Result<(), ActionError> {
        if let Some(writer) = &mut self.writer {
            writer.write(connection, &batch, &self.ledger).await?;
        }
        if let Some(draft) = &mut self.draft {
            draft.add_rows(&batch.draft).await?;
            draft.add_records(&batch.records).await?;
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
        let Some(writer) = &mut self.writer else { return Ok(()) };
        writer.finish(connection).await?;
        imports::finish(connection, writer.number, tally.sums, &tally.plan_hash()).await?;
        // Other devices weigh the lines that were there before; new lines are weighed with what is known.
        if source.mapping.kind == Kind::Catalogue {
            weights::weigh_again(connection, self.today).await?;
        }
        Ok(())
    }
}

/// What stands that the file is compared with.
async fn compared(
    connection: &mut Connection,
    source: &Source,
    options: &ImportOptions,
) -> Result<Option<Records>, ActionError> {
    let is_counted_besides = options.allow_duplicate && options.revision.is_none();
    let Some(records) = records(source.mapping.kind).filter(|_| !is_counted_besides) else { return Ok(None) };
    Ok(revisions::has_any(connection, records).await?.then_some(records))
}
