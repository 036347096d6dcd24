//! What was written beside a shipment of retired assets, and when its provider is to be asked again.

use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was written beside a shipment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShipmentNote {
    /// The note.
    pub note: Option<String>,
    /// The day on which the provider is to be asked again.
    pub ask_on: Option<NaiveDate>,
}

/// All of them, by shipment.
pub async fn all(connection: &mut Connection) -> Result<BTreeMap<String, ShipmentNote>, StoreError> {
    let rows = sqlx::query("SELECT shipment, note, ask_on FROM shipment_note").fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let note =
                ShipmentNote { note: row.optional_text("note")?, ask_on: row.optional_date("ask_on")? };
            Ok((row.text("shipment")?, note))
        })
        .collect()
}

/// Keeps what is written beside a shipment; nothing of it takes it away.
pub async fn put(connection: &mut Connection, shipment: &str, note: &ShipmentNote) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM shipment_note WHERE shipment = ?1")
        .bind(shipment)
        .execute(&mut *connection)
        .await?;
    if *note == ShipmentNote::default() {
        return Ok(());
    }
    sqlx::query("INSERT INTO shipment_note (shipment, note, ask_on) VALUES (?1, ?2, ?3)")
        .bind(shipment)
        .bind(&note.note)
        .bind(stored(note.ask_on))
        .execute(connection)
        .await?;
    Ok(())
}
