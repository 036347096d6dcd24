//! A NetBox device type library, a folder or an archive of YAML files, read as one table: a row for each device type, module
//! type and rack type, with the file it stands in. Only what stands at the top of a file counts: the `weight` of a device
//! and not that of a part listed in it.

use super::RowSink;
use super::archive::Archive;
use crate::cell::{Cell, Number, Row, Value};
use crate::device_library::{is_yaml, yaml_files};
use crate::error::ReadError;
use compact_str::{CompactString, ToCompactString};
use rust_decimal::Decimal;
use saphyr_parser::{Event, Parser};
use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The header under which the rows stand.
const HEADER: [&str; 7] =
    ["Manufacturer", "Model", "Part number", "Category", "Weight", "Weight unit", "Source"];
/// What is read of a file.
const KEYS: [&str; 5] = ["manufacturer", "model", "part_number", "weight", "weight_unit"];
/// The folders of a library, with the category of what is in them; that of a device its model says.
const FOLDERS: [(&str, &str); 3] =
    [("device-types/", ""), ("module-types/", "component"), ("rack-types/", "rack")];
/// Bytes of one file; the largest device type has some hundred ports.
const MAX_BYTES: u64 = 1024 * 1024;

/// An opened library.
pub(crate) struct DeviceLibrary {
    source: Source,
    /// Its files, in order.
    files: Vec<String>,
    pub(super) name: String,
}

enum Source {
    Folder(PathBuf),
    Archive(Archive),
}

/// Whether an archive is a library and no workbook.
pub(super) fn is_library(archive: &Archive) -> bool {
    let workbooks = ["xl/workbook.xml", "xl/workbook.bin", "content.xml", "_rels/.rels"];
    !workbooks.iter().any(|name| archive.has(name)) && archive.names_in("").iter().any(|name| is_yaml(name))
}

impl DeviceLibrary {
    pub(super) fn open_folder(path: &Path) -> Result<Self, ReadError> {
        let files = yaml_files(path).map_err(|error| ReadError::from_io(&error))?;
        let files = files.iter().map(|file| file.to_string_lossy().replace('\\', "/")).collect();
        Self::of(Source::Folder(path.to_owned()), files, path)
    }

    pub(super) fn open_archive(archive: Archive, path: &Path) -> Result<Self, ReadError> {
        let files = archive.names_in("").into_iter().filter(|name| is_yaml(name)).collect();
        Self::of(Source::Archive(archive), files, path)
    }

    /// The files of its three folders where it has them: the others are about the library itself.
    fn of(source: Source, mut files: Vec<String>, path: &Path) -> Result<Self, ReadError> {
        let is_inside = |file: &String| FOLDERS.iter().any(|(folder, _)| inside(path, file).contains(folder));
        if files.iter().any(is_inside) {
            files.retain(is_inside);
        }
        if files.is_empty() {
            let found =
                "a folder without YAML files; a NetBox device type library has a file for each device".into();
            return Err(ReadError::NotASpreadsheet { found });
        }
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { source, files, name })
    }

    /// A row for each file that names a manufacturer and a model.
    pub(super) fn read(&mut self, sink: &mut RowSink) -> Result<(), ReadError> {
        let header = HEADER.map(|text| Some(Value::Text(text.into())));
        let mut number = 1;
        sink(&row(number, header))?;
        for file in std::mem::take(&mut self.files) {
            let (spelled, text) = self.text(&file)?;
            if let Some(cells) = device(&spelled, &text) {
                number += 1;
                sink(&row(number, cells))?;
            }
            self.files.push(file);
        }
        Ok(())
    }

    /// A file's path as it is spelled, and its text.
    fn text(&mut self, file: &str) -> Result<(String, String), ReadError> {
        let mut bytes = Vec::new();
        let spelled = match &mut self.source {
            Source::Folder(folder) => {
                File::open(folder.join(file))?.take(MAX_BYTES).read_to_end(&mut bytes)?;
                inside(folder, file)
            }
            Source::Archive(archive) => {
                bytes = archive.bytes(file, MAX_BYTES)?;
                archive.spelled(file)?
            }
        };
        Ok((spelled, String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// A file of a folder with the folder's own name, which may be one of the three.
fn inside(folder: &Path, file: &str) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}/{file}")
}

fn row(number: u32, values: [Option<Value>; 7]) -> Row {
    let cells = (0..).zip(values).filter_map(|(column, value)| Some(Cell { column, value: value? }));
    Row { number, cells: cells.collect(), ..Row::default() }
}

/// What a file says; nothing where it is about no device. A file that is no YAML is a row whose weight cannot be read.
fn device(path: &str, text: &str) -> Option<[Option<Value>; 7]> {
    let words = |text: &str| (!text.is_empty()).then(|| Value::Text(text.into()));
    let category =
        FOLDERS.iter().find(|(folder, _)| path.contains(folder)).map_or("", |(_, category)| category);
    match top(text) {
        Ok(says) => {
            let says = |key: &str| says.get(key).map(String::as_str).unwrap_or_default();
            if says("manufacturer").is_empty() || says("model").is_empty() {
                return None;
            }
            let [manufacturer, model, part_number, unit] =
                ["manufacturer", "model", "part_number", "weight_unit"].map(|key| words(says(key)));
            let weight = (!says("weight").is_empty()).then(|| weight(says("weight")));
            Some([manufacturer, model, part_number, words(category), weight, unit, words(path)])
        }
        Err(reason) => {
            let model = Path::new(path).file_stem().and_then(|stem| words(&stem.to_string_lossy()));
            let weight = Value::Error(format!("no YAML: {reason}").into());
            Some([None, model, None, words(category), Some(weight), None, words(path)])
        }
    }
}

/// A number as it is written: YAML's `.5` and `16.00` are numbers whatever else a comma or point means elsewhere.
fn weight(text: &str) -> Value {
    let number = text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(text));
    match number {
        Ok(number) => Value::Number(Number { shown: number.to_compact_string(), exact: None, unit: None }),
        Err(_) => Value::Text(CompactString::from(text)),
    }
}

/// The scalars at the top of a file's first document, by the keys that are wanted.
fn top(text: &str) -> Result<HashMap<&'static str, String>, String> {
    let (mut says, mut depth, mut key) = (HashMap::new(), 0, None);
    for event in Parser::new_from_str(text) {
        match event.map_err(|error| error.to_string())?.0 {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                // A list under a key ends with it.
                key = key.filter(|_| depth > 1);
            }
            Event::Scalar(word, ..) if depth == 1 => match key.take() {
                None => key = Some(word.into_owned()),
                Some(of) => {
                    let wanted = KEYS.into_iter().find(|one| *one == of);
                    let wanted = wanted.filter(|_| !matches!(&*word, "~" | "null"));
                    says.extend(wanted.map(|key| (key, word.into_owned())));
                }
            },
            Event::Alias(_) if depth == 1 => key = None,
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    Ok(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_at_the_top_counts() {
        let text = "---\nmanufacturer: ADC\nmodel: '0731'  # all digits\npart_number: 7033 1 090-000\nweight: .5 # net\n\
                    weight_unit: kg\ninterfaces:\n  - name: weight\n    weight: 12\n    model: other\nanchored: &a [1, {weight: 3}]\n\
                    alias: *a\ncomments: |\n  weight: 99\n";
        let says = top(text).expect("YAML");
        assert_eq!(
            (says["model"].as_str(), says["weight"].as_str(), says["weight_unit"].as_str()),
            ("0731", ".5", "kg")
        );
        assert_eq!(says["part_number"], "7033 1 090-000");
        let cells = device("device-types/ADC/a.yaml", text).expect("a device");
        assert_eq!(cells[4], Some(Value::Number(Number { shown: "0.5".into(), exact: None, unit: None })));
        assert_eq!(cells[6], Some(Value::Text("device-types/ADC/a.yaml".into())));
        assert_eq!(
            device("x/module-types/a.yaml", text).expect("a module")[3],
            Some(Value::Text("component".into()))
        );
        assert_eq!(device("mkdocs.yml", "site_name: x\n"), None);
        assert!(matches!(device("a.yaml", "weight: [1").expect("a row")[4], Some(Value::Error(_))));
    }
}
