//! Second page: the certificates by serial number, what was checked, what it rests on, and who answers for it.

use super::canvas::Canvas;
use super::look::*;
use super::parts::{TableColumn, TableRow, heading, table};
use crate::checks::{Check, checks};
use crate::disclosure::Disclosure;
use crate::run::RetiredRun;
use crate::sheets::readme::four_eyes;
use crate::{ReportError, assets};
use planner_core::integrity::Verdict;
use planner_core::ledger::lot::Origin;
use planner_core::ledger::retirement::Retirement;
use planner_core::report::{Persons, Role};
use planner_sheets::pdf::{A4, Fill};

/// Lines that the page has room for, and those that it has room to explain.
const MOST_LINES: usize = 21;
const MOST_EXPLAINED: usize = 13;
const COLUMNS: [TableColumn; 7] = [
    ("Statement", 60.0, false),
    ("Retired on", 68.0, false),
    ("Beneficiary", 106.0, false),
    ("Serial numbers", 132.0, false),
    ("Vintage", 40.0, false),
    ("Origin", 46.0, false),
    ("I-TECs", WIDTH - 452.0, true),
];
/// Where the record of checks begins at the earliest, from the foot.
const RECORD_HEIGHT: f32 = 396.0;

pub(crate) fn draw(
    canvas: &mut Canvas<'_>,
    disclosure: &Disclosure,
    retirement: Option<&Retirement>,
) -> Result<(), ReportError> {
    let runs: Vec<_> = match retirement {
        Some(one) => disclosure.runs_of(&one.id).collect(),
        None => disclosure.retired_runs().collect(),
    };
    let y = heading(canvas, (MARGIN, MARGIN), WIDTH, "Certificates retired", "1 I-TEC = 1 kg") + 8.0;
    lines(canvas, y, &runs);
    let y = A4.1 - RECORD_HEIGHT;
    let (half, gap) = (WIDTH / 2.0, 24.0);
    checked(canvas, disclosure, (MARGIN, y), half - gap / 2.0)?;
    rests_on(canvas, disclosure, (MARGIN + half + gap / 2.0, y), half - gap / 2.0)?;
    signatures(canvas, disclosure, A4.1 - 142.0);
    Ok(())
}

fn lines(canvas: &mut Canvas<'_>, y: f32, runs: &[RetiredRun<'_>]) {
    if runs.is_empty() {
        canvas.text((MARGIN, y + 14.0), "Nothing is retired for this year yet.", SOFT);
        return;
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
    table(canvas, y, &COLUMNS, &rows, &total);
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

fn checked(
    canvas: &mut Canvas<'_>,
    disclosure: &Disclosure,
    (x, y): (f32, f32),
    width: f32,
) -> Result<(), ReportError> {
    let mut y = heading(canvas, (x, y), width, "Checked", "") + 6.0;
    for check in checks(disclosure)? {
        let (sign, colour) = match check.result {
            Verdict::Met => ("✓", ACCENT),
            Verdict::NotMet | Verdict::Unknown => ("!", WARM),
            Verdict::NotApplicable => ("–", INK_3),
        };
        canvas.text((x, y), sign, coloured(STRONG, colour));
        let (words, _) = check.code.words();
        y = canvas.lines((x + 16.0, y), &format!("{words}{}", open(&check)), BODY, width - 16.0, 3) + 4.0;
    }
    Ok(())
}

/// How much of a check is open, and whether that keeps the report from being final.
fn open(check: &Check) -> String {
    let much =
        if check.quantity > 0 { format!("{} open", grouped(check.quantity)) } else { "not yet".to_owned() };
    match (check.result, check.code.blocks_final()) {
        (Verdict::Met, _) => String::new(),
        (Verdict::NotApplicable, _) => ": not applicable".to_owned(),
        (Verdict::NotMet | Verdict::Unknown, true) => format!(": {much}; blocks a final report"),
        (Verdict::NotMet | Verdict::Unknown, false) => format!(": {much}"),
    }
}

fn rests_on(
    canvas: &mut Canvas<'_>,
    disclosure: &Disclosure,
    (x, y): (f32, f32),
    width: f32,
) -> Result<(), ReportError> {
    let mut y = heading(canvas, (x, y), width, "What it rests on", "") + 6.0;
    let (map, classes, weights) =
        (assets::cdp_map()?, assets::certificate_classes()?, assets::shipped_defaults()?);
    let head = disclosure.known.chain_head.as_deref().unwrap_or("no event yet");
    let facts = [
        ("Event chain", format!("{} events, head {head}", grouped(disclosure.known.events))),
        (
            "Files",
            format!("{} imported, each with its hash on the sheet Evidence", disclosure.known.imports.len()),
        ),
        ("Classes", format!("{}, version {}", classes.source, classes.version)),
        ("Weights", format!("rows and catalogue first; else {}", weights.source)),
        ("CDP map", format!("{}, version {}", map.cycle, map.version)),
        ("Made with", format!("I-TEC Planner {}", env!("CARGO_PKG_VERSION"))),
    ];
    for (what, says) in &facts {
        canvas.text((x, y), what, SOFT);
        y = canvas.lines((x + 66.0, y), says, BODY, width - 66.0, 3) + 4.0;
    }
    Ok(())
}

fn signatures(canvas: &mut Canvas<'_>, disclosure: &Disclosure, y: f32) {
    if disclosure.known.persons == Persons::Two {
        canvas.text((MARGIN, y + 94.0), &format!("Four eyes: {}.", four_eyes(disclosure)), SMALL);
    }
    let gap = 20.0;
    let width = (WIDTH - 2.0 * gap) / 3.0;
    let roles = [
        (0.0, "Prepared", Role::Prepared),
        (1.0, "Reviewed", Role::Reviewed),
        (2.0, "Approved", Role::Approved),
    ];
    for (index, word, role) in roles {
        let x = MARGIN + index * (width + gap);
        canvas.area((x, y), (width, 82.0), 6.0, Fill::Edge(LINE));
        canvas.text((x + 10.0, y + 16.0), word, STRONG);
        let signed = disclosure.signed(role);
        let lines =
            [(44.0, "Name", signed.map(|one| one.by.clone())), (68.0, "Date", signed.map(|one| day(one.on)))];
        for (below, what, says) in lines {
            canvas.text((x + 10.0, y + below), what, SMALL);
            canvas.fitting((x + 38.0, y + below), &says.unwrap_or_default(), BODY, width - 48.0);
            canvas.line((x + 36.0, y + below + 3.0), (x + width - 10.0, y + below + 3.0), 0.5, LINE);
        }
    }
}
