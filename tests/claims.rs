//! Claim texts that must be refused, and texts that must pass; both lists were written before the rules.

use crate::support::root;
use planner_actions::lint_claim;

fn texts(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("tests/claims").join(name)).expect(name);
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn what_a_rule_forbids_is_found_however_it_is_said() {
    let texts = texts("refused.txt");
    assert!(texts.len() > 60);
    let passed: Vec<_> = texts.iter().filter(|text| lint_claim(text).expect("findings").is_empty()).collect();
    assert!(passed.is_empty(), "{passed:#?}");
}

#[test]
fn what_may_be_said_passes() {
    let texts = texts("allowed.txt");
    assert!(texts.len() > 40);
    let refused = texts.iter().filter_map(|text| {
        let words: Vec<_> = lint_claim(text).expect("findings").into_iter().map(|one| one.word).collect();
        (!words.is_empty()).then_some((text, words))
    });
    let refused: Vec<_> = refused.collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn a_finding_names_its_rule_and_its_source() {
    for (text, source) in [
        ("It offsets our hardware", "Circularity Standard v1.1 §7.3"),
        ("Our IT is klimaneutral", "Directive (EU) 2024/825"),
        ("It reduces our footprint", "reported apart from the physical inventory"),
    ] {
        let found = lint_claim(text).expect("findings");
        assert!(found.len() == 1 && found[0].rule.contains(source), "{text}: {found:?}");
    }
}
