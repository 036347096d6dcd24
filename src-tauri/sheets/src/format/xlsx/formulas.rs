//! The formulas of a worksheet part: only those without a result are kept, and what they share with others.

use super::scan::{attributes, utf8};
use crate::error::ReadError;
use crate::format::formula::{Formula, Sheet};
use crate::format::styles::CellFormat;
use std::collections::HashMap;

/// What an `f` element says of itself before its text.
pub(super) struct Start {
    /// Whether it is a formula of one cell: others fill several, or are tables of what if.
    is_plain: bool,
    /// The number under which several cells share it.
    shared: Option<u32>,
}

/// What is kept of a part's formulas.
pub(super) struct Formulas<'a> {
    sheet: &'a mut Sheet,
    /// Shared formulas with the cell for which they were written.
    shared: HashMap<u32, ((u32, u32), String)>,
    /// That of the present cell.
    present: Option<Formula>,
}

impl Start {
    pub(super) fn of(element: &[u8]) -> Result<Self, ReadError> {
        let mut start = Self { is_plain: true, shared: None };
        for (name, value) in attributes(element) {
            match name {
                b"t" => start.is_plain = matches!(value, b"normal" | b"shared"),
                b"si" => start.shared = utf8(value)?.parse().ok(),
                _ => {}
            }
        }
        Ok(start)
    }
}

impl<'a> Formulas<'a> {
    pub(super) fn of(sheet: &'a mut Sheet) -> Self {
        Self { sheet, shared: HashMap::new(), present: None }
    }

    /// The formula of a cell, by its row from 1 and its column from 0. Where it is blank, another cell holds it.
    pub(super) fn found(&mut self, start: &Start, text: &str, place: (u32, u32)) {
        let text = text.trim();
        if let Some(index) = start.shared.filter(|_| !text.is_empty()) {
            self.shared.insert(index, (place, format!("={text}")));
        }
        let own = || (!text.is_empty()).then(|| Formula { text: format!("={text}"), ..Formula::default() });
        let of_another = || {
            let (from, text) = self.shared.get(&start.shared?)?;
            let away = |from: u32, to: u32| i64::from(to) - i64::from(from);
            let shift = (away(from.0, place.0), away(from.1, place.1));
            Some(Formula { text: text.clone(), shift, ..Formula::default() })
        };
        self.present = own().or_else(of_another).filter(|_| start.is_plain);
    }

    /// Forgets what the cell before held.
    pub(super) fn begin_cell(&mut self) {
        self.present = None;
    }

    /// The present cell has no result.
    pub(super) fn keep(&mut self, place: (u32, u32), format: CellFormat) {
        if let Some(formula) = self.present.take() {
            self.sheet.keep(place.0, place.1, Formula { format, ..formula });
        }
    }
}
