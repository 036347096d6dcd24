//! Headers matched with fields: exact, then the dictionary, then by resemblance.

use crate::convention::ColumnFacts;
use crate::field::{Field, Kind, Shape};
use crate::fold::fold_header;
use crate::inspect::Match;
use crate::vocabulary::Vocabulary;
use planner_core::mass::MassUnit;
use std::cmp::Reverse;

/// Below this a header is not matched.
const THRESHOLD: i32 = 60;
/// What a column loses whose values do not have the shape of the field.
const WRONG_SHAPE: i32 = 45;
/// What a quantity loses beside the price that holds from it on: another quantity is the one that was bought.
const BREAK: i32 = 20;
/// Resemblance that counts, of 1.
const RESEMBLANCE: f64 = 0.86;

/// A column's field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ColumnMatch {
    pub(crate) field: Field,
    pub(crate) how: Match,
    pub(crate) confidence: u8,
}

/// What the values of a column look like.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    /// What its cells allow.
    pub(crate) facts: ColumnFacts,
    /// Cells that name a category of device.
    pub(crate) categories: u32,
    /// Cells that name a movement, such as purchase or return.
    pub(crate) movements: u32,
    /// Cells that name a mass unit.
    pub(crate) units: u32,
}

/// A possible match of one column.
struct Candidate {
    column: usize,
    field: Field,
    how: Match,
    confidence: i32,
    rank: usize,
}

/// Each column's field; a field stands once, and the surest column has it.
pub(crate) fn assign(
    kind: Kind,
    headers: &[String],
    profiles: &[Profile],
    resembling: bool,
    vocabulary: &Vocabulary,
) -> Vec<Option<ColumnMatch>> {
    let mut candidates: Vec<Candidate> = headers
        .iter()
        .enumerate()
        .flat_map(|(column, header)| candidates(kind, column, header, resembling, vocabulary))
        .collect();
    for candidate in &mut candidates {
        candidate.confidence +=
            profiles.get(candidate.column).map_or(0, |profile| fit(candidate.field, profile));
        let next = headers.get(candidate.column + 1);
        if candidate.field == Field::Quantity && next.is_some_and(|next| vocabulary.is_price_break(next)) {
            candidate.confidence -= BREAK;
        }
    }
    candidates.retain(|candidate| candidate.confidence >= THRESHOLD);
    candidates.sort_by_key(|candidate| (Reverse(candidate.confidence), candidate.rank, candidate.column));
    let mut matches: Vec<Option<ColumnMatch>> = vec![None; headers.len()];
    for Candidate { column, field, how, confidence, .. } in candidates {
        let is_taken = matches.iter().flatten().any(|one| one.field == field);
        if !is_taken && matches[column].is_none() {
            matches[column] = Some(ColumnMatch { field, how, confidence: confidence.clamp(0, 100) as u8 });
        }
    }
    matches
}

/// What the values of a column say for or against a field.
fn fit(field: Field, profile: &Profile) -> i32 {
    let facts = &profile.facts;
    let most = |count: u32| count * 2 >= facts.filled;
    let is_fit = match (field, field.shape()) {
        _ if facts.filled == 0 => true,
        (Field::Category, _) if profile.movements * 2 > facts.filled => false,
        (Field::Category, _) => return if profile.categories > 0 { 10 } else { 0 },
        (Field::Status, _) if profile.movements > 0 => return 10,
        (Field::Status, _) => profile.categories * 2 <= facts.filled,
        (Field::MassUnit, _) => most(profile.units),
        (Field::Item, _) => facts.numbers() * 5 < facts.filled * 4,
        (Field::SerialStart | Field::SerialEnd, _) | (_, Shape::Number | Shape::Mass) => {
            most(facts.numbers())
        }
        (_, Shape::Date) => most(facts.dates() + facts.numeric),
        _ => true,
    };
    if is_fit { 0 } else { -WRONG_SHAPE }
}

fn candidates(
    kind: Kind,
    column: usize,
    header: &str,
    resembling: bool,
    vocabulary: &Vocabulary,
) -> Vec<Candidate> {
    let spellings = spellings(header, vocabulary);
    let by_unit = spellings.first().map(|whole| vocabulary.with_masses(whole)).unwrap_or_default();
    let is_lookalike = |field| spellings.iter().any(|spelling| vocabulary.is_lookalike(field, spelling));
    let mut found: Vec<Candidate> = Vec::new();
    for words in vocabulary.field_words(kind).iter().filter(|words| !is_lookalike(words.field)) {
        let field = words.field;
        let own = field.word().replace('_', " ");
        if spellings.contains(&own) {
            found.push(Candidate { column, field, how: Match::Exact, confidence: 100, rank: 0 });
        } else if let Some(rank) =
            words.aliases.iter().position(|alias| spellings.contains(alias) || by_unit.contains(alias))
        {
            found.push(Candidate { column, field, how: Match::Alias, confidence: 95, rank });
        }
    }
    if found.is_empty() && resembling {
        let words = vocabulary.field_words(kind).iter().filter(|words| !is_lookalike(words.field));
        for words in words {
            let confidence = resemblance(words.field, &words.aliases, &spellings);
            found.extend(confidence.map(|confidence| Candidate {
                column,
                field: words.field,
                how: Match::Fuzzy,
                confidence,
                rank: 0,
            }));
        }
    }
    found
}

/// How much a header resembles a field's words; nothing where it does not.
fn resemblance(field: Field, aliases: &[String], spellings: &[String]) -> Option<i32> {
    let own = field.word().replace('_', " ");
    let of_length = |least: usize| {
        aliases.iter().chain(std::iter::once(&own)).filter(move |word| word.chars().count() >= least)
    };
    let words = || of_length(4);
    let closest = spellings
        .iter()
        .filter(|spelling| spelling.chars().count() >= 4)
        .flat_map(|spelling| {
            words().filter(|word| may_resemble(spelling, word)).map(|word| likeness(spelling, word))
        })
        .fold(0.0, f64::max);
    if closest >= RESEMBLANCE {
        return Some((closest * 85.0) as i32);
    }
    let is_measure = matches!(field, Field::Quantity | Field::UnitPrice) || field.shape() == Shape::Mass;
    let contains = |spelling: &String| {
        spelling.split(' ').count() <= 3 && of_length(3).any(|word| begins_or_ends(spelling, word))
    };
    let is_described = |spelling: &String| {
        words().any(|word| word.chars().count() >= 8 && spelling.ends_with(&format!(" {word}")))
    };
    let is_close = (is_measure && spellings.iter().any(contains))
        || (field == Field::Item && spellings.iter().any(is_described));
    is_close.then_some(65)
}

/// Cheap to tell: typing errors keep the first letter and about the length.
fn may_resemble(one: &str, other: &str) -> bool {
    one.chars().next() == other.chars().next()
        && one.len().abs_diff(other.len()) * 6 <= one.len().max(other.len())
}

fn likeness(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

fn begins_or_ends(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '))
        || text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
}

/// The ways a header can be read: whole, without brackets, and without a unit or currency beside it.
fn spellings(header: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let whole = fold_header(header);
    let bare = fold_header(&without_brackets(header));
    let mut spellings = vec![whole];
    if !bare.is_empty() && !spellings.contains(&bare) {
        spellings.push(bare);
    }
    for strip in [without_units, |folded: &str, _: &Vocabulary| without_number(folded).0.to_owned()] {
        for index in 0..spellings.len() {
            let stripped = strip(&spellings[index], vocabulary);
            if !stripped.is_empty() && !spellings.contains(&stripped) {
                spellings.push(stripped);
            }
        }
    }
    spellings.retain(|spelling| !spelling.is_empty());
    spellings
}

fn without_brackets(header: &str) -> String {
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

fn without_units(folded: &str, vocabulary: &Vocabulary) -> String {
    let is_unit = |word: &&str| vocabulary.mass_unit(word).is_some() || vocabulary.currency(word).is_some();
    let mut words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 1 && words.last().is_some_and(is_unit) {
        words.pop();
        if words.len() > 1
            && words.last().is_some_and(|word| matches!(*word, "in" | "en" | "em" | "je" | "per"))
        {
            words.pop();
        }
    } else if words.len() > 1 && words.first().is_some_and(is_unit) {
        words.remove(0);
    } else if words.len() > 2 {
        // "weight kg per piece"
        words.retain(|word| word.len() < 2 || vocabulary.mass_unit(word).is_none());
    }
    words.join(" ")
}

/// A folded header without the number it ends with, where that tells one group of columns from the next: "device 2".
pub(crate) fn without_number(folded: &str) -> (&str, Option<u32>) {
    let stem = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    match folded[stem.len()..].parse() {
        Ok(number) if number < 100 && !stem.trim_end().is_empty() => (stem.trim_end(), Some(number)),
        _ => (folded, None),
    }
}

/// The mass unit a header states: "Weight (lbs)", "kg sent", "unit_mass_kg".
pub(crate) fn header_unit(header: &str, vocabulary: &Vocabulary) -> Option<MassUnit> {
    let folded = fold_header(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let bracketed = fold_header(&within_brackets(header));
    let ends = [Some(&bracketed.as_str()), words.last(), words.first()]
        .into_iter()
        .flatten()
        .find_map(|word| vocabulary.mass_unit(word));
    ends.or_else(|| words.iter().filter(|word| word.len() > 1).find_map(|word| vocabulary.mass_unit(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, header: &str, expected: Option<(Field, Match)>) {
        let words = Vocabulary::shipped();
        let found = assign(kind, &[header.to_owned()], &[], true, &words)[0];
        assert_eq!(found.map(|found| (found.field, found.how)), expected, "{header}");
    }

    #[test]
    fn headers_of_many_languages() {
        use Field::*;
        use Match::{Alias, Exact, Fuzzy};
        let procurement = |header, expected| check(Kind::Procurement, header, expected);
        procurement("quantity", Some((Quantity, Exact)));
        procurement("Qty.", Some((Quantity, Alias)));
        procurement("Kg per unit", Some((UnitMass, Alias)));
        procurement("Total kg", Some((Mass, Alias)));
        procurement("kg CO2e per unit", None);
        procurement("Menge (Stk)", Some((Quantity, Alias)));
        procurement("Quantité", Some((Quantity, Alias)));
        procurement("Кол-во", Some((Quantity, Alias)));
        procurement("Jumlah", Some((Quantity, Alias)));
        procurement("Quantitty", Some((Quantity, Fuzzy)));
        procurement("PO Qty", Some((Quantity, Fuzzy)));
        procurement("In Stock", None);
        procurement("Reorder level", None);
        procurement("Qty on hand", None);
        procurement("Price break 100", None);
        procurement("Year", None);
        procurement("Unit Weight (lbs)", Some((UnitMass, Alias)));
        procurement("unit_mass_kg", Some((UnitMass, Exact)));
        procurement("UnitMassKg", Some((UnitMass, Exact)));
        procurement("Gesamtgewicht [kg]", Some((Mass, Alias)));
        procurement("Property_Tag", None);
        procurement("Serial_Number", Some((SerialNumber, Exact)));
        procurement("Total", Some((Amount, Alias)));
        check(Kind::Certificates, "Offset Credit Serial Numbers", Some((CertificateId, Alias)));
        check(Kind::Catalogue, "gwp_total", Some((FactorKgco2e, Alias)));
    }

    #[test]
    fn units_are_read_from_headers() {
        let words = Vocabulary::shipped();
        for (header, unit) in [
            ("Weight (lbs)", Some(MassUnit::Pound)),
            ("unit_mass_kg", Some(MassUnit::Kilogram)),
            ("Gewicht in Gramm", Some(MassUnit::Gram)),
            ("kg sent", Some(MassUnit::Kilogram)),
            ("Weight", None),
            ("Total weight kg (net)", Some(MassUnit::Kilogram)),
        ] {
            assert_eq!(header_unit(header, &words), unit, "{header}");
        }
    }
}
