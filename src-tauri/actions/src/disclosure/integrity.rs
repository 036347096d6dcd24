//! Rule packs over the certificates retired for a year: each criterion met, not met, unknown or not
//! applicable, with its evidence.

use super::figures::{Figures, RetiredRun};
use crate::numbers::{given, percentage};
use crate::views::integrity::{
    AnswerView, ChecksView, CriterionChange, CriterionView, PackView, QuestionView,
};
use crate::{ActionError, Workspace, assets};
use assets::{Criterion, ListedCondition, ListedRoute, PositiveList, RulePack};
use planner_core::integrity::{
    Answer, Answers, Circumstances, Condition, Fact, Route, Surplus, Test, Verdict,
};
use planner_core::journal::{Act, Entry};
use planner_core::ledger::lot::{Lot, Origin};
use planner_store::{journal, settings};
use std::collections::BTreeMap;

/// Before the country and the question, in the settings.
const ANSWER: &str = "additionality";
/// Lots that the evidence names; the others are counted.
const MOST_NAMED: usize = 12;

/// Answers by country, an empty one for all.
pub(super) type AnswersByCountry = BTreeMap<String, Answers>;

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
    let figures = Figures::load(workspace, year).await?;
    let packs = packs(&figures)?;
    let changes = match under {
        Some(id) => changes(&packs, id, &workspace.today.to_string())?,
        None => Vec::new(),
    };
    Ok(ChecksView { year, questions: questions(&figures.answers)?, packs, changes })
}

fn questions(answers: &AnswersByCountry) -> Result<Vec<QuestionView>, ActionError> {
    let view = |question: assets::Question| QuestionView {
        answers: given_answers(answers, &question.key),
        key: question.key,
        asks: question.asks,
    };
    Ok(assets::positive_list()?.question.into_iter().map(view).collect())
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

/// All rule packs over everything retired for the year.
pub(super) fn packs(figures: &Figures) -> Result<Vec<PackView>, ActionError> {
    let list = assets::positive_list()?;
    Ok(assets::rule_packs()?.into_iter().map(|pack| pack_view(figures, &list, pack)).collect())
}

fn pack_view(figures: &Figures, list: &PositiveList, pack: RulePack) -> PackView {
    PackView {
        criteria: pack.criterion.into_iter().map(|one| criterion(figures, list, one)).collect(),
        id: pack.id,
        name: pack.name,
        version: pack.version,
        date: pack.date,
        effective: pack.effective,
        source: pack.source,
    }
}

fn criterion(figures: &Figures, list: &PositiveList, one: Criterion) -> CriterionView {
    let facts: Vec<Fact> = one.facts.iter().filter_map(|word| Fact::from_word(word)).collect();
    let mut units: BTreeMap<Verdict, i64> = BTreeMap::new();
    let mut evidence: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for run in figures.retired_runs() {
        let found: Vec<_> = {
            let around = circumstances(figures, list, &run);
            facts.iter().map(|fact| around.verdict(*fact)).collect()
        };
        let verdict = Verdict::all(found.iter().map(|(verdict, _)| *verdict));
        *units.entry(verdict).or_default() += run.serials.quantity();
        let says: Vec<_> = found.into_iter().map(|(_, says)| says).collect();
        let lots = evidence.entry(format!("{}: {}", verdict.word(), says.join("; "))).or_default();
        if !lots.contains(&run.lot.id) {
            lots.push(run.lot.id.clone());
        }
    }
    let of = |verdict: Verdict| units.get(&verdict).copied().unwrap_or_default();
    let evidence = match evidence.is_empty() {
        true => vec!["nothing is retired for the year".to_owned()],
        false => evidence.into_iter().map(|(says, lots)| format!("{}: {says}", named(&lots))).collect(),
    };
    CriterionView {
        key: one.key,
        name: one.name,
        asks: one.asks,
        result: Verdict::all(units.keys().copied()).word().to_owned(),
        units_met: of(Verdict::Met),
        units_not_met: of(Verdict::NotMet),
        units_unknown: of(Verdict::Unknown),
        units_not_applicable: of(Verdict::NotApplicable),
        evidence,
    }
}

fn named(lots: &[String]) -> String {
    let shown = lots.get(..MOST_NAMED).unwrap_or(lots);
    let more = lots.len() - shown.len();
    let text = shown.join(", ");
    if more > 0 { format!("{text} and {more} more lots") } else { text }
}

fn circumstances<'a>(figures: &'a Figures, list: &PositiveList, run: &RetiredRun<'a>) -> Circumstances<'a> {
    Circumstances {
        lot: run.lot,
        retirement: run.retirement,
        is_verified: figures.problems == 0,
        retired: figures.requirement.retired,
        gross: figures.requirement.gross,
        lines_unresolved: figures.requirement.lines_unresolved,
        surplus: surplus(figures, run.lot),
        positive_list: listed(figures, list, run.lot),
    }
}

/// Own lots against the surplus of their shipment; of others' recovery the workspace knows nothing.
fn surplus(figures: &Figures, lot: &Lot) -> Surplus {
    if lot.origin != Origin::SelfGenerated || lot.facts.batch.is_none() {
        return Surplus::NotOurs;
    }
    let mut shipments = figures.dispositions.shipments.iter();
    let found = shipments.find(|one| one.batch == lot.facts.batch).and_then(|one| {
        let kg = |text: &String| text.parse::<rust_decimal::Decimal>().ok();
        let masses = kg(&one.restoration.eligible_kg).zip(kg(&one.restoration.legal_obligation_kg));
        masses.map(|(eligible, obligation)| Surplus::of(one.issued, eligible, obligation))
    });
    found.unwrap_or(Surplus::NotOurs)
}

/// What the positive list says of a lot, by the answers for its country, else those for all.
fn listed(figures: &Figures, list: &PositiveList, lot: &Lot) -> (Verdict, String) {
    let Some(material) = list.material.iter().find(|one| one.classes.contains(&lot.class)) else {
        return (Verdict::Unknown, format!("positive list has no material for class {}", lot.class));
    };
    let mut answers = figures.answers.get("").cloned().unwrap_or_default();
    let country = lot.facts.country.as_deref().unwrap_or_default().to_uppercase();
    answers.extend(figures.answers.get(&country).cloned().unwrap_or_default());
    let routes: Vec<_> = material.route.iter().map(core_route).collect();
    if let Some(route) = routes.iter().find(|route| route.verdict(&answers) == Verdict::Met) {
        return (Verdict::Met, format!("positive list: {}, route {}", material.name, route.name));
    }
    let verdict = Verdict::any(routes.iter().map(|route| route.verdict(&answers)));
    let is_open = verdict == Verdict::Unknown;
    let says = if is_open { "its questions are not all answered" } else { "no route holds" };
    (verdict, format!("positive list: {}, {says}", material.name))
}

fn core_route(route: &ListedRoute) -> Route {
    let conditions = |listed: &[ListedCondition]| listed.iter().filter_map(core_condition).collect();
    Route { name: route.name.clone(), all: conditions(&route.all), any: conditions(&route.any) }
}

fn core_condition(listed: &ListedCondition) -> Option<Condition> {
    let test = match listed {
        ListedCondition { below: Some(most), .. } => Test::Below(*most),
        ListedCondition { at_least: Some(least), .. } => Test::AtLeast(*least),
        ListedCondition { below_answer: Some(other), .. } => Test::BelowAnswer(other.clone()),
        ListedCondition { at_least_answer: Some(other), .. } => Test::AtLeastAnswer(other.clone()),
        ListedCondition { is: Some(expected), .. } => Test::Is(*expected),
        _ => return None,
    };
    Some(Condition { question: listed.question.clone(), test })
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
