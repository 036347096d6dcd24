//! Words that a claim must not contain, found where they stand: case, hyphens and spacing make no difference.

/// A found word: which pattern, and from which byte to which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of the pattern.
    pub pattern: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// Finds the patterns in a text, in order; where two overlap, the longer stands. A trailing `*` takes any ending.
pub fn find_words(text: &str, patterns: &[&str]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut past = 0;
    for start in word_starts(text) {
        if start < past {
            continue;
        }
        let ends = patterns.iter().enumerate().filter_map(|(pattern, words)| {
            end_of(text, start, words).map(|end| Found { pattern, start, end })
        });
        if let Some(longest) = ends.max_by_key(|one| (one.end, usize::MAX - one.pattern)) {
            past = longest.end;
            found.push(longest);
        }
    }
    found
}

/// Bytes at which a word begins.
fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = ' ';
    text.char_indices().filter_map(move |(index, letter)| {
        let begins = letter.is_alphanumeric() && !before.is_alphanumeric();
        before = letter;
        begins.then_some(index)
    })
}

/// Where the pattern ends that begins here; nothing where it does not.
fn end_of(text: &str, start: usize, pattern: &str) -> Option<usize> {
    let open = pattern.strip_suffix('*');
    let mut at = start;
    for (index, word) in open.unwrap_or(pattern).split(is_gap).filter(|word| !word.is_empty()).enumerate() {
        if index > 0 {
            let next = after(text, at, is_gap);
            let needs_gap = word.starts_with(char::is_alphanumeric);
            if needs_gap && next == at {
                return None;
            }
            at = next;
        }
        at = after_word(text, at, word)?;
    }
    let end = after(text, at, char::is_alphanumeric);
    (open.is_some() || end == at).then_some(end)
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}')
}

fn after(text: &str, at: usize, takes: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().find(|(_, letter)| !takes(*letter)).map_or(text.len(), |(index, _)| at + index)
}

fn after_word(text: &str, at: usize, word: &str) -> Option<usize> {
    let mut letters = text.get(at..)?.char_indices();
    for expected in word.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(index, _)| at + index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let patterns =
            ["offset*", "eco", "eco-friendly", "carbon neutral*", "reduces our scope 3", "up to 90 %"];
        for (text, expected) in [
            ("This offsets everything", vec!["offsets"]),
            ("OFFSETTING, and Carbon-Neutral", vec!["OFFSETTING", "Carbon-Neutral"]),
            ("carbon\u{a0}neutrality", vec!["carbon\u{a0}neutrality"]),
            ("an eco-friendly ecosystem", vec!["eco-friendly"]),
            ("eco, economy", vec!["eco"]),
            ("It reduces  our Scope 3.", vec!["reduces  our Scope 3"]),
            ("It reduces our Scope 31", vec![]),
            ("does not reduce, our Scope 3 inventory", vec![]),
            ("up to 90% or Up to 90 %", vec!["up to 90%", "Up to 90 %"]),
            ("reset, set off", vec![]),
            ("“Straße” offset", vec!["offset"]),
            ("", vec![]),
        ] {
            let found: Vec<_> =
                find_words(text, &patterns).iter().map(|one| &text[one.start..one.end]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
