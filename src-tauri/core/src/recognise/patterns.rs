//! Patterns that are looked for only where a word begins as they do: hundreds of them at the cost of a few.

use regex_automata::meta::{Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;
use std::collections::{BTreeMap, HashMap};

/// How many bytes of a beginning are looked up.
const LOOKED_UP: usize = 3;

/// The first bytes of what a pattern matches; zeros where it may be shorter.
type Beginning = [u8; LOOKED_UP];

/// Patterns, prepared, by how their matches begin.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    prepared: Vec<Regex>,
    beginning: HashMap<Beginning, Vec<usize>>,
    /// Those whose matches may begin in too many ways to name them.
    anyhow: Vec<usize>,
}

impl Patterns {
    /// Prepares one pattern more, whose matches start and end at the edge of a word.
    ///
    /// # Errors
    /// What cannot be read in it.
    pub(super) fn add(&mut self, pattern: &str) -> Result<(), String> {
        let place = self.prepared.len();
        let parsed = parsed(pattern)?;
        match beginnings(&parsed) {
            Some(beginnings) => {
                beginnings.into_iter().for_each(|one| self.beginning.entry(one).or_default().push(place));
            }
            None => self.anyhow.push(place),
        }
        self.prepared.push(built(&parsed)?);
        Ok(())
    }

    /// Each pattern's longest match in a text, of two as long the later; those that are empty are left out.
    pub(super) fn longest(&self, text: &str) -> BTreeMap<usize, Captures> {
        let mut longest: BTreeMap<usize, Captures> = BTreeMap::new();
        let mut passed: HashMap<usize, usize> = HashMap::new();
        for start in (0..text.len()).filter(|start| is_edge(text.as_bytes(), *start)) {
            for place in self.that_may_begin(&text.as_bytes()[start..]) {
                if passed.get(&place).is_some_and(|end| start < *end) {
                    continue;
                }
                let input = Input::new(text).range(start..).anchored(Anchored::Yes);
                let pattern = &self.prepared[place];
                let Some(end) = pattern.search_half(&input).map(|found| found.offset()) else { continue };
                passed.insert(place, end);
                let length = |found: &Captures| found.get_match().map_or(0, |found| found.len());
                if end > start && longest.get(&place).is_none_or(|other| length(other) <= end - start) {
                    let mut captures = pattern.create_captures();
                    pattern.search_captures(&input, &mut captures);
                    longest.insert(place, captures);
                }
            }
        }
        longest
    }

    fn that_may_begin<'a>(&'a self, rest: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        let lengths = 1..=LOOKED_UP.min(rest.len());
        let named = lengths.filter_map(|length| self.beginning.get(&beginning(&rest[..length])));
        self.anyhow.iter().chain(named.flatten()).copied()
    }
}

/// One pattern, prepared.
///
/// # Errors
/// What cannot be read in it.
pub(super) fn prepared(pattern: &str) -> Result<Regex, String> {
    built(&parsed(pattern)?)
}

fn parsed(pattern: &str) -> Result<Hir, String> {
    let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
    parser.parse(pattern).map_err(|error| error.to_string())
}

/// A text is a few words: following the pattern step by step is quicker than preparing an automaton for it.
fn built(pattern: &Hir) -> Result<Regex, String> {
    let config =
        Config::new().utf8_empty(false).hybrid(false).dfa(false).onepass(false).auto_prefilter(false);
    Regex::builder().configure(config).build_from_hir(pattern).map_err(|error| error.to_string())
}

/// How matches of a pattern may begin; nothing where that cannot be said.
fn beginnings(pattern: &Hir) -> Option<Vec<Beginning>> {
    let mut extractor = Extractor::new();
    extractor.limit_literal_len(LOOKED_UP).limit_class(40).limit_total(2_000);
    let found = extractor.extract(pattern);
    let mut beginnings: Vec<Beginning> =
        found.literals()?.iter().map(|literal| beginning(literal.as_bytes())).collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    Some(beginnings).filter(|all| !all.contains(&Beginning::default()))
}

fn beginning(bytes: &[u8]) -> Beginning {
    let mut beginning = Beginning::default();
    beginning[..bytes.len()].copy_from_slice(bytes);
    beginning
}

/// Whether a word starts or ends at a place, as `\b` sees it in a pattern over bytes.
fn is_edge(text: &[u8], place: usize) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let is_word_before = place.checked_sub(1).is_some_and(|before| is_word(text[before]));
    is_word_before != is_word(text[place])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(patterns: &[&str], text: &str) -> Vec<(usize, String)> {
        let mut all = Patterns::default();
        patterns.iter().for_each(|pattern| all.add(pattern).expect("a pattern that can be read"));
        let words = |found: &Captures| text[found.get_match().expect("a match").range()].to_owned();
        all.longest(text).iter().map(|(place, found)| (*place, words(found))).collect()
    }

    #[test]
    fn each_pattern_is_found_where_it_matches_the_most() {
        let patterns = [r"\b(?:ab[0-9]*)\b", r"\b(?:[a-z0-9]+)\b", r"\b(?:zz)\b", r"\b(?:(?:x )?ab1)\b"];
        let found = longest(&patterns, "ab ab12 x ab1 ab99");
        assert_eq!(found, [(0, "ab99".to_owned()), (1, "ab99".to_owned()), (3, "x ab1".to_owned())]);
    }

    #[test]
    fn a_match_starts_and_ends_at_the_edge_of_a_word() {
        assert_eq!(longest(&[r"\b(?:sr[0-9])\b"], "xsr1 sr12 é-sr3"), [(0, "sr3".to_owned())]);
        assert_eq!(longest(&[r"\b(?:[ -]?sr1)\b"], "a sr1"), [(0, " sr1".to_owned())]);
    }

    #[test]
    fn what_may_begin_in_any_way_is_found_all_the_same() {
        assert_eq!(longest(&[r"\b(?:[^ ]+9)\b"], "q7 w8 e9"), [(0, "e9".to_owned())]);
        assert_eq!(longest(&[r"\b(?:y?)\b"], "x y"), [(0, "y".to_owned())]);
        assert_eq!(longest(&[r"\b(?:y?)\b"], ""), []);
    }
}
