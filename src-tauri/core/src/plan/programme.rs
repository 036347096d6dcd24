//! The purchase plan as a linear programme: what whole units are left out of.

use super::purchase::{Terms, Window};
use rust_decimal::Decimal;

/// How a row binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The sum is no more than the bound.
    AtMost,
    /// The sum is the bound.
    Equal,
}

/// Σ factor × variable ≤ or = bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Variables by position, with their factors.
    pub terms: Vec<(usize, Decimal)>,
    /// How it binds.
    pub binds: Bound,
    /// The bound.
    pub bound: Decimal,
}

/// Variables from `low` to `high` that keep the rows, at the least cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// Cost of one of each variable.
    pub costs: Vec<Decimal>,
    /// Their least values.
    pub low: Vec<i64>,
    /// Their greatest values.
    pub high: Vec<i64>,
    /// What they must keep.
    pub rows: Vec<Row>,
    /// The greatest quantity in it, by which all may be divided before it is solved.
    pub scale: i64,
}

/// Values that solve a programme, as closely as its solver counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxed {
    /// Value of each variable.
    pub values: Vec<Decimal>,
    /// What they cost together.
    pub cost: Decimal,
}

/// Solves a linear programme; no answer where it has none or none was found.
pub type Solve<'a> = dyn Fn(&Programme) -> Option<Relaxed> + 'a;

/// A purchase plan's programme: for each window its units, then its units for each year it can serve, then each year's
/// shortage.
pub(super) struct Model {
    pub programme: Programme,
    /// Position of the variable of window × year, where it can serve it.
    serves: Vec<Vec<(usize, usize)>>,
}

impl Model {
    /// The programme with every window between no units and all that any year lacks.
    pub fn new(terms: &Terms, windows: &[Window], uncovered: &[i64]) -> Self {
        let all: i64 = uncovered.iter().sum::<i64>() + terms.slack();
        let mut model = Self { programme: Programme::default(), serves: Vec::new() };
        model.programme.scale = uncovered.iter().copied().max().unwrap_or(1).max(1);
        for window in windows {
            model.variable(window.price, all);
        }
        let has_slack = terms.slack() > 0;
        for window in windows {
            let last = if has_slack { window.last_usable } else { window.last };
            let years = (window.position..=last).filter(|year| uncovered[*year] > 0);
            let serves = years.map(|year| (year, model.variable(Decimal::ZERO, uncovered[year]))).collect();
            model.serves.push(serves);
        }
        model.cover(windows, terms, uncovered);
        model.tie(windows, terms);
        model.limit(windows, terms);
        model
    }

    fn variable(&mut self, cost: Decimal, high: i64) -> usize {
        self.programme.costs.push(cost);
        self.programme.low.push(0);
        self.programme.high.push(high);
        self.programme.costs.len() - 1
    }

    fn row(&mut self, terms: Vec<(usize, Decimal)>, binds: Bound, bound: Decimal) {
        self.programme.rows.push(Row { terms, binds, bound });
    }

    /// What serves a year and what it lacks are what it needs; lacking a unit costs more than any way to buy one.
    fn cover(&mut self, windows: &[Window], terms: &Terms, uncovered: &[i64]) {
        let dearest = windows.iter().map(|window| window.price).max().unwrap_or_default() + Decimal::ONE;
        let penalty = dearest * Decimal::from(1_000 + terms.slack().saturating_mul(10).min(10_000_000));
        for (year, units) in uncovered.iter().enumerate().filter(|(_, units)| **units > 0) {
            let lacking = self.variable(penalty, *units);
            let serving = self.serves.iter().flatten().filter(|(served, _)| *served == year);
            let mut row: Vec<_> = serving.map(|(_, variable)| (*variable, Decimal::ONE)).collect();
            row.push((lacking, Decimal::ONE));
            self.row(row, Bound::Equal, Decimal::from(*units));
        }
    }

    /// A window serves no more than is bought of it, and all but the slack within the years it may be bought for.
    fn tie(&mut self, windows: &[Window], terms: &Terms) {
        for (position, window) in windows.iter().enumerate() {
            let serves = self.serves[position].clone();
            let used = |last: usize, sign: Decimal| {
                let in_time = serves.iter().filter(move |(year, _)| *year <= last);
                in_time.map(move |(_, variable)| (*variable, sign))
            };
            let mut row: Vec<_> = used(window.last_usable, Decimal::ONE).collect();
            row.push((position, Decimal::NEGATIVE_ONE));
            if terms.slack() == 0 {
                self.row(row, Bound::Equal, Decimal::ZERO);
                continue;
            }
            self.row(row, Bound::AtMost, Decimal::ZERO);
            let mut row: Vec<_> = used(window.last, Decimal::NEGATIVE_ONE).collect();
            row.push((position, Decimal::ONE));
            self.row(row, Bound::AtMost, Decimal::from(terms.slack()));
        }
    }

    fn limit(&mut self, windows: &[Window], terms: &Terms) {
        for (year, budget) in terms.budgets.iter().enumerate() {
            let Some(budget) = budget else { continue };
            let of_year = windows.iter().enumerate().filter(|(_, window)| window.position == year);
            let row: Vec<_> = of_year.map(|(position, window)| (position, window.price)).collect();
            if !row.is_empty() {
                self.row(row, Bound::AtMost, (*budget).max(Decimal::ZERO));
            }
        }
    }
}
