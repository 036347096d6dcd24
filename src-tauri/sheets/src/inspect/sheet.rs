//! One sheet, read once: its first rows are kept, all others only counted and weighed.

use super::{ColumnInspection, Match, PreviewRow, SheetInspection};
use crate::cell::Row;
use crate::convention::ColumnFacts;
use crate::field::Kind;
use crate::header::{Header, find_header, header_with};
use crate::mapping::{Merged, Remembered, questions};
use crate::vocabulary::Vocabulary;

/// Rows that are kept.
const HEAD_ROWS: usize = 120;
/// Columns whose facts are kept.
const MAX_COLUMNS: usize = 512;
/// Rows that are shown.
const PREVIEW_ROWS: usize = 8;
/// Values of a column that are shown.
const SAMPLES: usize = 3;
/// Characters of a sample.
const SAMPLE_LENGTH: usize = 120;

/// What is gathered while rows pass.
#[derive(Clone, Default)]
pub(crate) struct SheetReader {
    rows: u32,
    hidden_rows: u32,
    head: Vec<Row>,
    merged: Vec<Merged>,
    facts: Vec<ColumnFacts>,
}

impl SheetReader {
    pub(crate) fn include(&mut self, row: &Row, vocabulary: &Vocabulary) {
        if row.is_blank() {
            return;
        }
        self.rows += 1;
        self.hidden_rows += u32::from(row.hidden);
        for cell in row.cells.iter().filter(|cell| (cell.column as usize) < MAX_COLUMNS) {
            let column = cell.column as usize;
            if column >= self.facts.len() {
                self.facts.resize(column + 1, ColumnFacts::default());
            }
            self.facts[column].include(&cell.value, vocabulary);
        }
        if self.head.len() < HEAD_ROWS {
            self.head.push(row.clone());
        }
    }

    /// Takes the cells into account that one value fills together.
    pub(crate) fn merge(&mut self, merged: Vec<Merged>) {
        self.merged = merged;
    }

    pub(crate) fn finish(self, name: String, visible: bool, vocabulary: &Vocabulary) -> SheetInspection {
        let header = find_header(&self.head, &Kind::IMPORTABLE, &[], vocabulary);
        let open = header.as_ref().map(|header| questions(header, &self.head, &self.facts, vocabulary));
        let (mass_unit, questions) = open.unwrap_or_default();
        SheetInspection {
            name,
            visible,
            rows: self.rows,
            hidden_rows: self.hidden_rows,
            header_row: header.as_ref().map(|header| header.row),
            two_row_header: header.as_ref().is_some_and(|header| header.is_joined),
            kind: header.as_ref().map_or(Kind::Unknown, |header| header.kind),
            confidence: header.as_ref().map_or(0, Header::confidence),
            columns: header.map(|header| columns(&header, &self.head)).unwrap_or_default(),
            preview: preview(&self.head),
            mass_unit,
            questions,
            head: self.head,
            merged: self.merged,
            facts: self.facts,
        }
    }
}

impl SheetInspection {
    /// Takes the columns of a remembered mapping in place of the guess.
    pub fn read_as(&mut self, remembered: &Remembered, header_row: u32, vocabulary: &Vocabulary) {
        let kind = remembered.kind.unwrap_or(self.kind);
        let header = header_with(&self.head, header_row, &remembered.headers, kind, vocabulary);
        let Some(header) = header else { return };
        self.columns = columns(&header, &self.head);
        for column in &mut self.columns {
            column.field = remembered.field_at(&header.texts, column.index as usize, kind);
            column.how = if column.field.is_some() { Match::Remembered } else { Match::None };
            column.confidence = if column.field.is_some() { 100 } else { 0 };
        }
        self.header_row = Some(header_row);
        self.two_row_header = header.is_joined;
        (self.kind, self.confidence) = (kind, 100);
    }
}

fn preview(head: &[Row]) -> Vec<PreviewRow> {
    head.iter().take(PREVIEW_ROWS).map(|row| PreviewRow { row: row.number, texts: row.texts() }).collect()
}

fn columns(header: &Header, head: &[Row]) -> Vec<ColumnInspection> {
    let column = |(index, text): (usize, &String)| {
        let found = header.matches[index];
        ColumnInspection {
            index: index as u32,
            text: text.clone(),
            samples: samples(header, head, index as u32),
            field: found.map(|found| found.field),
            how: found.map_or(Match::None, |found| found.how),
            confidence: found.map_or(0, |found| found.confidence),
        }
    };
    header.texts.iter().enumerate().map(column).collect()
}

fn samples(header: &Header, head: &[Row], column: u32) -> Vec<String> {
    let below = head.iter().filter(|row| row.number > header.row);
    let texts = below.filter_map(|row| row.value(column)).map(|value| value.shown());
    texts
        .filter(|text| !text.trim().is_empty())
        .take(SAMPLES)
        .map(|text| text.chars().take(SAMPLE_LENGTH).collect())
        .collect()
}
