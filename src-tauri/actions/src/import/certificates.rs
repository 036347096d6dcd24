//! Certificate rows into lots. A row that the ledger refuses is rejected with the ledger's own words.

use crate::ActionError;
use crate::facts::{currency_of, set};
use crate::own_issue::refuse_excess;
use crate::purchase::{next_lot_id, origin, printed_prefix, serial_prefix, usable_until};
use chrono::{Datelike, NaiveDate};
use planner_core::class::COVERING_CLASS;
use planner_core::ledger::event::{DatedEvent, Event, Recorder};
use planner_core::ledger::fact::Fact;
use planner_core::ledger::lot::{Facts, Lot, SerialRange};
use planner_core::ledger::movement::Movement;
use planner_core::ledger::{Ledger, LedgerError};
use planner_core::own_issue::OwnIssue;
use planner_core::year::FiscalYearStart;
use planner_report::{ReportError, assets};
use planner_sheets::record::CertificateRow;

/// Events that one row comes to: the lot, and what had become of it at the registry.
pub(super) struct RowEvents {
    pub quantity: i64,
    pub vintage: i32,
    pub lot_id: String,
    /// The class it was taken as, where the row names none.
    pub assumed_class: Option<String>,
    /// Its batch, where it is our own and nothing that was restored is known to stand behind it; empty without one.
    pub unknown_batch: Option<String>,
    pub events: Vec<DatedEvent>,
}

/// Applies a row to the ledger, or says why not; the ledger then stays as it was.
pub(super) fn apply_row(
    ledger: &mut Ledger,
    row: CertificateRow,
    today: NaiveDate,
    year_start: FiscalYearStart,
    own: &mut OwnIssue,
) -> Result<RowEvents, ActionError> {
    let names_class = row.class.is_some();
    let stated = row.clone();
    let lot = lot(ledger, row, today)?;
    ledger.refuse_look_alike(&lot)?;
    let moved = moved(&stated, lot.expires_on, today);
    let on = lot.facts.trade_date.unwrap_or(today);
    let is_cancelled = matches!(moved, Some(Movement::Cancel { .. }));
    let unknown_batch = if is_cancelled { None } else { unknown_batch(own, &lot)? };
    let recorded = lot.clone();
    let assumed_class = (!names_class).then(|| lot.class.clone());
    let (lot_id, quantity, vintage, serials) = (lot.id.clone(), lot.quantity(), lot.vintage, lot.serials);
    let dated = |on, event| DatedEvent { on, recorded_on: Some(today), recorder: Recorder::default(), event };
    let mut events = vec![dated(on, Event::LotRecorded(Box::new(lot)))];
    if let Some(movement) = moved {
        let moved_on = stated.retired_on.unwrap_or(today).min(today).max(on);
        let moved = Event::Moved { lot_id: lot_id.clone(), movement, serials: vec![serials] };
        events.push(dated(moved_on, moved));
    }
    for (position, event) in events.iter().enumerate() {
        let free = ledger.refuse_locked_day(event, year_start);
        if let Err(refusal) = free.and_then(|()| ledger.apply(event)) {
            if position > 0 {
                take_back(ledger, &lot_id, today)?;
            }
            return Err(refusal.into());
        }
    }
    if !is_cancelled {
        own.record(&recorded);
    }
    Ok(RowEvents { quantity, vintage, lot_id, assumed_class, unknown_batch, events })
}

/// Refuses an own lot that its batch cannot have. Where nothing is known yet of what its batch restored, the registry's
/// word is kept, and the batch is answered, to be named; a report waits for it.
fn unknown_batch(own: &OwnIssue, lot: &Lot) -> Result<Option<String>, ActionError> {
    let batch = lot.facts.batch.as_deref();
    if own.is_known(batch) {
        refuse_excess(own, lot)?;
        return Ok(None);
    }
    Ok(own.excess_with(lot).map(|_| batch.unwrap_or_default().to_owned()))
}

/// A row is taken as a whole: its lot goes again where what became of it is refused.
fn take_back(ledger: &mut Ledger, lot_id: &str, today: NaiveDate) -> Result<(), LedgerError> {
    let removed = Event::LotRemoved { lot_id: lot_id.to_owned(), because: "its row was refused".into() };
    ledger.apply(&DatedEvent::new(today, removed))
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
        // It follows from the last usable day.
        "expired" if expires_on < today => None,
        "cancelled" | "expired" => {
            Some(Movement::Cancel { because: format!("{status} at the registry{day}") })
        }
        "transferred" => {
            Some(Movement::Transfer { to: "another account at the registry".into(), price: None })
        }
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
            printed_prefix: printed_prefix(row.serial_prefix.as_deref()),
            ..Facts::default()
        },
        registry,
    };
    for (fact, value) in [(Fact::Baseline, row.baseline), (Fact::Intent, row.intent)] {
        if let Some(value) = value {
            set(&mut lot, fact, &value)?;
        }
    }
    lot.facts.currency.as_deref().map_or(Ok(()), |code| currency_of(code).map(drop))?;
    lot.cost()?;
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
