//! The retirement summary for finance. Its sheets are built once: the screen previews what the file will hold.
//! No sheet holds a net Scope 3 figure, and figures of different statements are never added.

mod cdp;
mod checks;
mod claim;
mod document;
mod documents;
mod figures;
mod integrity;
mod lint;
mod manifest;
mod movements;
mod preview;
mod registry;
mod report;
mod sheets;
mod statement;
mod trace;

use crate::import::exported_file;
use crate::views::disclosure::{DisclosureView, Exported};
use crate::{ActionError, Workspace, assets};
use figures::Figures;
use planner_core::ledger::retirement::Retirement;
use planner_core::ledger::{Ledger, LedgerError};
use planner_core::report::Status;
use planner_sheets::workbook::{Workbook, WriteError, write_whole};
use std::path::{Path, PathBuf};

pub use integrity::{answer_question, checks};
pub use lint::lint_claim;
pub use report::{reports_of_year, sign_report};
pub use trace::trace_figure;

/// The disclosure screen of one year.
pub async fn disclosure(workspace: &Workspace, year: i32) -> Result<DisclosureView, ActionError> {
    let figures = Figures::load(workspace, year).await?;
    let workbook = workbook(&figures)?;
    let checks = checks::checks(&figures);
    Ok(DisclosureView {
        year,
        as_of: figures.today.to_string(),
        status: figures
            .sealed()
            .map_or(Status::Draft, |report| Status::of_version(report.version))
            .word()
            .to_owned(),
        signatures: report::signatures(&figures),
        reports: figures.reports.iter().map(|(report, _)| report::view(report)).collect(),
        retirements: statements(&figures),
        sheets: workbook.sheets.iter().map(|sheet| preview::sheet(sheet, &checks)).collect(),
        checks,
        claim_text: claim::mass_only(&figures)?,
        claim_text_standard: claim::standard(&figures)?,
        claim_text_limit: assets::claim_texts()?.limit_characters,
        file_name: file_name(&figures, figures.next_version())?,
    })
}

/// What to export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportRequest {
    /// The year.
    pub year: i32,
    /// Seal it as the year's final report.
    pub is_final: bool,
    /// An earlier final report, as it was made.
    pub version: Option<i64>,
}

/// Writes the summary, each file whole or not at all: a workbook, the statement as a PDF, or the same figures as csv
/// or JSON. A year whose figures are sealed is written as it was sealed; any other as a draft.
pub async fn export_disclosure(
    workspace: &Workspace,
    request: ExportRequest,
    paths: &[PathBuf],
) -> Result<Exported, ActionError> {
    let formats = paths.iter().map(|path| format(path)).collect::<Result<Vec<_>, _>>()?;
    let sealed = if request.is_final { Some(report::seal(workspace, request.year).await?) } else { None };
    let mut read = workspace.store.read().await?;
    let figures = Figures::load_in(&mut read, workspace.today, request.year).await?;
    let version = request.version.or(sealed).or(figures.sealed().map(|report| report.version));
    let mut files = Vec::new();
    for (path, format) in paths.iter().zip(formats) {
        let bytes = match version {
            Some(version) => report::made_again(&mut read, request.year, version, format).await?,
            None => report::bytes(&figures, format)?,
        };
        files.push((path, bytes));
    }
    for (path, bytes) in &files {
        write_whole(path, bytes).map_err(WriteError::from)?;
    }
    let files = paths.iter().map(|path| exported_file(path)).collect::<Result<_, _>>()?;
    Ok(Exported { files, chain_head: figures.chain_head })
}

/// The files to write for a name and some formats. Only the first was asked about: the others must not be there yet.
pub fn files_beside(path: &Path, formats: &[String]) -> Result<Vec<PathBuf>, ActionError> {
    let paths: Vec<_> = formats.iter().map(|format| path.with_extension(format)).collect();
    if let Some(taken) = paths.iter().skip(1).find(|path| path.exists()) {
        let name = taken.file_name().unwrap_or_default().to_string_lossy();
        let message =
            format!("{name} is already there, and nothing was written. Choose another name or folder.");
        return Err(ActionError::new("file_exists", message));
    }
    Ok(paths)
}

/// The format that a file name's ending asks for.
fn format(path: &Path) -> Result<&'static str, ActionError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    report::FORMATS.into_iter().find(|format| *format == ending).ok_or_else(|| {
        let message = format!(
            "The summary is written as .xlsx, .pdf, .csv or .json, not as “.{ending}”. Choose a file name that ends in one of them."
        );
        ActionError::new("unknown_format", message)
    })
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
    let mut figures = Figures::load(workspace, year).await?;
    figures.version = figures.sealed().map(|report| report.version);
    let retirement = retirement(&figures.ledger, retirement_id).ok_or_else(unknown)?;
    let bytes = statement::of_retirement(&figures, retirement)?.to_bytes()?;
    write_whole(path, &bytes).map_err(WriteError::from)?;
    Ok(Exported { files: vec![exported_file(path)?], chain_head: figures.chain_head })
}

/// Statement numbers of the year.
fn statements(figures: &Figures) -> Vec<String> {
    let of_year = figures.ledger.retirements().filter(|(_, one)| one.year == figures.year());
    of_year.map(|(_, one)| one.id.clone()).collect()
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

/// The name suggested for an export.
pub async fn report_file_name(workspace: &Workspace, request: ExportRequest) -> Result<String, ActionError> {
    let figures = Figures::load(workspace, request.year).await?;
    file_name(&figures, request.version.unwrap_or_else(|| figures.next_version()))
}

/// `{organisation}_{year}_ITEC-retirement-summary_{cdp cycle}_v{n}.xlsx`, with letters that every file system takes.
fn file_name(figures: &Figures, version: i64) -> Result<String, ActionError> {
    let letters = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let organisation: String = figures.organisation.display_name().chars().map(letters).collect();
    let organisation = organisation.trim_matches('-');
    let cycle = assets::cdp_map()?.cycle;
    Ok(format!("{organisation}_{}_ITEC-retirement-summary_{cycle}_v{version}.xlsx", figures.year()))
}
