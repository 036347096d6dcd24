//! The retirement summary for finance.

use std::collections::BTreeMap;

use planner_actions::views::disclosure::{
    ClaimFinding, ClaimView, DisclosureView, FigureTrace, InputView, SignatureView,
};
use planner_actions::views::integrity::{ChecksView, QuestionView};
use planner_actions::{ActionError, ExportRequest, SignatureRequest};
use tauri::{State, WebviewWindow};

use super::imports::path;
use crate::dialogs::FileKind;
use crate::files::SavedFile;
use crate::state::AppState;
use crate::viewer;

type Answer<T> = Result<T, ActionError>;

/// The disclosure screen of a year.
#[tauri::command]
pub async fn disclosure(state: State<'_, AppState>, year: i32) -> Answer<DisclosureView> {
    planner_actions::disclosure(&state.workspace().await?, year).await
}

/// Asks where to write the summary, and writes it in every format asked for; none when the dialog was left.
#[tauri::command]
pub async fn export_disclosure(
    window: WebviewWindow,
    state: State<'_, AppState>,
    year: i32,
    formats: Vec<String>,
    is_final: bool,
    version: Option<i64>,
) -> Answer<Option<Vec<SavedFile>>> {
    let workspace = state.workspace().await?;
    let request = ExportRequest { year, is_final, version };
    let name = planner_actions::report_file_name(&workspace, request).await?;
    let kind = FileKind::of_report(formats.first().map_or("xlsx", String::as_str));
    let Some(chosen) = state.dialogs.save(&window, kind, &name).await else { return Ok(None) };
    let formats: Vec<_> = formats.iter().map(String::as_str).collect();
    let paths = planner_actions::files_beside(&chosen, &formats)?;
    let exported = planner_actions::export_disclosure(&workspace, request, &paths).await?;
    Ok(Some(state.files.saved(exported)))
}

/// Asks where to write the statement of one retirement, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn export_retirement(
    window: WebviewWindow,
    state: State<'_, AppState>,
    retirement_id: String,
) -> Answer<Option<Vec<SavedFile>>> {
    let workspace = state.workspace().await?;
    let name = format!("{retirement_id}.pdf");
    let Some(chosen) = state.dialogs.save(&window, FileKind::Pdf, &name).await else { return Ok(None) };
    let paths = planner_actions::files_beside(&chosen, &["pdf"])?;
    let path = paths.first().unwrap_or(&chosen);
    let exported = planner_actions::export_retirement(&workspace, &retirement_id, path).await?;
    Ok(Some(state.files.saved(exported)))
}

/// Shows a file that was written in the system's viewer.
#[tauri::command]
pub fn show_file(state: State<'_, AppState>, file_id: String) -> Answer<()> {
    viewer::show(&path(&state, &file_id)?)
}

/// Signs the figures of a year as they stand.
#[tauri::command]
pub async fn sign_report(
    state: State<'_, AppState>,
    year: i32,
    role: String,
    by: String,
    comment: Option<String>,
    figures_sha256: Option<String>,
) -> Answer<Vec<SignatureView>> {
    let request = SignatureRequest { year, role, by, comment, figures_sha256 };
    planner_actions::sign_report(&state.workspace().await?, &request).await
}

/// The rows and events behind a figure.
#[tauri::command]
pub async fn trace_figure(state: State<'_, AppState>, figure: String) -> Answer<FigureTrace> {
    planner_actions::trace_figure(&state.workspace().await?, &figure).await
}

/// What the rule packs say of a year, and what changes under one of them.
#[tauri::command]
pub async fn checks(state: State<'_, AppState>, year: i32, under: Option<String>) -> Answer<ChecksView> {
    planner_actions::checks(&state.workspace().await?, year, under.as_deref()).await
}

/// Answers a question of the positive list.
#[tauri::command]
pub async fn answer_question(
    state: State<'_, AppState>,
    question: String,
    country: Option<String>,
    answer: String,
) -> Answer<Vec<QuestionView>> {
    planner_actions::answer_question(&state.workspace().await?, &question, country.as_deref(), &answer).await
}

/// Keeps the text of a year's claim.
#[tauri::command]
pub async fn save_claim(state: State<'_, AppState>, year: i32, text: String) -> Answer<ClaimView> {
    planner_actions::save_claim(&state.workspace().await?, year, &text).await
}

/// Words of a claim that a rule forbids.
#[tauri::command]
pub async fn lint_claim(text: String) -> Answer<Vec<ClaimFinding>> {
    planner_actions::lint_claim(&text)
}

/// What only a person knows of the answers to CDP.
#[tauri::command]
pub async fn disclosure_inputs(state: State<'_, AppState>, year: i32) -> Answer<Vec<InputView>> {
    planner_actions::disclosure_inputs(&state.workspace().await?, year).await
}

/// Keeps what a person knows of them.
#[tauri::command]
pub async fn save_disclosure_inputs(
    state: State<'_, AppState>,
    year: i32,
    inputs: BTreeMap<String, String>,
) -> Answer<Vec<InputView>> {
    planner_actions::save_disclosure_inputs(&state.workspace().await?, year, &inputs).await
}
