//! The classes of devices that are alike in kind and size.

use crate::recognise::{Form, Kind, Size};
use rust_decimal::{Decimal, RoundingStrategy};

/// The classes of a device, most specific first, as they are called: its size among its kind, among the wider kind,
/// then the kinds as a whole.
pub fn ladder(kind: Kind, size: &Size) -> Vec<String> {
    let kinds: Vec<Kind> =
        [Some(kind), kind.parent().filter(|_| is_like_its_parent(kind))].into_iter().flatten().collect();
    let name = |kind: &Kind| kind.word().replace('_', " ");
    let sized = kinds.iter().filter_map(|kind| Some(format!("{} {}", name(kind), bucket(*kind, size)?)));
    sized.chain(kinds.iter().map(name)).collect()
}

/// Whether a device says something of its kind as a whole: a chassis of many slots is named as such, and says nothing of
/// a device whose size nobody names.
pub(super) fn is_usual(kind: Kind, size: &Size) -> bool {
    let is_of_network = matches!(kind, Kind::Switch | Kind::Router | Kind::Firewall | Kind::Network);
    !is_of_network || size.rack_units.is_none_or(|units| units < 3)
}

/// What the masses of the narrowest class are proportional to; nothing where they are just alike. Most of a desktop supply is its
/// battery, which grows with its rated power: kVA.
pub(super) fn measure(kind: Kind, size: &Size) -> Option<Decimal> {
    let is_measured = kind == Kind::Ups && size.form == Some(Form::Desktop);
    size.volt_amperes.filter(|_| is_measured).map(|va| Decimal::new(va.into(), 3))
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
        Kind::Ups => ups(size),
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

fn ups(size: &Size) -> Option<String> {
    let va = size.volt_amperes?;
    if size.form == Some(Form::Desktop) {
        return Some("desktop, by kVA".into());
    }
    Some(named(va, &[900, 1250, 1700, 2500, 4000, 6000], "VA"))
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
        let size = Size { inches: Some(inches("23.8")), ..Size::default() };
        assert_eq!(ladder(Kind::Monitor, &size), ["monitor 24 in", "monitor"]);
    }
}
