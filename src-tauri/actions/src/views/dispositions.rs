//! Retired assets of a year and what they generated.

use serde::Serialize;
use ts_rs::TS;

/// Self-generation of one year, from what was sent to what is owned.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DispositionsView {
    /// The year.
    pub year: i32,
    /// The date on which the certificates are looked at.
    pub as_of: String,
    /// `strict` or `wide`.
    pub restoration_policy: String,
    /// All shipments together.
    pub total: RestorationView,
    /// What the other policy would call restored.
    pub restored_kg_wide: String,
    /// Certificates issued for batches of the year or of its vintage and recorded as own.
    pub issued: i64,
    /// A forecast: eligible and not yet issued. Nets nothing.
    pub expected: i64,
    /// Own units retired for the year.
    pub retired: i64,
    /// Own units held or reserved and applied to the year.
    pub held: i64,
    /// Own units of the vintage listed for sale, sold or transferred.
    pub listed_or_sold: i64,
    /// Batches of the year with more own certificates than they restored.
    pub excesses: Vec<ExcessView>,
    /// By provider, heaviest first.
    pub by_provider: Vec<ProviderRestoration>,
    /// What each provider restored in every year, the newest first.
    pub history: Vec<ProviderYear>,
    /// By shipment (batch), newest first.
    pub shipments: Vec<Shipment>,
}

/// More own certificates of a batch than its eligible kg.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExcessView {
    /// The batch; `null` for units that name none.
    pub batch: Option<String>,
    /// Certificates that there could be: eligible kg, rounded down; of units without a batch what the batches leave.
    pub eligible: i64,
    /// Certificates that there are, cancelled ones left out.
    pub issued: i64,
    /// How many too many.
    pub units: i64,
    /// Why, as it was recorded.
    pub reason: Option<String>,
    /// Whether there is a reason and a document of the activity that shows it; else no report of the year is final.
    pub is_explained: bool,
}

/// Masses of some dispositions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RestorationView {
    /// Sent.
    pub sent_kg: String,
    /// Returned to circulation under the policy.
    pub restored_kg: String,
    /// Reused whole.
    pub reused_kg: String,
    /// Refurbished.
    pub refurbished_kg: String,
    /// Parts reused.
    pub parts_kg: String,
    /// Material recovered.
    pub material_kg: String,
    /// Landfill, residue.
    pub residual_kg: String,
    /// Demanded by law anyway.
    pub legal_obligation_kg: String,
    /// Restored less legal obligation.
    pub eligible_kg: String,
    /// Restored ÷ sent, percent.
    pub yield_percent: Option<String>,
    /// Rows.
    pub rows: i64,
}

/// One ITAD provider.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProviderRestoration {
    /// Its name.
    pub provider: Option<String>,
    /// Its masses.
    pub restoration: RestorationView,
}

/// One shipment or batch.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Shipment {
    /// Batch id, where given.
    pub batch: Option<String>,
    /// Provider.
    pub provider: Option<String>,
    /// Last date of its rows.
    pub date: Option<String>,
    /// Its masses.
    pub restoration: RestorationView,
    /// Certificates issued for it.
    pub issued: i64,
    /// Still expected.
    pub expected: i64,
    /// What names it beside a note: its batch, else its provider.
    pub key: String,
    /// What the wide policy would call restored.
    pub restored_kg_wide: String,
    /// What would still be expected under the wide policy.
    pub expected_wide: i64,
    /// Rows that state no restored mass and no outcome: what became of them is missing.
    pub rows_without_outcome: i64,
    /// What was written beside it.
    pub note: Option<String>,
    /// The day on which its provider is to be asked again.
    pub ask_on: Option<String>,
    /// Whether that day has come while certificates are still expected.
    pub is_due: bool,
}

/// What a provider restored in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProviderYear {
    /// The year.
    pub year: i32,
    /// Its name.
    pub provider: Option<String>,
    /// Sent.
    pub sent_kg: String,
    /// Restored under the policy of that year.
    pub restored_kg: String,
    /// Restored beyond what the law demands.
    pub eligible_kg: String,
    /// Restored ÷ sent, percent.
    pub yield_percent: Option<String>,
    /// The same under the wide policy.
    pub yield_percent_wide: Option<String>,
}
