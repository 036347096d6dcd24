//! The whole story in the real window, by keyboard alone, with the system's own file dialogs:
//! import → requirement → purchase → retire → export, and the file on disk opened again.

use super::driver::{Setup, drive};
use super::page::Page;
use super::{chooser, screens};
use crate::story::check_summary;
use crate::support::{TODAY, day, program, workbook};
use anyhow::ensure;
use fantoccini::key::Key;
use planner_actions::worker::Program;
use planner_actions::{RequirementRequest, Workspace};
use std::path::Path;

#[tokio::test]
async fn the_guides_worked_example_by_keyboard_alone() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("larkmoor.itec");
    let exported = folder.path().join("summary.xlsx");
    let setup = Setup { workspace: Some(path.clone()), ..Setup::default() };
    drive("the_guides_worked_example_by_keyboard_alone", setup, async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.screenshot("welcome").await?;
        for kind in ["procurement", "dispositions", "certificates"] {
            import(page, &workbook(&format!("guide_{kind}.xlsx"))).await?;
        }
        go(page, '1', "Overview").await?;
        page.wait_for_value("hero-gross", "1250000").await?;
        page.wait_for_value("hero-remaining", "950000").await?;
        purchase(page).await?;
        page.wait_for_toast("recorded").await?;
        page.wait_for_no_dialog().await?;
        for quantity in ["950000", "300000"] {
            retire(page, quantity).await?;
        }
        go(page, '1', "Overview").await?;
        page.wait_for_value("hero-remaining", "0").await?;
        page.wait_for_text("100.00").await?;
        go(page, '6', "Disclosure").await?;
        page.press(&[Key::Control], 'e').await?;
        chooser::answer(&exported).await?;
        page.wait_for_toast("Saved").await?;
        page.expect_no_reports().await
    })
    .await?;
    check_file(&path, &exported).await
}

async fn go(page: &Page, key: char, heading: &str) -> anyhow::Result<()> {
    page.press(&[Key::Control], key).await?;
    page.wait_for("heading", heading).await?;
    page.settled().await
}

async fn import(page: &Page, path: &Path) -> anyhow::Result<()> {
    page.press(&[Key::Control], 'o').await?;
    chooser::answer(path).await?;
    page.wait_until_enabled("import-commit").await?;
    page.wait_for_rows("rows-title").await?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    page.screenshot(&format!("import-{name}")).await?;
    let found = screens::axe(page).await?;
    ensure!(found.is_empty(), "axe finds on the import: {found:#?}");
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast(&format!("{name}.xlsx imported")).await
}

async fn purchase(page: &Page) -> anyhow::Result<()> {
    page.press(&[], 'b').await?;
    for (field, words) in [
        ("purchase-registry", "Bloom"),
        ("purchase-vintage", "2025"),
        ("purchase-prefix", "NL-R"),
        ("purchase-start", "5000001"),
        ("purchase-end", "5950000"),
        ("purchase-price", "1.62"),
    ] {
        page.tab_to(field).await?;
        page.press(&[Key::Control], 'a').await?;
        page.type_text(words).await?;
    }
    page.wait_for_value("purchase-quantity", "950000").await?;
    page.screenshot("purchase").await?;
    let found = screens::axe(page).await?;
    ensure!(found.is_empty(), "axe finds on the purchase: {found:#?}");
    page.press(&[Key::Control], Key::Enter).await
}

async fn retire(page: &Page, quantity: &str) -> anyhow::Result<()> {
    page.press(&[], 'r').await?;
    page.tab_to("retire-quantity").await?;
    page.press(&[Key::Control], 'a').await?;
    page.type_text(quantity).await?;
    page.tab_to("retire-beneficiary").await?;
    page.press(&[Key::Control], 'a').await?;
    page.type_text("Larkmoor Group SE").await?;
    page.tab_to("retire-confirm").await?;
    page.press(&[], ' ').await?;
    page.wait_until_enabled("retire-submit").await?;
    page.screenshot(&format!("retire-{quantity}")).await?;
    let found = screens::axe(page).await?;
    ensure!(found.is_empty(), "axe finds on the retirement: {found:#?}");
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("Retired").await?;
    page.wait_for_no_dialog().await
}

/// The window's workspace and workbook say what the headless actions say.
async fn check_file(path: &Path, exported: &Path) -> anyhow::Result<()> {
    let workspace = Workspace::open_or_create(path, day(TODAY), Program::new(program("itec"))).await?;
    let request = RequirementRequest { year: 2025, ..Default::default() };
    let requirement = planner_actions::requirement(&workspace, &request).await?;
    assert_eq!((requirement.gross, requirement.self_generated), (1_250_000, 300_000));
    assert_eq!((requirement.retired, requirement.remaining), (1_250_000, 0));
    assert_eq!(requirement.coverage_percent.as_deref(), Some("100.00"));
    check_summary(exported, &requirement);
    assert!(planner_actions::verify(&workspace).await?.ok);
    workspace.close().await;
    Ok(())
}
