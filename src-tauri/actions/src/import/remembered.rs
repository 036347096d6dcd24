//! Mappings: remembered at each import, applied to the next file of the layout, carried as JSON to other workspaces.

use super::reading::Source;
use crate::output::one_file;
use crate::views::disclosure::Exported;
use crate::views::import::ImportOptions;
use crate::views::mapping::{AppliedMapping, CellFix, MappingView};
use crate::{ActionError, Workspace, input};
use chrono::NaiveDate;
use planner_core::journal::{Act, Entry};
use planner_core::mass::MassUnit;
use planner_sheets::convention::{DateOrder, DecimalSeparator};
use planner_sheets::field::{Field, Kind};
use planner_sheets::header_fingerprint;
use planner_sheets::inspect::Question;
use planner_sheets::mapping::{self as sheets, MassBasis, Overrides, Recognised, Remembered, ValueMeaning};
use planner_sheets::vocabulary::Vocabulary;
use planner_store::mappings::{self, StoredFix, StoredMapping};
use planner_store::{Connection, journal};
use std::collections::BTreeMap;
use std::path::Path;

/// Answers are remembered beside the meanings of words, under this name in place of a field's.
const ANSWER: &str = "answer";

/// A remembered mapping that fits a file, and how well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Applied {
    pub stored: StoredMapping,
    is_exact: bool,
    new_headers: Vec<String>,
}

impl Applied {
    pub(super) fn new(stored: StoredMapping, found: Recognised) -> Self {
        Self { stored, is_exact: found.is_exact, new_headers: found.new_headers }
    }

    pub(super) fn view(&self) -> AppliedMapping {
        AppliedMapping {
            number: self.stored.number,
            version: self.stored.version,
            file_name: self.stored.file_name.clone(),
            saved_on: self.stored.saved_on.to_string(),
            is_exact: self.is_exact,
            new_headers: self.new_headers.clone(),
        }
    }
}

/// A stored mapping in the reader's words.
pub(super) fn remembered(stored: &StoredMapping) -> Remembered {
    Remembered {
        kind: Kind::from_word(&stored.kind),
        headers: stored.headers.clone(),
        fields: stored.columns.clone(),
        supplier: Some(stored.supplier.clone()).filter(|supplier| !supplier.is_empty()),
    }
}

/// What a person says in the options, checked.
pub(super) fn said(options: &ImportOptions, kind: Kind) -> Result<Overrides, ActionError> {
    Ok(Overrides {
        sheet: options.sheet.clone(),
        header_row: options.header_row,
        fields: options.columns.iter().map(|(field, header)| (field.clone(), header.clone())).collect(),
        mass_unit: options.mass_unit.as_deref().map(mass_unit).transpose()?,
        mass_basis: options.mass_basis.as_deref().map(mass_basis).transpose()?,
        dates: options.date_order.as_deref().map(date_order).transpose()?,
        numbers: options.decimal.as_deref().map(decimal).transpose()?,
        values: meanings(&options.values, kind)?,
        fixes: options.fixes.iter().map(cell_fix).collect::<Result<_, _>>()?,
        answers: options
            .answers
            .iter()
            .map(|(word, answer)| said_answer(word, answer))
            .collect::<Result<_, _>>()?,
        year: options.year,
        remembered: None,
    })
}

fn said_answer(word: &str, answer: &str) -> Result<(Question, String), ActionError> {
    let question = Question::from_word(&word.replace('-', "_"));
    let allowed: &[&str] = match question {
        Some(Question::Spread) => &["sum", "one"],
        Some(Question::Pieces) => &["pieces", "packs"],
        Some(Question::GrossWeight) => &["count", "leave"],
        Some(Question::Bundle) => &["whole", "parts", "all"],
        Some(Question::MissingMass) => &["estimate", "unit", "line"],
        Some(Question::Formulas) => &["reject", "zeros"],
        Some(Question::Table) => &["same"],
        Some(Question::Merged) => &["each", "first"],
        Some(Question::Struck) => &["leave_out", "count"],
        Some(Question::Weighed) => &["hardware", "leave_out"],
        Some(Question::Repeats) => &["once", "count"],
        Some(Question::Implausible) => &["reject", "count"],
        Some(Question::Total) => &["skip", "count"],
        _ => &[],
    };
    let question = question.filter(|_| allowed.contains(&answer));
    question.map(|question| (question, answer.to_owned())).ok_or_else(|| {
        ActionError::request(format!(
            "“{word}={answer}” answers nothing. It is pieces=pieces or packs, gross_weight=count or leave, bundle=whole, parts or all, missing_mass=estimate, unit or line, formulas=reject or zeros, table=same, merged=each or first, struck=leave_out or count, weighed=hardware or leave_out, repeats=once or count, implausible=reject or count, total=skip or count."
        ))
    })
}

/// A remembered mapping under what a person says this time.
pub(super) fn under(mut said: Overrides, stored: &StoredMapping, found: &Recognised) -> Overrides {
    said.sheet = Some(found.sheet.clone());
    said.header_row = Some(found.header_row);
    said.mass_unit = said.mass_unit.or_else(|| MassUnit::from_symbol(stored.mass_unit.as_deref()?));
    said.dates = said.dates.or_else(|| DateOrder::from_word(stored.date_order.as_deref()?));
    said.numbers = said.numbers.or_else(|| DecimalSeparator::from_word(stored.decimal_separator.as_deref()?));
    let kind = Kind::from_word(&stored.kind).unwrap_or(Kind::Unknown);
    for (field, seen, means) in &stored.values {
        let question = Question::from_word(seen).filter(|_| field == ANSWER);
        if let Some(question) = question.filter(|question| said.answer(*question).is_none()) {
            said.answers.push((question, means.clone()));
        }
        let Some(field) = kind.field(field) else { continue };
        let is_said =
            |one: &ValueMeaning| one.field == field && one.seen.to_lowercase() == seen.to_lowercase();
        if !said.values.iter().any(is_said) {
            said.values.push(ValueMeaning { field, seen: seen.clone(), means: means.clone() });
        }
    }
    said.remembered = Some(remembered(stored));
    said
}

fn mass_unit(symbol: &str) -> Result<MassUnit, ActionError> {
    MassUnit::from_symbol(symbol).ok_or_else(|| {
        ActionError::request(format!("“{symbol}” is no unit of mass. It is kg, g, lb, oz or t."))
    })
}

fn mass_basis(word: &str) -> Result<MassBasis, ActionError> {
    MassBasis::from_word(word).ok_or_else(|| {
        ActionError::request(format!("“{word}” says nothing of a weight. It is unit or line."))
    })
}

fn date_order(word: &str) -> Result<DateOrder, ActionError> {
    DateOrder::from_word(&word.replace('-', "_")).ok_or_else(|| {
        ActionError::request(format!(
            "“{word}” is no order of day and month. It is day-first or month-first."
        ))
    })
}

fn decimal(word: &str) -> Result<DecimalSeparator, ActionError> {
    DecimalSeparator::from_word(word).ok_or_else(|| {
        ActionError::request(format!("“{word}” is no decimal separator. It is point or comma."))
    })
}

fn meanings(
    values: &BTreeMap<String, BTreeMap<String, String>>,
    kind: Kind,
) -> Result<Vec<ValueMeaning>, ActionError> {
    let vocabulary = Vocabulary::shipped();
    let mut found = Vec::new();
    for (word, meanings) in values.iter().filter(|(word, _)| *word != ANSWER) {
        let field = kind.field(word).filter(|field| Vocabulary::MEANT.contains(field)).ok_or_else(|| {
            let fields: Vec<_> = Vocabulary::MEANT
                .iter()
                .filter(|one| kind.fields().contains(one))
                .map(|one| one.word())
                .collect();
            ActionError::request(format!(
                "The words of “{word}” have no meanings to choose from. Those of {} have.",
                fields.join(", ")
            ))
        })?;
        for (seen, means) in meanings {
            if !vocabulary.is_meaning(kind, field, means) {
                let choices = vocabulary.meanings(kind, field);
                let choices = if choices.is_empty() {
                    if field == Field::Currency { "a code such as EUR" } else { "a number of pieces" }
                        .to_owned()
                } else {
                    choices.join(", ")
                };
                return Err(ActionError::request(format!(
                    "“{means}” is nothing that a {} can mean. It is {choices}.",
                    word.replace('_', " ")
                )));
            }
            found.push(ValueMeaning { field, seen: seen.clone(), means: means.clone() });
        }
    }
    Ok(found)
}

fn cell_fix(fix: &CellFix) -> Result<sheets::CellFix, ActionError> {
    if fix.because.trim().is_empty() {
        let message = format!("The correction of “{}” in column “{}” needs a reason.", fix.seen, fix.column);
        return Err(ActionError::request(message));
    }
    let CellFix { row, column, seen, becomes, because } = fix.clone();
    Ok(sheets::CellFix { row, column, seen, becomes, because })
}

/// Remembers how a file was read, unless that is what is remembered already.
pub(super) async fn remember(
    connection: &mut Connection,
    source: &Source,
    supplier: Option<&str>,
    on: NaiveDate,
) -> Result<(), ActionError> {
    let mapping = mapping_of(source, supplier, on);
    let before = source.applied.as_ref().map(|applied| &applied.stored);
    if before.is_some_and(|before| is_same(before, &mapping)) {
        return Ok(());
    }
    mappings::add(connection, &mapping).await?;
    Ok(())
}

fn is_same(before: &StoredMapping, now: &StoredMapping) -> bool {
    let (number, version) = (before.number, before.version);
    let (saved_on, file_name) = (before.saved_on, before.file_name.clone());
    *before == StoredMapping { number, version, saved_on, file_name, ..now.clone() }
}

fn mapping_of(source: &Source, supplier: Option<&str>, on: NaiveDate) -> StoredMapping {
    let (mapping, overrides) = (&source.mapping, &source.overrides);
    let mut columns: Vec<_> = mapping
        .columns
        .iter()
        .map(|column| (column.field.word().to_owned(), mapping.header_of(column)))
        .collect();
    columns.sort();
    let mut values: Vec<_> = mapping
        .values
        .iter()
        .map(|value| (value.field.word().to_owned(), value.seen.clone(), value.means.clone()))
        .collect();
    let answers = overrides.answers.iter();
    values.extend(
        answers.map(|(question, answer)| (ANSWER.to_owned(), question.word().to_owned(), answer.clone())),
    );
    values.sort();
    values.dedup_by(|one, other| one.0 == other.0 && one.1 == other.1);
    let mut fixes = source.applied.as_ref().map(|applied| applied.stored.fixes.clone()).unwrap_or_default();
    for fix in mapping.fixes.iter().map(stored_fix) {
        fixes.retain(|one| one.column != fix.column || one.seen != fix.seen);
        fixes.push(fix);
    }
    StoredMapping {
        number: 0,
        kind: mapping.kind.word().to_owned(),
        header_fingerprint: header_fingerprint(&mapping.headers),
        supplier: supplier.unwrap_or_default().to_owned(),
        version: 0,
        saved_on: on,
        file_name: source.file_name.clone(),
        headers: mapping.headers.clone(),
        mass_unit: mapping.mass_unit.map(|unit| unit.symbol().to_owned()),
        date_order: overrides.dates.map(|order| order.word().to_owned()),
        decimal_separator: overrides.numbers.map(|separator| separator.word().to_owned()),
        columns,
        values,
        fixes,
    }
}

/// A correction without its row, so that it can be offered again.
pub(super) fn stored_fix(fix: &sheets::CellFix) -> StoredFix {
    StoredFix {
        column: fix.column.clone(),
        seen: fix.seen.clone(),
        becomes: fix.becomes.clone(),
        because: fix.because.clone(),
    }
}

/// A stored correction as it is offered.
pub(super) fn offered(fix: &StoredFix) -> CellFix {
    CellFix {
        row: None,
        column: fix.column.clone(),
        seen: fix.seen.clone(),
        becomes: fix.becomes.clone(),
        because: fix.because.clone(),
    }
}

/// The remembered mappings, the newest first; of each the latest version.
pub async fn mappings(workspace: &Workspace) -> Result<Vec<MappingView>, ActionError> {
    let mut read = workspace.store.read().await?;
    Ok(mappings::latest(&mut read, None).await?.into_iter().map(view).collect())
}

/// Writes a mapping as JSON, for another workspace.
pub async fn export_mapping(
    workspace: &Workspace,
    number: i64,
    path: &Path,
) -> Result<Exported, ActionError> {
    let mut read = workspace.store.read().await?;
    let mapping = mappings::find(&mut read, number).await?.ok_or_else(|| {
        ActionError::new(
            "unknown_mapping",
            format!("There is no mapping {number}. The list of mappings has their numbers."),
        )
    })?;
    let mut text = serde_json::to_string_pretty(&view(mapping))
        .map_err(|error| ActionError::new("export_failed", error.to_string()))?;
    text.push('\n');
    Ok(Exported { files: vec![one_file(workspace, path, &[], text.into_bytes())?], chain_head: None })
}

/// Takes in a mapping that another workspace wrote, as the latest of its header.
pub async fn import_mapping(workspace: &Workspace, path: &Path) -> Result<MappingView, ActionError> {
    input::check(workspace, path)?;
    let text = std::fs::read_to_string(path).map_err(|error| input::not_read(path, &error))?;
    let given: MappingView = serde_json::from_str(&text).map_err(|error| {
        let message = format!(
            "{} is no mapping: {error}. Export one from a workspace, and import that file.",
            super::inspect::file_name(path)
        );
        ActionError::new("not_a_mapping", message)
    })?;
    let stored = stored(given, workspace.today)?;
    let mut write = workspace.store.write().await?;
    let number = mappings::add(&mut write, &stored).await?;
    let saved = mappings::find(&mut write, number)
        .await?
        .ok_or_else(|| ActionError::new("unknown_mapping", "The mapping was not saved."))?;
    let entry = Entry::new(Act::MappingSaved, format!("{} of {}", saved.kind, saved.file_name));
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    Ok(view(saved))
}

/// A given mapping, checked.
fn stored(given: MappingView, today: NaiveDate) -> Result<StoredMapping, ActionError> {
    let kind = super::reading::kind(&given.kind)?;
    for field in given.columns.keys() {
        kind.field(field)
            .ok_or_else(|| ActionError::request(format!("A {} table has no field “{field}”.", given.kind)))?;
    }
    if given.columns.is_empty() || given.headers.is_empty() {
        return Err(ActionError::request("The mapping names no column."));
    }
    let options = ImportOptions {
        mass_unit: given.mass_unit.clone(),
        date_order: given.date_order.clone(),
        decimal: given.decimal.clone(),
        values: given.values.clone(),
        fixes: given.fixes.clone(),
        ..ImportOptions::default()
    };
    let said = said(&options, kind)?;
    let values = said.values.into_iter().map(|one| (one.field.word().to_owned(), one.seen, one.means));
    Ok(StoredMapping {
        number: 0,
        version: 0,
        header_fingerprint: header_fingerprint(&given.headers),
        kind: given.kind,
        supplier: given.supplier.unwrap_or_default(),
        saved_on: given.saved_on.parse().unwrap_or(today),
        file_name: given.file_name,
        headers: given.headers,
        mass_unit: given.mass_unit,
        date_order: said.dates.map(|order| order.word().to_owned()),
        decimal_separator: given.decimal,
        columns: given.columns.into_iter().collect(),
        values: values.collect(),
        fixes: said.fixes.iter().map(stored_fix).collect(),
    })
}

fn view(stored: StoredMapping) -> MappingView {
    let mut values: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (field, seen, means) in stored.values {
        values.entry(field).or_default().insert(seen, means);
    }
    MappingView {
        number: stored.number,
        kind: stored.kind,
        supplier: Some(stored.supplier).filter(|supplier| !supplier.is_empty()),
        version: stored.version,
        saved_on: stored.saved_on.to_string(),
        file_name: stored.file_name,
        headers: stored.headers,
        columns: stored.columns.into_iter().collect(),
        mass_unit: stored.mass_unit,
        date_order: stored.date_order,
        decimal: stored.decimal_separator,
        values,
        fixes: stored.fixes.iter().map(offered).collect(),
    }
}
