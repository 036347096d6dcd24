//! Documents that prove something of a lot or a retirement, kept inside the workspace.

use crate::journal::write_event;
use crate::output::one_file;
use crate::views::certificates::{Attached, EvidenceView};
use crate::views::disclosure::ExportedFile;
use crate::{ActionError, Workspace, input};
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{Document, Proof, Subject};
use planner_store::{evidence as stored, ledger};
use std::path::Path;

/// Largest document, bytes: the workspace is one file, which is copied and mailed as a whole.
const LIMIT: u64 = 20 * 1024 * 1024;

/// Attaches a file to a lot or a retirement by its content; a copy of it is kept in the workspace.
pub async fn attach(
    workspace: &Workspace,
    id: &str,
    path: &Path,
    proves: Option<&str>,
) -> Result<Attached, ActionError> {
    let file_name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let content = read(workspace, path, "Attach a smaller copy, such as a PDF without pictures.")?;
    let mut write = workspace.store.write().await?;
    let mut balances = ledger::load(&mut write).await?;
    let subject = subject(&balances, id)?;
    let document = Document {
        sha256: stored::sha256(&content),
        size: i64::try_from(content.len()).unwrap_or(i64::MAX),
        proves: proof(&subject, proves)?,
        file_name,
    };
    if balances.evidence(&subject).contains(&document) {
        let message = format!("{} is already attached to {id}. Nothing was changed.", document.file_name);
        return Err(ActionError::new("already_attached", message));
    }
    stored::put_document(&mut write, &content).await?;
    let event = Event::Attached { subject: subject.clone(), document: document.clone() };
    let event = write_event(&mut write, &mut balances, event, workspace.today, workspace).await?;
    write.commit().await?;
    let subject = subject.word().to_owned();
    Ok(Attached { subject, id: id.to_owned(), document: evidence_view(&document), event })
}

/// The bytes of a file to be kept in the workspace, or why it cannot be; where it is too large, with a way out.
pub(crate) fn read(workspace: &Workspace, path: &Path, way_out: &str) -> Result<Vec<u8>, ActionError> {
    input::check(workspace, path)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let failed = |error: std::io::Error| input::not_read(path, &error);
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > LIMIT {
        let (found, limit) = (size.div_ceil(1024 * 1024), LIMIT / (1024 * 1024));
        let message = format!("{name} has {found} MB; up to {limit} MB fit into the workspace. {way_out}");
        return Err(ActionError::new("file_too_large", message));
    }
    let content = std::fs::read(path).map_err(failed)?;
    if content.is_empty() {
        return Err(ActionError::new("file_empty", format!("{name} is empty and proves nothing.")));
    }
    Ok(content)
}

/// The lot or the retirement of an id.
fn subject(ledger: &Ledger, id: &str) -> Result<Subject, ActionError> {
    if ledger.retirement_ids().any(|known| known == id) {
        return Ok(Subject::Retirement(id.to_owned()));
    }
    ledger.lot(id)?;
    Ok(Subject::Lot(id.to_owned()))
}

/// What a document proves: of a lot, where nothing is said, that we own it.
fn proof(subject: &Subject, word: Option<&str>) -> Result<Proof, ActionError> {
    match (word, subject) {
        (None, Subject::Lot(_)) => Ok(Proof::Ownership),
        (None, Subject::Retirement(_)) => Ok(Proof::Retirement),
        (Some(word), _) => Proof::from_word(word).ok_or_else(|| {
            let words: Vec<_> = Proof::ALL.iter().map(|proof| proof.word()).collect();
            ActionError::request(format!("A document proves {}, not “{word}”.", words.join(", ")))
        }),
    }
}

pub(crate) fn evidence_view(document: &Document) -> EvidenceView {
    EvidenceView {
        sha256: document.sha256.clone(),
        file_name: document.file_name.clone(),
        bytes: document.size,
        proves: document.proves.word().to_owned(),
    }
}

/// Writes the kept copy of a document to a file.
pub async fn save_document(
    workspace: &Workspace,
    sha256: &str,
    path: &Path,
) -> Result<ExportedFile, ActionError> {
    let mut read = workspace.store.read().await?;
    let content = stored::document(&mut read, sha256).await?.ok_or_else(|| {
        ActionError::new("unknown_document", format!("No document of the content {sha256} is attached."))
    })?;
    if stored::sha256(&content) != sha256 {
        let message = "The document was changed after it was attached. Run a check of the ledger.";
        return Err(ActionError::new("document_changed", message));
    }
    one_file(workspace, path, &[], content)
}
