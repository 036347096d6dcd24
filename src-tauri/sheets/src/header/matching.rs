//! Headers matched with fields: by our own name for the field, by the dictionary, by what their words say, then by
//! resemblance.

use super::measure::{Named, named};
use super::senses::{Concept, Senses};
use super::units::without_brackets;
use crate::convention::ColumnFacts;
use crate::field::{Field, Kind, Shape};
use crate::fold::fold_header;
use crate::inspect::Match;
use crate::vocabulary::Vocabulary;
use std::cmp::Reverse;

/// Below this a header is not matched.
const THRESHOLD: i32 = 60;
/// What a column loses whose values do not have the shape of the field.
const WRONG_SHAPE: i32 = 45;
/// What a quantity loses beside the price that holds from it on: another quantity is the one that was bought.
const BREAK: i32 = 20;
/// Resemblance that counts, of 1.
const RESEMBLANCE: f64 = 0.86;
/// How sure a header is that is wholly understood, one that its cells must prove, and one with words that are not known.
const UNDERSTOOD: i32 = 95;
const TO_BE_PROVEN: i32 = 80;
const IN_PART: i32 = 70;

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
    /// Cells that name a unit in which pieces are counted.
    pub(crate) counts: u32,
    /// Cells that name a condition.
    pub(crate) conditions: u32,
    /// Cells that name an outcome.
    pub(crate) outcomes: u32,
    /// Cells that name a registry's state of certificates.
    pub(crate) states: u32,
    /// Cells that say whose a device is, and those among them that say the company's.
    pub(crate) owners: u32,
    pub(crate) corporate: u32,
    /// Cells that are a calendar or a fiscal year, and those that are a month in digits alone: 202507.
    pub(crate) years: u32,
    pub(crate) months: u32,
    /// Cells that are one word with digits, such as the name of a computer in a network.
    pub(crate) codes: u32,
}

/// A possible match of one column.
struct Candidate {
    column: usize,
    field: Field,
    how: Match,
    confidence: i32,
    rank: usize,
    /// What its cells hold can make it less likely than another, and does not take its name away.
    is_sure: bool,
}

/// Each column's field; a field stands once, and the surest column has it. Routes of retired mass may stand several times.
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
    candidates
        .extend((0..).zip(profiles).filter_map(|(column, profile)| told_by_cells(kind, column, profile)));
    for candidate in &mut candidates {
        let fit = profiles.get(candidate.column).map_or(0, |profile| fit(candidate.field, profile));
        candidate.confidence += fit;
        let is_proven = fit >= 0 && candidate.confidence >= THRESHOLD;
        let next = headers.get(candidate.column + 1);
        if candidate.field == Field::Quantity && next.is_some_and(|next| vocabulary.is_price_break(next)) {
            candidate.confidence -= BREAK;
        }
        if !is_proven && !candidate.is_sure {
            candidate.confidence = 0;
        }
    }
    candidates.retain(|candidate| candidate.confidence > 0);
    candidates.sort_by_key(|candidate| (Reverse(candidate.confidence), candidate.rank, candidate.column));
    let mut matches: Vec<Option<ColumnMatch>> = vec![None; headers.len()];
    for Candidate { column, field, how, confidence, .. } in candidates {
        let is_taken = !field.may_repeat() && matches.iter().flatten().any(|one| one.field == field);
        if !is_taken && matches[column].is_none() {
            matches[column] = Some(ColumnMatch { field, how, confidence: confidence.clamp(0, 100) as u8 });
        }
    }
    matches
}

/// What a column is whose every cell is a word of one list, whatever its header says: it loses to any column so named.
fn told_by_cells(kind: Kind, column: usize, profile: &Profile) -> Option<Candidate> {
    let is_all = |count: u32| count > 0 && count == profile.facts.filled;
    let field = match kind {
        Kind::Procurement | Kind::Dispositions if is_all(profile.units) => Field::MassUnit,
        Kind::Procurement if is_all(profile.counts) => Field::QuantityUnit,
        Kind::Procurement if is_all(profile.conditions) => Field::Condition,
        Kind::Procurement if is_all(profile.owners) && profile.corporate > 0 => Field::Ownership,
        Kind::Dispositions if is_all(profile.outcomes) => Field::Outcome,
        Kind::Certificates if is_all(profile.states) => Field::Status,
        _ => return None,
    };
    Some(Candidate {
        column,
        field,
        how: Match::Fuzzy,
        confidence: THRESHOLD,
        rank: usize::MAX,
        is_sure: false,
    })
}

/// What the values of a column say for or against a field.
fn fit(field: Field, profile: &Profile) -> i32 {
    let facts = &profile.facts;
    let most = |count: u32| (count + facts.formulas) * 2 >= facts.filled;
    let is_fit = match (field, field.shape()) {
        _ if facts.filled == 0 => true,
        (Field::Category, _) if profile.movements * 2 > facts.filled => false,
        // "Type: new, used" tells neither goods nor movements.
        (Field::Category | Field::Status, _) if profile.conditions == facts.filled => false,
        (Field::Category, _) => return if profile.categories > 0 { 10 } else { 0 },
        (Field::Condition, _) => return if profile.conditions > 0 { 10 } else { -WRONG_SHAPE },
        (Field::Outcome, _) => return if profile.outcomes > 0 { 10 } else { -WRONG_SHAPE },
        (Field::Status, _) if profile.movements > 0 => return 10,
        (Field::Status, _) => profile.categories * 2 <= facts.filled,
        (Field::MassUnit, _) => profile.units > 0,
        (Field::QuantityUnit, _) => most(profile.counts),
        (Field::Year, _) => most(profile.years),
        (Field::Item, _) => facts.numbers() * 5 < facts.filled * 4,
        (Field::SerialStart | Field::SerialEnd, _) => most(facts.numbers() + profile.codes),
        (_, Shape::Number | Shape::Mass) => most(facts.numbers()),
        // Dates that nobody can read stay dates under a header that says so: their rows are refused by name.
        (_, Shape::Date) => {
            let unread = if facts.numbers() == 0 { profile.codes } else { 0 };
            most(facts.dates() + facts.numeric + profile.months + unread) && !most(profile.years)
        }
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
    let spellings = spellings(header);
    let candidate =
        |field, how, confidence, rank, is_sure| Candidate { column, field, how, confidence, rank, is_sure };
    let is_lookalike = |field| spellings.iter().any(|spelling| vocabulary.is_lookalike(field, spelling));
    let mut found: Vec<Candidate> = Vec::new();
    for words in vocabulary.field_words(kind).iter().filter(|words| !is_lookalike(words.field)) {
        let field = words.field;
        let own = field.word().replace('_', " ");
        if spellings.iter().any(|spelling| is_own_name(spelling, &own, vocabulary)) {
            found.push(candidate(field, Match::Exact, 100, 0, true));
        } else if let Some(rank) = words.aliases.iter().position(|alias| spellings.contains(alias)) {
            let is_sure = !spellings.iter().any(|spelling| vocabulary.is_weak(field, spelling));
            found.push(candidate(field, Match::Alias, UNDERSTOOD, rank, is_sure));
        }
    }
    let measures = measures(kind, header, resembling, vocabulary);
    for (Named { field, rank, is_sure }, unknown) in measures {
        if found.iter().any(|one| one.field == field) {
            continue;
        }
        found.push(match (is_sure, unknown) {
            (true, _) => candidate(field, Match::Alias, UNDERSTOOD, rank, true),
            (false, 0) => candidate(field, Match::Alias, TO_BE_PROVEN, rank, false),
            (false, _) => candidate(field, Match::Fuzzy, IN_PART, rank, false),
        });
    }
    if found.is_empty() && resembling {
        let words = vocabulary.field_words(kind).iter().filter(|words| !is_lookalike(words.field));
        found.extend(words.filter_map(|words| {
            let confidence = resemblance(words.field, &words.aliases, &spellings)?;
            Some(candidate(words.field, Match::Fuzzy, confidence, 0, false))
        }));
    }
    found
}

/// Whether a header is a field's own name, with a unit of mass behind it or not, as our own exports write it.
fn is_own_name(spelling: &str, own: &str, vocabulary: &Vocabulary) -> bool {
    spelling.strip_prefix(own).is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix(' ').is_some_and(|unit| vocabulary.mass_unit(unit).is_some())
    })
}

/// What a header measures, with the number of its words that are not known. Where it is a path, its last name counts;
/// the names before it say what that belongs to.
fn measures(kind: Kind, header: &str, resembling: bool, vocabulary: &Vocabulary) -> Vec<(Named, u32)> {
    let read = |text: &str| {
        let senses = Senses::of(text, resembling, vocabulary);
        let outcome =
            (kind == Kind::Dispositions).then(|| vocabulary.outcome_in(&fold_header(text))).flatten();
        named(kind, &senses, outcome).into_iter().map(|one| (one, senses.unknown)).collect::<Vec<_>>()
    };
    let Some((above, last)) = path(header) else { return read(header) };
    let is_only = |text: &str, main: Concept| {
        let senses = Senses::of(text, false, vocabulary);
        senses.is_only(main, &[Concept::Each, Concept::Unit, Concept::Piece])
    };
    let beside = path(above).map_or(above, |(_, beside)| beside);
    let is_whole =
        is_only(last, Concept::Piece) || is_only(last, Concept::Unit) || is_only(beside, Concept::Goods);
    let whole = if beside.len() < above.len() { &format!("{beside}/{last}") } else { header };
    let first = if is_whole { read(whole) } else { read(last) };
    if first.is_empty() { read(if is_whole { last } else { header }) } else { first }
}

/// What stands above the last name of a path such as `Lines/Product` or `Group - Name`, and that name.
fn path(header: &str) -> Option<(&str, &str)> {
    let parted =
        [" - ", " – ", " > ", " » ", "::", "/", "／", "|"].iter().find_map(|sign| header.rsplit_once(sign));
    parted
        .map(|(above, last)| (above.trim(), last.trim()))
        .filter(|(above, last)| !above.is_empty() && !last.is_empty())
}

/// How much a header resembles a field's words; nothing where it does not.
fn resemblance(field: Field, aliases: &[String], spellings: &[String]) -> Option<i32> {
    let own = field.word().replace('_', " ");
    let words = || aliases.iter().chain(std::iter::once(&own)).filter(|word| word.chars().count() >= 4);
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
    let is_described = |spelling: &String| {
        words().any(|word| word.chars().count() >= 8 && spelling.ends_with(&format!(" {word}")))
    };
    (field == Field::Item && spellings.iter().any(is_described)).then_some(65)
}

/// Cheap to tell: typing errors keep the first letter and about the length.
fn may_resemble(one: &str, other: &str) -> bool {
    one.chars().next() == other.chars().next()
        && one.len().abs_diff(other.len()) * 6 <= one.len().max(other.len())
}

fn likeness(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

/// The ways a header can be read: whole, without brackets, without a number behind it, and its last name alone.
fn spellings(header: &str) -> Vec<String> {
    let whole = fold_header(header);
    let bare = fold_header(&without_brackets(header));
    let last = path(header).map(|(_, last)| fold_header(&without_brackets(last))).unwrap_or_default();
    let number = without_number(&bare).0.to_owned();
    let mut spellings: Vec<String> = Vec::new();
    for spelling in [whole, bare, number, last] {
        if !spelling.is_empty() && !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    spellings
}

/// Whether a header is a word away from one that is known: typing errors keep the first letter and about the length.
pub(super) fn is_misspelt(one: &str, other: &str) -> bool {
    one.chars().count() >= 6 && may_resemble(one, other) && likeness(one, other) >= RESEMBLANCE
}

/// A folded header without the number it ends with, where that tells one group of columns from the next: "device 2".
pub(crate) fn without_number(folded: &str) -> (&str, Option<u32>) {
    let stem = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    match folded[stem.len()..].parse() {
        Ok(number) if number < 100 && !stem.trim_end().is_empty() => (stem.trim_end(), Some(number)),
        _ => (folded, None),
    }
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
        procurement("PO Qty", Some((Quantity, Alias)));
        procurement("In Stock", None);
        procurement("Reorder level", None);
        procurement("Qty on hand", None);
        procurement("Price break 100", None);
        procurement("Year", Some((Year, Exact)));
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
}
