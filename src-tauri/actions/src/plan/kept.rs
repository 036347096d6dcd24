//! What a workspace knows for its plans, kept while its chain has the same head: a slider asks many times a second, and
//! nothing that a plan stands on changes without an event.

use super::known::{Ground, Read};
use crate::ActionError;
use chrono::NaiveDate;
use planner_store::{Connection, ledger as stored};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What was read, under the hash of the last event and the day.
#[derive(Debug)]
struct Kept {
    head: String,
    ground: Arc<Ground>,
    /// By entity; nothing for the whole organisation.
    reads: BTreeMap<Option<String>, Arc<Read>>,
}

/// What was last read for plans of a workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeptPlans(Arc<Mutex<Option<Kept>>>);

impl KeptPlans {
    /// What is known of the organisation or of one entity: as it was kept, else read.
    pub(super) async fn read(
        &self,
        connection: &mut Connection,
        entity: Option<&str>,
        today: NaiveDate,
    ) -> Result<Arc<Read>, ActionError> {
        let (_, head) = stored::head(connection).await?;
        let entity = entity.map(str::to_owned);
        let (ground, read) = self.find(&head, &entity, today);
        if let Some(read) = read {
            return Ok(read);
        }
        let ground = match ground {
            Some(ground) => ground,
            None => Arc::new(Ground::load(connection, today).await?),
        };
        let read = Arc::new(Read::load(connection, ground.clone(), entity.as_deref()).await?);
        self.keep(head, ground, (entity, read.clone()));
        Ok(read)
    }

    fn find(
        &self,
        head: &str,
        entity: &Option<String>,
        today: NaiveDate,
    ) -> (Option<Arc<Ground>>, Option<Arc<Read>>) {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = kept.as_ref().filter(|kept| kept.head == head && kept.ground.today == today);
        (kept.map(|kept| kept.ground.clone()), kept.and_then(|kept| kept.reads.get(entity).cloned()))
    }

    fn keep(&self, head: String, ground: Arc<Ground>, (entity, read): (Option<String>, Arc<Read>)) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_mut().filter(|kept| Arc::ptr_eq(&kept.ground, &ground)) {
            Some(kept) => drop(kept.reads.insert(entity, read)),
            None => *kept = Some(Kept { head, ground, reads: BTreeMap::from([(entity, read)]) }),
        }
    }
}
