//! A file whose rows stand already, as they were or changed: shown before anything is written, then replaced or
//! added. A device of the catalogue needs no choice: it weighs what its latest file says.

use super::pass::Pass;
use super::reading::Source;
use super::tally::Tally;
use crate::ActionError;
use crate::views::import::ImportOptions;
use crate::views::revision::{ChangedLine, EarlierImport, FieldChange, RevisionView};
use planner_core::revision::Records;
use planner_sheets::field::Kind;
use planner_store::comparison::{Changes, Difference};
use planner_store::drafts::Draft;
use planner_store::revisions::Which;
use planner_store::{Connection, identities, imports, revisions};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Differences of one kind that an answer carries; all of them are counted.
const SHOWN: u32 = 200;
/// Added and missing records among which pairs are looked for.
const PAIRED: u32 = 2_000;
/// Standing records that are compared at once.
const PAGE: u32 = 2_000;
/// Standing records that are looked up at once by their ids.
const IDS: usize = 500;

const REPLACE: &str = "replace";
const ADD: &str = "add";

/// What a person chose to do with rows that stand already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The file takes their place.
    Replace,
    /// The file is counted beside them.
    Add,
}

/// The choice that the options name; importing the same content again means to add it.
pub(super) fn choice(options: &ImportOptions) -> Result<Option<Choice>, ActionError> {
    match options.revision.as_deref() {
        Some(REPLACE) => Ok(Some(Choice::Replace)),
        Some(ADD) => Ok(Some(Choice::Add)),
        Some(other) => {
            Err(ActionError::request(format!("“{other}” is no way to revise. It is replace or add.")))
        }
        None => Ok(options.allow_duplicate.then_some(Choice::Add)),
    }
}

/// What a file of this kind may bring again.
pub(super) fn records(kind: Kind) -> Option<Records> {
    match kind {
        Kind::Procurement => Some(Records::Lines),
        Kind::Dispositions => Some(Records::Dispositions),
        Kind::Catalogue => Some(Records::Devices),
        Kind::Certificates | Kind::Orders | Kind::Unknown => None,
    }
}

impl Pass {
    /// Compares the rows with what stands.
    pub(super) async fn compare(
        &mut self,
        connection: &mut Connection,
        records: Records,
        tally: &mut Tally,
    ) -> Result<(), ActionError> {
        let own = self.writer.as_ref().map_or(0, |writer| writer.number);
        let Some(draft) = &mut self.draft else { return Ok(()) };
        if records == Records::Devices {
            add_devices(connection, draft, own).await?;
        } else {
            add_standing(connection, draft, records, own).await?;
        }
        let mut changes = draft.compare().await?;
        if changes == Changes::default() {
            return Ok(());
        }
        pair(draft, records, &mut changes).await?;
        tally.revised(&format!("{changes:?}|{:?}", self.choice));
        self.revision = Some(view(connection, draft, records, changes, self.choice).await?);
        Ok(())
    }

    /// A file whose rows stand already is not counted beside them unless a person says so.
    pub(super) fn refuse_open_revision(&self, source: &Source) -> Result<(), ActionError> {
        let is_open = |revision: &&RevisionView| !revision.choices.is_empty() && revision.choice.is_none();
        let Some(revision) = self.revision.as_ref().filter(is_open) else { return Ok(()) };
        let names: Vec<_> = revision
            .earlier
            .iter()
            .map(|EarlierImport { file_name, sheet, imported_on, .. }| {
                let is_namesake = *file_name == source.file_name;
                let of = if is_namesake { format!("sheet “{sheet}” of ") } else { String::new() };
                format!("{of}{file_name} (imported on {imported_on})")
            })
            .collect();
        let message = format!(
            "{} has rows of {} again: {} unchanged, {} changed, {} added, {} missing. Say --revision replace to put it in their place, or --revision add to count it beside them. Nothing was imported.",
            source.file_name,
            names.join(" and "),
            revision.unchanged,
            revision.changed,
            revision.added,
            revision.missing
        );
        Err(ActionError::new("revision_open", message))
    }

    /// Whether the file takes the place of rows that stand.
    pub(super) fn is_replacing(&self) -> bool {
        self.revision.as_ref().is_some_and(|revision| revision.choice.as_deref() == Some(REPLACE))
    }

    /// Refuses to replace rows of a locked year.
    pub(super) async fn refuse_locked(&mut self, connection: &mut Connection) -> Result<(), ActionError> {
        let Some((draft, records)) = self.draft.as_mut().zip(self.compared) else { return Ok(()) };
        let mut after = 0;
        loop {
            let ids = draft.replaced_after(after, PAGE).await?;
            let Some(last) = ids.last() else { return Ok(()) };
            after = *last;
            if let Some(year) = revisions::locked_year_of(connection, records, &ids).await? {
                let message = format!(
                    "The file replaces rows of reporting year {year}, which is locked and takes no change. Unlock it with a reason first. Nothing was imported."
                );
                return Err(ActionError::new("year_locked", message));
            }
        }
    }

    /// Takes what the file replaces out of every total.
    pub(super) async fn replace(&mut self, connection: &mut Connection) -> Result<(), ActionError> {
        let is_replacing = self.is_replacing();
        let number = self.writer.as_ref().map_or(0, |writer| writer.number);
        let Some((draft, records)) = self.draft.as_mut().zip(self.compared).filter(|_| is_replacing) else {
            return Ok(());
        };
        let mut after = 0;
        loop {
            let ids = draft.replaced_after(after, PAGE).await?;
            let Some(last) = ids.last() else { return Ok(()) };
            after = *last;
            revisions::supersede(connection, records, number, &ids).await?;
        }
    }
}

/// Every device, the latest of each name.
async fn add_devices(connection: &mut Connection, draft: &mut Draft, own: i64) -> Result<(), ActionError> {
    let (mut after, mut counts) = (0, BTreeMap::<i64, i64>::new());
    loop {
        let known = revisions::standing_devices(connection, own, after, PAGE).await?;
        let Some(last) = known.last() else { break };
        after = last.id;
        known.iter().for_each(|one| *counts.entry(one.import_number).or_default() += 1);
        draft.add_known(&known).await?;
    }
    for (number, records) in counts {
        draft.add_import(number, records).await?;
    }
    draft.earlier_imports().await?;
    Ok(())
}

/// The records that one of the file's may be, and all of an import that it is a revision of.
async fn add_standing(
    connection: &mut Connection,
    draft: &mut Draft,
    records: Records,
    own: i64,
) -> Result<(), ActionError> {
    let hashes = draft.hashes().await?;
    for (number, standing) in identities::imports(connection, records, own).await? {
        draft.add_import(number, standing).await?;
        let ids = identities::find(connection, number, &hashes).await?;
        for ids in ids.chunks(IDS) {
            let known = revisions::standing(connection, records, Which::Named(ids), 0, PAGE).await?;
            draft.add_known(&known).await?;
        }
    }
    for number in draft.earlier_imports().await? {
        let mut after = 0;
        loop {
            let which = Which::OfImport(number);
            let known = revisions::standing(connection, records, which, after, PAGE).await?;
            let Some(last) = known.last() else { break };
            after = last.id;
            draft.add_known(&known).await?;
        }
    }
    Ok(())
}

async fn view(
    connection: &mut Connection,
    draft: &mut Draft,
    records: Records,
    changes: Changes,
    choice: Option<Choice>,
) -> Result<RevisionView, ActionError> {
    let imports = imports::all(connection).await?;
    let earlier = imports.into_iter().filter(|import| changes.imports.contains(&import.number));
    let changed = draft.differences("changed", SHOWN).await?;
    let missing = draft.differences("missing", SHOWN).await?;
    let choices: Vec<String> =
        if records.is_counted() { [REPLACE, ADD].map(str::to_owned).into() } else { Vec::new() };
    let choice = choice.map(|choice| if choice == Choice::Replace { REPLACE } else { ADD }.to_owned());
    Ok(RevisionView {
        earlier: earlier
            .map(|import| EarlierImport {
                import_id: import.id,
                file_name: import.file_name,
                sheet: import.sheet,
                imported_on: import.imported_on.to_string(),
            })
            .collect(),
        added: changes.added,
        changed: changes.changed,
        unchanged: changes.unchanged,
        missing: changes.missing,
        changed_lines: changed.into_iter().map(|one| changed_line(records, one)).collect(),
        missing_lines: missing.into_iter().map(|one| changed_line(records, one)).collect(),
        choice: choice.filter(|choice| choices.contains(choice)),
        choices,
    })
}

/// Takes added rows and missing records for one changed line of an order where each is the only one of its order and model.
async fn pair(draft: &mut Draft, records: Records, changes: &mut Changes) -> Result<(), ActionError> {
    if changes.added.max(changes.missing) > u64::from(PAIRED) || changes.added.min(changes.missing) == 0 {
        return Ok(());
    }
    let added = draft.differences("added", PAIRED).await?;
    let missing = draft.differences("missing", PAIRED).await?;
    let pairs = pairs(records, &added, &missing);
    draft.pair(&pairs).await?;
    let count = pairs.len() as u64;
    (changes.added, changes.missing) = (changes.added - count, changes.missing - count);
    changes.changed += count;
    Ok(())
}

/// The ids of those that are the only ones of their order and model.
fn pairs(records: Records, added: &[Difference], missing: &[Difference]) -> Vec<(i64, i64)> {
    let names = records.facts();
    let of = |facts: &[String], name: &str| {
        let at = names.iter().position(|fact| *fact == name)?;
        facts.get(at).map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
    };
    let key = |facts: &[String]| {
        Some((of(facts, "order_number")?, of(facts, "model").or_else(|| of(facts, "item"))?))
    };
    let mut alike: BTreeMap<_, (Vec<i64>, Vec<i64>)> = BTreeMap::new();
    for (key, draft) in added.iter().filter_map(|one| Some((key(&one.after)?, one.draft?))) {
        alike.entry(key).or_default().0.push(draft);
    }
    for (key, known) in missing.iter().filter_map(|one| Some((key(&one.before)?, one.known?))) {
        alike.entry(key).or_default().1.push(known);
    }
    let lone = |ids: &[i64]| if let [id] = ids { Some(*id) } else { None };
    alike.values().filter_map(|(added, missing)| lone(added).zip(lone(missing))).collect()
}

/// What a record's own facts say that it weighs, in kg.
fn stated_kg(records: Records, facts: &[String]) -> Option<Decimal> {
    let of = |name: &str| {
        let at = records.facts().iter().position(|fact| *fact == name)?;
        facts.get(at)?.parse::<Decimal>().ok()
    };
    of("mass").or_else(|| of("unit_mass")?.checked_mul(of("quantity")?))
}

/// A record by its name, with the fields that are not what they were.
fn changed_line(records: Records, difference: Difference) -> ChangedLine {
    let Difference { row, before, after, .. } = difference;
    let at = |facts: &[String], index: usize| facts.get(index).filter(|text| !text.is_empty()).cloned();
    let named = if after.is_empty() { &before } else { &after };
    let names = records.facts();
    let of = |name: &str| names.iter().position(|fact| *fact == name).and_then(|index| at(named, index));
    let fields = names.iter().enumerate().filter_map(|(index, field)| {
        let (before, after) = (at(&before, index), at(&after, index));
        (before != after && row.is_some()).then(|| FieldChange { field: (*field).to_owned(), before, after })
    });
    ChangedLine {
        row,
        order_number: of("order_number"),
        line_number: of("line_number"),
        asset_tag: of("asset_tag"),
        batch: of("batch"),
        item: of("item").or_else(|| of("model")).or_else(|| of("category")),
        quantity: of("quantity"),
        fields: fields.collect(),
        mass_change_kg: stated_kg(records, &after)
            .zip(stated_kg(records, &before))
            .and_then(|(after, before)| after.checked_sub(before))
            .map(|change| change.normalize().to_string()),
    }
}
