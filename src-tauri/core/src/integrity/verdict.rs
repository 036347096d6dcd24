//! What is known of a criterion, and of several together.

/// What is known of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Shown.
    Met,
    /// Shown not to hold.
    NotMet,
    /// Not shown either way.
    Unknown,
    /// There is nothing that it could hold for: a rule about something that is not there is not met by that.
    NotApplicable,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Met, Self::NotMet, Self::Unknown, Self::NotApplicable];

    /// The word under which it is sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not applicable",
        }
    }

    /// The verdict sent under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether something is left to do or to find out.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotMet | Self::Unknown)
    }

    /// Met where it is so, else unknown: what is not recorded is not refuted.
    pub(super) fn shown(is_shown: bool) -> Self {
        if is_shown { Self::Met } else { Self::Unknown }
    }

    /// Met or not.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    /// This verdict where there is something that it is about.
    pub fn where_any(self, is_any: bool) -> Self {
        if is_any { self } else { Self::NotApplicable }
    }

    /// Of several that must all hold; what does not apply asks for nothing, and of none nothing applies.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::NotApplicable, |all, one| match (all, one) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
        })
    }

    /// Of several of which one must hold; what does not apply cannot be the one.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::NotApplicable, |any, one| match (any, one) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Met, NotApplicable, NotMet, Unknown};

    #[test]
    fn the_unknown_is_neither_met_nor_refuted() {
        for (verdicts, all, any) in [
            (vec![Met, Met], Met, Met),
            (vec![Met, Unknown], Unknown, Met),
            (vec![Unknown, NotMet], NotMet, Unknown),
            (vec![NotMet, NotMet], NotMet, NotMet),
            (vec![NotApplicable, Met], Met, Met),
            (vec![NotApplicable, NotMet], NotMet, NotMet),
            (vec![NotApplicable, Unknown], Unknown, Unknown),
            (vec![NotApplicable, NotApplicable], NotApplicable, NotApplicable),
            (vec![], NotApplicable, NotApplicable),
        ] {
            assert_eq!((Verdict::all(verdicts.clone()), Verdict::any(verdicts)), (all, any));
        }
        assert!(Verdict::ALL.into_iter().all(|one| Verdict::from_word(one.word()) == Some(one)));
    }
}
