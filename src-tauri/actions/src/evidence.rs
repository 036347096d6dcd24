//! Documents that prove something of a lot or a retirement, kept inside the workspace.

use crate::journal::write_event;
use crate::numbers::{date, given};
use crate::output::one_file;
use crate::views::certificates::{Attached, EvidenceRequest, EvidenceView};
use crate::views::disclosure::ExportedFile;
use crate::{ActionError, Workspace, input};
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{About, Document, DocumentKind, Proof, Subject};
use planner_core::ledger::lot::{Lot, SerialRange};
use planner_store::{Connection, evidence as stored, imports, ledger};
use std::path::Path;

/// Largest document, bytes: the workspace is one file, which is copied and mailed as a whole.
const LIMIT: u64 = 20 * 1024 * 1024;

/// Attaches a file to a lot or a retirement by its content; a copy of it is kept in the workspace.
pub async fn attach(
    workspace: &Workspace,
    id: &str,
    path: &Path,
    request: &EvidenceRequest,
) -> Result<Attached, ActionError> {
    let file_name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let content = read(workspace, path, "Attach a smaller copy, such as a PDF without pictures.")?;
    let mut write = workspace.store.write().await?;
    let mut balances = ledger::load(&mut write).await?;
    let subject = subject(&balances, id)?;
    let about = about(&balances, &subject, request)?;
    let document = Document {
        sha256: stored::sha256(&content),
        size: i64::try_from(content.len()).unwrap_or(i64::MAX),
        proves: proof(&subject, request.proves.as_deref(), about.as_ref())?,
        about,
        file_name,
    };
    refuse_own_file(&mut write, &document).await?;
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

/// What a document proves: where nothing is said, what its kind is mostly attached for; of a lot that we own it.
fn proof(subject: &Subject, word: Option<&str>, about: Option<&About>) -> Result<Proof, ActionError> {
    let can = about.map(|about| about.kind.proves());
    let usual = match subject {
        Subject::Lot(_) => Proof::Ownership,
        Subject::Retirement(_) => Proof::Retirement,
    };
    let Some(word) = word else {
        let first = can.and_then(|can| if can.contains(&usual) { None } else { can.first() });
        return Ok(first.copied().unwrap_or(usual));
    };
    let proof = Proof::from_word(word).ok_or_else(|| {
        let words: Vec<_> = Proof::ALL.iter().map(|proof| proof.word()).collect();
        ActionError::request(format!("A document proves {}, not “{word}”.", words.join(", ")))
    })?;
    match about.filter(|about| !about.kind.proves().contains(&proof)) {
        None => Ok(proof),
        Some(about) => {
            let can: Vec<_> = about.kind.proves().iter().map(|one| one.word()).collect();
            let kind = about.kind.word().replace('_', " ");
            let message = format!("A {kind} does not prove {word}; it can prove {}.", can.join(" or "));
            Err(ActionError::request(message))
        }
    }
}

/// What a document says of itself; nothing where nobody says what it is.
fn about(
    ledger: &Ledger,
    subject: &Subject,
    request: &EvidenceRequest,
) -> Result<Option<About>, ActionError> {
    let Some(word) = given(request.kind.as_deref()) else {
        let is_silent = [&request.issued_on, &request.issuer, &request.batch]
            .into_iter()
            .all(|one| given(one.as_deref()).is_none());
        return if is_silent && request.covers.is_empty() { Ok(None) } else { Err(kind_asked(None)) };
    };
    let kind = DocumentKind::from_word(&word.replace(['-', ' '], "_").to_lowercase());
    let about = About {
        kind: kind.ok_or_else(|| kind_asked(Some(&word)))?,
        issued_on: given(request.issued_on.as_deref()).map(|text| date("document", &text)).transpose()?,
        issuer: given(request.issuer.as_deref()),
        batch: given(request.batch.as_deref()),
        covers: request.covers.iter().map(|text| run(text)).collect::<Result<_, _>>()?,
    };
    if let Subject::Lot(id) = subject {
        refuse_uncovered(&about, &ledger.lot(id)?.lot)?;
    }
    Ok(Some(about))
}

fn kind_asked(word: Option<&str>) -> ActionError {
    let words: Vec<_> = DocumentKind::ALL.iter().map(|kind| kind.word().replace('_', "-")).collect();
    let not = word.map(|word| format!(", not “{word}”")).unwrap_or_default();
    ActionError::request(format!("Say what the document is: {}{not}.", words.join(", ")))
}

fn run(text: &str) -> Result<SerialRange, ActionError> {
    let ends = text.trim().split_once(['-', '–']).unwrap_or((text.trim(), text.trim()));
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let run = number(ends.0).zip(number(ends.1)).and_then(|(start, end)| SerialRange::new(start, end));
    run.ok_or_else(|| {
        ActionError::request(format!("“{text}” is no run of serials. Write its first and last one: 1-100."))
    })
}

/// A document that covers nothing of a lot proves nothing of it.
fn refuse_uncovered(about: &About, lot: &Lot) -> Result<(), ActionError> {
    if let Some(batch) = about.batch.as_ref().filter(|batch| lot.facts.batch.as_ref() != Some(*batch)) {
        let of = lot
            .facts
            .batch
            .as_ref()
            .map_or_else(|| "names no batch".to_owned(), |of| format!("is of batch {of}"));
        let message = format!(
            "The document covers batch {batch}, and lot {} {of}. Name its serials, or correct the batch of the lot first.",
            lot.id
        );
        return Err(ActionError::new("covers_nothing", message));
    }
    let covers = |run: &SerialRange| run.intersection(lot.serials).is_some();
    if about.batch.is_none() && !about.covers.is_empty() && !about.covers.iter().any(covers) {
        let message = format!(
            "The document covers none of the serials of lot {}, {}. Attach it to the lot that has them.",
            lot.id, lot.serials
        );
        return Err(ActionError::new("covers_nothing", message));
    }
    Ok(())
}

/// A table of ours that was imported proves nothing of ownership.
async fn refuse_own_file(write: &mut Connection, document: &Document) -> Result<(), ActionError> {
    if document.proves == Proof::Ownership && imports::standing_files(write).await?.contains(&document.sha256)
    {
        let message = format!(
            "{} was imported into this workspace: it is our own table and proves nothing of ownership. Attach the registry's statement, a confirmation of the transfer or a certificate of the ITAD provider, or attach it as proof of something else.",
            document.file_name
        );
        return Err(ActionError::new("own_file", message));
    }
    Ok(())
}

pub(crate) fn evidence_view(document: &Document) -> EvidenceView {
    let about = document.about.as_ref();
    EvidenceView {
        sha256: document.sha256.clone(),
        file_name: document.file_name.clone(),
        bytes: document.size,
        proves: document.proves.word().to_owned(),
        kind: about.map(|one| one.kind.word().to_owned()),
        issued_on: about.and_then(|one| one.issued_on).map(|day| day.to_string()),
        issuer: about.and_then(|one| one.issuer.clone()),
        batch: about.and_then(|one| one.batch.clone()),
        covers: about.map(|one| one.covers.iter().map(ToString::to_string).collect()).unwrap_or_default(),
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
