//! How large a file may be before it is refused in words.

use crate::cell::{Row, Value};
use crate::error::ReadError;
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// Rows of a sheet, as in Excel.
pub(super) const MAX_ROWS: u32 = 1_048_576;
/// Columns of a sheet, as in Excel.
pub(super) const MAX_COLUMNS: u32 = 16_384;
/// Merged cells of a sheet.
pub(super) const MAX_MERGED: usize = 100_000;
/// Cells of a sheet.
const MAX_CELLS: u64 = 64_000_000;
/// Bytes of one cell's text.
const MAX_TEXT: usize = 1024 * 1024;
/// Entries of a zip archive: what its directory can count. A device type library has more than ten thousand.
pub(super) const MAX_ENTRIES: usize = 65_535;
/// Inflated bytes of a whole archive.
const MAX_INFLATED: u64 = 4 * 1024 * 1024 * 1024;
/// An archive that inflates beyond this ratio is a bomb, once it has inflated enough.
const MAX_RATIO: u64 = 250;
/// Inflated bytes below which no ratio is looked at.
const RATIO_FREE: u64 = 48 * 1024 * 1024;
/// Bytes of one tag, text or csv record.
const MAX_PIECE: u64 = 24 * 1024 * 1024;

/// Refuses rows beyond what a sheet may hold.
#[derive(Default)]
pub(super) struct Gate {
    cells: u64,
}

impl Gate {
    pub(super) fn admit(&mut self, row: &Row) -> Result<(), ReadError> {
        self.cells += row.cells.len() as u64;
        if self.cells > MAX_CELLS {
            return Err(too_large("too many cells in a sheet", format!("{MAX_CELLS} cells")));
        }
        if row.number > MAX_ROWS {
            return Err(too_large("too many rows in a sheet", format!("{MAX_ROWS} rows")));
        }
        let longest = row.cells.iter().map(|cell| text_length(&cell.value)).max();
        if longest.is_some_and(|length| length > MAX_TEXT) {
            return Err(too_large("too long a text in one cell", "1 MiB in one cell".into()));
        }
        Ok(())
    }
}

fn text_length(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        _ => 0,
    }
}

pub(super) fn too_large(what: &str, limit: String) -> ReadError {
    ReadError::TooLarge { what: what.to_owned(), limit }
}

/// Counts what is read and stops at the limits.
pub(super) struct Metered<R> {
    inner: R,
    compressed: u64,
    inflated: u64,
    total: Rc<Cell<u64>>,
    piece: u64,
}

impl<R: Read> Metered<R> {
    /// Meters a reader whose source has `compressed` bytes and shares a total with others.
    pub(super) fn new(inner: R, compressed: u64, total: Rc<Cell<u64>>) -> Self {
        Self { inner, compressed, inflated: 0, total, piece: 0 }
    }

    /// A new tag, text or record begins.
    pub(super) fn begin_piece(&mut self) {
        self.piece = 0;
    }

    fn check(&self) -> Result<(), ReadError> {
        let is_bomb = self.inflated > RATIO_FREE && self.inflated / self.compressed.max(1) > MAX_RATIO;
        if is_bomb || self.total.get() > MAX_INFLATED {
            let limit = format!("{MAX_RATIO} times its packed size, 4 GiB in all");
            return Err(too_large("its content unpacks to far more than its size", limit));
        }
        if self.piece > MAX_PIECE {
            return Err(too_large("too long a piece of text", "24 MiB in one piece".into()));
        }
        Ok(())
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.inflated += read as u64;
        self.piece += read as u64;
        self.total.set(self.total.get() + read as u64);
        self.check().map_err(io::Error::other)?;
        Ok(read)
    }
}
