//! Evidence: the files that the figures rest on, and the documents attached to lots and retirements,
//! and the registry's statements, each with its hash.

use crate::checks::CheckCode;
use crate::disclosure::Disclosure;
use crate::documents::Attached;
use crate::known::ImportedFile;
use crate::registry::Statement;
use crate::sheet::{DisclosureSheet, Holds, TracedRows};
use crate::table::{day, mass, number, optional, text, words};
use planner_core::figure::FigureId;
use planner_core::ledger::evidence::{About, Subject};
use planner_sheets::workbook::{Cell, Column};

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let mut rows = TracedRows::new(disclosure.year());
    let mut imports: Vec<_> = disclosure.known.imports.iter().collect();
    imports.sort_by_key(|import| import.number);
    for one in imports {
        // A catalogue's rows are weights, which the lines' own traces name.
        let figure = (one.kind != "catalogue").then_some(FigureId::Import(one.number));
        rows.push(import(one), figure);
    }
    for (subject, all) in &disclosure.documents {
        for one in all {
            rows.push(document(subject, one), Some(FigureId::Document(one.id())));
        }
    }
    for one in disclosure.statements() {
        rows.push(statement(&one), Some(FigureId::Document(one.id())));
    }
    let notes = vec![
        "Files that the figures rest on; rows read = imported + skipped + rejected".into(),
        "Documents are kept in the workspace by their content. One that proves something of a lot stands once for each lot it is attached to, and proves the serials that it covers.".into(),
        "The strong proof is a registry's statement that was compared and agrees. An imported file is our own table and proves nothing of ownership.".into(),
    ];
    let sheet = DisclosureSheet::data("Evidence", notes, (columns(), 20), rows);
    DisclosureSheet { holds: Holds::WaitsFor(&[CheckCode::OwnershipProven]), ..sheet }
}

fn columns() -> Vec<Column> {
    let names = [
        words("Evidence id", 13),
        words("Title", 34),
        words("Kind", 26),
        words("Proves", 14),
        words("Of", 20),
        words("Issued by", 22),
        day("Issued on"),
        words("Covers", 24),
        words("Sheet", 20),
        day("Recorded on"),
    ];
    let counts =
        ["Bytes", "Rows read", "Imported", "Skipped", "Rejected", "kg"].map(|header| number(header, 11));
    names.into_iter().chain(counts).chain([words("SHA-256", 68)]).collect()
}

fn import(import: &ImportedFile) -> Vec<Cell> {
    let mut cells = vec![
        text(import.cited()),
        text(&import.file_name),
        text(&import.kind),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        text(&import.sheet),
        Cell::Date(import.imported_on),
        Cell::Empty,
    ];
    let rows = [import.rows_read, import.rows_imported, import.rows_skipped, import.rows_rejected];
    cells.extend(rows.map(Cell::Integer));
    cells.extend([mass(import.mass), text(&import.file_sha256)]);
    cells
}

fn document(subject: &Subject, one: &Attached) -> Vec<Cell> {
    let document = &one.document;
    let about = document.about.as_ref();
    let mut cells = vec![
        text(one.id()),
        text(&document.file_name),
        text(about.map_or("document, kind not said".to_owned(), |one| one.kind.word().replace('_', " "))),
        text(document.proves.word()),
        text(format!("{} {}", subject.word(), subject.id())),
        optional(about.and_then(|one| one.issuer.as_deref())),
        about.and_then(|one| one.issued_on).map_or(Cell::Empty, Cell::Date),
        text(about.map(covers).unwrap_or_default()),
        Cell::Empty,
        Cell::Date(one.on),
        Cell::Integer(document.size),
    ];
    cells.extend([const { Cell::Empty }; 5]);
    cells.push(text(&document.sha256));
    cells
}

/// The batch and the serials that a document covers.
fn covers(about: &About) -> String {
    let batch = about.batch.iter().map(|batch| format!("batch {batch}"));
    batch.chain(about.covers.iter().map(ToString::to_string)).collect::<Vec<_>>().join(", ")
}

/// A registry's statement, as the last comparison with it kept it.
fn statement(one: &Statement) -> Vec<Cell> {
    let check = &one.check;
    let lots = format!("{} lots that agree, {} differences", check.lot_ids.len(), check.differences);
    let mut cells = vec![
        text(one.id()),
        text(&check.file_name),
        text("registry statement, compared"),
        text("registry"),
        text(lots),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Date(one.on),
        check.size.map_or(Cell::Empty, Cell::Integer),
    ];
    cells.extend([const { Cell::Empty }; 5]);
    cells.push(text(&check.sha256));
    cells
}
