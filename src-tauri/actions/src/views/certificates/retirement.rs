//! Retiring certificates, and reversing it.

use super::evidence::EvidenceView;
use super::lot::RangeView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// When it was made at the registry; today where left out.
    pub on: Option<String>,
    /// The registry's own reference of it.
    pub registry_reference: Option<String>,
    /// Where the registry shows it.
    pub registry_link: Option<String>,
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
    /// Why it stands here: `expires_first`, `expires_next`; where others have its last day `older_vintage`,
    /// `newer_vintage`, `own_no_cost`, `lowest_cost`, `higher_cost`, `same_cost`; `chosen`, `not_needed`.
    pub reason: String,
}

/// A written retirement.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RetirementView {
    /// Its statement number.
    pub retirement_id: String,
    /// Number of its event.
    pub event: i64,
    /// Day on which it was made at the registry.
    pub on: String,
    /// Day on which it was recorded here; `null` where the log of an earlier version kept one day alone.
    pub recorded_on: Option<String>,
    /// The registry's own reference of it.
    pub registry_reference: Option<String>,
    /// Where the registry shows it.
    pub registry_link: Option<String>,
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
    /// Day on which the registry reversed it.
    pub on: String,
    /// Day on which that was recorded here.
    pub recorded_on: String,
    /// Reporting year it was for.
    pub year: i32,
    /// Units that are held again.
    pub quantity: i64,
    /// The registry's evidence.
    pub evidence: String,
}
