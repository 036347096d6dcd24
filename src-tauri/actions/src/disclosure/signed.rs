//! What a signature was given for. Its event holds the listed figures, the claim and the answers to CDP as they stood, so
//! that a signature which no longer holds can say what has moved since.

use crate::views::certificates::ChangeView;
use planner_core::figure::Listed;
use planner_core::journal::{Act, Entry};
use planner_core::ledger::event::Event;
use planner_core::ledger::year::Difference;
use planner_core::report::{ChangedFigure, ReportedFigures, Signature, changes};
use planner_report::{Disclosure, signed};
use std::collections::BTreeMap;

/// The name under which the hash of all signed figures stands in the event.
const HASH: &str = "figures_sha256";
/// The name under which the edited claim stands in the event.
const CLAIM: &str = "claim";

/// The listed figures that are signed, in their order.
pub(super) fn listed(disclosure: &Disclosure) -> impl Iterator<Item = Listed> {
    disclosure.figures.listed().into_iter().filter(|row| row.id.is_reported())
}

/// What the event of a signature writes down: the hash first, then how many answers there are, every listed figure, the
/// claim and each answer.
pub(super) fn written_down(disclosure: &Disclosure) -> Vec<Difference> {
    let hash = (HASH.to_owned(), disclosure.reported_sha256.clone());
    let answers = signed::answers(&disclosure.known);
    let count = (signed::ANSWERS.to_owned(), answers.len().to_string());
    let all = [hash, count].into_iter().chain(comparable(disclosure)).chain(answers);
    all.map(|(figure, value)| Difference { figure, old: None, new: Some(value) }).collect()
}

/// What has moved since somebody signed, with the value that was signed first; nothing where the event does not say what
/// was signed, as those of earlier versions of the app.
pub(super) fn moved(disclosure: &Disclosure, signature: &Signature) -> Vec<ChangeView> {
    let Some((sequence, entry)) = entry_of(disclosure, signature) else { return Vec::new() };
    let is_value = |one: &&Difference| one.figure != HASH && one.figure != signed::ANSWERS;
    let before = entry.changes.iter().filter(is_value);
    let before = before.filter_map(|one| Some((one.figure.clone(), one.new.clone()?))).collect();
    let (mut now, mut since) = (comparable(disclosure), Vec::new());
    if signed::covers_answers(entry) {
        now.extend(signed::answers(&disclosure.known));
    } else {
        since = answered_since(disclosure, sequence);
    }
    let year = disclosure.year();
    let labels: BTreeMap<_, _> = listed(disclosure).map(|row| (row.id.trace_id(year), row.label)).collect();
    let name = |figure: String| match labels.get(&figure) {
        Some(label) => (*label).to_owned(),
        None => signed::answer_label(&figure).unwrap_or(figure),
    };
    let moved = changes(&before, &now).into_iter().chain(since);
    moved.map(|one| ChangeView { name: name(one.figure), old: one.old, new: one.new }).collect()
}

/// Answers that were changed after an event, each with what it said first and what it says now.
fn answered_since(disclosure: &Disclosure, sequence: i64) -> Vec<ChangedFigure> {
    let mut first: BTreeMap<String, Option<String>> = BTreeMap::new();
    for logged in disclosure.known.log.iter().filter(|logged| logged.sequence > sequence) {
        let Event::Journal(entry) = &logged.dated.event else { continue };
        if entry.act == Act::Answered && entry.year == Some(disclosure.year()) {
            for one in &entry.changes {
                first.entry(one.figure.clone()).or_insert_with(|| one.old.clone());
            }
        }
    }
    let now = signed::answers(&disclosure.known);
    let change = |(figure, old): (String, Option<String>)| ChangedFigure {
        new: now.get(&figure).cloned(),
        figure,
        old,
    };
    first.into_iter().map(change).filter(|one| one.old != one.new).collect()
}

/// The listed figures and the claim by name.
fn comparable(disclosure: &Disclosure) -> ReportedFigures {
    let year = disclosure.year();
    let figures = listed(disclosure).filter_map(|row| Some((row.id.trace_id(year), row.value?.plain())));
    let claim = disclosure.known.claim.iter().map(|claim| (CLAIM.to_owned(), claim.text.clone()));
    figures.chain(claim).collect()
}

/// The event by which a signature was given.
fn entry_of<'a>(disclosure: &'a Disclosure, signature: &Signature) -> Option<(i64, &'a Entry)> {
    disclosure.known.log.iter().rev().find_map(|logged| match &logged.dated.event {
        Event::Journal(entry) if entry.act == Act::Signed && entry.year == Some(disclosure.year()) => {
            let is_hash =
                |one: &Difference| one.figure == HASH && one.new.as_ref() == Some(&signature.figures);
            entry.changes.iter().any(is_hash).then_some((logged.sequence, entry))
        }
        _ => None,
    })
}
