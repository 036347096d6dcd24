//! The file in another program's hands: it may do what SQLite lets anybody do, and leaves the schema as it was.

use planner_store::verify::check;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use std::path::Path;

/// A column of a table.
pub struct Column {
    pub name: String,
    pub kind: String,
    /// Its place in the key, from 1; 0 where it is not of it.
    pub key: i64,
    pub is_optional: bool,
}

/// Opens it with nothing held: no foreign keys, no checks.
pub async fn hold(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
    let options = options.pragma("ignore_check_constraints", "ON").pragma("cache_size", "-64000");
    options.connect().await.expect("a connection")
}

pub async fn run(connection: &mut SqliteConnection, sql: &str) -> Result<(), String> {
    let done = sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(connection).await;
    done.map(drop).map_err(|error| format!("{sql}: {error}"))
}

pub async fn texts(connection: &mut SqliteConnection, sql: &str) -> Vec<Option<String>> {
    let found = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(connection).await;
    found.unwrap_or_else(|error| panic!("{sql}: {error}"))
}

pub async fn text(connection: &mut SqliteConnection, sql: &str) -> Option<String> {
    texts(connection, sql).await.into_iter().next().flatten()
}

pub async fn tables(connection: &mut SqliteConnection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1";
    texts(connection, sql).await.into_iter().flatten().collect()
}

pub async fn columns(connection: &mut SqliteConnection, table: &str) -> Vec<Column> {
    let sql = "SELECT name, type, pk, NOT \"notnull\" AND pk = 0 FROM pragma_table_info(?1) ORDER BY cid";
    let rows: Vec<(String, String, i64, bool)> =
        sqlx::query_as(sql).bind(table).fetch_all(connection).await.expect("columns");
    let column = |(name, kind, key, is_optional)| Column { name, kind, key, is_optional };
    rows.into_iter().map(column).collect()
}

/// Changes a table without its triggers, which stand again afterwards as they did, and says what a check finds; the
/// change is taken back. An error says that SQLite itself does not let anybody do that.
pub async fn found_after(
    connection: &mut SqliteConnection,
    table: &str,
    sql: &str,
) -> Result<Vec<String>, String> {
    let named = format!("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{table}'");
    let triggers: Vec<String> = texts(connection, &named).await.into_iter().flatten().collect();
    let made = named.replace("SELECT name", "SELECT sql");
    let made: Vec<String> = texts(connection, &made).await.into_iter().flatten().collect();
    run(connection, "BEGIN").await?;
    let changed = async {
        for trigger in triggers {
            run(connection, &format!("DROP TRIGGER {trigger}")).await?;
        }
        run(connection, sql).await?;
        for trigger in made {
            run(connection, &trigger).await?;
        }
        Ok::<_, String>(())
    };
    let changed = changed.await;
    let found = match changed {
        Ok(()) => {
            let found = check((&mut *connection).into())
                .await
                .unwrap_or_else(|error| panic!("{sql}: verify gave up: {error}"));
            Ok(found.problems.iter().map(ToString::to_string).collect())
        }
        Err(error) => Err(error),
    };
    run(connection, "ROLLBACK").await?;
    found
}
