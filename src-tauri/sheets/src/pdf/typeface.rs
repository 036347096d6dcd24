//! Inter, as it ships with the app: which glyphs a text takes, how wide it is, where it breaks.

use super::{Style, Weight};
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use rustybuzz::ttf_parser::Tag as FaceTag;
use rustybuzz::{Face, Feature, UnicodeBuffer};

static INTER: &[u8] = include_bytes!("../../../../assets/fonts/Inter.ttf");
/// Stands for a letter that the typeface lacks.
const UNKNOWN: char = '□';

/// The typeface in its weights.
pub struct Typeface {
    regular: Cut,
    bold: Cut,
}

struct Cut {
    face: Face<'static>,
    font: Font,
}

/// A text as glyphs.
pub(super) struct Shaped {
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    /// Its width at size 1.
    pub width: f32,
}

impl Typeface {
    /// The typeface; nothing where the file that ships with the app is damaged.
    pub fn load() -> Option<Self> {
        Some(Self { regular: Cut::load(400.0)?, bold: Cut::load(600.0)? })
    }

    fn cut(&self, weight: Weight) -> &Cut {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub(super) fn font(&self, weight: Weight) -> &Font {
        &self.cut(weight).font
    }

    /// How wide a text is, in points.
    pub fn width(&self, text: &str, style: Style) -> f32 {
        self.shape(text, style).width * style.size
    }

    /// The text in lines that are no wider than this. A word longer than a line is broken.
    pub fn lines(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&longer, style) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = self.break_word(word, style, width, &mut lines);
        }
        lines.push(line);
        lines
    }

    /// Fills lines with a word, and returns what is left of it for the last one.
    fn break_word(&self, word: &str, style: Style, width: f32, lines: &mut Vec<String>) -> String {
        let mut rest = String::new();
        for letter in word.chars() {
            let longer = format!("{rest}{letter}");
            if rest.is_empty() || self.width(&longer, style) <= width {
                rest = longer;
            } else {
                lines.push(std::mem::replace(&mut rest, letter.to_string()));
            }
        }
        rest
    }

    /// The text, or as much of it as fits with a mark that there is more.
    pub fn fitting(&self, text: &str, style: Style, width: f32) -> String {
        if self.width(text, style) <= width {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).collect();
        let shortened = |end: &usize| format!("{}…", text.get(..*end).unwrap_or_default().trim_end());
        let fits = ends.partition_point(|end| self.width(&shortened(end), style) <= width);
        ends.get(fits.saturating_sub(1)).map(shortened).unwrap_or_default()
    }

    pub(super) fn shape(&self, text: &str, style: Style) -> Shaped {
        let Cut { face, .. } = self.cut(style.weight);
        let known = |letter: char| match letter {
            letter if letter.is_whitespace() => ' ',
            letter if turns(letter) => UNKNOWN,
            letter if face.glyph_index(letter).is_some() => letter,
            _ => UNKNOWN,
        };
        let text: String = text.chars().map(known).collect();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let figures = Feature::new(FaceTag::from_bytes(b"tnum"), u32::from(style.is_tabular), ..);
        let shaped = rustybuzz::shape(face, &[figures], buffer);
        let em = face.units_per_em() as f32;
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut glyphs = Vec::with_capacity(starts.len());
        for (position, (info, place)) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate()
        {
            let start = info.cluster as usize;
            let rest = starts.get(position..).unwrap_or_default();
            let end = rest.iter().find(|other| **other > start).copied().unwrap_or(text.len());
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                place.x_advance as f32 / em,
                place.x_offset as f32 / em,
                place.y_offset as f32 / em,
                place.y_advance as f32 / em,
                start..end,
                None,
            ));
        }
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Shaped { text, glyphs, width }
    }
}

/// Marks that turn the direction of the text after them: on paper the figures around them would stand turned too.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Cut {
    fn load(weight: f32) -> Option<Self> {
        let mut face = Face::from_slice(INTER, 0)?;
        face.set_variation(FaceTag::from_bytes(b"wght"), weight)?;
        let font = Font::new_variable(INTER.into(), 0, &[(Tag::new(b"wght"), weight)])?;
        Some(Self { face, font })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::Colour;

    const STYLE: Style =
        Style { size: 10.0, weight: Weight::Regular, colour: Colour(0, 0, 0), is_tabular: true };

    #[test]
    fn texts_break_where_they_must() {
        let typeface = Typeface::load().expect("the typeface");
        let lines = typeface.lines("one two three four five six", STYLE, 60.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| typeface.width(line, STYLE) <= 60.0));
        assert_eq!(lines.join(" "), "one two three four five six");
        let long = "x".repeat(60);
        let broken = typeface.lines(&long, STYLE, 60.0);
        assert_eq!(broken.concat(), long);
        assert!(broken.iter().all(|line| typeface.width(line, STYLE) <= 60.0));
        let short = typeface.fitting("A name that is far too long for its column", STYLE, 80.0);
        assert!(short.ends_with('…') && typeface.width(&short, STYLE) <= 80.0);
        assert_eq!(typeface.fitting("Short", STYLE, 80.0), "Short");
    }

    #[test]
    fn figures_are_as_wide_as_one_another() {
        let typeface = Typeface::load().expect("the typeface");
        assert!((typeface.width("111", STYLE) - typeface.width("888", STYLE)).abs() < 0.01);
    }
}
