//! The overview: the answer of a year, the sum behind it, and what to do next.

use super::money::MoneyView;
use super::requirement::RequirementView;
use serde::Serialize;
use ts_rs::TS;

/// Everything on the overview of one year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OverviewView {
    /// Name of the organisation.
    pub organisation: String,
    /// Whether the year is locked.
    pub is_locked: bool,
    /// Whether any line of the year is there; where none is, its figures say nothing yet.
    pub has_imports: bool,
    /// The requirement and its netting.
    pub requirement: RequirementView,
    /// The steps from gross to remaining; they add up.
    pub sum: RequirementSum,
    /// The day on which the year's report is due.
    pub deadline: Option<Deadline>,
    /// The next usable units to expire.
    pub expiring_next: Option<Expiring>,
    /// What its certificates cost and brought in.
    pub money: MoneyView,
    /// What to do next, most urgent first.
    pub to_do: Vec<ToDo>,
}

/// gross − self-generated = to source; − bought and retired − bought and held = remaining.
/// Each part is capped by what is left at its step, so the column always adds up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RequirementSum {
    /// Certificates needed: target × gross.
    pub needed: i64,
    /// Own units retired for the year.
    pub self_generated_retired: i64,
    /// Own units held or reserved for the year.
    pub self_generated_held: i64,
    /// Needed less both.
    pub to_source: i64,
    /// Bought units retired for the year.
    pub bought_retired: i64,
    /// Bought units held or reserved for the year.
    pub bought_held: i64,
    /// What must still be bought.
    pub remaining: i64,
}

/// A day something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Deadline {
    /// The day.
    pub on: String,
    /// Days from today; below 0 when past.
    pub days: i64,
}

/// Units that expire on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Expiring {
    /// Usable units.
    pub quantity: i64,
    /// Their last usable day.
    pub on: String,
    /// Days from today.
    pub days: i64,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ToDo {
    /// `import`, `buy`, `retire`, `weigh`, `confirm_condition`, `await_issue`, `await_delivery`, `export`.
    pub kind: String,
    /// Certificates or lines it is about.
    pub quantity: i64,
    /// Units (of `weigh`), kg (of `confirm_condition`), units that expire next (of `retire`) or orders (of
    /// `await_delivery`); else `null`.
    pub detail: Option<String>,
    /// By when, where it matters.
    pub due: Option<Deadline>,
    /// Whether it blocks a final report.
    pub blocks_final: bool,
}
