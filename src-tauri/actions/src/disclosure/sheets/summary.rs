//! Summary: the figures of the year, live where they follow from another sheet.

use super::{requirement, table};
use crate::disclosure::figures::Figures;
use planner_sheets::workbook::{Cell, Sheet, Tab};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use table::{TRACE_ID, decimal, formula, number, prose, text, words};

/// The sheets whose totals the summary rests on.
pub(super) struct Sources<'a> {
    pub requirement: &'a Sheet,
    pub retirement: &'a Sheet,
    pub reconciliation: &'a Sheet,
}

/// Rows as they are built: each figure's key leads to its cell.
struct Rows {
    year: i32,
    rows: Vec<Vec<Cell>>,
    cells: BTreeMap<&'static str, String>,
}

const FIRST_ROW: usize = 5;

impl Rows {
    fn add(&mut self, key: &'static str, words: [&str; 3], value: Cell) {
        self.cells.insert(key, format!("$B${}", FIRST_ROW + self.rows.len()));
        let [figure, unit, basis] = words.map(text);
        self.rows.push(vec![figure, value, unit, basis, text(format!("{}.{key}", self.year))]);
    }

    fn cell(&self, key: &str) -> &str {
        self.cells.get(key).map_or("0", String::as_str)
    }
}

/// The sheet.
pub(super) fn sheet(figures: &Figures, sources: &Sources<'_>) -> Sheet {
    let mut rows = Rows { year: figures.year(), rows: Vec::new(), cells: BTreeMap::new() };
    mass(figures, sources, &mut rows);
    need(figures, sources, &mut rows);
    retired(figures, sources, &mut rows);
    supply(figures, sources, &mut rows);
    tiers(figures, &mut rows);
    changes(figures, &mut rows);
    let (start, end) = figures.period();
    let organisation = figures.organisation.display_name();
    Sheet {
        name: "Summary".into(),
        tab: Tab::Data,
        notes: vec![
            format!("{organisation}, {start} to {end}, class I-TEC, 1 I-TEC = 1 kg"),
            format!(
                "As of {}. Reported separately from the Scope 3 inventory, which stays gross. A trace id leads to the lines and events behind a figure.",
                figures.today
            ),
        ],
        columns: vec![
            words("Figure", 34),
            number("Value", 18),
            words("Unit", 10),
            prose("Basis", 62),
            words(TRACE_ID, 30),
        ],
        rows: rows.rows,
        totals: None,
    }
}

fn mass(figures: &Figures, sources: &Sources<'_>, rows: &mut Rows) {
    let view = &figures.requirement;
    let linked = |header: &str, value: &str| {
        formula(sources.requirement.total_reference(header), value.parse().unwrap_or_default())
    };
    let basis = [
        "sheet Requirement",
        "p25 where a category default was used",
        "p75 where a category default was used",
    ];
    rows.add("mass_kg_new", ["New mass", "kg", basis[0]], linked(requirement::TOTAL, &view.mass_kg_new));
    rows.add("mass_kg_low", ["New mass, low", "kg", basis[1]], linked("kg low", &view.mass_kg_low));
    rows.add("mass_kg_high", ["New mass, high", "kg", basis[2]], linked("kg high", &view.mass_kg_high));
    let unresolved = view.lines_unresolved.to_string();
    rows.add(
        "lines_unresolved",
        ["Lines without a weight", "lines", "in no total; they block a final report"],
        linked(requirement::UNRESOLVED, &unresolved),
    );
}

fn need(figures: &Figures, sources: &Sources<'_>, rows: &mut Rows) {
    let view = &figures.requirement;
    rows.add(
        "gross",
        ["Gross requirement", "I-TEC", "kg rounded up, once per entity and year"],
        formula(sources.requirement.total_reference(requirement::GROSS), view.gross.into()),
    );
    rows.add(
        "target_percent",
        ["Coverage target", "%", "share of the gross requirement committed to"],
        decimal(&view.target_percent),
    );
    let share = format!("ROUNDUP(ROUND({}*{}/100,6),0)", rows.cell("gross"), rows.cell("target_percent"));
    rows.add(
        "needed",
        ["Needed", "I-TEC", "target × gross, rounded up"],
        formula(Some(share), view.needed.into()),
    );
}

fn retired(figures: &Figures, sources: &Sources<'_>, rows: &mut Rows) {
    let (view, by_origin) = (&figures.requirement, figures.year.netting.retired);
    let columns =
        sources.retirement.column_reference("Origin").zip(sources.retirement.column_reference("Quantity"));
    let own = columns.map(|(origin, quantity)| format!("SUMIF({origin},\"self-generated\",{quantity})"));
    rows.add(
        "retired",
        ["Validly retired", "I-TEC", "sheet Retirement lines"],
        formula(sources.retirement.total_reference("Quantity"), view.retired.into()),
    );
    rows.add(
        "retired_self_generated",
        ["of which self-generated", "I-TEC", "sheet Retirement lines, origin"],
        formula(own, by_origin.own.into()),
    );
    let bought = format!("{}-{}", rows.cell("retired"), rows.cell("retired_self_generated"));
    rows.add(
        "retired_purchased",
        ["of which purchased", "I-TEC", "bought or transferred in"],
        formula(Some(bought), by_origin.bought.into()),
    );
    let (retired, gross) = (rows.cell("retired").to_owned(), rows.cell("gross").to_owned());
    let share = format!("ROUND({retired}/{gross}*100,2)");
    let coverage = view.coverage_percent.as_deref().and_then(|percent| percent.parse().ok());
    let live = format!("IF({retired}<{gross},MIN(99.99,{share}),{share})");
    rows.add(
        "coverage_percent",
        ["Coverage", "%", "validly retired ÷ gross requirement, whatever the target"],
        coverage.map_or(Cell::Empty, |coverage| formula(Some(live), coverage)),
    );
    let left = format!("MAX(0,{}-{})", rows.cell("needed"), rows.cell("retired"));
    rows.add(
        "to_retire",
        ["To retire", "I-TEC", "needed − validly retired, never below 0"],
        formula(Some(left), view.to_retire.into()),
    );
}

fn supply(figures: &Figures, sources: &Sources<'_>, rows: &mut Rows) {
    let view = &figures.requirement;
    let units = |value: i64| Cell::Integer(value);
    let held = ["Held, usable", "I-TEC", "neither reserved nor listed; earlier open years first"];
    rows.add("held", held, units(view.held));
    rows.add("reserved", ["Reserved for the year", "I-TEC", "not yet retired"], units(view.reserved));
    let parts = ["needed", "retired", "reserved", "held"].map(|key| rows.cell(key));
    let remaining = format!("MAX(0,{})", parts.join("-"));
    rows.add(
        "remaining",
        ["Remaining to buy", "I-TEC", "needed − retired − reserved − held, never below 0"],
        formula(Some(remaining), view.remaining.into()),
    );
    rows.add(
        "expiring",
        ["Expiring within 12 months", "I-TEC", "held, reserved or listed, of all vintages"],
        units(figures.expiring()),
    );
    let ledger = sources.reconciliation;
    let columns = ledger.column_reference("Class").zip(ledger.column_reference("Retired (Expired)"));
    let expired = columns.map(|(class, units)| format!("SUMIF({class},\"I-TEC\",{units})"));
    rows.add(
        "expired",
        ["Retired (Expired)", "I-TEC", "all vintages; a loss, not counted towards coverage"],
        formula(expired, figures.expired().into()),
    );
}

fn tiers(figures: &Figures, rows: &mut Rows) {
    let share = |percent: Option<Decimal>| percent.map_or(Cell::Empty, Cell::Decimal);
    let (specific, other) = figures.tier_percentages();
    rows.add(
        "tier_specific_percent",
        ["Data tier: specific", "%", "share of kg weighed by row or catalogue"],
        share(specific),
    );
    rows.add(
        "tier_other_percent",
        ["Data tier: other", "%", "share of kg by own average or category default"],
        share(other),
    );
}

fn changes(figures: &Figures, rows: &mut Rows) {
    let change = figures.changes();
    let cell = |percent: Option<Decimal>| percent.map_or(Cell::Empty, Cell::Decimal);
    rows.add(
        "change_mass_percent",
        ["Change of new mass", "%", "on the year before; empty where it holds none"],
        cell(change.mass),
    );
    rows.add(
        "change_retired_percent",
        ["Change of units retired", "%", "on the year before; empty where it holds none"],
        cell(change.retired),
    );
}
