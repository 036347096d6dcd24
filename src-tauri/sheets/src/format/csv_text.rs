//! Separated text in any encoding. A row is a record; blank lines count as rows, as in a spreadsheet.

use super::RowSink;
use super::limits::{MAX_COLUMNS, Metered, too_large};
use crate::cell::{Cell, Row, Value};
use crate::error::ReadError;
use chardetng::EncodingDetector;
use csv::{Reader, ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Bytes from which encoding and separator are told.
const SAMPLE: usize = 1024 * 1024;
/// Records from which the separator is told.
const SAMPLE_RECORDS: usize = 200;

/// A text file whose encoding and separator are known.
pub(crate) struct Csv {
    path: PathBuf,
    encoding: &'static Encoding,
    separator: u8,
    /// Rows before the table, such as `sep=;`.
    leading_rows: u32,
    pub(super) name: String,
}

impl Csv {
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        let encoding = encoding_of(path)?;
        let mut sample = Vec::new();
        let source = decoded(path, encoding)?;
        source.take(SAMPLE as u64).read_to_end(&mut sample)?;
        let sample = String::from_utf8_lossy(&sample);
        let first = sample.lines().next().unwrap_or_default();
        let declared = first.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
        let separator = declared.unwrap_or_else(|| separator_of(&sample));
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let leading_rows = u32::from(declared.is_some());
        Ok(Self { path: path.into(), encoding, separator, leading_rows, name })
    }

    pub(super) fn read(&self, sink: &mut RowSink) -> Result<(), ReadError> {
        let mut at = Place { byte: 0, row: 0 };
        while let Some(stray) = self.read_from(at, sink)? {
            at = self.mend(stray, sink)?;
        }
        Ok(())
    }

    /// Reads from the beginning of a record to the end, or to a record whose quotation mark swallows the rows below it.
    fn read_from(&self, begin: Place, sink: &mut RowSink) -> Result<Option<Place>, ReadError> {
        let mut source = decoded(&self.path, self.encoding)?;
        io::copy(&mut source.by_ref().take(begin.byte), &mut io::sink())?;
        let mut reader = reader(Metered::new(source, u64::MAX, Rc::default()), self.separator);
        let (mut record, mut row, mut line, mut byte) = (StringRecord::new(), begin.row, 1, 0);
        while reader.read_record(&mut record).map_err(|error| csv_error(&error))? {
            reader.get_mut().begin_piece();
            if swallows_rows(&record, self.separator) {
                return Ok(Some(Place { byte: begin.byte + byte, row }));
            }
            let inside: usize = record.iter().map(line_breaks).sum();
            let passed = (reader.position().line() - line).saturating_sub(inside as u64).max(1);
            (line, byte) = (reader.position().line(), reader.position().byte());
            row = row.saturating_add(passed.try_into().unwrap_or(u32::MAX));
            if row > self.leading_rows {
                sink(&Row { number: row, cells: cells(&record)?, ..Row::default() })?;
            }
        }
        Ok(None)
    }

    /// Reads the one line that a stray quotation mark stands in as it stands, where it then has as many fields as the line
    /// below it; answers where the next begins.
    fn mend(&self, stray: Place, sink: &mut RowSink) -> Result<Place, ReadError> {
        let mut source = decoded(&self.path, self.encoding)?;
        io::copy(&mut source.by_ref().take(stray.byte), &mut io::sink())?;
        let mut source = BufReader::new(source.take(LONGEST_MENDED));
        let (mut line, mut skipped) = (String::new(), 0);
        let mut blank = 0;
        // Blank lines before the record belong to none.
        while source.read_line(&mut line)? > 0 && line.trim().is_empty() {
            (skipped, blank) = (skipped + line.len() as u64, blank + 1);
            line.clear();
        }
        let row = stray.row.saturating_add(blank + 1);
        let mut below = String::new();
        source.read_line(&mut below)?;
        let (record, next) = (literal(&line, self.separator)?, literal(&below, self.separator)?);
        if record.len() != next.len() || line.len() as u64 >= LONGEST_MENDED {
            return Err(ReadError::damaged(format!(
                "row {row} opens a quotation mark that is not closed in its place, and the rows below stand inside it; add or remove the mark"
            )));
        }
        sink(&Row { number: row, is_mended: true, cells: cells(&record)?, ..Row::default() })?;
        Ok(Place { byte: stray.byte + skipped + line.len() as u64, row })
    }
}

/// Bytes of a line that is read as it stands.
const LONGEST_MENDED: u64 = 64 * 1024;

/// Where a record begins, and how many rows stand before it.
#[derive(Clone, Copy)]
struct Place {
    byte: u64,
    row: u32,
}

fn reader<R: Read>(source: R, separator: u8) -> Reader<R> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(source)
}

/// The fields of one line in which quotation marks are letters.
fn literal(line: &str, separator: u8) -> Result<StringRecord, ReadError> {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).quoting(false);
    let mut record = StringRecord::new();
    let mut reader = builder.from_reader(line.trim_end_matches(['\r', '\n']).as_bytes());
    reader.read_record(&mut record).map_err(|error| csv_error(&error))?;
    Ok(record)
}

/// A quotation mark too many swallows the rows that follow it: whole lines of fields stand in one field.
fn swallows_rows(record: &StringRecord, separator: u8) -> bool {
    let separators = |line: &str| line.bytes().filter(|byte| *byte == separator).count();
    let is_swallowed = |field: &str| {
        let mut lines = field.split('\n').skip(1);
        // The last line may go on behind the field; whole lines stand between.
        field.contains('\n') && lines.any(|line| separators(line) >= 2)
    };
    record.iter().any(is_swallowed)
}

fn line_breaks(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

fn cells(record: &StringRecord) -> Result<Vec<Cell>, ReadError> {
    if record.len() > MAX_COLUMNS as usize {
        return Err(too_large("too many columns in a row", format!("{MAX_COLUMNS} columns")));
    }
    let filled = record.iter().zip(0..).filter(|(text, _)| !text.is_empty());
    Ok(filled.map(|(text, column)| Cell { column, value: Value::Text(text.into()) }).collect())
}

fn csv_error(error: &csv::Error) -> ReadError {
    match error.kind() {
        csv::ErrorKind::Io(error) => ReadError::from_io(error),
        _ => ReadError::damaged(error),
    }
}

/// The separator under which most records have the same number of fields. A record of one field, such as a title,
/// says nothing.
fn separator_of(sample: &str) -> u8 {
    let candidates = [b',', b';', b'\t', b'|'];
    let score = |separator: &u8| {
        let mut reader = reader(sample.as_bytes(), *separator);
        let widths = reader.records().take(SAMPLE_RECORDS).flatten().map(|record| record.len());
        let widths: Vec<usize> = widths.filter(|width| *width > 1).collect();
        let agreeing = |width: usize| widths.iter().filter(|other| **other == width).count();
        widths.iter().map(|width| agreeing(*width) * 1000 + width.min(&999)).max().unwrap_or(0)
    };
    // The first of equals stands: the comma.
    candidates.iter().rev().max_by_key(|separator| score(separator)).copied().unwrap_or(b',')
}

/// UTF-8 where the whole file is valid, a byte order mark's encoding, else the likeliest legacy one.
fn encoding_of(path: &Path) -> io::Result<&'static Encoding> {
    let mut source = BufReader::new(File::open(path)?);
    let mut sample = Vec::new();
    source.by_ref().take(SAMPLE as u64).read_to_end(&mut sample)?;
    if let Some((encoding, _)) = Encoding::for_bom(&sample) {
        return Ok(encoding);
    }
    if let Some(encoding) = unmarked_utf_16(&sample) {
        return Ok(encoding);
    }
    if is_utf_8(&mut File::open(path)?)? {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&sample, true);
    Ok(detector.guess(None, false))
}

/// Latin text in UTF-16 without a mark has a zero in every other byte.
fn unmarked_utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    match half {
        2.. if odd * 10 > half * 6 && even * 20 < half => Some(UTF_16LE),
        2.. if even * 10 > half * 6 && odd * 20 < half => Some(UTF_16BE),
        _ => None,
    }
}

fn is_utf_8(source: &mut impl Read) -> io::Result<bool> {
    let mut buffer = vec![0; 64 * 1024];
    let mut held = 0;
    loop {
        let read = source.read(&mut buffer[held..])?;
        let filled = held + read;
        let valid = match std::str::from_utf8(&buffer[..filled]) {
            Ok(_) => filled,
            Err(error) if error.error_len().is_none() && read > 0 => error.valid_up_to(),
            Err(_) => return Ok(false),
        };
        if read == 0 {
            return Ok(valid == filled);
        }
        buffer.copy_within(valid..filled, 0);
        held = filled - valid;
    }
}

/// The file's text as UTF-8, whatever its encoding.
fn decoded(path: &Path, encoding: &'static Encoding) -> io::Result<impl Read> {
    let file = File::open(path)?;
    Ok(DecodeReaderBytesBuilder::new().encoding(Some(encoding)).strip_bom(true).build(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), bytes).expect("written");
        let mut rows = Vec::new();
        let book = Csv::open(file.path()).expect("a text");
        book.read(&mut |row| {
            rows.push((row.number, row.texts()));
            Ok(())
        })
        .expect("readable");
        rows
    }

    fn check(text: &[u8], expected: &[(u32, &[&str])]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(row, texts)| (*row, texts.iter().map(|text| text.to_string()).collect()))
            .collect();
        assert_eq!(rows(text), expected, "{}", String::from_utf8_lossy(text));
    }

    #[test]
    fn separators_and_quotes() {
        check(b"a,b\n1,\"x,y\"\n", &[(1, &["a", "b"]), (2, &["1", "x,y"])]);
        check(b"a;b\r\n1,5;2\r\n", &[(1, &["a", "b"]), (2, &["1,5", "2"])]);
        check(b"a\tb\n1\t2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check(b"sep=;\na;b,c\n", &[(2, &["a", "b,c"])]);
        check(b"alone", &[(1, &["alone"])]);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        check(b"a,b\n\n\n\"x\ny\",2\n3,4\n", &[(1, &["a", "b"]), (4, &["x\ny", "2"]), (5, &["3", "4"])]);
        check(b"a,b\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_no_row() {
        let text = b"a,b,c\n1,2,3\n\n\"4,5,6\n7,8,9\n\"x\ny\",1,2\n3,\"4,5\n6,7,8\n";
        check(
            text,
            &[
                (1, &["a", "b", "c"]),
                (2, &["1", "2", "3"]),
                (4, &["\"4", "5", "6"]),
                (5, &["7", "8", "9"]),
                (6, &["x\ny", "1", "2"]),
                (7, &["3", "\"4", "5"]),
                (8, &["6", "7", "8"]),
            ],
        );
    }

    #[test]
    fn encodings_are_told() {
        check("Gerät,x\n".as_bytes(), &[(1, &["Gerät", "x"])]);
        check(b"\xEF\xBB\xBFa,b\n", &[(1, &["a", "b"])]);
        check(b"Ger\xE4t f\xFCr B\xFCro,x\n", &[(1, &["Gerät für Büro", "x"])]);
        let wide: Vec<u8> = "ab,ü\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, &[(1, &["ab", "ü"])]);
    }
}
