//! What a text says of how a device is built: its processor, memory, drive, system.

use super::kind::Kind;
use super::lines::Meaning;
use super::text::Text;
use super::words::Found;
use super::{Recogniser, Strength};

/// The device at the head of a phrase such as "notebook ssd": where a text tells how a device is built, what follows is built in.
pub(super) fn configured(
    all: &Recogniser,
    text: &Text,
    found: &Found<(Meaning, Strength)>,
) -> Option<Found<(Meaning, Strength)>> {
    let is_built_in = matches!(found.meaning.0, Meaning::Hardware(Kind::Drive | Kind::Memory));
    let phrase = text.folded.get(found.start..found.end).filter(|_| is_built_in)?;
    let (first, _) = phrase.split_once([' ', '-'])?;
    let meaning = all.words.whole(first)?;
    let is_device = matches!(meaning.0, Meaning::Hardware(kind) if !kind.is_thing_for_a_device());
    is_device.then(|| Found { end: found.start + first.len(), meaning, ..*found })
}

/// Whether a text tells how a device is built: its processor or system, or both its memory and its drive.
pub(super) fn is_configured(text: &Text) -> bool {
    let words = || text.words.iter().map(|&(first, last)| &text.folded[first..last]);
    let has = |any: &[&str]| words().any(|word| any.contains(&word));
    has(&SYSTEMS) || (has(&["ram", "ddr4", "ddr5"]) && has(&["ssd", "hdd", "nvme"]))
}

/// Words of processors, systems and screens, which no part beside a device has.
const SYSTEMS: [&str; 24] = [
    "i3", "i5", "i7", "i9", "ryzen", "xeon", "celeron", "pentium", "epyc", "fhd", "wuxga", "qhd", "w10",
    "w11", "w10p", "w11p", "win10", "win11", "windows", "dos", "freedos", "noos", "vpro", "rtx",
];

/// Words of a configuration: processors, capacities, systems, resolutions.
pub(super) fn is_spec(word: &str) -> bool {
    let digits = word.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let is_capacity = digits > 0 && matches!(&word[digits..], "gb" | "tb" | "g" | "ghz" | "w" | "wh");
    is_capacity || SYSTEMS.contains(&word) || OTHERS.contains(&word)
}

/// Words of a configuration that names of parts hold, too.
const OTHERS: [&str; 22] = [
    "r3", "r5", "r7", "r9", "core", "ultra", "m1", "m2", "m3", "m4", "silver", "gold", "platinum", "bronze",
    "uhd", "4k", "lte", "5g", "wifi", "touch", "gtx", "ips",
];
