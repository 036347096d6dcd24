//! Charts, as lines and areas. Lengths are drawn, never computed with: every bar has its exact number beside it.

use super::canvas::Canvas;
use super::look::*;
use super::parts::heading;
use planner_sheets::pdf::Fill;

/// A part of a whole, drawn and named.
pub(crate) struct Part {
    pub name: String,
    pub quantity: i64,
    pub fill: Fill,
}

impl Part {
    pub fn new(name: &str, quantity: i64, fill: Fill) -> Self {
        Self { name: name.to_owned(), quantity, fill }
    }
}

/// A length for a quantity.
fn length(quantity: i64, whole: i64, width: f32) -> f32 {
    if whole <= 0 { 0.0 } else { (quantity.clamp(0, whole) as f64 / whole as f64) as f32 * width }
}

/// Parts of a whole in one bar, with a legend; where the next part begins.
pub(crate) fn bar(canvas: &mut Canvas<'_>, y: f32, title: &str, whole: i64, parts: &[Part]) -> f32 {
    let y = heading(canvas, (MARGIN, y), WIDTH, title, "I-TEC");
    canvas.area((MARGIN, y), (WIDTH, 20.0), 4.0, Fill::Plain(TRACK));
    let mut x = MARGIN;
    for part in parts.iter().filter(|part| part.quantity > 0) {
        let width = length(part.quantity, whole, WIDTH).min(MARGIN + WIDTH - x);
        canvas.area((x, y), (width, 20.0), 2.0, part.fill);
        x += width;
    }
    let shown: Vec<_> = parts.iter().filter(|part| part.quantity > 0).collect();
    let mut x = MARGIN;
    for part in shown {
        canvas.area((x, y + 28.0), (9.0, 9.0), 2.0, part.fill);
        canvas.text((x + 14.0, y + 35.6), &part.name, SMALL);
        canvas.text((x + 14.0, y + 46.8), &grouped(part.quantity), STRONG);
        x += canvas.width(&part.name, SMALL).max(canvas.width(&grouped(part.quantity), STRONG)) + 36.0;
    }
    y + 80.0
}

/// A row of the sum: what it is, from where to where, and whether it is a result.
pub(crate) struct Step {
    pub name: String,
    pub from: i64,
    pub quantity: i64,
    pub fill: Fill,
    pub sign: &'static str,
}

/// Rows of a sum, each with its bar from where to where.
pub(crate) fn rows(
    canvas: &mut Canvas<'_>,
    (x, y): (f32, f32),
    width: f32,
    title: &str,
    (whole, steps): (i64, &[Step]),
) -> f32 {
    let mut y = heading(canvas, (x, y), width, title, "I-TEC") + 2.0;
    let (names, numbers) = ((width * 0.3).min(150.0), 70.0);
    let track = width - names - numbers;
    for step in steps {
        let is_result = step.sign == "=";
        let style = if is_result { STRONG } else { BODY };
        canvas.fitting((x, y + 10.5), &step.name, style, names - 6.0);
        let left = x + names;
        canvas.line((left, y - 2.0), (left, y + 20.5), 0.6, LINE);
        let start = left + length(step.from, whole, track);
        canvas.area((start, y), (length(step.quantity, whole, track), 16.0), 2.0, step.fill);
        canvas.text((left + track + 10.0, y + 10.5), step.sign, SOFT);
        canvas.right((x + width, y + 10.5), &grouped(step.quantity), tabular(style));
        y += 22.5;
    }
    y
}

/// Stacked columns: a name below, the sum above.
pub(crate) fn columns(
    canvas: &mut Canvas<'_>,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
    title: &str,
    groups: &[(String, Vec<Part>)],
) {
    let top = heading(canvas, (x, y), width, title, "I-TEC") + 14.0;
    let bottom = y + height - 14.0;
    let sum = |parts: &[Part]| parts.iter().map(|part| part.quantity).sum::<i64>();
    let whole = groups.iter().map(|(_, parts)| sum(parts)).max().unwrap_or(0);
    let slots = u16::try_from(groups.len().max(3)).unwrap_or(u16::MAX);
    let slot = width / f32::from(slots);
    let thick = (slot * 0.56).min(34.0);
    let mut left = x;
    for (name, parts) in groups {
        let mut at = bottom;
        for part in parts.iter().filter(|part| part.quantity > 0) {
            let tall = length(part.quantity, whole, bottom - top);
            canvas.area((left + (slot - thick) / 2.0, at - tall), (thick, tall), 1.5, part.fill);
            at -= tall;
        }
        canvas.middle((left + slot / 2.0, at - 4.0), &grouped(sum(parts)), tabular(SMALL_STRONG));
        canvas.middle((left + slot / 2.0, bottom + 11.0), name, tabular(SMALL));
        left += slot;
    }
    canvas.line((x, bottom), (x + width, bottom), 0.6, INK_3);
}
