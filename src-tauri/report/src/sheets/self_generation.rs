//! Self-generation: from what was sent to what is owned, by shipment.

use crate::disclosure::Disclosure;
use crate::known::shipment_key;
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::table::{mass, number, optional, text, words};
use planner_core::disposition::Outcome;
use planner_core::figure::{FigureId, Name};
use planner_core::shipment::{Shipment, mass_of_outcome, restoration};
use planner_sheets::workbook::{Cell, Column};

const MASSES: [&str; 9] = [
    "kg sent",
    "kg reused",
    "kg refurbished",
    "kg parts",
    "kg material",
    "kg residual",
    "kg restored",
    "kg legal obligation",
    "kg eligible",
];
const UNITS: [&str; 6] = ["Issued I-TEC", "Expected I-TEC", "Owned", "Held", "Listed or sold", "Retired"];

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let year = &disclosure.known.year;
    let mut rows = TracedRows::new(disclosure.year());
    for shipment in year.shipments.shipments.iter().rev() {
        let key = shipment_key(shipment.batch.as_deref(), shipment.provider.as_deref());
        rows.push(row(disclosure, shipment), Some(FigureId::Shipment(key)));
    }
    let own = disclosure.figure(Name::YieldPercent).map(|share| share.to_string());
    let notes = vec![
        format!(
            "Own retired assets of {}; policy {}, yield {} %",
            disclosure.year(),
            year.shipments.policy.word(),
            own.as_deref().unwrap_or("–")
        ),
        format!(
            "Issued and owned {} I-TEC, of which retired for the year {} and held {}. Expected units are a forecast and net nothing.",
            year.shipments.issued(),
            year.netting.retired.own,
            year.netting.held.own + year.netting.reserved.own
        ),
    ];
    let summed: Vec<&str> = MASSES.into_iter().chain(UNITS).collect();
    let sheet = DisclosureSheet::data("Self-generation", notes, (columns(), 40), rows);
    sheet.with_totals("All shipments", &summed)
}

fn columns() -> Vec<Column> {
    let names = [words("Shipment", 18), words("Provider", 26), words("Date", 12)];
    let masses = MASSES.map(|header| number(header, 13));
    let units = UNITS.map(|header| number(header, 11));
    let last = [words("Intent", 12), words("Evidence", 30)];
    names.into_iter().chain(masses).chain([number("Yield %", 9)]).chain(units).chain(last).collect()
}

fn row(disclosure: &Disclosure, shipment: &Shipment) -> Vec<Cell> {
    let policy = disclosure.known.year.shipments.policy;
    let of = restoration(&shipment.rows, policy);
    let outcome = |outcome| mass_of_outcome(&shipment.rows, outcome);
    let masses = [
        of.sent,
        outcome(Outcome::Reused),
        outcome(Outcome::Refurbished),
        outcome(Outcome::Parts),
        outcome(Outcome::Material),
        outcome(Outcome::Residual),
        of.restored,
        of.legal_obligation,
        of.eligible(),
    ];
    let mut cells = vec![
        text(shipment.batch.as_deref().unwrap_or("no batch named")),
        optional(shipment.provider.as_deref()),
        text(shipment.date.map(|date| date.to_string()).unwrap_or_default()),
    ];
    cells.extend(masses.map(mass));
    cells.push(of.yield_percent().map_or(Cell::Empty, Cell::Decimal));
    cells.extend(units(disclosure, shipment).map(Cell::Integer));
    cells.extend([Cell::Empty, text(evidence(disclosure, shipment))]);
    cells
}

/// Units of a shipment, in the order of their columns.
fn units(disclosure: &Disclosure, shipment: &Shipment) -> [i64; 6] {
    let units = disclosure.own_units(shipment.batch.as_deref());
    [
        shipment.issued,
        shipment.expected(disclosure.known.year.shipments.policy),
        units.held + units.reserved + units.listed,
        units.held + units.reserved,
        units.listed + units.transferred,
        units.retired,
    ]
}

/// The lots issued for a shipment, each with its documents.
fn evidence(disclosure: &Disclosure, shipment: &Shipment) -> String {
    let lots = disclosure.own_lots(shipment.batch.as_deref()).into_iter().map(|lot| {
        let documents = disclosure.documents_of_lot(&lot);
        if documents.is_empty() { lot } else { format!("{lot} ({})", documents.join(", ")) }
    });
    lots.collect::<Vec<_>>().join(", ")
}
