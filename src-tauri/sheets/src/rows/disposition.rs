//! Hardware that was retired.

use super::Reading;
use super::cells::Cells;
use crate::field::Field;
use crate::issue::IssueCode;
use crate::record::{DispositionRow, Record};
use planner_core::disposition::Outcome;

pub(super) fn read(cells: &mut Cells) -> Reading {
    let (item, category_text) = (cells.string(Field::Item), cells.string(Field::Category));
    let goods = cells.meanings.goods(category_text.as_deref(), item.as_deref(), None);
    let asset_tag = cells.string(Field::AssetTag);
    let outcome_text = cells.string(Field::Outcome);
    let row = DispositionRow {
        quantity: quantity(cells, asset_tag.is_some()),
        asset_tag,
        item,
        category: goods.category.map(String::from),
        category_text,
        sent_mass_kg: cells.mass(Field::SentMass, false),
        restored_mass_kg: cells.mass(Field::RestoredMass, false),
        outcome: outcome(cells, outcome_text.as_deref()),
        outcome_text,
        provider: cells.string(Field::Provider),
        date: cells.date(Field::Date),
        legal_obligation_mass_kg: cells.mass(Field::LegalObligationMass, false),
        batch: cells.string(Field::Batch),
        entity: cells.string(Field::Entity),
    };
    if let (Some(sent), Some(restored)) = (row.sent_mass_kg, row.restored_mass_kg)
        && restored > sent
    {
        let expected = format!("at most the {sent} kg sent");
        cells.issue(
            Field::RestoredMass,
            IssueCode::RestoredExceedsSent,
            &format!("{restored} kg"),
            &expected,
        );
    }
    Reading::Record(Box::new(Record::Disposition(row)))
}

/// Stated where there is a column for it; a tagged asset is one.
fn quantity(cells: &mut Cells, is_tagged: bool) -> Option<i64> {
    if cells.has_column(Field::Quantity) { cells.quantity() } else { is_tagged.then_some(1) }
}

fn outcome(cells: &mut Cells, text: Option<&str>) -> Option<Outcome> {
    let text = text?;
    let known = cells.vocabulary.outcome(text);
    if known.is_none() {
        let expected = "reused, refurbished, parts, material or residual; it counts as unknown";
        cells.issue(Field::Outcome, IssueCode::UnknownOutcome, text, expected);
    }
    Some(known.unwrap_or(Outcome::Unknown))
}
