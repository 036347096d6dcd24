//! In what a header's numbers are: its unit of mass, and of how many pieces.

use crate::field::Field;
use crate::fold::fold_header;
use crate::vocabulary::{Pieces, Vocabulary};
use planner_core::mass::MassUnit;

/// The mass unit a header states: "Weight (lbs)", "kg sent", "unit_mass_kg".
pub(crate) fn header_unit(header: &str, vocabulary: &Vocabulary) -> Option<MassUnit> {
    let folded = fold_header(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let bracketed = fold_header(&within_brackets(header));
    let ends = [Some(&bracketed.as_str()), words.last(), words.first()]
        .into_iter()
        .flatten()
        .find_map(|word| vocabulary.mass_unit(word));
    ends.or_else(|| words.iter().find_map(|word| vocabulary.mass_unit(word)))
}

/// The mass unit that stands alone in the brackets of a title: "US (lb)".
pub(crate) fn bracketed_unit(title: &str, vocabulary: &Vocabulary) -> Option<MassUnit> {
    vocabulary.mass_unit(&fold_header(&within_brackets(title)))
}

/// Of how many pieces a header says that its masses are, `kg/100 pcs`, `Gewicht je 1000 Stück`, or how many each number of
/// pieces stands for, `Qty (thousands)`; else one.
pub(crate) fn header_pieces(header: &str, field: Field, vocabulary: &Vocabulary) -> u32 {
    let folded = fold_header(header);
    if field == Field::Quantity {
        return vocabulary.scale_in(&folded);
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let is_per = |word: &&str| ["per", "je", "pro", "pour", "par", "por", "pr", "za"].contains(word);
    let is_piece = |word: &&str| matches!(vocabulary.pieces_in(word), Some(Pieces::One));
    let of = |at: usize| {
        let count = words[at].parse().ok().filter(|count| [10, 100, 1_000].contains(count))?;
        let is_it = words.get(at + 1).is_some_and(is_piece)
            || at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(is_per);
        is_it.then_some(count)
    };
    (0..words.len()).find_map(of).unwrap_or(1)
}

pub(super) fn without_brackets(header: &str) -> String {
    by_brackets(header, false)
}

fn within_brackets(header: &str) -> String {
    by_brackets(header, true)
}

/// The part of a header that stands in brackets, or the part that does not.
fn by_brackets(header: &str, within: bool) -> String {
    let mut depth = 0_u32;
    let mut part = String::with_capacity(header.len());
    for letter in header.chars() {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            letter if (depth > 0) == within => part.push(letter),
            _ => {}
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_from_headers() {
        let words = Vocabulary::shipped();
        for (header, unit) in [
            ("Weight (lbs)", Some(MassUnit::Pound)),
            ("unit_mass_kg", Some(MassUnit::Kilogram)),
            ("Gewicht in Gramm", Some(MassUnit::Gram)),
            ("Gewicht in g pro Stück", Some(MassUnit::Gram)),
            ("kg sent", Some(MassUnit::Kilogram)),
            ("Weight", None),
            ("Total weight kg (net)", Some(MassUnit::Kilogram)),
        ] {
            assert_eq!(header_unit(header, &words), unit, "{header}");
        }
    }
}
