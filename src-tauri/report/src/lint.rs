//! The claim linter: words that a rule forbids, where they stand, and what may be said.

use crate::{ReportError, assets};

/// Something that a rule forbids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The words as they stand.
    pub word: String,
    /// The rules that forbid them.
    pub rule: String,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What may be said.
    pub say_instead: Option<String>,
}

/// What a claim says that a rule forbids, in order. Nothing is found in these names, such as the organisation's own.
pub fn lint(text: &str, names: &[&str]) -> Result<Vec<Finding>, ReportError> {
    let forbidden = assets::forbidden_words()?;
    let found = forbidden.core_rules().find(text, names).into_iter().filter_map(|found| {
        let claim = forbidden.claim.get(found.rule)?;
        let rules = claim.rules.iter().filter_map(|rule| forbidden.rules.get(rule)).cloned();
        Some(Finding {
            word: text.get(found.start..found.end)?.to_owned(),
            rule: rules.collect::<Vec<_>>().join("; "),
            start: found.start,
            end: found.end,
            say_instead: claim.instead.clone(),
        })
    });
    Ok(found.collect())
}
