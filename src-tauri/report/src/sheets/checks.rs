//! Checks: of the report itself, and of every rule pack. There is no score.

use crate::ReportError;
use crate::checks::{Check, checks};
use crate::disclosure::Disclosure;
use crate::integrity::{CriterionResult, PackResult, packs};
use crate::sheet::{DisclosureSheet, Holds, TracedRows};
use crate::table::{number, optional, prose, text, words};
use planner_core::figure::Name;
use planner_sheets::workbook::{Cell, Column};

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> Result<DisclosureSheet, ReportError> {
    let mut rows = TracedRows::new(disclosure.year());
    for check in checks(disclosure)? {
        rows.push(of_report(&check), check.code.figure().map(Into::into));
    }
    for result in packs(disclosure)? {
        for one in &result.criteria {
            rows.push(of_pack(&result, one), Some(Name::Retired.into()));
        }
    }
    let notes = vec![format!("Checks of {} as of {}", disclosure.year(), disclosure.today())];
    let sheet = DisclosureSheet::data("Checks", notes, (columns(), 26), rows);
    Ok(DisclosureSheet { holds: Holds::Checks, ..sheet })
}

fn columns() -> Vec<Column> {
    vec![
        prose("Rules", 30),
        prose("Check", 56),
        words("Result", 14),
        words("Blocks a final report", 14),
        number("Lines, units or events", 14),
        prose("Detail, evidence", 84),
    ]
}

fn of_report(check: &Check) -> Vec<Cell> {
    let (asks, says) = check.code.words();
    vec![
        text("The report"),
        text(format!("{asks} ({says})")),
        text(check.result.word()),
        text(if check.code.blocks_final() { "yes" } else { "no" }),
        Cell::Integer(check.quantity),
        optional(check.detail.as_deref()),
    ]
}

/// A criterion, with the units for which it is not shown.
fn of_pack(result: &PackResult, one: &CriterionResult) -> Vec<Cell> {
    let pack = result.pack;
    let rules = match &pack.effective {
        Some(from) => format!("{}, effective {from}", pack.name),
        None => pack.name.clone(),
    };
    vec![
        text(rules),
        text(format!("{}: {}", one.criterion.name, one.criterion.asks)),
        text(one.result.word()),
        text("no"),
        Cell::Integer(one.units_not_met + one.units_unknown),
        text(one.evidence.join("\n")),
    ]
}
