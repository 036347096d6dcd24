//! Serial ranges: what stands before the serial, its first and its last number.

/// A contiguous range of serials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SerialRange {
    pub(crate) prefix: Option<String>,
    pub(crate) start: u64,
    pub(crate) end: u64,
}

/// Words and signs between the first and the last serial.
const BETWEEN: [&str; 24] = [
    " to ",
    " thru ",
    " through ",
    " until ",
    " bis ",
    " à ",
    " au ",
    " jusqu'à ",
    " a ",
    " al ",
    " hasta ",
    " até ",
    " t/m ",
    " tot ",
    " do ",
    " till ",
    " til ",
    " - ",
    " – ",
    " — ",
    "..",
    "–",
    "->",
    "→",
];

/// Signs between serials of which each stands for itself.
const LISTED: [char; 7] = [';', ',', '|', '&', '+', '\n', '、'];

impl SerialRange {
    /// How many serials there are; nothing where the end is before the start or too far.
    pub(crate) fn quantity(&self) -> Option<i64> {
        self.end.checked_sub(self.start)?.checked_add(1)?.try_into().ok()
    }

    /// A range from the text of a whole id; where only a dash parts two numbers, the quantity tells a range from a single
    /// id. Several serials are a range where each follows the one before; two whole serials with anything else between them
    /// are one where the quantity says so, as it may be a list of two.
    pub(crate) fn of_id(text: &str, quantity: Option<i64>) -> Option<Self> {
        let text = text.trim();
        let spoken =
            BETWEEN.iter().find_map(|word| split(text, word)).and_then(|(left, right)| joined(left, right));
        if let Some(range) = spoken.or_else(|| block(text)) {
            return Some(range);
        }
        match twice(text) {
            Some((left, between, right)) if between.contains(LISTED) => listed(left, right),
            Some((left, _, right)) => {
                joined(left, right).filter(|range| quantity.is_some() && range.quantity() == quantity)
            }
            None => dashed(text, quantity),
        }
    }

    /// A range from a first and a last serial, each with or without what stands around it. Whole serials differ in one
    /// run of digits; what stands before it is the prefix, with what stands behind it where that is anything.
    pub(crate) fn of_ends(prefix: Option<&str>, start: &str, end: &str) -> Option<Self> {
        let (start, end) = whole_certificates(start.trim(), end.trim());
        if let Some((start, end)) = without_groups(start).zip(without_groups(end)) {
            return Some(Self { prefix: prefix.and_then(tidy), start: number(&start)?, end: number(&end)? });
        }
        let Ends { before, first, last, after } = ends(start, end)?;
        let own = match after {
            "" => before.trim().to_owned(),
            after => format!("{before}…{after}"),
        };
        let own = Some(own).filter(|own| !own.is_empty());
        Some(Self { prefix: prefix.and_then(tidy).or(own), start: number(first)?, end: number(last)? })
    }
}

/// Two serials taken apart.
struct Ends<'a> {
    before: &'a str,
    first: &'a str,
    last: &'a str,
    after: &'a str,
}

/// The one run of digits in which two serials differ, or the last one where they are the same; an end that is a bare
/// number stands behind what stands before the start.
fn ends<'a>(start: &'a str, end: &'a str) -> Option<Ends<'a>> {
    let last_run = |text: &'a str| {
        let before = text.trim_end_matches(is_digit);
        (before, &text[before.len()..])
    };
    let is_bare = |text: &str| text.chars().all(is_digit);
    if start == end || (is_bare(end) && !is_bare(start)) {
        let ((before, first), (_, last)) = (last_run(start), last_run(end));
        return (!first.is_empty()).then_some(Ends { before, first, last, after: "" });
    }
    let (ours, theirs) = (runs(start), runs(end));
    let differing = ours.iter().zip(&theirs).filter(|(one, other)| one.1 != other.1).collect::<Vec<_>>();
    let [((at, first), (_, last))] = differing[..] else { return None };
    let is_number = |text: &str| !text.is_empty() && text.chars().all(is_digit);
    let is_one = ours.len() == theirs.len() && is_number(first) && is_number(last);
    let shared = same_beginning(first, last);
    is_one.then(|| Ends {
        before: &start[..at + shared],
        first: &first[shared..],
        last: &last[shared..],
        after: &start[at + first.len()..],
    })
}

/// Runs of digits and what stands between them, each with its place.
fn runs(text: &str) -> Vec<(usize, &str)> {
    let (mut runs, mut at) = (Vec::new(), 0);
    while let Some(first) = text[at..].chars().next() {
        let same = |letter: char| is_digit(letter) == is_digit(first);
        let end = text[at..].find(|letter| !same(letter)).map_or(text.len(), |length| at + length);
        runs.push((at, &text[at..end]));
        at = end;
    }
    runs
}

/// Digits that two long serials of one length begin with alike, beyond those that a number can hold.
fn same_beginning(first: &str, last: &str) -> usize {
    let beyond = first.len().saturating_sub(MOST_DIGITS);
    let is_shared = first.len() == last.len() && first[..beyond] == last[..beyond];
    if is_shared { beyond } else { 0 }
}

/// Certificates that divide, of which a block holds whole ones: from `.000000` to `.999999`.
fn whole_certificates<'a>(start: &'a str, end: &'a str) -> (&'a str, &'a str) {
    let (Some((first, zeros)), Some((last, nines))) = (start.rsplit_once('.'), end.rsplit_once('.')) else {
        return (start, end);
    };
    let is_whole = zeros.len() >= 3
        && zeros.len() == nines.len()
        && zeros.bytes().all(|byte| byte == b'0')
        && nines.bytes().all(|byte| byte == b'9');
    if is_whole { (first, last) } else { (start, end) }
}

/// The digits of a number that is written in groups of three: `1,001,500`.
fn without_groups(text: &str) -> Option<String> {
    let sign = text.chars().find(|letter| !is_digit(*letter))?;
    let mut groups = text.split(sign);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let is_group = |group: &str| group.len() == 3 && group.chars().all(is_digit);
    let is_number = matches!(sign, '.' | ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}');
    (is_number && first.chars().all(is_digit) && groups.clone().count() > 1 && groups.all(is_group))
        .then(|| text.replace(sign, ""))
}

/// Digits that a serial's number can have.
const MOST_DIGITS: usize = 18;

fn number(digits: &str) -> Option<u64> {
    let digits = digits.trim_start_matches('0');
    match digits.len() {
        0 => Some(0),
        1..=MOST_DIGITS => digits.parse().ok(),
        _ => None,
    }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
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

/// A serial, what stands behind it, and the rest of the text from where the serial's own beginning stands once more.
fn twice(text: &str) -> Option<(&str, &str, &str)> {
    runs(text).into_iter().filter(|(_, run)| run.starts_with(is_digit)).find_map(|(at, run)| {
        let (first, rest) = text.split_at(at + run.len());
        let before = &text[..at];
        let (between, _) = rest.split_once(before).filter(|_| before.contains(char::is_alphabetic))?;
        let is_between = !between.is_empty() && !between.contains(is_digit);
        is_between.then(|| (first, between, &rest[between.len()..]))
    })
}

/// Serials of a list, where each follows the one before.
fn listed(first: &str, others: &str) -> Option<SerialRange> {
    let (prefix, start) = trailing_number(first.trim())?;
    let mut end = start;
    for other in others.split(LISTED).map(str::trim).filter(|other| !other.is_empty()) {
        let (before, next) = trailing_number(other)?;
        if before != prefix || end.checked_add(1) != Some(next) {
            return None;
        }
        end = next;
    }
    Some(SerialRange { prefix: tidy(prefix), start, end })
}

/// A block of a registry that writes its batch, its first and last serial, its programme and unit, and more behind them:
/// `9999-1001-1250-VCS-VCU-262-…`.
fn block(text: &str) -> Option<SerialRange> {
    let (batch, rest) = text.split_once('-')?;
    let (first, rest) = rest.split_once('-')?;
    let (last, behind) = rest.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_them = is_number(batch) && (behind.starts_with("VCS-") || behind.starts_with("VCU-"));
    let (start, end) = (first.parse().ok()?, last.parse().ok()?);
    (is_of_them && start <= end).then(|| SerialRange {
        prefix: Some(format!("{batch}-…-{behind}")),
        start,
        end,
    })
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
        let block = "9999-1001-1250-VCS-VCU-262-VER-DE-5-900-01012025-31122025-0";
        let around = "9999-…-VCS-VCU-262-VER-DE-5-900-01012025-31122025-0";
        check(block, Some(250), Some((around, 1001, 1250)));
        check(block, None, Some((around, 1001, 1250)));
        check("9999-1250-1001-VCS-VCU-1", None, Some(("9999-1250-1001-VCS-VCU", 1, 1)));
        check("BLM-2025-000001 - BLM-2025-000100", None, Some(("BLM-2025", 1, 100)));
        check("BLM-2025-000042", None, Some(("BLM-2025", 42, 42)));
        check("BLM-2025-7", None, Some(("BLM-2025", 7, 7)));
        check("100–199", None, Some(("", 100, 199)));
        for between in [" thru ", " → ", "→", " a ", " t/m ", "\n–\n"] {
            check(&format!("RL-2025-000001{between}RL-2025-000300"), None, Some(("RL-2025", 1, 300)));
        }
        for between in [" / ", ":", " ~ ", " ⇒ ", " ve "] {
            let text = format!("RL-2025-000001{between}RL-2025-000300");
            check(&text, Some(300), Some(("RL-2025", 1, 300)));
            check(&text, None, None);
            check(&text, Some(2), None);
        }
        check("RL-2025-000001; RL-2025-000002; RL-2025-000003", None, Some(("RL-2025", 1, 3)));
        check("RL-2025-000001, RL-2025-000005", None, None);
        check("RL-1, RL-2, XY-3", None, None);
        check("ABC", None, None);
        check("A-99999999999999999999999", None, None);
        check("", None, None);
    }

    #[test]
    fn whole_serials_in_both_ends() {
        for (start, end, expected) in [
            ("BLM-ITEC-2025-000001", "BLM-ITEC-2025-000500", Some(("BLM-ITEC-2025-", 1, 500))),
            ("BLM-2025-000001", "000500", Some(("BLM-2025-", 1, 500))),
            ("1", "500", Some(("", 1, 500))),
            ("BLM-7", "BLM-7", Some(("BLM-", 7, 7))),
            ("1,000,001", "1,001,500", Some(("", 1_000_001, 1_001_500))),
            ("1.000.001", "1.001.500", Some(("", 1_000_001, 1_001_500))),
            ("1 000 001", "1 001 500", Some(("", 1_000_001, 1_001_500))),
            ("BLM-2025-000001-NL", "BLM-2025-000500-NL", Some(("BLM-2025-…-NL", 1, 500))),
            (
                "17345-762342-VCU-262-2025",
                "17345-762841-VCU-262-2025",
                Some(("17345-…-VCU-262-2025", 762342, 762841)),
            ),
            ("M805-NL-01-2025-ABC-1", "M805-NL-01-2025-ABC-250", Some(("M805-NL-01-2025-ABC-", 1, 250))),
            (
                "0000-0000-0012-3456.000000",
                "0000-0000-0012-3555.999999",
                Some(("0000-0000-0012-", 3456, 3555)),
            ),
            (
                "643002406801000000000000000001",
                "643002406801000000000000000120",
                Some(("643002406801", 1, 120)),
            ),
            ("BLM-2025-000001", "BLN-2025-000500", None),
            ("BLM-2024-000001", "BLM-2025-000500", None),
            ("A", "B", None),
        ] {
            let found = SerialRange::of_ends(None, start, end);
            let found = found.map(|range| (range.prefix.unwrap_or_default(), range.start, range.end));
            assert_eq!(
                found,
                expected.map(|(prefix, start, end)| (prefix.to_owned(), start, end)),
                "{start} {end}"
            );
        }
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
