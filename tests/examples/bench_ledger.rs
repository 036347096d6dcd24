//! How long it takes to retire certificates out of many lots, first expiring first, in one transaction and in thousands,
//! and to show, check, report and verify such a ledger:
//! `cargo run --release --example bench_ledger [LOTS] [RETIREMENTS]`.

#[path = "../ledger/many_lots.rs"]
mod many_lots;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use planner_actions::views::certificates::{LotsQuery, RetirementRequest};
use planner_actions::worker::Program;
use planner_actions::{ExportRequest, Workspace};
use std::path::Path;
use std::time::{Duration, Instant};

const LOTS: i64 = 20_000;
const RETIREMENTS: usize = 5_000;
/// Units of each of many retirements: they touch three lots.
const UNITS: i64 = 250;
const YEAR: i32 = 2025;

#[tokio::main]
async fn main() -> Result<()> {
    let mut asked = std::env::args().skip(1);
    let lots: i64 = asked.next().map_or(Ok(LOTS), |text| text.parse())?;
    let retirements: usize = asked.next().map_or(Ok(RETIREMENTS), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    at_once(&folder.path().join("at once.itec"), lots / 2).await?;
    one_by_one(folder.path(), lots, retirements).await
}

/// Most of all units in one retirement.
async fn at_once(path: &Path, lots: i64) -> Result<()> {
    let workspace = many(path, lots).await?;
    let units = lots * many_lots::QUANTITY * 95 / 100;
    let done =
        timed(&format!("retire {units} units"), planner_actions::retire(&workspace, &request(units))).await?;
    ensure!(done.quantity == units);
    verify(&workspace).await
}

/// Thousands of retirements, then everything that is asked of them.
async fn one_by_one(folder: &Path, lots: i64, retirements: usize) -> Result<()> {
    let workspace = many(&folder.join("one by one.itec"), lots).await?;
    let mut took = Vec::with_capacity(retirements);
    for _ in 0..retirements {
        let start = Instant::now();
        let done = planner_actions::retire(&workspace, &request(UNITS)).await?;
        took.push(start.elapsed());
        ensure!(done.quantity == UNITS);
    }
    println!("{retirements} retirements of {UNITS} units: {}", spread(&mut took));
    let requirement = planner_actions::RequirementRequest { year: YEAR, ..Default::default() };
    timed("requirement", planner_actions::requirement(&workspace, &requirement)).await?;
    let listed = timed("all retirements", planner_actions::retirements(&workspace)).await?;
    ensure!(listed.len() == retirements);
    timed("the disclosure screen", planner_actions::disclosure(&workspace, YEAR)).await?;
    timed("checks", planner_actions::checks(&workspace, YEAR, None)).await?;
    timed("trace of what is retired", planner_actions::trace_figure(&workspace, "2025.retired")).await?;
    let export = ExportRequest { year: YEAR, ..Default::default() };
    for format in ["xlsx", "pdf", "csv", "json"] {
        let path = [folder.join(format!("pack.{format}"))];
        timed(&format!("export {format}"), planner_actions::export_disclosure(&workspace, export, &path))
            .await?;
    }
    verify(&workspace).await
}

fn request(units: i64) -> RetirementRequest {
    RetirementRequest {
        year: YEAR,
        quantity: Some(units),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    }
}

/// A workspace of so many lots, looked at as the screens do.
async fn many(path: &Path, lots: i64) -> Result<Workspace> {
    let today = NaiveDate::from_ymd_opt(2026, 6, 16).context("a date")?;
    timed(&format!("record {lots} lots"), many_lots::record(path, lots, today)).await?;
    let workspace = Workspace::open_or_create(path, today, Program::current()?).await?;
    let page = LotsQuery { limit: 100, ..Default::default() };
    let first = timed("a page of lots", planner_actions::lots_page(&workspace, &page)).await?;
    ensure!(first.total == lots && first.lots.len() == 100);
    let sums = timed("sums of lots", planner_actions::lots_summary(&workspace)).await?;
    ensure!(sums.total.held == lots * many_lots::QUANTITY);
    Ok(workspace)
}

async fn verify(workspace: &Workspace) -> Result<()> {
    let check = timed("verify the file", planner_actions::verify(workspace)).await?;
    ensure!(check.ok, "{:?}", check.problems);
    Ok(())
}

/// The median of some times, the one that a hundredth of them exceed, and the longest.
fn spread(took: &mut [Duration]) -> String {
    took.sort_unstable();
    let at = |place: usize| took.get(place).map_or(0, Duration::as_millis);
    let [median, most, longest] =
        [took.len() / 2, took.len() * 99 / 100, took.len().saturating_sub(1)].map(at);
    format!("median {median} ms, 99 of 100 within {most} ms, longest {longest} ms")
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
