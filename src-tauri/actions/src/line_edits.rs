//! Lines that stand: edited by a person, with a reason, and undone.

use crate::numbers::{amount, given, kg};
use crate::views::line_edits::{LineChoices, LineEditRequest, LineEditView, LinesEdited};
use crate::weights::{self, new_mass_of_open_years, recognised};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::journal::{Act, Entry};
use planner_core::ledger::Ledger;
use planner_core::line::Condition;
use planner_core::line_edit::{Basis, LineChange, Scope};
use planner_core::recognise::{Kind, Reason};
use planner_core::year::reporting_year;
use planner_store::line_edits::{self as stored, LineEdit};
use planner_store::line_queries::{self, StoredLine};
use planner_store::{Connection, entities, journal, ledger};

/// Sets kind, condition, scope, year, entity or weight of lines that stand; nothing of a locked year.
pub async fn edit_lines(
    workspace: &Workspace,
    request: &LineEditRequest,
) -> Result<LinesEdited, ActionError> {
    let change = change(request)?;
    let because = given(Some(&request.because))
        .ok_or_else(|| ActionError::request("Say why the lines are changed."))?;
    let mut write = workspace.store.write().await?;
    let ledger = ledger::load(&mut write).await?;
    let lines = lines(&mut write, &request.line_ids).await?;
    let years = lines.iter().map(|line| line.line.year).chain(change.year);
    refuse_locked(&ledger, years)?;
    let before = new_mass_of_open_years(&mut write).await?;
    let weights = weights::load(&mut write, workspace.today).await?;
    let (mut changed, mut room) = (Vec::new(), weights::room(&mut write).await?);
    for one in &lines {
        let line = change.of(&one.line, recognised(one.line.device()), &weights)?;
        if line != one.line {
            weights::take_room(&mut room, line.named(), &line.mass)?;
            changed.push((one.id, line));
        }
    }
    if changed.is_empty() {
        return Err(ActionError::request("Nothing would change: the lines say all of that already."));
    }
    let ids: Vec<i64> = changed.iter().map(|(id, _)| *id).collect();
    let edit = edit(workspace.today, false, because, words(request));
    let number = stored::begin(&mut write, &edit, &ids).await?;
    for (id, line) in &changed {
        stored::change(&mut write, *id, line).await?;
    }
    let after = new_mass_of_open_years(&mut write).await?;
    let summary = format!("{} lines: {}; {}", ids.len(), edit.summary, edit.because);
    journal::record(&mut write, workspace.today, Entry::new(Act::LinesEdited, summary)).await?;
    write.commit().await?;
    Ok(LinesEdited {
        edit: number,
        lines: i64::try_from(ids.len()).unwrap_or(i64::MAX),
        mass_kg_new_before: kg(before),
        mass_kg_new_after: kg(after),
    })
}

/// An edit that is about to be made.
pub(crate) fn edit(made_on: NaiveDate, is_recognition: bool, because: String, summary: String) -> LineEdit {
    LineEdit { number: 0, is_recognition, made_on, because, summary, undone_on: None, lines: 0 }
}

async fn lines(connection: &mut Connection, ids: &[i64]) -> Result<Vec<StoredLine>, ActionError> {
    if ids.is_empty() {
        return Err(ActionError::request("Name at least one line. `itec lines --year YEAR` lists them."));
    }
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let line = line_queries::find(connection, *id).await?;
        lines.push(line.ok_or_else(|| {
            ActionError::new(
                "unknown_line",
                format!("There is no line {id}: its import was undone, or replaced."),
            )
        })?);
    }
    Ok(lines)
}

fn refuse_locked(ledger: &Ledger, years: impl IntoIterator<Item = i32>) -> Result<(), ActionError> {
    match years.into_iter().find(|year| ledger.is_locked(*year)) {
        Some(year) => {
            let message = format!(
                "Reporting year {year} is locked and takes no change. Unlock it with a reason first."
            );
            Err(ActionError::new("year_locked", message))
        }
        None => Ok(()),
    }
}

fn change(request: &LineEditRequest) -> Result<LineChange, ActionError> {
    let unknown = |what: &str, word: &str| ActionError::request(format!("There is no {what} “{word}”."));
    let kind = |word: &String| Kind::from_word(word).ok_or_else(|| unknown("kind", word));
    let condition = |word: &String| Condition::from_word(word).ok_or_else(|| unknown("condition", word));
    let scope = |word: &String| match word.as_str() {
        "in" => Ok(Scope::In),
        word => {
            Reason::from_word(word).map(Scope::Out).ok_or_else(|| unknown("reason to be no hardware", word))
        }
    };
    let weight = match (&request.unit_mass_kg, &request.weight_from) {
        (None, _) => None,
        (Some(kg), from) => {
            let basis = from.as_deref().and_then(Basis::from_words).ok_or_else(|| {
                ActionError::request(
                    "Say what the weight rests on: scale, estimate, or a data sheet with its link.",
                )
            })?;
            let kg = amount("weight", kg)?;
            if kg.is_zero() {
                return Err(ActionError::request("A device weighs more than 0 kg."));
            }
            Some((kg, basis))
        }
    };
    let change = LineChange {
        kind: request.kind.as_ref().map(kind).transpose()?,
        condition: request.condition.as_ref().map(condition).transpose()?,
        scope: request.scope.as_ref().map(scope).transpose()?,
        year: request.year.map(reporting_year).transpose()?,
        entity: request.entity.as_ref().map(|entity| entity.trim().to_owned()),
        weight,
    };
    if change.is_empty() {
        return Err(ActionError::request(
            "Say what is to be set: kind, condition, scope, year, entity or weight.",
        ));
    }
    Ok(change)
}

/// What is set, in words.
fn words(request: &LineEditRequest) -> String {
    let year = request.year.map(|year| year.to_string());
    let weight = request
        .unit_mass_kg
        .as_ref()
        .map(|kg| format!("{kg} kg ({})", request.weight_from.as_deref().unwrap_or_default()));
    let parts = [
        ("kind", request.kind.as_ref()),
        ("condition", request.condition.as_ref()),
        ("scope", request.scope.as_ref()),
        ("year", year.as_ref()),
        ("entity", request.entity.as_ref()),
        ("weight", weight.as_ref()),
    ];
    let said = parts.iter().filter_map(|(name, value)| Some(format!("{name} {}", (*value)?)));
    said.collect::<Vec<_>>().join(", ")
}

/// What lines can be set to: every kind, every reason to be no hardware, and the entities that lines name.
pub async fn line_choices(workspace: &Workspace) -> Result<LineChoices, ActionError> {
    let entities = entities::named_by_lines(&mut *workspace.store.read().await?).await?;
    Ok(LineChoices {
        kinds: Kind::all().map(|kind| kind.word().to_owned()).collect(),
        reasons: Reason::ALL.map(|reason| reason.word().to_owned()).to_vec(),
        entities,
    })
}

/// All edits of lines, newest first.
pub async fn line_edits(workspace: &Workspace) -> Result<Vec<LineEditView>, ActionError> {
    let mut read = workspace.store.read().await?;
    let view = |edit: LineEdit| LineEditView {
        edit: edit.number,
        is_recognition: edit.is_recognition,
        made_on: edit.made_on.to_string(),
        because: edit.because,
        summary: edit.summary,
        undone_on: edit.undone_on.map(|day| day.to_string()),
        lines: edit.lines,
    };
    Ok(stored::all(&mut read).await?.into_iter().map(view).collect())
}

/// Brings the lines of an edit back to what they said before.
pub async fn undo_line_edit(workspace: &Workspace, number: i64) -> Result<LinesEdited, ActionError> {
    let mut write = workspace.store.write().await?;
    let edit = stored::all(&mut write).await?.into_iter().find(|edit| edit.number == number);
    let edit = edit.ok_or_else(|| {
        ActionError::new("unknown_edit", format!("There is no edit {number}. `itec lines edits` lists them."))
    })?;
    if let Some(day) = edit.undone_on {
        return Err(ActionError::new(
            "already_undone",
            format!("Edit {number} was already undone on {day}."),
        ));
    }
    let last = stored::last_of_its_lines(&mut write, number).await?;
    if last != number {
        let message =
            format!("Lines of edit {number} were changed again by edit {last}. Undo that one first.");
        return Err(ActionError::new("edited_again", message));
    }
    let ledger = ledger::load(&mut write).await?;
    refuse_locked(&ledger, stored::years(&mut write, number).await?)?;
    let before = new_mass_of_open_years(&mut write).await?;
    let lines = stored::undo(&mut write, number, workspace.today).await?;
    let after = new_mass_of_open_years(&mut write).await?;
    let summary = format!("{lines} lines brought back: {}", edit.summary);
    journal::record(&mut write, workspace.today, Entry::new(Act::LinesEdited, summary)).await?;
    write.commit().await?;
    Ok(LinesEdited {
        edit: number,
        lines: i64::try_from(lines).unwrap_or(i64::MAX),
        mass_kg_new_before: kg(before),
        mass_kg_new_after: kg(after),
    })
}
