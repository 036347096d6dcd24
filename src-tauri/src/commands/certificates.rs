//! Certificates: lots, purchases, retirements.

use planner_actions::ActionError;
use planner_actions::views::certificates::{
    LotDetail, LotsView, PurchaseRequest, Purchased, RetirementProposal, RetirementRequest, RetirementView,
};
use tauri::State;

use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// All lots.
#[tauri::command]
pub async fn lots(state: State<'_, AppState>) -> Answer<LotsView> {
    planner_actions::lots(&state.workspace().await?).await
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
