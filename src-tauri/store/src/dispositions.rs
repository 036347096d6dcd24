//! Retired assets, row by row.

use crate::bulk::Statement;
use crate::identities::IdentityWriter;
use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use planner_core::disposition::{Disposition, Outcome};
use planner_core::mass::Mass;
use planner_core::own_issue::RestoredPart;
use planner_core::raw::RawRow;
use planner_core::revision;
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};

/// A row of retired assets with its place in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetDisposition {
    /// 1-based row.
    pub row: u32,
    /// The row's cells as they stood.
    pub raw: RawRow,
    /// What it says.
    pub disposition: Disposition,
}

/// Writes rows of an import.
pub async fn add(
    connection: &mut Connection,
    import_number: i64,
    rows: &[SheetDisposition],
) -> Result<(), StoreError> {
    let mut identities = IdentityWriter::new(import_number);
    for SheetDisposition { row, raw, disposition } in rows {
        let added = sqlx::query(
            "INSERT INTO disposition (import_number, row, raw, year, year_assumed, date, asset_tag, item, category,
                 quantity, sent_mg, restored_mg, outcome, provider, legal_obligation_mg, batch, entity)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )
        .bind(import_number)
        .bind(row)
        .bind(raw.text())
        .bind(disposition.year)
        .bind(disposition.year_assumed)
        .bind(stored(disposition.date))
        .bind(&disposition.asset_tag)
        .bind(&disposition.item)
        .bind(&disposition.category)
        .bind(disposition.quantity)
        .bind(disposition.sent.milligrams())
        .bind(disposition.restored.map(Mass::milligrams))
        .bind(disposition.outcome.map(Outcome::word))
        .bind(&disposition.provider)
        .bind(disposition.legal_obligation.milligrams())
        .bind(&disposition.batch)
        .bind(&disposition.entity)
        .execute(&mut *connection)
        .await?;
        identities.add(added.last_insert_rowid(), &revision::disposition(disposition).found_by);
    }
    identities.finish(connection).await
}

/// What all retired assets together come to without their signs, those that were superseded among them: units, and of
/// each the largest of its masses.
pub async fn held(connection: &mut Connection) -> Result<(i64, Mass), StoreError> {
    let columns = "coalesce(quantity, 0), sent_mg, coalesce(restored_mg, 0), legal_obligation_mg";
    let sql =
        format!("SELECT {columns} FROM disposition UNION ALL SELECT {columns} FROM superseded_disposition");
    let (mut quantity, mut milligrams) = (0_i64, 0_i64);
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, [&sql])?;
    select.each(&[], |row| {
        quantity = quantity.saturating_add(row.integer(0).saturating_abs());
        let largest = [1, 2, 3].map(|column| row.integer(column).saturating_abs()).into_iter().max();
        milligrams = milligrams.saturating_add(largest.unwrap_or_default());
    })?;
    Ok((quantity, Mass::from_milligrams(milligrams)))
}

/// All rows of a reporting year, in the order in which they were imported.
pub async fn of_year(connection: &mut Connection, year: i32) -> Result<Vec<Disposition>, StoreError> {
    let rows = sqlx::query("SELECT * FROM disposition WHERE year = ?1 ORDER BY id")
        .bind(year)
        .fetch_all(connection)
        .await?;
    rows.iter().map(disposition).collect()
}

/// A row of retired assets with the file it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDisposition {
    /// Number of its import.
    pub import_number: i64,
    /// Name of its file.
    pub file_name: String,
    /// Hash of its file.
    pub file_sha256: String,
    /// Its sheet.
    pub sheet: String,
    /// The row with its cells.
    pub of_sheet: SheetDisposition,
}

/// All rows of a reporting year with the files they came from, in the order in which they were imported.
pub async fn with_files(
    connection: &mut Connection,
    year: i32,
) -> Result<Vec<StoredDisposition>, StoreError> {
    let rows = sqlx::query(
        "SELECT disposition.*, import.file_name, import.file_sha256, import.sheet
         FROM disposition JOIN import ON import.number = import_number WHERE year = ?1 ORDER BY disposition.id",
    )
    .bind(year)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let of_sheet = SheetDisposition {
                row: u32::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?,
                raw: RawRow::from_text(row.text("raw")?),
                disposition: disposition(row)?,
            };
            Ok(StoredDisposition {
                import_number: row.integer("import_number")?,
                file_name: row.text("file_name")?,
                file_sha256: row.text("file_sha256")?,
                sheet: row.text("sheet")?,
                of_sheet,
            })
        })
        .collect()
}

/// Providers of each batch, of whatever year.
pub async fn providers_of_batches(
    connection: &mut Connection,
) -> Result<BTreeMap<String, BTreeSet<String>>, StoreError> {
    let rows = sqlx::query(
        "SELECT DISTINCT batch, provider FROM disposition WHERE batch IS NOT NULL AND provider IS NOT NULL",
    )
    .fetch_all(connection)
    .await?;
    let mut providers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in &rows {
        providers.entry(row.text("batch")?).or_default().insert(row.text("provider")?);
    }
    Ok(providers)
}

pub(crate) fn disposition(row: &SqliteRow) -> Result<Disposition, StoreError> {
    let outcome = match row.optional_text("outcome")? {
        Some(_) => Some(row.word("outcome", Outcome::from_word)?),
        None => None,
    };
    Ok(Disposition {
        asset_tag: row.optional_text("asset_tag")?,
        item: row.optional_text("item")?,
        category: row.optional_text("category")?,
        quantity: row.optional_integer("quantity")?,
        sent: row.mass("sent_mg")?,
        restored: row.optional_mass("restored_mg")?,
        outcome,
        provider: row.optional_text("provider")?,
        date: row.optional_date("date")?,
        year: row.year("year")?,
        year_assumed: row.boolean("year_assumed")?,
        legal_obligation: row.mass("legal_obligation_mg")?,
        batch: row.optional_text("batch")?,
        entity: row.optional_text("entity")?,
    })
}

/// The retired assets of every year, those that are alike summed: what each batch restored follows from them.
pub async fn restored_parts(connection: &mut Connection) -> Result<Vec<RestoredPart>, StoreError> {
    let rows = sqlx::query(
        "SELECT batch, provider, year, outcome, sum(sent_mg) AS sent_mg, sum(restored_mg) AS restored_mg,
                sum(legal_obligation_mg) AS legal_obligation_mg
         FROM disposition GROUP BY batch, provider, year, outcome, restored_mg IS NULL",
    )
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let outcome = row.optional_text("outcome")?;
            Ok(RestoredPart {
                batch: row.optional_text("batch")?,
                provider: row.optional_text("provider")?,
                year: row.year("year")?,
                outcome: outcome.map(|_| row.word("outcome", Outcome::from_word)).transpose()?,
                sent: row.mass("sent_mg")?,
                stated: row.optional_mass("restored_mg")?,
                legal_obligation: row.mass("legal_obligation_mg")?,
            })
        })
        .collect()
}
