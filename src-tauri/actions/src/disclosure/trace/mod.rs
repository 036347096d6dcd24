//! Where a figure came from: the rows of the spreadsheets, or the events of the ledger.

mod events;
mod rows;
mod subject;

use super::figures::Figures;
use crate::views::disclosure::FigureTrace;
use crate::{ActionError, Workspace};
use subject::Subject;

/// Rows and events shown at most; the totals count them all.
const MOST: u32 = 1_000;

/// The rows and events behind a figure of any sheet, by its trace id, such as `2025.gross`.
pub async fn trace_figure(workspace: &Workspace, figure: &str) -> Result<FigureTrace, ActionError> {
    let (year, key) = split(figure)?;
    let mut read = workspace.store.read().await?;
    let figures = Figures::load_in(&mut read, workspace.today, year).await?;
    let Subject { rule, rows, events } = Subject::of(&figures, key).ok_or_else(|| unknown(figure))?;
    let value = super::sheets::figure_value(&figures, figure)?;
    let (lines_total, lines) = match rows {
        Some(rows) => rows::traced(&mut read, &figures, &rows).await?,
        None => (0, Vec::new()),
    };
    let all = events.map_or_else(Vec::new, |events| events::traced(&figures, &events));
    Ok(FigureTrace {
        figure: figure.to_owned(),
        value,
        rule: rule.to_owned(),
        lines_total,
        lines,
        events_total: i64::try_from(all.len()).unwrap_or(i64::MAX),
        events: all.into_iter().take(usize::try_from(MOST).unwrap_or_default()).collect(),
    })
}

fn split(figure: &str) -> Result<(i32, &str), ActionError> {
    let parts = figure.split_once('.').and_then(|(year, key)| Some((year.parse().ok()?, key)));
    parts.ok_or_else(|| unknown(figure))
}

fn unknown(figure: &str) -> ActionError {
    ActionError::new(
        "unknown_figure",
        format!(
            "“{figure}” is no figure of the summary. Its ids stand in the column “Trace id”, such as 2025.gross or 2025.category.server."
        ),
    )
}
