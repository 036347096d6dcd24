//! Lines that are parts of others: told by a column of levels, by numbers such as 1.1 under 1, by a column that names the
//! line above, or by how their names begin.

use super::masses::words;
use super::table::Table;
use super::{Bundle, Mapping};
use crate::cell::{Row, Value};
use crate::field::Field;
use crate::header::Concept;
use crate::inspect::Question;
use crate::issue::IssueCode;
use crate::vocabulary::Vocabulary;
use rust_decimal::Decimal;

/// Which of a line and its parts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    Whole,
    Parts,
}

/// What tells how deep a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depths {
    /// A level in a column of its own.
    Level,
    /// Numbers such as 1.1 or 1a under 1.
    Number,
    /// The line above is named in a column of its own.
    Parent,
    /// The type of the line says that it is a kit or a component.
    Role,
    /// A part's name begins with a dash, with spaces, or with a word such as "davon", or ends with "(included)".
    Name,
    /// A line's name ends as "Workplace set, consisting of:"; where its parts end is not told.
    Introduced,
    /// A component is named in a column of its own, that of a kit is blank there.
    Component,
}

impl Table<'_> {
    /// Whether lines are parts of the line above, and which of the two count.
    pub(super) fn bundle(&mut self) -> Option<Bundle> {
        let (column, depths) = self.depths()?;
        let vocabulary = self.vocabulary;
        let rows: Vec<(u32, Option<Decimal>)> = self
            .rows()
            .filter(|row| self.is_line(row))
            .filter_map(|row| Some((depths.of(row.value(column), vocabulary)?, self.line_mass(row))))
            .collect();
        let top = rows.iter().map(|(depth, _)| *depth).min()?;
        if rows.iter().all(|(depth, _)| *depth == top) {
            return None;
        }
        let header = self.header(column).to_owned();
        if depths == Depths::Component {
            let items = self.columns.iter_mut().filter(|one| one.field == Field::Item);
            items.for_each(|one| (one.index, one.header) = (column, header.clone()));
        }
        let counts = match self.answer(Question::Bundle) {
            Some("all") => return None,
            Some("parts") => Counts::Parts,
            // A loose line stands among the parts as one of them.
            _ if matches!(depths, Depths::Introduced | Depths::Component) => {
                self.ask(Question::Bundle, &header, "", words(&["parts", "all"]));
                Counts::Parts
            }
            Some(_) => Counts::Whole,
            None if is_of_equal_mass(&rows, top) => Counts::Whole,
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
        Some(Bundle { column, depths, top, counts })
    }

    /// What tells how deep lines stand, and in which column.
    fn depths(&self) -> Option<(u32, Depths)> {
        if let Some(level) = self.column(Field::Level) {
            return Some((level.index, Depths::Level));
        }
        let line = self.column(Field::LineNumber).map(|column| column.index);
        if let Some(line) = line.filter(|line| self.has_numbered_parts(*line)) {
            return Some((line, Depths::Number));
        }
        if let Some(parent) = self.parents() {
            return Some((parent, Depths::Parent));
        }
        if let Some(role) = self.roles() {
            return Some((role, Depths::Role));
        }
        let item = self.column(Field::Item)?.index;
        let depth = |depths: Depths, column, row: &Row| depths.of(row.value(column), self.vocabulary);
        let has = |depths, column, sought| {
            self.rows().any(|row| self.is_line(row) && depth(depths, column, row) == Some(sought))
        };
        if let Some(component) = self.components(item).filter(|column| has(Depths::Component, *column, 0)) {
            return Some((component, Depths::Component));
        }
        if has(Depths::Introduced, item, 0) && !has(Depths::Name, item, 1) {
            return Some((item, Depths::Introduced));
        }
        // The first line is a part of nothing: where it begins so too, all names of the file do.
        let first = self.rows().find(|row| self.is_line(row));
        (first.and_then(|row| depth(Depths::Name, item, row)) == Some(0)).then_some((item, Depths::Name))
    }

    /// The column that names the components of kits, beside one that names the kits.
    fn components(&self, item: u32) -> Option<u32> {
        let columns = || self.unmapped().into_iter().chain([item]);
        columns().find(|index| self.vocabulary.is_kit(self.header(*index)))?;
        columns().find(|index| self.vocabulary.is_component(self.header(*index)))
    }

    fn has_numbered_parts(&self, column: u32) -> bool {
        let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, column)).collect();
        let is_line = |above: &str| texts.iter().any(|text| own_number(text) == above);
        texts.iter().filter_map(|text| parent(text)).any(is_line)
    }

    /// The column that names the line of which a line is a part: blank in some rows, and elsewhere the number of another.
    fn parents(&self) -> Option<u32> {
        let names =
            [Field::LineNumber, Field::Item].map(|field| self.column(field).map(|column| column.index));
        let mut numbers = Vec::new();
        for row in self.rows() {
            numbers.extend(names.iter().flatten().filter_map(|index| self.text(row, *index)));
        }
        let names_lines = |index: &u32| {
            let mut texts = self.rows().filter_map(|row| self.text(row, *index)).peekable();
            texts.peek().is_some() && texts.all(|text| text == "0" || numbers.contains(&text))
        };
        let is_parent = |index: &u32| {
            names_lines(index)
                && (self.senses(*index).has(Concept::Parent) || self.stands_under(*index, &names))
        };
        self.unmapped().into_iter().find(is_parent)
    }

    /// Whether a column under any header holds, wherever it is filled, what numbers or names a line above: nothing in the
    /// first row, and nothing in the rows that are named so.
    fn stands_under(&self, index: u32, names: &[Option<u32>]) -> bool {
        let (mut above, mut parts) = (Vec::new(), 0);
        for row in self.rows().filter(|row| self.is_line(row)) {
            match self.text(row, index).filter(|text| text != "0") {
                None => above.extend(names.iter().flatten().filter_map(|name| self.text(row, *name))),
                Some(text) if above.contains(&text) => parts += 1,
                Some(_) => return false,
            }
        }
        parts > 1
    }

    /// The column that says of each line whether it is a kit, a component or neither.
    fn roles(&self) -> Option<u32> {
        let says = |index: &u32, is_it: &dyn Fn(&str) -> bool| {
            self.rows().filter_map(|row| self.text(row, *index)).any(|text| is_it(&text))
        };
        let is_role = |index: &u32| {
            says(index, &|text| self.vocabulary.is_kit(text))
                && says(index, &|text| self.vocabulary.is_component(text))
        };
        let guessed = [Field::Category, Field::Status].into_iter().filter_map(|field| self.guessed(field));
        let mapped = guessed.map(|column| column.index).collect::<Vec<_>>();
        self.unmapped().into_iter().chain(mapped).find(is_role)
    }

    /// Whether a row measures something.
    fn is_line(&self, row: &Row) -> bool {
        let measures = [Field::Quantity, Field::Mass, Field::UnitMass];
        measures
            .iter()
            .filter_map(|field| self.column(*field))
            .any(|column| self.number(row, column.index).is_some())
    }

    /// What a line weighs, all its pieces together, as it states it.
    pub(super) fn line_mass(&self, row: &Row) -> Option<Decimal> {
        let of = |field| self.number(row, self.column(field)?.index);
        of(Field::Mass)
            .or_else(|| of(Field::UnitMass)?.checked_mul(of(Field::Quantity).unwrap_or(Decimal::ONE)))
    }
}

/// Whether each line that has parts weighs what they do.
fn is_of_equal_mass(rows: &[(u32, Option<Decimal>)], top: u32) -> bool {
    let (mut is_equal, mut at) = (true, 0);
    while at < rows.len() {
        let below = rows[at + 1..].iter().take_while(|(depth, _)| *depth > top);
        let parts: Vec<_> =
            below.clone().filter(|(depth, _)| *depth == top + 1).map(|(_, mass)| *mass).collect();
        let sum: Option<Decimal> = parts.iter().copied().sum();
        is_equal &= parts.is_empty() || (sum.is_some() && sum == rows[at].1);
        at += 1 + below.count();
    }
    is_equal
}

/// The number of a line that is no part: `1` for `1.0`.
fn own_number(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text)
}

/// The number under which a number stands: `1` for `1.1` and `1a`, and none for `1.0`.
fn parent(text: &str) -> Option<&str> {
    let text = own_number(text);
    let lettered = text.strip_suffix(|letter: char| letter.is_ascii_lowercase());
    let lettered = lettered.filter(|above| above.ends_with(|letter: char| letter.is_ascii_digit()));
    lettered.or_else(|| text.rsplit_once(['.', ',', '-', '/']).map(|(above, _)| above))
}

impl Depths {
    /// How deep a line stands.
    pub(crate) fn of(self, value: Option<&Value>, vocabulary: &Vocabulary) -> Option<u32> {
        let text = value.map(Value::shown).unwrap_or_default();
        match self {
            Self::Level => text.trim().trim_start_matches('.').parse().ok(),
            Self::Number => {
                let above = std::iter::successors(parent(&text), |text| parent(text));
                (!text.trim().is_empty()).then(|| u32::try_from(above.count()).unwrap_or(u32::MAX))
            }
            Self::Parent => Some(u32::from(!matches!(text.trim(), "" | "0"))),
            Self::Role => Some(u32::from(vocabulary.is_component(&text))),
            Self::Name => Some(u32::from(is_named_as_part(&text, vocabulary))),
            Self::Introduced => Some(u32::from(!introduces_parts(&text, vocabulary))),
            Self::Component => Some(u32::from(!text.trim().is_empty())),
        }
    }
}

/// Whether a name ends as that of a line whose parts follow.
fn introduces_parts(text: &str, vocabulary: &Vocabulary) -> bool {
    let text = text.trim();
    let folded = crate::fold::fold(text);
    // "Set davon", and no "Tablet Mandarin" for "darin".
    let ends = |word: &String| {
        folded
            .strip_suffix(word.as_str())
            .is_some_and(|rest| rest.ends_with(' ') || crate::fold::is_unspaced(word))
    };
    text.ends_with([':', '：']) || vocabulary.part_words().iter().any(ends)
}

/// Signs before what is listed.
const MARKS: [char; 14] = ['-', '–', '•', '·', '*', '+', '>', '↳', '└', '├', '»', '・', '→', '—'];

/// Whether a name begins or ends as those of parts do.
fn is_named_as_part(text: &str, vocabulary: &Vocabulary) -> bool {
    let is_set_in = text.starts_with(['\t', '\u{a0}', '\u{3000}']) || text.starts_with("  ");
    let mut letters = text.trim_start().chars();
    // "- Laptop", and no formula such as "-2+3".
    let is_listed = letters.next().is_some_and(|first| MARKS.contains(&first)) && letters.next() == Some(' ');
    let folded = || crate::fold::fold(text);
    let begins = |word: &String| {
        folded()
            .strip_prefix(word.as_str())
            .is_some_and(|rest| rest.starts_with(' ') || crate::fold::is_unspaced(word))
    };
    let bracketed = text.trim_end().strip_suffix([')', '）']).and_then(|rest| rest.rsplit_once(['(', '（']));
    let is_included = bracketed.is_some_and(|(_, bracketed)| vocabulary.is_included(bracketed));
    let is_marked = is_set_in || is_listed || is_included;
    !text.trim().is_empty() && (is_marked || vocabulary.part_words().iter().any(begins))
}

impl Mapping {
    /// Whether a line is known to have parts only by the row below it.
    pub(crate) fn waits_for_parts(&self) -> bool {
        self.bundle.as_ref().is_some_and(|bundle| bundle.counts == Counts::Parts)
    }

    /// How deep a row stands in a bundle.
    pub(crate) fn depth_of(&self, row: &Row, vocabulary: &Vocabulary) -> Option<u32> {
        let bundle = self.bundle.as_ref()?;
        bundle.depths.of(row.value(bundle.column), vocabulary)
    }

    /// Whether a row is a part of another line.
    pub(crate) fn is_part(&self, row: &Row, vocabulary: &Vocabulary) -> bool {
        let Some(bundle) = self.bundle.as_ref().filter(|bundle| bundle.counts == Counts::Whole) else {
            return false;
        };
        self.depth_of(row, vocabulary).is_some_and(|depth| depth > bundle.top)
    }
}
