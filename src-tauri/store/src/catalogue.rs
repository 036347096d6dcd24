//! The organisation's catalogue of device weights.

use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::catalogue::{Catalogue, CatalogueDevice};
use rust_decimal::Decimal;
use sqlx::sqlite::SqliteRow;

/// A device as it stands in a catalogue file, or as a person gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetDevice {
    /// 1-based row.
    pub row: u32,
    /// The device and its weight.
    pub device: CatalogueDevice,
    /// Whether its weight is not plausible for its category: it is kept, and weighs nothing.
    pub is_doubtful: bool,
    /// Category key.
    pub category: Option<String>,
    /// Emission factor of one unit, kgCO2e: an attribute.
    pub factor_kgco2e: Option<Decimal>,
    /// Where the weight is from.
    pub source: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
}

/// Adds devices.
pub async fn add(
    connection: &mut Connection,
    import_number: i64,
    devices: &[SheetDevice],
) -> Result<(), StoreError> {
    for SheetDevice { row, device, is_doubtful, category, factor_kgco2e, source, date } in devices {
        sqlx::query(
            "INSERT INTO device (import_number, row, manufacturer, model, item, category, unit_mass_kg,
                 is_doubtful, factor_kgco2e, source, date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )
        .bind(import_number)
        .bind(row)
        .bind(&device.manufacturer)
        .bind(&device.model)
        .bind(&device.item)
        .bind(category)
        .bind(device.unit_kg.to_string())
        .bind(is_doubtful)
        .bind(stored(*factor_kgco2e))
        .bind(source)
        .bind(stored(*date))
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// The whole catalogue; of two devices of one name the later one stands.
pub async fn load(connection: &mut Connection) -> Result<Catalogue, StoreError> {
    let rows = sqlx::query(
        "SELECT manufacturer, model, item, unit_mass_kg FROM device WHERE NOT is_doubtful ORDER BY id",
    )
    .fetch_all(connection)
    .await?;
    let mut catalogue = Catalogue::default();
    for row in &rows {
        catalogue.add(device(row)?);
    }
    Ok(catalogue)
}

pub(crate) fn device(row: &SqliteRow) -> Result<CatalogueDevice, StoreError> {
    Ok(CatalogueDevice {
        manufacturer: row.optional_text("manufacturer")?,
        model: row.optional_text("model")?,
        item: row.optional_text("item")?,
        unit_kg: row.decimal("unit_mass_kg")?.ok_or_else(|| StoreError::damaged("unit_mass_kg"))?,
    })
}

/// How many devices it has.
pub async fn count(connection: &mut Connection) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM device").fetch_one(connection).await?)
}
