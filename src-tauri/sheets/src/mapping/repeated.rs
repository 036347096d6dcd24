//! Figures of an order or a lot that stand on each of its lines: the weight of the whole, and the pieces beside each serial.

use super::table::Table;
use crate::cell::Row;
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::header::{Concept, names_field_as};
use crate::inspect::Question;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Lines that hardly weigh the same by chance where they count different pieces.
const MANY_LINES: usize = 3;

impl Table<'_> {
    /// Asks whether each line has what stands alike on all lines of its order, its lot or its line.
    pub(super) fn settle_repeated(&mut self) {
        let whole = match self.kind {
            Kind::Procurement => Field::OrderNumber,
            Kind::Dispositions => Field::Batch,
            _ => return,
        };
        let masses = [(Field::Mass, Question::Mass), (Field::SentMass, Question::SentMass)];
        for (field, question) in masses {
            let columns = (self.guessed(field), self.column(whole));
            let (Some(mass), Some(key)) = columns else { continue };
            if self.is_of_whole(mass.index, key.index, whole) {
                self.ask_of_whole(question, self.name(mass.index));
            }
        }
        if let Some(quantity) = self.pieces_beside_serials() {
            self.ask_of_whole(Question::Quantity, self.name(quantity));
        }
    }

    fn ask_of_whole(&mut self, question: Question, name: String) {
        if !self.asks(question) {
            self.ask(question, &name.clone(), "", vec![name, String::new()]);
        }
    }

    /// Whether a mass is the same on all lines of each order, and its header names the order or the lines differ otherwise.
    fn is_of_whole(&self, mass: u32, key: u32, whole: Field) -> bool {
        let measured = |row: &&Row| self.number(row, mass).is_some_and(|number| !number.is_zero());
        let groups = self.groups(&[key]).into_iter();
        let groups = groups.map(|rows| rows.into_iter().filter(measured).collect::<Vec<_>>());
        let groups: Vec<Vec<&Row>> = groups.filter(|rows| rows.len() > 1).collect();
        if groups.is_empty() || !groups.iter().all(|rows| self.different(rows, mass) == 1) {
            return false;
        }
        let lines: usize = groups.iter().map(Vec::len).sum();
        let differ = |fields: &[Field]| {
            let columns: Vec<u32> =
                fields.iter().filter_map(|field| Some(self.column(*field)?.index)).collect();
            let differs = |rows: &Vec<&Row>| columns.iter().any(|column| self.different(rows, *column) > 1);
            lines >= MANY_LINES && groups.iter().any(differs)
        };
        self.names_whole(mass, whole)
            || differ(&[Field::Quantity])
            || (self.senses(mass).has(Concept::Line) && differ(&[Field::Category]))
    }

    /// Whether a header names what lines belong to: "Order weight", "Gesamtgewicht Los".
    fn names_whole(&self, column: u32, whole: Field) -> bool {
        let header = fold_header(self.header(column));
        let mut words = header.split(' ');
        let is_it = |word: &str| names_field_as(self.kind, word, whole, self.vocabulary);
        (whole == Field::OrderNumber && self.senses(column).has(Concept::Ordered)) || words.any(is_it)
    }

    /// The column of pieces, where several rows with a serial of their own repeat those of their common line.
    fn pieces_beside_serials(&self) -> Option<u32> {
        let quantity = self.guessed(Field::Quantity)?.index;
        let serial = self.column(Field::SerialNumber)?.index;
        let names = [Field::OrderNumber, Field::LineNumber, Field::Item, Field::Model];
        let keys: Vec<u32> = names.iter().filter_map(|field| Some(self.column(*field)?.index)).collect();
        let has_serial = |row: &&Row| self.text(row, serial).is_some();
        let mut groups = self.groups(&keys);
        groups.retain(|rows| rows.len() > 1 && rows.iter().all(has_serial));
        let is_repeated = |rows: &Vec<&Row>| {
            let count = self.number(rows[0], quantity).filter(|count| *count > Decimal::ONE);
            count.is_some()
                && self.different(rows, quantity) == 1
                && self.different(rows, serial) == rows.len()
        };
        let is_alike = groups.iter().all(|rows| self.different(rows, quantity) == 1);
        (is_alike && self.serial_range().is_none() && groups.iter().any(is_repeated)).then_some(quantity)
    }

    /// The rows that have the same in some columns; what is blank in all of them stands as above.
    pub(super) fn groups(&self, keys: &[u32]) -> Vec<Vec<&Row>> {
        let mut groups: BTreeMap<Vec<Option<String>>, Vec<&Row>> = BTreeMap::new();
        let mut last = Vec::new();
        for row in self.rows() {
            let key: Vec<Option<String>> = keys.iter().map(|column| self.text(row, *column)).collect();
            if key.iter().any(Option::is_some) {
                last = key;
            }
            groups.entry(last.clone()).or_default().push(row);
        }
        groups.into_values().collect()
    }

    /// How many different texts some rows have in a column.
    pub(super) fn different(&self, rows: &[&Row], column: u32) -> usize {
        rows.iter().map(|row| self.text(row, column)).collect::<BTreeSet<_>>().len()
    }
}
