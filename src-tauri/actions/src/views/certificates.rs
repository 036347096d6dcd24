//! Lots, purchases and retirements.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All lots and what they add up to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LotsView {
    /// The date on which they are looked at.
    pub as_of: String,
    /// Lots, those that expire first before others, spent ones last.
    pub lots: Vec<LotView>,
    /// Sums over I-TEC lots.
    pub total: UnitsByState,
    /// Units of I-TEC lots by vintage.
    pub by_vintage: Vec<VintageUnits>,
    /// Usable units that soon expire, the widest span first; each counts those of the narrower ones again.
    pub alerts: Vec<ExpiryAlert>,
}

/// Usable units that are lost unless they are retired in time.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpiryAlert {
    /// Days within which they expire: 365, 180, 90 or 30.
    pub within_days: u16,
    /// Held and reserved units.
    pub quantity: i64,
    /// The first of their last usable days.
    pub on: String,
}

/// Units by where they are; they add up to `quantity`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct UnitsByState {
    /// All units.
    pub quantity: i64,
    /// Free to retire, reserve or sell.
    pub held: i64,
    /// Reserved for a year.
    pub reserved: i64,
    /// Listed for sale.
    pub listed: i64,
    /// Transferred or sold to somebody else.
    pub transferred: i64,
    /// Retired.
    pub retired: i64,
    /// Retired (Expired): a loss.
    pub expired: i64,
    /// Cancelled.
    pub cancelled: i64,
}

/// Units of one vintage.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VintageUnits {
    /// The vintage.
    pub vintage: i32,
    /// Its last usable day (of the lot that expires first).
    pub expires_on: String,
    /// Its units.
    pub units: UnitsByState,
}

/// One lot.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LotView {
    /// Its id.
    pub lot_id: String,
    /// Certificate class: `I-TEC`, `I-TEC AE`, `I-MAT`, `I-MAT AE`.
    pub class: String,
    /// Registry that issued it.
    pub registry: String,
    /// Text before the serial number.
    pub serial_prefix: String,
    /// First serial number.
    pub serial_start: i64,
    /// Last serial number.
    pub serial_end: i64,
    /// Calendar year of the activity.
    pub vintage: i32,
    /// Last usable day.
    pub expires_on: String,
    /// Days from today to it; below 0 when past.
    pub days_to_expiry: i64,
    /// `purchased`, `self_generated` or `transferred_in`.
    pub origin: String,
    /// Bought with the device it describes: never covers new mass.
    pub is_bundled: bool,
    /// Project.
    pub project: Option<String>,
    /// Facility.
    pub facility: Option<String>,
    /// Activity batch.
    pub batch: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Who it was bought from.
    pub counterparty: Option<String>,
    /// Price of one certificate.
    pub unit_price: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Exact price of all units.
    pub cost: Option<String>,
    /// Entity that owns it; `null` for the organisation.
    pub entity: Option<String>,
    /// Day of the trade.
    pub trade_date: Option<String>,
    /// Import it came with.
    pub import_id: Option<String>,
    /// Its units by state.
    pub units: UnitsByState,
    /// Years its reserved units are reserved for.
    pub reserved_for: Vec<i32>,
}

/// A lot with its life.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LotDetail {
    /// The lot.
    pub lot: LotView,
    /// Its events, newest first.
    pub events: Vec<EventView>,
    /// Its serial ranges and where each is.
    pub ranges: Vec<RangeView>,
}

/// One event of the ledger.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EventView {
    /// Its number in the chain.
    pub sequence: i64,
    /// Day it is dated.
    pub on: String,
    /// `recorded`, `retired`, `reversed`, `reserved`, `released`, `listed`, `withdrawn`, `transferred`, `cancelled`, `expired`, `lot_removed`, …
    pub kind: String,
    /// Lots it touches.
    pub lot_ids: Vec<String>,
    /// Units.
    pub quantity: Option<i64>,
    /// Reporting year it is for.
    pub year: Option<i32>,
    /// Beneficiary, buyer or reason.
    pub note: Option<String>,
    /// Its hash.
    pub hash: String,
}

/// A run of serials in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RangeView {
    /// First serial.
    pub serial_start: i64,
    /// Last serial.
    pub serial_end: i64,
    /// State word.
    pub state: String,
    /// Year it is reserved or retired for.
    pub year: Option<i32>,
}

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
    /// Project.
    pub project: Option<String>,
    /// Facility.
    pub facility: Option<String>,
    /// Activity batch.
    pub batch: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// The registry's own expiry, where it differs from 31 December of vintage + 3.
    pub expires_on: Option<String>,
    /// Price of one certificate.
    pub unit_price: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Who it was bought from.
    pub counterparty: Option<String>,
    /// Entity that owns it.
    pub entity: Option<String>,
    /// Day of the trade; today where left out.
    pub trade_date: Option<String>,
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

/// A retirement asked for. Either `quantity` or `cover_percent`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RetirementRequest {
    /// Reporting year.
    pub year: i32,
    /// Units.
    pub quantity: Option<i64>,
    /// Retire up to this share of the gross requirement.
    pub cover_percent: Option<String>,
    /// Beneficiary, as the registry prints it.
    pub beneficiary: String,
    /// Entity the claim is for; `null` for the organisation.
    pub entity: Option<String>,
    /// `unassigned` (where left out), `activity`, `activity_pool` or `sector`.
    pub claim_level: Option<String>,
    /// Why: justification of the claim level or of lots chosen by hand.
    pub because: Option<String>,
    /// Lots chosen by hand, in order; first-expiring first where empty.
    pub lots: Vec<LotChoice>,
}

/// A lot chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LotChoice {
    /// The lot.
    pub lot_id: String,
    /// Units of it; all usable where `null`.
    pub quantity: Option<i64>,
}

/// What a retirement would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RetirementProposal {
    /// The year.
    pub year: i32,
    /// Units to retire.
    pub quantity: i64,
    /// Units usable in all lots.
    pub usable: i64,
    /// Lots in the order in which they are taken; untouched ones after them.
    pub lots: Vec<ProposedLot>,
    /// Gross requirement of the year.
    pub gross: i64,
    /// Certificates needed for the target.
    pub needed: i64,
    /// Retired for the year so far.
    pub retired_before: i64,
    /// Coverage so far.
    pub coverage_percent_before: Option<String>,
    /// Coverage after it.
    pub coverage_percent_after: Option<String>,
    /// Held for the year after it.
    pub held_after: i64,
    /// Still to buy after it.
    pub remaining_after: i64,
    /// Why it cannot be done as asked; `null` where it can.
    pub refusal: Option<String>,
}

/// One lot of a proposal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposedLot {
    /// The lot.
    pub lot_id: String,
    /// Its last usable day.
    pub expires_on: String,
    /// Text before the serial number.
    pub serial_prefix: String,
    /// Usable units.
    pub usable: i64,
    /// Units taken.
    pub quantity: i64,
    /// Serial ranges taken, or usable where none is.
    pub ranges: Vec<RangeView>,
    /// `expires_first`, `expires_next`, `oldest_vintage`, `own_no_cost`, `lowest_cost`, `chosen`, `not_needed`.
    pub reason: String,
}

/// A written retirement.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RetirementView {
    /// Its statement number.
    pub retirement_id: String,
    /// Number of its event.
    pub event: i64,
    /// Day.
    pub on: String,
    /// Reporting year.
    pub year: i32,
    /// Beneficiary.
    pub beneficiary: String,
    /// Entity, `null` for the organisation.
    pub entity: Option<String>,
    /// Claim level.
    pub claim_level: String,
    /// Justification.
    pub because: Option<String>,
    /// Units.
    pub quantity: i64,
    /// Its lines.
    pub lines: Vec<RetirementLineView>,
}

/// One serial range of a retirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RetirementLineView {
    /// The lot.
    pub lot_id: String,
    /// Text before the serial number.
    pub serial_prefix: String,
    /// First serial.
    pub serial_start: i64,
    /// Last serial.
    pub serial_end: i64,
    /// Units.
    pub quantity: i64,
}

/// A reversed retirement.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReversalView {
    /// The statement number of the retirement.
    pub retirement_id: String,
    /// Number of the event that reverses it.
    pub event: i64,
    /// Day.
    pub on: String,
    /// Reporting year it was for.
    pub year: i32,
    /// Units that are held again.
    pub quantity: i64,
    /// The registry's evidence.
    pub evidence: String,
}

/// A movement of units other than a retirement.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Moved {
    /// Number of the event.
    pub event: i64,
    /// Its kind.
    pub kind: String,
    /// The lot.
    pub lot_id: String,
    /// Units moved.
    pub quantity: i64,
}
