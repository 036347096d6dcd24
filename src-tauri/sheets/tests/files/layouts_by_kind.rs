//! Layouts of many writers and languages, by what made such files go wrong: `layouts_by_kind.txt`. What each is was
//! decided before it was read.

use crate::Test;
use crate::support::read_csv;
use planner_sheets::field::Kind;
use planner_sheets::mapping::Overrides;
use planner_sheets::record::Record;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub const TESTS: &[Test] = &[("layouts_by_kind::each_is_right_or_asked", layouts)];

/// One table between two rules, under what it is read as and what it comes to.
const LAYOUTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/layouts_by_kind.txt");

fn layouts() {
    let layouts = std::fs::read_to_string(LAYOUTS).expect("the layouts");
    let tables = layouts.split("\n====\n").filter(|part| part.contains("\n----\n"));
    let (mut count, mut wrong) = (0, Vec::new());
    for table in tables {
        let (head, text) = table.split_once("\n----\n").expect("a head and a table");
        let head = head.lines().last().expect("a head");
        let (kind, expected) = head.split_once(": ").expect("a kind and what it comes to");
        let found = read(text, Kind::from_word(kind).expect("a kind"));
        count += 1;
        if found != expected {
            wrong.push(format!("{text}\nexpected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} are wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(count > 100, "{count} layouts");
}

/// What a table comes to: a question, or its sums.
fn read(text: &str, kind: Kind) -> String {
    let reading = match read_csv(&format!("{text}\n"), kind, &Overrides::default()) {
        Ok(reading) => reading,
        Err(error) => return error.code().to_owned(),
    };
    let is_question = |code: &str| {
        matches!(code, "unit_or_line_mass" | "mass_unit_open" | "ambiguous_date" | "ambiguous_number")
    };
    let asks = !reading.mapping.open.is_empty()
        || !reading.summary.open.is_empty()
        || reading.mapping.notes.iter().any(|note| is_question(note.code.as_str()));
    if asks {
        return "asks".to_owned();
    }
    let mut sums = Sums::default();
    reading.records().for_each(|record| sums.include(record));
    let rejected = reading.summary.rows_rejected;
    let rejects = if rejected > 0 { format!(", rejects {rejected}") } else { String::new() };
    format!("{}{rejects}", sums.told(kind))
}

#[derive(Default)]
struct Sums {
    units: i64,
    kg: Decimal,
    /// kg by what became of them, and units by year.
    by: BTreeMap<String, Decimal>,
    serials: Vec<String>,
}

impl Sums {
    fn include(&mut self, record: &Record) {
        match record {
            Record::Procurement(row) => {
                self.units += row.quantity;
                let by_unit = row.unit_mass_kg.map(|one| one * Decimal::from(row.quantity));
                self.kg += row.mass_kg.or(by_unit).unwrap_or_default();
                let year = row.date.map(|date| chrono::Datelike::year(&date)).or(row.year);
                if let Some(year) = year {
                    *self.by.entry(year.to_string()).or_default() += Decimal::from(row.quantity);
                }
            }
            Record::Disposition(row) => {
                let kg = row.sent_mass_kg.unwrap_or_default();
                self.kg += kg;
                let outcome = row.outcome.map_or("none", |outcome| outcome.word());
                *self.by.entry(outcome.to_owned()).or_default() += kg;
            }
            Record::Certificate(row) => {
                self.units += row.quantity;
                let (prefix, vintage) =
                    (row.serial_prefix.as_deref().unwrap_or("?"), row.vintage.unwrap_or(0));
                let state = row.status.as_deref().unwrap_or("held");
                self.serials
                    .push(format!("{prefix} {}-{} {vintage} {state}", row.serial_start, row.serial_end));
            }
            Record::Order(row) => self.units += row.quantity,
            Record::Catalogue(_) => {}
        }
    }

    fn told(&self, kind: Kind) -> String {
        let by: Vec<String> =
            self.by.iter().map(|(word, sum)| format!("{word} {}", sum.normalize())).collect();
        match kind {
            Kind::Certificates => format!("{} units, {}", self.units, self.serials.join(", ")),
            Kind::Procurement if by.is_empty() => format!("{} units, {} kg", self.units, self.kg.normalize()),
            Kind::Procurement => {
                format!("{} units, {} kg, {}", self.units, self.kg.normalize(), by.join(", "))
            }
            _ => format!("{} kg, {}", self.kg.normalize(), by.join(", ")),
        }
    }
}
