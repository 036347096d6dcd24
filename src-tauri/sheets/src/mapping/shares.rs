//! Where retired mass went, stated in percent of what was sent: "Reuse %" 42, or 0.42 as spreadsheets keep it; or by a yes
//! under the way that it went.

use super::table::Table;
use super::{MappedColumn, Mapping, propose};
use crate::cell::{Row, Value};
use crate::convention::read_number;
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::header::Concept;
use crate::inspect::{Match, Question};
use planner_core::mass::MassUnit;
use rust_decimal::Decimal;

/// Words of a header that says a share, folded.
const SHARES: [&str; 16] = [
    "share",
    "percent",
    "percentage",
    "pct",
    "rate",
    "anteil",
    "prozent",
    "quote",
    "part",
    "pourcentage",
    "taux",
    "porcentaje",
    "percentuale",
    "percentage",
    "aandeel",
    "udzial",
];

/// The mass sent, and what the whole of it is called in the columns of shares: 100 or 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) sent: MappedColumn,
    pub(crate) whole: Decimal,
    /// Whether a yes stands for the whole, and anything else for nothing.
    pub(crate) are_flags: bool,
}

impl Table<'_> {
    /// Takes columns of shares for where the mass went, where they add up to the whole in each row or some is above 1.
    pub(super) fn settle_shares(&mut self) -> Option<Shares> {
        let is_parted = self.columns.iter().any(|column| column.field.route().is_some());
        if self.kind == Kind::Dispositions && !is_parted && !self.has(Field::Outcome) {
            self.ask_pieces_by_way();
        }
        let sent = self.column(Field::SentMass).filter(|_| !is_parted).cloned()?;
        if self.kind != Kind::Dispositions {
            return None;
        }
        let shares: Vec<(u32, Field)> =
            self.unmapped().into_iter().filter_map(|index| Some((index, self.share_of(index)?))).collect();
        if shares.len() < 2 {
            return self.settle_flags(sent);
        }
        let parts = |row: &Row| -> Vec<Decimal> {
            shares.iter().filter_map(|(index, _)| self.percent(row.value(*index)?)).collect()
        };
        let rows: Vec<Vec<Decimal>> = self.rows().map(parts).filter(|parts| !parts.is_empty()).collect();
        let is_near = |parts: &Vec<Decimal>| {
            let sum: Decimal = parts.iter().sum();
            (sum - Decimal::ONE).abs() <= Decimal::new(11, 3)
        };
        let whole = match () {
            () if rows.is_empty() => return None,
            () if rows.iter().all(is_near) => Decimal::ONE,
            () if rows.iter().flatten().any(|part| *part > Decimal::ONE) => Decimal::ONE_HUNDRED,
            () => return None,
        };
        self.take_shares(shares);
        Some(Shares { sent, whole, are_flags: false })
    }

    /// "Units reused" beside "Units recycled": which mass went where is not stated, and asked about.
    fn ask_pieces_by_way(&mut self) {
        let counts = |index: &u32| {
            let senses = self.senses(*index);
            senses.has_one(&[Concept::Quantity, Concept::Piece, Concept::Unit])
                && self.vocabulary.outcome_in(&fold_header(self.header(*index))).is_some()
                && self.are_counts(*index)
        };
        let ways: Vec<u32> = self.unmapped().into_iter().filter(counts).collect();
        if let [first, _, ..] = ways.as_slice()
            && self.answer(Question::Table).is_none()
        {
            let name = self.name(*first);
            self.ask(Question::Table, &name, &name, vec!["same".to_owned()]);
        }
    }

    /// "Reused?" yes, no: the mass of a row went where its yes stands. A row with two of them went nobody knows where.
    fn settle_flags(&mut self, sent: MappedColumn) -> Option<Shares> {
        if self.has(Field::Outcome) || self.is_said(Field::Outcome) {
            return None;
        }
        // "Recycle" resembles a recycler.
        let resembling = self.columns.iter().filter(|column| column.how == Match::Fuzzy);
        let open: Vec<u32> =
            self.unmapped().into_iter().chain(resembling.map(|column| column.index)).collect();
        let flags: Vec<(u32, Field)> =
            open.into_iter().filter_map(|index| Some((index, self.flag_of(index)?))).collect();
        let ways = |row: &Row| {
            let is_yes = |(index, _): &&(u32, Field)| {
                self.text(row, *index).is_some_and(|text| self.vocabulary.is_yes(&text))
            };
            flags.iter().filter(is_yes).count()
        };
        if self.rows().any(|row| ways(row) > 1) && self.answer(Question::Table).is_none() {
            let name = self.name(flags[0].0);
            self.ask(Question::Table, &name, &name, vec!["same".to_owned()]);
        }
        if flags.is_empty() || self.asks(Question::Table) {
            return None;
        }
        self.columns.retain(|column| flags.iter().all(|(index, _)| column.index != *index));
        self.take_shares(flags);
        Some(Shares { sent, whole: Decimal::ONE, are_flags: true })
    }

    /// Where the mass went by a yes in a column whose cells say nothing but yes and no.
    fn flag_of(&self, index: u32) -> Option<Field> {
        let folded = fold_header(self.header(index));
        let facts = self.evidence.facts_of(index);
        let mut texts = self.rows().filter_map(|row| self.text(row, index)).peekable();
        let is_flag = |text: String| self.vocabulary.is_yes(&text) || self.vocabulary.is_no(&text);
        let is_one = facts.numbers() == 0 && texts.peek().is_some() && texts.all(is_flag);
        Field::of_route(self.vocabulary.outcome_of_header(&folded).filter(|_| is_one)?)
    }

    fn take_shares(&mut self, shares: Vec<(u32, Field)>) {
        for (index, field) in shares {
            let column = propose::as_column(self.header(index).to_owned(), index, field, self.vocabulary);
            // It is in no unit; its mass is in that of what was sent.
            self.columns.push(MappedColumn { unit: Some(MassUnit::Kilogram), ..column });
        }
    }

    /// Where the share of a column went, by its header.
    fn share_of(&self, index: u32) -> Option<Field> {
        let header = self.header(index);
        let folded = fold_header(header);
        let is_percent = header.contains(['%', '％']) || folded.split(' ').any(|word| SHARES.contains(&word));
        let has_sign = || {
            self.rows().any(|row| matches!(row.value(index), Some(Value::Text(text)) if text.contains('%')))
        };
        let outcome = self.vocabulary.outcome_in(&folded).filter(|_| is_percent || has_sign())?;
        Field::of_route(outcome)
    }

    fn percent(&self, value: &Value) -> Option<Decimal> {
        percent(value, |text| {
            let readings = read_number(text, self.vocabulary)?;
            readings.point.or(readings.comma)
        })
    }
}

/// The number in a cell of shares; `read` reads a text without its sign.
pub(crate) fn percent(value: &Value, read: impl Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.shown.parse().ok(),
        Value::Text(text) => read(text.trim().trim_end_matches(['%', '％']).trim_end()),
        _ => None,
    }
}

impl Mapping {
    /// The mass that a share of what was sent is; nothing where it cannot be held.
    pub(crate) fn shared_mass(&self, sent: Decimal, share: Decimal) -> Option<Decimal> {
        sent.checked_mul(share)?.checked_div(self.shares.as_ref()?.whole)
    }
}
