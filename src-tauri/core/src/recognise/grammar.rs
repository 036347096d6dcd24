//! Which of the words of a text decides: a thing for a device, a device with things, a service for either.

use super::configuration::{device_at_head, is_configured, is_fitted, is_spec};
use super::kind::{Group, Kind, Reason};
use super::lines::{FoundLine, Meaning};
use super::purpose::{
    is_denied, is_for_a_device, is_joined_to_device, is_of_ports, is_one_word, is_purpose, names_a_place,
};
use super::sign::{Piece, Sign};
use super::text::Text;
use super::words::Found;
use super::{Between, Recognised, Recogniser, Strength};

/// A part of a text between connecting words.
#[derive(Debug, Default)]
struct Part {
    signs: Vec<Sign>,
    specs: usize,
    has_words: bool,
    is_bundle: bool,
}

/// Who made it, as far as a column of its own says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// There is no such word.
    Nobody,
    /// A maker that is known.
    Known(usize),
    /// One that is not known.
    Another,
}

/// Letters from which on a line's name stands for itself: RC-42 of an unknown maker is nobody else's RC-42.
const CLEAR: usize = 6;

pub(super) fn read(all: &Recogniser, text: &Text, by: By) -> Recognised {
    let mut found = Recognised::default();
    let makers = all.maker_words.find(text);
    let maker = if let By::Known(maker) = by { Some(maker) } else { None };
    let pieces = pieces(all, text, &makers, by);
    let parts = parts(text, &pieces);
    let is_for_unknown = is_for_a_device(text, &pieces, &makers);
    let first_maker = maker.or(makers.first().map(|found| found.meaning));
    found.maker = first_maker.map(|maker| all.makers[maker].name.clone());
    if is_for_unknown {
        found.is_open = true;
        let says = "is for a device, and what it is itself is not known".to_owned();
        found.notes(&text.folded, says);
    } else if let Some((sign, why)) = parts.iter().find_map(|part| decide(text, part)) {
        settle(all, text, sign, why, &mut found);
    } else if parts.iter().any(|part| !part.signs.is_empty()) {
        found.is_open = true;
        found.notes(
            &text.folded,
            "speaks of a device and of something for it, and not which is bought".to_owned(),
        );
    }
    let conditions = all.conditions.find(text).into_iter().filter(|one| !is_denied(text, one.start));
    if let Some(condition) = conditions.max_by_key(|found| found.end - found.start) {
        found.condition = Some(condition.meaning.0);
        found.is_condition_doubted = condition.meaning.1 || is_purpose(all, text, condition.end);
        found.notes(&text.folded[condition.start..condition.end], condition.meaning.0.word().to_owned());
    }
    found
}

/// Signs and connecting words that do not overlap: the longest stand, a model before a word of its length.
fn pieces(all: &Recogniser, text: &Text, makers: &[Found<usize>], by: By) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in all.lines.find(text) {
        if belongs(all, &line, makers, by) {
            let rule = &all.lines.rules[line.rule];
            let strength = if rule.facts.is_weak { Strength::Weak } else { Strength::Last };
            let (start, end) = (line.start, line.end);
            pieces.push(Piece::Sign(Sign { start, end, meaning: rule.meaning, strength, line: Some(line) }));
        }
    }
    let named = all.words.find(text).into_iter().map(|Found { start, end, meaning: (meaning, strength) }| {
        Sign { start, end, meaning, strength, line: None }
    });
    let named: Vec<Sign> = named.collect();
    let is_configured = is_configured(text, &named);
    let device = |sign: &Sign| device_at_head(all, text, sign).filter(|_| is_configured);
    pieces.extend(named.into_iter().map(|sign| Piece::Sign(device(&sign).unwrap_or(sign))));
    for found in all.between.find(text) {
        let joined =
            |place: Option<usize>| place.is_some_and(|at| text.folded.as_bytes().get(at) == Some(&b'-'));
        if !joined(found.start.checked_sub(1)) && !joined(Some(found.end)) {
            pieces.push(Piece::Between(found.meaning, found.start, found.end));
        }
    }
    let places = all.places.find(text);
    pieces.retain(|piece| !matches!(piece, Piece::Sign(sign) if names_a_place(text, sign, &places)));
    let starts: Vec<usize> = devices(&pieces).map(|device| device.start).collect();
    pieces.retain(|piece| !matches!(piece, Piece::Sign(sign) if is_joined_to_device(text, sign, &starts)));
    if let Some(device) = starts.into_iter().min() {
        let is_spec = |sign: &Sign| device < sign.start && sign.names(Kind::Transceiver);
        pieces.retain(
            |piece| !matches!(piece, Piece::Sign(sign) if is_spec(sign) && is_of_ports(text, sign.start, sign.end)),
        );
    }
    pieces.sort_by_key(|piece| {
        let (start, end) = piece.span();
        (std::cmp::Reverse(end - start), start)
    });
    let mut kept: Vec<Piece> = Vec::new();
    for piece in pieces {
        let (start, end) = piece.span();
        if kept.iter().all(|one| one.span().1 <= start || end <= one.span().0) {
            kept.push(piece);
        }
    }
    kept.sort_by_key(Piece::span);
    kept
}

fn devices(pieces: &[Piece]) -> impl Iterator<Item = &Sign> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Sign(sign) if sign.is_device() => Some(sign),
        _ => None,
    })
}

/// A line is meant where its maker is named, or where no other maker is.
fn belongs(all: &Recogniser, line: &FoundLine, makers: &[Found<usize>], by: By) -> bool {
    let rule = &all.lines.rules[line.rule];
    let house = all.house(&rule.maker);
    let maker = if let By::Known(maker) = by { Some(maker) } else { None };
    let mut named = maker.into_iter().chain(
        makers
            .iter()
            .filter(|found| found.start < line.start || found.end > line.end)
            .map(|found| found.meaning),
    );
    let inside = makers.iter().filter(|found| found.start >= line.start && found.end <= line.end);
    let is_own = |maker: usize| all.house(&all.makers[maker].name) == house;
    if named.clone().any(is_own) || inside.map(|found| found.meaning).any(is_own) {
        return true;
    }
    let is_other = |maker: usize| all.house(&all.makers[maker].name) != super::INSIDE;
    let is_anothers = by == By::Another && line.end - line.start < CLEAR;
    !rule.facts.needs_maker && !is_anothers && !named.any(is_other)
}

fn parts(text: &Text, pieces: &[Piece]) -> Vec<Part> {
    let mut parts = vec![(0, Part::default())];
    let mut is_behind = false;
    let commas = text.folded.match_indices(',').map(|(place, _)| place);
    let mut cuts: Vec<(usize, usize)> = commas.map(|place| (place, place + 1)).collect();
    for piece in pieces {
        if let Piece::Between(between, start, end) = piece
            && !matches!(between, Between::Bundle | Between::Nothing)
        {
            cuts.push((*start, *end));
            is_behind |= *between == Between::ForBehind;
        }
    }
    cuts.sort_unstable();
    for (start, end) in cuts {
        close(text, parts.last_mut(), start);
        parts.push((end, Part::default()));
    }
    close(text, parts.last_mut(), text.folded.len());
    for piece in pieces {
        let (start, _) = piece.span();
        let Some((_, part)) = parts.iter_mut().rev().find(|(from, _)| *from <= start) else { continue };
        match piece {
            Piece::Sign(sign) => part.signs.push(sign.clone()),
            Piece::Between(Between::Bundle, ..) => part.is_bundle = true,
            Piece::Between(..) => {}
        }
    }
    let mut parts: Vec<Part> = parts.into_iter().map(|(_, part)| part).collect();
    if is_behind {
        parts.reverse();
    }
    parts
}

fn close(text: &Text, part: Option<&mut (usize, Part)>, end: usize) {
    let Some((start, part)) = part else { return };
    let inside = |&&(first, last): &&(usize, usize)| first >= *start && last <= end;
    let words = text.words.iter().filter(inside).map(|&(first, last)| &text.folded[first..last]);
    for word in words {
        part.has_words = true;
        part.specs += usize::from(is_spec(word));
    }
}

/// The sign of a part that decides, and why.
fn decide<'a>(text: &Text, part: &'a Part) -> Option<(&'a Sign, &'static str)> {
    let strong: Vec<&Sign> = part.signs.iter().filter(|sign| sign.strength != Strength::Weak).collect();
    let Some(first) = strong.first() else { return weak(part) };
    let device = device(&strong);
    let Some(device) = device else { return Some((head(&strong), "")) };
    if begins_with_a_component(text, part, device) {
        return None;
    }
    let Some(thing) = strong.iter().find(|sign| !sign.is_device()) else { return Some((device, "")) };
    if !first.is_device() {
        let next = strong.get(1).filter(|next| next.is_device());
        let is_compound = |next: &&&Sign| {
            first.line.is_none()
                && next.line.is_none()
                && is_english(first)
                && is_english(next)
                && (next.start <= first.end + 1 || is_one_word(text, first.end, next.start))
                // What is paid for the use of laptops is none.
                && first.meaning != Meaning::NoHardware(Reason::Fee)
        };
        if next.filter(is_compound).is_some() {
            return Some((device, ""));
        }
        return Some((head(&strong[..leading(&strong)]), "named before the device it is for"));
    }
    // "Serveur de licences" is a server: there the first noun is what is bought.
    if first.strength == Strength::First && is_of(text, first.end, thing.start) {
        return Some((device, ""));
    }
    if part.specs >= 2 || part.is_bundle {
        return Some((device, "what follows comes with it"));
    }
    let last = strong.last().copied().filter(|last| !last.is_device());
    match (thing.strength, last) {
        (Strength::Soft, Some(last)) => Some((last, "named behind the device it is for")),
        (Strength::Soft, None) => Some((device, "")),
        _ => Some((
            head(&strong.iter().filter(|sign| !sign.is_device()).copied().collect::<Vec<_>>()),
            "named with the device it is for",
        )),
    }
}

/// "HDD 2TB Server", and nothing more: a drive for a server, or a server with that drive.
fn begins_with_a_component(text: &Text, part: &Part, device: &Sign) -> bool {
    let Some(first) = part.signs.first() else { return false };
    let is_component = first.strength == Strength::Weak && is_fitted(first);
    let is_all = first.start == 0 && device.line.is_none() && device.end == text.folded.trim_end().len();
    let between = text.folded.get(first.end..device.start).unwrap_or_default();
    is_component && is_all && part.specs <= 1 && between.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether only "of" stands between, in a language that puts what a thing is for behind it.
fn is_of(text: &Text, from: usize, to: usize) -> bool {
    let between = text.folded.get(from..to).map(str::trim);
    matches!(between, Some("de" | "des" | "du" | "d" | "de la" | "di" | "delle" | "dei" | "do" | "da"))
}

fn is_english(sign: &Sign) -> bool {
    sign.strength == Strength::Last
}

/// How many things stand before the first device.
fn leading(strong: &[&Sign]) -> usize {
    strong.iter().position(|sign| sign.is_device()).unwrap_or(strong.len()).max(1)
}

/// Where only weak words speak, a device before a thing, a thing before what is no hardware.
fn weak(part: &Part) -> Option<(&Sign, &'static str)> {
    let rank = |sign: &&Sign| match (sign.line.is_some(), sign.is_device(), sign.kind()) {
        (_, true, _) => 0,
        (true, false, _) => 1,
        (_, false, Some(_)) => 2,
        (_, _, None) => 3,
    };
    part.signs.iter().min_by_key(rank).map(|sign| (sign, "the only word that says what it is"))
}

/// The word that decides among things: the first of a language that names first, else the last.
fn head<'a>(signs: &[&'a Sign]) -> &'a Sign {
    let hard: Vec<&&Sign> = signs.iter().filter(|sign| sign.strength != Strength::Soft).collect();
    let first = hard.first().copied().unwrap_or(&signs[0]);
    if first.strength == Strength::First {
        return first;
    }
    hard.last().copied().unwrap_or(first)
}

/// The device: a model, else the word that decides; a word may say what a model's line leaves open.
fn device<'a>(strong: &[&'a Sign]) -> Option<&'a Sign> {
    let devices: Vec<&Sign> = strong.iter().copied().filter(|sign| sign.is_device()).collect();
    let word = noun(&devices);
    let Some(model) = model(&devices) else { return word };
    Some(word.filter(|word| is_refined(model, word)).unwrap_or(model))
}

/// The model of the line named first: where the text repeats it as a part number, the one with more to it.
fn model<'a>(devices: &[&'a Sign]) -> Option<&'a Sign> {
    let models = || devices.iter().copied().filter(|sign| sign.line.is_some());
    let first = models().next()?;
    let known =
        |sign: &&Sign| sign.line.as_ref().map_or(0, |line| line.size.known() + usize::from(line.has_figure));
    let alike = models().filter(|sign| sign.meaning == first.meaning).rev();
    alike.max_by_key(known)
}

fn noun<'a>(devices: &[&'a Sign]) -> Option<&'a Sign> {
    let mut words = devices.iter().copied().filter(|sign| sign.line.is_none());
    let mut noun = words.next()?;
    for next in words {
        if noun.strength == Strength::Last && next.strength == Strength::Last && next.start <= noun.end + 1 {
            noun = next;
        }
    }
    Some(noun)
}

/// Whether a word says more than a model's line: thin client of a desktop line; any kind of a line without one.
fn is_refined(model: &Sign, word: &Sign) -> bool {
    let (Some(line), Some(said)) = (model.kind(), word.kind()) else { return false };
    if line == said {
        return false;
    }
    match (line, said) {
        (Kind::Desktop | Kind::Laptop, Kind::ThinClient | Kind::Workstation | Kind::MobileWorkstation) => {
            true
        }
        (Kind::Workstation, Kind::MobileWorkstation) | (Kind::Monitor, Kind::Signage) => true,
        (Kind::Network | Kind::Other, said) => said.group() == Group::Network,
        (line, said) => {
            !line.is_near(said) && model.line.as_ref().is_some_and(|line| line.end - line.start < 6)
        }
    }
}

fn settle(all: &Recogniser, text: &Text, sign: &Sign, why: &str, found: &mut Recognised) {
    let first_maker = found.maker.clone();
    let words = &text.folded[sign.start..sign.end];
    let what = match sign.meaning {
        Meaning::Hardware(kind) => {
            found.kind = Some(kind);
            kind.word()
        }
        Meaning::NoHardware(reason) => {
            found.reason = Some(reason);
            reason.word()
        }
    };
    let mut says = what.replace('_', " ");
    if let Some(line) = &sign.line {
        let rule = &all.lines.rules[line.rule];
        found.maker = Some(rule.maker.clone());
        let series = line.series.as_ref().map(|series| format!("{} {series}", rule.line));
        found.line = Some(series.unwrap_or_else(|| rule.line.clone()));
        found.model = Some(words.to_owned());
        found.is_by_line = true;
        says = format!("{} {}: {says}", rule.maker, found.line.as_deref().unwrap_or_default());
    }
    if !why.is_empty() {
        says = format!("{says}, {why}");
    }
    found.notes(words, says);
    // A short code without its maker says little beside the file's own word.
    let is_short = sign.line.is_some() && first_maker.is_none() && sign.end - sign.start < CLEAR;
    found.is_weak = sign.strength == Strength::Weak || is_short;
    let of_line = sign.line.as_ref().map(|line| line.size.clone()).unwrap_or_default();
    found.size = of_line.with(found.kind, text, &all.builds);
    let size = found.size.to_string();
    if found.kind.is_some() && !size.is_empty() {
        found.notes(words, size);
    }
}
