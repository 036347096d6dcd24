//! The child's side: limits first, then the file, then frames.

use crate::error::{ReadError, said};
use crate::format::Book;
use crate::frame::{Frame, VERSION, encode};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;

/// Bytes of private memory; with the program's own pages the process stays under 512 MiB.
#[cfg(unix)]
const MEMORY: u64 = 448 * 1024 * 1024;
/// Seconds of processor time; far more than a sheet of a million rows takes.
#[cfg(unix)]
const PROCESSOR_SECONDS: u64 = 600;
/// Frames are gathered to this size before they are written.
const BATCH: usize = 64 * 1024;

/// The worker's whole life: limits itself, reads the file named in the process's arguments
/// (`worker FILE`), writes frames to stdout.
pub fn main() -> ExitCode {
    limit_itself();
    let path = std::env::args_os().nth(2);
    let mut out = Output { pipe: io::stdout().lock(), batch: VERSION.to_vec() };
    let result = catch_unwind(AssertUnwindSafe(|| read(path.as_deref().map(Path::new), &mut out)));
    let last = match result {
        Ok(Ok(())) => Frame::Done,
        Ok(Err(error)) => Frame::Failed(error),
        Err(_) => Frame::Failed(ReadError::damaged("its content contradicts itself")),
    };
    match out.send(last).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

#[cfg(unix)]
fn limit_itself() {
    use rlimit::Resource;
    // A limit that the system does not know is no reason to fail: the parent's clock remains.
    for (resource, limit) in
        [(Resource::DATA, MEMORY), (Resource::CPU, PROCESSOR_SECONDS), (Resource::CORE, 0)]
    {
        let hard = resource.get_hard().unwrap_or(u64::MAX);
        let _ = resource.set(limit.min(hard), limit.min(hard));
    }
}

#[cfg(not(unix))]
fn limit_itself() {}

fn read(path: Option<&Path>, out: &mut Output<impl Write>) -> Result<(), ReadError> {
    let Some(path) = path else {
        return Err(ReadError::Unreadable { reason: "the worker was called without a file".into() });
    };
    let mut book = Book::open(path)?;
    let opened = book.opened();
    let sheets = opened.sheets.len();
    out.send(Frame::Opened(opened)).and_then(|()| out.flush()).map_err(gone)?;
    for sheet in 0..sheets {
        out.send(Frame::Sheet(sheet as u32)).map_err(gone)?;
        let merged = book.read(sheet, &mut |row| out.send(Frame::Row(row)).map_err(gone))?;
        if !merged.is_empty() {
            out.send(Frame::Merged(merged)).map_err(gone)?;
        }
    }
    Ok(())
}

/// The parent went away: nobody reads what is said now.
fn gone(error: io::Error) -> ReadError {
    ReadError::Unreadable { reason: said(&error) }
}

/// Frames on their way out.
struct Output<W> {
    pipe: W,
    batch: Vec<u8>,
}

impl<W: Write> Output<W> {
    fn send(&mut self, frame: Frame) -> io::Result<()> {
        encode(&frame, &mut self.batch);
        if self.batch.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pipe.write_all(&self.batch)?;
        self.batch.clear();
        self.pipe.flush()
    }
}
