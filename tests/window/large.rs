//! Large lists in the real window: ten thousand rows are imported, a hundred thousand filtered, copied and exported,
//! while the page goes on answering.

use super::chooser;
use super::driver::{Setup, drive};
use super::elements::until;
use crate::support::{TODAY, program, workbook};
use anyhow::{Context, ensure};
use fantoccini::key::Key;
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Notes the longest time in which the page's own clock could not tick, in milliseconds.
pub const WATCH: &str = "window.__longest = 0; let last = performance.now();
    setInterval(() => { const now = performance.now(); window.__longest = Math.max(window.__longest, now - last); last = now; }, 20);";
/// Longer than this a person calls it frozen. The machine may be busy; an import on the page's thread takes many times as long.
pub const FROZEN: u64 = 3_000;

#[tokio::test]
async fn ten_thousand_rows_do_not_freeze_the_window() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let setup = Setup { workspace: Some(folder.path().join("large.itec")), ..Setup::default() };
    drive("ten_thousand_rows_do_not_freeze_the_window", setup, async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.ask(WATCH, Vec::new()).await?;
        page.press(&[Key::Control], 'o').await?;
        chooser::answer(&workbook("procurement_10000_rows.xlsx")).await?;
        page.wait_until_enabled("import-commit").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        page.wait_for_toast("procurement_10000_rows.xlsx imported").await?;
        page.wait_for_value("hero-gross", "383100").await?;
        let longest = page.ask("return Math.round(window.__longest)", Vec::new()).await?;
        println!("the page was away for {longest} ms at the longest");
        ensure!(
            longest.as_u64().is_some_and(|longest| longest < FROZEN),
            "the page was away for {longest} ms"
        );
        page.press(&[Key::Control], '2').await?;
        page.wait_for_text("10,000").await?;
        page.expect_no_reports().await
    })
    .await
}

/// Lines of the large list; every twentieth is a server of 20.25 kg, the others are laptops of 1.4 kg.
const LINES: usize = 100_000;
const SERVERS: usize = LINES / 20;

/// Hears what is put on the clipboard; a driver may not read it.
const LISTEN: &str = "window.__copied = null;
    window.addEventListener('copy', (event) => (window.__copied = event.clipboardData.getData('text/plain')));";
const COPIED: &str = "return window.__copied ? window.__copied.split('\\n').length : null";

fn orders() -> String {
    let mut list = "PO number,Date,Item,Condition,Quantity,Unit weight (kg)\n".to_owned();
    for line in 0..LINES {
        let (item, mass) =
            if line % 20 == 0 { ("Rack server Quay", "20.25") } else { ("Laptop Lumen", "1.4") };
        list +=
            &format!("P-{},2025-{:02}-{:02},{item},new,1,{mass}\n", line / 7, line % 12 + 1, line % 28 + 1);
    }
    list
}

/// What `itec` says of a workspace.
fn itec(workspace: &Path, words: &[&str]) -> anyhow::Result<Value> {
    let mut command = Command::new(program("itec"));
    command.arg("--workspace").arg(workspace).args(["--json", "--today", TODAY]).args(words);
    let output = command.output()?;
    ensure!(output.status.success(), "itec {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

#[tokio::test]
async fn a_hundred_thousand_lines_are_filtered_totalled_copied_and_exported() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let (path, list, export) = (at("large.itec"), at("orders.csv"), at("servers.csv"));
    std::fs::write(&list, orders())?;
    let words = |file: &Path| file.to_str().map(str::to_owned).context("a path that can be typed");
    itec(&path, &["import", "procurement", &words(&list)?])?;
    let setup =
        Setup { workspace: Some(path.clone()), dialog_answers: vec![export.clone()], ..Setup::default() };
    drive("a_hundred_thousand_lines_are_filtered_totalled_copied_and_exported", setup, async |page| {
        page.wait_for_value("hero-gross", "234250").await?;
        page.press(&[Key::Control], '2').await?;
        page.wait_for_text("100,000 lines").await?;
        page.ask(WATCH, Vec::new()).await?;
        page.fill("textbox", "Search lines", "quay").await?;
        page.wait_for_value("filtered-quantity", &SERVERS.to_string()).await?;
        page.screenshot("lines-filtered").await?;
        page.click("gridcell", "Rack server Quay").await?;
        page.press(&[Key::Control], 'a').await?;
        page.ask(LISTEN, Vec::new()).await?;
        // What is not at hand is fetched, and is at hand for the next copy where the system takes no late answer.
        let rows = until(async || {
            page.press(&[Key::Control], 'c').await?;
            tokio::time::sleep(Duration::from_secs(2)).await;
            Ok(page.ask(COPIED, Vec::new()).await?.as_u64())
        });
        let rows = rows.await.context("nothing is copied")?;
        ensure!(usize::try_from(rows)? == SERVERS, "{rows} rows are copied");
        page.click_test_id("table-tools").await?;
        page.click("menuitem", "Export as csv…").await?;
        page.wait_for_toast("Saved servers.csv").await?;
        let longest = page.ask("return Math.round(window.__longest)", Vec::new()).await?;
        println!("the page was away for {longest} ms at the longest");
        ensure!(longest.as_u64().is_some_and(|one| one < FROZEN), "the page was away for {longest} ms");
        page.expect_no_reports().await
    })
    .await?;
    let asked = ["lines", "--year", "2025", "--search", "quay"];
    let said = itec(&path, &asked)?["totals"].clone();
    ensure!(said["lines"] == SERVERS && said["mass_kg_new"] == "101250", "itec says {said}");
    itec(&at("again.itec"), &["import", "procurement", &words(&export)?])?;
    let again = itec(&at("again.itec"), &asked)?["totals"].clone();
    ensure!(again == said, "the export imports to {again}, not to {said}");
    Ok(())
}
