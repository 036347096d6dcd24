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

use crate::output::{Outputs, one_file, taken};
use crate::views::disclosure::{DisclosureView, Exported};
use crate::{ActionError, Workspace, assets};
use chrono::NaiveDate;
use figures::Figures;
use planner_core::ledger::retirement::Retirement;
use planner_core::ledger::{Ledger, LedgerError};
use planner_core::report::Status;
use planner_sheets::workbook::Workbook;
use planner_store::Connection;
use std::path::{Path, PathBuf};

pub(crate) use claim::carried_claim;
pub use integrity::{answer_question, checks};
pub use lint::lint_claim;
pub use report::{SignatureRequest, reports_of_year, sign_report, signing};
pub use trace::trace_figure;

/// The disclosure screen of one year.
pub async fn disclosure(workspace: &Workspace, year: i32) -> Result<DisclosureView, ActionError> {
    let figures = Figures::load(workspace, year).await?;
    let workbook = workbook(&figures)?;
    let checks = checks::checks(&figures)?;
    Ok(DisclosureView {
        year,
        as_of: figures.today.to_string(),
        status: figures
            .sealed()
            .map_or(Status::Draft, |report| Status::of_version(report.version))
            .word()
            .to_owned(),
        signatures: report::signatures(&figures),
        signing: report::signing_view(&figures),
        reports: figures.reports.iter().map(|(report, _)| report::view(report)).collect(),
        retirements: statements(&figures),
        sheets: workbook.sheets.iter().map(|sheet| preview::sheet(sheet, &checks)).collect(),
        checks,
        claim_text: claim::mass_only(&figures)?,
        claim: claim::view(&figures)?,
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
    let mut outputs = Outputs::begin(workspace, paths, &[])?;
    if !request.is_final {
        let mut read = workspace.store.read().await?;
        let (contents, chain_head) = contents(&mut read, workspace.today, request, &formats).await?;
        outputs.fill(&contents)?;
        return Ok(Exported { files: outputs.publish()?, chain_head });
    }
    let mut write = workspace.store.write().await?;
    report::seal(&mut write, workspace.today, request.year).await?;
    let (contents, chain_head) = contents(&mut write, workspace.today, request, &formats).await?;
    // A report is sealed once its files are on the disk, and has its place once it is sealed.
    outputs.fill(&contents)?;
    write.commit().await?;
    Ok(Exported { files: outputs.publish()?, chain_head })
}

/// The bytes of the year in these formats, and the head of the chain.
async fn contents(
    connection: &mut Connection,
    today: NaiveDate,
    request: ExportRequest,
    formats: &[&str],
) -> Result<(Vec<Vec<u8>>, Option<String>), ActionError> {
    let figures = Figures::load_in(connection, today, request.year).await?;
    let version = request.version.or(figures.sealed().map(|report| report.version));
    let mut contents = Vec::with_capacity(formats.len());
    for format in formats {
        contents.push(match version {
            Some(version) => report::made_again(connection, request.year, version, format).await?,
            None => report::bytes(&figures, format)?,
        });
    }
    Ok((contents, figures.chain_head))
}

/// The files to write for a name that a person chose and some formats. Only about that very name a dialog has asked:
/// any other must not be there yet.
pub fn files_beside(chosen: &Path, formats: &[&str]) -> Result<Vec<PathBuf>, ActionError> {
    let ending = chosen.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_format = report::FORMATS.contains(&ending.as_str());
    let stem = if is_format { chosen.with_extension("") } else { chosen.to_owned() };
    let with = |format: &str| {
        let mut path = stem.as_os_str().to_owned();
        path.push(format!(".{format}"));
        PathBuf::from(path)
    };
    let named = |format: &&str| if ending == **format { chosen.to_owned() } else { with(format) };
    let paths: Vec<_> = formats.iter().map(named).collect();
    match paths.iter().find(|path| *path != chosen && path.exists()) {
        Some(other) => Err(taken(other)),
        None => Ok(paths),
    }
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
    Ok(Exported { files: vec![one_file(workspace, path, &[], bytes)?], chain_head: figures.chain_head })
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
