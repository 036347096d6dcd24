//! What rows come to: SHA-256 over a block of them in the order of their key, and over the blocks of a group.
//!
//! A row is the sequence of its columns that are not null, each as its place, its type and its exact value, so that no two rows
//! look alike and a column added later, while it is null, changes nothing. A group is cut into blocks of 256 rows:
//! a line that is edited costs its block, and a line that was tampered with is found in one. The digests of lines and
//! words are made while they are written, because reading a million of them again would cost a tenth of the import.

use super::kept::{BLOCK_BITS, Kept, TABLES};
use crate::bulk::{Bound, Cell, Row, Statement};
use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::journal::Digest;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;

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
struct Open {
    rows: i64,
    hasher: Sha256,
}

impl Open {
    fn closed(self) -> Block {
        Block { rows: self.rows, sha256: crate::evidence::hex(&self.hasher.finalize()) }
    }
}

/// The bytes of a row that are digested.
#[derive(Debug, Default)]
pub(super) struct RowBytes(Vec<u8>);

impl RowBytes {
    fn with_room(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    fn clear(&mut self) {
        self.0.clear();
    }

    fn put(&mut self, place: u8, cell: Cell) {
        let (kind, integer, bytes) = match cell {
            Cell::Null => return,
            Cell::Integer(number) => (1, number, &[][..]),
            Cell::Text(bytes) => (2, i64::try_from(bytes.len()).unwrap_or(i64::MAX), bytes),
            Cell::Other(bytes) => (3, i64::try_from(bytes.len()).unwrap_or(i64::MAX), bytes),
        };
        self.0.extend_from_slice(&[place, kind]);
        self.0.extend_from_slice(&integer.to_le_bytes());
        self.0.extend_from_slice(bytes);
    }
}

/// Which rows of a table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// All.
    All,
    /// One block.
    One(Place),
}

/// Bytes that are handed on at once, and how many times so many may wait: what is read is digested meanwhile.
const CHUNK: usize = 1 << 16;
const CHUNKS_AHEAD: usize = 16;

/// Rows of one block that follow each other.
struct Chunk {
    place: Place,
    rows: i64,
    bytes: RowBytes,
}

/// Blocks on their way into their digests.
#[derive(Default)]
struct Hashing(BTreeMap<Place, Open>);

impl Hashing {
    fn add(&mut self, chunk: &Chunk) {
        let open = self.0.entry(chunk.place).or_default();
        open.rows += chunk.rows;
        open.hasher.update(&chunk.bytes.0);
    }

    fn closed(self) -> BTreeMap<Place, Block> {
        self.0.into_iter().map(|(place, open)| (place, open.closed())).collect()
    }
}

/// What the rows of a table come to, block by block.
pub(super) async fn blocks(
    connection: &mut Connection,
    kept: &Kept,
    which: Which,
) -> Result<BTreeMap<Place, Block>, StoreError> {
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, [&select(kept, which)])?;
    let mut hashing = Hashing::default();
    if matches!(which, Which::One(_)) {
        chunks(&mut select, |chunk| hashing.add(&chunk))?;
        return Ok(hashing.closed());
    }
    thread::scope(|threads| {
        let (send, read) = mpsc::sync_channel::<Chunk>(CHUNKS_AHEAD);
        let digested = threads.spawn(move || {
            read.iter().for_each(|chunk| hashing.add(&chunk));
            hashing.closed()
        });
        // Nobody takes a chunk any more only where the other thread is gone, which its end says.
        let done = chunks(&mut select, |chunk| drop(send.send(chunk)));
        drop(send);
        let digested = digested.join().map_err(|_| StoreError::damaged("its rows cannot be digested"));
        done.and(digested)
    })
}

/// The rows of a statement, those of one block together as far as they follow each other.
fn chunks(select: &mut Statement, mut take: impl FnMut(Chunk)) -> Result<(), StoreError> {
    let mut open: Option<Chunk> = None;
    select.each(&[], |row| {
        let place = place(row);
        let is_full = |chunk: &Chunk| chunk.place != place || chunk.bytes.0.len() >= CHUNK;
        if open.as_ref().is_some_and(is_full) {
            open.take().into_iter().for_each(&mut take);
        }
        let chunk = open.get_or_insert_with(|| Chunk { place, rows: 0, bytes: RowBytes::with_room(CHUNK) });
        chunk.rows += 1;
        for column in 2..row.columns() {
            chunk.bytes.put(u8::try_from(column - 2).unwrap_or(u8::MAX), row.cell(column));
        }
    })?;
    open.into_iter().for_each(take);
    Ok(())
}

fn place(row: &Row) -> Place {
    (row.integer(0), row.integer(1))
}

fn select(kept: &Kept, which: Which) -> String {
    let Kept { table, key, .. } = kept;
    let head = format!("SELECT {}, {}, * FROM {table}", kept.part_of(""), kept.block_of(""));
    let among = match which {
        Which::All => String::new(),
        Which::One((part, number)) => {
            let first = number << BLOCK_BITS;
            let last = first + (1 << BLOCK_BITS) - 1;
            let part = kept.part.map(|column| format!("{column} = {part}"));
            let block = kept.block.map(|column| format!("{column} BETWEEN {first} AND {last}"));
            let conditions: Vec<_> = part.into_iter().chain(block).collect();
            if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) }
        }
    };
    format!("{head}{among} ORDER BY {key}")
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
    let now = blocks(connection, kept, Which::One(place)).await?.remove(&place);
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
    for kept in &TABLES {
        let blocks = blocks(connection, kept, Which::All).await?;
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
        let (open, bytes) = Default::default();
        Self { table, part, number: None, is_begun: false, open, bytes, done: Vec::new() }
    }

    /// A row that was written with this id, and the values of its other columns in their order.
    pub(crate) fn add(&mut self, id: i64, values: &[Bound]) {
        let number = id >> BLOCK_BITS;
        if self.number != Some(number) {
            self.close();
            self.is_begun = number << BLOCK_BITS != id;
            self.number = Some(number);
        }
        self.bytes.clear();
        self.bytes.put(0, Cell::Integer(id));
        for (place, value) in (1..).zip(values) {
            self.bytes.put(place, Cell::from(*value));
        }
        self.open.rows += 1;
        self.open.hasher.update(&self.bytes.0);
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
