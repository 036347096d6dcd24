//! The classes of devices that are alike in kind and size.

use crate::recognise::{Form, Kind, Size};
use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

/// The classes of a device, most specific first, as they are called: its size among its kind, among the wider kind,
/// then the kinds as a whole.
pub fn ladder(kind: Kind, size: &Size) -> Vec<String> {
    let kinds: Vec<Kind> =
        [Some(kind), kind.parent().filter(|_| is_like_its_parent(kind))].into_iter().flatten().collect();
    let name = |kind: &Kind| kind.word().replace('_', " ");
    let sized = |kind: &Kind| {
        let of_kind = bucket(*kind, size).map(|bucket| format!("{} {bucket}", name(kind)));
        [large_screen(*kind, size).map(str::to_owned), of_kind]
    };
    // A small screen for signage is a monitor without a stand, and a controller on a desk is built as a small firewall;
    // few of either are in the tables.
    let alike = match (kind, size.form) {
        (Kind::Signage, _) => Some(sized(&Kind::Monitor)),
        (Kind::Network, Some(Form::Desktop)) => Some(sized(&Kind::Firewall)),
        _ => None,
    };
    let alike = alike.into_iter().flatten().flatten();
    let sizes: Vec<String> = kinds.iter().flat_map(sized).flatten().chain(alike).collect();
    let mut classes: Vec<String> = Vec::new();
    for class in sizes.into_iter().chain(kinds.iter().map(name)) {
        if !classes.contains(&class) {
            classes.push(class);
        }
    }
    classes
}

/// The height of a device that is built of as many slots as it is high, and so weighs the more the higher it is.
fn slots(kind: Kind, size: &Size) -> Option<u32> {
    let least = match kind {
        Kind::Router | Kind::Firewall | Kind::Network | Kind::Server => 3,
        Kind::Switch => 6,
        _ => return None,
    };
    size.rack_units.filter(|units| *units >= least)
}

/// Whether a device says something of its kind as a whole: a chassis of many slots is named as such, and says nothing of
/// a device whose size nobody names.
pub(super) fn is_usual(kind: Kind, size: &Size) -> bool {
    let is_of_network = matches!(kind, Kind::Switch | Kind::Router | Kind::Firewall | Kind::Network);
    !is_of_network || size.rack_units.is_none_or(|units| units < 3)
}

/// What the masses of the narrowest class are proportional to; nothing where they are just alike.
pub(super) fn measure(kind: Kind, size: &Size) -> Option<Decimal> {
    match (by_size(kind, size), by_parts(kind, size)) {
        (Some(size), Some(parts)) => Some(size * parts),
        (size, parts) => size.or(parts),
    }
}

/// A power of what its size is told by, as the shipped tables have it: a supply's mass grows a little slower than its
/// power, as its case does, and a chassis's than its height; that of a desktop supply, most of which is its battery, as
/// fast; that of a switch on a desk as its ports.
pub(super) fn by_size(kind: Kind, size: &Size) -> Option<Decimal> {
    let number = |value: Option<u32>| value.map(Decimal::from);
    if large_screen(kind, size).is_some() {
        return quarters(size.inches, 6);
    }
    if let Some(slots) = slots(kind, size) {
        // A tall server is no frame for cards: what fills it weighs as much in each unit.
        return quarters(Some(Decimal::from(slots)), if kind == Kind::Server { 4 } else { 3 });
    }
    match (kind, size.form) {
        (Kind::Ups, Some(Form::Desktop)) => quarters(kva(size), 4),
        (Kind::Ups, _) => quarters(kva(size), 3),
        (Kind::Nas | Kind::Storage, _) if is_by_bays(size) => quarters(number(size.bays), 4),
        (Kind::Switch, _) if is_on_desks(size) => number(size.ports),
        _ => None,
    }
}

/// What its parts make a device heavier or lighter by than others of its size.
fn by_parts(kind: Kind, size: &Size) -> Option<Decimal> {
    match kind {
        Kind::Switch => by_ports(kind, size),
        Kind::Server => Some(by_accelerators(size) * by_depth(size)).filter(|by| *by != Decimal::ONE),
        Kind::Storage | Kind::Nas => Some(by_depth(size)).filter(|by| *by != Decimal::ONE),
        // Batteries are three fifths of an uninterruptible supply.
        Kind::Ups => size.is_without_battery.then(|| Decimal::new(4, 1)),
        _ => None,
    }
}

fn by_depth(size: &Size) -> Decimal {
    if size.is_shallow { Decimal::new(7, 1) } else { Decimal::ONE }
}

/// A tall server is as heavy as what fills it, and little is heavier than accelerators on a board with their coolers and
/// supplies: by the makers' data sheets 13 to 14 kg in each unit of height of a ThinkSystem SR680a or SR685a, 16 of a DGX
/// H100, 9 of a SYS-821GE, where servers of other use have about 10.
fn by_accelerators(size: &Size) -> Decimal {
    let is_of_them = size.has_accelerators && size.rack_units >= Some(LEAST_OF_ACCELERATORS);
    if is_of_them { Decimal::new(13, 1) } else { Decimal::ONE }
}

/// Accelerators in fewer units of height are cards, in a case like others.
const LEAST_OF_ACCELERATORS: u32 = 5;

/// What the parts of an access switch make it heavier by: supplies that feed power to its ports, and ports of ten
/// gigabits, whose coolers weigh the more the smaller its case is. Of the shipped tables: each maker's lines with and
/// without.
fn by_ports(kind: Kind, size: &Size) -> Option<Decimal> {
    let ports = size.ports.filter(|_| !size.is_data_centre)?;
    if slots(kind, size).is_some() {
        return None;
    }
    let hundredths = |hundredths: i64| Decimal::new(hundredths, 2);
    let feeds = match ports {
        _ if !size.feeds_power => hundredths(100),
        ..=9 => hundredths(135),
        10..=36 => hundredths(115),
        _ => hundredths(105),
    };
    let fast = if size.is_fast && ports <= 12 { hundredths(190) } else { hundredths(100) };
    Some(feeds * fast).filter(|by| *by != Decimal::ONE)
}

/// Most ports of a switch whose case is as small as its ports allow.
const MOST_ON_DESKS: u32 = 24;

fn is_on_desks(size: &Size) -> bool {
    let has_few = size.ports.is_some_and(|ports| ports > 0 && ports <= MOST_ON_DESKS);
    size.form == Some(Form::Desktop) && has_few && !size.is_data_centre
}

/// A number to the power of so many quarters.
fn quarters(of: Option<Decimal>, quarters: i64) -> Option<Decimal> {
    of?.powi(quarters).sqrt()?.sqrt().map(|power| power.round_dp(4))
}

fn kva(size: &Size) -> Option<Decimal> {
    size.volt_amperes.filter(|va| *va > 0).map(|va| Decimal::new(va.into(), 3))
}

/// A network store that stands on a desk.
fn is_by_bays(size: &Size) -> bool {
    size.rack_units.is_none_or(|units| units == 0)
        && size.bays.is_some_and(|bays| bays > 0)
        && matches!(size.form, Some(Form::Desktop) | None)
}

/// Screens that are sold as monitors and as signage alike.
fn large_screen(kind: Kind, size: &Size) -> Option<&'static str> {
    let is_screen = matches!(kind, Kind::Monitor | Kind::Signage);
    let is_large = size.inches.is_some_and(|inches| inches.round() >= Decimal::from(38));
    match (is_screen && is_large, size.form) {
        (true, Some(Form::Touch)) => Some("large touch display, by inches"),
        (true, _) => Some("large display, by inches"),
        _ => None,
    }
}

/// Whether the wider kind's average may stand in: a switch's for no access point, a phone's for no accessory.
fn is_like_its_parent(kind: Kind) -> bool {
    matches!(kind, Kind::MobileWorkstation | Kind::Workstation | Kind::Handheld | Kind::Blade | Kind::Nas)
}

fn bucket(kind: Kind, size: &Size) -> Option<String> {
    if slots(kind, size).is_some() {
        return Some("chassis, by height".to_owned());
    }
    match kind {
        Kind::Laptop | Kind::MobileWorkstation => laptop(size),
        Kind::Monitor | Kind::Signage => screen(size, &[20, 22, 23, 24, 25, 27, 30, 34, 38]),
        Kind::AccessPoint => Some(access_point(size).to_owned()),
        Kind::Desktop | Kind::Workstation => desktop(size),
        Kind::Server => server(size),
        Kind::Switch => switch(size),
        Kind::Router | Kind::Firewall | Kind::Network | Kind::ConsoleKvm => by_form(size),
        Kind::Storage | Kind::Nas => storage(size),
        Kind::Ups => ups(size),
        Kind::Pdu if size.is_basic => Some("basic".into()),
        Kind::Pdu => size.rack_units.map(|units| if units == 0 { "0U".into() } else { "1–2U".into() }),
        _ => None,
    }
}

fn access_point(size: &Size) -> &'static str {
    match size.form {
        Some(Form::Outdoor) => "outdoor",
        Some(Form::Wall) => "in walls",
        _ => "indoor",
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
        (Some(Form::Tower), _) => Some("tower".into()),
        (Some(Form::Micro), _) => Some("micro".into()),
        _ => None,
    }
}

fn switch(size: &Size) -> Option<String> {
    match (size.is_data_centre, size.rack_units, size.ports) {
        (true, Some(2), _) => Some("data centre 2U".into()),
        (true, Some(1) | None, _) => Some("data centre 1U".into()),
        _ if is_on_desks(size) => Some("desktop, by ports".into()),
        (_, _, Some(ports)) => Some(named(ports, &[5, 9, 12, 20, 36, 64], "ports")),
        _ => None,
    }
}

fn by_form(size: &Size) -> Option<String> {
    let name = match (size.form, size.rack_units) {
        (_, Some(2)) => "rack 2U",
        (Some(Form::Micro), _) => "small",
        (Some(Form::Desktop), _) | (_, Some(0)) => "desktop",
        (Some(Form::Rack), _) | (_, Some(1)) => "rack 1U",
        _ => return None,
    };
    Some(name.to_owned())
}

fn storage(size: &Size) -> Option<String> {
    match (size.rack_units, size.form) {
        (Some(1), _) => Some("1U".into()),
        (Some(2), _) => Some("2U".into()),
        (Some(3..=5), _) => Some("3–5U".into()),
        _ if is_by_bays(size) => Some("desktop, by bays".into()),
        (_, Some(Form::Desktop)) => Some("desktop".into()),
        _ => None,
    }
}

fn ups(size: &Size) -> Option<String> {
    let name = match (size.form, kva(size)) {
        (Some(Form::Desktop), Some(_)) => "desktop, by kVA",
        (Some(Form::Desktop), None) => "desktop",
        (_, Some(_)) => "by kVA",
        (_, None) => return None,
    };
    Some(name.to_owned())
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

    fn inches(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }
    #[test]
    fn classes_go_from_narrow_to_wide() {
        let size = Size { ports: Some(48), ..Size::default() };
        assert_eq!(ladder(Kind::Switch, &size), ["switch 37–64 ports", "switch"]);
        let size = Size { inches: Some(inches("15.6")), ..Size::default() };
        let expected = ["mobile workstation 15–16 in", "laptop 15–16 in", "mobile workstation", "laptop"];
        assert_eq!(ladder(Kind::MobileWorkstation, &size), expected);
        let size = Size { volt_amperes: Some(650), form: Some(Form::Desktop), ..Size::default() };
        assert_eq!(ladder(Kind::Ups, &size), ["ups desktop, by kVA", "ups"]);
        assert_eq!(measure(Kind::Ups, &size), Some(Decimal::new(65, 2)));
        let size = Size { volt_amperes: Some(16_000), ..Size::default() };
        assert_eq!(ladder(Kind::Ups, &size), ["ups by kVA", "ups"]);
        assert_eq!(measure(Kind::Ups, &size), Some(Decimal::from(8)));
        let size = Size { inches: Some(inches("64")), ..Size::default() };
        assert_eq!(
            ladder(Kind::Signage, &size),
            ["large display, by inches", "signage from 38 in", "monitor from 38 in", "signage"]
        );
        assert_eq!(measure(Kind::Signage, &size), Some(Decimal::from(512)));
        let size = Size { inches: Some(inches("23.8")), ..Size::default() };
        assert_eq!(ladder(Kind::Monitor, &size), ["monitor 24 in", "monitor"]);
    }

    #[test]
    fn a_chassis_weighs_by_its_height_and_a_strip_is_no_managed_unit() {
        let high = |rack_units| Size { rack_units: Some(rack_units), ..Size::default() };
        for (kind, rack_units, class, by) in [
            (Kind::Router, 16, "router chassis, by height", Some(80_000)),
            (Kind::Server, 8, "server chassis, by height", Some(80_000)),
            (Kind::Switch, 10, "switch chassis, by height", Some(56_234)),
            (Kind::Firewall, 2, "firewall rack 2U", None),
            (Kind::Server, 2, "server 2U", None),
            (Kind::Pdu, 1, "pdu 1–2U", None),
            (Kind::ConsoleKvm, 1, "console kvm rack 1U", None),
        ] {
            assert_eq!(ladder(kind, &high(rack_units)), [class, &kind.word().replace('_', " ")]);
            assert_eq!(measure(kind, &high(rack_units)), by.map(|by| Decimal::new(by, 4)), "{class}");
        }
        let desk = Size { ports: Some(8), form: Some(Form::Desktop), feeds_power: true, ..Size::default() };
        assert_eq!(ladder(Kind::Switch, &desk), ["switch desktop, by ports", "switch"]);
        assert_eq!(
            measure(Kind::Switch, &desk),
            Some(Decimal::new(108, 1)),
            "with what feeds power 1.35 as much"
        );
        let rack = Size { ports: Some(48), feeds_power: true, ..Size::default() };
        assert_eq!(ladder(Kind::Switch, &rack), ["switch 37–64 ports", "switch"]);
        assert_eq!(measure(Kind::Switch, &rack), Some(Decimal::new(105, 2)));
        let strip = Size { is_basic: true, ..high(1) };
        assert_eq!(ladder(Kind::Pdu, &strip), ["pdu basic", "pdu"]);
        let of_accelerators = |rack_units| Size { has_accelerators: true, ..high(rack_units) };
        assert_eq!(measure(Kind::Server, &of_accelerators(8)), Some(Decimal::new(104, 1)));
        assert_eq!(
            measure(Kind::Server, &of_accelerators(4)),
            Some(Decimal::from(4)),
            "cards, as in other cases"
        );
        let shallow = Size { is_shallow: true, ..high(1) };
        assert_eq!(measure(Kind::Nas, &shallow), Some(Decimal::new(7, 1)));
        let bare = Size { volt_amperes: Some(1_000), is_without_battery: true, ..Size::default() };
        assert_eq!(measure(Kind::Ups, &bare), Some(Decimal::new(4, 1)));
        let desktop = Size { form: Some(Form::Desktop), ..Size::default() };
        assert_eq!(ladder(Kind::Network, &desktop), ["network desktop", "firewall desktop", "network"]);
    }
}
