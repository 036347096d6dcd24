//! A controller's year in the real window: orders and their revision, own certificates capped by what was restored, a
//! retirement recorded later than it was made, the registry's statement as proof, three persons who sign, the seal, and
//! the restatement of a late delivery.

use super::driver::{Setup, drive, folder};
use super::page::Page;
use crate::support::{day, program};
use calamine::{Data, Reader, Xlsx, open_workbook};
use fantoccini::key::Key;
use planner_actions::worker::Program;
use planner_actions::{RequirementRequest, Workspace};
use std::path::Path;

const ORDERS: &str = "Supplier,PO number,PO line,Date,Item,Condition,Quantity,Unit weight (kg)
Orla,P-1,10,2025-02-03,Laptop,new,10,2
Orla,P-1,20,2025-02-13,Monitor,new,5,6
Orla,P-2,10,2025-03-21,Server,new,2,20
";
/// One line changed, one new: 96 kg.
const REVISED: &str = "Supplier,PO number,PO line,Date,Item,Condition,Quantity,Unit weight (kg)
Orla,P-1,10,2025-02-03,Laptop,new,12,2
Orla,P-1,20,2025-02-13,Monitor,new,5,6
Orla,P-2,10,2025-03-21,Server,new,2,20
Orla,P-3,10,2025-04-21,Tablet,new,4,0.5
";
/// 20 kg restored.
const ASSETS: &str =
    "Asset tag,Category,Quantity,Mass sent (kg),Mass restored (kg),Outcome,Provider,Date,Batch
A-1,laptop,10,25,20,refurbished,Halden Reuse,2025-06-01,B-1
";
const STATEMENT: &str = "Registry,Class,Serial Prefix,Serial Start,Serial End,Vintage,Status
Bloom,I-TEC,OWN,1,20,2025,Retired
Bloom,I-TEC,NL-R,501,576,2025,Retired
";
/// Found after the seal: 2.5 kg.
const LATE: &str = "Supplier,PO number,PO line,Date,Item,Condition,Quantity,Unit weight (kg)
Orla,P-7,10,2025-11-02,Tablet,new,5,0.5
";
const PERSONS: [&str; 3] = ["Ada Lund", "Jo Brandt", "Kim Osei"];

#[tokio::test]
async fn a_controllers_year_is_closed_and_restated() -> anyhow::Result<()> {
    let home = tempfile::tempdir()?;
    let at = |name: &str| home.path().join(name);
    let texts = [
        ("orders.csv", ORDERS),
        ("orders_revised.csv", REVISED),
        ("assets.csv", ASSETS),
        ("statement.csv", STATEMENT),
        ("late.csv", LATE),
    ];
    for (name, text) in texts {
        std::fs::write(at(name), text)?;
    }
    let (path, packs) = (at("larkmoor.itec"), folder("screenshots")?);
    let (first, second) = (packs.join("year_first.xlsx"), packs.join("year_second.xlsx"));
    for pack in [&first, &second] {
        drop((std::fs::remove_file(pack), std::fs::remove_file(pack.with_extension("pdf"))));
    }
    let files = ["orders.csv", "orders_revised.csv", "assets.csv", "statement.csv"].map(at);
    let answers = files.into_iter().chain([first.clone(), at("late.csv"), second.clone()]).collect();
    let setup = Setup {
        workspace: Some(path.clone()),
        today: "2026-04-04",
        dialog_answers: answers,
        ..Setup::default()
    };
    drive("a_controllers_year_is_closed_and_restated", setup, async |page| {
        page.wait_for_text("How many I‑TECs does your new hardware need?").await?;
        import_all(page).await?;
        own_issue_is_capped(page).await?;
        buy(page).await?;
        retire_on_30_march(page).await?;
        prove(page).await?;
        sign_and_lock(page).await?;
        seal(page, 1).await?;
        restate(page).await?;
        seal(page, 2).await?;
        page.expect_no_reports().await
    })
    .await?;
    check(&path, &first, &second).await
}

async fn go(page: &Page, key: char, heading: &str) -> anyhow::Result<()> {
    page.press(&[Key::Control], key).await?;
    page.wait_for("heading", heading).await?;
    page.settled().await
}

async fn put(page: &Page, field: &str, words: &str) -> anyhow::Result<()> {
    page.write(field, words).await?;
    page.press(&[], Key::Tab).await
}

async fn import(page: &Page, name: &str, choice: Option<&str>) -> anyhow::Result<()> {
    page.press(&[Key::Control], 'o').await?;
    page.wait_for_text(name).await?;
    if let Some(choice) = choice {
        page.click("button", choice).await?;
    }
    page.wait_until_enabled("import-commit").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast(&format!("{name} imported")).await?;
    page.click("button", "Close").await
}

async fn import_all(page: &Page) -> anyhow::Result<()> {
    import(page, "orders.csv", None).await?;
    go(page, '1', "Overview").await?;
    page.wait_for_value("hero-gross", "90").await?;
    import(page, "orders_revised.csv", Some("Replace them")).await?;
    import(page, "assets.csv", None).await?;
    go(page, '1', "Overview").await?;
    page.wait_for_value("hero-gross", "96").await?;
    page.screenshot("year-imported").await.map(drop)
}

async fn lot(page: &Page, prefix: &str, serials: [&str; 2]) -> anyhow::Result<()> {
    put(page, "purchase-registry", "Bloom").await?;
    put(page, "purchase-vintage", "2025").await?;
    put(page, "purchase-prefix", prefix).await?;
    put(page, "purchase-start", serials[0]).await?;
    put(page, "purchase-end", serials[1]).await?;
    put(page, "purchase-date", "15 Mar 2026").await
}

/// The batch restored 20 kg: 30 certificates of it are refused, with the number in the words.
async fn own_issue_is_capped(page: &Page) -> anyhow::Result<()> {
    page.press(&[], 'b').await?;
    page.choose("purchase-origin", "Self-generated").await?;
    lot(page, "OWN", ["1", "30"]).await?;
    put(page, "purchase-batch", "B-1").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_text("Batch B-1 has 20 eligible kg, and with these 30 own certificates: 10 too many.")
        .await?;
    page.screenshot("year-own-issue-refused").await?;
    put(page, "purchase-end", "20").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("recorded").await?;
    page.wait_for_no_dialog().await
}

async fn buy(page: &Page) -> anyhow::Result<()> {
    page.press(&[], 'b').await?;
    lot(page, "NL-R", ["501", "576"]).await?;
    put(page, "purchase-price", "1.62").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("recorded").await?;
    page.wait_for_no_dialog().await
}

/// Made at the registry on 30 March, recorded on 4 April; not before the certificates were ours.
async fn retire_on_30_march(page: &Page) -> anyhow::Result<()> {
    page.press(&[], 'r').await?;
    put(page, "retire-quantity", "96").await?;
    put(page, "retire-beneficiary", "Larkmoor Group SE").await?;
    put(page, "retire-on", "14 Mar 2026").await?;
    page.wait_for_text("0 certificates are usable for 2025 on 2026-03-14, not 96").await?;
    page.screenshot("year-retired-too-early").await?;
    put(page, "retire-on", "30 Mar 2026").await?;
    put(page, "retire-reference", "RET-1").await?;
    page.click_test_id("retire-confirm").await?;
    page.wait_until_enabled("retire-submit").await?;
    page.screenshot("year-retired").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("Retired 96").await?;
    page.wait_for_no_dialog().await
}

/// The registry's statement shows both lots.
async fn prove(page: &Page) -> anyhow::Result<()> {
    go(page, '4', "Certificates").await?;
    page.click_test_id("btn-reconcile").await?;
    page.wait_for_text("2 lots agree").await?;
    page.screenshot("year-reconciled").await?;
    page.press(&[], Key::Escape).await?;
    page.wait_for_no_dialog().await
}

/// One name is one person: who prepared it is not let to review it.
async fn sign_and_lock(page: &Page) -> anyhow::Result<()> {
    go(page, '6', "Disclosure").await?;
    for (at, by) in PERSONS.into_iter().enumerate() {
        page.click("button", "Sign…").await?;
        page.wait_for_text("A signature holds for these figures.").await?;
        if at == 1 {
            put(page, "sign-by", "ada lund").await?;
            page.press(&[Key::Control], Key::Enter).await?;
            page.wait_for_text("has already prepared these figures").await?;
            page.screenshot("year-one-name-twice").await?;
        }
        put(page, "sign-by", by).await?;
        page.press(&[Key::Control], Key::Enter).await?;
        page.wait_for_toast(&format!("by {by}")).await?;
        page.wait_for_no_dialog().await?;
        page.settled().await?;
    }
    page.click_test_id("btn-lock").await?;
    page.wait_until_enabled("lock-submit").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("Year 2025 is locked").await?;
    page.wait_for_no_dialog().await?;
    page.settled().await
}

async fn seal(page: &Page, version: u32) -> anyhow::Result<()> {
    page.click_test_id("btn-final").await?;
    page.wait_for_text("What cannot be undone").await?;
    page.screenshot(&format!("year-seal-{version}")).await?;
    page.wait_until_enabled("seal-submit").await?;
    page.click_test_id("seal-submit").await?;
    page.wait_for_toast("Saved").await?;
    page.wait_for_text(if version == 1 { "Final" } else { "Restated" }).await?;
    page.settled().await?;
    page.screenshot(&format!("year-sealed-{version}")).await.map(drop)
}

/// A late delivery: the year is unlocked with a reason, its signatures no longer hold and say which figures moved.
async fn restate(page: &Page) -> anyhow::Result<()> {
    page.click_test_id("btn-lock").await?;
    page.click_test_id("unlock-because").await?;
    page.type_text("a late delivery was found").await?;
    page.press(&[Key::Control], Key::Enter).await?;
    page.wait_for_toast("Year 2025 is open").await?;
    page.wait_for_no_dialog().await?;
    import(page, "late.csv", None).await?;
    go(page, '6', "Disclosure").await?;
    page.click("button", "Sign…").await?;
    page.wait_for_text("is no longer valid").await?;
    page.wait_for_text("Gross requirement: 96 → 99").await?;
    page.screenshot("year-moved").await?;
    page.press(&[], Key::Escape).await?;
    page.wait_for_no_dialog().await?;
    sign_and_lock(page).await
}

/// Both packs as another library reads them, and the workspace as a script does.
async fn check(path: &Path, first: &Path, second: &Path) -> anyhow::Result<()> {
    for (pack, status, gross, coverage) in
        [(first, "final, version 1", 96.0, 100.0), (second, "restated, version 2", 99.0, 96.97)]
    {
        let mut book: Xlsx<_> = open_workbook(pack)?;
        let readme = book.worksheet_range("README")?;
        let row = |range: &calamine::Range<Data>, label: &str| {
            let row = range.rows().find(|row| row[0] == *label).map(<[Data]>::to_vec);
            row.unwrap_or_else(|| panic!("no {label}"))
        };
        let said = row(&readme, "Status")[1].to_string();
        assert!(said.starts_with(status), "{said}");
        assert!(row(&readme, "Approved by, on")[1].to_string().starts_with("Kim Osei"));
        let summary = book.worksheet_range("Summary")?;
        assert_eq!(row(&summary, "Gross requirement")[1], Data::Float(gross));
        assert_eq!(row(&summary, "Coverage")[1], Data::Float(coverage));
        let lines = book.worksheet_range("Retirement lines")?;
        let cells: Vec<String> = lines.rows().flatten().map(Data::to_string).collect();
        let has = |wanted: &str| cells.iter().any(|cell| cell == wanted);
        // 30 March and 4 April 2026, as a spreadsheet counts days.
        assert!(has("46111") && has("46116") && has("RET-1"), "{:?}", lines.rows().nth(1));
        assert!(pack.with_extension("pdf").is_file());
    }
    let workspace = Workspace::open_or_create(path, day("2026-04-04"), Program::new(program("itec"))).await?;
    let request = RequirementRequest { year: 2025, ..Default::default() };
    let requirement = planner_actions::requirement(&workspace, &request).await?;
    assert_eq!((requirement.gross, requirement.retired), (99, 96));
    assert!(planner_actions::verify(&workspace).await?.ok);
    workspace.close().await;
    Ok(())
}
