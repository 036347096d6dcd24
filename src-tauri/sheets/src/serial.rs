//! Serial ranges: what stands before the serial, its first and its last number.

/// A contiguous range of serials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SerialRange {
    pub(crate) prefix: Option<String>,
    pub(crate) start: u64,
    pub(crate) end: u64,
}

/// Words and signs between the first and the last serial.
const BETWEEN: [&str; 13] = [
    " to ",
    " bis ",
    " until ",
    " through ",
    " - ",
    " – ",
    " — ",
    " hasta ",
    " jusqu'à ",
    " à ",
    "..",
    "–",
    "->",
];

impl SerialRange {
    /// How many serials there are; nothing where the end is before the start or too far.
    pub(crate) fn quantity(&self) -> Option<i64> {
        self.end.checked_sub(self.start)?.checked_add(1)?.try_into().ok()
    }

    /// A range from the text of a whole id; where only a dash parts two numbers, the quantity tells a range from a single id.
    pub(crate) fn of_id(text: &str, quantity: Option<i64>) -> Option<Self> {
        let text = text.trim();
        let spoken =
            BETWEEN.iter().find_map(|word| split(text, word)).and_then(|(left, right)| joined(left, right));
        spoken.or_else(|| dashed(text, quantity))
    }

    /// A range from a first and a last serial, each with or without what stands before it.
    pub(crate) fn of_ends(prefix: Option<&str>, start: &str, end: &str) -> Option<Self> {
        let (before, first) = trailing_number(start.trim())?;
        let (before_end, last) = trailing_number(end.trim())?;
        let is_same = before_end.is_empty() || before_end == before;
        let own = (!before.is_empty()).then(|| before.trim().to_owned());
        is_same.then(|| Self { prefix: prefix.and_then(tidy).or(own), start: first, end: last })
    }
}

fn split<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let lower = text.to_lowercase();
    // Lower case may change lengths outside ASCII: then the text itself is searched.
    let at = if lower.len() == text.len() { lower.rfind(word) } else { text.rfind(word) }?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

fn joined(left: &str, right: &str) -> Option<SerialRange> {
    let (prefix, start) = trailing_number(left.trim())?;
    let (before_end, end) = trailing_number(right.trim())?;
    let is_same = before_end.is_empty() || before_end == prefix;
    is_same.then(|| SerialRange { prefix: tidy(prefix), start, end })
}

fn dashed(text: &str, quantity: Option<i64>) -> Option<SerialRange> {
    let (before, last) = trailing_number(text)?;
    let single = SerialRange { prefix: tidy(before), start: last, end: last };
    let range = before.strip_suffix('-').and_then(trailing_number).map(|(prefix, start)| SerialRange {
        prefix: tidy(prefix),
        start,
        end: last,
    });
    let Some(range) = range.filter(|range| range.start <= range.end) else { return Some(single) };
    let is_range = match quantity {
        Some(1) => false,
        Some(_) => true,
        None => !looks_single(text, &range),
    };
    Some(if is_range { range } else { single })
}

/// Padded serials and serials behind a year are single ids.
fn looks_single(text: &str, range: &SerialRange) -> bool {
    let last = text.rsplit('-').next().unwrap_or_default();
    (1990..=2100).contains(&range.start) || (last.len() > 1 && last.starts_with('0'))
}

/// What stands before the digits at the end, and their number.
fn trailing_number(text: &str) -> Option<(&str, u64)> {
    let before = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    text[before.len()..].parse().ok().map(|number| (before, number))
}

/// A prefix without the signs that part it from the serial; nothing where there is none.
fn tidy(prefix: &str) -> Option<String> {
    let prefix = prefix.trim().trim_end_matches(['-', ':', '/', '_', ' ', '#']);
    (!prefix.is_empty()).then(|| prefix.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, quantity: Option<i64>, expected: Option<(&str, u64, u64)>) {
        let found = SerialRange::of_id(text, quantity);
        let found = found.map(|range| (range.prefix.unwrap_or_default(), range.start, range.end));
        assert_eq!(found, expected.map(|(prefix, start, end)| (prefix.to_owned(), start, end)), "{text}");
    }

    #[test]
    fn ids_of_registries() {
        let car = "CAR-1-US-1335-31-983-KS-2025-9205";
        check("CAR-1-US-1335-31-983-KS-2025-9205-1 to 5000", Some(5000), Some((car, 1, 5000)));
        let gold = "GS1-1-KE-GS11603-16-2025-30256";
        check("GS1-1-KE-GS11603-16-2025-30256-110-5463", Some(5354), Some((gold, 110, 5463)));
        check("GS1-1-KE-GS11603-16-2025-30256-110-5463", None, Some((gold, 110, 5463)));
        check("BLM-2025-000001 - BLM-2025-000100", None, Some(("BLM-2025", 1, 100)));
        check("BLM-2025-000042", None, Some(("BLM-2025", 42, 42)));
        check("BLM-2025-7", None, Some(("BLM-2025", 7, 7)));
        check("100–199", None, Some(("", 100, 199)));
        check("ABC", None, None);
        check("A-99999999999999999999999", None, None);
        check("", None, None);
    }

    #[test]
    fn quantities_are_inclusive() {
        let range = |start, end| SerialRange { prefix: None, start, end }.quantity();
        assert_eq!(
            (range(1, 1), range(110, 5463), range(5, 4), range(0, u64::MAX)),
            (Some(1), Some(5354), None, None)
        );
    }
}
