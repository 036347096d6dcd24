//! The workspace as a whole.

use super::certificates::changes;
use super::{Table, facts, grid, or_dash};
use planner_actions::views::snapshots::{SnapshotView, SnapshotsView};
use planner_actions::views::workspace::{
    Money, RateSetting, Remedy, Settings, Verification, WorkspaceStatus, YearLock, YearSettings, YearStatus,
};

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
        let what = if self.problems.len() == 1 { "problem" } else { "problems" };
        format!(
            "{} {what} in {} events, head {head}\n{problems}What can be done:\n{}",
            self.problems.len(),
            self.events,
            self.remedies
                .iter()
                .map(|remedy| remedy_lines(remedy, self.snapshot.as_ref()))
                .collect::<String>()
        )
    }
}

/// What to do, and the command that does it.
fn remedy_lines(remedy: &Remedy, snapshot: Option<&SnapshotView>) -> String {
    let command = match (remedy.action.as_str(), &remedy.import_id, snapshot) {
        ("undo_import", Some(id), _) => format!("    itec undo {id}\n"),
        ("restore_snapshot", _, Some(good)) => {
            format!("    {}\n    itec restore {} --out FILE\n", good.path, good.number)
        }
        _ => String::new(),
    };
    format!("- {}\n{command}", remedy.says)
}

impl Table for SnapshotsView {
    fn table(&self) -> String {
        let row = |one: &SnapshotView| {
            let (made, state) =
                (one.made_at.as_deref().unwrap_or("-"), if one.is_good { "good" } else { "damaged" });
            vec![
                one.number.to_string(),
                made.into(),
                one.reason.clone(),
                format!("{} bytes", one.bytes),
                state.into(),
            ]
        };
        let rows: Vec<_> = self.snapshots.iter().map(row).collect();
        format!("{}In {}", grid(&["Number", "Made", "Taken", "Size", "State"], &rows), self.folder)
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

fn money(money: &Money) -> String {
    format!("{} {}", money.amount, money.currency)
}

impl Table for YearSettings {
    fn table(&self) -> String {
        let target = self.target_percent.as_ref().map(|target| format!("{target} %"));
        facts(&[
            ("Reporting year", self.year.to_string()),
            ("State", if self.is_locked { "locked" } else { "open" }.to_owned()),
            ("Target", target.unwrap_or_else(|| "the organisation's".to_owned())),
            ("Budget", or_dash(self.budget.as_ref().map(money))),
            ("Closes on", or_dash(self.closes_on.as_ref())),
            ("Gross requirement", self.gross.to_string()),
        ])
    }
}

fn threshold(settings: &Settings) -> String {
    let currency = settings.capitalisation_currency.as_deref();
    let currency = currency.unwrap_or("in no currency: compared with no price");
    or_dash(settings.capitalisation_threshold.as_ref().map(|amount| format!("{amount} {currency}")))
}

fn rate(one: &RateSetting) -> String {
    format!("1 {} = {} {} from {}", one.from, one.rate, one.into, one.on)
}

impl Table for Settings {
    fn table(&self) -> String {
        let text = facts(&[
            ("Organisation", self.organisation.clone()),
            ("Fiscal year starts in month", self.fiscal_year_start_month.to_string()),
            ("Default target", format!("{} %", self.target_percent)),
            ("Restoration policy", self.restoration_policy.clone()),
            ("Scope 3 category otherwise", self.default_scope3_category.to_string()),
            ("Capitalisation threshold", threshold(self)),
            ("Rates", self.rates.iter().map(rate).collect::<Vec<_>>().join("; ")),
            ("Persons who sign a report", self.report_persons.to_string()),
        ]);
        let row = |one: &YearSettings| {
            vec![
                one.year.to_string(),
                if one.is_locked { "locked" } else { "open" }.to_owned(),
                or_dash(one.target_percent.as_ref()),
                or_dash(one.budget.as_ref().map(money)),
                or_dash(one.closes_on.as_ref()),
                one.gross.to_string(),
            ]
        };
        let headers = ["Year", "State", "Target %", "Budget", "Closes on", "Gross"];
        text + "\n" + &grid(&headers, &self.years.iter().map(row).collect::<Vec<_>>())
    }
}
