//! Lots, purchases and retirements.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
    /// Only `purchased`, `self_generated` or `transferred_in`.
    pub origin: Option<String>,
    /// Only own lots that no document proves to be ours.
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
    /// Version of the catalogue of classes it was recorded under.
    pub class_version: Option<String>,
    /// What else is known of it.
    #[serde(flatten)]
    pub facts: LotFacts,
    /// Exact price of all units.
    pub cost: Option<String>,
    /// Day on which it last agreed with its registry's statement.
    pub checked_on: Option<String>,
    /// Whether it is said to be our own and no document proves it; this blocks a final report.
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
}

/// A document attached as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceView {
    /// SHA-256 of its content.
    pub sha256: String,
    /// The name its file had.
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: i64,
    /// What it proves: `ownership`, `verification`, `delivery`, `retirement` or `other`.
    pub proves: String,
}

/// A document that was attached.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Attached {
    /// `lot` or `retirement`.
    pub subject: String,
    /// The lot's id or the statement number.
    pub id: String,
    /// The document.
    pub document: EvidenceView,
    /// Number of the event.
    pub event: i64,
}

/// Facts of a lot to correct.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AdjustmentRequest {
    /// The lot.
    pub lot_id: String,
    /// Each fact and what it is; an empty text takes it away.
    pub facts: BTreeMap<String, String>,
    /// Why.
    pub because: String,
}

/// A corrected lot.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Adjusted {
    /// The lot.
    pub lot_id: String,
    /// What changed.
    pub changes: Vec<ChangeView>,
    /// Number of the event.
    pub event: i64,
}

/// A value that was something else before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangeView {
    /// Name of the fact or figure.
    pub name: String,
    /// What it was; `null` where there was none.
    pub old: Option<String>,
    /// What it is; `null` where there is none.
    pub new: Option<String>,
}

/// A lot that became two.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SplitView {
    /// The id it had.
    pub lot_id: String,
    /// The lower and the upper one.
    pub lots: Vec<LotView>,
    /// Number of the event.
    pub event: i64,
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
    /// Beneficiary, buyer, file or reason.
    pub note: Option<String>,
    /// Statement number of the retirement it makes, reverses or proves.
    pub retirement_id: Option<String>,
    /// What it corrects or restates.
    pub changes: Vec<ChangeView>,
    /// Its hash.
    pub hash: String,
}

/// A part of the history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HistoryPage {
    /// The date on which it is looked at.
    pub as_of: String,
    /// All events.
    pub count: i64,
    /// Hash of the last event.
    pub chain_head: Option<String>,
    /// Those asked for, newest first.
    pub events: Vec<EventView>,
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
    /// Its country.
    pub beneficiary_country: Option<String>,
    /// What identifies it, such as its number in a register of companies.
    pub beneficiary_identifier: Option<String>,
    /// Entity the claim is for; `null` for the organisation.
    pub entity: Option<String>,
    /// `unassigned` (where left out), `activity`, `activity_pool` or `sector`.
    pub claim_level: Option<String>,
    /// Why: justification of the claim level or of lots chosen by hand.
    pub because: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
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
    /// The date on which the lots are looked at.
    pub as_of: String,
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
    /// Its country.
    pub beneficiary_country: Option<String>,
    /// What identifies it, such as its number in a register of companies.
    pub beneficiary_identifier: Option<String>,
    /// Entity, `null` for the organisation.
    pub entity: Option<String>,
    /// Claim level.
    pub claim_level: String,
    /// Justification.
    pub because: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// Units.
    pub quantity: i64,
    /// Its lines.
    pub lines: Vec<RetirementLineView>,
    /// Documents attached to it.
    pub evidence: Vec<EvidenceView>,
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

/// Units of one lot to move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MovementRequest {
    /// Reserve held units for a year.
    Reserve {
        /// The year.
        year: i32,
    },
    /// Release them again.
    Release {
        /// The year.
        year: i32,
    },
    /// List held units for sale.
    List,
    /// Take them off the list.
    Withdraw,
    /// Hand listed or held units to somebody.
    Transfer {
        /// Who receives them.
        to: String,
    },
    /// Cancel held units.
    Cancel {
        /// Why.
        because: String,
    },
}
