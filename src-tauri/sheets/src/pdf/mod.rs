//! A PDF to be written: pages of text, lines and areas in points from the top left, the same bytes for the same
//! content. It is an archive's file (PDF/A-2u): everything it needs is inside, and every letter can be read out.

mod draw;
mod typeface;

pub use typeface::Typeface;

use super::workbook::WriteError;
use chrono::NaiveDate;

/// Width and height of a page of paper size A4.
pub const A4: (f32, f32) = (595.0, 842.0);

/// A document to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Title in the document properties.
    pub title: String,
    /// Author in the document properties.
    pub author: String,
    /// Creation date in the document properties; nothing else depends on the day.
    pub created: NaiveDate,
    /// Pages, in order.
    pub pages: Vec<Page>,
}

impl Document {
    /// The document's bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WriteError> {
        draw::bytes(self)
    }
}

/// A page: what is drawn later lies above.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Everything on it, in order.
    pub marks: Vec<Mark>,
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of text.
    Text {
        /// Where it starts, is centred or ends, on its base line.
        at: (f32, f32),
        /// Which of the three.
        side: Side,
        /// Its letters.
        text: String,
        /// Its look.
        style: Style,
    },
    /// A filled area.
    Area {
        /// Its edges.
        area: Area,
        /// Radius of its corners.
        radius: f32,
        /// How it is filled.
        fill: Fill,
    },
    /// A straight line.
    Line {
        /// One end.
        from: (f32, f32),
        /// The other.
        to: (f32, f32),
        /// Its width.
        width: f32,
        /// Its colour.
        colour: Colour,
    },
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How an area is filled. A pattern says the same as its colour, to whoever cannot tell colours apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// One colour.
    Plain(Colour),
    /// Light slanting lines on a colour.
    Slanted(Colour),
    /// Light dots on a colour.
    Dotted(Colour),
    /// Slanting lines of a colour on white, with an edge.
    Open(Colour),
    /// An edge alone.
    Edge(Colour),
}

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Look of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Size in points.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// All figures as wide as one another.
    pub is_tabular: bool,
}

/// Weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// For what is read.
    Regular,
    /// For headings and figures.
    Bold,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        let style = Style { size: 10.0, weight: Weight::Regular, colour: Colour(0, 0, 0), is_tabular: true };
        let text = Mark::Text { at: (40.0, 60.0), side: Side::Start, text: text.into(), style };
        let area = Area { x: 40.0, y: 80.0, width: 100.0, height: 20.0 };
        let colour = Colour(11, 90, 102);
        let fills = [
            Fill::Plain(colour),
            Fill::Slanted(colour),
            Fill::Dotted(colour),
            Fill::Open(colour),
            Fill::Edge(colour),
        ];
        let mut marks = vec![text, Mark::Line { from: (0.0, 0.0), to: (9.0, 9.0), width: 1.0, colour }];
        marks.extend(fills.map(|fill| Mark::Area { area, radius: 2.0, fill }));
        Document {
            title: "A".into(),
            author: "B".into(),
            created: NaiveDate::from_ymd_opt(2026, 6, 16).expect("a day"),
            pages: vec![Page { marks }, Page::default()],
        }
    }

    #[test]
    fn the_same_content_is_the_same_bytes() {
        let bytes = document("1,250,000 I-TECs").to_bytes().expect("a document");
        assert!(bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(document("1,250,000 I-TECs").to_bytes().expect("a document"), bytes);
        assert_ne!(document("1,250,001 I-TECs").to_bytes().expect("a document"), bytes);
    }

    #[test]
    fn no_letter_and_no_size_breaks_a_document() {
        for text in ["", "漢字 العربية 😀 \u{0}\u{1b}\u{feff}\u{fffe}", "Łódź Ωμέγα Москва ﬁn", "a\tb\nc"]
        {
            document(text).to_bytes().unwrap_or_else(|error| panic!("{text}: {error}"));
        }
        let mut odd = document("x");
        let area = Area { x: 1.0, y: 1.0, width: 0.0, height: -3.0 };
        odd.pages[0].marks.push(Mark::Area { area, radius: 9.0, fill: Fill::Dotted(Colour(1, 2, 3)) });
        odd.to_bytes().expect("a document");
    }
}
