//! Documents that prove something of the certificates a report speaks of, each with the id it is cited by.

use crate::known::LoggedEvent;
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{Document, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// A document where it is attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Number of the event that attached it.
    pub event: i64,
    /// Its day.
    pub on: NaiveDate,
    /// The document.
    pub document: Document,
}

impl Attached {
    /// The id it is cited by: `D-` and the number of its event.
    pub fn id(&self) -> String {
        format!("D-{}", self.event)
    }
}

/// Documents by what they are attached to: any lot, or a retirement of the year.
pub type Documents = BTreeMap<Subject, Vec<Attached>>;

/// Those of a year.
pub fn documents(ledger: &Ledger, log: &[LoggedEvent], year: i32) -> Documents {
    let (mut attached, mut retirements) = (BTreeMap::<&String, Vec<_>>::new(), BTreeSet::new());
    for LoggedEvent { sequence, dated, .. } in log {
        match &dated.event {
            Event::Attached { subject, document } => {
                attached.entry(&document.sha256).or_default().push((*sequence, dated.on, subject, document));
            }
            Event::Retired(one) if one.year == year => drop(retirements.insert(&one.id)),
            _ => {}
        }
    }
    let mut documents = Documents::new();
    for (subject, document) in ledger.documents() {
        if let Subject::Retirement(id) = subject
            && !retirements.contains(id)
        {
            continue;
        }
        let events = attached.get(&document.sha256).map_or(&[][..], Vec::as_slice);
        let is_it = |(_, _, to, one): &&(i64, NaiveDate, &Subject, &Document)| {
            *one == document && (*to == subject || was_part(ledger, subject, to))
        };
        if let Some((event, on, ..)) = events.iter().find(is_it) {
            let attached = Attached { event: *event, on: *on, document: document.clone() };
            documents.entry(subject.clone()).or_default().push(attached);
        }
    }
    documents
}

/// Whether a lot was part of another before that was split.
fn was_part(ledger: &Ledger, lot: &Subject, of: &Subject) -> bool {
    matches!(lot, Subject::Lot(id) if ledger.lots_before(id).contains(&of.id()))
}
