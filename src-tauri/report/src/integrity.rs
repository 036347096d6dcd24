//! Rule packs over the certificates retired for a year: each criterion met, not met, unknown or not
//! applicable, with its evidence.

use crate::ReportError;
use crate::assets::{self, Criterion, ListedCondition, ListedRoute, PositiveList, RulePack};
use crate::disclosure::Disclosure;
use crate::run::RetiredRun;
use planner_core::integrity::{Circumstances, Condition, Fact, Route, Surplus, Test, Verdict};
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::shipment::restoration;
use std::collections::{BTreeMap, BTreeSet};

/// Lots that the evidence names; the others are counted.
const MOST_NAMED: usize = 12;

/// A rule pack over everything retired for the year.
#[derive(Clone, Debug)]
pub struct PackResult {
    /// The pack.
    pub pack: &'static RulePack,
    /// Its criteria.
    pub criteria: Vec<CriterionResult>,
}

/// A criterion over everything retired for the year. There is no score.
#[derive(Clone, Debug)]
pub struct CriterionResult {
    /// The criterion.
    pub criterion: &'static Criterion,
    /// What is known of it.
    pub result: Verdict,
    /// Units for which it is met.
    pub units_met: i64,
    /// Units for which it is not.
    pub units_not_met: i64,
    /// Units for which it is unknown.
    pub units_unknown: i64,
    /// Units to which it does not apply.
    pub units_not_applicable: i64,
    /// Lots with what is recorded of them, or missing.
    pub evidence: Vec<String>,
}

/// All rule packs over everything retired for the year.
pub fn packs(disclosure: &Disclosure) -> Result<Vec<PackResult>, ReportError> {
    let list = assets::positive_list()?;
    // What surrounds a run is found once, however many criteria ask for it.
    let mut around = Around::new(disclosure, list);
    let runs: Vec<_> =
        disclosure.retired_runs().map(|run| (run.serials.quantity(), around.circumstances(&run))).collect();
    let result = |pack: &'static RulePack| PackResult {
        pack,
        criteria: pack.criterion.iter().map(|one| criterion(&runs, one)).collect(),
    };
    Ok(assets::rule_packs()?.iter().map(result).collect())
}

fn criterion(runs: &[(i64, Circumstances<'_>)], one: &'static Criterion) -> CriterionResult {
    let facts: Vec<Fact> = one.facts.iter().filter_map(|word| Fact::from_word(word)).collect();
    let mut units: BTreeMap<Verdict, i64> = BTreeMap::new();
    let mut evidence: BTreeMap<String, (BTreeSet<&str>, Vec<String>)> = BTreeMap::new();
    for (quantity, around) in runs {
        let found: Vec<_> = facts.iter().map(|fact| around.verdict(*fact)).collect();
        let verdict = Verdict::all(found.iter().map(|(verdict, _)| *verdict));
        *units.entry(verdict).or_default() += quantity;
        let says: Vec<_> = found.into_iter().map(|(_, says)| says).collect();
        let (seen, lots) = evidence.entry(format!("{}: {}", verdict.word(), says.join("; "))).or_default();
        if seen.insert(&around.lot.id) {
            lots.push(around.lot.id.clone());
        }
    }
    let of = |verdict: Verdict| units.get(&verdict).copied().unwrap_or_default();
    let evidence = match evidence.is_empty() {
        true => vec!["nothing is retired for the year".to_owned()],
        false => evidence.into_iter().map(|(says, (_, lots))| format!("{}: {says}", named(&lots))).collect(),
    };
    CriterionResult {
        criterion: one,
        result: Verdict::all(units.keys().copied()),
        units_met: of(Verdict::Met),
        units_not_met: of(Verdict::NotMet),
        units_unknown: of(Verdict::Unknown),
        units_not_applicable: of(Verdict::NotApplicable),
        evidence,
    }
}

fn named(lots: &[String]) -> String {
    let shown = lots.get(..MOST_NAMED).unwrap_or(lots);
    let more = lots.len() - shown.len();
    let text = shown.join(", ");
    if more > 0 { format!("{text} and {more} more lots") } else { text }
}

/// What surrounds runs. Thousands of them share a class and a country, or a batch, which are looked up once.
struct Around<'a> {
    disclosure: &'a Disclosure,
    list: &'a PositiveList,
    lines_unresolved: i64,
    /// By class and country.
    listed: BTreeMap<(&'a str, Option<&'a str>), (Verdict, String)>,
    /// By batch.
    surplus: BTreeMap<&'a str, Surplus>,
}

impl<'a> Around<'a> {
    fn new(disclosure: &'a Disclosure, list: &'a PositiveList) -> Self {
        let lines_unresolved = disclosure.known.year.lines_unresolved();
        Self { disclosure, list, lines_unresolved, listed: BTreeMap::new(), surplus: BTreeMap::new() }
    }

    fn circumstances(&mut self, run: &RetiredRun<'a>) -> Circumstances<'a> {
        let (disclosure, list, lot) = (self.disclosure, self.list, run.lot);
        let place = (lot.class.as_str(), lot.facts.country.as_deref());
        let listed = self.listed.entry(place).or_insert_with(|| listed(disclosure, list, place)).clone();
        let year = &disclosure.known.year;
        Circumstances {
            lot,
            retirement: run.retirement,
            verified: disclosure.known.verified(),
            retired: year.netting.retired.total(),
            gross: year.gross,
            lines_unresolved: self.lines_unresolved,
            surplus: self.surplus(lot),
            positive_list: listed,
        }
    }

    /// Own lots against the surplus of their shipment; of others' recovery the workspace knows nothing.
    fn surplus(&mut self, lot: &'a Lot) -> Surplus {
        match lot.facts.batch.as_deref() {
            Some(batch) if lot.origin == Origin::SelfGenerated => {
                *self.surplus.entry(batch).or_insert_with(|| surplus(self.disclosure, batch))
            }
            _ => Surplus::NotOurs,
        }
    }
}

/// Of a batch of ours.
fn surplus(disclosure: &Disclosure, batch: &str) -> Surplus {
    let shipments = &disclosure.known.year.shipments;
    let shipment = shipments.shipments.iter().find(|one| one.batch.as_deref() == Some(batch));
    shipment.map_or(Surplus::NotOurs, |shipment| {
        let masses = restoration(&shipment.rows, shipments.policy);
        Surplus::of(shipment.issued, masses.eligible().kilograms(), masses.legal_obligation.kilograms())
    })
}

/// What the positive list says of a class, by the answers for a country, else those for all.
fn listed(
    disclosure: &Disclosure,
    list: &PositiveList,
    (class, country): (&str, Option<&str>),
) -> (Verdict, String) {
    let Some(material) = list.material.iter().find(|one| one.classes.iter().any(|one| one == class)) else {
        return (Verdict::Unknown, format!("positive list has no material for class {class}"));
    };
    let mut answers = disclosure.known.answers.get("").cloned().unwrap_or_default();
    let country = country.unwrap_or_default().to_uppercase();
    answers.extend(disclosure.known.answers.get(&country).cloned().unwrap_or_default());
    let routes: Vec<_> = material.route.iter().map(core_route).collect();
    if let Some(route) = routes.iter().find(|route| route.verdict(&answers) == Verdict::Met) {
        return (Verdict::Met, format!("positive list: {}, route {}", material.name, route.name));
    }
    let verdict = Verdict::any(routes.iter().map(|route| route.verdict(&answers)));
    let is_open = verdict == Verdict::Unknown;
    let says = if is_open { "its questions are not all answered" } else { "no route holds" };
    (verdict, format!("positive list: {}, {says}", material.name))
}

fn core_route(route: &ListedRoute) -> Route {
    let conditions = |listed: &[ListedCondition]| listed.iter().filter_map(core_condition).collect();
    Route { name: route.name.clone(), all: conditions(&route.all), any: conditions(&route.any) }
}

fn core_condition(listed: &ListedCondition) -> Option<Condition> {
    let test = match listed {
        ListedCondition { below: Some(most), .. } => Test::Below(*most),
        ListedCondition { at_least: Some(least), .. } => Test::AtLeast(*least),
        ListedCondition { below_answer: Some(other), .. } => Test::BelowAnswer(other.clone()),
        ListedCondition { at_least_answer: Some(other), .. } => Test::AtLeastAnswer(other.clone()),
        ListedCondition { is: Some(expected), .. } => Test::Is(*expected),
        _ => return None,
    };
    Some(Condition { question: listed.question.clone(), test })
}
