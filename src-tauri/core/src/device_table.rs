//! Weights of devices that ship with the app, and what they say of devices like them: a model's own weight, the mean
//! of its family, the mean of its class. Totals need means: weights are skewed, and a sum of medians is too light.

use crate::catalogue::normalise;
use crate::recognise::{Form, Kind, Recognised, Size};
use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};
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

/// How the masses of devices that are alike spread, in kg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many devices, one vote for each maker and mass.
    pub n: usize,
    /// Mean: what a total needs.
    pub mean: Decimal,
    /// Standard deviation of one device.
    pub deviation: Decimal,
    /// 25th percentile, by linear interpolation.
    pub p25: Decimal,
    /// Median.
    pub median: Decimal,
    /// 75th percentile.
    pub p75: Decimal,
}

impl Spread {
    /// The spread of masses; nothing where there are none.
    pub fn of(masses: &mut [Decimal]) -> Option<Self> {
        masses.sort_unstable();
        let n = Decimal::from(masses.len());
        let mean = masses.iter().sum::<Decimal>().checked_div(n)?;
        let squares: Decimal = masses.iter().map(|kg| (*kg - mean) * (*kg - mean)).sum();
        let variance = squares.checked_div(n - Decimal::ONE).unwrap_or(Decimal::ZERO);
        Some(Self {
            n: masses.len(),
            mean: mean.round_dp(4),
            deviation: variance.sqrt().unwrap_or(Decimal::ZERO).round_dp(4),
            p25: quantile(masses, 25),
            median: quantile(masses, 50),
            p75: quantile(masses, 75),
        })
    }

    /// The ends of a range that holds nine in ten devices like these, log-normal by moments; with few devices wider
    /// (Student's t).
    pub fn range(&self) -> (Decimal, Decimal) {
        ninety_percent(self.mean, self.deviation, self.n)
    }
}

/// Low and high ends of a 90 % range around a mean that is never below zero: log-normal with that mean and deviation.
pub fn ninety_percent(mean: Decimal, deviation: Decimal, n: usize) -> (Decimal, Decimal) {
    if mean <= Decimal::ZERO || deviation.is_zero() {
        return (mean, mean);
    }
    let ratio = deviation / mean;
    let spread = (Decimal::ONE + ratio * ratio).ln();
    let half = student(n) * spread.sqrt().unwrap_or(Decimal::ZERO);
    let middle = mean.ln() - spread / Decimal::TWO;
    ((middle - half).exp().round_dp(4), (middle + half).exp().round_dp(4))
}

/// The 95th percentile of Student's t for n observations.
fn student(n: usize) -> Decimal {
    const T: [(usize, i64); 12] = [
        (2, 6314),
        (3, 2920),
        (4, 2353),
        (5, 2132),
        (6, 2015),
        (8, 1895),
        (10, 1833),
        (15, 1761),
        (20, 1729),
        (30, 1699),
        (60, 1671),
        (usize::MAX, 1645),
    ];
    // Published averages without a number of devices are of many.
    let n = if n == 0 { usize::MAX } else { n };
    let thousandths = T.iter().find(|(most, _)| n <= *most).map_or(1645, |(_, t)| *t);
    Decimal::new(thousandths, 3)
}

fn quantile(sorted: &[Decimal], percent: usize) -> Decimal {
    let place = (sorted.len() - 1) * percent;
    let (whole, rest) = (place / 100, place % 100);
    let low = sorted[whole];
    let high = sorted.get(whole + 1).copied().unwrap_or(low);
    (low + (high - low) * Decimal::from(rest) / Decimal::ONE_HUNDRED).round_dp(4)
}

/// How a shipped weight was found: from the device itself down to the widest class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The device itself stands in a table.
    Table,
    /// Devices of the same maker, line and size.
    Family,
    /// Devices of the same kind and size, or of the same kind.
    Class,
    /// A published average of a wide class, without a spread.
    LastResort,
}

impl Tier {
    /// The word under which it is sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Family => "family",
            Self::Class => "default",
            Self::LastResort => "last_resort",
        }
    }
}

/// A weight that the shipped tables give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Mass reported, kg.
    pub kg: Decimal,
    /// Low end of the 90 % range, kg.
    pub low: Decimal,
    /// High end, kg.
    pub high: Decimal,
    /// How it was found.
    pub tier: Tier,
    /// The table or tables.
    pub source: String,
    /// Standard deviation of one device of its class or family, kg; none for a device of a table.
    pub deviation: Decimal,
    /// How many devices it rests on.
    pub n: usize,
    /// The class or family, such as `switch 37–64 ports`.
    pub class: String,
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
            if let (Some(line), Some(class)) = (&device.line, ladder.first()) {
                for line in lines(line) {
                    families.entry(family(&device.maker, line, class)).or_default().add(device);
                }
            }
            for class in ladder {
                classes.entry(class).or_default().add(device);
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
    pub fn find(&self, found: &Recognised, names: &[&str]) -> Option<Shipped> {
        self.own(found, names).or_else(|| self.alike(found, None)).or_else(|| self.last_resort(found.kind?))
    }

    /// What the other devices say of one that is left out, with all of its maker and mass: how good estimates are.
    pub fn alike_without(&self, found: &Recognised, maker: &str, kg: Decimal) -> Option<Shipped> {
        self.alike(found, Some(&(maker.to_owned(), kg)))
    }

    fn own(&self, found: &Recognised, names: &[&str]) -> Option<Shipped> {
        let maker = found.maker.as_deref()?;
        let model = found.model.as_deref();
        let (kg, source) =
            names.iter().copied().chain(model).find_map(|name| self.exact.get(&key(maker, name)))?;
        Some(Shipped {
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

    fn alike(&self, found: &Recognised, without: Option<&Vote>) -> Option<Shipped> {
        let ladder = ladder(found.kind?, &found.size);
        let narrow = ladder.first()?;
        let of_line = |maker: &str, line: &str| {
            let group = self.families.get(&family(maker, line, narrow))?;
            let spread = group.spread_without(without)?;
            let is_enough = spread.n >= FEWEST_OF_FAMILY;
            is_enough.then(|| shipped(&spread, group, Tier::Family, format!("{maker} {line}, {narrow}")))
        };
        let named = found.maker.as_deref().zip(found.line.as_deref());
        let of_family = named.and_then(|(maker, line)| lines(line).find_map(|line| of_line(maker, line)));
        of_family.or_else(|| {
            let known = |class: &String| {
                let group = self.classes.get(class)?;
                let spread = group.spread_without(without)?;
                Some(shipped(&spread, group, Tier::Class, class.clone()))
            };
            let mut classes: Vec<Shipped> = ladder.iter().filter_map(known).collect();
            let enough = classes.iter().position(|class| class.n >= FEWEST_OF_CLASS);
            let place = enough.or(classes.len().checked_sub(1))?;
            Some(classes.swap_remove(place))
        })
    }

    fn last_resort(&self, kind: Kind) -> Option<Shipped> {
        let last = self.last_resort.get(&kind)?;
        Some(Shipped {
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

fn shipped(spread: &Spread, group: &Group, tier: Tier, class: String) -> Shipped {
    let least = if spread.n < FEWEST_OF_FAMILY { spread.mean * SPREAD_OF_FEW } else { Decimal::ZERO };
    let deviation = spread.deviation.max(least);
    let (low, high) = ninety_percent(spread.mean, deviation, spread.n.max(2));
    Shipped { kg: spread.mean, low, high, tier, source: group.sources(), deviation, n: spread.n, class }
}

/// A maker with the mass of one of its devices: one vote, however many variants have it.
type Vote = (String, Decimal);

/// Devices that are alike.
#[derive(Clone, Debug, Default)]
struct Group {
    votes: BTreeSet<Vote>,
    sources: BTreeSet<&'static str>,
    spread: Option<Spread>,
}

impl Group {
    fn add(&mut self, device: &TableDevice) {
        self.votes.insert((device.maker.clone(), device.kg));
        self.sources.insert(device.source);
    }

    fn count(&mut self) {
        self.spread = self.spread_of(|_| true);
    }

    fn spread_of(&self, is_in: impl Fn(&Vote) -> bool) -> Option<Spread> {
        let mut masses: Vec<Decimal> =
            self.votes.iter().filter(|vote| is_in(vote)).map(|(_, kg)| *kg).collect();
        Spread::of(&mut masses)
    }

    fn spread_without(&self, without: Option<&Vote>) -> Option<Spread> {
        match without.filter(|vote| self.votes.contains(vote)) {
            Some(without) => self.spread_of(|vote| vote != without),
            None => self.spread.clone(),
        }
    }

    fn sources(&self) -> String {
        self.sources.iter().copied().collect::<Vec<_>>().join(" and ")
    }
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

/// The classes of a device, most specific first, as they are called: its size among its kind, among the wider kind,
/// then the kinds as a whole.
pub fn ladder(kind: Kind, size: &Size) -> Vec<String> {
    let kinds: Vec<Kind> =
        [Some(kind), kind.parent().filter(|_| is_like_its_parent(kind))].into_iter().flatten().collect();
    let name = |kind: &Kind| kind.word().replace('_', " ");
    let sized = kinds.iter().filter_map(|kind| Some(format!("{} {}", name(kind), bucket(*kind, size)?)));
    sized.chain(kinds.iter().map(name)).collect()
}

/// Whether the wider kind's average may stand in: a switch's for no access point, a phone's for no accessory.
fn is_like_its_parent(kind: Kind) -> bool {
    matches!(kind, Kind::MobileWorkstation | Kind::Workstation | Kind::Handheld | Kind::Blade | Kind::Nas)
}

fn bucket(kind: Kind, size: &Size) -> Option<String> {
    match kind {
        Kind::Laptop | Kind::MobileWorkstation => laptop(size),
        Kind::Monitor => screen(size, &[20, 22, 23, 24, 25, 27, 30, 34, 38]),
        Kind::Signage => screen(size, &[50, 60, 70, 80]),
        Kind::Desktop | Kind::Workstation => desktop(size),
        Kind::Server => server(size),
        Kind::Switch => switch(size),
        Kind::Router | Kind::Firewall => by_form(size),
        Kind::Storage | Kind::Nas => storage(size),
        Kind::Ups => {
            let va = size.volt_amperes?;
            Some(named(va, &[600, 850, 1100, 1600, 2300, 3300, 6000], "VA"))
        }
        Kind::Pdu => size.rack_units.map(|units| if units == 0 { "0U".into() } else { "1–2U".into() }),
        _ => None,
    }
}

fn laptop(size: &Size) -> Option<String> {
    let inches = size.inches?;
    let classes = [(13, "to 12 in"), (14, "13 in"), (15, "14 in"), (17, "15–16 in")];
    let fits = |&&(below, _): &&(i64, &str)| inches < Decimal::from(below);
    Some(classes.iter().find(fits).map_or("17 in", |(_, name)| name).to_owned())
}

/// A screen of 23.8 inches is sold as one of 24.
fn screen(size: &Size, below: &[u32]) -> Option<String> {
    let inches = size.inches?.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let place = below.iter().position(|edge| inches < Decimal::from(*edge)).unwrap_or(below.len());
    Some(match (place.checked_sub(1).map(|one| below[one]), below.get(place)) {
        (None, Some(high)) => format!("below {high} in"),
        (Some(low), Some(high)) if *high == low + 1 => format!("{low} in"),
        (Some(low), Some(high)) => format!("{low}–{} in", high - 1),
        (low, None) => format!("from {} in", low.unwrap_or_default()),
    })
}

fn desktop(size: &Size) -> Option<String> {
    let form = size.form?;
    let name = match form {
        Form::Tower if size.rack_units >= Some(4) => "tower of 4U and more",
        Form::AllInOne => "all-in-one",
        Form::Sff | Form::Desktop => "small form factor",
        form => form.word(),
    };
    Some(name.to_owned())
}

fn server(size: &Size) -> Option<String> {
    match (size.form, size.rack_units) {
        (_, Some(1)) => Some("1U".into()),
        (_, Some(2)) => Some("2U".into()),
        (_, Some(3..=5)) => Some("3–5U".into()),
        (Some(Form::Tower), _) => Some("tower".into()),
        _ => None,
    }
}

fn switch(size: &Size) -> Option<String> {
    match (size.is_data_centre, size.rack_units, size.ports) {
        (true, Some(2), _) => Some("data centre 2U".into()),
        (true, Some(1) | None, _) => Some("data centre 1U".into()),
        (_, Some(6..), _) => Some("chassis".into()),
        (_, _, Some(ports)) => Some(named(ports, &[12, 20, 36, 64], "ports")),
        _ => None,
    }
}

fn by_form(size: &Size) -> Option<String> {
    let name = match (size.form, size.rack_units) {
        (_, Some(3..)) => "chassis",
        (_, Some(2)) => "rack 2U",
        (Some(Form::Desktop), _) | (_, Some(0)) => "desktop",
        (Some(Form::Rack), _) | (_, Some(1)) => "rack 1U",
        _ => return None,
    };
    Some(name.to_owned())
}

fn storage(size: &Size) -> Option<String> {
    match (size.rack_units, size.form, size.bays) {
        (Some(1..=2), ..) => Some("1–2U".into()),
        (Some(3..=5), ..) => Some("3–5U".into()),
        (_, Some(Form::Desktop), Some(bays)) | (None, None, Some(bays)) => {
            Some(format!("desktop {}", named(bays, &[2, 5], "bays")))
        }
        (_, Some(Form::Desktop), None) => Some("desktop".into()),
        _ => None,
    }
}

/// `to 12 ports`, `13–20 ports`, `65 ports and more`.
fn named(value: u32, most: &[u32], unit: &str) -> String {
    let place = most.iter().position(|edge| value <= *edge).unwrap_or(most.len());
    match (place.checked_sub(1).map(|one| most[one] + 1), most.get(place)) {
        (None, Some(high)) => format!("to {high} {unit}"),
        (Some(low), Some(high)) => format!("{low}–{high} {unit}"),
        (low, None) => format!("{} {unit} and more", low.unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kg(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn a_range_of_nine_in_ten_lies_around_the_mean_and_widens_with_few() {
        let (low, high) = ninety_percent(kg("5"), kg("1"), 100);
        assert!(low < kg("3.7") && low > kg("3.3") && high > kg("6.5") && high < kg("7.0"), "{low} {high}");
        let few = ninety_percent(kg("5"), kg("1"), 4);
        assert!(few.0 < low && few.1 > high);
    }

    #[test]
    fn quantiles_are_interpolated() {
        let spread = Spread::of(&mut [kg("1"), kg("2"), kg("3"), kg("10")]).expect("a spread");
        assert_eq!(
            (spread.mean, spread.p25, spread.median, spread.p75),
            (kg("4"), kg("1.75"), kg("2.5"), kg("4.75"))
        );
    }

    #[test]
    fn classes_go_from_narrow_to_wide() {
        let size = Size { ports: Some(48), ..Size::default() };
        assert_eq!(ladder(Kind::Switch, &size), ["switch 37–64 ports", "switch"]);
        let size = Size { inches: Some(kg("15.6")), ..Size::default() };
        let expected = ["mobile workstation 15–16 in", "laptop 15–16 in", "mobile workstation", "laptop"];
        assert_eq!(ladder(Kind::MobileWorkstation, &size), expected);
        let size = Size { inches: Some(kg("23.8")), ..Size::default() };
        assert_eq!(ladder(Kind::Monitor, &size), ["monitor 24 in", "monitor"]);
    }
}
