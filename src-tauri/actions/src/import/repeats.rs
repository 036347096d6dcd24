//! Assets and purchases that one file names twice: each can be bought and restored once.

use super::reading::Source;
use crate::views::import::IssueView;
use chrono::{Datelike, NaiveDate};
use planner_core::disposition::{Disposition, Outcome};
use planner_core::line::Line;
use planner_sheets::field::Field;
use planner_sheets::inspect::Question;
use planner_sheets::mapping::Open;
use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};

/// Tags met so far, each with what became of the asset and its first row.
pub(super) struct Repeats {
    column: Option<String>,
    first: HashMap<(String, Option<Outcome>), u32>,
}

impl Repeats {
    pub(super) fn new(source: &Source) -> Self {
        let column = source.mapping.column(Field::AssetTag).map(|column| column.header.clone());
        Self { column, first: HashMap::new() }
    }

    /// The finding on an asset of which an earlier row says the same. Parts of one asset may end differently.
    pub(super) fn of(&mut self, row: u32, asset: &Disposition) -> Option<IssueView> {
        let tag = asset.asset_tag.as_ref()?;
        match self.first.entry((tag.trim().to_lowercase(), asset.outcome)) {
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
            Entry::Occupied(first) => Some(IssueView {
                row,
                column: self.column.clone(),
                code: "asset_repeated".to_owned(),
                severity: "warns".to_owned(),
                seen: tag.clone(),
                expected: format!("each asset once; row {} has it too, and both count", first.get()),
            }),
        }
    }
}

/// Purchases that one file names twice, and what can hardly be.
pub(super) struct Doubts {
    today: NaiveDate,
    repeats: Option<String>,
    implausible: Option<String>,
    first: HashMap<u64, u32>,
    /// The first of each kind.
    open: Vec<Open>,
}

/// What becomes of a line by a person's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    Repeated,
    Implausible,
}

/// More devices than anyone buys on a line: so many are a code or a mistake.
const MOST_PIECES: i64 = 1_000_000;
/// Lines that are looked for again, at most.
const MOST_LINES: usize = 4_000_000;

impl Doubts {
    pub(super) fn new(source: &Source, today: NaiveDate) -> Self {
        let answer = |question| source.overrides.answer(question).map(str::to_owned);
        let (repeats, implausible) = (answer(Question::Repeats), answer(Question::Implausible));
        Self { today, repeats, implausible, first: HashMap::new(), open: Vec::new() }
    }

    /// Whether a line is left out by a person's word; what is in doubt and was not answered is asked.
    pub(super) fn of(&mut self, row: u32, line: &Line) -> Option<Doubt> {
        let hardly = self.hardly(line.date, line.quantity);
        if let Some(seen) = hardly.filter(|_| self.implausible.as_deref() != Some("count")) {
            self.ask(Question::Implausible, row, seen, &["reject", "count"]);
            return self.implausible.is_some().then_some(Doubt::Implausible);
        }
        if self.repeats.as_deref() == Some("count") {
            return None;
        }
        let (key, says) = identity(line)?;
        let is_full = self.first.len() >= MOST_LINES;
        match self.first.entry(key) {
            Entry::Vacant(_) if is_full => None,
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
            // Several devices of one row, each a line.
            Entry::Occupied(first) if *first.get() == row => None,
            Entry::Occupied(first) => {
                let seen = format!("{says}, as row {}", first.get());
                self.ask(Question::Repeats, row, seen, &["once", "count"]);
                self.repeats.is_some().then_some(Doubt::Repeated)
            }
        }
    }

    /// A day in years to come, or more pieces than anyone buys.
    fn hardly(&self, date: Option<NaiveDate>, quantity: i64) -> Option<String> {
        let is_to_come = |date: &NaiveDate| date.year() > self.today.year().saturating_add(1);
        let day = date.filter(is_to_come).map(|date| date.to_string());
        day.or_else(|| (quantity.saturating_abs() > MOST_PIECES).then(|| format!("{quantity} pieces")))
    }

    fn ask(&mut self, what: Question, row: u32, seen: String, choices: &[&str]) {
        if self.open.iter().all(|open| open.what != what) {
            self.open.push(Open::of_row(what, row, seen, choices));
        }
    }

    /// What nobody answered.
    pub(super) fn open(&self) -> impl Iterator<Item = Open> {
        let is_open = |open: &&Open| match open.what {
            Question::Repeats => self.repeats.is_none(),
            _ => self.implausible.is_none(),
        };
        self.open.iter().filter(is_open).cloned()
    }
}

/// By what a line is known within its file, and how that reads: its serial, or its number in its order with what it is of.
fn identity(line: &Line) -> Option<(u64, String)> {
    let mut hasher = DefaultHasher::new();
    if let Some(serial) = line.serial_number.as_deref().map(str::trim).filter(|text| is_serial(text)) {
        (serial.to_lowercase(), line.quantity < 0).hash(&mut hasher);
        return Some((hasher.finish(), format!("serial number {serial}")));
    }
    let (order, number) = (line.order_number.as_deref()?, line.line_number.as_deref()?);
    (line.supplier.as_deref(), order, number, line.quantity).hash(&mut hasher);
    (line.item.as_deref(), line.model.as_deref(), line.serial_number.as_deref()).hash(&mut hasher);
    Some((hasher.finish(), format!("line {number} of order {order}")))
}

/// Whether a text tells one device from others: a code with a digit above 0.
fn is_serial(text: &str) -> bool {
    text.len() > 1
        && !text.contains(char::is_whitespace)
        && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}
