//! A file that the reading process has gone through once: what it holds, and its rows waiting to be read as records.

use crate::error::ReadError;
use crate::fingerprint::{Fingerprint, fingerprint};
use crate::frame::{Frame, Opened};
use crate::inspect::{Inspection, SheetReader};
use crate::mapping::Mapping;
use crate::rows::{Progress, ReadSummary, RowReader, Sink};
use crate::vocabulary::Vocabulary;
use crate::worker::{Frames, Pipe, Program};
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
}

impl Contents {
    /// Has the reading process read the file; `progress` can stop it.
    pub fn read(
        program: &Program,
        path: &Path,
        vocabulary: &Vocabulary,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, ReadError> {
        let fingerprint =
            fingerprint(path).map_err(|error| ReadError::Unreadable { reason: error.to_string() })?;
        let spool = tempfile::tempfile().map_err(no_room)?;
        let frames = Frames::start(Tee { source: Pipe::start(program, path)?, copy: &spool })?;
        let (opened, readers, begins) = gather(frames, vocabulary, progress)?;
        let from_1904 = opened.from_1904;
        Ok(Self {
            inspection: Inspection::new(opened, readers, vocabulary),
            fingerprint,
            from_1904,
            spool,
            begins,
        })
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
        Ok(reader.summary)
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
    let (opened, readers, _) = gather(frames, vocabulary, &mut |_| ControlFlow::Continue(()))?;
    Ok(Inspection::new(opened, readers, vocabulary))
}

/// Hears the reading process out; answers what each sheet holds and where its rows begin.
fn gather(
    mut frames: Frames<impl Read>,
    vocabulary: &Vocabulary,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(Opened, Vec<SheetReader>, Vec<u64>), ReadError> {
    let Some(Frame::Opened(opened)) = frames.next()? else {
        return Err(ReadError::damaged("it has no sheet"));
    };
    let (mut readers, mut begins, mut rows_read) = (Vec::<SheetReader>::new(), Vec::new(), 0);
    while let Some(frame) = frames.next()? {
        match (frame, readers.last_mut()) {
            (Frame::Row(row), Some(reader)) => {
                reader.include(row, vocabulary);
                rows_read += 1;
                if rows_read % PROGRESS_ROWS == 0 && progress(Progress { rows_read }).is_break() {
                    return Err(ReadError::Cancelled);
                }
            }
            (Frame::Sheet(_), _) => {
                readers.push(SheetReader::default());
                begins.push(frames.position());
            }
            _ => {}
        }
    }
    Ok((opened, readers, begins))
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
        reason: format!("its rows could not be put into the folder for temporary files: {error}"),
    }
}
