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
use planner_store::dispositions::{self, StoredDisposition};
use planner_store::imports::{self, ImportColumn};
use planner_store::line_queries;
use planner_store::mappings;
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
    let mut headers = Headers::default();
    match rows {
        Rows::Lines(filter) => {
            let total = line_queries::count(read, filter).await?;
            let mut traced = Vec::new();
            for stored in line_queries::page(read, filter).await? {
                let cells = headers.cells(read, stored.import_number, stored.row, &stored.raw).await?;
                let line = stored.line;
                traced.push(TracedLine {
                    file_sha256: stored.file_sha256,
                    file_name: stored.file_name,
                    sheet: stored.sheet,
                    row: stored.row,
                    item: line.item.or(line.model).map(String::from),
                    mass_kg: line.mass.mid.map(crate::numbers::kg),
                    weight_source: line.mass.source.word().to_owned(),
                    cells,
                });
            }
            Ok((total, traced))
        }
        Rows::Dispositions(_) | Rows::DispositionsOf(_) => {
            let all = dispositions::with_files(read, disclosure.year()).await?;
            let rows: Vec<_> = all.into_iter().filter(|row| is_of(rows, row)).collect();
            let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            let mut traced = Vec::new();
            for row in rows.into_iter().take(usize::try_from(MOST).unwrap_or_default()) {
                traced.push(disposition(read, &mut headers, disclosure, row).await?);
            }
            Ok((total, traced))
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

async fn disposition(
    read: &mut Connection,
    headers: &mut Headers,
    disclosure: &Disclosure,
    row: StoredDisposition,
) -> Result<TracedLine, ActionError> {
    let number = i64::from(row.of_sheet.row);
    let cells = headers.cells(read, row.import_number, number, &row.of_sheet.raw).await?;
    let of = row.of_sheet.disposition;
    let restored = disclosure.known.year.shipments.policy.restored(of.sent, of.restored, of.outcome);
    Ok(TracedLine {
        file_sha256: row.file_sha256,
        file_name: row.file_name,
        sheet: row.sheet,
        row: number,
        item: of.item.or(of.asset_tag),
        mass_kg: Some(crate::numbers::kg(restored)),
        weight_source: "row".to_owned(),
        cells,
    })
}

/// Columns of the imports met so far.
#[derive(Default)]
struct Headers(BTreeMap<i64, Vec<ImportColumn>>);

impl Headers {
    /// The cells of a row that its mass comes from.
    async fn cells(
        &mut self,
        read: &mut Connection,
        import: i64,
        row: i64,
        raw: &RawRow,
    ) -> Result<Vec<TracedCell>, ActionError> {
        if let std::collections::btree_map::Entry::Vacant(entry) = self.0.entry(import) {
            entry.insert(imports::columns(read, import).await?);
        }
        let columns = self.0.get(&import).map(Vec::as_slice).unwrap_or_default();
        let fixes = mappings::import_fixes(read, import, row).await?;
        let computed = imports::computed_cells(read, import, row).await?;
        let cells = (0_u32..).zip(columns).zip(raw.cells()).filter_map(|((index, column), text)| {
            column.field.as_deref().filter(|field| MASS_FIELDS.contains(field))?;
            Some(traced_cell(index, text, columns, (&fixes, &computed)))
        });
        Ok(cells.collect())
    }
}
