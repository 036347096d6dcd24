//! Rows whose text reads as a service and that state a weight all the same: a service has none, and "Service-Notebook" is
//! no service.

use super::{Reading, RowReader};
use crate::cell::Row;
use crate::inspect::Question;
use crate::issue::{Issue, IssueCode};
use crate::mapping::Open;
use crate::record::{ProcurementRow, Record};
use planner_core::recognise::{Reason, Recognised};
use std::sync::Arc;

impl RowReader<'_> {
    /// Counts such a row as hardware, or leaves it out, as a person says; asks where nobody does.
    pub(super) fn settle_weighed(&mut self, reading: &mut Reading, row: &Row, issues: &mut Vec<Issue>) {
        let Reading::Record(record) = reading else { return };
        let Record::Procurement(line) = record.as_mut() else { return };
        if !self.is_weighed_service(line) {
            return;
        }
        match self.mapping.counts_weighed {
            Some(true) => {
                line.out_of_scope = None;
                line.found = Arc::new(Recognised { reason: None, ..(*line.found).clone() });
                issues.retain(|issue| issue.code != IssueCode::OutOfScope);
            }
            Some(false) => {}
            None => self.open_weighed(line, row),
        }
    }

    /// What the file's own category leaves out it says for sure; what is used up has a weight; and a warranty is not what a
    /// device is used for.
    fn is_weighed_service(&self, line: &ProcurementRow) -> bool {
        let reason = line.out_of_scope.as_deref().and_then(Reason::from_word);
        reason.is_some_and(|reason| !matches!(reason, Reason::Consumable | Reason::Warranty))
            && (line.unit_mass_kg.is_some() || line.mass_kg.is_some())
            && self.vocabulary.out_of_scope(line.category_text.as_deref(), None).is_none()
    }

    fn open_weighed(&mut self, line: &ProcurementRow, row: &Row) {
        if self.open.iter().all(|open| open.what != Question::Weighed) {
            let seen = line.item.as_deref().unwrap_or_default().to_owned();
            let choices = vec!["hardware".to_owned(), "leave_out".to_owned()];
            let column = format!("row {}", row.number);
            self.open.push(Open { what: Question::Weighed, column, field: None, seen, choices });
        }
    }
}
