//! A table as a binary workbook, xlsb: the records of Microsoft's [MS-XLSB] that hold cells, their formats and a sheet.

use crate::table::{Cell, Table};
use anyhow::Result;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/><Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/><Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>"#;
const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.bin"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.bin"/></Relationships>"#;

/// The style of dates; that of everything else is 0.
const DATE_STYLE: u32 = 1;
/// The first number of a format that is not built in.
const DATE_FORMAT: u16 = 164;
/// Height of a row in twentieths of a point.
const HEIGHT: u16 = 300;

/// A part: records, each with its kind, its length and its content.
#[derive(Default)]
struct Part(Vec<u8>);

impl Part {
    fn record(&mut self, kind: u32, content: &[&[u8]]) {
        let content = content.concat();
        self.variable(kind);
        self.variable(content.len() as u32);
        self.0.extend(content);
    }

    /// Seven bits a byte, the lowest first.
    fn variable(&mut self, mut number: u32) {
        while number > 0x7F {
            self.0.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = (units.len() as u32).to_le_bytes();
    length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

impl Table {
    /// Writes it as a binary workbook of one sheet.
    pub fn save_xlsb(&self, path: &Path) -> Result<()> {
        let mut texts = Texts::default();
        let sheet = self.sheet_part(&mut texts)?;
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", PACKAGE.as_bytes()),
            ("xl/workbook.bin", &self.workbook_part().0),
            ("xl/_rels/workbook.bin.rels", PARTS.as_bytes()),
            ("xl/worksheets/sheet1.bin", &sheet.0),
            ("xl/styles.bin", &styles_part().0),
            ("xl/sharedStrings.bin", &texts.part().0),
        ] {
            package.start_file(name, SimpleFileOptions::default())?;
            package.write_all(bytes)?;
        }
        Ok(std::fs::write(path, package.finish()?.into_inner())?)
    }

    fn workbook_part(&self) -> Part {
        let mut part = Part::default();
        part.record(0x83, &[]); // BrtBeginBook
        part.record(0x99, &[&[0; 12]]); // BrtWbProp: dates from 1900
        part.record(0x8F, &[]); // BrtBeginBundleShs
        part.record(0x9C, &[&0_u32.to_le_bytes(), &1_u32.to_le_bytes(), &text("rId1"), &text(self.sheet)]); // BrtBundleSh
        part.record(0x90, &[]); // BrtEndBundleShs
        part.record(0x84, &[]); // BrtEndBook
        part
    }

    fn sheet_part(&self, texts: &mut Texts) -> Result<Part> {
        let mut part = Part::default();
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(1) as u32;
        let ends = [0, self.rows.len() as u32 - 1, 0, width - 1].map(u32::to_le_bytes);
        let span = [ends[2], ends[3]].concat();
        part.record(0x81, &[]); // BrtBeginSheet
        part.record(0x94, &[&ends.concat()]); // BrtWsDim
        part.record(0x91, &[]); // BrtBeginSheetData
        for (index, row) in (0_u32..).zip(&self.rows) {
            let rest = [&HEIGHT.to_le_bytes()[..], &[0; 3], &1_u32.to_le_bytes(), &span].concat();
            part.record(0x00, &[&index.to_le_bytes(), &0_u32.to_le_bytes(), &rest]); // BrtRowHdr
            for (column, cell) in (0_u32..).zip(row) {
                let at = |style: u32| [column.to_le_bytes(), style.to_le_bytes()].concat();
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => part.record(0x07, &[&at(0), &texts.place(text).to_le_bytes()]), // BrtCellIsst
                    Cell::Number(number) => {
                        part.record(0x05, &[&at(0), &number.to_string().parse::<f64>()?.to_le_bytes()]); // BrtCellReal
                    }
                    Cell::Date(date) => {
                        part.record(0x05, &[&at(DATE_STYLE), &serial(*date).to_le_bytes()]);
                    }
                }
            }
        }
        part.record(0x92, &[]); // BrtEndSheetData
        part.record(0x82, &[]); // BrtEndSheet
        Ok(part)
    }
}

/// Days since the end of 1899, as spreadsheets count them.
fn serial(date: NaiveDate) -> f64 {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    (date - epoch).num_days() as f64
}

fn styles_part() -> Part {
    let mut part = Part::default();
    let style =
        |format: u16| [[0; 2], format.to_le_bytes()].concat().into_iter().chain([0; 12]).collect::<Vec<u8>>();
    part.record(0x116, &[]); // BrtBeginStyleSheet
    part.record(0x267, &[&1_u32.to_le_bytes()]); // BrtBeginFmts
    part.record(0x2C, &[&DATE_FORMAT.to_le_bytes(), &text("yyyy-mm-dd")]); // BrtFmt
    part.record(0x268, &[]); // BrtEndFmts
    part.record(0x269, &[&2_u32.to_le_bytes()]); // BrtBeginCellXFs
    part.record(0x2F, &[&style(0)]); // BrtXF
    part.record(0x2F, &[&style(DATE_FORMAT)]);
    part.record(0x26A, &[]); // BrtEndCellXFs
    part.record(0x117, &[]); // BrtEndStyleSheet
    part
}

/// The texts of a workbook, each once.
#[derive(Default)]
struct Texts {
    texts: Vec<String>,
    places: HashMap<String, u32>,
    used: u32,
}

impl Texts {
    fn place(&mut self, text: &str) -> u32 {
        self.used += 1;
        *self.places.entry(text.to_owned()).or_insert_with(|| {
            self.texts.push(text.to_owned());
            self.texts.len() as u32 - 1
        })
    }

    fn part(&self) -> Part {
        let mut part = Part::default();
        part.record(0x9F, &[&self.used.to_le_bytes(), &(self.texts.len() as u32).to_le_bytes()]); // BrtBeginSst
        for one in &self.texts {
            part.record(0x13, &[&[0], &text(one)]); // BrtSSTItem
        }
        part.record(0xA0, &[]); // BrtEndSst
        part
    }
}
