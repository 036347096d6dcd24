//! A table as a screen shows it, written as a workbook or as csv, by the ending of the file.

use crate::output::one_file;
use crate::views::disclosure::Exported;
use crate::views::table::TableRequest;
use crate::{ActionError, Workspace};
use planner_sheets::workbook::{Cell, Column, ColumnKind, Sheet, Tab, Workbook, csv_bytes};
use rust_decimal::Decimal;
use std::path::Path;

/// Characters that a sheet's name must not hold, and how long it may be.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const NAME_LENGTH: usize = 31;
/// A column of a table made from what a screen shows is this wide, in characters.
const WIDTH: u16 = 18;

/// Writes a table that a screen holds whole: its headers, and its rows as plain texts.
pub fn export_table(
    workspace: &Workspace,
    request: &TableRequest,
    path: &Path,
) -> Result<Exported, ActionError> {
    let columns = request.columns.iter();
    let columns: Vec<_> = columns
        .map(|one| {
            let kind = if one.is_number { ColumnKind::Number } else { ColumnKind::Text };
            (one.header.as_str(), WIDTH, kind)
        })
        .collect();
    let mut sheet = sheet(&request.name, &columns);
    let cells = |row: &Vec<String>| {
        let pairs = request.columns.iter().zip(row);
        pairs.map(|(column, text)| cell(text, column.is_number)).collect()
    };
    sheet.rows = request.rows.iter().map(cells).collect();
    write(workspace, sheet, path)
}

/// An empty sheet with these columns: header, width in characters, kind.
pub(crate) fn sheet(name: &str, columns: &[(&str, u16, ColumnKind)]) -> Sheet {
    let column = |(header, width, kind): &(&str, u16, ColumnKind)| Column {
        header: (*header).to_owned(),
        width: *width,
        kind: *kind,
        choices: Vec::new(),
    };
    Sheet {
        name: name.chars().filter(|one| !NOT_IN_NAMES.contains(one)).take(NAME_LENGTH).collect(),
        tab: Tab::Data,
        notes: Vec::new(),
        columns: columns.iter().map(column).collect(),
        rows: Vec::new(),
        totals: None,
    }
}

/// A text as a cell: an exact number where the column holds numbers and it is one.
pub(crate) fn cell(text: &str, is_number: bool) -> Cell {
    match text.parse::<Decimal>() {
        _ if text.is_empty() => Cell::Empty,
        Ok(number) if is_number => Cell::Decimal(number),
        _ => Cell::Text(text.to_owned()),
    }
}

/// Writes the one sheet; an ending other than xlsx and csv is refused.
pub(crate) fn write(workspace: &Workspace, sheet: Sheet, path: &Path) -> Result<Exported, ActionError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let bytes = match ending.as_str() {
        "xlsx" => {
            let title = sheet.name.clone();
            let author = "I-TEC Planner".to_owned();
            Workbook { title, author, created: workspace.today, sheets: vec![sheet] }.to_bytes()?
        }
        "csv" => {
            let headers = sheet.columns.iter().map(|column| Cell::Text(column.header.clone())).collect();
            let rows: Vec<Vec<Cell>> = std::iter::once(headers).chain(sheet.rows).collect();
            csv_bytes(&rows)?
        }
        _ => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let message =
                format!("A table is written as xlsx or csv. End the name of {name} in one of them.");
            return Err(ActionError::new("unknown_format", message));
        }
    };
    Ok(Exported { files: vec![one_file(workspace, path, &[], bytes)?], chain_head: None })
}
