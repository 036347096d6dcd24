//! Sums of lines while they are added up, by the columns that they are kept by.

use super::KEYS;
use crate::bulk::{Bound, Cell, Row};
use compact_str::CompactString;
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};

/// A value that a sum is kept by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Part {
    Integer(i64),
    Text(CompactString),
}

impl Part {
    pub(super) fn bound(&self) -> Bound<'_> {
        match self {
            Self::Integer(number) => Bound::Integer(*number),
            Self::Text(text) => Bound::Text(text),
        }
    }

    pub(super) fn integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    fn of(cell: Cell) -> Self {
        match cell {
            Cell::Integer(number) => Self::Integer(number),
            Cell::Text(bytes) | Cell::Other(bytes) => Self::Text(String::from_utf8_lossy(bytes).into()),
            Cell::Null => Self::Integer(0),
        }
    }
}

/// The import that superseded the lines, and their key.
pub(super) type Place = (i64, Vec<Part>);
/// Sums by where they are kept.
pub(super) type Places = BTreeMap<Place, Sum>;

/// What some lines come to; wider than what is kept, so that no order of adding can overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) lines: i128,
    pub(crate) quantity: i128,
    pub(crate) quantity_held: i128,
    pub(crate) mid: i128,
    pub(crate) low: i128,
    pub(crate) high: i128,
    pub(crate) mass_held: i128,
}

impl Sum {
    fn add(&mut self, quantity: i64, [mid, low, high]: [i64; 3]) {
        let held = [mid, low, high].map(|mass| i128::from(mass).abs());
        self.lines += 1;
        self.quantity += i128::from(quantity);
        self.quantity_held += i128::from(quantity).abs();
        self.mid += i128::from(mid);
        self.low += i128::from(low);
        self.high += i128::from(high);
        self.mass_held += held.into_iter().max().unwrap_or_default();
    }

    /// Its amounts in the order of their columns.
    pub(super) fn all(&self) -> [i128; 7] {
        let Self { lines, quantity, quantity_held, mid, low, high, mass_held } = *self;
        [lines, quantity, quantity_held, mid, low, high, mass_held]
    }

    /// The same as they are kept; nothing where one cannot be held.
    pub(crate) fn amounts(&self) -> Option<[i64; 7]> {
        let mut amounts = [0; 7];
        for (amount, of) in amounts.iter_mut().zip(self.all()) {
            *amount = i64::try_from(of).ok()?;
        }
        Some(amounts)
    }
}

/// Sums of lines by their key.
#[derive(Debug, Default)]
pub(crate) struct Tallied {
    sums: HashMap<Vec<Part>, Sum, RandomState>,
    /// The key of the line that is being added: made in one place, because most are known already.
    key: Vec<Part>,
    /// Where the key columns and the amounts stand among the values of a line that is written.
    places: Option<Written>,
}

#[derive(Clone, Copy, Debug)]
struct Written {
    keys: [usize; KEYS.len()],
    quantity: usize,
    masses: [usize; 3],
}

impl Tallied {
    /// For lines that are written with the values of these columns.
    pub(crate) fn of_written<'a>(columns: impl Iterator<Item = &'a str> + Clone) -> Self {
        let place = |name: &str| columns.clone().position(|column| column == name).unwrap_or_default();
        let written = Written {
            keys: KEYS.map(|key| place(key.column)),
            quantity: place("quantity"),
            masses: ["mass_mg", "mass_low_mg", "mass_high_mg"].map(place),
        };
        Self { places: Some(written), ..Self::default() }
    }

    /// A line that was written with these values.
    pub(crate) fn add_written(&mut self, values: &[Bound]) {
        let Some(written) = self.places else { return };
        let value = |place: usize| values.get(place).copied().unwrap_or(Bound::Null);
        let number = |place| if let Bound::Integer(number) = value(place) { number } else { 0 };
        self.key.clear();
        for (key, place) in KEYS.iter().zip(written.keys) {
            self.key.push(match value(place) {
                Bound::Integer(number) => Part::Integer(number),
                Bound::Text(text) => Part::Text(text.into()),
                Bound::Null if key.missing == "''" => Part::Text(CompactString::const_new("")),
                Bound::Null => Part::Integer(0),
            });
        }
        self.add(number(written.quantity), written.masses.map(number));
    }

    /// A line as it stands: its key, its quantity and its masses.
    pub(super) fn add_row(&mut self, row: &Row, keys: usize) {
        let columns = 0..i32::try_from(keys).unwrap_or_default();
        let first = columns.end;
        self.key.clear();
        self.key.extend(columns.map(|column| Part::of(row.cell(column))));
        self.add(row.integer(first), [1, 2, 3].map(|next| row.integer(first + next)));
    }

    fn add(&mut self, quantity: i64, masses: [i64; 3]) {
        match self.sums.get_mut(self.key.as_slice()) {
            Some(sum) => sum.add(quantity, masses),
            None => self.sums.entry(self.key.clone()).or_default().add(quantity, masses),
        }
    }

    pub(super) fn sums(&self) -> impl Iterator<Item = (&Vec<Part>, &Sum)> {
        self.sums.iter()
    }

    pub(super) fn retain(&mut self, keep: impl Fn(&Sum) -> bool) {
        self.sums.retain(|_, sum| keep(sum));
    }

    pub(super) fn into_places(self, superseded_by: i64) -> impl Iterator<Item = (Place, Sum)> {
        self.sums.into_iter().map(move |(key, sum)| ((superseded_by, key), sum))
    }
}

/// A sum as it is kept, with its place.
pub(super) fn kept(row: &Row, keys: usize) -> (Place, Sum) {
    let keys = i32::try_from(keys).unwrap_or_default();
    let key = (1..=keys).map(|column| Part::of(row.cell(column))).collect();
    let amount = |place: i32| i128::from(row.integer(keys + 1 + place));
    let sum = Sum {
        lines: amount(0),
        quantity: amount(1),
        quantity_held: amount(2),
        mid: amount(3),
        low: amount(4),
        high: amount(5),
        mass_held: amount(6),
    };
    ((row.integer(0), key), sum)
}
