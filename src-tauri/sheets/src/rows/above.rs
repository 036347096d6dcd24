//! Cells that are blank because their value stands above: merged cells, and what the lines of an order share.

use crate::cell::{Cell, Number, Row, Value};
use crate::mapping::{Mapping, Merged};

/// What stands above.
pub(super) struct Above {
    carried: Vec<(u32, Option<Value>)>,
    merged: Vec<(Merged, Option<Value>)>,
    /// Cells that state something of several lines together.
    shared: Vec<Merged>,
    /// Cells that state as many pieces as there are lines: each is one.
    single: Vec<Merged>,
    /// Merged cells that end before this one are done with.
    done: usize,
}

impl Above {
    pub(super) fn new(mapping: &Mapping) -> Self {
        let carried = mapping.carried.iter().map(|column| (*column, None)).collect();
        let mut merged: Vec<_> = mapping.merged.iter().map(|one| (*one, None)).collect();
        merged.sort_by_key(|(one, _): &(Merged, _)| (one.first, one.column));
        let (shared, single) = (mapping.shared.clone(), mapping.single.clone());
        Self { carried, merged, shared, single, done: 0 }
    }

    /// The column whose cell states something of this row and of those above it together.
    pub(super) fn shared(&self, row: u32) -> Option<u32> {
        let is_below = |one: &&Merged| one.first < row && row <= one.last;
        self.shared.iter().find(is_below).map(|one| one.column)
    }

    /// Whether the row is one of the lines that one merged cell counts.
    pub(super) fn is_counted(&self, row: u32) -> bool {
        self.single.iter().any(|one| one.first <= row && row <= one.last)
    }

    /// The row with its blank cells filled; nothing where none is.
    pub(super) fn fill(&mut self, row: &Row) -> Option<Row> {
        if self.carried.is_empty() && self.merged.is_empty() && self.single.is_empty() {
            return None;
        }
        let mut filled: Option<Row> = None;
        let one = Value::Number(Number { shown: "1".into(), exact: None, unit: None });
        for single in self.single.iter().filter(|one| one.first <= row.number && row.number <= one.last) {
            put(filled.get_or_insert_with(|| row.clone()), single.column, &one);
        }
        while self.merged.get(self.done).is_some_and(|(one, _)| one.last < row.number) {
            self.done += 1;
        }
        let here = self.merged.iter_mut().skip(self.done).take_while(|(one, _)| one.first <= row.number);
        for (one, value) in here {
            if one.first == row.number {
                *value = row.value(one.column).cloned();
            } else if row.number <= one.last && is_blank(row, one.column) {
                value
                    .iter()
                    .for_each(|value| put(filled.get_or_insert_with(|| row.clone()), one.column, value));
            }
        }
        // A row that is blank but for one cell is a title or a total, no line of an order.
        let is_line = row.cells.iter().filter(|cell| !cell.value.is_blank()).count() > 1;
        for (column, value) in &mut self.carried {
            if !is_blank(row, *column) {
                *value = row.value(*column).cloned();
            } else if is_line {
                value.iter().for_each(|value| put(filled.get_or_insert_with(|| row.clone()), *column, value));
            }
        }
        filled
    }
}

fn is_blank(row: &Row, column: u32) -> bool {
    row.value(column).is_none_or(Value::is_blank)
}

fn put(row: &mut Row, column: u32, value: &Value) {
    match row.cells.binary_search_by_key(&column, |cell| cell.column) {
        Ok(found) => row.cells[found].value = value.clone(),
        Err(place) => row.cells.insert(place, Cell { column, value: value.clone() }),
    }
}
