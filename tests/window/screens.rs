//! Every screen of the sample company in the real window: both themes, two sizes, nothing refused, nothing for axe to find.

use super::driver::{Setup, drive};
use super::page::Page;
use crate::support::{Bench, root};
use anyhow::{Context, ensure};
use serde_json::Value;

/// The key of a screen in the sidebar, and its heading.
const SCREENS: [(char, &str); 8] = [
    ('1', "Overview"),
    ('2', "Procurement"),
    ('3', "Dispositions"),
    ('4', "Certificates"),
    ('5', "Plan"),
    ('6', "Disclosure"),
    ('7', "History"),
    ('8', "Settings"),
];
const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 700)];

#[tokio::test]
async fn every_screen_in_both_themes_and_two_sizes() -> anyhow::Result<()> {
    let bench = Bench::sample().await;
    let path = bench.workspace.path().to_owned();
    bench.workspace.close().await;
    let setup = Setup { workspace: Some(path), ..Setup::default() };
    drive("every_screen_in_both_themes_and_two_sizes", setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await?;
            for (width, height) in SIZES {
                page.resize(width, height).await?;
                for (key, heading) in SCREENS {
                    look_at(page, key, heading, &format!("{width}x{height}-{theme}")).await?;
                }
            }
        }
        page.expect_no_reports().await
    })
    .await
}

async fn look_at(page: &Page, key: char, heading: &str, suffix: &str) -> anyhow::Result<()> {
    page.press(&[fantoccini::key::Key::Control], key).await?;
    page.wait_for("heading", heading).await?;
    page.settled().await?;
    page.screenshot(&format!("{}-{suffix}", heading.to_lowercase())).await?;
    let found = axe(page).await.with_context(|| format!("{heading} {suffix}"))?;
    ensure!(found.is_empty(), "axe finds on {heading} {suffix}: {found:#?}");
    Ok(())
}

/// What axe calls serious or critical on the page as it stands.
pub async fn axe(page: &Page) -> anyhow::Result<Vec<String>> {
    let source = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    page.ask(&format!("if (!window.axe) {{ {source} }}"), Vec::new()).await?;
    const RUN: &str = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
            ({ violations }) => done(violations
                .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)),
            (error) => done([String(error)]));";
    let found = page.ask_later(RUN).await?;
    let found = found.as_array().context("axe gave no list")?;
    Ok(found.iter().map(|one| one.as_str().map_or_else(|| Value::to_string(one), str::to_owned)).collect())
}
