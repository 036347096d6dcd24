//! Lots, purchases, movements, retirements and their history.

mod evidence;
mod history;
mod lot;
mod movement;
mod purchase;
mod retirement;

pub use evidence::{Attached, EvidenceRequest, EvidenceView};
pub use history::{ChangeView, EventView, HistoryPage, HistoryQuery};
pub use lot::{
    ExpiryAlert, ExpiryDay, LotDetail, LotFacts, LotView, LotsPage, LotsQuery, LotsSummary, LotsView,
    RangeView, UnitsByState, VintageUnits,
};
pub use movement::{Adjusted, AdjustmentRequest, Moved, MovementRequest, SplitView};
pub use purchase::{PurchaseRequest, Purchased};
pub use retirement::{
    LotChoice, ProposedLot, RetirementLineView, RetirementProposal, RetirementRequest, RetirementView,
    ReversalView,
};
