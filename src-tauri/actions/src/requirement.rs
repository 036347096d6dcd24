//! The requirement of a year with everything it is netted with.

use crate::numbers::{kg, percent_text};
use crate::settings::Organisation;
use crate::views::requirement::{CategoryMass, RequirementView, Scope3Mass, WeightSourceMass};
use crate::{ActionError, Workspace, dispositions};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::line::{Condition, Scope3Category};
use planner_core::mass::Mass;
use planner_core::percent::coverage_percent;
use planner_core::requirement::{LineGroup, Netting, YearNeed, gross, needed, net, new_mass};
use planner_core::weight::WeightSource;
use planner_core::year::reporting_year;
use planner_store::{Connection, line_queries, settings};
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

/// A year's lines and what nets them off.
#[derive(Clone, Debug)]
pub(crate) struct YearFigures {
    pub year: i32,
    pub entity: Option<String>,
    pub groups: Vec<LineGroup>,
    pub out_of_scope_lines: i64,
    pub gross: i64,
    pub target: Decimal,
    pub netting: Netting,
    pub expected: i64,
}

impl YearFigures {
    /// Everything about one year; earlier open years are served first.
    pub async fn load(
        connection: &mut Connection,
        organisation: &Organisation,
        ledger: &Ledger,
        request: (i32, Option<&str>, Option<Decimal>),
        today: NaiveDate,
    ) -> Result<Self, ActionError> {
        let (year, entity, target) = request;
        let target = target.unwrap_or_else(|| organisation.target(year));
        let groups = line_queries::groups(connection, year, entity).await?;
        let gross = gross(&groups);
        let mut needs = vec![YearNeed { year, needed: needed(gross, target) }];
        for earlier in settings::known_years(connection).await?.into_iter().filter(|one| *one < year) {
            let groups = line_queries::groups(connection, earlier, entity).await?;
            let needed = needed(self::gross(&groups), organisation.target(earlier));
            needs.push(YearNeed { year: earlier, needed });
        }
        let netting = net(ledger, &needs, entity, today).remove(&year).unwrap_or_default();
        let out_of_scope = line_queries::out_of_scope(connection, year, entity).await?;
        let shipments = dispositions::shipments(connection, organisation, ledger, year, entity).await?;
        Ok(Self {
            year,
            entity: entity.map(str::to_owned),
            groups,
            out_of_scope_lines: out_of_scope.iter().map(|(_, lines, ..)| lines).sum(),
            gross,
            target,
            netting,
            expected: shipments.expected(),
        })
    }

    /// Groups of new hardware.
    pub fn new_groups(&self) -> impl Iterator<Item = &LineGroup> {
        self.groups.iter().filter(|group| group.condition.counts_as_new())
    }

    fn lines(&self, matches: impl Fn(&LineGroup) -> bool) -> i64 {
        self.groups.iter().filter(|group| matches(group)).map(|group| group.lines).sum()
    }

    fn mass(&self, matches: impl Fn(&LineGroup) -> bool) -> Mass {
        self.groups.iter().filter(|group| matches(group)).map(|group| group.mid).sum()
    }

    /// The answer that screens and scripts are shown.
    pub fn view(&self, today: NaiveDate) -> RequirementView {
        let mass = new_mass(&self.groups);
        let netting = self.netting;
        let unresolved = |group: &LineGroup| is_new(group) && group.source == WeightSource::Unresolved;
        let unknown = |group: &LineGroup| group.condition == Condition::Unknown;
        RequirementView {
            year: self.year,
            entity: self.entity.clone(),
            as_of: today.to_string(),
            mass_kg_new: kg(mass.mid),
            mass_kg_low: kg(mass.low),
            mass_kg_high: kg(mass.high),
            mass_kg_refurbished: kg(self.mass(|group| !is_new(group))),
            mass_kg_unknown_condition: kg(self.mass(unknown)),
            lines: self.lines(|group| is_new(group) && !unresolved(group)),
            lines_unresolved: self.lines(unresolved),
            units_unresolved: self
                .groups
                .iter()
                .filter(|group| unresolved(group))
                .map(|group| group.quantity)
                .sum(),
            lines_refurbished: self.lines(|group| !is_new(group)),
            lines_out_of_scope: self.out_of_scope_lines,
            lines_unknown_condition: self.lines(unknown),
            gross: self.gross,
            target_percent: self.target.normalize().to_string(),
            needed: netting.needed,
            self_generated: netting.self_generated(),
            self_generated_expected: self.expected,
            held: netting.held.total(),
            reserved: netting.reserved.total(),
            retired: netting.retired.total(),
            to_retire: netting.to_retire(),
            remaining: netting.remaining(),
            coverage_percent: coverage_percent(netting.retired.total(), self.gross).map(percent_text),
            by_category: self.by_category(),
            by_scope3_category: self.by_scope3_category(),
            by_weight_source: self.by_weight_source(),
        }
    }

    fn by_category(&self) -> Vec<CategoryMass> {
        let mut totals: BTreeMap<&Option<String>, Vec<&LineGroup>> = BTreeMap::new();
        self.new_groups().for_each(|group| totals.entry(&group.category).or_default().push(group));
        let mut heaviest: Vec<_> = totals.into_iter().collect();
        heaviest.sort_by_key(|(category, groups)| {
            (-groups.iter().map(|group| group.mid).sum::<Mass>(), category.is_none(), (*category).clone())
        });
        heaviest.into_iter().map(|(category, groups)| category_mass(category, &groups)).collect()
    }

    fn by_scope3_category(&self) -> Vec<Scope3Mass> {
        [Scope3Category::PurchasedGoods, Scope3Category::CapitalGoods]
            .into_iter()
            .map(|scope3| {
                let of = |group: &LineGroup| is_new(group) && group.scope3 == scope3;
                Scope3Mass {
                    scope3_category: scope3.number(),
                    lines: self.lines(|group| of(group) && group.source != WeightSource::Unresolved),
                    mass_kg: kg(self.mass(of)),
                }
            })
            .collect()
    }

    fn by_weight_source(&self) -> Vec<WeightSourceMass> {
        WeightSource::ALL
            .into_iter()
            .map(|source| {
                let of = |group: &LineGroup| is_new(group) && group.source == source;
                WeightSourceMass {
                    weight_source: source.word().to_owned(),
                    lines: self.lines(of),
                    quantity: self.groups.iter().filter(|group| of(group)).map(|group| group.quantity).sum(),
                    mass_kg: (source != WeightSource::Unresolved).then(|| kg(self.mass(of))),
                }
            })
            .collect()
    }
}

fn is_new(group: &LineGroup) -> bool {
    group.condition.counts_as_new()
}

fn category_mass(category: &Option<String>, groups: &[&LineGroup]) -> CategoryMass {
    let known = || groups.iter().filter(|group| group.source != WeightSource::Unresolved);
    let specific = known().filter(|group| group.source.is_specific());
    CategoryMass {
        category: category.clone(),
        lines: known().map(|group| group.lines).sum(),
        lines_unresolved: groups.iter().map(|group| group.lines).sum::<i64>()
            - known().map(|group| group.lines).sum::<i64>(),
        quantity: known().map(|group| group.quantity).sum(),
        mass_kg: kg(known().map(|group| group.mid).sum()),
        mass_kg_low: kg(known().map(|group| group.low).sum()),
        mass_kg_high: kg(known().map(|group| group.high).sum()),
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
    let figures = YearFigures::load(&mut read, &organisation, &ledger, asked, workspace.today).await?;
    Ok(figures.view(workspace.today))
}
