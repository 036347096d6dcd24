//! The check of the whole file: what the store finds, and the figures of years that take no change beside what the year
//! gives now.

use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::year::locked_figures;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::figure::{FigureId, Name, TABLE, YearFigures, definition};
use planner_core::ledger::Ledger;
use planner_core::ledger::year::{Difference, differences};
use planner_store::verify::{self, Check, LockedYear, Problem};
use planner_store::{Connection, ledger as stored, reports};

/// Checks the whole file as last committed, on as many connections as there is to read.
pub(crate) async fn check_file(workspace: &Workspace) -> Result<Check, ActionError> {
    let (mut read, mut other) = workspace.store.read_twice().await?;
    let mut beside = verify::structure_connection(&workspace.store).await?;
    let contents = verify::contents(&mut read, other.as_deref_mut());
    let (structure, contents) = tokio::join!(verify::structure(&mut beside), contents);
    // Whoever lets go of the file last takes its log away, which this one, that only reads, cannot.
    beside.close().await?;
    let found = contents?.with(structure)?;
    with_figures(&mut read, found, workspace.today).await
}

/// Adds the figures that are no longer those that were locked or sealed. Where the file cannot give them, that is a
/// problem of the file.
async fn with_figures(
    connection: &mut Connection,
    mut found: Check,
    today: NaiveDate,
) -> Result<Check, ActionError> {
    if found.locked.is_empty() {
        return Ok(found);
    }
    let read = async {
        let organisation = Organisation::load(&mut *connection).await?;
        Ok::<_, ActionError>((organisation, stored::load(&mut *connection).await?))
    };
    let (organisation, ledger) = match read.await {
        Ok(known) => known,
        Err(error) => {
            found.problems.push(unreadable("figures of locked years", error)?);
            return Ok(found);
        }
    };
    for (year, lock) in &found.locked {
        let problems = of_year(connection, (&organisation, &ledger), (*year, lock), today).await;
        match problems {
            Ok(problems) => found.problems.extend(problems),
            Err(error) => found.problems.push(unreadable(&format!("figures of {year}"), error)?),
        }
    }
    Ok(found)
}

/// What the file itself stopped; anything else says nothing of it.
fn unreadable(what: &str, error: ActionError) -> Result<Problem, ActionError> {
    match error.code {
        "workspace_damaged" => Ok(format!("the {what} cannot be computed: {}", error.message).into()),
        _ => Err(error),
    }
}

async fn of_year(
    connection: &mut Connection,
    (organisation, ledger): (&Organisation, &Ledger),
    (year, lock): (i32, &LockedYear),
    today: NaiveDate,
) -> Result<Vec<Problem>, ActionError> {
    let figures = year_figures(connection, organisation, ledger, (year, None, None), today).await?;
    let now = locked_figures(&figures, organisation);
    let locked = differences(&lock.figures, &now);
    let locked = locked.iter().map(|one| problem(year, one, &format!("event {} locked it", lock.event)));
    let mut problems: Vec<Problem> = locked.collect();
    let Some(report) = reports::of_year(connection, year).await?.pop() else { return Ok(problems) };
    let sealed_on = stored::sequence_of(connection, &report.chain_head).await?;
    // Between this lock and the report nobody could change the year, and nobody could since.
    if sealed_on.is_some_and(|event| event >= lock.event) {
        let before = reports::figures(connection, year, report.version).await?.into_iter();
        let before: Vec<_> = before.filter(|(id, _)| is_of_year(id)).collect();
        let sealed = differences(&before, &reported_figures(year, &figures));
        let by = format!("report v{} sealed it", report.version);
        problems.extend(sealed.iter().map(|one| problem(year, one, &by)));
    }
    Ok(problems)
}

/// Figures of the table that a report stands for, as far as the year alone gives them, by trace id.
fn reported_figures(year: i32, figures: &YearFigures) -> Vec<(String, String)> {
    let reported = TABLE.iter().filter(|row| row.is_reported);
    let figure = |row: &planner_core::figure::Definition| {
        Some((FigureId::from(row.name).trace_id(year), row.of_year(figures)?.plain()))
    };
    reported.filter_map(figure).collect()
}

/// Whether the year alone gives a figure. What a report adds, such as money or a run of serials, follows from rows that
/// are compared.
fn is_of_year(trace_id: &str) -> bool {
    match FigureId::from_trace_id(trace_id) {
        Some((_, FigureId::Year(name))) => definition(name).is_of_year(),
        _ => false,
    }
}

fn problem(year: i32, difference: &Difference, by: &str) -> Problem {
    let key = difference.figure.strip_prefix(&format!("{year}.")).unwrap_or(&difference.figure);
    let named = Name::from_key(key).map(|name| definition(name).label.to_lowercase());
    let name = named.unwrap_or_else(|| key.replace('_', " "));
    let shown = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
    let (now, then) = (shown(&difference.new), shown(&difference.old));
    let [now, then] = [now, then].map(|value| value.unwrap_or_else(|| "nothing".to_owned()));
    format!("the {name} of {year} comes to {now}; it was {then} when {by}").into()
}
