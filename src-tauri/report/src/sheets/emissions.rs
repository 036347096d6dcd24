//! Emissions, while they are on: what new hardware caused to be made, by mass and beside that by spend, and what reuse
//! put in its place. They stand beside the figures of the other sheets and in none of them.

use crate::disclosure::Disclosure;
use crate::sheet::DisclosureSheet;
use crate::table::{data, mass, number, prose, text, words};
use planner_core::emission::{Factor, FactorSet, Purchased, Reuse, YearEmissions, written};
use planner_sheets::workbook::{Cell, Column};
use rust_decimal::Decimal;

/// What the figures are and are not.
const TITLE: &str = "Beside the requirement: in no coverage, netted with nothing, and no reduction of a Scope 3 inventory. By spend is the lower tier. Sources differ two- to six-fold: years compare by one set alone";

/// The sheet; nothing while emissions are off.
pub(crate) fn sheet(disclosure: &Disclosure) -> Option<DisclosureSheet> {
    let year = disclosure.known.emissions.as_ref()?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for one in &year.purchases {
        rows.extend(purchased(year, one));
    }
    rows.extend(same_lines(year));
    rows.extend(year.energy.iter().map(|(_, one)| {
        let factor = Cell::Decimal(one.kgco2e);
        let cells = [Cell::Empty, Cell::Decimal(one.amount), factor, text(&one.unit), text(&one.source)];
        row("Energy of restoring (EC × EF)", &one.name, cells, [one.emissions(), None, None], "")
    }));
    for (shipment, one) in &year.shipments {
        rows.extend(reused(year, shipment, one));
    }
    rows.extend(reused(year, "all shipments", &year.reuse));
    Some(data("Emissions", TITLE.to_owned(), columns(), rows).into())
}

fn columns() -> Vec<Column> {
    let mut columns = vec![words("Figure", 44), words("Of", 26)];
    columns.extend([number("Lines", 8), number("Quantity", 16), number("Factor kgCO2e", 16)]);
    columns.extend([words("For one", 22), prose("Source", 60)]);
    columns.extend(["kgCO2e", "Low", "High"].map(|one| number(one, 18)));
    columns.push(prose("Left out", 60));
    columns
}

type Emissions = [Option<Decimal>; 3];

fn row(figure: &str, of: &str, cells: [Cell; 5], emissions: Emissions, left_out: &str) -> Vec<Cell> {
    let emissions = emissions.map(|one| one.map_or(Cell::Empty, |kgco2e| Cell::Decimal(written(kgco2e))));
    let left_out = if left_out.is_empty() { Cell::Empty } else { text(left_out) };
    [text(figure), text(of)].into_iter().chain(cells).chain(emissions).chain([left_out]).collect()
}

fn cited(set: Option<&FactorSet>, factor: &Factor) -> [Cell; 3] {
    let cell = format!("{}!{}{}", factor.sheet, factor.column, factor.row);
    let label = set.map(FactorSet::label).unwrap_or_default();
    let source = format!("{label}: {}, {} ({cell})", factor.name, factor.variant);
    [Cell::Decimal(factor.kgco2e), text(&factor.unit), text(source)]
}

fn purchased(year: &YearEmissions, one: &Purchased) -> Vec<Vec<Cell>> {
    let estimate = &one.estimate;
    let of = estimate.category.as_deref().unwrap_or("no kind").replace('_', " ");
    let left_out = |lines: i64| if lines > 0 { format!("{lines} lines") } else { String::new() };
    let mut rows = Vec::new();
    if let Some((band, factor)) = estimate.activity.zip(one.activity.as_ref()) {
        let [kgco2e, unit, source] = cited(year.activity_set.as_ref(), factor);
        let cells = [Cell::Integer(estimate.lines), mass(estimate.mass.mid), kgco2e, unit, source];
        let band = [Some(band.mid), Some(band.low), Some(band.high)];
        rows.push(row("New hardware by mass", &of, cells, band, &left_out(estimate.lines_without_activity)));
    }
    if let Some((spend, factor)) = estimate.spend.zip(one.spend.as_ref()) {
        let [kgco2e, unit, source] = cited(year.spend_set.as_ref(), factor);
        let dollars = Cell::Decimal(estimate.dollars.normalize());
        let cells = [Cell::Integer(estimate.lines), dollars, kgco2e, unit, source];
        let left_out = left_out(estimate.lines_without_spend);
        rows.push(row(
            "New hardware by spend (lower tier)",
            &of,
            cells,
            [Some(spend), None, None],
            &left_out,
        ));
    }
    rows
}

/// The lines that both are known of, one way beside the other.
fn same_lines(year: &YearEmissions) -> Vec<Vec<Cell>> {
    let same = year.same_lines();
    if same.lines == 0 {
        return Vec::new();
    }
    let both =
        [("The same lines by mass", same.activity), ("The same lines by spend (lower tier)", same.spend)];
    let line = |(figure, kgco2e)| {
        let [a, b, c, d] = [const { Cell::Empty }; 4];
        row(figure, "", [Cell::Integer(same.lines), a, b, c, d], [Some(kgco2e), None, None], "")
    };
    both.into_iter().map(line).collect()
}

/// The Standard's equations of one shipment, or of all.
fn reused(year: &YearEmissions, of: &str, one: &Reuse) -> Vec<Vec<Cell>> {
    let set = year.activity_set.as_ref().map(FactorSet::label).unwrap_or_default();
    let left_out = match one.without_factor.milligrams() {
        0 => String::new(),
        _ => format!("{} kg that no factor stands for", one.without_factor.kilograms()),
    };
    let unknown = "nobody said what restoring used up";
    let figures = [
        ("Baseline BE = Σ(Q × SE)", one.baseline, left_out.as_str(), set.as_str()),
        ("Project PE = Σ(EC × EF)", one.project, unknown, "the rows of energy, by share of the output"),
        (
            "Reductions ER = BE − PE − LE",
            one.reductions(),
            unknown,
            "LE = 0 (Circularity Standard v1.1, §5.1)",
        ),
    ];
    let line = |(figure, kgco2e, why, source): (&str, Option<Decimal>, &str, &str)| {
        let why = if kgco2e.is_some() && why == unknown { "" } else { why };
        let cells = [Cell::Empty, mass(one.output), Cell::Empty, text("kg restored"), text(source)];
        row(figure, of, cells, [kgco2e, None, None], why)
    };
    let mut rows: Vec<_> = figures.into_iter().map(line).collect();
    if let Some(intensity) = one.intensity() {
        let cells = [
            Cell::Empty,
            mass(one.output),
            Cell::Decimal(intensity.round_dp(6).normalize()),
            text("kg restored"),
            text("process emissions ÷ restored mass"),
        ];
        rows.push(row("Process intensity I = E ÷ Q output", of, cells, [None; 3], ""));
    }
    rows
}

/// What the method says of emissions, while they are on.
pub(super) fn rules(disclosure: &Disclosure) -> Vec<(&'static str, String)> {
    let Some(year) = &disclosure.known.emissions else { return Vec::new() };
    let set = |set: &Option<FactorSet>| match set {
        Some(set) => format!(
            "{}, {}: file {}, SHA-256 {}, imported {}",
            set.label(),
            set.publisher.licence(),
            set.file_name,
            set.file_sha256,
            set.imported_on
        ),
        None => "none is in use".to_owned(),
    };
    let rates = year.dollars.iter().map(|(code, rate)| format!("1 {code} = {rate} USD"));
    let rates: Vec<_> = rates.collect();
    vec![
        ("Emissions", format!("sheet Emissions. {TITLE}")),
        ("Emission factors for mass and energy", set(&year.activity_set)),
        ("Emission factors for spend", set(&year.spend_set)),
        (
            "Dollars of the spend factors' year",
            if rates.is_empty() { "no rate was given".into() } else { rates.join("; ") },
        ),
    ]
}
