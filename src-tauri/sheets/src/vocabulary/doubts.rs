//! Words beside a known one that deny it or leave it open, and what a state or a movement is then.

use super::{List, Vocabulary};
use crate::fold::fold;
use crate::phrases::Found;
use planner_core::line::Condition;

/// States of certificates that somebody may still use.
pub(crate) const USABLE: [&str; 4] = ["active", "issued", "listed", "reserved"];
/// Movements that take a purchase back.
const SENT_BACK: [&str; 2] = ["return", "cancelled"];
/// Movements that are no purchase.
const CALLED_OFF: [&str; 4] = ["return", "cancelled", "disposed", "issue"];

impl Vocabulary {
    /// The registry state a cell's word means, such as `retired`. The states are a closed list: nothing where a word beside
    /// a state of certificates in hand is not known, where it is denied, or where two states stand there.
    pub fn state(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        if let Some(whole) = self.whole(List::States, &folded) {
            return Some(whole);
        }
        let found = self.all(List::States, &folded);
        let state = found.first()?.meaning;
        let is_in_hand = |state: &str| matches!(state, "active" | "issued");
        let is_one =
            found.iter().all(|one| one.meaning == state || (is_in_hand(one.meaning) && is_in_hand(state)));
        let is_clear = match USABLE.contains(&state) {
            true => !self.is_doubtful(&folded) && self.says_no_more(&folded, &found),
            false => !self.is_denied(&folded),
        };
        (is_one && is_clear).then_some(state)
    }

    /// The movement a cell's word means, such as `return`; nothing where it is denied or is two of them.
    pub fn movement(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        self.whole(List::Movements, &folded).or_else(|| {
            let found = self.all(List::Movements, &folded);
            let movement = found.first()?.meaning;
            let is_one = found.iter().all(|one| one.meaning == movement);
            (is_one && !self.is_denied(&folded)).then_some(movement)
        })
    }

    /// Whether a header is of what was sent back or called off.
    pub(crate) fn sends_back(&self, header: &str) -> bool {
        self.all(List::Movements, &fold(header)).iter().any(|one| SENT_BACK.contains(&one.meaning))
    }

    /// Whether a title names nothing but what was sent back, called off or retired: "Returns to supplier 2025", and not
    /// "Orders and returns".
    pub(crate) fn is_of_no_purchases(&self, title: &str) -> bool {
        let found = self.all(List::Movements, &fold(title));
        let is_it = |meaning: &str| SENT_BACK.contains(&meaning) || meaning == "disposed";
        !found.is_empty() && found.iter().all(|one| is_it(one.meaning))
    }

    /// Whether a title is of what was sent back, called off or given out.
    pub(crate) fn calls_off(&self, title: &str) -> bool {
        self.all(List::Movements, &fold(title)).iter().any(|one| CALLED_OFF.contains(&one.meaning))
    }

    /// Whether a header is of an offer, or of a day until which something may be sent back: it says nothing of its lines.
    pub(crate) fn names_deadline(&self, header: &str) -> bool {
        !self.deadlines.find(&fold(header)).is_empty()
    }

    /// Whether a header says of lines that they were bought or may be: "Approved".
    pub(crate) fn says_bought(&self, header: &str) -> bool {
        !self.bought_flags.find(&fold(header)).is_empty()
    }

    /// Whether a header is of how many of the ordered pieces are still to come.
    pub(crate) fn is_awaited(&self, header: &str) -> bool {
        !self.awaited.find(&fold(header)).is_empty()
    }

    /// Whether a header names a state of certificates, such as how many are retired.
    pub(crate) fn names_state(&self, header: &str) -> bool {
        !self.all(List::States, &fold(header)).is_empty()
    }

    /// Whether a header is of what became of certificates that are not in hand any more.
    pub(crate) fn names_gone(&self, header: &str) -> bool {
        self.all(List::States, &fold(header)).iter().any(|one| one.meaning == "transferred")
    }

    /// Whether a title further down begins rows that are no purchases of new goods: leased, used, in stock.
    pub(crate) fn is_of_other_goods(&self, title: &str) -> bool {
        let folded = fold(title);
        let conditions = self.conditions.find(&folded);
        !self.sections.find(&folded).is_empty()
            || conditions.iter().any(|one| !matches!(one.meaning, Condition::New | Condition::Unknown))
    }

    /// Whether a header is of why something was sent back or called off.
    pub(crate) fn says_why_it_went(&self, header: &str) -> bool {
        let folded = fold(header);
        let is_beside = |word: &String| folded.split(' ').any(|one| one == word) && self.sends_back(header);
        // "Stornogrund" is one word.
        let is_joined = |word: &String| {
            let rest = folded.strip_suffix(word.as_str());
            rest.is_some_and(|rest| self.sends_back(rest) || self.sends_back(rest.trim_end_matches('s')))
        };
        self.reasons.iter().any(|word| is_beside(word) || is_joined(word))
    }

    /// Whether a title is of what is there, whenever it was bought: "Inventory as of 31 December".
    pub(crate) fn is_of_stock(&self, title: &str) -> bool {
        !self.stocks.find(&fold(title)).is_empty()
    }

    /// Whether a text says no to what stands in it.
    pub(super) fn is_denied(&self, folded: &str) -> bool {
        !self.denials.find(folded).is_empty()
    }

    /// Whether a text says no to what stands in it, or that it may become so.
    pub(super) fn is_doubtful(&self, folded: &str) -> bool {
        self.is_denied(folded) || !self.doubts.find(folded).is_empty()
    }

    /// Whether a text holds nothing beside these phrases but numbers, letters and words that change nothing.
    pub(super) fn says_no_more<T>(&self, folded: &str, found: &[Found<T>]) -> bool {
        let mut rest = folded.to_owned();
        for one in found {
            rest.replace_range(one.start..one.end, &" ".repeat(one.end - one.start));
        }
        let is_known = |word: &str| {
            word.chars().count() < 2
                || word.bytes().all(|byte| byte.is_ascii_digit())
                || self.plain.whole(word).is_some()
        };
        rest.split(' ').filter(|word| !word.is_empty()).all(is_known)
    }

    fn whole(&self, list: List, folded: &str) -> Option<&str> {
        let words = self.lists.get(&list)?;
        words.words.get(words.phrases.whole(folded)?).map(String::as_str)
    }

    fn all(&self, list: List, folded: &str) -> Vec<Found<&str>> {
        let Some(words) = self.lists.get(&list) else { return Vec::new() };
        let found = words.phrases.find(folded);
        let named = |one: &Found<usize>| Found {
            start: one.start,
            end: one.end,
            meaning: words.words[one.meaning].as_str(),
        };
        found.iter().map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use planner_core::disposition::Outcome;

    #[test]
    fn a_word_beside_a_state_is_not_passed_over() {
        let words = Vocabulary::shipped();
        for (text, expected) in [
            ("Active", Some("active")),
            ("Active (issued)", Some("active")),
            ("In account", Some("active")),
            ("Not active", None),
            ("No longer active", None),
            ("Not available", None),
            ("Active - pending transfer", None),
            ("Pre-issued", None),
            ("Issued / cancelled", None),
            ("Retired (Expired)", Some("expired")),
            ("Retired on behalf of Larkmoor", Some("retired")),
            ("Not yet retired", None),
            ("有効でない", None),
        ] {
            assert_eq!(words.state(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_denied_or_planned_has_no_outcome() {
        let words = Vocabulary::shipped();
        for (text, expected) in [
            ("Direct reuse", Some(Outcome::Reused)),
            ("Resold via broker", Some(Outcome::Reused)),
            ("Unsuitable for reuse", None),
            ("Beyond refurbishment", None),
            ("Failed refurb", None),
            ("Reuse of materials", Some(Outcome::Material)),
            ("Reuse of metals", None),
            ("Zur Wiederverwendung vorgesehen", None),
            ("再使用不可", None),
            ("不可再使用", None),
            ("Not recycled", None),
            ("Reuse test", None),
            ("Reuse (30%)", None),
            ("Recycled (materials)", Some(Outcome::Material)),
        ] {
            assert_eq!(words.outcome(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_like_new_is_not_new() {
        let words = Vocabulary::shipped();
        for (text, expected) in [
            ("Like new", Some(Condition::Used)),
            ("Wie neu", Some(Condition::Used)),
            ("九成新", Some(Condition::Used)),
            ("新品同様", Some(Condition::Used)),
            ("New (sealed, original box)", Some(Condition::New)),
            ("01 New", Some(Condition::New)),
            ("Nearly new", None),
            ("New/Used", None),
            ("50% new", None),
            ("New to us", None),
        ] {
            assert_eq!(words.condition(text), expected, "{text}");
        }
    }

    #[test]
    fn two_movements_are_none() {
        let words = Vocabulary::shipped();
        for (text, expected) in
            [("Order cancelled", None), ("Not delivered", None), ("Goods receipt", Some("purchase"))]
        {
            assert_eq!(words.movement(text), expected, "{text}");
        }
        assert!(words.calls_off("Stornierte Bestellungen") && words.calls_off("Orders returned"));
        assert!(words.calls_off("Retours / avoirs") && !words.calls_off("Orders 2025"));
    }
}
