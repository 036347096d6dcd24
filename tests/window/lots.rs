//! Ten thousand lots in the real window: shown to the last, sorted, filtered and searched while the page goes on answering.

use super::driver::{Setup, drive};
use super::elements::until;
use super::large::{FROZEN, WATCH};
use super::page::Page;
use crate::ledger::many_lots;
use crate::support::{TODAY, day};
use anyhow::{Context, ensure};
use fantoccini::key::Key;
use serde_json::json;

const LOTS: i64 = 10_000;

#[tokio::test]
async fn ten_thousand_lots_are_shown_a_page_at_a_time() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("lots.itec");
    many_lots::record(&path, LOTS, day(TODAY)).await?;
    let setup = Setup { workspace: Some(path), ..Setup::default() };
    drive("ten_thousand_lots_are_shown_a_page_at_a_time", setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        page.ask(WATCH, Vec::new()).await?;
        page.press(&[Key::Control], '4').await?;
        page.wait_for_value("lots-total", "10000").await?;
        wait_for_row(page, 0, "BLO-2023-00000").await?;
        scroll_to_end(page).await?;
        wait_for_row(page, 9_999, "BLO-2025-09998").await?;
        ensure!(rows(page).await? < 200, "rows out of sight are on the page");
        sort(page, "lot").await?;
        sort(page, "lot").await?;
        wait_for_row(page, 0, "BLO-2025-09998").await?;
        page.screenshot("lots_10000").await?;
        page.choose("filter-state", "Retired").await?;
        page.wait_for_value("lots-total", "0").await?;
        page.click("button", "Show all lots").await?;
        page.wait_for_value("lots-total", "10000").await?;
        page.click_test_id("lots-search").await?;
        page.type_text("NL-R-500050").await?;
        page.wait_for_value("lots-total", "1").await?;
        wait_for_row(page, 0, "BLO-2025-05000").await?;
        let longest = page.ask("return Math.round(window.__longest)", Vec::new()).await?;
        println!("the page was away for {longest} ms at the longest");
        let longest = longest.as_u64().context("a time")?;
        ensure!(longest < FROZEN, "the page was away for {longest} ms");
        page.expect_no_reports().await
    })
    .await
}

/// Waits until the row at this place shows a text.
async fn wait_for_row(page: &Page, index: usize, words: &str) -> anyhow::Result<()> {
    const READ: &str = "const row = document.querySelector(`[data-testid=lots] .ag-center-cols-container [row-index=\"${arguments[0]}\"], [data-testid=lots] .ag-row[row-index=\"${arguments[0]}\"]`);
        return row?.textContent.includes(arguments[1]) || null";
    let shown = until(async || Ok(page.ask(READ, vec![json!(index), json!(words)]).await?.as_bool()));
    shown.await.map(drop).with_context(|| format!("row {index} does not show {words}"))
}

async fn scroll_to_end(page: &Page) -> anyhow::Result<()> {
    const SCROLL: &str = "const all = [...document.querySelectorAll('[data-testid=lots] *')].filter((one) => one.scrollHeight > one.clientHeight + 1000);
        all.forEach((one) => { one.scrollTop = one.scrollHeight; });
        return all.length";
    let scrolled = page.ask(SCROLL, Vec::new()).await?;
    ensure!(scrolled.as_u64() > Some(0), "nothing scrolls");
    Ok(())
}

async fn rows(page: &Page) -> anyhow::Result<u64> {
    let count = page.ask("return document.querySelectorAll('[data-testid=lots] .ag-row').length", Vec::new());
    count.await?.as_u64().context("a count")
}

async fn sort(page: &Page, column: &str) -> anyhow::Result<()> {
    const CLICK: &str = "document.querySelector(`[data-testid=lots] .ag-header-cell[col-id=${arguments[0]}] .ag-header-cell-label`).click()";
    page.ask(CLICK, vec![json!(column)]).await.map(drop)
}
