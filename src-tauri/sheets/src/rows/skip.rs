//! Rows that are no items: totals, repeated headers, titles, footers, fillers.

use super::{Reading, RowReader, SkipReason};
use crate::cell::{Row, Value};
use crate::convention::read_year;
use crate::field::{Field, Kind, Shape};
use crate::fold::fold_header;
use crate::header::{bracketed_unit, names_field, names_field_as};
use crate::inspect::Question;
use crate::mapping::{MappedColumn, Mapping};
use crate::record::Record;

/// Letters that punctuation and accents may add to a folded text.
const SPELLING: usize = 8;

/// The folded texts of the mapped headers, by column.
pub(super) fn folded_header(mapping: &Mapping) -> Vec<(u32, String)> {
    mapping.columns.iter().map(|column| (column.index, fold_header(&column.header))).collect()
}

/// Fields that say what a row is about.
pub(super) fn identities(kind: Kind) -> &'static [Field] {
    use Field::*;
    match kind {
        Kind::Procurement => &[Item, Manufacturer, Model, Category, SerialNumber],
        Kind::Dispositions => &[AssetTag, Item, Category, Batch, Provider, Outcome],
        Kind::Certificates => &[CertificateId, SerialStart, SerialEnd, SerialPrefix, Project, Registry],
        Kind::Catalogue => &[Manufacturer, Model, Category],
        Kind::Orders => &[Counterparty, Vintage, OrderNumber],
        Kind::Unknown => &[],
    }
}

impl SkipReason {
    /// Whether such a row is goods that are left out.
    pub(super) fn is_goods(self) -> bool {
        matches!(
            self,
            Self::NotAPurchase | Self::Deleted | Self::EmployeeOwned | Self::NotOurs | Self::OtherGoods
        )
    }
}

impl RowReader<'_> {
    /// Why a row is no item; nothing where it is one.
    pub(super) fn skip_reason(&mut self, row: &Row) -> Option<SkipReason> {
        let first = row.cells.iter().map(|cell| &cell.value).find(|value| !value.is_blank())?;
        if self.turns_to_another_table(row) {
            self.begins_table(row, None);
            return Some(SkipReason::RepeatedHeader);
        }
        if self.repeats_header(row) {
            self.begins_table(row, self.renamed_measure(row));
            self.has_ended = false;
            return Some(SkipReason::RepeatedHeader);
        }
        self.has_ended |= self.has_items && self.begins_another_block(row, first);
        if self.has_ended {
            return Some(SkipReason::Footer);
        }
        // A label may stand to the right of what it sums.
        let label = row.cells.iter().find_map(|cell| match &cell.value {
            Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(text),
            _ => None,
        });
        let is_total = |label: &str| {
            // "Total cost" sums a column up where nothing else is named.
            self.vocabulary.is_total(label) || (!self.has_identity(row) && self.vocabulary.names_total(label))
        };
        let is_figure = |label: &str| self.has_one_text(row) && self.vocabulary.is_figure(label);
        if label.is_some_and(|label| is_total(label) || is_figure(label)) {
            return Some(SkipReason::Total);
        }
        if self.mapping.is_head(row) {
            return Some(SkipReason::Group);
        }
        if self.has_parts || self.mapping.is_part(row, self.vocabulary) {
            return Some(SkipReason::Part);
        }
        if self.is_filler(row) || (self.mapping.is_spread && self.counts_nothing(row)) {
            return Some(SkipReason::Filler);
        }
        self.notes_title(row, first);
        let is_remark = self.is_remark(row, first) && !self.above.is_counted(row.number);
        is_remark.then_some(if self.has_items { SkipReason::Footer } else { SkipReason::Title })
    }

    /// A lone text may be the title of the table below it, and a lone year is that of its rows.
    fn notes_title(&mut self, row: &Row, first: &Value) {
        if row.cells.iter().filter(|cell| !cell.value.is_blank()).count() == 1 {
            let title = first.shown();
            let is_dated = self.mapping.has(Field::Date) || self.mapping.has(Field::Year);
            self.year = read_year(&title).filter(|_| !is_dated).or(self.year);
            self.takes_unit(row.number, &title);
            self.title = Some((row.number, title, self.has_items));
        }
    }

    /// "US (lb)": the rows below are in the unit that their title names in brackets, where they state none.
    fn takes_unit(&mut self, row: u32, title: &str) {
        let Some(unit) = bracketed_unit(title, self.vocabulary) else { return };
        let masses = || self.mapping.columns.iter().filter(|column| column.field.shape() == Shape::Mass);
        if self.mapping.has(Field::MassUnit) || masses().next().is_none() {
            return;
        }
        match masses().all(|column| column.unit.is_none()) && !self.mapping.is_unit_said {
            true => self.mapping.to_mut().mass_unit = Some(unit),
            false if masses().any(|column| column.unit.is_some_and(|stated| stated != unit)) => {
                self.ask_table(row, title.to_owned());
            }
            false => {}
        }
    }

    /// Another table of the sheet begins. What its title or its header says of its rows is asked, where it is not what the
    /// first one says.
    fn begins_table(&mut self, row: &Row, renamed: Option<String>) {
        match renamed {
            Some(renamed) => self.ask_table(row.number, renamed),
            None => self.ask_title(),
        }
    }

    /// Rows begin below a text that stands alone: whether they count is asked where it says that something was sent back or
    /// called off.
    pub(super) fn ask_title(&mut self) {
        let Some((row, title, is_below_items)) = self.title.take() else { return };
        let is_other = is_below_items && self.vocabulary.is_of_other_goods(&title);
        if self.mapping.kind == Kind::Procurement && (is_other || self.vocabulary.calls_off(&title)) {
            self.ask_table(row, title);
        }
    }

    fn ask_table(&mut self, row: u32, seen: String) {
        if !self.mapping.reads_tables {
            self.ask(Question::Table, row, seen, &["same"]);
        }
    }

    /// The year that a table within the sheet is titled with, for a row that states none.
    pub(super) fn of_year(&self, mut reading: Reading) -> Reading {
        if let (Some(year), Reading::Record(record)) = (self.year, &mut reading) {
            match &mut **record {
                Record::Procurement(row) if row.year == self.mapping.year => row.year = Some(year),
                Record::Disposition(row) if row.year == self.mapping.year => row.year = Some(year),
                _ => {}
            }
        }
        reading
    }

    /// The text in a header further down that stands for a measure, and is another than above, or that says that its rows
    /// were sent back or called off.
    fn renamed_measure(&self, row: &Row) -> Option<String> {
        let measures = self.mapping.columns.iter().filter(|column| {
            matches!(column.field.shape(), Shape::Number | Shape::Mass) && !column.header.is_empty()
        });
        let said = measures.filter_map(|column| Some((column, row.value(column.index)?)));
        let is_other = |(column, value): &(&MappedColumn, &Value)| {
            let text = value.shown();
            !value.is_blank()
                && fold_header(&text) != fold_header(&column.header)
                && !names_field_as(self.mapping.kind, &text, column.field, self.vocabulary)
        };
        let goes_back = |text: &str| {
            self.vocabulary.movement(text) == Some("return") && !self.vocabulary.names_deadline(text)
        };
        let texts = || row.cells.iter().map(|cell| cell.value.shown());
        let is_known = |text: &String| self.mapping.headers.iter().any(|header| header == text);
        let other = said.filter(is_other).map(|(_, value)| value.shown()).next();
        other.or_else(|| texts().find(|text| !is_known(text) && goes_back(text)))
    }

    /// Whether some text of the row may be a total's label.
    pub(super) fn names_total(&self, row: &Row) -> bool {
        row.cells
            .iter()
            .any(|cell| matches!(&cell.value, Value::Text(text) if self.vocabulary.names_total(text)))
    }

    /// Whether at most one text stands in the row.
    fn has_one_text(&self, row: &Row) -> bool {
        let is_text =
            |value: &Value| matches!(value, Value::Text(text) if text.chars().any(char::is_alphabetic));
        row.cells.iter().filter(|cell| is_text(&cell.value)).count() <= 1
    }

    /// Whether one text labels the row, and it leaves blank what every item fills.
    pub(super) fn is_sparse(&self, row: &Row) -> bool {
        let is_missing = |column: &u32| row.value(*column).is_none_or(Value::is_blank);
        self.has_one_text(row) && self.sums.has_several() && self.dense.iter().any(is_missing)
    }

    /// The header of a second table with the same columns in another place: its rows are read by it.
    fn turns_to_another_table(&mut self, row: &Row) -> bool {
        let is_header =
            |value: &Value| matches!(value, Value::Text(text) if !has_digit(text) || text.len() < 40);
        let filled = row.cells.iter().filter(|cell| !cell.value.is_blank()).count();
        if filled < 2
            || filled * 2 < self.header.len()
            || !row.cells.iter().all(|cell| is_header(&cell.value))
        {
            return false;
        }
        // Most rows hold a number: they are told apart before any header is thought about.
        let is_word = |value: &Value| matches!(value, Value::Text(text) if !has_digit(text));
        if self.measures(row).next().is_none() || !self.measures(row).all(is_word) {
            return false;
        }
        let Some(turned) = self.mapping.turned(row, self.vocabulary) else { return false };
        self.header = folded_header(&turned);
        self.mapping = std::borrow::Cow::Owned(turned);
        (self.has_ended, self.dense) = (false, super::dense(&self.mapping));
        true
    }

    fn repeats_header(&self, row: &Row) -> bool {
        let is_enough = |same: usize| same >= 2 && same * 2 >= self.header.len();
        // Folding costs: a text of quite another length or beginning is no header.
        let alike = || {
            let headers = self.header.iter().filter(|(_, header)| !header.is_empty());
            headers.filter_map(|(column, header)| match row.value(*column) {
                Some(Value::Text(text)) if text.len().abs_diff(header.len()) <= SPELLING => {
                    may_begin_as(text, header).then_some((text, header))
                }
                _ => None,
            })
        };
        is_enough(alike().count())
            && is_enough(alike().filter(|(text, header)| fold_header(text) == **header).count())
    }

    /// The title of a summary, or the header of another table: words stand where the table's numbers stood.
    fn begins_another_block(&self, row: &Row, first: &Value) -> bool {
        let filled = || row.cells.iter().map(|cell| &cell.value).filter(|value| !value.is_blank());
        if filled().count() == 1 {
            return matches!(first, Value::Text(text) if self.vocabulary.is_summary(text));
        }
        let mut measures = self.measures(row).peekable();
        measures.peek().is_some()
            && filled().all(|value| matches!(value, Value::Text(text) if !has_digit(text)))
            && measures.all(|value| matches!(value, Value::Text(text) if names_field(self.mapping.kind, text, self.vocabulary)))
    }

    /// Whether a column that is not also the first group's holds a number or a name.
    pub(super) fn measures_own(&self, row: &Row, first: &Mapping) -> bool {
        let own = self
            .mapping
            .columns
            .iter()
            .filter(|column| first.columns.iter().all(|one| one.index != column.index));
        own.filter_map(|column| row.value(column.index)).any(|value| !value.is_blank())
    }

    pub(super) fn has_identity(&self, row: &Row) -> bool {
        let has = |field: &Field| self.value(row, *field).is_some_and(|value| !value.is_blank());
        identities(self.mapping.kind).iter().any(has)
    }

    fn value<'r>(&self, row: &'r Row, field: Field) -> Option<&'r Value> {
        row.value(self.mapping.column(field)?.index)
    }

    fn measures<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = &'r Value> {
        let columns = self.mapping.columns.iter();
        let measures = columns.filter(|column| matches!(column.field.shape(), Shape::Number | Shape::Mass));
        measures.filter_map(|column| row.value(column.index)).filter(|value| !value.is_blank())
    }

    /// No pieces in the one of several columns that this reader counts.
    fn counts_nothing(&self, row: &Row) -> bool {
        self.value(row, Field::Quantity).is_none_or(|value| value.is_blank() || is_zero(value))
    }

    /// Zeros and nothing that says of what.
    fn is_filler(&self, row: &Row) -> bool {
        let mut measures = self.measures(row).peekable();
        measures.peek().is_some() && measures.all(is_zero) && !self.has_identity(row)
    }

    /// A title, a note or a block of a form: nothing is measured, and either nothing is named
    /// or a lone text stands in a table of several columns.
    fn is_remark(&self, row: &Row, first: &Value) -> bool {
        let measured =
            self.measures(row).any(|value| !matches!(value, Value::Text(text) if !has_digit(text)));
        if measured {
            return false;
        }
        let filled = row.cells.iter().filter(|cell| !cell.value.is_blank()).count();
        let is_lone = filled == 1 && self.mapping.columns.len() >= 3;
        let is_note = matches!(first, Value::Text(text) if self.vocabulary.is_note(text));
        !self.has_identity(row) || (is_lone && matches!(first, Value::Text(_))) || (is_note && filled <= 2)
    }
}

/// Whether the first letters may be the same once folded; told of plain letters only.
fn may_begin_as(text: &str, header: &str) -> bool {
    match (text.trim_start().bytes().next(), header.bytes().next()) {
        (Some(one), Some(other)) if one.is_ascii_alphanumeric() && other.is_ascii() => {
            one.to_ascii_lowercase() == other
        }
        _ => true,
    }
}

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.shown == "0",
        Value::Text(text) => {
            let text = text.trim();
            text.contains('0') && text.chars().all(|letter| matches!(letter, '0' | '.' | ','))
        }
        _ => false,
    }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}
