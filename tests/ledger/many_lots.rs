//! A workspace of many small lots, written in one transaction.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::lot::{Facts, Lot, Origin, SerialRange, last_usable_day};
use planner_store::Store;
use planner_store::ledger as stored;
use std::path::Path;

/// Units of each lot.
pub const QUANTITY: i64 = 100;

/// Makes a workspace of bought I-TEC lots of three vintages, ten lots a batch.
pub async fn record(path: &Path, lots: i64, today: NaiveDate) -> Result<()> {
    let store = Store::open_or_create(path, today).await?;
    let mut write = store.write().await?;
    let mut ledger = Ledger::default();
    for number in 0..lots {
        let dated = DatedEvent::new(today, Event::LotRecorded(Box::new(lot(number)?)));
        ledger.apply(&dated)?;
        stored::append(&mut write, &dated, &ledger, None).await?;
    }
    write.commit().await?;
    store.close().await;
    Ok(())
}

fn lot(number: i64) -> Result<Lot> {
    let vintage = 2023 + i32::try_from(number % 3)?;
    let start = number * QUANTITY + 1;
    Ok(Lot {
        id: format!("BLO-{vintage}-{number:05}"),
        class: "I-TEC".into(),
        registry: "Bloom".into(),
        prefix: "NL-R".into(),
        serials: SerialRange::new(start, start + QUANTITY - 1).context("serials")?,
        vintage,
        expires_on: last_usable_day(vintage).context("a date")?,
        origin: Origin::Purchased,
        is_bundled: false,
        facts: Facts { batch: Some(format!("OSR-{}", number / 10)), ..Facts::default() },
    })
}
