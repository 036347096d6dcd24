//! What a search found.

use serde::Serialize;
use ts_rs::TS;

/// Something found, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HitView {
    /// `lot`, `retirement`, `batch` or `import`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What else helps to know it; of a batch, a lot that carries it.
    pub detail: String,
}
