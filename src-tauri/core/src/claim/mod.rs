//! What a claim must not say, found where it stands: case, accents, hyphens, spacing and marks that cannot be seen make
//! no difference. What is denied may be said.

mod denial;
mod term;
mod text;

use denial::{Denied, places};
use term::Place;
use text::{letters, mixed_words};

pub use denial::Denials;
pub use term::Term;

/// Something that must not be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// One of these expressions.
    Says(Vec<Term>),
    /// One expression of each list in one sentence, in either order, with so many words between them at most.
    Relates {
        /// Expressions of the one part: reduces, lowered …
        one: Vec<Term>,
        /// Expressions of the other: Scope 3, footprint …
        other: Vec<Term>,
        /// Words between them at most.
        within: usize,
    },
    /// A word with letters of two alphabets, which passes for another when read.
    MixesAlphabets,
}

/// Everything that claims are held to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// What must not be said.
    pub rules: Vec<Rule>,
    /// Names and expressions of another sense, in which nothing is found.
    pub exempt: Vec<Term>,
    /// How something is denied.
    pub denials: Denials,
}

/// Something found: which rule, and from which byte to which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of the rule.
    pub rule: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Rules {
    /// What a text says that it must not, in order; where two overlap, the first and longer stands. In `names`, such as
    /// the organisation's own, nothing is found.
    pub fn find(&self, text: &str, names: &[&str]) -> Vec<Found> {
        let letters = letters(text);
        let denied = Denied::of(&letters, &self.denials);
        let names: Vec<_> = names.iter().map(|name| Term::of_name(name)).collect();
        let mut exempt = places(&self.exempt, &letters);
        exempt.extend(places(&names, &letters));
        let is_exempt = |start, end| exempt.iter().any(|one| one.start <= start && end <= one.end);
        let mut found = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let said =
                rule.places(&letters, &denied).into_iter().filter(|(start, end)| !is_exempt(*start, *end));
            let bytes = said.filter_map(|(start, end)| {
                Some((letters.get(start)?.start, letters.get(end.checked_sub(1)?)?.end))
            });
            let mixed = if *rule == Rule::MixesAlphabets { mixed_words(text) } else { Vec::new() };
            found.extend(bytes.chain(mixed).map(|(start, end)| Found { rule: index, start, end }));
        }
        first_and_longest(found)
    }
}

impl Rule {
    /// Where it is broken: indices of letters.
    fn places(&self, letters: &[text::Letter], denied: &Denied<'_>) -> Vec<(usize, usize)> {
        match self {
            Self::MixesAlphabets => Vec::new(),
            Self::Says(terms) => {
                let said = places(terms, letters).into_iter().filter(|place| !denied.denies(place));
                said.map(|place| (place.start, place.end)).collect()
            }
            Self::Relates { one, other, within } => {
                let other = places(other, letters);
                let related = places(one, letters).into_iter().filter_map(|one| {
                    let near = other.iter().filter(|other| is_near(&one, other, *within));
                    let nearest = near.min_by_key(|other| (between(&one, other), other.start))?;
                    let is_denied = denied.denies(&one) || denied.denies(nearest);
                    (!is_denied).then(|| (one.start.min(nearest.start), one.end.max(nearest.end)))
                });
                related.collect()
            }
        }
    }
}

fn is_near(one: &Place, other: &Place, within: usize) -> bool {
    one.sentence == other.sentence && between(one, other) <= within
}

/// Words between two places; none where they share one.
fn between(one: &Place, other: &Place) -> usize {
    let (first, last) = if one.start <= other.start { (one, other) } else { (other, one) };
    last.first_word.saturating_sub(first.last_word).saturating_sub(1)
}

fn first_and_longest(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end), one.rule));
    let mut past = 0;
    found.retain(|one| {
        let stands = one.start >= past;
        past = if stands { one.end } else { past };
        stands
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(words: &[&str]) -> Vec<Term> {
        words.iter().map(|word| Term::new(word)).collect()
    }

    fn rules() -> Rules {
        Rules {
            rules: vec![
                Rule::Says(terms(&["off set*", "eco", "eco friendly", "carbon neutral*", "up to # %"])),
                Rule::Relates {
                    one: terms(&["reduc*", "*senk*"]),
                    other: terms(&["scope 3", "*emission*"]),
                    within: 4,
                },
                Rule::MixesAlphabets,
            ],
            exempt: terms(&["offset print*"]),
            denials: Denials {
                before: terms(&["not", "no", "don t", "nicht"]),
                after: terms(&["nicht"]),
                taken_back: terms(&["only", "nur"]),
                ends: terms(&["and", "but", "we"]),
            },
        }
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            let found = rules().find(text, &["Carbon Neutral Ltd", "Öko-Eco AG"]);
            let found: Vec<_> = found.iter().map(|one| &text[one.start..one.end]).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        check(&[
            ("This offsets everything", &["offsets"]),
            ("OFF-SETTING, and Carbon-Neutral", &["OFF-SETTING", "Carbon-Neutral"]),
            (
                "carbon\u{a0}neutrality, c\u{ad}arbonneutral",
                &["carbon\u{a0}neutrality", "c\u{ad}arbonneutral"],
            ),
            ("an eco-friendly ecosystem", &["eco-friendly"]),
            ("eco, economy, ecofriendly", &["eco", "ecofriendly"]),
            ("up to 90% or Up to 12.5 %", &["up to 90%", "Up to 12.5 %"]),
            ("reset, set off", &[]),
            ("“Straße” offset", &["offset"]),
            ("an оffset", &["оffset"]),
            ("", &[]),
        ]);
    }

    #[test]
    fn parts_of_a_claim_are_found_in_either_order() {
        check(&[
            ("It reduces  our Scope 3.", &["reduces  our Scope 3"]),
            ("Scope-3-Emissionen senken", &["Emissionen senken"]),
            ("Emissionssenkung", &["Emissionssenkung"]),
            ("It reduces our Scope 31", &[]),
            ("We reduced waste. Emissions are gross.", &[]),
            ("Reduced by approx. 12 % of emissions", &["Reduced by approx. 12 % of emissions"]),
            ("We reduced the number of printers, and report our emissions", &[]),
        ]);
    }

    #[test]
    fn what_is_denied_may_be_said() {
        check(&[
            ("and does not reduce, our Scope 3 inventory", &[]),
            ("We don’t offset", &[]),
            ("This is no carbon neutral fleet", &[]),
            ("Sie senken unsere Emissionen nicht", &[]),
            ("Sie senken unsere Emissionen, nicht die der Kunden", &["senken unsere Emissionen"]),
            ("not only offset", &["offset"]),
            ("nicht nur offset", &["offset"]),
            ("We do not buy, we offset", &["offset"]),
            ("It is not paper and offset", &["offset"]),
            ("It does not. Offset", &["Offset"]),
        ]);
    }

    #[test]
    fn nothing_is_found_in_a_name() {
        check(&[
            ("Carbon Neutral Ltd. is carbon neutral", &["carbon neutral"]),
            ("Oko Eco AG", &[]),
            ("offset printing", &[]),
        ]);
    }
}
