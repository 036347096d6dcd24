//! Devices of the shipped tables whose names are nearly one that none of them has: what a person is asked to choose from.

use crate::weights::shipped_devices;
use planner_core::catalogue::normalise;
use planner_core::device_table::TableDevice;
use planner_core::recognise::Recognised;
use std::sync::LazyLock;

/// Proposals made of one device.
const MOST: usize = 3;
/// Names shorter than this say too little to be near another.
const SHORTEST: usize = 6;

/// Ports that a device has beside its main row at most.
const UPLINKS: u32 = 8;

/// A device that may be meant.
#[derive(Clone, Debug)]
pub struct Near {
    /// It.
    pub device: &'static TableDevice,
    /// The name that is nearly the given one: its model or part number.
    pub name: &'static str,
    /// Letters in which the two differ.
    pub letters: usize,
}

/// A device with its names as they are compared.
struct Named {
    device: TableDevice,
    maker: String,
    names: Vec<String>,
}

static NAMED: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let devices = shipped_devices().unwrap_or_default();
    let named = |device: TableDevice| {
        let maker = normalise(&device.maker);
        let names = [Some(&device.model), device.part_number.as_ref()];
        let names = names.map(|name| name.map(|name| normalise(name)).unwrap_or_default()).to_vec();
        Named { device, maker, names }
    };
    devices.into_iter().map(named).collect()
});

/// The nearest devices of the same maker and size, the most alike first. At most a letter in five differs, and no more
/// than two.
pub fn near(found: &Recognised, texts: &[&str]) -> Vec<Near> {
    let maker = found.maker.as_deref().map(normalise);
    let wanted = words(texts.iter().copied().chain(found.model.as_deref()), maker.as_deref());
    let mut all: Vec<Near> = Vec::new();
    for named in NAMED.iter() {
        let is_of_maker = maker.as_ref().is_none_or(|maker| *maker == named.maker);
        if !is_of_maker || differs_in_size(found, &named.device) {
            continue;
        }
        let best = named.names.iter().enumerate().filter_map(|(place, name)| {
            let letters = wanted.iter().filter_map(|wanted| differing(wanted, name)).min()?;
            Some((letters, place))
        });
        if let Some((letters, place)) = best.min() {
            let device = &named.device;
            let name = if place == 0 { Some(device.model.as_str()) } else { device.part_number.as_deref() };
            all.push(Near { device, name: name.unwrap_or_default(), letters });
        }
    }
    all.sort_by(|one, other| (one.letters, &one.device.model).cmp(&(other.letters, &other.device.model)));
    all.dedup_by(|one, other| one.device.model == other.device.model && one.device.kg == other.device.kg);
    all.truncate(MOST);
    all
}

/// Every text and every word of it that has a digit, without the maker's name.
fn words<'a>(texts: impl Iterator<Item = &'a str>, maker: Option<&str>) -> Vec<String> {
    let mut words = Vec::new();
    for text in texts {
        let whole = normalise(text);
        let bare = maker.and_then(|maker| whole.strip_prefix(maker)).unwrap_or(&whole).to_owned();
        let of_text = text.split_whitespace().map(normalise);
        let telling = of_text.filter(|word| word.contains(|letter: char| letter.is_ascii_digit()));
        words.extend(telling.chain([bare]).filter(|word| word.len() >= SHORTEST));
    }
    words.sort();
    words.dedup();
    words
}

/// Letters in which two names differ; nothing where they are not near.
fn differing(wanted: &str, name: &str) -> Option<usize> {
    let length = name.chars().count();
    if length < SHORTEST || wanted.len().abs_diff(name.len()) > 2 {
        return None;
    }
    let letters = strsim::levenshtein(wanted, name);
    (letters <= 2 && letters * 5 <= length).then_some(letters)
}

fn differs_in_size(found: &Recognised, device: &TableDevice) -> bool {
    let is_other_kind = found.kind.zip(device.kind).is_some_and(|(one, other)| !one.is_near(other));
    // A name counts the ports of the main row, a table the uplinks, too.
    let ports = found.size.ports.zip(device.size.ports);
    let ports = ports.is_some_and(|(one, other)| one.abs_diff(other) > UPLINKS);
    let inches = found.size.inches.zip(device.size.inches).is_some_and(|(one, other)| one != other);
    is_other_kind || ports || inches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::recogniser;

    #[test]
    fn a_name_but_a_letter_off_is_proposed_and_one_of_another_size_or_maker_is_not() {
        let near = |text: &str| near(&recogniser().text(text), &[text]);
        let found = near("Cisco Catalyst C9200L-48PXG-2Z");
        assert!(!found.is_empty());
        for one in &found {
            assert_eq!(one.device.maker, "Cisco");
            assert!(one.letters <= 2, "{one:?}");
            assert!(one.device.size.ports.is_none_or(|ports| ports >= 40), "{one:?}");
        }
        assert!(near("Halden Slim chair, oak").is_empty());
        assert!(near("Monitor").is_empty());
    }
}
