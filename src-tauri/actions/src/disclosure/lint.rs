//! The claim linter: words that a rule forbids, where they stand, and what may be said.

use crate::views::disclosure::ClaimFinding;
use crate::{ActionError, assets};

/// What a claim says that a rule forbids, in order; none where the text may stand.
pub fn lint_claim(text: &str) -> Result<Vec<ClaimFinding>, ActionError> {
    lint_claim_of(text, &[])
}

/// The same for whom these names are of: nothing is found in the name of an organisation.
pub(super) fn lint_claim_of(text: &str, names: &[&str]) -> Result<Vec<ClaimFinding>, ActionError> {
    let forbidden = assets::forbidden_words()?;
    let found = forbidden.core_rules().find(text, names).into_iter().filter_map(|found| {
        let claim = forbidden.claim.get(found.rule)?;
        let rules = claim.rules.iter().filter_map(|rule| forbidden.rules.get(rule)).cloned();
        Some(ClaimFinding {
            word: text.get(found.start..found.end)?.to_owned(),
            rule: rules.collect::<Vec<_>>().join("; "),
            start: units(text.get(..found.start)?),
            end: units(text.get(..found.end)?),
            say_instead: claim.instead.clone(),
        })
    });
    Ok(found.collect())
}

/// Places as the window counts them.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_the_rule_and_what_may_be_said() {
        let found = lint_claim("Größe 😀: this offsets 63 %, and reduces our Scope 3.").expect("findings");
        let words: Vec<_> = found.iter().map(|one| (one.word.as_str(), one.start, one.end)).collect();
        assert_eq!(words, [("offsets", 15, 22), ("reduces our Scope 3", 33, 52)]);
        assert_eq!(found[0].say_instead.as_deref(), Some("corresponds to"));
        assert!(found[0].rule.contains("§7.3") && found[0].rule.contains("2024/825"));
    }

    #[test]
    fn what_the_app_itself_says_may_be_said() {
        let texts = assets::claim_texts().expect("texts").text;
        let shipped = texts.into_iter().flat_map(|text| [Some(text.text), text.text_without_link]);
        let questions = assets::cdp_map().expect("a map").question;
        let answers = questions.into_iter().flat_map(|one| one.row).flat_map(|row| row.cells.into_values());
        for text in shipped.flatten().chain(answers) {
            assert_eq!(lint_claim(&text).expect("findings"), [], "{text}");
        }
    }
}
