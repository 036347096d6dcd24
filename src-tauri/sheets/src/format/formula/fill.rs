//! Puts into rows that pass what their formulas come to, where the file holds no result.

use super::Workbook;
use super::evaluate::Calculator;
use crate::cell::{Computed, Row, Value};
use crate::error::ReadError;
use crate::format::RowSink;

/// The formulas of one sheet. The workbook's cells are gathered at the first that has no result: a file without such pays
/// nothing for them.
pub(in crate::format) struct Filler<L> {
    sheet: usize,
    gather: Option<L>,
    calculator: Option<Calculator>,
}

impl<L: FnOnce() -> Option<Workbook>> Filler<L> {
    pub(in crate::format) fn new(sheet: usize, gather: L) -> Self {
        Self { sheet, gather: Some(gather), calculator: None }
    }

    /// Hands a row on, with the results that could be computed.
    pub(in crate::format) fn pass(&mut self, row: &Row, sink: &mut RowSink) -> Result<(), ReadError> {
        if row.cells.iter().all(|cell| cell.value != Value::EmptyFormula) {
            return sink(row);
        }
        if let Some(gather) = self.gather.take() {
            self.calculator = gather().map(Calculator::new);
        }
        match &mut self.calculator {
            Some(calculator) => sink(&filled(row, self.sheet, calculator)),
            None => sink(row),
        }
    }
}

fn filled(row: &Row, sheet: usize, calculator: &mut Calculator) -> Row {
    let mut row = row.clone();
    let (cells, number, computed) = (&mut row.cells, row.number, &mut row.computed);
    for cell in cells.iter_mut().filter(|cell| cell.value == Value::EmptyFormula) {
        if let Some((formula, value)) = calculator.compute(sheet, number, cell.column) {
            cell.value = value;
            computed.push(Computed { column: cell.column, formula: formula.into() });
        }
    }
    row
}
