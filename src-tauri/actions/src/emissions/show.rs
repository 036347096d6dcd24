//! Emissions of a year as screens and scripts are shown them.

use super::energy;
use super::factors::{factor_view, set_view};
use crate::numbers::kg;
use crate::views::emissions::{EmissionBand, EmissionRow, EmissionsView, ReuseView, SameLinesView};
use planner_core::emission::{Band, FactorSet, Purchased, Reuse, SameLines, YearEmissions, written};
use rust_decimal::Decimal;

/// What these figures are and are not.
pub(super) const NOTE: &str = "Beside the requirement: in no coverage, netted with nothing, no reduction of a Scope 3 inventory. By spend is the lower tier. Sources differ two- to six-fold, so compare years by one set alone.";

pub(super) fn view(year: &YearEmissions, (number, entity): (i32, Option<&str>)) -> EmissionsView {
    let (without_activity, without_spend) = year.lines_without();
    EmissionsView {
        year: number,
        entity: entity.map(str::to_owned),
        activity_set: year.activity_set.as_ref().map(|set| set_view(set, true)),
        spend_set: year.spend_set.as_ref().map(|set| set_view(set, true)),
        purchases: year.purchases.iter().map(|one| row(year, one)).collect(),
        activity_kgco2e: year.by_mass().map(band),
        lines_without_activity: without_activity,
        spend_kgco2e: year.by_spend().map(text),
        lines_without_spend: without_spend,
        same_lines: same_lines(year.same_lines()),
        currencies_without_rate: year.currencies_without_rate.iter().cloned().collect(),
        reuse: reuse(None, &year.reuse),
        shipments: year.shipments.iter().map(|(name, one)| reuse(Some(name), one)).collect(),
        energy: energy::views(&year.energy),
        note: NOTE.to_owned(),
    }
}

fn text(kgco2e: Decimal) -> String {
    written(kgco2e).to_string()
}

fn band(band: Band) -> EmissionBand {
    EmissionBand { low: text(band.low), mid: text(band.mid), high: text(band.high) }
}

fn same_lines(same: SameLines) -> SameLinesView {
    let SameLines { lines, activity, spend } = same;
    SameLinesView { lines, activity_kgco2e: text(activity), spend_kgco2e: text(spend) }
}

fn row(year: &YearEmissions, one: &Purchased) -> EmissionRow {
    let id = |set: &Option<FactorSet>| set.as_ref().map(FactorSet::id).unwrap_or_default();
    let estimate = &one.estimate;
    EmissionRow {
        category: estimate.category.clone(),
        lines: estimate.lines,
        quantity: estimate.quantity,
        mass_kg: kg(estimate.mass.mid),
        activity_factor: one.activity.as_ref().map(|factor| factor_view(&id(&year.activity_set), factor)),
        activity_kgco2e: estimate.activity.map(band),
        lines_without_activity: estimate.lines_without_activity,
        spend_factor: one.spend.as_ref().map(|factor| factor_view(&id(&year.spend_set), factor)),
        spend_dollars: estimate.spend.map(|_| text(estimate.dollars)),
        spend_kgco2e: estimate.spend.map(text),
        lines_without_spend: estimate.lines_without_spend,
        same_lines: same_lines(estimate.same),
    }
}

fn reuse(shipment: Option<&String>, one: &Reuse) -> ReuseView {
    ReuseView {
        shipment: shipment.cloned(),
        output_kg: kg(one.output),
        without_factor_kg: kg(one.without_factor),
        baseline_kgco2e: one.baseline.map(text),
        project_kgco2e: one.project.map(text),
        leakage_kgco2e: text(one.leakage),
        reductions_kgco2e: one.reductions().map(text),
        intensity_kgco2e_per_kg: one.intensity().map(text_of_intensity),
    }
}

/// Per kilogram more digits matter: six, half to even.
fn text_of_intensity(value: Decimal) -> String {
    value.round_dp(6).normalize().to_string()
}
