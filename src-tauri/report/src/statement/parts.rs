//! Parts that every statement has: head, foot, badge, facts, table, claim, signatures.

use super::canvas::Canvas;
use super::look::*;
use crate::disclosure::Disclosure;
use planner_core::report::Status;
use planner_sheets::pdf::{A4, Fill};

/// Whose statement it is and what it is; where the content begins.
pub(crate) fn head(canvas: &mut Canvas<'_>, disclosure: &Disclosure, title: &str, below: &str) -> f32 {
    let y = MARGIN;
    mark(canvas, (MARGIN, y - 12.0));
    canvas.fitting((MARGIN + 24.0, y), &disclosure.known.organisation, HEADING, WIDTH - 220.0);
    canvas.right((MARGIN + WIDTH, y), "IT Asset Reuse Certificates (I-TECs)", SOFT);
    canvas.rule(y + 14.0, LINE);
    canvas.text((MARGIN, y + 48.0), title, TITLE);
    badge(canvas, (MARGIN + canvas.width(title, TITLE) + 12.0, y + 48.0), disclosure.status());
    canvas.fitting((MARGIN, y + 66.0), below, SOFT, WIDTH);
    y + 82.0
}

/// The sign of the app: bars in a petrol square.
fn mark(canvas: &mut Canvas<'_>, (x, y): (f32, f32)) {
    canvas.area((x, y), (16.0, 16.0), 4.0, Fill::Plain(ACCENT));
    for (index, height) in [(0.0, 5.0), (1.0, 9.0), (2.0, 7.0)] {
        canvas.area((x + 3.6 + index * 3.2, y + 12.5 - height), (2.2, height), 0.6, Fill::Plain(WHITE));
    }
}

/// What the statement may be taken for.
fn badge(canvas: &mut Canvas<'_>, (x, y): (f32, f32), status: Status) {
    let (word, ink, ground) = match status {
        Status::Final => ("Final", ACCENT, ACCENT_SOFT),
        Status::Restated => ("Restated", ACCENT, ACCENT_SOFT),
        Status::Draft => ("Draft", WARM, WARM_SOFT),
    };
    let style = coloured(STRONG, ink);
    let width = canvas.width(word, style) + 14.0;
    canvas.area((x, y - 14.0), (width, 17.0), 4.0, Fill::Plain(ground));
    canvas.middle((x + width / 2.0, y - 2.2), word, style);
}

/// What stands at the foot of every page.
pub(crate) fn footer(canvas: &mut Canvas<'_>, title: &str, head: &str, page: u8) {
    let y = A4.1 - 30.0;
    canvas.rule(y - 14.0, HAIRLINE);
    canvas.text((MARGIN, y), title, SMALL);
    canvas.middle((A4.0 / 2.0, y), &format!("Chain head {}", head.get(..16).unwrap_or(head)), SMALL);
    canvas.right((MARGIN + WIDTH, y), &format!("Page {page} of 3"), tabular(SMALL));
}

/// A heading with its unit at the right; where its content begins.
pub(crate) fn heading(canvas: &mut Canvas<'_>, at: (f32, f32), width: f32, text: &str, unit: &str) -> f32 {
    canvas.text(at, text, HEADING);
    canvas.right((at.0 + width, at.1), unit, SMALL);
    at.1 + 12.0
}

/// Two big figures side by side, each with what it says.
pub(crate) fn answer(canvas: &mut Canvas<'_>, y: f32, figures: [(&str, &str); 2]) -> f32 {
    let (half, height) = (WIDTH / 2.0, 84.0);
    canvas.area((MARGIN, y), (WIDTH, height), 8.0, Fill::Plain(ACCENT_SOFT));
    for (index, (figure, says)) in [0.0, 1.0].into_iter().zip(figures) {
        let x = MARGIN + 18.0 + index * half;
        canvas.text((x, y + 41.0), figure, HERO);
        canvas.lines((x, y + 58.0), says, coloured(BODY, INK_2), half - 34.0, 2);
    }
    y + height + 30.0
}

/// Names with what is said of them, in two columns; where the next part begins.
pub(crate) fn facts(canvas: &mut Canvas<'_>, y: f32, facts: &[(&str, String)]) -> f32 {
    let (half, name) = (WIDTH / 2.0, 96.0);
    let mut bottom = y;
    let left = facts.len().div_ceil(2);
    for (column, facts) in [(0.0, facts.get(..left)), (1.0, facts.get(left..))] {
        let x = MARGIN + column * (half + 6.0);
        let mut at = y;
        for (what, says) in facts.unwrap_or_default() {
            canvas.text((x, at), what, SOFT);
            let says = if says.is_empty() { "–" } else { says };
            at = canvas.lines((x + name, at), says, BODY, half - name - 10.0, 2) + 1.5;
            canvas.line((x, at - 9.4), (x + half - 6.0, at - 9.4), 0.5, HAIRLINE);
            at += 3.0;
        }
        bottom = bottom.max(at);
    }
    bottom + 14.0
}

/// A text to be taken word for word, and what must be said beside it.
pub(crate) fn claim(canvas: &mut Canvas<'_>, y: f32, text: &str) -> f32 {
    let y = heading(canvas, (MARGIN, y), WIDTH, "Claim text", "to be taken word for word");
    let text = if text.is_empty() { "Nothing is retired yet, so there is nothing to claim." } else { text };
    let (whole, most) = (canvas.height(text, QUOTE, WIDTH - 30.0), 5.0 * 14.2);
    let height = whole.min(most);
    canvas.area((MARGIN, y - 2.0), (2.5, height + 7.0), 1.0, Fill::Plain(ACCENT));
    let below = canvas.lines((MARGIN + 14.0, y + 9.0), text, QUOTE, WIDTH - 30.0, 5);
    if whole > most {
        canvas.text(
            (MARGIN + 14.0, below),
            "The whole text stands on the sheet README of the workbook.",
            SMALL,
        );
    }
    y + height + 22.0
}

/// What no reader may take the certificates for.
pub(crate) fn limits(canvas: &mut Canvas<'_>, y: f32) {
    const TEXT: &str = "Reported separately from the Scope 3 inventory, which stays gross. An I-TEC is a mass of IT hardware put back into circulation, not a carbon credit. CDP has no dedicated question for commodity certificates. The figures are those of the retirement summary, where each has an id that leads to the spreadsheet cells and ledger events behind it.";
    canvas.lines((MARGIN, y), TEXT, SMALL, WIDTH, 4);
}

/// A column of a table: its header, its width, and whether it holds numbers.
pub(crate) type TableColumn = (&'static str, f32, bool);

/// A row of a table, and what is said below it.
pub(crate) struct TableRow {
    pub cells: Vec<String>,
    pub below: Option<String>,
}

/// A table with a line under its headers and above its totals; where the next part begins.
pub(crate) fn table(
    canvas: &mut Canvas<'_>,
    y: f32,
    columns: &[TableColumn],
    rows: &[TableRow],
    total: &[String],
) -> f32 {
    cells(canvas, y, columns, columns.iter().map(|column| column.0), SMALL_STRONG);
    canvas.rule(y + 5.0, LINE);
    let mut at = y + 18.0;
    for row in rows {
        cells(canvas, at, columns, row.cells.iter().map(String::as_str), BODY);
        if let Some(below) = &row.below {
            at += 11.0;
            canvas.fitting(
                (MARGIN + columns.first().map_or(0.0, |column| column.1), at),
                below,
                SMALL,
                WIDTH - 130.0,
            );
        }
        canvas.rule(at + 5.0, HAIRLINE);
        at += 15.5;
    }
    canvas.rule(at - 10.5, INK_3);
    cells(canvas, at + 1.0, columns, total.iter().map(String::as_str), STRONG);
    at + 15.5
}

fn cells<'t>(
    canvas: &mut Canvas<'_>,
    y: f32,
    columns: &[TableColumn],
    texts: impl Iterator<Item = &'t str>,
    style: planner_sheets::pdf::Style,
) {
    let mut x = MARGIN;
    for ((_, width, is_number), text) in columns.iter().zip(texts) {
        if *is_number {
            canvas.right((x + width, y), text, tabular(style));
        } else {
            canvas.fitting((x, y), text, style, width - 8.0);
        }
        x += width;
    }
}
