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

/// A part of a key in bytes with which no other part begins; few, because a key is looked up for each of a million lines.
fn push_key(key: &mut Vec<u8>, part: Cell) {
    match part {
        Cell::Null => key.push(NULL),
        Cell::Integer(number) => push_number(key, number),
        Cell::Text(bytes) | Cell::Other(bytes) => {
            key.push(TEXT);
            push_number(key, i64::try_from(bytes.len()).unwrap_or(i64::MAX));
            key.extend_from_slice(bytes);
        }
    }
}

/// In the place of how many bytes a number has.
const NULL: u8 = 9;
const TEXT: u8 = 10;

/// The bytes of a number without the zeros before it, and how many they are.
fn push_number(key: &mut Vec<u8>, number: i64) {
    let length = 8 - number.leading_zeros() / 8;
    let [a, b, c, d, e, f, g, h] = number.to_le_bytes();
    let end = key.len() + 1 + usize::try_from(length).unwrap_or(8);
    key.extend_from_slice(&[u8::try_from(length).unwrap_or(NULL), a, b, c, d, e, f, g, h]);
    key.truncate(end);
}

/// The import that superseded the lines, and their key.
pub(super) type Place = (i64, Vec<Part>);
/// Sums by where they are kept: as they are, and as they are expected.
pub(super) type Differing = BTreeMap<Place, [Option<Sum>; 2]>;

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

    fn join(&mut self, other: &Self) {
        self.lines += other.lines;
        self.quantity += other.quantity;
        self.quantity_held += other.quantity_held;
        self.mid += other.mid;
        self.low += other.low;
        self.high += other.high;
        self.mass_held += other.mass_held;
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

/// Where the key columns and the amounts of a line stand among its values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    keys: [usize; KEYS.len()],
    quantity: usize,
    masses: [usize; 3],
}

impl Columns {
    /// Where a function says that each stands; nothing where one is missing.
    pub(crate) fn of(place: impl Fn(&str) -> Option<usize>) -> Option<Self> {
        let mut keys = [0; KEYS.len()];
        for (at, key) in keys.iter_mut().zip(&KEYS) {
            *at = place(key.column)?;
        }
        let [mid, low, high] = ["mass_mg", "mass_low_mg", "mass_high_mg"].map(&place);
        Some(Self { keys, quantity: place("quantity")?, masses: [mid?, low?, high?] })
    }
}

/// Sums of lines by their key.
#[derive(Debug, Default)]
pub(crate) struct Tallied {
    /// Where the sum of a key stands, by the bytes of the key: most lines have one that is known already.
    places: HashMap<Box<[u8]>, usize, RandomState>,
    sums: Vec<(Vec<Part>, Sum)>,
    /// The key of the line that is being added.
    key: Vec<u8>,
}

impl Tallied {
    /// A line that was written with these values.
    pub(crate) fn add_written(&mut self, values: &[Bound], columns: &Columns) {
        self.add(columns, |place| values.get(place).map_or(Cell::Null, |value| Cell::from(*value)));
    }

    /// A line as its cells stand.
    pub(crate) fn add_cells(&mut self, cells: &[Cell], columns: &Columns) {
        self.add(columns, |place| cells.get(place).copied().unwrap_or(Cell::Null));
    }

    /// A line as it stands.
    pub(crate) fn add_row(&mut self, row: &Row, columns: &Columns) {
        self.add(columns, |place| i32::try_from(place).map_or(Cell::Null, |place| row.cell(place)));
    }

    fn add<'a>(&mut self, columns: &Columns, cell: impl Fn(usize) -> Cell<'a>) {
        let keys = columns.keys.iter().zip(&KEYS).map(|(place, key)| key.or_missing(cell(*place)));
        self.key.clear();
        keys.clone().for_each(|part| push_key(&mut self.key, part));
        let place = match self.places.get(self.key.as_slice()) {
            Some(place) => *place,
            None => {
                self.places.insert(self.key.as_slice().into(), self.sums.len());
                self.sums.push((keys.map(Part::of).collect(), Sum::default()));
                self.sums.len() - 1
            }
        };
        let number = |place| if let Cell::Integer(number) = cell(place) { number } else { 0 };
        if let Some((_, sum)) = self.sums.get_mut(place) {
            sum.add(number(columns.quantity), columns.masses.map(number));
        }
    }

    /// The same with other lines.
    pub(crate) fn join(&mut self, other: Self) {
        for (key, place) in other.places {
            let Some((parts, sum)) = other.sums.get(place) else { continue };
            match self.places.get(&key).and_then(|place| self.sums.get_mut(*place)) {
                Some((_, known)) => known.join(sum),
                None => {
                    self.places.insert(key, self.sums.len());
                    self.sums.push((parts.clone(), *sum));
                }
            }
        }
    }

    pub(super) fn sums(&self) -> impl Iterator<Item = (&Vec<Part>, &Sum)> {
        self.sums.iter().map(|(key, sum)| (key, sum))
    }

    /// Leaves out what is not to be kept; nothing is added any more.
    pub(super) fn retain(&mut self, keep: impl Fn(&Sum) -> bool) {
        self.sums.retain(|(_, sum)| keep(sum));
        self.places.clear();
    }

    /// The sum that stands as a row keeps it; it is not answered again.
    pub(super) fn take(&mut self, row: &Row) -> Option<Sum> {
        self.key.clear();
        let keys = 1..=i32::try_from(KEYS.len()).unwrap_or_default();
        keys.for_each(|column| push_key(&mut self.key, row.cell(column)));
        let place = self.places.remove(self.key.as_slice())?;
        self.sums.get(place).map(|(_, sum)| *sum)
    }

    /// What was not taken.
    pub(super) fn rest(&self) -> impl Iterator<Item = &(Vec<Part>, Sum)> {
        self.places.values().filter_map(|place| self.sums.get(*place))
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_keys_look_alike() {
        let numbers = [0, 1, 9, 10, 255, 256, 65_535, i64::MAX, -1, -256, i64::MIN].map(Cell::Integer);
        let texts = ["", "\0", "\u{1}", "\u{1}\u{1}", "new", "newer", "\u{9}", "\u{a}"]
            .map(|text| Cell::Text(text.as_bytes()));
        let parts: Vec<_> = numbers.into_iter().chain(texts).chain([Cell::Null]).collect();
        let mut keys = HashSet::new();
        for first in &parts {
            for second in &parts {
                let mut key = Vec::new();
                push_key(&mut key, *first);
                push_key(&mut key, *second);
                assert!(keys.insert(key), "{first:?} {second:?}");
            }
        }
    }
}
