//! Every sheet of the disclosure as a csv table of its own, in one zip.

use crate::ReportError;
use planner_sheets::workbook::{Cell, csv_bytes, zip_bytes};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value};

/// As much of the JSON document as the tables hold.
#[derive(Deserialize)]
struct Document {
    sheets: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    name: String,
    columns: Vec<String>,
    rows: Vec<Map<String, Value>>,
    totals: Option<Map<String, Value>>,
}

/// The zip of a JSON document's sheets, in their order: a row of headers, the rows, the totals. It is made from the
/// document, so that a sealed report has it without being sealed again.
pub(crate) fn of_document(json: &[u8]) -> Result<Vec<u8>, ReportError> {
    let document: Document =
        serde_json::from_slice(json).map_err(|error| ReportError::damaged("JSON document", error))?;
    let files = (1_usize..).zip(&document.sheets).map(|(number, table)| {
        let rows: Vec<_> = rows(table).collect();
        Ok((format!("{number:02} {}.csv", table.name), csv_bytes(&rows)?))
    });
    Ok(zip_bytes(&files.collect::<Result<Vec<_>, ReportError>>()?)?)
}

fn rows(table: &Table) -> impl Iterator<Item = Vec<Cell>> {
    let header = table.columns.iter().cloned().map(Cell::Text).collect();
    let row = |one: &Map<String, Value>| table.columns.iter().map(|column| cell(one.get(column))).collect();
    std::iter::once(header).chain(table.rows.iter().chain(&table.totals).map(row))
}

/// A number where the text is written as one would write it, so that a serial number keeps its zeros.
fn cell(value: Option<&Value>) -> Cell {
    let Some(text) = value.and_then(Value::as_str) else { return Cell::Empty };
    match text.parse::<Decimal>() {
        Ok(number) if number.normalize().to_string() == text => Cell::Decimal(number),
        _ => Cell::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_numbers_and_texts_stay_inert() {
        for (text, expected) in [
            ("-7", Cell::Decimal(Decimal::from(-7))),
            ("007", Cell::Text("007".into())),
            ("", Cell::Text(String::new())),
        ] {
            assert_eq!(cell(Some(&Value::from(text))), expected, "{text}");
        }
        assert_eq!(cell(Some(&Value::Null)), Cell::Empty);
    }
}
