//! A sheet of the workbook as the screen shows it.

use super::sheets::traced;
use crate::views::disclosure::{DisclosureCheck, SheetPreview};
use planner_sheets::workbook::{Cell, ColumnKind, Sheet, Tab};
use rust_decimal::prelude::ToPrimitive;

/// Rows that a preview shows.
const ROWS_SHOWN: usize = 100;

/// Checks that a sheet waits for.
const WAITS_FOR: [(&str, &str); 6] = [
    ("README", "claim_allowed"),
    ("README", "claim_current"),
    ("Requirement", "weights_resolved"),
    ("Reconciliation", "balances_agree"),
    ("Reconciliation", "registry_reconciled"),
    ("Evidence", "ownership_proven"),
];

/// The first rows of a sheet, as texts, and whether it waits for something.
pub(super) fn sheet(sheet: &Sheet, checks: &[DisclosureCheck]) -> SheetPreview {
    let (status, open) = status(sheet, checks);
    SheetPreview {
        status: status.to_owned(),
        open,
        characters: characters(sheet),
        name: sheet.name.clone(),
        columns: sheet.columns.iter().map(|column| column.header.clone()).collect(),
        numeric: sheet.columns.iter().map(|column| column.kind == ColumnKind::Number).collect(),
        rows: sheet.rows.iter().take(ROWS_SHOWN).map(|row| row.iter().map(text).collect()).collect(),
        trace_ids: sheet.rows.iter().take(ROWS_SHOWN).map(|row| traced::ids(sheet, row)).collect(),
        rows_total: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        total: sheet.totals.as_ref().map(|totals| totals.iter().map(text).collect()),
    }
}

/// What a sheet can be taken for, and how much of it is open.
fn status(sheet: &Sheet, checks: &[DisclosureCheck]) -> (&'static str, i64) {
    let open: i64 = match (sheet.name.as_str(), sheet.tab) {
        ("Checks", _) => count(checks.iter().filter(|check| check.is_open)),
        (_, Tab::Cdp) if answers(sheet).all(|status| status == "not applicable") => {
            return ("not_applicable", 0);
        }
        (_, Tab::Cdp) => count(answers(sheet).filter(|status| *status == "needs input")),
        ("Requirement", _) => waits(sheet, checks).map(|check| check.quantity).sum(),
        _ => count(waits(sheet, checks)),
    };
    (if open == 0 { "ok" } else { "open" }, open)
}

/// Open checks that a sheet waits for.
fn waits<'a>(sheet: &Sheet, checks: &'a [DisclosureCheck]) -> impl Iterator<Item = &'a DisclosureCheck> {
    let codes = WAITS_FOR.iter().filter(|(name, _)| *name == sheet.name);
    codes.filter_map(|(_, code)| checks.iter().find(|check| check.code == *code && check.is_open))
}

fn count<T>(those: impl Iterator<Item = T>) -> i64 {
    i64::try_from(those.count()).unwrap_or(i64::MAX)
}

/// The status of each answer to a CDP question.
fn answers(sheet: &Sheet) -> impl Iterator<Item = &str> {
    sheet.rows.iter().filter_map(|row| match row.last() {
        Some(Cell::Text(status)) => Some(status.as_str()),
        _ => None,
    })
}

/// Characters of the longest text of a CDP answer.
fn characters(sheet: &Sheet) -> Option<u32> {
    let longest = |row: &Vec<Cell>| match row.iter().rev().nth(2) {
        Some(Cell::Formula { value, .. }) => value.to_u32(),
        _ => None,
    };
    sheet.rows.iter().filter_map(longest).max().filter(|_| sheet.tab == Tab::Cdp)
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
