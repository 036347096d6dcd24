//! The retirement summary for finance. Its sheets are built once: the screen previews what the file will hold.
//! No sheet holds a net Scope 3 figure, and figures of different statements are never added.

mod cdp;
mod checks;
mod claim;
mod document;
mod figures;
mod lint;
mod manifest;
mod movements;
mod preview;
mod sheets;
mod statement;
mod trace;

use crate::import::exported_file;
use crate::views::disclosure::{DisclosureView, Exported};
use crate::{ActionError, Workspace, assets};
use figures::Figures;
use planner_core::ledger::event::Retirement;
use planner_core::ledger::{Ledger, LedgerError};
use planner_sheets::workbook::{Workbook, WriteError, write_whole};
use std::path::Path;

pub use lint::lint_claim;
pub use trace::trace_figure;

/// The disclosure screen of one year.
pub async fn disclosure(workspace: &Workspace, year: i32) -> Result<DisclosureView, ActionError> {
    let figures = Figures::load(workspace, year).await?;
    let workbook = workbook(&figures)?;
    Ok(DisclosureView {
        year,
        status: figures.status().to_owned(),
        checks: checks::checks(&figures),
        sheets: workbook.sheets.iter().map(preview::sheet).collect(),
        claim_text: claim::mass_only(&figures)?,
        claim_text_standard: claim::standard(&figures)?,
        claim_text_limit: assets::claim_texts()?.limit_characters,
        file_name: file_name(&figures)?,
    })
}

/// Writes the summary whole or not at all: a workbook, or the same figures as JSON or csv.
pub async fn export_disclosure(
    workspace: &Workspace,
    year: i32,
    path: &Path,
) -> Result<Exported, ActionError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !["xlsx", "json", "csv", "pdf"].contains(&ending.as_str()) {
        let message = format!(
            "The summary is written as .xlsx, .pdf, .csv or .json, not as “.{ending}”. Choose a file name that ends in one of them."
        );
        return Err(ActionError::new("unknown_format", message));
    }
    let figures = Figures::load(workspace, year).await?;
    let bytes = match ending.as_str() {
        "pdf" => statement::of_period(&figures)?.to_bytes()?,
        "json" => document::json_bytes(&figures, &workbook(&figures)?)?,
        "csv" => document::csv_table(&workbook(&figures)?)?,
        _ => workbook(&figures)?.to_bytes()?,
    };
    write_whole(path, &bytes).map_err(WriteError::from)?;
    Ok(Exported { files: vec![exported_file(path)?], chain_head: figures.chain_head })
}

/// Writes the statement of one retirement as a PDF, whole or not at all.
pub async fn export_retirement(
    workspace: &Workspace,
    retirement_id: &str,
    path: &Path,
) -> Result<Exported, ActionError> {
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
        let message = "The statement of a retirement is written as .pdf. Choose a file name that ends in it.";
        return Err(ActionError::new("unknown_format", message));
    }
    let unknown = || LedgerError::UnknownRetirement { id: retirement_id.to_owned() };
    let ledger = planner_store::ledger::load(&mut *workspace.store.read().await?).await?;
    let year = retirement(&ledger, retirement_id).ok_or_else(unknown)?.year;
    let figures = Figures::load(workspace, year).await?;
    let retirement = retirement(&figures.ledger, retirement_id).ok_or_else(unknown)?;
    let bytes = statement::of_retirement(&figures, retirement)?.to_bytes()?;
    write_whole(path, &bytes).map_err(WriteError::from)?;
    Ok(Exported { files: vec![exported_file(path)?], chain_head: figures.chain_head })
}

fn retirement<'a>(ledger: &'a Ledger, id: &str) -> Option<&'a Retirement> {
    ledger.retirements().find(|(_, one)| one.id == id).map(|(_, one)| one)
}

fn workbook(figures: &Figures) -> Result<Workbook, ActionError> {
    Ok(Workbook {
        title: format!("I-TEC retirement summary {}", figures.year()),
        author: figures.organisation.display_name().to_owned(),
        created: figures.today,
        sheets: sheets::all(figures)?,
    })
}

/// `{organisation}_{year}_ITEC-retirement-summary_{cdp cycle}_v1.xlsx`, with letters that every file system takes.
fn file_name(figures: &Figures) -> Result<String, ActionError> {
    let letters = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let organisation: String = figures.organisation.display_name().chars().map(letters).collect();
    let organisation = organisation.trim_matches('-');
    let cycle = assets::cdp_map()?.cycle;
    Ok(format!("{organisation}_{}_ITEC-retirement-summary_{cycle}_v1.xlsx", figures.year()))
}
