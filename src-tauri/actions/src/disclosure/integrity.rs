//! The checks of a year under every rule pack, and the answers that only the user can give.

use super::load::load_checked;
use crate::numbers::{given, percentage};
use crate::views::integrity::{
    AnswerView, ChecksView, CriterionChange, CriterionView, PackView, QuestionView,
};
use crate::{ActionError, Workspace};
use planner_core::integrity::{Answer, Verdict};
use planner_core::journal::{Act, Entry};
use planner_report::assets::{self, Question};
use planner_report::integrity::{CriterionResult, PackResult, packs};
use planner_report::known::AnswersByCountry;
use planner_store::{journal, settings};
use std::collections::BTreeMap;

/// Before the country and the question, in the settings.
const ANSWER: &str = "additionality";
/// The answers that the settings hold.
pub(super) fn answers(values: &BTreeMap<String, String>) -> AnswersByCountry {
    let mut answers = AnswersByCountry::new();
    for (key, value) in values {
        let mut parts = key.splitn(3, '.');
        if let (Some(ANSWER), Some(country), Some(question)) = (parts.next(), parts.next(), parts.next())
            && let Some(answer) = read(value)
        {
            answers.entry(country.to_owned()).or_default().insert(question.to_owned(), answer);
        }
    }
    answers
}

fn read(value: &str) -> Option<Answer> {
    match value {
        "yes" => Some(Answer::Is(true)),
        "no" => Some(Answer::Is(false)),
        share => share.parse().ok().map(Answer::Percent),
    }
}

/// Everything the rule packs say of a year, and what changes under one of them.
pub async fn checks(
    workspace: &Workspace,
    year: i32,
    under: Option<&str>,
) -> Result<ChecksView, ActionError> {
    let disclosure = load_checked(workspace, year).await?;
    let packs: Vec<_> = packs(&disclosure)?.iter().map(pack_view).collect();
    let changes = match under {
        Some(id) => changes(&packs, id, &workspace.today.to_string())?,
        None => Vec::new(),
    };
    Ok(ChecksView { year, questions: questions(&disclosure.known.answers)?, packs, changes })
}

fn questions(answers: &AnswersByCountry) -> Result<Vec<QuestionView>, ActionError> {
    let view = |question: &Question| QuestionView {
        answers: given_answers(answers, &question.key),
        key: question.key.clone(),
        asks: question.asks.clone(),
    };
    Ok(assets::positive_list()?.question.iter().map(view).collect())
}

fn given_answers(answers: &AnswersByCountry, question: &str) -> Vec<AnswerView> {
    let of = answers.iter().filter_map(|(country, answers)| Some((country, answers.get(question)?)));
    let view = |(country, answer): (&String, &Answer)| AnswerView {
        country: country.clone(),
        answer: match answer {
            Answer::Percent(share) => share.normalize().to_string(),
            Answer::Is(true) => "yes".to_owned(),
            Answer::Is(false) => "no".to_owned(),
        },
    };
    of.map(view).collect()
}

/// Keeps an answer to a question of the positive list, for a country or for all; an empty one is taken back.
pub async fn answer_question(
    workspace: &Workspace,
    question: &str,
    country: Option<&str>,
    answer: &str,
) -> Result<Vec<QuestionView>, ActionError> {
    let list = assets::positive_list()?;
    let asked = list.question.iter().find(|one| one.key == question).ok_or_else(|| {
        ActionError::request(format!(
            "The positive list does not ask “{question}”. The command checks lists its questions."
        ))
    })?;
    let is_percent = asked.key.ends_with("_percent");
    let answer = match given(Some(answer)).map(|answer| answer.to_lowercase()) {
        None => None,
        Some(answer) if is_percent => {
            Some(percentage("answer", answer.trim_end_matches(['%', ' ']))?.normalize().to_string())
        }
        Some(answer) if ["yes", "no"].contains(&answer.as_str()) => Some(answer),
        Some(answer) => return Err(ActionError::request(format!("Answer yes or no, not “{answer}”."))),
    };
    let country = given(country).unwrap_or_default().to_uppercase();
    if !country.chars().all(char::is_alphanumeric) {
        return Err(ActionError::request(
            "Name the country by its code, such as NL, or leave it out for all.",
        ));
    }
    let mut write = workspace.store.write().await?;
    settings::put(&mut write, &format!("{ANSWER}.{country}.{question}"), answer.as_deref()).await?;
    let answers = answers(&settings::all(&mut write).await?);
    let said = answer.unwrap_or_else(|| "taken back".to_owned());
    let place = if country.is_empty() { String::new() } else { format!(" for {country}") };
    let entry = Entry::new(Act::Answered, format!("{question}{place}: {said}"));
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    questions(&answers)
}

fn pack_view(result: &PackResult) -> PackView {
    let pack = result.pack;
    PackView {
        id: pack.id.clone(),
        name: pack.name.clone(),
        version: pack.version.clone(),
        date: pack.date.clone(),
        effective: pack.effective.clone(),
        source: pack.source.clone(),
        criteria: result.criteria.iter().map(criterion_view).collect(),
    }
}

fn criterion_view(one: &CriterionResult) -> CriterionView {
    CriterionView {
        key: one.criterion.key.clone(),
        name: one.criterion.name.clone(),
        asks: one.criterion.asks.clone(),
        result: one.result.word().to_owned(),
        units_met: one.units_met,
        units_not_met: one.units_not_met,
        units_unknown: one.units_unknown,
        units_not_applicable: one.units_not_applicable,
        evidence: one.evidence.clone(),
    }
}

/// Criteria whose result differs between the packs in force on a day and another one.
fn changes(packs: &[PackView], id: &str, today: &str) -> Result<Vec<CriterionChange>, ActionError> {
    let other = packs.iter().find(|pack| pack.id == id).ok_or_else(|| {
        let known: Vec<_> = packs.iter().map(|pack| pack.id.as_str()).collect();
        ActionError::request(format!("There is no rule pack “{id}”. There are {}.", known.join(", ")))
    })?;
    let in_force = packs
        .iter()
        .filter(|pack| pack.id != id && pack.effective.as_deref().is_none_or(|effective| effective <= today));
    let mut now: BTreeMap<&str, Vec<&CriterionView>> = BTreeMap::new();
    for one in in_force.flat_map(|pack| &pack.criteria) {
        now.entry(&one.key).or_default().push(one);
    }
    let mut changes = Vec::new();
    for (key, asked) in &now {
        let then = other.criteria.iter().find(|one| one.key == *key).map(|one| one.result.clone());
        let result = strictest(asked);
        if then.as_deref() != Some(result) {
            let name = asked.first().map(|one| one.name.clone()).unwrap_or_default();
            changes.push(CriterionChange {
                key: (*key).to_owned(),
                name,
                now: Some(result.to_owned()),
                then,
            });
        }
    }
    for one in other.criteria.iter().filter(|one| !now.contains_key(one.key.as_str())) {
        let (key, name) = (one.key.clone(), one.name.clone());
        changes.push(CriterionChange { key, name, now: None, then: Some(one.result.clone()) });
    }
    Ok(changes)
}

/// Where several packs ask the same, it is met only where all say so.
fn strictest(asked: &[&CriterionView]) -> &'static str {
    let verdicts = asked.iter().map(|one| Verdict::from_word(&one.result).unwrap_or(Verdict::Unknown));
    Verdict::all(verdicts).word()
}
