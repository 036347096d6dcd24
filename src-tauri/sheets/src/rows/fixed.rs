//! Cells that a person corrected, read as that person says. What stands in the file stays the evidence.

use crate::cell::{Cell, Row, Value};
use crate::issue::{Issue, IssueCode};
use crate::mapping::{CellFix, Mapping};

/// The row as it is read, where a correction touches it, and each correction as an issue.
pub(super) fn fixed(mapping: &Mapping, row: &Row) -> (Option<Row>, Vec<Issue>) {
    let mut fixed: Option<Row> = None;
    let mut issues = Vec::new();
    for fix in &mapping.fixes {
        let place = mapping.place(&fix.column).and_then(|place| u32::try_from(place).ok());
        let Some(column) = place.filter(|column| is_meant(fix, row, *column)) else { continue };
        put(fixed.get_or_insert_with(|| row.clone()), column, &fix.becomes);
        let expected = format!("“{}”, as corrected; {}", fix.becomes, fix.because);
        issues.push(Issue::new(row.number, Some(&fix.column), IssueCode::CellFixed, &fix.seen, &expected));
    }
    (fixed, issues)
}

/// A correction holds only while the cell is what the person saw.
fn is_meant(fix: &CellFix, row: &Row, column: u32) -> bool {
    let shown = row.value(column).map(Value::shown).unwrap_or_default();
    fix.row.is_none_or(|wanted| wanted == row.number) && shown.trim() == fix.seen.trim()
}

fn put(row: &mut Row, column: u32, text: &str) {
    let value = Value::Text(text.into());
    match row.cells.binary_search_by_key(&column, |cell| cell.column) {
        Ok(found) => row.cells[found].value = value,
        Err(place) => row.cells.insert(place, Cell { column, value }),
    }
}
