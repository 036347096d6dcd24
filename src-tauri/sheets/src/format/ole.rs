//! The workbook stream of xls: whether it can be read without harm, and what calamine does not tell of it.

use super::compound::Compound;
use super::limits::too_large;
use crate::error::ReadError;
use crate::mapping::Merged;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::Path;

/// Bytes of the file and of its workbook stream.
const MAX_STREAM: u64 = 96 * 1024 * 1024;
/// Cells of a sheet laid out from its first to its last.
const MAX_AREA: u64 = 4_000_000;
/// Cells of all sheets laid out.
const MAX_AREAS: u64 = 8_000_000;
/// UTF-16, the only code page that texts of BIFF8 are in.
const UTF_16: [u8; 2] = 1200_u16.to_le_bytes();

/// Records of the workbook stream that are looked at.
mod record {
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const CODE_PAGE: u16 = 0x0042;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MERGED_CELLS: u16 = 0x00E5;
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const CELLS: [u16; 9] =
        [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];
}

/// What was seen in a workbook before anything else reads it.
pub(super) struct Workbook {
    /// The file, with the code page that its texts are in.
    pub(super) bytes: Vec<u8>,
    /// What was seen of each worksheet, in order.
    pub(super) sheets: Vec<Seen>,
}

/// What was seen of a worksheet.
#[derive(Clone, Default)]
pub(super) struct Seen {
    pub(super) merged: Vec<Merged>,
    /// Formulas whose result is nobody's figure: the program that wrote them asks for calculation on opening. Row from 0, column.
    pub(super) uncalculated: HashSet<(u32, u32)>,
    /// Formulas whose result is an empty text.
    blank: HashSet<(u32, u32)>,
}

/// Looks through the workbook stream before anything else reads it.
pub(super) fn check(path: &Path) -> Result<Workbook, ReadError> {
    if std::fs::metadata(path)?.len() > MAX_STREAM {
        return Err(too_long());
    }
    let mut bytes = std::fs::read(path)?;
    let length = bytes.len() as u64;
    let pieces = workbook_pieces(&bytes).map_err(|error| broken(error, length))?;
    let stream: Vec<u8> = pieces.iter().flat_map(|piece| bytes[piece.clone()].iter().copied()).collect();
    let Walked { sheets, code_page } = walk(&stream)?;
    if let Some(at) = code_page {
        for (offset, byte) in UTF_16.into_iter().enumerate() {
            if let Some(place) = place(&pieces, at + offset) {
                bytes[place] = byte;
            }
        }
    }
    Ok(Workbook { bytes, sheets })
}

fn too_long() -> ReadError {
    too_large("too long a workbook stream", "96 MiB; save it as .xlsx".into())
}

/// A container that contradicts itself and is no whole number of sectors was cut off.
fn broken(error: ReadError, length: u64) -> ReadError {
    match error {
        ReadError::Damaged { .. } if !length.is_multiple_of(512) => ReadError::Truncated,
        error => error,
    }
}

/// Where in the file a byte of the stream stands.
fn place(pieces: &[Range<usize>], mut at: usize) -> Option<usize> {
    for piece in pieces {
        if at < piece.len() {
            return Some(piece.start + at);
        }
        at -= piece.len();
    }
    None
}

fn workbook_pieces(bytes: &[u8]) -> Result<Vec<Range<usize>>, ReadError> {
    let container = Compound::open(bytes)?;
    if container.has("EncryptedPackage") {
        return Err(ReadError::PasswordProtected);
    }
    for (name, found) in
        [("WordDocument", "a Word document"), ("PowerPoint Document", "a PowerPoint presentation")]
    {
        if container.has(name) {
            return Err(ReadError::NotASpreadsheet { found: found.into() });
        }
    }
    container.pieces("Workbook")?.ok_or_else(|| match container.has("Book") {
        true => ReadError::TooOld { format: "Excel 5.0/95".into() },
        false => ReadError::NotASpreadsheet { found: "an OLE document that is no workbook".into() },
    })
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

/// What a walk through the stream came to.
struct Walked {
    sheets: Vec<Seen>,
    /// Where a code page stands that is not that of the texts.
    code_page: Option<usize>,
}

fn walk(stream: &[u8]) -> Result<Walked, ReadError> {
    let (mut rest, mut extent, mut areas) = (stream, Extent::default(), 0);
    let (mut is_first, mut code_page, mut has_results) = (true, None, false);
    // Worksheets in order, by the place of their beginning; what is seen of the present one.
    let (mut places, mut sheets, mut present) = (HashMap::new(), Vec::new(), None);
    while let Some((kind, data, after)) = next_record(rest) {
        let at = stream.len() - rest.len();
        rest = after;
        match kind {
            record::BOF if is_first => {
                is_first = false;
                check_version(data)?;
            }
            record::BOF => present = places.get(&at).copied().or(present),
            record::FILE_PASS => return Err(ReadError::PasswordProtected),
            record::CODE_PAGE if data.len() >= 2 && data[..2] != UTF_16 => code_page = Some(at + 4),
            record::BOUND_SHEET if data.len() >= 6 && data[5] == 0 => {
                let begin = (word(data, 0) | word(data, 2) << 16) as usize;
                places.insert(begin, sheets.len());
                sheets.push(Seen::default());
            }
            record::MERGED_CELLS => {
                present
                    .and_then(|index: usize| sheets.get_mut(index))
                    .into_iter()
                    .for_each(|seen| include_merged(seen, data));
            }
            record::EOF => {
                areas += check_area(extent)?;
                extent = Extent::default();
            }
            record::DIMENSIONS => include_dimensions(&mut extent, data),
            kind if record::CELLS.contains(&kind) && data.len() >= 4 => {
                extent.include(word(data, 0), word(data, 2));
                if let Some(seen) = present.and_then(|index: usize| sheets.get_mut(index))
                    && kind == record::FORMULA
                    && data.len() >= 16
                {
                    has_results |= include_formula(seen, data);
                }
            }
            _ => {}
        }
    }
    areas += check_area(extent)?;
    if !has_results {
        sheets.iter_mut().for_each(|seen: &mut Seen| seen.uncalculated.extend(seen.blank.drain()));
    }
    if is_first {
        return Err(ReadError::damaged("its workbook stream does not begin as one"));
    }
    if areas > MAX_AREAS {
        return Err(wide_spread());
    }
    Ok(Walked { sheets, code_page })
}

/// The flag of a formula whose result is to be calculated when the file is opened.
const CALCULATE_ON_LOAD: u8 = 2;
/// What a result that is an empty text begins with.
const EMPTY_TEXT: u8 = 3;

/// Takes a formula into account; answers whether it has a result. One that is an empty text is a result only in a file where
/// some formula has another: programs that calculate nothing write it everywhere.
fn include_formula(seen: &mut Seen, data: &[u8]) -> bool {
    let place = (word(data, 0) as u32, word(data, 2) as u32);
    let is_stale = data[14] & CALCULATE_ON_LOAD != 0;
    let is_blank = data[6] == EMPTY_TEXT && word(data, 12) == 0xFFFF;
    match (is_stale, is_blank) {
        (true, _) => seen.uncalculated.insert(place),
        (false, true) => seen.blank.insert(place),
        (false, false) => return true,
    };
    false
}

/// Ranges of first and last row, first and last column; those of one row fill nothing below.
fn include_merged(seen: &mut Seen, data: &[u8]) {
    let ranges = data.get(2..).unwrap_or_default().chunks_exact(8);
    seen.merged.extend(ranges.filter(|range| word(range, 2) > word(range, 0)).map(|range| Merged {
        column: word(range, 4) as u32,
        first: word(range, 0) as u32 + 1,
        last: word(range, 2) as u32 + 1,
    }));
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
