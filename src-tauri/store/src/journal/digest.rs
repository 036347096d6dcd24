//! What rows come to: SHA-256 over a block of them in the order of their key, and over the blocks of a group.
//!
//! A row is the sequence of its columns that are not null, each as its place, its type and its exact value, so that no two rows
//! look alike and a column added later, while it is null, changes nothing. How these are framed changed once: a file of an
//! earlier format is checked as it was written. A group is cut into blocks of 256 rows:
//! a line that is edited costs its block, and a line that was tampered with is found in one. The digests of lines and
//! words are made while they are written, because reading a million of them again would cost a tenth of the import.

use super::kept::{BLOCK_BITS, Kept, TABLES};
use super::reading::{TableRead, Which, read, read_tables};
use crate::bulk::{Bound, Cell, Statement};
use crate::values::Values;
use crate::{Connection, StoreError, migration};
use planner_core::journal::Digest;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A block: which part it is of, and its number.
pub(super) type Place = (i64, i64);

/// What a block of rows comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) rows: i64,
    pub(super) sha256: String,
}

/// Rows of a block on their way into its digest.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    rows: i64,
    hasher: Sha256,
}

impl Open {
    /// Takes the bytes of so many rows.
    pub(super) fn add(&mut self, rows: i64, bytes: &mut RowBytes) {
        self.rows += rows;
        self.hasher.update(&bytes.bytes);
        bytes.bytes.clear();
    }

    pub(super) fn closed(self) -> Block {
        Block { rows: self.rows, sha256: crate::evidence::hex(&self.hasher.finalize()) }
    }
}

/// How a cell is written into the bytes that are digested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// In files before the migration [`SHORT`]: ten bytes before whatever the cell holds.
    Long,
    /// As few bytes as hold its number or its length.
    Short,
}

/// The migration since which cells are framed shortly.
const SHORT: i64 = 47;

impl Framing {
    /// That of the digests a file holds. A file that does not say which migrations ran has a problem of its own.
    pub(super) async fn of(connection: &mut Connection) -> Self {
        match migration::has_run(connection, SHORT).await {
            Ok(false) => Self::Long,
            Ok(true) | Err(_) => Self::Short,
        }
    }
}

/// The bytes of a row that are digested.
#[derive(Debug)]
pub(super) struct RowBytes {
    framing: Framing,
    bytes: Vec<u8>,
}

impl RowBytes {
    pub(super) const fn new(framing: Framing) -> Self {
        Self { framing, bytes: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    // Called for each cell of a million lines.
    #[inline(always)]
    pub(super) fn put(&mut self, place: u8, cell: Cell) {
        let (kind, number, bytes) = match cell {
            Cell::Null => return,
            Cell::Integer(number) => (1, number, &[][..]),
            Cell::Text(bytes) => (2, i64::try_from(bytes.len()).unwrap_or(i64::MAX), bytes),
            Cell::Other(bytes) => (3, i64::try_from(bytes.len()).unwrap_or(i64::MAX), bytes),
        };
        let [a, b, c, d, e, f, g, h] = number.to_le_bytes();
        self.bytes.reserve(10 + bytes.len());
        match self.framing {
            Framing::Long => self.bytes.extend_from_slice(&[place, kind, a, b, c, d, e, f, g, h]),
            Framing::Short => {
                // The zeros before a number are left out; how many bytes are left stands beside the kind.
                let length = 8 - number.leading_zeros() / 8;
                let head = kind << 4 | u8::try_from(length).unwrap_or(8);
                let end = self.bytes.len() + 2 + usize::from(head & 0xf);
                self.bytes.extend_from_slice(&[place, head, a, b, c, d, e, f, g, h]);
                self.bytes.truncate(end);
            }
        }
        self.bytes.extend_from_slice(bytes);
    }
}

/// What a group comes to: a digest over those of its blocks; nothing where it has no rows.
pub(super) fn group<'a>(blocks: impl IntoIterator<Item = (i64, &'a Block)>) -> Option<String> {
    let mut hasher = Sha256::new();
    let mut has_any = false;
    for (number, Block { rows, sha256 }) in blocks {
        has_any = true;
        hasher.update(format!("{number} {rows} {sha256}\n"));
    }
    has_any.then(|| crate::evidence::hex(&hasher.finalize()))
}

/// The groups that blocks make up, by part.
pub(super) fn groups(blocks: &BTreeMap<Place, Block>) -> BTreeMap<i64, Option<String>> {
    let mut parts: BTreeMap<i64, Vec<(i64, &Block)>> = BTreeMap::new();
    for ((part, number), block) in blocks {
        parts.entry(*part).or_default().push((*number, block));
    }
    parts.into_iter().map(|(part, blocks)| (part, group(blocks))).collect()
}

/// Computes one block anew, and says whether it is other than it was kept.
pub(super) async fn settle_block(
    connection: &mut Connection,
    kept: &Kept,
    place: Place,
) -> Result<bool, StoreError> {
    let mut now = TableRead::default();
    read(&mut connection.lock_handle().await?, kept, Which::One(place), Framing::Short, &mut now)?;
    let now = now.blocks.remove(&place);
    let (part, number) = place;
    let before = sqlx::query("SELECT rows, sha256 FROM digest WHERE kept = ?1 AND part = ?2 AND block = ?3");
    let before = before.bind(kept.table).bind(part).bind(number).fetch_optional(&mut *connection).await?;
    let before = before.as_ref().map(block).transpose()?;
    if before == now {
        return Ok(false);
    }
    match now {
        Some(now) => put(connection, kept.table, place, &now).await?,
        None => {
            let remove = sqlx::query("DELETE FROM digest WHERE kept = ?1 AND part = ?2 AND block = ?3");
            remove.bind(kept.table).bind(part).bind(number).execute(connection).await?;
        }
    }
    Ok(true)
}

async fn put(
    connection: &mut Connection,
    table: &str,
    (part, number): Place,
    block: &Block,
) -> Result<(), StoreError> {
    sqlx::query(PUT)
        .bind(table)
        .bind(part)
        .bind(number)
        .bind(block.rows)
        .bind(&block.sha256)
        .execute(connection)
        .await?;
    Ok(())
}

const PUT: &str = "INSERT INTO digest (kept, part, block, rows, sha256) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (kept, part, block) DO UPDATE SET rows = excluded.rows, sha256 = excluded.sha256";

fn block(row: &sqlx::sqlite::SqliteRow) -> Result<Block, StoreError> {
    Ok(Block { rows: row.integer("rows")?, sha256: row.text("sha256")? })
}

/// The blocks of a table as they are kept: of one part, else of all.
pub(super) async fn kept_blocks(
    connection: &mut Connection,
    table: &str,
    part: Option<i64>,
) -> Result<BTreeMap<Place, Block>, StoreError> {
    let rows = sqlx::query(
        "SELECT part, block, rows, sha256 FROM digest WHERE kept = ?1 AND (?2 IS NULL OR part = ?2)
         ORDER BY part, block",
    );
    let rows = rows.bind(table).bind(part).fetch_all(connection).await?;
    rows.iter().map(|row| Ok(((row.integer("part")?, row.integer("block")?), block(row)?))).collect()
}

/// Computes the digests of every table anew, and answers what each group comes to.
pub(super) async fn restate(connection: &mut Connection) -> Result<Vec<Digest>, StoreError> {
    sqlx::query("DELETE FROM digest").execute(&mut *connection).await?;
    let mut digests = Vec::new();
    let mut tables = read_tables(connection, None).await?;
    for kept in &TABLES {
        let Some(read) = tables.remove(kept.table) else { continue };
        let blocks = read?.blocks;
        for (place, block) in &blocks {
            put(connection, kept.table, *place, block).await?;
        }
        let of_part = |(part, sha256)| Digest { table: kept.table.to_owned(), part, sha256 };
        digests.extend(groups(&blocks).into_iter().map(of_part));
    }
    Ok(digests)
}

/// Digests rows while they are written, in the order of their ids.
#[derive(Debug)]
pub(crate) struct BlockWriter {
    table: &'static str,
    part: i64,
    number: Option<i64>,
    /// Whether rows of this block may have stood before: it is computed anew when the change is recorded.
    is_begun: bool,
    open: Open,
    bytes: RowBytes,
    done: Vec<(i64, Option<Block>)>,
}

/// What it takes to keep the digests of blocks.
pub(crate) struct BlockStatements<'lock> {
    pub(crate) put: Statement<'lock>,
    pub(crate) touch: Statement<'lock>,
}

impl BlockWriter {
    /// Keeps the digest of a block.
    pub(crate) const PUT: &'static str = PUT;
    /// Says that a block changed.
    pub(crate) const TOUCH: &'static str = super::watch::TOUCH;

    /// A writer for rows of this part of a table.
    pub(crate) fn new(table: &'static str, part: i64) -> Self {
        let bytes = RowBytes::new(Framing::Short);
        Self { table, part, number: None, is_begun: false, open: Open::default(), bytes, done: Vec::new() }
    }

    /// A row that was written with this id, and the values of its other columns in their order.
    pub(crate) fn add(&mut self, id: i64, values: &[Bound]) {
        let number = id >> BLOCK_BITS;
        if self.number != Some(number) {
            self.close();
            self.is_begun = number << BLOCK_BITS != id;
            self.number = Some(number);
        }
        self.bytes.put(0, Cell::Integer(id));
        for (place, value) in (1..).zip(values) {
            self.bytes.put(place, Cell::from(*value));
        }
        self.open.add(1, &mut self.bytes);
    }

    fn close(&mut self) {
        if let Some(number) = self.number.take() {
            let block = std::mem::take(&mut self.open).closed();
            self.done.push((number, Some(block).filter(|_| !self.is_begun)));
        }
    }

    /// Keeps the blocks that are full.
    pub(crate) fn keep(&mut self, statements: &mut BlockStatements) -> Result<(), StoreError> {
        let (table, part) = (Bound::Text(self.table), Bound::Integer(self.part));
        for (number, block) in self.done.drain(..) {
            let changed = if block.is_some() { super::watch::GROUP_ALONE } else { number };
            statements.touch.run(&[table, part, Bound::Integer(changed)])?;
            if let Some(Block { rows, sha256 }) = block {
                let kept = [Bound::Integer(number), Bound::Integer(rows), Bound::Text(&sha256)];
                let [number, rows, sha256] = kept;
                statements.put.run(&[table, part, number, rows, sha256])?;
            }
        }
        Ok(())
    }

    /// Keeps the last block too.
    pub(crate) fn finish(&mut self, statements: &mut BlockStatements) -> Result<(), StoreError> {
        self.close();
        self.keep(statements)
    }
}
