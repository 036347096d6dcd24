//! First page of a year's statement: its answer, the sum behind it, and the claim.

use super::canvas::Canvas;
use super::charts::{Part, Step, bar, columns, rows};
use super::look::*;
use super::parts::{answer, claim, facts, head, limits};
use crate::disclosure::claim::carried;
use crate::disclosure::figures::{Figures, RetiredRun};
use crate::{ActionError, assets};
use planner_core::ledger::lot::Origin;
use planner_core::requirement::NettingSteps;
use planner_sheets::pdf::Fill;
use std::collections::BTreeMap;

/// Vintages shown apart; older ones share a column.
const MOST_VINTAGES: usize = 5;

pub(super) fn draw(canvas: &mut Canvas<'_>, figures: &Figures) -> Result<(), ActionError> {
    let view = &figures.requirement;
    let (start, end) = figures.period();
    let below = format!(
        "Reporting period {} to {}  ·  as of {}  ·  {}",
        day_text(&start),
        day_text(&end),
        day(figures.today),
        assets::cdp_map()?.cycle
    );
    let y = head(canvas, figures, &format!("Retirement statement {}", figures.year()), &below);
    let covered =
        view.coverage_percent.as_deref().map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
    let y = answer(
        canvas,
        y,
        [
            (&grouped(view.retired), "I-TECs validly retired: kg of IT hardware put back into circulation"),
            (&covered, &format!("of the gross requirement of {} I-TECs", grouped(view.gross))),
        ],
    );
    let steps = figures.year.netting.steps();
    let y = bar(canvas, y, "Coverage of the gross requirement", view.gross, &coverage(figures, steps));
    let (left, gap) = (WIDTH * 0.6, 26.0);
    let steps = sum(figures, steps);
    let whole = view.gross.max(view.needed);
    let bottom = rows(canvas, (MARGIN, y), left, "From gross to what remains", (whole, &steps));
    let right = (MARGIN + left + gap, y);
    let vintages = by_vintage(figures.retired_runs());
    columns(canvas, right, (WIDTH - left - gap, bottom - y), "Retired by vintage", &vintages);
    let y = facts(canvas, bottom + 22.0, &rest(figures));
    let y = claim(canvas, y, &carried(figures)?);
    limits(canvas, y);
    Ok(())
}

fn coverage(figures: &Figures, steps: NettingSteps) -> Vec<Part> {
    let view = &figures.requirement;
    vec![
        Part::new("Retired, bought", steps.bought_retired, RETIRED),
        Part::new("Retired, self-generated", steps.own_retired, OWN),
        Part::new("Held or reserved", steps.own_held + steps.bought_held, HELD),
        Part::new("Remaining to buy", steps.remaining, TO_BUY),
        Part::new("Outside the target", view.gross - view.needed, Fill::Edge(LINE)),
    ]
}

fn sum(figures: &Figures, steps: NettingSteps) -> Vec<Step> {
    let view = &figures.requirement;
    let step =
        |name: &str, from, quantity, fill, sign| Step { name: name.to_owned(), from, quantity, fill, sign };
    let own = steps.own_retired + steps.own_held;
    let to_source = view.needed - own;
    let mut rows = vec![step("Required, gross", 0, view.gross, Fill::Plain(INK), "=")];
    if view.needed != view.gross {
        let name = format!("Target, {} %", view.target_percent);
        rows.push(step(&name, 0, view.needed, Fill::Plain(OTHER_INK), "="));
    }
    rows.extend([
        step("Self-generated", to_source, own, OWN, "−"),
        step("To source", 0, to_source, Fill::Plain(OTHER_INK), "="),
        step("Bought, retired", to_source - steps.bought_retired, steps.bought_retired, RETIRED, "−"),
        step("Bought, held", steps.remaining, steps.bought_held, HELD, "−"),
        step("Remaining to buy", 0, steps.remaining, TO_BUY, "="),
    ]);
    rows
}

/// Units by vintage, bought below self-generated.
pub(super) fn by_vintage<'a>(runs: impl Iterator<Item = RetiredRun<'a>>) -> Vec<(String, Vec<Part>)> {
    let mut units: BTreeMap<i32, (i64, i64)> = BTreeMap::new();
    for run in runs {
        let (bought, own) = units.entry(run.lot.vintage).or_default();
        *(if run.lot.origin == Origin::SelfGenerated { own } else { bought }) += run.serials.quantity();
    }
    let older = units.len().saturating_sub(MOST_VINTAGES);
    let mut shown: Vec<(String, (i64, i64))> = Vec::new();
    for (index, (vintage, (bought, own))) in units.into_iter().enumerate() {
        match shown.last_mut() {
            Some((name, sum)) if index <= older && older > 0 => {
                *name = format!("to {vintage}");
                *sum = (sum.0 + bought, sum.1 + own);
            }
            _ => shown.push((vintage.to_string(), (bought, own))),
        }
    }
    let parts = |(bought, own)| vec![Part::new("Bought", bought, RETIRED), Part::new("Own", own, OWN)];
    shown.into_iter().map(|(name, units)| (name, parts(units))).collect()
}

fn rest(figures: &Figures) -> Vec<(&'static str, String)> {
    let view = &figures.requirement;
    let kg = |text: &str| format!("{} kg", grouped_text(text));
    let specific =
        figures.tier_percentages().0.map(|share| format!("{share} % of the kg, by row or catalogue"));
    let entities = match figures.entities().as_slice() {
        [] => "no hardware line yet".to_owned(),
        few if few.len() <= 3 => few.join("; "),
        many => format!("{} entities, on the sheet Requirement", many.len()),
    };
    vec![
        ("New mass", kg(&view.mass_kg_new)),
        ("Low to high", format!("{} – {}", grouped_text(&view.mass_kg_low), kg(&view.mass_kg_high))),
        ("Specific weights", specific.unwrap_or_default()),
        ("Without a weight", format!("{} lines, in no total", grouped(view.lines_unresolved))),
        ("To retire", grouped(view.to_retire)),
        ("Held, usable", grouped(view.held)),
        ("Lost to expiry", format!("{}, counted as 0", grouped(figures.expired()))),
        ("Entities", entities),
    ]
}
