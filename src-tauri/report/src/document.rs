//! The same figures for machines: one JSON document, or one csv table.

use crate::ReportError;
use crate::assets;
use crate::disclosure::Disclosure;
use crate::table::{figure, text};
use planner_sheets::workbook::{Cell, Sheet, Workbook, csv_bytes};
use serde_json::{Map, Value, json};

/// Version of the JSON document; its schema is `assets/standards/disclosure.schema.json`.
const SCHEMA_VERSION: &str = "1";
/// Columns of a figure, before those of a retirement line.
const FIGURE_COLUMNS: [&str; 6] = ["Record", "Trace id", "Figure", "Value", "Unit", "Basis"];

/// The document's bytes. Decimals are texts, what is not known is null.
pub(crate) fn json_bytes(disclosure: &Disclosure, workbook: &Workbook) -> Result<Vec<u8>, ReportError> {
    let (start, end) = disclosure.period().unzip();
    let document = json!({
        "schema_version": SCHEMA_VERSION,
        "organisation": disclosure.known.organisation,
        "year": disclosure.year(),
        "period": { "start": start.map(|day| day.to_string()), "end": end.map(|day| day.to_string()) },
        "status": disclosure.status().word(),
        "as_of": disclosure.today().to_string(),
        "cdp_cycle": assets::cdp_map()?.cycle,
        "chain_head": disclosure.known.chain_head,
        "figures": figures(disclosure),
        "sheets": workbook.sheets.iter().map(sheet).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&document)
        .map_err(|error| ReportError::damaged("JSON document", error))?;
    Ok((text + "\n").into_bytes())
}

/// The figures that the summary lists.
fn figures(disclosure: &Disclosure) -> Vec<Value> {
    let one = disclosure.figures.listed().into_iter().map(|row| {
        json!({
            "id": row.id.trace_id(disclosure.year()),
            "figure": row.label,
            "value": row.value.map(|value| value.plain()),
            "unit": row.unit,
            "basis": row.basis,
        })
    });
    one.collect()
}

fn sheet(sheet: &Sheet) -> Value {
    let row = |cells: &Vec<Cell>| {
        let pairs =
            sheet.columns.iter().zip(cells).map(|(column, cell)| (column.header.clone(), value(cell)));
        Value::Object(pairs.collect::<Map<_, _>>())
    };
    json!({
        "name": sheet.name,
        "notes": sheet.notes,
        "columns": sheet.columns.iter().map(|column| &column.header).collect::<Vec<_>>(),
        "rows": sheet.rows.iter().map(row).collect::<Vec<_>>(),
        "totals": sheet.totals.as_ref().map(row),
    })
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Integer(number) => json!(number.to_string()),
        Cell::Decimal(number) | Cell::Sum(number) | Cell::Formula { value: number, .. } => {
            json!(number.normalize().to_string())
        }
        Cell::Date(date) => json!(date.to_string()),
    }
}

/// One table: a row per listed figure, then a row per retirement line, told apart by the first column.
pub(crate) fn csv_table(disclosure: &Disclosure, lines: &Sheet) -> Result<Vec<u8>, ReportError> {
    let width = FIGURE_COLUMNS.len() + lines.columns.len();
    let headers = FIGURE_COLUMNS.iter().copied().chain(lines.columns.iter().map(|one| one.header.as_str()));
    let mut rows = vec![headers.map(text).collect()];
    for row in disclosure.figures.listed() {
        let (id, value) = (row.id.trace_id(disclosure.year()), figure(row.value));
        let words = [text("figure"), text(id), text(row.label), value, text(row.unit), text(row.basis)];
        let mut cells = Vec::from(words);
        cells.resize(width, Cell::Empty);
        rows.push(cells);
    }
    for row in &lines.rows {
        let mut cells = vec![text("retirement line")];
        cells.resize(FIGURE_COLUMNS.len(), Cell::Empty);
        cells.extend(row.iter().cloned());
        rows.push(cells);
    }
    Ok(csv_bytes(&rows)?)
}
