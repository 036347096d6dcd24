//! What a trace id speaks of: the rule that makes the figure, and the rows and events it is made of.

use super::MOST;
use super::events::Counted;
use super::rows::Rows;
use crate::disclosure::figures::Figures;
use planner_store::imports::Import;
use planner_store::line_queries::{LineFilter, LineOrder};

/// What a figure is made of.
pub(super) struct Subject {
    pub rule: &'static str,
    pub rows: Option<Rows>,
    pub events: Option<Counted>,
}

const LINES: &str = "the sum of the masses of lines of new or unknown condition; a line's mass is what its row states, else quantity × unit mass";

impl Subject {
    /// Of the part of a trace id after its year; nothing where no figure has it.
    pub fn of(figures: &Figures, key: &str) -> Option<Self> {
        let (name, rest) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
        match rest {
            Some(rest) => Self::of_part(figures, name, rest),
            None => Self::of_lines(figures, name)
                .or_else(|| Self::of_events(name))
                .or_else(|| Self::of_rule(name)),
        }
    }

    fn rule(rule: &'static str) -> Self {
        Self { rule, rows: None, events: None }
    }

    fn lines(rule: &'static str, filter: LineFilter) -> Self {
        Self { rows: Some(Rows::Lines(Box::new(filter))), ..Self::rule(rule) }
    }

    fn events(rule: &'static str, events: Counted) -> Self {
        Self { events: Some(events), ..Self::rule(rule) }
    }

    fn of_lines(figures: &Figures, name: &str) -> Option<Self> {
        let hardware = hardware(figures.year());
        let new = LineFilter { is_new: true, ..hardware.clone() };
        Some(match name {
            "mass_kg_new" | "mass_kg_low" | "mass_kg_high" => Self::lines(LINES, new),
            "gross" => Self::lines(
                "kg of those lines rounded up to whole certificates, once per entity and year",
                new,
            ),
            "lines_unresolved" => Self::lines(
                "lines of new hardware that no row, catalogue, average or default gives a weight",
                LineFilter { weight_source: Some("unresolved".to_owned()), ..new },
            ),
            "unknown_condition" => Self::lines(
                "lines that do not say whether they are new; they count as new",
                LineFilter { condition: Some("unknown".to_owned()), ..hardware },
            ),
            "refurbished" => Self::lines(
                "lines of refurbished or used hardware, for information",
                LineFilter { is_second_hand: true, ..hardware },
            ),
            "tier_specific_percent" | "tier_other_percent" => {
                Self::lines("share of the new kg by where its weight came from", new)
            }
            "self_generation" | "yield_percent" => Self {
                rule: "the rows of own retired assets of the year; yield is restored kg ÷ sent kg",
                rows: Some(Rows::Dispositions(None)),
                events: Some(Counted::Issued(None)),
            },
            _ => return None,
        })
    }

    fn of_events(name: &str) -> Option<Self> {
        Some(match name {
            "retired" => Self::events("the units of the retirements for the year", Counted::Retired(None)),
            "retired_self_generated" => {
                Self::events("those of lots issued for own restored assets", Counted::Retired(Some(true)))
            }
            "retired_purchased" => {
                Self::events("those of lots bought or transferred in", Counted::Retired(Some(false)))
            }
            "tco2e" => Self::events(
                "the tCO2e that the certificates retired for the year carry, in proportion to the units taken of a lot",
                Counted::Retired(None),
            ),
            "held" => Self::events("usable units by lot, earlier open years served first", Counted::Held),
            "reserved" => Self::events("units reserved for the year", Counted::Reserved),
            "expiring" => Self::events(
                "units held, reserved or listed whose last usable day falls within 12 months",
                Counted::Held,
            ),
            "expired" => {
                Self::events("units the registry retired after their last usable day", Counted::Expired)
            }
            "movements" => {
                Self::events("every movement of certificates, by class and vintage", Counted::Movements(None))
            }
            "events" => Self::events("every event of the log, each hash over the one before", Counted::All),
            "locks" => Self::events("the year's locks and unlocks", Counted::Locks),
            _ => return None,
        })
    }

    /// Figures that follow from other figures.
    fn of_rule(name: &str) -> Option<Self> {
        Some(Self::rule(match name {
            "target_percent" => "the target of the year in the settings",
            "needed" => "gross × target, rounded up: trace gross",
            "coverage_percent" => "retired ÷ gross: trace both",
            "to_retire" => "needed − retired, never below 0: trace both",
            "remaining" => "needed − retired − reserved − held, never below 0: trace each",
            "change_mass_percent" | "change_retired_percent" => {
                "the year's figure less that of the year before, ÷ the latter"
            }
            _ => return None,
        }))
    }

    /// What a file brought to the year.
    fn of_import(year: i32, import: &Import) -> Self {
        let rule = "what this file brought to the year";
        match import.kind.as_str() {
            "dispositions" => Self { rows: Some(Rows::DispositionsOf(import.number)), ..Self::rule(rule) },
            "certificates" => Self::events(rule, Counted::Imported(import.id.clone())),
            _ => Self::lines(rule, LineFilter { import_id: Some(import.id.clone()), ..any(year) }),
        }
    }

    /// A document, or a statement that was compared.
    fn of_document(figures: &Figures, id: &str) -> Option<Self> {
        if let Some(known) = figures.documents.values().flatten().find(|one| one.id() == id) {
            return Some(Self::events("the event that attached the document", Counted::Event(known.event)));
        }
        let known = figures.statements().into_iter().find(|one| one.id() == id)?;
        Some(Self::events("the event that kept the comparison", Counted::Event(known.event)))
    }

    /// Figures of one row of a sheet.
    fn of_part(figures: &Figures, name: &str, rest: &str) -> Option<Self> {
        let year = figures.year();
        Some(match name {
            "category" => Self::lines(LINES, category(year, rest)?),
            "scope3" => {
                let filter = LineFilter { is_new: true, scope3: Some(rest.parse().ok()?), ..hardware(year) };
                Self::lines(LINES, filter)
            }
            "out_of_scope" => {
                let reason = Some(rest.to_owned());
                Self::lines("lines that are no hardware", LineFilter { out_of_scope: reason, ..any(year) })
            }
            "import" => {
                let import = figures.imports.iter().find(|import| format!("I-{}", import.number) == rest)?;
                Self::of_import(year, import)
            }
            "document" => Self::of_document(figures, rest)?,
            "weight" => {
                let weighed = LineFilter {
                    category: Some(rest.to_owned()),
                    weight_source: Some("default".to_owned()),
                    ..hardware(year)
                };
                Self::lines("the median that ships with the app; the lines that take it", weighed)
            }
            "self_generation" => Self {
                rule: "the rows of this shipment, and the certificates issued for it",
                rows: Some(Rows::Dispositions(Some(rest.to_owned()))),
                events: Some(Counted::Issued(Some(rest.to_owned()))),
            },
            "retirement" => {
                let (statement, line) = rest.rsplit_once(".line.")?;
                let run = figures.runs_of(statement).find(|run| run.line.to_string() == line)?;
                let run = Counted::Run(statement.to_owned(), run.lot.id.clone(), run.serials);
                Self::events("the serials that the retirement took of this lot", run)
            }
            "movements" => {
                let (class, vintage) = rest.rsplit_once('.')?;
                let counted = Counted::Movements(Some((class.to_owned(), vintage.parse().ok()?)));
                Self::events("the movements of this class and vintage", counted)
            }
            "class" => {
                let class = rest.strip_suffix(".retired")?;
                Self::events(
                    "units of this class retired, all vintages",
                    Counted::ClassRetired(class.to_owned()),
                )
            }
            _ => return None,
        })
    }
}

fn any(year: i32) -> LineFilter {
    LineFilter { year, order: LineOrder::Row, limit: MOST, ..LineFilter::default() }
}

fn hardware(year: i32) -> LineFilter {
    LineFilter { is_in_scope: Some(true), ..any(year) }
}

/// The lines of `server.scope3.1.entity.Name`, of which the later parts may be left out.
fn category(year: i32, rest: &str) -> Option<LineFilter> {
    let (rest, entity) =
        rest.split_once(".entity.").map_or((rest, None), |(rest, entity)| (rest, Some(entity)));
    let (category, scope3) =
        rest.split_once(".scope3.").map_or((rest, None), |(rest, number)| (rest, Some(number)));
    Some(LineFilter {
        is_new: true,
        entity: entity.map(str::to_owned),
        is_without_entity: entity.is_none() && scope3.is_some(),
        category: Some(if category == "none" { String::new() } else { category.to_owned() }),
        scope3: scope3.map(str::parse).transpose().ok()?,
        ..hardware(year)
    })
}
