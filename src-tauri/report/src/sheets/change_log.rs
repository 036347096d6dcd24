//! Change log: what was restated, and what was locked, unlocked or taken back.

use crate::disclosure::Disclosure;
use crate::known::{ImportedFile, LoggedEvent};
use crate::signed::{comparable, sealed};
use crate::table::{data, day, optional, prose, text, words};
use chrono::NaiveDate;
use planner_core::figure::{edition_of, up_to};
use planner_core::ledger::event::Event;
use planner_core::ledger::year::Difference;
use planner_core::report::{ChangedFigure, ReportedFigures, Role, changes};
use planner_sheets::workbook::{Cell, Sheet};
use rust_decimal::Decimal;

/// A figure that was reported, or written down when the year was locked, and is something else now.
struct Restated {
    figure: String,
    old: Option<String>,
    new: Option<String>,
    because: String,
    by: String,
    on: NaiveDate,
    /// The version of the report, the event of the ledger, or both.
    ids: Vec<String>,
    hash: String,
}

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> Sheet {
    let mut rows: Vec<_> = restatements(disclosure).into_iter().map(row).collect();
    rows.extend(locks(disclosure));
    rows.extend(taken_back(disclosure));
    let columns = vec![
        words("Field", 40),
        words("Old", 18),
        words("New", 18),
        prose("Reason", 50),
        words("By", 22),
        day("At"),
        words("Id", 14),
        words("Hash", 68),
    ];
    data("Change log", format!("Restatements and changes of {}", disclosure.year()), columns, rows)
}

fn row(one: Restated) -> Vec<Cell> {
    vec![
        text(one.figure),
        optional(one.old.as_deref()),
        optional(one.new.as_deref()),
        text(one.because),
        text(one.by),
        Cell::Date(one.on),
        text(one.ids.join(", ")),
        text(one.hash),
    ]
}

/// What the reports tell, and what the ledger tells beyond them. A change that both tell stands once, with both ids.
fn restatements(disclosure: &Disclosure) -> Vec<Restated> {
    let mut told = of_reports(disclosure);
    for logged in &disclosure.known.log {
        let Event::Restated { year, differences, because } = &logged.dated.event else { continue };
        if *year != disclosure.year() {
            continue;
        }
        let id = format!("event {}", logged.sequence);
        for Difference { figure, old, new } in differences {
            let figure = format!("{year}.{figure}");
            let is_it =
                |one: &&mut Restated| one.figure == figure && same(&one.new, new) && !told_by_event(one);
            match told.iter_mut().find(is_it) {
                Some(known) => known.ids.push(id.clone()),
                None => told.push(Restated {
                    figure,
                    old: old.clone(),
                    new: new.clone(),
                    because: because.clone(),
                    by: String::new(),
                    on: logged.dated.on,
                    ids: vec![id.clone()],
                    hash: logged.hash.clone(),
                }),
            }
        }
    }
    told
}

fn told_by_event(one: &Restated) -> bool {
    one.ids.iter().any(|id| id.starts_with("event"))
}

/// Whether both are the same figure, however many places it is written with.
fn same(one: &Option<String>, other: &Option<String>) -> bool {
    let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<Decimal>().ok());
    one == other || number(one).is_some_and(|value| Some(value) == number(other))
}

/// What each version reports otherwise than the one before, the last of them these disclosure.
fn of_reports(disclosure: &Disclosure) -> Vec<Restated> {
    let mut told = Vec::new();
    for ((_, before), (report, after)) in
        disclosure.known.reports.iter().zip(disclosure.known.reports.iter().skip(1))
    {
        let because = report.because.clone().unwrap_or_default();
        let about = (because, report.approved_by.clone(), report.version);
        told.extend(changed((report.year, before, after), &about, report.made_on, &report.figures_sha256));
    }
    if let Some((_, before)) = disclosure.known.reports.last().filter(|_| disclosure.is_restated()) {
        let because = disclosure.unlocked_because().unwrap_or_default().to_owned();
        let by = disclosure.signed(Role::Approved).or(disclosure.signed(Role::Prepared));
        let about = (because, by.map(|one| one.by.clone()).unwrap_or_default(), disclosure.next_version());
        let after = sealed(&disclosure.known, &disclosure.reported);
        told.extend(changed(
            (disclosure.year(), before, &after),
            &about,
            disclosure.today(),
            &disclosure.reported_sha256,
        ));
    }
    told
}

fn changed(
    (year, before, after): (i32, &ReportedFigures, &ReportedFigures),
    (because, by, version): &(String, String, i64),
    on: NaiveDate,
    hash: &str,
) -> Vec<Restated> {
    let restated = |change: ChangedFigure| Restated {
        figure: change.figure,
        old: change.old,
        new: change.new,
        because: because.clone(),
        by: by.clone(),
        on,
        ids: vec![format!("v{version}")],
        hash: hash.to_owned(),
    };
    // What the report before could not report yet is no restatement of it.
    let after = comparable(year, &up_to(after, edition_of(before)), before);
    changes(&comparable(year, before, before), &after).into_iter().map(restated).collect()
}

fn locks(disclosure: &Disclosure) -> Vec<Vec<Cell>> {
    let row = |logged: &LoggedEvent| {
        let (what, old, new, reason) = match &logged.dated.event {
            Event::YearLocked { year, .. } if *year == disclosure.year() => {
                ("Year locked", "open", "locked", "")
            }
            Event::YearUnlocked { year, because } if *year == disclosure.year() => {
                ("Year unlocked to restate it", "locked", "open", because.as_str())
            }
            _ => return None,
        };
        Some(vec![
            text(what),
            text(old),
            text(new),
            text(reason),
            Cell::Empty,
            Cell::Date(logged.dated.on),
            text(format!("event {}", logged.sequence)),
            text(&logged.hash),
        ])
    };
    disclosure.known.log.iter().filter_map(row).collect()
}

fn taken_back(disclosure: &Disclosure) -> Vec<Vec<Cell>> {
    let row = |import: &ImportedFile| {
        Some(vec![
            text(format!("Import taken back: {}", import.file_name)),
            text("imported"),
            text("taken back"),
            Cell::Empty,
            Cell::Empty,
            Cell::Date(import.undone_on?),
            text(import.cited()),
            text(&import.file_sha256),
        ])
    };
    disclosure.known.undone.iter().filter_map(row).collect()
}
