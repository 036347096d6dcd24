//! The disclosure of a year: its screen, its export, its report and the trace of its figures. What it says is made
//! by the crate `report`.

mod claim;
mod inputs;
mod integrity;
mod lint;
mod load;
mod preview;
mod report;
mod signed;
mod trace;

use crate::output::{Outputs, one_file, taken};
use crate::verification::verified;
use crate::views::disclosure::{DisclosureCheck, DisclosureView, Exported};
use crate::{ActionError, Workspace};
use load::{load, load_checked, load_in};
use planner_core::integrity::Verdict;
use planner_core::ledger::retirement::Retirement;
use planner_core::ledger::{Ledger, LedgerError};
use planner_core::report::SealedReport;
use planner_report::checks::{Check, checks as report_checks};
use planner_report::claim::{mass_only, standard};
use planner_report::write::{Format, bytes, file_name, sheets, statement_of_retirement};
use planner_report::{Disclosure, assets};
use planner_store::Connection;
use std::path::{Path, PathBuf};

pub(crate) use claim::carried_claim;
pub use inputs::{disclosure_inputs, save_disclosure_inputs};
pub use integrity::{answer_question, checks};
pub use lint::lint_claim;
pub use report::{SignatureRequest, reports_of_year, sign_report, signing};
pub use trace::trace_figure;

/// The disclosure screen of one year.
pub async fn disclosure(workspace: &Workspace, year: i32) -> Result<DisclosureView, ActionError> {
    let disclosure = load_checked(workspace, year).await?;
    let checks = report_checks(&disclosure)?;
    let sheets = sheets(&disclosure)?;
    let status = disclosure.sealed().map_or(disclosure.status(), SealedReport::status);
    Ok(DisclosureView {
        year,
        as_of: disclosure.today().to_string(),
        status: status.word().to_owned(),
        signatures: report::signatures(&disclosure),
        signing: report::signing_view(&disclosure),
        reports: disclosure.known.reports.iter().map(|(report, _)| report::view(report)).collect(),
        retirements: statements(&disclosure),
        sheets: sheets.iter().map(|sheet| preview::sheet(sheet, &checks)).collect(),
        checks: checks.into_iter().map(check_view).collect(),
        claim_text: mass_only(&disclosure)?,
        claim: claim::view(&disclosure)?,
        claim_text_standard: standard(&disclosure)?,
        claim_text_limit: assets::claim_texts()?.limit_characters,
        file_name: file_name(&disclosure, disclosure.next_version())?,
    })
}

fn check_view(check: Check) -> DisclosureCheck {
    DisclosureCheck {
        code: check.code.word().to_owned(),
        result: check.result.word().to_owned(),
        is_met: check.result == Verdict::Met,
        is_open: check.result.is_open(),
        blocks_final: check.blocks_final(),
        quantity: check.quantity,
        detail: check.detail,
    }
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
        verified(workspace).await?;
        let mut read = workspace.store.read().await?;
        let (contents, chain_head) = contents(&mut read, workspace, request, &formats).await?;
        outputs.fill(&contents)?;
        return Ok(Exported { files: outputs.publish()?, chain_head });
    }
    let mut write = workspace.store.write().await?;
    report::seal(&mut write, workspace, request.year).await?;
    let (contents, chain_head) = contents(&mut write, workspace, request, &formats).await?;
    // A report is sealed once its files are on the disk, and has its place once it is sealed.
    outputs.fill(&contents)?;
    write.commit().await?;
    Ok(Exported { files: outputs.publish()?, chain_head })
}

/// The bytes of the year in these formats, and the head of the chain.
async fn contents(
    connection: &mut Connection,
    workspace: &Workspace,
    request: ExportRequest,
    formats: &[Format],
) -> Result<(Vec<Vec<u8>>, Option<String>), ActionError> {
    let disclosure = load_in(connection, workspace, request.year).await?;
    let version = request.version.or(disclosure.sealed().map(|report| report.version));
    let mut contents = Vec::with_capacity(formats.len());
    for format in formats {
        contents.push(match version {
            Some(version) => report::made_again(connection, request.year, version, *format).await?,
            None => bytes(&disclosure, *format)?,
        });
    }
    Ok((contents, disclosure.known.chain_head))
}

/// The files to write for a name that a person chose and some formats. Only about that very name a dialog has asked:
/// any other must not be there yet.
pub fn files_beside(chosen: &Path, formats: &[&str]) -> Result<Vec<PathBuf>, ActionError> {
    let ending = chosen.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_format = Format::from_ending(&ending).is_some();
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
fn format(path: &Path) -> Result<Format, ActionError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    Format::from_ending(&ending).ok_or_else(|| {
        let message = format!(
            "The summary is written as .xlsx, .pdf, .csv, .json or .zip (a csv table for each sheet), not as “.{}”. Choose a file name that ends in one of them.",
            ending.to_lowercase()
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
    let mut disclosure = load(workspace, year).await?;
    disclosure.version = disclosure.sealed().map(|report| report.version);
    let retirement = retirement(&disclosure.known.ledger, retirement_id).ok_or_else(unknown)?;
    let bytes = statement_of_retirement(&disclosure, retirement)?;
    let files = vec![one_file(workspace, path, &[], bytes)?];
    Ok(Exported { files, chain_head: disclosure.known.chain_head })
}

/// Statement numbers of the year.
fn statements(disclosure: &Disclosure) -> Vec<String> {
    let of_year = disclosure.known.ledger.retirements().filter(|(_, one)| one.year == disclosure.year());
    of_year.map(|(_, one)| one.id.clone()).collect()
}

fn retirement<'a>(ledger: &'a Ledger, id: &str) -> Option<&'a Retirement> {
    ledger.retirements().find(|(_, one)| one.id == id).map(|(_, one)| one)
}

/// The name suggested for an export.
pub async fn report_file_name(workspace: &Workspace, request: ExportRequest) -> Result<String, ActionError> {
    let disclosure = load(workspace, request.year).await?;
    Ok(file_name(&disclosure, request.version.unwrap_or_else(|| disclosure.next_version()))?)
}
