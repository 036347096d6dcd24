//! What can happen to certificates. The event log keeps each under its canonical text.

use super::check::Check;
use super::evidence::{Document, Subject};
use super::fact::Change;
use super::lot::{Lot, SerialRange};
use super::movement::Movement;
use super::retirement::Retirement;
use super::year::{Difference, Figure};
use crate::journal::Entry;
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeSet;

/// Something that happened. The log only grows; a mistake is corrected by a further event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A lot was bought, issued to us or transferred in.
    LotRecorded(Box<Lot>),
    /// A lot without any movement was taken back together with the import that brought it.
    LotRemoved {
        /// The lot.
        lot_id: String,
        /// Why.
        because: String,
    },
    /// A lot became two at a serial; each unit stays where it is.
    Split {
        /// The lot; its id is never used again.
        lot_id: String,
        /// First serial of the upper one.
        at: i64,
        /// Ids of the lower and the upper one.
        into: [String; 2],
    },
    /// Facts of a lot were corrected.
    Adjusted {
        /// The lot.
        lot_id: String,
        /// What changed.
        changes: Vec<Change>,
        /// Why.
        because: String,
    },
    /// A document was attached as evidence.
    Attached {
        /// What it is evidence of.
        subject: Subject,
        /// The document.
        document: Document,
    },
    /// Lots were compared with a registry's statement.
    Checked(Check),
    /// Units of a lot moved.
    Moved {
        /// The lot.
        lot_id: String,
        /// Where from and to.
        movement: Movement,
        /// The serials.
        serials: Vec<SerialRange>,
    },
    /// Units were retired.
    Retired(Retirement),
    /// A retirement was reversed at the registry; its units are held again.
    Reversed {
        /// The retirement, as it was recorded.
        retirement: Retirement,
        /// The registry's evidence: a reference or a text.
        evidence: String,
    },
    /// A reporting year was locked.
    YearLocked {
        /// The year.
        year: i32,
        /// Its figures, as they will be reported.
        figures: Vec<Figure>,
    },
    /// A year that had been locked, and was unlocked, is locked again with other figures.
    Restated {
        /// The year.
        year: i32,
        /// Figures that are not what they were.
        differences: Vec<Difference>,
        /// Why.
        because: String,
    },
    /// A reporting year was unlocked again.
    YearUnlocked {
        /// The year.
        year: i32,
        /// Why.
        because: String,
    },
    /// Something that happened beside the certificates, with what the rows it changed come to.
    Journal(Entry),
}

/// An event with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedEvent {
    /// Its own day: when it happened, at the registry where it is one of the registry's.
    pub on: NaiveDate,
    /// The day on which it was recorded; nothing for events of the earlier log, which kept one day alone.
    pub recorded_on: Option<NaiveDate>,
    /// Who recorded it, and when on that day.
    pub recorder: Recorder,
    /// What happened.
    pub event: Event,
}

/// Who records what happens, and at what time of the day; each where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorder {
    /// The name the person gave.
    pub by: Option<String>,
    /// The time on the computer's clock.
    pub at: Option<NaiveTime>,
}

impl Recorder {
    /// One of this name; a name is one line, and an empty one is none.
    pub fn new(by: Option<&str>, at: Option<NaiveTime>) -> Self {
        let one_line = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { by: by.map(one_line).filter(|name| !name.is_empty()), at }
    }
}

impl Event {
    /// The word for it, as stored and shown.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::LotRecorded(_) => "recorded",
            Self::LotRemoved { .. } => "lot_removed",
            Self::Split { .. } => "split",
            Self::Adjusted { .. } => "adjusted",
            Self::Attached { .. } => "attached",
            Self::Checked(_) => "checked",
            Self::Restated { .. } => "restated",
            Self::Moved { movement, .. } => movement.word(),
            Self::Retired(_) => "retired",
            Self::Reversed { .. } => "reversed",
            Self::YearLocked { .. } => "year_locked",
            Self::YearUnlocked { .. } => "year_unlocked",
            Self::Journal(entry) => entry.act.word(),
        }
    }

    /// Lots it touches, each once; of a comparison, those that agree.
    pub fn lot_ids(&self) -> Vec<&str> {
        let mut ids = match self {
            Self::LotRecorded(lot) => vec![lot.id.as_str()],
            Self::LotRemoved { lot_id, .. }
            | Self::Moved { lot_id, .. }
            | Self::Adjusted { lot_id, .. }
            | Self::Attached { subject: Subject::Lot(lot_id), .. } => vec![lot_id.as_str()],
            Self::Split { lot_id, into: [lower, upper], .. } => vec![lot_id.as_str(), lower, upper],
            Self::Checked(check) => check.lot_ids.iter().map(String::as_str).collect(),
            Self::Retired(retirement) | Self::Reversed { retirement, .. } => {
                retirement.lines.iter().map(|line| line.lot_id.as_str()).collect()
            }
            Self::Attached { subject: Subject::Retirement(_), .. }
            | Self::YearLocked { .. }
            | Self::YearUnlocked { .. }
            | Self::Restated { .. }
            | Self::Journal(_) => Vec::new(),
        };
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        ids
    }

    /// Units it touches.
    pub fn quantity(&self) -> Option<i64> {
        match self {
            Self::LotRecorded(lot) => Some(lot.quantity()),
            Self::Moved { serials, .. } => Some(serials.iter().map(|range| range.quantity()).sum()),
            Self::Retired(retirement) | Self::Reversed { retirement, .. } => Some(retirement.quantity()),
            _ => None,
        }
    }

    /// The reporting year it is for.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Moved { movement, .. } => movement.year(),
            Self::Retired(retirement) | Self::Reversed { retirement, .. } => Some(retirement.year),
            Self::YearLocked { year, .. } | Self::YearUnlocked { year, .. } | Self::Restated { year, .. } => {
                Some(*year)
            }
            Self::Journal(entry) => entry.year,
            _ => None,
        }
    }

    /// Beneficiary, buyer, seller, evidence or reason.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::LotRecorded(lot) => lot.facts.counterparty.as_deref(),
            Self::Moved { movement, .. } => movement.note(),
            Self::Retired(retirement) => Some(&retirement.beneficiary),
            Self::Reversed { evidence, .. } => Some(evidence),
            Self::LotRemoved { because, .. }
            | Self::Adjusted { because, .. }
            | Self::Restated { because, .. }
            | Self::YearUnlocked { because, .. } => Some(because),
            Self::Attached { document, .. } => Some(&document.file_name),
            Self::Checked(check) => Some(&check.file_name),
            Self::Journal(entry) => Some(&entry.summary),
            Self::YearLocked { .. } | Self::Split { .. } => None,
        }
    }
}
