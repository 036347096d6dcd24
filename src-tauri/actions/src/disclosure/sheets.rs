//! The sheets of the summary: README, Summary, Retirement lines, Requirement, Self-generation, Reconciliation, Method.

use super::claim;
use super::figures::Figures;
use crate::views::dispositions::RestorationView;
use crate::{ActionError, assets};
use planner_core::mass::Mass;
use planner_core::weight::WeightSource;
use planner_sheets::workbook::{Cell, Column, ColumnKind, Sheet, Tab};
use rust_decimal::Decimal;

/// All sheets, in order.
pub(super) fn all(figures: &Figures) -> Result<Vec<Sheet>, ActionError> {
    Ok(vec![
        readme(figures)?,
        summary(figures),
        retirement_lines(figures),
        requirement(figures),
        self_generation(figures),
        reconciliation(figures),
        method(figures)?,
    ])
}

fn column(header: &str, width: u16, kind: ColumnKind) -> Column {
    Column { header: header.to_owned(), width, kind, choices: Vec::new() }
}

fn words(header: &str, width: u16) -> Column {
    column(header, width, ColumnKind::Text)
}

fn number(header: &str, width: u16) -> Column {
    column(header, width, ColumnKind::Number)
}

fn text(value: impl Into<String>) -> Cell {
    Cell::Text(value.into())
}

fn optional(value: Option<&str>) -> Cell {
    value.map_or(Cell::Empty, text)
}

fn mass(mass: Mass) -> Cell {
    Cell::Decimal(mass.kilograms())
}

fn decimal(value: &str) -> Cell {
    value.parse::<Decimal>().map_or_else(|_| text(value), Cell::Decimal)
}

/// Totals under the number columns; words under the first.
fn totals(columns: &[Column], rows: &[Vec<Cell>], first: &str) -> Vec<Cell> {
    let sum = |index: usize| {
        let values = rows.iter().map(|row| match row.get(index) {
            Some(Cell::Integer(value)) => Decimal::from(*value),
            Some(Cell::Decimal(value)) => *value,
            _ => Decimal::ZERO,
        });
        Cell::Sum(values.sum::<Decimal>().normalize())
    };
    let cell = |(index, column): (usize, &Column)| match (index, column.kind) {
        (0, _) => text(first),
        (_, ColumnKind::Number) => sum(index),
        _ => Cell::Empty,
    };
    columns.iter().enumerate().map(cell).collect()
}

fn readme(figures: &Figures) -> Result<Sheet, ActionError> {
    let (start, end) = figures.period();
    let classes = assets::certificate_classes()?;
    let row = |what: &str, value: String| vec![text(what), text(value)];
    let mut rows = vec![
        row("Organisation", figures.organisation.display_name().to_owned()),
        row("Reporting year", figures.year().to_string()),
        row("Reporting period", format!("{start} to {end}")),
        row("Status", "draft: not reviewed, not approved".into()),
        row("As of", figures.today.to_string()),
        row("Head of the event chain", figures.chain_head.clone().unwrap_or_else(|| "no event yet".into())),
        row("CDP", "CDP has no question for commodity certificates. These sheets hold the figures and the evidence that its questions on other metrics and targets can be answered from.".into()),
        row("Not a carbon credit", "I-TECs are not carbon credits and are not netted from Scope 3. The Scope 3 inventory stays gross; retirements are reported beside it.".into()),
        row("Never fed", "7.79.1 (project-based carbon credits) and 7.30.14 (energy): an I-TEC is neither.".into()),
        row("Certificate classes", format!("version {}, {}", classes.version, classes.source)),
    ];
    rows.extend(
        classes.class.iter().map(|class| row(&format!("Unit of {}", class.key), class.meaning.clone())),
    );
    rows.push(row("Claim text", claim::mass_only(figures)?));
    Ok(Sheet {
        name: "README".into(),
        tab: Tab::Data,
        notes: Vec::new(),
        columns: vec![words("What", 28), column("Says", 96, ColumnKind::Prose)],
        rows,
        totals: None,
    })
}

fn summary(figures: &Figures) -> Sheet {
    let requirement = &figures.requirement;
    let by_origin = figures.year.netting.retired;
    let row =
        |what: &str, value: Cell, unit: &str, basis: &str| vec![text(what), value, text(unit), text(basis)];
    let units = |value: i64| Cell::Integer(value);
    let expired: i64 =
        figures.movements.iter().filter(|row| row.class == "I-TEC").map(|row| row.expired).sum();
    let rows = vec![
        row("New mass", decimal(&requirement.mass_kg_new), "kg", "sheet Requirement"),
        row(
            "New mass, low",
            decimal(&requirement.mass_kg_low),
            "kg",
            "p25 where a category default was used",
        ),
        row(
            "New mass, high",
            decimal(&requirement.mass_kg_high),
            "kg",
            "p75 where a category default was used",
        ),
        row(
            "Lines without a weight",
            units(requirement.lines_unresolved),
            "lines",
            "in no total; they block a final report",
        ),
        row(
            "Gross requirement",
            units(requirement.gross),
            "I-TEC",
            "kg rounded up, once per entity and year",
        ),
        row(
            "Coverage target",
            decimal(&requirement.target_percent),
            "%",
            "share of the gross requirement committed to",
        ),
        row("Needed", units(requirement.needed), "I-TEC", "target × gross, rounded up"),
        row("Retired, self-generated", units(by_origin.own), "I-TEC", "sheet Retirement lines"),
        row("Retired, purchased", units(by_origin.bought), "I-TEC", "sheet Retirement lines"),
        row("Validly retired", units(requirement.retired), "I-TEC", "sheet Retirement lines"),
        row(
            "Coverage",
            requirement.coverage_percent.as_deref().map_or(Cell::Empty, decimal),
            "%",
            "validly retired ÷ gross requirement",
        ),
        row("To retire", units(requirement.to_retire), "I-TEC", "needed − validly retired"),
        row(
            "Held, usable",
            units(requirement.held),
            "I-TEC",
            "neither reserved nor listed; earlier open years first",
        ),
        row("Reserved for the year", units(requirement.reserved), "I-TEC", ""),
        row(
            "Remaining to buy",
            units(requirement.remaining),
            "I-TEC",
            "needed − retired − reserved − held, never below 0",
        ),
        row(
            "Retired (Expired)",
            units(expired),
            "I-TEC",
            "all vintages; a loss, not counted towards coverage",
        ),
    ];
    Sheet {
        name: "Summary".into(),
        tab: Tab::Data,
        notes: vec![
            format!(
                "{}, reporting year {}, as of {}",
                figures.organisation.display_name(),
                figures.year(),
                figures.today
            ),
            "Reported separately from the Scope 3 inventory, which stays gross.".into(),
        ],
        columns: vec![
            words("Figure", 28),
            number("Value", 18),
            words("Unit", 10),
            column("Basis", 60, ColumnKind::Prose),
        ],
        rows,
        totals: None,
    }
}

fn retirement_lines(figures: &Figures) -> Sheet {
    let columns = vec![
        words("Statement no.", 14),
        column("Retirement date", 15, ColumnKind::Date),
        words("Beneficiary", 26),
        words("Entity", 18),
        words("Class", 8),
        number("Quantity", 12),
        number("Mass kg", 12),
        words("Vintage", 9),
        column("Last usable day", 15, ColumnKind::Date),
        words("Registry", 16),
        words("Lot", 18),
        words("Serial prefix", 14),
        number("Serial start", 14),
        number("Serial end", 14),
        words("Project", 26),
        words("Facility", 16),
        words("Origin", 15),
        words("Claim level", 14),
        column("Justification", 40, ColumnKind::Prose),
        words("Unit price", 11),
        words("Currency", 9),
    ];
    let mut rows = Vec::new();
    for (on, retirement) in figures.ledger.retirements().filter(|(_, one)| one.year == figures.year()) {
        for line in &retirement.lines {
            let Ok(holding) = figures.ledger.lot(&line.lot_id) else { continue };
            let lot = &holding.lot;
            let quantity = line.serials.quantity();
            rows.push(vec![
                text(&retirement.id),
                Cell::Date(on),
                text(&retirement.beneficiary),
                optional(retirement.entity.as_deref()),
                text(&lot.class),
                Cell::Integer(quantity),
                Cell::Integer(quantity),
                text(lot.vintage.to_string()),
                Cell::Date(lot.expires_on),
                text(&lot.registry),
                text(&lot.id),
                text(&lot.prefix),
                Cell::Integer(line.serials.start()),
                Cell::Integer(line.serials.end()),
                optional(lot.project.as_deref()),
                optional(lot.facility.as_deref()),
                text(lot.origin.word().replace('_', "-")),
                text(&retirement.claim_level),
                optional(retirement.because.as_deref()),
                optional(lot.unit_price.map(|price| price.to_string()).as_deref()),
                optional(lot.currency.as_deref()),
            ]);
        }
    }
    Sheet {
        name: "Retirement lines".into(),
        tab: Tab::Data,
        notes: vec![format!(
            "Certificates retired for reporting year {}; 1 I-TEC stands for 1 kg of IT hardware put back into circulation.",
            figures.year()
        )],
        totals: Some(line_totals(&columns, &rows)),
        columns,
        rows,
    }
}

/// Totals of quantity and mass; serial numbers are names, not amounts.
fn line_totals(columns: &[Column], rows: &[Vec<Cell>]) -> Vec<Cell> {
    let mut cells = totals(columns, rows, "Total");
    for (cell, column) in cells.iter_mut().zip(columns) {
        if column.header.starts_with("Serial") {
            *cell = Cell::Empty;
        }
    }
    cells
}

fn requirement(figures: &Figures) -> Sheet {
    let mut columns = vec![
        words("Entity", 22),
        words("Category", 16),
        words("Condition", 13),
        words("Scope 3 category", 16),
        number("Lines", 10),
        number("Units", 12),
    ];
    columns.extend(
        WeightSource::ALL
            .iter()
            .filter(|source| **source != WeightSource::Unresolved)
            .map(|source| number(&format!("kg by {}", source.word().replace('_', " ")), 16)),
    );
    columns.extend([
        number("kg total", 16),
        number("kg low", 16),
        number("kg high", 16),
        number("Lines without a weight", 22),
    ]);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for group in figures.year.new_groups() {
        let is_unresolved = group.source == WeightSource::Unresolved;
        let mut row = vec![
            text(group.entity.clone().unwrap_or_else(|| figures.organisation.display_name().to_owned())),
            text(group.category.clone().unwrap_or_else(|| "none".into())),
            text(group.condition.word()),
            text(group.scope3.number().to_string()),
            Cell::Integer(if is_unresolved { 0 } else { group.lines }),
            Cell::Integer(if is_unresolved { 0 } else { group.quantity }),
        ];
        for source in WeightSource::ALL.into_iter().filter(|source| *source != WeightSource::Unresolved) {
            row.push(mass(if source == group.source { group.mid } else { Mass::ZERO }));
        }
        row.extend([mass(group.mid), mass(group.low), mass(group.high)]);
        row.push(Cell::Integer(if is_unresolved { group.lines } else { 0 }));
        rows.push(row);
    }
    let mut notes = vec![format!(
        "New hardware of reporting year {}; unknown condition counts as new. Gross requirement: kg of each entity rounded up once.",
        figures.year()
    )];
    notes.extend(figures.out_of_scope.iter().map(|(reason, lines, units, mass)| {
        format!("Left out as {reason}: {lines} lines, {units} units, {} kg stated", mass.kilograms())
    }));
    notes.push(format!(
        "Refurbished and used, for information: {} lines, {} kg",
        figures.requirement.lines_refurbished, figures.requirement.mass_kg_refurbished
    ));
    Sheet {
        name: "Requirement".into(),
        tab: Tab::Data,
        notes,
        totals: Some(totals(&columns, &rows, "All new hardware")),
        columns,
        rows,
    }
}

fn self_generation(figures: &Figures) -> Sheet {
    let mut columns = vec![words("Shipment", 18), words("Provider", 26), words("Date", 12)];
    columns.extend(
        [
            "kg sent",
            "kg reused",
            "kg refurbished",
            "kg parts",
            "kg material",
            "kg residual",
            "kg restored",
            "kg legal obligation",
            "kg eligible",
        ]
        .map(|header| number(header, 16)),
    );
    columns.extend([number("Issued I-TEC", 13), number("Expected I-TEC", 15)]);
    let masses = |restoration: &RestorationView| {
        [
            &restoration.sent_kg,
            &restoration.reused_kg,
            &restoration.refurbished_kg,
            &restoration.parts_kg,
            &restoration.material_kg,
            &restoration.residual_kg,
            &restoration.restored_kg,
            &restoration.legal_obligation_kg,
            &restoration.eligible_kg,
        ]
        .map(|kilograms| decimal(kilograms))
    };
    let view = &figures.dispositions;
    let rows: Vec<Vec<Cell>> = view
        .shipments
        .iter()
        .map(|shipment| {
            let names = [
                text(shipment.batch.clone().unwrap_or_else(|| "no batch named".into())),
                optional(shipment.provider.as_deref()),
                optional(shipment.date.as_deref()),
            ];
            let issued = [Cell::Integer(shipment.issued), Cell::Integer(shipment.expected)];
            names.into_iter().chain(masses(&shipment.restoration)).chain(issued).collect()
        })
        .collect();
    Sheet {
        name: "Self-generation".into(),
        tab: Tab::Data,
        notes: vec![
            format!(
                "Policy: {}. Yield, restored ÷ sent: {} %.",
                view.restoration_policy,
                view.total.yield_percent.as_deref().unwrap_or("–")
            ),
            format!(
                "Issued and owned {} I-TEC, of which retired for the year {} and held {}. Expected units are a forecast and net nothing.",
                view.issued, view.retired, view.held
            ),
        ],
        totals: Some(totals(&columns, &rows, "All shipments")),
        columns,
        rows,
    }
}

fn reconciliation(figures: &Figures) -> Sheet {
    let mut columns = vec![words("Class", 10), words("Vintage", 9)];
    columns.extend(
        [
            "Opening",
            "Purchased",
            "Self-issued",
            "In",
            "Out or sold",
            "Retired",
            "Retired (Expired)",
            "Cancelled",
            "Closing",
            "Difference",
        ]
        .map(|header| number(header, 16)),
    );
    let rows: Vec<Vec<Cell>> = figures
        .movements
        .iter()
        .map(|row| {
            let amounts = [
                0,
                row.bought,
                row.issued,
                row.transferred_in,
                row.out,
                row.retired,
                row.expired,
                row.cancelled,
                row.closing,
                row.difference(),
            ];
            [text(&row.class), text(row.vintage.to_string())]
                .into_iter()
                .chain(amounts.map(Cell::Integer))
                .collect()
        })
        .collect();
    Sheet {
        name: "Reconciliation".into(),
        tab: Tab::Data,
        notes: vec![
            format!("Since the ledger began, as of {}. Opening + purchased + issued + in − out − retired − expired − cancelled = closing.", figures.today),
            "Movements are summed from the events, closing from the balances; the classes are never added to one another.".into(),
        ],
        columns,
        rows,
        totals: None,
    }
}

fn method(figures: &Figures) -> Result<Sheet, ActionError> {
    let defaults = assets::shipped_defaults()?;
    let row = |what: &str, value: String| vec![text(what), text(value)];
    let mut rows = vec![
        row("Line mass", "the total the row states, else quantity × unit mass; whole milligrams, rounded once per line, half to even".into()),
        row("Unit mass", "first that applies: the row, the catalogue by manufacturer and model, the own average of the category, the shipped category default; else unresolved and in no total".into()),
        row("Units", "1 lb = 0.45359237 kg and 1 oz = 0.028349523125 kg, exactly".into()),
        row("Gross requirement", "kg of new hardware rounded up to whole certificates, once per entity and reporting year".into()),
        row("Retirement order", "first expiring, then oldest vintage, then lowest cost".into()),
        row("Last usable day", "31 December of vintage + 3, unless the registry gives a date (Circularity Standard v1.1, §11)".into()),
        row("Catalogue", format!("{} devices", figures.catalogue_devices)),
        row("Category defaults", format!("{} version {}, {}, {}; {}", defaults.id, defaults.version, defaults.source, defaults.date, defaults.licence)),
        row("Attribution", defaults.attribution.clone()),
    ];
    rows.extend(defaults.category.iter().map(|(category, one)| {
        row(
            &format!("Default of {category}"),
            format!("{} kg (p25 {}, p75 {}, n = {})", one.median, one.p25, one.p75, one.n),
        )
    }));
    rows.extend(figures.imports.iter().map(|import| {
        let sums = import.sums;
        let value = format!(
            "{}, sheet “{}”: {} rows read = {} imported + {} skipped + {} rejected; SHA-256 {}",
            import.imported_on,
            import.sheet,
            sums.rows_read,
            sums.rows_imported,
            sums.rows_skipped,
            sums.rows_rejected,
            import.file_sha256
        );
        row(&format!("Import of {}", import.file_name), value)
    }));
    Ok(Sheet {
        name: "Method".into(),
        tab: Tab::Data,
        notes: Vec::new(),
        columns: vec![words("What", 28), column("How", 110, ColumnKind::Prose)],
        rows,
        totals: None,
    })
}
