//! Bringing a file of an earlier format up to date; the file as it was is kept beside it first.

use crate::snapshots::{self, Reason};
use crate::verify::{self, Problem};
use crate::{Connection, StoreError, journal, revisions, sums};
use chrono::NaiveDate;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection, SqlitePool};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The migration since which balances have days.
const DATED: i64 = 11;
/// The migration since which what lines come to is kept.
const SUMMED: i64 = 35;

/// The format that this version writes: the number of the last migration.
pub(crate) fn latest_format() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// What the list of migrations says once all of them ran: by number, the words, whether it was done, and the hash.
pub(crate) fn ran() -> BTreeMap<String, [String; 3]> {
    let said = MIGRATIONS.iter().map(|one| {
        let hash = crate::evidence::hex(&one.checksum);
        (one.version.to_string(), [one.description.to_string(), "1".to_owned(), hash])
    });
    said.collect()
}

/// Whether the tables of a file are those of this version, whatever format it calls itself: every migration ran, also
/// one of a lower number that was made later than others.
pub(crate) async fn is_current(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    if format(connection).await? == latest_format() {
        return Ok(true);
    }
    let ran: Result<Vec<i64>, _> =
        sqlx::query_scalar("SELECT version FROM _sqlx_migrations").fetch_all(connection).await;
    Ok(ran.is_ok_and(|ran| MIGRATIONS.iter().all(|one| ran.contains(&one.version))))
}

/// Makes the tables of a new file, which nobody else has.
pub(crate) async fn make_tables(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut write = connection.begin().await?;
    MIGRATIONS.run_direct(None, &mut *write, false).await?;
    Ok(write.commit().await?)
}

/// Whether a file holds nothing yet: no byte, or no more than what a killed start wrote first.
pub(crate) async fn is_unmade(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT application_id = 0 AND user_version = 0
             AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE tbl_name <> '_sqlx_migrations')
         FROM pragma_application_id, pragma_user_version",
    )
    .fetch_one(connection)
    .await
}

/// Makes the tables of a file that holds nothing yet, unless another program was first.
pub(crate) async fn finish_making(pool: &SqlitePool) -> Result<(), StoreError> {
    let mut write = pool.begin_with("BEGIN IMMEDIATE").await?;
    if is_unmade(&mut write).await? {
        // The one table that may stand there is empty, and of whatever version started it.
        sqlx::query("DROP TABLE IF EXISTS _sqlx_migrations").execute(&mut *write).await?;
        MIGRATIONS.run_direct(None, &mut *write, false).await?;
    }
    Ok(write.commit().await?)
}

/// Brings an earlier file up to date in one transaction, and says where the file as it was now lies;
/// nothing where it was up to date. No other program can write between the copy and the change.
pub(crate) async fn update(
    pool: &SqlitePool,
    path: &Path,
    on: NaiveDate,
) -> Result<Option<PathBuf>, StoreError> {
    if is_current(&mut *pool.acquire().await?).await? {
        return Ok(None);
    }
    let mut write = pool.begin_with("BEGIN IMMEDIATE").await?;
    if is_current(&mut write).await? {
        return Ok(None);
    }
    let copy = snapshots::keep(&mut *pool.acquire().await?, path, Reason::Update).await?;
    bring_up_to_date((&mut *write).into(), on).await?;
    write.commit().await?;
    Ok(Some(copy))
}

/// Brings the tables up to date, and states in the chain what was found and what every row comes to now.
pub(crate) async fn bring_up_to_date(write: &mut Connection, on: NaiveDate) -> Result<(), StoreError> {
    let found = format(&mut write.0).await?;
    let (is_dated, is_summed) = (has_run(write, DATED).await?, has_run(write, SUMMED).await?);
    let wrong = verify::wrong_rows(write).await?;
    MIGRATIONS.run_direct(None, &mut write.0, false).await?;
    // One of a lower number that was missing ran last.
    let latest = format!("PRAGMA user_version = {}", latest_format());
    sqlx::query(AssertSqlSafe(latest)).execute(&mut *write).await?;
    if !is_dated {
        crate::ledger::date_balances(write).await?;
    }
    if !is_summed {
        sums::fill(write).await?;
        revisions::index_identities(write).await?;
    }
    let others = verify::without_digests(write).await?.problems;
    let problems: Vec<&Problem> = wrong.iter().map(|one| &one.problem).chain(&others).collect();
    journal::restate(write, on, summary(found, &problems), &wrong).await
}

/// Whether a migration ran already. The format does not tell: a later one may have been made first.
pub(crate) async fn has_run(connection: &mut Connection, migration: i64) -> Result<bool, StoreError> {
    let ran = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM _sqlx_migrations WHERE version = ?1)");
    Ok(ran.bind(migration).fetch_one(connection).await?)
}

/// What was found in a file before it was brought up to date: what its chain says of it holds from then on.
fn summary(format: i64, problems: &[&Problem]) -> String {
    if problems.is_empty() {
        return format!("from format {format}; nothing was wrong");
    }
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    format!("from format {format}; wrong at that moment: {}", problems.join("; "))
}

pub(crate) async fn format(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar("PRAGMA user_version").fetch_one(connection).await?)
}
