//! Manifest: versions and hashes of everything the report rests on.

use super::table::{column, data, text, words};
use crate::ActionError;
use crate::disclosure::figures::Figures;
use crate::disclosure::manifest::data_files;
use planner_sheets::workbook::{ColumnKind, Sheet};

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Result<Sheet, ActionError> {
    let row = |kind: &str, name: &str, version: &str, hash: &str| {
        vec![text(kind), text(name), text(version), text(hash)]
    };
    let head = figures.chain_head.clone().unwrap_or_default();
    let mut rows = vec![
        row("Program", "I-TEC Planner", env!("CARGO_PKG_VERSION"), ""),
        row("Event chain", &format!("{} events", figures.events), "head", &head),
    ];
    for file in data_files()? {
        rows.push(row("Data file", &file.id, &file.version, &file.sha256));
    }
    for import in &figures.imports {
        rows.push(row(
            "Imported file",
            &import.file_name,
            &format!("I-{}", import.number),
            &import.file_sha256,
        ));
    }
    let columns = vec![
        words("Kind", 16),
        column("Name", 44, ColumnKind::Text),
        words("Version", 22),
        words("SHA-256", 68),
    ];
    Ok(data("Manifest", "Versions and hashes".into(), columns, rows))
}
