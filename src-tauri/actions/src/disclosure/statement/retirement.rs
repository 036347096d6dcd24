//! First page of one retirement's statement: what was retired, for whom, and what it covers of the year.

use super::canvas::Canvas;
use super::charts::{Part, Step, bar, rows};
use super::look::*;
use super::parts::{answer, claim, facts, head, limits};
use crate::ActionError;
use crate::disclosure::claim::of_retirement;
use crate::disclosure::figures::{Figures, RetiredRun};
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::ledger::retirement::Retirement;
use planner_core::percent::percent;
use planner_sheets::pdf::Fill;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Lots that are drawn apart.
const MOST_LOTS: usize = 6;

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    figures: &Figures,
    retirement: &Retirement,
) -> Result<(), ActionError> {
    let runs: Vec<_> = figures.runs_of(&retirement.id).collect();
    let on = runs.first().map(|run| day(run.on)).unwrap_or_default();
    let below =
        format!("Retired on {on} for reporting year {}  ·  as of {}", retirement.year, day(figures.today));
    let y = head(canvas, figures, &format!("Retirement statement {}", retirement.id), &below);
    let (quantity, gross) = (retirement.quantity(), figures.requirement.gross);
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
    let y = facts(canvas, y + 2.0, &claimed(figures, retirement, &runs));
    let title = format!("Its part in the coverage of {}", retirement.year);
    let y =
        bar(canvas, y + 6.0, &title, gross.max(figures.requirement.retired), &coverage(figures, quantity));
    let lots = by_lot(&runs);
    let y = rows(canvas, (MARGIN, y), WIDTH, "Taken from", (quantity, &lots));
    let y = claim(canvas, y + 24.0, &of_retirement(figures, retirement)?);
    limits(canvas, y);
    Ok(())
}

fn coverage(figures: &Figures, quantity: i64) -> Vec<Part> {
    let view = &figures.requirement;
    let others = view.retired - quantity;
    vec![
        Part::new("This statement", quantity, RETIRED),
        Part::new("Other retirements of the year", others, Fill::Slanted(OTHER_INK)),
        Part::new("Not yet covered", (view.gross - view.retired).max(0), Fill::Edge(LINE)),
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
    figures: &Figures,
    retirement: &Retirement,
    runs: &[RetiredRun<'_>],
) -> Vec<(&'static str, String)> {
    let (start, end) = figures.period();
    let organisation = figures.organisation.display_name();
    let holder = list(runs.iter().map(|run| Some(run.lot.facts.entity.as_deref().unwrap_or(organisation))));
    vec![
        ("Beneficiary", beneficiary(retirement)),
        ("On behalf of", retirement.entity.clone().unwrap_or_else(|| organisation.to_owned())),
        ("Account holder", holder),
        ("Registry", list(runs.iter().map(|run| Some(run.lot.registry.as_str())))),
        ("Period", format!("{} to {}", day_text(&start), day_text(&end))),
        ("Class", list(runs.iter().map(|run| Some(run.lot.class.as_str()))) + ", 1 certificate = 1 kg"),
        ("Purpose", "Coverage of new IT hardware".into()),
        ("Claim level", retirement.claim_level.replace('_', " ")),
        ("Justification", retirement.because.clone().unwrap_or_default()),
        ("Evidence", evidence(figures, runs)),
    ]
}

/// The beneficiary with its country and what identifies it.
fn beneficiary(retirement: &Retirement) -> String {
    let further = [&retirement.beneficiary_country, &retirement.beneficiary_identifier];
    let parts = [Some(&retirement.beneficiary)].into_iter().chain(further.map(Option::as_ref));
    parts.flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The event, and the documents and statements of everything that was retired, each once.
fn evidence(figures: &Figures, runs: &[RetiredRun<'_>]) -> String {
    let event = runs.first().and_then(|run| run.event).map(|event| format!("event {event}"));
    let mut ids: Vec<String> = event.into_iter().collect();
    for run in runs {
        for id in figures.documents_of_run(run).into_iter().chain(figures.statement_of(run.lot)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.join(", ")
}
