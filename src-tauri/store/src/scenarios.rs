//! Scenarios of the plan by name: what a person turned, and the facts they began from.

use crate::values::Values;
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its number.
    pub number: i64,
    /// Its name, unlike any other but for case.
    pub name: String,
    /// The day its facts were taken.
    pub made_on: NaiveDate,
    /// The last event then.
    pub event: i64,
    /// The day it became the plan of record, for the one that is.
    pub adopted_on: Option<NaiveDate>,
    /// What differs from the workspace's own history, by driver.
    pub drivers: BTreeMap<String, String>,
    /// What the workspace knew, by fact.
    pub facts: BTreeMap<String, String>,
}

/// All scenarios, in the order in which they were made.
pub async fn all(connection: &mut Connection) -> Result<Vec<Scenario>, StoreError> {
    let rows = sqlx::query("SELECT * FROM scenario ORDER BY number").fetch_all(&mut *connection).await?;
    let mut scenarios = Vec::with_capacity(rows.len());
    for row in &rows {
        scenarios.push(whole(connection, row).await?);
    }
    Ok(scenarios)
}

/// The scenario of this name, whatever its case.
pub async fn find(connection: &mut Connection, name: &str) -> Result<Option<Scenario>, StoreError> {
    let row = sqlx::query("SELECT * FROM scenario WHERE name = ?1 COLLATE NOCASE").bind(name.trim());
    match row.fetch_optional(&mut *connection).await? {
        Some(row) => whole(connection, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(connection: &mut Connection, row: &SqliteRow) -> Result<Scenario, StoreError> {
    let number = row.integer("number")?;
    let drivers =
        sqlx::query("SELECT key, value FROM scenario_driver WHERE scenario_number = ?1").bind(number);
    let drivers = pairs(&drivers.fetch_all(&mut *connection).await?)?;
    let facts = sqlx::query("SELECT key, value FROM scenario_fact WHERE scenario_number = ?1").bind(number);
    let facts = pairs(&facts.fetch_all(&mut *connection).await?)?;
    Ok(Scenario {
        number,
        name: row.text("name")?,
        made_on: row.date("made_on")?,
        event: row.integer("event")?,
        adopted_on: row.optional_date("adopted_on")?,
        drivers,
        facts,
    })
}

fn pairs(rows: &[SqliteRow]) -> Result<BTreeMap<String, String>, StoreError> {
    rows.iter().map(|row| Ok((row.text("key")?, row.text("value")?))).collect()
}

/// Keeps a new scenario; its number is given here.
pub async fn add(connection: &mut Connection, scenario: &Scenario) -> Result<(), StoreError> {
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO scenario (name, made_on, event, adopted_on) VALUES (?1, ?2, ?3, ?4) RETURNING number",
    )
    .bind(scenario.name.trim())
    .bind(scenario.made_on.to_string())
    .bind(scenario.event)
    .bind(scenario.adopted_on.map(|day| day.to_string()))
    .fetch_one(&mut *connection)
    .await?;
    put_parts(connection, number, scenario).await
}

/// Keeps what has changed of a scenario: its name, drivers and facts.
pub async fn put(connection: &mut Connection, scenario: &Scenario) -> Result<(), StoreError> {
    sqlx::query("UPDATE scenario SET name = ?2, made_on = ?3, event = ?4 WHERE number = ?1")
        .bind(scenario.number)
        .bind(scenario.name.trim())
        .bind(scenario.made_on.to_string())
        .bind(scenario.event)
        .execute(&mut *connection)
        .await?;
    for table in [
        "DELETE FROM scenario_driver WHERE scenario_number = ?1",
        "DELETE FROM scenario_fact WHERE scenario_number = ?1",
    ] {
        sqlx::query(table).bind(scenario.number).execute(&mut *connection).await?;
    }
    put_parts(connection, scenario.number, scenario).await
}

async fn put_parts(connection: &mut Connection, number: i64, scenario: &Scenario) -> Result<(), StoreError> {
    let parts = [
        ("INSERT INTO scenario_driver (scenario_number, key, value) VALUES (?1, ?2, ?3)", &scenario.drivers),
        ("INSERT INTO scenario_fact (scenario_number, key, value) VALUES (?1, ?2, ?3)", &scenario.facts),
    ];
    for (insert, pairs) in parts {
        for (key, value) in pairs {
            sqlx::query(insert).bind(number).bind(key).bind(value).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

/// Makes a scenario the plan of record, and no other.
pub async fn adopt(connection: &mut Connection, number: i64, on: NaiveDate) -> Result<(), StoreError> {
    sqlx::query("UPDATE scenario SET adopted_on = NULL").execute(&mut *connection).await?;
    sqlx::query("UPDATE scenario SET adopted_on = ?2 WHERE number = ?1")
        .bind(number)
        .bind(on.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes a scenario away.
pub async fn delete(connection: &mut Connection, number: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM scenario WHERE number = ?1").bind(number).execute(connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    fn scenario(name: &str) -> Scenario {
        Scenario {
            number: 0,
            name: name.into(),
            made_on: NaiveDate::from_ymd_opt(2026, 6, 16).expect("a day"),
            event: 7,
            adopted_on: None,
            drivers: BTreeMap::from([("growth".to_owned(), "2".to_owned())]),
            facts: BTreeMap::from([("usable_units".to_owned(), "260000".to_owned())]),
        }
    }

    #[tokio::test]
    async fn scenarios_are_kept_by_name_and_one_is_of_record() {
        let folder = tempfile::tempdir().expect("a folder");
        let store =
            Store::open_or_create(&folder.path().join("a.itec"), scenario("").made_on).await.expect("made");
        let mut write = store.write().await.expect("the right to write");
        add(&mut write, &scenario("Ramp")).await.expect("added");
        add(&mut write, &scenario("Full")).await.expect("added");
        assert!(add(&mut write, &scenario("ramp")).await.is_err());
        let mut found = find(&mut write, " RAMP ").await.expect("read").expect("a scenario");
        assert_eq!(found.drivers, scenario("").drivers);
        found.drivers.insert("target".into(), "30,100".into());
        found.name = "Ramp to 2030".into();
        put(&mut write, &found).await.expect("kept");
        assert_eq!(find(&mut write, "Ramp to 2030").await.expect("read"), Some(found.clone()));
        let full = find(&mut write, "Full").await.expect("read").expect("a scenario");
        for number in [found.number, full.number] {
            adopt(&mut write, number, found.made_on).await.expect("adopted");
        }
        let all_of = all(&mut write).await.expect("read");
        let adopted: Vec<_> =
            all_of.iter().filter(|one| one.adopted_on.is_some()).map(|one| one.number).collect();
        assert_eq!(adopted, [full.number]);
        delete(&mut write, full.number).await.expect("deleted");
        assert_eq!(all(&mut write).await.expect("read").len(), 1);
    }
}
