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
