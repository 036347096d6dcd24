//! A procurement line and its exact mass.

use crate::products::{Product, Source, weighed};
use chrono::NaiveDate;
use planner_core::line::{Condition, Scope3Category};
use planner_core::mass::Mass;
use planner_core::requirement::{LineGroup, Weighed};
use planner_core::weight::WeightSource;
use rust_decimal::{Decimal, RoundingStrategy};

/// One pound in kg, exactly.
pub const POUND: &str = "0.45359237";

/// A decimal written as text.
pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// Whole milligrams, half to even: a line's mass is rounded once.
pub fn rounded(kg: Decimal) -> Decimal {
    kg.round_dp_with_strategy(6, RoundingStrategy::MidpointNearestEven)
}

/// A line of a file, before it has an order number.
#[derive(Clone, Debug)]
pub struct Line {
    /// Category key; empty where the file has none.
    pub category: &'static str,
    /// The category's word where it has no key: warranty, freight and the like.
    pub category_word: &'static str,
    /// Item text.
    pub item: String,
    /// Manufacturer.
    pub maker: &'static str,
    /// Model.
    pub model: String,
    /// Condition's word; empty for unknown.
    pub condition: &'static str,
    /// Units.
    pub quantity: i64,
    /// Where its mass comes from; nothing for what is no hardware.
    pub source: Option<Source>,
    /// Mass of a unit in kg.
    pub unit_kg: Option<Decimal>,
    /// The weight in the row, in pounds, where the file is in pounds.
    pub pounds: Option<Decimal>,
    /// Price of one, in hundredths.
    pub price: i64,
    /// Date, where it is settled.
    pub date: Option<NaiveDate>,
    /// Supplier, where it is settled.
    pub supplier: Option<&'static str>,
}

impl Line {
    /// New units of a product.
    pub fn of(product: &Product, quantity: i64) -> Self {
        Self {
            category: product.category,
            category_word: "",
            item: product.item.to_owned(),
            maker: product.maker,
            model: product.model.to_owned(),
            condition: "New",
            quantity,
            source: Some(product.source),
            unit_kg: product.unit_kg(),
            pounds: None,
            price: product.price * 100,
            date: None,
            supplier: None,
        }
    }

    /// With another item text.
    pub fn called(mut self, item: impl Into<String>) -> Self {
        self.item = item.into();
        self
    }

    /// With another condition.
    pub fn in_condition(mut self, condition: &'static str) -> Self {
        self.condition = condition;
        self
    }

    /// Bought on a day from a supplier.
    pub fn bought(mut self, date: NaiveDate, supplier: &'static str) -> Self {
        (self.date, self.supplier) = (Some(date), Some(supplier));
        self
    }

    /// Whether its mass is known and counts as new.
    pub fn is_new_mass(&self) -> bool {
        matches!(self.condition, "New" | "") && self.source.is_some_and(|source| source != Source::Unresolved)
    }

    /// Whether it is hardware that does not count as new.
    pub fn is_refurbished(&self) -> bool {
        matches!(self.condition, "Refurbished" | "Used")
    }

    /// Its mass, where known.
    pub fn mass(&self) -> Option<Decimal> {
        let unit = self.pounds.map(|pounds| pounds * decimal(POUND)).or(self.unit_kg)?;
        self.source.map(|_| rounded(unit * Decimal::from(self.quantity)))
    }

    /// Its mass as the app sums it: with how it was weighed, where only devices like it say.
    pub fn group(&self) -> Option<LineGroup> {
        let mid = Mass::from_kilograms(self.mass()?).expect("a mass");
        let unit = || weighed(self.category, &self.item, self.maker, &self.model);
        let weighing =
            (self.source == Some(Source::Default)).then(unit).flatten().and_then(|unit| unit.weighing);
        let units = self.quantity;
        let weighed = weighing.map(|weighing| Weighed { weighing, units, lines: 1, mid });
        let exact = if weighed.is_some() { Mass::ZERO } else { mid };
        Some(LineGroup {
            entity: None,
            category: Some(self.category.to_owned()),
            condition: Condition::New,
            scope3: Scope3Category::PurchasedGoods,
            source: WeightSource::Row,
            lines: 1,
            quantity: units,
            mid,
            low: exact,
            high: exact,
            weighed: weighed.into_iter().collect(),
        })
    }

    /// What the row says of its weight, in the file's unit.
    pub fn stated(&self) -> Option<Decimal> {
        self.pounds.or_else(|| self.unit_kg.filter(|_| self.source == Some(Source::Row)))
    }
}

/// Mass of some lines together.
pub fn mass_of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Decimal {
    lines.into_iter().filter_map(Line::mass).sum()
}
