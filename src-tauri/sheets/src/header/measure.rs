//! Which measure, unit or date a header names, from what its words say.

use super::senses::{Concept, Senses};
use crate::field::{Field, Kind};
use planner_core::disposition::Outcome;

/// A field that a header may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) field: Field,
    /// Of several columns that name it, the lowest has it.
    pub(crate) rank: usize,
    /// Every word of the header is understood: the column stays what it is called, whatever its cells hold.
    pub(crate) is_sure: bool,
}

/// Ranks, the preferred first.
const PLAIN: usize = 3;

impl Named {
    fn new(field: Field, rank: usize, senses: &Senses) -> Self {
        Self { field, rank, is_sure: senses.unknown == 0 }
    }

    /// One that only its cells can prove.
    fn unsure(self) -> Self {
        Self { is_sure: false, ..self }
    }
}

/// The measures, units and dates that a header may name in a table of this kind.
pub(crate) fn named(kind: Kind, senses: &Senses, outcome: Option<Outcome>) -> Vec<Named> {
    let mut found = Vec::new();
    if senses.has(Concept::Other) && !senses.has(Concept::UnitOfMeasure) {
        return found;
    }
    found.extend(unit_of_measure(kind, senses));
    if found.iter().all(|one: &Named| !one.is_sure) {
        found.extend(weight(kind, senses, outcome));
        found.extend(money(kind, senses));
        found.extend(count(kind, senses));
        found.extend(date(kind, senses));
        found.extend(position(kind, senses));
    }
    found.retain(|one| kind.fields().contains(&one.field));
    found
}

fn is_weight(senses: &Senses, outcome: Option<Outcome>) -> bool {
    use Concept::{
        Amount, Each, Gross, Line, Net, Packed, Per, Price, Quantity, Received, Restored, Sent, Tare, Unit,
    };
    let is_other = senses.has_one(&[Quantity, Price, Amount]);
    let says_which =
        senses.has_one(&[Net, Gross, Packed, Tare, Each, Line, Sent, Received, Restored, Per, Unit]);
    let is_bare = senses.unknown == 0;
    senses.has(Concept::Weight)
        || (senses.names_mass_unit && !is_other && (says_which || outcome.is_some() || is_bare))
}

fn unit_of_measure(kind: Kind, senses: &Senses) -> Vec<Named> {
    use Concept::{Goods, Ordered, Per, Quantity, Unit, UnitOfMeasure, Weight};
    let is_strong = senses.has(UnitOfMeasure);
    if senses.has_one(&[Concept::Price, Concept::Amount]) || !(is_strong || senses.has(Unit)) {
        return Vec::new();
    }
    if senses.has(Weight) {
        // "Unit weight" is the weight of one, "weight unit" and "jednostka masy" are the unit: the cells tell.
        let named = Named::new(Field::MassUnit, 0, senses);
        return match senses.has_one(&[Per, Concept::Each]) {
            _ if is_strong => vec![named],
            true => Vec::new(),
            false => vec![named.unsure()],
        };
    }
    let is_bare =
        senses.is_only(if is_strong { UnitOfMeasure } else { Unit }, &[Ordered, Goods, Quantity, Unit, Per]);
    let named = |field| Named::new(field, PLAIN, senses).unsure();
    match is_bare && (is_strong || !senses.has(Per)) {
        true if kind == Kind::Procurement => vec![named(Field::MassUnit), named(Field::QuantityUnit)],
        true => vec![named(Field::MassUnit)],
        false => Vec::new(),
    }
}

fn weight(kind: Kind, senses: &Senses, outcome: Option<Outcome>) -> Option<Named> {
    use Concept::{Goods, Line, Obligation, Restored, Sent, Tare, Unit};
    if !is_weight(senses, outcome) || senses.has(Tare) {
        return None;
    }
    let rank = match () {
        () if senses.is_gross() => PLAIN + 3,
        () if senses.is_net() => 0,
        () if senses.has(Goods) => 1,
        () => PLAIN,
    };
    let is_of_one = !senses.has(Line) && (senses.is_of_one() || senses.has_one(&[Goods, Unit]));
    let field = match kind {
        Kind::Procurement if is_of_one => Field::UnitMass,
        Kind::Procurement | Kind::Catalogue => Field::Mass,
        Kind::Dispositions if senses.has(Obligation) => Field::LegalObligationMass,
        // "Output weight reuse" is what was reused; "restored" alone names no way of its own.
        Kind::Dispositions
            if senses.has(Restored) && outcome.is_none_or(|one| one == Outcome::Refurbished) =>
        {
            Field::RestoredMass
        }
        // "Piezas (kg)" is what was used again as parts, "kg por pieza" the weight of one.
        Kind::Dispositions
            if outcome == Some(Outcome::Parts) && !senses.has_one(&[Concept::Weight, Concept::Per]) =>
        {
            Field::PartsMass
        }
        Kind::Dispositions if is_of_one && !senses.has(Goods) => Field::UnitMass,
        Kind::Dispositions if senses.has_one(&[Sent, Concept::Received]) => Field::SentMass,
        Kind::Dispositions => match outcome {
            Some(outcome) => Field::of_route(outcome)?,
            None => Field::SentMass,
        },
        Kind::Certificates | Kind::Orders | Kind::Unknown => return None,
    };
    let is_known = senses.has(Concept::Weight) || outcome.is_some() || senses.is_net();
    let named =
        Named { is_sure: senses.unknown == 0 || outcome.is_some(), ..Named::new(field, rank, senses) };
    Some(if is_known { named } else { named.unsure() })
}

fn money(kind: Kind, senses: &Senses) -> Option<Named> {
    use Concept::{Amount, Line, Price, Quantity, Unit, Weight};
    let is_total = senses.is_only(Line, &[]) && kind == Kind::Procurement;
    if !is_total
        && (!senses.has_one(&[Price, Amount])
            || senses.has_one(&[Weight, Quantity])
            || senses.names_mass_unit)
    {
        return None;
    }
    let is_of_one = senses.is_of_one() || senses.has(Unit);
    let is_line = is_total || senses.has(Line) || (senses.has(Amount) && !is_of_one);
    let (field, rank) =
        if is_line { (Field::Amount, PLAIN) } else { (Field::UnitPrice, if is_of_one { 0 } else { PLAIN }) };
    // Money is no mass: a column of it that cannot be read is left aside.
    Some(Named::new(field, rank, senses).unsure())
}

fn count(kind: Kind, senses: &Senses) -> Option<Named> {
    use Concept::{
        Amount, Date, Factor, Invoiced, Line, Ordered, OtherCount, Pack, Piece, Price, Quantity, Received,
        Shipped, Unit, Weight,
    };
    let is_other = senses.has_one(&[Weight, Price, Amount, Date]) || senses.names_mass_unit;
    if is_other || senses.has_one(&[OtherCount, Concept::Free]) {
        return None;
    }
    if senses.is_only(Factor, &[Pack, Unit, Quantity]) {
        return Some(Named::new(Field::Factor, 0, senses).unsure());
    }
    if senses.has(Pack)
        && (senses.has_one(&[Concept::Per, Quantity, Piece, Unit]) || senses.is_only(Pack, &[]))
    {
        let rank = if senses.counts_packs() { PLAIN } else { 0 };
        return Some(Named::new(Field::PackSize, rank, senses).unsure());
    }
    let is_moved = senses.has_one(&[Received, Shipped, Invoiced]);
    let rank =
        PLAIN - usize::from(senses.has(Ordered)) + 3 * usize::from(is_moved) + usize::from(senses.has(Line));
    let named = Named::new(Field::Quantity, rank, senses);
    if senses.has(Quantity) {
        return Some(named);
    }
    let is_bare = |main| {
        senses.is_only(main, &[Ordered, Received, Shipped, Invoiced, Line, Piece, Unit, Concept::Goods])
    };
    match () {
        () if senses.has(Piece) && is_bare(Piece) => Some(named),
        () if is_bare(Unit) => Some(named.unsure()),
        () if kind != Kind::Certificates && (is_bare(Ordered) || is_bare(Received) || is_bare(Shipped)) => {
            Some(named.unsure())
        }
        () => None,
    }
}

fn date(kind: Kind, senses: &Senses) -> Option<Named> {
    use Concept::{
        Date, Gone, Goods, Invoiced, Month, Ordered, OtherDate, Quantity, Received, Sent, Shipped, Weight,
        Year,
    };
    if !matches!(kind, Kind::Procurement | Kind::Dispositions)
        || senses.has(OtherDate)
        || senses.has_one(&[Weight, Quantity])
    {
        return None;
    }
    let rank = match kind {
        Kind::Procurement if senses.has(Ordered) => 0,
        Kind::Procurement if senses.has(Invoiced) => 1,
        Kind::Dispositions if senses.has(Gone) => 0,
        _ if senses.has_one(&[Received, Shipped, Sent]) => PLAIN - 1,
        _ => PLAIN,
    };
    let named = Named::new(Field::Date, rank, senses);
    let others = [Ordered, Invoiced, Received, Shipped, Gone, Sent, Goods, Month, Concept::Line];
    match () {
        () if senses.has(Date) && senses.has(Gone) && kind == Kind::Procurement => None,
        () if senses.has(Date) => Some(named),
        () if senses.is_only(Month, &others) => Some(Named { rank: PLAIN + 1, ..named }.unsure()),
        () if senses.is_only(Year, &others) => Some(Named { field: Field::Year, ..named }.unsure()),
        () if kind == Kind::Procurement
            && (senses.is_only(Ordered, &[Goods]) || senses.is_only(Received, &[Goods])) =>
        {
            Some(Named { rank: rank + 4, ..named }.unsure())
        }
        () => None,
    }
}

fn position(kind: Kind, senses: &Senses) -> Option<Named> {
    let is_level = kind == Kind::Procurement && senses.is_only(Concept::Level, &[]);
    is_level.then(|| Named::new(Field::Level, 0, senses).unsure())
}
