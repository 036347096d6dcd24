//! The OLE container of xls, read as it stands: spreadsheets open files whose sector table ends in chain ends, whose
//! directory is in no order and whose root has an odd length, and so do we. Nothing here trusts a count.

use crate::error::ReadError;
use std::ops::Range;

const HEADER: usize = 512;
const ENTRY: usize = 128;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// Streams shorter than this stand in the small sectors.
const SMALL: u64 = 4096;
const SMALL_SECTOR: usize = 64;
const ROOT: u8 = 5;
const STREAM: u8 = 2;

/// A container, and where its streams stand in it.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: u64,
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let shift = half(bytes, 30).filter(|shift| matches!(shift, 9 | 12)).ok_or_else(wrong)?;
        let mut compound = Self { bytes, sector: 1 << shift, next: Vec::new(), entries: Vec::new() };
        for sector in compound.table_sectors()? {
            let table = compound.sector_bytes(sector).ok_or(ReadError::Truncated)?;
            compound.next.extend(
                table.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])),
            );
        }
        let first = word(bytes, 48).ok_or_else(wrong)?;
        for sector in compound.chain(first)? {
            let entries = bytes.get(compound.place(sector)).ok_or(ReadError::Truncated)?;
            compound.entries.extend(entries.chunks_exact(ENTRY).filter_map(entry));
        }
        Ok(compound)
    }

    /// The sectors that hold the table of chains: the first of them stand in the header, the others in a chain of lists.
    fn table_sectors(&self) -> Result<Vec<u32>, ReadError> {
        let most = self.bytes.len() / self.sector + 1;
        let is_sector = |sector: &u32| *sector < END_OF_CHAIN - 2;
        let mut sectors: Vec<u32> =
            (0..109).filter_map(|at| word(self.bytes, 76 + 4 * at)).filter(is_sector).collect();
        let mut list = word(self.bytes, 68).unwrap_or(END_OF_CHAIN);
        for _ in 0..most {
            if !is_sector(&list) {
                return Ok(sectors);
            }
            let bytes = self.sector_bytes(list).ok_or(ReadError::Truncated)?;
            let last = bytes.len() / 4 - 1;
            sectors.extend((0..last).filter_map(|at| word(bytes, 4 * at)).filter(is_sector));
            list = word(bytes, 4 * last).unwrap_or(END_OF_CHAIN);
            if sectors.len() > most {
                break;
            }
        }
        Err(wrong())
    }

    fn place(&self, sector: u32) -> Range<usize> {
        let start = HEADER.max(self.sector) + self.sector * sector as usize;
        start..start + self.sector
    }

    /// A sector; the last one may be cut short.
    fn sector_bytes(&self, sector: u32) -> Option<&'a [u8]> {
        let Range { start, end } = self.place(sector);
        self.bytes.get(start..end.min(self.bytes.len()))
    }

    /// The sectors of a chain, in order.
    fn chain(&self, first: u32) -> Result<Vec<u32>, ReadError> {
        let (mut chain, mut sector) = (Vec::new(), first);
        while sector < END_OF_CHAIN {
            if chain.len() > self.next.len() {
                return Err(ReadError::damaged("its sectors run in a circle"));
            }
            chain.push(sector);
            sector = *self.next.get(sector as usize).ok_or(ReadError::Truncated)?;
        }
        Ok(chain)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The pieces of the file that a stream is made of, in order; nothing where there is no such stream.
    pub(super) fn pieces(&self, name: &str) -> Result<Option<Vec<Range<usize>>>, ReadError> {
        let is_it = |entry: &&Entry| entry.kind == STREAM && entry.name.eq_ignore_ascii_case(name);
        let Some(entry) = self.entries.iter().find(is_it) else { return Ok(None) };
        let mut pieces = if entry.size < SMALL { self.small(entry.start)? } else { self.large(entry.start)? };
        let mut left = entry.size;
        for piece in &mut pieces {
            let length = (piece.len() as u64).min(left);
            piece.end = (piece.start + length as usize).min(self.bytes.len());
            left -= length;
        }
        if left > 0 || pieces.iter().any(|piece| piece.start > self.bytes.len()) {
            return Err(ReadError::Truncated);
        }
        pieces.retain(|piece| !piece.is_empty());
        Ok(Some(pieces))
    }

    fn large(&self, first: u32) -> Result<Vec<Range<usize>>, ReadError> {
        Ok(self.chain(first)?.into_iter().map(|sector| self.place(sector)).collect())
    }

    /// Small sectors are parts of the root's own stream.
    fn small(&self, first: u32) -> Result<Vec<Range<usize>>, ReadError> {
        let root = self.entries.iter().find(|entry| entry.kind == ROOT).ok_or_else(wrong)?;
        let whole = self.large(root.start)?;
        let mut next = Vec::new();
        for sector in self.chain(word(self.bytes, 60).ok_or_else(wrong)?)? {
            let table = self.sector_bytes(sector).ok_or(ReadError::Truncated)?;
            next.extend(
                table.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])),
            );
        }
        let (mut pieces, mut sector) = (Vec::new(), first);
        while sector < END_OF_CHAIN {
            let at = sector as usize * SMALL_SECTOR;
            let place = whole.get(at / self.sector).ok_or(ReadError::Truncated)?;
            let start = place.start + at % self.sector;
            pieces.push(start..start + SMALL_SECTOR);
            sector = *next.get(sector as usize).ok_or(ReadError::Truncated)?;
            if pieces.len() > next.len() {
                return Err(ReadError::damaged("its sectors run in a circle"));
            }
        }
        Ok(pieces)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(half(bytes, 64)?).min(64) / 2;
    let letters: Vec<u16> = (0..length.saturating_sub(1)).filter_map(|at| half(bytes, 2 * at)).collect();
    let size = u64::from(word(bytes, 120)?);
    let kind = bytes[66];
    (kind != 0).then(|| Entry {
        name: String::from_utf16_lossy(&letters),
        kind,
        start: word(bytes, 116).unwrap_or(END_OF_CHAIN),
        size,
    })
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(half(bytes, at)?) | u32::from(half(bytes, at + 2)?) << 16)
}

fn wrong() -> ReadError {
    ReadError::damaged("its container is not laid out as one")
}
