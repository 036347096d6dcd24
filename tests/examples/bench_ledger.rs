//! How long it takes to retire 950,000 certificates out of 10,000 lots, first expiring first, in one transaction,
//! and to load and check such a ledger: `cargo run --release --example bench_ledger`.

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use planner_actions::Workspace;
use planner_actions::views::certificates::{LotsQuery, RetirementRequest};
use planner_actions::worker::Program;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::lot::{Facts, Lot, Origin, SerialRange, last_usable_day};
use planner_store::Store;
use planner_store::ledger as stored;
use std::path::Path;
use std::time::Instant;

const LOTS: i64 = 10_000;
const QUANTITY: i64 = 100;
const RETIRED: i64 = 950_000;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.itec");
    let today = NaiveDate::from_ymd_opt(2026, 6, 16).context("a date")?;
    timed("record 10,000 lots", record_lots(&path, today)).await?;
    let workspace = Workspace::open_or_create(&path, today, Program::current()?).await?;
    let page = LotsQuery { limit: 100, ..Default::default() };
    timed("a page of 10,000 lots", planner_actions::lots_page(&workspace, &page)).await?;
    let lots = timed("sums of 10,000 lots", planner_actions::lots_summary(&workspace)).await?;
    ensure!(lots.total.held == LOTS * QUANTITY);
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(RETIRED),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    let done = timed("retire 950,000 units", planner_actions::retire(&workspace, &request)).await?;
    ensure!(done.quantity == RETIRED && done.lines.len() == 9_500);
    let check = timed("verify the file", planner_actions::verify(&workspace)).await?;
    ensure!(check.ok, "{:?}", check.problems);
    Ok(())
}

/// Waits for something and prints how long it took.
async fn timed<T, E: Into<anyhow::Error>>(
    what: &str,
    work: impl Future<Output = std::result::Result<T, E>>,
) -> Result<T> {
    let start = Instant::now();
    let answer = work.await.map_err(Into::into)?;
    println!("{what}: {} ms", start.elapsed().as_millis());
    Ok(answer)
}

/// Lots of three vintages in one transaction.
async fn record_lots(path: &Path, today: NaiveDate) -> Result<()> {
    let store = Store::open_or_create(path).await?;
    let mut write = store.write().await?;
    let mut ledger = Ledger::default();
    for number in 0..LOTS {
        let event = Event::LotRecorded(Box::new(lot(number)?));
        let dated = DatedEvent { on: today, event };
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
