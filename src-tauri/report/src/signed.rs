//! What is signed of a year: its reported figures, the claim as a person edited it, and what only a person knows of its
//! answers to CDP. Earlier versions of the app signed less of it; what they signed holds while the rest stands as it did.

use crate::assets;
use crate::known::{EditedClaim, Known};
use crate::manifest::sha256;
use planner_core::figure::{Edition, up_to};
use planner_core::journal::{Act, Entry};
use planner_core::ledger::event::Event;
use planner_core::report::ReportedFigures;

/// The name under which a signature's event says how many answers it covers. Events of earlier versions do not say.
pub const ANSWERS: &str = "answers";

/// The hash of what is signed now, and those under which earlier versions signed the same.
pub(crate) fn hashes(known: &Known, reported: &ReportedFigures) -> (String, Vec<String>) {
    let now = hash(reported, known.claim.as_ref(), Some(&answers(known)));
    let earlier = std::iter::once(reported.clone()).chain(Edition::EARLIER.map(|one| up_to(reported, one)));
    let earlier: Vec<String> = earlier.map(|figures| hash(&figures, known.claim.as_ref(), None)).collect();
    let holding = if answers_stand(known) { earlier } else { Vec::new() };
    (now.clone(), std::iter::once(now).chain(holding).collect())
}

/// What a person answered to CDP for the year, by question, row and field.
pub fn answers(known: &Known) -> ReportedFigures {
    known.inputs.iter().map(|(key, answer)| (answer_id(key), answer.clone())).collect()
}

/// What a final report is compared with the next one by: its figures, and each answer with how many there are.
pub fn sealed(known: &Known, reported: &ReportedFigures) -> ReportedFigures {
    let (year, answers) = (known.year.year, answers(known));
    let count = (format!("{year}.{ANSWERS}"), answers.len().to_string());
    let each = answers.into_iter().map(|(id, answer)| (format!("{year}.{ANSWERS}.{id}"), answer));
    reported.clone().into_iter().chain(std::iter::once(count)).chain(each).collect()
}

/// The same without answers where an earlier report kept none; how many there are is told by the answers themselves.
pub(crate) fn comparable(year: i32, sealed: &ReportedFigures, beside: &ReportedFigures) -> ReportedFigures {
    let count = format!("{year}.{ANSWERS}");
    let of_answers = format!("{count}.");
    let is_kept = |id: &str| id != count && (beside.contains_key(&count) || !id.starts_with(&of_answers));
    sealed.iter().filter(|(id, _)| is_kept(id)).map(|(id, value)| (id.clone(), value.clone())).collect()
}

/// The id of an answer: its question, its row from 1, and the field.
pub fn answer_id((question, row, field): &(String, usize, String)) -> String {
    format!("{question}/{row}/{field}")
}

/// The answer of an id as a person reads it: the question and the heading of its field.
pub fn answer_label(id: &str) -> Option<String> {
    let mut parts = id.splitn(3, '/');
    let (question, row, field) = (parts.next()?, parts.next()?, parts.next()?);
    let question = assets::cdp_map().ok()?.question.iter().find(|one| one.number == question)?;
    let header = &question.column.iter().find(|one| one.key == field)?.header;
    let row = if question.row.len() > 1 { format!(" row {row}") } else { String::new() };
    Some(format!("CDP {}{row}: {header}", question.number))
}

/// Whether nobody changed an answer of the year since the last signature or seal that does not cover them.
fn answers_stand(known: &Known) -> bool {
    let last = |is_it: &dyn Fn(&Entry) -> bool| {
        let mut log = known.log.iter().rev();
        log.find_map(|logged| match &logged.dated.event {
            Event::Journal(entry) if entry.year == Some(known.year.year) && is_it(entry) => {
                Some(logged.sequence)
            }
            _ => None,
        })
    };
    let answered = last(&|entry| entry.act == Act::Answered);
    let signed = last(&|entry| match entry.act {
        Act::Signed => !covers_answers(entry),
        act => act == Act::Sealed,
    });
    answered.is_none_or(|answered| signed.is_some_and(|signed| answered < signed))
}

/// Whether the event of a signature says which answers it covers.
pub fn covers_answers(entry: &Entry) -> bool {
    entry.changes.iter().any(|one| one.figure == ANSWERS)
}

/// Hash of reported figures, in the order of their ids, of the claim and of the answers: all of them are signed together.
fn hash(figures: &ReportedFigures, claim: Option<&EditedClaim>, answers: Option<&ReportedFigures>) -> String {
    let lines = figures.iter().map(|(id, value)| format!("{id}\u{1f}{value}\n"));
    let claim = claim.map(|claim| format!("claim\u{1f}{}\n", claim.text));
    // How many there are is hashed even where there is none, so that no hash of today is one of those before.
    let answers = answers.into_iter().flat_map(|answers| {
        let count = format!("{ANSWERS}\u{1f}{}\n", answers.len());
        let each = answers.iter().map(|(id, answer)| format!("answer\u{1f}{id}\u{1f}{answer}\n"));
        std::iter::once(count).chain(each)
    });
    sha256(lines.chain(claim).chain(answers).collect::<String>().as_bytes())
}
