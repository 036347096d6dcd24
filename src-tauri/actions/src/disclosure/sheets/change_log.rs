//! Change log: what was restated, and what was locked, unlocked or taken back.

use super::table::{data, day, optional, prose, text, words};
use crate::disclosure::figures::Figures;
use chrono::NaiveDate;
use planner_core::ledger::event::Event;
use planner_core::report::{ChangedFigure, ReportedFigures, Role, changes};
use planner_sheets::workbook::{Cell, Sheet};
use planner_store::imports::Import;
use planner_store::ledger::LoggedEvent;

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Sheet {
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
