//! XML events with the limits of the reading process. No entity is ever expanded.

use super::limits::Metered;
use crate::error::ReadError;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::{BufReader, Read};

/// A source that is told where a piece begins.
pub(crate) trait Piecewise: Read {
    /// A new tag or text begins.
    fn begin_piece(&mut self);
}

impl<R: Read> Piecewise for Metered<R> {
    fn begin_piece(&mut self) {
        Metered::begin_piece(self);
    }
}

impl<P: Piecewise + ?Sized> Piecewise for Box<P> {
    fn begin_piece(&mut self) {
        (**self).begin_piece();
    }
}

/// A stream of XML events; empty elements arrive as a start and an end.
pub(crate) struct Xml<R> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
}

impl<R: Piecewise> Xml<R> {
    pub(super) fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(BufReader::with_capacity(64 * 1024, source));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::with_capacity(1024) }
    }

    /// The next event. A document type is refused: spreadsheets have none.
    pub(super) fn next(&mut self) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        self.reader.get_mut().get_mut().begin_piece();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::DocType(_)) => Err(ReadError::damaged("it declares entities of its own")),
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(error)) => Err(ReadError::from_io(&error)),
            Err(error) => Err(ReadError::damaged(error)),
        }
    }

    /// Reads on to the end of the element that was just begun, and gathers its text.
    pub(super) fn text(&mut self, text: &mut String) -> Result<(), ReadError> {
        let mut depth = 0_u32;
        loop {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Text(piece) => text.push_str(&piece.xml10_content()),
                Event::CData(piece) => text.push_str(&piece.xml10_content()),
                Event::GeneralRef(name) => text.push(character(&name)?),
                Event::Eof => return Err(ReadError::Truncated),
                _ => {}
            }
        }
    }

    /// Reads on to the end of the element that was just begun.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let mut depth = 0_u32;
        loop {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ReadError::Truncated),
                _ => {}
            }
        }
    }
}

/// The character of a reference such as `&amp;` or `&#228;`.
pub(super) fn character(name: &BytesRef) -> Result<char, ReadError> {
    let known = match name.as_ref() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return numbered(name),
    };
    Ok(known)
}

fn numbered(name: &BytesRef) -> Result<char, ReadError> {
    let unknown = || ReadError::damaged(format!("it uses the unknown entity {}", name.as_ref() as &str));
    name.resolve_char_ref().ok().flatten().ok_or_else(unknown)
}

/// The unescaped value of an attribute, by its local name.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Result<Option<String>, ReadError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(ReadError::damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            return value.map(|value| Some(value.into_owned())).map_err(ReadError::damaged);
        }
    }
    Ok(None)
}

/// Whether an attribute is present and true.
pub(super) fn flag(element: &BytesStart, name: &str) -> Result<bool, ReadError> {
    Ok(attribute(element, name)?.is_some_and(|value| value == "1" || value == "true"))
}

/// XML without limits, for tests.
#[cfg(test)]
pub(super) struct Plain<R>(pub(super) R);

#[cfg(test)]
impl<R: Read> Read for Plain<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(buffer)
    }
}

#[cfg(test)]
impl<R: Read> Piecewise for Plain<R> {
    fn begin_piece(&mut self) {}
}
