//! The plan of the coming years, its scenarios, and orders.

use std::collections::BTreeMap;

use planner_actions::ActionError;
use planner_actions::views::orders::{DeliveryRequest, OrderRequest, OrdersView};
use planner_actions::views::plan::{PlanActual, PlanOutlook, PlanRequest, PlanView, ScenarioView};
use tauri::{State, WebviewWindow};

use crate::dialogs::FileKind;
use crate::files::SavedFile;
use crate::state::AppState;

type Answer<T> = Result<T, ActionError>;

/// A plan.
#[tauri::command]
pub async fn plan(state: State<'_, AppState>, request: PlanRequest) -> Answer<PlanView> {
    planner_actions::plan(&state.workspace().await?, &request).await
}

/// What moves its cost.
#[tauri::command]
pub async fn plan_outlook(state: State<'_, AppState>, request: PlanRequest) -> Answer<PlanOutlook> {
    planner_actions::plan_outlook(&state.workspace().await?, &request).await
}

/// Plan against actual.
#[tauri::command]
pub async fn plan_actual(state: State<'_, AppState>) -> Answer<PlanActual> {
    planner_actions::plan_actual(&state.workspace().await?).await
}

/// All scenarios side by side.
#[tauri::command]
pub async fn compare_plans(state: State<'_, AppState>, entity: Option<String>) -> Answer<Vec<PlanView>> {
    planner_actions::compare_plans(&state.workspace().await?, entity.as_deref()).await
}

/// Keeps the drivers of a scenario.
#[tauri::command]
pub async fn keep_plan(
    state: State<'_, AppState>,
    name: String,
    drivers: BTreeMap<String, String>,
    is_new: bool,
) -> Answer<Vec<ScenarioView>> {
    planner_actions::keep_plan(&state.workspace().await?, &name, &drivers, is_new).await
}

/// Copies a scenario, or gives it another name.
#[tauri::command]
pub async fn name_plan(
    state: State<'_, AppState>,
    name: String,
    new: String,
    is_copy: bool,
) -> Answer<Vec<ScenarioView>> {
    planner_actions::name_plan(&state.workspace().await?, &name, &new, is_copy).await
}

/// Makes a scenario the plan of record.
#[tauri::command]
pub async fn adopt_plan(state: State<'_, AppState>, name: String) -> Answer<Vec<ScenarioView>> {
    planner_actions::adopt_plan(&state.workspace().await?, &name).await
}

/// Takes today's facts for a stale scenario.
#[tauri::command]
pub async fn refresh_plan(state: State<'_, AppState>, name: String) -> Answer<Vec<ScenarioView>> {
    planner_actions::refresh_plan(&state.workspace().await?, &name).await
}

/// Takes a scenario away.
#[tauri::command]
pub async fn delete_plan(state: State<'_, AppState>, name: String) -> Answer<Vec<ScenarioView>> {
    planner_actions::delete_plan(&state.workspace().await?, &name).await
}

/// Asks where to write the plan's workbook, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn export_plan(
    window: WebviewWindow,
    state: State<'_, AppState>,
    request: PlanRequest,
) -> Answer<Option<Vec<SavedFile>>> {
    let workspace = state.workspace().await?;
    let Some(chosen) = state.dialogs.save(&window, FileKind::Workbook, "plan.xlsx").await else {
        return Ok(None);
    };
    let path = chosen.with_extension("xlsx");
    let exported = planner_actions::export_plan(&workspace, &request, &path).await?;
    Ok(Some(state.files.saved(exported)))
}

/// All orders.
#[tauri::command]
pub async fn orders(state: State<'_, AppState>) -> Answer<OrdersView> {
    planner_actions::list_orders(&state.workspace().await?).await
}

/// Places an order.
#[tauri::command]
pub async fn place_order(state: State<'_, AppState>, request: OrderRequest) -> Answer<OrdersView> {
    planner_actions::place_order(&state.workspace().await?, &request).await
}

/// Takes a delivery.
#[tauri::command]
pub async fn deliver_order(state: State<'_, AppState>, request: DeliveryRequest) -> Answer<OrdersView> {
    planner_actions::deliver_order(&state.workspace().await?, &request).await
}

/// Expects an order on another day.
#[tauri::command]
pub async fn expect_order(state: State<'_, AppState>, id: String, on: String) -> Answer<OrdersView> {
    planner_actions::expect_order(&state.workspace().await?, &id, &on).await
}

/// Cancels what is open of an order.
#[tauri::command]
pub async fn cancel_order(state: State<'_, AppState>, id: String, because: String) -> Answer<OrdersView> {
    planner_actions::cancel_order(&state.workspace().await?, &id, &because).await
}

/// Asks for a file and attaches it to an order; none when the dialog was left.
#[tauri::command]
pub async fn attach_to_order(
    window: WebviewWindow,
    state: State<'_, AppState>,
    id: String,
) -> Answer<Option<OrdersView>> {
    let Some(path) = state.dialogs.pick(&window, FileKind::Any).await else { return Ok(None) };
    planner_actions::attach_to_order(&state.workspace().await?, &id, &path).await.map(Some)
}

/// Asks where to write the picture of a chart, and writes it; none when the dialog was left.
#[tauri::command]
pub async fn save_image(
    window: WebviewWindow,
    state: State<'_, AppState>,
    file_name: String,
    content: Vec<u8>,
) -> Answer<Option<Vec<SavedFile>>> {
    let kind = if file_name.ends_with(".png") { FileKind::Png } else { FileKind::Svg };
    let Some(path) = state.dialogs.save(&window, kind, &file_name).await else { return Ok(None) };
    let exported = planner_actions::save_image(&state.workspace().await?, &path, content)?;
    Ok(Some(state.files.saved(exported)))
}
