//! Evidence: the files that the figures rest on, and the documents attached to lots and retirements,
//! and the registry's statements, each with its hash.

use super::table::{TRACE_ID, day, number, optional, text, words};
use crate::disclosure::documents::Attached;
use crate::disclosure::figures::Figures;
use crate::disclosure::registry::Statement;
use planner_core::ledger::evidence::Subject;
use planner_sheets::workbook::{Cell, Column, Sheet, Tab};
use planner_store::imports::Import;

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Sheet {
    let mut imports: Vec<_> = figures.imports.iter().collect();
    imports.sort_by_key(|import| import.number);
    let imports = imports.into_iter().map(|one| import(figures.year(), one));
    let documents =
        figures.documents.iter().flat_map(|(subject, all)| all.iter().map(move |one| (subject, one)));
    let documents = documents.map(|(subject, one)| document(figures.year(), subject, one));
    let statements = figures.statements().into_iter().map(|one| statement(figures.year(), &one));
    Sheet {
        name: "Evidence".into(),
        tab: Tab::Data,
        notes: vec![
            "Files that the figures rest on; rows read = imported + skipped + rejected".into(),
            "Documents are kept in the workspace by their content. One that proves something of a lot stands once for each lot it is attached to.".into(),
        ],
        columns: columns(),
        rows: imports.chain(documents).chain(statements).collect(),
        totals: None,
    }
}

fn columns() -> Vec<Column> {
    let names = [
        words("Evidence id", 11),
        words("Title", 34),
        words("Kind", 14),
        words("Proves", 14),
        words("Of", 20),
        words("Sheet", 20),
        day("Recorded on"),
    ];
    let counts =
        ["Bytes", "Rows read", "Imported", "Skipped", "Rejected", "kg"].map(|header| number(header, 11));
    names.into_iter().chain(counts).chain([words("SHA-256", 68), words(TRACE_ID, 20)]).collect()
}

fn import(year: i32, import: &Import) -> Vec<Cell> {
    let sums = import.sums;
    let mut cells = vec![
        text(format!("I-{}", import.number)),
        text(&import.file_name),
        text(&import.kind),
        Cell::Empty,
        Cell::Empty,
        text(&import.sheet),
        Cell::Date(import.imported_on),
        Cell::Empty,
    ];
    let rows = [sums.rows_read, sums.rows_imported, sums.rows_skipped, sums.rows_rejected];
    cells.extend(rows.map(Cell::Integer));
    cells.extend([Cell::Decimal(sums.mass.kilograms()), text(&import.file_sha256)]);
    // A catalogue's rows are weights, which the lines' own traces name.
    let trace = (import.kind != "catalogue").then(|| format!("{year}.import.I-{}", import.number));
    cells.push(optional(trace.as_deref()));
    cells
}

fn document(year: i32, subject: &Subject, one: &Attached) -> Vec<Cell> {
    let (id, document) = (one.id(), &one.document);
    let mut cells = vec![
        text(&id),
        text(&document.file_name),
        text("document"),
        text(document.proves.word()),
        text(format!("{} {}", subject.word(), subject.id())),
        Cell::Empty,
        Cell::Date(one.on),
        Cell::Integer(document.size),
    ];
    cells.extend([const { Cell::Empty }; 5]);
    cells.extend([text(&document.sha256), text(format!("{year}.document.{id}"))]);
    cells
}

/// A registry's statement, as the last comparison with it kept it.
fn statement(year: i32, one: &Statement) -> Vec<Cell> {
    let (id, check) = (one.id(), &one.check);
    let lots = format!("{} lots that agree, {} differences", check.lot_ids.len(), check.differences);
    let mut cells = vec![
        text(&id),
        text(&check.file_name),
        text("registry statement"),
        text("registry"),
        text(lots),
        Cell::Empty,
        Cell::Date(one.on),
        check.size.map_or(Cell::Empty, Cell::Integer),
    ];
    cells.extend([const { Cell::Empty }; 5]);
    cells.extend([text(&check.sha256), text(format!("{year}.document.{id}"))]);
    cells
}
