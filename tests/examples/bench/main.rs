//! What `cargo xtask bench` runs: imports beside what others take merely to read the same file, each pair in turn, and
//! every question on the workspace that came of it. Medians, ratios, CPU, peak memory, and whether totals are exact.
//!
//! `bench ITEC [ROWS]`, with `PEERS_PYTHON` naming a Python that has polars with fastexcel.

mod imports;
mod measure;
mod questions;
mod workbook;

use anyhow::{Context, Result};
use std::path::PathBuf;

/// Rows that fill a sheet.
const ROWS: u32 = 1_048_575;

#[tokio::main]
async fn main() -> Result<()> {
    let mut asked = std::env::args().skip(1);
    let itec = PathBuf::from(asked.next().context("the path of itec")?);
    let rows: u32 = asked.next().map_or(Ok(ROWS), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let small = (rows / 100).max(1_000);
    let mut growth = Vec::new();
    for rows in [small, rows] {
        println!("\n{rows} rows");
        let book = workbook::write(folder.path(), rows)?;
        let imported = imports::compare(&itec, folder.path(), &book)?;
        let asked = questions::ask(&itec, &imported, folder.path(), &book).await?;
        growth.push(imported.took.into_iter().chain(asked).collect::<Vec<_>>());
    }
    if let [few, many] = growth.as_slice() {
        println!("\nhow cost grows from {small} to {rows} rows, as a power of the rows");
        for ((what, few), (_, many)) in few.iter().zip(many) {
            let times = f64::from(rows) / f64::from(small);
            let power = (many.as_secs_f64() / few.as_secs_f64().max(1e-6)).ln() / times.ln();
            println!("{what:<44} {power:>6.2}");
        }
    }
    Ok(())
}
