//! What words between others say: that a thing is not so, what it is used for, and for which device it is.

use super::grammar::{Piece, Sign, is_spec};
use super::text::Text;
use super::words::Found;
use super::{Between, Recogniser};

/// Words before a condition that a thing is not in.
const NEGATIONS: [&str; 12] =
    ["not", "no", "non", "never", "nicht", "kein", "keine", "pas", "niet", "geen", "nie", "не"];

/// Whether the word before denies what follows: "not refurbished".
pub(super) fn is_denied(text: &Text, start: usize) -> bool {
    let before = text.folded[..start].split([' ', '-']).rfind(|word| !word.is_empty());
    before.is_some_and(|word| NEGATIONS.contains(&word))
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
