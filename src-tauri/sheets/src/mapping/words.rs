//! What the words of a table's columns say, where that decides how its rows are read.

use super::table::Table;
use super::{Balance, MappedColumn, Mapping};
use crate::cell::Row;
use crate::convention::read_year;
use crate::field::{Field, Kind, Shape};
use crate::fold::fold_header;
use crate::header::{Concept, names_field_as};
use crate::inspect::Question;
use crate::issue::IssueCode;
use planner_core::disposition::Outcome;
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Letters of a line's number.
const LONGEST_NUMBER: usize = 6;

/// Accounts that one organisation may have with its registries and clients.
const MOST_ACCOUNTS: usize = 12;

/// Words of a title; a longer text is a remark.
const LONGEST_TITLE: usize = 6;

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
        // Beside masses a word such as st may be a unit of pieces only where the header does not say the weight's.
        let is_of_weight =
            self.column(Field::MassUnit).is_some_and(|column| self.senses(column.index).has(Concept::Weight));
        self.ask_words(Field::MassUnit, |word| {
            vocabulary.mass_unit(word).is_none() && (is_of_weight || vocabulary.pieces_in(word).is_none())
        });
        self.ask_blank_unit();
        self.ask_words(Field::Outcome, |word| vocabulary.outcome(word).is_none());
        if self.kind == Kind::Certificates {
            self.ask_words(Field::Status, |word| vocabulary.state(word).is_none());
        }
        if self.kind == Kind::Orders {
            self.ask_words(Field::Status, |word| vocabulary.order_state(word).is_none());
        }
        if self.kind == Kind::Procurement {
            self.ask_status();
            self.ask_condition();
        }
        self.ask_owners();
        self.ask_words(Field::Deleted, |word| !vocabulary.is_no(word) && !vocabulary.is_struck(word));
    }

    /// A weight whose unit's cell is blank, where others state one and no header does.
    fn ask_blank_unit(&mut self) {
        let Some(unit) = self.guessed(Field::MassUnit).map(|column| column.index) else { return };
        let silent = self.columns.iter().filter(|one| one.field.shape() == Shape::Mass && one.unit.is_none());
        let silent: Vec<u32> = silent.map(|column| column.index).collect();
        let is_said =
            self.overrides.meaning(Field::MassUnit, "").is_some() || self.overrides.mass_unit.is_some();
        let is_bare = |row: &&Row| {
            self.text(row, unit).is_none()
                && silent.iter().any(|mass| self.evidence.is_number(row, *mass, self.vocabulary))
        };
        let is_stated = self.rows().any(|row| self.text(row, unit).is_some());
        if !is_said && is_stated && self.rows().find(is_bare).is_some() {
            self.open.push(super::Open {
                what: Question::Value,
                column: self.name(unit),
                field: Some(Field::MassUnit),
                seen: String::new(),
                choices: self.vocabulary.meanings(self.kind, Field::MassUnit),
            });
        }
    }

    /// What a status says is asked where others of the column are known to tell what became of an order, or where lines of
    /// several pieces have one; what became of a device in use is another matter.
    fn ask_status(&mut self) {
        let Some(column) = self.column(Field::Status) else { return };
        let (vocabulary, index) = (self.vocabulary, column.index);
        let header = fold_header(&column.header);
        let is_type = vocabulary.is_weak(Field::Category, &header);
        let facts = self.evidence.facts_of(index);
        let is_of_order = |word: &str| {
            matches!(vocabulary.movement(word), Some("purchase" | "ordered" | "return" | "cancelled"))
        };
        let tells_orders = facts.words.iter().any(|word| is_of_order(word));
        if tells_orders || (self.has(Field::Quantity) && !is_type) {
            self.ask_words(Field::Status, |word| vocabulary.movement(word).is_none());
        }
        // "Line status", and no "Movement type".
        if header.split(' ').any(|word| vocabulary.is_weak(Field::Condition, word)) {
            let sent_back = self.sent_back(index);
            self.ask_words(Field::Status, |word| sent_back.contains(word));
        }
        let papers = self.repeated_papers(index);
        self.ask_words(Field::Status, |word| papers.contains(word));
    }

    /// The words of a status for "sent back" beside pieces above zero: such a line may be the purchase itself, of which
    /// nothing is left, or a line of its own that lessens another.
    fn sent_back(&self, status: u32) -> BTreeSet<String> {
        let Some(quantity) = self.column(Field::Quantity).map(|column| column.index) else {
            return BTreeSet::new();
        };
        let is_bought = |row: &&Row| self.number(row, quantity).is_some_and(|pieces| pieces > Decimal::ZERO);
        let words = self.rows().filter(is_bought).filter_map(|row| self.text(row, status));
        words.filter(|word| self.vocabulary.movement(word) == Some("return")).collect()
    }

    /// Words under a header that is a condition and of which nobody knows which they mean; where no word of a column of
    /// conditions is known, all of them, and else those that say new beside a word that may take it back.
    fn ask_condition(&mut self) {
        let Some(column) = self.column(Field::Condition) else { return };
        let (vocabulary, header, index) = (self.vocabulary, column.header.clone(), column.index);
        let facts = self.evidence.facts_of(index);
        let is_known = |word: &str| match vocabulary.flagged_condition(&header, word) {
            Some(meaning) => meaning.is_some(),
            None => vocabulary.condition(word).is_some(),
        };
        let is_said = |word: &str| self.overrides.meaning(Field::Condition, word).is_some();
        let is_flag = vocabulary.condition_of_header(&header).is_some();
        let mut words = facts.words.iter().filter(|word| !self.evidence.stands_above(index, word));
        if is_flag || !words.any(|word| is_known(word) || is_said(word)) {
            self.ask_words(Field::Condition, |word| !is_known(word));
        } else {
            self.ask_words(Field::Condition, |word| !is_known(word) && vocabulary.may_be_new(word));
        }
    }

    /// Whose devices are: words that say another's are asked, and beside words that are known those that are not.
    fn ask_owners(&mut self) {
        let Some(column) = self.column(Field::Ownership) else { return };
        let (vocabulary, header, index) = (self.vocabulary, column.header.clone(), column.index);
        let is_own = |word: &str| vocabulary.is_own(&header, word);
        let is_others = |word: &str| vocabulary.is_others(&header, word);
        if matches!(self.kind, Kind::Certificates | Kind::Dispositions) {
            return self.ask_accounts(index);
        }
        let tells = self.evidence.facts_of(index).words.iter().any(|word| is_own(word) || is_others(word));
        self.ask_words(Field::Ownership, |word| is_others(word) || (tells && !is_own(word)));
    }

    /// Whose accounts a registry's statement lists, and whose hardware a recycler's: several are asked, and one in which
    /// certificates are retired. An extract of a whole registry has more than any organisation.
    fn ask_accounts(&mut self, column: u32) {
        let vocabulary = self.vocabulary;
        let is_spent = |word: &str| {
            let mut words = word.split(|letter: char| !letter.is_alphanumeric());
            words.any(|word| matches!(vocabulary.state(word), Some("retired" | "cancelled" | "expired")))
        };
        let facts = self.evidence.facts_of(column);
        let accounts = facts.words.iter().filter(|word| !self.evidence.stands_above(column, word)).count();
        let is_gone = vocabulary.names_gone(self.header(column));
        let is_several = (2..=MOST_ACCOUNTS).contains(&accounts);
        self.ask_words(Field::Ownership, |word| is_several || is_gone || is_spent(word));
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

    /// The year alone in the row above the header, for rows without a date. It stands before a person's word only where other
    /// tables of the sheet are titled so, too.
    pub(super) fn year_of_title(&mut self) -> Option<i32> {
        let is_dated = self.has(Field::Date) || self.has(Field::Year);
        if is_dated || !matches!(self.kind, Kind::Procurement | Kind::Dispositions) {
            return None;
        }
        let lone_year = |row: &Row| {
            let mut filled = row.cells.iter().map(|cell| &cell.value).filter(|value| !value.is_blank());
            let first = filled.next()?.shown();
            read_year(&first).filter(|_| filled.next().is_none())
        };
        let header_row = self.evidence.header_row;
        let above =
            self.evidence.head.iter().filter(|row| row.number < header_row && row.number + 2 >= header_row);
        let year = above.filter_map(lone_year).next_back()?;
        let has_others = self.rows().filter_map(lone_year).any(|other| other != year);
        if self.overrides.year.is_some() && !has_others {
            return None;
        }
        let expected = "a date in each row; the year stands above the table";
        self.note(None, IssueCode::YearOfSheet, &year.to_string(), expected);
        Some(year)
    }

    /// A title above the table that says that its lines were sent back, called off or retired.
    pub(super) fn settle_title(&mut self) {
        if self.kind != Kind::Procurement || self.answer(Question::Table).is_some() {
            return;
        }
        let lone = |row: &Row| {
            let mut filled = row.cells.iter().map(|cell| &cell.value).filter(|value| !value.is_blank());
            let first = filled.next()?.shown();
            filled.next().is_none().then_some((row.number, first))
        };
        let header_row = self.evidence.header_row;
        let above = self.evidence.head.iter().filter(|row| row.number < header_row);
        let is_dated = self.has(Field::Date) || self.has(Field::Year);
        let is_title = |title: &str| {
            title.split_whitespace().count() <= LONGEST_TITLE
                && (self.vocabulary.is_of_no_purchases(title)
                    || (!is_dated && self.vocabulary.is_of_stock(title)))
        };
        if let Some((row, title)) = above.filter_map(lone).find(|(_, title)| is_title(title)) {
            return self.ask(Question::Table, &format!("row {row}"), &title, vec!["same".to_owned()]);
        }
        // "Return date": the day itself is of what was sent back.
        let goes_back = |header: &str| {
            self.vocabulary.movement(header) == Some("return") && !self.vocabulary.names_deadline(header)
        };
        let date = self.guessed(Field::Date).map(|column| column.index);
        if let Some(date) = date.filter(|date| goes_back(self.header(*date))) {
            let (name, seen) = (self.name(date), self.header(date).to_owned());
            self.ask(Question::Table, &name, &seen, vec!["same".to_owned()]);
        }
    }

    /// Further lines in each row of a wide table: other devices, or the pieces of other months and sites.
    pub(super) fn further(&self) -> Vec<Vec<MappedColumn>> {
        match self.kind {
            Kind::Procurement if !self.spread.is_empty() => {
                let with = |index: &u32| {
                    let (index, header) = (*index, self.header(*index).to_owned());
                    let pieces = |one: &MappedColumn| match one.field {
                        Field::Quantity => MappedColumn { index, header: header.clone(), ..one.clone() },
                        _ => one.clone(),
                    };
                    self.columns.iter().map(pieces).collect()
                };
                self.spread[1..].iter().map(with).collect()
            }
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
        let restores =
            |column: &MappedColumn| matches!(column.field, Field::ReusedMass | Field::RefurbishedMass);
        let is_lone = routes.len() == 1 && self.shares.is_none();
        if routes.is_empty() || (is_lone && (sent.is_none() || restores(&routes[0]))) {
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
