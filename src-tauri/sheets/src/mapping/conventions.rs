//! What the cells of a sheet prove about its dates, numbers and masses, and what stays open.

use super::{MappedColumn, Overrides};
use crate::cell::{Row, Value};
use crate::convention::{ColumnFacts, DateOrder, DecimalSeparator, read_number};
use crate::field::{Field, Kind, Shape};
use crate::header::{Concept, Header, Senses, header_pieces, header_unit};
use crate::inspect::{Match, Question};
use crate::issue::{Issue, IssueCode};
use crate::vocabulary::Vocabulary;
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;

/// What is known of a sheet.
pub(super) struct Evidence<'a> {
    pub(super) head: &'a [Row],
    pub(super) facts: &'a [ColumnFacts],
    pub(super) header_row: u32,
}

impl Evidence<'_> {
    pub(super) fn facts_of(&self, column: u32) -> ColumnFacts {
        self.facts.get(column as usize).cloned().unwrap_or_default()
    }

    pub(super) fn below(&self) -> impl Iterator<Item = &Row> {
        self.head.iter().filter(|row| row.number > self.header_row)
    }

    /// Whether a number format below the header shows a mass unit.
    fn format_unit(&self, column: u32) -> Option<MassUnit> {
        self.below().find_map(|row| match row.value(column) {
            Some(Value::Number(number)) => number.unit,
            _ => None,
        })
    }

    /// Whether a row below the header is called a purchase.
    pub(super) fn has_purchase(&self, column: u32, vocabulary: &Vocabulary) -> bool {
        let is_purchase = |word: &str| vocabulary.movement(word) == Some("purchase");
        let is_title = |word: &str| self.stands_above(column, word);
        let mut below = self.below().filter_map(|row| row.value(column));
        below.any(|value| value.with_shown(is_purchase))
            || self.facts_of(column).words.iter().any(|word| is_purchase(word) && !is_title(word))
    }

    /// Whether a text stands in the header or above it.
    pub(super) fn stands_above(&self, column: u32, word: &str) -> bool {
        let above = self.head.iter().filter(|row| row.number <= self.header_row);
        above.filter_map(|row| row.value(column)).any(|value| value.with_shown(|text| text == word))
    }

    /// The number in a cell, as its column is read.
    pub(super) fn number(&self, row: &Row, column: u32, vocabulary: &Vocabulary) -> Option<Decimal> {
        match row.value(column)? {
            Value::Number(number) => number.shown.parse().ok(),
            Value::Text(text) => {
                let readings = read_number(text, vocabulary)?;
                let separator = self.facts_of(column).separator().or_else(|| decimal_separator(self.facts));
                match separator.unwrap_or(DecimalSeparator::Point) {
                    DecimalSeparator::Point => readings.point,
                    DecimalSeparator::Comma => readings.comma,
                }
            }
            _ => None,
        }
    }

    /// Whether a cell holds a number, and no unit beside it.
    pub(super) fn is_number(&self, row: &Row, column: u32, vocabulary: &Vocabulary) -> bool {
        match row.value(column) {
            Some(Value::Number(number)) => number.unit.is_none(),
            Some(Value::Text(text)) => {
                read_number(text, vocabulary).is_some_and(|readings| readings.affix.is_none())
            }
            _ => false,
        }
    }

    fn text_unit(&self, column: u32, vocabulary: &Vocabulary) -> Option<MassUnit> {
        self.below().find_map(|row| match row.value(column) {
            Some(Value::Text(text)) => match read_number(text, vocabulary)?.affix {
                Some(crate::vocabulary::Affix::Mass(unit)) => Some(unit),
                _ => None,
            },
            _ => None,
        })
    }
}

/// The order of day and month that any column proves, unless two contradict each other.
pub(super) fn date_order(facts: &[ColumnFacts]) -> Option<DateOrder> {
    agreed(facts.iter().filter_map(ColumnFacts::order))
}

/// The decimal separator that any column proves, unless two contradict each other.
pub(super) fn decimal_separator(facts: &[ColumnFacts]) -> Option<DecimalSeparator> {
    agreed(facts.iter().filter_map(ColumnFacts::separator))
}

fn agreed<T: PartialEq + Copy>(mut proofs: impl Iterator<Item = T>) -> Option<T> {
    let first = proofs.next()?;
    proofs.all(|proof| proof == first).then_some(first)
}

/// What stays open for a guessed header, and the mass unit where the file states one.
pub(crate) fn questions(
    header: &Header,
    head: &[Row],
    facts: &[ColumnFacts],
    vocabulary: &Vocabulary,
) -> (Option<MassUnit>, Vec<Question>) {
    let evidence = Evidence { head, facts, header_row: header.row };
    let columns: Vec<MappedColumn> = header
        .matches
        .iter()
        .enumerate()
        .filter_map(|(index, found)| Some((index, (*found)?)))
        .map(|(index, found)| MappedColumn {
            field: found.field,
            index: index as u32,
            header: header.texts[index].clone(),
            how: found.how,
            confidence: found.confidence,
            unit: header_unit(&header.texts[index], vocabulary),
            pieces: header_pieces(&header.texts[index], found.field, vocabulary),
            dates: DateOrder::DayFirst,
            numbers: DecimalSeparator::Point,
        })
        .collect();
    let unit = masses(&columns).find_map(|column| stated_unit(column, &evidence, vocabulary));
    let unit_mass = is_unit_mass(header.kind, &columns, &evidence, vocabulary);
    let notes = notes(header.kind, &columns, &evidence, &Overrides::default(), unit_mass, vocabulary);
    let mut questions: Vec<Question> = notes.iter().filter_map(|note| question(note.code)).collect();
    questions.dedup();
    (unit, questions)
}

fn question(code: IssueCode) -> Option<Question> {
    match code {
        IssueCode::MassUnitOpen => Some(Question::MassUnit),
        IssueCode::UnitOrLineMass => Some(Question::UnitOrLineMass),
        IssueCode::AmbiguousDate => Some(Question::DateOrder),
        IssueCode::AmbiguousNumber => Some(Question::NumberFormat),
        _ => None,
    }
}

fn masses(columns: &[MappedColumn]) -> impl Iterator<Item = &MappedColumn> {
    columns.iter().filter(|column| column.field.shape() == Shape::Mass)
}

fn stated_unit(column: &MappedColumn, evidence: &Evidence, vocabulary: &Vocabulary) -> Option<MassUnit> {
    column
        .unit
        .or_else(|| evidence.format_unit(column.index))
        .or_else(|| evidence.text_unit(column.index, vocabulary))
}

/// What is said once for the whole sheet.
pub(super) fn notes(
    kind: Kind,
    columns: &[MappedColumn],
    evidence: &Evidence,
    overrides: &Overrides,
    unit_mass: Option<bool>,
    vocabulary: &Vocabulary,
) -> Vec<Issue> {
    let row = evidence.header_row;
    let note = |column: &MappedColumn, code, seen: &str, expected: &str| {
        Issue::new(row, Some(&column.header), code, seen, expected)
    };
    let mut notes = Vec::new();
    for column in columns {
        notes.extend(
            doubt(column, evidence, overrides, vocabulary)
                .map(|(code, seen, expected)| note(column, code, &seen, expected)),
        );
    }
    let has = |field| columns.iter().any(|column| column.field == field);
    if !has(Field::MassUnit) && overrides.mass_unit.is_none() {
        let silent = masses(columns).filter(|column| stated_unit(column, evidence, vocabulary).is_none());
        notes.extend(silent.map(|column| match fits_kilograms(column, columns, evidence, vocabulary) {
            true => note(
                column,
                IssueCode::MassUnitAssumed,
                &column.header,
                "a unit in the header; kg was taken, as its values fit",
            ),
            false => note(
                column,
                IssueCode::MassUnitOpen,
                &column.header,
                "a unit in the header; kg was taken until you say it",
            ),
        }));
    }
    if unit_mass.is_none() {
        notes.extend(masses(columns).map(|column| {
            let expected =
                "a header that says whether it is the mass of one unit or of the line; one unit was taken";
            note(column, IssueCode::UnitOrLineMass, &column.header, expected)
        }));
    }
    if kind == Kind::Procurement && !has(Field::Quantity) {
        notes.push(Issue::new(
            row,
            None,
            IssueCode::QuantityImplied,
            "",
            "a quantity column; each row was taken as one device",
        ));
    }
    notes
}

/// What a column's cells leave open about its dates or numbers.
fn doubt(
    column: &MappedColumn,
    evidence: &Evidence,
    overrides: &Overrides,
    vocabulary: &Vocabulary,
) -> Option<(IssueCode, String, &'static str)> {
    let facts = evidence.facts_of(column.index);
    let seen = facts.ambiguous.clone().unwrap_or_default();
    match column.field.shape() {
        Shape::Date => {
            let is_open = facts.day_or_month > 0
                && facts.order().is_none()
                && overrides.dates.is_none()
                && date_order(evidence.facts).is_none();
            is_open.then_some((
                IssueCode::AmbiguousDate,
                seen,
                "a day above 12 somewhere; the day was taken first",
            ))
        }
        Shape::Number | Shape::Mass => {
            let elsewhere = decimal_separator(evidence.facts);
            let is_open =
                elsewhere.is_none_or(|separator| is_too_heavy(column, &seen, separator, vocabulary));
            let expected = match elsewhere {
                None => "both separators in one number somewhere; a decimal point was taken",
                Some(_) => "a weight that a device can have; it was read as the file's other numbers",
            };
            let is_open = is_open
                && facts.point_or_comma > 0
                && facts.separator().is_none()
                && overrides.numbers.is_none();
            is_open.then_some((IssueCode::AmbiguousNumber, seen, expected))
        }
        Shape::Text => None,
    }
}

/// Whether the weight of one device is that of a machine by one reading, and that of a device by the other: "1.400" beside
/// prices with a decimal comma.
fn is_too_heavy(
    column: &MappedColumn,
    seen: &str,
    separator: DecimalSeparator,
    vocabulary: &Vocabulary,
) -> bool {
    let Some(readings) = read_number(seen, vocabulary).filter(|_| column.field == Field::UnitMass) else {
        return false;
    };
    let (taken, other) = match separator {
        DecimalSeparator::Point => (readings.point, readings.comma),
        DecimalSeparator::Comma => (readings.comma, readings.point),
    };
    let kg = |mass: Option<Decimal>| column.unit.unwrap_or(MassUnit::Kilogram).to_kilograms(mass?);
    let is_heavy = |mass: Option<Decimal>| kg(mass).is_some_and(|kg| kg >= Decimal::ONE_THOUSAND);
    is_heavy(taken) && other.is_some() && !is_heavy(other)
}

/// Whether a mass column without a telling header holds the mass of one unit: by its header, else by what devices weigh.
/// Nothing where neither tells.
pub(super) fn is_unit_mass(
    kind: Kind,
    columns: &[MappedColumn],
    evidence: &Evidence,
    vocabulary: &Vocabulary,
) -> Option<bool> {
    let of = |field| columns.iter().find(|column| column.field == field);
    let mass = match kind {
        Kind::Procurement => of(Field::Mass),
        Kind::Dispositions => of(Field::SentMass),
        _ => None,
    };
    let Some(mass) = mass else { return Some(false) };
    let is_clear =
        mass.how == Match::Exact || mass.how == Match::Given || says_line(&mass.header, vocabulary);
    let Some(quantity) = of(Field::Quantity).filter(|_| !is_clear && of(Field::UnitMass).is_none()) else {
        return Some(false);
    };
    let (mut unit, mut line, mut multiples) = (0, 0, 0);
    for row in evidence.below() {
        let number = |column: &MappedColumn| evidence.number(row, column.index, vocabulary);
        let (Some(quantity), Some(mass_kg)) = (number(quantity), number(mass)) else { continue };
        if quantity <= Decimal::ONE {
            continue;
        }
        multiples += 1;
        let Some((low, high)) = plausible(row, columns, vocabulary) else { continue };
        let stated = of(Field::MassUnit).and_then(|column| row.value(column.index));
        let stated = stated.and_then(|word| word.with_shown(|word| vocabulary.mass_unit(word)));
        let kg = stated.or(mass.unit).unwrap_or(MassUnit::Kilogram).to_kilograms(mass_kg).unwrap_or_default();
        let each = kg.checked_div(quantity).unwrap_or_default();
        unit += u32::from(kg >= low && kg <= high && !(each >= low && each <= high));
        line += u32::from(each >= low && each <= high && !(kg >= low && kg <= high));
    }
    match unit.cmp(&line) {
        std::cmp::Ordering::Greater => Some(true),
        std::cmp::Ordering::Less => Some(false),
        // What is sent away is weighed as a whole.
        std::cmp::Ordering::Equal if multiples == 0 || kind == Kind::Dispositions => Some(false),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether a mass without a unit is in kg beyond doubt: under our own name for it, or because more of the devices that
/// are recognised, and at least a third of them, weigh what such devices weigh in kg than in any other unit.
fn fits_kilograms(
    column: &MappedColumn,
    columns: &[MappedColumn],
    evidence: &Evidence,
    vocabulary: &Vocabulary,
) -> bool {
    if column.how == Match::Exact {
        return true;
    }
    let quantity = columns.iter().find(|one| one.field == Field::Quantity);
    let mut known = 0_u32;
    let mut fitting = UNITS.map(|unit| (unit, 0_u32));
    for row in evidence.below() {
        let Some(mass) = evidence.number(row, column.index, vocabulary).filter(Decimal::is_sign_positive)
        else {
            continue;
        };
        let Some((low, high)) = plausible(row, columns, vocabulary) else { continue };
        let units =
            quantity.and_then(|one| evidence.number(row, one.index, vocabulary)).unwrap_or(Decimal::ONE);
        known += 1;
        for (unit, count) in &mut fitting {
            let kg = unit.to_kilograms(mass).unwrap_or_default();
            let each = kg.checked_div(units).unwrap_or_default();
            *count += u32::from(is_typical(kg, low, high) || is_typical(each, low, high));
        }
    }
    let [(_, kilograms), others @ ..] = fitting;
    kilograms > 0 && kilograms * 3 >= known && others.iter().all(|(_, count)| *count < kilograms)
}

/// Units that a mass without one may be in, kg first.
const UNITS: [MassUnit; 5] =
    [MassUnit::Kilogram, MassUnit::Pound, MassUnit::Gram, MassUnit::Ounce, MassUnit::Tonne];

/// Within a factor of 1.75 of the middle of the plausible range, where pounds read as kilograms seldom are.
fn is_typical(kg: Decimal, low: Decimal, high: Decimal) -> bool {
    let (middle, square) = (low * high, kg.checked_mul(kg).unwrap_or_default());
    let wide = Decimal::new(30625, 4);
    square <= middle * wide && middle <= square.saturating_mul(wide)
}

/// Whether a header says that it is of the whole line.
pub(super) fn says_line(header: &str, vocabulary: &Vocabulary) -> bool {
    Senses::of(header, false, vocabulary).has_one(&[Concept::Line])
}

fn plausible(row: &Row, columns: &[MappedColumn], vocabulary: &Vocabulary) -> Option<(Decimal, Decimal)> {
    let text = |field| {
        let column = columns.iter().find(|column| column.field == field)?;
        row.value(column.index).map(Value::shown)
    };
    // A column called "Asset" may name the device as well as its tag.
    let [category, item, model, tag] =
        [Field::Category, Field::Item, Field::Model, Field::AssetTag].map(text);
    let texts = [item.as_deref(), model.as_deref(), tag.as_deref()].into_iter().flatten();
    vocabulary.plausible_kg(vocabulary.category(category.as_deref(), texts)?)
}
