//! The sheets of the summary, one file per group. No cell holds a Scope 3 figure net of certificates, and no
//! figure of one statement is added to that of another.

mod cdp;
mod change_log;
mod checks;
mod evidence;
mod exclusions;
mod manifest;
mod method;
mod readme;
mod reconciliation;
mod requirement;
mod retirement;
mod self_generation;
mod statements;
mod summary;
mod table;
pub(super) mod traced;

pub(super) use readme::four_eyes;

use super::figures::Figures;
use crate::ActionError;
use crate::views::disclosure::SignedFigure;
use planner_core::report::ReportedFigures;
use planner_sheets::workbook::{Cell, Sheet};

/// All sheets, in order.
pub(super) fn all(figures: &Figures) -> Result<Vec<Sheet>, ActionError> {
    let retirement = retirement::sheet(figures);
    let reconciliation = reconciliation::sheet(figures);
    let requirement = requirement::sheet(figures);
    let sources = summary::Sources {
        requirement: &requirement,
        retirement: &retirement,
        reconciliation: &reconciliation,
    };
    let summary = summary::sheet(figures, &sources);
    let mut sheets = vec![readme::sheet(figures)?, summary, retirement, reconciliation, requirement];
    sheets.extend([self_generation::sheet(figures), statements::sheet(figures)]);
    sheets.extend(cdp::sheets(figures)?);
    sheets.extend([cdp::guards(figures)?, exclusions::sheet(figures), method::sheet(figures)?]);
    sheets.extend([checks::sheet(figures)?, evidence::sheet(figures), change_log::sheet(figures)]);
    sheets.push(manifest::sheet(figures)?);
    Ok(sheets)
}

/// Figures of the summary that a report of the year stands for. What is held or expires moves on after the year.
const REPORTED: [&str; 12] = [
    "mass_kg_new",
    "mass_kg_low",
    "mass_kg_high",
    "lines_unresolved",
    "gross",
    "target_percent",
    "needed",
    "retired",
    "retired_self_generated",
    "retired_purchased",
    "coverage_percent",
    "to_retire",
];

/// What a report of the year reports, by trace id: of the summary, the requirement and the retirement lines.
pub(super) fn reported(figures: &Figures) -> ReportedFigures {
    let (retirement, requirement) = (retirement::sheet(figures), requirement::sheet(figures));
    let reconciliation = reconciliation::sheet(figures);
    let sources = summary::Sources {
        requirement: &requirement,
        retirement: &retirement,
        reconciliation: &reconciliation,
    };
    let summary = summary::sheet(figures, &sources);
    let of_summary = traced::figures(&summary)
        .filter(|(id, _)| id.split_once('.').is_some_and(|(_, key)| REPORTED.contains(&key)));
    let of_sheets = [&requirement, &retirement, &self_generation::sheet(figures)];
    of_summary.chain(of_sheets.into_iter().flat_map(traced::figures)).collect()
}

/// The figures of the summary that are signed, in its order.
pub(super) fn signed(figures: &Figures) -> Vec<SignedFigure> {
    let (retirement, requirement) = (retirement::sheet(figures), requirement::sheet(figures));
    let reconciliation = reconciliation::sheet(figures);
    let sources = summary::Sources {
        requirement: &requirement,
        retirement: &retirement,
        reconciliation: &reconciliation,
    };
    summary::sheet(figures, &sources).rows.iter().filter_map(|row| signed_figure(row)).collect()
}

fn signed_figure(row: &[Cell]) -> Option<SignedFigure> {
    let text = |index: usize| match row.get(index) {
        Some(Cell::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let id = text(4);
    let is_reported = id.split_once('.').is_some_and(|(_, key)| REPORTED.contains(&key));
    let value = row.get(1).and_then(table::value).map(|value| value.normalize().to_string());
    is_reported.then(|| SignedFigure { figure: text(0), unit: text(2), value, id })
}

/// A figure that CDP answers rest on and that has no row of its own.
fn unlisted(figures: &Figures, id: &str) -> Option<String> {
    match id.split_once('.')?.1.split_once('.') {
        None if id.ends_with(".self_generation") => Some(figures.dispositions.total.restored_kg.clone()),
        Some(("scope3", number)) => {
            let by_category = figures.requirement.by_scope3_category.iter();
            let mut of_it = by_category.filter(|one| one.scope3_category.to_string() == number);
            of_it.next().map(|one| one.mass_kg.clone())
        }
        _ => None,
    }
}

/// The value beside this trace id; nothing where no sheet carries it.
pub(super) fn figure_value(figures: &Figures, id: &str) -> Result<Option<String>, ActionError> {
    let sheets = all(figures)?;
    let found = sheets.iter().flat_map(traced::figures).find(|(known, _)| known == id);
    Ok(found.map(|(_, value)| value).or_else(|| unlisted(figures, id)))
}
