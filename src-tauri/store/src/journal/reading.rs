//! Reads the rows of tables once for all that they come to: the digests of their blocks and, of lines, their sums. A
//! whole file is read over two connections at the same time: a large table is cut into runs, and whoever is done with
//! one takes the next.

use super::digest::{Block, Framing, Open, Place, RowBytes};
use super::kept::{BLOCK_BITS, Kept, Summed, TABLES};
use crate::bulk::{Cell, MOST_COLUMNS, Statement, hand_over};
use crate::sums::{Columns, Tallied};
use crate::{Connection, StoreError};
use sqlx::AssertSqlSafe;
use sqlx::sqlite::LockedSqliteHandle;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Which rows of a table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// All.
    All,
    /// One block.
    One(Place),
    /// Those from one number to another, both among them, by the column that cuts the table into blocks.
    Run(i64, i64),
}

/// What rows of a table come to.
#[derive(Debug, Default)]
pub(crate) struct TableRead {
    /// Their blocks.
    pub(super) blocks: BTreeMap<Place, Block>,
    /// The sums of lines by the import that replaced them; 0 for those that stand.
    pub(crate) sums: BTreeMap<i64, Tallied>,
}

impl TableRead {
    /// Runs of a table begin with a block of their own.
    fn join(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
        for (superseded_by, tallied) in other.sums {
            self.sums.entry(superseded_by).or_default().join(tallied);
        }
    }
}

/// What the tables come to, or what keeps one from being read.
pub(crate) type Tables = BTreeMap<&'static str, Result<TableRead, StoreError>>;

/// Reads every table that is digested.
pub(crate) async fn read_tables(
    connection: &mut Connection,
    beside: Option<&mut Connection>,
) -> Result<Tables, StoreError> {
    let mut jobs = Vec::new();
    for kept in &TABLES {
        let runs = runs(ends(connection, kept).await);
        jobs.extend(runs.into_iter().map(|which| Job { kept, which }));
    }
    // The longest first: at the end nobody waits long for the other.
    jobs.sort_by_key(|job| matches!(job.which, Which::All));
    let queue = Queue { jobs, framing: Framing::of(connection).await, next: AtomicUsize::new(0) };
    let mut handle = connection.lock_handle().await?;
    let mut beside = match beside {
        Some(beside) => Some(beside.lock_handle().await?),
        None => None,
    };
    thread::scope(|threads| {
        let other = beside.as_mut().map(|handle| threads.spawn(|| queue.work(handle)));
        let tables = queue.work(&mut handle);
        match other.map(thread::ScopedJoinHandle::join) {
            Some(Ok(others)) => Ok(joined(tables, others)),
            Some(Err(_)) => Err(StoreError::damaged("its rows cannot be digested")),
            None => Ok(tables),
        }
    })
}

/// Rows of a table that are read in one go.
struct Job {
    kept: &'static Kept,
    which: Which,
}

struct Queue {
    jobs: Vec<Job>,
    framing: Framing,
    next: AtomicUsize,
}

impl Queue {
    fn work(&self, handle: &mut LockedSqliteHandle) -> Tables {
        let mut tables = Tables::new();
        while let Some(Job { kept, which }) = self.jobs.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            let table = tables.entry(kept.table).or_insert_with(|| Ok(TableRead::default()));
            if let Ok(into) = table
                && let Err(error) = read(handle, kept, *which, self.framing, into)
            {
                *table = Err(error);
            }
        }
        tables
    }
}

fn joined(mut tables: Tables, others: Tables) -> Tables {
    for (table, read) in others {
        match (tables.entry(table).or_insert_with(|| Ok(TableRead::default())), read) {
            (Ok(whole), Ok(read)) => whole.join(read),
            (whole @ Ok(_), Err(error)) => *whole = Err(error),
            (Err(_), _) => {}
        }
    }
    tables
}

/// Numbers in a run: whole blocks.
const RUN: i64 = 1 << 16;

/// The first and the last number by which the rows of a table are found; nothing where they have none, where there are no
/// rows, or where the table cannot be asked, which reading it says.
async fn ends(connection: &mut Connection, kept: &Kept) -> Option<(i64, i64)> {
    let column = kept.block.filter(|column| *column == kept.key)?;
    let sql = format!(
        "SELECT (SELECT min({column}) FROM {table}), (SELECT max({column}) FROM {table})",
        table = kept.table
    );
    let ends: (Option<i64>, Option<i64>) =
        sqlx::query_as(AssertSqlSafe(sql)).fetch_one(connection).await.ok()?;
    ends.0.zip(ends.1)
}

/// Runs that hold every row whatever its number, cut between blocks.
fn runs(ends: Option<(i64, i64)>) -> Vec<Which> {
    let Some((first, last)) = ends else { return vec![Which::All] };
    let mut cuts = Vec::new();
    let mut cut = (first & !(RUN - 1)).checked_add(RUN);
    while let Some(at) = cut.filter(|at| *at <= last && cuts.len() < MOST_CUTS) {
        cuts.push(at);
        cut = at.checked_add(RUN);
    }
    if cuts.is_empty() {
        return vec![Which::All];
    }
    let starts = std::iter::once(i64::MIN).chain(cuts.iter().copied());
    let stops = cuts.iter().map(|at| at - 1).chain(std::iter::once(i64::MAX));
    starts.zip(stops).map(|(start, stop)| Which::Run(start, stop)).collect()
}

/// Rows whose numbers lie far apart are not looked for in every run between.
const MOST_CUTS: usize = 1_000;

/// Adds what these rows of a table come to.
pub(super) fn read(
    handle: &mut LockedSqliteHandle,
    kept: &Kept,
    which: Which,
    framing: Framing,
    into: &mut TableRead,
) -> Result<(), StoreError> {
    let from = format!("{} {}", kept.table, conditions(kept, which));
    let names = {
        let [select] = Statement::prepare(handle, [&format!("SELECT * FROM {}", kept.table)])?;
        select.names()
    };
    let placing = Placing::of(kept, &names)?;
    let summing = match (kept.summed, which) {
        (Summed::No, _) | (_, Which::One(_)) => None,
        (of, _) => Summing::of(of, &names),
    };
    let mut hashing = Hashing::new(framing);
    let mut take = |cells: &[Cell]| {
        let place = placing.of_row(cells);
        hashing.add(place, cells);
        if let Some(summing) = &summing {
            summing.add(place.0, cells, &mut into.sums);
        }
    };
    if kept.block == Some(kept.key) {
        in_order_of_ids(handle, &names, &from, &placing, &mut take)?;
    } else {
        in_order_of_key(handle, kept, &from, &mut take)?;
    }
    into.blocks.extend(hashing.closed());
    Ok(())
}

/// A table that is found by its number lies in the order of its numbers.
fn in_order_of_ids(
    handle: &mut LockedSqliteHandle,
    names: &[String],
    from: &str,
    placing: &Placing,
    take: &mut impl FnMut(&[Cell]),
) -> Result<(), StoreError> {
    let (mut last, mut is_ordered) = (None, true);
    hand_over(handle, names, from, &mut |cells| {
        let id = Some(placing.number(cells));
        is_ordered &= last < id;
        last = id;
        take(cells);
    })?;
    if is_ordered { Ok(()) } else { Err(StoreError::damaged("its rows are out of order")) }
}

fn in_order_of_key(
    handle: &mut LockedSqliteHandle,
    kept: &Kept,
    from: &str,
    take: &mut impl FnMut(&[Cell]),
) -> Result<(), StoreError> {
    let [mut select] = Statement::prepare(handle, [&format!("SELECT * FROM {from} ORDER BY {}", kept.key)])?;
    select.each(&[], |row| {
        let mut cells = [Cell::Null; MOST_COLUMNS];
        let count = row.cells(&mut cells);
        take(&cells[..count]);
    })
}

/// Where the part and the number of a row stand among its columns.
struct Placing {
    part: Option<usize>,
    block: Option<usize>,
}

impl Placing {
    fn of(kept: &Kept, names: &[String]) -> Result<Self, StoreError> {
        if names.len() > MOST_COLUMNS {
            return Err(StoreError::damaged("it has columns that nobody made"));
        }
        let place = |name: &str| {
            let place = names.iter().position(|one| one == name);
            place.ok_or_else(|| StoreError::damaged(format!("there is no column {name}")))
        };
        Ok(Self { part: kept.part.map(place).transpose()?, block: kept.block.map(place).transpose()? })
    }

    fn of_row(&self, cells: &[Cell]) -> Place {
        (integer(self.part, cells), self.number(cells) >> BLOCK_BITS)
    }

    /// The number of a row; 0 where it has none.
    fn number(&self, cells: &[Cell]) -> i64 {
        integer(self.block, cells)
    }
}

fn integer(place: Option<usize>, cells: &[Cell]) -> i64 {
    match place.and_then(|place| cells.get(place)) {
        Some(Cell::Integer(number)) => *number,
        _ => 0,
    }
}

/// How lines are added to their sums.
struct Summing {
    columns: Columns,
    of: Summed,
}

impl Summing {
    /// Nothing for a table of an earlier format, which has no sums yet.
    fn of(of: Summed, names: &[String]) -> Option<Self> {
        let place = |name: &str| names.iter().position(|one| one == name);
        Some(Self { columns: Columns::of(place)?, of })
    }

    fn add(&self, part: i64, cells: &[Cell], sums: &mut BTreeMap<i64, Tallied>) {
        let superseded_by = if self.of == Summed::Replaced { part } else { 0 };
        sums.entry(superseded_by).or_default().add_cells(cells, &self.columns);
    }
}

/// Bytes that are digested at once, while they are still at hand.
const CHUNK: usize = 1 << 14;

/// Rows on their way into the digests of their blocks.
struct Hashing {
    blocks: BTreeMap<Place, Open>,
    /// Rows of one block that followed each other, and their bytes.
    place: Place,
    rows: i64,
    bytes: RowBytes,
}

impl Hashing {
    fn new(framing: Framing) -> Self {
        Self { blocks: BTreeMap::new(), place: (0, 0), rows: 0, bytes: RowBytes::new(framing) }
    }

    fn add(&mut self, place: Place, cells: &[Cell]) {
        if place != self.place || self.bytes.len() >= CHUNK {
            self.flush();
            self.place = place;
        }
        self.rows += 1;
        for (place, cell) in (0..).zip(cells) {
            self.bytes.put(place, *cell);
        }
    }

    fn flush(&mut self) {
        if self.rows > 0 {
            self.blocks.entry(self.place).or_default().add(std::mem::take(&mut self.rows), &mut self.bytes);
        }
    }

    fn closed(mut self) -> BTreeMap<Place, Block> {
        self.flush();
        self.blocks.into_iter().map(|(place, open)| (place, open.closed())).collect()
    }
}

fn conditions(kept: &Kept, which: Which) -> String {
    let (part, ends) = match which {
        Which::All => (None, None),
        Which::Run(first, last) => (None, Some((first, last))),
        Which::One((part, number)) => {
            let first = number << BLOCK_BITS;
            (Some(part), Some((first, first + (1 << BLOCK_BITS) - 1)))
        }
    };
    let part = kept.part.zip(part).map(|(column, part)| format!("{column} = {part}"));
    let block =
        kept.block.zip(ends).map(|(column, (first, last))| format!("{column} BETWEEN {first} AND {last}"));
    let conditions: Vec<_> = part.into_iter().chain(block).collect();
    let among =
        if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
    // A table that is found by its number is read through no index: it lies in the order of its numbers.
    let how = if kept.block == Some(kept.key) { "NOT INDEXED " } else { "" };
    format!("{how}{among}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(which: &[Which]) -> Vec<(i64, i64)> {
        let ends = |which: &Which| if let Which::Run(first, last) = which { (*first, *last) } else { (0, 0) };
        which.iter().map(ends).collect()
    }

    #[test]
    fn runs_hold_every_number_once_and_no_block_twice() {
        for ends in [(1, 200_000), (-70_000, 300_000), (65_535, 65_536), (i64::MIN, i64::MAX), (5, i64::MAX)]
        {
            let runs = held(&runs(Some(ends)));
            assert_eq!((runs[0].0, runs[runs.len() - 1].1), (i64::MIN, i64::MAX), "{ends:?}");
            for pair in runs.windows(2) {
                assert_eq!(pair[0].1 + 1, pair[1].0);
                assert_eq!(pair[1].0 & ((1 << BLOCK_BITS) - 1), 0);
            }
        }
        assert!(matches!(runs(Some((1, 60_000)))[..], [Which::All]));
        assert!(matches!(runs(None)[..], [Which::All]));
    }
}
