//! Product lines and part-number shapes.

use super::kind::{Kind, Reason};
use super::patterns::{Patterns, prepared};
use super::size::{Facts, Size};
use super::text::Text;
use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;
use regex_automata::util::primitives::PatternID;

/// What something is: a kind of hardware, or no hardware for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Hardware of this kind.
    Hardware(Kind),
    /// No hardware.
    NoHardware(Reason),
}

impl Meaning {
    /// The kind or reason with this key.
    pub fn from_word(word: &str) -> Option<Self> {
        Kind::from_word(word).map(Self::Hardware).or_else(|| Reason::from_word(word).map(Self::NoHardware))
    }
}

/// A product line: how its models are written, and what that says of them.
#[derive(Clone, Debug)]
pub struct LineRule {
    /// Who makes it.
    pub maker: String,
    /// What it is.
    pub meaning: Meaning,
    /// Its name.
    pub line: String,
    /// Pattern over the folded text (see `assets/recognise/lines.csv`).
    pub pattern: String,
    /// What is known of every model of it.
    pub facts: Facts,
}

/// A rule's pattern that is no pattern.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the pattern of {maker} {line}, `{pattern}`, cannot be read: {because}")]
pub struct BadPattern {
    maker: String,
    line: String,
    pattern: String,
    because: String,
}

/// A model found in a text.
#[derive(Clone, Debug)]
pub(super) struct FoundLine {
    pub(super) rule: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) size: Size,
    /// The series within its line, such as 9300 of Catalyst.
    pub(super) series: Option<String>,
    /// Whether its name has a figure: Forti 60F, and not FortiGate alone.
    pub(super) has_figure: bool,
}

/// All product lines.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) rules: Vec<LineRule>,
    patterns: Patterns,
}

impl Lines {
    pub(super) fn new(rules: Vec<LineRule>) -> Result<Self, BadPattern> {
        let mut patterns = Patterns::default();
        for rule in &rules {
            patterns.add(&written_out(&rule.pattern)).map_err(|because| BadPattern::new(rule, because))?;
        }
        Ok(Self { rules, patterns })
    }

    /// The models in a text, each rule's longest.
    pub(super) fn find(&self, text: &Text) -> Vec<FoundLine> {
        let found = self.patterns.longest(&text.folded);
        found.iter().filter_map(|(rule, captures)| self.model(*rule, captures, &text.folded)).collect()
    }

    fn model(&self, rule: usize, captures: &Captures, folded: &str) -> Option<FoundLine> {
        let found = captures.get_match()?.range();
        let part = |name: &str| captures.get_group_by_name(name).map(|part| &folded[part.start..part.end]);
        let mut size = self.rules[rule].facts.size.clone();
        let names = captures.group_info().pattern_names(PatternID::ZERO).flatten();
        for (name, part) in names.filter_map(|name| Some((name, part(name)?))) {
            size.read(name, part);
        }
        let series = part("series").map(str::to_uppercase);
        let has_figure = folded[found.clone()].bytes().any(|byte| byte.is_ascii_digit());
        Some(FoundLine { rule, start: found.start, end: found.end, size, series, has_figure })
    }
}

/// A line's pattern, prepared.
pub(super) fn pattern_of(rule: &LineRule) -> Result<Regex, BadPattern> {
    prepared(&written_out(&rule.pattern)).map_err(|because| BadPattern::new(rule, because))
}

impl BadPattern {
    fn new(rule: &LineRule, because: String) -> Self {
        let LineRule { maker, line, pattern, .. } = rule.clone();
        Self { maker, line, pattern, because }
    }
}

/// Letters of a name, with which other words may begin: decoder is no Deco.
const NAME: usize = 3;

/// Whether a name, or a group whose last is one, stands at the end.
fn ends_with_a_name(pattern: &str) -> bool {
    pattern.trim_end_matches(')').bytes().rev().take_while(u8::is_ascii_lowercase).count() >= NAME
}

/// The short signs of a pattern written out, at whole words.
fn written_out(pattern: &str) -> String {
    let mut out = String::from(r"\b(?:");
    let mut letters = pattern.chars().peekable();
    let mut is_escaped = false;
    while let Some(letter) = letters.next() {
        match letter {
            _ if is_escaped => out.push(letter),
            ' ' => out.push_str("[ -]"),
            '~' => out.push_str("[ -]?"),
            '#' => out.push_str("[0-9]"),
            '@' if ends_with_a_name(&out) => out.push_str("(?:[a-z]{0,3}[0-9][a-z0-9]*)?"),
            '@' => out.push_str("[a-z0-9]*"),
            '&' => out.push_str("(?:-[a-z0-9]+)*"),
            '(' if letters.peek() != Some(&'?') => out.push_str("(?:"),
            letter => out.push(letter),
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    out + r")\b"
}
