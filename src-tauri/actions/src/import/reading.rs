//! Reading on a thread of its own while the rows are mapped and written on another.

use super::inspect::file_name;
use super::remembered::{Applied, remembered, said, under};
use crate::views::import::{ImportOptions, ImportProgress};
use crate::{ActionError, Workspace, input};
use planner_sheets::contents::{Contents, Follow};
use planner_sheets::convention::is_of_year;
use planner_sheets::field::Kind;
use planner_sheets::inspect::Inspection;
use planner_sheets::inspect::Question;
use planner_sheets::mapping::{Mapping, Open, Overrides, recognise};
use planner_sheets::rows::{Progress, ReadSummary, RowOutcome};
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::worker::Program;
use planner_sheets::{Fingerprint, ReadError};
use planner_store::mappings::{self, StoredMapping};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

/// Rows handed over at once.
const BATCH: u64 = 4_000;

/// Asks a running import to stop; nothing is written then.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks for it.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether to go on.
    pub(super) fn as_flow(&self) -> ControlFlow<()> {
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
}

/// Speed since the start of a step.
pub(super) fn rows_per_second(rows: u64, started: Instant) -> u64 {
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    rows.saturating_mul(1_000) / milliseconds
}

/// How a file is read.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub file_name: String,
    pub fingerprint: Fingerprint,
    pub mapping: Mapping,
    /// What a person said, and what was remembered.
    pub overrides: Overrides,
    /// The remembered mapping that fits the file.
    pub applied: Option<Applied>,
    /// Rows in the sheet, the header among them; nothing while the file is still looked at.
    pub rows_total: Option<u64>,
    /// Other visible sheets with the same header.
    pub sheets_alike: Vec<String>,
}

/// What a reading thread says, in this order.
pub(super) enum Said<B, T> {
    /// How the file is read. Whoever takes its rows is to be sent back.
    ///
    /// Of a large file it is guessed by its beginning: not to answer is to wait for all of it. It is said once more
    /// where the rest of the file says otherwise; every row that was taken till then is void.
    Layout(Box<Source>, oneshot::Sender<T>),
    /// Rows, taken into their batch.
    Rows(B),
}

/// A file that is being read: at most a few batches wait, so that no sheet is ever whole in memory.
pub(super) struct Reading<B, T> {
    first: Option<Said<B, T>>,
    said: mpsc::Receiver<Said<B, T>>,
    thread: JoinHandle<Result<Read<T>, ActionError>>,
}

/// A file that was read.
pub(super) struct Read<T> {
    pub source: Source,
    /// Who took its rows.
    pub taker: T,
    pub summary: ReadSummary,
}

impl<B, T> Reading<B, T> {
    /// Waits until it is known how the file is read, or that it is not.
    pub(super) async fn begun(&mut self) {
        self.first = self.said.recv().await;
    }

    /// What is said next; nothing once the thread has ended.
    pub(super) async fn next(&mut self) -> Option<Said<B, T>> {
        match self.first.take() {
            Some(first) => Some(first),
            None => self.said.recv().await,
        }
    }

    /// What it came to.
    pub(super) async fn ended(self) -> Result<Read<T>, ActionError> {
        drop(self.said);
        ended(self.thread).await
    }
}

/// Starts reading a file as the options, what is remembered and the file itself say. Each row is taken into its batch
/// on the reading thread.
pub(super) async fn start<B: Default + Send + 'static, T: Send + 'static>(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
    take: fn(&mut T, RowOutcome, &mut B) -> Result<(), ActionError>,
) -> Result<Reading<B, T>, ActionError> {
    input::check_table(workspace, path)?;
    let kind = kind(&options.kind)?;
    let said = said(options, kind)?;
    let known = if options.without_mapping {
        Vec::new()
    } else {
        mappings::latest(&mut *workspace.store.read().await?, Some(kind.word())).await?
    };
    watch.report("checking", 0, None, 0);
    let layouts = Layouts { kind, said, known, path: path.to_owned() };
    let (program, watch) = (workspace.reader.clone(), watch.clone());
    let (sender, receiver) = mpsc::channel(4);
    let thread = tokio::task::spawn_blocking(move || {
        let vocabulary = Vocabulary::shipped();
        let teller = Teller {
            layouts,
            vocabulary: &vocabulary,
            watch,
            started: Instant::now(),
            sender,
            take,
            telling: None,
        };
        teller.read(&program)
    });
    Ok(Reading { first: None, said: receiver, thread })
}

/// What decides how a file is read, beside the file.
struct Layouts {
    kind: Kind,
    said: Overrides,
    known: Vec<StoredMapping>,
    path: PathBuf,
}

impl Layouts {
    fn source(
        &self,
        inspection: &Inspection,
        fingerprint: &Fingerprint,
        vocabulary: &Vocabulary,
    ) -> Result<Source, ReadError> {
        let (overrides, applied) = self.overrides(inspection);
        let mut mapping = Mapping::propose(inspection, self.kind, &overrides, vocabulary)?;
        let sheet = inspection.sheets.iter().find(|sheet| sheet.name == mapping.sheet);
        let sheets_alike: Vec<String> = inspection.sheets_alike(&mapping).map(str::to_owned).collect();
        if self.said.sheet.is_none()
            && !sheets_alike.is_empty()
            && !is_only_of_year(&mapping.sheet, &sheets_alike, self.said.year)
        {
            let choices = std::iter::once(&mapping.sheet).chain(&sheets_alike).cloned().collect();
            let (column, seen) = (mapping.sheet.clone(), String::new());
            mapping.open.push(Open { what: Question::Sheet, column, field: None, seen, choices });
        }
        Ok(Source {
            file_name: file_name(&self.path),
            fingerprint: fingerprint.clone(),
            rows_total: sheet.map(|sheet| u64::from(sheet.rows)),
            sheets_alike,
            mapping,
            overrides,
            applied,
        })
    }

    /// What a person says, over the remembered mapping that fits the file.
    fn overrides(&self, inspection: &Inspection) -> (Overrides, Option<Applied>) {
        let said = self.said.clone();
        let layouts: Vec<_> = self.known.iter().map(remembered).collect();
        match recognise(inspection, said.sheet.as_deref(), said.header_row, &layouts) {
            Some(found) => {
                let stored = self.known[found.index].clone();
                (under(said, &stored, &found), Some(Applied::new(stored, found)))
            }
            None => (said, None),
        }
    }
}

/// Whether a sheet alone of those alike is named after the year that is asked for: "Jan 2025" and "Feb 2025" both are.
fn is_only_of_year(sheet: &str, alike: &[String], year: Option<i32>) -> bool {
    let names_it =
        |name: &str| is_of_year(name, year) || year.is_some_and(|year| name.contains(&year.to_string()));
    is_of_year(sheet, year) && !alike.iter().any(|name| names_it(name))
}

/// The reading thread's side.
struct Teller<'a, B, T> {
    layouts: Layouts,
    vocabulary: &'a Vocabulary,
    watch: Watch,
    started: Instant,
    sender: mpsc::Sender<Said<B, T>>,
    take: fn(&mut T, RowOutcome, &mut B) -> Result<(), ActionError>,
    telling: Option<Telling<B, T>>,
}

/// Rows on their way to whoever records them.
struct Telling<B, T> {
    source: Source,
    taker: T,
    batch: B,
    rows: u64,
}

impl<B: Default, T> Teller<'_, B, T> {
    fn read(mut self, program: &Program) -> Result<Read<T>, ActionError> {
        let (vocabulary, path) = (self.vocabulary, self.layouts.path.clone());
        let mut contents = Contents::read(program, &path, vocabulary, &mut self)?;
        let source = self.layouts.source(&contents.inspection, &contents.fingerprint, vocabulary)?;
        let is_as_said = self.telling.as_ref().is_some_and(|telling| telling.source.is_said_as(&source));
        let summary = match contents.read_ahead(&source.mapping).filter(|_| is_as_said) {
            Some(summary) => summary,
            None => {
                self.begin(source.clone())?;
                let (cancel, mut refused) = (self.watch.cancel.clone(), None);
                let mut sink = |row| match self.tell(row) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(error) => {
                        refused = Some(error);
                        ControlFlow::Break(())
                    }
                };
                let read = contents.rows(&source.mapping, vocabulary, &mut |_| cancel.as_flow(), &mut sink);
                refused.map_or(read.map_err(ActionError::from), Err)?
            }
        };
        let Telling { taker, batch, .. } = self.telling.ok_or(ReadError::Cancelled)?;
        say(&self.sender, Said::Rows(batch))?;
        Ok(Read { source, taker, summary })
    }

    /// Says how the file is read, and waits for whoever takes its rows.
    fn begin(&mut self, source: Source) -> Result<(), ActionError> {
        let (answer, answered) = oneshot::channel();
        say(&self.sender, Said::Layout(Box::new(source.clone()), answer))?;
        let taker = answered.blocking_recv().map_err(|_| ReadError::Cancelled)?;
        self.telling = Some(Telling { source, taker, batch: B::default(), rows: 0 });
        Ok(())
    }

    fn tell(&mut self, row: RowOutcome) -> Result<(), ActionError> {
        let Some(telling) = &mut self.telling else { return Err(ReadError::Cancelled.into()) };
        (self.take)(&mut telling.taker, row, &mut telling.batch)?;
        telling.rows += 1;
        if telling.rows.is_multiple_of(BATCH) {
            say(&self.sender, Said::Rows(std::mem::take(&mut telling.batch)))?;
        }
        Ok(())
    }
}

impl<B: Default, T> Follow for Teller<'_, B, T> {
    fn progress(&mut self, Progress { rows_read }: Progress) -> ControlFlow<()> {
        // Rows that are taken already are told of by whoever records them.
        if self.telling.is_none() {
            self.watch.report("checking", rows_read, None, rows_per_second(rows_read, self.started));
        }
        if self.sender.is_closed() { ControlFlow::Break(()) } else { self.watch.cancel.as_flow() }
    }

    fn guess(&mut self, beginning: &Inspection, fingerprint: &Fingerprint) -> Option<Mapping> {
        let source = self.layouts.source(beginning, fingerprint, self.vocabulary).ok()?;
        let mapping = source.mapping.clone();
        self.begin(Source { rows_total: None, ..source }).ok()?;
        Some(mapping)
    }

    fn take(&mut self, row: RowOutcome) -> ControlFlow<()> {
        // What is refused by a guess is refused again, in words, if the whole file says the same.
        let is_told = self.tell(row).is_ok();
        if is_told {
            return ControlFlow::Continue(());
        }
        self.telling = None;
        ControlFlow::Break(())
    }
}

impl Source {
    /// Whether only the beginning of the file was looked at.
    pub(super) fn is_guessed(&self) -> bool {
        self.rows_total.is_none()
    }

    /// Whether a person and what is remembered say the same of it; the mapping is compared where the rows were read.
    fn is_said_as(&self, other: &Self) -> bool {
        self.overrides == other.overrides && self.applied == other.applied
    }
}

/// Nobody listens any more: what is read is of no use.
fn say<B, T>(sender: &mpsc::Sender<Said<B, T>>, said: Said<B, T>) -> Result<(), ReadError> {
    sender.blocking_send(said).map_err(|_| ReadError::Cancelled)
}

/// Runs blocking work on a thread that may block.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReadError> + Send + 'static,
) -> Result<T, ActionError> {
    ended(tokio::task::spawn_blocking(work)).await
}

/// What such work came to, once it has ended.
async fn ended<T, E>(work: JoinHandle<Result<T, E>>) -> Result<T, ActionError>
where
    ActionError: From<E>,
{
    let result = work.await.map_err(|error| {
        ActionError::new("reading_failed", format!("Reading the file failed: {error}. Nothing was changed."))
    });
    Ok(result??)
}

pub(super) fn kind(word: &str) -> Result<Kind, ActionError> {
    Kind::from_word(word).filter(|kind| *kind != Kind::Unknown).ok_or_else(|| {
        ActionError::request(format!(
            "“{word}” cannot be imported. It is procurement, dispositions, certificates or catalogue."
        ))
    })
}
