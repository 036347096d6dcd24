//! How the rows of a table hang together: cells left blank because they stand above, group heads, bundles and their parts.

use super::masses::words;
use super::table::Table;
use super::{Bundle, Open};
use crate::cell::Row;
use crate::field::{Field, Kind};
use crate::inspect::Question;
use crate::issue::IssueCode;
use rust_decimal::Decimal;

/// Fields of an order, which its lines share.
const OF_THE_ORDER: [Field; 8] = [
    Field::OrderNumber,
    Field::Date,
    Field::Supplier,
    Field::Entity,
    Field::Currency,
    Field::Provider,
    Field::Batch,
    Field::Country,
];

impl Table<'_> {
    /// Columns whose blank cells hold what stands above: the leftmost of the table, or those of an order, blank together
    /// on lines that are filled otherwise.
    pub(super) fn carried(&mut self) -> Vec<u32> {
        if !matches!(self.kind, Kind::Procurement | Kind::Dispositions) {
            return Vec::new();
        }
        let of_order: Vec<u32> = self
            .columns
            .iter()
            .filter(|column| OF_THE_ORDER.contains(&column.field))
            .map(|column| column.index)
            .collect();
        let leftmost = self.columns.iter().map(|column| column.index).min();
        let is_first = |index: &u32| Some(*index) == leftmost && self.is_name(*index);
        let mut together: Vec<u32> =
            of_order.iter().copied().filter(|index| self.is_blank_somewhere(*index)).collect();
        let is_whole_order = together.len() >= 2 && together.iter().any(|index| Some(*index) == leftmost);
        if !is_whole_order {
            together.retain(is_first);
        }
        together.extend(leftmost.filter(|index| is_first(index) && self.is_blank_somewhere(*index)));
        together.sort_unstable();
        together.dedup();
        if together.is_empty() || !self.are_blank_together(&together) {
            return Vec::new();
        }
        for index in &together {
            let header = self.header(*index).to_owned();
            self.note(
                Some(&header),
                IssueCode::FilledDown,
                &header,
                "a value in each row; a blank cell takes what stands above it",
            );
        }
        together
    }

    fn is_name(&self, index: u32) -> bool {
        let names = [
            Field::Category,
            Field::OrderNumber,
            Field::Supplier,
            Field::Date,
            Field::Batch,
            Field::Provider,
            Field::Entity,
        ];
        self.columns.iter().any(|column| column.index == index && names.contains(&column.field))
    }

    fn is_blank(row: &Row, index: u32) -> bool {
        row.value(index).is_none_or(|value| value.is_blank())
    }

    /// Lines: rows that measure something and name something outside these columns.
    fn lines(&self) -> impl Iterator<Item = &Row> {
        let measures = [Field::Quantity, Field::Mass, Field::SentMass, Field::UnitMass];
        let names = [Field::Item, Field::Model];
        let has = |row: &Row, fields: &[Field]| {
            self.columns
                .iter()
                .any(|column| fields.contains(&column.field) && !Self::is_blank(row, column.index))
        };
        self.rows().filter(move |row| has(row, &measures) && has(row, &names))
    }

    fn is_blank_somewhere(&self, index: u32) -> bool {
        let mut lines = self.lines().peekable();
        lines.peek().is_some_and(|first| !Self::is_blank(first, index))
            && lines.any(|row| Self::is_blank(row, index))
    }

    fn are_blank_together(&self, together: &[u32]) -> bool {
        let blank = |row: &Row| together.iter().filter(|index| Self::is_blank(row, **index)).count();
        self.lines().all(|row| blank(row) == 0 || blank(row) == together.len())
    }

    /// Whether rows such as `Notebook 14 (2)` head the rows below them and hold their sums.
    pub(super) fn has_group_heads(&mut self) -> bool {
        let measures: Vec<u32> = self
            .columns
            .iter()
            .filter(|column| matches!(column.field, Field::Quantity | Field::Mass | Field::SentMass))
            .map(|column| column.index)
            .collect();
        let rows: Vec<&Row> = self.rows().collect();
        let (mut heads, mut sums) = (0_u32, 0_u32);
        for (at, row) in rows.iter().enumerate() {
            let Some(count) = group_size(row) else { continue };
            let Some(below) =
                rows.get(at + 1..).filter(|below| below.len() >= count).map(|below| &below[..count])
            else {
                continue;
            };
            let sum = |column: u32| below.iter().filter_map(|row| self.number(row, column)).sum::<Decimal>();
            let stated: Vec<_> =
                measures.iter().filter_map(|column| Some((*column, self.number(row, *column)?))).collect();
            if below.iter().any(|row| group_size(row).is_some()) || stated.is_empty() {
                continue;
            }
            heads += 1;
            sums += u32::from(stated.iter().all(|(column, total)| sum(*column) == *total));
        }
        heads > 0 && heads == sums
    }

    /// Whether lines are parts of the line above, and which of the two count.
    pub(super) fn bundle(&mut self) -> Option<Bundle> {
        let depth = self.depths()?;
        let column = self.column(depth.field)?.index;
        let rows: Vec<(u32, Option<Decimal>)> = self
            .rows()
            .filter_map(|row| Some((depth.of(&self.text(row, column)?)?, self.line_mass(row))))
            .collect();
        let top = rows.iter().map(|(depth, _)| *depth).min()?;
        if rows.iter().all(|(depth, _)| *depth == top) {
            return None;
        }
        let (mut is_equal, mut at) = (true, 0);
        while at < rows.len() {
            let parts = rows[at + 1..].iter().take_while(|(depth, _)| *depth > top);
            let parts: Vec<_> = parts.filter(|(depth, _)| *depth == top + 1).map(|(_, mass)| *mass).collect();
            let sum: Option<Decimal> = parts.iter().copied().sum();
            is_equal &= parts.is_empty() || (sum.is_some() && sum == rows[at].1);
            at += 1 + rows[at + 1..].iter().take_while(|(depth, _)| *depth > top).count();
        }
        let header = self.header(column).to_owned();
        let counts = match self.answer(Question::Bundle) {
            Some("all") => return None,
            Some("parts") => Counts::Parts,
            Some(_) => Counts::Whole,
            None if is_equal => Counts::Whole,
            None => {
                self.ask(Question::Bundle, &header, "", words(&["whole", "parts", "all"]));
                Counts::Whole
            }
        };
        let expected = match counts {
            Counts::Whole => {
                "lines of their own; the parts of a line are left out, as the line itself counts"
            }
            Counts::Parts => "lines of their own; a line that has parts is left out, as its parts count",
        };
        self.note(Some(&header), IssueCode::BundleParts, &header, expected);
        Some(Bundle { column, is_numbered: depth.is_numbered, top, counts })
    }

    /// How deep lines stand: by a column of levels, or by numbers such as 1.1 under 1.
    fn depths(&self) -> Option<Depths> {
        let has_parts = |column: u32| {
            let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, column)).collect();
            let parent = |text: &String| text.rsplit_once('.').map(|(above, _)| above.to_owned());
            texts.iter().filter_map(parent).any(|above| texts.contains(&above))
        };
        let is_numbered = self.column(Field::LineNumber).is_some_and(|column| has_parts(column.index));
        match self.has(Field::Level) {
            true => Some(Depths { field: Field::Level, is_numbered: false }),
            false => is_numbered.then_some(Depths { field: Field::LineNumber, is_numbered: true }),
        }
    }

    fn line_mass(&self, row: &Row) -> Option<Decimal> {
        let of = |field| self.number(row, self.column(field)?.index);
        of(Field::Mass)
            .or_else(|| of(Field::UnitMass)?.checked_mul(of(Field::Quantity).unwrap_or(Decimal::ONE)))
    }

    /// Words of a column that only a person can tell the meaning of.
    pub(super) fn ask_words(&mut self, field: Field, is_open: impl Fn(&str) -> bool) {
        let Some(column) = self.column(field) else { return };
        let (index, header) = (column.index, column.header.clone());
        let is_said = |word: &str| self.overrides.meaning(field, word).is_some();
        let is_title = |word: &str| self.evidence.stands_above(index, word);
        let facts = self.evidence.facts_of(index);
        let words = facts.words.iter().map(|word| word.as_str());
        let mut open: Vec<String> = words
            .filter(|word| is_open(word) && !is_said(word) && !is_title(word))
            .map(str::to_owned)
            .collect();
        open.sort();
        let choices = self.vocabulary.meanings(self.kind, field);
        self.open.extend(open.into_iter().map(|seen| Open {
            what: Question::Value,
            column: header.clone(),
            field: Some(field),
            seen,
            choices: choices.clone(),
        }));
    }
}

impl super::Mapping {
    /// Whether a line is known to have parts only by the row below it.
    pub(crate) fn waits_for_parts(&self) -> bool {
        self.bundle.as_ref().is_some_and(|bundle| bundle.counts == Counts::Parts)
    }

    /// How deep a row stands in a bundle.
    pub(crate) fn depth_of(&self, row: &Row) -> Option<u32> {
        let bundle = self.bundle.as_ref()?;
        depth(&row.value(bundle.column)?.shown(), bundle.is_numbered)
    }

    /// Whether a row is a part of another line.
    pub(crate) fn is_part(&self, row: &Row) -> bool {
        let Some(bundle) = self.bundle.as_ref().filter(|bundle| bundle.counts == Counts::Whole) else {
            return false;
        };
        self.depth_of(row).is_some_and(|depth| depth > bundle.top)
    }
}

/// Which of a line and its parts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    Whole,
    Parts,
}

struct Depths {
    field: Field,
    is_numbered: bool,
}

impl Depths {
    fn of(&self, text: &str) -> Option<u32> {
        depth(text, self.is_numbered)
    }
}

/// How deep a line stands.
pub(crate) fn depth(text: &str, is_numbered: bool) -> Option<u32> {
    if is_numbered {
        u32::try_from(text.matches('.').count()).ok()
    } else {
        text.trim().trim_start_matches('.').parse().ok()
    }
}

/// How many rows a group's head says it has: `Notebook 14 (2)`.
pub(crate) fn group_size(row: &Row) -> Option<usize> {
    let mut texts = row.cells.iter().filter_map(|cell| match &cell.value {
        crate::cell::Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(text),
        _ => None,
    });
    let text = texts.next().filter(|_| texts.next().is_none())?;
    let (_, count) = text.trim().strip_suffix(')')?.rsplit_once(" (")?;
    count.parse().ok().filter(|count| *count > 0)
}
