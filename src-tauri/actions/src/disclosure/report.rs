//! The report of a year: signed by name, sealed as final, and made again as it was.

use super::load::{load, load_in};
use super::signed::{listed, moved, written_down};
use crate::numbers::given;
use crate::verification::verify_file;
use crate::views::disclosure::{ReportView, SignatureView, SignedFigure, SigningView, VoidSignature};
use crate::{ActionError, Workspace};
use planner_core::figure::Listed;
use planner_core::journal::{Act, Entry};
use planner_core::report::{Role, SealedReport, Signature, can_sign, missing};
use planner_core::year::reporting_year;
use planner_report::Disclosure;
use planner_report::checks::blocking;
use planner_report::signed;
use planner_report::write::{Format, bytes, csv_archive};
use planner_store::reports::{self, ReportFile};
use planner_store::{Connection, journal};

/// Who signs, as what, and what the person saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureRequest {
    /// The year.
    pub year: i32,
    /// `prepared`, `reviewed` or `approved`.
    pub role: String,
    /// Who.
    pub by: String,
    /// What is to be read beside the name.
    pub comment: Option<String>,
    /// Hash of the figures that the person saw; whatever stands where none is named.
    pub figures_sha256: Option<String>,
}

/// Signs the figures of a year as they stand; a later change of any of them makes the signature void.
pub async fn sign_report(
    workspace: &Workspace,
    request: &SignatureRequest,
) -> Result<Vec<SignatureView>, ActionError> {
    let year = request.year;
    let role = Role::from_word(&request.role).ok_or_else(|| {
        ActionError::request(format!("A report is prepared, reviewed or approved, not “{}”.", request.role))
    })?;
    let by = given(Some(&request.by)).ok_or_else(|| ActionError::request("Say who signs, by name."))?;
    let mut write = workspace.store.write().await?;
    let disclosure = load_in(&mut write, workspace, year).await?;
    refuse_signing(&disclosure, request)?;
    let comment = given(request.comment.as_deref());
    let signed = disclosure.reported_sha256.clone();
    let signature = Signature { role, by, on: workspace.today, comment, figures: signed };
    can_sign(&disclosure.known.signatures, &signature, &disclosure.signed_as, disclosure.known.persons)?;
    reports::sign(&mut write, year, &signature).await?;
    let comment = signature.comment.map(|comment| format!(": {comment}")).unwrap_or_default();
    let summary = format!("{} by {}{comment}", role.word(), signature.by);
    let entry = Entry::new(Act::Signed, summary).of_year(year).changing(written_down(&disclosure));
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    Ok(signatures(&load(workspace, year).await?))
}

/// What is sealed is signed for good, and nobody signs other figures than the person saw.
fn refuse_signing(disclosure: &Disclosure, request: &SignatureRequest) -> Result<(), ActionError> {
    let year = disclosure.year();
    if let Some(report) = disclosure.sealed() {
        let message = format!(
            "Report v{} of {year} is final, and its figures have not changed since. Unlock the year with a reason to restate it.",
            report.version
        );
        return Err(ActionError::new("report_is_final", message));
    }
    match &request.figures_sha256 {
        Some(seen) if *seen != disclosure.reported_sha256 => {
            let message = format!(
                "The figures of {year} have changed since you were shown them, and nothing was signed. Look at them again, then sign."
            );
            Err(ActionError::new("figures_changed", message))
        }
        _ => Ok(()),
    }
}

/// What is signed of a year, by whom, and what that still takes.
pub async fn signing(workspace: &Workspace, year: i32) -> Result<SigningView, ActionError> {
    Ok(signing_view(&load(workspace, year).await?))
}

pub(super) fn signing_view(disclosure: &Disclosure) -> SigningView {
    let persons = disclosure.known.persons;
    let figures = signed_figures(disclosure);
    let further = disclosure.reported.len().saturating_sub(figures.len());
    let missing = missing(&disclosure.known.signatures, &disclosure.signed_as, persons);
    SigningView {
        year: disclosure.year(),
        figures_sha256: disclosure.reported_sha256.clone(),
        figures,
        further: u32::try_from(further).unwrap_or(u32::MAX),
        answers: u32::try_from(disclosure.known.inputs.len()).unwrap_or(u32::MAX),
        persons: persons.number(),
        signatures: signatures(disclosure),
        void: void(disclosure),
        missing: missing.into_iter().map(|role| role.word().to_owned()).collect(),
    }
}

/// The listed figures that are signed, in their order.
fn signed_figures(disclosure: &Disclosure) -> Vec<SignedFigure> {
    let view = |row: Listed| SignedFigure {
        id: row.id.trace_id(disclosure.year()),
        figure: row.label.to_owned(),
        value: row.value.map(|value| value.plain()),
        unit: row.unit,
    };
    listed(disclosure).map(view).collect()
}

/// Who signed the figures as they stand.
pub(super) fn signatures(disclosure: &Disclosure) -> Vec<SignatureView> {
    disclosure.standing().into_iter().map(signature_view).collect()
}

fn signature_view(one: &Signature) -> SignatureView {
    SignatureView {
        role: one.role.word().to_owned(),
        by: one.by.clone(),
        on: one.on.to_string(),
        comment: one.comment.clone(),
    }
}

/// Signatures that must be given again.
fn void(disclosure: &Disclosure) -> Vec<VoidSignature> {
    let standing = disclosure.standing();
    let is_void = |one: &&Signature| !standing.contains(one);
    let view = |one: &Signature| VoidSignature {
        signature: signature_view(one),
        because: if disclosure.signed_as.contains(&one.figures) { "same_person" } else { "figures_changed" }
            .to_owned(),
        moved: moved(disclosure, one),
    };
    let mut void: Vec<_> = disclosure.known.signatures.iter().filter(is_void).collect();
    void.sort_by_key(|one| one.role);
    void.into_iter().map(view).collect()
}

/// Final reports of a year.
pub async fn reports_of_year(workspace: &Workspace, year: i32) -> Result<Vec<ReportView>, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    Ok(reports::of_year(&mut read, year).await?.iter().map(view).collect())
}

pub(super) fn view(report: &SealedReport) -> ReportView {
    ReportView {
        version: report.version,
        status: report.status().word().to_owned(),
        made_on: report.made_on.to_string(),
        figures_sha256: report.figures_sha256.clone(),
        chain_head: report.chain_head.clone(),
        prepared_by: report.prepared_by.clone(),
        reviewed_by: report.reviewed_by.clone(),
        approved_by: report.approved_by.clone(),
        because: report.because.clone(),
    }
}

/// Seals the figures as the year's final report, in every format, unless they are sealed; refused with what is still
/// open in the whole file, which is looked through before. Whoever began the transaction, and wrote nothing in it yet,
/// commits it: nobody else writes from the check until then.
pub(super) async fn seal(
    write: &mut Connection,
    workspace: &Workspace,
    year: i32,
) -> Result<(), ActionError> {
    let mut disclosure = load_in(write, workspace, year).await?;
    if disclosure.sealed().is_some() {
        return Ok(());
    }
    disclosure.known.verification = Some(verify_file(workspace).await?.1);
    let open = blocking(&disclosure)?;
    if !open.is_empty() {
        let message = format!(
            "The report of {year} cannot be final yet: {}. Settle this, or export a draft.",
            open.join("; ")
        );
        return Err(ActionError::new("not_final", message));
    }
    let version = disclosure.next_version();
    disclosure.version = Some(version);
    let files = Format::SEALED.map(|format| Ok((format.ending(), bytes(&disclosure, format)?)));
    let files = files.into_iter().collect::<Result<Vec<ReportFile>, ActionError>>()?;
    let figures = signed::sealed(&disclosure.known, &disclosure.reported);
    reports::add(write, &report(&disclosure, version), &figures, &files).await?;
    let summary = format!("report v{version}, figures {}", disclosure.reported_sha256);
    journal::record(write, workspace.today, Entry::new(Act::Sealed, summary).of_year(year)).await?;
    Ok(())
}

fn report(disclosure: &Disclosure, version: i64) -> SealedReport {
    let by = |role| disclosure.signed(role).map(|one| one.by.clone()).unwrap_or_default();
    SealedReport {
        year: disclosure.year(),
        version,
        made_on: disclosure.today(),
        figures_sha256: disclosure.reported_sha256.clone(),
        chain_head: disclosure.known.chain_head.clone().unwrap_or_default(),
        prepared_by: by(Role::Prepared),
        reviewed_by: by(Role::Reviewed),
        approved_by: by(Role::Approved),
        because: disclosure.unlocked_because().map(str::to_owned).filter(|_| version > 1),
    }
}

/// A final report's file as it was made.
pub(super) async fn made_again(
    connection: &mut Connection,
    year: i32,
    version: i64,
    format: Format,
) -> Result<Vec<u8>, ActionError> {
    let sealed_as = if format == Format::CsvArchive { Format::Json } else { format };
    let content = reports::file(connection, year, version, sealed_as.ending()).await?.ok_or_else(|| {
        let message = format!(
            "There is no report v{version} of {year}. Its final reports are listed by the command reports, and on the disclosure screen."
        );
        ActionError::new("unknown_report", message)
    })?;
    Ok(if sealed_as == format { content } else { csv_archive(&content)? })
}
