//! One command: open the workspace, do the action, print its answer.

use crate::arguments::{Arguments, Command};
use crate::tables::Table;
use crate::{certificates, disclosure, imports, lines, settings};
use chrono::{Local, NaiveDate};
use planner_actions::views::certificates::HistoryQuery;
use planner_actions::worker::Program;
use planner_actions::{ActionError, RequirementRequest, Workspace};
use serde::Serialize;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command printed, and whether it found everything right.
pub(crate) struct Answer {
    json: serde_json::Value,
    table: String,
    is_right: bool,
}

/// Runs a command and says how it ended.
pub async fn run(arguments: Arguments) -> ExitCode {
    let is_json = arguments.json;
    match answer(arguments).await {
        Ok(answer) => {
            print_out(&if is_json { pretty(&answer.json) } else { answer.table });
            if answer.is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(mut error) => {
            if error.code == "file_exists" {
                error.message.push_str(" Or say --overwrite.");
            }
            let document = serde_json::json!({ "error": error });
            eprintln!("{}", if is_json { pretty(&document) } else { error.message });
            ExitCode::FAILURE
        }
    }
}

/// A closed pipe at the other end is no failure of ours.
fn print_out(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

fn pretty(document: &serde_json::Value) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default()
}

async fn answer(arguments: Arguments) -> Result<Answer, ActionError> {
    if let Command::Lint { text } = &arguments.command {
        let findings = planner_actions::lint_claim(text)?;
        let is_right = findings.is_empty();
        return Ok(Answer { is_right, ..shown(findings)? });
    }
    if let Command::Recognise { texts, file } = &arguments.command {
        let of_file = file.as_deref().map(planner_actions::recognise_file).transpose()?;
        return shown(of_file.unwrap_or_else(|| planner_actions::recognise(texts)));
    }
    let path = arguments.workspace.map_or_else(own_workspace, Ok)?;
    // A damaged workspace keeps nobody from its copies.
    match arguments.command {
        Command::Snapshots => shown(planner_actions::list_snapshots(&path).await),
        Command::Restore { number, out } => {
            let restored = planner_actions::restore_snapshot(&path, number, &out, arguments.overwrite);
            shown(restored.await?)
        }
        command => {
            match answer_in(&path, arguments.today, arguments.overwrite, arguments.person, command).await {
                Err(error) => Err(planner_actions::with_snapshot(error, &path).await),
                answer => answer,
            }
        }
    }
}

/// A workspace that a refused command made is taken away again.
async fn answer_in(
    path: &Path,
    asked: Option<NaiveDate>,
    may_overwrite: bool,
    person: Option<String>,
    command: Command,
) -> Result<Answer, ActionError> {
    let reader = Program::current().map_err(|error| {
        failed(&format!(
            "itec does not find itself: it {}. Start it by its full path.",
            planner_actions::in_words(&error)
        ))
    })?;
    let now = Local::now();
    let today = now.date_naive();
    let workspace = match command {
        Command::Sample => planner_actions::open_sample(path, reader).await?,
        Command::Verify => Workspace::look(path, today, reader).await?,
        _ => Workspace::open_or_create(path, today, reader).await?,
    };
    if let Some(why) = workspace.read_only().filter(|_| std::io::stderr().is_terminal()) {
        eprintln!("This workspace is open for reading only. {why}");
    }
    if let Some(copy) = workspace.earlier_copy().filter(|_| std::io::stderr().is_terminal()) {
        eprintln!("This workspace was of an earlier version. As it was, it is kept as {}", copy.display());
    }
    let result = match planner_actions::on_its_day(workspace.clone(), asked, today).await {
        Ok(workspace) => {
            // A clock that was replaced tells no time.
            let workspace = workspace.recorded_by(person.as_deref(), asked.is_none().then(|| now.time()));
            act(&workspace.overwriting(may_overwrite), command).await
        }
        Err(error) => Err(error),
    };
    match &result {
        Ok(_) => workspace.close().await,
        Err(_) => workspace.close_and_forget().await,
    }
    result
}

pub(crate) fn failed(message: &str) -> ActionError {
    ActionError { code: "failed", message: message.to_owned(), details: None }
}

/// The desktop app's own workspace.
fn own_workspace() -> Result<PathBuf, ActionError> {
    let folder = dirs::data_dir()
        .ok_or_else(|| failed("There is no folder for app data. Name a workspace with --workspace FILE."))?;
    let folder = folder.join("org.itec-planner.app");
    std::fs::create_dir_all(&folder).map_err(|error| {
        failed(&format!(
            "{} cannot be made: it {}. Name a workspace with --workspace FILE.",
            folder.display(),
            planner_actions::in_words(&error)
        ))
    })?;
    Ok(folder.join("workspace.itec"))
}

pub(crate) fn shown<T: Serialize + Table>(answer: T) -> Result<Answer, ActionError> {
    let json = serde_json::to_value(&answer).map_err(|error| failed(&error.to_string()))?;
    Ok(Answer { json, table: answer.table(), is_right: true })
}

async fn act(workspace: &Workspace, command: Command) -> Result<Answer, ActionError> {
    match command {
        Command::Sample => shown(planner_actions::status(workspace).await?),
        Command::Requirement { year, entity, target } => {
            let request = RequirementRequest { year, entity, target_percent: target };
            shown(planner_actions::requirement(workspace, &request).await?)
        }
        Command::Money { year } => shown(planner_actions::money(workspace, year).await?),
        Command::Dispositions { year, entity } => {
            shown(planner_actions::dispositions(workspace, year, entity.as_deref()).await?)
        }
        Command::Copy { out } => shown(planner_actions::save_copy(workspace, &out).await?),
        Command::NoteShipment { shipment, note, ask_on, year } => {
            planner_actions::note_shipment(workspace, &shipment, note.as_deref(), ask_on.as_deref()).await?;
            shown(planner_actions::dispositions(workspace, year, None).await?)
        }
        Command::Years { entity } => shown(planner_actions::years(workspace, entity.as_deref()).await?),
        Command::Plan { step } => crate::plan::plan(workspace, step).await,
        Command::Emissions { step } => crate::emissions::emissions(workspace, step).await,
        Command::Order { step } => crate::plan::order(workspace, step).await,
        Command::Search { text } => shown(planner_actions::search(workspace, &text).await?),
        Command::History { limit, sort, by, year, search } => {
            let query = HistoryQuery { offset: 0, limit, sort, by, year, search };
            shown(planner_actions::history_page(workspace, &query).await?)
        }
        Command::Verify => {
            let verification = planner_actions::verify(workspace).await?;
            let is_right = verification.ok;
            Ok(Answer { is_right, ..shown(verification)? })
        }
        Command::Imports(command) => imports::act(workspace, command).await,
        Command::Lines(command) => lines::act(workspace, command).await,
        Command::Certificates(command) => certificates::act(workspace, command).await,
        Command::Disclosure(command) => disclosure::act(workspace, command).await,
        Command::Settings(command) => settings::act(workspace, command).await,
        Command::Lint { .. } | Command::Recognise { .. } | Command::Snapshots | Command::Restore { .. } => {
            Err(failed("This command is asked of no workspace."))
        }
    }
}
