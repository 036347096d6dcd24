//! What a figure is made of: the rule of the table, and the rows and events that it rests on.

use crate::ActionError;
use planner_core::figure::{CategoryKey, FigureId, LinesOf, RestsOn, definition, money_definition};
use planner_core::ledger::lot::SerialRange;
use planner_report::Disclosure;
use planner_report::known::ImportedFile;
use planner_store::Connection;
use planner_store::line_queries::{LineFilter, LineOrder};
use std::collections::BTreeMap;

/// Rows and events shown at most; the totals count them all.
pub(super) const MOST: u32 = 1_000;

/// Which rows.
pub(super) enum Rows {
    /// Lines of purchases.
    Lines(Box<LineFilter>),
    /// Retired assets of the year, of one shipment or of all.
    Dispositions(Option<String>),
    /// Retired assets of the year that one file brought, by the number of its import.
    DispositionsOf(i64),
}

/// Which events, and what of them.
pub(super) enum Counted {
    /// Units retired for the year: all, or by whether they are own.
    Retired(Option<bool>),
    /// One serial run of a retirement: its statement, its lot, its serials.
    Run(String, String, SerialRange),
    /// Lots that hold units.
    Held,
    /// Units reserved for the year.
    Reserved,
    /// Units that expired.
    Expired,
    /// Units handed to somebody in the reporting year.
    Sold,
    /// Own certificates issued for a shipment, or for all.
    Issued(Option<String>),
    /// Lots that an import brought, by its id.
    Imported(String),
    /// Units of a class that were retired.
    ClassRetired(String),
    /// Every movement, of a class and vintage or of all.
    Movements(Option<(String, i32)>),
    /// Locks and unlocks of the year.
    Locks,
    /// One event, by its number.
    Event(i64),
    /// Every event.
    All,
}

/// What a figure is made of.
pub(super) struct Subject {
    pub rule: &'static str,
    pub rows: Option<Rows>,
    pub events: Option<Counted>,
}

impl Subject {
    /// Of a figure; nothing where the year has none of this id.
    pub fn of(disclosure: &Disclosure, id: &FigureId) -> Option<Self> {
        let year = disclosure.year();
        let (rows, events) = match id {
            FigureId::Year(name) => rests_on(year, definition(*name).rests_on),
            FigureId::Money(name, _) => rests_on(year, money_definition(*name).rests_on),
            FigureId::Category(key) => (Some(lines(category(year, key))), None),
            FigureId::Scope3(one) | FigureId::Scope3RowPercent(one) => {
                let filter = LineFilter { scope3: Some(one.number()), ..of_lines(year, LinesOf::New) };
                (Some(lines(filter)), None)
            }
            FigureId::OutOfScope(reason) => {
                (Some(lines(LineFilter { out_of_scope: Some(reason.clone()), ..any(year) })), None)
            }
            FigureId::Import(number) => {
                imported(year, disclosure.known.imports.iter().find(|one| one.number == *number)?)
            }
            FigureId::Document(id) => (None, Some(Counted::Event(event_of(disclosure, id)?))),
            FigureId::Weight(average) => (Some(lines(averaged(year, average))), None),
            FigureId::Shipment(key) => {
                (Some(Rows::Dispositions(Some(key.clone()))), Some(Counted::Issued(Some(key.clone()))))
            }
            FigureId::RetirementLine(statement, line) => {
                let run = disclosure.runs_of(statement).find(|run| run.line == *line)?;
                (None, Some(Counted::Run(statement.clone(), run.lot.id.clone(), run.serials)))
            }
            FigureId::Movements(class, vintage) => {
                (None, Some(Counted::Movements(Some((class.clone(), *vintage)))))
            }
            FigureId::ClassRetired(class) => (None, Some(Counted::ClassRetired(class.clone()))),
        };
        Some(Self { rule: id.rule(), rows, events })
    }
}

fn rests_on(year: i32, rests_on: RestsOn) -> (Option<Rows>, Option<Counted>) {
    let events = match rests_on {
        RestsOn::Lines(of) => return (Some(lines(of_lines(year, of))), None),
        RestsOn::SelfGeneration => return (Some(Rows::Dispositions(None)), Some(Counted::Issued(None))),
        RestsOn::Retired => Counted::Retired(None),
        RestsOn::RetiredOwn => Counted::Retired(Some(true)),
        RestsOn::RetiredBought => Counted::Retired(Some(false)),
        RestsOn::Held => Counted::Held,
        RestsOn::Reserved => Counted::Reserved,
        RestsOn::Expired => Counted::Expired,
        RestsOn::Sold => Counted::Sold,
        RestsOn::Movements => Counted::Movements(None),
        RestsOn::Events => Counted::All,
        RestsOn::Locks => Counted::Locks,
        RestsOn::Rule => return (None, None),
    };
    (None, Some(events))
}

/// What a file brought to the year.
fn imported(year: i32, import: &ImportedFile) -> (Option<Rows>, Option<Counted>) {
    match import.kind.as_str() {
        "dispositions" => (Some(Rows::DispositionsOf(import.number)), None),
        "certificates" => (None, Some(Counted::Imported(import.id.clone()))),
        "orders" => (None, None),
        _ => (Some(lines(LineFilter { import_id: Some(import.id.clone()), ..any(year) })), None),
    }
}

/// The event that attached a document, or kept a comparison with a statement.
fn event_of(disclosure: &Disclosure, id: &str) -> Option<i64> {
    let attached = disclosure.documents.values().flatten().find(|one| one.id() == id);
    let statements = || disclosure.statements().into_iter().find(|one| one.id() == id);
    attached.map(|one| one.event).or_else(|| statements().map(|one| one.event))
}

/// Which import each lot came with, where that is asked.
pub(super) async fn imports_of_lots(
    read: &mut Connection,
    counted: Option<&Counted>,
) -> Result<BTreeMap<String, String>, ActionError> {
    match counted {
        Some(Counted::Imported(_)) => Ok(planner_store::lots::imports_of_lots(read, None).await?),
        _ => Ok(BTreeMap::new()),
    }
}

fn lines(filter: LineFilter) -> Rows {
    Rows::Lines(Box::new(filter))
}

fn any(year: i32) -> LineFilter {
    LineFilter { year, order: LineOrder::Row, limit: MOST, ..LineFilter::default() }
}

fn of_lines(year: i32, of: LinesOf) -> LineFilter {
    let hardware = LineFilter { is_in_scope: Some(true), ..any(year) };
    match of {
        LinesOf::New => LineFilter { is_new: true, ..hardware },
        LinesOf::Unresolved => {
            LineFilter { is_new: true, weight_source: Some("unresolved".to_owned()), ..hardware }
        }
        LinesOf::UnknownCondition => LineFilter { condition: Some("unknown".to_owned()), ..hardware },
        LinesOf::SecondHand => LineFilter { is_second_hand: true, ..hardware },
    }
}

/// The lines that an average weighs, by its tier and class.
fn averaged(year: i32, average: &str) -> LineFilter {
    let (tier, class) = average.split_once('.').unwrap_or((average, ""));
    let (tier, class) = (Some(tier.to_owned()), Some(class.to_owned()));
    LineFilter { tier, class, ..of_lines(year, LinesOf::New) }
}

fn category(year: i32, key: &CategoryKey) -> LineFilter {
    LineFilter {
        entity: key.entity.clone(),
        is_without_entity: key.entity.is_none() && key.scope3.is_some(),
        category: Some(key.category.clone().unwrap_or_default()),
        scope3: key.scope3.map(|one| one.number()),
        ..of_lines(year, LinesOf::New)
    }
}
