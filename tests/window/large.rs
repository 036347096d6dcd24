//! Ten thousand rows are imported in the real window while the page goes on answering.

use super::chooser;
use super::driver::{Setup, drive};
use crate::support::workbook;
use anyhow::ensure;
use fantoccini::key::Key;

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
