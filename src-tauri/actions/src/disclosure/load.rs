//! Reads what the disclosure of a year is made of, in one consistent view of the workspace.

use super::integrity::answers;
use crate::money::year_money;
use crate::own_issue::excesses;
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::verification::verified;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::figure::YearFigures;
use planner_core::ledger::Ledger;
use planner_core::percent::coverage_percent;
use planner_core::report::{ReportedFigures, SealedReport};
use planner_core::target::end_of_path;
use planner_core::year::reporting_year;
use planner_report::Disclosure;
use planner_report::known::{Beside, EditedClaim, ImportedFile, Known, LoggedEvent, Target};
use planner_store::imports::{self, Import};
use planner_store::{
    Connection, catalogue, claims, dispositions, inputs, ledger as stored, order_lines, reports, settings,
};
use std::collections::BTreeMap;

/// The disclosure of a year.
pub(super) async fn load(workspace: &Workspace, year: i32) -> Result<Disclosure, ActionError> {
    load_in(&mut *workspace.store.read().await?, workspace, year).await
}

/// The same for an answer that says whether the file holds: one that nobody looked through since it was opened is looked
/// through first.
pub(super) async fn load_checked(workspace: &Workspace, year: i32) -> Result<Disclosure, ActionError> {
    reporting_year(year)?;
    verified(workspace).await?;
    load(workspace, year).await
}

/// The same within a view of the workspace that is already open. Of whether the file holds it says what is known.
pub(super) async fn load_in(
    read: &mut Connection,
    workspace: &Workspace,
    year: i32,
) -> Result<Disclosure, ActionError> {
    reporting_year(year)?;
    let today = workspace.today;
    let organisation = Organisation::load(read).await?;
    let ledger = stored::load(read).await?;
    let figures = year_figures(read, &organisation, &ledger, (year, None, None), today).await?;
    let before = year_figures(read, &organisation, &ledger, (year - 1, None, None), today).await?;
    let (events, chain_head) = stored::head(read).await?;
    let all = imports::all(read).await?;
    let known = Known {
        organisation: organisation.display_name().to_owned(),
        name: organisation.name.clone(),
        persons: organisation.persons,
        period: organisation.period(year),
        claim: claims::of_year(read, year).await?.map(edited_claim),
        beside: beside(read, &organisation, &ledger, &figures, &before).await?,
        target: target(read, &organisation, &ledger, (year, today)).await?,
        inputs: inputs::of_year(read, year).await?,
        emissions: crate::emissions::of_year(read, &figures).await?,
        mass_before: before.mass().mid,
        retired_before: before.netting.retired.total(),
        money: year_money(read, &organisation, &ledger, year, today).await?,
        log: log(read).await?,
        excesses: excesses(read, &ledger, year, today).await?,
        orders: orders(read, &ledger).await?,
        providers: dispositions::providers_of_batches(read).await?,
        imports: imports::of_year(read, year).await?.into_iter().map(imported_file).collect(),
        undone: all.into_iter().filter(|one| one.undone_on.is_some()).map(imported_file).collect(),
        computed_cells: imports::computed_counts(read).await?,
        own_files: imports::standing_files(read).await?,
        catalogue_devices: catalogue::count(read).await?,
        events,
        chain_head: (events > 0).then_some(chain_head),
        verification: workspace.verification.last(),
        signatures: reports::signatures(read, year).await?,
        answers: answers(&settings::all(read).await?),
        reports: sealed(read, year).await?,
        year: figures,
        ledger,
    };
    Ok(Disclosure::of(known)?)
}

/// The year before and the base year, where they have purchases.
async fn beside(
    read: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    year: &YearFigures,
    before: &YearFigures,
) -> Result<Vec<Beside>, ActionError> {
    let mut years = vec![Beside { role: "year before", figures: before.clone() }];
    let base = organisation.coverage_target.base_year.filter(|base| *base != year.year);
    match base {
        Some(base) if base == before.year => years[0].role = "year before and base year",
        Some(base) => {
            let figures = year_figures(read, organisation, ledger, (base, None, None), year.today).await?;
            years.push(Beside { role: "base year", figures });
        }
        None => {}
    }
    years.retain(|one| !one.figures.groups.is_empty());
    Ok(years)
}

/// What coverage was committed to, with the base year's.
async fn target(
    read: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    (year, today): (i32, NaiveDate),
) -> Result<Target, ActionError> {
    let kept = organisation.coverage_target.clone();
    let last_day = |year: i32| organisation.period(year).map(|(_, last)| last);
    let own = organisation.years.iter().filter(|one| one.target_percent.is_some());
    let path: Vec<_> = own.map(|one| (one.year, organisation.target(one.year))).collect();
    let end = end_of_path(&path).filter(|(last, _)| *last >= year);
    let base_percent = match kept.base_year {
        Some(base) => {
            let figures = year_figures(read, organisation, ledger, (base, None, None), today).await?;
            coverage_percent(figures.netting.retired.total(), figures.gross)
        }
        None => None,
    };
    Ok(Target {
        base_end: kept.base_year.and_then(last_day),
        base_percent,
        end: end.and_then(|(year, _)| last_day(year)),
        end_percent: end.map(|(_, share)| share),
        kept,
    })
}

/// Events that can be read; a check names the others.
async fn log(read: &mut Connection) -> Result<Vec<LoggedEvent>, ActionError> {
    let events = stored::log(read).await?.into_iter().filter_map(|logged| {
        let dated = logged.event()?;
        Some(LoggedEvent { sequence: logged.sequence, hash: logged.hash, dated })
    });
    Ok(events.collect())
}

async fn orders(read: &mut Connection, ledger: &Ledger) -> Result<BTreeMap<String, i64>, ActionError> {
    if ledger.holdings().all(|holding| holding.lot.facts.order_number.is_none()) {
        return Ok(BTreeMap::new());
    }
    Ok(order_lines::counts(read).await?)
}

async fn sealed(
    read: &mut Connection,
    year: i32,
) -> Result<Vec<(SealedReport, ReportedFigures)>, ActionError> {
    let mut sealed = Vec::new();
    for report in reports::of_year(read, year).await? {
        let figures = reports::figures(read, year, report.version).await?;
        sealed.push((report, figures));
    }
    Ok(sealed)
}

fn edited_claim(claim: claims::Claim) -> EditedClaim {
    EditedClaim { text: claim.text, suggested: claim.suggested, edited_on: claim.edited_on }
}

fn imported_file(import: Import) -> ImportedFile {
    ImportedFile {
        number: import.number,
        id: import.id,
        kind: import.kind,
        file_name: import.file_name,
        file_sha256: import.file_sha256,
        sheet: import.sheet,
        imported_on: import.imported_on,
        undone_on: import.undone_on,
        rows_read: import.sums.rows_read,
        rows_imported: import.sums.rows_imported,
        rows_skipped: import.sums.rows_skipped,
        rows_rejected: import.sums.rows_rejected,
        mass: import.sums.mass,
    }
}
