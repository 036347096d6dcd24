//! A file that the reading process has gone through once: what it holds, and its rows waiting to be read as records.

mod along;

use crate::error::{ReadError, said};
use crate::fingerprint::{Fingerprint, fingerprint};
use crate::frame::{Frame, Opened};
use crate::inspect::{Inspection, SheetReader};
use crate::mapping::Mapping;
use crate::rows::{Progress, ReadSummary, RowReader, Sink};
use crate::vocabulary::Vocabulary;
use crate::worker::{Frames, Pipe, Program};
pub use along::Follow;
use along::{Along, State};
use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::Path;

/// Rows between two words of progress.
const PROGRESS_ROWS: u64 = 2_000;

/// A file, read once. However it changes now, what was looked at is what is imported.
#[derive(Debug)]
pub struct Contents {
    /// What it holds.
    pub inspection: Inspection,
    /// Its content in short.
    pub fingerprint: Fingerprint,
    from_1904: bool,
    /// What the reading process said, in a temporary file without a name.
    spool: File,
    /// Where in it the rows of each sheet begin.
    begins: Vec<u64>,
    /// What was read ahead, and how.
    ahead: Option<(Mapping, ReadSummary)>,
}

impl Contents {
    /// Has the reading process read the file; `follow` can stop it, and may have rows already.
    pub fn read(
        program: &Program,
        path: &Path,
        vocabulary: &Vocabulary,
        follow: &mut dyn Follow,
    ) -> Result<Self, ReadError> {
        let pipe = Pipe::start(program, path)?;
        let fingerprint = fingerprint(path).map_err(|error| ReadError::from_io(&error))?;
        let spool = tempfile::tempfile().map_err(no_room)?;
        let frames = Frames::start(Tee { source: pipe, copy: &spool })?;
        let guessed = OnceCell::new();
        let mut along = Along {
            follow,
            fingerprint: &fingerprint,
            spool: &spool,
            guessed: &guessed,
            vocabulary,
            rows_read: 0,
            rows: 0,
            state: State::default(),
        };
        let Gathered { opened, readers, begins } = gather(frames, vocabulary, Some(&mut along))?;
        let ahead = along.summary();
        let from_1904 = opened.from_1904;
        Ok(Self {
            inspection: Inspection::new(opened, readers, vocabulary),
            fingerprint,
            from_1904,
            spool,
            begins,
            ahead: guessed.into_inner().zip(ahead),
        })
    }

    /// What the rows came to that were read ahead, if that was done by this very mapping.
    pub fn read_ahead(&mut self, mapping: &Mapping) -> Option<ReadSummary> {
        self.ahead.take().filter(|(guessed, _)| guessed == mapping).map(|(_, summary)| summary)
    }

    /// Reads the mapped sheet, row by row, into `sink`; either function can stop it.
    pub fn rows(
        &mut self,
        mapping: &Mapping,
        vocabulary: &Vocabulary,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
        sink: &mut Sink,
    ) -> Result<ReadSummary, ReadError> {
        let from_1904 = self.from_1904;
        let mut frames = self.frames(&mapping.sheet)?;
        let mut reader = RowReader::new(mapping, vocabulary, from_1904);
        let mut due = PROGRESS_ROWS;
        while let Some(Frame::Row(row)) = frames.next()? {
            let mut flow = reader.include(row, sink);
            if flow.is_continue() && reader.summary.rows_read >= due {
                due += PROGRESS_ROWS;
                flow = progress(Progress { rows_read: reader.summary.rows_read });
            }
            if flow.is_break() {
                return Err(ReadError::Cancelled);
            }
        }
        match reader.finish(sink) {
            ControlFlow::Continue(summary) => Ok(summary),
            ControlFlow::Break(()) => Err(ReadError::Cancelled),
        }
    }

    /// Whether its days are counted from 1904.
    pub(crate) fn is_from_1904(&self) -> bool {
        self.from_1904
    }

    /// The rows of a sheet as they stand, up to the first frame that is none.
    pub(crate) fn frames(&mut self, sheet: &str) -> Result<Frames<&File>, ReadError> {
        let index = self.inspection.sheets.iter().position(|one| one.name == sheet);
        let Some(begin) = index.and_then(|index| self.begins.get(index)) else {
            let present = self.inspection.sheets.iter().map(|sheet| sheet.name.clone()).collect();
            return Err(ReadError::NoSuchSheet { name: sheet.into(), present });
        };
        self.spool.seek(SeekFrom::Start(*begin))?;
        Ok(Frames::resume(&self.spool))
    }
}

/// Looks at every sheet of a file.
pub fn inspect(program: &Program, path: &Path, vocabulary: &Vocabulary) -> Result<Inspection, ReadError> {
    let frames = Frames::start(Pipe::start(program, path)?)?;
    let Gathered { opened, readers, .. } = gather(frames, vocabulary, None)?;
    Ok(Inspection::new(opened, readers, vocabulary))
}

/// What the reading process said, heard out.
#[derive(Default)]
struct Gathered {
    opened: Opened,
    /// What each sheet holds.
    readers: Vec<SheetReader>,
    /// Where its rows begin.
    begins: Vec<u64>,
}

/// Hears the reading process out.
fn gather(
    mut frames: Frames<impl Read>,
    vocabulary: &Vocabulary,
    mut along: Option<&mut Along>,
) -> Result<Gathered, ReadError> {
    let Some(Frame::Opened(opened)) = frames.next()? else {
        return Err(ReadError::damaged("it has no sheet"));
    };
    let mut gathered = Gathered { opened, ..Gathered::default() };
    while let Some(frame) = frames.next()? {
        match (frame, gathered.readers.last_mut()) {
            (Frame::Row(row), Some(reader)) => {
                reader.include(row, vocabulary);
                if let Some(along) = &mut along {
                    along.include(row, &gathered)?;
                }
            }
            (Frame::Merged(merged), Some(reader)) => reader.merge(merged),
            (Frame::Sheet(_), _) => {
                gathered.readers.push(SheetReader::default());
                gathered.begins.push(frames.position());
                if let Some(along) = &mut along {
                    along.end_sheet();
                }
            }
            _ => {}
        }
    }
    Ok(gathered)
}

/// A source of which all that is read is kept.
struct Tee<'a, S> {
    source: S,
    copy: &'a File,
}

impl<S: Read> Read for Tee<'_, S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(buffer)?;
        self.copy.write_all(&buffer[..length]).map_err(|error| io::Error::other(no_room(error)))?;
        Ok(length)
    }
}

fn no_room(error: io::Error) -> ReadError {
    ReadError::Unreadable {
        reason: format!("its rows could not be put into the folder for temporary files: {}", said(&error)),
    }
}
