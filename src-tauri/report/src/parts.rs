//! Figures of parts of a year: of each category, shipment, file, document, retirement, class and vintage.

use crate::ReportError;
use crate::assets::certificate_classes;
use crate::disclosure::Disclosure;
use crate::known::shipment_key;
use planner_core::figure::{CategoryKey, FigureId, Value, YearFigures};
use planner_core::line::Scope3Category;
use planner_core::mass::Mass;
use planner_core::shipment::restoration;
use planner_core::weighing::{KnownWeight, Tier};
use std::collections::BTreeMap;

type Part = (FigureId, Value);

/// All of them.
pub(crate) fn parts(disclosure: &Disclosure) -> Result<Vec<Part>, ReportError> {
    let year = &disclosure.known.year;
    let mut parts = categories(year);
    parts.extend(scope3(year));
    parts.extend(shipments(year));
    parts.extend(of_ledger(disclosure)?);
    parts.extend(sources(disclosure));
    parts.extend(averages(year).map(|one| (average_id(one), Value::UnitMass(one.kg))));
    Ok(parts)
}

/// The averages that weigh lines of the year, by tier and class.
pub(crate) fn averages(year: &YearFigures) -> impl Iterator<Item = &KnownWeight> {
    let weighed = year.new_groups().flat_map(|group| &group.weighed);
    let weights = weighed.map(|one| &one.weighing.weight).filter(|weight| weight.tier != Tier::Table);
    let by_id: BTreeMap<FigureId, &KnownWeight> =
        weights.map(|weight| (average_id(weight), weight)).collect();
    by_id.into_values()
}

/// The figure of an average.
pub(crate) fn average_id(weight: &KnownWeight) -> FigureId {
    FigureId::Weight(format!("{}.{}", weight.tier.word(), weight.class))
}

/// New mass by category, and by category, Scope 3 category and entity.
fn categories(year: &YearFigures) -> Vec<Part> {
    let mut masses: BTreeMap<CategoryKey, Mass> = BTreeMap::new();
    for group in &year.groups {
        let counted = if group.condition.counts_as_new() { group.mid } else { Mass::ZERO };
        let whole = CategoryKey { category: group.category.clone(), scope3: None, entity: None };
        let part = CategoryKey { scope3: Some(group.scope3), entity: group.entity.clone(), ..whole.clone() };
        for key in [whole, part] {
            let mass = masses.entry(key).or_default();
            *mass = *mass + counted;
        }
    }
    masses.into_iter().map(|(key, mass)| (FigureId::Category(key), Value::Mass(mass))).collect()
}

fn scope3(year: &YearFigures) -> Vec<Part> {
    let mut parts = Vec::new();
    for one in [Scope3Category::PurchasedGoods, Scope3Category::CapitalGoods] {
        parts.push((FigureId::Scope3(one), Value::Mass(year.mass_of_scope3(one))));
        let share = year.row_percent_of_scope3(one);
        parts.extend(share.map(|share| (FigureId::Scope3RowPercent(one), Value::Percent(share))));
    }
    let reasons = year.out_of_scope.iter();
    parts.extend(reasons.map(|one| (FigureId::OutOfScope(one.reason.clone()), Value::Count(one.lines))));
    parts
}

fn shipments(year: &YearFigures) -> Vec<Part> {
    let policy = year.shipments.policy;
    let part = |one: &planner_core::shipment::Shipment| {
        let key = shipment_key(one.batch.as_deref(), one.provider.as_deref());
        (FigureId::Shipment(key), Value::Mass(restoration(&one.rows, policy).restored))
    };
    year.shipments.shipments.iter().map(part).collect()
}

/// Retired runs, and movements by class and vintage.
fn of_ledger(disclosure: &Disclosure) -> Result<Vec<Part>, ReportError> {
    let runs = disclosure.retired_runs().map(|run| {
        let id = FigureId::RetirementLine(run.retirement.id.clone(), run.line);
        (id, Value::Count(run.serials.quantity()))
    });
    let mut parts: Vec<Part> = runs.collect();
    let classes = certificate_classes()?.class.iter();
    let mut retired: BTreeMap<&str, i64> = classes.map(|class| (class.key.as_str(), 0)).collect();
    for row in &disclosure.movements {
        parts.push((FigureId::Movements(row.class.clone(), row.vintage), Value::Count(row.closing)));
        *retired.entry(&row.class).or_default() += row.retired;
    }
    let retired = retired.into_iter();
    parts.extend(retired.map(|(class, units)| (FigureId::ClassRetired(class.into()), Value::Count(units))));
    Ok(parts)
}

/// Rows of each file, and bytes of each document and statement.
fn sources(disclosure: &Disclosure) -> Vec<Part> {
    let files = disclosure.known.imports.iter();
    let mut parts: Vec<Part> =
        files.map(|file| (FigureId::Import(file.number), Value::Count(file.rows_read))).collect();
    let documents = disclosure.documents.values().flatten();
    parts.extend(documents.map(|one| (FigureId::Document(one.id()), Value::Count(one.document.size))));
    let statements = disclosure.statements().into_iter();
    parts.extend(
        statements.filter_map(|one| Some((FigureId::Document(one.id()), Value::Count(one.check.size?)))),
    );
    parts
}
