//! What the registries' statements, as they were last compared, show of the certificates of a report.

use crate::disclosure::Disclosure;
use crate::known::LoggedEvent;
use crate::run::RetiredRun;
use chrono::NaiveDate;
use planner_core::ledger::check::{Check, LastCheck, Shown};
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{Proof, Subject};
use planner_core::ledger::lot::{Lot, Origin};
use std::collections::BTreeSet;

/// Lots of one class and vintage beside the statements and the purchase orders.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Compared {
    /// Units that the statements have of them; nothing where none of them was compared.
    pub units_stated: Option<i64>,
    /// Units bought under orders of which lines are imported.
    pub units_on_orders: i64,
    pub lots: usize,
    pub lots_agreeing: usize,
    /// The earliest of the lots' last comparisons; nothing while one was never compared.
    pub checked_on: Option<NaiveDate>,
}

/// A statement that was compared and that the last comparison of a lot rests on.
pub struct Statement {
    /// Number of the event that kept the comparison.
    pub event: i64,
    /// Its day.
    pub on: NaiveDate,
    /// What it found.
    pub check: Check,
}

impl Statement {
    /// The id it is cited by.
    pub fn id(&self) -> String {
        statement_id(self.event)
    }
}

fn statement_id(event: i64) -> String {
    format!("S-{event}")
}

impl Disclosure {
    /// Statements that the lots were last compared with, in the order in which they were.
    pub fn statements(&self) -> Vec<Statement> {
        let used: BTreeSet<i64> = self.registry_checks.values().map(|check| check.event).collect();
        let compared = self.known.log.iter().filter(|logged| used.contains(&logged.sequence));
        let statement = |logged: &LoggedEvent| match &logged.dated.event {
            Event::Checked(check) => {
                Some(Statement { event: logged.sequence, on: logged.dated.on, check: check.clone() })
            }
            _ => None,
        };
        compared.filter_map(statement).collect()
    }

    /// Id of the statement that a lot was last compared with.
    pub fn statement_of(&self, lot: &Lot) -> Option<String> {
        self.last_check(lot).map(|check| statement_id(check.event))
    }

    fn last_check(&self, lot: &Lot) -> Option<&LastCheck> {
        self.registry_checks.get(&lot.id)
    }

    /// The day on which the lot of a retired run was last compared, and what the statement shows of the run.
    pub fn shown(&self, run: &RetiredRun<'_>) -> (Option<NaiveDate>, Shown) {
        match self.last_check(run.lot) {
            Some(check) => (Some(check.on), check.shows(run.serials, run.event.unwrap_or_default())),
            None => (None, Shown::Never),
        }
    }

    /// Whether the registry shows a retired run as retired, by its statement or by a document of it.
    pub fn is_shown(&self, run: &RetiredRun<'_>) -> bool {
        let documents = self.known.ledger.evidence(&Subject::Retirement(run.retirement.id.clone()));
        self.shown(run).1 == Shown::Retired || documents.iter().any(|one| one.proves == Proof::Retirement)
    }

    /// Units retired for the year that the registry does not show as retired.
    pub fn units_not_shown(&self) -> i64 {
        self.retired_runs().filter(|run| !self.is_shown(run)).map(|run| run.serials.quantity()).sum()
    }

    /// How many of the lots that were retired from agree with their registry as a whole, and how many there are.
    pub fn retired_lots_agreeing(&self) -> (usize, usize) {
        let lots: BTreeSet<&str> = self.retired_runs().map(|run| run.lot.id.as_str()).collect();
        let agrees = |id: &&&str| self.registry_checks.get(**id).is_some_and(LastCheck::agrees);
        (lots.iter().filter(agrees).count(), lots.len())
    }

    /// The lots of a class and vintage beside the statements and the purchase orders.
    pub(crate) fn compared(&self, class: &str, vintage: i32) -> Compared {
        let lots: Vec<_> = self
            .known
            .ledger
            .holdings()
            .map(|holding| &holding.lot)
            .filter(|lot| lot.class == class && lot.vintage == vintage)
            .collect();
        let checks: Vec<_> = lots.iter().filter_map(|lot| self.last_check(lot)).collect();
        let is_ordered = |lot: &&&Lot| {
            let order = lot.facts.order_number.as_ref();
            lot.origin == Origin::Purchased
                && order.is_some_and(|order| self.known.orders.contains_key(order))
        };
        Compared {
            units_stated: (!checks.is_empty()).then(|| checks.iter().map(|one| one.units_stated()).sum()),
            units_on_orders: lots.iter().filter(is_ordered).map(|lot| lot.quantity()).sum(),
            lots: lots.len(),
            lots_agreeing: checks.iter().filter(|one| one.agrees()).count(),
            checked_on: checks.iter().map(|one| one.on).min().filter(|_| checks.len() == lots.len()),
        }
    }
}

/// What a statement shows of a retired run, in words.
pub(crate) fn shown_words(shown: Shown) -> &'static str {
    match shown {
        Shown::Retired => "retired",
        Shown::Unstated => "has them, and does not say that they are retired",
        Shown::Earlier => "compared before they were retired",
        Shown::Otherwise => "says otherwise",
        Shown::Missing => "does not have them",
        Shown::Never => "not compared",
    }
}
