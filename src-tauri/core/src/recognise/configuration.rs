//! What a text says of how a device is built: its processor, memory, drive, system.

use super::Recogniser;
use super::kind::Kind;
use super::sign::Sign;
use super::text::Text;

/// Whether a sign is a word for what is built into devices.
pub(super) fn is_fitted(sign: &Sign) -> bool {
    sign.names(Kind::Drive) || sign.names(Kind::Memory)
}

/// The device at the head of a phrase such as "notebook ssd": where a text tells how a device is built, what follows is
/// built in.
pub(super) fn device_at_head(all: &Recogniser, text: &Text, phrase: &Sign) -> Option<Sign> {
    let words = text.folded.get(phrase.start..phrase.end).filter(|_| is_fitted(phrase))?;
    let (first, _) = words.split_once([' ', '-'])?;
    let (meaning, strength) = all.words.whole(first)?;
    let device = Sign { end: phrase.start + first.len(), meaning, strength, ..phrase.clone() };
    Some(device).filter(Sign::is_device)
}

/// Whether a text tells how a device is built: its processor or system, or both its memory and its drive.
pub(super) fn is_configured(text: &Text, named: &[Sign]) -> bool {
    let mut words = text.words.iter().map(|&(first, last)| &text.folded[first..last]);
    let names = |kind| named.iter().any(|sign| sign.names(kind));
    words.any(|word| SYSTEMS.contains(&word)) || (names(Kind::Memory) && names(Kind::Drive))
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
