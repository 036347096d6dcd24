//! Weights of devices that ship with the app, and what they say of devices like them: a model's own weight, the mean
//! of its family, the mean of its class. Totals need means: weights are skewed, and a sum of medians is too light.

mod class;

use class::{is_usual, measure};

pub use class::ladder;

use crate::catalogue::normalise;
use crate::recognise::{Kind, Recognised, Size};
use crate::spread::{Spread, ninety_percent};
use crate::weighing::{KnownWeight, Tier};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
/// The shipped tables.
#[derive(Clone, Debug, Default)]
pub struct DeviceTables {
    exact: HashMap<String, (Decimal, &'static str)>,
    families: HashMap<String, Group>,
    classes: BTreeMap<String, Group>,
    last_resort: HashMap<Kind, LastResort>,
}

/// Devices of a family below which its class is the better guess.
const FEWEST_OF_FAMILY: usize = 3;
/// Devices of a class below which the next wider one is the better guess.
const FEWEST_OF_CLASS: usize = 4;

impl DeviceTables {
    /// Takes in the tables. Where sources differ on one model the first stands.
    pub fn new(devices: &[TableDevice], last_resort: HashMap<Kind, LastResort>) -> Self {
        let mut tables = Self { last_resort, ..Self::default() };
        let mut families: HashMap<String, Group> = HashMap::new();
        let mut classes: BTreeMap<String, Group> = BTreeMap::new();
        for device in devices {
            for name in [Some(&device.model), device.part_number.as_ref()].into_iter().flatten() {
                tables.exact.entry(key(&device.maker, name)).or_insert((device.kg, device.source));
            }
            let Some(kind) = device.kind else { continue };
            let ladder = ladder(kind, &device.size);
            let measure = measure(kind, &device.size);
            if let (Some(line), Some(class)) = (&device.line, ladder.first()) {
                for line in lines(line) {
                    let family = families.entry(family(&device.maker, line, class)).or_default();
                    family.add(device, measure);
                }
            }
            let whole = kind.word().replace('_', " ");
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
        let (kg, source) =
            names.iter().copied().chain(model).find_map(|name| self.exact.get(&key(maker, name)))?;
        Some(KnownWeight {
            kg: *kg,
            low: *kg,
            high: *kg,
            tier: Tier::Table,
            source: (*source).to_owned(),
            deviation: Decimal::ZERO,
            n: 1,
            class: model.or(names.first().copied()).unwrap_or_default().to_owned(),
        })
    }

    fn family_without(&self, found: &Recognised, without: Option<&Vote>) -> Option<KnownWeight> {
        let narrow = ladder(found.kind?, &found.size).into_iter().next()?;
        let (maker, line) = (found.maker.as_deref()?, found.line.as_deref()?);
        lines(line).find_map(|line| {
            let group = self.families.get(&family(maker, line, &narrow))?;
            let spread = group.spread_without(without)?.times(times(found));
            let is_enough = spread.n >= FEWEST_OF_FAMILY;
            is_enough.then(|| weight(&spread, group, Tier::Family, format!("{maker} {line}, {narrow}")))
        })
    }

    fn class_without(&self, found: &Recognised, without: Option<&Vote>) -> Option<KnownWeight> {
        let known = |(place, class): (usize, String)| {
            let group = self.classes.get(&class)?;
            let by = if place == 0 { times(found) } else { Decimal::ONE };
            let spread = group.spread_without(without)?.times(by);
            Some(weight(&spread, group, Tier::Class, class))
        };
        let mut classes: Vec<KnownWeight> =
            ladder(found.kind?, &found.size).into_iter().enumerate().filter_map(known).collect();
        let enough = classes.iter().position(|class| class.n >= FEWEST_OF_CLASS);
        let place = enough.or(classes.len().checked_sub(1))?;
        Some(classes.swap_remove(place))
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

/// The spread that so few devices as to say nothing of one are taken to have: 30 % of their mean.
const SPREAD_OF_FEW: Decimal = Decimal::from_parts(3, 0, 0, false, 1);

fn weight(spread: &Spread, group: &Group, tier: Tier, class: String) -> KnownWeight {
    let least = if spread.n < FEWEST_OF_FAMILY { spread.mean * SPREAD_OF_FEW } else { Decimal::ZERO };
    let deviation = spread.deviation.max(least);
    let (low, high) = ninety_percent(spread.mean, deviation, spread.n.max(2));
    KnownWeight { kg: spread.mean, low, high, tier, source: group.sources(), deviation, n: spread.n, class }
}

/// What the mean of a device's narrowest class is taken times.
fn times(found: &Recognised) -> Decimal {
    found.kind.and_then(|kind| measure(kind, &found.size)).unwrap_or(Decimal::ONE)
}

/// A maker with the mass of one of its devices: one vote, however many variants have it.
type Vote = (String, Decimal);

/// Devices that are alike.
#[derive(Clone, Debug, Default)]
struct Group {
    /// Each vote with what it is measured by.
    votes: BTreeMap<Vote, Option<Decimal>>,
    sources: BTreeSet<&'static str>,
    spread: Option<Spread>,
}

impl Group {
    fn add(&mut self, device: &TableDevice, measure: Option<Decimal>) {
        self.votes.insert((device.maker.clone(), device.kg), measure);
        self.sources.insert(device.source);
    }

    fn count(&mut self) {
        self.spread = self.spread_of(|_| true);
    }

    fn spread_of(&self, is_in: impl Fn(&Vote) -> bool) -> Option<Spread> {
        let mut masses: Vec<Decimal> =
            self.votes.iter().filter(|(vote, _)| is_in(vote)).filter_map(measured).collect();
        Spread::of(&mut masses)
    }

    fn spread_without(&self, without: Option<&Vote>) -> Option<Spread> {
        match without.filter(|vote| self.votes.contains_key(vote)) {
            Some(without) => self.spread_of(|vote| vote != without),
            None => self.spread.clone(),
        }
    }

    fn sources(&self) -> String {
        self.sources.iter().copied().collect::<Vec<_>>().join(" and ")
    }
}

/// The mass of a vote, by what it is measured by.
fn measured((vote, measure): (&Vote, &Option<Decimal>)) -> Option<Decimal> {
    vote.1.checked_div(measure.unwrap_or(Decimal::ONE))
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
