//! Puts into rows that pass what their formulas come to, where the file holds no result, or asks to have it calculated anew.

use super::Workbook;
use super::evaluate::Calculator;
use crate::cell::{Computed, Row, Value};
use crate::error::ReadError;
use crate::format::RowSink;
use rust_decimal::Decimal;

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
        if row.doubted.is_empty() && row.cells.iter().all(|cell| cell.value != Value::EmptyFormula) {
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
    for cell in cells {
        let is_open = cell.value == Value::EmptyFormula;
        if !is_open && !row.doubted.contains(&cell.column) {
            continue;
        }
        let Some((formula, value)) = calculator.compute(sheet, number, cell.column) else { continue };
        if is_open || !agree(&cell.value, &value) {
            let outdated = (!is_open).then(|| cell.value.shown().into());
            cell.value = value;
            computed.push(Computed { column: cell.column, formula: formula.into(), outdated });
        }
    }
    row
}

/// Whether a stored result is the computed one, but for what floats lose on the way.
fn agree(stored: &Value, computed: &Value) -> bool {
    let (Value::Number(stored), Value::Number(computed)) = (stored, computed) else {
        return stored == computed;
    };
    let decimals = (stored.shown.parse::<Decimal>(), computed.shown.parse::<Decimal>());
    let (Ok(stored), Ok(computed)) = decimals else { return stored.shown == computed.shown };
    let difference = stored.checked_sub(computed).and_then(|one| one.abs().checked_mul(FLOATS_HOLD));
    difference.is_some_and(|difference| difference <= computed.abs())
}

/// A sum of floats is exact to one part in so many.
const FLOATS_HOLD: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
