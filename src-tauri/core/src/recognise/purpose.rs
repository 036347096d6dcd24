//! What words between others say: that a thing is not so, what it is used for, and for which device it is.

use super::configuration::is_spec;
use super::kind::Kind;
use super::sign::{Piece, Sign};
use super::text::Text;
use super::words::{Found, is_unspaced};
use super::{Between, Recogniser};

/// Words before a condition that a thing is not in.
const NEGATIONS: [&str; 12] =
    ["not", "no", "non", "never", "nicht", "kein", "keine", "pas", "niet", "geen", "nie", "не"];

/// Whether the word before denies what follows: "not refurbished".
pub(super) fn is_denied(text: &Text, start: usize) -> bool {
    let before = text.folded[..start].split([' ', '-']).rfind(|word| !word.is_empty());
    before.is_some_and(|word| NEGATIONS.contains(&word))
}

/// Whether a word only says what a place is for: the training of a training room, the server of a server room.
pub(super) fn names_a_place(text: &Text, sign: &Sign, places: &[Found<bool>]) -> bool {
    let joins = |from: usize, to: usize| {
        let between = text.folded.get(from..to).map(str::trim);
        matches!(between, Some("" | "-" | "de" | "du" | "des" | "d" | "del" | "di" | "della" | "da" | "do"))
    };
    // A stand for a desk is a stand.
    let is_thing = sign.kind().is_some_and(Kind::is_thing_for_a_device);
    sign.line.is_none()
        && !is_thing
        && places.iter().any(|place| match place.meaning {
            true => place.end < sign.start && joins(place.end, sign.start),
            false => sign.end <= place.start && text.folded[sign.end..place.start].trim().is_empty(),
        })
}

/// Whether a word is the first part of a compound whose last one is a device: the Wartungs of a Wartungs-PC, with the s by
/// which German and Dutch join what is done with a thing, or the support of a Support-Notebook, which is no stand.
pub(super) fn is_joined_to_device(text: &Text, sign: &Sign, devices: &[usize]) -> bool {
    let is_joined = text.folded.as_bytes().get(sign.end) == Some(&b'-') && devices.contains(&(sign.end + 1));
    let has_joint = || sign.kind().is_some() || text.folded[..sign.end].ends_with('s');
    is_joined && sign.line.is_none() && !sign.is_device() && has_joint()
}

/// Whether words of a script without spaces stand together: what stands last is what the others belong to.
pub(super) fn is_one_word(text: &Text, from: usize, to: usize) -> bool {
    let between = text.folded.get(from..to).unwrap_or_default();
    !between.is_empty() && is_unspaced(between) && between.chars().all(char::is_alphanumeric)
}

/// Whether what a device takes is only counted, and not bought: `24x SFP+`, `8-port SFP`, `SFP uplinks`.
pub(super) fn is_of_ports(text: &Text, start: usize, end: usize) -> bool {
    let is_apart = |letter: char| !letter.is_alphanumeric();
    let before = text.folded[..start].rsplit(is_apart).find(|word| !word.is_empty()).unwrap_or_default();
    let behind = text.folded[end..].split(is_apart).find(|word| !word.is_empty()).unwrap_or_default();
    let is_count = before.strip_suffix('x').unwrap_or(before).parse::<u32>().is_ok();
    let is_port = |word: &str| matches!(word.trim_end_matches('s'), "port" | "uplink" | "slot");
    is_count || is_port(before) || is_port(behind)
}

/// Whether what follows says for what a thing is used.
pub(super) fn is_purpose(all: &Recogniser, text: &Text, end: usize) -> bool {
    let is_behind = |found: &Found<Between>| {
        found.meaning == Between::For && found.start >= end && text.folded[end..found.start].trim().is_empty()
    };
    all.between.find(text).iter().any(is_behind)
}

/// Whether words that nobody knows stand before "for" and a device behind it, or the other way round in a language that
/// puts "for" behind: they name what is bought, and the device does not.
pub(super) fn is_for_a_device(text: &Text, pieces: &[Piece], makers: &[Found<usize>]) -> bool {
    let between = |wanted: &[Between]| {
        pieces.iter().find_map(|piece| match piece {
            Piece::Between(found, start, end) if wanted.contains(found) => Some((*found, *start, *end)),
            _ => None,
        })
    };
    let Some((found, start, end)) = between(&[Between::For, Between::ForBehind, Between::With]) else {
        return false;
    };
    let signs = |from: usize, to: usize| {
        let is_inside = move |sign: &&Sign| sign.start >= from && sign.end <= to;
        let signs =
            pieces.iter().filter_map(|piece| if let Piece::Sign(sign) = piece { Some(sign) } else { None });
        signs.filter(is_inside)
    };
    let whole = text.folded.len();
    let ((from, to), behind) = match found {
        Between::For => ((0, start), (end, whole)),
        Between::ForBehind => ((end, whole), (0, start)),
        _ => return false,
    };
    let is_unknown = |&&(first, last): &&(usize, usize)| {
        let word = &text.folded[first..last];
        let is_of_maker = makers.iter().any(|maker| maker.start <= first && last <= maker.end);
        first >= from
            && last <= to
            && !is_of_maker
            && !is_spec(word)
            && word.chars().filter(|letter| letter.is_alphabetic()).count() > 2
            && !word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let names = text.words.iter().filter(is_unknown).count();
    // In a script without spaces words are not told apart: whatever stands there is one.
    let has_name =
        names > 0 || (found == Between::ForBehind && text.folded[from..to].chars().any(char::is_alphabetic));
    has_name && signs(from, to).next().is_none() && signs(behind.0, behind.1).any(Sign::is_device)
}
