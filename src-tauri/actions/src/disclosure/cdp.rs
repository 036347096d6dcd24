//! Answers to CDP: the templates of the cycle's data file with figures of the year, held to its limits.

use super::claim;
use super::figures::Figures;
use crate::ActionError;
use crate::assets::{CdpColumn, CdpKind, CdpLimits, CdpQuestion, CdpRow};
use planner_core::integrity::Verdict;
use planner_core::mass::Mass;
use planner_core::percent::percent;
use planner_core::requirement::{LineGroup, covered};
use planner_core::weight::WeightSource;
use planner_sheets::workbook::Cell;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// Figures by the name under which a template asks for them; what is missing has no entry.
pub(super) type Values = BTreeMap<String, String>;

/// A row of a question.
pub(super) struct Answer {
    pub cells: Vec<Cell>,
    /// Characters of its longest text.
    pub characters: usize,
    pub status: &'static str,
}

/// What templates may ask for.
pub(super) fn values(figures: &Figures) -> Result<Values, ActionError> {
    let mut values = Values::new();
    let (start, end) = figures.period();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            values.insert(name.to_owned(), value);
        }
    };
    put("organisation", Some(figures.organisation.display_name().to_owned()));
    put("period", Some(format!("{start} to {end}")));
    put("period_end", Some(end));
    put("claim", Some(claim::carried(figures)?));
    put("restated", figures.is_restated().then(|| "yes".to_owned()));
    masses(figures, &mut put);
    certificates(figures, &mut put);
    self_generation(figures, &mut put);
    scope3(figures, &mut put);
    Ok(values)
}

fn masses(figures: &Figures, put: &mut impl FnMut(&str, Option<String>)) {
    let view = &figures.requirement;
    put("mass_kg_new", Some(view.mass_kg_new.clone()));
    put("mass_kg_low", Some(view.mass_kg_low.clone()));
    put("mass_kg_high", Some(view.mass_kg_high.clone()));
    put("mass_kg_refurbished", Some(view.mass_kg_refurbished.clone()).filter(|kg| kg != "0"));
    put("lines_unresolved", Some(view.lines_unresolved.to_string()));
    put("tier_specific_percent", figures.tier_percentages().0.map(|share| share.to_string()));
}

fn certificates(figures: &Figures, put: &mut impl FnMut(&str, Option<String>)) {
    let (view, by_origin) = (&figures.requirement, figures.year.netting.retired);
    for (name, units) in [
        ("needed", view.needed),
        ("to_retire", view.to_retire),
        ("held", view.held),
        ("reserved", view.reserved),
        ("remaining", view.remaining),
        ("retired_self_generated", by_origin.own),
        ("retired_purchased", by_origin.bought),
    ] {
        put(name, Some(units.to_string()));
    }
    put("gross", (view.gross > 0).then(|| view.gross.to_string()));
    put("retired", (view.retired > 0 || view.gross > 0).then(|| view.retired.to_string()));
    put("target_percent", Some(view.target_percent.clone()));
    put("coverage_percent", view.coverage_percent.clone());
    // A target is not achieved by there being nothing to retire, nor while lines without a weight may need more.
    let status = match covered(view.needed, view.to_retire, view.lines_unresolved) {
        Verdict::Met => Some("Achieved"),
        Verdict::NotMet | Verdict::Unknown => Some("Underway"),
        Verdict::NotApplicable => None,
    };
    put("target_status", status.map(str::to_owned));
    let change = figures.changes().retired;
    put("change_retired", change.map(|change| change.abs().to_string()));
    put("direction_retired", change.map(|change| direction(change).to_owned()));
}

fn direction(change: Decimal) -> &'static str {
    match change.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Less => "Decreased",
        std::cmp::Ordering::Equal => "No change",
        std::cmp::Ordering::Greater => "Increased",
    }
}

fn self_generation(figures: &Figures, put: &mut impl FnMut(&str, Option<String>)) {
    let view = &figures.dispositions;
    let has_shipments = !view.shipments.is_empty();
    put("sent_kg", has_shipments.then(|| view.total.sent_kg.clone()));
    put("restored_kg", has_shipments.then(|| view.total.restored_kg.clone()));
    put("yield_percent", view.total.yield_percent.clone());
    put("issued", Some(view.issued.to_string()));
}

fn scope3(figures: &Figures, put: &mut impl FnMut(&str, Option<String>)) {
    for category in [1, 2] {
        let of = |matches: &dyn Fn(&LineGroup) -> bool| -> Decimal {
            let groups =
                figures.year.new_groups().filter(|one| one.scope3.number() == category && matches(one));
            groups.map(|group| group.mid).sum::<Mass>().kilograms()
        };
        let (all, by_row) = (of(&|_| true), of(&|group| group.source == WeightSource::Row));
        put(&format!("scope3_{category}_kg"), (all > Decimal::ZERO).then(|| all.normalize().to_string()));
        let share = percent(by_row, all).map(|share| share.to_string());
        put(&format!("scope3_{category}_row_percent"), share);
    }
}

/// A row's answer, held to the limits.
pub(super) fn answer(question: &CdpQuestion, row: &CdpRow, values: &Values, limits: &CdpLimits) -> Answer {
    let applies = row.needs.as_ref().is_none_or(|name| values.contains_key(name));
    let (mut characters, mut is_complete) = (0, true);
    let cells = question.column.iter().map(|column| {
        let template = row.cells.get(&column.key).filter(|_| applies);
        let filled = template.and_then(|template| fill(template, values));
        let (cell, fits) = filled.map_or((Cell::Empty, true), |text| cell(column, &text, limits));
        if let (Cell::Text(text), CdpKind::Text) = (&cell, column.kind) {
            characters = characters.max(text.chars().count());
        }
        is_complete &= fits && (column.is_optional || cell != Cell::Empty);
        cell
    });
    let cells = cells.collect();
    let status = match (applies, is_complete) {
        (false, _) => "not applicable",
        (true, true) => "ok",
        (true, false) => "needs input",
    };
    Answer { cells, characters, status }
}

/// The template with its figures; nothing where one is missing.
fn fill(template: &str, values: &Values) -> Option<String> {
    let mut parts = template.split('{');
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}')?;
        text += values.get(name)?;
        text += rest;
    }
    Some(text)
}

/// The cell, and whether the answer fitted as it was.
fn cell(column: &CdpColumn, text: &str, limits: &CdpLimits) -> (Cell, bool) {
    match column.kind {
        CdpKind::Text | CdpKind::Choice => {
            let (text, fits) = shortened(text, limits.text_characters);
            (Cell::Text(text), fits)
        }
        CdpKind::Number => number(text, limits.number_decimals, limits.number_max),
        CdpKind::Percent => number(text, limits.percent_decimals, Decimal::ONE_HUNDRED),
        CdpKind::Date => text.parse().map_or((Cell::Empty, false), |date| (Cell::Date(date), true)),
    }
}

fn number(text: &str, places: u32, most: Decimal) -> (Cell, bool) {
    match text.parse::<Decimal>() {
        Ok(number) if Decimal::ZERO <= number && number <= most => {
            let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven);
            (Cell::Decimal(rounded.normalize()), true)
        }
        _ => (Cell::Empty, false),
    }
}

/// As much of a text as CDP takes, with a mark where it was longer.
fn shortened(text: &str, most: usize) -> (String, bool) {
    if text.chars().count() <= most {
        return (text.to_owned(), true);
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    (kept + "…", false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    fn limits() -> CdpLimits {
        assets::cdp_map().expect("a CDP map").limits
    }

    #[test]
    fn answers_keep_the_limits_of_the_cycle() {
        let column = |kind| CdpColumn { key: "k".into(), header: "K".into(), kind, is_optional: false };
        let decimal = |text: &str| Cell::Decimal(text.parse().expect("a number"));
        for (kind, text, expected, fits) in [
            (CdpKind::Number, "12.34567", decimal("12.346"), true),
            (CdpKind::Number, "999999999999", decimal("999999999999"), true),
            (CdpKind::Number, "1000000000000", Cell::Empty, false),
            (CdpKind::Number, "-1", Cell::Empty, false),
            (CdpKind::Percent, "63.204", decimal("63.2"), true),
            (CdpKind::Percent, "100.01", Cell::Empty, false),
            (CdpKind::Text, "ä", Cell::Text("ä".into()), true),
        ] {
            assert_eq!(cell(&column(kind), text, &limits()), (expected, fits), "{text}");
        }
        let (text, fits) = shortened(&"ä".repeat(2_401), limits().text_characters);
        assert_eq!((text.chars().count(), fits), (2_400, false));
    }

    #[test]
    fn an_answer_whose_figure_is_missing_stays_empty() {
        let values = Values::from([("kg".to_owned(), "5".to_owned())]);
        assert_eq!(fill("{kg} kg", &values).as_deref(), Some("5 kg"));
        assert_eq!(fill("{kg} kg, {yield} %", &values), None);
    }
}
