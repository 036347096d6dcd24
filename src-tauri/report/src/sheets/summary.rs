//! Summary: the figures of the year, live where they follow from another sheet.

use crate::disclosure::Disclosure;
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::sheets::requirement;
use crate::table::{figure, formula, number, prose, text, words};
use planner_core::class::COVERING_CLASS;
use planner_core::figure::{FigureId, Listed, Name};
use planner_sheets::workbook::{Cell, Sheet};
use std::collections::BTreeMap;

/// The sheets whose totals the summary rests on.
pub(crate) struct Sources<'a> {
    pub requirement: &'a Sheet,
    pub retirement: &'a Sheet,
    pub reconciliation: &'a Sheet,
}

const FIRST_ROW: usize = 5;

/// The sheet: every listed figure, in its order.
pub(crate) fn sheet(disclosure: &Disclosure, sources: &Sources<'_>) -> DisclosureSheet {
    let listed = disclosure.figures.listed();
    let cells = Cells((FIRST_ROW..).zip(&listed).map(|(row, one)| (one.id.clone(), row)).collect());
    let mut rows = TracedRows::new(disclosure.year());
    for one in listed {
        let value = live(&one, sources, &cells);
        let row = vec![text(one.label), value, text(one.unit), text(one.basis)];
        rows.push(row, Some(one.id));
    }
    let period = disclosure.period_words();
    let notes = vec![
        format!("{}, {period}, class {COVERING_CLASS}, 1 I-TEC = 1 kg", disclosure.known.organisation),
        format!(
            "As of {}. Reported separately from the Scope 3 inventory, which stays gross. A trace id leads to what is behind a figure. Money is never converted.",
            disclosure.today()
        ),
    ];
    let columns = vec![words("Figure", 34), number("Value", 18), words("Unit", 14), prose("Basis", 62)];
    DisclosureSheet::data("Summary", notes, (columns, 30), rows)
}

/// A figure's cell: a live formula where it follows from cells of the workbook.
fn live(one: &Listed, sources: &Sources<'_>, cells: &Cells) -> Cell {
    let formula_of = match one.id {
        FigureId::Year(name) => linked(name, sources).or_else(|| cells.computed(name)),
        _ => None,
    };
    match (formula_of, one.value) {
        (Some(live), Some(value)) => formula(Some(live), value.number()),
        (_, value) => figure(value),
    }
}

/// What another sheet holds of a figure.
fn linked(name: Name, sources: &Sources<'_>) -> Option<String> {
    let requirement = |header: &str| sources.requirement.total_reference(header);
    let sum_where = |sheet: &Sheet, [of, is, units]: [&str; 3]| {
        let columns = sheet.column_reference(of).zip(sheet.column_reference(units));
        columns.map(|(of, units)| format!("SUMIF({of},\"{is}\",{units})"))
    };
    match name {
        Name::MassNew => requirement(requirement::TOTAL),
        Name::MassLow => requirement(requirement::LOW),
        Name::MassHigh => requirement(requirement::HIGH),
        Name::LinesUnresolved => requirement(requirement::UNRESOLVED),
        Name::Gross => requirement(requirement::GROSS),
        Name::Retired => sources.retirement.total_reference("Quantity"),
        Name::RetiredSelfGenerated => sum_where(sources.retirement, ["Origin", "self-generated", "Quantity"]),
        Name::Expired => sum_where(sources.reconciliation, ["Class", COVERING_CLASS, "Retired (Expired)"]),
        _ => None,
    }
}

/// The rows in which the summary's figures stand.
struct Cells(BTreeMap<FigureId, usize>);

impl Cells {
    /// Where a figure stands; nothing where it is not listed.
    fn of(&self, name: Name) -> Option<String> {
        self.0.get(&name.into()).map(|row| format!("$B${row}"))
    }

    /// How a figure follows from others of the summary.
    fn computed(&self, name: Name) -> Option<String> {
        let cell = |name| self.of(name);
        Some(match name {
            Name::Needed => {
                let (gross, target) = (cell(Name::Gross)?, cell(Name::TargetPercent)?);
                format!("ROUNDUP(ROUND({gross}*{target}/100,6),0)")
            }
            Name::RetiredPurchased => {
                format!("{}-{}", cell(Name::Retired)?, cell(Name::RetiredSelfGenerated)?)
            }
            Name::CoveragePercent => {
                let (retired, gross) = (cell(Name::Retired)?, cell(Name::Gross)?);
                let share = format!("ROUND({retired}/{gross}*100,2)");
                format!("IF({retired}<{gross},MIN(99.99,{share}),{share})")
            }
            Name::ToRetire => format!("MAX(0,{}-{})", cell(Name::Needed)?, cell(Name::Retired)?),
            Name::Remaining => {
                let parts = [Name::Needed, Name::Retired, Name::Reserved, Name::Held].map(cell);
                let parts: Vec<_> = parts.into_iter().collect::<Option<_>>()?;
                format!("MAX(0,{})", parts.join("-"))
            }
            _ => return None,
        })
    }
}
