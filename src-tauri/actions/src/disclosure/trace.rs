//! Where a figure came from: the lines of the spreadsheets, or the events of the ledger.

use super::figures::Figures;
use crate::lines::traced_cell;
use crate::views::disclosure::{FigureTrace, TracedEvent, TracedLine};
use crate::{ActionError, Workspace};
use planner_core::ledger::event::Event;
use planner_store::Connection;
use planner_store::imports::{self, ImportColumn};
use planner_store::line_queries::{self, LineFilter, LineOrder, StoredLine};
use planner_store::mappings::{self, StoredFix};
use std::collections::BTreeMap;

/// Lines and events shown at most; the totals count them all.
const MOST: u32 = 1_000;
/// Fields whose cells a mass comes from.
const MASS_FIELDS: [&str; 4] = ["quantity", "unit_mass", "mass", "mass_unit"];
/// Figures that follow from lines.
const LINE_FIGURES: [&str; 6] =
    ["mass_kg_new", "mass_kg_low", "mass_kg_high", "lines_unresolved", "gross", "category"];
/// Figures that follow from retirements of the year.
const RETIRED_FIGURES: [&str; 3] = ["retired", "retired_self_generated", "retired_purchased"];

/// The lines and events behind a figure of the summary or the requirement, such as `2025.gross`.
pub async fn trace_figure(workspace: &Workspace, figure: &str) -> Result<FigureTrace, ActionError> {
    let (year, key) = split(figure)?;
    let figures = Figures::load(workspace, year).await?;
    let value = super::sheets::figure_value(&figures, figure)?;
    let (name, rule) = (key.split('.').next().unwrap_or(key), rule(key));
    let Some(rule) = rule else { return Err(unknown(figure)) };
    let (mut lines, mut lines_total) = (Vec::new(), 0);
    if LINE_FIGURES.contains(&name) {
        let filter = filter(year, key).ok_or_else(|| unknown(figure))?;
        let mut read = workspace.store.read().await?;
        lines_total = line_queries::count(&mut read, &filter).await?;
        lines = traced_lines(&mut read, &filter).await?;
    }
    let all = events(&figures, name);
    let events_total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let events = all.into_iter().take(usize::try_from(MOST).unwrap_or_default()).collect();
    Ok(FigureTrace {
        figure: figure.to_owned(),
        value,
        rule: rule.to_owned(),
        lines_total,
        lines,
        events_total,
        events,
    })
}

fn split(figure: &str) -> Result<(i32, &str), ActionError> {
    let parts = figure.split_once('.').and_then(|(year, key)| Some((year.parse().ok()?, key)));
    parts.ok_or_else(|| unknown(figure))
}

fn unknown(figure: &str) -> ActionError {
    ActionError::new(
        "unknown_figure",
        format!(
            "“{figure}” is no figure of the summary. Its ids stand in the column “Trace id”, such as 2025.gross or 2025.category.server."
        ),
    )
}

fn rule(key: &str) -> Option<&'static str> {
    Some(match key.split('.').next()? {
        "mass_kg_new" | "mass_kg_low" | "mass_kg_high" | "category" => {
            "the sum of the masses of lines of new or unknown condition; a line's mass is what its row states, else quantity × unit mass"
        }
        "gross" => "kg of those lines rounded up to whole certificates, once per entity and year",
        "lines_unresolved" => {
            "lines of new hardware that no row, catalogue, average or default gives a weight"
        }
        "target_percent" => "the target of the year in the settings",
        "needed" => "gross × target, rounded up: trace gross",
        "retired" => "the units of the retirements for the year",
        "retired_self_generated" => "those of lots issued for own restored assets",
        "retired_purchased" => "those of lots bought or transferred in",
        "coverage_percent" => "retired ÷ gross: trace both",
        "to_retire" => "needed − retired, never below 0: trace both",
        "held" => "usable units by lot, earlier open years served first",
        "reserved" => "units reserved for the year",
        "remaining" => "needed − retired − reserved − held, never below 0: trace each",
        "expiring" => "units held, reserved or listed whose last usable day falls within 12 months",
        "expired" => "units the registry retired after their last usable day",
        "tier_specific_percent" | "tier_other_percent" => "share of the new kg by where its weight came from",
        "change_mass_percent" | "change_retired_percent" => {
            "the year's figure less that of the year before, ÷ the latter"
        }
        _ => return None,
    })
}

/// The lines of `category.server.scope3.1.entity.Name`, of which the later parts may be left out.
fn filter(year: i32, key: &str) -> Option<LineFilter> {
    let mut filter = LineFilter {
        year,
        is_in_scope: Some(true),
        is_new: true,
        order: LineOrder::Row,
        limit: MOST,
        ..LineFilter::default()
    };
    if key == "lines_unresolved" {
        filter.weight_source = Some("unresolved".to_owned());
    }
    let Some(rest) = key.strip_prefix("category.") else { return Some(filter) };
    let (rest, entity) =
        rest.split_once(".entity.").map_or((rest, None), |(rest, entity)| (rest, Some(entity)));
    let (category, scope3) =
        rest.split_once(".scope3.").map_or((rest, None), |(rest, number)| (rest, Some(number)));
    filter.entity = entity.map(str::to_owned);
    filter.is_without_entity = entity.is_none() && scope3.is_some();
    filter.category = Some(if category == "none" { String::new() } else { category.to_owned() });
    filter.scope3 = scope3.map(str::parse).transpose().ok()?;
    Some(filter)
}

async fn traced_lines(read: &mut Connection, filter: &LineFilter) -> Result<Vec<TracedLine>, ActionError> {
    let mut headers: BTreeMap<i64, Vec<ImportColumn>> = BTreeMap::new();
    let mut traced = Vec::new();
    for line in line_queries::page(read, filter).await? {
        if let std::collections::btree_map::Entry::Vacant(entry) = headers.entry(line.import_number) {
            entry.insert(imports::columns(read, line.import_number).await?);
        }
        let columns = headers.get(&line.import_number).map(Vec::as_slice).unwrap_or_default();
        let fixes = mappings::import_fixes(read, line.import_number, line.row).await?;
        traced.push(traced_line(&line, columns, &fixes));
    }
    Ok(traced)
}

fn traced_line(line: &StoredLine, columns: &[ImportColumn], fixes: &[StoredFix]) -> TracedLine {
    let cells = (0_u32..).zip(columns).zip(&line.raw).filter_map(|((index, column), text)| {
        column.field.as_deref().filter(|field| MASS_FIELDS.contains(field))?;
        Some(traced_cell(index, text, columns, fixes))
    });
    TracedLine {
        file_sha256: line.file_sha256.clone(),
        file_name: line.file_name.clone(),
        sheet: line.sheet.clone(),
        row: line.row,
        item: line.item.clone().or_else(|| line.model.clone()),
        mass_kg: line.mass.map(crate::numbers::kg),
        weight_source: line.source.word().to_owned(),
        cells: cells.collect(),
    }
}

/// Events behind a figure, oldest first, each with its serials.
fn events(figures: &Figures, name: &str) -> Vec<TracedEvent> {
    let of_ledger = figures.log.iter().filter_map(|logged| {
        let event = logged.event()?.event;
        let serials = serials(figures, &event, name)?;
        Some(TracedEvent {
            sequence: logged.sequence,
            hash: logged.hash.clone(),
            on: logged.dated_on.clone(),
            kind: event.kind().to_owned(),
            serials,
        })
    });
    of_ledger.filter(|event| !event.serials.is_empty()).collect()
}

/// The serials of an event that the figure counts; nothing where it counts none.
fn serials(figures: &Figures, event: &Event, name: &str) -> Option<Vec<String>> {
    let lot = |id: &str| figures.ledger.lot(id).ok().map(|holding| &holding.lot);
    let named = |id: &str, range: &dyn std::fmt::Display| {
        let prefix = lot(id).map(|lot| lot.prefix.clone()).unwrap_or_default();
        let separator = if prefix.is_empty() { "" } else { "-" };
        format!("{id}: {prefix}{separator}{range}")
    };
    match event {
        Event::Retired(one) | Event::Reversed { retirement: one, .. }
            if RETIRED_FIGURES.contains(&name) && one.year == figures.year() =>
        {
            let counts = |id: &str| {
                let is_own = lot(id).is_some_and(|lot| lot.origin.word() == "self_generated");
                name == "retired" || is_own == (name == "retired_self_generated")
            };
            let lines = one.lines.iter().filter(|line| counts(&line.lot_id));
            Some(lines.map(|line| named(&line.lot_id, &line.serials)).collect())
        }
        Event::Moved { lot_id, movement, serials }
            if (name == "expired" && movement.word() == "expired")
                || (name == "reserved" && movement.year() == Some(figures.year())) =>
        {
            Some(serials.iter().map(|range| named(lot_id, range)).collect())
        }
        Event::LotRecorded(one) if matches!(name, "held" | "expiring") => {
            let units = figures.ledger.lot(&one.id).ok()?.units(figures.today);
            (units.held > 0).then(|| vec![named(&one.id, &one.serials)])
        }
        _ => None,
    }
}
