//! Devices whose names begin alike: one maker's, of one class, whose part numbers differ only towards their ends. Makers
//! number devices of one case in a row, PA-5410 and PA-5420: of a number as long, the last digit tells less than any other
//! thing that is known of a device.

use super::{TableDevice, Vote};
use crate::catalogue::normalise;
use crate::spread::Spread;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Devices below which a shorter beginning is the better guess.
const FEWEST: usize = 2;
/// The shortest beginning without a figure that still names a product, in letters.
const SHORTEST_WORD: usize = 6;

/// Digits of a number whose last one may differ; a shorter number is the same, or another.
const LONG: usize = 3;

/// Devices by maker and class, sorted by name, and by what stands before their number and how long it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Kin {
    classes: HashMap<String, Vec<Named>>,
    rows: HashMap<String, Vec<(Number, Named)>>,
}

/// A model's number: FG-3001F is `fg`, `3001`, `f`.
#[derive(Clone, Debug)]
struct Number {
    before: String,
    digits: String,
    behind: String,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    name: String,
    vote: Vote,
    measure: Decimal,
    source: &'static str,
}

/// What the next of kin say of a device.
pub(super) struct Found {
    pub(super) spread: Spread,
    /// The beginning that all their names share.
    pub(super) beginning: String,
    pub(super) sources: BTreeSet<&'static str>,
}

impl Kin {
    pub(super) fn add(&mut self, device: &TableDevice, class: &str, measure: Option<Decimal>) {
        let of_class = self.classes.entry(place(&device.maker, class)).or_default();
        let names = [Some(&device.model), device.part_number.as_ref()].into_iter().flatten();
        let names: BTreeSet<String> = names.flat_map(|name| short(&device.maker, name)).collect();
        of_class.extend(names.into_iter().map(|name| Named {
            name,
            vote: (device.maker.clone(), device.kg),
            measure: measure.unwrap_or(Decimal::ONE),
            source: device.source,
        }));
    }

    /// Takes in a device by its numbers, in its narrowest class and in its kind.
    pub(super) fn number(&mut self, device: &TableDevice, class: &str, measure: Option<Decimal>) {
        for name in [Some(&device.model), device.part_number.as_ref()].into_iter().flatten() {
            for number in numbers(&device.maker, name) {
                let row = self.rows.entry(row(&device.maker, class, &number)).or_default();
                let (vote, source) = ((device.maker.clone(), device.kg), device.source);
                let measure = measure.unwrap_or(Decimal::ONE);
                row.push((number, Named { name: name.clone(), vote, measure, source }));
            }
        }
    }

    /// The devices whose numbers are next to this one's: as long, and the same but for its last digit at most.
    pub(super) fn next(
        &self,
        (maker, class): (&str, &str),
        name: &str,
        without: Option<&Vote>,
    ) -> Option<Found> {
        let of = |number: Number| {
            let mut nearest: BTreeMap<(usize, usize), BTreeMap<&Vote, &Named>> = BTreeMap::new();
            for (other, one) in self.rows.get(&row(maker, class, &number))? {
                let shared = number.shared(other).filter(|_| without != Some(&one.vote));
                if let Some(shared) = shared {
                    nearest.entry(shared).or_default().insert(&one.vote, one);
                }
            }
            let ((digits, _), votes) = nearest.pop_last()?;
            Found::of(&votes, &format!("{}{}", number.before, &number.digits[..digits]))
        };
        numbers(maker, name).into_iter().filter_map(of).max_by_key(|found| found.beginning.len())
    }

    pub(super) fn sort(&mut self) {
        self.classes.values_mut().for_each(|named| named.sort());
    }

    /// The devices whose names share the longest beginning with this one's, of those that are enough.
    pub(super) fn find(
        &self,
        (maker, class): (&str, &str),
        name: &str,
        without: Option<&Vote>,
    ) -> Option<Found> {
        let named = self.classes.get(&place(maker, class))?;
        let alike = short(maker, name).into_iter().filter_map(|name| alike(named, &name, without));
        alike.max_by_key(|found| found.beginning.len())
    }
}

fn alike(named: &[Named], name: &str, without: Option<&Vote>) -> Option<Found> {
    let mut ends = name.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
    ends.find_map(|end| {
        if !says(name, end) {
            return None;
        }
        let beginning = &name[..end];
        let from = named.partition_point(|one| one.name.as_str() < beginning);
        let alike = named[from..].iter().take_while(|one| one.name.starts_with(beginning));
        let alike = alike.filter(|one| without != Some(&one.vote));
        let votes: BTreeMap<&Vote, &Named> = alike.map(|one| (&one.vote, one)).collect();
        if votes.len() < FEWEST {
            return None;
        }
        Found::of(&votes, beginning)
    })
}

impl Found {
    fn of(votes: &BTreeMap<&Vote, &Named>, beginning: &str) -> Option<Self> {
        let masses = votes.values().filter_map(|one| one.vote.1.checked_div(one.measure));
        let spread = Spread::of(&mut masses.collect::<Vec<_>>())?;
        let sources = votes.values().map(|one| one.source).collect();
        Some(Self { spread, beginning: beginning.to_uppercase(), sources })
    }
}

impl Number {
    /// How many digits from the first on another number shares, and how much of what is behind where that is all of
    /// them; nothing where more than the last digit differs.
    fn shared(&self, other: &Self) -> Option<(usize, usize)> {
        let digits = common(&self.digits, &other.digits);
        let is_same = digits == self.digits.len();
        let is_next = digits + 1 == self.digits.len() && self.digits.len() >= LONG;
        (is_same || is_next).then(|| (digits, if is_same { common(&self.behind, &other.behind) } else { 0 }))
    }
}

/// How many bytes two texts share from the first on.
fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

fn row(maker: &str, class: &str, number: &Number) -> String {
    format!("{maker} {class} {} {}", number.before, number.digits.len())
}

/// The numbers of a name, from each word on that may begin it: the first of three digits or more, else of two.
fn numbers(maker: &str, name: &str) -> Vec<Number> {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    beginnings(maker, &words).filter_map(|place| number(&words[place..].join(" "))).collect()
}

fn number(name: &str) -> Option<Number> {
    let mut runs = Vec::new();
    let mut from = 0;
    for run in name.split(|letter: char| !letter.is_ascii_digit()) {
        runs.push((from, run.len()));
        from += run.len() + name[from + run.len()..].chars().next().map_or(0, char::len_utf8);
    }
    let of = |least| runs.iter().find(|(_, len)| *len >= least);
    let &(start, len) = of(LONG).or_else(|| of(LONG - 1))?;
    let (before, digits) = (normalise(&name[..start]), name[start..start + len].to_owned());
    Some(Number { before, digits, behind: normalise(&name[start + len..]) })
}

fn place(maker: &str, class: &str) -> String {
    format!("{maker} {class}")
}

/// Whether a beginning names products that belong together: a word, or letters with a figure that is not cut short
/// after its first digit.
fn says(name: &str, end: usize) -> bool {
    let is_cut = name[end..].starts_with(|letter: char| letter.is_ascii_digit());
    let has_figure = name[..end].bytes().any(|byte| byte.is_ascii_digit());
    end >= SHORTEST_WORD || (has_figure && end >= if is_cut { 3 } else { 2 })
}

/// A name without its maker's, and what is left of it from each word with a figure on: PowerEdge R640 is an R640.
fn short(maker: &str, name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let names = beginnings(maker, &words).map(|place| normalise(&words[place..].concat()));
    names.filter(|name| !name.is_empty()).collect()
}

/// The words from which on a name may be read: its first but its maker's, and each of letters and figures. What begins
/// with a figure behind others says how large a device is, or nothing without what stands before it.
fn beginnings(maker: &str, words: &[&str]) -> impl Iterator<Item = usize> {
    let maker = normalise(maker);
    let words: Vec<String> = words.iter().map(|word| normalise(word)).collect();
    let has_figure = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let is_number = move |word: &str| {
        word.len() >= 3 && !word.starts_with(|letter: char| letter.is_ascii_digit()) && has_figure(word)
    };
    let end = words.len();
    let starts = move |place: &usize| match place {
        0 => words.len() == 1 || words[0] != maker,
        1 if words[0] == maker => true,
        _ => is_number(&words[*place]) && !words[*place].starts_with("gen"),
    };
    (0..end).filter(starts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::{Kind, Size};

    fn device(model: &str, kg: i64) -> TableDevice {
        TableDevice {
            maker: "Halden".into(),
            model: model.into(),
            part_number: None,
            kind: Some(Kind::Firewall),
            line: None,
            size: Size::default(),
            kg: Decimal::from(kg),
            source: "a table",
        }
    }

    fn next(name: &str) -> Option<(Decimal, String)> {
        let mut kin = Kin::default();
        for (model, kg) in
            [("HX-5410", 16), ("HX-5425", 17), ("HX-541", 2), ("Wall 90G", 1), ("Wall 90G-B", 3)]
        {
            kin.number(&device(model, kg), "firewall", None);
        }
        kin.next(("Halden", "firewall"), name, None).map(|found| (found.spread.mean, found.beginning))
    }

    #[test]
    fn of_a_number_as_long_the_last_digit_may_differ() {
        assert_eq!(next("HX-5415 AC"), Some((Decimal::from(16), "HX541".into())));
        assert_eq!(next("Halden HX 5420"), Some((Decimal::from(17), "HX542".into())));
        assert_eq!(next("HX-548"), Some((Decimal::TWO, "HX54".into())), "and as long it has to be");
        assert_eq!(next("HX-588"), None);
        assert_eq!(next("Wall 90G"), Some((Decimal::TWO, "WALL90".into())), "one is as near as the other");
        assert_eq!(next("Wall 91G"), None, "a short number is the same or another");
        assert_eq!(next("90 ports"), None, "a figure alone names nothing");
    }
}
