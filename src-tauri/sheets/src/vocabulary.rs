//! The words people use for columns, units, categories, conditions and outcomes. Data, not code.

/// All words that ship with the planner.
#[derive(Clone, Debug)]
pub struct Vocabulary {}

impl Vocabulary {
    /// The words that ship with the planner.
    pub fn shipped() -> Self {
        Self {}
    }
}
