//! What plans of record said of the years to come, as they were adopted.

use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use planner_core::plan::actual::AdoptedYear;
use sqlx::sqlite::SqliteRow;

/// All of them, by adoption and year.
pub async fn all(connection: &mut Connection) -> Result<Vec<AdoptedYear>, StoreError> {
    let rows =
        sqlx::query("SELECT * FROM adopted_year ORDER BY adoption, year").fetch_all(connection).await?;
    rows.iter().map(adopted).collect()
}

fn adopted(row: &SqliteRow) -> Result<AdoptedYear, StoreError> {
    Ok(AdoptedYear {
        year: row.year("year")?,
        scenario: row.text("scenario")?,
        adopted_on: row.date("adopted_on")?,
        new: row.mass("mass_mg")?,
        gross: row.integer("gross")?,
        needed: row.integer("needed")?,
        own: row.integer("own")?,
        to_buy: row.integer("to_buy")?,
        cost: row.decimal("cost")?.zip(row.optional_text("currency")?),
    })
}

/// Keeps what a plan that was just adopted says of its years.
pub async fn add(connection: &mut Connection, years: &[AdoptedYear]) -> Result<(), StoreError> {
    let adoption: i64 = sqlx::query_scalar("SELECT coalesce(max(adoption), 0) + 1 FROM adopted_year")
        .fetch_one(&mut *connection)
        .await?;
    for one in years {
        let (cost, currency) = one.cost.clone().unzip();
        sqlx::query(
            "INSERT INTO adopted_year (adoption, year, scenario, adopted_on, mass_mg, gross, needed, own, to_buy, cost,
                 currency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )
        .bind(adoption)
        .bind(one.year)
        .bind(&one.scenario)
        .bind(one.adopted_on.to_string())
        .bind(one.new.milligrams())
        .bind(one.gross)
        .bind(one.needed)
        .bind(one.own)
        .bind(one.to_buy)
        .bind(stored(cost))
        .bind(currency)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
