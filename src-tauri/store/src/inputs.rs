//! What only a person knows of a year's answers to CDP.

use crate::values::Values;
use crate::{Connection, StoreError};
use std::collections::BTreeMap;

/// Question, its row from 1, and the field.
pub type InputKey = (String, usize, String);

/// The inputs of a year.
pub async fn of_year(
    connection: &mut Connection,
    year: i32,
) -> Result<BTreeMap<InputKey, String>, StoreError> {
    let rows = sqlx::query("SELECT question, row, field, value FROM disclosure_input WHERE year = ?1")
        .bind(year)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            let number = usize::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?;
            Ok(((row.text("question")?, number, row.text("field")?), row.text("value")?))
        })
        .collect()
}

/// Keeps an input of a year; nothing takes it away.
pub async fn put(
    connection: &mut Connection,
    year: i32,
    (question, row, field): &InputKey,
    value: Option<&str>,
) -> Result<(), StoreError> {
    let number = i64::try_from(*row).map_err(|_| StoreError::damaged("row"))?;
    let sql = match value {
        Some(_) => {
            "INSERT INTO disclosure_input (year, question, row, field, value) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (year, question, row, field) DO UPDATE SET value = excluded.value"
        }
        None => {
            "DELETE FROM disclosure_input
             WHERE year = ?1 AND question = ?2 AND row = ?3 AND field = ?4 AND ?5 IS NULL"
        }
    };
    sqlx::query(sql)
        .bind(year)
        .bind(question)
        .bind(number)
        .bind(field)
        .bind(value)
        .execute(connection)
        .await?;
    Ok(())
}
