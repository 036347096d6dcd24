//! Hardware that was retired.

use super::cells::Cells;
use super::procurement::stated;
use super::{Reading, SkipReason};
use crate::field::Field;
use crate::goods::Named;
use crate::issue::IssueCode;
use crate::mapping::{LEFT_OUT, MappedColumn};
use crate::record::{DispositionRow, Record};
use planner_core::disposition::Outcome;
use rust_decimal::Decimal;

pub(super) fn read(cells: &mut Cells) -> Reading {
    let (item, category_text) = (cells.string(Field::Item), cells.string(Field::Category));
    let named = Named { category: category_text.as_deref(), item: item.as_deref(), ..Named::default() };
    if cells.text(Field::Ownership).is_some_and(|text| text == LEFT_OUT) {
        return Reading::Skip(SkipReason::NotOurs);
    }
    let is_other =
        |text: &Option<String>| text.as_deref().is_some_and(|text| cells.vocabulary.is_other_goods(text));
    if is_other(&category_text) || (category_text.is_none() && is_other(&item)) {
        return Reading::Skip(SkipReason::OtherGoods);
    }
    let goods = cells.meanings.goods(named);
    let asset_tag = cells.string(Field::AssetTag);
    let outcome_text = cells.string(Field::Outcome);
    let quantity = quantity(cells, asset_tag.is_some());
    let sent = match sent(cells, quantity) {
        Some(Sent::Nothing) => return Reading::Skip(SkipReason::Filler),
        Some(Sent::Mass(mass)) => Some(mass),
        None => None,
    };
    let restored = cells.mass(Field::RestoredMass, false);
    let is_estimated = cells.mapping.estimates && sent.is_none() && restored.is_none();
    if sent.is_none() && restored.is_none() && !is_estimated && !cells.is_rejected() {
        cells.issue(
            Field::SentMass,
            IssueCode::MissingMass,
            "",
            "a mass; what is not stated is unknown, never 0",
        );
    }
    let row = DispositionRow {
        quantity,
        asset_tag,
        item,
        category: goods.category.map(String::from),
        category_text,
        sent_mass_kg: sent,
        restored_mass_kg: restored,
        outcome: cells.mapping.route.or_else(|| outcome(cells, outcome_text.as_deref())),
        outcome_text,
        provider: cells.string(Field::Provider),
        date: cells.date(Field::Date),
        year: cells.reporting_year().or(cells.mapping.year),
        is_estimated,
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

/// The mass of a line, or that the row has none of this kind.
enum Sent {
    Mass(Decimal),
    Nothing,
}

/// The mass sent: of the line, or quantity × mass of one; of a row that is divided, the part that went this way.
fn sent(cells: &mut Cells, quantity: Option<i64>) -> Option<Sent> {
    let mapping = cells.mapping;
    let Some(route) = mapping.route else {
        let mass = stated(cells, Field::SentMass, false).or_else(|| {
            let one = stated(cells, Field::UnitMass, false)?;
            one.checked_mul(Decimal::from(quantity?))
        });
        return mass.map(Sent::Mass);
    };
    let part = mapping.column(Field::SentMass).and_then(|column| gone(cells, column)).unwrap_or_default();
    let mut left = Decimal::ZERO;
    if let Some(balance) = &mapping.balance {
        let away: Decimal = balance.routes.iter().filter_map(|column| gone(cells, column)).sum();
        let sent = cells.mass_of(&balance.sent);
        left = sent.map_or(Decimal::ZERO, |sent| sent - away);
        let are_flags = mapping.shares.as_ref().is_some_and(|shares| shares.are_flags);
        if route != Outcome::Unknown && !left.is_zero() && !are_flags {
            let (seen, expected) =
                (format!("{} kg", sent.unwrap_or_default()), format!("{away} kg, the sum of where it went"));
            cells.issue(Field::SentMass, IssueCode::MassBalance, &seen, &expected);
        }
    }
    match route {
        Outcome::Unknown if left > Decimal::ZERO => Some(Sent::Mass(left)),
        Outcome::Unknown => Some(Sent::Nothing),
        // The first part stands for the row, whatever it holds.
        _ if part.is_zero() && mapping.further.is_empty() => Some(Sent::Nothing),
        _ => Some(Sent::Mass(part)),
    }
}

/// The mass that went one way: as its column says, or its share of what was sent.
fn gone<'a>(cells: &mut Cells<'a>, column: &'a MappedColumn) -> Option<Decimal> {
    let mapping = cells.mapping;
    match &mapping.shares {
        Some(shares) if column.field.route().is_some() || column.index != shares.sent.index => {
            let share = cells.share(column)?;
            mapping.shared_mass(cells.mass_of(&shares.sent)?, share)
        }
        _ => cells.mass_of(column),
    }
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
