//! The report of a year: signed by name, sealed as final, and made again as it was.

use super::checks::blocking;
use super::figures::Figures;
use super::{document, statement, workbook};
use crate::numbers::given;
use crate::views::disclosure::{ReportView, SignatureView};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::report::{ReportedFigures, Role, Signature, Status};
use planner_store::evidence::sha256;
use planner_store::reports::{self, Report, ReportFile};
use planner_store::{Connection, StoreError};

/// Formats in which a report is written.
pub(super) const FORMATS: [&str; 4] = ["xlsx", "pdf", "csv", "json"];

/// Hash of reported figures, in the order of their ids.
pub(super) fn hash(figures: &ReportedFigures) -> String {
    let lines = figures.iter().map(|(id, value)| format!("{id}\u{1f}{value}\n"));
    sha256(lines.collect::<String>().as_bytes())
}

/// Signs the figures of a year as they stand; a later change of any of them makes the signature void.
pub async fn sign_report(
    workspace: &Workspace,
    year: i32,
    role: &str,
    by: &str,
) -> Result<Vec<SignatureView>, ActionError> {
    let role = Role::from_word(role).ok_or_else(|| {
        ActionError::request(format!("A report is prepared, reviewed or approved, not “{role}”."))
    })?;
    let by = given(Some(by)).ok_or_else(|| ActionError::request("Say who signs, by name."))?;
    let mut write = workspace.store.write().await?;
    let figures = Figures::load_in(&mut write, workspace.today, year).await?;
    if let Some(report) = figures.sealed() {
        let message = format!(
            "Report v{} of {year} is final, and its figures have not changed since. Unlock the year with a reason to restate it.",
            report.version
        );
        return Err(ActionError::new("report_is_final", message));
    }
    let signature = Signature { role, by, on: workspace.today, figures: figures.reported_sha256 };
    reports::sign(&mut write, year, &signature).await?;
    write.commit().await.map_err(StoreError::from)?;
    Ok(signatures(&Figures::load(workspace, year).await?))
}

/// Who signed the figures as they stand.
pub(super) fn signatures(figures: &Figures) -> Vec<SignatureView> {
    let signed = Role::ALL.into_iter().filter_map(|role| figures.signed(role));
    let view = |one: &Signature| SignatureView {
        role: one.role.word().to_owned(),
        by: one.by.clone(),
        on: one.on.to_string(),
    };
    signed.map(view).collect()
}

/// Final reports of a year.
pub async fn reports_of_year(workspace: &Workspace, year: i32) -> Result<Vec<ReportView>, ActionError> {
    let mut read = workspace.store.read().await?;
    Ok(reports::of_year(&mut read, year).await?.iter().map(view).collect())
}

pub(super) fn view(report: &Report) -> ReportView {
    ReportView {
        version: report.version,
        status: report.status.clone(),
        made_on: report.made_on.to_string(),
        figures_sha256: report.figures_sha256.clone(),
        chain_head: report.chain_head.clone(),
        prepared_by: report.prepared_by.clone(),
        reviewed_by: report.reviewed_by.clone(),
        approved_by: report.approved_by.clone(),
        because: report.because.clone(),
    }
}

/// The bytes of the figures in a format.
pub(super) fn bytes(figures: &Figures, format: &str) -> Result<Vec<u8>, ActionError> {
    Ok(match format {
        "pdf" => statement::of_period(figures)?.to_bytes()?,
        "json" => document::json_bytes(figures, &workbook(figures)?)?,
        "csv" => document::csv_table(&workbook(figures)?)?,
        _ => workbook(figures)?.to_bytes()?,
    })
}

/// Seals the figures as the year's final report, in every format, unless they are sealed; refused with what is still
/// open. Whoever began the transaction commits it.
pub(super) async fn seal(write: &mut Connection, today: NaiveDate, year: i32) -> Result<(), ActionError> {
    let mut figures = Figures::load_in(write, today, year).await?;
    if figures.sealed().is_some() {
        return Ok(());
    }
    let open = blocking(&figures);
    if !open.is_empty() {
        let message = format!(
            "The report of {year} cannot be final yet: {}. Settle this, or export a draft.",
            open.join("; ")
        );
        return Err(ActionError::new("not_final", message));
    }
    let version = figures.next_version();
    figures.version = Some(version);
    let files = FORMATS.map(|format| bytes(&figures, format).map(|bytes| (format, bytes)));
    let files = files.into_iter().collect::<Result<Vec<ReportFile>, _>>()?;
    reports::add(write, &report(&figures, version), &figures.reported, &files).await?;
    Ok(())
}

fn report(figures: &Figures, version: i64) -> Report {
    let by = |role| figures.signed(role).map(|one| one.by.clone()).unwrap_or_default();
    Report {
        year: figures.year(),
        version,
        status: Status::of_version(version).word().to_owned(),
        made_on: figures.today,
        figures_sha256: figures.reported_sha256.clone(),
        chain_head: figures.chain_head.clone().unwrap_or_default(),
        prepared_by: by(Role::Prepared),
        reviewed_by: by(Role::Reviewed),
        approved_by: by(Role::Approved),
        because: figures.unlocked_because().filter(|_| version > 1),
    }
}

/// A final report's file as it was made.
pub(super) async fn made_again(
    connection: &mut Connection,
    year: i32,
    version: i64,
    format: &str,
) -> Result<Vec<u8>, ActionError> {
    reports::file(connection, year, version, format).await?.ok_or_else(|| {
        let message = format!(
            "There is no report v{version} of {year}. Its final reports are listed by the command reports, and on the disclosure screen."
        );
        ActionError::new("unknown_report", message)
    })
}
