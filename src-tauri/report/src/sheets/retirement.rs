//! Retirement lines: each serial run retired for the year, with everything known of it.

use crate::disclosure::Disclosure;
use crate::registry::shown_words;
use crate::run::RetiredRun;
use crate::sheet::{DisclosureSheet, TracedRows};
use crate::table::{day, naming, number, optional, prose, text, words};
use chrono::NaiveDate;
use planner_core::class::COVERING_CLASS;
use planner_core::figure::FigureId;
use planner_core::report::Role;
use planner_sheets::workbook::{Cell, Column};
use rust_decimal::Decimal;

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> DisclosureSheet {
    let mut rows = TracedRows::new(disclosure.year());
    for run in disclosure.retired_runs() {
        let figure = FigureId::RetirementLine(run.retirement.id.clone(), run.line);
        rows.push(row(disclosure, &run), Some(figure));
    }
    let notes = vec![
        format!(
            "Certificates retired for reporting year {}; 1 I-TEC stands for 1 kg of IT hardware put back into circulation.",
            disclosure.year()
        ),
        "An empty column is something the workspace does not hold; nothing is guessed. Retirement date: when the registry retired them, which decides what they cover; recorded on: when that was written down here. Approved by: who approved the report of these figures. tCO2e is an attribute of the certificate, in proportion where part of a lot was retired, and covers nothing.".into(),
    ];
    let sheet = DisclosureSheet::data("Retirement lines", notes, (columns(), 34), rows);
    sheet.with_totals("Total", &["Quantity", "Mass kg", "tCO2e on certificate"])
}

fn columns() -> Vec<Column> {
    let claim = [
        words("Statement no.", 15),
        day("Retirement date"),
        day("Recorded on"),
        words("Registry", 16),
        words("Registry reference", 18),
        words("Link", 18),
    ];
    let holder = [
        words("Account holder", 22),
        words("Beneficiary", 26),
        words("Beneficiary country", 14),
        words("Beneficiary identifier", 16),
        words("Entity", 18),
        day("Period start"),
        day("Period end"),
    ];
    let units = [
        words("Class", 8),
        number("Quantity", 12),
        number("Mass kg", 12),
        words("Vintage", 9),
        day("Last usable day"),
        words("Lot", 18),
        words("Serial prefix", 14),
        naming("Serial start", 14),
        naming("Serial end", 14),
    ];
    let source = [
        words("Project", 26),
        words("Facility", 16),
        words("ITAD provider", 20),
        words("Methodology version", 20),
        words("Verification body", 20),
        day("Report date"),
        words("Chain of custody", 16),
        words("Origin", 15),
        words("Bundled", 9),
        words("Purpose", 14),
        words("Claim level", 14),
        prose("Justification", 40),
        number("tCO2e on certificate", 12),
        number("Unit price", 11),
        words("Currency", 9),
        words("Evidence ids", 16),
        words("Approved by", 14),
        day("Last registry check"),
        words("Registry statement", 18),
    ];
    claim.into_iter().chain(holder).chain(units).chain(source).collect()
}

fn row(disclosure: &Disclosure, run: &RetiredRun<'_>) -> Vec<Cell> {
    let RetiredRun { on, retirement, lot, serials, .. } = run;
    let (start, end) = disclosure.period().unzip();
    let date = |day: Option<NaiveDate>| day.map_or(Cell::Empty, Cell::Date);
    let quantity = Cell::Integer(serials.quantity());
    let (checked_on, shown) = disclosure.shown(run);
    let is_mass = lot.class == COVERING_CLASS;
    vec![
        text(&retirement.id),
        Cell::Date(*on),
        run.recorded_on.map_or(Cell::Empty, Cell::Date),
        text(&lot.registry),
        optional(retirement.registry_reference.as_deref()),
        optional(retirement.registry_link.as_deref().or(lot.facts.registry_link.as_deref())),
        text(lot.facts.entity.as_ref().unwrap_or(&disclosure.known.organisation)),
        text(&retirement.beneficiary),
        optional(retirement.beneficiary_country.as_deref()),
        optional(retirement.beneficiary_identifier.as_deref()),
        optional(retirement.entity.as_deref()),
        date(start),
        date(end),
        text(&lot.class),
        quantity.clone(),
        if is_mass { quantity } else { Cell::Empty },
        text(lot.vintage.to_string()),
        Cell::Date(lot.expires_on),
        text(&lot.id),
        text(&lot.prefix),
        Cell::Integer(serials.start()),
        Cell::Integer(serials.end()),
        optional(lot.facts.project.as_deref()),
        optional(lot.facts.facility.as_deref()),
        optional(disclosure.provider(lot).as_deref()),
        optional(lot.facts.methodology_version.as_deref()),
        optional(lot.facts.verification_body.as_deref()),
        lot.facts.verified_on.map_or(Cell::Empty, Cell::Date),
        optional(lot.facts.chain_of_custody.as_deref()),
        text(lot.origin.word().replace('_', "-")),
        text(if lot.is_bundled { "yes" } else { "no" }),
        text(retirement.purpose.as_deref().unwrap_or("coverage of new mass")),
        text(&retirement.claim_level),
        optional(retirement.because.as_deref()),
        run.tco2e().map_or(Cell::Empty, Cell::Decimal),
        lot.facts.unit_price.map_or(Cell::Empty, |price: Decimal| Cell::Decimal(price)),
        optional(lot.facts.currency.as_deref()),
        text(evidence(disclosure, run)),
        optional(disclosure.signed(Role::Approved).map(|one| one.by.as_str())),
        checked_on.map_or(Cell::Empty, Cell::Date),
        text(shown_words(shown)),
    ]
}

/// The event that retired the run, the documents of its retirement and its lot, and the last statement of the lot.
fn evidence(disclosure: &Disclosure, run: &RetiredRun<'_>) -> String {
    let event = run.event.map(|event| format!("event {event}"));
    let ids =
        event.into_iter().chain(disclosure.documents_of_run(run)).chain(disclosure.statement_of(run.lot));
    ids.collect::<Vec<_>>().join(", ")
}
