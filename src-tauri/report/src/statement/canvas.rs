//! A page while it is drawn on.

use super::look::{MARGIN, WIDTH};
use planner_sheets::pdf::{Area, Colour, Fill, Mark, Page, Side, Style, Typeface};

/// A page while it is drawn on.
pub(crate) struct Canvas<'a> {
    typeface: &'a Typeface,
    page: Page,
}

impl<'a> Canvas<'a> {
    pub fn new(typeface: &'a Typeface) -> Self {
        Self { typeface, page: Page::default() }
    }

    pub fn finish(self) -> Page {
        self.page
    }

    fn put(&mut self, at: (f32, f32), side: Side, text: &str, style: Style) {
        self.page.marks.push(Mark::Text { at, side, text: text.to_owned(), style });
    }

    /// A text that begins here.
    pub fn text(&mut self, at: (f32, f32), text: &str, style: Style) {
        self.put(at, Side::Start, text, style);
    }

    /// A text that ends here.
    pub fn right(&mut self, at: (f32, f32), text: &str, style: Style) {
        self.put(at, Side::End, text, style);
    }

    /// A text centred here.
    pub fn middle(&mut self, at: (f32, f32), text: &str, style: Style) {
        self.put(at, Side::Middle, text, style);
    }

    /// As much of a text as the width takes.
    pub fn fitting(&mut self, at: (f32, f32), text: &str, style: Style, width: f32) {
        let text = self.typeface.fitting(text, style, width);
        self.put(at, Side::Start, &text, style);
    }

    /// A text in lines, at most so many; where the next base line would be.
    pub fn lines(&mut self, at: (f32, f32), text: &str, style: Style, width: f32, most: usize) -> f32 {
        let mut lines = self.typeface.lines(text, style, width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.typeface.fitting(&format!("{last}…"), style, width);
            }
        }
        let mut y = at.1;
        for line in &lines {
            self.put((at.0, y), Side::Start, line, style);
            y += leading(style);
        }
        y
    }

    /// Height that a text in lines takes.
    pub fn height(&self, text: &str, style: Style, width: f32) -> f32 {
        let lines = u16::try_from(self.typeface.lines(text, style, width).len()).unwrap_or(u16::MAX);
        f32::from(lines) * leading(style)
    }

    pub fn width(&self, text: &str, style: Style) -> f32 {
        self.typeface.width(text, style)
    }

    pub fn area(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32, fill: Fill) {
        let area = Area { x, y, width, height };
        self.page.marks.push(Mark::Area { area, radius, fill });
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) {
        self.page.marks.push(Mark::Line { from, to, width, colour });
    }

    /// A line from margin to margin.
    pub fn rule(&mut self, y: f32, colour: Colour) {
        self.line((MARGIN, y), (MARGIN + WIDTH, y), 0.6, colour);
    }
}

/// From one base line to the next.
fn leading(style: Style) -> f32 {
    style.size * 1.42
}
