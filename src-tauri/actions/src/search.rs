//! Search across ids and serial numbers.

use crate::views::search::HitView;
use crate::{ActionError, Workspace};
use planner_store::search::find;

/// Most hits of each kind; whoever needs more types more.
const LIMIT: i64 = 8;

/// Lots, retirements, batches and imports that a text names; a serial number finds the lot that has it.
pub async fn search(workspace: &Workspace, text: &str) -> Result<Vec<HitView>, ActionError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let mut read = workspace.store.read().await?;
    let hits = find(&mut read, text, serial(text), LIMIT).await?;
    Ok(hits.into_iter().map(|hit| HitView { kind: hit.kind, id: hit.id, detail: hit.detail }).collect())
}

/// The number at the end of a text, and the prefix before it: `NL-R-1440001` is serial 1440001 of NL-R.
pub(crate) fn serial(text: &str) -> Option<(&str, i64)> {
    let before = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let number = text[before.len()..].parse().ok()?;
    Some((before.trim_end_matches(['-', '/', '_', ':', ' ']), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_is_told_from_its_prefix() {
        assert_eq!(serial("NL-R-1440001"), Some(("NL-R", 1_440_001)));
        assert_eq!(serial("1440001"), Some(("", 1_440_001)));
        assert_eq!(serial("Larkmoor"), None);
        assert_eq!(serial("99999999999999999999"), None);
    }
}
