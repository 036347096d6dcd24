//! First page of a year's statement: its answer, the sum behind it, and the claim.

use super::canvas::Canvas;
use super::charts::{Part, Step, bar, columns, rows};
use super::look::*;
use super::parts::{answer, claim, facts, head, limits};
use crate::claim::carried;
use crate::disclosure::Disclosure;
use crate::known::Beside;
use crate::run::RetiredRun;
use crate::{ReportError, assets};
use planner_core::figure::{Name, YearFigures};
use planner_core::ledger::lot::Origin;
use planner_core::percent::coverage_percent;
use planner_core::requirement::NettingSteps;
use planner_sheets::pdf::Fill;
use std::collections::BTreeMap;

/// Vintages shown apart; older ones share a column.
const MOST_VINTAGES: usize = 5;

pub(crate) fn draw(canvas: &mut Canvas<'_>, disclosure: &Disclosure) -> Result<(), ReportError> {
    let year = &disclosure.known.year;
    let below = format!(
        "Reporting period {}  ·  as of {}  ·  {}",
        period(disclosure),
        day(disclosure.today()),
        assets::cdp_map()?.cycle
    );
    let y = head(canvas, disclosure, &format!("Retirement statement {}", disclosure.year()), &below);
    let covered = disclosure.figure(Name::CoveragePercent);
    let covered = covered.map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
    let retired = grouped(year.netting.retired.total());
    let y = answer(
        canvas,
        y,
        [
            (&retired, "I-TECs validly retired: kg of IT hardware put back into circulation"),
            (&covered, &format!("of the gross requirement of {} I-TECs", grouped(year.gross))),
        ],
    );
    let bottom = charts(canvas, disclosure, y);
    let y = facts(canvas, bottom + 22.0, &rest(disclosure));
    let y = claim(canvas, y, &carried(disclosure)?);
    limits(canvas, y);
    Ok(())
}

/// The reporting period, in days that every reader takes alike.
pub(crate) fn period(disclosure: &Disclosure) -> String {
    disclosure.period().map(|(start, end)| format!("{} to {}", day(start), day(end))).unwrap_or_default()
}

/// Coverage, the sum behind it and the vintages; where the next part begins.
fn charts(canvas: &mut Canvas<'_>, disclosure: &Disclosure, y: f32) -> f32 {
    let year = &disclosure.known.year;
    let steps = year.netting.steps();
    let y = bar(canvas, y, "Coverage of the gross requirement", year.gross, &coverage(year, steps));
    let (left, gap) = (WIDTH * 0.6, 26.0);
    let steps = sum(year, steps);
    let whole = year.gross.max(year.netting.needed);
    let bottom = rows(canvas, (MARGIN, y), left, "From gross to what remains", (whole, &steps));
    let right = (MARGIN + left + gap, y);
    let vintages = by_vintage(disclosure.retired_runs());
    columns(canvas, right, (WIDTH - left - gap, bottom - y), "Retired by vintage", &vintages);
    bottom
}

fn coverage(year: &YearFigures, steps: NettingSteps) -> Vec<Part> {
    vec![
        Part::new("Retired, bought", steps.bought_retired, RETIRED),
        Part::new("Retired, self-generated", steps.own_retired, OWN),
        Part::new("Held or reserved", steps.own_held + steps.bought_held, HELD),
        Part::new("Remaining to buy", steps.remaining, TO_BUY),
        Part::new("Outside the target", year.gross - year.netting.needed, Fill::Edge(LINE)),
    ]
}

fn sum(year: &YearFigures, steps: NettingSteps) -> Vec<Step> {
    let needed = year.netting.needed;
    let step =
        |name: &str, from, quantity, fill, sign| Step { name: name.to_owned(), from, quantity, fill, sign };
    let own = steps.own_retired + steps.own_held;
    let to_source = needed - own;
    let mut rows = vec![step("Required, gross", 0, year.gross, Fill::Plain(INK), "=")];
    if needed != year.gross {
        let name = format!("Target, {} %", year.target.normalize());
        rows.push(step(&name, 0, needed, Fill::Plain(OTHER_INK), "="));
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
pub(crate) fn by_vintage<'a>(runs: impl Iterator<Item = RetiredRun<'a>>) -> Vec<(String, Vec<Part>)> {
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

fn rest(disclosure: &Disclosure) -> Vec<(&'static str, String)> {
    let year = &disclosure.known.year;
    let of = |name: Name| {
        disclosure.figure(name).map(|value| grouped_text(&value.to_string())).unwrap_or_default()
    };
    let specific = disclosure.figure(Name::TierSpecificPercent);
    let specific = specific.map(|share| format!("{share} % of the kg, by row or catalogue"));
    let entities = match disclosure.entities().as_slice() {
        [] => "no hardware line yet".to_owned(),
        few if few.len() <= 3 => few.join("; "),
        many => format!("{} entities, on the sheet Requirement", many.len()),
    };
    let mut facts = vec![
        ("New mass", format!("{} kg", of(Name::MassNew))),
        ("Low to high", format!("{} – {} kg", of(Name::MassLow), of(Name::MassHigh))),
        ("Specific weights", specific.unwrap_or_default()),
        ("Without a weight", format!("{} lines, in no total", grouped(year.lines_unresolved()))),
        ("To retire", of(Name::ToRetire)),
        ("Held, usable", of(Name::Held)),
        ("Lost to expiry", format!("{}, counted as 0", of(Name::Expired))),
        ("Entities", entities),
    ];
    facts.extend(disclosure.known.beside.iter().map(beside));
    facts
}

/// A year beside: its mass and what it covered.
fn beside(one: &Beside) -> (&'static str, String) {
    let figures = &one.figures;
    let retired = figures.netting.retired.total();
    let covered = coverage_percent(retired, figures.gross).map(|share| format!(", {share} % covered"));
    let mass = grouped_text(&figures.mass().mid.to_string());
    let label = if one.role == "base year" { "Base year" } else { "Year before" };
    (label, format!("{}: {mass} kg new{}", figures.year, covered.unwrap_or_default()))
}
