//! The disclosure screen of the sample company: what is saved is shown by the system, the year is locked from it, and
//! axe finds nothing in its dialogs, in both themes and at two sizes.

use super::driver::{Setup, drive};
use super::page::Page;
use super::screens::axe;
use crate::support::Bench;
use anyhow::ensure;
use fantoccini::key::Key;

const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 700)];

#[tokio::test]
async fn a_saved_summary_is_shown_by_the_system() -> anyhow::Result<()> {
    let bench = Bench::sample().await;
    let saved = bench.folder.path().join("summary.xlsx");
    let opened = bench.folder.path().join("opened");
    let setup = Setup {
        workspace: Some(bench.workspace.path().to_owned()),
        dialog_answers: vec![saved.clone()],
        opened: Some(opened.clone()),
        ..Setup::default()
    };
    bench.workspace.close().await;
    drive("a_saved_summary_is_shown_by_the_system", setup, async |page| {
        disclosure(page).await?;
        page.click_test_id("btn-export").await?;
        page.wait_for_toast("Saved summary.xlsx").await?;
        page.click("button", "Open summary.xlsx").await?;
        page.click("button", "Open summary.pdf").await?;
        page.settled().await?;
        page.expect_no_reports().await
    })
    .await?;
    let list = std::fs::read_to_string(&opened)?;
    let shown: Vec<_> = list.lines().collect();
    let pdf = saved.with_extension("pdf");
    assert_eq!(shown, [saved.to_str().expect("a path"), pdf.to_str().expect("a path")]);
    assert!(saved.is_file() && pdf.is_file());
    Ok(())
}

#[tokio::test]
async fn its_dialogs_are_clean_in_both_themes_and_the_year_is_locked_there() -> anyhow::Result<()> {
    let bench = Bench::sample().await;
    let setup = Setup { workspace: Some(bench.workspace.path().to_owned()), ..Setup::default() };
    bench.workspace.close().await;
    let name = "its_dialogs_are_clean_in_both_themes_and_the_year_is_locked_there";
    drive(name, setup, async |page| {
        disclosure(page).await?;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await?;
            for (width, height) in SIZES {
                page.resize(width, height).await?;
                dialogs(page, &format!("{width}x{height}-{theme}")).await?;
            }
        }
        page.click_test_id("btn-lock").await?;
        page.wait_until_enabled("lock-submit").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        page.wait_for_toast("Year 2025 is locked").await?;
        page.wait_for_no_dialog().await?;
        page.wait_for("button", "Unlock 2025").await?;
        page.wait_for_text("The year is locked").await?;
        page.expect_no_reports().await
    })
    .await
}

async fn disclosure(page: &Page) -> anyhow::Result<()> {
    page.wait_for("heading", "Overview").await?;
    page.press(&[Key::Control], '6').await?;
    page.wait_for("heading", "Disclosure").await?;
    page.settled().await
}

/// Opens each dialog, looks at it, and leaves it by key.
async fn dialogs(page: &Page, suffix: &str) -> anyhow::Result<()> {
    const TRACE: &str = "document.querySelector('[data-testid=sheet] button').click()";
    page.click("button", "complete: Retirement lines").await?;
    page.ask(TRACE, Vec::new()).await?;
    page.wait_for_text("the serials that the retirement took of this lot").await?;
    look_at(page, "trace", suffix).await?;
    page.click("button", "Sign…").await?;
    page.wait_for_text("A signature holds for these figures.").await?;
    look_at(page, "sign", suffix).await?;
    page.click_test_id("btn-final").await?;
    page.wait_for_text("What cannot be undone").await?;
    look_at(page, "seal", suffix).await?;
    page.click_test_id("btn-lock").await?;
    page.wait_until_enabled("lock-submit").await?;
    look_at(page, "lock", suffix).await?;
    page.click("button", "waits for something: Checks").await?;
    page.click_test_id("btn-rules").await?;
    page.wait_for_text("There is no score.").await?;
    look_at(page, "rules", suffix).await
}

async fn look_at(page: &Page, dialog: &str, suffix: &str) -> anyhow::Result<()> {
    page.settled().await?;
    page.screenshot(&format!("disclosure-{dialog}-{suffix}")).await?;
    let found = axe(page).await?;
    ensure!(found.is_empty(), "axe finds on the dialog {dialog} {suffix}: {found:#?}");
    page.press(&[], Key::Escape).await?;
    page.wait_for_no_dialog().await
}
