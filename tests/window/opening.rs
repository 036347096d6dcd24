//! The window opens, nothing in it is refused or wrong, and the page cannot get out of it.

use super::driver::{Setup, drive};
use super::screens;
use crate::support::root;

#[tokio::test]
async fn the_window_opens() -> anyhow::Result<()> {
    drive("the_window_opens", Setup::default(), async |page| {
        page.wait_for("heading", "").await?;
        page.screenshot("the_window_opens").await?;
        page.expect_no_reports().await
    })
    .await
}

#[tokio::test]
async fn the_page_cannot_leave_load_or_evaluate() -> anyhow::Result<()> {
    const TRY: &str = r"
        const refused = (attempt) => { try { attempt(); return false; } catch { return true; } };
        const inline = document.createElement('script');
        inline.textContent = 'window.ran = true';
        document.body.append(inline);
        window.open('https://example.org/opened');
        location.href = 'https://example.org/left';
        return { eval: refused(() => (0, eval)('1')), inline: window.ran === undefined };";
    drive("the_page_cannot_leave_load_or_evaluate", Setup::default(), async |page| {
        page.wait_for("heading", "").await?;
        let tried = page.ask(TRY, Vec::new()).await?;
        assert_eq!(tried, serde_json::json!({ "eval": true, "inline": true }));
        let fetched = page.fetch("https://example.org/").await?;
        assert_eq!(fetched, "refused");
        assert_eq!(page.ask("return location.origin", Vec::new()).await?, "tauri://localhost");
        let reports = page.reports().await?.join("\n");
        assert!(reports.contains("csp: script-src-elem refused inline"), "{reports}");
        assert!(reports.contains("csp: connect-src refused https://example.org"), "{reports}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn object_prototype_is_frozen_and_objects_still_take_their_own() -> anyhow::Result<()> {
    const TRY: &str = r"'use strict';
        class Base {}
        const plain = {};
        plain.constructor = Base;
        plain.toString = () => 'own';
        let polluted = false;
        try { Object.prototype.toString = () => 'polluted'; polluted = `${{}}` === 'polluted'; } catch {}
        return { frozen: Object.isFrozen(Object.prototype), own: plain.constructor === Base && `${plain}` === 'own', polluted };";
    let name = "object_prototype_is_frozen_and_objects_still_take_their_own";
    drive(name, Setup::default(), async |page| {
        page.wait_for("heading", "").await?;
        let tried = page.ask(TRY, Vec::new()).await?;
        assert_eq!(tried, serde_json::json!({ "frozen": true, "own": true, "polluted": false }));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn from_the_sample_company_to_a_workspace_of_ones_own() -> anyhow::Result<()> {
    let name = "from_the_sample_company_to_a_workspace_of_ones_own";
    drive(name, Setup::default(), async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.click_test_id("welcome-sample").await?;
        page.wait_for_value("hero-gross", "1250000").await?;
        page.press(&[fantoccini::key::Key::Control], '8').await?;
        page.wait_for("heading", "Settings").await?;
        page.click_test_id("new-workspace").await?;
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.wait_for_text("workspace.itec").await?;
        page.expect_no_reports().await
    })
    .await
}

#[tokio::test]
async fn a_workspace_brought_up_to_date_says_where_its_copy_is() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("larkmoor.itec");
    std::fs::copy(root().join("tests/workspaces/format_1.itec"), &path)?;
    let opened = folder.path().join("opened.txt");
    let setup = Setup { workspace: Some(path), opened: Some(opened.clone()), ..Setup::default() };
    drive("a_workspace_brought_up_to_date_says_where_its_copy_is", setup, async |page| {
        page.wait_for_text("0001-before-update.itec").await?;
        page.screenshot("earlier-copy-light").await?;
        page.resize(1024, 700).await?;
        page.set_theme("dark").await?;
        page.screenshot("earlier-copy-dark").await?;
        let found = screens::axe(page).await?;
        anyhow::ensure!(found.is_empty(), "axe finds {found:#?}");
        page.click_test_id("show-earlier-copy").await?;
        super::elements::until(async || Ok(std::fs::read_to_string(&opened).ok())).await?;
        assert_eq!(
            std::fs::read_to_string(&opened)?.trim(),
            folder.path().join("larkmoor.itec.snapshots").to_string_lossy()
        );
        page.click("button", "Close").await?;
        page.press(&[fantoccini::key::Key::Control], '4').await?;
        page.wait_for("heading", "Certificates").await?;
        let told =
            page.ask("return document.querySelector('[data-testid=earlier-copy]')", Vec::new()).await?;
        anyhow::ensure!(told.is_null(), "it is said again");
        page.expect_no_reports().await
    })
    .await
}
