//! The same figures for machines: one JSON document, or one csv table. Both are made from the workbook's sheets.

use super::figures::Figures;
use crate::{ActionError, assets};
use planner_sheets::workbook::{Cell, Sheet, Workbook, csv_bytes};
use serde_json::{Map, Value, json};

/// Version of the JSON document; its schema is `assets/standards/disclosure.schema.json`.
const SCHEMA_VERSION: &str = "1";
/// Columns of a figure, before those of a retirement line.
const FIGURE_COLUMNS: [&str; 6] = ["Record", "Trace id", "Figure", "Value", "Unit", "Basis"];

/// The document's bytes. Decimals are texts, what is not known is null.
pub(super) fn json_bytes(figures: &Figures, workbook: &Workbook) -> Result<Vec<u8>, ActionError> {
    let (start, end) = figures.period();
    let document = json!({
        "schema_version": SCHEMA_VERSION,
        "organisation": figures.organisation.display_name(),
        "year": figures.year(),
        "period": { "start": start, "end": end },
        "status": figures.status().word(),
        "as_of": figures.today.to_string(),
        "cdp_cycle": assets::cdp_map()?.cycle,
        "chain_head": figures.chain_head,
        "figures": summary(workbook).map(figure_rows).unwrap_or_default(),
        "sheets": workbook.sheets.iter().map(sheet).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&document).map_err(|error| {
        ActionError::new("failed", format!("The summary cannot be written as JSON: {error}."))
    })?;
    Ok((text + "\n").into_bytes())
}

fn summary(workbook: &Workbook) -> Option<&Sheet> {
    workbook.sheets.iter().find(|sheet| sheet.name == "Summary")
}

fn figure_rows(summary: &Sheet) -> Vec<Value> {
    let figure = |row: &Vec<Cell>| {
        let at = |index: usize| row.get(index).map_or(Value::Null, value);
        json!({ "id": at(4), "figure": at(0), "value": at(1), "unit": at(2), "basis": at(3) })
    };
    summary.rows.iter().map(figure).collect()
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

/// One table: a row per figure of the summary, then a row per retirement line, told apart by the first column.
pub(super) fn csv_table(workbook: &Workbook) -> Result<Vec<u8>, ActionError> {
    let lines = workbook.sheets.iter().find(|sheet| sheet.name == "Retirement lines");
    let width = lines.map_or(0, |sheet| sheet.columns.len());
    let mut rows = vec![FIGURE_COLUMNS.map(|header| Cell::Text(header.into())).to_vec()];
    if let (Some(header), Some(lines)) = (rows.first_mut(), lines) {
        header.extend(lines.columns.iter().map(|column| Cell::Text(column.header.clone())));
    }
    for row in summary(workbook).iter().flat_map(|sheet| &sheet.rows) {
        let at = |index: usize| row.get(index).cloned().unwrap_or(Cell::Empty);
        let mut cells = vec![Cell::Text("figure".into()), at(4), at(0), at(1), at(2), at(3)];
        cells.resize(FIGURE_COLUMNS.len() + width, Cell::Empty);
        rows.push(cells);
    }
    for row in lines.iter().flat_map(|sheet| &sheet.rows) {
        let mut cells = vec![Cell::Text("retirement line".into())];
        cells.resize(FIGURE_COLUMNS.len(), Cell::Empty);
        cells.extend(row.iter().cloned());
        rows.push(cells);
    }
    Ok(csv_bytes(&rows)?)
}
