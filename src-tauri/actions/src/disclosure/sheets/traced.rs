//! Which figure of a sheet each trace id names.

use super::table::{TRACE_ID, value};
use planner_sheets::workbook::{Cell, Sheet};

/// Headers of the figures that a row's trace id names; elsewhere it names the row's first number.
const NAMED: [(&str, &str); 6] = [
    ("Summary", "Value"),
    ("Retirement lines", "Quantity"),
    ("Reconciliation", "Closing"),
    ("Requirement", super::requirement::TOTAL),
    ("Self-generation", "kg restored"),
    ("Method", super::method::MEDIAN),
];

/// Header of the figures that CDP answers rest on.
const SOURCES: &str = "Source figures";

/// Trace ids with their figures, as plain numbers.
pub(in crate::disclosure) fn figures(sheet: &Sheet) -> impl Iterator<Item = (String, String)> + '_ {
    let place = |header: &str| sheet.columns.iter().position(|column| column.header == header);
    let named = NAMED.iter().find(|(name, _)| *name == sheet.name).and_then(|(_, header)| place(header));
    let ids = place(TRACE_ID);
    sheet.rows.iter().filter_map(move |row| {
        let Cell::Text(id) = row.get(ids?)? else { return None };
        let figure = match named {
            Some(column) => row.get(column).and_then(value),
            None => row.iter().find_map(value),
        };
        Some((id.clone(), figure?.normalize().to_string()))
    })
}

/// Trace ids of a row: its own, or those of the figures it rests on.
pub(in crate::disclosure) fn ids(sheet: &Sheet, row: &[Cell]) -> Vec<String> {
    let is_id = |header: &str| header == TRACE_ID || header == SOURCES;
    let cells = sheet.columns.iter().zip(row).filter(|(column, _)| is_id(&column.header));
    let texts = cells.filter_map(|(_, cell)| if let Cell::Text(text) = cell { Some(text) } else { None });
    texts.flat_map(|text| text.split(", ")).map(str::to_owned).collect()
}
