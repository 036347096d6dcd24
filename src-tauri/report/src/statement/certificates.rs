//! Second page: the certificates by serial number, and what those of a year cost.

use super::canvas::Canvas;
use super::look::*;
use super::money;
use super::parts::{TableColumn, TableRow, heading, table};
use crate::disclosure::Disclosure;
use crate::run::RetiredRun;
use planner_core::ledger::lot::Origin;
use planner_core::ledger::retirement::Retirement;

/// Lines that the page has room for, and those that it has room to explain.
const MOST_LINES: usize = 32;
const MOST_EXPLAINED: usize = 19;
const COLUMNS: [TableColumn; 7] = [
    ("Statement", 60.0, false),
    ("Retired on", 68.0, false),
    ("Beneficiary", 106.0, false),
    ("Serial numbers", 132.0, false),
    ("Vintage", 40.0, false),
    ("Origin", 46.0, false),
    ("I-TECs", WIDTH - 452.0, true),
];
/// Draws those of a retirement, or those of the year and its money.
pub(crate) fn draw(canvas: &mut Canvas<'_>, disclosure: &Disclosure, retirement: Option<&Retirement>) {
    let runs: Vec<_> = match retirement {
        Some(one) => disclosure.runs_of(&one.id).collect(),
        None => disclosure.retired_runs().collect(),
    };
    let y = heading(canvas, (MARGIN, MARGIN), WIDTH, "Certificates retired", "1 I-TEC = 1 kg") + 8.0;
    let y = lines(canvas, y, &runs);
    if retirement.is_none() {
        money::draw(canvas, y + 16.0, disclosure);
    }
}

/// A row a serial run; where the next part begins.
fn lines(canvas: &mut Canvas<'_>, y: f32, runs: &[RetiredRun<'_>]) -> f32 {
    if runs.is_empty() {
        canvas.text((MARGIN, y + 14.0), "Nothing is retired for this year yet.", SOFT);
        return y + 30.0;
    }
    let quantity = |runs: &[RetiredRun<'_>]| runs.iter().map(|run| run.serials.quantity()).sum::<i64>();
    let shown = runs.get(..MOST_LINES).unwrap_or(runs);
    let hidden = runs.get(shown.len()..).unwrap_or_default();
    let mut rows: Vec<_> = shown.iter().map(|run| row(run, runs.len() <= MOST_EXPLAINED)).collect();
    let empty = || vec![String::new(); COLUMNS.len()];
    if !hidden.is_empty() {
        let more = format!("{} further lines, on the sheet Retirement lines of the workbook", hidden.len());
        rows.push(TableRow { cells: ended(empty(), quantity(hidden)), below: Some(more) });
    }
    let mut total = ended(empty(), quantity(runs));
    if let Some(first) = total.first_mut() {
        "Total".clone_into(first);
    }
    table(canvas, y, &COLUMNS, &rows, &total)
}

/// Cells with a quantity in the last.
fn ended(mut cells: Vec<String>, quantity: i64) -> Vec<String> {
    if let Some(last) = cells.last_mut() {
        *last = grouped(quantity);
    }
    cells
}

fn row(run: &RetiredRun<'_>, is_explained: bool) -> TableRow {
    let lot = run.lot;
    let separator = if lot.prefix.is_empty() { "" } else { "-" };
    let origin = match lot.origin {
        Origin::Purchased => "Bought",
        Origin::SelfGenerated => "Own",
        Origin::TransferredIn => "Received",
    };
    let cells = vec![
        run.retirement.id.clone(),
        day(run.on),
        run.retirement.beneficiary.clone(),
        format!("{}{separator}{} – {}", lot.prefix, run.serials.start(), run.serials.end()),
        lot.vintage.to_string(),
        origin.to_owned(),
        grouped(run.serials.quantity()),
    ];
    let known = [
        &lot.facts.project,
        &lot.facts.facility,
        &lot.facts.methodology_version,
        &lot.facts.verification_body,
    ];
    let known: Vec<_> = known.into_iter().flatten().map(String::as_str).collect();
    let below = format!("{}, lot {}; {}", lot.registry, lot.id, known.join(", "));
    TableRow { cells, below: is_explained.then(|| below.trim_end_matches("; ").to_owned()) }
}
