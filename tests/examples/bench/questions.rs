//! Every question on a workspace, in process: medians of several times asked.

use crate::imports::Imported;
use crate::workbook::{Book, certificates, five_lines};
use anyhow::{Result, ensure};
use chrono::NaiveDate;
use planner_actions::views::import::ImportOptions;
use planner_actions::views::procurement::LinesQuery;
use planner_actions::worker::Program;
use planner_actions::{ExportRequest, RequirementRequest, Watch, Workspace};
use std::path::Path;
use std::time::{Duration, Instant};

const YEAR: i32 = 2024;
/// Times that each is asked.
const TIMES: usize = 7;

struct Asked(Vec<(String, Duration)>);

impl Asked {
    /// Asks several times; prints the median, and the first, which finds nothing in memory.
    async fn ask<T, E: Into<anyhow::Error>>(
        &mut self,
        what: &str,
        times: usize,
        work: impl AsyncFn() -> std::result::Result<T, E>,
    ) -> Result<()> {
        let mut took = Vec::with_capacity(times);
        for _ in 0..times {
            let start = Instant::now();
            work().await.map_err(Into::into)?;
            took.push(start.elapsed());
        }
        let first = took.first().copied().unwrap_or_default();
        took.sort_unstable();
        let median = took.get(took.len() / 2).copied().unwrap_or_default();
        println!("{what:<44} {:>9.1} ms, first {:>9.1} ms", milliseconds(median), milliseconds(first));
        self.0.push((what.to_owned(), median));
        Ok(())
    }
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}

/// Asks everything, and takes the import back at the end.
pub async fn ask(
    itec: &Path,
    imported: &Imported,
    folder: &Path,
    book: &Book,
) -> Result<Vec<(String, Duration)>> {
    let today = NaiveDate::from_ymd_opt(2026, 6, 16).unwrap_or_default();
    let program = || Program::new(itec.to_owned());
    let workspace = Workspace::open_or_create(&imported.workspace, today, program()).await?;
    let mut asked = Asked(Vec::new());
    of_year(&mut asked, &workspace, folder).await?;
    of_lines(&mut asked, &workspace).await?;
    asked.ask("search", TIMES, async || planner_actions::search(&workspace, "PO-45").await).await?;
    let five = five_lines(folder)?;
    let options = ImportOptions { kind: "procurement".into(), ..ImportOptions::default() };
    let watch = Watch::default();
    let preview = async |of: &Workspace| planner_actions::preview_import(of, &five, &options, &watch).await;
    let empty = Workspace::open_or_create(&folder.join("empty.itec"), today, program()).await?;
    asked.ask("preview of 5 lines, in an empty workspace", TIMES, async || preview(&empty).await).await?;
    asked
        .ask(&format!("preview of 5 lines, beside {}", book.rows), TIMES, async || preview(&workspace).await)
        .await?;
    let listed = certificates(folder, 10_000)?;
    let options =
        ImportOptions { kind: "certificates".into(), allow_duplicate: true, ..ImportOptions::default() };
    let import = async || planner_actions::commit_import(&empty, &listed, &options, None, &watch).await;
    asked.ask("import 10,000 certificates", 1, import).await?;
    asked.ask("verify the whole file", 3, async || planner_actions::verify(&workspace).await).await?;
    let check = planner_actions::verify(&workspace).await?;
    ensure!(check.ok, "{:?}", check.problems);
    let import = planner_actions::imports(&workspace, None).await?;
    let id = import.first().map(|one| one.import_id.clone()).unwrap_or_default();
    let undo = async || planner_actions::undo_import(&workspace, &id).await;
    asked.ask(&format!("undo {} lines", book.rows), 1, undo).await?;
    empty.close_and_forget().await;
    workspace.close().await;
    let _ = std::fs::remove_file(folder.join("empty.itec"));
    Ok(asked.0)
}

async fn of_year(asked: &mut Asked, workspace: &Workspace, folder: &Path) -> Result<()> {
    let request = RequirementRequest { year: YEAR, ..RequirementRequest::default() };
    asked.ask("requirement", TIMES, async || planner_actions::requirement(workspace, &request).await).await?;
    asked.ask("overview", TIMES, async || planner_actions::overview(workspace, YEAR, None).await).await?;
    asked
        .ask("dispositions", TIMES, async || planner_actions::dispositions(workspace, YEAR, None).await)
        .await?;
    asked
        .ask("the disclosure screen", TIMES, async || planner_actions::disclosure(workspace, YEAR).await)
        .await?;
    asked.ask("checks", TIMES, async || planner_actions::checks(workspace, YEAR, None).await).await?;
    for figure in ["gross", "category.laptop"] {
        let id = format!("{YEAR}.{figure}");
        let trace = async || planner_actions::trace_figure(workspace, &id).await;
        asked.ask(&format!("trace of {figure}"), TIMES, trace).await?;
    }
    let overwriting = workspace.overwriting(true);
    for format in ["xlsx", "pdf"] {
        let path = [folder.join(format!("pack.{format}"))];
        let export = ExportRequest { year: YEAR, ..ExportRequest::default() };
        let export = async || planner_actions::export_disclosure(&overwriting, export, &path).await;
        asked.ask(&format!("export {format}"), 3, export).await?;
    }
    Ok(())
}

async fn of_lines(asked: &mut Asked, workspace: &Workspace) -> Result<()> {
    let all = LinesQuery { year: YEAR, limit: 100, ..LinesQuery::default() };
    for sort in [None, Some("date"), Some("item"), Some("quantity"), Some("mass"), Some("row")] {
        for offset in [0, 150_000] {
            let query = LinesQuery { sort: sort.map(str::to_owned), offset, ..all.clone() };
            let page = async || planner_actions::lines_page(workspace, &query).await;
            asked.ask(&format!("lines by {}, from {offset}", sort.unwrap_or("need")), TIMES, page).await?;
        }
    }
    let laptops = LinesQuery { category: Some("laptop".into()), condition: Some("new".into()), ..all };
    let page = async || planner_actions::lines_page(workspace, &laptops).await;
    asked.ask("lines of new laptops", TIMES, page).await
}
