//! Lots, what is known of each, and what they add up to.

use super::evidence::EvidenceView;
use super::history::EventView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lots and what all of them add up to.
#[derive(Clone, Debug, Serialize)]
pub struct LotsView {
    /// What all lots add up to.
    #[serde(flatten)]
    pub summary: LotsSummary,
    /// Lots that match, those that expire first before others, spent ones last.
    pub lots: Vec<LotView>,
}

/// Which lots, and which page of them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LotsQuery {
    /// First lot of the page, from 0.
    pub offset: u32,
    /// Lots on the page; 500 at most.
    pub limit: u32,
    /// Only this class.
    pub class: Option<String>,
    /// Only lots that have units in this state, such as `held` or `retired`.
    pub state: Option<String>,
    /// As it was at the end of a day; as it is where left out. Of lots without a page.
    pub on: Option<String>,
    /// Only `purchased`, `self_generated` or `transferred_in`.
    pub origin: Option<String>,
    /// Only own lots that nothing proves to be ours.
    pub lacks_ownership: bool,
    /// Only lots with this last usable day.
    pub expires_on: Option<String>,
    /// Only lots whose id, prefix, project, facility, batch, counterparty or order number contains this,
    /// or that have this serial number.
    pub search: Option<String>,
    /// `lot`, `origin`, `vintage`, `expires`, `supplier`, `quantity` or a state; usable ones first where left out.
    pub sort: Option<String>,
    /// Descending.
    pub descending: bool,
}

/// A page of lots.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LotsPage {
    /// The date on which they are looked at.
    pub as_of: String,
    /// Lots that match.
    pub total: i64,
    /// Units of all that match.
    pub units: UnitsByState,
    /// This page.
    pub lots: Vec<LotView>,
}

/// What all lots add up to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LotsSummary {
    /// The date on which they are looked at.
    pub as_of: String,
    /// Lots of every class.
    pub count: i64,
    /// Classes that have lots.
    pub classes: Vec<String>,
    /// Registry of the lot recorded last.
    pub last_registry: Option<String>,
    /// Currency it was paid in.
    pub last_currency: Option<String>,
    /// Sums over I-TEC lots.
    pub total: UnitsByState,
    /// Units of I-TEC lots by vintage.
    pub by_vintage: Vec<VintageUnits>,
    /// What expires when: usable units by their last usable day, the next first.
    pub calendar: Vec<ExpiryDay>,
    /// Usable units that soon expire, the widest span first; each counts those of the narrower ones again.
    pub alerts: Vec<ExpiryAlert>,
}

/// Usable units of one last usable day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExpiryDay {
    /// The day.
    pub on: String,
    /// Days from today to it.
    pub days: i64,
    /// Held and reserved units.
    pub quantity: i64,
    /// Lots that have them.
    pub lots: i64,
    /// The first dozen of them, each by its id.
    pub lot_ids: Vec<String>,
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
    /// Text before the serial number, by which series are told apart: without the sign between the two.
    pub serial_prefix: String,
    /// The same as the registry prints it, with that sign.
    pub prefix: String,
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
    /// Version of the catalogue of classes it was recorded under.
    pub class_version: Option<String>,
    /// What else is known of it.
    #[serde(flatten)]
    pub facts: LotFacts,
    /// Exact price of all units.
    pub cost: Option<String>,
    /// Day on which it last agreed with its registry's statement.
    pub checked_on: Option<String>,
    /// How well it is proven to be ours: `reconciled` with the registry's statement, `documented` for all of its serials,
    /// `partial`, `unstated` (nobody said what its documents are or cover) or `unproven`.
    pub ownership: String,
    /// Whether it is said to be our own and that is not proven; this blocks a final report.
    pub lacks_ownership: bool,
    /// Import it came with.
    pub import_id: Option<String>,
    /// Its units by state.
    pub units: UnitsByState,
    /// Years its reserved units are reserved for.
    pub reserved_for: Vec<i32>,
}

/// What is known of a lot beside its serials, class and vintage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LotFacts {
    /// Activity batch; one batch carries one class.
    pub batch: Option<String>,
    /// Entity that owns it; `null` for the organisation.
    pub entity: Option<String>,
    /// Price of one certificate.
    pub unit_price: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Project.
    pub project: Option<String>,
    /// Facility.
    pub facility: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Who it was bought from.
    pub counterparty: Option<String>,
    /// Day of the trade; of a new lot, today where left out.
    pub trade_date: Option<String>,
    /// Day on which the certificates were in our account.
    pub delivery_date: Option<String>,
    /// Purchase order it was bought under.
    pub order_number: Option<String>,
    /// Methodology and its version, as printed.
    pub methodology_version: Option<String>,
    /// What it is compared with: `virgin_manufacture` or `landfill_avoidance`.
    pub baseline: Option<String>,
    /// Where its emission factors come from.
    pub factor_source: Option<String>,
    /// Who verified it.
    pub verification_body: Option<String>,
    /// Date of the verification report.
    pub verified_on: Option<String>,
    /// tCO2e on all its certificates together: an attribute, never a coverage.
    pub tco2e: Option<String>,
    /// What may be claimed with it, as the registry words it.
    pub claim_eligibility: Option<String>,
    /// Its state at the registry, as the registry words it.
    pub registry_status: Option<String>,
    /// Where the registry shows it.
    pub registry_link: Option<String>,
    /// How it came from the activity to us.
    pub chain_of_custody: Option<String>,
    /// What it is meant for: `hold`, `sell` or `undecided`.
    pub intent: Option<String>,
    /// Why more own certificates were issued than the eligible kg of their batch.
    pub excess_reason: Option<String>,
}

/// A lot with its life.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LotDetail {
    /// The date on which its units are looked at.
    pub as_of: String,
    /// The lot.
    pub lot: LotView,
    /// Its events, newest first.
    pub events: Vec<EventView>,
    /// Its serial ranges and where each is.
    pub ranges: Vec<RangeView>,
    /// Documents attached to it.
    pub evidence: Vec<EvidenceView>,
    /// Lots it was part of before it was split off, the latest first.
    pub split_from: Vec<String>,
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
