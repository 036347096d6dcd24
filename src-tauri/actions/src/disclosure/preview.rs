//! A sheet of the workbook as the screen shows it.

use crate::views::disclosure::SheetPreview;
use planner_report::cdp::AnswerStatus;
use planner_report::checks::Check;
use planner_report::sheet::{DisclosureSheet, Holds};
use planner_sheets::workbook::Cell;

/// Rows that a preview shows.
const ROWS_SHOWN: usize = 100;

/// The first rows of a sheet, as texts, and whether it waits for something.
pub(super) fn sheet(one: &DisclosureSheet, checks: &[Check]) -> SheetPreview {
    let (sheet, (status, open)) = (&one.sheet, status(one, checks));
    let shown = || sheet.rows.iter().take(ROWS_SHOWN);
    SheetPreview {
        status: status.to_owned(),
        open,
        characters: characters(one),
        name: sheet.name.clone(),
        columns: sheet.columns.iter().map(|column| column.header.clone()).collect(),
        numeric: sheet.columns.iter().map(|column| column.kind.is_number()).collect(),
        rows: shown().map(|row| row.iter().map(text).collect()).collect(),
        trace_ids: (0..shown().count()).map(|row| one.trace_ids(row)).collect(),
        rows_total: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        total: sheet.totals.as_ref().map(|totals| totals.iter().map(text).collect()),
    }
}

/// What a sheet can be taken for, and how much of it is open.
fn status(one: &DisclosureSheet, checks: &[Check]) -> (&'static str, i64) {
    let is_open = |check: &&Check| check.result.is_open();
    let open = match &one.holds {
        Holds::Figures => 0,
        Holds::Checks => count(checks.iter().filter(is_open)),
        Holds::WaitsFor(codes) => {
            count(checks.iter().filter(|check| codes.contains(&check.code)).filter(is_open))
        }
        Holds::Lines(code) => {
            let waits = checks.iter().filter(|check| check.code == *code).filter(is_open);
            waits.map(|check| check.quantity).sum()
        }
        Holds::Answers(answers) => {
            if answers.iter().all(|(status, _)| *status == AnswerStatus::NotApplicable) {
                return ("not_applicable", 0);
            }
            count(answers.iter().filter(|(status, _)| *status == AnswerStatus::NeedsInput))
        }
    };
    (if open == 0 { "ok" } else { "open" }, open)
}

fn count<T>(those: impl Iterator<Item = T>) -> i64 {
    i64::try_from(those.count()).unwrap_or(i64::MAX)
}

/// Characters of the longest text of a CDP answer.
fn characters(one: &DisclosureSheet) -> Option<u32> {
    let Holds::Answers(answers) = &one.holds else { return None };
    let longest = answers.iter().map(|(_, characters)| *characters).max()?;
    u32::try_from(longest).ok()
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) | Cell::Sum(number) | Cell::Formula { value: number, .. } => {
            number.normalize().to_string()
        }
        Cell::Date(date) => date.to_string(),
    }
}
