//! Number formats: which cells are dates, and which show a mass unit.

use super::xml::{Piecewise, Xml, attribute};
use crate::error::ReadError;
use planner_core::mass::MassUnit;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a cell's number format says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// The number is a date.
    pub(super) is_date: bool,
    /// The unit shown behind it.
    pub(super) unit: Option<MassUnit>,
}

/// The number format of each cell style, in order.
pub(super) fn read<R: Piecewise>(mut xml: Xml<R>) -> Result<Vec<NumberFormat>, ReadError> {
    let mut codes = HashMap::new();
    let mut formats = Vec::new();
    let mut in_cell_styles = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    codes.insert(id, from_code(&attribute(&element, "formatCode")?.unwrap_or_default()));
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = attribute(&element, "numFmtId")?.unwrap_or_default();
                    formats.push(codes.get(&id).copied().unwrap_or_else(|| built_in(&id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cell_styles = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}

fn built_in(id: &str) -> NumberFormat {
    let is_date = matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58));
    NumberFormat { is_date, unit: None }
}

/// What a format code says: literals are set apart, and only the first section counts.
pub(super) fn from_code(code: &str) -> NumberFormat {
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
    NumberFormat { is_date: is_date && tokens != "standard", unit: unit_of(&literals) }
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
            assert_eq!(from_code(code), NumberFormat { is_date, unit }, "{code}");
        }
    }
}
