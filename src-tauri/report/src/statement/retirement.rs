//! First page of one retirement's statement: what was retired, for whom, and what it covers of the year.

use super::canvas::Canvas;
use super::charts::{Part, Step, bar, rows};
use super::look::*;
use super::parts::{answer, claim, facts, head, limits};
use super::period::period;
use crate::ReportError;
use crate::claim::of_retirement;
use crate::disclosure::Disclosure;
use crate::run::RetiredRun;
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::ledger::retirement::Retirement;
use planner_core::percent::percent;
use planner_sheets::pdf::Fill;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Lots that are drawn apart.
const MOST_LOTS: usize = 6;

pub(crate) fn draw(
    canvas: &mut Canvas<'_>,
    disclosure: &Disclosure,
    retirement: &Retirement,
) -> Result<(), ReportError> {
    let runs: Vec<_> = disclosure.runs_of(&retirement.id).collect();
    let on = runs.first().map(|run| day(run.on)).unwrap_or_default();
    let below = format!(
        "Retired on {on} for reporting year {}  ·  as of {}",
        retirement.year,
        day(disclosure.today())
    );
    let y = head(canvas, disclosure, &format!("Retirement statement {}", retirement.id), &below);
    let (quantity, gross) = (retirement.quantity(), disclosure.known.year.gross);
    let share = percent(Decimal::from(quantity), Decimal::from(gross));
    let share = share.map_or_else(|| "–".to_owned(), |share| format!("{share:.2} %"));
    let y = answer(
        canvas,
        y,
        [
            (&grouped(quantity), "I-TECs retired: kg of IT hardware put back into circulation"),
            (&share, &format!("of the gross requirement {} of {} I-TECs", retirement.year, grouped(gross))),
        ],
    );
    let y = facts(canvas, y + 2.0, &claimed(disclosure, retirement, &runs));
    let title = format!("Its part in the coverage of {}", retirement.year);
    let retired = disclosure.known.year.netting.retired.total();
    let y = bar(canvas, y + 6.0, &title, gross.max(retired), &coverage((gross, retired), quantity));
    let lots = by_lot(&runs);
    let y = rows(canvas, (MARGIN, y), WIDTH, "Taken from", (quantity, &lots));
    let y = claim(canvas, y + 24.0, &of_retirement(disclosure, retirement)?);
    limits(canvas, y);
    Ok(())
}

fn coverage((gross, retired): (i64, i64), quantity: i64) -> Vec<Part> {
    let others = retired - quantity;
    vec![
        Part::new("This statement", quantity, RETIRED),
        Part::new("Other retirements of the year", others, Fill::Slanted(OTHER_INK)),
        Part::new("Not yet covered", (gross - retired).max(0), Fill::Edge(LINE)),
    ]
}

/// The lots it took from, the largest first.
fn by_lot(runs: &[RetiredRun<'_>]) -> Vec<Step> {
    let mut lots: BTreeMap<&str, (&Lot, i64)> = BTreeMap::new();
    for run in runs {
        lots.entry(&run.lot.id).or_insert((run.lot, 0)).1 += run.serials.quantity();
    }
    let mut lots: Vec<_> = lots.into_values().collect();
    lots.sort_by_key(|(lot, quantity)| (-quantity, &lot.id));
    let step = |name: String, quantity, fill| Step { name, from: 0, quantity, fill, sign: "" };
    let more: i64 = lots.iter().skip(MOST_LOTS).map(|(_, quantity)| quantity).sum();
    let count = lots.len().saturating_sub(MOST_LOTS);
    let mut steps: Vec<_> = lots
        .into_iter()
        .take(MOST_LOTS)
        .map(|(lot, quantity)| {
            let fill = if lot.origin == Origin::SelfGenerated { OWN } else { RETIRED };
            step(format!("{}, vintage {}", lot.id, lot.vintage), quantity, fill)
        })
        .collect();
    if count > 0 {
        steps.push(step(format!("{count} more lots"), more, Fill::Plain(OTHER_INK)));
    }
    steps
}

/// Different words, each once.
fn list<'a>(words: impl Iterator<Item = Option<&'a str>>) -> String {
    words.flatten().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
}

fn claimed(
    disclosure: &Disclosure,
    retirement: &Retirement,
    runs: &[RetiredRun<'_>],
) -> Vec<(&'static str, String)> {
    let organisation = disclosure.known.organisation.as_str();
    let holder = list(runs.iter().map(|run| Some(run.lot.facts.entity.as_deref().unwrap_or(organisation))));
    vec![
        ("Beneficiary", beneficiary(retirement)),
        ("On behalf of", retirement.entity.clone().unwrap_or_else(|| organisation.to_owned())),
        ("Account holder", holder),
        ("Registry", list(runs.iter().map(|run| Some(run.lot.registry.as_str())))),
        ("Registry reference", reference(retirement)),
        ("Recorded here on", runs.first().and_then(|run| run.recorded_on).map(day).unwrap_or_default()),
        ("Period", period(disclosure)),
        ("Class", list(runs.iter().map(|run| Some(run.lot.class.as_str()))) + ", 1 certificate = 1 kg"),
        ("Purpose", "Coverage of new IT hardware".into()),
        ("Claim level", retirement.claim_level.replace('_', " ")),
        ("Justification", retirement.because.clone().unwrap_or_default()),
        ("Evidence", evidence(disclosure, runs)),
    ]
}

/// What the registry calls it, and where it shows it.
fn reference(retirement: &Retirement) -> String {
    let parts = [&retirement.registry_reference, &retirement.registry_link].into_iter().flatten();
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The beneficiary with its country and what identifies it.
fn beneficiary(retirement: &Retirement) -> String {
    let further = [&retirement.beneficiary_country, &retirement.beneficiary_identifier];
    let parts = [Some(&retirement.beneficiary)].into_iter().chain(further.map(Option::as_ref));
    parts.flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The event, and the documents and statements of everything that was retired, each once.
fn evidence(disclosure: &Disclosure, runs: &[RetiredRun<'_>]) -> String {
    let event = runs.first().and_then(|run| run.event).map(|event| format!("event {event}"));
    let mut ids: Vec<String> = event.into_iter().collect();
    for run in runs {
        for id in disclosure.documents_of_run(run).into_iter().chain(disclosure.statement_of(run.lot)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.join(", ")
}
