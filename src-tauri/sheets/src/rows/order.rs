//! Certificates that were ordered, an order a row.

use super::cells::Cells;
use super::procurement::currency;
use super::{Reading, SkipReason};
use crate::field::Field;
use crate::issue::IssueCode;
use crate::record::{OrderRow, Record};
use crate::vocabulary::{CLOSED, PART};

pub(super) fn read(cells: &mut Cells) -> Reading {
    let status = cells.string(Field::Status);
    let state = status.as_deref().and_then(|text| cells.vocabulary.order_state(text));
    match state {
        Some(CLOSED) => return Reading::Skip(SkipReason::NotOpen),
        Some(PART) => {
            let expected = "the quantity that is still to come: it is taken as that";
            cells.issue(Field::Status, IssueCode::PartDelivered, &status.unwrap_or_default(), expected);
        }
        _ => {}
    }
    let seller = cells.string(Field::Counterparty);
    if seller.is_none() {
        cells.issue(Field::Counterparty, IssueCode::MissingSeller, "", "who the order was placed with");
    }
    if !cells.has_column(Field::Quantity) {
        cells.issue(Field::Quantity, IssueCode::MissingQuantity, "", "how many are still to come");
    }
    let quantity = cells.quantity();
    let vintages = vintages(cells);
    let class = cells.class();
    let unit_price = cells.money(Field::UnitPrice);
    let (Some(seller), Some(quantity), Some(vintages)) = (seller, quantity, vintages) else {
        return Reading::Reject;
    };
    Reading::Record(Box::new(Record::Order(OrderRow {
        seller,
        class,
        registry: cells.string(Field::Registry),
        vintages,
        quantity,
        unit_price,
        currency: currency(cells).map(String::from),
        order_number: cells.string(Field::OrderNumber),
        entity: cells.string(Field::Entity),
        ordered_on: cells.date(Field::Date),
        expected_on: cells.date(Field::ExpectedOn),
    })))
}

/// The vintages that may be delivered: a year, or two with anything between them; a column of its own holds the last.
fn vintages(cells: &mut Cells) -> Option<(i32, i32)> {
    let first = years(&cells.string(Field::Vintage).unwrap_or_default());
    let last = years(&cells.string(Field::VintageTo).unwrap_or_default());
    let found = match (first.as_slice(), last.as_slice()) {
        ([only], []) => Some((*only, *only)),
        ([from, to], []) | ([from], [to]) if from <= to => Some((*from, *to)),
        _ => None,
    };
    if found.is_none() {
        let seen = [Field::Vintage, Field::VintageTo].map(|field| cells.string(field).unwrap_or_default());
        let expected = "a year such as 2026, or two such as 2026–2027";
        cells.issue(Field::Vintage, IssueCode::MissingVintage, seen.join(" ").trim(), expected);
    }
    found
}

/// The numbers of four digits in a text that can be years.
fn years(text: &str) -> Vec<i32> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (2000..=2200).contains(year)).collect()
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn vintages_are_read_however_they_are_joined() {
        for (text, found) in [
            ("2026", vec![2026]),
            ("2026–2027", vec![2026, 2027]),
            ("2026/2027", vec![2026, 2027]),
            ("2026 to 2027", vec![2026, 2027]),
            ("V2026", vec![2026]),
            ("26", vec![]),
            ("", vec![]),
            ("20265", vec![]),
        ] {
            assert_eq!(years(text), found, "{text}");
        }
    }
}
