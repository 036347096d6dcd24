//! Whether a file still has the tables, indexes and triggers that its migrations made: the triggers hold what the rules
//! promise, and an index that another program made wrong answers wrongly.

use crate::values::Values;
use crate::verify::texts;
use crate::{Connection, StoreError, migration};
use sqlx::{Connection as _, SqliteConnection};
use std::collections::BTreeMap;

/// What is there, by kind and name: the SQL that made it.
type Objects = BTreeMap<(String, String), String>;

/// What is missing, changed or strange.
pub(crate) async fn problems(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let mut fresh = SqliteConnection::connect("sqlite::memory:").await?;
    migration::make_tables(&mut fresh).await?;
    let (expected, found) = (objects((&mut fresh).into()).await?, objects(connection).await?);
    let missing = expected.iter().filter_map(|(name, sql)| match found.get(name) {
        None => Some((name, "is missing")),
        Some(other) => (other != sql).then_some((name, "is not as the program makes it")),
    });
    let strange = found.keys().filter(|name| !expected.contains_key(*name));
    let strange = strange.map(|name| (name, "is none of the program's"));
    let mut problems: Vec<_> =
        missing.chain(strange).map(|((kind, name), what)| format!("the {kind} {name} {what}")).collect();
    problems.extend(format(connection).await?);
    Ok(problems)
}

/// A file that calls itself older than its tables are would be brought up to date once more.
async fn format(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let (found, known) = (migration::format(&mut connection.0).await?, migration::latest_format());
    let mut problems = Vec::new();
    if found != known {
        problems.push(format!("the file calls itself format {found}, and its tables are of format {known}"));
    }
    let mut expected = migration::ran();
    let sql =
        "SELECT version, description, success, lower(hex(checksum)) FROM _sqlx_migrations ORDER BY version";
    texts(connection, sql, |row| {
        let [version, description, success, hash] = row.map(Option::unwrap_or_default);
        if expected.remove(&version) != Some([description, success, hash]) {
            problems.push(format!("migration {version} is not one that this program ran"));
        }
    })
    .await?;
    problems.extend(expected.into_keys().map(|version| format!("migration {version} is missing")));
    Ok(problems)
}

/// SQLite's own tables hold nothing of ours.
async fn objects(connection: &mut Connection) -> Result<Objects, StoreError> {
    let rows = sqlx::query(
        "SELECT type, name, coalesce(sql, '') AS sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    );
    let rows = rows.fetch_all(connection).await?;
    rows.iter().map(|row| Ok(((row.text("type")?, row.text("name")?), row.text("sql")?))).collect()
}
