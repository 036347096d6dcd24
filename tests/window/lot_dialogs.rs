//! What can be done with a lot, clicked in the real window: every dialog in both themes and two sizes, nothing for axe to find.

use super::driver::{Setup, drive, folder};
use super::elements::until;
use super::page::Page;
use super::screens;
use crate::support::{Bench, root};
use anyhow::{Context, ensure};
use fantoccini::key::Key;
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

const SIZES: [(u32, u32); 2] = [(1024, 700), (1280, 800)];

#[tokio::test]
async fn a_lot_is_moved_split_corrected_and_proven() -> anyhow::Result<()> {
    let letter = folder("window-logs")?.join("letter.txt");
    std::fs::write(&letter, "the registry's letter")?;
    let (_folder, setup) = sample(vec![letter]).await;
    drive("a_lot_is_moved_split_corrected_and_proven", setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        search(page, "NL-R-1440001", "NL-R 1440001").await?;
        look(page, "search").await?;
        page.press(&[], Key::Enter).await?;
        wait_for_lot(page, "BLM-2025-0007").await?;
        for (item, quantity, says, said) in [
            ("Reserve units", "100", None, "100 of BLM-2025-0007 reserved"),
            ("Release units", "50", None, "50 of BLM-2025-0007 released"),
            ("List for sale", "200", None, "200 of BLM-2025-0007 listed"),
            ("Withdraw from sale", "20", None, "20 of BLM-2025-0007 withdrawn"),
            ("Transfer to somebody", "80", Some("Orla Reuse"), "80 of BLM-2025-0007 transferred"),
            ("Cancel units", "5", Some("entered twice"), "5 of BLM-2025-0007 cancelled"),
        ] {
            begin(page, item).await?;
            page.tab_to("lot-quantity").await?;
            page.press(&[Key::Control], 'a').await?;
            page.type_text(quantity).await?;
            say(page, says).await?;
            look(page, &item.to_lowercase().replace(' ', "-")).await?;
            submit(page, said).await?;
        }
        begin(page, "Correct a fact").await?;
        page.tab_to("lot-value").await?;
        page.press(&[Key::Control], 'a').await?;
        page.type_text("Rotterdam Reuse").await?;
        say(page, Some("the registry's letter")).await?;
        look(page, "correct").await?;
        submit(page, "BLM-2025-0007 corrected").await?;
        page.click_test_id("btn-attach").await?;
        page.click_test_id("attach-submit").await?;
        page.wait_for_toast("letter.txt is attached to BLM-2025-0007").await?;
        page.wait_for_text("Documents cover all its serials").await?;
        page.click_test_id("btn-split").await?;
        page.tab_to("lot-at").await?;
        page.type_text("1470001").await?;
        look(page, "split").await?;
        submit(page, "BLM-2025-0007 is now BLM-2025-0007-1 and BLM-2025-0007-2").await?;
        wait_for_lot(page, "BLM-2025-0007-1").await?;
        look(page, "after-split").await?;
        page.expect_no_reports().await
    })
    .await
}

#[tokio::test]
async fn a_retirement_is_reversed_a_statement_compared_and_a_year_locked() -> anyhow::Result<()> {
    let statement = root().join("assets/sample/registry_statement.csv");
    let name = "a_retirement_is_reversed_a_statement_compared_and_a_year_locked";
    let (_folder, setup) = sample(vec![statement]).await;
    drive(name, setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        page.press(&[Key::Control], '4').await?;
        page.wait_for("heading", "Certificates").await?;
        page.click_test_id("btn-reconcile").await?;
        page.wait_for_text("12 lots agree").await?;
        look(page, "reconciliation").await?;
        close(page).await?;
        page.click_test_id("btn-calendar").await?;
        page.wait_for_text("What expires when").await?;
        look(page, "calendar").await?;
        page.click("button", "BLM-2024-0035").await?;
        wait_for_lot(page, "BLM-2024-0035").await?;
        page.click_test_id("lots-search").await?;
        page.type_text("BLM-2025-0101").await?;
        page.wait_for_value("lots-total", "1").await?;
        search(page, "BLM-2025-0101", "NL-S 150001").await?;
        page.press(&[], Key::Enter).await?;
        wait_for_lot(page, "BLM-2025-0101").await?;
        page.tab_to("reverse-R-2025-02").await?;
        page.press(&[], Key::Enter).await?;
        page.wait_for("dialog", "Reverse the retirement").await?;
        say(page, Some("Bloom, letter 7 of 15 June")).await?;
        look(page, "reverse").await?;
        submit(page, "held again").await?;
        page.press(&[Key::Control], '8').await?;
        page.click_test_id("lock-2025").await?;
        look(page, "lock").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        page.wait_for_toast("Year 2025 is locked").await?;
        page.wait_for_no_dialog().await?;
        until(async || Ok(page.text_of("lock-2025").await?.starts_with("Unlock").then_some(()))).await?;
        page.click_test_id("lock-2025").await?;
        page.tab_to("unlock-because").await?;
        page.type_text("a late invoice").await?;
        look(page, "unlock").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        page.wait_for_toast("Year 2025 is open").await?;
        page.expect_no_reports().await
    })
    .await
}

#[tokio::test]
async fn what_was_not_used_in_time_is_shown_as_lost() -> anyhow::Result<()> {
    let (_folder, setup) = sample(Vec::new()).await;
    let setup = Setup { today: "2027-01-02", ..setup };
    drive("what_was_not_used_in_time_is_shown_as_lost", setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        page.press(&[Key::Control], '4').await?;
        page.wait_for_text("As of 2 Jan 2027").await?;
        search(page, "US-O-690001", "US-O 690001").await?;
        page.press(&[], Key::Enter).await?;
        wait_for_lot(page, "BLM-2023-0027").await?;
        page.wait_for_text("Retired (Expired)").await?;
        page.screenshot("lot-expired").await?;
        page.expect_no_reports().await
    })
    .await
}

/// The sample company, with answers for file dialogs; its folder goes with the first of both.
async fn sample(dialog_answers: Vec<PathBuf>) -> (TempDir, Setup) {
    let bench = Bench::sample().await;
    let workspace = Some(bench.workspace.path().to_owned());
    bench.workspace.close().await;
    (bench.folder, Setup { workspace, dialog_answers, ..Setup::default() })
}

async fn wait_for_lot(page: &Page, lot: &str) -> anyhow::Result<()> {
    const READ: &str =
        "return document.querySelector('[data-testid=lot-pane]')?.dataset.lot === arguments[0] || null";
    let shown = until(async || Ok(page.ask(READ, vec![json!(lot)]).await?.as_bool()));
    shown.await.map(drop).with_context(|| format!("{lot} is not in front"))
}

/// Searches everywhere; the first hit is then one key away.
async fn search(page: &Page, words: &str, found: &str) -> anyhow::Result<()> {
    page.press(&[Key::Control], 'k').await?;
    page.wait_for("combobox", "Search").await?;
    page.tab_to("search-input").await?;
    page.type_text(words).await?;
    page.wait_for_text(found).await
}

/// Chooses from the lot's menu.
async fn begin(page: &Page, item: &str) -> anyhow::Result<()> {
    page.click_test_id("lot-menu").await?;
    page.click("menuitem", item).await?;
    page.wait_for("dialog", item).await
}

/// Types into the last field of the dialog, where there is anything to say.
async fn say(page: &Page, words: Option<&str>) -> anyhow::Result<()> {
    let Some(words) = words else { return Ok(()) };
    page.tab_to("lot-because").await?;
    page.type_text(words).await
}

async fn submit(page: &Page, said: &str) -> anyhow::Result<()> {
    page.wait_until_enabled("lot-submit").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast(said).await?;
    page.wait_for_no_dialog().await
}

async fn close(page: &Page) -> anyhow::Result<()> {
    page.press(&[], Key::Escape).await?;
    page.wait_for_no_dialog().await
}

/// Takes pictures of what is in front, in both themes and two sizes, and has axe look at each.
async fn look(page: &Page, name: &str) -> anyhow::Result<()> {
    for theme in ["dark", "light"] {
        page.set_theme(theme).await?;
        for (width, height) in SIZES {
            page.resize(width, height).await?;
            page.screenshot(&format!("lot-{name}-{width}x{height}-{theme}")).await?;
        }
        let found = screens::axe(page).await.with_context(|| name.to_owned())?;
        ensure!(found.is_empty(), "axe finds on {name} {theme}: {found:#?}");
    }
    Ok(())
}
