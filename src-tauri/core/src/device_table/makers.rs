//! How heavy a maker's devices are beside others of their classes: one who sells to homes makes lighter switches, routers
//! and access points than one who sells to data centres. Where nothing closer is known of a device, the mean of its class
//! is taken times that.

use super::{TableDevice, Vote};
use crate::recognise::{Group, Kind};
use rust_decimal::{Decimal, MathematicalOps};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// Devices of a class below which the others say nothing of one.
const FEWEST: usize = 3;

/// The devices of each maker with what each weighs beside the others of its class.
#[derive(Clone, Debug, Default)]
pub(super) struct Makers {
    classes: BTreeMap<(Kind, String), BTreeMap<Vote, Decimal>>,
    makers: HashMap<String, Vec<Beside>>,
}

#[derive(Clone, Debug)]
struct Beside {
    kind: Kind,
    vote: Vote,
    /// Its mass by the mean of the others of its class.
    share: Decimal,
    logarithm: OnceLock<Option<Decimal>>,
}

impl Makers {
    /// Takes in a device of its narrowest class.
    pub(super) fn add(&mut self, device: &TableDevice, kind: Kind, class: &str, measure: Option<Decimal>) {
        let mass = device.kg.checked_div(measure.unwrap_or(Decimal::ONE));
        if let Some(mass) = mass.filter(|_| is_told_by_makers(kind)) {
            let class = self.classes.entry((kind, class.to_owned())).or_default();
            class.insert((device.maker.clone(), device.kg), mass);
        }
    }

    /// Sets each device beside the others of its class.
    pub(super) fn count(&mut self) {
        for ((kind, _), votes) in std::mem::take(&mut self.classes) {
            let whole: Decimal = votes.values().sum();
            let others = Decimal::from(votes.len()) - Decimal::ONE;
            for (vote, mass) in votes.into_iter().filter(|_| others >= Decimal::from(FEWEST)) {
                if let Some(share) = (mass * others).checked_div(whole - mass) {
                    let of_maker = self.makers.entry(vote.0.clone()).or_default();
                    of_maker.push(Beside { kind, vote, share, logarithm: OnceLock::new() });
                }
            }
        }
    }

    /// What a maker's devices of a kind weigh beside others of their classes, the geometric mean: as often lighter as
    /// heavier. What it makes of the group's other kinds counts as one more of them, by half, and among those an average
    /// maker: in the shipped tables a maker left out of a kind is weighed best by half of what its others say.
    pub(super) fn beside(&self, kind: Kind, maker: &str, without: Option<&Vote>) -> Option<Decimal> {
        let all = self.makers.get(maker).filter(|_| is_told_by_makers(kind))?;
        let (mut own, mut group) = (Mean::default(), Mean::default());
        let of_group = all.iter().filter(|one| one.kind.group() == kind.group());
        for beside in of_group.filter(|one| without != Some(&one.vote)) {
            let mean = if beside.kind == kind { &mut own } else { &mut group };
            mean.add(beside.logarithm()?);
        }
        if own.count + group.count == 0 {
            return None;
        }
        group.add(Decimal::ZERO);
        own.add(group.mean() / Decimal::TWO);
        Some(own.mean().exp().round_dp(2))
    }
}

/// Whether makers differ in what they make of a kind.
pub(super) fn is_told_by_makers(kind: Kind) -> bool {
    matches!(kind.group(), Group::Network | Group::Storage | Group::Power)
}

impl Beside {
    fn logarithm(&self) -> Option<Decimal> {
        *self.logarithm.get_or_init(|| self.share.checked_ln())
    }
}

/// A mean as it is added up.
#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    sum: Decimal,
    count: u32,
}

impl Mean {
    fn add(&mut self, one: Decimal) {
        self.sum += one;
        self.count += 1;
    }

    fn mean(self) -> Decimal {
        self.sum.checked_div(Decimal::from(self.count)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::Size;

    fn add(makers: &mut Makers, maker: &str, kind: Kind, tenths: i64) {
        let kg = Decimal::new(tenths, 1);
        let size = Size::default();
        let (maker, model) = (maker.to_owned(), String::new());
        let device = TableDevice {
            maker,
            model,
            part_number: None,
            kind: Some(kind),
            line: None,
            size,
            kg,
            source: "",
        };
        makers.add(&device, kind, kind.word(), None);
    }

    #[test]
    fn a_maker_is_set_beside_the_others_and_its_other_kinds_count_as_one() {
        let mut makers = Makers::default();
        for tenths in [39, 40, 41, 42] {
            add(&mut makers, "Halden", Kind::Switch, tenths);
        }
        add(&mut makers, "Light", Kind::Switch, 10);
        add(&mut makers, "Light", Kind::ConsoleKvm, 10);
        makers.count();
        let beside = |kind, maker| makers.beside(kind, maker, None);
        // A quarter of the others, and one average device: half.
        assert_eq!(beside(Kind::Switch, "Light"), Some(Decimal::new(5, 1)));
        assert_eq!(beside(Kind::Router, "Light"), Some(Decimal::new(7, 1)), "half of what its switches say");
        assert_eq!(beside(Kind::ConsoleKvm, "Light"), None, "of desks and racks alike");
        assert_eq!(beside(Kind::Switch, "Nobody"), None);
        let without = ("Light".to_owned(), Decimal::ONE);
        assert_eq!(makers.beside(Kind::Switch, "Light", Some(&without)), None);
    }
}
