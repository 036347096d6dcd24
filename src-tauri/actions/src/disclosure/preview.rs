//! A sheet of the workbook as the screen shows it.

use super::sheets::traced;
use crate::views::disclosure::SheetPreview;
use planner_sheets::workbook::{Cell, ColumnKind, Sheet};

/// Rows that a preview shows.
const ROWS_SHOWN: usize = 100;

/// The first rows of a sheet, as texts.
pub(super) fn sheet(sheet: &Sheet) -> SheetPreview {
    SheetPreview {
        name: sheet.name.clone(),
        columns: sheet.columns.iter().map(|column| column.header.clone()).collect(),
        numeric: sheet.columns.iter().map(|column| column.kind == ColumnKind::Number).collect(),
        rows: sheet.rows.iter().take(ROWS_SHOWN).map(|row| row.iter().map(text).collect()).collect(),
        trace_ids: sheet.rows.iter().take(ROWS_SHOWN).map(|row| traced::ids(sheet, row)).collect(),
        rows_total: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        total: sheet.totals.as_ref().map(|totals| totals.iter().map(text).collect()),
    }
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
