//! Files as companies have them, through the real window in one sitting: several at once, one that leaves a question
//! open, one that is corrected in its review, one that comes again revised, one of six sheets alike.

use super::driver::{Setup, drive};
use super::elements::until;
use super::page::Page;
use super::screens;
use crate::support::{TODAY, day, program, workbook};
use anyhow::{Context, ensure};
use fantoccini::key::Key;
use planner_actions::worker::Program;
use planner_actions::{RequirementRequest, Workspace};
use rust_xlsxwriter::Workbook;
use serde_json::json;
use std::path::{Path, PathBuf};

const ORDERS: &str = "Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)
Orla,P-1,10,2025-02-03,Laptop,10,2
Orla,P-1,20,2025-02-13,Monitor,5,6
Orla,P-2,10,2025-03-21,Server,2,20
Halden,P-9,10,2025-03-25,Laptop,1,2
";
/// The same orders later, a column inserted in front: one changed, one gone, one new. 96 kg.
const REVISED: &str = "Plant,Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)
,Orla,P-1,10,2025-02-03,Laptop,12,2
,Orla,P-1,20,2025-02-13,Monitor,5,6
,Orla,P-2,10,2025-03-21,Server,2,20
,Orla,P-3,10,2025-04-21,Tablet,4,0.5
";
/// Every day is 12 or less. 30 kg.
const OPEN: &str = "PO number,Date,Item,Quantity,Unit weight (kg)
Q-1,03/04/2025,Monitor,3,6
Q-2,05/06/2025,Monitor,2,6
";
const SITES: [&str; 6] = ["Aachen", "Bergen", "Cork", "Delft", "Espoo", "Faro"];

/// One server of 10 kg on each of six sheets.
fn sites(path: &Path) -> anyhow::Result<()> {
    let mut book = Workbook::new();
    for (at, site) in SITES.iter().enumerate() {
        let page = book.add_worksheet().set_name(*site)?;
        page.write_row(0, 0, ["PO number", "Item", "Date", "Condition"])?;
        page.write_row(0, 4, ["Quantity", "Unit weight (kg)"])?;
        page.write_row(1, 0, [&format!("S-{at}"), "Rack server", "2025-05-20", "new"])?;
        page.write_row(1, 4, [1, 10])?;
    }
    Ok(book.save(path)?)
}

#[tokio::test]
async fn files_as_companies_have_them() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    for (name, text) in [("orders.csv", ORDERS), ("orders_open.csv", OPEN), ("orders_revised.csv", REVISED)] {
        std::fs::write(at(name), text)?;
    }
    sites(&at("sites.xlsx"))?;
    let wrong = workbook("negative_weight.xlsx");
    let together = std::env::join_paths([at("orders.csv"), at("orders_open.csv"), wrong])?;
    let mapping = at("mapping.json");
    let files = [PathBuf::from(together), at("orders_revised.csv"), at("sites.xlsx")];
    let answers = files.into_iter().chain([mapping.clone(), mapping.clone()]).collect();
    let path = at("larkmoor.itec");
    let setup = Setup { workspace: Some(path.clone()), dialog_answers: answers, ..Setup::default() };
    drive("files_as_companies_have_them", setup, async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.press(&[Key::Control], 'o').await?;
        page.wait_for_text("3 chosen, 3 ready").await?;
        page.screenshot("import-files").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        import(page, "orders.csv").await?;
        answer_the_question(page).await?;
        import(page, "orders_open.csv").await?;
        correct_two_cells(page).await?;
        import(page, "negative_weight.xlsx").await?;
        page.press(&[Key::Control], 'o').await?;
        replace_the_earlier_lines(page).await?;
        import(page, "orders_revised.csv").await?;
        page.press(&[Key::Control], 'o').await?;
        page.wait_for_text("6 sheets").await?;
        page.click_test_id("take-all").await?;
        page.wait_for_text("6 sheets, one review after the other").await?;
        page.screenshot("import-sheets").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        for site in SITES {
            page.wait_for_text(&format!("sheet {site}")).await?;
            import(page, "sites.xlsx").await?;
        }
        page.wait_for("heading", "Overview").await?;
        page.press(&[Key::Control], '8').await?;
        page.click("button", "Export the mapping of orders_open.csv").await?;
        page.wait_for_toast("Saved mapping.json").await?;
        page.click_test_id("mapping-import").await?;
        page.wait_for_toast("The mapping of orders_open.csv is remembered").await?;
        page.expect_no_reports().await
    })
    .await?;
    assert!(std::fs::read_to_string(&mapping)?.contains("\"day_first\""), "the answer is carried with it");
    let workspace = Workspace::open_or_create(&path, day(TODAY), Program::new(program("itec"))).await?;
    let request = RequirementRequest { year: 2025, ..Default::default() };
    let requirement = planner_actions::requirement(&workspace, &request).await?;
    workspace.close().await;
    assert_eq!(requirement.mass_kg_new, "3556.1", "96 + 30 + 3,370.1 + 60");
    Ok(())
}

/// Imports the file in front once nothing is open, and waits until it is done.
async fn import(page: &Page, name: &str) -> anyhow::Result<()> {
    page.wait_for_text(name).await?;
    page.wait_until_enabled("import-commit").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast(&format!("{name} imported")).await?;
    page.click("button", "Close").await
}

async fn answer_the_question(page: &Page) -> anyhow::Result<()> {
    page.wait_for_text("Day or month first?").await?;
    page.wait_for_text("Answer 1 question first").await?;
    page.screenshot("import-question").await?;
    page.click("button", "Day first · 3 Apr 2025").await
}

/// Row 4 by F2, and the next one by typing: Enter takes each and goes on.
async fn correct_two_cells(page: &Page) -> anyhow::Result<()> {
    page.click("gridcell", "-12").await?;
    page.press(&[], Key::F2).await?;
    page.press(&[Key::Control], 'a').await?;
    keys(page, "1.42").await?;
    page.press(&[], Key::Enter).await?;
    page.wait_for("button", "Corrected 1").await?;
    const IS_ROW_6: &str =
        "return document.activeElement?.closest('.ag-row')?.textContent.includes('Row 6') || null";
    let next = until(async || Ok(page.ask(IS_ROW_6, Vec::new()).await?.as_bool()));
    next.await.context("the focus is not on row 6")?;
    page.screenshot("import-corrected").await?;
    let found = screens::axe(page).await?;
    ensure!(found.is_empty(), "axe finds on the review: {found:#?}");
    keys(page, "6.1").await?;
    page.press(&[], Key::Enter).await?;
    page.wait_for("button", "Corrected 2").await?;
    page.wait_for("button", "Problems 0").await
}

async fn keys(page: &Page, text: &str) -> anyhow::Result<()> {
    for letter in text.chars() {
        page.press(&[], letter).await?;
    }
    Ok(())
}

async fn replace_the_earlier_lines(page: &Page) -> anyhow::Result<()> {
    page.wait_for_text("2 unchanged, 1 changed, 1 added, 1 missing").await?;
    page.wait_for_text("Say what becomes of the earlier rows").await?;
    page.click_test_id("revision-differences").await?;
    page.wait_for_text("10 → 12 units").await?;
    page.wait_for_text("Not in this file any more").await?;
    page.screenshot("import-revision").await?;
    page.press(&[], Key::Escape).await?;
    page.wait_for_no_dialog().await?;
    const IS_FREE: &str =
        "const found = document.querySelector('[data-testid=import-commit]'); return found?.disabled || null";
    let waits = until(async || Ok(page.ask(IS_FREE, vec![json!(null)]).await?.as_bool()));
    waits.await.context("it could be imported before a choice")?;
    page.click("button", "Replace them").await
}
