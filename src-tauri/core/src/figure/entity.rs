//! The parts that the entities have in a year; together they are the organisation's.

use crate::ledger::Ledger;
use crate::mass::Mass;
use crate::percent::coverage_percent;
use crate::requirement::{LineGroup, gross, retired};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What one entity bought and had retired for it in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityPart {
    /// The entity; nothing where lines or retirements name none.
    pub entity: Option<String>,
    /// Hardware lines.
    pub lines: i64,
    /// Mass of new hardware: what is estimated among it is a mean.
    pub mass: Mass,
    /// Certificates for it, rounded up (Guide: once per entity and year).
    pub gross: i64,
    /// Units validly retired for it.
    pub retired: i64,
}

impl EntityPart {
    /// Retired ÷ gross, percent; nothing where nothing is required.
    pub fn coverage_percent(&self) -> Option<Decimal> {
        coverage_percent(self.retired, self.gross)
    }
}

/// The part of each entity that bought in the year or had units retired, the largest requirement first. Lines, mass,
/// gross and retired add up to the organisation's.
pub fn entity_parts(groups: &[LineGroup], ledger: &Ledger, year: i32) -> Vec<EntityPart> {
    let mut bought: BTreeMap<&Option<String>, Vec<LineGroup>> = BTreeMap::new();
    for group in groups {
        bought.entry(&group.entity).or_default().push(group.clone());
    }
    let mut units: BTreeMap<&Option<String>, i64> = BTreeMap::new();
    for (entity, _, quantity) in retired(ledger, year) {
        *units.entry(entity).or_default() += quantity;
    }
    let part = |(entity, groups): (&&Option<String>, &Vec<LineGroup>)| EntityPart {
        entity: (*entity).clone(),
        lines: groups.iter().map(|group| group.lines).sum(),
        mass: groups.iter().filter(|group| group.condition.counts_as_new()).map(|group| group.mid).sum(),
        gross: gross(groups),
        retired: units.get(*entity).copied().unwrap_or_default(),
    };
    let mut parts: Vec<_> = bought.iter().map(part).collect();
    let only_retired = units.iter().filter(|(entity, _)| !bought.contains_key(*entity));
    parts.extend(only_retired.map(|(entity, retired)| EntityPart {
        entity: (*entity).clone(),
        retired: *retired,
        ..EntityPart::default()
    }));
    parts.sort_by(|one, other| {
        other
            .gross
            .cmp(&one.gross)
            .then_with(|| one.entity.is_none().cmp(&other.entity.is_none()))
            .then_with(|| one.entity.cmp(&other.entity))
    });
    parts
}
