//! What can be done about a file that does not verify: which import to take back and bring again, which snapshot to go on
//! with.

use crate::views::snapshots::SnapshotView;
use crate::views::workspace::Remedy;
use crate::{ActionError, Workspace};
use planner_store::imports::{self, Import};
use planner_store::verify::Problem;
use planner_store::{Connection, ledger};
use std::collections::BTreeSet;

/// Imports that are named; who has more of them wrong is better off with a snapshot.
const MOST_NAMED: usize = 5;

/// What to do, the least first.
pub(crate) async fn remedies(
    workspace: &Workspace,
    problems: &[Problem],
    snapshot: Option<&SnapshotView>,
) -> Vec<Remedy> {
    // A file that cannot say which imports it has is helped by a snapshot alone.
    let mut remedies = of_imports(workspace, problems).await.unwrap_or_default();
    remedies.push(of_snapshot(snapshot));
    remedies
}

async fn of_imports(workspace: &Workspace, problems: &[Problem]) -> Result<Vec<Remedy>, ActionError> {
    let numbers: BTreeSet<i64> = problems.iter().filter_map(|problem| problem.import).collect();
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut read = workspace.store.read().await?;
    let locked = ledger::locked_years(&mut read).await?;
    let standing = imports::all(&mut read).await?.into_iter();
    let standing = standing.filter(|one| numbers.contains(&one.number) && one.undone_on.is_none());
    let mut remedies = Vec::new();
    for import in standing.take(MOST_NAMED) {
        remedies.push(of_import(&mut read, &import, &locked).await);
    }
    Ok(remedies)
}

async fn of_import(read: &mut Connection, import: &Import, locked: &[i32]) -> Remedy {
    let Import { id, number, file_name, .. } = import;
    // Which years it is of may be what is wrong.
    let years = imports::years(read, *number).await.unwrap_or_default();
    let again = format!("undo it and import {file_name} again");
    match years.into_iter().find(|year| locked.contains(year)) {
        None => Remedy {
            action: "undo_import".into(),
            says: format!("Import {number} ({file_name}) is not as it was imported: {again}."),
            import_id: Some(id.clone()),
            snapshot: None,
        },
        Some(year) => Remedy {
            action: "by_hand".into(),
            says: format!(
                "Import {number} ({file_name}) is not as it was imported, and {year} rests on it and is locked. Go on with a snapshot; or unlock {year} with a reason, {again}, and lock the year again."
            ),
            import_id: Some(id.clone()),
            snapshot: None,
        },
    }
}

fn of_snapshot(snapshot: Option<&SnapshotView>) -> Remedy {
    let says = match snapshot {
        Some(one) => format!(
            "The last good snapshot, {}{}, is sound: write it out and go on with that file. What was done since is not in it.",
            one.reason.replace('-', " "),
            one.made_at.as_ref().map(|at| format!(" of {at}")).unwrap_or_default()
        ),
        None => "No sound snapshot is kept beside this file: go on with a copy of it that was made elsewhere, such as a backup, and compare the head of its chain with that on the last report.".into(),
    };
    Remedy {
        action: if snapshot.is_some() { "restore_snapshot" } else { "by_hand" }.into(),
        says,
        import_id: None,
        snapshot: snapshot.map(|one| one.number),
    }
}
