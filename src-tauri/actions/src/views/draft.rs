//! An import that is not done.

use serde::{Deserialize, Serialize};

/// What a person typed so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Paths of its files.
    pub files: Vec<String>,
    /// What the screen keeps of them: sheet, columns, answers, corrections.
    pub content: String,
}
