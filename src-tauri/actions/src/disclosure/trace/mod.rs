//! Where a figure came from: the rows of the spreadsheets, or the events of the ledger.

mod events;
mod rows;
mod subject;

use super::load::load_in;
use crate::views::disclosure::FigureTrace;
use crate::{ActionError, Workspace};
use planner_core::figure::FigureId;
use subject::Subject;

/// The rows and events behind a figure of any sheet, by its trace id, such as `2025.gross`.
pub async fn trace_figure(workspace: &Workspace, figure: &str) -> Result<FigureTrace, ActionError> {
    let (year, id) = FigureId::from_trace_id(figure).ok_or_else(|| unknown(figure))?;
    let mut read = workspace.store.read().await?;
    let disclosure = load_in(&mut read, workspace, year).await?;
    let subject = Subject::of(&disclosure, &id).ok_or_else(|| unknown(figure))?;
    let (lines_total, lines) = match subject.rows {
        Some(rows) => rows::traced(&mut read, &disclosure, &rows).await?,
        None => (0, Vec::new()),
    };
    let imported = subject::imports_of_lots(&mut read, subject.events.as_ref()).await?;
    let all = subject.events.map_or_else(Vec::new, |events| events::traced(&disclosure, &imported, &events));
    Ok(FigureTrace {
        figure: figure.to_owned(),
        value: disclosure.figures.get(&id).map(|value| value.plain()),
        rule: subject.rule.to_owned(),
        lines_total,
        lines,
        events_total: i64::try_from(all.len()).unwrap_or(i64::MAX),
        events: all.into_iter().take(usize::try_from(subject::MOST).unwrap_or_default()).collect(),
    })
}

fn unknown(figure: &str) -> ActionError {
    ActionError::new(
        "unknown_figure",
        format!(
            "“{figure}” is no figure of the summary. Its ids stand in the column “Trace id”, such as 2025.gross or 2025.category.server."
        ),
    )
}
