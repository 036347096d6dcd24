//! Manifest: versions and hashes of everything the report rests on.

use crate::ReportError;
use crate::disclosure::Disclosure;
use crate::manifest::data_files;
use crate::table::{column, data, text, words};
use planner_sheets::workbook::{ColumnKind, Sheet};

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> Result<Sheet, ReportError> {
    let row = |kind: &str, name: &str, version: &str, hash: &str| {
        vec![text(kind), text(name), text(version), text(hash)]
    };
    let head = disclosure.known.chain_head.clone().unwrap_or_default();
    let mut rows = vec![
        row("Program", "I-TEC Planner", env!("CARGO_PKG_VERSION"), ""),
        row("Event chain", &format!("{} events", disclosure.known.events), "head", &head),
    ];
    for file in data_files()? {
        rows.push(row("Data file", &file.id, &file.version, &file.sha256));
    }
    for import in &disclosure.known.imports {
        rows.push(row("Imported file", &import.file_name, &import.cited(), &import.file_sha256));
        if let Some(cells) = disclosure.known.computed_cells.get(&import.number) {
            let computed = format!("{cells} cells by formulas without a result");
            rows.push(row("Computed here", &import.file_name, &computed, &import.file_sha256));
        }
    }
    let columns = vec![
        words("Kind", 16),
        column("Name", 44, ColumnKind::Text),
        words("Version", 22),
        words("SHA-256", 68),
    ];
    Ok(data("Manifest", "Versions and hashes".into(), columns, rows))
}
