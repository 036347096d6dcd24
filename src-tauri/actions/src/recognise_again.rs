//! Lines that stand, recognised and weighed anew: what would change is shown first, and applied on a word.

use crate::line_edits::edit;
use crate::numbers::{given, kg};
use crate::requirement::tiers;
use crate::views::line_edits::{RecognisedAgain, YearRecognisedAgain, YearWeighed};
use crate::{ActionError, Workspace, weights};
use planner_core::journal::{Act, Entry};
use planner_core::line::{Condition, Line};
use planner_core::line_edit::weigh;
use planner_core::requirement::{gross, new_mass};
use planner_core::weighing::Tier;
use planner_core::weight::Weights;
use planner_sheets::goods::{Named, goods};
use planner_sheets::vocabulary::Vocabulary;
use planner_store::line_groups;
use planner_store::line_queries::{self, StoredLine};
use planner_store::{Connection, imports, journal, ledger, line_edits as stored, settings};
use std::collections::{BTreeMap, BTreeSet};

/// Lines looked at in one go.
const BATCH: u32 = 2_000;

/// Recognises and weighs the lines of open years anew, as if their files came today. With a reason it is kept, and can be
/// undone; without one nothing changes. What a person set stays, and so does every locked year.
pub async fn recognise_again(
    workspace: &Workspace,
    because: Option<&str>,
) -> Result<RecognisedAgain, ActionError> {
    let mut write = workspace.store.write().await?;
    let ledger = ledger::load(&mut write).await?;
    let known = settings::known_years(&mut write).await?;
    let years: Vec<i32> = known.into_iter().filter(|year| !ledger.is_locked(*year)).collect();
    let before = weighed(&mut write, &years).await?;
    let reader = Reader::load(&mut write, workspace).await?;
    let (mut lines, mut changed, mut room) = (0, Vec::new(), weights::room(&mut write).await?);
    for year in &years {
        let mut after = 0;
        loop {
            let batch = line_queries::after(&mut write, *year, after, BATCH).await?;
            let Some(last) = batch.last() else { break };
            after = last.id;
            lines += batch.len();
            for one in batch.iter().filter(|one| reader.may_change(one)) {
                let line = reader.read(one)?;
                if line != one.line {
                    weights::take_room(&mut room, line.named(), &line.mass)?;
                    changed.push((one.id, line));
                }
            }
        }
    }
    let ids: Vec<i64> = changed.iter().map(|(id, _)| *id).collect();
    let summary = format!("{} lines recognised and weighed again", ids.len());
    let reason = given(because);
    let made =
        edit(workspace.today, true, reason.clone().unwrap_or_else(|| "to see".into()), summary.clone());
    let number = stored::begin(&mut write, &made, &ids).await?;
    for (id, line) in &changed {
        stored::change(&mut write, *id, line).await?;
    }
    let after = weighed(&mut write, &years).await?;
    let is_kept = reason.is_some() && !ids.is_empty();
    if is_kept {
        journal::record(&mut write, workspace.today, Entry::new(Act::LinesEdited, summary)).await?;
        write.commit().await?;
    }
    let view = |((year, before), (_, after))| YearRecognisedAgain { year, before, after };
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(RecognisedAgain {
        edit: is_kept.then_some(number),
        lines: count(lines),
        lines_changed: count(ids.len()),
        years: before.into_iter().zip(after).map(view).collect(),
    })
}

/// What the lines of each year come to.
async fn weighed(connection: &mut Connection, years: &[i32]) -> Result<Vec<(i32, YearWeighed)>, ActionError> {
    let mut found = Vec::new();
    for year in years {
        let groups = line_groups::groups(connection, *year, None).await?;
        let mass = new_mass(&groups);
        let weighed = YearWeighed {
            mass_kg_new: kg(mass.mid),
            mass_kg_low: kg(mass.low),
            mass_kg_high: kg(mass.high),
            gross: gross(&groups),
            by_tier: tiers(&groups),
        };
        found.push((*year, weighed));
    }
    Ok(found)
}

/// What it takes to read a line's texts again.
struct Reader {
    vocabulary: Vocabulary,
    weights: Weights,
    /// The place of the category's and the condition's cell, by import.
    places: BTreeMap<i64, [Option<usize>; 2]>,
    by_hand: BTreeSet<i64>,
}

impl Reader {
    async fn load(connection: &mut Connection, workspace: &Workspace) -> Result<Self, ActionError> {
        let mut places = BTreeMap::new();
        for import in imports::all(connection).await? {
            let columns = imports::columns(connection, import.number).await?;
            let place = |field| columns.iter().position(|column| column.field.as_deref() == Some(field));
            places.insert(import.number, [place("category"), place("condition")]);
        }
        Ok(Self {
            vocabulary: Vocabulary::shipped(),
            weights: weights::load(connection, workspace.today).await?,
            places,
            by_hand: stored::by_hand(connection).await?,
        })
    }

    /// What a person set stays.
    fn may_change(&self, line: &StoredLine) -> bool {
        let is_given =
            line.line.mass.weighing.as_ref().is_some_and(|weighing| weighing.weight.tier == Tier::Given);
        !is_given && !self.by_hand.contains(&line.id)
    }

    fn read(&self, stored: &StoredLine) -> Result<Line, ActionError> {
        let mut line = stored.line.clone();
        let [category, condition] = self.places.get(&stored.import_number).copied().unwrap_or_default();
        let cell = |place: Option<usize>| {
            place
                .and_then(|place| stored.raw.cells().nth(place))
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
        };
        // A word of the file that is not known was explained by a person, or says nothing.
        let of_file = cell(category);
        let is_known = |cell: &str| {
            self.vocabulary.category(Some(cell), None::<&str>).is_some()
                || self.vocabulary.out_of_scope(Some(cell), None).is_some()
        };
        let named = Named {
            category: of_file.filter(|cell| is_known(cell)),
            item: line.item.as_deref(),
            manufacturer: line.manufacturer.as_deref(),
            model: line.model.as_deref(),
        };
        let goods = goods(&self.vocabulary, named);
        let is_explained = of_file.is_some_and(|cell| !is_known(cell)) && line.category.is_some();
        if !is_explained {
            (line.category, line.out_of_scope) = (goods.category, goods.out_of_scope);
        }
        let named = goods.found.condition.filter(|_| !goods.found.is_condition_doubted);
        if line.condition == Condition::Unknown && cell(condition).is_none() {
            line.condition = named.unwrap_or(Condition::Unknown);
        }
        weigh(&mut line, &goods.found, &self.weights)?;
        Ok(line)
    }
}
