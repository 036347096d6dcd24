//! Self-generation: from what was sent to what is owned, by shipment.

use super::table::{TRACE_ID, decimal, number, optional, text, totals, words};
use crate::disclosure::figures::{Figures, shipment_key};
use crate::views::dispositions::Shipment;
use planner_sheets::workbook::{Cell, Column, Sheet, Tab};

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
pub(super) fn sheet(figures: &Figures) -> Sheet {
    let columns = columns();
    let view = &figures.dispositions;
    let rows: Vec<_> = view.shipments.iter().map(|shipment| row(figures, shipment)).collect();
    let summed: Vec<&str> = MASSES.into_iter().chain(UNITS).collect();
    Sheet {
        name: "Self-generation".into(),
        tab: Tab::Data,
        notes: vec![
            format!(
                "Own retired assets of {}; policy {}, yield {} %",
                figures.year(),
                view.restoration_policy,
                view.total.yield_percent.as_deref().unwrap_or("–")
            ),
            format!(
                "Issued and owned {} I-TEC, of which retired for the year {} and held {}. Expected units are a forecast and net nothing.",
                view.issued, view.retired, view.held
            ),
        ],
        totals: Some(totals(&columns, &rows, "All shipments", &summed)),
        columns,
        rows,
    }
}

fn columns() -> Vec<Column> {
    let names = [words("Shipment", 18), words("Provider", 26), words("Date", 12)];
    let masses = MASSES.map(|header| number(header, 13));
    let units = UNITS.map(|header| number(header, 11));
    let last = [words("Intent", 12), words("Evidence", 30), words(TRACE_ID, 40)];
    names.into_iter().chain(masses).chain([number("Yield %", 9)]).chain(units).chain(last).collect()
}

fn row(figures: &Figures, shipment: &Shipment) -> Vec<Cell> {
    let of = &shipment.restoration;
    let masses = [
        &of.sent_kg,
        &of.reused_kg,
        &of.refurbished_kg,
        &of.parts_kg,
        &of.material_kg,
        &of.residual_kg,
        &of.restored_kg,
        &of.legal_obligation_kg,
        &of.eligible_kg,
    ];
    let mut cells = vec![
        text(shipment.batch.clone().unwrap_or_else(|| "no batch named".into())),
        optional(shipment.provider.as_deref()),
        optional(shipment.date.as_deref()),
    ];
    cells.extend(masses.map(|kilograms| decimal(kilograms)));
    cells.push(of.yield_percent.as_deref().map_or(Cell::Empty, decimal));
    let units = figures.own_units(shipment.batch.as_deref());
    let owned = units.held + units.reserved + units.listed;
    let amounts = [
        shipment.issued,
        shipment.expected,
        owned,
        units.held + units.reserved,
        units.listed + units.transferred,
        units.retired,
    ];
    cells.extend(amounts.map(Cell::Integer));
    let key = shipment_key(shipment.batch.as_deref(), shipment.provider.as_deref());
    let trace = format!("{}.self_generation.{key}", figures.year());
    cells.extend([Cell::Empty, text(evidence(figures, shipment)), text(trace)]);
    cells
}

/// The lots issued for a shipment, each with its documents.
fn evidence(figures: &Figures, shipment: &Shipment) -> String {
    let lots = figures.own_lots(shipment.batch.as_deref()).into_iter().map(|lot| {
        let documents = figures.documents_of_lot(&lot);
        if documents.is_empty() { lot } else { format!("{lot} ({})", documents.join(", ")) }
    });
    lots.collect::<Vec<_>>().join(", ")
}
