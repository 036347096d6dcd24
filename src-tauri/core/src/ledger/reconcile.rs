//! A registry's statement beside the ledger: what agrees, what only one of them has, and where they differ.

use super::Ledger;
use super::holding::{Holding, UnitState};
use super::lot::SerialRange;
use super::year::Difference;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a registry says of certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Issued and in the account.
    Live,
    /// Handed to another account.
    Transferred,
    /// Retired.
    Retired,
    /// Retired on expiry.
    Expired,
    /// Cancelled.
    Cancelled,
}

impl Stated {
    /// All of them.
    const ALL: [Self; 5] = [Self::Live, Self::Transferred, Self::Retired, Self::Expired, Self::Cancelled];

    /// The one word under which the log keeps it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Live => "live",
            _ => self.word(),
        }
    }

    /// What stands in the log under this word.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stated| stated.key() == key)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Live => "in the account",
            Self::Transferred => "transferred",
            Self::Retired => "retired",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether units in this state of ours are what the registry says. It calls a lot retired that it retired on expiry.
    fn agrees(self, state: UnitState) -> bool {
        match self {
            Self::Live => state.is_live(),
            Self::Transferred => state == UnitState::Transferred,
            Self::Retired => matches!(state, UnitState::Retired(_) | UnitState::Expired),
            Self::Expired => state == UnitState::Expired,
            Self::Cancelled => state == UnitState::Cancelled,
        }
    }
}

/// One row of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// Row of the sheet, from 1.
    pub row: u32,
    /// Registry, where the row names one.
    pub registry: Option<String>,
    /// One of the known classes, where the row names one.
    pub class: Option<String>,
    /// Text before the serial number.
    pub prefix: String,
    /// The serials.
    pub serials: SerialRange,
    /// What became of them; nothing where the row does not say.
    pub stated: Option<Stated>,
    /// Vintage.
    pub vintage: Option<i32>,
    /// Last usable day.
    pub expires_on: Option<NaiveDate>,
    /// Purchase order.
    pub order_number: Option<String>,
}

/// How serials of the statement and of the ledger stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Both say the same.
    Matched,
    /// Only the ledger has them.
    OnlyHere,
    /// Only the statement has them.
    OnlyThere,
    /// Both have them and say different things.
    Different,
}

impl Outcome {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::OnlyHere => "only_here",
            Self::OnlyThere => "only_there",
            Self::Different => "different",
        }
    }

    /// The outcome stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Matched, Self::OnlyHere, Self::OnlyThere, Self::Different]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

/// A run of serials and what comparing it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How both stand to each other.
    pub outcome: Outcome,
    /// Row of the statement.
    pub row: Option<u32>,
    /// The lot.
    pub lot_id: Option<String>,
    /// Text before the serial number.
    pub prefix: String,
    /// The serials.
    pub serials: SerialRange,
    /// Where the lot has them.
    pub state: Option<UnitState>,
    /// What the statement says of them.
    pub stated: Option<Stated>,
    /// Field by field: ours as `old`, the registry's as `new`.
    pub differences: Vec<Difference>,
    /// Purchase order of the row, else of the lot.
    pub order_number: Option<String>,
}

impl Ledger {
    /// Compares a statement with the lots of its registries: those named, else those the rows name,
    /// else those of the lots whose serials it has, else all.
    pub fn reconcile(&self, rows: &[StatementRow], registries: &[String], today: NaiveDate) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen: BTreeMap<&str, Vec<SerialRange>> = BTreeMap::new();
        for row in rows {
            let lots: Vec<_> = self.holdings().filter(|holding| is_of(holding, row)).collect();
            let mut free = vec![row.serials];
            for holding in lots {
                let Some(part) = holding.lot.serials.intersection(row.serials) else { continue };
                free = free.into_iter().flat_map(|run| rest(run, part)).collect();
                seen.entry(&holding.lot.id).or_default().push(part);
                findings.extend(compare(holding, row, part, today));
            }
            findings.extend(free.into_iter().map(|serials| only_there(row, serials)));
        }
        let scope = self.scope(rows, registries, &seen);
        for holding in self.holdings().filter(|holding| is_in(&scope, &holding.lot.registry)) {
            let covered = seen.get(holding.lot.id.as_str()).map_or(&[][..], Vec::as_slice);
            findings.extend(only_here(holding, covered, today));
        }
        findings
    }

    /// Lots of which every unit that the registry should know was found and agrees.
    pub fn agreeing(&self, findings: &[Finding]) -> Vec<String> {
        let named = |finding: &&Finding| finding.lot_id.is_some();
        let mut agreeing: BTreeSet<&str> = BTreeSet::new();
        let mut differing: BTreeSet<&str> = BTreeSet::new();
        for finding in findings.iter().filter(named) {
            let lot_id = finding.lot_id.as_deref().unwrap_or_default();
            let set = if finding.outcome == Outcome::Matched { &mut agreeing } else { &mut differing };
            set.insert(lot_id);
        }
        agreeing.difference(&differing).map(|id| (*id).to_owned()).collect()
    }

    fn scope(
        &self,
        rows: &[StatementRow],
        registries: &[String],
        seen: &BTreeMap<&str, Vec<SerialRange>>,
    ) -> Vec<String> {
        if !registries.is_empty() {
            return registries.to_vec();
        }
        let named: Vec<String> = rows.iter().filter_map(|row| row.registry.clone()).collect();
        if !named.is_empty() {
            return named;
        }
        let found = seen.keys().filter_map(|id| Some(self.lot(id).ok()?.lot.registry.clone()));
        let found: Vec<String> = found.collect();
        if found.is_empty() {
            return self.holdings().map(|holding| holding.lot.registry.clone()).collect();
        }
        found
    }
}

fn is_in(registries: &[String], registry: &str) -> bool {
    registries.iter().any(|one| one.eq_ignore_ascii_case(registry))
}

fn is_of(holding: &Holding, row: &StatementRow) -> bool {
    let lot = &holding.lot;
    row.registry.as_ref().is_none_or(|registry| registry.eq_ignore_ascii_case(&lot.registry))
        && row.class.as_ref().is_none_or(|class| *class == lot.class)
        && row.prefix.eq_ignore_ascii_case(&lot.prefix)
        && lot.serials.intersection(row.serials).is_some()
}

/// What is left of a run without a part of it.
fn rest(run: SerialRange, part: SerialRange) -> Vec<SerialRange> {
    match run.intersection(part) {
        Some(part) => {
            let (before, after) = run.without(part);
            before.into_iter().chain(after).collect()
        }
        None => vec![run],
    }
}

/// The runs of a lot that a row has, each in one state.
fn compare(holding: &Holding, row: &StatementRow, part: SerialRange, today: NaiveDate) -> Vec<Finding> {
    let facts = facts(holding, row);
    let finding = |serials: SerialRange, state: UnitState| {
        let mut differences = facts.clone();
        if let Some(stated) = row.stated.filter(|stated| !stated.agrees(state)) {
            differences.insert(0, difference("state", state.word(), stated.word()));
        }
        let outcome = if differences.is_empty() { Outcome::Matched } else { Outcome::Different };
        Finding {
            outcome,
            row: Some(row.row),
            lot_id: Some(holding.lot.id.clone()),
            prefix: holding.lot.prefix.clone(),
            serials,
            state: Some(state),
            stated: row.stated,
            differences,
            order_number: row.order_number.clone().or_else(|| holding.lot.facts.order_number.clone()),
        }
    };
    let ranges = holding.ranges_on(today);
    ranges.filter_map(|range| Some(finding(range.serials.intersection(part)?, range.state))).collect()
}

fn difference(field: &str, ours: &str, theirs: &str) -> Difference {
    Difference { figure: field.to_owned(), old: Some(ours.to_owned()), new: Some(theirs.to_owned()) }
}

/// What both say of the lot as a whole.
fn facts(holding: &Holding, row: &StatementRow) -> Vec<Difference> {
    let lot = &holding.lot;
    let mut differences = Vec::new();
    if let Some(vintage) = row.vintage.filter(|vintage| *vintage != lot.vintage) {
        differences.push(difference("vintage", &lot.vintage.to_string(), &vintage.to_string()));
    }
    if let Some(day) = row.expires_on.filter(|day| *day != lot.expires_on) {
        differences.push(difference("expires_on", &lot.expires_on.to_string(), &day.to_string()));
    }
    let ours = lot.facts.order_number.as_deref();
    if let (Some(ours), Some(theirs)) = (ours, row.order_number.as_deref())
        && ours != theirs
    {
        differences.push(difference("order_number", ours, theirs));
    }
    differences
}

fn only_there(row: &StatementRow, serials: SerialRange) -> Finding {
    Finding {
        outcome: Outcome::OnlyThere,
        row: Some(row.row),
        lot_id: None,
        prefix: row.prefix.clone(),
        serials,
        state: None,
        stated: row.stated,
        differences: Vec::new(),
        order_number: row.order_number.clone(),
    }
}

/// Units that the registry should know and no row has; what left the account may be missing from its statement.
fn only_here(holding: &Holding, covered: &[SerialRange], today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for range in holding.ranges_on(today) {
        if matches!(range.state, UnitState::Transferred | UnitState::Cancelled) {
            continue;
        }
        let mut left = vec![range.serials];
        for part in covered {
            left = left.into_iter().flat_map(|run| rest(run, *part)).collect();
        }
        findings.extend(left.into_iter().map(|serials| Finding {
            outcome: Outcome::OnlyHere,
            row: None,
            lot_id: Some(holding.lot.id.clone()),
            prefix: holding.lot.prefix.clone(),
            serials,
            state: Some(range.state),
            stated: None,
            differences: Vec::new(),
            order_number: holding.lot.facts.order_number.clone(),
        }));
    }
    findings
}
