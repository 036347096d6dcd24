//! The entities of the organisation, and the names of entities that files brought.

use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::entity::Entity;
use std::collections::BTreeMap;

/// All entities, by name.
pub async fn all(connection: &mut Connection) -> Result<Vec<Entity>, StoreError> {
    let rows = sqlx::query("SELECT name, country, identifier FROM entity ORDER BY name");
    let rows = rows.fetch_all(&mut *connection).await?;
    let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in
        sqlx::query("SELECT alias, entity FROM entity_alias ORDER BY alias").fetch_all(connection).await?
    {
        aliases.entry(row.text("entity")?).or_default().push(row.text("alias")?);
    }
    rows.iter()
        .map(|row| {
            let name = row.text("name")?;
            let aliases = aliases.remove(&name).unwrap_or_default();
            let (country, identifier) = (row.optional_text("country")?, row.optional_text("identifier")?);
            Ok(Entity { name, country, identifier, aliases })
        })
        .collect()
}

/// Keeps an entity; one of the same name is replaced.
pub async fn put(connection: &mut Connection, entity: &Entity) -> Result<(), StoreError> {
    remove(connection, &entity.name).await?;
    sqlx::query("INSERT INTO entity (name, country, identifier) VALUES (?1, ?2, ?3)")
        .bind(&entity.name)
        .bind(&entity.country)
        .bind(&entity.identifier)
        .execute(&mut *connection)
        .await?;
    for alias in &entity.aliases {
        sqlx::query("INSERT INTO entity_alias (alias, entity) VALUES (?1, ?2)")
            .bind(alias)
            .bind(&entity.name)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Takes an entity off the list; what was imported keeps its name. Says whether there was one.
pub async fn remove(connection: &mut Connection, name: &str) -> Result<bool, StoreError> {
    sqlx::query("DELETE FROM entity_alias WHERE entity = ?1").bind(name).execute(&mut *connection).await?;
    let done = sqlx::query("DELETE FROM entity WHERE name = ?1").bind(name).execute(connection).await?;
    Ok(done.rows_affected() > 0)
}

/// Names of entities that imported lines and retired assets have, with how many of them.
pub async fn met(connection: &mut Connection) -> Result<Vec<(String, i64)>, StoreError> {
    let rows = sqlx::query(
        "SELECT entity, sum(rows) AS rows FROM (
             SELECT word.text AS entity, of.rows AS rows
             FROM (SELECT entity_id, sum(lines) AS rows FROM line_sum WHERE superseded_by = 0 GROUP BY entity_id) AS of
             JOIN word ON word.id = of.entity_id
             UNION ALL SELECT entity, count(*) FROM disposition WHERE entity IS NOT NULL GROUP BY entity)
         GROUP BY entity ORDER BY entity",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((row.text("entity")?, row.integer("rows")?))).collect()
}

/// Entities that any line names, in the order of their letters.
pub async fn named_by_lines(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT text FROM word
         WHERE id IN (SELECT entity_id FROM line_sum WHERE superseded_by = 0) ORDER BY text";
    Ok(sqlx::query_scalar(sql).fetch_all(connection).await?)
}
