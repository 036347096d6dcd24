//! What the report rests on: checks, evidence, changes and versions.

use super::table::{column, day, number, optional, prose, text, words};
use crate::ActionError;
use crate::disclosure::checks::{check_words, checks};
use crate::disclosure::figures::Figures;
use crate::disclosure::manifest::data_files;
use planner_core::ledger::event::Event;
use planner_sheets::workbook::{Cell, ColumnKind, Sheet, Tab};

fn data(
    name: &str,
    title: String,
    columns: Vec<planner_sheets::workbook::Column>,
    rows: Vec<Vec<Cell>>,
) -> Sheet {
    Sheet { name: name.into(), tab: Tab::Data, notes: vec![title], columns, rows, totals: None }
}

/// Rule results with what they are about.
pub(super) fn checks_sheet(figures: &Figures) -> Sheet {
    let rows = checks(figures).into_iter().map(|check| {
        let result = if check.is_met { "met" } else { "open" };
        let blocks = if check.blocks_final { "yes" } else { "no" };
        vec![
            text(check_words(&check.code)),
            text(result),
            text(blocks),
            Cell::Integer(check.quantity),
            optional(check.detail.as_deref()),
        ]
    });
    let columns = vec![
        prose("Check", 60),
        words("Result", 10),
        words("Blocks a final report", 14),
        number("Lines, units or events", 14),
        prose("Detail", 70),
    ];
    data("Checks", format!("Checks of {} as of {}", figures.year(), figures.today), columns, rows.collect())
}

/// Imports with their hashes.
pub(super) fn evidence(figures: &Figures) -> Sheet {
    let mut imports: Vec<_> = figures.imports.iter().collect();
    imports.sort_by_key(|import| import.number);
    let rows = imports.into_iter().map(|import| {
        let sums = import.sums;
        let mut cells = vec![
            text(format!("I-{}", import.number)),
            text(&import.file_name),
            text(&import.kind),
            text(&import.sheet),
            Cell::Date(import.imported_on),
        ];
        cells.extend(
            [sums.rows_read, sums.rows_imported, sums.rows_skipped, sums.rows_rejected].map(Cell::Integer),
        );
        cells.extend([Cell::Decimal(sums.mass.kilograms()), text(&import.file_sha256)]);
        cells
    });
    let mut columns = vec![
        words("Evidence id", 11),
        words("File", 34),
        words("Kind", 14),
        words("Sheet", 20),
        day("Imported on"),
    ];
    columns.extend(["Rows read", "Imported", "Skipped", "Rejected", "kg"].map(|header| number(header, 11)));
    columns.push(words("SHA-256", 68));
    data(
        "Evidence",
        "Files that the figures rest on; rows read = imported + skipped + rejected".into(),
        columns,
        rows.collect(),
    )
}

/// Locks, unlocks and imports taken back.
pub(super) fn change_log(figures: &Figures) -> Sheet {
    let mut rows = Vec::new();
    for logged in &figures.log {
        let Some(dated) = logged.event() else { continue };
        let (what, old, new, reason) = match dated.event {
            Event::YearLocked(year) if year == figures.year() => {
                ("Year locked", "open", "locked", String::new())
            }
            Event::YearUnlocked { year, because } if year == figures.year() => {
                ("Year unlocked to restate it", "locked", "open", because)
            }
            _ => continue,
        };
        let id = format!("event {}", logged.sequence);
        rows.push(vec![
            text(what),
            text(old),
            text(new),
            text(reason),
            Cell::Empty,
            Cell::Date(dated.on),
            text(id),
            text(&logged.hash),
        ]);
    }
    for import in &figures.undone {
        let Some(on) = import.undone_on else { continue };
        let id = format!("I-{}", import.number);
        let what = format!("Import taken back: {}", import.file_name);
        rows.push(vec![
            text(what),
            text("imported"),
            text("taken back"),
            Cell::Empty,
            Cell::Empty,
            Cell::Date(on),
            text(id),
            text(&import.file_sha256),
        ]);
    }
    let columns = vec![
        words("Field", 40),
        words("Old", 12),
        words("New", 12),
        prose("Reason", 50),
        words("By", 14),
        day("At"),
        words("Id", 12),
        words("Hash", 68),
    ];
    data("Change log", format!("Restatements and changes of {}", figures.year()), columns, rows)
}

/// Versions and hashes of everything the report rests on.
pub(super) fn manifest(figures: &Figures) -> Result<Sheet, ActionError> {
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
