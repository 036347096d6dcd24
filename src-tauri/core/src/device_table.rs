//! Weights of devices that ship with the app, and what they say of devices like them: a model's own weight, the mean
//! of its family, the mean of its class. Totals need means: weights are skewed, and a sum of medians is too light.

mod class;
mod group;
mod kin;
mod makers;

use class::{by_size, is_usual, measure};
use group::{Group, Vote};
use kin::Kin;
use makers::{Makers, is_told_by_makers};

pub use class::ladder;

use crate::catalogue::normalise;
use crate::recognise::{Kind, Recognised, Size};
use crate::spread::{Spread, ninety_percent};
use crate::weighing::{KnownWeight, Tier};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};

/// One device of a shipped table.
#[derive(Clone, Debug)]
pub struct TableDevice {
    /// Who makes it.
    pub maker: String,
    /// Its model's name.
    pub model: String,
    /// Its part number, where the table has one.
    pub part_number: Option<String>,
    /// Its kind; nothing for what has a weight and no kind of its own.
    pub kind: Option<Kind>,
    /// Its product line.
    pub line: Option<String>,
    /// How large it is.
    pub size: Size,
    /// Mass of one unit, kg.
    pub kg: Decimal,
    /// The table it stands in.
    pub source: &'static str,
}

/// A class average that a statistics office publishes: no spread.
#[derive(Clone, Debug)]
pub struct LastResort {
    /// Mass of one unit, kg.
    pub kg: Decimal,
    /// Who says so.
    pub source: &'static str,
}

/// What a table says of one name.
#[derive(Clone, Copy, Debug)]
struct Exact {
    kind: Option<Kind>,
    kg: Decimal,
    source: &'static str,
}

/// The shipped tables.
#[derive(Clone, Debug, Default)]
pub struct DeviceTables {
    exact: HashMap<String, Exact>,
    kin: Kin,
    makers: Makers,
    families: HashMap<String, Group>,
    classes: BTreeMap<String, Group>,
    last_resort: HashMap<Kind, LastResort>,
}

/// Devices of a family below which its class is the better guess.
const FEWEST_OF_FAMILY: usize = 3;
/// Devices of a class below which the next wider one is the better guess.
const FEWEST_OF_CLASS: usize = 3;

impl DeviceTables {
    /// Takes in the tables. Where sources differ on one model the first stands.
    pub fn new(devices: &[TableDevice], last_resort: HashMap<Kind, LastResort>) -> Self {
        let mut tables = Self { last_resort, ..Self::default() };
        let mut families: HashMap<String, Group> = HashMap::new();
        let mut classes: BTreeMap<String, Group> = BTreeMap::new();
        for device in devices {
            let exact = Exact { kind: device.kind, kg: device.kg, source: device.source };
            for name in [Some(&device.model), device.part_number.as_ref()].into_iter().flatten() {
                tables.exact.entry(key(&device.maker, name)).or_insert(exact);
            }
            let Some(kind) = device.kind else { continue };
            let ladder = ladder(kind, &device.size);
            let measure = measure(kind, &device.size);
            let whole = kind.word().replace('_', " ");
            if let Some(class) = ladder.first() {
                tables.kin.add(device, class, measure);
                tables.kin.number(device, class, measure);
                if *class != whole && is_usual(kind, &device.size) {
                    tables.kin.number(device, &whole, None);
                }
                if is_usual(kind, &device.size) {
                    tables.makers.add(device, kind, class, measure);
                }
                for line in device.line.iter().flat_map(|line| lines(line)).chain([""]) {
                    families.entry(family(&device.maker, line, class)).or_default().add(device, measure);
                }
            }
            for (place, class) in ladder.into_iter().enumerate() {
                if class != whole || is_usual(kind, &device.size) {
                    classes.entry(class).or_default().add(device, measure.filter(|_| place == 0));
                }
            }
            // A file may say no more than the wider kind: network.
            if let Some(parent) = kind.parent().filter(|_| is_usual(kind, &device.size)) {
                let parent = parent.word().replace('_', " ");
                classes.entry(parent).or_default().add(device, None);
            }
        }
        tables.kin.sort();
        tables.makers.count();
        families.values_mut().chain(classes.values_mut()).for_each(Group::count);
        (tables.families, tables.classes) = (families, classes);
        tables
    }

    /// Every class with its spread and sources.
    pub fn classes<'a>(&'a self) -> impl Iterator<Item = (&'a str, &'a Spread, String)> {
        let of = |(name, group): (&'a String, &'a Group)| {
            Some((name.as_str(), group.spread.as_ref()?, group.sources()))
        };
        self.classes.iter().filter_map(of)
    }

    /// The weight of a device that was recognised: its own, its family's, its class's, or the last resort.
    pub fn find(&self, found: &Recognised, names: &[&str]) -> Option<KnownWeight> {
        self.own(found, names)
            .or_else(|| self.family(found))
            .or_else(|| self.class(found))
            .or_else(|| self.last_resort(found.kind?))
    }

    /// What the other devices say of one that is left out, with all of its maker and mass: how good estimates are.
    pub fn alike_without(&self, found: &Recognised, maker: &str, kg: Decimal) -> Option<KnownWeight> {
        let without = (maker.to_owned(), kg);
        self.family_without(found, Some(&without)).or_else(|| self.class_without(found, Some(&without)))
    }

    /// The mean of the model's family: same maker, line and size.
    pub fn family(&self, found: &Recognised) -> Option<KnownWeight> {
        self.family_without(found, None)
    }

    /// The mean of the most specific class that has enough devices.
    pub fn class(&self, found: &Recognised) -> Option<KnownWeight> {
        self.class_without(found, None)
    }

    /// The device's own weight, by its maker and its model or part number, whole.
    pub fn own(&self, found: &Recognised, names: &[&str]) -> Option<KnownWeight> {
        let maker = found.maker.as_deref()?;
        let model = found.model.as_deref();
        let of = |name: &str| self.exact.get(&key(maker, name));
        let given = || names.iter().copied();
        let names = || given().chain(model);
        // A part number among other words, whole, is that of what is bought where that is of its kind.
        let is_of_kind =
            |exact: &&Exact| found.kind.zip(exact.kind).is_some_and(|(one, other)| one.is_near(other));
        let words = || given().flat_map(str::split_whitespace).filter(|word| is_part_number(word));
        let whole = names().find_map(of).or_else(|| words().filter_map(of).find(is_of_kind));
        let exact = whole
            .or_else(|| names().flat_map(shortened).find_map(|name| of(&name)))
            .or_else(|| words().flat_map(shortened).filter_map(|name| of(&name)).find(is_of_kind))?;
        Some(KnownWeight {
            kg: exact.kg,
            low: exact.kg,
            high: exact.kg,
            tier: Tier::Table,
            source: exact.source.to_owned(),
            deviation: Decimal::ZERO,
            n: 1,
            class: model.or(names().next()).unwrap_or_default().to_owned(),
        })
    }

    /// What the nearest devices weigh: the model's next of kin by name, else its line, else its maker's of the same
    /// size. What few of them say is mixed with what the wider ones do, where that weighs better.
    fn family_without(&self, found: &Recognised, without: Option<&Vote>) -> Option<KnownWeight> {
        let near = self.near(found, without);
        let is_mixed = found.kind.is_some_and(is_mixed);
        let nearest = near.iter().position(|near| is_mixed || near.is_enough)?;
        let wider = self.class_without(found, without).filter(|_| is_mixed).map(|class| class.kg);
        let mean = wider.map(|class| near.iter().rev().fold(class, |wider, near| near.mixed(wider)));
        let Near { spread, sources, class, .. } = near.into_iter().nth(nearest)?;
        let by = mean.and_then(|mean| mean.checked_div(spread.mean)).unwrap_or(Decimal::ONE);
        Some(weight(&spread.times(by), sources, Tier::Family, class))
    }

    /// The groups that a device belongs to, the nearest first.
    fn near(&self, found: &Recognised, without: Option<&Vote>) -> Vec<Near> {
        let narrow = found.kind.and_then(|kind| ladder(kind, &found.size).into_iter().next());
        let Some((narrow, maker)) = narrow.zip(found.maker.as_deref()) else { return Vec::new() };
        // Names and makers tell devices apart where their sizes do not.
        let class = self.classes.get(&narrow).and_then(|class| class.spread.as_ref());
        let is_apart = !class.is_some_and(is_told_by_size);
        let mut near = Vec::new();
        if let Some(name) = found.model.as_deref().filter(|_| is_apart) {
            let place = (maker, narrow.as_str());
            let next = self.kin.next(place, name, without).map(|kin| (kin, 1));
            let kin = [next, self.kin.find(place, name, without).map(|kin| (kin, 2))];
            near.extend(kin.into_iter().flatten().map(|(kin, far)| Near {
                far,
                spread: kin.spread.times(times(found)),
                sources: kin.sources.iter().copied().collect::<Vec<_>>().join(" and "),
                class: format!("{maker} {}…, {narrow}", kin.beginning),
                is_enough: true,
            }));
        }
        let of = |line: &str, class: String, far: u32| {
            let group = self.families.get(&family(maker, line, &narrow))?;
            let spread = group.spread_without(without)?.times(times(found));
            let is_enough = spread.n >= FEWEST_OF_FAMILY;
            Some(Near { far, spread, sources: group.sources(), class, is_enough })
        };
        let of_lines = found.line.iter().flat_map(|line| lines(line));
        near.extend(of_lines.filter_map(|line| of(line, format!("{maker} {line}, {narrow}"), 3)));
        // A class by a measure is as narrow as can be already, and one maker's product lines are more apart than that.
        let is_measured = found.kind.and_then(|kind| by_size(kind, &found.size)).is_some();
        if is_apart && !is_measured {
            near.extend(of("", format!("{maker}, {narrow}"), 4));
        }
        near
    }

    fn class_without(&self, found: &Recognised, without: Option<&Vote>) -> Option<KnownWeight> {
        let beside = self.beside(found, without);
        let known = |(place, class): (usize, String)| {
            let group = self.classes.get(&class)?;
            let by = if place == 0 { times(found) } else { Decimal::ONE };
            let spread = group.spread_without(without)?;
            // Where sizes tell the masses of a class no maker's are much lighter.
            let beside = beside.as_ref().filter(|_| !is_told_by_size(&spread));
            let spread = spread.times(by);
            let Some((maker, share)) = beside else {
                return Some(weight(&spread, group.sources(), Tier::Class, class));
            };
            let class = format!("{class}, {maker} at {} of it", share.normalize());
            Some(weight(&spread.times(*share), group.sources(), Tier::Class, class))
        };
        let mut classes: Vec<KnownWeight> =
            ladder(found.kind?, &found.size).into_iter().enumerate().filter_map(known).collect();
        let enough = classes.iter().position(|class| class.n >= FEWEST_OF_CLASS);
        let place = enough.or(classes.len().checked_sub(1))?;
        Some(classes.swap_remove(place))
    }

    /// The maker with what its devices weigh beside others of their classes.
    fn beside<'a>(&self, found: &'a Recognised, without: Option<&Vote>) -> Option<(&'a str, Decimal)> {
        let (kind, maker) = (found.kind?, found.maker.as_deref()?);
        let share = self.makers.beside(kind, maker, without).filter(|_| is_usual(kind, &found.size))?;
        Some((maker, share))
    }

    /// The published average of a wide class, for small things that no open source weighs one by one.
    pub fn last_resort(&self, kind: Kind) -> Option<KnownWeight> {
        let last = self.last_resort.get(&kind)?;
        Some(KnownWeight {
            kg: last.kg,
            low: last.kg / Decimal::TWO,
            high: last.kg * Decimal::TWO,
            tier: Tier::LastResort,
            source: last.source.to_owned(),
            // Half to double holds nine in ten where ln 2 is 1.645 deviations.
            deviation: last.kg * Decimal::new(44, 2),
            n: 0,
            class: kind.word().replace('_', " "),
        })
    }
}

/// Letters and figures from which on a word with both, or of parts, names one device.
const SHORTEST_NUMBER: usize = 5;

fn is_part_number(word: &str) -> bool {
    let has_letter = word.contains(|letter: char| letter.is_alphabetic());
    let is_of_parts = word.contains(|letter: char| letter.is_ascii_digit() || letter == '-');
    has_letter && is_of_parts && normalise(word).len() >= SHORTEST_NUMBER
}

/// What makers add to a part number for a region, a licence level or a bundle: the device is the same.
const ENDINGS: [&str; 18] = [
    "a", "e", "k9", "rw", "ww", "us", "eu", "uk", "na", "jp", "il", "eg", "row", "emea", "hw", "bun", "bdl",
    "a1",
];

/// A part number without the endings of region and bundle, one after another.
fn shortened(name: &str) -> impl Iterator<Item = String> {
    let mut words: Vec<&str> = name.split([' ', '-', '(', ')']).filter(|word| !word.is_empty()).collect();
    std::iter::from_fn(move || {
        let last = words.pop()?;
        let is_named = words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
        (is_named && ENDINGS.iter().any(|ending| last.eq_ignore_ascii_case(ending))).then(|| words.concat())
    })
}

/// A group of devices near one that is to be weighed.
struct Near {
    /// How far they are: next of kin 1, of the same beginning 2, of the product line 3, of the maker 4.
    far: u32,
    /// What they weigh, kg, each as large as that one.
    spread: Spread,
    sources: String,
    /// What they are called.
    class: String,
    /// Whether they are enough to say it alone.
    is_enough: bool,
}

impl Near {
    /// Their mean with that of the wider group, which counts as so many devices more as they are far: two say more than
    /// one, one is often odd, and a maker's other devices say less of one than its next of kin. Devices that stand in
    /// no table are weighed better so than with the wider group as one device more, and those of the tables, which
    /// have nearer kin there, no worse.
    fn mixed(&self, wider: Decimal) -> Decimal {
        let (n, far) = (Decimal::from(self.spread.n), Decimal::from(self.far));
        (self.spread.mean * n + wider * far) / (n + far)
    }
}

/// Whether near devices are mixed with wider ones. Those of racks and cabinets are few of a kind and far apart: left out
/// one by one they are weighed better so. Of what stands on desks each maker has many that are alike, and it is not.
fn is_mixed(kind: Kind) -> bool {
    is_told_by_makers(kind) || matches!(kind, Kind::Server | Kind::ConsoleKvm)
}

/// The spread that so few devices as to say nothing of one are taken to have: a quarter of their mean. Of the shipped
/// tables half of the models that two others estimate are within 17 %.
const SPREAD_OF_FEW: Decimal = Decimal::from_parts(25, 0, 0, false, 2);
/// A class whose masses spread no further, in parts of their mean, tells its devices' masses by their size.
const SPREAD_OF_ALIKE: Decimal = Decimal::from_parts(3, 0, 0, false, 1);

fn is_told_by_size(spread: &Spread) -> bool {
    spread.n >= FEWEST_OF_CLASS && spread.deviation <= spread.mean * SPREAD_OF_ALIKE
}

fn weight(spread: &Spread, source: String, tier: Tier, class: String) -> KnownWeight {
    let least = if spread.n < FEWEST_OF_FAMILY { spread.mean * SPREAD_OF_FEW } else { Decimal::ZERO };
    let deviation = spread.deviation.max(least);
    let (low, high) =
        ninety_percent(spread.mean, deviation, if spread.n < FEWEST_OF_FAMILY { 0 } else { spread.n });
    KnownWeight { kg: spread.mean, low, high, tier, source, deviation, n: spread.n, class }
}

/// What the mean of a device's narrowest class is taken times.
fn times(found: &Recognised) -> Decimal {
    found.kind.and_then(|kind| measure(kind, &found.size)).unwrap_or(Decimal::ONE)
}

fn key(maker: &str, name: &str) -> String {
    let (maker, name) = (normalise(maker), normalise(name));
    let name = name.strip_prefix(maker.as_str()).map(str::to_owned).unwrap_or(name);
    format!("{maker} {name}")
}

/// A line and, where it ends in a series (Catalyst 9300), the line without.
fn lines(line: &str) -> impl Iterator<Item = &str> {
    std::iter::once(line).chain(line.rsplit_once(' ').map(|(wider, _)| wider))
}

fn family(maker: &str, line: &str, class: &str) -> String {
    format!("{maker} {line} {class}")
}

#[cfg(test)]
mod tests;
