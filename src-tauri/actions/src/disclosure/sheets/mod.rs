//! The sheets of the summary, one file per group. No cell holds a Scope 3 figure net of certificates, and no
//! figure of one statement is added to that of another.

mod cdp;
mod exclusions;
mod method;
mod readme;
mod reconciliation;
mod record;
mod requirement;
mod retirement;
mod self_generation;
mod statements;
mod summary;
mod table;

use super::figures::Figures;
use crate::ActionError;
use planner_sheets::workbook::Sheet;

/// All sheets, in order.
pub(super) fn all(figures: &Figures) -> Result<Vec<Sheet>, ActionError> {
    let retirement = retirement::sheet(figures);
    let reconciliation = reconciliation::sheet(figures);
    let requirement = requirement::sheet(figures);
    let sources = summary::Sources {
        requirement: &requirement,
        retirement: &retirement,
        reconciliation: &reconciliation,
    };
    let summary = summary::sheet(figures, &sources);
    let mut sheets = vec![readme::sheet(figures)?, summary, retirement, reconciliation, requirement];
    sheets.extend([self_generation::sheet(figures), statements::sheet(figures)]);
    sheets.extend(cdp::sheets(figures)?);
    sheets.extend([cdp::guards(figures)?, exclusions::sheet(figures), method::sheet(figures)?]);
    sheets.extend([record::checks_sheet(figures), record::evidence(figures), record::change_log(figures)]);
    sheets.push(record::manifest(figures)?);
    Ok(sheets)
}

/// The value beside this trace id; nothing where no sheet carries it.
pub(super) fn figure_value(figures: &Figures, id: &str) -> Result<Option<String>, ActionError> {
    for (sheet, header) in all(figures)?.iter().filter_map(|sheet| match sheet.name.as_str() {
        "Summary" => Some((sheet, "Value")),
        "Requirement" => Some((sheet, requirement::TOTAL)),
        _ => None,
    }) {
        let Some(column) = sheet.columns.iter().position(|column| column.header == header) else { continue };
        let row = sheet.rows.iter().find(|row| row.last() == Some(&table::text(id)));
        if let Some(value) = row.and_then(|row| row.get(column)).and_then(table::value) {
            return Ok(Some(value.normalize().to_string()));
        }
    }
    Ok(None)
}
