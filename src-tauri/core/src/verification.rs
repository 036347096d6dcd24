//! What the last check of the whole file found, and whether it still speaks of the file as it stands.

use crate::integrity::Verdict;
use chrono::NaiveDate;

/// A check of the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The last event that it saw; 0 before the first.
    pub event: i64,
    /// Hash of that event.
    pub chain_head: Option<String>,
    /// Day of the check.
    pub on: NaiveDate,
    /// How much of the file was found wrong.
    pub problems: usize,
}

impl Verification {
    /// Whether it speaks of a file whose last event has this hash: each change a report rests on is an event.
    pub fn is_of(&self, chain_head: Option<&str>) -> bool {
        self.chain_head.as_deref() == chain_head
    }

    /// Whether a file that was changed after it, or never checked, holds is unknown.
    pub fn verdict(last: Option<&Self>, chain_head: Option<&str>) -> Verdict {
        let now = last.filter(|last| last.is_of(chain_head));
        now.map_or(Verdict::Unknown, |last| Verdict::of(last.problems == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_speaks_of_the_file_it_saw() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 16).expect("a day");
        let at = |head: &str, problems| Verification {
            event: 7,
            chain_head: Some(head.to_owned()),
            on: day,
            problems,
        };
        let head = Some("b");
        assert_eq!(Verification::verdict(None, head), Verdict::Unknown);
        assert_eq!(Verification::verdict(Some(&at("a", 0)), head), Verdict::Unknown);
        assert_eq!(Verification::verdict(Some(&at("a", 3)), head), Verdict::Unknown);
        assert_eq!(Verification::verdict(Some(&at("b", 0)), head), Verdict::Met);
        assert_eq!(Verification::verdict(Some(&at("b", 1)), head), Verdict::NotMet);
    }
}
