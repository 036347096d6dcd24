//! Procurement lines in pages, where each came from, and what still needs a weight.

use crate::numbers::kg;
use crate::table;
use crate::views::disclosure::Exported;
use crate::views::import::ImportSummary;
use crate::views::procurement::{
    LineTrace, LineView, LinesPage, LinesQuery, LinesTotals, TracedCell, UnresolvedDevice,
};
use crate::{ActionError, Workspace};
use compact_str::CompactString;
use planner_core::recognise::Kind;
use planner_core::year::reporting_year;
use planner_sheets::mapping::place;
use planner_sheets::workbook::{Cell, ColumnKind};
use planner_store::cell_notes::{self, CellNotes};
use planner_store::imports::{self as stored_imports, Import, ImportColumn};
use planner_store::line_queries::{self, LineFilter, LineOrder, LineTotals, StoredLine};
use planner_store::{revisions, weak_lines};
use std::collections::BTreeMap;
use std::path::Path;

/// Lines on a page at most: what crosses to the page costs most.
const PAGE_LIMIT: u32 = 500;

/// A page of the lines that match.
pub async fn lines_page(workspace: &Workspace, query: &LinesQuery) -> Result<LinesPage, ActionError> {
    let filter = filter(query)?;
    let mut read = workspace.store.read().await?;
    let totals =
        if query.with_totals { Some(totals(line_queries::totals(&mut read, &filter).await?)) } else { None };
    let ids = workspace.listed.of(&mut read, &filter).await?;
    let first = usize::try_from(filter.offset).unwrap_or(usize::MAX).min(ids.len());
    let last = first.saturating_add(usize::try_from(filter.limit).unwrap_or(usize::MAX)).min(ids.len());
    let lines = line_queries::named(&mut read, &ids[first..last]).await?;
    let total = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    Ok(LinesPage { total, totals, lines: lines.into_iter().map(view).collect() })
}

fn totals(totals: LineTotals) -> LinesTotals {
    LinesTotals {
        lines: totals.lines,
        quantity: totals.quantity,
        mass_kg: kg(totals.mass),
        mass_kg_new: kg(totals.mass_new),
        lines_unresolved: totals.lines_unresolved,
    }
}

/// Writes every line that matches, in the order asked for, as a workbook or a csv table, by the file's ending. What is
/// written imports again to the same figures.
pub async fn export_lines(
    workspace: &Workspace,
    query: &LinesQuery,
    path: &Path,
) -> Result<Exported, ActionError> {
    let all = LineFilter { offset: 0, limit: u32::MAX, ..filter(query)? };
    let lines = line_queries::page(&mut *workspace.store.read().await?, &all).await?;
    let mut sheet = table::sheet("Lines", &LINE_COLUMNS);
    sheet.rows = lines.into_iter().map(|line| line_cells(view(line), query.year)).collect();
    table::write(workspace, sheet, path)
}

/// Headers that the import knows, then where a line came from.
const LINE_COLUMNS: [(&str, u16, ColumnKind); 19] = [
    ("Date", 12, ColumnKind::Date),
    ("Item", 36, ColumnKind::Text),
    ("Manufacturer", 18, ColumnKind::Text),
    ("Model", 22, ColumnKind::Text),
    ("Category", 14, ColumnKind::Text),
    ("Condition", 12, ColumnKind::Text),
    ("Quantity", 10, ColumnKind::Quantity),
    ("Unit mass, kg", 12, ColumnKind::Quantity),
    ("Line mass, kg", 12, ColumnKind::Quantity),
    ("Weight from", 12, ColumnKind::Text),
    ("Supplier", 22, ColumnKind::Text),
    ("Order number", 16, ColumnKind::Text),
    ("Entity", 18, ColumnKind::Text),
    ("Scope 3 category", 8, ColumnKind::Number),
    ("Reporting year", 8, ColumnKind::Number),
    ("Out of scope because", 24, ColumnKind::Text),
    ("Source file", 28, ColumnKind::Text),
    ("Source sheet", 16, ColumnKind::Text),
    ("Source row", 9, ColumnKind::Number),
];

fn line_cells(line: LineView, year: i32) -> Vec<Cell> {
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let number = |text: Option<String>| table::cell(text.as_deref().unwrap_or_default(), true);
    vec![
        line.date.as_deref().and_then(|day| day.parse().ok()).map_or(Cell::Empty, Cell::Date),
        text(line.item),
        text(line.manufacturer),
        text(line.model),
        text(line.category),
        Cell::Text(line.condition),
        Cell::Integer(line.quantity),
        number(line.unit_mass_kg),
        number(line.mass_kg),
        Cell::Text(line.weight_source),
        text(line.supplier),
        text(line.order_number),
        text(line.entity),
        Cell::Integer(line.scope3_category),
        Cell::Integer(i64::from(year)),
        text(line.out_of_scope_because),
        Cell::Text(line.file_name),
        Cell::Text(line.sheet),
        Cell::Integer(line.row),
    ]
}

fn filter(query: &LinesQuery) -> Result<LineFilter, ActionError> {
    let order = match query.sort.as_deref() {
        None => LineOrder::NeedFirst,
        Some("date") => LineOrder::Date,
        Some("item") => LineOrder::Item,
        Some("category") => LineOrder::Category,
        Some("condition") => LineOrder::Condition,
        Some("quantity") => LineOrder::Quantity,
        Some("mass") => LineOrder::Mass,
        Some("row") => LineOrder::Row,
        Some(other) => return Err(ActionError::request(format!("Lines cannot be sorted by “{other}”."))),
    };
    Ok(LineFilter {
        year: query.year,
        category: query.category.clone(),
        condition: query.condition.clone(),
        weight_source: query.weight_source.clone(),
        kinds: query.kind.as_deref().map(kinds_of).unwrap_or_default(),
        kind: query.kind.clone(),
        tier: query.tier.clone(),
        import_id: query.import_id.clone(),
        entity: query.entity.clone(),
        search: query.search.clone(),
        is_in_scope: query.scope.as_deref().map(|scope| scope == "in"),
        order,
        descending: query.descending,
        offset: query.offset,
        limit: query.limit.clamp(1, PAGE_LIMIT),
        ..LineFilter::default()
    })
}

/// The kinds that belong to one.
fn kinds_of(kind: &str) -> Vec<String> {
    let belongs = |one: &Kind| one.parent().is_some_and(|parent| parent.word() == kind);
    Kind::all().filter(belongs).map(|one| one.word().to_owned()).collect()
}

fn view(stored: StoredLine) -> LineView {
    let (line, text) = (stored.line, |text: Option<CompactString>| text.map(String::from));
    let in_scope = line.out_of_scope.is_none();
    let weighing = line.mass.weighing.as_deref();
    let weight = weighing.map(|weighing| &weighing.weight);
    let recognised = weighing.and_then(|weighing| weighing.kind).map(|kind| kind.word().to_owned());
    let kind = recognised.or_else(|| line.category.as_deref().map(str::to_owned));
    let flags = [
        (in_scope && line.condition == planner_core::line::Condition::Unknown, "condition_unknown"),
        (line.year_assumed, "year_assumed"),
        (line.mass.total_differs, "total_differs"),
    ];
    LineView {
        scope3_category: line.scope3.number(),
        scope3_rule: text(line.scope3_rule),
        id: stored.id,
        import_id: stored.import_id,
        date: line.date.map(|date| date.to_string()),
        item: text(line.item),
        manufacturer: text(line.manufacturer),
        model: text(line.model),
        category: text(line.category),
        condition: line.condition.word().to_owned(),
        out_of_scope_because: text(line.out_of_scope),
        quantity: line.quantity,
        unit_mass_kg: line.mass.unit_kg.map(|mass| mass.normalize().to_string()),
        mass_kg: line.mass.mid.map(kg),
        mass_kg_low: line.mass.low.map(kg),
        mass_kg_high: line.mass.high.map(kg),
        kind,
        tier: weight.map_or(line.mass.source.word(), |weight| weight.tier.word()).to_owned(),
        weight_class: weight.map(|weight| weight.class.clone()),
        weight_from: weight.map(|weight| weight.source.clone()),
        devices: weight.map(|weight| weight.n),
        evidence: weighing.map(|weighing| weighing.evidence.clone()).filter(|words| !words.is_empty()),
        weight_source: line.mass.source.word().to_owned(),
        supplier: text(line.supplier),
        order_number: text(line.order_number),
        entity: text(line.entity),
        file_name: stored.file_name,
        sheet: stored.sheet,
        row: stored.row,
        flags: flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag.to_owned()).collect(),
    }
}

/// Where a line came from, down to the cells.
pub async fn line_trace(workspace: &Workspace, id: i64) -> Result<LineTrace, ActionError> {
    let mut read = workspace.store.read().await?;
    let line = line_queries::find(&mut read, id).await?;
    let line = line.ok_or_else(|| {
        ActionError::new("unknown_line", "That line is no longer there: its import was undone.")
    })?;
    let columns = stored_imports::columns(&mut read, line.import_number).await?;
    let notes = cell_notes::of_rows(&mut read, line.import_number, &[line.row]).await?;
    let notes = notes.get(&line.row).cloned().unwrap_or_default();
    let cells = (0_u32..)
        .zip(line.raw.cells())
        .map(|(index, text)| traced_cell(index, text, &columns, &notes))
        .filter(|cell| !cell.text.is_empty() || !cell.header.is_empty())
        .collect();
    Ok(LineTrace { file_sha256: line.file_sha256.clone(), cells, line: view(line) })
}

/// A cell with its column, what a person had it read as, and the formula that it was computed from.
pub(crate) fn traced_cell(index: u32, text: &str, columns: &[ImportColumn], notes: &CellNotes) -> TracedCell {
    let at = usize::try_from(index).ok();
    let column = at.and_then(|index| columns.get(index));
    let headers = || columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
    let fix = notes.fixes.iter().find(|fix| place(&headers(), &fix.column) == at);
    let formula = notes.computed.iter().find(|one| place(&headers(), &one.column) == at);
    TracedCell {
        column: planner_sheets::cell::column_letters(index),
        header: column.map(|column| column.header.clone()).unwrap_or_default(),
        field: column.and_then(|column| column.field.clone()),
        text: text.to_owned(),
        corrected_to: fix.map(|fix| fix.becomes.clone()),
        corrected_because: fix.map(|fix| fix.because.clone()),
        computed_from: formula.map(|one| one.formula.clone()),
    }
}

/// Lines of a year without a weight, by device.
pub async fn unresolved(workspace: &Workspace, year: i32) -> Result<Vec<UnresolvedDevice>, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let groups = weak_lines::unresolved(&mut read, year).await?;
    let view = |group: weak_lines::WeakGroup| UnresolvedDevice {
        item: group.item,
        manufacturer: group.manufacturer,
        model: group.model,
        category: group.category,
        lines: group.lines,
        quantity: group.quantity,
    };
    Ok(groups.into_iter().map(view).collect())
}

/// Imports that stand in a year, or the whole history, newest first.
pub async fn imports(workspace: &Workspace, year: Option<i32>) -> Result<Vec<ImportSummary>, ActionError> {
    year.map(reporting_year).transpose()?;
    let mut read = workspace.store.read().await?;
    let imports = match year {
        Some(year) => stored_imports::of_year(&mut read, year).await?,
        None => stored_imports::all(&mut read).await?,
    };
    let replaced: BTreeMap<i64, i64> = revisions::replaced(&mut read).await?.into_iter().collect();
    let of = |number: i64| replaced.get(&number).copied().unwrap_or_default();
    Ok(imports.into_iter().map(|import| summary(of(import.number), import)).collect())
}

fn summary(lines_replaced: i64, import: Import) -> ImportSummary {
    ImportSummary {
        import_id: import.id,
        kind: import.kind,
        file_name: import.file_name,
        file_sha256: import.file_sha256,
        sheet: import.sheet,
        imported_on: import.imported_on.to_string(),
        rows_imported: import.sums.rows_imported,
        rows_rejected: import.sums.rows_rejected,
        mass_kg: kg(import.sums.mass),
        mass_kg_new: kg(import.sums.mass_new),
        lines_replaced,
        is_undone: import.undone_on.is_some(),
    }
}
