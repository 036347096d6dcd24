//! What a claim must not say.

#![expect(missing_docs, reason = "a field has the name that it has in the shipped file, which explains it")]

use planner_core::claim::{Denials, Rule, Rules, Term};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a claim must not say, each with the rules that forbid it.
#[derive(Clone, Debug, Deserialize)]
pub struct ForbiddenWords {
    pub exempt: Vec<String>,
    pub rules: BTreeMap<String, String>,
    /// Expressions by the name under which a claim, or another list, takes them in.
    pub lists: BTreeMap<String, Vec<String>>,
    pub claim: Vec<ForbiddenClaim>,
    pub denials: DenialWords,
}

/// One of them: it says one of its expressions, or relates one to the other.
#[derive(Clone, Debug, Deserialize)]
pub struct ForbiddenClaim {
    #[serde(default)]
    pub says: Vec<String>,
    #[serde(default)]
    pub one: Vec<String>,
    #[serde(default)]
    pub other: Vec<String>,
    #[serde(default)]
    pub within: usize,
    #[serde(default)]
    pub mixed_alphabets: bool,
    pub rules: Vec<String>,
    /// What may be said.
    pub instead: Option<String>,
}

/// The words by which something is denied.
#[derive(Clone, Debug, Deserialize)]
pub struct DenialWords {
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub taken_back: Vec<String>,
    pub ends: Vec<String>,
}

impl ForbiddenWords {
    /// The rules as core applies them, in the order of the claims.
    pub fn core_rules(&self) -> Rules {
        let denials = &self.denials;
        Rules {
            rules: self.claim.iter().map(|claim| self.core_rule(claim)).collect(),
            exempt: self.terms(&self.exempt),
            denials: Denials {
                before: self.terms(&denials.before),
                after: self.terms(&denials.after),
                taken_back: self.terms(&denials.taken_back),
                ends: self.terms(&denials.ends),
            },
        }
    }

    fn core_rule(&self, claim: &ForbiddenClaim) -> Rule {
        if claim.mixed_alphabets {
            Rule::MixesAlphabets
        } else if claim.one.is_empty() {
            Rule::Says(self.terms(&claim.says))
        } else {
            let (one, other) = (self.terms(&claim.one), self.terms(&claim.other));
            Rule::Relates { one, other, within: claim.within }
        }
    }

    fn terms(&self, words: &[String]) -> Vec<Term> {
        let term = |word: &String| match word.strip_prefix('@') {
            Some(list) => self.terms(self.lists.get(list).map_or(&[][..], Vec::as_slice)),
            None => vec![Term::new(word)],
        };
        words.iter().flat_map(term).collect()
    }
}
