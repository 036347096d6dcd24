//! Marks into a PDF.

use super::{A4, Area, Colour, Document, Fill, Mark, Side, Style, Typeface};
use crate::workbook::WriteError;
use chrono::Datelike;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{Path, PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{self, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::{SerializeSettings, error::KrillaError};

/// From one line or dot of a pattern to the next, in points.
const PATTERN_STEP: f32 = 4.0;
const WHITE: Colour = Colour(255, 255, 255);

pub(super) fn bytes(document: &Document) -> Result<Vec<u8>, WriteError> {
    let typeface =
        Typeface::load().ok_or_else(|| failed("the typeface that ships with the app is damaged"))?;
    let archive = ConfigurationBuilder::new().with_archival_validator(Archival::A2_U).finish();
    let configuration = archive.map_err(|_| failed("no PDF version fits an archive"))?;
    let settings = SerializeSettings { configuration, ..Default::default() };
    let mut pdf = krilla::Document::new_with(settings);
    for page in &document.pages {
        let size = PageSettings::from_wh(A4.0, A4.1).ok_or_else(|| failed("a page has no size"))?;
        let mut sheet = pdf.start_page_with(size);
        let mut surface = sheet.surface();
        for mark in &page.marks {
            draw(&mut surface, &typeface, mark);
        }
        surface.finish();
        sheet.finish();
    }
    pdf.set_metadata(metadata(document));
    pdf.finish().map_err(|error: KrillaError| failed(&error.to_string()))
}

fn failed(why: &str) -> WriteError {
    WriteError::Pdf(why.to_owned())
}

fn metadata(document: &Document) -> Metadata {
    let day = document.created;
    let created = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(u8::try_from(day.month()).unwrap_or(1))
        .day(u8::try_from(day.day()).unwrap_or(1))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(document.title.clone())
        .authors(vec![document.author.clone()])
        .creator("I-TEC Planner".into())
        .language("en".into())
        .creation_date(created)
}

fn draw(surface: &mut Surface<'_>, typeface: &Typeface, mark: &Mark) {
    match mark {
        Mark::Text { at, side, text, style } => draw_text(surface, typeface, (*at, *side), text, *style),
        Mark::Area { area, radius, fill } => draw_area(surface, *area, *radius, *fill),
        Mark::Line { from, to, width, colour } => stroke(surface, *from, *to, *width, *colour),
    }
}

fn draw_text(
    surface: &mut Surface<'_>,
    typeface: &Typeface,
    (at, side): ((f32, f32), Side),
    text: &str,
    style: Style,
) {
    let shaped = typeface.shape(text, style);
    let width = shaped.width * style.size;
    let x = match side {
        Side::Start => at.0,
        Side::Middle => at.0 - width / 2.0,
        Side::End => at.0 - width,
    };
    if shaped.glyphs.is_empty() {
        return;
    }
    surface.set_stroke(None);
    surface.set_fill(Some(ink(style.colour)));
    let font = typeface.font(style.weight).clone();
    surface.draw_glyphs(Point::from_xy(x, at.1), &shaped.glyphs, font, &shaped.text, style.size, false);
}

fn draw_area(surface: &mut Surface<'_>, area: Area, radius: f32, fill: Fill) {
    let Some(path) = outline(area, radius) else { return };
    let (ground, edge) = match fill {
        Fill::Plain(colour) | Fill::Slanted(colour) | Fill::Dotted(colour) => (Some(colour), None),
        Fill::Open(colour) => (Some(WHITE), Some(colour)),
        Fill::Edge(colour) => (None, Some(colour)),
    };
    if let Some(ground) = ground {
        surface.set_stroke(None);
        surface.set_fill(Some(ink(ground)));
        surface.draw_path(&path);
    }
    surface.push_clip_path(&path, &FillRule::NonZero);
    match fill {
        Fill::Slanted(_) => slants(surface, area, WHITE),
        Fill::Open(colour) => slants(surface, area, colour),
        Fill::Dotted(_) => dots(surface, area),
        Fill::Plain(_) | Fill::Edge(_) => {}
    }
    surface.pop();
    if let Some(edge) = edge {
        surface.set_fill(None);
        surface.set_stroke(Some(pen(edge, 0.8)));
        surface.draw_path(&path);
    }
}

fn slants(surface: &mut Surface<'_>, area: Area, colour: Colour) {
    let (bottom, mut x) = (area.y + area.height, area.x - area.height);
    while x < area.x + area.width {
        stroke(surface, (x, bottom), (x + area.height, area.y), 0.9, colour);
        x += PATTERN_STEP;
    }
}

fn dots(surface: &mut Surface<'_>, area: Area) {
    let (mut y, mut is_odd) = (area.y + PATTERN_STEP / 2.0, false);
    while y < area.y + area.height {
        let mut x = area.x + if is_odd { PATTERN_STEP } else { PATTERN_STEP / 2.0 };
        while x < area.x + area.width {
            let dot = Area { x: x - 0.6, y: y - 0.6, width: 1.2, height: 1.2 };
            draw_area(surface, dot, 0.6, Fill::Plain(WHITE));
            x += PATTERN_STEP;
        }
        (y, is_odd) = (y + PATTERN_STEP / 2.0, !is_odd);
    }
}

fn stroke(surface: &mut Surface<'_>, from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(pen(colour, width)));
        surface.draw_path(&path);
    }
}

fn ink(Colour(red, green, blue): Colour) -> paint::Fill {
    let colour = rgb::Color::new(red, green, blue);
    paint::Fill { paint: colour.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pen(Colour(red, green, blue): Colour, width: f32) -> Stroke {
    Stroke { paint: rgb::Color::new(red, green, blue).into(), width, ..Default::default() }
}

/// The edge of an area, its corners rounded; nothing where it has no size.
fn outline(Area { x, y, width, height }: Area, radius: f32) -> Option<Path> {
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let (right, bottom) = (x + width, y + height);
    let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    // How far a curve's handle stands from its corner to come closest to a circle.
    let handle = radius * (1.0 - 0.552_284_8);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - handle, y, right, y + handle, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.cubic_to(x + handle, bottom, x, bottom - handle, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + handle, x + handle, y, x + radius, y);
    path.close();
    path.finish()
}
