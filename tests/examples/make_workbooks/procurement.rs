//! The lines of the procurement files: each category's mass in each file is met to the gram.

use crate::files::{File, Share};
use crate::line::{Line, POUND, decimal, mass_of};
use crate::products::{OUT_OF_SCOPE, Product, Source, products_of};
use crate::random::Sequence;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// The new lines of a file: what is settled already, then the rest of every share.
pub fn new_lines(file: &File, settled: &[Line], count: usize, random: &mut Sequence) -> Vec<Line> {
    let weight = |share: &Share| (share.1.unsigned_abs()).isqrt() as usize;
    let all: usize = file.shares.iter().map(weight).sum();
    let mut lines: Vec<Line> = Vec::new();
    for (index, share) in file.shares.iter().enumerate() {
        let fixed: Vec<&Line> =
            settled.iter().filter(|line| line.category == share.0 && line.is_new_mass()).collect();
        let wanted = if index + 1 == file.shares.len() {
            count - lines.len() - settled.iter().filter(|line| line.is_new_mass()).count()
        } else {
            (count * weight(share) / all).max(6).saturating_sub(fixed.len())
        };
        lines.extend(fill(file, share, &fixed, wanted, random));
    }
    lines
}

/// The lines of one share, tried until the last one closes it exactly.
fn fill(file: &File, share: &Share, fixed: &[&Line], count: usize, random: &mut Sequence) -> Vec<Line> {
    let attempt = |_| match (file.in_pounds, share.0) {
        (true, "server") => in_pounds(file, share, count, random),
        _ => by_source(file, share, fixed, count, random),
    };
    (0..20_000).find_map(attempt).unwrap_or_else(|| panic!("{} {} cannot be closed", file.name, share.0))
}

/// A share in kg: default units, then catalogue devices, then rows that state their weight.
fn by_source(
    file: &File,
    share: &Share,
    fixed: &[&Line],
    count: usize,
    random: &mut Sequence,
) -> Option<Vec<Line>> {
    let Share(category, kg, by_catalogue, default_units) = *share;
    let of = |source| fixed.iter().copied().filter(move |line| line.source == Some(source));
    let units = default_units - of(Source::Default).map(|line| line.quantity).sum::<i64>();
    let catalogue_only = by_catalogue == kg;
    let by_default = if default_units == 0 { 0 } else { (count / 7).max(3) };
    let listed = if catalogue_only { count - 1 } else { (count * 2 / 7).max(1) };
    let stated = count - by_default - listed - 1;

    let mut lines = Vec::new();
    for quantity in random.parts(units, by_default) {
        lines.push(Line::of(random.pick(&products_of(category, Source::Default)), quantity));
    }
    let weigh = |lines: &[Line]| mass_of(lines) + mass_of(fixed.iter().copied());
    let target = Decimal::from(by_catalogue) - mass_of(of(Source::Catalogue));
    let share_of_last = if catalogue_only { 1 } else { 0 };
    lines.extend(about(target, listed, share_of_last, category, Source::Catalogue, random));
    if catalogue_only {
        let rest = Decimal::from(kg) - weigh(&lines);
        lines.push(closing(file, category, rest, Source::Catalogue)?);
        return Some(lines);
    }
    let target = Decimal::from(kg) - weigh(&lines);
    lines.extend(about(target, stated, 1, category, Source::Row, random));
    returned(&mut lines, random);
    let rest = Decimal::from(kg) - weigh(&lines);
    lines.push(closing(file, category, rest, Source::Row)?);
    Some(lines)
}

/// Lines that weigh about `target` together, leaving room for `left` more of the kind.
fn about(
    target: Decimal,
    count: usize,
    left: usize,
    category: &'static str,
    source: Source,
    random: &mut Sequence,
) -> Vec<Line> {
    let products = products_of(category, source);
    let grams = (target * Decimal::ONE_THOUSAND).to_i64().expect("grams");
    let shares = random.parts(grams, count + left);
    shares[..count].iter().map(|grams| some_of(random.pick(&products), *grams)).collect()
}

/// As many of a product as weigh about so many grams, in round numbers where they are many.
fn some_of(product: &Product, grams: i64) -> Line {
    let unit = product.unit_kg().expect("a weight") * Decimal::ONE_THOUSAND;
    let units = (Decimal::from(grams) / unit).round().to_i64().expect("units").max(1);
    let step = match units {
        0..40 => 1,
        40..400 => 5,
        _ => 20,
    };
    Line::of(product, (units + step / 2) / step * step)
}

/// Now and then a line is followed by a return of a few of its units.
fn returned(lines: &mut [Line], random: &mut Sequence) {
    let many = lines.len() >= 60;
    if let Some(last) = lines.last_mut().filter(|line| many && line.category != "server") {
        last.quantity = -random.between(2, 15);
        last.item += ", returned";
    }
}

/// The line that closes a share: units × a plausible weight = exactly the rest.
fn closing(file: &File, category: &'static str, rest: Decimal, source: Source) -> Option<Line> {
    let grams = (rest * Decimal::ONE_THOUSAND).normalize();
    if grams.scale() != 0 || grams <= Decimal::ZERO {
        return None;
    }
    let near = |like: Product| {
        let usual = (like.unit_kg()? * Decimal::ONE_THOUSAND).to_i64()?;
        let (unit, units) = divide(grams.to_i64()?, usual * 17 / 20, usual * 23 / 20)?;
        Some((like, unit, units))
    };
    let (like, unit, units) = products_of(category, source)
        .into_iter()
        .filter_map(near)
        .min_by_key(|(_, unit, _)| roundness(*unit))?;
    let model = format!("{}-{}", like.model, file.code);
    let line = Line { unit_kg: Some(Decimal::new(unit, 3).normalize()), ..Line::of(&like, units) };
    Some(Line { model, ..line.called(format!("{}, configured", like.item)) })
}

/// How round a number is: 0 for thousands.
fn roundness(number: i64) -> usize {
    [1_000, 100, 50, 10, 5].iter().take_while(|step| number % **step != 0).count()
}

/// A divisor of `whole` between `low` and `high`, as round as possible, and how often it goes into it.
fn divide(whole: i64, low: i64, high: i64) -> Option<(i64, i64)> {
    let unit = (low..=high).filter(|unit| whole % unit == 0).min_by_key(|unit| roundness(*unit))?;
    Some((unit, whole / unit))
}

/// The servers that are weighed in pounds: 400,000 lb are exactly 181,436.948 kg; the catalogue's devices do the rest.
fn in_pounds(file: &File, share: &Share, count: usize, random: &mut Sequence) -> Option<Vec<Line>> {
    let pounds = Decimal::from(400_000);
    let exact = pounds * decimal(POUND);
    let products = products_of(share.0, Source::Row);
    let mut lines = Vec::new();
    for tenths in &random.parts(4_000_000, count - 4)[1..] {
        let product = random.pick(&products);
        let unit = (product.unit_kg()? / decimal(POUND)).round_dp(1);
        let units = (Decimal::new(*tenths, 1) / unit).round().to_i64()?.max(1);
        lines.push(Line { pounds: Some(unit), ..Line::of(product, units) });
    }
    let so_far: Decimal =
        lines.iter().filter_map(|line| Some(line.pounds? * Decimal::from(line.quantity))).sum();
    let (unit, units) =
        divide(((pounds - so_far) * Decimal::TEN).to_i64().filter(|rest| *rest > 0)?, 480, 620)?;
    let last = Line { pounds: Some(Decimal::new(unit, 1)), ..Line::of(&products[0], units) };
    lines.push(Line {
        model: format!("{}-{}", products[0].model, file.code),
        ..last.called("Rack server 2U, configured")
    });
    if mass_of(&lines) != exact {
        return None;
    }
    let rest = Decimal::from(share.1) - exact;
    let listed = about(rest, 3, 1, share.0, Source::Catalogue, random);
    let last = closing(file, share.0, rest - mass_of(&listed), Source::Catalogue)?;
    lines.extend(listed);
    lines.push(last);
    Some(lines)
}

/// Refurbished and used hardware; `exactly` closes its mass to the gram.
pub fn refurbished(
    file: &File,
    settled: &[Line],
    exactly: Option<Decimal>,
    random: &mut Sequence,
) -> Vec<Line> {
    let fixed: Vec<&Line> = settled.iter().filter(|line| line.is_refurbished()).collect();
    let count = file.lines.1 - fixed.len();
    let target = exactly.unwrap_or(file.refurbished_kg.into()) - mass_of(fixed.iter().copied());
    let mut attempt = || {
        let mut lines = Vec::new();
        for grams in random.parts((target * Decimal::ONE_THOUSAND).to_i64()?, count) {
            let share = random.pick(file.shares);
            let source = if file.in_pounds {
                Source::Catalogue
            } else {
                *random.pick(&[Source::Row, Source::Catalogue])
            };
            lines.push(some_of(random.pick(&products_of(share.0, source)), grams));
        }
        if exactly.is_some() {
            lines.pop();
            let rest = target - mass_of(&lines);
            lines.push(closing(file, "server", rest, Source::Row)?);
        }
        Some(lines)
    };
    let lines = (0..20_000).find_map(|_| attempt()).expect("refurbished lines that close");
    let conditions = ["Refurbished", "Refurbished", "Refurbished", "Used"];
    let named = lines.into_iter().map(|line| {
        let condition = *random.pick(&conditions);
        let item = format!("{}, {}", line.item, condition.to_lowercase());
        Line { price: line.price * 55 / 100, ..line.called(item).in_condition(condition) }
    });
    named.collect()
}

/// Warranties, licences, freight and services.
pub fn out_of_scope(file: &File, settled: &[Line], random: &mut Sequence) -> Vec<Line> {
    let fixed = settled.iter().filter(|line| line.source.is_none()).count();
    (0..file.lines.2 - fixed)
        .map(|_| out_of_scope_line(*random.pick(&OUT_OF_SCOPE), random.between(1, 240)))
        .collect()
}

/// A line that is no hardware.
pub fn out_of_scope_line((item, word, price): (&str, &'static str, i64), quantity: i64) -> Line {
    Line {
        category: "",
        category_word: word,
        item: item.to_owned(),
        maker: "",
        model: String::new(),
        condition: "",
        quantity: if word == "Freight" { 1 } else { quantity },
        source: None,
        unit_kg: None,
        pounds: None,
        price: price * 100,
        date: None,
        supplier: None,
    }
}

/// Leaves the condition of some lines blank: about `kg` of them, `count` lines in all.
pub fn forget_conditions(lines: &mut [Line], kg: Decimal, count: usize, random: &mut Sequence) {
    let already: Vec<Decimal> = lines.iter().filter(|line| is_unknown(line)).filter_map(Line::mass).collect();
    let mut open: Vec<usize> = (0..lines.len()).filter(|index| may_be_forgotten(&lines[*index])).collect();
    random.shuffle(&mut open);
    let mut left = kg - already.iter().sum::<Decimal>();
    for missing in (1..=count - already.len()).rev() {
        let fair = left / Decimal::from(missing as u64);
        let distance = |index: &usize| (lines[*index].mass().unwrap_or_default() - fair).abs();
        let near = if missing > 3 { open.len().min(12) } else { open.len() };
        let chosen = *open[..near].iter().min_by_key(|index| distance(index)).expect("an open line");
        open.retain(|index| *index != chosen);
        left -= lines[chosen].mass().unwrap_or_default();
        lines[chosen].condition = "";
    }
}

/// Whether a line's condition is blank though it is hardware.
pub fn is_unknown(line: &Line) -> bool {
    line.condition.is_empty() && line.source.is_some()
}

fn may_be_forgotten(line: &Line) -> bool {
    line.is_new_mass() && line.condition == "New" && line.date.is_none() && line.quantity > 0
}
