//! Devices whose names begin alike: one maker's, of one class, whose part numbers differ only towards their ends.

use super::{TableDevice, Vote};
use crate::catalogue::normalise;
use crate::spread::Spread;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Devices below which a shorter beginning is the better guess.
const FEWEST: usize = 2;
/// The shortest beginning without a figure that still names a product, in letters.
const SHORTEST_WORD: usize = 6;

/// Devices by maker and class, sorted by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Kin {
    classes: HashMap<String, Vec<Named>>,
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
        let mut masses: Vec<Decimal> =
            votes.values().filter_map(|one| one.vote.1.checked_div(one.measure)).collect();
        let sources = votes.values().map(|one| one.source).collect();
        Some(Found { spread: Spread::of(&mut masses)?, beginning: beginning.to_uppercase(), sources })
    })
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
    let maker = normalise(maker);
    let words: Vec<String> = name.split(' ').map(normalise).collect();
    let is_number = |word: &str| word.len() >= 3 && word.bytes().any(|byte| byte.is_ascii_digit());
    let starts = |place: usize| match place {
        0 => words.len() == 1 || words[0] != maker,
        1 if words[0] == maker => true,
        _ => is_number(&words[place]) && !words[place].starts_with("gen"),
    };
    let names = (0..words.len()).filter(|place| starts(*place)).map(|place| words[place..].concat());
    names.filter(|name| !name.is_empty()).collect()
}
