//! Hardware that was bought.

use super::cells::Cells;
use super::{Reading, SkipReason};
use crate::field::Field;
use crate::goods::Named;
use crate::issue::IssueCode;
use crate::mapping::{IGNORED, LEFT_OUT};
use crate::recognise::kind_of_key;
use crate::record::{ProcurementRow, Record};
use compact_str::CompactString;
use planner_core::line::Condition;
use planner_core::recognise::{Reason, Recognised};
use rust_decimal::Decimal;
use std::sync::Arc;

pub(super) fn read(cells: &mut Cells) -> Reading {
    let (item, model) = (cells.text(Field::Item), cells.text(Field::Model));
    let category_text = cells.text(Field::Category);
    let manufacturer = cells.text(Field::Manufacturer);
    let goods = cells.meanings.goods(Named {
        category: category_text.as_deref(),
        item: item.as_deref(),
        manufacturer: manufacturer.as_deref(),
        model: model.as_deref(),
    });
    let status = status(cells);
    if is_ignored(cells, status.as_deref()) {
        return Reading::Skip(SkipReason::NotAPurchase);
    }
    if cells.text(Field::Deleted).is_some_and(|text| text == LEFT_OUT || cells.vocabulary.is_struck(&text)) {
        return Reading::Skip(SkipReason::Deleted);
    }
    if is_left_out(cells) {
        return Reading::Skip(SkipReason::EmployeeOwned);
    }
    let quantity = quantity(cells, status.as_deref());
    let is_return = quantity.is_some_and(|quantity| quantity < 0);
    let (unit_price, amount) = (cells.money(Field::UnitPrice), cells.money(Field::Amount));
    let mut row = ProcurementRow {
        item,
        manufacturer,
        model,
        category: goods.category,
        category_text,
        condition: condition(cells, &goods.found),
        status,
        quantity: quantity.unwrap_or_default(),
        unit_mass_kg: stated(cells, Field::UnitMass, false),
        mass_kg: stated(cells, Field::Mass, is_return),
        date: cells.date(Field::Date),
        year: cells.reporting_year().or(cells.mapping.year),
        order_number: cells.text(Field::OrderNumber),
        line_number: cells.text(Field::LineNumber),
        supplier: cells.text(Field::Supplier),
        serial_number: cells.text(Field::SerialNumber),
        unit_price,
        amount,
        currency: currency(cells),
        entity: cells.text(Field::Entity),
        country: cells.text(Field::Country),
        cost_centre: cells.text(Field::CostCentre),
        scope3_category: scope3_category(cells),
        out_of_scope: goods.out_of_scope,
        found: goods.found,
    };
    settle_weighed(cells, &mut row);
    check(cells, &row);
    if quantity.is_some() { Reading::Record(Box::new(Record::Procurement(row))) } else { Reading::Reject }
}

/// The movement's word, else the file's own.
fn status(cells: &mut Cells) -> Option<CompactString> {
    let text = cells.text(Field::Status)?;
    Some(cells.vocabulary.movement(&text).map_or(text.clone(), CompactString::from))
}

/// What a person leaves out, what was called off, and what only moves goods in a table that has purchases too.
fn is_ignored(cells: &Cells, status: Option<&str>) -> bool {
    match status {
        Some(IGNORED | "cancelled") => true,
        Some("issue" | "owned" | "disposed") => cells.mapping.has_purchases,
        _ => false,
    }
}

/// Whether a person said that a device of this owner is not the company's.
fn is_left_out(cells: &mut Cells) -> bool {
    cells.text(Field::Ownership).is_some_and(|text| text == LEFT_OUT)
}

/// A stated mass; a 0 is how systems write what was never filled in.
pub(super) fn stated(cells: &mut Cells, field: Field, may_be_negative: bool) -> Option<Decimal> {
    let mass = cells.mass(field, may_be_negative)?;
    if mass.is_zero() {
        cells.issue(field, IssueCode::ZeroMass, "0", "a mass; 0 was read as not stated");
    }
    Some(mass).filter(|mass| !mass.is_zero())
}

/// One where there is no column, or as many as the serials of the row; below zero for a return.
fn quantity(cells: &mut Cells, status: Option<&str>) -> Option<i64> {
    let stated = if cells.has_column(Field::Quantity) {
        let packs = if cells.mapping.packs_in_text { cells.pack_in_text() } else { 1 };
        cells.quantity()?.checked_mul(packs)?
    } else {
        serials(cells)
    };
    if stated == 0 && cells.mapping.rejects_zeros {
        cells.issue(Field::Quantity, IssueCode::MissingQuantity, "0", "a quantity above 0");
        return None;
    }
    let quantity = if status == Some("return") { -stated.saturating_abs() } else { stated };
    if quantity < 0 {
        cells.issue(
            Field::Quantity,
            IssueCode::ReturnedGoods,
            &stated.to_string(),
            "a purchase; it lessens the year",
        );
    }
    Some(quantity)
}

/// How many serials a cell lists, where each row would be one device.
fn serials(cells: &mut Cells) -> i64 {
    if let Some(quantity) = cells.pieces_of_serials() {
        return quantity;
    }
    let Some(text) = cells.text(Field::SerialNumber) else { return 1 };
    let parts: Vec<&str> =
        text.split([',', ';', '\n', '|']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_code =
        |part: &&str| !part.contains(char::is_whitespace) && part.bytes().any(|byte| byte.is_ascii_digit());
    let different: std::collections::BTreeSet<&&str> = parts.iter().collect();
    if parts.len() < 2 || different.len() < parts.len() || !parts.iter().all(is_code) {
        return 1;
    }
    let expected = format!("one serial; {} are listed, and each is one device", parts.len());
    cells.issue(Field::SerialNumber, IssueCode::PiecesCounted, &text, &expected);
    i64::try_from(parts.len()).unwrap_or(1)
}

/// The column's word, else what the item's text says.
fn condition(cells: &mut Cells, found: &Recognised) -> Option<Condition> {
    let Some(text) = cells.text(Field::Condition) else { return named_condition(cells, found) };
    let header = cells.mapping.column(Field::Condition).map_or("", |column| column.header.as_str());
    let known = match cells.meanings.flagged_condition(header, &text) {
        Some(flagged) => flagged,
        None => cells.meanings.condition(&text),
    };
    if known.is_none() {
        cells.issue(
            Field::Condition,
            IssueCode::UnknownCondition,
            &text,
            "new, refurbished or used; it counts as new",
        );
    }
    if known == Some(Condition::New) && found.condition == Some(Condition::Refurbished) {
        let expected = "what the item's text says, refurbished; the column stands";
        cells.issue(Field::Condition, IssueCode::ConditionDisagrees, &text, expected);
    }
    Some(known.unwrap_or(Condition::Unknown))
}

/// The condition that the item's own text names, where no column says it. A word such as “used” may say what a thing is
/// used for: it is asked about, and counts as new until then.
fn named_condition(cells: &mut Cells, found: &Recognised) -> Option<Condition> {
    let named = found.condition?;
    let (code, expected, taken) = match named {
        Condition::Used if found.is_condition_doubted => {
            let expected =
                "new or used; the text may say either, and it counts as new until that is confirmed";
            (IssueCode::ConditionUnsure, expected, Condition::Unknown)
        }
        named => {
            let expected = "a condition in a column of its own; the text says it";
            (IssueCode::ConditionInText, expected, named)
        }
    };
    cells.issue(Field::Item, code, named.word(), expected);
    Some(taken)
}

/// A row that reads as a service and states a weight all the same is hardware or left out, as a person says: a service has
/// no weight, and "Service-Notebook" is no service.
fn settle_weighed(cells: &mut Cells, row: &mut ProcurementRow) {
    if !is_weighed_service(cells, row) {
        return;
    }
    match cells.mapping.counts_weighed {
        Some(true) => {
            row.out_of_scope = None;
            row.found = Arc::new(Recognised { reason: None, ..(*row.found).clone() });
        }
        Some(false) => {}
        None => {
            let seen = row.item.as_deref().or(row.category_text.as_deref()).unwrap_or_default();
            cells.weighed_service = Some(seen.to_owned());
        }
    }
}

/// What the file's own category leaves out it says for sure, unless it names a device, too: "Windows Server", "IT services –
/// laptops". What is used up has a weight; and a warranty is not what a device is used for.
fn is_weighed_service(cells: &Cells, row: &ProcurementRow) -> bool {
    let reason = row.out_of_scope.as_deref().and_then(Reason::from_word);
    let category = row.category_text.as_deref();
    let is_device = |word: &str| {
        let kind = cells.vocabulary.category(Some(word), None::<&str>).and_then(kind_of_key);
        kind.is_some_and(|kind| !kind.is_thing_for_a_device())
    };
    let mut words = category.into_iter().flat_map(|text| text.split(|one: char| !one.is_alphanumeric()));
    let names_device = words.any(is_device);
    let is_sure = cells.vocabulary.out_of_scope(category, None).is_some() && !names_device;
    let is_machine = names_device && row.serial_number.is_some();
    reason.is_some_and(|reason| !matches!(reason, Reason::Consumable | Reason::Warranty))
        && (row.unit_mass_kg.is_some() || row.mass_kg.is_some() || is_machine)
        && !is_sure
}

fn scope3_category(cells: &mut Cells) -> Option<planner_core::line::Scope3Category> {
    let text = cells.text(Field::Scope3Category)?;
    cells.vocabulary.scope3_category(&text)
}

/// The currency column's, else the one beside a price.
pub(super) fn currency(cells: &mut Cells) -> Option<CompactString> {
    let text = cells.text(Field::Currency);
    let coded = text.map(|text| cells.meanings.currency(&text).unwrap_or_else(|| text.to_uppercase()));
    coded.or_else(|| cells.currency.clone())
}

fn check(cells: &mut Cells, row: &ProcurementRow) {
    let is_named = row.item.is_some()
        || row.model.is_some()
        || row.category_text.is_some()
        || row.manufacturer.is_some()
        || row.serial_number.is_some();
    if !is_named {
        cells.issue(Field::Item, IssueCode::NothingNamed, "", "an item, a model or a category");
    }
    if let Some(read) = row.found.overruled {
        let category = row.category_text.as_deref().unwrap_or_default();
        let expected =
            format!("the kind that its text reads as, {}; the category stands", read.replace('_', " "));
        cells.issue(Field::Category, IssueCode::CategoryDisagrees, category, &expected);
    }
    if let Some(reason) = &row.out_of_scope {
        let seen = row.item.as_deref().or(row.category_text.as_deref()).unwrap_or_default();
        cells.issue(Field::Item, IssueCode::OutOfScope, seen, &format!("hardware; this is {reason}"));
        return;
    }
    check_totals(cells, row);
    check_plausible(cells, row);
}

/// Stated total and quantity × unit mass within 1 %.
fn check_totals(cells: &mut Cells, row: &ProcurementRow) {
    let (Some(unit), Some(total)) = (row.unit_mass_kg, row.mass_kg) else { return };
    let Some(product) = unit.checked_mul(Decimal::from(row.quantity)) else { return };
    let (product, total) = (product.abs(), total.abs());
    if (product - total).abs() * Decimal::ONE_HUNDRED > total {
        let expected = format!("{} kg, quantity × unit mass; the stated total is kept", product.normalize());
        cells.issue(Field::Mass, IssueCode::MassMismatch, &format!("{total} kg"), &expected);
    }
}

fn check_plausible(cells: &mut Cells, row: &ProcurementRow) {
    let by_total = row.mass_kg.and_then(|total| total.checked_div(Decimal::from(row.quantity)));
    let field = if row.unit_mass_kg.is_some() { Field::UnitMass } else { Field::Mass };
    if let (Some(unit), Some(category)) = (row.unit_mass_kg.or(by_total), &row.category) {
        plausible(cells, field, unit, category);
    }
}

/// Warns of a unit mass that such a device does not have.
pub(super) fn plausible(cells: &mut Cells, field: Field, unit_kg: Decimal, category: &str) {
    let Some((low, high)) = cells.vocabulary.plausible_kg(category) else { return };
    if unit_kg < low || unit_kg > high {
        let expected = format!("a {category} of {low} to {high} kg");
        cells.issue(field, IssueCode::ImplausibleMass, &format!("{} kg", unit_kg.normalize()), &expected);
    }
}
