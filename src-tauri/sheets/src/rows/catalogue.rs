//! Device weights.

use super::cells::Cells;
use super::procurement::plausible;
use super::{Reading, SkipReason};
use crate::field::Field;
use crate::goods::Named;
use crate::issue::IssueCode;
use crate::record::{CatalogueRow, Record};

pub(super) fn read(cells: &mut Cells) -> Reading {
    let (manufacturer, model) = (cells.string(Field::Manufacturer), cells.string(Field::Model));
    let category_text = cells.string(Field::Category);
    let mass = cells.mass(Field::Mass, false);
    if cells.is_rejected() {
        return Reading::Reject;
    }
    let Some(mass_kg) = mass.filter(|kg| !kg.is_zero()) else { return Reading::Skip(SkipReason::NoWeight) };
    let goods = cells.meanings.goods(Named {
        category: category_text.as_deref(),
        item: None,
        manufacturer: manufacturer.as_deref(),
        model: model.as_deref(),
    });
    let category = goods.category;
    if model.is_none() && category_text.is_none() {
        cells.issue(Field::Model, IssueCode::NothingNamed, "", "a model");
    }
    if let Some(category) = &category {
        plausible(cells, Field::Mass, mass_kg, category);
    }
    Reading::Record(Box::new(Record::Catalogue(CatalogueRow {
        manufacturer,
        model,
        category: category.map(String::from),
        category_text,
        mass_kg,
        factor_kgco2e: cells.optional_number(Field::FactorKgco2e),
        source: cells.string(Field::Source),
        date: cells.date(Field::Date),
    })))
}
