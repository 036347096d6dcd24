//! Rows of spreadsheets behind a figure, each with the cells its mass comes from.

use super::subject::{MOST, Rows};
use crate::ActionError;
use crate::lines::traced_cell;
use crate::views::disclosure::TracedLine;
use crate::views::procurement::TracedCell;
use planner_core::raw::RawRow;
use planner_report::Disclosure;
use planner_report::known::shipment_key;
use planner_store::Connection;
use planner_store::cell_notes::{self, CellNotes};
use planner_store::dispositions::{self, StoredDisposition};
use planner_store::imports::{self, ImportColumn};
use planner_store::line_queries::{self, StoredLine};
use std::collections::BTreeMap;

/// Fields whose cells a mass comes from.
const MASS_FIELDS: [&str; 8] = [
    "quantity",
    "unit_mass",
    "mass",
    "mass_unit",
    "sent_mass",
    "restored_mass",
    "legal_obligation_mass",
    "outcome",
];

/// How many there are, and the first of them.
pub(super) async fn traced(
    read: &mut Connection,
    disclosure: &Disclosure,
    rows: &Rows,
) -> Result<(i64, Vec<TracedLine>), ActionError> {
    match rows {
        Rows::Lines(filter) => {
            let total = line_queries::count(read, filter).await?;
            let page = line_queries::page(read, filter).await?;
            let sources = Sources::of(read, page.iter().map(|line| (line.import_number, line.row))).await?;
            Ok((total, page.into_iter().map(|stored| line(&sources, stored)).collect()))
        }
        Rows::Dispositions(_) | Rows::DispositionsOf(_) => {
            let all = dispositions::with_files(read, disclosure.year()).await?;
            let rows: Vec<_> = all.into_iter().filter(|row| is_of(rows, row)).collect();
            let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            let first: Vec<_> = rows.into_iter().take(usize::try_from(MOST).unwrap_or_default()).collect();
            let sources = Sources::of(read, first.iter().map(place)).await?;
            Ok((total, first.into_iter().map(|row| disposition(&sources, disclosure, row)).collect()))
        }
    }
}

fn is_of(rows: &Rows, row: &StoredDisposition) -> bool {
    let disposition = &row.of_sheet.disposition;
    let key = shipment_key(disposition.batch.as_deref(), disposition.provider.as_deref());
    match rows {
        Rows::Dispositions(shipment) => shipment.as_ref().is_none_or(|wanted| *wanted == key),
        Rows::DispositionsOf(import) => row.import_number == *import,
        Rows::Lines(_) => false,
    }
}

fn line(sources: &Sources, stored: StoredLine) -> TracedLine {
    let cells = sources.cells((stored.import_number, stored.row), &stored.raw);
    let line = stored.line;
    TracedLine {
        file_sha256: stored.file_sha256,
        file_name: stored.file_name,
        sheet: stored.sheet,
        row: stored.row,
        item: line.item.or(line.model).map(String::from),
        mass_kg: line.mass.mid.map(crate::numbers::kg),
        weight_source: line.mass.source.word().to_owned(),
        cells,
    }
}

fn place(row: &StoredDisposition) -> Place {
    (row.import_number, i64::from(row.of_sheet.row))
}

fn disposition(sources: &Sources, disclosure: &Disclosure, row: StoredDisposition) -> TracedLine {
    let cells = sources.cells(place(&row), &row.of_sheet.raw);
    let number = i64::from(row.of_sheet.row);
    let of = row.of_sheet.disposition;
    let restored = disclosure.known.year.shipments.policy.restored(of.sent, of.restored, of.outcome);
    TracedLine {
        file_sha256: row.file_sha256,
        file_name: row.file_name,
        sheet: row.sheet,
        row: number,
        item: of.item.or(of.asset_tag),
        mass_kg: Some(crate::numbers::kg(restored)),
        weight_source: "row".to_owned(),
        cells,
    }
}

/// Where rows came from: their import, and their row in its file.
type Place = (i64, i64);

/// The columns of the imports that rows came with, and what is known of their cells.
#[derive(Default)]
struct Sources {
    columns: BTreeMap<i64, Vec<ImportColumn>>,
    notes: BTreeMap<i64, BTreeMap<i64, CellNotes>>,
}

impl Sources {
    async fn of(read: &mut Connection, places: impl IntoIterator<Item = Place>) -> Result<Self, ActionError> {
        let mut rows: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        places.into_iter().for_each(|(import, row)| rows.entry(import).or_default().push(row));
        let mut sources = Self::default();
        for (import, rows) in rows {
            sources.columns.insert(import, imports::columns(read, import).await?);
            sources.notes.insert(import, cell_notes::of_rows(read, import, &rows).await?);
        }
        Ok(sources)
    }

    /// The cells of a row that its mass comes from.
    fn cells(&self, (import, row): Place, raw: &RawRow) -> Vec<TracedCell> {
        let columns = self.columns.get(&import).map(Vec::as_slice).unwrap_or_default();
        let nothing = CellNotes::default();
        let notes = self.notes.get(&import).and_then(|rows| rows.get(&row)).unwrap_or(&nothing);
        let cells = (0_u32..).zip(columns).zip(raw.cells()).filter_map(|((index, column), text)| {
            column.field.as_deref().filter(|field| MASS_FIELDS.contains(field))?;
            Some(traced_cell(index, text, columns, notes))
        });
        cells.collect()
    }
}
