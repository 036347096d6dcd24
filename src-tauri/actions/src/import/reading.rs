//! Reading on a thread of its own while the rows are mapped and written on another.

use super::inspect::{file_name, unreadable};
use super::remembered::{Applied, remembered, said, under};
use crate::views::import::{ImportOptions, ImportProgress};
use crate::{ActionError, Workspace};
use planner_sheets::field::Kind;
use planner_sheets::inspect::Inspection;
use planner_sheets::mapping::{Mapping, Overrides, recognise};
use planner_sheets::rows::{ReadSummary, RowOutcome, read_rows};
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::{Fingerprint, ReadError, fingerprint};
use planner_store::mappings::{self, StoredMapping};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Rows handed over at once.
const BATCH: usize = 500;

/// Asks a running import to stop; nothing is written then.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks for it.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Who watches an import: hears how far it is, and can stop it.
#[derive(Clone)]
pub struct Watch {
    /// Hears how far it is; called from time to time, never per row.
    pub progress: Arc<dyn Fn(ImportProgress) + Send + Sync>,
    /// Stops it.
    pub cancel: Cancel,
}

impl Default for Watch {
    fn default() -> Self {
        Self { progress: Arc::new(|_| {}), cancel: Cancel::default() }
    }
}

impl Watch {
    /// Says how far a step is.
    pub(super) fn report(&self, step: &str, rows_done: u64, rows_total: Option<u64>, rows_per_second: u64) {
        let step = step.to_owned();
        (self.progress)(ImportProgress { step, rows_done, rows_total, rows_per_second });
    }
}

/// How a file will be read, found once before its rows are.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub path: PathBuf,
    pub file_name: String,
    pub fingerprint: Fingerprint,
    pub mapping: Mapping,
    /// What a person said, and what was remembered.
    pub overrides: Overrides,
    /// The remembered mapping that fits the file.
    pub applied: Option<Applied>,
    /// Rows in the sheet, the header among them.
    pub rows_total: u64,
}

/// Runs blocking work on a thread that may block.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReadError> + Send + 'static,
) -> Result<T, ActionError> {
    ended(tokio::task::spawn_blocking(work)).await
}

/// What such work came to, once it has ended.
pub(super) async fn ended<T>(work: JoinHandle<Result<T, ReadError>>) -> Result<T, ActionError> {
    let result = work.await.map_err(|error| {
        ActionError::new("reading_failed", format!("Reading the file failed: {error}. Nothing was changed."))
    });
    Ok(result??)
}

/// Finds sheet, header and columns as the options and the file say.
pub(super) async fn source(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
) -> Result<Source, ActionError> {
    let kind = kind(&options.kind)?;
    let said = said(options, kind)?;
    let known = if options.without_mapping {
        Vec::new()
    } else {
        mappings::latest(&mut *workspace.store.read().await?, Some(kind.word())).await?
    };
    let (program, file) = (workspace.reader.clone(), path.to_owned());
    blocking(move || {
        let fingerprint = fingerprint(&file).map_err(|error| unreadable(&error))?;
        let vocabulary = Vocabulary::shipped();
        let inspection = planner_sheets::inspect::inspect(&program, &file, &vocabulary)?;
        let (overrides, applied) = with_known(said, &inspection, known);
        let mapping = Mapping::propose(&inspection, kind, &overrides, &vocabulary)?;
        let sheet = inspection.sheets.iter().find(|sheet| sheet.name == mapping.sheet);
        let rows_total = sheet.map_or(0, |sheet| u64::from(sheet.rows));
        let file_name = file_name(&file);
        Ok(Source { file_name, path: file, fingerprint, mapping, overrides, applied, rows_total })
    })
    .await
}

/// What a person says, over the remembered mapping that fits the file.
fn with_known(
    said: Overrides,
    inspection: &Inspection,
    mut known: Vec<StoredMapping>,
) -> (Overrides, Option<Applied>) {
    let layouts: Vec<_> = known.iter().map(remembered).collect();
    match recognise(inspection, said.sheet.as_deref(), said.header_row, &layouts) {
        Some(found) => {
            let stored = known.swap_remove(found.index);
            (under(said, &stored, &found), Some(Applied::new(stored, found)))
        }
        None => (said, None),
    }
}

pub(super) fn kind(word: &str) -> Result<Kind, ActionError> {
    Kind::from_word(word).filter(|kind| *kind != Kind::Unknown).ok_or_else(|| {
        ActionError::request(format!(
            "“{word}” cannot be imported. It is procurement, dispositions, certificates or catalogue."
        ))
    })
}

/// Rows as they arrive, and what the sheet came to once they are all read.
pub(super) struct Rows {
    pub batches: mpsc::Receiver<Vec<RowOutcome>>,
    pub summary: JoinHandle<Result<ReadSummary, ReadError>>,
}

/// Starts reading; at most a few batches wait, so that no sheet is ever whole in memory.
pub(super) fn start(workspace: &Workspace, source: &Source, cancel: &Cancel) -> Rows {
    let (sender, batches) = mpsc::channel::<Vec<RowOutcome>>(4);
    let (program, source, cancel) = (workspace.reader.clone(), source.clone(), cancel.clone());
    let summary = tokio::task::spawn_blocking(move || {
        let mut batch = Vec::with_capacity(BATCH);
        let mut hand_over = |row: RowOutcome| {
            batch.push(row);
            if batch.len() < BATCH {
                return ControlFlow::Continue(());
            }
            let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
            if sender.blocking_send(full).is_ok() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        };
        let mut go_on =
            |_| if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let vocabulary = Vocabulary::shipped();
        let summary =
            read_rows(&program, &source.path, &source.mapping, &vocabulary, &mut go_on, &mut hand_over)?;
        if sender.blocking_send(batch).is_err() { Err(ReadError::Cancelled) } else { Ok(summary) }
    });
    Rows { batches, summary }
}
