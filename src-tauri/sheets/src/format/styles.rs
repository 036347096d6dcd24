//! How cells are shown: which are dates, which show a mass unit, which are struck through.

use super::xml::{Piecewise, Xml, attribute};
use crate::error::ReadError;
use planner_core::mass::MassUnit;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a cell's style says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellFormat {
    /// The number is a date.
    pub(super) is_date: bool,
    /// The unit shown behind it.
    pub(super) unit: Option<MassUnit>,
    /// A line is drawn through it.
    pub(super) is_struck: bool,
}

/// What each cell style says, in order.
pub(super) fn read<R: Piecewise>(mut xml: Xml<R>) -> Result<Vec<CellFormat>, ReadError> {
    let mut codes = HashMap::new();
    let (mut formats, mut fonts) = (Vec::new(), Vec::new());
    let (mut in_cell_styles, mut in_fonts) = (false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    codes.insert(id, from_code(&attribute(&element, "formatCode")?.unwrap_or_default()));
                }
                "fonts" => in_fonts = true,
                "font" if in_fonts => fonts.push(false),
                "strike" if in_fonts => {
                    let is_struck =
                        attribute(&element, "val")?.is_none_or(|said| said != "0" && said != "false");
                    fonts.last_mut().into_iter().for_each(|font| *font = is_struck);
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    let font = attribute(&element, "fontId")?.and_then(|font| font.parse::<usize>().ok());
                    let is_struck = font.and_then(|font| fonts.get(font)).copied().unwrap_or_default();
                    let format = codes.get(&id).copied().unwrap_or_else(|| built_in(&id));
                    formats.push(CellFormat { is_struck, ..format });
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "fonts" => in_fonts = false,
                "cellXfs" => in_cell_styles = false,
                _ => {}
            },
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}

fn built_in(id: &str) -> CellFormat {
    let is_date = matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58));
    CellFormat { is_date, ..CellFormat::default() }
}

/// What a format code says: literals are set apart, and only the first section counts.
pub(super) fn from_code(code: &str) -> CellFormat {
    let (mut tokens, mut literals, mut elapsed) = (String::new(), String::new(), false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => literals.extend(letters.by_ref().take_while(|letter| *letter != '"')),
            '\\' => literals.extend(letters.next()),
            '_' | '*' => _ = letters.next(),
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                elapsed |= matches!(inside.chars().next(), Some('h' | 'm' | 's' | 'H' | 'M' | 'S'));
            }
            _ => tokens.extend(letter.to_lowercase()),
        }
    }
    let has = |letters: &[char]| tokens.contains(letters);
    let is_date = !elapsed && (has(&['y', 'd']) || (has(&['m']) && !has(&['h', 's'])));
    let is_date = is_date && tokens != "standard";
    CellFormat { is_date, unit: unit_of(&literals), is_struck: false }
}

fn unit_of(literals: &str) -> Option<MassUnit> {
    let word = literals.trim().to_lowercase();
    MassUnit::from_symbol(word.strip_suffix('s').filter(|unit| *unit == "lb").unwrap_or(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_date_or_unit() {
        for (code, is_date, unit) in [
            ("yyyy\\-mm\\-dd", true, None),
            ("[$-409]d\\-mmm\\-yy;@", true, None),
            ("mmm yyyy", true, None),
            ("h:mm:ss", false, None),
            ("[h]:mm", false, None),
            ("0.00", false, None),
            ("General", false, None),
            ("#,##0.00 [$€-407]", false, None),
            ("0.0\" kg\"", false, Some(MassUnit::Kilogram)),
            ("0.0\\ \"lbs\"", false, Some(MassUnit::Pound)),
            ("[Red]-0", false, None),
        ] {
            assert_eq!(from_code(code), CellFormat { is_date, unit, is_struck: false }, "{code}");
        }
    }
}
