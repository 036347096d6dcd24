//! Reading on a thread of its own while the rows are mapped and written on another.

use super::inspect::file_name;
use super::remembered::{Applied, remembered, said, under};
use crate::views::import::{ImportOptions, ImportProgress};
use crate::{ActionError, Workspace};
use planner_sheets::field::Kind;
use planner_sheets::inspect::Inspection;
use planner_sheets::mapping::{Mapping, Overrides, recognise};
use planner_sheets::rows::{Progress, ReadSummary, RowOutcome};
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::{Contents, Fingerprint, ReadError};
use planner_store::mappings::{self, StoredMapping};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Rows handed over at once.
const BATCH: u64 = 1_000;

/// Asks a running import to stop; nothing is written then.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks for it.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether to go on.
    fn as_flow(&self) -> ControlFlow<()> {
        if self.0.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
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

    /// Says how far the first reading is, of which nobody knows the end.
    fn as_progress(&self, step: &'static str) -> impl FnMut(Progress) -> ControlFlow<()> {
        let (watch, started) = (self.clone(), Instant::now());
        move |Progress { rows_read }| {
            watch.report(step, rows_read, None, rows_per_second(rows_read, started));
            watch.cancel.as_flow()
        }
    }
}

/// Speed since the start of a step.
pub(super) fn rows_per_second(rows: u64, started: Instant) -> u64 {
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    rows.saturating_mul(1_000) / milliseconds
}

/// How a file will be read, found once before its rows are.
#[derive(Debug)]
pub(super) struct Source {
    pub file_name: String,
    pub fingerprint: Fingerprint,
    pub mapping: Mapping,
    /// What a person said, and what was remembered.
    pub overrides: Overrides,
    /// The remembered mapping that fits the file.
    pub applied: Option<Applied>,
    /// Rows in the sheet, the header among them.
    pub rows_total: u64,
    /// Other visible sheets with the same header.
    pub sheets_alike: Vec<String>,
}

/// Runs blocking work on a thread that may block.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReadError> + Send + 'static,
) -> Result<T, ActionError> {
    ended(tokio::task::spawn_blocking(work)).await
}

/// What such work came to, once it has ended.
pub(super) async fn ended<T, E>(work: JoinHandle<Result<T, E>>) -> Result<T, ActionError>
where
    ActionError: From<E>,
{
    let result = work.await.map_err(|error| {
        ActionError::new("reading_failed", format!("Reading the file failed: {error}. Nothing was changed."))
    });
    Ok(result??)
}

/// Reads a file, and finds sheet, header and columns as the options and the file say.
pub(super) async fn source(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<(Source, Contents), ActionError> {
    let kind = kind(&options.kind)?;
    let said = said(options, kind)?;
    let known = if options.without_mapping {
        Vec::new()
    } else {
        mappings::latest(&mut *workspace.store.read().await?, Some(kind.word())).await?
    };
    let (program, file, watch) = (workspace.reader.clone(), path.to_owned(), watch.clone());
    blocking(move || {
        let vocabulary = Vocabulary::shipped();
        let contents = Contents::read(&program, &file, &vocabulary, &mut watch.as_progress("checking"))?;
        let (overrides, applied) = with_known(said, &contents.inspection, known);
        let mapping = Mapping::propose(&contents.inspection, kind, &overrides, &vocabulary)?;
        let sheet = contents.inspection.sheets.iter().find(|sheet| sheet.name == mapping.sheet);
        let rows_total = sheet.map_or(0, |sheet| u64::from(sheet.rows));
        let sheets_alike = contents.inspection.sheets_alike(&mapping).map(str::to_owned).collect();
        let (file_name, fingerprint) = (file_name(&file), contents.fingerprint.clone());
        Ok((
            Source { file_name, fingerprint, mapping, overrides, applied, rows_total, sheets_alike },
            contents,
        ))
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

/// Rows as they arrive in batches, and what the sheet came to once they are all read.
pub(super) struct Rows<B, T> {
    pub batches: mpsc::Receiver<B>,
    pub ended: JoinHandle<Result<(T, ReadSummary), ActionError>>,
}

/// Starts reading the rows, each taken into its batch on the reading thread; at most a few batches wait, so that no
/// sheet is ever whole in memory. What takes them comes back with the summary.
pub(super) fn start<B: Default + Send + 'static, T: Send + 'static>(
    mut contents: Contents,
    mapping: &Mapping,
    cancel: &Cancel,
    mut taker: T,
    mut take: impl FnMut(&mut T, RowOutcome, &mut B) -> Result<(), ActionError> + Send + 'static,
) -> Rows<B, T> {
    let (sender, batches) = mpsc::channel::<B>(4);
    let (mapping, cancel) = (mapping.clone(), cancel.clone());
    let ended = tokio::task::spawn_blocking(move || {
        let (mut batch, mut rows, mut refused) = (B::default(), 0, None);
        let mut include = |row: RowOutcome| {
            if let Err(error) = take(&mut taker, row, &mut batch) {
                refused = Some(error);
                return ControlFlow::Break(());
            }
            rows += 1;
            if rows % BATCH != 0 || sender.blocking_send(std::mem::take(&mut batch)).is_ok() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        };
        let read = contents.rows(&mapping, &Vocabulary::shipped(), &mut |_| cancel.as_flow(), &mut include);
        match refused {
            Some(error) => Err(error),
            None if sender.blocking_send(batch).is_err() => Err(ReadError::Cancelled.into()),
            None => Ok((taker, read?)),
        }
    });
    Rows { batches, ended }
}
