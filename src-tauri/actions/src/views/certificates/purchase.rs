//! Recording a purchase, an own issue or a transfer in.

use super::lot::LotFacts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A purchase, an own issue or a transfer in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PurchaseRequest {
    /// Certificate class.
    pub class: String,
    /// Registry.
    pub registry: String,
    /// Text before the serial number.
    pub serial_prefix: Option<String>,
    /// First serial number.
    pub serial_start: i64,
    /// Last serial number.
    pub serial_end: i64,
    /// Calendar year of the activity.
    pub vintage: i32,
    /// `purchased` (where left out), `self_generated` or `transferred_in`.
    pub origin: Option<String>,
    /// Bought with its device.
    pub is_bundled: bool,
    /// The registry's own expiry, where it differs from 31 December of vintage + 3.
    pub expires_on: Option<String>,
    /// What else is known of it.
    #[serde(flatten)]
    pub facts: LotFacts,
}

/// A recorded lot.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Purchased {
    /// The lot's id.
    pub lot_id: String,
    /// Its units.
    pub quantity: i64,
    /// Its last usable day.
    pub expires_on: String,
    /// Its cost.
    pub cost: Option<String>,
    /// Number of the event.
    pub event: i64,
}
