//! Taking back a whole import.

use crate::journal::write_event;
use crate::numbers::kg;
use crate::views::import::Undone;
use crate::{ActionError, Workspace, weights};
use planner_core::journal::{Act, Entry};
use planner_core::ledger::event::Event;
use planner_core::ledger::holding::UnitState;
use planner_core::ledger::{Ledger, LedgerError};
use planner_core::order::Order;
use planner_store::imports::{self, Import};
use planner_store::snapshots::Reason;
use planner_store::{Connection, journal, ledger as stored, orders, revisions};

/// Takes back an import; refused, naming what rests on it, when a locked year or a moved lot does.
pub async fn undo_import(workspace: &Workspace, import_id: &str) -> Result<Undone, ActionError> {
    let mut write = workspace.store.write().await?;
    let import = imports::find(&mut write, import_id).await?;
    let import = import.ok_or_else(|| {
        ActionError::new(
            "unknown_import",
            format!("There is no import {import_id}. The history lists them with their ids."),
        )
    })?;
    if let Some(day) = import.undone_on {
        let message = format!("{} was already undone on {day}.", import.file_name);
        return Err(ActionError::new("already_undone", message));
    }
    refuse_replaced(&mut write, &import).await?;
    let mut ledger = stored::load(&mut write).await?;
    refuse_locked(&mut write, &ledger, &import).await?;
    refuse_moved_orders(&mut write, &import).await?;
    remove_lots(&mut write, &mut ledger, &import, workspace).await?;
    workspace.store.keep_snapshot(Reason::Undo).await?;
    let back = imports::undo(&mut write, import.number, workspace.today).await?;
    // Lines that are back were weighed when they were replaced.
    if import.kind == "catalogue" || back > 0 {
        weights::weigh_again(&mut write, workspace.today).await?;
    }
    let summary = format!("{} of {}", import.file_name, import.imported_on);
    let entry = Entry::new(Act::Undone, summary).of_import(&import.id);
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    workspace.store.wipe().await;
    Ok(Undone {
        import_id: import.id,
        kind: import.kind,
        file_name: import.file_name,
        rows: import.sums.rows_imported,
        mass_kg: kg(import.sums.mass),
        mass_kg_new: kg(import.sums.mass_new),
    })
}

/// Lines that a later file replaced would come back beside that file's own.
async fn refuse_replaced(connection: &mut Connection, import: &Import) -> Result<(), ActionError> {
    let Some(number) = revisions::replaced_by(connection, import.number).await? else { return Ok(()) };
    let imports = imports::all(connection).await?;
    let by = imports.into_iter().find(|one| one.number == number);
    let by = by.map_or_else(|| "a later file".to_owned(), |one| one.file_name);
    let message =
        format!("{} cannot be undone: {by} replaced lines of it. Undo that import first.", import.file_name);
    Err(ActionError::new("import_replaced", message))
}

async fn refuse_locked(
    connection: &mut Connection,
    ledger: &Ledger,
    import: &Import,
) -> Result<(), ActionError> {
    let years = imports::years(connection, import.number).await?;
    match years.into_iter().find(|year| ledger.is_locked(*year)) {
        Some(year) => {
            let message = format!(
                "{} cannot be undone: reporting year {year} rests on it and is locked. Unlock the year with a reason first.",
                import.file_name
            );
            Err(ActionError::new("year_locked", message))
        }
        None => Ok(()),
    }
}

/// An order that something was done with would go with its deliveries, its reason or its documents.
async fn refuse_moved_orders(connection: &mut Connection, import: &Import) -> Result<(), ActionError> {
    let orders = orders::of_import(connection, import.number).await?;
    let has_moved = |order: &&Order| {
        !order.deliveries.is_empty() || order.cancelled.is_some() || !order.documents.is_empty()
    };
    match orders.iter().find(has_moved) {
        Some(order) => {
            let message = format!(
                "{} cannot be undone: order {} was delivered on, cancelled or given a document since. Cancel what is open of its orders instead.",
                import.file_name, order.id
            );
            Err(ActionError::new("order_has_moved", message))
        }
        None => Ok(()),
    }
}

async fn remove_lots(
    connection: &mut Connection,
    ledger: &mut Ledger,
    import: &Import,
    workspace: &Workspace,
) -> Result<(), ActionError> {
    let lots = planner_store::lots::lots_of_import(connection, import.number).await?;
    let has_moved = |id: &&String| {
        ledger
            .lot(id)
            .is_ok_and(|holding| holding.ranges().iter().any(|range| range.state != UnitState::Held))
    };
    if let Some(lot) = lots.iter().find(has_moved) {
        return Err(LedgerError::LotHasMoved { lot: lot.clone() }.into());
    }
    let because = format!("import of {} undone", import.file_name);
    for lot_id in lots {
        let event = Event::LotRemoved { lot_id, because: because.clone() };
        write_event(connection, ledger, event, workspace.today, workspace).await?;
    }
    Ok(())
}
