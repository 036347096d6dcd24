//! The header row: the one of the first fifty whose texts name the most fields.

use super::matching::{ColumnMatch, Profile, assign};
use super::{is_kind, weight};
use crate::cell::{Row, Value};
use crate::convention::read_year;
use crate::field::{Field, Kind, Shape};
use crate::fold::fold_header;
use crate::inspect::Match;
use crate::mapping::year_of_month;
use crate::vocabulary::Vocabulary;
use std::collections::HashSet;

/// Rows that are looked at.
const LAST_ROW: u32 = 50;
/// Rows below the header that tell what its columns hold.
const PROFILE_ROWS: usize = 50;
/// Columns that are looked at.
const MAX_COLUMNS: usize = 512;
/// A joined header must name this much more than either of its rows.
const JOIN_GAIN: u32 = 1;
/// What a header text that a person named is worth.
const GIVEN: u32 = 10;

/// A header row with its columns.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// Its row, from 1; of two rows the lower one.
    pub(crate) row: u32,
    /// Whether the row above was joined to it.
    pub(crate) is_joined: bool,
    /// The kind its columns match best.
    pub(crate) kind: Kind,
    /// The texts of its columns.
    pub(crate) texts: Vec<String>,
    /// The fields of its columns.
    pub(crate) matches: Vec<Option<ColumnMatch>>,
    score: u32,
}

impl Header {
    /// How much its fields say that the table is of its kind.
    pub(crate) fn score(&self) -> u32 {
        self.score
    }

    /// How sure the kind is, 0 to 100.
    pub(crate) fn confidence(&self) -> u8 {
        let sure: Vec<u32> = self.matches.iter().flatten().map(|one| u32::from(one.confidence)).collect();
        let mean = sure.iter().sum::<u32>() / sure.len().max(1) as u32;
        (mean * (self.score.min(8)) / 8).min(100) as u8
    }
}

/// The header of a table of one of `kinds`; `given` are header texts a person named.
pub(crate) fn find_header(
    head: &[Row],
    kinds: &[Kind],
    given: &[String],
    vocabulary: &Vocabulary,
) -> Option<Header> {
    let mut best: Option<Header> = None;
    let candidates = head.iter().enumerate().filter(|(_, row)| row.number <= LAST_ROW && is_texts(row));
    for resembling in [false, true] {
        for (index, _) in candidates.clone().take(if resembling { 10 } else { usize::MAX }) {
            let header = best_at(head, index, kinds, given, resembling, vocabulary);
            let is_better = |best: &Header| header.as_ref().is_some_and(|header| header.score > best.score);
            if best.as_ref().is_none_or(is_better) {
                best = header.or(best);
            }
        }
        if best.is_some() {
            break;
        }
    }
    let best = best?;
    let earlier = candidates.filter(|(_, row)| row.number < best.row);
    let mut earlier =
        earlier.filter_map(|(index, _)| best_at(head, index, &[best.kind], given, false, vocabulary));
    let first = earlier.find(|header| is_table_above(head, header, &best));
    Some(refined(head, first.unwrap_or(best), vocabulary))
}

/// A row of names over a table of numbers, where nothing that stands in it is known: the first row of texts alone, each
/// another, below which some column holds words and some numbers.
pub(crate) fn first_texts(head: &[Row], kind: Kind, vocabulary: &Vocabulary) -> Option<Header> {
    let row = head.iter().find(|row| row.number <= LAST_ROW && is_texts(row))?;
    let texts: Vec<String> = texts_of(row).into_iter().filter(|text| !text.is_empty()).collect();
    let different: std::collections::BTreeSet<&String> = texts.iter().collect();
    let is_name = |value: &Value| matches!(value, Value::Text(text) if is_word(text) && !text.bytes().any(|byte| byte.is_ascii_digit()));
    let is_named = row.cells.iter().all(|cell| is_name(&cell.value) || is_year(&cell.value))
        && different.len() == texts.len();
    let header = header_at(head, row.number, kind, vocabulary).filter(|_| is_named)?;
    let profiles = profiles(head, &header, vocabulary);
    let has_numbers =
        |profile: &Profile| profile.facts.filled > 0 && profile.facts.numbers() * 2 >= profile.facts.filled;
    // Above years, a name of what was bought, and no "Year" of a statistic.
    let has_years = row.cells.iter().any(|cell| is_year(&cell.value));
    let is_goods = |found: &ColumnMatch| matches!(found.field, Field::Item | Field::Model | Field::Category);
    let is_known = header.matches.iter().flatten().any(|found| !has_years || is_goods(found));
    let is_table = profiles.iter().any(has_numbers) && is_known;
    is_table.then_some(header)
}

/// Whether another table begins above the one whose header says most: its header names the same but for one column, and
/// something is measured below it. Reading begins there, and turns to the other header further down.
fn is_table_above(head: &[Row], above: &Header, best: &Header) -> bool {
    let names = |header: &Header, field| header.matches.iter().flatten().any(|one| one.field == field);
    let missing = best.matches.iter().flatten().filter(|one| !names(above, one.field)).count();
    let is_same = above.matches.iter().flatten().all(|one| names(best, one.field)) && missing <= 1;
    let measures: Vec<u32> = (0_u32..)
        .zip(&above.matches)
        .filter(|(_, found)| {
            found.is_some_and(|one| matches!(one.field.shape(), Shape::Number | Shape::Mass))
        })
        .map(|(index, _)| index)
        .collect();
    let has_number = |row: &Row| {
        measures.iter().filter_map(|index| row.value(*index)).any(|value| match value {
            Value::Number(_) => true,
            Value::Text(text) => text.starts_with(|first: char| first.is_ascii_digit()),
            _ => false,
        })
    };
    is_same && head.iter().any(|row| row.number > above.row && row.number < best.row && has_number(row))
}

/// The header in a row a person named, whatever it says.
pub(crate) fn header_at(head: &[Row], row: u32, kind: Kind, vocabulary: &Vocabulary) -> Option<Header> {
    let index = head.iter().position(|one| one.number == row)?;
    let single = header_of(texts_of(&head[index]), row, false, kind, vocabulary);
    let joined = joined_texts(head, index).map(|texts| header_of(texts, row, true, kind, vocabulary));
    let header = joined.filter(|joined| joined.score >= single.score + JOIN_GAIN).unwrap_or(single);
    Some(refined(head, header, vocabulary))
}

/// The header in a row, one or two rows high, whichever has these texts.
pub(crate) fn header_with(
    head: &[Row],
    row: u32,
    known: &[String],
    kind: Kind,
    vocabulary: &Vocabulary,
) -> Option<Header> {
    let index = head.iter().position(|one| one.number == row)?;
    let joined = joined_texts(head, index).filter(|texts| {
        let is_known = |text: &&String| known.contains(text);
        texts.iter().filter(is_known).count() > texts_of(&head[index]).iter().filter(is_known).count()
    });
    match joined {
        Some(texts) => Some(refined(head, header_of(texts, row, true, kind, vocabulary), vocabulary)),
        None => header_at(head, row, kind, vocabulary),
    }
}

/// The texts of every row that could be a header, alone and under the row above.
pub(crate) fn header_texts(head: &[Row]) -> Vec<(u32, Vec<String>)> {
    let rows = head.iter().enumerate().filter(|(_, row)| row.number <= LAST_ROW && is_texts(row));
    rows.flat_map(|(index, row)| {
        let joined = joined_texts(head, index).map(|texts| (row.number, texts));
        [Some((row.number, texts_of(row))), joined]
    })
    .flatten()
    .collect()
}

fn header_of(texts: Vec<String>, row: u32, is_joined: bool, kind: Kind, vocabulary: &Vocabulary) -> Header {
    let matches = assign(kind, &texts, &[], true, vocabulary);
    let score = score(kind, &matches);
    Header { row, is_joined, kind, texts, matches, score }
}

/// At least two texts, and more texts than numbers; or one above years, of which each has a column.
fn is_texts(row: &Row) -> bool {
    let count = |is_it: &dyn Fn(&Value) -> bool| row.cells.iter().filter(|cell| is_it(&cell.value)).count();
    let texts = count(&|value| matches!(value, Value::Text(text) if is_word(text)));
    let years = count(&is_year);
    let others = count(&|value| !matches!(value, Value::Text(_)) && !is_year(value));
    (texts >= 2 || (texts == 1 && years >= 2)) && texts > others
}

fn is_year(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Text(_))
        && value.with_shown(|text| text.len() == 4 && text.starts_with("20") && read_year(text).is_some())
}

fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn best_at(
    head: &[Row],
    index: usize,
    kinds: &[Kind],
    given: &[String],
    resembling: bool,
    vocabulary: &Vocabulary,
) -> Option<Header> {
    let row = head[index].number;
    let plain = texts_of(&head[index]);
    let single = best_kind(&plain, kinds, given, resembling, vocabulary);
    let joined_texts = joined_texts(head, index);
    let joined =
        joined_texts.as_ref().and_then(|texts| best_kind(texts, kinds, given, resembling, vocabulary));
    let above = joined_texts
        .is_some()
        .then(|| best_kind(&texts_of(&head[index - 1]), kinds, given, resembling, vocabulary));
    let alone = single.as_ref().map_or(0, |(_, _, score)| *score);
    let above = above.flatten().map_or(0, |(_, _, score)| score);
    let is_joined = joined.as_ref().is_some_and(|(_, _, score)| *score >= alone.max(above) + JOIN_GAIN);
    let (texts, found) = if is_joined { (joined_texts?, joined?) } else { (plain, single?) };
    let (kind, matches, score) = found;
    Some(Header { row, is_joined, kind, texts, matches, score })
}

type Found = (Kind, Vec<Option<ColumnMatch>>, u32);

fn best_kind(
    texts: &[String],
    kinds: &[Kind],
    given: &[String],
    resembling: bool,
    vocabulary: &Vocabulary,
) -> Option<Found> {
    let folded: Vec<String> = texts.iter().map(|text| fold_header(text)).collect();
    let named = given.iter().filter(|given| folded.contains(given)).count() as u32 * GIVEN;
    let mut best: Option<Found> = None;
    for kind in kinds {
        let matches = assign(*kind, texts, &[], resembling, vocabulary);
        let has = |field| matches.iter().flatten().any(|one| one.field == field);
        let count = matches.iter().flatten().count();
        let is_known = vocabulary.system(*kind, texts).is_some();
        let is_enough = named > 0
            || is_known
            || (count >= 2 && is_kind(*kind, has) && !is_rather_a_purchase(*kind, texts, vocabulary));
        let score = score(*kind, &matches) + named + u32::from(is_known) * GIVEN;
        if is_enough && best.as_ref().is_none_or(|(_, _, most)| score > *most) {
            best = Some((*kind, matches, score));
        }
    }
    best
}

/// A table with quantities, orders or suppliers is no catalogue.
fn is_rather_a_purchase(kind: Kind, texts: &[String], vocabulary: &Vocabulary) -> bool {
    kind == Kind::Catalogue
        && assign(Kind::Procurement, texts, &[], false, vocabulary).iter().flatten().any(|one| {
            matches!(one.field, Field::Quantity | Field::OrderNumber | Field::Supplier | Field::Condition)
        })
}

fn score(kind: Kind, matches: &[Option<ColumnMatch>]) -> u32 {
    matches.iter().flatten().map(|one| weight(kind, one.field)).sum()
}

pub(crate) fn texts_of(row: &Row) -> Vec<String> {
    let width = row.cells.last().map_or(0, |cell| cell.column as usize + 1).min(MAX_COLUMNS);
    let mut texts = vec![String::new(); width];
    for cell in &row.cells {
        if let Some(text) = texts.get_mut(cell.column as usize) {
            *text = cell.value.shown().split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    texts
}

/// A row's texts below those of the row above; a group's title carries over the columns it spans.
fn joined_texts(head: &[Row], index: usize) -> Option<Vec<String>> {
    let above = head.get(index.checked_sub(1)?)?;
    let lower = &head[index];
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.value.is_blank()).count();
    let is_all_text = |row: &Row| row.cells.iter().all(|cell| matches!(cell.value, Value::Text(_)));
    let has_number =
        |row: &Row| texts_of(row).iter().any(|text| text.starts_with(|first: char| first.is_ascii_digit()));
    if above.number + 1 != lower.number || filled(above) < 2 || has_number(lower) {
        return None;
    }
    if !is_all_text(above) || !is_all_text(lower) {
        return None;
    }
    let (above, below) = (texts_of(above), texts_of(lower));
    let width = above.len().max(below.len());
    let at = |texts: &[String], column: usize| texts.get(column).cloned().unwrap_or_default();
    let mut carried = String::new();
    let join = |column| {
        let (upper, lower) = (at(&above, column), at(&below, column));
        if !upper.is_empty() || lower.is_empty() {
            carried = upper;
        }
        format!("{carried} {lower}").trim().to_owned()
    };
    Some((0..width).map(join).collect())
}

/// The fields once more, with resemblance and with what the columns hold.
fn refined(head: &[Row], mut header: Header, vocabulary: &Vocabulary) -> Header {
    if has_row_names(head, &header) {
        header.texts.insert(0, String::new());
    }
    let profiles = profiles(head, &header, vocabulary);
    let mut matches = assign(header.kind, &header.texts, &profiles, true, vocabulary);
    name_item(header.kind, &mut matches, &profiles);
    Header { matches, ..header }
}

/// Where no column names what a line is, the first that holds words and nothing else known does.
fn name_item(kind: Kind, matches: &mut [Option<ColumnMatch>], profiles: &[Profile]) {
    let has = |field| matches.iter().flatten().any(|one| one.field == field);
    let is_named = [Field::Item, Field::Model, Field::Category, Field::SerialNumber].into_iter().any(has);
    let is_measured = profiles
        .iter()
        .any(|profile| profile.facts.filled > 0 && profile.facts.numbers() * 2 >= profile.facts.filled);
    if is_named || !matches!(kind, Kind::Procurement | Kind::Dispositions) || !is_measured {
        return;
    }
    let is_words = |profile: &Profile| {
        let facts = &profile.facts;
        facts.filled > 0 && facts.numbers() + facts.dates() + profile.codes == 0 && !facts.words.is_empty()
    };
    let free = matches.iter_mut().zip(profiles).find(|(found, profile)| found.is_none() && is_words(profile));
    if let Some((found, _)) = free {
        *found = Some(ColumnMatch { field: Field::Item, how: Match::Fuzzy, confidence: ITEM_BY_CELLS });
    }
}

/// How sure an item is that only its cells tell.
const ITEM_BY_CELLS: u8 = 60;

fn below<'a>(head: &'a [Row], header: &Header) -> impl Iterator<Item = &'a Row> {
    let row = header.row;
    head.iter().filter(move |one| one.number > row)
}

/// Whether each row begins with a name for which the header has no text, as R writes tables: its number, or a text of its
/// own where counts, masses and days stand under their headers only one column further on.
fn has_row_names(head: &[Row], header: &Header) -> bool {
    let below = || below(head, header);
    let width = |row: &Row| row.cells.last().map_or(0, |cell| cell.column as usize + 1);
    if below().next().is_none() || !below().all(|row| width(row) == header.texts.len() + 1) {
        return false;
    }
    let first = |row: &Row| row.value(0).map(Value::shown).unwrap_or_default().trim().to_owned();
    let names: Vec<String> = below().map(first).collect();
    let is_numbered = (1_u32..).zip(&names).all(|(number, name)| name.parse() == Ok(number));
    let different: HashSet<&String> = names.iter().filter(|name| !name.is_empty()).collect();
    let is_named = || different.len() == names.len();
    is_numbered || (is_named() && misplaced(head, header, 0) > 0 && misplaced(head, header, 1) == 0)
}

/// Cells without a digit in columns of counts, masses or days, where each stands so many columns behind its header.
fn misplaced(head: &[Row], header: &Header, behind: u32) -> usize {
    let measured = (0_u32..).zip(&header.matches).filter_map(|(column, found)| {
        found.filter(|found| found.field.shape() != Shape::Text).map(|_| column + behind)
    });
    let columns: Vec<u32> = measured.collect();
    let is_word = |value: &Value| match value {
        Value::Text(text) => !text.trim().is_empty() && !text.contains(|letter: char| letter.is_numeric()),
        _ => false,
    };
    below(head, header)
        .flat_map(|row| columns.iter().filter_map(|column| row.value(*column)))
        .filter(|value| is_word(value))
        .count()
}

fn profiles(head: &[Row], header: &Header, vocabulary: &Vocabulary) -> Vec<Profile> {
    let mut profiles = vec![Profile::default(); header.texts.len()];
    for row in below(head, header).take(PROFILE_ROWS) {
        for cell in &row.cells {
            let Some(profile) = profiles.get_mut(cell.column as usize) else { continue };
            profile.facts.include(&cell.value, vocabulary);
            profile.years += u32::from(cell.value.with_shown(|text| read_year(text).is_some()));
            profile.months += u32::from(cell.value.with_shown(|text| year_of_month(text).is_some()));
            if let Value::Text(text) = &cell.value {
                profile.categories += u32::from(vocabulary.category(Some(text), []).is_some());
                profile.movements += u32::from(vocabulary.movement(text).is_some());
                profile.units += u32::from(vocabulary.mass_unit(text).is_some());
                profile.counts += u32::from(vocabulary.pieces_in(text).is_some());
                profile.conditions += u32::from(vocabulary.condition(text).is_some());
                profile.outcomes += u32::from(vocabulary.outcome(text).is_some());
                profile.states += u32::from(vocabulary.state(text).is_some());
                profile.corporate += u32::from(vocabulary.is_corporate(text));
                profile.owners += u32::from(vocabulary.is_corporate(text) || vocabulary.is_others("", text));
                profile.codes += u32::from(is_code(text));
            }
        }
    }
    profiles
}

/// One word that holds a digit: a tag, a serial, a host.
fn is_code(text: &str) -> bool {
    let text = text.trim();
    !text.contains(char::is_whitespace) && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a text is the header of some field.
pub(crate) fn names_field(kind: Kind, text: &str, vocabulary: &Vocabulary) -> bool {
    assign(kind, &[text.to_owned()], &[], false, vocabulary)[0].is_some()
}

/// Whether a text is the header of this field.
pub(crate) fn names_field_as(kind: Kind, text: &str, field: Field, vocabulary: &Vocabulary) -> bool {
    assign(kind, &[text.to_owned()], &[], false, vocabulary)[0].is_some_and(|found| found.field == field)
}
