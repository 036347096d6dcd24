//! What stands in a file, before anything is imported.

use super::reading::blocking;
use super::remembered::{Applied, remembered};
use crate::views::import::{ColumnInspection, Inspection, PreviewRow, SheetInspection};
use crate::{ActionError, Workspace, input};
use planner_sheets::fingerprint;
use planner_sheets::inspect::{ColumnInspection as Column, SheetInspection as Sheet};
use planner_sheets::mapping::recognise_in;
use planner_sheets::vocabulary::Vocabulary;
use planner_store::imports;
use planner_store::mappings::{self, StoredMapping};
use std::path::Path;

/// Looks into a file, sheet by sheet.
pub async fn inspect(workspace: &Workspace, path: &Path) -> Result<Inspection, ActionError> {
    input::check_table(workspace, path)?;
    let (program, file) = (workspace.reader.clone(), path.to_owned());
    let (fingerprint, found) = blocking(move || {
        let fingerprint = fingerprint(&file)?;
        let found = planner_sheets::contents::inspect(&program, &file, &Vocabulary::shipped())?;
        Ok((fingerprint, found))
    })
    .await?;
    let mut read = workspace.store.read().await?;
    let known = mappings::latest(&mut read, None).await?;
    let before = imports::standing_of_file(&mut read, &fingerprint.sha256, None).await?;
    Ok(Inspection {
        file_name: file_name(path),
        file_sha256: fingerprint.sha256,
        bytes: fingerprint.bytes,
        sheets: found.sheets.into_iter().map(|one| sheet(one, &known)).collect(),
        imported_before: before.map(|import| import.imported_on.to_string()),
    })
}

/// The last part of a path.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn sheet(mut sheet: Sheet, known: &[StoredMapping]) -> SheetInspection {
    let layouts: Vec<_> = known.iter().map(remembered).collect();
    let found = recognise_in(&sheet, None, &layouts);
    if let Some(found) = &found {
        sheet.read_as(&layouts[found.index], found.header_row, &Vocabulary::shipped());
    }
    let applied = found.map(|found| Applied::new(known[found.index].clone(), found).view());
    let matched = sheet
        .columns
        .iter()
        .filter_map(|column| Some((column.field?.word().to_owned(), column.text.clone())));
    SheetInspection {
        columns: matched.collect(),
        rows_hidden: sheet.hidden_rows.into(),
        mapping: applied,
        name: sheet.name,
        visible: sheet.visible,
        rows: sheet.rows.into(),
        header_row: sheet.header_row,
        kind: sheet.kind.word().to_owned(),
        confidence: sheet.confidence,
        headers: sheet.columns.into_iter().map(column).collect(),
        preview: sheet.preview.into_iter().map(|row| PreviewRow { row: row.row, cells: row.texts }).collect(),
        mass_unit: sheet.mass_unit.map(|unit| unit.symbol().to_owned()),
        questions: sheet.questions.into_iter().map(|question| question.word().to_owned()).collect(),
    }
}

fn column(column: Column) -> ColumnInspection {
    ColumnInspection {
        index: column.index,
        header: column.text,
        samples: column.samples,
        field: column.field.map(|field| field.word().to_owned()),
        matched: column.how.word().to_owned(),
        confidence: column.confidence,
    }
}
