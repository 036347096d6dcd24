//! Rows read as records while the rest of the file is still looked at.

use super::{Gathered, PROGRESS_ROWS, no_room};
use crate::cell::Row;
use crate::error::ReadError;
use crate::fingerprint::Fingerprint;
use crate::frame::Frame;
use crate::inspect::Inspection;
use crate::mapping::Mapping;
use crate::rows::{Progress, ReadSummary, RowOutcome, RowReader};
use crate::vocabulary::Vocabulary;
use crate::worker::Frames;
use std::cell::OnceCell;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::ops::ControlFlow;

/// Rows of a sheet that are enough to guess how it is read. A sheet with fewer is looked at in no time.
const ENOUGH: u32 = 5_000;

/// Who follows the reading of a file.
///
/// It may take the rows of a large file before all of it was looked at. How they are read is a guess then: once the
/// file was looked at whole, only [`super::Contents::read_ahead`] says whether what was taken stands.
pub trait Follow {
    /// Hears from time to time how far it is; a break stops it.
    fn progress(&mut self, progress: Progress) -> ControlFlow<()>;

    /// How the file is read, going by its beginning; nothing to wait for all of it.
    fn guess(&mut self, _beginning: &Inspection, _fingerprint: &Fingerprint) -> Option<Mapping> {
        None
    }

    /// Takes a row that was read so; a break gives up reading ahead.
    fn take(&mut self, _row: RowOutcome) -> ControlFlow<()> {
        ControlFlow::Break(())
    }
}

/// Who only wants to know how far it is.
impl<F: FnMut(Progress) -> ControlFlow<()>> Follow for F {
    fn progress(&mut self, progress: Progress) -> ControlFlow<()> {
        self(progress)
    }
}

/// Reads rows along.
pub(super) struct Along<'a> {
    pub(super) follow: &'a mut dyn Follow,
    pub(super) fingerprint: &'a Fingerprint,
    /// What the reading process said so far.
    pub(super) spool: &'a File,
    /// Where a guess is kept.
    pub(super) guessed: &'a OnceCell<Mapping>,
    pub(super) vocabulary: &'a Vocabulary,
    /// Rows of all sheets so far.
    pub(super) rows_read: u64,
    /// Rows of the present sheet so far.
    pub(super) rows: u32,
    pub(super) state: State<'a>,
}

#[derive(Default)]
pub(super) enum State<'a> {
    /// No sheet was large enough so far.
    #[default]
    Waiting,
    /// The present sheet is read.
    Reading(Box<RowReader<'a>>),
    /// A sheet was read.
    Read(ReadSummary),
    /// It was given up.
    GivenUp,
}

impl<'a> Along<'a> {
    /// The next row of the present sheet, the last of those gathered.
    pub(super) fn include(&mut self, row: &Row, gathered: &Gathered) -> Result<(), ReadError> {
        (self.rows_read, self.rows) = (self.rows_read + 1, self.rows.saturating_add(1));
        let flow = match &mut self.state {
            State::Reading(reader) => reader.include(row, &mut |row| self.follow.take(row)),
            _ => ControlFlow::Continue(()),
        };
        match self.state {
            _ if flow.is_break() => self.state = State::GivenUp,
            State::Waiting if self.rows == ENOUGH => self.begin(gathered)?,
            _ => {}
        }
        let is_due = self.rows_read.is_multiple_of(PROGRESS_ROWS);
        let is_stopped = is_due && self.follow.progress(Progress { rows_read: self.rows_read }).is_break();
        if is_stopped { Err(ReadError::Cancelled) } else { Ok(()) }
    }

    /// Guesses by what was gathered so far, and catches up.
    fn begin(&mut self, Gathered { opened, readers, begins }: &Gathered) -> Result<(), ReadError> {
        let beginning = Inspection::new(opened.clone(), readers.clone(), self.vocabulary);
        let (Some(sheet), Some(begin)) = (beginning.sheets.last(), begins.last()) else { return Ok(()) };
        let guess = self.follow.guess(&beginning, self.fingerprint);
        let Some(mapping) = guess.filter(|mapping| mapping.sheet == sheet.name) else { return Ok(()) };
        let mut reader =
            RowReader::new(self.guessed.get_or_init(|| mapping), self.vocabulary, opened.from_1904);
        let mut spool = self.spool;
        spool.seek(SeekFrom::Start(*begin)).map_err(no_room)?;
        let mut frames = Frames::resume(spool);
        let mut flow = ControlFlow::Continue(());
        for _ in 0..self.rows {
            let Some(Frame::Row(row)) = frames.next()?.filter(|_| flow.is_continue()) else { break };
            flow = reader.include(row, &mut |row| self.follow.take(row));
        }
        spool.seek(SeekFrom::End(0)).map_err(no_room)?;
        self.state = if flow.is_continue() { State::Reading(Box::new(reader)) } else { State::GivenUp };
        Ok(())
    }

    /// Another sheet begins.
    pub(super) fn end_sheet(&mut self) {
        self.rows = 0;
        if let State::Reading(reader) = &mut self.state {
            self.state = match reader.finish(&mut |row| self.follow.take(row)) {
                ControlFlow::Continue(summary) => State::Read(summary),
                ControlFlow::Break(()) => State::GivenUp,
            };
        }
    }

    /// What was read, if a sheet was.
    pub(super) fn summary(mut self) -> Option<ReadSummary> {
        self.end_sheet();
        match self.state {
            State::Read(summary) => Some(summary),
            _ => None,
        }
    }
}
