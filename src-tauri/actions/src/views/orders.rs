//! Orders: certificates bought before they have serials.

use super::certificates::PurchaseRequest;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An order to place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderRequest {
    /// Who it is placed with.
    pub seller: String,
    /// Certificate class; I-TEC where none is named.
    pub class: Option<String>,
    /// Registry, where it is known.
    pub registry: Option<String>,
    /// First vintage that may be delivered.
    pub vintage_from: i32,
    /// Last vintage; the first where none is named.
    pub vintage_to: Option<i32>,
    /// Units.
    pub quantity: i64,
    /// Price of one.
    pub unit_price: Option<String>,
    /// ISO 4217 code of the price.
    pub currency: Option<String>,
    /// The purchase order's number.
    pub order_number: Option<String>,
    /// Entity that will own them.
    pub entity: Option<String>,
    /// The day it was placed; today where none is named.
    pub ordered_on: Option<String>,
    /// The day it is expected.
    pub expected_on: Option<String>,
    /// The scenario whose line it carries out.
    pub scenario: Option<String>,
    /// The year of that line.
    pub plan_year: Option<i32>,
}

/// A delivery of an order: one lot with its serials.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DeliveryRequest {
    /// The order.
    pub order: String,
    /// The day the units were in our account; today where none is named.
    pub delivered_on: Option<String>,
    /// The lot; seller, price, order number and entity are the order's where it names none.
    pub lot: PurchaseRequest,
}

/// All orders, and what they come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OrdersView {
    /// The day on which they are looked at.
    pub as_of: String,
    /// Units on order that will cover new mass: in no coverage.
    pub on_order: i64,
    /// Orders of which something is open after its expected day.
    pub overdue: i64,
    /// The orders, the newest first.
    pub orders: Vec<OrderView>,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OrderView {
    /// Its id.
    pub id: String,
    /// `ordered`, `part_delivered`, `delivered` or `cancelled`.
    pub state: String,
    /// Whether something is open after the day it was expected on.
    pub is_overdue: bool,
    /// Who it was placed with.
    pub seller: String,
    /// Certificate class.
    pub class: String,
    /// Registry, where it is known.
    pub registry: Option<String>,
    /// First vintage.
    pub vintage_from: i32,
    /// Last vintage.
    pub vintage_to: i32,
    /// Ordered.
    pub quantity: i64,
    /// Delivered.
    pub delivered: i64,
    /// Cancelled.
    pub cancelled: i64,
    /// Still to come.
    pub open: i64,
    /// Price of one.
    pub unit_price: Option<String>,
    /// ISO 4217 code of it.
    pub currency: Option<String>,
    /// What is open × price.
    pub open_cost: Option<String>,
    /// The purchase order's number.
    pub order_number: Option<String>,
    /// Entity.
    pub entity: Option<String>,
    /// The day it was placed.
    pub ordered_on: String,
    /// The day it is expected.
    pub expected_on: Option<String>,
    /// Why the rest was cancelled.
    pub cancelled_because: Option<String>,
    /// The scenario whose line it carries out.
    pub scenario: Option<String>,
    /// The year of that line.
    pub plan_year: Option<i32>,
    /// The lots it became.
    pub deliveries: Vec<DeliveryView>,
    /// Its documents.
    pub documents: Vec<OrderDocumentView>,
}

/// A delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeliveryView {
    /// The lot.
    pub lot_id: String,
    /// Its units.
    pub quantity: i64,
    /// The day.
    pub delivered_on: String,
}

/// A document of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OrderDocumentView {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The name of its file.
    pub file_name: String,
    /// Its size.
    pub bytes: i64,
    /// The day it was attached.
    pub attached_on: String,
}
