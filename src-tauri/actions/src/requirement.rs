//! The requirement of a year with everything it is netted with.

use crate::numbers::kg;
use crate::settings::Organisation;
use crate::views::requirement::{
    CategoryMass, EntityShare, RequirementView, Scope3Mass, TierMass, WeightSourceMass,
};
use crate::{ActionError, Workspace, dispositions};
use chrono::NaiveDate;
use planner_core::figure::{Beyond, EntityPart, Figures, Name, OutOfScope, YearFigures, entity_parts};
use planner_core::ledger::Ledger;
use planner_core::line::Scope3Category;
use planner_core::mass::Mass;
use planner_core::order::{Order, on_order};
use planner_core::requirement::{LineGroup, YearNeed, gross, gross_of, needed, net, range};
use planner_core::weighing::Tier;
use planner_core::weight::WeightSource;
use planner_core::year::reporting_year;
use planner_store::{Connection, line_groups, settings};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Which requirement is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequirementRequest {
    /// The reporting year.
    pub year: i32,
    /// One entity; else the whole organisation.
    pub entity: Option<String>,
    /// Another target than the year's, percent.
    pub target_percent: Option<String>,
}

/// Everything about one year; earlier open years are served first.
pub(crate) async fn year_figures(
    connection: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    request: (i32, Option<&str>, Option<Decimal>),
    today: NaiveDate,
) -> Result<YearFigures, ActionError> {
    let (year, entity, target) = request;
    let target = target.unwrap_or_else(|| organisation.target(year));
    let groups = line_groups::groups(connection, year, entity).await?;
    let gross = gross(&groups);
    let mut needs = earlier_needs(connection, organisation, year, entity).await?;
    needs.push(YearNeed { year, needed: needed(gross, target) });
    let netting = net(ledger, &needs, entity, today).remove(&year).unwrap_or_default();
    let out_of_scope = line_groups::out_of_scope(connection, year, entity).await?;
    let out_of_scope = out_of_scope.into_iter();
    Ok(YearFigures {
        year,
        entity: entity.map(str::to_owned),
        today,
        groups,
        out_of_scope: out_of_scope
            .map(|(reason, lines, quantity, mass)| OutOfScope { reason, lines, quantity, mass })
            .collect(),
        gross,
        target,
        netting,
        shipments: dispositions::shipments(connection, organisation, ledger, year, entity).await?,
    })
}

/// What the years before one need, each under its own target.
async fn earlier_needs(
    connection: &mut Connection,
    organisation: &Organisation,
    year: i32,
    entity: Option<&str>,
) -> Result<Vec<YearNeed>, ActionError> {
    let new = line_groups::new_by_year(connection, i32::MIN..=year - 1, entity).await?;
    let earlier = settings::known_years(connection).await?.into_iter().filter(|one| *one < year);
    let need = |year| {
        let gross = new.get(&year).map_or(0, |masses| gross_of(masses.iter().copied()));
        YearNeed { year, needed: needed(gross, organisation.target(year)) }
    };
    Ok(earlier.map(need).collect())
}

/// What a year and those before it need.
pub(crate) async fn needs(
    connection: &mut Connection,
    organisation: &Organisation,
    year: i32,
) -> Result<Vec<YearNeed>, ActionError> {
    let mut needs = earlier_needs(connection, organisation, year, None).await?;
    let new = line_groups::new_by_year(connection, year..=year, None).await?;
    let gross = new.into_values().map(gross_of).sum();
    needs.push(YearNeed { year, needed: needed(gross, organisation.target(year)) });
    Ok(needs)
}

/// The answer that screens and scripts are shown; what is on order stands beside it.
pub(crate) fn view(figures: &YearFigures, ledger: &Ledger, orders: &[Order]) -> RequirementView {
    let (mass, netting) = (figures.mass(), figures.netting);
    let coverage = Figures::of(figures, &Beyond::default()).named(Name::CoveragePercent);
    RequirementView {
        year: figures.year,
        entity: figures.entity.clone(),
        as_of: figures.today.to_string(),
        mass_kg_new: kg(mass.mid),
        mass_kg_low: kg(mass.low),
        mass_kg_high: kg(mass.high),
        mass_kg_refurbished: kg(figures.mass_refurbished()),
        mass_kg_unknown_condition: kg(figures.mass_unknown_condition()),
        lines: figures.lines_of(|_| true),
        lines_new: figures.lines(),
        lines_unresolved: figures.lines_unresolved(),
        units_unresolved: figures.units_unresolved(),
        lines_refurbished: figures.lines_refurbished(),
        lines_out_of_scope: figures.out_of_scope.iter().map(|one| one.lines).sum(),
        lines_unknown_condition: figures.lines_unknown_condition(),
        gross: figures.gross,
        target_percent: figures.target.normalize().to_string(),
        needed: netting.needed,
        self_generated: netting.self_generated(),
        self_generated_expected: figures.shipments.expected(),
        held: netting.held.total(),
        reserved: netting.reserved.total(),
        retired: netting.retired.total(),
        to_retire: netting.to_retire(),
        remaining: netting.remaining(),
        on_order: on_order(orders, figures.entity.as_deref()),
        coverage_percent: coverage.map(|share| share.to_string()),
        by_category: by_category(figures),
        by_scope3_category: by_scope3_category(figures),
        by_weight_source: by_weight_source(figures),
        by_tier: tiers(&figures.groups),
        by_entity: by_entity(figures, ledger),
    }
}

/// The parts of the entities; of one entity, its own.
fn by_entity(figures: &YearFigures, ledger: &Ledger) -> Vec<EntityShare> {
    let parts = entity_parts(&figures.groups, ledger, figures.year).into_iter();
    let asked = parts.filter(|part| figures.entity.is_none() || part.entity == figures.entity);
    let share = |part: EntityPart| EntityShare {
        coverage_percent: part.coverage_percent().map(|share| format!("{share:.2}")),
        mass_kg_new: kg(part.mass),
        lines: part.lines,
        gross: part.gross,
        retired: part.retired,
        entity: part.entity,
    };
    asked.map(share).collect()
}

fn by_category(figures: &YearFigures) -> Vec<CategoryMass> {
    let mut totals: BTreeMap<&Option<String>, Vec<&LineGroup>> = BTreeMap::new();
    figures.new_groups().for_each(|group| totals.entry(&group.category).or_default().push(group));
    let mut heaviest: Vec<_> = totals.into_iter().collect();
    heaviest.sort_by_key(|(category, groups)| {
        (-groups.iter().map(|group| group.mid).sum::<Mass>(), category.is_none(), (*category).clone())
    });
    heaviest.into_iter().map(|(category, groups)| category_mass(category, &groups)).collect()
}

fn by_scope3_category(figures: &YearFigures) -> Vec<Scope3Mass> {
    let of = |scope3: Scope3Category| Scope3Mass {
        scope3_category: scope3.number(),
        lines: figures.lines_of(|group| {
            is_new(group) && group.scope3 == scope3 && group.source != WeightSource::Unresolved
        }),
        mass_kg: kg(figures.mass_of_scope3(scope3)),
    };
    [Scope3Category::PurchasedGoods, Scope3Category::CapitalGoods].map(of).into()
}

fn by_weight_source(figures: &YearFigures) -> Vec<WeightSourceMass> {
    let of = |source: WeightSource| {
        let matches = |group: &LineGroup| is_new(group) && group.source == source;
        WeightSourceMass {
            weight_source: source.word().to_owned(),
            lines: figures.lines_of(matches),
            quantity: figures.units_of(matches),
            mass_kg: (source != WeightSource::Unresolved).then(|| kg(figures.mass_of(matches))),
        }
    };
    WeightSource::ALL.map(of).into()
}

/// Lines, units and mass of a tier.
type TierSum = (i64, i64, Mass);

/// New mass by tier; tiers without a line are left out.
pub(crate) fn tiers(groups: &[LineGroup]) -> Vec<TierMass> {
    let mut sums: BTreeMap<(&str, &str), TierSum> = BTreeMap::new();
    let mut add = |tier: &'static str, known: &'static str, (lines, units, mass): TierSum| {
        let sum = sums.entry((tier, known)).or_default();
        *sum = (sum.0 + lines, sum.1 + units, sum.2 + mass);
    };
    for group in groups.iter().filter(|group| is_new(group)) {
        let mut rest = (group.lines, group.quantity, group.mid);
        for one in &group.weighed {
            rest = (rest.0 - one.lines, rest.1 - one.units, rest.2 - one.mid);
            let weight = &one.weighing.weight;
            let known = if weight.source_word().is_specific() { "table" } else { "estimated" };
            add(weight.tier.word(), known, (one.lines, one.units, one.mid));
        }
        let known = match group.source {
            WeightSource::Row => "stated",
            WeightSource::Catalogue => "table",
            WeightSource::OwnAverage | WeightSource::Default => "estimated",
            WeightSource::Unresolved => "unknown",
        };
        add(group.source.word(), known, rest);
    }
    let order = ["row", "catalogue"].into_iter().chain(Tier::ALL.map(Tier::word)).chain(["unresolved"]);
    let view = |((tier, known), (lines, quantity, mass)): ((&str, &str), TierSum)| TierMass {
        tier: tier.to_owned(),
        known: known.to_owned(),
        lines,
        quantity,
        mass_kg: (known != "unknown").then(|| kg(mass)),
    };
    let order: Vec<&str> = order.collect();
    let mut found: Vec<_> = sums.into_iter().filter(|(_, (lines, ..))| *lines > 0).collect();
    found.sort_by_key(|((tier, _), _)| order.iter().position(|one| one == tier));
    found.into_iter().map(view).collect()
}

fn is_new(group: &LineGroup) -> bool {
    group.condition.counts_as_new()
}

fn category_mass(category: &Option<String>, groups: &[&LineGroup]) -> CategoryMass {
    let known = || groups.iter().filter(|group| group.source != WeightSource::Unresolved);
    let mass = range(groups.iter().copied());
    let specific = known().filter(|group| group.source.is_specific());
    CategoryMass {
        category: category.clone(),
        lines: known().map(|group| group.lines).sum(),
        lines_unresolved: groups.iter().map(|group| group.lines).sum::<i64>()
            - known().map(|group| group.lines).sum::<i64>(),
        quantity: known().map(|group| group.quantity).sum(),
        mass_kg: kg(mass.mid),
        mass_kg_low: kg(mass.low),
        mass_kg_high: kg(mass.high),
        mass_kg_specific: kg(specific.map(|group| group.mid).sum()),
    }
}

/// The requirement of a year.
pub async fn requirement(
    workspace: &Workspace,
    request: &RequirementRequest,
) -> Result<RequirementView, ActionError> {
    reporting_year(request.year)?;
    let target = request.target_percent.as_deref();
    let target = target.map(|text| crate::numbers::percentage("target", text)).transpose()?;
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let asked = (request.year, request.entity.as_deref(), target);
    let figures = year_figures(&mut read, &organisation, &ledger, asked, workspace.today).await?;
    Ok(view(&figures, &ledger, &planner_store::orders::all(&mut read).await?))
}
