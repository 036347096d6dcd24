//! A table further down with the same fields in other columns, or in other units.

use super::propose::as_column;
use super::{MappedColumn, Mapping};
use crate::cell::Row;
use crate::field::Field;
use crate::fold::fold_header;
use crate::header::{assign, header_pieces, header_unit, texts_of};
use crate::vocabulary::Vocabulary;

impl Mapping {
    /// This mapping with the columns where a header further down has them, and the units that it states; nothing where that
    /// names not the same fields, or says nothing new.
    pub(crate) fn turned(&self, row: &Row, vocabulary: &Vocabulary) -> Option<Self> {
        if !self.further.is_empty() {
            return None;
        }
        let texts = texts_of(row);
        let matches = assign(self.kind, &texts, &[], false, vocabulary);
        let place = |field: Field| matches.iter().position(|one| one.is_some_and(|one| one.field == field));
        let move_to = |column: &MappedColumn| {
            let same = texts.iter().position(|text| fold_header(text) == fold_header(&column.header));
            let index = same.or_else(|| place(column.field))?;
            let header = texts[index].clone();
            Some(MappedColumn {
                index: index as u32,
                unit: header_unit(&header, vocabulary),
                pieces: header_pieces(&header, column.field, vocabulary),
                header,
                ..column.clone()
            })
        };
        let mut columns: Vec<MappedColumn> = self.columns.iter().filter_map(move_to).collect();
        let is_same = columns.len() == self.columns.len() && columns.len() >= 2;
        // What only the later header names is read, too.
        for (index, found) in matches.iter().enumerate() {
            let is_new =
                |field: Field| columns.iter().all(|one| one.field != field && one.index != index as u32);
            if let Some(found) = found.filter(|found| is_new(found.field)) {
                columns.push(MappedColumn {
                    how: found.how,
                    ..as_column(texts[index].clone(), index as u32, found.field, vocabulary)
                });
            }
        }
        let is_moved = columns
            .iter()
            .zip(&self.columns)
            .any(|(one, other)| (one.index, one.unit) != (other.index, other.unit))
            || columns.len() > self.columns.len();
        (is_same && is_moved).then(|| Self { columns, headers: texts, ..self.clone() })
    }
}
