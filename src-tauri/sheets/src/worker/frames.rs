//! Frames out of a stream of bytes, wherever it comes from.

use crate::cell::Row;
use crate::error::ReadError;
use crate::frame::{Frame, MAX_FRAME, VERSION, decode};
use std::io::Read;

/// Bytes read at once.
const WINDOW: usize = 256 * 1024;

/// Frames of a stream, one after the other.
pub(crate) struct Frames<S> {
    source: S,
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
    /// Bytes of the stream that were taken.
    position: u64,
    row: Row,
}

impl<S: Read> Frames<S> {
    /// The frames of a stream from its beginning.
    pub(crate) fn start(source: S) -> Result<Self, ReadError> {
        let mut frames = Self::resume(source);
        if frames.take(VERSION.len())? == VERSION { Ok(frames) } else { Err(nonsense()) }
    }

    /// The frames of a stream from a place where one begins.
    pub(crate) fn resume(source: S) -> Self {
        Self { source, buffer: vec![0; WINDOW], at: 0, filled: 0, position: 0, row: Row::default() }
    }

    /// The next frame; nothing after the last one.
    pub(crate) fn next(&mut self) -> Result<Option<Frame<'_>>, ReadError> {
        let length = self.take(4)?.try_into().map_or(usize::MAX, |bytes| u32::from_le_bytes(bytes) as usize);
        if length > MAX_FRAME {
            return Err(nonsense());
        }
        self.need(length)?;
        let bytes = &self.buffer[self.at..self.at + length];
        self.at += length;
        self.position += length as u64;
        match decode(bytes, &mut self.row) {
            Some(Frame::Done) => Ok(None),
            Some(Frame::Failed(error)) => Err(error),
            Some(frame) => Ok(Some(frame)),
            None => Err(nonsense()),
        }
    }

    /// Bytes from the beginning of the stream to the next frame.
    pub(crate) fn position(&self) -> u64 {
        self.position
    }

    fn take(&mut self, length: usize) -> Result<&[u8], ReadError> {
        self.need(length)?;
        self.at += length;
        self.position += length as u64;
        Ok(&self.buffer[self.at - length..self.at])
    }

    /// Waits until `length` bytes are there.
    fn need(&mut self, length: usize) -> Result<(), ReadError> {
        if self.filled - self.at >= length {
            return Ok(());
        }
        self.buffer.copy_within(self.at..self.filled, 0);
        self.filled -= self.at;
        self.at = 0;
        if self.buffer.len() < length {
            self.buffer.resize(length, 0);
        }
        while self.filled < length {
            let read = self.source.read(&mut self.buffer[self.filled..])?;
            if read == 0 {
                return Err(ReadError::Truncated);
            }
            self.filled += read;
        }
        Ok(())
    }
}

fn nonsense() -> ReadError {
    ReadError::WorkerDied { how: "answered in another language".into(), details: String::new() }
}
