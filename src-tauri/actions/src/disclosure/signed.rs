//! What a signature was given for. Its event holds the listed figures and the claim as they stood, so that a signature
//! which no longer holds can say what has moved since.

use crate::views::certificates::ChangeView;
use planner_core::figure::Listed;
use planner_core::journal::{Act, Entry};
use planner_core::ledger::event::Event;
use planner_core::ledger::year::Difference;
use planner_core::report::{ReportedFigures, Signature, changes};
use planner_report::Disclosure;
use std::collections::BTreeMap;

/// The name under which the hash of all signed figures stands in the event.
const HASH: &str = "figures_sha256";
/// The name under which the edited claim stands in the event.
const CLAIM: &str = "claim";

/// The listed figures that are signed, in their order.
pub(super) fn listed(disclosure: &Disclosure) -> impl Iterator<Item = Listed> {
    disclosure.figures.listed().into_iter().filter(|row| row.id.is_reported())
}

/// What the event of a signature writes down: the hash first, then every listed figure and the claim.
pub(super) fn written_down(disclosure: &Disclosure) -> Vec<Difference> {
    let hash = (HASH.to_owned(), disclosure.reported_sha256.clone());
    let all = std::iter::once(hash).chain(comparable(disclosure));
    all.map(|(figure, value)| Difference { figure, old: None, new: Some(value) }).collect()
}

/// What has moved since somebody signed, with the value that was signed first; nothing where the event does not say what
/// was signed, as those of earlier versions of the app.
pub(super) fn moved(disclosure: &Disclosure, signature: &Signature) -> Vec<ChangeView> {
    let Some(entry) = entry_of(disclosure, signature) else { return Vec::new() };
    let signed = entry.changes.iter().filter(|one| one.figure != HASH);
    let signed = signed.filter_map(|one| Some((one.figure.clone(), one.new.clone()?))).collect();
    let year = disclosure.year();
    let labels: BTreeMap<_, _> = listed(disclosure).map(|row| (row.id.trace_id(year), row.label)).collect();
    let view = |change: planner_core::report::ChangedFigure| ChangeView {
        name: labels.get(&change.figure).map_or(change.figure, |label| (*label).to_owned()),
        old: change.old,
        new: change.new,
    };
    changes(&signed, &comparable(disclosure)).into_iter().map(view).collect()
}

/// The listed figures and the claim by name.
fn comparable(disclosure: &Disclosure) -> ReportedFigures {
    let year = disclosure.year();
    let figures = listed(disclosure).filter_map(|row| Some((row.id.trace_id(year), row.value?.plain())));
    let claim = disclosure.known.claim.iter().map(|claim| (CLAIM.to_owned(), claim.text.clone()));
    figures.chain(claim).collect()
}

/// The event by which a signature was given.
fn entry_of<'a>(disclosure: &'a Disclosure, signature: &Signature) -> Option<&'a Entry> {
    disclosure.known.log.iter().rev().find_map(|logged| match &logged.dated.event {
        Event::Journal(entry) if entry.act == Act::Signed && entry.year == Some(disclosure.year()) => {
            let is_hash =
                |one: &Difference| one.figure == HASH && one.new.as_ref() == Some(&signature.figures);
            entry.changes.iter().any(is_hash).then_some(entry)
        }
        _ => None,
    })
}
