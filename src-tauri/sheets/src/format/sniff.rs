//! What a file is, by its first bytes and never by its name.

use super::archive::Archive;
use super::device_library::is_library;
use crate::error::ReadError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes that are looked at.
const SAMPLE: usize = 64 * 1024;

/// A container that may hold a spreadsheet.
pub(super) enum Container {
    /// xlsx, xlsb, ods, a device type library.
    Zip(Archive),
    /// xls.
    Ole,
    /// A flat OpenDocument spreadsheet.
    FlatOds,
    /// Separated text.
    Text,
}

/// Beginnings of files that are something else.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"ID;P", "a SYLK file"),
];

/// Record words with which Excel files without an OLE container begin.
const OLD_EXCEL: &[(&[u8], &str)] = &[
    (b"\x09\x00\x04\x00", "Excel 2"),
    (b"\x09\x02\x06\x00", "Excel 3"),
    (b"\x09\x04\x06\x00", "Excel 4"),
    (b"\x09\x08\x08\x00\x00\x05", "Excel 5.0/95"),
];

pub(super) fn sniff(path: &Path) -> Result<Container, ReadError> {
    let mut start = Vec::new();
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(ReadError::Unreadable { reason: "it is a folder".into() });
    }
    file.take(SAMPLE as u64).read_to_end(&mut start)?;
    if start.is_empty() {
        return Err(ReadError::Empty);
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return zip(path);
    }
    if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Ok(Container::Ole);
    }
    if let Some((_, format)) = OLD_EXCEL.iter().find(|(signature, _)| start.starts_with(signature)) {
        return Err(ReadError::TooOld { format: (*format).into() });
    }
    text(&start)
}

fn zip(path: &Path) -> Result<Container, ReadError> {
    let archive = Archive::open(path)?;
    let other = [
        ("word/", "a Word document"),
        ("ppt/", "a PowerPoint presentation"),
        ("Index/", "an Apple Numbers document; export it as .xlsx"),
    ];
    let known = ["xl/workbook.xml", "xl/workbook.bin", "content.xml", "_rels/.rels"];
    for (folder, found) in other {
        if archive.has_folder(&folder.to_lowercase()) {
            return Err(ReadError::NotASpreadsheet { found: found.into() });
        }
    }
    match known.iter().any(|name| archive.has(name)) || is_library(&archive) {
        true => Ok(Container::Zip(archive)),
        false => Err(ReadError::NotASpreadsheet { found: "a zip archive without a workbook".into() }),
    }
}

fn text(start: &[u8]) -> Result<Container, ReadError> {
    let not = |found: &str| Err(ReadError::NotASpreadsheet { found: found.into() });
    if let Some((_, found)) = SIGNATURES.iter().find(|(signature, _)| start.starts_with(signature)) {
        return not(found);
    }
    let beginning = String::from_utf8_lossy(&start[..start.len().min(4096)]).to_lowercase();
    let beginning = beginning.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if beginning.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return not("an XML Spreadsheet 2003; open it in a spreadsheet and save it as .xlsx");
    }
    if beginning.starts_with('<') && beginning.contains("<office:document") {
        return match beginning.contains("opendocument.spreadsheet") {
            true => Ok(Container::FlatOds),
            false => not("a flat OpenDocument file that is no spreadsheet"),
        };
    }
    if beginning.starts_with("<!doctype html") || (beginning.starts_with('<') && has_table(beginning)) {
        return not(
            "a web page (HTML) under a spreadsheet's name; open it in a spreadsheet and save it as .xlsx",
        );
    }
    if beginning.starts_with("<?xml") || beginning.starts_with('<') {
        return not("an XML document");
    }
    if beginning.starts_with('{') || beginning.starts_with("[{") || beginning.starts_with("[[") {
        return not("a JSON document");
    }
    if is_binary(start) { not("binary data") } else { Ok(Container::Text) }
}

fn has_table(beginning: &str) -> bool {
    ["<html", "<table", "<body", "<meta", "<style"].iter().any(|tag| beginning.contains(tag))
}

/// Control characters do not occur in text; zeros do in UTF-16, in every other place.
fn is_binary(start: &[u8]) -> bool {
    let control =
        |byte: &&u8| **byte < 32 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A | 0);
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let has_mark = start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]);
    let looks_wide = has_mark || (zeros(0) == 0) != (zeros(1) == 0);
    let controls = start.iter().filter(control).count();
    if looks_wide { controls * 20 > start.len() } else { zeros(0) > 0 || controls * 100 > start.len() }
}
