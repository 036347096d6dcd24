//! Tags and texts of a worksheet part, straight from its bytes. A sheet of a million rows is half a gigabyte of markup,
//! so nothing is copied that is not kept; whatever else XML allows is read past or refused in words.

use crate::error::ReadError;
use crate::format::limits::too_large;
use crate::format::xml::Piecewise;
use memchr::{memchr, memmem};

/// Bytes read at once.
const WINDOW: usize = 256 * 1024;
/// Bytes of one tag or text.
const MAX_PIECE: usize = 24 * 1024 * 1024;

/// A piece of markup; it is valid until the next one is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// An element begins; an empty one ends at once.
    Open {
        /// Its name without a prefix.
        name: &'a [u8],
        /// What stands behind the name.
        attributes: &'a [u8],
        /// Whether it ends at once.
        is_empty: bool,
    },
    /// An element ends.
    Close(&'a [u8]),
    /// Text as it stands, its entities not resolved.
    Text(&'a [u8]),
    /// Text that has no entities.
    Literal(&'a [u8]),
    /// The part is over.
    End,
}

/// A part read from the front to the end.
pub(super) struct Scanner<R> {
    source: R,
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
}

impl<R: Piecewise> Scanner<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, buffer: vec![0; WINDOW], at: 0, filled: 0 }
    }

    /// The next piece. A document type is refused: spreadsheets have none.
    pub(super) fn next(&mut self) -> Result<Token<'_>, ReadError> {
        loop {
            if self.at == self.filled && !self.more()? {
                return Ok(Token::End);
            }
            if self.buffer[self.at] != b'<' {
                let length = self.text_length()?;
                return Ok(Token::Text(self.take(length)));
            }
            while self.filled - self.at < 2 {
                if !self.more()? {
                    return Err(ReadError::Truncated);
                }
            }
            let second = self.buffer[self.at + 1];
            match second {
                b'!' if self.begins_with(LITERAL)? => {
                    let length = self.closed_by(LITERAL_END)?;
                    let literal = self.take(length);
                    return Ok(Token::Literal(&literal[LITERAL.len()..length - LITERAL_END.len()]));
                }
                b'!' if self.begins_with(COMMENT)? => self.at += self.closed_by(COMMENT_END)?,
                b'!' => return Err(ReadError::damaged("it declares entities of its own")),
                b'?' => self.at += self.closed_by(b"?>")?,
                _ => {
                    let length = self.length(tag_length)?.ok_or(ReadError::Truncated)?;
                    return Ok(tag(self.take(length)));
                }
            }
        }
    }

    /// The content and the end of a cell that was just begun, where all it holds is one plain value: most cells are so.
    pub(super) fn plain_value(&mut self) -> Option<&[u8]> {
        let value = self.buffer[self.at..self.filled].strip_prefix(VALUE)?;
        let length = memchr(b'<', value)?;
        let (value, end) = value.split_at(length);
        if !end.starts_with(VALUE_END) || value.iter().any(|byte| matches!(byte, b'&' | b'\r')) {
            return None;
        }
        let begin = self.at + VALUE.len();
        self.at = begin + length + VALUE_END.len();
        Some(&self.buffer[begin..begin + length])
    }

    /// Reads on to the end of the element that was just begun.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let mut depth = 0_u32;
        loop {
            match self.next()? {
                Token::Open { is_empty, .. } => depth += u32::from(!is_empty),
                Token::Close(_) if depth == 0 => return Ok(()),
                Token::Close(_) => depth -= 1,
                Token::End => return Err(ReadError::Truncated),
                Token::Text(_) | Token::Literal(_) => {}
            }
        }
    }

    /// Reads on to the end of the element that was just begun, and gathers its text.
    pub(super) fn text(&mut self, text: &mut String) -> Result<(), ReadError> {
        let mut depth = 0_u32;
        loop {
            match self.next()? {
                Token::Open { is_empty, .. } => depth += u32::from(!is_empty),
                Token::Close(_) if depth == 0 => return Ok(()),
                Token::Close(_) => depth -= 1,
                Token::Text(piece) => push_resolved(piece, text)?,
                Token::Literal(piece) => push_lines(utf8(piece)?, text),
                Token::End => return Err(ReadError::Truncated),
            }
        }
    }

    fn take(&mut self, length: usize) -> &[u8] {
        self.at += length;
        &self.buffer[self.at - length..self.at]
    }

    fn begins_with(&mut self, start: &[u8]) -> Result<bool, ReadError> {
        while self.filled - self.at < start.len() && self.more()? {}
        Ok(self.buffer[self.at..self.filled].starts_with(start))
    }

    fn text_length(&mut self) -> Result<usize, ReadError> {
        self.length(|bytes| memchr(b'<', bytes)).map(|length| length.unwrap_or(self.filled - self.at))
    }

    /// The length of a piece of markup through its end.
    fn closed_by(&mut self, end: &[u8]) -> Result<usize, ReadError> {
        let found = self.length(|bytes| memmem::find(bytes, end).map(|at| at + end.len()))?;
        found.ok_or(ReadError::Truncated)
    }

    /// The length that `find` answers, with more read as long as it answers none; none where the part ends before.
    fn length(&mut self, find: impl Fn(&[u8]) -> Option<usize>) -> Result<Option<usize>, ReadError> {
        loop {
            if let Some(length) = find(&self.buffer[self.at..self.filled]) {
                return Ok(Some(length));
            }
            if !self.more()? {
                return Ok(None);
            }
        }
    }

    /// Reads on; what was not taken yet stays. False at the end.
    fn more(&mut self) -> Result<bool, ReadError> {
        self.buffer.copy_within(self.at..self.filled, 0);
        self.filled -= self.at;
        self.at = 0;
        if self.filled == self.buffer.len() {
            if self.buffer.len() >= MAX_PIECE {
                return Err(too_large("too long a piece of text", "24 MiB in one piece".into()));
            }
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        self.source.begin_piece();
        let read = self.source.read(&mut self.buffer[self.filled..])?;
        self.filled += read;
        Ok(read > 0)
    }
}

const VALUE: &[u8] = b"<v>";
const VALUE_END: &[u8] = b"</v></c>";
const COMMENT: &[u8] = b"<!--";
const COMMENT_END: &[u8] = b"-->";
const LITERAL: &[u8] = b"<![CDATA[";
const LITERAL_END: &[u8] = b"]]>";

/// Bytes through the tag's end; a quoted value may hold one too.
fn tag_length(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (index, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(index + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    None
}

fn tag(bytes: &[u8]) -> Token<'_> {
    let inside = &bytes[1..bytes.len() - 1];
    if let Some(name) = inside.strip_prefix(b"/") {
        return Token::Close(local(name.trim_ascii_end()));
    }
    let (inside, is_empty) = match inside.strip_suffix(b"/") {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let end = inside.iter().position(u8::is_ascii_whitespace).unwrap_or(inside.len());
    let (name, attributes) = inside.split_at(end);
    Token::Open { name: local(name), attributes, is_empty }
}

/// A name without its prefix. Names are short: a loop is faster than a search.
fn local(name: &[u8]) -> &[u8] {
    position(name, b':').map_or(name, |at| &name[at + 1..])
}

fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    bytes.iter().position(|byte| *byte == wanted)
}

/// The attributes of a tag: name without prefix and value as it stands, in order.
pub(super) fn attributes(mut rest: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let equals = position(rest, b'=')?;
        let name = rest[..equals].trim_ascii();
        let behind = rest[equals + 1..].trim_ascii_start();
        let (quote, behind) = behind.split_first()?;
        let end = position(behind, *quote).filter(|_| matches!(quote, b'"' | b'\''))?;
        rest = &behind[end + 1..];
        Some((local(name), &behind[..end]))
    })
}

/// Text of a part; a part in another encoding is refused in words.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes).map_err(|_| ReadError::damaged("its text is not in UTF-8"))
}

/// Appends text with its entities resolved and its line ends as one character each.
fn push_resolved(bytes: &[u8], text: &mut String) -> Result<(), ReadError> {
    let mut rest = utf8(bytes)?;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        push_lines(&rest[..at], text);
        let unknown = || ReadError::damaged("it holds an & that begins no entity");
        let (name, behind) = rest[at + 1..].split_once(';').ok_or_else(unknown)?;
        text.push(character(name)?);
        rest = behind;
    }
    push_lines(rest, text);
    Ok(())
}

/// Appends text; XML reads every end of a line as a line feed.
fn push_lines(piece: &str, text: &mut String) {
    if memchr(b'\r', piece.as_bytes()).is_some() {
        text.push_str(&piece.replace("\r\n", "\n").replace('\r', "\n"));
    } else {
        text.push_str(piece);
    }
}

/// The character of an entity such as `amp` or `#228`.
fn character(name: &str) -> Result<char, ReadError> {
    let numbered = || {
        let number = name.strip_prefix('#')?;
        let code = match number.strip_prefix('x') {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        code.ok().filter(|code| *code > 0).and_then(char::from_u32)
    };
    match name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => numbered().ok_or_else(|| {
            let shown: String = name.chars().take(40).collect();
            ReadError::damaged(format!("it uses the unknown entity {shown}"))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::xml::Plain;
    use std::io::Read;

    /// Hands out one byte at a time, so that every piece crosses an end of what was read.
    struct Slowly<'a>(&'a [u8]);

    impl Read for Slowly<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0.read(&mut buffer[..1])
        }
    }

    fn tokens(source: impl Read) -> Vec<String> {
        let mut scanner = Scanner::new(Plain(source));
        let mut tokens = Vec::new();
        loop {
            tokens.push(match scanner.next().expect("readable") {
                Token::End => return tokens,
                Token::Open { name, attributes: rest, is_empty } => {
                    let pairs: Vec<_> =
                        attributes(rest).map(|(name, value)| [name, b"=", value].concat()).collect();
                    let shown = String::from_utf8_lossy(&pairs.join(&b' ')).into_owned();
                    format!("<{} {shown}{}", String::from_utf8_lossy(name), if is_empty { "/" } else { "" })
                }
                Token::Close(name) => format!("/{}", String::from_utf8_lossy(name)),
                Token::Text(text) => format!("“{}”", String::from_utf8_lossy(text)),
                Token::Literal(text) => format!("[{}]", String::from_utf8_lossy(text)),
            });
        }
    }

    #[test]
    fn pieces_are_the_same_however_they_arrive() {
        let part =
            "<?xml version='1.0'?><!-- <c> --><x:c r=\"A1\" t = 's>' />a &lt;b<v >1</x:v ><![CDATA[<&>]]>";
        let expected = ["<c r=A1 t=s>/", "“a &lt;b”", "<v ", "“1”", "/v", "[<&>]"];
        assert_eq!(tokens(part.as_bytes()), expected);
        assert_eq!(tokens(Slowly(part.as_bytes())), expected);
    }

    #[test]
    fn text_is_resolved() {
        let mut text = String::new();
        let part = "a&amp;&#228;&#xe4;\r\nb<i>c</i><![CDATA[&d]]></t>";
        Scanner::new(Plain(part.as_bytes())).text(&mut text).expect("readable");
        assert_eq!(text, "a&ää\nbc&d");
        for wrong in ["&bomb;</t>", "&#0;</t>", "& </t>", "never closed", "<!DOCTYPE x></t>", "<", "<!"] {
            let read = Scanner::new(Plain(wrong.as_bytes())).text(&mut text);
            assert!(read.is_err(), "{wrong}");
        }
    }
}
