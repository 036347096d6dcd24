//! What the report rests on: checks, evidence, changes and versions.

use super::table::{TRACE_ID, column, day, number, optional, prose, text, words};
use crate::ActionError;
use crate::disclosure::checks::{check_words, checks};
use crate::disclosure::figures::Figures;
use crate::disclosure::integrity::packs;
use crate::disclosure::manifest::data_files;
use crate::views::disclosure::DisclosureCheck;
use crate::views::integrity::{CriterionView, PackView};
use chrono::NaiveDate;
use planner_core::ledger::event::Event;
use planner_core::report::{ChangedFigure, ReportedFigures, Role, changes};
use planner_sheets::workbook::{Cell, ColumnKind, Sheet, Tab};
use planner_store::imports::Import;
use planner_store::ledger::LoggedEvent;

fn data(
    name: &str,
    title: String,
    columns: Vec<planner_sheets::workbook::Column>,
    rows: Vec<Vec<Cell>>,
) -> Sheet {
    Sheet { name: name.into(), tab: Tab::Data, notes: vec![title], columns, rows, totals: None }
}

/// Results with what they are about: of the report itself, then of every rule pack. There is no score.
pub(super) fn checks_sheet(figures: &Figures) -> Result<Sheet, ActionError> {
    let mut rows: Vec<_> = checks(figures).into_iter().map(|check| of_report(figures, &check)).collect();
    for pack in packs(figures)? {
        rows.extend(pack.criteria.iter().map(|one| of_pack(figures, &pack, one)));
    }
    let columns = vec![
        prose("Rules", 30),
        prose("Check", 56),
        words("Result", 10),
        words("Blocks a final report", 14),
        number("Lines, units or events", 14),
        prose("Detail, evidence", 84),
        words(TRACE_ID, 26),
    ];
    Ok(data("Checks", format!("Checks of {} as of {}", figures.year(), figures.today), columns, rows))
}

fn of_report(figures: &Figures, check: &DisclosureCheck) -> Vec<Cell> {
    vec![
        text("The report"),
        text(check_words(&check.code)),
        text(if check.is_met { "met" } else { "not met" }),
        text(if check.blocks_final { "yes" } else { "no" }),
        Cell::Integer(check.quantity),
        optional(check.detail.as_deref()),
        traced_by(&check.code).map_or(Cell::Empty, |key| text(format!("{}.{key}", figures.year()))),
    ]
}

/// A criterion, with the units for which it is not shown.
fn of_pack(figures: &Figures, pack: &PackView, one: &CriterionView) -> Vec<Cell> {
    let rules = match &pack.effective {
        Some(from) => format!("{}, effective {from}", pack.name),
        None => pack.name.clone(),
    };
    vec![
        text(rules),
        text(format!("{}: {}", one.name, one.asks)),
        text(&one.result),
        text("no"),
        Cell::Integer(one.units_not_met + one.units_unknown),
        text(one.evidence.join("\n")),
        text(format!("{}.retired", figures.year())),
    ]
}

/// The figure that a check is about.
fn traced_by(code: &str) -> Option<&'static str> {
    Some(match code {
        "weights_resolved" => "lines_unresolved",
        "conditions_known" => "unknown_condition",
        "fully_covered" => "to_retire",
        "reconciled" => "movements",
        "year_locked" => "locks",
        "ledger_verified" => "events",
        _ => return None,
    })
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
        // A catalogue's rows are weights, which the lines' own traces name.
        let leads_back = import.kind != "catalogue";
        let trace = format!("{}.import.I-{}", figures.year(), import.number);
        cells.push(if leads_back { text(trace) } else { Cell::Empty });
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
    columns.extend([words("SHA-256", 68), words(TRACE_ID, 20)]);
    data(
        "Evidence",
        "Files that the figures rest on; rows read = imported + skipped + rejected".into(),
        columns,
        rows.collect(),
    )
}

/// Restated figures, then locks, unlocks and imports taken back.
pub(super) fn change_log(figures: &Figures) -> Sheet {
    let mut rows = restatements(figures);
    rows.extend(locks(figures));
    rows.extend(taken_back(figures));
    let columns = vec![
        words("Field", 40),
        words("Old", 18),
        words("New", 18),
        prose("Reason", 50),
        words("By", 22),
        day("At"),
        words("Id", 12),
        words("Hash", 68),
    ];
    data("Change log", format!("Restatements and changes of {}", figures.year()), columns, rows)
}

/// What each version reports otherwise than the one before, the last of them these figures.
fn restatements(figures: &Figures) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for ((_, before), (report, after)) in figures.reports.iter().zip(figures.reports.iter().skip(1)) {
        let because = report.because.clone().unwrap_or_default();
        let about = [because, report.approved_by.clone(), format!("v{}", report.version)];
        rows.extend(changed(before, after, &about, report.made_on, &report.figures_sha256));
    }
    if let Some((_, before)) = figures.reports.last().filter(|_| figures.is_restated()) {
        let because = figures.unlocked_because().unwrap_or_default();
        let by = figures.signed(Role::Approved).or(figures.signed(Role::Prepared));
        let about = [
            because,
            by.map(|one| one.by.clone()).unwrap_or_default(),
            format!("v{}", figures.next_version()),
        ];
        rows.extend(changed(before, &figures.reported, &about, figures.today, &figures.reported_sha256));
    }
    rows
}

fn changed(
    before: &ReportedFigures,
    after: &ReportedFigures,
    [because, by, version]: &[String; 3],
    on: NaiveDate,
    hash: &str,
) -> Vec<Vec<Cell>> {
    let row = |change: ChangedFigure| {
        vec![
            text(change.figure),
            optional(change.old.as_deref()),
            optional(change.new.as_deref()),
            text(because),
            text(by),
            Cell::Date(on),
            text(version),
            text(hash),
        ]
    };
    changes(before, after).into_iter().map(row).collect()
}

fn locks(figures: &Figures) -> Vec<Vec<Cell>> {
    let row = |logged: &LoggedEvent| {
        let dated = logged.event()?;
        let (what, old, new, reason) = match dated.event {
            Event::YearLocked { year, .. } if year == figures.year() => {
                ("Year locked", "open", "locked", String::new())
            }
            Event::YearUnlocked { year, because } if year == figures.year() => {
                ("Year unlocked to restate it", "locked", "open", because)
            }
            _ => return None,
        };
        Some(vec![
            text(what),
            text(old),
            text(new),
            text(reason),
            Cell::Empty,
            Cell::Date(dated.on),
            text(format!("event {}", logged.sequence)),
            text(&logged.hash),
        ])
    };
    figures.log.iter().filter_map(row).collect()
}

fn taken_back(figures: &Figures) -> Vec<Vec<Cell>> {
    let row = |import: &Import| {
        Some(vec![
            text(format!("Import taken back: {}", import.file_name)),
            text("imported"),
            text("taken back"),
            Cell::Empty,
            Cell::Empty,
            Cell::Date(import.undone_on?),
            text(format!("I-{}", import.number)),
            text(&import.file_sha256),
        ])
    };
    figures.undone.iter().filter_map(row).collect()
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
