//! What only a person knows of a year's answers to CDP: listed, and kept with the year.

use super::load::load_in;
use crate::numbers::given;
use crate::views::disclosure::InputView;
use crate::{ActionError, Workspace};
use planner_core::journal::{Act, Entry};
use planner_core::ledger::LedgerError;
use planner_core::ledger::year::Difference;
use planner_core::report::changes;
use planner_report::Disclosure;
use planner_report::assets::{CdpKind, CdpLimits, cdp_map};
use planner_report::cdp::{self, Open, Said, answered};
use planner_report::lint::lint;
use planner_report::signed;
use planner_store::inputs::{self, InputKey};
use planner_store::{journal, ledger as stored};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The fields of a year that no figure says, with what was answered.
pub async fn disclosure_inputs(workspace: &Workspace, year: i32) -> Result<Vec<InputView>, ActionError> {
    let mut read = workspace.store.read().await?;
    views(&load_in(&mut read, workspace, year).await?)
}

fn views(disclosure: &Disclosure) -> Result<Vec<InputView>, ActionError> {
    Ok(cdp::open(disclosure)?.into_iter().map(|open| view(disclosure, open)).collect())
}

fn key(open: &Open) -> InputKey {
    (open.question.number.clone(), open.row, open.column.key.clone())
}

fn view(disclosure: &Disclosure, open: Open) -> InputView {
    let key = key(&open);
    let first = open.question.column.first().map(|column| &column.key);
    let row = &open.question.row[open.row - 1];
    let name = first.and_then(|first| row.cells.get(first)).filter(|_| open.question.row.len() > 1);
    InputView {
        id: signed::answer_id(&key),
        question: open.question.number.clone(),
        title: open.question.title.clone(),
        row: i64::try_from(open.row).unwrap_or(i64::MAX),
        row_name: name.filter(|name| !name.contains('{')).cloned(),
        header: open.column.header.clone(),
        kind: word(open.column.kind).to_owned(),
        is_optional: open.column.is_optional,
        value: disclosure.known.inputs.get(&key).cloned(),
        offered: open.offered,
    }
}

fn word(kind: CdpKind) -> &'static str {
    match kind {
        CdpKind::Text => "text",
        CdpKind::Choice => "choice",
        CdpKind::Number => "number",
        CdpKind::Percent => "percent",
        CdpKind::Date => "date",
    }
}

/// Keeps answers of a year by their ids; an empty one is taken away. A locked year takes none.
pub async fn save_disclosure_inputs(
    workspace: &Workspace,
    year: i32,
    answers: &BTreeMap<String, String>,
) -> Result<Vec<InputView>, ActionError> {
    let mut write = workspace.store.write().await?;
    if stored::load(&mut write).await?.is_locked(year) {
        return Err(LedgerError::YearLocked { year }.into());
    }
    let disclosure = load_in(&mut write, workspace, year).await?;
    let open = cdp::open(&disclosure)?;
    let before = signed::answers(&disclosure.known);
    for (asked, answer) in answers {
        let field = open
            .iter()
            .find(|one| signed::answer_id(&key(one)) == asked.trim())
            .ok_or_else(|| unknown(asked, year))?;
        let answer = given(Some(answer));
        if let Some(answer) = &answer {
            check(field, answer, &cdp_map()?.limits)?;
        }
        inputs::put(&mut write, year, &key(field), answer.as_deref()).await?;
    }
    let ids: Vec<_> = answers.keys().map(String::as_str).collect();
    let after = load_in(&mut write, workspace, year).await?;
    let changed = changes(&before, &signed::answers(&after.known)).into_iter();
    let changed = changed.map(|one| Difference { figure: one.figure, old: one.old, new: one.new });
    let entry = Entry::new(Act::Answered, ids.join(", ")).of_year(year).changing(changed.collect());
    journal::record(&mut write, workspace.today, entry).await?;
    let answer = views(&after)?;
    write.commit().await?;
    Ok(answer)
}

fn unknown(asked: &str, year: i32) -> ActionError {
    let message = format!(
        "“{asked}” is no open field of {year}: a figure says it, or CDP does not ask it. `itec inputs --year {year}` lists those that are open."
    );
    ActionError::new("unknown_input", message)
}

/// Refuses what CDP would not take, and words that a rule forbids.
fn check(field: &Open, answer: &str, limits: &CdpLimits) -> Result<(), ActionError> {
    let header = &field.column.header;
    let kind = field.column.kind;
    let refused = |why: String| Err(ActionError::request(format!("{header}: {why}.")));
    let Some(said) = answered(kind, answer) else {
        return refused(match kind {
            CdpKind::Date => format!("“{answer}” is not a date, write it as 2026-06-16"),
            _ => format!("“{answer}” is not a number, write it as 1234.5"),
        });
    };
    match said {
        Said::Text(text) if text.chars().count() > limits.text_characters => refused(format!(
            "CDP takes {} characters, and this has {}",
            limits.text_characters,
            text.chars().count()
        )),
        Said::Text(text) => match lint(&text, &[])?.first() {
            Some(found) => refused(format!("“{}” may not be said ({})", found.word, found.rule)),
            None => Ok(()),
        },
        Said::Number(number) => {
            let (most, places) = match kind {
                CdpKind::Percent => (Decimal::ONE_HUNDRED, limits.percent_decimals),
                _ => (limits.number_max, limits.number_decimals),
            };
            let is_taken = number >= Decimal::ZERO && number <= most && number.normalize().scale() <= places;
            if is_taken {
                Ok(())
            } else {
                refused(format!("CDP takes 0 to {most} with {places} decimals, not {answer}"))
            }
        }
        Said::Day(_) => Ok(()),
    }
}
