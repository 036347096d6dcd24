//! A year's lines, shipments and netting, and what they add up to.

use crate::disposition::Restoration;
use crate::ledger::money::YearMoney;
use crate::line::{Condition, Scope3Category};
use crate::mass::Mass;
use crate::percent::{coverage_percent, percent};
use crate::requirement::{LineGroup, Netting, NewMass, new_mass};
use crate::shipment::{Shipments, restoration};
use crate::weight::WeightSource;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Lines that are no hardware, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfScope {
    /// Why they are none.
    pub reason: String,
    /// How many lines.
    pub lines: i64,
    /// Their units.
    pub quantity: i64,
    /// The mass that the rows state.
    pub mass: Mass,
}

/// A year's lines and what nets them off, of the organisation or one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearFigures {
    /// The reporting year.
    pub year: i32,
    /// The entity; nothing for the whole organisation.
    pub entity: Option<String>,
    /// The day on which the ledger is looked at.
    pub today: NaiveDate,
    /// Hardware lines, alike ones together.
    pub groups: Vec<LineGroup>,
    /// Lines that are no hardware, by reason.
    pub out_of_scope: Vec<OutOfScope>,
    /// Certificates for all new mass, rounded up once per entity.
    pub gross: i64,
    /// Share of gross committed to, percent.
    pub target: Decimal,
    /// What nets the need off.
    pub netting: Netting,
    /// Own retired assets and what was issued for them.
    pub shipments: Shipments,
}

/// What a report knows beyond a year's own lines and netting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// New mass of the year before.
    pub mass_before: Mass,
    /// Units retired for the year before.
    pub retired_before: i64,
    /// Units that can be used today and no longer a year from now.
    pub expiring: i64,
    /// Units lost to expiry.
    pub expired: i64,
    /// tCO2e on what was retired; nothing unless every certificate carries it.
    pub tco2e: Option<Decimal>,
    /// Difference of events and balances, of all classes and vintages.
    pub difference: i64,
    /// Events of the ledger.
    pub events: i64,
    /// Locks and unlocks of the year.
    pub locks: i64,
    /// What its certificates cost and brought in.
    pub money: YearMoney,
}

impl YearFigures {
    /// Groups of new hardware.
    pub fn new_groups(&self) -> impl Iterator<Item = &LineGroup> {
        self.groups.iter().filter(|group| is_new(group))
    }

    /// New mass with its band.
    pub fn mass(&self) -> NewMass {
        new_mass(&self.groups)
    }

    /// Lines that match.
    pub fn lines_of(&self, matches: impl Fn(&LineGroup) -> bool) -> i64 {
        self.groups.iter().filter(|group| matches(group)).map(|group| group.lines).sum()
    }

    /// Units on lines that match.
    pub fn units_of(&self, matches: impl Fn(&LineGroup) -> bool) -> i64 {
        self.groups.iter().filter(|group| matches(group)).map(|group| group.quantity).sum()
    }

    /// Mass of lines that match.
    pub fn mass_of(&self, matches: impl Fn(&LineGroup) -> bool) -> Mass {
        self.groups.iter().filter(|group| matches(group)).map(|group| group.mid).sum()
    }

    /// Lines of new hardware with a mass.
    pub fn lines(&self) -> i64 {
        self.lines_of(|group| is_new(group) && !is_unresolved(group))
    }

    /// Lines of new hardware without a mass: in no total.
    pub fn lines_unresolved(&self) -> i64 {
        self.lines_of(is_unresolved)
    }

    /// Units on those lines.
    pub fn units_unresolved(&self) -> i64 {
        self.units_of(is_unresolved)
    }

    /// Lines of refurbished or used hardware.
    pub fn lines_refurbished(&self) -> i64 {
        self.lines_of(|group| !is_new(group))
    }

    /// Their mass, for information.
    pub fn mass_refurbished(&self) -> Mass {
        self.mass_of(|group| !is_new(group))
    }

    /// Lines in unknown condition, which count as new.
    pub fn lines_unknown_condition(&self) -> i64 {
        self.lines_of(is_unknown)
    }

    /// Their mass.
    pub fn mass_unknown_condition(&self) -> Mass {
        self.mass_of(is_unknown)
    }

    /// New mass of a Scope 3 category.
    pub fn mass_of_scope3(&self, category: Scope3Category) -> Mass {
        self.mass_of(|group| is_new(group) && group.scope3 == category)
    }

    /// The share of that mass which the rows themselves state, percent.
    pub fn row_percent_of_scope3(&self, category: Scope3Category) -> Option<Decimal> {
        let is_stated = |group: &LineGroup| {
            is_new(group) && group.scope3 == category && group.source == WeightSource::Row
        };
        percent(self.mass_of(is_stated).kilograms(), self.mass_of_scope3(category).kilograms())
    }

    /// Retired ÷ gross, percent; nothing where nothing is required.
    pub fn coverage_percent(&self) -> Option<Decimal> {
        coverage_percent(self.netting.retired.total(), self.gross)
    }

    /// Share of new kg weighed by row or catalogue, percent.
    pub fn tier_specific_percent(&self) -> Option<Decimal> {
        self.tier_percent(WeightSource::is_specific)
    }

    /// Share of new kg weighed by own average or category default, percent.
    pub fn tier_other_percent(&self) -> Option<Decimal> {
        self.tier_percent(|source| !source.is_specific())
    }

    fn tier_percent(&self, is_of: impl Fn(WeightSource) -> bool) -> Option<Decimal> {
        let mass = self.mass_of(|group| is_new(group) && is_of(group.source));
        percent(mass.kilograms(), self.mass().mid.kilograms())
    }

    /// Masses of all own retired assets of the year, under the organisation's policy.
    pub fn restoration(&self) -> Restoration {
        restoration(self.shipments.rows(), self.shipments.policy)
    }
}

fn is_new(group: &LineGroup) -> bool {
    group.condition.counts_as_new()
}

fn is_unknown(group: &LineGroup) -> bool {
    group.condition == Condition::Unknown
}

fn is_unresolved(group: &LineGroup) -> bool {
    is_new(group) && group.source == WeightSource::Unresolved
}
