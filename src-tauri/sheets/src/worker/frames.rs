//! The parent's side: starts the child, reads its frames, and ends it with words when it fails.

use super::{Program, Request};
use crate::error::ReadError;
use crate::frame::{Frame, MAX_FRAME, VERSION, decode};
use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// Bytes read from the pipe at once.
const CHUNK: usize = 64 * 1024;
/// Chunks read ahead of the parent.
const AHEAD: usize = 8;
/// Bytes of the child's stderr that are kept for the log.
const DETAILS: u64 = 4096;

/// The frames of a running child; dropping it ends the child.
pub(crate) struct Frames {
    child: Child,
    chunks: Receiver<io::Result<Vec<u8>>>,
    details: Option<JoinHandle<String>>,
    buffer: Vec<u8>,
    at: usize,
    is_started: bool,
    is_opened: bool,
    time_to_open: Duration,
    time_between_rows: Duration,
}

impl Frames {
    /// Starts the child.
    pub(crate) fn start(program: &Program, request: &Request) -> Result<Self, ReadError> {
        let missing = |error: io::Error| ReadError::WorkerMissing { reason: error.to_string() };
        let mut child = Command::new(&program.path)
            .args(&program.arguments)
            .args(request.arguments())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(missing)?;
        let (sender, chunks) = sync_channel(AHEAD);
        // A thread, because a pipe has no timeout of its own on every system.
        if let Some(stdout) = child.stdout.take() {
            std::thread::spawn(move || forward(stdout, &sender));
        }
        let details = child.stderr.take().map(|stderr| std::thread::spawn(move || last_words(stderr)));
        Ok(Self {
            child,
            chunks,
            details,
            buffer: Vec::new(),
            at: 0,
            is_started: false,
            is_opened: false,
            time_to_open: program.time_to_open,
            time_between_rows: program.time_between_rows,
        })
    }

    /// The next frame; nothing after the last one.
    pub(crate) fn next(&mut self) -> Result<Option<Frame>, ReadError> {
        if !self.is_started {
            self.need(VERSION.len())?;
            if self.take(VERSION.len()) != VERSION {
                return Err(self.nonsense());
            }
            self.is_started = true;
        }
        self.need(4)?;
        let length = u32::from_le_bytes(self.take(4).try_into().unwrap_or([0xFF; 4])) as usize;
        if length > MAX_FRAME {
            return Err(self.nonsense());
        }
        self.need(length)?;
        match decode(self.take(length)) {
            Some(Frame::Done) => Ok(None),
            Some(Frame::Failed(error)) => Err(error),
            Some(frame) => {
                self.is_opened = true;
                Ok(Some(frame))
            }
            None => Err(self.nonsense()),
        }
    }

    fn take(&mut self, length: usize) -> &[u8] {
        self.at += length;
        &self.buffer[self.at - length..self.at]
    }

    /// Waits until `length` bytes are there.
    fn need(&mut self, length: usize) -> Result<(), ReadError> {
        while self.buffer.len() - self.at < length {
            let chunk = self.receive()?;
            self.buffer.drain(..self.at);
            self.at = 0;
            self.buffer.extend(chunk);
        }
        Ok(())
    }

    fn receive(&mut self) -> Result<Vec<u8>, ReadError> {
        let patience = if self.is_opened { self.time_between_rows } else { self.time_to_open };
        match self.chunks.recv_timeout(patience) {
            Ok(Ok(chunk)) => Ok(chunk),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.died()),
            Err(RecvTimeoutError::Timeout) => {
                self.end();
                Err(ReadError::TooSlow { seconds: patience.as_secs() })
            }
        }
    }

    fn nonsense(&mut self) -> ReadError {
        self.end();
        ReadError::WorkerDied { how: "answered in another language".into(), details: self.details() }
    }

    fn died(&mut self) -> ReadError {
        let how = self.child.wait().map_or_else(|error| error.to_string(), |status| in_words(&status));
        ReadError::WorkerDied { how, details: self.details() }
    }

    fn details(&mut self) -> String {
        self.details.take().and_then(|thread| thread.join().ok()).unwrap_or_default()
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.end();
    }
}

fn forward(mut source: impl Read, sender: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut chunk = vec![0; CHUNK];
        let piece = match source.read(&mut chunk) {
            Ok(0) => return,
            Ok(read) => {
                chunk.truncate(read);
                Ok(chunk)
            }
            Err(error) => Err(error),
        };
        let is_last = piece.is_err();
        if sender.send(piece).is_err() || is_last {
            return;
        }
    }
}

/// The beginning of what the child says on stderr; the rest is read and dropped, so that it never waits.
fn last_words(mut source: impl Read) -> String {
    let mut kept = Vec::new();
    let _ = source.by_ref().take(DETAILS).read_to_end(&mut kept);
    let _ = io::copy(&mut source, &mut io::sink());
    String::from_utf8_lossy(&kept).into_owned()
}

#[cfg(unix)]
fn in_words(status: &ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    match status.signal() {
        Some(6) => "ran out of memory or met content it could not read".into(),
        Some(9) => "was ended by the system".into(),
        Some(11) => "met content it could not read".into(),
        Some(24) => "needed too much processor time".into(),
        Some(signal) => format!("ended by signal {signal}"),
        None => by_code(status),
    }
}

#[cfg(not(unix))]
fn in_words(status: &ExitStatus) -> String {
    by_code(status)
}

fn by_code(status: &ExitStatus) -> String {
    status.code().map_or_else(|| "ended".into(), |code| format!("ended with code {code}"))
}
