//! Sums of lines while they are added up, by the columns that they are kept by.

use super::KEYS;
use crate::bulk::{Bound, Cell, Row};
use compact_str::CompactString;
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, Hasher as _};

/// A value that a sum is kept by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    fn cell(&self) -> Cell<'_> {
        self.bound().into()
    }

    fn of(cell: Cell) -> Self {
        match cell {
            Cell::Integer(number) => Self::Integer(number),
            Cell::Text(bytes) | Cell::Other(bytes) => Self::Text(String::from_utf8_lossy(bytes).into()),
            Cell::Null => Self::Integer(0),
        }
    }

    fn is(&self, cell: &Cell) -> bool {
        match (self, cell) {
            (Self::Integer(known), Cell::Integer(number)) => known == number,
            (Self::Text(known), Cell::Text(bytes) | Cell::Other(bytes)) => {
                known.as_bytes() == *bytes || String::from_utf8_lossy(bytes) == known.as_str()
            }
            _ => false,
        }
    }
}

/// The value in each column that a sum is kept by.
type Key = [Part; KEYS.len()];
/// The import that superseded the lines, and their key.
pub(super) type Place = (i64, Key);
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

/// Sums of lines by their key. A million lines are looked up by what their cells hold, so nothing is made of a key that is
/// known already.
#[derive(Debug, Default)]
pub(crate) struct Tallied {
    hashing: RandomState,
    /// Where the sum of each key stands.
    places: HashTable<usize>,
    sums: Vec<(Key, Sum)>,
}

/// The cells of a line, or of a sum as it is kept, that make its key.
type Cells<'a> = [Cell<'a>; KEYS.len()];

/// The hash of a key; keys that differ may share one.
fn hash(hashing: &RandomState, cells: &Cells) -> u64 {
    let mut hasher = hashing.build_hasher();
    for cell in cells {
        match cell {
            Cell::Null => hasher.write_u8(0),
            Cell::Integer(number) => hasher.write_i64(*number),
            Cell::Text(bytes) | Cell::Other(bytes) => hasher.write(String::from_utf8_lossy(bytes).as_bytes()),
        }
    }
    hasher.finish()
}

fn is_key(known: &Key, cells: &Cells) -> bool {
    known.iter().zip(cells).all(|(known, cell)| known.is(cell))
}

/// The key of a sum as a row keeps it.
fn kept_key<'row>(row: &'row Row) -> Cells<'row> {
    std::array::from_fn(|place| i32::try_from(place + 1).map_or(Cell::Null, |column| row.cell(column)))
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
        let key = std::array::from_fn(|place| KEYS[place].or_missing(cell(columns.keys[place])));
        let number = |place| if let Cell::Integer(number) = cell(place) { number } else { 0 };
        self.sum_at(&key).add(number(columns.quantity), columns.masses.map(number));
    }

    /// The sum of a key, which begins where there is none.
    fn sum_at(&mut self, key: &Cells) -> &mut Sum {
        let (hashing, sums) = (&self.hashing, &mut self.sums);
        let place = self.places.entry(
            hash(hashing, key),
            |place| is_key(&sums[*place].0, key),
            |place| hash(hashing, &sums[*place].0.each_ref().map(Part::cell)),
        );
        let place = *place.or_insert_with(|| sums.len()).get();
        if place == sums.len() {
            sums.push((key.map(Part::of), Sum::default()));
        }
        &mut sums[place].1
    }

    /// The same with other lines.
    pub(crate) fn join(&mut self, other: Self) {
        for (key, sum) in other.sums {
            self.sum_at(&key.each_ref().map(Part::cell)).join(&sum);
        }
    }

    pub(super) fn sums(&self) -> impl Iterator<Item = (&Key, &Sum)> {
        self.sums.iter().map(|(key, sum)| (key, sum))
    }

    /// Leaves out what is not to be kept; nothing is added any more.
    pub(super) fn retain(&mut self, keep: impl Fn(&Sum) -> bool) {
        self.sums.retain(|(_, sum)| keep(sum));
        self.places.clear();
    }

    /// The sum that stands as a row keeps it; it is not answered again.
    pub(super) fn take(&mut self, row: &Row) -> Option<Sum> {
        let (key, sums) = (kept_key(row), &self.sums);
        let found = self.places.find_entry(hash(&self.hashing, &key), |place| is_key(&sums[*place].0, &key));
        let (place, _) = found.ok()?.remove();
        self.sums.get(place).map(|(_, sum)| *sum)
    }

    /// What was not taken.
    pub(super) fn rest(&self) -> impl Iterator<Item = &(Key, Sum)> {
        self.places.iter().filter_map(|place| self.sums.get(*place))
    }
}

/// A sum as it is kept, with its place.
pub(super) fn kept(row: &Row) -> (Place, Sum) {
    let first = i32::try_from(1 + KEYS.len()).unwrap_or_default();
    let amount = |place: i32| i128::from(row.integer(first + place));
    let sum = Sum {
        lines: amount(0),
        quantity: amount(1),
        quantity_held: amount(2),
        mid: amount(3),
        low: amount(4),
        high: amount(5),
        mass_held: amount(6),
    };
    ((row.integer(0), kept_key(row).map(Part::of)), sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_look_alike() {
        let numbers = [0, 1, 9, 255, i64::MAX, -1, i64::MIN].map(Cell::Integer);
        let texts: [&[u8]; 7] = [b"", b"\0", b"\x01", b"\x01\x01", b"new", b"newer", b"\xff"];
        let parts: Vec<_> = numbers.into_iter().chain(texts.map(Cell::Text)).collect();
        let mut tallied = Tallied::default();
        for round in 1..3 {
            for first in &parts {
                for second in &parts {
                    let mut key = [Cell::Integer(0); KEYS.len()];
                    key[..2].copy_from_slice(&[*first, *second]);
                    let sum = tallied.sum_at(&key);
                    sum.lines += 1;
                    assert_eq!(sum.lines, round, "{first:?} {second:?}");
                }
            }
        }
        assert_eq!(tallied.sums().count(), parts.len().pow(2));
    }

    #[test]
    fn lines_read_apart_come_to_what_they_come_to_together() {
        let columns = Columns::of(|name| {
            let amounts = ["quantity", "mass_mg", "mass_low_mg", "mass_high_mg"];
            KEYS.iter().map(|key| key.column).chain(amounts).position(|column| column == name)
        });
        let columns = columns.expect("each column stands somewhere");
        let line = |year, condition, quantity| {
            let mut cells = [Cell::Null; KEYS.len() + 4];
            cells[0] = Cell::Integer(year);
            cells[4] = Cell::Text(condition);
            cells[KEYS.len()..].copy_from_slice(&[quantity, 5, 4, 6].map(Cell::Integer));
            cells
        };
        let lines = [
            line(2024, b"new", 1),
            line(2025, b"refurbished", 2),
            line(2025, b"new", 4),
            line(2025, b"refurbished", -8),
        ];
        let tallied = |lines: &[[Cell; KEYS.len() + 4]]| {
            let mut tallied = Tallied::default();
            lines.iter().for_each(|line| tallied.add_cells(line, &columns));
            tallied
        };
        let (mut first, second, whole) = (tallied(&lines[..2]), tallied(&lines[2..]), tallied(&lines));
        first.join(second);
        let by_key = |tallied: &Tallied| {
            tallied.sums().map(|(key, sum)| (key.clone(), *sum)).collect::<BTreeMap<_, _>>()
        };
        assert_eq!(by_key(&first), by_key(&whole));
        assert_eq!(by_key(&whole).values().map(|sum| sum.quantity).collect::<Vec<_>>(), [1, 4, -6]);
    }
}
