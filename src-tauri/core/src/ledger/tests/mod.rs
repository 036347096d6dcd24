//! The ledger's rules as cases, and its invariants as properties against a model that keeps every unit by itself.

mod day;
mod evidence;
mod expiry;
mod fact;
mod histories;
mod money;
mod movement;
mod record;
mod retirement;
mod split;
mod text;

use crate::currency::{Currency, Money};
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::evidence::{Document, Proof};
use crate::ledger::fact::{Change, Fact};
use crate::ledger::lot::{Facts, Lot, Origin, SerialRange, last_usable_day};
use crate::ledger::retire::Take;
use crate::ledger::retirement::Retirement;
use crate::ledger::{Ledger, LedgerError};
use chrono::NaiveDate;

const TODAY: (i32, u32, u32) = (2026, 6, 16);

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub(crate) fn eur(amount: &str) -> Money {
    Money {
        amount: amount.parse().expect("a decimal"),
        currency: Currency::from_code("EUR").expect("a currency"),
    }
}

pub(crate) fn range(start: i64, end: i64) -> SerialRange {
    SerialRange::new(start, end).expect("a range")
}

pub(crate) fn lot(id: &str, start: i64, end: i64, vintage: i32) -> Lot {
    Lot {
        id: id.into(),
        class: "I-TEC".into(),
        registry: "Bloom".into(),
        prefix: "NL-R-".into(),
        serials: range(start, end),
        vintage,
        expires_on: last_usable_day(vintage).expect("a date"),
        origin: Origin::Purchased,
        is_bundled: false,
        facts: Facts::default(),
    }
}

fn locked(year: i32) -> Event {
    Event::YearLocked { year, figures: Vec::new() }
}

fn change(fact: Fact, old: Option<&str>, new: Option<&str>) -> Change {
    Change { fact, old: old.map(str::to_owned), new: new.map(str::to_owned) }
}

fn document(proves: Proof) -> Document {
    Document { sha256: "ab".into(), file_name: "a statement.pdf".into(), size: 2, proves, about: None }
}

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

fn with(lots: Vec<Lot>) -> Ledger {
    let mut ledger = Ledger::default();
    for lot in lots {
        apply(&mut ledger, Event::LotRecorded(Box::new(lot))).expect("a recorded lot");
    }
    ledger
}

fn apply(ledger: &mut Ledger, event: Event) -> Result<(), LedgerError> {
    ledger.apply(&DatedEvent::new(today(), event))
}

fn retirement(id: &str, takes: &[Take]) -> Event {
    Event::Retired(retirement_of(id, 2025, takes))
}

fn retirement_of(id: &str, year: i32, takes: &[Take]) -> Retirement {
    Retirement {
        id: id.into(),
        year,
        beneficiary: "Larkmoor Group SE".into(),
        beneficiary_country: None,
        beneficiary_identifier: None,
        entity: None,
        claim_level: "unassigned".into(),
        because: None,
        purpose: None,
        registry_reference: None,
        registry_link: None,
        lines: takes.iter().flat_map(Take::lines).collect(),
    }
}
