//! Documents that prove something of the certificates a report speaks of, each with the id it is cited by.

use super::figures::{Figures, RetiredRun};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{Document, Subject};
use planner_store::ledger::LoggedEvent;
use std::collections::{BTreeMap, BTreeSet};

/// A document where it is attached.
pub(super) struct Attached {
    /// Number of the event that attached it.
    pub event: i64,
    pub on: NaiveDate,
    pub document: Document,
}

impl Attached {
    /// The id it is cited by: `D-` and the number of its event.
    pub fn id(&self) -> String {
        format!("D-{}", self.event)
    }
}

/// Documents by what they are attached to: any lot, or a retirement of the year.
pub(super) type Documents = BTreeMap<Subject, Vec<Attached>>;

/// Those of a year.
pub(super) fn documents(ledger: &Ledger, log: &[LoggedEvent], year: i32) -> Documents {
    let (mut attached, mut retirements) = (BTreeMap::<_, Vec<_>>::new(), BTreeSet::new());
    for logged in log.iter().filter(|logged| ["attached", "retired"].contains(&logged.kind.as_str())) {
        let Some(dated) = logged.event() else { continue };
        match dated.event {
            Event::Attached { subject, document } => {
                let entry = attached.entry(document.sha256.clone()).or_default();
                entry.push((logged.sequence, dated.on, subject, document));
            }
            Event::Retired(one) if one.year == year => drop(retirements.insert(one.id)),
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
        let is_it = |(_, _, to, one): &&(i64, NaiveDate, Subject, Document)| {
            one == document && (to == subject || was_part(ledger, subject, to))
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

impl Figures {
    /// Ids of the documents of a lot.
    pub fn documents_of_lot(&self, lot_id: &str) -> Vec<String> {
        self.ids_of(Subject::Lot(lot_id.to_owned()))
    }

    /// Ids of the documents of a retired run: of its retirement, then of its lot.
    pub fn documents_of_run(&self, run: &RetiredRun<'_>) -> Vec<String> {
        let mut ids = self.ids_of(Subject::Retirement(run.retirement.id.clone()));
        ids.extend(self.documents_of_lot(&run.lot.id));
        ids
    }

    fn ids_of(&self, subject: Subject) -> Vec<String> {
        self.documents.get(&subject).into_iter().flatten().map(Attached::id).collect()
    }
}
