//! The claim linter as the window shows it.

use crate::ActionError;
use crate::views::disclosure::ClaimFinding;
use planner_report::lint::{Finding, lint};

/// What a claim says that a rule forbids, in order; none where the text may stand.
pub fn lint_claim(text: &str) -> Result<Vec<ClaimFinding>, ActionError> {
    Ok(views(text, lint(text, &[])?))
}

/// Findings in a text.
pub(super) fn views(text: &str, findings: Vec<Finding>) -> Vec<ClaimFinding> {
    let view = |one: Finding| ClaimFinding {
        start: units(text.get(..one.start).unwrap_or_default()),
        end: units(text.get(..one.end).unwrap_or_default()),
        word: one.word,
        rule: one.rule,
        say_instead: one.say_instead,
    };
    findings.into_iter().map(view).collect()
}

/// Places as the window counts them.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use planner_report::assets;

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
        let texts = &assets::claim_texts().expect("texts").text;
        let shipped = texts.iter().flat_map(|text| [Some(&text.text), text.text_without_link.as_ref()]);
        let questions = &assets::cdp_map().expect("a map").question;
        let answers = questions.iter().flat_map(|one| &one.row).flat_map(|row| row.cells.values());
        for text in shipped.flatten().chain(answers) {
            assert_eq!(lint_claim(text).expect("findings"), [], "{text}");
        }
    }
}
