//! Retiring certificates: what would be taken and why, and the one irrevocable event.

use crate::evidence::evidence_view;
use crate::journal::write_event;
use crate::numbers::{given, percent_text, percentage};
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::views::certificates::{
    ProposedLot, RangeView, RetirementLineView, RetirementProposal, RetirementRequest, RetirementView,
    ReversalView,
};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::figure::YearFigures;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::Subject;
use planner_core::ledger::holding::{Holding, Source};
use planner_core::ledger::lot::SerialRange;
use planner_core::ledger::retire::{LotPick, Take, usable_states};
use planner_core::ledger::retirement::{Retirement, Standing};
use planner_core::ledger::turn::Turn;
use planner_core::percent::coverage_percent;
use planner_core::requirement::needed;
use planner_core::year::reporting_year;
use planner_store::{Connection, ledger as stored};

/// What a request comes to, before it is decided whether it can be done.
struct Plan {
    on: NaiveDate,
    ledger: Ledger,
    quantity: i64,
    takes: Result<Vec<Take>, ActionError>,
}

async fn plan(
    connection: &mut Connection,
    request: &RetirementRequest,
    workspace: &Workspace,
) -> Result<Plan, ActionError> {
    reporting_year(request.year)?;
    let on = workspace.day(request.on.as_deref())?;
    let ledger = workspace.kept_ledger.take(connection).await?;
    let quantity = asked_quantity(connection, &ledger, request, workspace).await?;
    let takes = takes(&ledger, request, quantity, on);
    let quantity =
        quantity.unwrap_or_else(|| takes.as_ref().map_or(0, |takes| takes.iter().map(Take::quantity).sum()));
    Ok(Plan { on, ledger, quantity, takes })
}

async fn figures(
    connection: &mut Connection,
    ledger: &Ledger,
    request: &RetirementRequest,
    workspace: &Workspace,
) -> Result<YearFigures, ActionError> {
    let organisation = Organisation::load(connection).await?;
    let asked = (request.year, request.entity.as_deref(), None);
    year_figures(connection, &organisation, ledger, asked, workspace.today).await
}

/// Units asked for: by number, or by the share of the gross requirement to be covered.
async fn asked_quantity(
    connection: &mut Connection,
    ledger: &Ledger,
    request: &RetirementRequest,
    workspace: &Workspace,
) -> Result<Option<i64>, ActionError> {
    match (request.quantity, request.cover_percent.as_deref()) {
        (Some(_), Some(_)) => Err(ActionError::request("Give a quantity or a coverage, not both.")),
        (Some(quantity), None) => Ok(Some(quantity)),
        (None, Some(text)) => {
            let figures = figures(connection, ledger, request, workspace).await?;
            let goal = needed(figures.gross, percentage("coverage", text)?);
            let missing = goal - figures.netting.retired.total();
            if missing <= 0 {
                let year = request.year;
                return Err(ActionError::new(
                    "already_covered",
                    format!("{text} % of the requirement for {year} is already retired."),
                ));
            }
            Ok(Some(missing))
        }
        (None, None) if !request.lots.is_empty() => Ok(None),
        (None, None) => {
            Err(ActionError::request("Say how many certificates to retire, or the coverage to reach."))
        }
    }
}

fn takes(
    ledger: &Ledger,
    request: &RetirementRequest,
    quantity: Option<i64>,
    on: NaiveDate,
) -> Result<Vec<Take>, ActionError> {
    if ledger.is_locked(request.year) {
        return Err(planner_core::ledger::LedgerError::YearLocked { year: request.year }.into());
    }
    if request.lots.is_empty() {
        return Ok(ledger.propose(quantity.unwrap_or(0), request.year, on)?);
    }
    let picks: Vec<_> = request
        .lots
        .iter()
        .map(|choice| LotPick { lot_id: choice.lot_id.clone(), quantity: choice.quantity })
        .collect();
    Ok(ledger.propose_from(&picks, quantity, request.year, on)?)
}

/// What a retirement would take and leave; it writes nothing.
pub async fn propose_retirement(
    workspace: &Workspace,
    request: &RetirementRequest,
) -> Result<RetirementProposal, ActionError> {
    let mut read = workspace.store.read().await?;
    let plan = plan(&mut read, request, workspace).await?;
    let figures = figures(&mut read, &plan.ledger, request, workspace).await?;
    let netting = figures.netting;
    let (takes, refusal) = match plan.takes {
        Ok(takes) => (takes, None),
        Err(error) => (Vec::new(), Some(error.message)),
    };
    let taken: i64 = takes.iter().map(Take::quantity).sum();
    let retired_after = netting.retired.total() + taken;
    let coverage = |retired| coverage_percent(retired, figures.gross).map(percent_text);
    let usable = |holding: &&Holding| plan.ledger.usable(holding, request.year, plan.on);
    let proposal = RetirementProposal {
        year: request.year,
        as_of: plan.on.to_string(),
        quantity: plan.quantity,
        usable: plan.ledger.covering_lots(plan.on).iter().map(usable).sum(),
        lots: proposed_lots(&plan.ledger, &takes, request, plan.on),
        gross: figures.gross,
        needed: netting.needed,
        retired_before: netting.retired.total(),
        coverage_percent_before: coverage(netting.retired.total()),
        coverage_percent_after: coverage(retired_after),
        held_after: (netting.held.total() + netting.reserved.total() - taken).max(0),
        remaining_after: netting.remaining(),
        refusal,
    };
    workspace.kept_ledger.keep(stored::head(&mut read).await?.1, plan.ledger);
    Ok(proposal)
}

/// Lots in the order in which they are taken, then the usable ones that are not needed.
fn proposed_lots(
    ledger: &Ledger,
    takes: &[Take],
    request: &RetirementRequest,
    today: NaiveDate,
) -> Vec<ProposedLot> {
    let mut lots = Vec::new();
    let mut usable = ledger.covering_lots(today);
    usable.retain(|holding| ledger.usable(holding, request.year, today) > 0);
    for take in takes {
        let Ok(holding) = ledger.lot(&take.lot_id) else { continue };
        let reason = if request.lots.is_empty() { Turn::of(holding, &usable).word() } else { "chosen" };
        lots.push(proposed_lot(
            ledger,
            holding,
            (take.quantity(), &take.serials),
            reason,
            request.year,
            today,
        ));
    }
    for holding in usable {
        if takes.iter().all(|take| take.lot_id != holding.lot.id) {
            let states = usable_states(request.year);
            let usable = holding.take(i64::MAX, Source { states: &states, by: Some(today) });
            lots.push(proposed_lot(ledger, holding, (0, &usable), "not_needed", request.year, today));
        }
    }
    lots
}

fn proposed_lot(
    ledger: &Ledger,
    holding: &Holding,
    (quantity, serials): (i64, &[SerialRange]),
    reason: &str,
    year: i32,
    today: NaiveDate,
) -> ProposedLot {
    let range = |serials: &SerialRange| RangeView {
        serial_start: serials.start(),
        serial_end: serials.end(),
        state: "held".to_owned(),
        year: None,
    };
    ProposedLot {
        lot_id: holding.lot.id.clone(),
        expires_on: holding.lot.expires_on.to_string(),
        serial_prefix: holding.lot.prefix.clone(),
        usable: ledger.usable(holding, year, today),
        quantity,
        ranges: serials.iter().map(range).collect(),
        reason: reason.to_owned(),
    }
}

/// Retires certificates: one irrevocable event.
pub async fn retire(
    workspace: &Workspace,
    request: &RetirementRequest,
) -> Result<RetirementView, ActionError> {
    let claim_level = claim_level(request)?;
    let mut write = workspace.store.write().await?;
    let mut plan = plan(&mut write, request, workspace).await?;
    let takes = plan.takes?;
    let organisation = Organisation::load(&mut write).await?;
    let beneficiary = given(Some(&request.beneficiary)).or_else(|| given(Some(&organisation.name)));
    let retirement = Retirement {
        id: next_retirement_id(&plan.ledger, request.year),
        year: request.year,
        beneficiary: beneficiary
            .ok_or_else(|| ActionError::request("Name the beneficiary, as the registry is to print it."))?,
        beneficiary_country: given(request.beneficiary_country.as_deref()),
        beneficiary_identifier: given(request.beneficiary_identifier.as_deref()),
        entity: given(request.entity.as_deref()),
        claim_level,
        because: given(request.because.as_deref()),
        purpose: given(request.purpose.as_deref()),
        registry_reference: given(request.registry_reference.as_deref()),
        registry_link: given(request.registry_link.as_deref()),
        lines: takes.iter().flat_map(Take::lines).collect(),
    };
    let event = Event::Retired(retirement.clone());
    let sequence = write_event(&mut write, &mut plan.ledger, event, plan.on, workspace).await?;
    let (_, head) = stored::head(&mut write).await?;
    write.commit().await?;
    let standing = Standing { on: plan.on, recorded_on: Some(workspace.today), retirement };
    let view = view(&plan.ledger, &standing, sequence);
    workspace.kept_ledger.keep(head, plan.ledger);
    Ok(view)
}

/// Reverses a retirement that the registry has reversed: a further event, and its certificates are held again.
pub async fn reverse_retirement(
    workspace: &Workspace,
    retirement_id: &str,
    evidence: &str,
    on: Option<&str>,
) -> Result<ReversalView, ActionError> {
    let on = workspace.day(on)?;
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let retirement = ledger.retirement(retirement_id)?.clone();
    let evidence = evidence.trim().to_owned();
    let event = Event::Reversed { retirement: retirement.clone(), evidence: evidence.clone() };
    let event = write_event(&mut write, &mut ledger, event, on, workspace).await?;
    write.commit().await?;
    Ok(ReversalView {
        quantity: retirement.quantity(),
        retirement_id: retirement.id,
        event,
        on: on.to_string(),
        recorded_on: workspace.today.to_string(),
        year: retirement.year,
        evidence,
    })
}

/// Retirements that stand, the latest first.
pub async fn retirements(workspace: &Workspace) -> Result<Vec<RetirementView>, ActionError> {
    let mut read = workspace.store.read().await?;
    let ledger = stored::load(&mut read).await?;
    let events = stored::retirement_events(&mut read).await?;
    let number = |id: &str| events.get(id).copied().unwrap_or_default();
    let mut views: Vec<_> =
        ledger.standing().map(|one| view(&ledger, one, number(&one.retirement.id))).collect();
    views.sort_by_key(|view| -view.event);
    Ok(views)
}

fn claim_level(request: &RetirementRequest) -> Result<String, ActionError> {
    let level = request.claim_level.as_deref().unwrap_or("unassigned").replace('-', "_");
    match level.as_str() {
        "unassigned" => Ok(level),
        "activity" | "activity_pool" | "sector" if given(request.because.as_deref()).is_some() => Ok(level),
        "activity" | "activity_pool" | "sector" => Err(ActionError::request(format!(
            "Claim level {level} needs its justification: say why the certificates support it."
        ))),
        other => Err(ActionError::request(format!(
            "“{other}” is no claim level. It is unassigned, activity, activity_pool or sector."
        ))),
    }
}

/// The next free statement number of a year, such as R-2025-03.
pub(crate) fn next_retirement_id(ledger: &Ledger, year: i32) -> String {
    let start = format!("R-{year}-");
    let numbers = ledger.retirement_ids().filter_map(|id| id.strip_prefix(&start)?.parse::<u32>().ok());
    format!("{start}{:02}", numbers.max().unwrap_or(0) + 1)
}

fn view(ledger: &Ledger, standing: &Standing, event: i64) -> RetirementView {
    let Standing { on, recorded_on, retirement } = standing;
    let evidence = ledger.evidence(&Subject::Retirement(retirement.id.clone()));
    let prefix =
        |lot_id: &str| ledger.lot(lot_id).map(|holding| holding.lot.prefix.clone()).unwrap_or_default();
    RetirementView {
        retirement_id: retirement.id.clone(),
        event,
        on: on.to_string(),
        recorded_on: recorded_on.map(|day| day.to_string()),
        registry_reference: retirement.registry_reference.clone(),
        registry_link: retirement.registry_link.clone(),
        year: retirement.year,
        beneficiary: retirement.beneficiary.clone(),
        beneficiary_country: retirement.beneficiary_country.clone(),
        beneficiary_identifier: retirement.beneficiary_identifier.clone(),
        entity: retirement.entity.clone(),
        claim_level: retirement.claim_level.clone(),
        because: retirement.because.clone(),
        purpose: retirement.purpose.clone(),
        evidence: evidence.iter().map(evidence_view).collect(),
        quantity: retirement.quantity(),
        lines: retirement
            .lines
            .iter()
            .map(|line| RetirementLineView {
                lot_id: line.lot_id.clone(),
                serial_prefix: prefix(&line.lot_id),
                serial_start: line.serials.start(),
                serial_end: line.serials.end(),
                quantity: line.serials.quantity(),
            })
            .collect(),
    }
}
