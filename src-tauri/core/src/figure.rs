//! What a year reports: one table of figures. Every screen, sheet, document, signature, lock and trace draws from it.

mod entity;
mod id;
mod listed;
mod money;
mod table;
mod value;
mod year;

pub use entity::{EntityPart, entity_parts};
pub use id::{CategoryKey, FigureId};
pub use listed::Listed;
pub use money::{MONEY, MoneyDefinition, MoneyName, money_definition};
pub use table::{Definition, Edition, LinesOf, Name, RestsOn, TABLE, Unit, definition};
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
        Self(figures.chain(money::figures(&beyond.money)).collect())
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

/// The figures of a report that its table had up to an edition. An id that the table does not know is of its first.
pub fn up_to(figures: &ReportedFigures, edition: Edition) -> ReportedFigures {
    let is_of = |id: &str| FigureId::from_trace_id(id).is_none_or(|(_, id)| id.edition() <= edition);
    figures.iter().filter(|(id, _)| is_of(id)).map(|(id, value)| (id.clone(), value.clone())).collect()
}

/// The edition under which a report was made: that of its latest figure.
pub fn edition_of(figures: &ReportedFigures) -> Edition {
    let editions = figures.keys().filter_map(|id| Some(FigureId::from_trace_id(id)?.1.edition()));
    editions.max().unwrap_or(Edition::First)
}
