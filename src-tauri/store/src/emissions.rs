//! Sets of emission factors, what restoring hardware used up, and lines of new hardware by what they cost.

use crate::values::Values;
use crate::words::lines_in_words;
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::emission::{Energy, Factor, FactorSet, Priced, Publisher};
use planner_core::mass::Mass;
use sqlx::sqlite::SqliteRow;

/// All sets, the first first; one that was taken back too.
pub async fn sets(connection: &mut Connection) -> Result<Vec<FactorSet>, StoreError> {
    let rows = sqlx::query("SELECT * FROM factor_set ORDER BY number").fetch_all(connection).await?;
    rows.iter().map(set).collect()
}

fn set(row: &SqliteRow) -> Result<FactorSet, StoreError> {
    let publisher = Publisher::from_word(&row.text("publisher")?);
    Ok(FactorSet {
        number: row.integer("number")?,
        publisher: publisher.ok_or_else(|| StoreError::damaged("publisher"))?,
        version: row.text("version")?,
        year: row.year("year")?,
        file_name: row.text("file_name")?,
        file_sha256: row.text("file_sha256")?,
        imported_on: row.date("imported_on")?,
        undone_on: row.optional_date("undone_on")?,
        factors: row.integer("factors")?,
    })
}

/// Keeps a set, and answers its number; the one that it comes with is not looked at.
pub async fn add_set(
    connection: &mut Connection,
    set: &FactorSet,
    factors: &[Factor],
) -> Result<i64, StoreError> {
    let number = sqlx::query(
        "INSERT INTO factor_set (publisher, version, year, file_name, file_sha256, imported_on, factors)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(set.publisher.word())
    .bind(&set.version)
    .bind(set.year)
    .bind(&set.file_name)
    .bind(&set.file_sha256)
    .bind(set.imported_on.to_string())
    .bind(set.factors)
    .execute(&mut *connection)
    .await?
    .last_insert_rowid();
    for (position, factor) in (1_i64..).zip(factors) {
        sqlx::query(
            "INSERT INTO factor (set_number, position, sheet, row, letters, name, variant, unit, kgco2e)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )
        .bind(number)
        .bind(position)
        .bind(&factor.sheet)
        .bind(factor.row)
        .bind(&factor.column)
        .bind(&factor.name)
        .bind(&factor.variant)
        .bind(&factor.unit)
        .bind(factor.kgco2e.to_string())
        .execute(&mut *connection)
        .await?;
    }
    Ok(number)
}

/// Takes a set back: its factors go, and it stays listed as taken back.
pub async fn undo_set(connection: &mut Connection, number: i64, on: NaiveDate) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM factor WHERE set_number = ?1").bind(number).execute(&mut *connection).await?;
    sqlx::query("UPDATE factor_set SET undone_on = ?2 WHERE number = ?1")
        .bind(number)
        .bind(on.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// The factors of a set, in the order of its file.
pub async fn factors(connection: &mut Connection, number: i64) -> Result<Vec<Factor>, StoreError> {
    let rows = sqlx::query("SELECT * FROM factor WHERE set_number = ?1 ORDER BY position")
        .bind(number)
        .fetch_all(connection)
        .await?;
    rows.iter().map(factor).collect()
}

fn factor(row: &SqliteRow) -> Result<Factor, StoreError> {
    Ok(Factor {
        sheet: row.text("sheet")?,
        row: u32::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?,
        column: row.text("letters")?,
        name: row.text("name")?,
        variant: row.text("variant")?,
        unit: row.text("unit")?,
        kgco2e: row.decimal("kgco2e")?.ok_or_else(|| StoreError::damaged("kgco2e"))?,
    })
}

/// What restoring the hardware of a year used up, each with its position.
pub async fn energy(connection: &mut Connection, year: i32) -> Result<Vec<(i64, Energy)>, StoreError> {
    let rows = sqlx::query("SELECT * FROM process_energy WHERE year = ?1 ORDER BY position")
        .bind(year)
        .fetch_all(connection)
        .await?;
    let one = |row: &SqliteRow| {
        let decimal =
            |column| row.decimal(column)?.ok_or_else(|| StoreError::damaged(column)) as Result<_, StoreError>;
        let energy = Energy {
            name: row.text("name")?,
            amount: decimal("amount")?,
            unit: row.text("unit")?,
            kgco2e: decimal("kgco2e")?,
            source: row.text("source")?,
        };
        Ok((row.integer("position")?, energy))
    };
    rows.iter().map(one).collect()
}

/// Keeps what was used up, behind what is there; answers its position.
pub async fn add_energy(connection: &mut Connection, year: i32, energy: &Energy) -> Result<i64, StoreError> {
    let position: i64 =
        sqlx::query_scalar("SELECT coalesce(max(position), 0) + 1 FROM process_energy WHERE year = ?1")
            .bind(year)
            .fetch_one(&mut *connection)
            .await?;
    sqlx::query(
        "INSERT INTO process_energy (year, position, name, amount, unit, kgco2e, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(year)
    .bind(position)
    .bind(&energy.name)
    .bind(energy.amount.to_string())
    .bind(&energy.unit)
    .bind(energy.kgco2e.to_string())
    .bind(&energy.source)
    .execute(connection)
    .await?;
    Ok(position)
}

/// Takes away what was used up at a position; whether there was anything.
pub async fn remove_energy(
    connection: &mut Connection,
    year: i32,
    position: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query("DELETE FROM process_energy WHERE year = ?1 AND position = ?2")
        .bind(year)
        .bind(position)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Lines of new hardware of a year, alike ones in category, price and having a weight together.
pub async fn priced(
    connection: &mut Connection,
    year: i32,
    entity: Option<&str>,
) -> Result<Vec<Priced>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT category.text AS category, currency.text AS currency, unit_price, count(*) AS lines,
                sum(quantity) AS quantity, sum(mass_mg) AS mass_mg ",
        lines_in_words!(),
        "WHERE year = ?1 AND out_of_scope IS NULL AND condition IN ('new', 'unknown')
             AND (?2 IS NULL OR entity_id = (SELECT id FROM word WHERE text = ?2))
         GROUP BY category_id, currency_id, unit_price, mass_mg IS NULL
         ORDER BY 1, 2, 3",
    ))
    .bind(year)
    .bind(entity)
    .fetch_all(connection)
    .await?;
    let one = |row: &SqliteRow| {
        Ok(Priced {
            category: row.optional_text("category")?,
            lines: row.integer("lines")?,
            quantity: row.integer("quantity")?,
            mass: row.optional_integer("mass_mg")?.map(Mass::from_milligrams),
            price: row.decimal("unit_price")?.zip(row.optional_text("currency")?),
        })
    };
    rows.iter().map(one).collect()
}
