//! What a year reports: one table of figures. Every screen, sheet, document, signature, lock and trace draws from it.

mod id;
mod table;
mod value;
mod year;

pub use id::{CategoryKey, FigureId};
pub use table::{Definition, LinesOf, Name, RestsOn, TABLE, Unit, definition};
pub use value::Value;
pub use year::{Beyond, OutOfScope, YearFigures};

use crate::report::ReportedFigures;
use std::collections::BTreeMap;

/// Figures by their id. A figure that a year does not have, such as a coverage of nothing, has no entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures(BTreeMap<FigureId, Value>);

impl Figures {
    /// The table's figures of a year: of its own, and of what a report knows beyond it.
    pub fn of(year: &YearFigures, beyond: &Beyond) -> Self {
        let figures = TABLE.iter().filter_map(|row| Some((row.name.into(), row.value(year, beyond)?)));
        Self(figures.collect())
    }

    /// The figure of this id.
    pub fn get(&self, id: &FigureId) -> Option<Value> {
        self.0.get(id).copied()
    }

    /// The figure of this row of the table.
    pub fn named(&self, name: Name) -> Option<Value> {
        self.get(&name.into())
    }

    /// Adds figures of parts: of a category, a shipment, a retirement.
    pub fn extend(&mut self, figures: impl IntoIterator<Item = (FigureId, Value)>) {
        self.0.extend(figures);
    }

    /// What a report of a year stands for, by trace id. What is held or expires moves on after the year.
    pub fn reported(&self, year: i32) -> ReportedFigures {
        let reported = self.0.iter().filter(|(id, _)| id.is_reported());
        reported.map(|(id, value)| (id.trace_id(year), value.plain())).collect()
    }
}
