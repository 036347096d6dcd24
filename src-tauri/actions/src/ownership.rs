//! How well it is proven that lots are ours, for the lots of a page or for all.

use crate::ActionError;
use planner_core::ledger::Ledger;
use planner_core::ledger::check::{LastCheck, last_checks};
use planner_core::ledger::evidence::Ownership;
use planner_core::ledger::lot::{Lot, Origin};
use planner_store::{Connection, imports, ledger as stored};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of events that say what a registry's statement showed of a lot.
const CHECKS: [&str; 2] = ["checked", "split"];

/// What the proof of a lot takes beside its documents.
pub(crate) struct Proofs {
    own_files: BTreeSet<String>,
    checks: BTreeMap<String, LastCheck>,
}

impl Proofs {
    /// Those of the lots of a ledger.
    pub async fn load(connection: &mut Connection, ledger: &Ledger) -> Result<Self, ActionError> {
        let log = stored::log_of(connection, &CHECKS).await?;
        let events: Vec<_> =
            log.iter().filter_map(|logged| Some((logged.sequence, logged.event()?))).collect();
        let events = events.iter().map(|(sequence, dated)| (*sequence, dated));
        Ok(Self {
            own_files: imports::standing_files(connection).await?,
            checks: last_checks(ledger, events),
        })
    }

    /// How well it is proven that a lot is ours.
    pub fn ownership(&self, ledger: &Ledger, lot: &Lot) -> Ownership {
        ledger.ownership(lot, &self.own_files, self.checks.get(&lot.id))
    }
}

/// Ids of own lots that nothing proves to be ours.
pub(crate) async fn unproven(connection: &mut Connection) -> Result<Vec<String>, ActionError> {
    let ledger = stored::load(connection).await?;
    let proofs = Proofs::load(connection, &ledger).await?;
    let own = ledger.holdings().map(|holding| &holding.lot).filter(|lot| lot.origin == Origin::SelfGenerated);
    let unproven = own.filter(|lot| !proofs.ownership(&ledger, lot).is_proven());
    Ok(unproven.map(|lot| lot.id.clone()).collect())
}
