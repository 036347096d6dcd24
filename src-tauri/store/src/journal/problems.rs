//! Rows that are not what the chain last said of them.

use super::digest::{Block, Place, groups, kept_blocks};
use super::kept::{BLOCK_BITS, Kept, Of, TABLES};
use super::last_stated;
use super::reading::{TableRead, Tables};
use crate::ledger::LoggedEvent;
use crate::verify::Problem;
use crate::{Connection, StoreError};
use planner_core::journal::Digest;
use sqlx::{AssertSqlSafe, Row as _};
use std::collections::{BTreeMap, BTreeSet};

/// What the chain last said of each group, by table and part: the event's number and the digest.
type Stated = BTreeMap<(String, i64), (i64, Digest)>;

/// A group of rows that is not what the chain last said of it.
pub(crate) struct Wrong {
    /// Its table and part; no part where the table cannot be read or its digests are wrong.
    pub(crate) group: (&'static str, Option<i64>),
    /// What is wrong.
    pub(crate) problem: Problem,
}

/// Compares every row of every table with what the chain last said of it. A table that cannot be read keeps no other
/// from being compared.
pub(crate) async fn wrong(
    connection: &mut Connection,
    log: &[LoggedEvent],
    mut tables: Tables,
) -> Result<Vec<Wrong>, StoreError> {
    let stated = last_stated(log);
    let mut wrong = Vec::new();
    for kept in &TABLES {
        let found = match tables.remove(kept.table) {
            Some(Ok(read)) => of_table(connection, kept, &stated, &read).await,
            Some(Err(error)) => Err(error),
            None => Ok(Vec::new()),
        };
        match found {
            Ok(found) => wrong.extend(found),
            Err(error) => {
                let words = error.damage()?;
                // A table that no event has said anything of may be one of a later format.
                if stated.keys().any(|(table, _)| table == kept.table) {
                    let says = format!("{} cannot be compared: {words}", kept.words);
                    wrong.push(Wrong { group: (kept.table, None), problem: says.into() });
                }
            }
        }
    }
    Ok(wrong)
}

/// Digests of tables that are none of these.
pub(crate) async fn strange_digests(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let kept: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT kept FROM digest ORDER BY kept").fetch_all(connection).await?;
    let strange = kept.into_iter().filter(|table| Kept::named(table).is_none());
    Ok(strange.map(|table| format!("the digests of {table} are of no table")).collect())
}

async fn of_table(
    connection: &mut Connection,
    kept: &Kept,
    stated: &Stated,
    TableRead { blocks: found, .. }: &TableRead,
) -> Result<Vec<Wrong>, StoreError> {
    let groups = groups(found);
    let of_table = stated.keys().filter(|(table, _)| table == kept.table).map(|(_, part)| *part);
    let parts: BTreeSet<i64> = groups.keys().copied().chain(of_table).collect();
    let mut problems = Vec::new();
    for part in parts {
        let now = groups.get(&part).cloned().flatten();
        let last = stated.get(&(kept.table.to_owned(), part));
        if now != last.and_then(|(_, digest)| digest.sha256.clone()) {
            let name = name(connection, kept, part).await;
            let place = place(connection, kept, part, found).await?;
            let says = match last {
                Some((event, _)) => format!("{name} are not as event {event} left them{place}"),
                None => format!("{name} are in no event{place}"),
            };
            let problem = Problem { says, import: (kept.of == Of::Import).then_some(part) };
            problems.push(Wrong { group: (kept.table, Some(part)), problem });
        }
    }
    let before = kept_blocks(connection, kept.table, None).await?;
    if problems.is_empty() && before != *found {
        let says = format!("the digests of {} are not those of its rows", kept.table);
        problems.push(Wrong { group: (kept.table, None), problem: says.into() });
    }
    Ok(problems)
}

/// Which rows of a group changed, as far as the digests of its blocks tell: where those were changed too, or where the
/// group is one block, nothing.
async fn place(
    connection: &mut Connection,
    kept: &Kept,
    part: i64,
    found: &BTreeMap<Place, Block>,
) -> Result<String, StoreError> {
    let Some(column) = kept.block else { return Ok(String::new()) };
    let before = kept_blocks(connection, kept.table, Some(part)).await?;
    let numbers = before.keys().chain(found.keys().filter(|(of, _)| *of == part)).map(|(_, number)| *number);
    let numbers: BTreeSet<i64> = numbers.collect();
    let changed =
        numbers.iter().filter(|number| before.get(&(part, **number)) != found.get(&(part, **number)));
    let mut places = Vec::new();
    for number in changed.take(MOST_NAMED) {
        places.push(rows(connection, kept, part, *number, column).await?);
    }
    let places: Vec<_> = places.into_iter().flatten().collect();
    Ok(if places.is_empty() { String::new() } else { format!(": look at {}", places.join(", ")) })
}

/// Blocks that a problem names.
const MOST_NAMED: usize = 5;

/// The rows of a block as a person finds them: by their numbers in the sheet, where the table has them.
async fn rows(
    connection: &mut Connection,
    kept: &Kept,
    part: i64,
    number: i64,
    column: &str,
) -> Result<Option<String>, StoreError> {
    let of_sheet = if kept.of == Of::Import && kept.table != "import_issue" { "row" } else { column };
    let of_part = kept.part_of("");
    let sql = format!(
        "SELECT min({of_sheet}), max({of_sheet}) FROM {} WHERE {of_part} = ?1 AND {column} BETWEEN ?2 AND ?3",
        kept.table
    );
    let first = number << BLOCK_BITS;
    let found = sqlx::query(AssertSqlSafe(sql))
        .bind(part)
        .bind(first)
        .bind(first + (1 << BLOCK_BITS) - 1)
        .fetch_one(connection)
        .await?;
    let ends: (Option<i64>, Option<i64>) = (found.try_get(0)?, found.try_get(1)?);
    Ok(match ends {
        (Some(first), Some(last)) if first == last => Some(format!("{of_sheet} {first}")),
        (Some(first), Some(last)) => Some(format!("{of_sheet}s {first} to {last}")),
        _ => Some("rows that are gone".to_owned()),
    })
}

/// A group in words.
async fn name(connection: &mut Connection, kept: &Kept, part: i64) -> String {
    let words = kept.words;
    match kept.of {
        Of::Workspace => words.to_owned(),
        Of::Year => format!("{words} of {part}"),
        Of::Mapping => format!("{words} of mapping {part}"),
        Of::Import => {
            let of = if words.ends_with(" by") { "" } else { " of" };
            format!("{words}{of} {}", import_name(connection, part).await)
        }
    }
}

/// The file and sheet of an import; its number where even that cannot be read.
pub(crate) async fn import_name(connection: &mut Connection, number: i64) -> String {
    let named = sqlx::query_scalar(
        "SELECT file_name || iif(sheet = '', '', ', sheet ' || sheet) FROM import WHERE number = ?1",
    );
    let named: Result<Option<String>, _> = named.bind(number).fetch_optional(connection).await;
    match named {
        Ok(Some(name)) => format!("{name} (import {number})"),
        _ => format!("import {number}"),
    }
}
