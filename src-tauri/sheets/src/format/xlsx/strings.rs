//! Shared texts in one piece of memory; the counts the file claims are not looked at.

use crate::error::ReadError;
use crate::format::limits::too_large;
use crate::format::xml::{Piecewise, Xml};
use quick_xml::events::Event;

/// Bytes of all shared texts.
const MAX_BYTES: usize = 160 * 1024 * 1024;
/// Shared texts.
const MAX_COUNT: usize = 16_000_000;

/// All shared texts of a workbook.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }

    fn push(&mut self, text: &str) -> Result<(), ReadError> {
        if self.text.len() + text.len() > MAX_BYTES || self.ends.len() >= MAX_COUNT {
            return Err(too_large("too much shared text", "160 MiB of shared text".into()));
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        Ok(())
    }
}

pub(super) fn read<R: Piecewise>(mut xml: Xml<R>) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    let mut text = String::new();
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                text.clear();
                rich_text(&mut xml, &mut text)?;
                strings.push(&unescape(&text))?;
            }
            Event::End(element) if element.local_name().as_ref() == "sst" => return Ok(strings),
            Event::Eof => return Err(ReadError::Truncated),
            _ => {}
        }
    }
}

/// The text of an `si` or `is` element that was just begun; readings of characters are left out.
pub(super) fn rich_text<R: Piecewise>(xml: &mut Xml<R>, text: &mut String) -> Result<(), ReadError> {
    let mut depth = 0_u32;
    loop {
        let (is_text, is_reading) = match xml.next()? {
            Event::Start(element) => {
                let name = element.local_name();
                (name.as_ref() == "t", name.as_ref() == "rPh")
            }
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            Event::Eof => return Err(ReadError::Truncated),
            _ => continue,
        };
        if is_text {
            xml.text(text)?;
        } else if is_reading {
            xml.skip()?;
        } else {
            depth += 1;
        }
    }
}

/// `_x000D_` and the like stand for characters that XML cannot hold.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let escaped = rest.get(at + 2..at + 7).filter(|code| code.ends_with('_'));
        let letter =
            escaped.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => out.push(letter),
            None => out.push_str("_x"),
        }
        rest = &rest[at + if letter.is_some() { 7 } else { 2 }..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_characters() {
        for (text, expected) in
            [("a_x000D_b", "a\rb"), ("_x", "_x"), ("_x12", "_x12"), ("_x005F_x", "_x"), ("ä_xüß", "ä_xüß")]
        {
            assert_eq!(unescape(text), expected);
        }
    }

    #[test]
    fn a_lookup_beyond_the_end_is_nothing() {
        let mut strings = Strings::default();
        strings.push("ab").expect("room");
        strings.push("c").expect("room");
        assert_eq!((strings.get(0), strings.get(1), strings.get(2)), (Some("ab"), Some("c"), None));
    }
}
