//! The claim texts of years, as people edited them.

use crate::values::Values;
use crate::{Connection, StoreError};
use chrono::NaiveDate;

/// The claim of a year as it was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The text.
    pub text: String,
    /// The text that was offered when it was written; once another is offered, the claim is out of date.
    pub suggested: String,
    /// Day on which it was written.
    pub edited_on: NaiveDate,
}

/// The claim of a year; nothing where nobody edited one.
pub async fn of_year(connection: &mut Connection, year: i32) -> Result<Option<Claim>, StoreError> {
    let row = sqlx::query("SELECT text, suggested, edited_on FROM claim WHERE year = ?1")
        .bind(year)
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(Claim {
            text: row.text("text")?,
            suggested: row.text("suggested")?,
            edited_on: row.date("edited_on")?,
        })
    })
    .transpose()
}

/// Keeps the claim of a year; nothing takes it away, and the offered text stands again.
pub async fn put(connection: &mut Connection, year: i32, claim: Option<&Claim>) -> Result<(), StoreError> {
    let Some(claim) = claim else {
        sqlx::query("DELETE FROM claim WHERE year = ?1").bind(year).execute(connection).await?;
        return Ok(());
    };
    sqlx::query(
        "INSERT INTO claim (year, text, suggested, edited_on) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (year) DO UPDATE SET text = excluded.text, suggested = excluded.suggested,
             edited_on = excluded.edited_on",
    )
    .bind(year)
    .bind(&claim.text)
    .bind(&claim.suggested)
    .bind(claim.edited_on.to_string())
    .execute(connection)
    .await?;
    Ok(())
}
