//! The OLE container of xls: what it holds, and whether its workbook can be read without harm.

use super::limits::too_large;
use crate::error::ReadError;
use cfb::CompoundFile;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

/// Bytes of the workbook stream.
const MAX_STREAM: u64 = 96 * 1024 * 1024;
/// Cells of a sheet laid out from its first to its last.
const MAX_AREA: u64 = 4_000_000;
/// Cells of all sheets laid out.
const MAX_AREAS: u64 = 8_000_000;

/// Records of the workbook stream that are looked at.
mod record {
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const CELLS: [u16; 9] =
        [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];
}

/// Looks through the workbook stream before anything else reads it.
pub(super) fn check(path: &Path) -> Result<(), ReadError> {
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let mut container = CompoundFile::open(file).map_err(|error| broken(&error, bytes))?;
    let stream = workbook_stream(&mut container)?;
    walk(&stream)
}

fn broken(error: &std::io::Error, bytes: u64) -> ReadError {
    let is_cut = !bytes.is_multiple_of(512) || error.kind() == std::io::ErrorKind::UnexpectedEof;
    if is_cut { ReadError::Truncated } else { ReadError::damaged(error) }
}

fn workbook_stream<F: Read + Seek>(container: &mut CompoundFile<F>) -> Result<Vec<u8>, ReadError> {
    if container.exists("EncryptedPackage") {
        return Err(ReadError::PasswordProtected);
    }
    for (name, found) in
        [("WordDocument", "a Word document"), ("PowerPoint Document", "a PowerPoint presentation")]
    {
        if container.exists(name) {
            return Err(ReadError::NotASpreadsheet { found: found.into() });
        }
    }
    if !container.exists("Workbook") {
        return Err(match container.exists("Book") {
            true => ReadError::TooOld { format: "Excel 5.0/95".into() },
            false => ReadError::NotASpreadsheet { found: "an OLE document that is no workbook".into() },
        });
    }
    let stream = container.open_stream("Workbook")?;
    let mut bytes = Vec::new();
    stream.take(MAX_STREAM + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_STREAM {
        return Err(too_large("too long a workbook stream", "96 MiB; save it as .xlsx".into()));
    }
    Ok(bytes)
}

/// Rows and columns from the first to the last cell.
#[derive(Clone, Copy, Default)]
struct Extent {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

impl Extent {
    fn include(&mut self, row: u64, column: u64) {
        let widen = |range: &mut Option<(u64, u64)>, value: u64| {
            let (low, high) = range.unwrap_or((value, value));
            *range = Some((low.min(value), high.max(value)));
        };
        widen(&mut self.rows, row);
        widen(&mut self.columns, column);
    }

    fn area(self) -> u64 {
        let length = |range: Option<(u64, u64)>| range.map_or(0, |(low, high)| high - low + 1);
        length(self.rows) * length(self.columns)
    }
}

fn walk(stream: &[u8]) -> Result<(), ReadError> {
    let (mut rest, mut extent, mut areas) = (stream, Extent::default(), 0);
    let mut is_first = true;
    while let Some((kind, data, after)) = next_record(rest) {
        rest = after;
        match kind {
            record::BOF if is_first => {
                is_first = false;
                check_version(data)?;
            }
            record::FILE_PASS => return Err(ReadError::PasswordProtected),
            record::EOF => {
                areas += check_area(extent)?;
                extent = Extent::default();
            }
            record::DIMENSIONS => include_dimensions(&mut extent, data),
            kind if record::CELLS.contains(&kind) && data.len() >= 4 => {
                extent.include(word(data, 0), word(data, 2));
            }
            _ => {}
        }
    }
    areas += check_area(extent)?;
    if is_first {
        return Err(ReadError::damaged("its workbook stream does not begin as one"));
    }
    if areas > MAX_AREAS {
        return Err(wide_spread());
    }
    Ok(())
}

fn check_area(extent: Extent) -> Result<u64, ReadError> {
    let area = extent.area();
    if area > MAX_AREA { Err(wide_spread()) } else { Ok(area) }
}

fn wide_spread() -> ReadError {
    too_large(
        "too wide a spread of cells",
        format!("{MAX_AREA} cells from the first to the last; save it as .xlsx"),
    )
}

/// The claimed dimensions are reserved as memory by the reader, so they count like cells.
fn include_dimensions(extent: &mut Extent, data: &[u8]) {
    if data.len() >= 12 {
        let row = |at: usize| word(data, at) | word(data, at + 2) << 16;
        let (first, end) = (row(0), row(4));
        if end > first && word(data, 10) > word(data, 8) {
            extent.include(first, word(data, 8));
            extent.include(end - 1, word(data, 10) - 1);
        }
    }
}

fn check_version(data: &[u8]) -> Result<(), ReadError> {
    match data.len() >= 2 && word(data, 0) == 0x0600 {
        true => Ok(()),
        false => Err(ReadError::TooOld { format: "Excel 5.0/95".into() }),
    }
}

fn next_record(rest: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (head, after) = rest.split_at_checked(4)?;
    let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
    let (data, after) = after.split_at_checked(length)?;
    Some((u16::from_le_bytes([head[0], head[1]]), data, after))
}

fn word(data: &[u8], at: usize) -> u64 {
    u64::from(u16::from_le_bytes([data[at], data[at + 1]]))
}
