//! The requirement of a year and everything it is netted with.

use serde::Serialize;
use ts_rs::TS;

/// The requirement of one year, for the organisation or one entity of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RequirementView {
    /// The reporting year.
    pub year: i32,
    /// The entity, or `null` for the whole organisation.
    pub entity: Option<String>,
    /// The date on which the ledger is looked at.
    pub as_of: String,
    /// Mass of new hardware: what is estimated among it is a mean.
    pub mass_kg_new: String,
    /// Low end of its 90 % range.
    pub mass_kg_low: String,
    /// High end.
    pub mass_kg_high: String,
    /// Mass of refurbished and used hardware, for information.
    pub mass_kg_refurbished: String,
    /// Mass in unknown condition, contained in the new mass.
    pub mass_kg_unknown_condition: String,
    /// Lines of hardware, whatever its condition, with and without a mass.
    pub lines: i64,
    /// Lines of new hardware with a mass.
    pub lines_new: i64,
    /// Lines of new hardware without a mass: in no total.
    pub lines_unresolved: i64,
    /// Units on those lines.
    pub units_unresolved: i64,
    /// Lines of refurbished or used hardware.
    pub lines_refurbished: i64,
    /// Lines that are no hardware.
    pub lines_out_of_scope: i64,
    /// Lines in unknown condition, counted as new.
    pub lines_unknown_condition: i64,
    /// Certificates for all new mass, rounded up once per entity and year.
    pub gross: i64,
    /// Share of gross committed to, percent.
    pub target_percent: String,
    /// That share in whole certificates, rounded up.
    pub needed: i64,
    /// Own certificates that net off: issued, owned, neither listed nor sold, applied to this year.
    pub self_generated: i64,
    /// A forecast: eligible restored kg not yet issued. Nets nothing.
    pub self_generated_expected: i64,
    /// Usable units held, neither reserved nor listed, that earlier open years leave over.
    pub held: i64,
    /// Units reserved for this year.
    pub reserved: i64,
    /// Units validly retired for this year.
    pub retired: i64,
    /// Needed − retired, never below 0.
    pub to_retire: i64,
    /// What must still be bought, never below 0.
    pub remaining: i64,
    /// Bought but not yet delivered: no certificates, and in no other figure.
    pub on_order: i64,
    /// Retired ÷ gross, percent; `null` where nothing is required.
    pub coverage_percent: Option<String>,
    /// New mass by category, heaviest first.
    pub by_category: Vec<CategoryMass>,
    /// New mass by Scope 3 category.
    pub by_scope3_category: Vec<Scope3Mass>,
    /// New mass by where its weights came from.
    pub by_weight_source: Vec<WeightSourceMass>,
    /// The same by tier, in the order in which weights are looked for.
    pub by_tier: Vec<TierMass>,
    /// The part of each entity, the largest requirement first; they add up to the whole.
    pub by_entity: Vec<EntityShare>,
}

/// What one entity bought in the year and had retired for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EntityShare {
    /// The entity, `null` where lines or retirements name none.
    pub entity: Option<String>,
    /// Hardware lines.
    pub lines: i64,
    /// Mass of new hardware.
    pub mass_kg_new: String,
    /// Certificates for it, rounded up.
    pub gross: i64,
    /// Units validly retired for it.
    pub retired: i64,
    /// Retired ÷ gross, percent; `null` where nothing is required.
    pub coverage_percent: Option<String>,
}

/// New mass of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CategoryMass {
    /// Category key, `null` where none was found.
    pub category: Option<String>,
    /// Lines with a mass.
    pub lines: i64,
    /// Lines without one.
    pub lines_unresolved: i64,
    /// Units on the lines with a mass.
    pub quantity: i64,
    /// Mid.
    pub mass_kg: String,
    /// Low.
    pub mass_kg_low: String,
    /// High.
    pub mass_kg_high: String,
    /// The part whose weight belongs to the device itself (row, catalogue).
    pub mass_kg_specific: String,
}

/// New mass of one Scope 3 category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Scope3Mass {
    /// 1 or 2.
    pub scope3_category: i64,
    /// Lines with a mass.
    pub lines: i64,
    /// Mass.
    pub mass_kg: String,
}

/// New mass whose weights were found in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierMass {
    /// `row`, `catalogue`, `given`, `table`, `family`, `own_average`, `default`, `last_resort` or `unresolved`.
    pub tier: String,
    /// How well it is known: `stated` in the row, `table` for a weight of the device itself, `estimated` or `unknown`.
    pub known: String,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass; `null` for unresolved.
    pub mass_kg: Option<String>,
}

/// New mass whose weights come from one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WeightSourceMass {
    /// `row`, `catalogue`, `own_average`, `default` or `unresolved`.
    pub weight_source: String,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass; `null` for unresolved.
    pub mass_kg: Option<String>,
}
