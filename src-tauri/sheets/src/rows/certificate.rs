//! Certificates with one contiguous serial range a row.

use super::Reading;
use super::cells::Cells;
use super::procurement::currency;
use crate::field::Field;
use crate::issue::IssueCode;
use crate::record::{CertificateRow, Record};
use crate::serial::SerialRange;

pub(super) fn read(cells: &mut Cells) -> Reading {
    let certificate_id = cells.text(Field::CertificateId);
    let is_stated = cells.has_column(Field::Quantity);
    let stated = if is_stated { cells.quantity() } else { None };
    let range = range(cells, certificate_id.as_deref(), stated);
    let Some((range, quantity)) = range.filter(|_| stated.is_some() || !is_stated) else {
        return Reading::Reject;
    };
    if let Some(stated) = stated.filter(|stated| *stated != quantity) {
        let expected = format!("{quantity}, the size of the range {} to {}", range.start, range.end);
        cells.issue(Field::Quantity, IssueCode::RangeMismatch, &stated.to_string(), &expected);
    }
    let unit_price = cells.money(Field::UnitPrice);
    Reading::Record(Box::new(Record::Certificate(CertificateRow {
        certificate_id,
        registry: cells.text(Field::Registry),
        class: class(cells),
        serial_prefix: range.prefix,
        serial_start: range.start,
        serial_end: range.end,
        quantity,
        vintage: cells.year(Field::Vintage),
        status: worded(cells, Field::Status),
        project: cells.text(Field::Project),
        facility: cells.text(Field::Facility),
        batch: cells.text(Field::Batch),
        country: cells.text(Field::Country),
        methodology_version: cells.text(Field::MethodologyVersion),
        verification_body: cells.text(Field::VerificationBody),
        tco2e: cells.optional_number(Field::Tco2e),
        trade_date: cells.date(Field::TradeDate),
        retired_on: cells.date(Field::RetiredOn),
        beneficiary: cells.text(Field::Beneficiary),
        counterparty: cells.text(Field::Counterparty),
        unit_price,
        currency: currency(cells),
        expires_on: cells.date(Field::ExpiresOn),
        origin: worded(cells, Field::Origin),
        entity: cells.text(Field::Entity),
        is_bundled: cells.text(Field::Bundled).is_some_and(|text| is_yes(&text)),
        baseline: cells.text(Field::Baseline),
        factor_source: cells.text(Field::FactorSource),
        verified_on: cells.date(Field::VerifiedOn),
        claim_eligibility: cells.text(Field::ClaimEligibility),
        registry_link: cells.text(Field::RegistryLink),
        chain_of_custody: cells.text(Field::ChainOfCustody),
        delivery_date: cells.date(Field::DeliveryDate),
        order_number: cells.text(Field::OrderNumber),
        intent: cells.text(Field::Intent),
    })))
}

/// The serial range with its size: from its two ends, else from the id.
fn range(cells: &mut Cells, id: Option<&str>, quantity: Option<i64>) -> Option<(SerialRange, i64)> {
    let (start, end) = (cells.text(Field::SerialStart), cells.text(Field::SerialEnd));
    let prefix = cells.text(Field::SerialPrefix);
    let (field, seen, found) = match (start, end, id) {
        (Some(start), Some(end), _) => {
            let found = SerialRange::of_ends(prefix.as_deref(), &start, &end);
            (Field::SerialEnd, format!("{start} to {end}"), found)
        }
        (_, _, Some(id)) => (Field::CertificateId, id.to_owned(), SerialRange::of_id(id, quantity)),
        _ => {
            let field =
                if cells.has_column(Field::SerialStart) { Field::SerialStart } else { Field::CertificateId };
            cells.issue(field, IssueCode::MissingSerial, "", "a serial range or a certificate id");
            return None;
        }
    };
    let counted = found.and_then(|range| range.quantity().map(|quantity| (range, quantity)));
    if counted.is_none() {
        cells.issue(field, IssueCode::UnreadableSerial, &seen, "a first and a last serial, in this order");
    }
    counted
}

fn class(cells: &mut Cells) -> Option<String> {
    let text = cells.text(Field::Class)?;
    let known = cells.vocabulary.class(&text).map(str::to_owned);
    if known.is_none() {
        cells.issue(Field::Class, IssueCode::UnknownClass, &text, "I-TEC, I-TEC AE, I-MAT or I-MAT AE");
    }
    Some(known.unwrap_or(text))
}

fn is_yes(text: &str) -> bool {
    ["yes", "y", "true", "1", "bundled", "ja", "oui", "si", "sí", "sim", "tak"]
        .contains(&text.trim().to_lowercase().as_str())
}

/// The dictionary's word for a state or an origin, else the file's own.
fn worded(cells: &mut Cells, field: Field) -> Option<String> {
    let text = cells.text(field)?;
    let known = match field {
        Field::Origin => cells.vocabulary.origin(&text),
        _ => cells.vocabulary.state(&text),
    };
    Some(known.map_or_else(|| text.clone(), str::to_owned))
}
