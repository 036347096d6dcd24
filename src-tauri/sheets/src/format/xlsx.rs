//! xlsx, read as a stream: only the shared texts are held. Own reader over quick-xml, because
//! it also tells hidden rows, number formats and formulas without a result, and trusts no count.

mod cell;
mod formulas;
mod scan;
mod sheet;
mod strings;
mod tables;

use super::RowSink;
use super::archive::Archive;
use super::formula::{Filler, Workbook};
use super::styles::{self, CellFormat};
use super::xml::{attribute, flag};
use crate::error::ReadError;
use crate::mapping::Merged;
use formualizer_parse::FormulaDialect;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::path::Path;
use strings::Strings;

/// Where the workbook part usually is.
const WORKBOOK: &str = "xl/workbook.xml";

/// An opened workbook.
pub(crate) struct Xlsx {
    archive: Archive,
    entries: Vec<SheetEntry>,
    strings: Strings,
    formats: Vec<CellFormat>,
    pub(super) from_1904: bool,
    asks_for_calculation: bool,
}

struct SheetEntry {
    name: String,
    visible: bool,
    path: String,
}

/// What a cell's content is looked up in.
struct Context<'a> {
    strings: &'a Strings,
    formats: &'a [CellFormat],
    from_1904: bool,
    /// Whether the workbook is to be calculated when it is opened: a 0 of a formula is nobody's figure then.
    asks_for_calculation: bool,
    /// Whether any style strikes through.
    has_struck: bool,
}

pub(super) fn is_xlsb(archive: &Archive) -> bool {
    archive.has("xl/workbook.bin")
}

impl Xlsx {
    pub(super) fn open(mut archive: Archive) -> Result<Self, ReadError> {
        let workbook = workbook_path(&mut archive)?;
        if workbook.ends_with(".bin") {
            return Err(ReadError::damaged("its binary parts are in unusual places; save it as .xlsx"));
        }
        let relations = relations(&mut archive, &workbook)?;
        let Listed { entries, from_1904, asks_for_calculation } =
            sheet_entries(&mut archive, &workbook, &relations)?;
        let part = |kind: &str| relations.values().find(|one| one.kind == kind).map(|one| one.target.clone());
        let strings = match part("sharedStrings").map(|path| archive.xml(&path)).transpose()?.flatten() {
            Some(xml) => strings::read(xml)?,
            None => Strings::default(),
        };
        let formats = match part("styles").map(|path| archive.xml(&path)).transpose()?.flatten() {
            Some(xml) => styles::read(xml)?,
            None => Vec::new(),
        };
        Ok(Self { archive, entries, strings, formats, from_1904, asks_for_calculation })
    }

    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        self.entries.iter().map(|entry| (entry.name.clone(), entry.visible)).collect()
    }

    pub(super) fn read(&mut self, sheet: usize, sink: &mut RowSink) -> Result<Vec<Merged>, ReadError> {
        let entry = self.entries.get(sheet).ok_or_else(|| ReadError::damaged("a sheet is missing"))?;
        let missing = || ReadError::damaged(format!("the part of sheet “{}” is missing", entry.name));
        let path = self.archive.path.clone();
        let part = self.archive.entry(&entry.path)?.ok_or_else(missing)?;
        let context = Context {
            strings: &self.strings,
            formats: &self.formats,
            from_1904: self.from_1904,
            asks_for_calculation: self.asks_for_calculation,
            has_struck: self.formats.iter().any(|format| format.is_struck),
        };
        let mut filler = Filler::new(sheet, || gather(&path, &self.entries, &context));
        sheet::read(part, &context, None, &mut |row| filler.pass(row, sink))
    }
}

/// All cells of the workbook, read once more for its formulas.
fn gather(path: &Path, entries: &[SheetEntry], context: &Context) -> Option<Workbook> {
    let mut archive = Archive::open(path).ok()?;
    let names: Vec<String> = entries.iter().map(|entry| entry.name.clone()).collect();
    Workbook::gather(&names, FormulaDialect::Excel, context.from_1904, |index, sheet, sink| {
        sheet.tables = tables::of_sheet(&mut archive, &entries[index].path)?;
        let missing = || ReadError::damaged("a sheet is missing");
        let part = archive.entry(&entries[index].path)?.ok_or_else(missing)?;
        sheet::read(part, context, Some(sheet), sink).map(drop)
    })
}

struct Relation {
    kind: String,
    target: String,
}

/// Where the workbook part is: named by the package's relationships, usually in its usual place.
fn workbook_path(archive: &mut Archive) -> Result<String, ReadError> {
    let named = relations_of(archive, "_rels/.rels", "")?
        .into_values()
        .find(|relation| relation.kind == "officeDocument")
        .map(|relation| relation.target);
    match named.filter(|path| archive.has(path)) {
        Some(path) => Ok(path),
        None if archive.has(WORKBOOK) => Ok(WORKBOOK.to_owned()),
        None => Err(ReadError::damaged("its workbook part is missing")),
    }
}

/// What a part refers to.
fn relations(archive: &mut Archive, part: &str) -> Result<HashMap<String, Relation>, ReadError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path =
        if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    relations_of(archive, &path, folder)
}

fn relations_of(
    archive: &mut Archive,
    path: &str,
    folder: &str,
) -> Result<HashMap<String, Relation>, ReadError> {
    let mut relations = HashMap::new();
    let Some(mut xml) = archive.xml(path)? else { return Ok(relations) };
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let id = attribute(&element, "Id")?.unwrap_or_default();
                let kind = attribute(&element, "Type")?.unwrap_or_default();
                let target = attribute(&element, "Target")?.unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.insert(id, Relation { kind, target: resolve(folder, &target) });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A target against the folder of its source; `..` goes up.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What the workbook part lists.
struct Listed {
    entries: Vec<SheetEntry>,
    from_1904: bool,
    asks_for_calculation: bool,
}

fn sheet_entries(
    archive: &mut Archive,
    workbook: &str,
    relations: &HashMap<String, Relation>,
) -> Result<Listed, ReadError> {
    let missing = || ReadError::damaged("its workbook part is missing");
    let mut xml = archive.xml(workbook)?.ok_or_else(missing)?;
    let (mut entries, mut from_1904, mut asks_for_calculation) = (Vec::new(), false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "workbookPr" => from_1904 = flag(&element, "date1904")?,
                "calcPr" => asks_for_calculation = flag(&element, "fullCalcOnLoad")?,
                "sheet" => entries.extend(sheet_entry(&element, relations)?),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if entries.is_empty() {
        return Err(ReadError::damaged("it has no worksheet"));
    }
    Ok(Listed { entries, from_1904, asks_for_calculation })
}

/// A worksheet; chart, dialog and macro sheets hold no table.
fn sheet_entry(
    element: &BytesStart,
    relations: &HashMap<String, Relation>,
) -> Result<Option<SheetEntry>, ReadError> {
    let id = attribute(element, "id")?.unwrap_or_default();
    let Some(relation) = relations.get(&id).filter(|relation| relation.kind == "worksheet") else {
        return Ok(None);
    };
    let name = attribute(element, "name")?.unwrap_or_default();
    let visible = attribute(element, "state")?.is_none_or(|state| state == "visible");
    Ok(Some(SheetEntry { name, visible, path: relation.target.clone() }))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_resolve_against_their_folder() {
        for (folder, target, path) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/a", "../styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(resolve(folder, target), path);
        }
    }
}
