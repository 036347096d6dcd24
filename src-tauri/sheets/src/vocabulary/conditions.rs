//! What words say of the condition of a thing, and of what became of it.

use super::Vocabulary;
use crate::fold::fold;
use crate::phrases::Found;
use planner_core::disposition::Outcome;
use planner_core::line::Condition;

impl Vocabulary {
    /// The condition a cell's word means: the whole cell's, else the last in it that is not new: "gebraucht, aufbereitet"
    /// is refurbished, "used, like new" is used. What is not new is used, and what is not used is new; beside new each
    /// other word has to be known: "nearly new" is nothing that is clear.
    pub fn condition(&self, text: &str) -> Option<Condition> {
        let folded = fold(text);
        let whole = Condition::from_word(text).or_else(|| self.conditions.whole(&folded));
        whole.or_else(|| {
            let found = self.conditions.find(&folded);
            let is_new = |one: &Found<Condition>| one.meaning == Condition::New;
            // "New/used" is either, and "50 % new" neither.
            let is_either = found.iter().any(is_new) && !found.iter().all(is_new);
            if (is_either && self.says_no_more(&folded, &found)) || text.contains('%') {
                return None;
            }
            let one = found.iter().rev().find(|one| one.meaning != Condition::New).or(found.last())?;
            match (self.is_denied(&folded[..one.start]), one.meaning) {
                (true, Condition::New) => Some(Condition::Used),
                (true, _) => Some(Condition::New),
                (false, Condition::New) => self.says_no_more(&folded, &found).then_some(Condition::New),
                (false, meaning) => Some(meaning),
            }
        })
    }

    /// Whether a text says new beside a word that may take it back.
    pub(crate) fn may_be_new(&self, text: &str) -> bool {
        self.condition(text).is_none()
            && self.conditions.find(&fold(text)).iter().any(|one| one.meaning == Condition::New)
    }

    /// The condition that a header is itself a word for: "Refurbished", "New?".
    pub(crate) fn condition_of_header(&self, header: &str) -> Option<Condition> {
        self.conditions.whole(&fold(header)).filter(|meaning| *meaning != Condition::Unknown)
    }

    /// The outcome that a folded header is itself a word for: "Reused", "Recycling".
    pub(crate) fn outcome_of_header(&self, folded: &str) -> Option<Outcome> {
        self.outcomes.whole(folded)
    }

    /// What yes or no means under a header that is a condition; nothing for what is not new, which may be either.
    pub(crate) fn flagged_condition(&self, header: &str, word: &str) -> Option<Option<Condition>> {
        let condition = self.condition_of_header(header)?;
        if self.is_yes(word) {
            return Some(Some(condition));
        }
        self.is_no(word).then(|| Some(Condition::New).filter(|new| condition != *new))
    }

    /// The outcome a cell's word means; nothing where it names one that restores and one that does not, where it is denied,
    /// and where beside what is restored a word stands that nobody knows: "reuse failed", "meant for reuse".
    pub fn outcome(&self, text: &str) -> Option<Outcome> {
        let folded = fold(text);
        let whole = Outcome::from_word(text).or_else(|| self.outcomes.whole(&folded));
        whole.or_else(|| {
            let found = self.outcomes.find(&folded);
            let last = found.last()?.meaning;
            let is_one = found.iter().all(|one| one.meaning.is_restored() == last.is_restored());
            let is_clear = match last.is_restored() {
                true => {
                    self.says_no_more(&folded, &found) && !self.is_doubtful(&folded) && !text.contains('%')
                }
                false => !self.is_denied(&folded),
            };
            (is_one && is_clear).then_some(last)
        })
    }
}
