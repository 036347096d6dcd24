//! Certificates with one contiguous serial range a row.

use super::cells::Cells;
use super::procurement::currency;
use super::{Reading, SkipReason};
use crate::field::Field;
use crate::issue::IssueCode;
use crate::mapping::LEFT_OUT;
use crate::record::{CertificateRow, Record};
use crate::serial::SerialRange;
use crate::vocabulary::USABLE;

pub(super) fn read(cells: &mut Cells) -> Reading {
    let status = worded(cells, Field::Status);
    if status.as_deref() == Some("pending") {
        return Reading::Skip(SkipReason::NotIssued);
    }
    if cells.text(Field::Ownership).is_some_and(|text| text == LEFT_OUT) {
        return Reading::Skip(SkipReason::NotOurs);
    }
    let certificate_id = cells.string(Field::CertificateId);
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
    let retired_on = cells.date(Field::RetiredOn);
    if let (Some(day), Some(state)) = (retired_on, status.as_deref())
        && USABLE.contains(&state)
    {
        let expected = format!("no day of retirement or cancellation beside the status {state}");
        cells.issue(Field::RetiredOn, IssueCode::UnreadableDate, &day.to_string(), &expected);
    }
    let unit_price = cells.money(Field::UnitPrice);
    Reading::Record(Box::new(Record::Certificate(CertificateRow {
        certificate_id,
        registry: cells.string(Field::Registry),
        class: cells.class(),
        serial_prefix: range.prefix,
        serial_start: range.start,
        serial_end: range.end,
        quantity,
        vintage: cells.year(Field::Vintage),
        status,
        project: cells.string(Field::Project),
        facility: cells.string(Field::Facility),
        batch: cells.string(Field::Batch),
        country: cells.string(Field::Country),
        methodology_version: cells.string(Field::MethodologyVersion),
        verification_body: cells.string(Field::VerificationBody),
        tco2e: cells.optional_number(Field::Tco2e),
        trade_date: cells.date(Field::TradeDate),
        retired_on,
        beneficiary: cells.string(Field::Beneficiary),
        counterparty: cells.string(Field::Counterparty),
        unit_price,
        currency: currency(cells).map(String::from),
        expires_on: cells.date(Field::ExpiresOn),
        origin: worded(cells, Field::Origin),
        entity: cells.string(Field::Entity),
        is_bundled: cells.string(Field::Bundled).is_some_and(|text| is_yes(&text)),
        baseline: cells.string(Field::Baseline),
        factor_source: cells.string(Field::FactorSource),
        verified_on: cells.date(Field::VerifiedOn),
        claim_eligibility: cells.string(Field::ClaimEligibility),
        registry_link: cells.string(Field::RegistryLink),
        chain_of_custody: cells.string(Field::ChainOfCustody),
        delivery_date: cells.date(Field::DeliveryDate),
        order_number: cells.string(Field::OrderNumber),
        intent: cells.string(Field::Intent),
    })))
}

/// The serial range with its size: from its two ends, else from the id.
fn range(cells: &mut Cells, id: Option<&str>, quantity: Option<i64>) -> Option<(SerialRange, i64)> {
    let (start, end) = (cells.string(Field::SerialStart), cells.string(Field::SerialEnd));
    let prefix = cells.string(Field::SerialPrefix);
    if let Some(seen) = [&start, &end].into_iter().flatten().find(|text| is_cut(text)) {
        let expected = "all digits of the serial; a spreadsheet program cut them off";
        cells.issue(Field::SerialStart, IssueCode::UnreadableSerial, seen, expected);
        return None;
    }
    let (field, seen, found) = match (start, end, id) {
        (Some(start), Some(end), _) => {
            let found = SerialRange::of_ends(prefix.as_deref(), &start, &end);
            (Field::SerialEnd, format!("{start} to {end}"), found)
        }
        (_, _, Some(id)) => (Field::CertificateId, id.to_owned(), SerialRange::of_id(id, quantity)),
        // One column holds both ends, whatever its header says.
        (Some(both), None, None) => (Field::SerialStart, both.clone(), SerialRange::of_id(&both, quantity)),
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

/// Whether a number was cut to its first digits: 2.025E+13.
fn is_cut(text: &str) -> bool {
    let upper = text.trim().to_uppercase();
    upper.split_once("E+").is_some_and(|(digits, power)| {
        let is_number = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
        let is_part = |one: char| one.is_ascii_digit() || matches!(one, '.' | ',');
        is_number(digits) && is_number(power) && digits.chars().all(is_part)
    })
}

fn is_yes(text: &str) -> bool {
    ["yes", "y", "true", "1", "bundled", "ja", "oui", "si", "sí", "sim", "tak"]
        .contains(&text.trim().to_lowercase().as_str())
}

/// The dictionary's word for a state or an origin, else the file's own.
fn worded(cells: &mut Cells, field: Field) -> Option<String> {
    let text = cells.string(field)?;
    let known = match field {
        Field::Origin => cells.vocabulary.origin(&text),
        _ => cells.vocabulary.state(&text),
    };
    Some(known.map_or_else(|| text.clone(), str::to_owned))
}
