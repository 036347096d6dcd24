//! Certificate rows into lots. A row that the ledger refuses is rejected with the ledger's own words.

use crate::ActionError;
use crate::facts::set;
use crate::journal::dated_on;
use crate::purchase::{next_lot_id, origin, serial_prefix, usable_until};
use chrono::{Datelike, NaiveDate};
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::fact::Fact;
use planner_core::ledger::lot::{COVERING_CLASS, Facts, Lot, SerialRange};
use planner_core::ledger::movement::Movement;
use planner_core::ledger::{Ledger, LedgerError};
use planner_report::{ReportError, assets};
use planner_sheets::record::CertificateRow;

/// Events that one row comes to: the lot, and what had become of it at the registry.
pub(super) struct RowEvents {
    pub quantity: i64,
    pub vintage: i32,
    pub lot_id: String,
    /// The class it was taken as, where the row names none.
    pub assumed_class: Option<String>,
    pub events: Vec<DatedEvent>,
}

/// Applies a row to the ledger, or says why not; the ledger then stays as it was.
pub(super) fn apply_row(
    ledger: &mut Ledger,
    row: CertificateRow,
    today: NaiveDate,
) -> Result<RowEvents, ActionError> {
    let names_class = row.class.is_some();
    let stated = row.clone();
    let lot = lot(ledger, row, today)?;
    let moved = moved(&stated, lot.expires_on, today);
    let assumed_class = (!names_class).then(|| lot.class.clone());
    let (lot_id, quantity, vintage, serials) = (lot.id.clone(), lot.quantity(), lot.vintage, lot.serials);
    let mut events = vec![Event::LotRecorded(Box::new(lot))];
    if let Some(movement) = moved {
        events.push(Event::Moved { lot_id: lot_id.clone(), movement, serials: vec![serials] });
    }
    let events: Vec<_> =
        events.into_iter().map(|event| DatedEvent { on: dated_on(&event, today), event }).collect();
    for (position, event) in events.iter().enumerate() {
        if let Err(refusal) = ledger.apply(event) {
            if position > 0 {
                take_back(ledger, &lot_id, today)?;
            }
            return Err(refusal.into());
        }
    }
    Ok(RowEvents { quantity, vintage, lot_id, assumed_class, events })
}

/// A row is taken as a whole: its lot goes again where what became of it is refused.
fn take_back(ledger: &mut Ledger, lot_id: &str, today: NaiveDate) -> Result<(), LedgerError> {
    let removed = Event::LotRemoved { lot_id: lot_id.to_owned(), because: "its row was refused".into() };
    ledger.apply(&DatedEvent { on: today, event: removed })
}

/// What the registry says had become of certificates: used up they cover nothing here, and what they were retired for is
/// not our claim; listed and reserved ones keep their state. A day of retirement alone says that they are used up.
fn moved(row: &CertificateRow, expires_on: NaiveDate, today: NaiveDate) -> Option<Movement> {
    let is_retired = row.retired_on.is_some().then_some("retired");
    let status = row.status.as_deref().or(is_retired)?;
    let beneficiary = row.beneficiary.as_deref().map(|name| format!(" for {name}")).unwrap_or_default();
    let day = row.retired_on.map(|day| format!(" on {day}")).unwrap_or_default();
    match status {
        "retired" => Some(Movement::Cancel { because: format!("retired at the registry{day}{beneficiary}") }),
        "expired" if expires_on < today => Some(Movement::Expire),
        "cancelled" | "expired" => {
            Some(Movement::Cancel { because: format!("{status} at the registry{day}") })
        }
        "transferred" => Some(Movement::Transfer { to: "another account at the registry".into() }),
        "listed" => Some(Movement::List),
        // For whom is not said: they serve no year before their last.
        "reserved" => Some(Movement::Reserve(expires_on.year())),
        _ => None,
    }
}

fn lot(ledger: &Ledger, row: CertificateRow, today: NaiveDate) -> Result<Lot, ActionError> {
    let serial = |serial: u64| i64::try_from(serial).ok();
    let serials = serial(row.serial_start)
        .zip(serial(row.serial_end))
        .and_then(|(start, end)| SerialRange::new(start, end));
    let serials =
        serials.ok_or_else(|| ActionError::new("bad_serials", "The serial numbers are out of range."))?;
    let vintage = row.vintage.or_else(|| row.trade_date.map(|day| day.year()));
    let vintage = vintage.ok_or_else(|| {
        ActionError::new("no_vintage", "The row names no vintage, and no date to take it from.")
    })?;
    let registry = row.registry.unwrap_or_else(|| "Unnamed registry".into());
    let is_new = |id: &String| matches!(ledger.lot(id), Err(LedgerError::UnknownLot { .. }));
    let id = row.certificate_id.filter(is_new);
    let prefix = serial_prefix(row.serial_prefix.as_deref());
    let mut lot = Lot {
        id: id.unwrap_or_else(|| next_lot_id(ledger, &registry, vintage)),
        class: class(row.class, ledger, &registry, &prefix)?,
        prefix,
        serials,
        vintage,
        expires_on: usable_until(vintage, row.expires_on, today)?,
        origin: origin(row.origin.as_deref())?,
        is_bundled: row.is_bundled,
        facts: Facts {
            class_version: Some(assets::certificate_classes()?.version.clone()),
            batch: row.batch,
            unit_price: row.unit_price,
            currency: row.currency,
            project: row.project,
            facility: row.facility,
            country: row.country,
            counterparty: row.counterparty,
            trade_date: row.trade_date,
            delivery_date: row.delivery_date,
            order_number: row.order_number,
            methodology_version: row.methodology_version,
            factor_source: row.factor_source,
            verification_body: row.verification_body,
            verified_on: row.verified_on,
            tco2e: row.tco2e,
            claim_eligibility: row.claim_eligibility,
            registry_status: row.status,
            registry_link: row.registry_link,
            chain_of_custody: row.chain_of_custody,
            entity: row.entity,
            ..Facts::default()
        },
        registry,
    };
    for (fact, value) in [(Fact::Baseline, row.baseline), (Fact::Intent, row.intent)] {
        if let Some(value) = value {
            set(&mut lot, fact, &value)?;
        }
    }
    Ok(lot)
}

/// The class a row names; a word of another registry stays as it is and covers nothing. A row that names none is
/// taken as the other lots of its registry and prefix are, else as an I-TEC; the report says so.
fn class(word: Option<String>, ledger: &Ledger, registry: &str, prefix: &str) -> Result<String, ActionError> {
    let Some(word) = word else {
        let classes = &assets::certificate_classes()?.class;
        let known: Vec<_> =
            classes.iter().filter(|class| ledger.has_series(registry, &class.key, prefix)).collect();
        let only = if let [only] = known.as_slice() { Some(only.key.clone()) } else { None };
        return Ok(only.unwrap_or_else(|| COVERING_CLASS.to_owned()));
    };
    match assets::class_named(&word) {
        Err(ReportError::UnknownClass { .. }) => Ok(word),
        found => Ok(found?.to_owned()),
    }
}
