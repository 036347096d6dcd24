//! Orders: placed, delivered in parts, expected later, cancelled.

use crate::numbers::{amount, date, given};
use crate::purchase::{requested_lot, write_lot};
use crate::views::certificates::PurchaseRequest;
use crate::views::orders::{
    DeliveryRequest, DeliveryView, OrderDocumentView, OrderRequest, OrderView, OrdersView,
};
use crate::{ActionError, Workspace, evidence};
use chrono::{Datelike, NaiveDate};
use planner_core::class::COVERING_CLASS;
use planner_core::journal::{Act, Entry};
use planner_core::order::{Order, OrderDocument, OrderError, on_order};
use planner_core::room::Room;
use planner_report::assets;
use planner_store::{Connection, Write, evidence as documents, journal, ledger as stored, orders};
use std::path::Path;

impl From<OrderError> for ActionError {
    fn from(error: OrderError) -> Self {
        let way_out = match &error {
            OrderError::NoUnits { .. } => "Say how many are ordered.",
            OrderError::NoVintage { .. } => "Name the earlier vintage first.",
            OrderError::NothingOpen { .. } => "Place another order, or record a purchase.",
            OrderError::MoreThanOpen { .. } => "Deliver fewer, and record the rest as a purchase of its own.",
            OrderError::OtherThanOrdered { .. } => "Check the lot, or record it as a purchase of its own.",
            OrderError::BeforeOrdered { .. } => "Check the day.",
            OrderError::NoReason { .. } => "Say why.",
        };
        let text = error.to_string();
        let (first, rest) = text.split_at(1);
        Self::new("order_refused", format!("{}{rest}. {way_out}", first.to_uppercase()))
    }
}

async fn shown(connection: &mut Connection, today: NaiveDate) -> Result<OrdersView, ActionError> {
    let all = orders::all(connection).await?;
    Ok(OrdersView {
        as_of: today.to_string(),
        on_order: on_order(&all, None),
        overdue: all.iter().filter(|order| order.is_overdue(today)).count().try_into().unwrap_or(i64::MAX),
        orders: all.iter().rev().map(|order| view(order, today)).collect(),
    })
}

fn view(order: &Order, today: NaiveDate) -> OrderView {
    let (price, currency) = order.price.clone().unzip();
    let (scenario, plan_year) = order.plan_line.clone().unzip();
    let cost = price.and_then(|price| price.checked_mul(order.open().into()));
    OrderView {
        id: order.id.clone(),
        state: order.state().word().to_owned(),
        is_overdue: order.is_overdue(today),
        seller: order.seller.clone(),
        class: order.class.clone(),
        registry: order.registry.clone(),
        vintage_from: order.vintages.0,
        vintage_to: order.vintages.1,
        quantity: order.quantity,
        delivered: order.delivered(),
        cancelled: order.cancelled.as_ref().map_or(0, |cancelled| cancelled.quantity),
        open: order.open(),
        unit_price: price.map(|price| price.to_string()),
        currency,
        open_cost: cost.map(|cost| cost.normalize().to_string()),
        order_number: order.order_number.clone(),
        entity: order.entity.clone(),
        ordered_on: order.ordered_on.to_string(),
        expected_on: order.expected_on.map(|day| day.to_string()),
        cancelled_because: order.cancelled.as_ref().map(|cancelled| cancelled.because.clone()),
        scenario,
        plan_year,
        deliveries: order
            .deliveries
            .iter()
            .map(|one| DeliveryView {
                lot_id: one.lot_id.clone(),
                quantity: one.quantity,
                delivered_on: one.delivered_on.to_string(),
            })
            .collect(),
        documents: order.documents.iter().map(document_view).collect(),
    }
}

fn document_view(document: &OrderDocument) -> OrderDocumentView {
    OrderDocumentView {
        sha256: document.sha256.clone(),
        file_name: document.file_name.clone(),
        bytes: document.size,
        attached_on: document.attached_on.to_string(),
    }
}

/// Attaches a document to an order: its confirmation, a contract, an invoice. A copy is kept in the workspace.
pub async fn attach_to_order(
    workspace: &Workspace,
    id: &str,
    path: &Path,
) -> Result<OrdersView, ActionError> {
    let content = evidence::read(workspace, path, "Attach a smaller copy, such as a PDF without pictures.")?;
    let mut write = workspace.store.write().await?;
    let order = named(&mut write, id).await?;
    let document = OrderDocument {
        sha256: documents::sha256(&content),
        file_name: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        size: i64::try_from(content.len()).unwrap_or(i64::MAX),
        attached_on: workspace.today,
    };
    documents::put_document(&mut write, &content).await?;
    if !orders::add_document(&mut write, &order.id, &document).await? {
        let message =
            format!("{} is already attached to {}. Nothing was changed.", document.file_name, order.id);
        return Err(ActionError::new("already_attached", message));
    }
    let summary = format!("attached {} to {}", document.file_name, order.id);
    done(write, workspace, summary).await
}

/// Writes what was done into the chain, and answers all orders.
async fn done(mut write: Write, workspace: &Workspace, summary: String) -> Result<OrdersView, ActionError> {
    journal::record(&mut write, workspace.today, Entry::new(Act::Ordered, summary)).await?;
    let answer = shown(&mut write, workspace.today).await?;
    write.commit().await?;
    Ok(answer)
}

/// All orders.
pub async fn list_orders(workspace: &Workspace) -> Result<OrdersView, ActionError> {
    let mut read = workspace.store.read().await?;
    shown(&mut read, workspace.today).await
}

/// Places an order.
pub async fn place_order(workspace: &Workspace, request: &OrderRequest) -> Result<OrdersView, ActionError> {
    let mut write = workspace.store.write().await?;
    let known = orders::all(&mut write).await?;
    let order = requested(request, &known, workspace.today)?;
    orders::add(&mut write, &order, None).await?;
    let summary = format!("ordered {} from {} as {}", order.quantity, order.seller, order.id);
    done(write, workspace, summary).await
}

pub(crate) fn requested(
    request: &OrderRequest,
    known: &[Order],
    today: NaiveDate,
) -> Result<Order, ActionError> {
    let optional = |text: &Option<String>| given(text.as_deref());
    let seller = given(Some(&request.seller)).ok_or_else(|| ActionError::request("Name the seller."))?;
    let price = match (optional(&request.unit_price), optional(&request.currency)) {
        (Some(price), Some(currency)) => Some((amount("price", &price)?, currency.to_uppercase())),
        (None, None) => None,
        (Some(_), None) => return Err(ActionError::request("Name the currency of the price, such as EUR.")),
        (None, Some(_)) => return Err(ActionError::request("Name the price that the currency is of.")),
    };
    let ordered_on = optional(&request.ordered_on).map(|text| date("day of the order", &text)).transpose()?;
    let ordered_on = ordered_on.unwrap_or(today);
    if ordered_on > today {
        return Err(ActionError::request(format!(
            "The order was placed on {ordered_on}, which is still to come."
        )));
    }
    let expected_on = optional(&request.expected_on).map(|text| date("expected day", &text)).transpose()?;
    if let Some(day) = expected_on.filter(|day| *day < ordered_on) {
        return Err(ActionError::request(format!(
            "It is expected on {day}, before it was ordered on {ordered_on}."
        )));
    }
    let vintages = (request.vintage_from, request.vintage_to.unwrap_or(request.vintage_from));
    for vintage in [vintages.0, vintages.1] {
        if !(2000..=today.year() + 10).contains(&vintage) {
            return Err(ActionError::new(
                "bad_vintage",
                format!("{vintage} is no vintage that can be ordered."),
            ));
        }
    }
    let order = Order {
        id: next_id(known, ordered_on.year()),
        seller,
        class: assets::class_named(request.class.as_deref().unwrap_or(COVERING_CLASS))?.to_owned(),
        registry: optional(&request.registry),
        vintages,
        quantity: request.quantity,
        price,
        order_number: optional(&request.order_number),
        entity: optional(&request.entity),
        ordered_on,
        expected_on,
        plan_line: optional(&request.scenario).zip(request.plan_year),
        deliveries: Vec::new(),
        cancelled: None,
        documents: Vec::new(),
    };
    order.check()?;
    // What all orders come to is shown beside what remains, and must be held.
    let mut room = Room::default();
    known.iter().chain([&order]).try_for_each(|one| room.take(one.quantity, []))?;
    Ok(order)
}

/// The next free id of a year, such as O-2026-003.
fn next_id(known: &[Order], year: i32) -> String {
    let start = format!("O-{year}-");
    let numbers = known.iter().filter_map(|order| order.id.strip_prefix(&start)?.parse::<u32>().ok());
    format!("{start}{:03}", numbers.max().unwrap_or(0) + 1)
}

async fn named(connection: &mut Connection, id: &str) -> Result<Order, ActionError> {
    let all = orders::all(connection).await?;
    let found = all.into_iter().find(|order| order.id.eq_ignore_ascii_case(id.trim()));
    found.ok_or_else(|| {
        ActionError::new(
            "unknown_order",
            format!("There is no order “{id}”. `itec order list` names them all."),
        )
    })
}

/// Takes a delivery: units of an order become a lot, the rest stays open.
pub async fn deliver_order(
    workspace: &Workspace,
    request: &DeliveryRequest,
) -> Result<OrdersView, ActionError> {
    let mut write = workspace.store.write().await?;
    let mut order = named(&mut write, &request.order).await?;
    let mut ledger = stored::load(&mut write).await?;
    let day =
        given(request.delivered_on.as_deref()).map(|text| date("day of the delivery", &text)).transpose()?;
    let day = day.unwrap_or(workspace.today);
    if day > workspace.today {
        return Err(ActionError::request(format!("It was delivered on {day}, which is still to come.")));
    }
    let lot = requested_lot(&of_order(&request.lot, &order, day), &ledger, workspace.today)?;
    let delivery = order.deliver(&lot, day)?;
    write_lot(&mut write, &mut ledger, lot, workspace).await?;
    let summary = format!("{} of {} delivered as lot {}", delivery.quantity, order.id, delivery.lot_id);
    orders::deliver(&mut write, &order.id, &delivery).await?;
    done(write, workspace, summary).await
}

/// A lot with what its order knows of it.
fn of_order(lot: &PurchaseRequest, order: &Order, day: NaiveDate) -> PurchaseRequest {
    let mut lot = lot.clone();
    let facts = &mut lot.facts;
    let keep = |fact: &mut Option<String>, value: Option<String>| {
        if fact.as_deref().is_none_or(|text| text.trim().is_empty()) {
            *fact = value;
        }
    };
    if facts.unit_price.is_none() && facts.currency.is_none() {
        let (price, currency) = order.price.clone().unzip();
        (facts.unit_price, facts.currency) = (price.map(|price| price.to_string()), currency);
    }
    keep(&mut facts.counterparty, Some(order.seller.clone()));
    keep(&mut facts.order_number, Some(order.order_number.clone().unwrap_or_else(|| order.id.clone())));
    keep(&mut facts.entity, order.entity.clone());
    // The units are ours from the delivery on: before it nothing could be retired of them.
    keep(&mut facts.trade_date, Some(day.to_string()));
    keep(&mut facts.delivery_date, Some(day.to_string()));
    lot
}

/// Cancels what is open of an order.
pub async fn cancel_order(workspace: &Workspace, id: &str, because: &str) -> Result<OrdersView, ActionError> {
    let mut write = workspace.store.write().await?;
    let mut order = named(&mut write, id).await?;
    let cancelled = order.cancel(workspace.today, because)?;
    let summary = format!("cancelled {} of {}: {}", cancelled.quantity, order.id, cancelled.because);
    orders::cancel(&mut write, &order.id, &cancelled).await?;
    done(write, workspace, summary).await
}

/// Expects an order on another day.
pub async fn expect_order(workspace: &Workspace, id: &str, on: &str) -> Result<OrdersView, ActionError> {
    let mut write = workspace.store.write().await?;
    let order = named(&mut write, id).await?;
    let day = date("expected day", on)?;
    if day < order.ordered_on {
        return Err(ActionError::request(format!(
            "Order {} was placed on {}, after {day}.",
            order.id, order.ordered_on
        )));
    }
    let summary = format!("expects {} on {day}", order.id);
    orders::expect(&mut write, &order.id, Some(day)).await?;
    done(write, workspace, summary).await
}
