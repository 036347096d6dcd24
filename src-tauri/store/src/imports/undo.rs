//! Taking an import back: everything that it wrote, and what that left behind.

use crate::{Connection, StoreError, identities, journal, mappings, revisions, sums, weighings, words};
use chrono::NaiveDate;
use sqlx::AssertSqlSafe;

/// Takes back the rows of an import, which stays in the history as undone, with every text of its cells, and brings back
/// the lines it replaced: so many.
pub async fn undo(connection: &mut Connection, number: i64, on: NaiveDate) -> Result<u64, StoreError> {
    remove_lines(connection, number).await?;
    for sql in [
        "DELETE FROM line_before WHERE import_number = ?1",
        "DELETE FROM own_model WHERE import_number = ?1",
        "DELETE FROM disposition WHERE import_number = ?1",
        "DELETE FROM device WHERE import_number = ?1",
        "DELETE FROM certificate_order WHERE import_number = ?1",
        "DELETE FROM superseded_line WHERE import_number = ?1",
        "DELETE FROM superseded_disposition WHERE import_number = ?1",
        "DELETE FROM import_row WHERE import_number = ?1",
        "DELETE FROM import_issue WHERE import_number = ?1",
        "DELETE FROM import_fix WHERE import_number = ?1",
        "DELETE FROM import_column WHERE import_number = ?1",
    ] {
        sqlx::query(sql).bind(number).execute(&mut *connection).await?;
    }
    journal::touch_import(connection, number).await?;
    sums::forget(connection, number).await?;
    identities::forget(connection, number).await?;
    let back = revisions::bring_back(connection, number).await?;
    mappings::forget(connection, number).await?;
    words::forget_unused(connection).await?;
    weighings::forget_unused(connection).await?;
    sqlx::query("UPDATE import SET undone_on = ?2 WHERE number = ?1")
        .bind(number)
        .bind(on.to_string())
        .execute(connection)
        .await?;
    Ok(back)
}

/// Takes away the lines of an import: a million of them without asking of each whether its year is locked, which is asked
/// of their sums once; where no other lines stand, the table is emptied at once.
async fn remove_lines(connection: &mut Connection, number: i64) -> Result<(), StoreError> {
    let locked: Option<i64> = sqlx::query_scalar(
        "SELECT year FROM line_sum WHERE import_number = ?1 AND superseded_by = 0
             AND year IN (SELECT year FROM locked_year) LIMIT 1",
    )
    .bind(number)
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(year) = locked {
        return Err(StoreError::Refused { words: format!("reporting year {year} is locked") });
    }
    let guard: Option<String> = sqlx::query_scalar("SELECT sql FROM sqlite_schema WHERE name = ?1")
        .bind(GUARD)
        .fetch_optional(&mut *connection)
        .await?;
    let is_alone: bool =
        sqlx::query_scalar("SELECT NOT EXISTS (SELECT 1 FROM line WHERE import_number <> ?1)")
            .bind(number)
            .fetch_one(&mut *connection)
            .await?;
    let remove = if is_alone { "" } else { " WHERE import_number = ?1" };
    let remove = format!("DELETE FROM line{remove}");
    sqlx::raw_sql(AssertSqlSafe(format!("DROP TRIGGER IF EXISTS {GUARD}"))).execute(&mut *connection).await?;
    let remove = sqlx::query(AssertSqlSafe(remove));
    let remove = if is_alone { remove } else { remove.bind(number) };
    remove.execute(&mut *connection).await?;
    if let Some(guard) = guard {
        sqlx::raw_sql(AssertSqlSafe(guard)).execute(connection).await?;
    }
    Ok(())
}

/// The trigger that asks of every line that goes whether its year is locked.
const GUARD: &str = "a_locked_year_loses_no_line";
