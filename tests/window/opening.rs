//! The window opens, nothing in it is refused or wrong, and the page cannot get out of it.

use super::driver::{Setup, drive};

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
        page.press(&[fantoccini::key::Key::Control], '7').await?;
        page.wait_for("heading", "Settings").await?;
        page.click_test_id("new-workspace").await?;
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.wait_for_text("workspace.itec").await?;
        page.expect_no_reports().await
    })
    .await
}
