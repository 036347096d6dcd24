//! Checks: of the report itself, and of every rule pack. There is no score.

use super::table::{TRACE_ID, data, number, optional, prose, text, words};
use crate::ActionError;
use crate::disclosure::checks::{check_words, checks};
use crate::disclosure::figures::Figures;
use crate::disclosure::integrity::packs;
use crate::views::disclosure::DisclosureCheck;
use crate::views::integrity::{CriterionView, PackView};
use planner_sheets::workbook::{Cell, Sheet};

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Result<Sheet, ActionError> {
    let mut rows: Vec<_> = checks(figures)?.into_iter().map(|check| of_report(figures, &check)).collect();
    for pack in packs(figures)? {
        rows.extend(pack.criteria.iter().map(|one| of_pack(figures, &pack, one)));
    }
    let columns = vec![
        prose("Rules", 30),
        prose("Check", 56),
        words("Result", 14),
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
        text(&check.result),
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
        "balances_agree" => "movements",
        "registry_reconciled" => "retired",
        "year_locked" => "locks",
        "ledger_verified" => "events",
        _ => return None,
    })
}
