//! Certificates: lots, purchases, retirements.

use planner_actions::ActionError;
use planner_actions::views::certificates::{
    Adjusted, AdjustmentRequest, Attached, EvidenceRequest, HistoryPage, HistoryQuery, LotDetail, LotsPage,
    LotsQuery, LotsSummary, Moved, MovementRequest, PurchaseRequest, Purchased, RetirementProposal,
    RetirementRequest, RetirementView, ReversalView, SplitView,
};
use planner_actions::views::disclosure::ExportedFile;
use planner_actions::views::reconciliation::{ReconciliationRequest, ReconciliationView};
use planner_actions::views::search::HitView;
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// What all lots add up to.
#[tauri::command]
pub async fn lots_summary(state: State<'_, AppState>) -> Answer<LotsSummary> {
    planner_actions::lots_summary(&state.workspace().await?).await
}

/// A page of the lots that match.
#[tauri::command]
pub async fn lots_page(state: State<'_, AppState>, query: LotsQuery) -> Answer<LotsPage> {
    planner_actions::lots_page(&state.workspace().await?, &query).await
}

/// One lot with its life.
#[tauri::command]
pub async fn lot(state: State<'_, AppState>, lot_id: String) -> Answer<LotDetail> {
    planner_actions::lot(&state.workspace().await?, &lot_id).await
}

/// Records a purchase.
#[tauri::command]
pub async fn purchase(state: State<'_, AppState>, request: PurchaseRequest) -> Answer<Purchased> {
    planner_actions::record_lot(&state.workspace().await?, &request).await
}

/// What a retirement would take.
#[tauri::command]
pub async fn propose_retirement(
    state: State<'_, AppState>,
    request: RetirementRequest,
) -> Answer<RetirementProposal> {
    planner_actions::propose_retirement(&state.workspace().await?, &request).await
}

/// Retires certificates.
#[tauri::command]
pub async fn retire(state: State<'_, AppState>, request: RetirementRequest) -> Answer<RetirementView> {
    planner_actions::retire(&state.workspace().await?, &request).await
}

/// Moves units of a lot.
#[tauri::command]
pub async fn move_units(
    state: State<'_, AppState>,
    lot_id: String,
    quantity: i64,
    movement: MovementRequest,
    on: Option<String>,
) -> Answer<Moved> {
    planner_actions::move_units(&state.workspace().await?, &lot_id, quantity, &movement, on.as_deref()).await
}

/// Makes two lots of one.
#[tauri::command]
pub async fn split_lot(
    state: State<'_, AppState>,
    lot_id: String,
    at: i64,
    on: Option<String>,
) -> Answer<SplitView> {
    planner_actions::split_lot(&state.workspace().await?, &lot_id, at, on.as_deref()).await
}

/// Corrects what is known of a lot.
#[tauri::command]
pub async fn adjust_lot(state: State<'_, AppState>, request: AdjustmentRequest) -> Answer<Adjusted> {
    planner_actions::adjust_lot(&state.workspace().await?, &request).await
}

/// Asks for a file and attaches it as evidence; nothing where the person thinks better of it.
#[tauri::command]
pub async fn attach(
    state: State<'_, AppState>,
    window: WebviewWindow,
    id: String,
    request: EvidenceRequest,
) -> Answer<Option<Attached>> {
    let Some(path) = state.dialogs.pick(&window, FileKind::Any).await else { return Ok(None) };
    planner_actions::attach(&state.workspace().await?, &id, &path, &request).await.map(Some)
}

/// Asks for a place and writes an attached file there.
#[tauri::command]
pub async fn save_document(
    state: State<'_, AppState>,
    window: WebviewWindow,
    sha256: String,
    file_name: String,
) -> Answer<Option<ExportedFile>> {
    let Some(path) = state.dialogs.save(&window, FileKind::Any, &file_name).await else { return Ok(None) };
    planner_actions::save_document(&state.workspace().await?, &sha256, &path).await.map(Some)
}

/// Retirements that stand.
#[tauri::command]
pub async fn retirements(state: State<'_, AppState>) -> Answer<Vec<RetirementView>> {
    planner_actions::retirements(&state.workspace().await?).await
}

/// Reverses a retirement that the registry has reversed.
#[tauri::command]
pub async fn reverse_retirement(
    state: State<'_, AppState>,
    retirement_id: String,
    evidence: String,
    on: Option<String>,
) -> Answer<ReversalView> {
    let workspace = state.workspace().await?;
    planner_actions::reverse_retirement(&workspace, &retirement_id, &evidence, on.as_deref()).await
}

/// The events, newest first.
#[tauri::command]
pub async fn history(state: State<'_, AppState>, query: HistoryQuery) -> Answer<HistoryPage> {
    planner_actions::history_page(&state.workspace().await?, &query).await
}

/// Asks for a registry's statement and compares it; nothing where the person thinks better of it.
#[tauri::command]
pub async fn reconcile(
    state: State<'_, AppState>,
    window: WebviewWindow,
) -> Answer<Option<ReconciliationView>> {
    let Some(path) = state.dialogs.pick(&window, FileKind::Table).await else { return Ok(None) };
    let request = ReconciliationRequest::default();
    planner_actions::reconcile(&state.workspace().await?, &path, &request).await.map(Some)
}

/// Finds lots, retirements, batches and imports.
#[tauri::command]
pub async fn search(state: State<'_, AppState>, text: String) -> Answer<Vec<HitView>> {
    planner_actions::search(&state.workspace().await?, &text).await
}
