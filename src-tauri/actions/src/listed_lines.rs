//! The lists of lines that were last paged through: their ids in order, so that only the first page of a list sorts it.

use crate::ActionError;
use planner_store::line_queries::{self, LineFilter};
use planner_store::{Connection, ledger};
use std::sync::{Arc, Mutex, PoisonError};

/// Lists that are kept; the oldest goes.
const LISTS: usize = 4;

/// A list stands for the file for as long as the event after which it was made is the last.
#[derive(Debug)]
struct List {
    head: String,
    filter: LineFilter,
    ids: Arc<Vec<i64>>,
}

/// The lists that were asked for last.
#[derive(Clone, Debug, Default)]
pub(crate) struct ListedLines(Arc<Mutex<Vec<List>>>);

impl ListedLines {
    /// Ids of all lines that match, in the order asked for, whatever the page.
    pub async fn of(
        &self,
        connection: &mut Connection,
        filter: &LineFilter,
    ) -> Result<Arc<Vec<i64>>, ActionError> {
        let (_, head) = ledger::head(connection).await?;
        let filter = LineFilter { offset: 0, limit: 0, ..filter.clone() };
        let is_it = |list: &List| list.head == head && list.filter == filter;
        if let Some(list) =
            self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|one| is_it(one))
        {
            return Ok(list.ids.clone());
        }
        let ids = Arc::new(line_queries::ids(connection, &filter).await?);
        let mut lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lists.retain(|list| list.head == head);
        if lists.len() >= LISTS {
            lists.remove(0);
        }
        lists.push(List { head, filter, ids: ids.clone() });
        Ok(ids)
    }
}
