//! What words, and parts of a model's number, say of how a device of a kind is built, whoever makes it.

use super::Meaning;
use super::kind::Kind;
use super::lines::{BadPattern, LineRule, pattern_of};
use super::size::{Facts, Size};
use super::text::Text;
use regex_automata::meta::Regex;

/// What a pattern says of a kind's devices.
#[derive(Clone, Debug)]
pub struct BuildRule {
    /// The kind.
    pub kind: Kind,
    /// Pattern over the folded text (see `assets/recognise/builds.csv`).
    pub pattern: String,
    /// What it says.
    pub size: Size,
    /// It stands before what the product line says.
    pub is_over: bool,
    /// It is only meant where nothing says the form or the height in a rack.
    pub is_of_unsized: bool,
}

/// The rules, prepared.
#[derive(Debug)]
pub(super) struct Builds(Vec<(BuildRule, Regex)>);

impl Builds {
    pub(super) fn new(rules: Vec<BuildRule>) -> Result<Self, BadPattern> {
        let prepared = |rule: BuildRule| {
            let facts = Facts { size: rule.size.clone(), ..Facts::default() };
            let line = LineRule {
                maker: rule.kind.word().to_owned(),
                meaning: Meaning::Hardware(rule.kind),
                line: String::new(),
                pattern: rule.pattern.clone(),
                facts,
            };
            Ok((rule, pattern_of(&line)?))
        };
        rules.into_iter().map(prepared).collect::<Result<_, _>>().map(Self)
    }

    /// A size with what a text says of the build of a kind.
    pub(super) fn of(&self, kind: Kind, text: &Text, mut size: Size) -> Size {
        let is_unsized = size.form.is_none() && size.rack_units.is_none();
        for (rule, pattern) in self.0.iter().filter(|(rule, _)| rule.kind == kind) {
            if (rule.is_of_unsized && !is_unsized) || !pattern.is_match(text.folded.as_str()) {
                continue;
            }
            size = if rule.is_over { rule.size.clone().filled(&size) } else { size.filled(&rule.size) };
        }
        size
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::Form;

    fn rule(pattern: &str, size: Size, is_over: bool, is_of_unsized: bool) -> BuildRule {
        BuildRule { kind: Kind::Switch, pattern: pattern.into(), size, is_over, is_of_unsized }
    }

    fn builds() -> Builds {
        let of = |form| Size { form: Some(form), ..Size::default() };
        let poe = Size { feeds_power: true, ..Size::default() };
        let rules = vec![
            rule("outdoor", of(Form::Outdoor), true, false),
            rule("unmanaged", of(Form::Desktop), false, true),
            rule("##p", poe, false, false),
        ];
        Builds::new(rules).expect("patterns that can be read")
    }

    #[test]
    fn words_say_how_a_kind_is_built() {
        let builds = builds();
        let of = |kind, text: &str, size: Size| builds.of(kind, &Text::new(text), size);
        let rack = Size { form: Some(Form::Rack), ..Size::default() };
        let form = |text: &str, size: &Size| of(Kind::Switch, text, size.clone()).form;
        assert_eq!(form("unmanaged switch", &Size::default()), Some(Form::Desktop));
        assert_eq!(form("unmanaged switch", &rack), Some(Form::Rack), "what is known stands");
        assert_eq!(form("outdoor switch", &rack), Some(Form::Outdoor), "but for what stands over it");
        assert!(of(Kind::Switch, "X-24P", Size::default()).feeds_power);
        assert!(!of(Kind::Router, "X-24P", Size::default()).feeds_power, "of another kind it says nothing");
    }

    #[test]
    fn a_pattern_that_is_none_is_named() {
        let bad = Builds::new(vec![rule("(", Size::default(), false, false)]);
        assert!(bad.is_err_and(|error| error.to_string().contains("switch")));
    }
}
