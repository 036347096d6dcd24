//! The workspace as a whole.

use super::Table;
use super::certificates::changes;
use planner_actions::views::workspace::{Verification, WorkspaceStatus, YearLock, YearStatus};

impl Table for YearLock {
    fn table(&self) -> String {
        let text = format!("Reporting year {} is locked\n", self.year);
        if self.restated.is_empty() { text } else { text + "Restated:\n" + &changes(&self.restated) }
    }
}

impl Table for Verification {
    fn table(&self) -> String {
        let head = self.chain_head.as_deref().unwrap_or("no event yet");
        if self.ok {
            return format!("Verified: {} events, head {head}", self.events);
        }
        let problems: String = self.problems.iter().map(|problem| format!("- {problem}\n")).collect();
        format!("{} problems in {} events, head {head}\n{problems}", self.problems.len(), self.events)
    }
}

impl Table for WorkspaceStatus {
    fn table(&self) -> String {
        format!("{}: {}, {} events, as of {}", self.file_name, self.organisation, self.events, self.as_of)
    }
}

impl Table for YearStatus {
    fn table(&self) -> String {
        format!("Reporting year {} is {}", self.year, if self.is_locked { "locked" } else { "open" })
    }
}
