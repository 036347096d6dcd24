//! The pages of the file, and what rows refer to.

use super::Problem;
use crate::values::Values;
use crate::words::lines_in_words;
use crate::{Connection, Store, StoreError};
use sqlx::{AssertSqlSafe, ConnectOptions};

/// A connection of its own for [`structure`]. No row is asked whether it keeps to the conditions of its table: every row is
/// compared with what was written, which did.
pub async fn structure_connection(store: &Store) -> Result<Connection, StoreError> {
    let options = store.pool.connect_options();
    let options = (*options).clone().read_only(true).pragma("ignore_check_constraints", "ON");
    Ok(Connection(options.connect().await?))
}

const PAGES: &str = "SELECT NULL AS rows, coalesce(quick_check, '') AS words FROM pragma_quick_check WHERE quick_check <> 'ok'";

/// Tables of lines, whose rows [`dangling_lines`] asks.
const LINES: &str = "('line', 'superseded_line')";

/// Rows of the tables that a condition lets through, where what they refer to is not there.
fn dangling_in(tables: &str) -> String {
    format!(
        "SELECT count(*) AS rows, name AS words FROM sqlite_schema, pragma_foreign_key_check(name)
         WHERE type = 'table' AND name {tables} GROUP BY name"
    )
}

/// What SQLite itself finds wrong, in one question, so that it is asked while another connection reads the rows. What
/// lines refer to is asked where a row is not as it was written: it is the same otherwise.
pub async fn structure(connection: &mut Connection) -> Result<Vec<Problem>, StoreError> {
    asked(connection, format!("{PAGES} UNION ALL {}", dangling_in(&format!("NOT IN {LINES}")))).await
}

/// The same without the pages.
pub(crate) async fn dangling(connection: &mut Connection) -> Result<Vec<Problem>, StoreError> {
    asked(connection, dangling_in(&format!("NOT IN {LINES}"))).await
}

/// Lines that refer to an import that is not there.
pub(super) async fn dangling_lines(connection: &mut Connection) -> Result<Vec<Problem>, StoreError> {
    asked(connection, dangling_in(&format!("IN {LINES}"))).await
}

async fn asked(connection: &mut Connection, sql: String) -> Result<Vec<Problem>, StoreError> {
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(connection).await?;
    let problem = |row: &sqlx::sqlite::SqliteRow| {
        let (count, words) = (row.optional_integer("rows")?, row.text("words")?);
        let says = count.map_or(words.clone(), |count| {
            format!("{count} rows of {words} refer to something that is not there")
        });
        Ok(Problem::from(says))
    };
    rows.iter().map(problem).collect()
}

/// The words of a line are no foreign keys, so that a million lines are written without ten million look-ups.
pub(super) async fn missing_words(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let lines: i64 = sqlx::query_scalar(concat!(
        "SELECT count(*) ",
        lines_in_words!(),
        "WHERE (item_id IS NOT NULL AND item.id IS NULL) OR (manufacturer_id IS NOT NULL AND manufacturer.id IS NULL)
            OR (model_id IS NOT NULL AND model.id IS NULL) OR (category_id IS NOT NULL AND category.id IS NULL)
            OR (order_number_id IS NOT NULL AND order_number.id IS NULL) OR (supplier_id IS NOT NULL AND supplier.id IS NULL)
            OR (currency_id IS NOT NULL AND currency.id IS NULL) OR (entity_id IS NOT NULL AND entity.id IS NULL)
            OR (country_id IS NOT NULL AND country.id IS NULL) OR (cost_centre_id IS NOT NULL AND cost_centre.id IS NULL)",
    ))
    .fetch_one(connection)
    .await?;
    Ok((lines > 0).then(|| format!("{lines} lines refer to words that are not there")).into_iter().collect())
}

/// How a line was weighed is no foreign key either.
pub(super) async fn missing_weighings(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let lines: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM line
         WHERE weighing_number IS NOT NULL AND weighing_number NOT IN (SELECT number FROM weighing)",
    )
    .fetch_one(connection)
    .await?;
    Ok((lines > 0).then(|| format!("{lines} lines do not say how they were weighed")).into_iter().collect())
}

/// Each standing import still has the lines and units it reported when it was written, those that a later file
/// replaced among them.
pub(super) async fn import_sums(connection: &mut Connection) -> Result<Vec<Problem>, StoreError> {
    let rows = sqlx::query(
        "SELECT import.number AS number, import.file_name || ', sheet ' || import.sheet AS name FROM import
         LEFT JOIN (
             SELECT import_number, count(*) AS lines, sum(quantity) AS quantity FROM (
                 SELECT import_number, quantity FROM line
                 UNION ALL SELECT import_number, quantity FROM superseded_line) GROUP BY import_number)
             AS found ON found.import_number = import.number
         WHERE import.kind = 'procurement' AND undone_on IS NULL
           AND (coalesce(found.lines, 0) <> import.rows_imported OR coalesce(found.quantity, 0) <> import.quantity)",
    );
    let rows = rows.fetch_all(connection).await?;
    let problem = |row| {
        let name = sqlx::sqlite::SqliteRow::text(row, "name")?;
        let says = format!("the lines of {name} are not those that were imported");
        Ok(Problem { says, import: Some(row.integer("number")?) })
    };
    rows.iter().map(problem).collect()
}
