//! What every test needs: where things are, a workspace of its own, and the program that reads spreadsheets.

use chrono::NaiveDate;
use planner_actions::views::certificates::{EvidenceRequest, LotView};
use planner_actions::views::{disclosure::SignatureView, import::*};
use planner_actions::worker::Program;
use planner_actions::{ActionError, SignatureRequest, Watch, Workspace};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The day on which the sample and every scenario stands.
pub const TODAY: &str = "2026-06-16";

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent").to_owned()
}

/// A workbook of `tests/workbooks`.
pub fn workbook(name: &str) -> PathBuf {
    root().join("tests/workbooks").join(name)
}

/// A file handed out beside the repository; nothing, said aloud, where it is absent.
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = root().parent()?.join("shared/data").join(name);
    if !path.is_file() {
        eprintln!("skipped: {name} is not beside this repository");
        return None;
    }
    Some(path)
}

/// A program that was built with these tests.
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("this test");
    let folder = test.parent().and_then(Path::parent).expect("the target folder");
    let path = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.is_file(), "{} is not built: run `cargo build --workspace` first", path.display());
    path
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A workspace in a folder of its own.
pub struct Bench {
    pub workspace: Workspace,
    pub folder: TempDir,
}

/// A name under the figures of 2025.
pub async fn sign(workspace: &Workspace, role: &str, by: &str) -> Result<Vec<SignatureView>, ActionError> {
    let request =
        SignatureRequest { year: 2025, role: role.into(), by: by.into(), ..SignatureRequest::default() };
    planner_actions::sign_report(workspace, &request).await
}

/// What a registry's statement of all certificates of a lot says of itself.
pub fn registry_statement(lot: &LotView) -> EvidenceRequest {
    EvidenceRequest {
        kind: Some("registry_statement".into()),
        issuer: Some(lot.registry.clone()),
        issued_on: Some(TODAY.into()),
        covers: vec![format!("{}-{}", lot.serial_start, lot.serial_end)],
        ..EvidenceRequest::default()
    }
}

impl Bench {
    /// Attaches a statement of its registry to every lot.
    pub async fn prove_lots(&self) {
        let statement = self.folder.path().join("statement.pdf");
        std::fs::write(&statement, "the registry's statement").expect("written");
        for lot in planner_actions::lots(&self.workspace, &Default::default()).await.expect("lots").lots {
            let says = registry_statement(&lot);
            planner_actions::attach(&self.workspace, &lot.lot_id, &statement, &says).await.expect("a proof");
        }
    }

    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("larkmoor.itec");
        let reader = Program::new(program("itec"));
        let workspace = Workspace::open_or_create(&path, day(TODAY), reader).await.expect("a workspace");
        Self { workspace, folder }
    }

    /// The sample company.
    pub async fn sample() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("larkmoor.itec");
        let reader = Program::new(program("itec"));
        let workspace = planner_actions::open_sample(&path, reader).await.expect("the sample");
        Self { workspace, folder }
    }

    pub async fn import(&self, kind: &str, path: &Path) -> Result<ImportReport, ActionError> {
        let options = ImportOptions { kind: kind.into(), year: Some(2025), ..ImportOptions::default() };
        planner_actions::commit_import(&self.workspace, path, &options, None, &Watch::default()).await
    }
}

/// The same workbook, the text of each of its parts changed.
pub fn with_parts(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        let text = change(&name, text);
        to.start_file(name, SimpleFileOptions::default()).expect("a part");
        to.write_all(text.as_bytes()).expect("written");
    }
    to.finish().expect("a workbook").into_inner()
}
