//! OpenDocument spreadsheets, read as a stream: repeated cells and rows are told, not laid out.

use super::RowSink;
use super::archive::Archive;
use super::formula::{Filler, Formula, Sheet, Workbook};
use super::limits::{MAX_COLUMNS, MAX_MERGED, MAX_ROWS, Metered, too_large};
use super::xml::{Piecewise, Xml, attribute, character};
use crate::cell::{Cell, Row, Value};
use crate::error::ReadError;
use crate::mapping::Merged;
use crate::number::numeric_cell;
use chrono::NaiveDate;
use formualizer_parse::FormulaDialect;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const CONTENT: &str = "content.xml";
/// Bytes of the manifest that are looked at.
const MANIFEST_BYTES: u64 = 1024 * 1024;
/// Spaces one `text:s` may stand for.
const MAX_SPACES: usize = 1024;

/// Programs that calculate what they write, by their names in a file's `generator`.
const CALCULATING: [&str; 8] =
    ["libreoffice", "openoffice", "collabora", "microsoft", "excel", "gnumeric", "calligra", "google"];

/// An opened spreadsheet.
pub(crate) struct Ods {
    source: Source,
    pub(super) sheets: Vec<(String, bool)>,
    /// Whether the program that wrote it calculates its formulas.
    is_calculated: bool,
    /// Styles that strike cells through.
    struck: HashSet<String>,
}

/// How a table is read.
struct Looks<'a> {
    is_calculated: bool,
    struck: &'a HashSet<String>,
    /// Where formulas without a result go, where they are wanted.
    formulas: Option<&'a mut Sheet>,
}

/// Where the content stands.
enum Source {
    /// A part of an archive.
    Archive(Archive),
    /// A file of its own, which holds everything in one.
    Flat(PathBuf),
}

pub(super) fn is_ods(archive: &Archive) -> bool {
    archive.has(CONTENT) && !archive.has("xl/workbook.xml")
}

impl Ods {
    pub(super) fn open(mut archive: Archive) -> Result<Self, ReadError> {
        let manifest = archive.bytes("META-INF/manifest.xml", MANIFEST_BYTES)?;
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(ReadError::PasswordProtected);
        }
        let kind = archive.bytes("mimetype", 256)?;
        let kind = String::from_utf8_lossy(&kind).trim().to_owned();
        if !kind.is_empty() && !kind.contains("spreadsheet") {
            return Err(ReadError::NotASpreadsheet { found: format!("a document of type {kind}") });
        }
        let meta = archive.bytes("meta.xml", MANIFEST_BYTES).unwrap_or_default();
        let meta = String::from_utf8_lossy(&meta).to_lowercase();
        let is_calculated = meta.is_empty() || CALCULATING.iter().any(|name| meta.contains(name));
        Self::of(Source::Archive(archive), is_calculated)
    }

    /// A flat spreadsheet: one XML file.
    pub(super) fn open_flat(path: &Path) -> Result<Self, ReadError> {
        Self::of(Source::Flat(path.to_owned()), true)
    }

    fn of(mut source: Source, is_calculated: bool) -> Result<Self, ReadError> {
        let (sheets, struck) = sheet_names(&mut content(&mut source)?)?;
        Ok(Self { source, sheets, is_calculated, struck })
    }

    pub(super) fn read(&mut self, sheet: usize, sink: &mut RowSink) -> Result<Vec<Merged>, ReadError> {
        let (sheets, is_calculated) = (&self.sheets, self.is_calculated);
        let again = self.source.again();
        let mut filler = Filler::new(sheet, || gather(&mut again().ok()?, sheets, is_calculated));
        let mut xml = content(&mut self.source)?;
        let looks = Looks { is_calculated, struck: &self.struck, formulas: None };
        read_sheet(&mut xml, sheet, looks, &mut |row| filler.pass(row, sink))
    }
}

impl Source {
    /// The same file, to be opened once more.
    fn again(&self) -> impl FnOnce() -> Result<Self, ReadError> + use<> {
        let (path, is_flat) = match self {
            Self::Archive(archive) => (archive.path.clone(), false),
            Self::Flat(path) => (path.clone(), true),
        };
        move || if is_flat { Ok(Self::Flat(path)) } else { Archive::open(&path).map(Self::Archive) }
    }
}

/// All cells of the spreadsheet, read once more for its formulas.
fn gather(source: &mut Source, sheets: &[(String, bool)], is_calculated: bool) -> Option<Workbook> {
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    Workbook::gather(&names, FormulaDialect::OpenFormula, false, |index, sheet, sink| {
        let looks = Looks { is_calculated, struck: &HashSet::new(), formulas: Some(sheet) };
        read_sheet(&mut content(source)?, index, looks, sink).map(drop)
    })
}

fn read_sheet<R: Piecewise>(
    xml: &mut Xml<R>,
    sheet: usize,
    looks: Looks,
    sink: &mut RowSink,
) -> Result<Vec<Merged>, ReadError> {
    let mut index = 0;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                if index == sheet {
                    return read_table(xml, looks, sink);
                }
                index += 1;
                xml.skip()?;
            }
            Event::Eof => return Err(ReadError::Truncated),
            _ => {}
        }
    }
}

fn content(source: &mut Source) -> Result<Xml<Box<dyn Piecewise + '_>>, ReadError> {
    let part: Box<dyn Piecewise> = match source {
        Source::Flat(path) => Box::new(Metered::new(File::open(path)?, u64::MAX, Rc::default())),
        Source::Archive(archive) => {
            let missing = || ReadError::damaged("its content part is missing");
            Box::new(archive.entry(CONTENT)?.ok_or_else(missing)?)
        }
    };
    Ok(Xml::new(part))
}

/// The names of sheets with whether each is on show, and the styles that strike cells through.
type SheetNames = (Vec<(String, bool)>, HashSet<String>);

/// Names and visibility, and the styles that strike cells through; the whole part is read, so that a cut-off one is refused before any row.
fn sheet_names<R: Piecewise>(xml: &mut Xml<R>) -> Result<SheetNames, ReadError> {
    let (mut names, mut hidden, mut style) = (Vec::new(), HashSet::new(), String::new());
    let mut struck = HashSet::new();
    let mut is_complete = false;
    loop {
        let is_table = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => {
                    style = attribute(&element, "name")?.unwrap_or_default();
                    false
                }
                "table-properties" => {
                    if attribute(&element, "display")?.is_some_and(|display| display == "false") {
                        hidden.insert(style.clone());
                    }
                    false
                }
                "text-properties" => {
                    let line = attribute(&element, "text-line-through-style")?;
                    if line.is_some_and(|line| line != "none") {
                        struck.insert(style.clone());
                    }
                    false
                }
                "table" => {
                    let visible =
                        attribute(&element, "style-name")?.is_none_or(|name| !hidden.contains(&name));
                    names.push((attribute(&element, "name")?.unwrap_or_default(), visible));
                    true
                }
                _ => false,
            },
            Event::End(element) => {
                is_complete |= matches!(element.local_name().as_ref(), "document-content" | "document");
                false
            }
            Event::Eof if is_complete && !names.is_empty() => return Ok((names, struck)),
            Event::Eof if is_complete => return Err(ReadError::damaged("it has no sheet")),
            Event::Eof => return Err(ReadError::Truncated),
            _ => false,
        };
        if is_table {
            xml.skip()?;
        }
    }
}

fn read_table<R: Piecewise>(
    xml: &mut Xml<R>,
    mut looks: Looks,
    sink: &mut RowSink,
) -> Result<Vec<Merged>, ReadError> {
    let (mut number, mut merged) = (1_u32, Vec::new());
    loop {
        let (repeated, hidden) = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table-row" => (repeats(&element, "number-rows-repeated")?, is_hidden(&element)?),
                "shapes" | "forms" | "dde-links" | "named-expressions" => {
                    xml.skip()?;
                    continue;
                }
                _ => continue,
            },
            Event::End(element) if element.local_name().as_ref() == "table" => return Ok(merged),
            Event::Eof => return Err(ReadError::Truncated),
            _ => continue,
        };
        let mut row = Row { number, hidden, ..Row::default() };
        read_cells(xml, &mut row, &mut looks, &mut merged)?;
        if !row.cells.is_empty() {
            for offset in 0..repeated.min(MAX_ROWS) {
                row.number = number.saturating_add(offset);
                sink(&row)?;
            }
        }
        number = number.saturating_add(repeated);
    }
}

fn is_hidden(element: &BytesStart) -> Result<bool, ReadError> {
    Ok(attribute(element, "visibility")?.is_some_and(|word| word != "visible"))
}

fn repeats(element: &BytesStart, name: &str) -> Result<u32, ReadError> {
    let stated = attribute(element, name)?;
    Ok(stated.map_or(1, |count| count.parse().unwrap_or(u32::MAX)).max(1))
}

fn read_cells<R: Piecewise>(
    xml: &mut Xml<R>,
    row: &mut Row,
    looks: &mut Looks,
    merged: &mut Vec<Merged>,
) -> Result<(), ReadError> {
    let mut column = 0_u32;
    loop {
        let (repeated, kind, is_struck) = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table-cell" | "covered-table-cell" => {
                    let rows = repeats(&element, "number-rows-spanned")?;
                    if rows > 1 && merged.len() < MAX_MERGED {
                        merged.push(Merged {
                            column,
                            first: row.number,
                            last: row.number.saturating_add(rows - 1).min(MAX_ROWS),
                        });
                    }
                    let style = attribute(&element, "style-name")?;
                    let is_struck = style.is_some_and(|style| looks.struck.contains(&style));
                    (repeats(&element, "number-columns-repeated")?, CellKind::of(&element)?, is_struck)
                }
                _ => continue,
            },
            Event::End(element) if element.local_name().as_ref() == "table-row" => return Ok(()),
            Event::Eof => return Err(ReadError::Truncated),
            _ => continue,
        };
        let text = cell_text(xml)?;
        if let Some(value) = kind.value(text, looks.is_calculated) {
            if let (Some(sheet), Value::EmptyFormula, 1) = (&mut looks.formulas, &value, repeated) {
                kind.keep(sheet, row.number, column);
            }
            if column.saturating_add(repeated) > MAX_COLUMNS {
                return Err(too_large("too many columns in a row", format!("{MAX_COLUMNS} columns")));
            }
            let columns = column..column + repeated;
            row.struck.extend(columns.clone().filter(|_| is_struck));
            row.cells.extend(columns.map(|column| Cell { column, value: value.clone() }));
        }
        column = column.saturating_add(repeated);
    }
}

/// What a cell says of itself before its text.
struct CellKind {
    kind: String,
    value: Option<String>,
    /// With the word for its syntax before it, as it stands.
    formula: Option<String>,
}

impl CellKind {
    fn of(element: &BytesStart) -> Result<Self, ReadError> {
        let kind = attribute(element, "value-type")?.unwrap_or_default();
        let name = match kind.as_str() {
            "date" => "date-value",
            "boolean" => "boolean-value",
            "string" => "string-value",
            _ => "value",
        };
        let value = attribute(element, name)?;
        Ok(Self { kind, value, formula: attribute(element, "formula")? })
    }

    fn keep(&self, sheet: &mut Sheet, row: u32, column: u32) {
        let equation = self.formula.as_deref().and_then(|formula| formula.find('=').map(|at| &formula[at..]));
        if let Some(text) = equation {
            sheet.keep(row, column, Formula { text: text.to_owned(), ..Formula::default() });
        }
    }

    fn value(&self, text: String, is_calculated: bool) -> Option<Value> {
        let stated = self.value.as_deref();
        match (self.kind.as_str(), stated) {
            // A program that calculates nothing writes 0 for what it does not know.
            ("float", Some("0")) if self.formula.is_some() && !is_calculated => Some(Value::EmptyFormula),
            _ if text.starts_with('#') && text.ends_with(['!', '?', 'A']) => Some(Value::Error(text.into())),
            ("float" | "percentage" | "currency", Some(stated)) => {
                Some(numeric_cell(stated).map_or_else(|| Value::Error(stated.into()), Value::Number))
            }
            ("date", Some(stated)) => {
                let day = stated.get(..10).unwrap_or(stated);
                let date = NaiveDate::parse_from_str(day, "%Y-%m-%d");
                Some(date.map_or_else(|_| Value::Text(stated.into()), Value::Date))
            }
            ("boolean", Some(stated)) => Some(Value::Bool(stated == "true")),
            ("string", Some(stated)) => Some(Value::Text(stated.into())),
            ("", _) if self.formula.is_some() && text.is_empty() => Some(Value::EmptyFormula),
            _ => (!text.is_empty()).then(|| Value::Text(text.into())),
        }
    }
}

/// The text of a cell that was just begun: its paragraphs, without notes.
fn cell_text<R: Piecewise>(xml: &mut Xml<R>) -> Result<String, ReadError> {
    let (mut text, mut depth, mut paragraphs) = (String::new(), 0_u32, 0_u32);
    loop {
        let is_note = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "annotation" => true,
                name => {
                    let new_paragraph = name == "p" && paragraphs > 0;
                    paragraphs += u32::from(name == "p");
                    depth += 1;
                    if new_paragraph || name == "line-break" {
                        text.push('\n');
                    } else if name == "tab" {
                        text.push('\t');
                    } else if name == "s" {
                        let spaces =
                            attribute(&element, "c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
                        text.extend(std::iter::repeat_n(' ', spaces.min(MAX_SPACES)));
                    }
                    false
                }
            },
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                depth -= 1;
                false
            }
            Event::Text(piece) if paragraphs > 0 => {
                text.push_str(&piece.xml10_content());
                false
            }
            Event::GeneralRef(name) => {
                text.push(character(&name)?);
                false
            }
            Event::Eof => return Err(ReadError::Truncated),
            _ => false,
        };
        if is_note {
            xml.skip()?;
        }
    }
}
