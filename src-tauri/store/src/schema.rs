//! Whether a file still has the tables, indexes and triggers that its migrations made: the triggers hold what the rules
//! promise, and an index that another program made wrong answers wrongly.

use crate::values::Values;
use crate::{Connection, StoreError, migration};
use sqlx::{Connection as _, SqliteConnection};
use std::collections::BTreeMap;

/// What is there, by kind and name: the SQL that made it.
type Objects = BTreeMap<(String, String), String>;

/// What is missing, changed or strange.
pub(crate) async fn problems(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let mut fresh = SqliteConnection::connect("sqlite::memory:").await?;
    migration::make_tables(&mut fresh).await?;
    let (expected, found) = (objects(&mut fresh).await?, objects(connection).await?);
    let missing = expected.iter().filter_map(|(name, sql)| match found.get(name) {
        None => Some((name, "is missing")),
        Some(other) => (other != sql).then_some((name, "is not as the program makes it")),
    });
    let strange = found.keys().filter(|name| !expected.contains_key(*name));
    let strange = strange.map(|name| (name, "is none of the program's"));
    Ok(missing.chain(strange).map(|((kind, name), what)| format!("the {kind} {name} {what}")).collect())
}

/// SQLite's own tables hold nothing of ours.
async fn objects(connection: &mut Connection) -> Result<Objects, StoreError> {
    let rows = sqlx::query(
        "SELECT type, name, coalesce(sql, '') AS sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    );
    let rows = rows.fetch_all(connection).await?;
    rows.iter().map(|row| Ok(((row.text("type")?, row.text("name")?), row.text("sql")?))).collect()
}
