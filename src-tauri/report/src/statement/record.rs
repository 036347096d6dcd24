//! Last page: what was checked, what it rests on, and who answers for it.

use super::canvas::Canvas;
use super::look::*;
use super::parts::heading;
use crate::checks::{Check, CheckCode, checks};
use crate::disclosure::Disclosure;
use crate::sheets::readme::four_eyes;
use crate::{ReportError, assets};
use planner_core::integrity::Verdict;
use planner_core::report::{Persons, Role};
use planner_sheets::pdf::{A4, Fill};
use planner_sheets::weights::SOURCES;

pub(crate) fn draw(canvas: &mut Canvas<'_>, disclosure: &Disclosure) -> Result<(), ReportError> {
    let (half, gap) = (WIDTH / 2.0, 24.0);
    checked(canvas, disclosure, (MARGIN, MARGIN), half - gap / 2.0)?;
    rests_on(canvas, disclosure, (MARGIN + half + gap / 2.0, MARGIN), half - gap / 2.0)?;
    signatures(canvas, disclosure, A4.1 - 142.0);
    Ok(())
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
    match (check.result, check.blocks_final()) {
        (Verdict::Unknown, _) if check.code == CheckCode::LedgerVerified => {
            format!(": {}", check.detail.as_deref().unwrap_or_default())
        }
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
    let (map, classes) = (assets::cdp_map()?, assets::certificate_classes()?);
    let tables = SOURCES.map(|table| table.name).join("; ");
    let head = disclosure.known.chain_head.as_deref().unwrap_or("no event yet");
    let facts = [
        ("Event chain", format!("{} events, head {head}", grouped(disclosure.known.events))),
        (
            "Files",
            format!("{} imported, each with its hash on the sheet Evidence", disclosure.known.imports.len()),
        ),
        ("Classes", format!("{}, version {}", classes.source, classes.version)),
        ("Weights", format!("rows and catalogue first; else {tables}")),
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
