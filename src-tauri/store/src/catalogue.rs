//! The organisation's catalogue of device weights.

use crate::values::{Values, stored};
use crate::words::lines_in_words;
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::catalogue::{Catalogue, CatalogueDevice, normalise};
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

/// A device as it stands in the catalogue, with where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedDevice {
    /// Its id.
    pub id: i64,
    /// Id of the import that brought it.
    pub import_id: String,
    /// The file's name.
    pub file_name: String,
    /// The day it came.
    pub imported_on: NaiveDate,
    /// The device.
    pub sheet: SheetDevice,
}

/// All devices, in the order in which they came.
pub async fn all(connection: &mut Connection) -> Result<Vec<ListedDevice>, StoreError> {
    let rows = sqlx::query(
        "SELECT device.id, device.row, manufacturer, model, item, category, unit_mass_kg, is_doubtful, factor_kgco2e,
                source, date, import.id AS import_id, file_name, imported_on
         FROM device JOIN import ON import.number = import_number ORDER BY device.id",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(listed).collect()
}

fn listed(row: &SqliteRow) -> Result<ListedDevice, StoreError> {
    Ok(ListedDevice {
        id: row.integer("id")?,
        import_id: row.text("import_id")?,
        file_name: row.text("file_name")?,
        imported_on: row.date("imported_on")?,
        sheet: SheetDevice {
            row: u32::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?,
            device: device(row)?,
            is_doubtful: row.boolean("is_doubtful")?,
            category: row.optional_text("category")?,
            factor_kgco2e: row.decimal("factor_kgco2e")?,
            source: row.optional_text("source")?,
            date: row.optional_date("date")?,
        },
    })
}

/// Lines of one device that the catalogue weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The names under which it is found, the first that is known.
    pub names: Vec<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
}

/// Lines that the catalogue weighs, by device.
pub async fn weighed(connection: &mut Connection) -> Result<Vec<Weighed>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT item.text AS item, manufacturer.text AS manufacturer, model.text AS model, count(*) AS lines,
                sum(quantity) AS quantity ",
        lines_in_words!(),
        "WHERE weight_source = 'catalogue' AND weighing_number IS NULL GROUP BY item_id, manufacturer_id, model_id",
    ))
    .fetch_all(connection)
    .await?;
    let of = |row: &SqliteRow| {
        let text =
            |column| Ok::<_, StoreError>(row.optional_text(column)?.map(|text: String| normalise(&text)));
        let (item, maker, model) = (text("item")?, text("manufacturer")?, text("model")?);
        let full = maker.zip(model.clone()).map(|(maker, model)| maker + &model);
        let names = full.into_iter().chain(item).chain(model).filter(|name| !name.is_empty()).collect();
        Ok(Weighed { names, lines: row.integer("lines")?, quantity: row.integer("quantity")? })
    };
    rows.iter().map(of).collect()
}

/// Takes a device out of the catalogue.
pub async fn remove(connection: &mut Connection, id: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM device WHERE id = ?1").bind(id).execute(connection).await?;
    Ok(())
}
