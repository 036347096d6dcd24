//! Which rows change in a transaction: triggers of the writing connection note the blocks, and the file itself holds none of them.

use super::digest::{group, kept_blocks, settle_block};
use super::kept::{Kept, TABLES};
use crate::sums;
use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::journal::Digest;
use planner_core::ledger::event::Recorder;
use sqlx::{AssertSqlSafe, QueryBuilder, Sqlite};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// In the place of a block: its digest is kept already, and only the group's is to be computed.
pub(super) const GROUP_ALONE: i64 = -1;

/// Says that a block of a table changed.
pub(super) const TOUCH: &str =
    "INSERT OR IGNORE INTO temp.touched_block (kept, part, block) VALUES (?1, ?2, ?3)";

const TOUCHED: &str = "CREATE TEMP TABLE touched_block (
        kept  TEXT NOT NULL,
        part  INTEGER NOT NULL,
        block INTEGER NOT NULL,
        PRIMARY KEY (kept, part, block)
    ) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE recorder (by TEXT, at TEXT) STRICT;";

/// Makes a connection note what it changes.
pub(crate) async fn watch(connection: &mut Connection) -> Result<(), StoreError> {
    let is_watching = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_temp_schema)");
    if is_watching.fetch_one(&mut *connection).await? {
        return Ok(());
    }
    let mut sql = TOUCHED.to_owned();
    for kept in &TABLES {
        let changes: &[_] = if kept.is_bulk { &["UPDATE"] } else { &["INSERT", "UPDATE", "DELETE"] };
        changes.iter().for_each(|change| push_trigger(&mut sql, kept, change));
    }
    sums::push_trigger(&mut sql);
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await?;
    Ok(())
}

/// Says by whom, and at what time, a connection records what happens from now on.
pub(crate) async fn set_recorder(connection: &mut Connection, recorder: &Recorder) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM temp.recorder").execute(&mut *connection).await?;
    sqlx::query("INSERT INTO temp.recorder (by, at) VALUES (?1, ?2)")
        .bind(recorder.by.clone())
        .bind(recorder.at.map(|at| at.format("%H:%M:%S").to_string()))
        .execute(connection)
        .await?;
    Ok(())
}

/// By whom, and at what time, a connection records; nothing is known where nobody said.
pub(crate) async fn recorder(connection: &mut Connection) -> Result<Recorder, StoreError> {
    let is_watching =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_temp_schema WHERE name = 'recorder')");
    if !is_watching.fetch_one(&mut *connection).await? {
        return Ok(Recorder::default());
    }
    let row = sqlx::query("SELECT by, at FROM temp.recorder").fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(Recorder::default()) };
    let (by, at) = (row.optional_text("by")?, row.optional_text("at")?);
    Ok(Recorder::new(by.as_deref(), at.and_then(|at| at.parse().ok())))
}

/// The conflict clause of the statement that fires a trigger outranks the trigger's own, so that none is relied on.
fn push_trigger(sql: &mut String, kept: &Kept, change: &str) {
    let table = kept.table;
    let _ = write!(sql, "CREATE TEMP TRIGGER {table}_notes_{change} AFTER {change} ON main.{table} BEGIN ");
    for row in ["OLD.", "NEW."] {
        let is_there = !matches!((change, row), ("INSERT", "OLD.") | ("DELETE", "NEW."));
        if is_there {
            let (part, block) = (kept.part_of(row), kept.block_of(row));
            let _ = write!(
                sql,
                "INSERT INTO touched_block SELECT '{table}', {part}, {block} WHERE NOT EXISTS (
                     SELECT 1 FROM touched_block WHERE kept = '{table}' AND part = {part} AND block = {block}); "
            );
        }
    }
    sql.push_str("END;");
}

/// All lines of an import are gone.
pub(crate) async fn touch_import(connection: &mut Connection, number: i64) -> Result<(), StoreError> {
    let remove = sqlx::query("DELETE FROM digest WHERE kept = 'line' AND part = ?1").bind(number);
    if remove.execute(&mut *connection).await?.rows_affected() > 0 {
        let touch = sqlx::query(TOUCH).bind("line").bind(number).bind(GROUP_ALONE);
        touch.execute(connection).await?;
    }
    Ok(())
}

/// Says that records of a table change, or come back from another one of the same columns.
pub(crate) async fn touch_records(
    connection: &mut Connection,
    table: &'static str,
    found_in: &str,
    which: impl FnOnce(&mut QueryBuilder<Sqlite>),
) -> Result<(), StoreError> {
    let Some(kept) = Kept::named(table) else { return Ok(()) };
    let (part, block) = (kept.part_of(""), kept.block_of(""));
    let mut query = QueryBuilder::new(format!(
        "INSERT OR IGNORE INTO temp.touched_block SELECT DISTINCT '{table}', {part}, {block} FROM {found_in}"
    ));
    which(&mut query);
    query.build().execute(connection).await?;
    Ok(())
}

/// A table that was changed since the last entry of the journal; nothing where all of it is recorded.
pub(crate) async fn unrecorded(connection: &mut Connection) -> Result<Option<String>, StoreError> {
    let table = sqlx::query_scalar("SELECT kept FROM temp.touched_block LIMIT 1");
    Ok(table.fetch_optional(connection).await?)
}

/// Computes anew what changed, and answers what each group that is other than it was comes to.
pub(super) async fn settle(connection: &mut Connection) -> Result<Vec<Digest>, StoreError> {
    let rows = sqlx::query("SELECT kept, part, block FROM temp.touched_block ORDER BY kept, part, block");
    let rows = rows.fetch_all(&mut *connection).await?;
    let mut touched: BTreeMap<(String, i64), Vec<i64>> = BTreeMap::new();
    for row in &rows {
        let blocks = touched.entry((row.text("kept")?, row.integer("part")?)).or_default();
        blocks.push(row.integer("block")?);
    }
    let mut digests = Vec::new();
    for ((table, part), blocks) in touched {
        let kept = Kept::named(&table).ok_or_else(|| StoreError::damaged(format!("table {table}")))?;
        if settle_blocks(connection, kept, part, &blocks).await? {
            let blocks = kept_blocks(connection, &table, Some(part)).await?;
            let sha256 = group(blocks.iter().map(|((_, number), block)| (*number, block)));
            digests.push(Digest { table, part, sha256 });
        }
    }
    sqlx::query("DELETE FROM temp.touched_block").execute(connection).await?;
    Ok(digests)
}

/// Whether any of these blocks is other than it was.
async fn settle_blocks(
    connection: &mut Connection,
    kept: &Kept,
    part: i64,
    blocks: &[i64],
) -> Result<bool, StoreError> {
    let mut is_other = false;
    for block in blocks {
        is_other |= *block == GROUP_ALONE || settle_block(connection, kept, (part, *block)).await?;
    }
    Ok(is_other)
}
