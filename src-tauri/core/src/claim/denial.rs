//! Denials: “does not reduce” claims nothing. What is denied may be said.

use super::term::{Place, Term};
use super::text::Letter;

/// Words between a denial and what it denies, at most.
const REACH: usize = 6;
/// Words after a denial among which one takes it back, as in “not only”.
const TAKEN_BACK_WITHIN: usize = 3;

/// The words of denial.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denials {
    /// Words that deny what follows: not, no, without.
    pub before: Vec<Term>,
    /// Words that deny what stands before them, as in “senken die Emissionen nicht”.
    pub after: Vec<Term>,
    /// Words that take a denial back: not *only*, no *doubt*.
    pub taken_back: Vec<Term>,
    /// Words at which a denial ends: and, but, we.
    pub ends: Vec<Term>,
}

/// The denials of a text.
pub(super) struct Denied<'t> {
    letters: &'t [Letter],
    before: Vec<Place>,
    after: Vec<Place>,
    ends: Vec<Place>,
}

impl<'t> Denied<'t> {
    pub fn of(letters: &'t [Letter], words: &Denials) -> Self {
        let taken_back = places(&words.taken_back, letters);
        let stands = |one: &Place| {
            let reach = one.last_word + 1..=one.last_word + TAKEN_BACK_WITHIN;
            !taken_back.iter().any(|back| back.clause == one.clause && reach.contains(&back.first_word))
        };
        let standing = |terms: &[Term]| places(terms, letters).into_iter().filter(stands).collect();
        Self {
            letters,
            before: standing(&words.before),
            after: standing(&words.after),
            ends: places(&words.ends, letters),
        }
    }

    /// Whether the text denies what stands here.
    pub fn denies(&self, place: &Place) -> bool {
        let reaches = |from: &Place, to: &Place| {
            from.clause == to.clause
                && from.last_word < to.first_word
                && to.first_word - from.last_word <= REACH + 1
                && !self.ends.iter().any(|end| from.end <= end.start && end.end <= to.start)
        };
        self.before.iter().any(|denial| reaches(denial, place))
            || self
                .after
                .iter()
                .any(|denial| reaches(place, denial) && !self.has_comma(place.end, denial.start))
    }

    fn has_comma(&self, start: usize, end: usize) -> bool {
        self.letters.get(start..end).is_some_and(|between| between.iter().any(|one| one.letter == ','))
    }
}

pub(super) fn places(terms: &[Term], letters: &[Letter]) -> Vec<Place> {
    terms.iter().flat_map(|term| term.places(letters)).collect()
}
