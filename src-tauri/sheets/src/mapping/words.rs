//! What the words of a table's columns say, where that decides how its rows are read.

use super::table::Table;
use super::{Balance, MappedColumn, Mapping};
use crate::convention::read_year;
use crate::field::{Field, Kind};
use crate::header::names_field_as;
use crate::issue::IssueCode;
use planner_core::disposition::Outcome;
use planner_core::mass::MassUnit;

/// Letters of a line's number.
const LONGEST_NUMBER: usize = 6;

impl Table<'_> {
    /// Short numbers such as 1a under the header of an item are the lines' numbers where another column names the items.
    pub(super) fn settle_numbers(&mut self) {
        let Some(item) = self.guessed(Field::Item).map(|column| column.index) else { return };
        let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, item)).collect();
        let is_number = |text: &String| {
            text.len() <= LONGEST_NUMBER && text.starts_with(|first: char| first.is_ascii_digit())
        };
        let is_named = |index: &u32| {
            names_field_as(self.kind, self.header(*index), Field::Item, self.vocabulary)
                && self.evidence.facts_of(*index).numbers() == 0
        };
        let named = self.unmapped().into_iter().find(is_named);
        let Some(named) = named.filter(|_| !texts.is_empty() && texts.iter().all(is_number)) else { return };
        let has_number = self.has(Field::LineNumber);
        let headers = self.headers;
        for column in self.columns.iter_mut().filter(|column| column.field == Field::Item) {
            *column =
                MappedColumn { index: named, header: headers[named as usize].clone(), ..column.clone() };
        }
        if !has_number && let Some(column) = self.column(Field::Item).cloned() {
            let header = self.header(item).to_owned();
            self.columns.push(MappedColumn { field: Field::LineNumber, index: item, header, ..column });
        }
    }

    /// Names of single machines are no item where a column of models stands beside them.
    pub(super) fn settle_hosts(&mut self) {
        let Some(item) = self.guessed(Field::Item).filter(|_| self.has(Field::Model)) else { return };
        let (index, header) = (item.index, item.header.clone());
        let texts: Vec<String> = self.rows().filter_map(|row| self.text(row, index)).collect();
        let is_host = |text: &String| {
            !text.trim().contains(char::is_whitespace) && text.bytes().any(|byte| byte.is_ascii_digit())
        };
        let is_different = texts.iter().collect::<std::collections::HashSet<_>>().len() == texts.len();
        if !texts.is_empty() && is_different && texts.iter().all(is_host) {
            self.unmap(Field::Item);
            let expected =
                "what the device is; this column names single machines, and the model stands beside it";
            self.note(Some(&header), IssueCode::ColumnUnused, &header, expected);
        }
    }

    /// Asks what words mean on which masses, certificates and devices depend.
    pub(super) fn settle_words(&mut self) {
        let vocabulary = self.vocabulary;
        self.ask_words(Field::MassUnit, |word| {
            vocabulary.mass_unit(word).is_none() && vocabulary.pieces_in(word).is_none()
        });
        self.ask_words(Field::Outcome, |word| vocabulary.outcome(word).is_none());
        if self.kind == Kind::Certificates {
            self.ask_words(Field::Status, |word| vocabulary.state(word).is_none());
        }
        if self.kind == Kind::Orders {
            self.ask_words(Field::Status, |word| vocabulary.order_state(word).is_none());
        }
        let says_so = self.column(Field::Ownership).map(|column| column.header.clone()).unwrap_or_default();
        self.ask_words(Field::Ownership, |word| vocabulary.is_personal(&says_so, word));
    }

    /// The unit that the unit's column names wherever it names one.
    pub(super) fn only_unit(&self) -> Option<MassUnit> {
        let column = self.column(Field::MassUnit)?.index;
        let facts = self.evidence.facts_of(column);
        let words = facts.words.iter().filter(|word| !self.evidence.stands_above(column, word));
        let mut units = words.map(|word| self.vocabulary.mass_unit(word));
        let first = units.next()??;
        units.all(|unit| unit == Some(first)).then_some(first)
    }

    /// Whether the status tells purchases from other movements.
    pub(super) fn has_purchases(&self) -> bool {
        let is_it = |column: &MappedColumn| self.evidence.has_purchase(column.index, self.vocabulary);
        self.kind == Kind::Procurement && self.column(Field::Status).is_some_and(is_it)
    }

    /// The year that a sheet is named after, for rows without a date; a person's word stands before it.
    pub(super) fn year_of_sheet(&mut self, name: &str) -> Option<i32> {
        let is_dated = self.has(Field::Date) || self.has(Field::Year);
        let is_lines = matches!(self.kind, Kind::Procurement | Kind::Dispositions);
        let year = read_year(name).filter(|_| is_lines && !is_dated && self.overrides.year.is_none())?;
        self.note(
            None,
            IssueCode::YearOfSheet,
            name,
            "a date in each row; the sheet is named after the year",
        );
        Some(year)
    }

    /// Further lines in each row of a wide table: other devices.
    pub(super) fn further(&self) -> Vec<Vec<MappedColumn>> {
        match self.kind {
            Kind::Procurement => super::groups::further_groups(&self.columns, self.headers),
            _ => Vec::new(),
        }
    }
}

impl Mapping {
    /// Makes a line of each column of mass that went one way, and one of what is left of the mass sent. A lone such column
    /// is what was restored of the mass sent, or all that was sent.
    pub(super) fn part_by_route(&mut self) {
        let routes: Vec<MappedColumn> =
            self.columns.iter().filter(|column| column.field.route().is_some()).cloned().collect();
        let sent = self.column(Field::SentMass).cloned();
        if routes.len() < 2 {
            for column in &mut self.columns {
                column.field = match column.field {
                    Field::ReusedMass | Field::RefurbishedMass => Field::RestoredMass,
                    field if field.route().is_some() && sent.is_none() => Field::SentMass,
                    field => field,
                };
            }
            return;
        }
        let is_mass =
            |field: Field| field.route().is_some() || matches!(field, Field::SentMass | Field::RestoredMass);
        self.columns.retain(|column| !is_mass(column.field) && column.field != Field::Outcome);
        let counted: Vec<_> =
            self.columns.iter().filter(|column| column.field != Field::Quantity).cloned().collect();
        let line = |column: &MappedColumn, outcome| {
            let columns =
                counted.iter().cloned().chain([MappedColumn { field: Field::SentMass, ..column.clone() }]);
            Mapping {
                columns: columns.collect(),
                route: Some(outcome),
                notes: Vec::new(),
                open: Vec::new(),
                ..self.clone()
            }
        };
        let of = |column: &MappedColumn| column.field.route().unwrap_or(Outcome::Unknown);
        let mut further: Vec<_> = routes.iter().skip(1).map(|column| line(column, of(column))).collect();
        let balance = sent.map(|sent| Balance { sent, routes: routes.clone() });
        further.extend(balance.iter().map(|balance| Mapping {
            balance: Some(balance.clone()),
            ..line(&balance.sent, Outcome::Unknown)
        }));
        self.columns.push(MappedColumn { field: Field::SentMass, ..routes[0].clone() });
        (self.route, self.balance, self.further) = (Some(of(&routes[0])), balance, further);
    }
}
