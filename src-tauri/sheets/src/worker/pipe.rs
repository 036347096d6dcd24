//! The parent's side: starts the child, hands on its bytes, and ends it with words when it fails.

use super::Program;
use crate::error::{ReadError, said};
use std::io::{self, Read};
use std::path::Path;
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

/// What a running child writes; dropping it ends the child.
pub(crate) struct Pipe {
    child: Child,
    chunks: Receiver<io::Result<Vec<u8>>>,
    chunk: Vec<u8>,
    at: usize,
    details: Option<JoinHandle<String>>,
    is_opened: bool,
    time_to_open: Duration,
    time_between_rows: Duration,
}

impl Pipe {
    /// Starts a child that reads this file.
    pub(crate) fn start(program: &Program, path: &Path) -> Result<Self, ReadError> {
        let missing = |error: io::Error| ReadError::WorkerMissing { reason: said(&error) };
        let mut child = Command::new(&program.path)
            .args(&program.arguments)
            .arg(path)
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
            chunk: Vec::new(),
            at: 0,
            details,
            is_opened: false,
            time_to_open: program.time_to_open,
            time_between_rows: program.time_between_rows,
        })
    }

    fn receive(&mut self) -> Result<Vec<u8>, ReadError> {
        let patience = if self.is_opened { self.time_between_rows } else { self.time_to_open };
        match self.chunks.recv_timeout(patience) {
            Ok(Ok(chunk)) => {
                self.is_opened = true;
                Ok(chunk)
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.died()),
            Err(RecvTimeoutError::Timeout) => {
                self.end();
                Err(ReadError::TooSlow { seconds: patience.as_secs() })
            }
        }
    }

    fn died(&mut self) -> ReadError {
        let how = self.child.wait().map_or_else(|error| said(&error), |status| in_words(&status));
        let details = self.details.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        ReadError::WorkerDied { how, details }
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Read for Pipe {
    /// The bytes in order. There is no end: a child that stops before its last frame has died.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.chunk.len() {
            self.chunk = self.receive().map_err(io::Error::other)?;
            self.at = 0;
        }
        let length = buffer.len().min(self.chunk.len() - self.at);
        buffer[..length].copy_from_slice(&self.chunk[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}

impl Drop for Pipe {
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
