//! Product lines and part-number shapes.

use super::kind::{Kind, Reason};
use super::size::{Facts, Size};
use super::text::Text;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use std::sync::OnceLock;

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

/// All product lines; a pattern is prepared alone when a text first matches it.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) rules: Vec<LineRule>,
    patterns: Vec<String>,
    all: RegexSet,
    single: Vec<OnceLock<Option<Regex>>>,
}

/// Memory that the prepared patterns may take, in bytes.
const PREPARED: usize = 64 << 20;
/// Memory that matching may remember, in bytes.
const REMEMBERED: usize = 16 << 20;

impl Lines {
    pub(super) fn new(rules: Vec<LineRule>) -> Result<Self, BadPattern> {
        let patterns: Vec<String> = rules.iter().map(|rule| written_out(&rule.pattern)).collect();
        let build = |patterns: &[String]| {
            RegexSetBuilder::new(patterns)
                .unicode(false)
                .size_limit(PREPARED)
                .dfa_size_limit(REMEMBERED)
                .build()
        };
        let all = build(&patterns).map_err(|error| blamed(&rules, &patterns, &error))?;
        let single = rules.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { rules, patterns, all, single })
    }

    /// The models in a text, each rule's longest.
    pub(super) fn find(&self, text: &Text) -> Vec<FoundLine> {
        self.all.matches(&text.folded).into_iter().filter_map(|rule| self.place(rule, &text.folded)).collect()
    }

    fn place(&self, rule: usize, folded: &str) -> Option<FoundLine> {
        let pattern = self.single[rule].get_or_init(|| prepared(&self.patterns[rule]).ok()).as_ref()?;
        let captures = pattern.captures_iter(folded).max_by_key(|found| found.get_match().len())?;
        let found = captures.get_match();
        if found.is_empty() {
            return None;
        }
        let mut size = self.rules[rule].facts.size.clone();
        for (name, part) in
            pattern.capture_names().flatten().filter_map(|name| Some((name, captures.name(name)?)))
        {
            size.read(name, part.as_str());
        }
        let series = captures.name("series").map(|part| part.as_str().to_uppercase());
        let has_figure = found.as_str().bytes().any(|byte| byte.is_ascii_digit());
        Some(FoundLine { rule, start: found.start(), end: found.end(), size, series, has_figure })
    }
}

fn prepared(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).unicode(false).build()
}

/// A line's pattern, prepared.
pub(super) fn pattern_of(rule: &LineRule) -> Result<Regex, BadPattern> {
    let pattern = written_out(&rule.pattern);
    prepared(&pattern).map_err(|error| blamed(std::slice::from_ref(rule), &[pattern], &error))
}

fn blamed(rules: &[LineRule], patterns: &[String], error: &regex::Error) -> BadPattern {
    let bad = patterns.iter().position(|pattern| prepared(pattern).is_err()).unwrap_or_default();
    let because = prepared(&patterns[bad]).err().map_or_else(|| error.to_string(), |error| error.to_string());
    let rule = &rules[bad];
    BadPattern { maker: rule.maker.clone(), line: rule.line.clone(), pattern: rule.pattern.clone(), because }
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
            '@' => out.push_str("[a-z0-9]*"),
            '&' => out.push_str("(?:-[a-z0-9]+)*"),
            '(' if letters.peek() != Some(&'?') => out.push_str("(?:"),
            letter => out.push(letter),
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    out + r")\b"
}
