//! How long it takes to retire 950,000 certificates out of 10,000 lots, first expiring first, in one transaction,
//! and to show and check such a ledger: `cargo run --release --example bench_ledger`.

#[path = "../ledger/many_lots.rs"]
mod many_lots;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use planner_actions::Workspace;
use planner_actions::views::certificates::{LotsQuery, RetirementRequest};
use planner_actions::worker::Program;
use std::time::Instant;

const LOTS: i64 = 10_000;
const RETIRED: i64 = 950_000;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.itec");
    let today = NaiveDate::from_ymd_opt(2026, 6, 16).context("a date")?;
    timed("record 10,000 lots", many_lots::record(&path, LOTS, today)).await?;
    let workspace = Workspace::open_or_create(&path, today, Program::current()?).await?;
    let page = LotsQuery { limit: 100, ..Default::default() };
    let first = timed("a page of 10,000 lots", planner_actions::lots_page(&workspace, &page)).await?;
    ensure!(first.total == LOTS && first.lots.len() == 100);
    let sums = timed("sums of 10,000 lots", planner_actions::lots_summary(&workspace)).await?;
    ensure!(sums.total.held == LOTS * many_lots::QUANTITY);
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
