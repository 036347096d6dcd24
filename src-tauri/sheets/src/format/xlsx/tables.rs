//! The tables of a worksheet, whose columns formulas name by their headers.

use super::super::archive::Archive;
use super::super::xml::attribute;
use super::cell::place_of;
use super::relations;
use crate::error::ReadError;
use crate::format::formula::Table;
use quick_xml::events::Event;

/// The tables of the worksheet in this part.
pub(super) fn of_sheet(archive: &mut Archive, part: &str) -> Result<Vec<Table>, ReadError> {
    let found = relations(archive, part)?;
    let mut parts: Vec<String> =
        found.into_values().filter(|one| one.kind == "table").map(|one| one.target).collect();
    parts.sort();
    let mut tables = Vec::new();
    for part in parts {
        tables.extend(table(archive, &part)?);
    }
    Ok(tables)
}

fn table(archive: &mut Archive, part: &str) -> Result<Option<Table>, ReadError> {
    let Some(mut xml) = archive.xml(part)? else { return Ok(None) };
    let mut table = None;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table" => {
                    let name = attribute(&element, "displayName")?.unwrap_or_default().to_lowercase();
                    let range = attribute(&element, "ref")?.unwrap_or_default();
                    let ends =
                        range.split_once(':').and_then(|(first, last)| place_of(first).zip(place_of(last)));
                    table = ends.map(|((first, column), (last, _))| Table {
                        name,
                        rows: (first, last),
                        column,
                        headers: Vec::new(),
                    });
                }
                "tableColumn" => {
                    let header = attribute(&element, "name")?.unwrap_or_default().to_lowercase();
                    table.iter_mut().for_each(|table| table.headers.push(header.clone()));
                }
                _ => {}
            },
            Event::Eof => return Ok(table),
            _ => {}
        }
    }
}
