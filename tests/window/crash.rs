//! A power cut in the middle of a review: the corrections are there at the next start.

use super::driver::{Setup, drive};
use super::page::Page;
use crate::support::{TODAY, day, program};
use anyhow::{Context, ensure};
use fantoccini::key::Key;
use planner_actions::worker::Program;
use planner_actions::{RequirementRequest, Workspace};
use std::path::Path;
use std::process::Command;

/// Six rows whose weights are no weights, and one that is right: 2 kg.
const ORDERS: &str = "PO number,Date,Item,Condition,Quantity,Unit weight (kg)
P-1,2025-02-03,Laptop,new,1,2
P-2,2025-02-13,Laptop,new,1,-1
P-3,2025-02-14,Laptop,new,1,-2
P-4,2025-02-15,Laptop,new,1,-3
P-5,2025-02-16,Laptop,new,1,-4
P-6,2025-02-17,Laptop,new,1,-5
P-7,2025-02-18,Laptop,new,1,-6
";
const CORRECTED: usize = 5;

#[tokio::test]
async fn corrections_outlive_a_kill() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let orders = folder.path().join("orders.csv");
    std::fs::write(&orders, ORDERS)?;
    let path = folder.path().join("larkmoor.itec");
    let setup = || Setup {
        workspace: Some(path.clone()),
        home: Some(folder.path().join("home")),
        dialog_answers: vec![orders.clone()],
        ..Setup::default()
    };
    drive("corrections_outlive_a_kill, before", setup(), async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.press(&[Key::Control], 'o').await?;
        page.click("gridcell", "-1").await?;
        for count in 1..=CORRECTED {
            page.press(&[], Key::F2).await?;
            page.press(&[Key::Control], 'a').await?;
            page.press(&[], '3').await?;
            page.press(&[], Key::Enter).await?;
            page.wait_for("button", &format!("Corrected {count}")).await?;
        }
        // As long as a person needs to reach for the plug; a draft is written a moment after what it keeps.
        tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
        kill(&path)
    })
    .await?;
    drive("corrections_outlive_a_kill, after", setup(), async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        page.press(&[Key::Control], 'o').await?;
        page.wait_for_text("orders.csv").await?;
        page.screenshot("draft-after-a-kill").await?;
        page.press(&[Key::Control], Key::Enter).await?;
        page.wait_for("button", &format!("Corrected {CORRECTED}")).await?;
        import(page).await
    })
    .await?;
    let workspace = Workspace::open_or_create(&path, day(TODAY), Program::new(program("itec"))).await?;
    let request = RequirementRequest { year: 2025, ..Default::default() };
    let requirement = planner_actions::requirement(&workspace, &request).await?;
    let sound = planner_actions::verify(&workspace).await?;
    workspace.close().await;
    assert_eq!((requirement.mass_kg_new.as_str(), sound.ok), ("17", true), "2 kg, and five times 3 kg");
    Ok(())
}

/// Takes the rows that can be imported.
async fn import(page: &Page) -> anyhow::Result<()> {
    page.wait_until_enabled("import-commit").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("orders.csv imported").await
}

/// Kills the app that has this workspace open, as a power cut would: it hears nothing of it.
fn kill(workspace: &Path) -> anyhow::Result<()> {
    let name = workspace.to_str().context("a path that can be typed")?;
    let killed =
        Command::new("pkill").args(["-KILL", "--full", &format!("i-tec-planner {name}")]).status()?;
    ensure!(killed.success(), "no app has {name} open");
    Ok(())
}
